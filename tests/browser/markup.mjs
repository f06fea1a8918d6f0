// The Nu HTML checker finds nothing wrong on any page of the model publication, in any language.
//
//     cargo build && npm ci && node markup.mjs
//
// Needs Java (Debian: default-jre-headless; elsewhere JAVA=/path/to/it). The program is the debug build, or
// POSTDUIF_BINARY.

import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { Publication } from './publication.mjs';

const CHECKER = String(createRequire(import.meta.url)('vnu-jar'));

const publication = await Publication.make();
try {
  await publication.run('publish');
  const words = ['-jar', CHECKER, '--skip-non-html', '--errors-only', '--format', 'gnu', join(publication.root, 'public')];
  const said = await new Promise((end) => {
    execFile(process.env.JAVA ?? 'java', words, { maxBuffer: 1 << 26 }, (error, _, stderr) => end({ error, stderr }));
  });
  const found = said.stderr.split('\n').filter((line) => line.includes('error:'));
  for (const line of new Set(found)) console.log(line.replaceAll(`file:${publication.root}/`, ''));
  if (said.error && !found.length) console.log(said.error.message);
  console.log(`markup: ${found.length ? `${found.length} errors` : said.error ? 'not checked' : 'no errors'}`);
  process.exitCode = said.error || found.length ? 1 : 0;
} finally {
  await publication.remove();
}
