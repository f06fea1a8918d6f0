// Pages and mails in a real browser: can everybody read them, on any screen, and do they talk
// to nobody else; and does a reader get in and out again without JavaScript.
//
//     cargo build && npm ci && node run.mjs [--shots DIR] [--only WORD]
//
// Needs Chromium without a window (Debian: chromium-headless-shell; elsewhere CHROMIUM=/path/to/it). The program is the debug build,
// or POSTDUIF_BINARY.

import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import { chromium } from 'playwright-core';

import { lookAtAnswers, lookAtTheEnd } from './answers.mjs';
import { fitTheWindow } from './fits.mjs';
import { faults, faultsOfMail, shifts, shoot, showWhole, watch } from './look.mjs';
import { changeToArabic, lookAtOwnPages } from './own.mjs';
import { HOST, Publication } from './publication.mjs';
import { searchTheArchive } from './search.mjs';
import { readSlowly } from './slow.mjs';
import { subscribeAndLeave } from './walk.mjs';

const LOCALES = ['nl', 'fr', 'en', 'de', 'ar'];
const THEMES = ['light', 'dark'];
/** The width at which nothing may need scrolling sideways (WCAG 2.2, 1.4.10). */
const NARROWEST = 320;
/** What pages are looked at in. Wide ones have room for any language, and the night has other colors and nothing else. */
const VIEWS = [
  { width: 390, theme: 'light', languages: LOCALES },
  { width: 390, theme: 'dark', languages: ['nl', 'ar'] },
  { width: NARROWEST, theme: 'light', languages: LOCALES },
  { width: 1280, theme: 'light', languages: ['nl', 'ar'] },
];
/** So many pages are looked at side by side: more would wait for each other. */
const SIDE_BY_SIDE = 2;
const MAIL_WIDTHS = [320, 390, 700];

const { values: { shots, only } } = parseArgs({ options: { shots: { type: 'string' }, only: { type: 'string' } } });

const results = { passed: 0, failed: 0 };

function report(name, found) {
  results[found.length ? 'failed' : 'passed'] += 1;
  console.log(`${found.length ? 'FAILED' : 'ok    '} ${name}`);
  for (const fault of new Set(found)) console.log(`         ${fault}`);
}

/** One check is one line, whatever happens in it. */
async function check(name, story) {
  if (only && !name.includes(only)) return;
  try {
    report(name, await story());
  } catch (error) {
    report(name, [error.message]);
  }
}

const dirOf = (lang) => (lang.startsWith('ar') ? 'rtl' : 'ltr');

/** A page of each kind; of posts, the first that readers of the locale find and the one with the most in it. */
function pagesOf(locale) {
  return {
    front: `/${locale}/`,
    'post-running': `/${locale}/opnieuw-beginnen-lopen/`,
    'post-magnesium': `/${locale}/magnesium-en-spierkrampen/`,
    topic: `/${locale}/topics/rugpijn/`,
    author: `/${locale}/authors/lien/`,
    archive: `/${locale}/archive/`,
    about: `/${locale}/over-ons/`,
    feeds: `/${locale}/feeds/`,
    subscribe: `/${locale}/subscribe`,
    issues: `/${locale}/issues/`,
    issue: `/${locale}/issues/1/`,
    404: `/${locale}/there-is-no-such-page/`,
    // A post that is not in this language yet.
    ...(locale === 'ar' && { untranslated: '/ar/belasting-en-belastbaarheid/' }),
  };
}

async function checkPages(browser) {
  const views = [...VIEWS];
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, async () => {
    for (let view = views.shift(); view; view = views.shift()) {
      const { width, theme, languages } = view;
      const context = await browser.newContext({ colorScheme: theme, viewport: { width, height: 844 } });
      for (const lang of languages) {
        for (const [kind, path] of Object.entries(pagesOf(lang))) {
          const name = `${lang}-${kind}-${width}-${theme}`;
          await check(name, async () => {
            const page = await context.newPage();
            const complaints = watch(page);
            await showWhole(page);
            const answer = await page.goto(`http://${HOST}${path}`, { waitUntil: 'load' });
            const expected = ['404', 'untranslated'].includes(kind) ? 404 : 200;
            if (answer.status() !== expected) complaints.push(`answered with ${answer.status()}, not ${expected}`);
            complaints.push(...await shifts(page), ...await faults(page, { lang, dir: dirOf(lang) }));
            await shoot(page, shots, name);
            await page.close();
            return complaints;
          });
        }
      }
      await context.close();
    }
  }));
}

