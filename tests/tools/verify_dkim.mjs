// Says of each DKIM signature of a mail, from the top, whether it passes, by mailauth.
//
//     node verify_dkim.mjs records.json mail.eml
//
// `records.json` holds what the DNS would say: names that end in a dot, and their texts. mailauth is one of the
// packages of tests/browser.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(new URL("../browser/package.json", import.meta.url));
const { dkimVerify } = require("mailauth/lib/dkim/verify");

const [records, mail] = process.argv.slice(2).map((file) => readFileSync(file));
const known = JSON.parse(records);

const resolver = async (name, type) => {
    const text = type === "TXT" && known[`${name}.`];
    if (!text) throw Object.assign(new Error(`nothing is known of ${name}`), { code: "ENOTFOUND" });
    return [[text]];
};

const { results } = await dkimVerify(mail, { resolver });
for (const { status } of results) console.log(status.result);
