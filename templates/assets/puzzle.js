// Does the small piece of work that makes a form cheap for a reader and dear for a program that sends thousands
// (ALTCHA, https://altcha.org). Without it, or when no puzzle can be had, the form is sent as it is. Asks for nothing
// but the puzzle, and that only once somebody begins to fill the form in. Where the form asks for a time zone, it has
// that of the browser chosen.
(() => {
  'use strict';

  /** So many milliseconds of work at a time: nobody feels it while typing. */
  const SLICE = 12;
  /** So long the form waits for its answer at most. */
  const PATIENCE = 10000;
  const form = document.querySelector('form[data-puzzle]');
  if (!form) return;

  const PRIMES = [];
  for (let n = 2; PRIMES.length < 64; n += 1) if (PRIMES.every((prime) => n % prime)) PRIMES.push(n);
  const fraction = (root) => ((root % 1) * 2 ** 32) | 0;
  const K = PRIMES.map((prime) => fraction(Math.cbrt(prime)));
  const H = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
  const W = new Int32Array(64);

  /** The SHA-256 of some ASCII (FIPS 180-4). The browser's own is not there without TLS, and slower for so little. */
  const sha256 = (text) => {
    const words = new Int32Array((((text.length + 8) >> 6) + 1) * 16);
    for (let at = 0; at < text.length; at += 1) words[at >> 2] |= text.charCodeAt(at) << (24 - (at % 4) * 8);
    words[text.length >> 2] |= 0x80 << (24 - (text.length % 4) * 8);
    words[words.length - 1] = text.length * 8;
    const hash = Int32Array.from(H);
    for (let block = 0; block < words.length; block += 16) {
      let [a, b, c, d, e, f, g, h] = hash;
      for (let t = 0; t < 64; t += 1) {
        if (t < 16) {
          W[t] = words[block + t];
        } else {
          const x = W[t - 15];
          const y = W[t - 2];
          const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
          const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
          W[t] = W[t - 16] + s0 + W[t - 7] + s1;
        }
        const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
        const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
        const one = (h + s1 + ((e & f) ^ (~e & g)) + K[t] + W[t]) | 0;
        const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0;
      }
      hash[0] += a; hash[1] += b; hash[2] += c; hash[3] += d; hash[4] += e; hash[5] += f; hash[6] += g; hash[7] += h;
    }
    return hash;
  };

  const hex = (hash) => Array.from(hash, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');

  const pause = () => new Promise((resume) => { setTimeout(resume); });

  /** The number that was looked for, if there is one. */
  const solve = async ({ challenge, salt, maxnumber }) => {
    const first = Number.parseInt(challenge.slice(0, 8), 16) | 0;
    let until = performance.now() + SLICE;
    for (let number = 0; number <= maxnumber; number += 1) {
      const hash = sha256(salt + number);
      if (hash[0] === first && hex(hash) === challenge) return number;
      if (number % 64 === 0 && performance.now() > until) {
        await pause();
        until = performance.now() + SLICE;
      }
    }
    return undefined;
  };

  const zones = form.querySelector('select[data-guess-beside]');
  if (zones && zones.value === '') {
    // Who has not said where they are is where their browser is; where that is with us, our zone will do.
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const isIt = ({ value, dataset }) => value === timeZone || dataset.also?.split(' ').includes(timeZone);
    const own = Array.from(zones.options).find(isIt);
    if (own && own.value !== zones.dataset.guessBeside) own.selected = true;
  }

  let work;
  let isDone = false;
  const begin = () => {
    work ??= (async () => {
      try {
        const answer = await fetch(form.dataset.puzzle);
        const { algorithm, challenge, salt, signature, maxnumber } = await answer.json();
        const number = await solve({ challenge, salt, maxnumber });
        const field = document.createElement('input');
        field.type = 'hidden';
        field.name = 'altcha';
        field.value = btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }));
        if (number !== undefined) form.append(field);
      } catch {
        // It is sent without.
      }
      isDone = true;
    })();
    return work;
  };

  form.addEventListener('focusin', begin, { once: true });
  form.addEventListener('submit', async (event) => {
    if (isDone) return;
    event.preventDefault();
    await Promise.race([begin(), new Promise((resume) => { setTimeout(resume, PATIENCE); })]);
    isDone = true;
    form.requestSubmit(event.submitter);
  });
})();
