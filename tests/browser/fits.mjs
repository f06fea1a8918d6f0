// What is high fits the window, what is wide says that there is more of it, what is long is broken, what runs against
// the page has its edges, and what is dark is seen by night.

import { HOST } from './publication.mjs';

const LONG_WORD = 'Arbeidsongeschiktheidsverzekeringen';

/** Whoever enlarges a page four times, and whoever has a small phone. */
const NARROW = [320, 360];

/** Two languages that run from left to right and from right to left, and a word of each without a blank. */
const WORDS = { de: LONG_WORD.repeat(2).slice(0, 60), ar: 'مستشفياتالطبيعيةالمتعددةالاختصاصات'.repeat(2).slice(0, 60) };

const KINDS = ['', 'opnieuw-beginnen-lopen/', 'topics/rugpijn/', 'authors/lien/', 'archive/', 'feeds/', 'there-is-no-such-page/'];

/** A picture four times as wide as it is high. */
const LOGO = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="640" height="160"/>';

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
  for (const [lang, word] of Object.entries(WORDS)) {
    await check(`fits-${lang}-long-names`, async () => {
      const found = [];
      const page = await browser.newPage();
      for (const width of NARROW) {
        await page.setViewportSize({ width, height: 844 });
        for (const kind of KINDS) {
          await page.goto(`http://${HOST}/${lang}/${kind}`);
          for (const [what, wide] of Object.entries(await page.evaluate(lengthen, { word, logo: LOGO }))) {
            if (wide > 0) found.push(`/${lang}/${kind} is ${wide} px wider than ${width} with ${what}`);
          }
        }
      }
      await page.close();
      return found;
    });
  }
  for (const [lang, foreign] of [['ar', 'de'], ['de', 'ar']]) {
    await check(`fits-${foreign}-text-on-${lang}-page`, async () => {
      const page = await browser.newPage({ viewport: { width: 1100, height: 844 } });
      await page.goto(`http://${HOST}/${lang}/opnieuw-beginnen-lopen/`);
      const edges = await page.evaluate(turn, { foreign, word: WORDS[foreign] });
      await page.goto(`http://${HOST}/${lang}/`);
      const listed = await page.evaluate(turn, { foreign, word: WORDS[foreign] });
      await page.close();
      const found = [];
      for (const [where, all] of Object.entries({ post: edges, front: listed })) {
        for (const { text, ...others } of all) {
          for (const [what, edge] of Object.entries(others)) {
            if (Math.abs(edge - text) > 1) found.push(`${where}: ${what} begins at ${edge}, the text at ${text}`);
          }
        }
      }
      return found;
    });
  }
}

/** Runs in a page: by how much that is too wide, with one long name after the other, which then stay. */
function lengthen({ word, logo }) {
  const name = (selector, text) => () => {
    for (const element of document.querySelectorAll(selector)) element.textContent = text;
  };
  const changes = {
    'a logo and a title': () => {
      name('.masthead .name', 'Gesundheitszeitung')();
      document.querySelector('.masthead .mark').outerHTML = `<img class="mark" src='${logo}' alt="" width="640" height="160">`;
    },
    topics: name('.topics li:first-child a, .kickers a', word),
    authors: name('.byline bdi, h1 bdi, address bdi', word),
    'a title that is one word': name('.name', word),
  };
  const { documentElement } = document;
  return Object.fromEntries(Object.entries(changes).map(([what, change]) => {
    change();
    return [what, documentElement.scrollWidth - documentElement.clientWidth];
  }));
}

/** Runs in a page: where titles, summaries and texts begin that are in a language of the other direction. */
function turn({ foreign, word }) {
  const dir = document.dir === 'rtl' ? 'ltr' : 'rtl';
  const begin = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const boxes = [...range.getClientRects()];
    return Math.round(dir === 'ltr' ? Math.min(...boxes.map(({ left }) => left)) : Math.max(...boxes.map(({ right }) => right)));
  };
  const turned = (element) => {
    Object.assign(element, { lang: foreign, dir, textContent: `${word.slice(0, 9)} `.repeat(3) });
    return begin(element);
  };
  const lists = [...document.querySelectorAll('.lead, .card')].filter((post) => post.querySelector('p:not(.kickers, .facts)'));
  const post = document.querySelector('.post .prose') && {
    title: turned(document.querySelector('h1')),
    summary: turned(document.querySelector('.page-head .summary')),
    text: turned(document.querySelector('.prose > h2')),
  };
  return [
    ...(post ? [post] : []),
    ...lists.map((item) => ({
      title: turned(item.querySelector(':is(h2, h3) a')),
      text: turned(item.querySelector('p:not(.kickers, .facts)')),
    })),
  ];
}