/** A post as it is shown to who asked for more contrast, for colors of their own, or for paper. */
async function checkOtherEyes(browser) {
  const ways = {
    contrast: { contrast: 'more' },
    'own-colors': { forcedColors: 'active' },
    still: { reducedMotion: 'reduce' },
    print: { media: 'print' },
  };
  for (const lang of ['nl', 'ar']) {
    for (const [name, { media, ...options }] of Object.entries(ways)) {
      await check(`${lang}-post-${name}`, async () => {
        const context = await browser.newContext({ ...options, viewport: { width: 800, height: 1000 } });
        const page = await context.newPage();
        const found = watch(page);
        if (media) await page.emulateMedia({ media });
        await page.goto(`http://${HOST}${pagesOf(lang)['post-running']}`);
        // Where the browser chooses the colors, axe-core reads those of the style sheet, which nobody sees.
        const without = name === 'own-colors' ? ['color-contrast'] : [];
        found.push(...await faults(page, { lang, dir: dirOf(lang), without }));
        if (name === 'still' && await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior) !== 'auto') {
          found.push('the page still moves by itself');
        }
        await shoot(page, shots, `${lang}-post-${name}`);
        await context.close();
        return found;
      });
    }
  }
}

async function checkMails(browser, mails) {
  await Promise.all(THEMES.map(async (theme) => {
    for (const width of MAIL_WIDTHS) {
      for (const { headers, html } of mails) {
        const lang = headers['content-language'];
        const name = `mail-${lang}-${width}-${theme}`;
        await check(name, () => faultsOfMail(browser, html, { lang, dir: dirOf(lang), width, theme, shots, name }));
      }
    }
  }));
}

/** A browser that finds the publication at this port. */
const launch = (port) => chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell',
  args: [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', `--host-resolver-rules=MAP ${HOST} 127.0.0.1:${port}`,
  ],
});

if (shots) await mkdir(shots, { recursive: true });
const publication = await Publication.make();
let browser;
try {
  await publication.run('publish');
  await publication.run('subscribers', 'import', 'demo/subscribers.csv', '--start', 'latest:3');
  await publication.run('run', 'weekly-digest');
  const digests = await publication.mails();
  await publication.serve();
  browser = await launch(publication.port);
  await checkPages(browser);
  await checkOtherEyes(browser);
  await fitTheWindow({ browser, check });
  await readSlowly({ launch, publication, check });
  await searchTheArchive({ browser, check, shots });
  await check('mail-one-for-each-subscriber', () => (digests.length === 6 ? [] : [`${digests.length} mails, not 6`]));
  await checkMails(browser, digests);
  await lookAtOwnPages({ browser, mails: digests, check, shots, dirOf });
  const [forgotten, moved] = [digests.slice(0, -1), digests.at(-1)];
  await changeToArabic({ browser, mail: moved, check, shots });
  await subscribeAndLeave({ browser, publication, check, shots });
  await lookAtAnswers({ browser, locales: LOCALES, check, shots, dirOf });
  await lookAtTheEnd({ browser, mails: forgotten, check, shots, dirOf });
  await check('serve-ends-on-sigterm', async () => {
    const code = await publication.stop();
    return code === 0 ? [] : [`exit code ${code}:\n${publication.log}`];
  });
} finally {
  await browser?.close();
  await publication.remove();
}
console.log(`\nbrowser: ${results.passed} passed, ${results.failed} failed`);
process.exitCode = results.failed || !results.passed ? 1 : 0;
