// Reads the mails that the program writes: enough MIME for multipart/alternative.

import { readFile } from 'node:fs/promises';

/** A mail's headers (lower-case names), its text and its HTML. */
export async function readMail(path) {
  const whole = (await readFile(path)).toString('latin1');
  const { headers, body } = split(whole);
  const boundary = /boundary="([^"]+)"/.exec(headers['content-type'])[1];
  const parts = body.split(`--${boundary}`).slice(1, -1).map((part) => decode(part.replace(/^\r?\n/, '')));
  const of = (type) => parts.find((part) => part.type.startsWith(type))?.content ?? '';
  return { path, headers, text: of('text/plain'), html: of('text/html') };
}

function split(text) {
  const [, head, body] = /^([\s\S]*?)\r?\n\r?\n([\s\S]*)$/.exec(text);
  const headers = {};
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  return { headers, body };
}

function decode(part) {
  const { headers, body } = split(part);
  const type = headers['content-type'];
  const decoded = {
    base64: () => Buffer.from(body, 'base64'),
    'quoted-printable': () => Buffer.from(fromQuotedPrintable(body), 'latin1'),
  }[headers['content-transfer-encoding']]?.() ?? Buffer.from(body, 'latin1');
  return { type, content: decoded.toString('utf8') };
}

function fromQuotedPrintable(text) {
  const joined = text.replace(/=\r?\n/g, '');
  return joined.replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
