// What is high fits the window, what is wide says that there is more of it, and what is dark is seen by night.

import { HOST } from './publication.mjs';

const LONG_WORD = 'Arbeidsongeschiktheidsverzekeringen';

const WINDOWS = { desk: { width: 1280, height: 720 }, phone: { width: 390, height: 844 } };

export async function fitTheWindow({ browser, check }) {
  for (const [name, viewport] of Object.entries(WINDOWS)) {
    await check(`fits-${name}`, async () => {
      const context = await browser.newContext({ viewport, colorScheme: 'dark' });
      const page = await context.newPage();
      await page.goto(`http://${HOST}/nl/opnieuw-beginnen-lopen/`);
      const shown = await page.evaluate(() => {
        const prose = document.querySelector('.prose');
        const add = (html) => {
          prose.insertAdjacentHTML('beforeend', html);
          return prose.lastElementChild;
        };
        const drawing = (ending, width, height) =>
          add(`<figure class="picture"><img src="/x${ending}" alt="" width="${width}" height="${height}"></figure>`).firstElementChild;
        const box = (element) => element.getBoundingClientRect();
        const high = box(drawing('.jpg', 1200, 2000));
        const wide = box(drawing('.jpg', 2000, 1200));
        const ground = (ending) => getComputedStyle(drawing(ending, 20, 20)).backgroundColor;
        const contents = document.querySelector('.contents ol')?.parentElement
          ?? add('<nav class="contents"><ol></ol></nav>');
        contents.querySelector('ol').innerHTML = '<li><a href="#x">Een kop</a></li>'.repeat(60);
        const table = add(`<div class="table"><table><tr><td>a</td><td>b</td></tr></table></div>`);
        return {
          high: high.height,
          ratio: [high.width / high.height, wide.width / wide.height],
          grounds: [ground('.svg'), ground('.png'), ground('.jpg')],
          contents: box(contents).height,
          scrolls: contents.scrollHeight > contents.clientHeight,
          table: box(table.firstElementChild).width / box(table).width,
        };
      });
      await context.close();
      const found = [];
      const { height } = viewport;
      if (shown.high > 0.86 * height) found.push(`a picture is ${shown.high} px high in a window of ${height}`);
      if (Math.abs(shown.ratio[0] - 0.6) > 0.01 || Math.abs(shown.ratio[1] - 5 / 3) > 0.01) {
        found.push(`pictures lose their shape: ${shown.ratio}`);
      }
      if (shown.contents > height || !shown.scrolls) found.push(`the table of contents is ${shown.contents} px high`);
      if (shown.table > 0.9) found.push('a narrow table is as wide as its column');
      const [svg, png, photograph] = shown.grounds;
      if (svg !== png || svg === photograph) found.push(`by night pictures stand on ${shown.grounds}`);
      return found;
    });
  }
  await check('fits-form', async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 844 } });
    await page.goto(`http://${HOST}/nl/subscribe`);
    const wide = await page.evaluate((word) => {
      for (const label of document.querySelectorAll('.choice > span')) label.textContent = word;
      return document.documentElement.scrollWidth - document.documentElement.clientWidth;
    }, LONG_WORD.repeat(2));
    await page.close();
    return wide > 0 ? [`a long word makes the form ${wide} px too wide`] : [];
  });
  await check('fits-paper', async () => {
    const page = await browser.newPage({ viewport: { width: 680, height: 960 } });
    await page.emulateMedia({ media: 'print' });
    await page.goto(`http://${HOST}/nl/opnieuw-beginnen-lopen/`);
    const wide = await page.evaluate((row) => {
      const prose = document.querySelector('.prose');
      prose.insertAdjacentHTML('beforeend', `<div class="table"><table><tr>${row}</tr></table></div>`);
      return prose.lastElementChild.firstElementChild.getBoundingClientRect().width - prose.getBoundingClientRect().width;
    }, '<td>kolom</td>'.repeat(15));
    await page.close();
    return wide > 0.5 ? [`a table is ${wide} px wider than the paper`] : [];
  });
}
