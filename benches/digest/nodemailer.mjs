// A newsletter's loop over nodemailer's pool: one mail to each reader, as many at a time as there are connections.
//
//     node nodemailer.mjs settings.json
//
// The settings say where the package is (`packages`), the `port`, how many `connections`, `from` and up to which
// number (`first`, `end`), the `mails` (subject, text and html in each language), the DKIM `key` if there is one, and,
// for a loop that remembers, the `log` of whom it has written to: as it may be written, it says so `before` or `after`.

import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";

const settings = JSON.parse(readFileSync(process.argv[2]));
const nodemailer = createRequire(`${settings.packages}/`)("nodemailer");

const transport = nodemailer.createTransport({
    pool: true,
    host: "127.0.0.1",
    port: settings.port,
    ignoreTLS: true,
    maxConnections: settings.connections,
    maxMessages: 100,
    ...(settings.key && {
        dkim: { domainName: "duif.example", keySelector: "a", privateKey: readFileSync(settings.key, "utf8") },
    }),
});

const known = new Set(settings.log && existsSync(settings.log) ? readFileSync(settings.log, "utf8").split("\n") : []);
const remember = (when, to) => settings.log && settings.when === when && appendFileSync(settings.log, `${to}\n`);

let next = settings.first;
async function work() {
    while (next < settings.end) {
        const number = next++;
        const to = `reader-${number}@lezers.example`;
        if (known.has(to)) continue;
        const { subject, text, html } = settings.mails[number % settings.mails.length];
        remember("before", to);
        await transport.sendMail({
            from: "De Duif <post@duif.example>",
            to,
            subject,
            text,
            html,
            list: { unsubscribe: `https://duif.example/s/${number}/unsubscribe` },
        });
        remember("after", to);
    }
}

await Promise.all(Array.from({ length: settings.connections }, work));
transport.close();
