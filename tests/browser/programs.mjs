// No mail uses what a mail program that many readers have does not show, but for what gives way well.
//
//     cargo build && npm ci && node programs.mjs
//
// The data are those of caniemail.com, in the package `caniemail`. The program is the debug build, or POSTDUIF_BINARY.

import { caniemail } from 'caniemail';

import { Publication } from './publication.mjs';

/** The programs in which a mail has to look as it is meant to. */
const CLIENTS = ['apple-mail.*', 'gmail.*', 'outlook.*', 'yahoo.*', 'samsung-email.*', 'thunderbird.*', 'protonmail.*'];

const LOCALES = ['nl', 'fr', 'en', 'de', 'ar'];

/** What some of them leave out, and why that does no harm. */
const GIVES_WAY = {
  '@media': 'the mail is one column anyway, and light where nobody asks for dark',
  '<style> element': 'each rule stands in its element too; the sheet has what depends on the screen alone',
  '<body> element': 'its color stands on the sheet within it too',
  'border-radius': 'a button has corners',
  'role attribute': 'a program that drops it reads tables of its own as what they are',
  'height property': 'there is none; the checker takes `line-height` for it',
  'text-decoration': 'links have their own weight or a button beside a line',
};

const publication = await Publication.make();
let failed = 0;
try {
  await publication.run('publish');
  await publication.run('subscribers', 'import', 'demo/subscribers.csv', '--start', 'latest:3');
  await publication.run('run', 'weekly-digest');
  await publication.serve();
  for (const locale of LOCALES) await join(locale);
  const mails = await publication.mails();
  for (const { headers, html } of mails) {
    const wrong = unsupported(html);
    failed += wrong.length ? 1 : 0;
    console.log(`${wrong.length ? 'FAILED' : 'ok    '} ${headers['content-language']}: ${headers.to}: ${html.length} bytes`);
    for (const line of wrong) console.log(`         ${line}`);
  }
  const control = unsupported('<!doctype html><body><video src="x"></video><p style="display: grid">x</p></body>');
  // A digest for each reader, and for each who joined a confirmation and a welcome.
  if (mails.length !== 6 + 2 * LOCALES.length || control.length < 2) failed += 1;
} finally {
  await publication.remove();
}
console.log(`mail programs: ${failed ? `${failed} failed` : 'nothing unsupported'}`);
process.exitCode = failed ? 1 : 0;

/** Somebody joins by the form, says yes in the mail, and is welcomed. */
async function join(locale) {
  const site = `http://127.0.0.1:${publication.port}`;
  const address = `nieuw-${locale}@lezers.example`;
  const form = new URLSearchParams({ email: address, cadence: 'weekly' });
  await fetch(`${site}/${locale}/subscribe`, { method: 'POST', body: form });
  const { text } = await publication.mailTo(address, /\/confirm/);
  await fetch(`${site}${/\/s\/\S+\/confirm/.exec(text)[0]}`, { method: 'POST' });
  await publication.mailTo(address, /\/preferences/);
}

/** What some of the programs do not show, each with those that do not. */
function unsupported(html) {
  const found = new Map();
  for (const [client, features] of caniemail({ clients: CLIENTS, html }).issues.errors) {
    for (const { title } of features) {
      if (!(title in GIVES_WAY)) found.set(title, [...found.get(title) ?? [], client]);
    }
  }
  return [...found].map(([title, clients]) => `${title}: not in ${[...new Set(clients)].join(', ')}`);
}
