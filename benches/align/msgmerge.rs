//! The same edits through gettext: an old `.po` file, a new template, and what `msgmerge` makes of them.

use std::{
    collections::HashMap,
    fmt::Write as _,
    fs,
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use postduif::posts::markdown::Block;

use super::judge::Kept;

const PROGRAM: &str = "msgmerge";

/// Its version, if it is there.
pub(crate) fn version() -> Option<String> {
    let output = Command::new(PROGRAM).arg("--version").stderr(Stdio::null()).output().ok()?;
    let said = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| said.lines().next().unwrap_or_default().to_owned())
}

/// The translations after the merge, when all were current before, and how long it took with the start of the program.
///
/// A message is its text here, so equal texts share one translation: that of the first of them.
pub(crate) fn merge(folder: &Path, olds: &[Block], news: &[Block]) -> (Vec<Option<Kept>>, Duration) {
    let (old, new) = (folder.join("old.po"), folder.join("new.pot"));
    fs::write(&old, catalog(olds, |nth| format!("T:{nth}"))).unwrap();
    fs::write(&new, catalog(news, |_| String::new())).unwrap();
    let begin = Instant::now();
    let output = Command::new(PROGRAM).arg("--quiet").arg(&old).arg(&new).output().unwrap();
    let took = begin.elapsed();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let merged = parse(&String::from_utf8(output.stdout).unwrap());
    (news.iter().map(|block| merged.get(&block.text).copied()).collect(), took)
}

fn catalog(blocks: &[Block], translation: impl Fn(usize) -> String) -> String {
    let mut out = String::from("msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n");
    let mut seen = HashMap::new();
    for (nth, block) in blocks.iter().enumerate() {
        if seen.insert(block.text.as_str(), nth).is_none() {
            write!(out, "\nmsgid {}\nmsgstr {}\n", quote(&block.text), quote(&translation(nth))).unwrap();
        }
    }
    out
}

fn quote(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n").replace('\t', "\\t"))
}

/// The messages that have a translation, by their text. Obsolete ones begin with `#~` and are passed over.
fn parse(po: &str) -> HashMap<String, Kept> {
    let mut kept = HashMap::new();
    for entry in po.split("\n\n") {
        let (mut texts, mut is_fuzzy) = ([String::new(), String::new()], false);
        let mut into = 0;
        for line in entry.lines() {
            is_fuzzy |= line.starts_with("#,") && line.contains("fuzzy");
            let quoted = if let Some(rest) = line.strip_prefix("msgid ") {
                into = 0;
                rest
            } else if let Some(rest) = line.strip_prefix("msgstr ") {
                into = 1;
                rest
            } else {
                line
            };
            if let Some(inner) = quoted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
                texts[into].push_str(&unquote(inner));
            }
        }
        let [text, translation] = texts;
        if let Some(of) = translation.strip_prefix("T:").map(|nth| nth.parse().unwrap()) {
            kept.insert(text, Kept { of, is_current: !is_fuzzy });
        }
    }
    kept
}

fn unquote(inner: &str) -> String {
    let mut text = String::new();
    let mut chars = inner.chars();
    while let Some(c) = chars.next() {
        match (c, if c == '\\' { chars.next() } else { None }) {
            (_, Some('n')) => text.push('\n'),
            (_, Some('t')) => text.push('\t'),
            (_, Some(escaped)) => text.push(escaped),
            (plain, None) => text.push(plain),
        }
    }
    text
}
