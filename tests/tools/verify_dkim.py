"""Says of each DKIM signature of a mail, from the top, whether it passes.

    python verify_dkim.py records.json mail.eml

`records.json` holds what the DNS would say: names that end in a dot, and their texts.
"""

import json
import sys

import dkim

records = json.load(open(sys.argv[1], encoding="utf-8"))
mail = open(sys.argv[2], "rb").read()


def txt(name, timeout=5):
    found = records.get(name.decode() if isinstance(name, bytes) else name)
    return found.encode() if found else None


signatures = sum(line.lower().startswith(b"dkim-signature:") for line in mail.split(b"\r\n\r\n")[0].split(b"\r\n"))
for index in range(signatures):
    try:
        good = dkim.DKIM(mail).verify(idx=index, dnsfunc=txt)
    except dkim.DKIMException as error:
        print(error, file=sys.stderr)
        good = False
    print("pass" if good else "fail")
