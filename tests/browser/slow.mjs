// A reader on a slow line: a page comes in drops, is drawn with each, and what is there already stays
// where it is.

import { createServer, get } from 'node:http';

import { shifts } from './look.mjs';
import { HOST } from './publication.mjs';

/** So much of a page comes at a time, and so long after the drop before it that it is drawn. */
const DROP_BYTES = 1000;
const DROP_MS = 25;

/** Half of what Web Vitals call good. Lines that are centered or end at the margin move while words are added to them. */
const STEADY = 0.05;

/** In which language and how wide pages are looked at. */
const VIEWS = [['nl', 800], ['ar', 390]];

const PAGES = ['', 'opnieuw-beginnen-lopen/', 'topics/rugpijn/', 'issues/', 'archive/', 'there-is-no-such-page/'];

export async function readSlowly({ launch, publication, check }) {
  const line = await slowLine(publication.port);
  const browser = await launch(line.address().port);
  await Promise.all(VIEWS.map(async ([lang, width]) => {
    for (const path of PAGES) {
      await check(`slow-${lang}-${path.replaceAll('/', '-') || 'front-'}${width}`, async () => {
        const context = await browser.newContext({ viewport: { width, height: 844 } });
        const page = await context.newPage();
        await page.goto(`http://${HOST}/${lang}/${path}`, { waitUntil: 'load' });
        const found = await shifts(page, STEADY);
        await context.close();
        return found;
      });
    }
  }));
  await browser.close();
  line.close();
}

/** Hands on what is served at `port`: pages in drops, everything else at once. */
async function slowLine(port) {
  const line = createServer((question, answer) => {
    const headers = { ...question.headers, 'accept-encoding': 'identity' };
    get({ port, path: question.url, headers }, async (served) => {
      const { 'content-length': _, ...head } = served.headers;
      answer.writeHead(served.statusCode, head);
      const body = Buffer.concat(await served.toArray());
      const drop = head['content-type']?.includes('html') ? DROP_BYTES : Infinity;
      for (let start = 0; start < body.length; start += drop) {
        answer.write(body.subarray(start, start + drop));
        if (drop < Infinity) await new Promise((wake) => setTimeout(wake, DROP_MS));
      }
      answer.end();
    });
  });
  await new Promise((heard) => line.listen(0, '127.0.0.1', heard));
  return line;
}
