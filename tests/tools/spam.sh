#!/usr/bin/env bash
# spam.sh PROGRAM: SpamAssassin takes no mail of the model publication for spam, in any language.
#
# By its own rules alone: nothing is asked of the network, so what is known of an address or a domain does not count.
# PROGRAM is the built postduif.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=$(realpath "$1")

# The score at which a mail would be spam is 5; more than this is a smell.
most=1.0

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cp -r posts pages locales workflows demo postduif.toml "$scratch"
export POSTDUIF_SITE__BASE_URL=https://beweegreden.example
run() { (cd "$scratch" && "$program" "$@" >/dev/null 2>&1); }
run publish
run subscribers import demo/subscribers.csv --start latest:3
run run weekly-digest

# The score of a mail, and the rules that made it.
judge() {
    spamassassin --local --test-mode --siteconfigpath=/etc/spamassassin 2>/dev/null |
        tr '\r\n\t' '   ' | tr -s ' ' | grep -o 'score=[-0-9.]* required=[0-9.]* tests=[A-Z0-9_, ]*' | head -n 1
}

failed=0
for mail in "$scratch"/outbox/*.eml; do
    judged=$(judge <"$mail")
    score=${judged#score=}
    score=${score%% *}
    verdict='ok    '
    if [[ -z $score ]] || awk "BEGIN { exit !($score > $most) }"; then
        verdict=FAILED
        failed=$((failed + 1))
    fi
    printf '%s %s: %s\n' "$verdict" "$(basename "$mail")" "$judged"
done

# What is spam by agreement (GTUBE) is found, so SpamAssassin does look.
control=$(printf 'From: a@example.org\r\nTo: b@example.org\r\nSubject: x\r\n\r\nXJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X\r\n' | judge)
[[ $control == *GTUBE* ]] || { echo "FAILED the control: $control"; failed=$((failed + 1)); }
[[ -e $(find "$scratch/outbox" -name '*.eml' -print -quit) ]] || failed=$((failed + 1))
echo "spam: $failed failed"
((failed == 0))
