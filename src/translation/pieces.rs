//! A translator's file taken apart: messages, what stands above them, and every other line.

use std::{collections::HashSet, fmt::Write as _, mem, path::Path};

use rustc_hash::FxHashMap;

use super::{Catalog, Segment, SegmentId, catalog::SYNTAX};
use crate::{diagnostic::Diagnostic, line::lines, locale::Locale, posts::markdown::Kind};

/// The heading of the messages whose Dutch text is gone.
pub(super) const OBSOLETE: &str =
    "### Obsolete: no longer in the post. A message comes back by itself if its Dutch text does.";

/// What the line of a segment that is not translated yet begins with.
pub(super) const TODO: &str = "# todo ";

/// What the line of a writer's note begins with.
pub(super) const NOTE: &str = "# writer: ";

/// What the line above a translation whose Dutch text has changed begins with.
pub(super) const STALE: &str = "# stale: ";

/// What the line above a machine's translation begins with.
pub(super) const MACHINE: &str = "# machine: ";

/// How the line begins and ends that says what a stale translation was made from.
pub(super) const MADE_FROM: (&str, &str) = ("# stale: it said \"", "\" when this was translated");

/// How the line above a machine's translation ends.
pub(super) const UNREAD: &str = "nobody has read this yet; correct it, or approve it";

/// How the second line of a file ends.
pub(super) const GUIDE: &str = "How to translate: TRANSLATING.md";

/// How the second line of the source locale's catalog begins and ends.
pub(super) const MADE_FROM_POST: (&str, &str) =
    ("### Made from ", " by `postduif sync`: edit the post, not this file.");

/// The heading of what the source locale's catalog remembers.
pub(super) const EARLIER: &str = "### Earlier texts, remembered in case they come back.";

/// What the line of such a text begins with.
pub(super) const WAS: &str = "# was ";

/// A message with what stands above it.
#[derive(Debug, Default)]
pub(super) struct Piece {
    /// Its id, as long as no later piece has taken its place.
    pub(super) id: Option<SegmentId>,
    /// Blocks of other lines that stand before it, each ending in a line feed.
    pub(super) before: Vec<String>,
    /// The Dutch text that the file shows above it.
    pub(super) shown: Option<String>,
    /// The Dutch text that it was made from, where the file says that it is another.
    pub(super) made_from: Option<String>,
    /// Where a machine had it from, where the file says that no person has read it.
    pub(super) machine: Option<String>,
    /// A person's comments on it.
    pub(super) comments: Vec<String>,
    /// Its own lines, byte for byte; empty while it is still to do.
    pub(super) body: String,
    /// The line of the file that its own lines begin on, from 1.
    line: usize,
    /// Whether it was completed as a comment: for Fluent it is no message yet.
    completed: bool,
}

/// A translator's file, taken apart.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    /// In the order of the file.
    pub(super) all: Vec<Piece>,
    /// Places in `all`.
    pub(super) by_id: FxHashMap<SegmentId, usize>,
    /// Blocks of other lines after the last message.
    pub(super) tail: Vec<String>,
}

impl Piece {
    /// The person's comments alone, as lines.
    fn comments_as_block(&self) -> Option<String> {
        (!self.comments.is_empty()).then(|| self.comments.join("\n") + "\n")
    }

    /// Whether a translator wrote something here: a translation, or a remark on what is to do.
    pub(super) fn has_something_of_a_persons(&self) -> bool {
        !self.body.is_empty() || !self.comments.is_empty() || !self.before.is_empty()
    }
}

impl Pieces {
    /// The Dutch text that whoever translated a segment saw, as far as that is known: what the file shows above it,
    /// or, in a tool that drops such comments, what the source locale's catalog said until now.
    pub(super) fn shown_for<'p>(&'p self, segment: &'p Segment) -> Option<&'p str> {
        let shown = self.by_id.get(&segment.id).and_then(|&at| self.all[at].shown.as_deref());
        shown.or(segment.before.as_deref())
    }

