#!/usr/bin/env bash
# Whether the public tools for Fluent find nothing wrong with the catalogs of the model publication.
#
#     python3 -m venv target/l10n
#     target/l10n/bin/pip install --requirement tests/tools/requirements.txt
#     tests/tools/catalogs.sh target/l10n/bin
#
# Says nothing when all is well; else what the tool says, and ends with 1. Each tool must also refuse a
# copy that is broken in a way it should see: a check that cannot fail would prove nothing.
set -euo pipefail
bin=$(realpath "$1")
cd "$(dirname "$0")/../.."

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0

# The tools, each on a folder of locales.

# Warnings count too; what is not translated yet (hidden by -qq) is nothing wrong.
compare_locales() {
    local compared
    compared=$("$bin/compare-locales" -qq "$1/l10n.toml" "$1" 2>&1) || { echo "$compared"; return 1; }
    if grep -Eq '^ *WARNING' <<<"$compared"; then echo "$compared"; return 1; fi
}

# Part of compare-locales: looks at the Dutch reference.
moz_l10n_lint() {
    "$bin/moz-l10n-lint" "$1/l10n.toml"
}

# Part of moz.l10n, which Pontoon reads files with.
moz_l10n() {
    "$bin/moz-l10n" lint "$1/**/*.ftl"
}

moz_fluent_lint() {
    "$bin/moz-fluent-lint" --config tests/tools/fluent-lint.yml "$1"
}

# Whether Python reads the same texts: the test writes down what is read here, and runs same_text.py.
# In CI it insists on a Python that can.
same_text() {
    CI=true POSTDUIF_TEST_PYTHON="$bin/python" cargo test --quiet --locked --test it -- python_reads_the_same_texts
}

# Expects a tool to have nothing to say about the locales.
accepts() {
    if ! "$1" locales >"$scratch/said" 2>&1; then
        printf '%s:\n' "$1"
        cat "$scratch/said"
        failed=1
    fi
}

# Expects a tool to refuse a copy with one line more in a file.
refuses() {
    local tool=$1 file=$2 line=$3
    rm -rf "$scratch/locales"
    cp -a locales "$scratch/locales"
    printf '%s\n' "$line" >>"$scratch/locales/$file"
    if "$tool" "$scratch/locales" >/dev/null 2>&1; then
        printf '%s finds nothing wrong with %s when it ends in "%s"\n' "$tool" "$file" "$line"
        failed=1
    fi
}

accepts compare_locales
accepts moz_l10n_lint
accepts moz_l10n
accepts moz_fluent_lint
accepts same_text

refuses compare_locales fr/posts/spitten-zonder-spijt.ftl 'half = { "'
refuses compare_locales fr/posts/spitten-zonder-spijt.ftl '    { -nobody-knows }'
refuses moz_l10n_lint nl/posts/spitten-zonder-spijt.ftl 'title = Tweemaal'
refuses moz_l10n ar/posts/spitten-zonder-spijt.ftl 'half = { "'
refuses moz_fluent_lint de/posts/spitten-zonder-spijt.ftl 'title = Zweimal
title = Dreimal'

# A text that was not read here: same_text.py must see that it stands in the file.
printf '[{"ftl": "locales/fr/topics.ftl", "glossary": null, "texts": {}}]' >"$scratch/texts.json"
if "$bin/python" tests/tools/same_text.py "$scratch/texts.json" >/dev/null 2>&1; then
    echo 'same_text.py finds nothing wrong with texts that were not read'
    failed=1
fi

exit "$failed"
