// A reader looks for something in the archive: with capitals and marks or without, in Latin and in Arabic
// letters, with scripts and without.

import { faults, shoot, watch } from './look.mjs';
import { HOST } from './publication.mjs';

/** What is typed, and the post that it finds; nothing where there is none. */
const SEARCHES = [
  ['nl', 'MAGNESIUM kramp', 'magnesium-en-spierkrampen'],
  ['nl', 'krachttraining vijftigste', 'sterker-na-je-vijftigste'],
  ['fr', 'magnesium', 'magnesium-en-spierkrampen'],
  ['fr', 'echauffement zzz', undefined],
  ['ar', 'المَغنيسيوم', 'magnesium-en-spierkrampen'],
  ['ar', 'الام الظهر', 'bewegen-met-lage-rugpijn'],
  ['de', '<img src=x onerror=alert(1)>', undefined],
];

export async function searchTheArchive({ browser, check, shots }) {
  for (const [nth, [lang, words, slug]] of SEARCHES.entries()) {
    await check(`search-${lang}-${nth}`, async () => {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
      const page = await context.newPage();
      const found = watch(page);
      await page.goto(`http://${HOST}/${lang}/archive/`);
      await page.fill('#search', words);
      await page.waitForFunction(() => document.querySelector('[role=status]').textContent);
      const links = await page.locator('.found a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      if (slug ? links[0] !== `/${lang}/${slug}/` : links.length) found.push(`found ${links.join(', ') || 'nothing'}`);
      if (await page.locator('.archive').isVisible()) found.push('the archive is shown beside what was found');
      found.push(...await faults(page, { lang, dir: lang === 'ar' ? 'rtl' : 'ltr' }));
      await shoot(page, shots, `search-${lang}-${nth}`);
      await page.fill('#search', '');
      if (!await page.locator('.archive').isVisible()) found.push('the archive does not come back');
      await context.close();
      return found;
    });
  }
  await check('search-without-scripts', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`http://${HOST}/nl/archive/`);
    const isOffered = await page.locator('#search').isVisible();
    const posts = await page.locator('.archive section li').count();
    await context.close();
    return isOffered || posts < 5 ? [`a field that does nothing: ${isOffered}; ${posts} posts`] : [];
  });
  await check('search-without-an-index', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.route('**/search.json', (route) => route.abort());
    await page.goto(`http://${HOST}/nl/archive/`);
    await page.fill('#search', 'rug');
    await page.waitForFunction(() => !document.querySelector('.search'));
    const isThere = await page.locator('.archive').isVisible();
    await context.close();
    return isThere ? [] : ['the archive is gone'];
  });
}