    /// All messages in their order, completed ones included, and all other lines. An empty comment follows
    /// each, so that one with an open brace at its end does not swallow the next.
    pub(super) fn as_ftl(&self) -> String {
        let loose = self.all.iter().flat_map(|piece| &piece.before).chain(&self.tail);
        let bodies = self.all.iter().map(|piece| &piece.body);
        let parts = || bodies.clone().chain(loose.clone());
        let size = parts().map(|part| part.len() + "#\n".len()).sum();
        parts().fold(String::with_capacity(size), |ftl, part| ftl + part + "#\n")
    }

    /// What in the file, whose text is `old`, is no Fluent, by its lines.
    pub(super) fn syntax_errors(&self, file: &Path, old: &str) -> Vec<Diagnostic> {
        let mut found = syntax_errors(file, &self.without_completed(old));
        for piece in self.all.iter().filter(|piece| piece.completed) {
            let in_piece = syntax_errors(file, &piece.body).into_iter();
            found.extend(in_piece.map(|one| Diagnostic { line: one.line + piece.line - 1, ..one }));
        }
        found
    }

    /// The file's text with comments in place of the lines below those that were completed: for Fluent alone they
    /// are no message, and nobody is to mend that.
    fn without_completed(&self, old: &str) -> String {
        let completed = self.all.iter().filter(|piece| piece.completed);
        let below: HashSet<_> =
            completed.flat_map(|piece| piece.line + 1..piece.line + piece.body.lines().count()).collect();
        let keep = |(line, nth)| if below.contains(&nth) { "#" } else { line };
        old.lines().zip(1..).map(keep).fold(String::new(), |text, line| text + line + "\n")
    }

    /// Adds a piece. Where one with its id is still to do, the two become one.
    fn push(&mut self, file: &Path, line: usize, mut piece: Piece) -> Result<(), Vec<Diagnostic>> {
        let Some(id) = piece.id.clone() else { return Ok(()) };
        let Some(&first) = self.by_id.get(&id) else {
            piece.line = line;
            self.by_id.insert(id, self.all.len());
            self.all.push(piece);
            return Ok(());
        };
        let first = &mut self.all[first];
        if !first.body.is_empty() && !piece.body.is_empty() {
            let message = format!("`{id}` stands here a second time");
            let found = Diagnostic::error(file, "duplicate-message", message).at(line, 1);
            return Err(vec![found.help("keep one of the two; until then this file is left as it is")]);
        }
        first.before.append(&mut piece.before);
        first.comments.append(&mut piece.comments);
        first.shown = first.shown.take().or(piece.shown);
        first.made_from = first.made_from.take().or(piece.made_from);
        first.machine = first.machine.take().or(piece.machine);
        if !piece.body.is_empty() {
            (first.body, first.line, first.completed) = (piece.body, line, piece.completed);
        }
        Ok(())
    }
}

