// A reader joins in Dutch, changes to Arabic, gets the digest in Arabic, and leaves by the link in it; once with scripts
// and once without. Each page on the way is looked at.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { faultsOfMail, faultsOfPage, watch } from './look.mjs';
import { HOST } from './publication.mjs';

/**
 * A post that is new to everybody: its Dutch, which no earlier one has (the memory would fill it in), and its Arabic in
 * the order in which translators are asked for it.
 */
const POST = (day) => `---\ntitle: Dag ${day} van de trap\ndate: ${new Date().toISOString().slice(0, 10)}\ntopics: [krachttraining]\n`
  + `summary: Twee verdiepingen per dag, dag ${day}.\n---\nNeem vandaag de trap, voor de keer ${day}.\n`;
const ARABIC = (day) => [`اليوم ${day} على الدرج`, `طابقان كل يوم، اليوم ${day}.`, `اصعد الدرج اليوم، المرة ${day}.`];

export async function readInArabic({ browser, publication, check, shots }) {
  for (const [nth, javaScriptEnabled] of [true, false].entries()) {
    const kind = javaScriptEnabled ? 'scripts' : 'plain';
    const address = `qaria-${kind}@qurra.example`;
    const context = await browser.newContext({
      javaScriptEnabled, reducedMotion: 'reduce', viewport: { width: 390, height: 844 },
    });
    const page = await context.newPage();
    const complaints = watch(page);
    let digest;

    /** One step: what it comes to, and what is wrong with the page there. */
    const step = (name, lang, status, act) => check(`arabic-${kind}-${name}`, async () => {
      const answer = await act();
      const found = complaints.splice(0);
      if (answer.status() !== 200) found.push(`answered with ${answer.status()}`);
      const how = { lang, dir: lang === 'ar' ? 'rtl' : 'ltr', width: 390, theme: 'light', shots };
      found.push(...await faultsOfPage(browser, await page.content(), { ...how, name: `arabic-${kind}-${name}` }));
      const shown = JSON.parse(await publication.run('subscribers', 'show', address, '--json').catch(() => '{}'));
      if ((shown.status ?? 'nobody') !== status) found.push(`the subscriber is ${shown.status}, not ${status}`);
      return found;
    });
    const press = async (button = 'main button[type=submit] >> nth=0') => {
      const isAnswer = (answer) => answer.request().isNavigationRequest() && answer.request().method() === 'POST';
      // With scripts the form waits for its puzzle, and the page that is there is loaded already.
      const [answer] = await Promise.all([page.waitForResponse(isAnswer), page.waitForEvent('load'), page.click(button)]);
      return answer;
    };
    const link = async (end) => {
      const mail = await publication.mailTo(address, new RegExp(`/s/[^/\\s]+/${end}`));
      return new RegExp(`http://\\S+/s/[^/\\s]+/${end}`).exec(mail.text)[0];
    };

    let proof;
    page.on('request', (request) => {
      if (request.method() === 'POST') proof ??= new URLSearchParams(request.postData()).has('altcha');
    });
    await step('subscribe', 'nl', 'pending', async () => {
      await page.goto(`http://${HOST}/nl/subscribe`);
      await page.fill('#email', address);
      return press();
    });
    await check(`arabic-${kind}-proof`, async () => (
      proof === javaScriptEnabled ? [] : [`the form came ${proof ? 'with' : 'without'} a puzzle solved`]
    ));
    await step('open-the-confirmation', 'nl', 'pending', async () => page.goto(await link('confirm')));
    await step('confirm', 'nl', 'active', () => press());
    await step('open-the-preferences', 'nl', 'active', async () => page.goto(await link('preferences')));
    await step('change', 'ar', 'active', async () => {
      await page.check('input[name=locale][value=ar]');
      return press('main form.form button[type=submit] >> nth=0');
    });
    await check(`arabic-${kind}-digest`, async () => {
      await publish(publication, nth + 1);
      await publication.run('run', 'weekly-digest');
      digest = await publication.mailTo(address, new RegExp(ARABIC(nth + 1)[0]));
      const found = [];
      if (digest.headers['content-language'] !== 'ar') found.push(`it is in ${digest.headers['content-language']}`);
      if (!digest.text.includes('باللغة العربية')) found.push('it does not say which language was asked for');
      const how = { lang: 'ar', dir: 'rtl', width: 390, theme: 'light', shots, name: `arabic-${kind}-mail` };
      found.push(...await faultsOfMail(browser, digest.html, how));
      return found;
    });
    await step('open-the-way-out', 'ar', 'active', () => page.goto(/<(.+)>/.exec(digest.headers['list-unsubscribe'])[1]));
    await step('unsubscribe', 'ar', 'unsubscribed', () => press());
    await context.close();
  }
}

/** Writes a post, and translates it into Arabic as a translator does. */
async function publish(publication, day) {
  const slug = `trap-dag-${day}`;
  await writeFile(join(publication.root, 'posts', `${slug}.md`), POST(day));
  await publication.run('sync');
  const file = join(publication.root, 'locales/ar/posts', `${slug}.ftl`);
  const texts = ARABIC(day);
  const asked = await readFile(file, 'utf8');
  await writeFile(file, asked.replace(/^# todo (\S+) =$/gm, (_, id) => `${id} = ${texts.shift()}`));
  // The daemon sees it, and nobody else is to write the site meanwhile.
  const url = `http://127.0.0.1:${publication.port}/ar/${slug}/`;
  for (let looks = 0; !(await (await fetch(url)).text()).includes(ARABIC(day)[0]); looks += 1) {
    if (looks > 300) throw new Error(`${url} does not come`);
    await new Promise((wake) => setTimeout(wake, 200));
  }
}
