#!/usr/bin/env bash
# spam.sh PROGRAM [FILTER]: a filter takes no mail of the model publication for spam, in any language: SpamAssassin,
# or rspamd where that is named.
#
# By its own rules alone: nothing is asked of the network, so what is known of an address or a domain does not count.
# PROGRAM is the built postduif.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=$(realpath "$1")
filter=${2:-spamassassin}

# The scores at which a mail would be spam are 5 and 15, and doubted from 4 on; more than this is a smell.
most=1.0

scratch=$(mktemp -d)
rspamd=
finish() {
    if [[ -n $rspamd ]]; then
        kill "$rspamd" 2>/dev/null || true
        wait "$rspamd" 2>/dev/null || true
    fi
    rm -rf "$scratch"
}
trap finish EXIT
cp -r posts pages locales workflows demo postduif.toml "$scratch"
export POSTDUIF_SITE__BASE_URL=https://beweegreden.example
run() { (cd "$scratch" && "$program" "$@" >/dev/null 2>&1); }
run publish
run subscribers import demo/subscribers.csv --start latest:3
run run weekly-digest

failed=0

# The score of a mail, and the rules that made it.
by_spamassassin() {
    spamassassin --local --test-mode --siteconfigpath=/etc/spamassassin 2>/dev/null |
        tr '\r\n\t' '   ' | tr -s ' ' | grep -o 'score=[-0-9.]* required=[0-9.]* tests=[A-Z0-9_, ]*' | head -n 1
}

# The same; the name of the machine that hands the mail in would be looked up.
by_rspamd() {
    rspamc --connect "$scratch/rspamd/scan.sock" --hostname mail.example --ip 192.0.2.1 symbols 2>/dev/null |
        sed -n 's/^Score: \([-0-9.]*\) .*/score=\1/p; s/^Symbol: \([A-Z0-9_]*\) (\([-0-9.]*\)).*/\1 \2/p' |
        awk '!/ 0\.00$/ || /^GTUBE/' | tr '\n' ' '
}

# A daemon of its own on a socket of its own, whose name server is nobody.
start_rspamd() {
    mkdir "$scratch/rspamd"
    cat >"$scratch/rspamd.conf" <<'CONF'
.include "$CONFDIR/common.conf"
options {
    .include "$CONFDIR/options.inc"
    pidfile = "$RUNDIR/rspamd.pid";
    control_socket = "$RUNDIR/control.sock mode=0600";
    filters = "chartable,dkim,regexp";
    disable_hyperscan = true; # which would compile its expressions for half a minute first
    dns { nameserver = ["127.0.0.1:9"]; timeout = 0.05s; retransmits = 1; }
}
logging { type = "console"; level = "error"; }
worker "normal" { bind_socket = "$RUNDIR/scan.sock mode=0600"; count = 1; }
CONF
    local folder=$scratch/rspamd
    rspamd --no-fork --insecure --config "$scratch/rspamd.conf" \
        --var="DBDIR=$folder" --var="RUNDIR=$folder" --var="LOGDIR=$folder" >"$scratch/rspamd.log" 2>&1 &
    rspamd=$!
    for _ in {1..3000}; do
        # Its first answer comes when it has read its rules.
        [[ -S $folder/scan.sock && -n $(printf 'Subject: x\r\n\r\nx\r\n' | by_rspamd) ]] && return
        sleep 0.1
    done
    tail -n 5 "$scratch/rspamd.log"
    return 1
}

[[ $filter == rspamd ]] && start_rspamd
for mail in "$scratch"/outbox/*.eml; do
    judged=$("by_$filter" <"$mail")
    score=${judged#score=}
    score=${score%% *}
    verdict='ok    '
    if [[ -z $score ]] || awk "BEGIN { exit !($score > $most) }"; then
        verdict=FAILED
        failed=$((failed + 1))
    fi
    printf '%s %s: %s\n' "$verdict" "$(basename "$mail")" "$judged"
done

# What is spam by agreement (GTUBE) is found, so the filter does look.
control=$(printf 'From: a@example.org\r\nTo: b@example.org\r\nSubject: x\r\n\r\nXJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X\r\n' | "by_$filter")
[[ $control == *GTUBE* ]] || { echo "FAILED the control: $control"; failed=$((failed + 1)); }
[[ -e $(find "$scratch/outbox" -name '*.eml' -print -quit) ]] || failed=$((failed + 1))
echo "spam: $failed failed"
((failed == 0))