/// Cuts a file into messages and what stands around them. A line that is no Fluent is one of the other lines.
///
/// # Errors
/// When two messages have the same id: which one is meant is for a person to say.
pub(super) fn take_apart(file: &Path, text: &str, source: &Locale) -> Result<Pieces, Vec<Diagnostic>> {
    let lines: Vec<&str> = lines(text).collect();
    let shown = format!("# {source}: ");
    let mut pieces = Pieces::default();
    let mut loose: Vec<String> = Vec::new();
    let mut comments: Vec<&str> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let line = lines[at];
        at += 1;
        if line.starts_with("# ") || line == "#" {
            comments.push(line);
            let next = lines.get(at).copied().unwrap_or_default();
            if !line.starts_with(TODO) && !next.trim().is_empty() && !next.starts_with("##") {
                continue;
            }
            let end = if line.starts_with(TODO) { end_of_entry(&lines, at) } else { at };
            match todo_piece(&comments, &lines[at..end], &shown, &mut loose) {
                Some(piece) => {
                    pieces.push(file, at, piece)?;
                    at = end;
                }
                // Lines of ours that lost their message say nothing any more.
                None => loose.extend(above(&comments, &shown).comments_as_block()),
            }
            comments.clear();
        } else if line == OBSOLETE {
            pieces.tail.append(&mut loose);
        } else if is_our_heading(at - 1, &lines) || line.trim().is_empty() {
            // Headings of ours are written anew, and so are the blank lines between messages.
        } else {
            let end = end_of_entry(&lines, at);
            let size = lines[at - 1..end].iter().map(|line| line.len() + 1).sum();
            let body = lines[at - 1..end].iter().fold(String::with_capacity(size), |body, line| body + line + "\n");
            let id = body.split_once('=').and_then(|(name, _)| name.trim_end().parse::<SegmentId>().ok());
            if id.is_some() {
                let piece = Piece { id, before: mem::take(&mut loose), body, ..above(&comments, &shown) };
                pieces.push(file, at, piece)?;
            } else {
                let above: String = comments.iter().map(|comment| format!("{comment}\n")).collect();
                loose.push(above + &body);
            }
            comments.clear();
            at = end;
        }
    }
    pieces.tail.append(&mut loose);
    Ok(pieces)
}

/// What is wrong in a file, given what its parse `found`, as the next sync will say it: lines that a translator
/// completed are judged as the messages that they are about to be.
pub(super) fn as_sync_finds(file: &Path, ftl: &str, source: &Locale, mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let has_text = |todo: &str| todo.split_once('=').is_some_and(|(_, text)| !text.trim().is_empty());
    let is_completed = |line: &str| line.strip_prefix(TODO).is_some_and(has_text);
    // A text below its line would have been found to be no Fluent.
    if found.iter().all(|found| found.code != SYNTAX) && !ftl.lines().any(is_completed) {
        return found;
    }
    // Where it is not clear what the file says, its parse has said so.
    let Ok(pieces) = take_apart(file, ftl, source) else { return found };
    if pieces.all.iter().any(|piece| piece.completed) {
        found.retain(|found| found.code != SYNTAX);
        found.extend(pieces.syntax_errors(file, ftl));
    }
    found
}

fn syntax_errors(file: &Path, ftl: &str) -> Vec<Diagnostic> {
    let (_, found) = Catalog::parse(file, ftl, &Catalog::default());
    found.into_iter().filter(|found| found.code == SYNTAX).collect()
}

/// Where the entry ends that goes on at line `at`: its further lines are indented, and blank
/// lines between them belong to it (Fluent 1.0, production `block_text`).
fn end_of_entry(lines: &[&str], at: usize) -> usize {
    let mut end = at;
    for (next, line) in lines.iter().enumerate().skip(at) {
        if line.starts_with([' ', '\t', '}']) && !line.trim().is_empty() {
            end = next + 1;
        } else if !line.trim().is_empty() {
            break;
        }
    }
    end
}

/// Whether a line is a heading that sync writes: at the top of a file, or in the source locale's catalog, from
/// where some tools copy what stands between the messages.
fn is_our_heading(at: usize, lines: &[&str]) -> bool {
    let is_heading = |at: usize| lines[at].starts_with("### ");
    let is_guide = |at: usize| lines.get(at).is_some_and(|line| line.starts_with("### ") && line.ends_with(GUIDE));
    let is_made_from = |line: &&str| between(line, MADE_FROM_POST).is_some();
    let next = || lines[at + 1..].iter().find(|line| !line.is_empty());
    (at <= 1 && is_guide(at))
        || (at == 0 && is_heading(0) && is_guide(1))
        || is_made_from(&lines[at])
        || lines[at] == EARLIER
        || (is_heading(at) && next().is_some_and(is_made_from))
        // Where headings are put together, this stands between them.
        || (lines[at] == "###" && next().is_some_and(|line| *line == EARLIER))
}

