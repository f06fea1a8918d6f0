// What must hold for whatever a reader looks at.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { HOST } from './publication.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What WCAG 2.2 asks for at level AA. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** Notes what a page complains of and whom it asks, from now on. */
export function watch(page) {
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(`script error: ${error.message}`));
  page.on('console', (message) => {
    // A page that is not there, or a form filled in wrongly, is answered with 4xx, and the browser says so.
    const isAnswer = message.location().url === page.url() && /status of 4\d\d/.test(message.text());
    if (['error', 'warning'].includes(message.type()) && !isAnswer) complaints.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && url.host !== HOST) complaints.push(`asks another host: ${url}`);
  });
  page.on('requestfailed', (request) => complaints.push(`does not get ${request.url()}`));
  page.on('response', (response) => {
    const isPage = response.request().isNavigationRequest();
    if (!isPage && response.status() >= 400) complaints.push(`${response.status()} for ${response.url()}`);
  });
  return complaints;
}

/**
 * Everything wrong with what the page shows, in words; the list is empty when all is well.
 * `without` names rules of axe-core that do not apply.
 */
export async function faults(page, { lang, dir, without = [] }) {
  const found = [];
  const shown = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    dir: document.documentElement.dir,
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    widest: [...document.querySelectorAll('body *')]
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width && (box.right > innerWidth + 1 || box.left < -1))
      .map(({ element }) => `${element.tagName.toLowerCase()}.${element.className}`)
      .slice(0, 3),
    broken: [...document.images].filter((image) => image.complete && !image.naturalWidth).map((image) => image.src),
  }));
  if (shown.lang !== lang) found.push(`lang is ${shown.lang}, not ${lang}`);
  if (shown.dir !== dir) found.push(`dir is ${shown.dir}, not ${dir}`);
  if (shown.wide > 0) found.push(`${shown.wide} px too wide: ${shown.widest.join(', ')}`);
  found.push(...shown.broken.map((src) => `a picture is not shown: ${src}`));
  await page.evaluate(AXE);
  const options = { runOnly: TAGS, rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])) };
  const { violations } = await page.evaluate((how) => globalThis.axe.run(how), options);
  for (const { id, help, nodes } of violations) {
    const where = nodes.slice(0, 3).map((node) => `${node.target.join(' ')} (${node.any[0]?.message ?? help})`);
    found.push(`${id}: ${help}: ${where.join('; ')}${nodes.length > 3 ? `; and ${nodes.length - 3} more` : ''}`);
  }
  return found;
}

/** Scripts come so much later than their page that it is shown without them first. */
const SCRIPT_DELAY_MS = 100;

/**
 * Lets a page be seen when all of its HTML is there and none of its scripts: what `shifts` finds then does
 * not hang on how much of it the browser had read when it first drew something.
 */
export async function showWhole(page) {
  await page.addInitScript(() => {
    const unseen = new CSSStyleSheet();
    unseen.replaceSync('html { visibility: hidden }');
    document.adoptedStyleSheets = [unseen];
    document.addEventListener('readystatechange', () => { document.adoptedStyleSheets = []; }, { once: true });
  });
  await page.route('**/*.js', async (route) => {
    await new Promise((wake) => setTimeout(wake, SCRIPT_DELAY_MS));
    await route.continue();
  });
}

/** What nobody sees move: a twentieth of what Web Vitals call good. */
const STILL = 0.005;

/** What moved on a page while it was read, by more than `bound` in all, though nobody did anything. */
export async function shifts(page, bound = STILL) {
  const moves = await page.evaluate(() => new Promise((answer) => {
    const moves = [];
    const note = (list) => moves.push(...list.getEntries().filter((entry) => !entry.hadRecentInput));
    new PerformanceObserver(note).observe({ type: 'layout-shift', buffered: true });
    // What moved before is told after the next frame.
    requestAnimationFrame(() => setTimeout(() => {
      const node = ({ node }) => (node?.outerHTML ?? node?.textContent ?? '').slice(0, 60);
      answer(moves.map(({ value, sources }) => ({ value, nodes: sources.map(node).join(', ') })));
    }, 50));
  }));
  if (moves.reduce((sum, { value }) => sum + value, 0) <= bound) return [];
  return moves.map(({ value, nodes }) => `moves by ${value.toFixed(4)}: ${nodes}`);
}

/** The same for HTML that the browser did not get as a page: a mail. */
export async function faultsOfMail(browser, html, how) {
  return faultsOf(browser, how, async (page) => {
    const url = `http://${HOST}/mail`;
    await page.route(url, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
    await page.goto(url, { waitUntil: 'load' });
  });
}

/** The same for what a browser without scripts came to, in which nothing can be measured. */
export async function faultsOfPage(browser, html, how) {
  return faultsOf(browser, how, async (page) => {
    await page.goto(`http://${HOST}/${how.lang}/subscribe`);
    await page.setContent(html, { waitUntil: 'load' });
  });
}

async function faultsOf(browser, { width, theme, shots, name, ...expected }, open) {
  const context = await browser.newContext({ colorScheme: theme, viewport: { width, height: 844 } });
  const page = await context.newPage();
  const complaints = watch(page);
  await open(page);
  const found = [...complaints, ...await faults(page, expected)];
  await shoot(page, shots, name);
  await context.close();
  return found;
}

export async function shoot(page, folder, name) {
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
