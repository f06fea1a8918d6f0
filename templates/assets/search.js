// Searches the archive of one language. Without it, or when the index cannot be had, the archive
// serves as it stands. Asks for nothing but the index, and that only once somebody wants to search.
(() => {
  'use strict';

  const MOST_RESULTS = 50;
  const box = document.querySelector('.search');
  if (!box) return;
  const field = box.querySelector('input');
  const status = box.querySelector('[role=status]');
  const list = box.querySelector('.found');
  const archive = document.querySelector('.archive');
  const number = new Intl.NumberFormat(document.documentElement.lang);
  let posts;

  /** Letters as one types them: no marks, no capitals, one Arabic letter for each of its forms. */
  const fold = (text) => text.normalize('NFKD').replace(/[\p{M}\u0640]/gu, '').toLowerCase()
    .replace(/ß/g, 'ss').replace(/æ/g, 'ae').replace(/œ/g, 'oe').replace(/ø/g, 'o').replace(/ł/g, 'l')
    .replace(/ٱ/g, 'ا').replace(/ى/g, 'ي').replace(/ة/g, 'ه');

  const load = () => {
    posts ??= fetch(box.dataset.index)
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))))
      .then((index) => index.map(([url, title, summary, words, lang]) => (
        { url, title, summary, lang, name: fold(title), text: fold(`${title} ${summary} ${words}`) }
      )))
      .catch(() => { box.remove(); archive.hidden = false; return []; });
    return posts;
  };

  const item = ({ url, title, summary, lang }) => {
    const entry = document.createElement('li');
    const link = document.createElement('a');
    const text = document.createElement('span');
    link.href = url;
    link.textContent = title;
    text.textContent = summary;
    if (lang) {
      entry.lang = lang;
      entry.dir = 'auto';
    }
    entry.append(link, text);
    return entry;
  };

  const search = async () => {
    const all = await load();
    const words = fold(field.value).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    const isAsked = words.length > 0 && all.length > 0;
    const fits = ({ text }) => words.every((word) => text.includes(word));
    const inTitle = ({ name }) => words.filter((word) => name.includes(word)).length;
    const found = isAsked ? all.filter(fits).sort((a, b) => inTitle(b) - inTitle(a)) : [];
    list.replaceChildren(...found.slice(0, MOST_RESULTS).map(item));
    const said = found.length ? box.dataset.found.replace('%', number.format(found.length)) : box.dataset.none;
    status.textContent = isAsked ? said : '';
    archive.hidden = isAsked;
  };

  box.hidden = false;
  field.addEventListener('focus', load, { once: true });
  field.addEventListener('input', search);
  if (field.value) search();
})();
