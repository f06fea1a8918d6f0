//! Lines that an editor broke and did not indent: to Fluent they are nothing, and what stands above them is half a text.

use rustc_hash::FxHashMap;

use super::{SegmentId, explain::name_of, pieces::TODO, syntax};

/// The message that a line goes on with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Above {
    /// Its id.
    pub(super) id: SegmentId,
    /// The line of the file that it begins on, from 1.
    pub(super) line: usize,
    /// Whether it is a `# todo` that was completed.
    is_todo: bool,
}

/// The lines of a file that stand directly below a message and are neither indented nor anything of their own, by
/// the byte at which they begin. `is_there` says whether the file has a message of that name elsewhere.
pub(super) fn wrapped_lines(ftl: &str, is_there: impl Fn(&SegmentId) -> bool) -> FxHashMap<usize, Above> {
    let mut wrapped = FxHashMap::default();
    let mut above: Option<Above> = None;
    let (mut directly, mut start) = (false, 0);
    for (line, nth) in ftl.split('\n').zip(1..) {
        let at = start;
        start += line.len() + 1;
        if line.trim().is_empty() {
            directly = false;
            continue;
        }
        if line.starts_with('#') {
            // One that was completed has a comment in place of each line below it, when it is judged as a message.
            let goes_on = line == "#" && above.as_ref().is_some_and(|above| above.is_todo);
            above = if goes_on { above } else { line.strip_prefix(TODO).and_then(|entry| begun(entry, nth, true)) };
        } else if syntax::begins_entry(line.as_bytes()) {
            above = begun(line, nth, false);
        } else if !line.starts_with([' ', '{', '}']) {
            above = above.filter(|_| directly && !is_of_its_own(line, &is_there));
            wrapped.extend(above.clone().map(|above| (at, above)));
        }
        directly = true;
    }
    wrapped
}

/// The message that begins on a line.
fn begun(entry: &str, line: usize, is_todo: bool) -> Option<Above> {
    let (id, _) = entry.split_once('=')?;
    Some(Above { id: id.trim().parse().ok()?, line, is_todo })
}

/// Whether a line is a message whose `=` was forgotten, or the mark of a merge conflict, rather than the rest of another.
fn is_of_its_own(line: &str, is_there: impl Fn(&SegmentId) -> bool) -> bool {
    let is_mark = ["=======", "<<<<<<<", ">>>>>>>"].iter().any(|mark| line.starts_with(mark));
    let name = name_of(line).and_then(|name| name.parse::<SegmentId>().ok());
    is_mark || name.is_some_and(|id| (id.is_fixed() || id.as_str().starts_with("p-")) && !is_there(&id))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines that go on with a message, each with its name.
    fn wrapped(ftl: &str) -> Vec<(&str, String)> {
        let is_there = |id: &SegmentId| ftl.lines().any(|line| line.starts_with(&format!("{id} =")));
        let mut found: Vec<_> = wrapped_lines(ftl, is_there).into_iter().collect();
        found.sort_by_key(|(at, _)| *at);
        found.into_iter().map(|(at, above)| (ftl[at..].lines().next().unwrap(), above.id.to_string())).collect()
    }

    #[test]
    fn a_line_directly_below_a_message_goes_on_with_it() {
        for (ftl, lines) in [
            ("p-1 = Touchez le four\nuniquement froid.\n", &["uniquement froid."][..]),
            ("p-1 = Un\nà deux\net trois\n\nquatre\n", &["à deux", "et trois"]),
            ("p-1 =\n    Un\n\n    deux\n12 trois\n", &["12 trois"]),
            ("p-1 = Un\n\tdeux\n", &["\tdeux"]),
            ("p-1 = Un\n*deux* [trois](x)\n", &["*deux* [trois](x)"]),
            ("p-1 = Un\nsummary de deux\n\nsummary = Trois\n", &["summary de deux"]),
            ("# nl: Een.\n# todo p-1 =\nUn.\n", &["Un."]),
            ("# todo p-1 =\n#\nUn.\n", &["Un."]),
        ] {
            let found = wrapped(ftl);
            assert_eq!(found.iter().map(|(line, _)| *line).collect::<Vec<_>>(), lines, "{ftl:?}");
            assert!(found.iter().all(|(_, id)| id == "p-1"), "{found:?}");
        }
    }

    #[test]
    fn what_is_something_of_its_own_goes_on_with_nothing() {
        for ftl in [
            "p-1 = Un\n\nperdu\n",
            "p-1 = Un\n# remarque\nperdu\n",
            "p-1 = Un\n#\nperdu\n",
            "-terme = Un\nperdu\n",
            "p-1 = Un\ntitle Deux\net trois\n",
            "p-1 = Un\n=======\n",
            "p-1 = Un\np-2\n",
            "p-1 = Un\n    deux\n{ -terme } trois\n}\n",
            "perdu\n",
        ] {
            assert_eq!(wrapped(ftl), [], "{ftl:?}");
        }
    }
}
