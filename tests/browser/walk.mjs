// A reader joins in French without JavaScript, reads two mails, and leaves.

import { faultsOfMail, faultsOfPage, watch } from './look.mjs';
import { HOST } from './publication.mjs';

const ADDRESS = 'nouvelle@lecteurs.example';

export async function subscribeAndLeave({ browser, publication, check, shots }) {
  // Where a page glides to what is to be pressed, on a busy machine it may be on its way for ever.
  const reading = await browser.newContext({
    javaScriptEnabled: false, reducedMotion: 'reduce', viewport: { width: 390, height: 844 },
  });
  const page = await reading.newPage();
  const complaints = watch(page);
  let confirmation;
  let welcome;

  /** What the step left on the screen and in the database, and what the browser said meanwhile. */
  async function ends(name, { status, answer = 200 }, response) {
    const found = complaints.splice(0);
    if (response.status() !== answer) found.push(`answered with ${response.status()}, not ${answer}`);
    found.push(...await faultsOfPage(browser, await page.content(), how(`walk-${name}`, 'light')));
    const shown = await statusOf(publication);
    if (shown !== status) found.push(`the subscriber is ${shown}, not ${status}`);
    return found;
  }

  const how = (name, theme) => ({ lang: 'fr', dir: 'ltr', width: 390, theme, shots, name });
  const step = (name, outcome, act) => check(`walk-${name}`, async () => ends(name, outcome, await act()));

  await step('wrong-address', { status: 'nobody', answer: 422 }, async () => {
    await page.goto(`http://${HOST}/fr/subscribe`);
    await page.fill('#email', 'nouvelle@nulle part');
    await page.evaluate(() => { document.querySelector('form.form').noValidate = true; });
    return press(page);
  });
  await step('subscribe', { status: 'pending' }, async () => {
    await page.goto(`http://${HOST}/fr/subscribe`);
    await page.fill('#email', ADDRESS);
    await page.fill('#name', 'Nouvelle Lectrice');
    await page.check('input[name=topics] >> nth=0');
    return press(page);
  });
  await step('open-the-confirmation', { status: 'pending' }, async () => {
    confirmation = await publication.mailTo(ADDRESS, /\/s\/[^/\s]+\/confirm/);
    return page.goto(/http:\/\/\S+\/s\/[^/\s]+\/confirm/.exec(confirmation.text)[0]);
  });
  await step('confirm', { status: 'active' }, () => press(page));
  await step('open-the-way-out', { status: 'active' }, async () => {
    welcome = await publication.mailTo(ADDRESS, /\/s\/[^/\s]+\/unsubscribe/);
    return page.goto(/<(.+)>/.exec(welcome.headers['list-unsubscribe'])[1]);
  });
  await step('unsubscribe', { status: 'unsubscribed' }, () => press(page));
  await reading.close();

  for (const [kind, mail] of Object.entries({ confirmation, welcome })) {
    if (!mail) continue; // the step that should have brought it was left out, or says so itself
    for (const theme of ['light', 'dark']) {
      const name = `walk-mail-${kind}-390-${theme}`;
      await check(name, () => faultsOfMail(browser, mail.html, how(name, theme)));
    }
  }
}

/** Presses the page's one button and gives the answer. */
async function press(page) {
  const isAnswer = (response) => response.request().isNavigationRequest() && response.request().method() === 'POST';
  const [response] = await Promise.all([page.waitForResponse(isAnswer), page.click('main button[type=submit]')]);
  await page.waitForLoadState('load');
  return response;
}

async function statusOf(publication) {
  try {
    return JSON.parse(await publication.run('subscribers', 'show', ADDRESS, '--json')).status;
  } catch {
    return 'nobody';
  }
}
