// What the program answers to who did something: a form with a mistake, a slip in an address, a link that is nobody's,
// a subscription that is over; in each language, on a telephone.

import { faults, shoot, watch } from './look.mjs';
import { HOST } from './publication.mjs';

const VIEWPORT = { width: 320, height: 844 };

/** Does what new readers do, in each language, and looks at each answer. */
export async function lookAtAnswers({ browser, locales, check, shots, dirOf }) {
  for (const lang of locales) {
    const asked = async (page, address) => {
      await page.goto(`http://${HOST}/${lang}/subscribe`);
      await page.fill('#email', address);
      return press(page, 'form.form');
    };
    const look = looker({ browser, lang, dir: dirOf(lang), check, shots });
    await look('wrong-address', 422, (page) => asked(page, 'lezer@nergens'));
    await look('slip', 422, (page) => asked(page, 'lezer@gmial.com'));
    await look('check-inbox', 200, (page) => asked(page, `lezer-${lang}@lezers.example`));
    await look('no-such-link', 404, (page) => page.goto(`http://${HOST}/s/nobodys/preferences`));
  }
}

/** Does what the reader of each mail may do by its links, at last to be forgotten, and looks at each answer. */
export async function lookAtTheEnd({ browser, mails, check, shots, dirOf }) {
  for (const { headers, text } of mails) {
    const preferences = /http:\/\/\S+\/preferences/.exec(text)[0];
    const unsubscribe = /<(.+?)>/.exec(headers['list-unsubscribe'])[1];
    const locale = headers['content-language'];
    const lang = locale.split('-')[0];
    const look = looker({ browser, lang, dir: dirOf(lang), check, shots, name: locale });
    const move = async (page, address) => {
      await page.goto(preferences);
      await page.fill('#email', address);
      return press(page, 'section:has(#address-title) form');
    };
    await look('pause-too-long', 422, async (page) => {
      await page.goto(preferences);
      await page.fill('#pause', '2199-01-01');
      return press(page, 'form.form >> nth=0');
    });
    await look('slip-in-new-address', 422, (page) => move(page, 'lezer@gmial.com'));
    await look('new-address', 200, (page) => move(page, `${lang}@nieuw.example`));
    await look('unsubscribed', 200, async (page) => {
      await page.goto(unsubscribe);
      return press(page, 'form');
    });
    await look('erased', 200, async (page) => {
      await page.goto(preferences.replace(/preferences$/, 'erase'));
      return press(page, 'form');
    });
    await look('gone', 404, (page) => page.goto(preferences));
  }
}

/** Looks at what an act leads to, in a browser of its own that speaks the language and checks no field itself. */
function looker({ browser, lang, dir, check, shots, name = lang }) {
  return (what, status, act) => check(`answer-${name}-${what}`, async () => {
    const context = await browser.newContext({ locale: lang, reducedMotion: 'reduce', viewport: VIEWPORT });
    const page = await context.newPage();
    const found = watch(page);
    const response = await act(page);
    if (response.status() !== status) found.push(`answered with ${response.status()}, not ${status}`);
    found.push(...await faults(page, { lang, dir }));
    await shoot(page, shots, `answer-${name}-${what}`);
    await context.close();
    return found;
  });
}

/** Presses the last button of a form, which sends what was typed, and gives the answer. */
async function press(page, form) {
  const isAnswer = (response) => response.request().isNavigationRequest() && response.request().method() === 'POST';
  await page.evaluate(() => { for (const each of document.forms) each.noValidate = true; });
  const [response] = await Promise.all([
    page.waitForResponse(isAnswer),
    page.waitForEvent('load'),
    page.locator(`main ${form}`).locator('button[type=submit]').last().click(),
  ]);
  return response;
}
