// The pages that belong to one subscriber: their preferences, what is stored about them, and the
// question before it is erased; in each language, by day and by night, from the link in their mail.

import { faults, shoot, watch } from './look.mjs';

/** Of the night there is one width, since it has other colors and nothing else. */
const VIEWS = [{ theme: 'light', width: 320 }, { theme: 'dark', width: 390 }, { theme: 'light', width: 1280 }];

/** Looks at the pages behind the personal link of each mail, and changes nothing. */
export async function lookAtOwnPages({ browser, mails, check, shots, dirOf }) {
  for (const { theme, width } of VIEWS) {
    const context = await browser.newContext({ colorScheme: theme, viewport: { width, height: 844 } });
    for (const { headers, text } of mails) {
      const preferences = /http:\/\/\S+\/preferences/.exec(text)[0];
      const locale = headers['content-language'];
      // Whoever reads a language without pages sees those of its edition.
      const lang = locale.split('-')[0];
      for (const kind of ['preferences', 'data', 'erase']) {
        const name = `own-${locale}-${kind}-${width}-${theme}`;
        await check(name, async () => {
          const page = await context.newPage();
          const found = watch(page);
          const answer = await page.goto(preferences.replace(/preferences$/, kind), { waitUntil: 'load' });
          if (answer.status() !== 200) found.push(`answered with ${answer.status()}`);
          found.push(...await faults(page, { lang, dir: dirOf(lang) }));
          await shoot(page, shots, name);
          await page.close();
          return found;
        });
      }
    }
    await context.close();
  }
}

/** Changes to Arabic by the form, without JavaScript, and gives what the page then says wrongly. */
export async function changeToArabic({ browser, mail, check, shots }) {
  await check('own-change-to-arabic', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, reducedMotion: 'reduce', viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    const found = watch(page);
    await page.goto(/http:\/\/\S+\/preferences/.exec(mail.text)[0]);
    await page.check('input[name=locale][value=ar]');
    await page.fill('#pause', '');
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'POST'),
      page.click('main form button[type=submit] >> nth=0'),
    ]);
    await page.waitForLoadState('load');
    if (answer.status() !== 200) found.push(`answered with ${answer.status()}`);
    const html = await page.content();
    if (!html.includes('<html lang="ar" dir="rtl"')) found.push('the answer is not in Arabic');
    await shoot(page, shots, 'own-change-to-arabic');
    await context.close();
    return found;
  });
}
