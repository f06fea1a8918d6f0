// The real program on a copy of the model publication, in a folder that is gone afterwards.

import { execFile, spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { readMail } from './eml.mjs';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/** Where readers find the site; the browser is told that it is on this machine. */
export const HOST = 'beweegreden.example';

/** How long a mail or the server's first words may take; a slow machine needs a tenth of it. */
const PATIENCE_MS = 30_000;

export class Publication {
  static async make() {
    const root = await mkdtemp(join(tmpdir(), 'postduif-browser-'));
    for (const part of ['posts', 'pages', 'locales', 'workflows', 'demo', 'postduif.toml']) {
      await cp(join(REPOSITORY, part), join(root, part), { recursive: true });
    }
    const publication = new Publication();
    publication.root = root;
    return publication;
  }

  /** Runs a command to its end and gives what it printed; throws if it does not exit with 0. */
  async run(...words) {
    const { stdout } = await promisify(execFile)(binary(), words, { cwd: this.root, env: environment() });
    return stdout;
  }

  /** Starts the daemon on free ports; `port` is then where it listens. */
  async serve() {
    this.server = spawn(binary(), ['serve'], { cwd: this.root, env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
    this.log = '';
    this.server.stderr.on('data', (data) => { this.log += data; });
    this.ended = once(this.server, 'exit');
    const greeted = (async () => {
      for await (const line of createInterface({ input: this.server.stdout })) {
        const address = /http:\/\/127\.0\.0\.1:(\d+)\//.exec(line);
        if (address) return Number(address[1]);
      }
      throw new Error(`serve ended without an address:\n${this.log}`);
    })();
    this.port = await within(PATIENCE_MS, greeted, 'the address of serve');
  }

  /** Ends the daemon as an operator would; gives its exit code. */
  async stop() {
    this.server.kill('SIGTERM');
    const [code] = await within(PATIENCE_MS, this.ended, 'the end of serve');
    return code;
  }

  async remove() {
    if (this.server?.exitCode === null) this.server.kill('SIGKILL');
    await rm(this.root, { recursive: true, force: true });
  }

  async mails() {
    const names = (await readdir(join(this.root, 'outbox'))).filter((name) => name.endsWith('.eml')).sort();
    return Promise.all(names.map((name) => readMail(join(this.root, 'outbox', name))));
  }

  /** The mail to `address` with these words in its text, as soon as it is there. */
  async mailTo(address, words) {
    const until = Date.now() + PATIENCE_MS;
    while (Date.now() < until) {
      const mail = (await this.mails()).find(({ headers, text }) => headers.to.includes(address) && words.test(text));
      if (mail) return mail;
      await new Promise((wake) => setTimeout(wake, 100));
    }
    throw new Error(`no mail with ${words} to ${address}`);
  }
}

function binary() {
  const target = resolve(REPOSITORY, process.env.CARGO_TARGET_DIR ?? 'target');
  return process.env.POSTDUIF_BINARY ?? join(target, 'debug/postduif');
}

/** The settings of whoever starts this are not those of the test. */
function environment() {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('POSTDUIF_'));
  return {
    ...Object.fromEntries(kept),
    POSTDUIF_SITE__BASE_URL: `http://${HOST}`,
    POSTDUIF_WEB__LISTEN: '127.0.0.1:0',
    POSTDUIF_WEB__OPERATIONS: '127.0.0.1:0',
  };
}

async function within(ms, promise, what) {
  let timer;
  const late = new Promise((_, fail) => { timer = setTimeout(() => fail(new Error(`waited in vain for ${what}`)), ms); });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
