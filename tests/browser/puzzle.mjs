// The puzzle of the form is one that ALTCHA's own library solves, and the form believes its answer.
//
//     cargo build && npm ci && node puzzle.mjs
//
// The program is the debug build, or POSTDUIF_BINARY.

import { extractParams, solveChallenge } from 'altcha-lib';

import { Publication } from './publication.mjs';

/** One with an answer counts once, one of which nobody knows when it was shown three times, and there is room for thirty. */
const FORMS = 9;
const REFUSED = 429;

const publication = await Publication.make();
let failed = 0;
const expect = (what, holds) => {
  failed += holds ? 0 : 1;
  console.log(`${holds ? 'ok    ' : 'FAILED'} ${what}`);
};
try {
  await publication.serve();
  const ask = (path, options) => fetch(`http://127.0.0.1:${publication.port}/nl/subscribe${path}`, options);
  const solved = async (shift) => {
    const puzzle = await (await ask('/puzzle')).json();
    const { algorithm, challenge, salt, maxnumber, signature } = puzzle;
    const { number } = await solveChallenge(challenge, salt, algorithm, maxnumber).promise;
    const late = Number(extractParams(puzzle).expires) * 1000 < Date.now();
    if (late) throw new Error('the puzzle says that it has lapsed');
    return btoa(JSON.stringify({ algorithm, challenge, number: number + shift, salt, signature }));
  };
  const send = async (name, altcha) => {
    const form = new URLSearchParams({ email: `${name}@lezers.example`, cadence: 'weekly', altcha });
    return (await ask('', { method: 'POST', body: form })).status;
  };
  const answers = [];
  for (let form = 0; form < FORMS; form += 1) answers.push(await send(`goed${form}`, await solved(0)));
  expect(`${FORMS} forms with an answer of altcha-lib: ${answers}`, answers.every((status) => status === 200));
  let last;
  for (let form = 0; form < FORMS; form += 1) last = await send(`fout${form}`, await solved(1));
  expect(`the last of ${FORMS} with a wrong one: ${last}`, last === REFUSED);
} finally {
  await publication.remove();
}
console.log(`puzzle: ${failed ? `${failed} failed` : 'as ALTCHA has it'}`);
process.exitCode = failed ? 1 : 0;