/// Whether a comment is one of the source locale's catalog: what a message is, or a text that is gone.
fn is_of_the_source(line: &str) -> bool {
    let is_gone = |was: &str| was.split_once(" = ").is_some_and(|(id, _)| id.parse::<SegmentId>().is_ok());
    line.strip_prefix(WAS).is_some_and(is_gone) || line.strip_prefix("# ").and_then(Kind::described).is_some()
}

/// A comment block that ends in `# todo ID =` is a message to be: with a text after the sign, or in
/// indented lines `below` it, it is one.
fn todo_piece(comments: &[&str], below: &[&str], shown: &str, loose: &mut Vec<String>) -> Option<Piece> {
    let (todo, others) = comments.split_last()?;
    let (id, text) = todo.strip_prefix(TODO)?.split_once('=')?;
    let id: SegmentId = id.trim().parse().ok()?;
    let mut body = String::new();
    if !text.trim().is_empty() || !below.is_empty() {
        let _ = writeln!(body, "{}", format!("{id} = {}", text.trim()).trim_end());
    }
    for line in below {
        let _ = writeln!(body, "{line}");
    }
    let completed = !body.is_empty();
    Some(Piece { id: Some(id), before: mem::take(loose), body, completed, ..above(others, shown) })
}

/// An error that only a person can mend, for whose sake nothing is written.
pub(super) fn left_alone(file: &Path, code: &'static str, message: &str) -> Diagnostic {
    Diagnostic::error(file, code, format!("{message}, so sync leaves the file as it is"))
}

/// What the comment lines above a message say: ours are read, the others are a person's. Those that begin with `mark`
/// show its Dutch text.
fn above(lines: &[&str], mark: &str) -> Piece {
    let mut piece = Piece::default();
    for line in lines {
        if let Some(shown) = line.strip_prefix(mark).filter(|_| piece.shown.is_none()) {
            piece.shown = Some(shown.to_owned());
        } else if let Some(made_from) = between(line, MADE_FROM) {
            piece.made_from = Some(made_from.to_owned());
        } else if let Some(from) = between(line, (MACHINE, UNREAD)) {
            piece.machine = Some(from.trim_end_matches("; ").to_owned());
        } else if !line.starts_with(NOTE) && !is_marked_change(line) && !is_of_the_source(line) {
            piece.comments.push((*line).to_owned());
        }
    }
    piece
}

fn between<'l>(line: &'l str, (head, end): (&str, &str)) -> Option<&'l str> {
    line.strip_prefix(head)?.strip_suffix(end)
}

/// Whether a line shows what came and went in a Dutch text.
fn is_marked_change(line: &str) -> bool {
    line.starts_with(STALE) && (line.contains("[-") || line.contains("{+"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines of what is no Fluent in a file, as sync finds it.
    fn slips(ftl: &str) -> Vec<usize> {
        let (file, nl) = (Path::new("a.ftl"), "nl".parse().unwrap());
        let (_, found) = Catalog::parse(file, ftl, &Catalog::default());
        as_sync_finds(file, ftl, &nl, found).into_iter().map(|found| found.line).collect()
    }

    #[test]
    fn a_completed_line_is_judged_as_the_message_that_it_is_about_to_be() {
        assert_eq!(slips("# nl: Een.\n# todo p-1 =\n    Un.\n\n    Deux.\n\ntitle = Titre\n"), [0; 0]);
        assert_eq!(slips("# todo p-1 = Un.\n    Deux.\n# todo p-2 =\n"), [0; 0]);
        assert_eq!(slips("# todo p-1 =\n    Un { deux.\n"), [1]);
        assert_eq!(slips("title = Titre\n\n# todo p-1 = Un { deux.\n"), [3]);
    }

    #[test]
    fn what_is_no_fluent_is_found_on_its_own_line_also_right_below_a_completed_one() {
        assert_eq!(slips("# todo p-1 =\n    Un.\nplus rien\n"), [3]);
        assert_eq!(slips("    perdu\n\n# todo p-1 =\n    Un.\n"), [1]);
    }
}
