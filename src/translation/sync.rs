//! Bringing the Dutch text into the files that translators write, without losing a byte of theirs.
//!
//! Four kinds of comment line belong to postduif and are written anew each time: `# nl: …` (the
//! Dutch text), `# writer: …` (the writer's note on it), `# stale: …` and `# machine: …`, besides
//! `# todo ID =` for what is not translated yet.
//! Every other line is a person's: it stays with its message, and a message whose Dutch text is gone
//! moves to the tail under `### Obsolete`, from where it comes back with its text.

use std::{fmt::Write as _, path::Path};

use memchr::memmem;
use rustc_hash::FxHashSet;

use super::{
    Catalog, Segment,
    align::Known,
    catalog::SYNTAX,
    difference, emit,
    explain::{MEANWHILE, PLAIN},
    pieces::{
        EARLIER, GUIDE, MACHINE, MADE_FROM, MADE_FROM_POST, NOTE, OBSOLETE, Piece, STALE, TODO, UNREAD, WAS,
        left_alone, take_apart,
    },
    recover::recover_records,
    state::{Fills, Record, Records, record, record_of},
    unread::unread_text,
};
use crate::{
    diagnostic::Diagnostic,
    line::lines,
    locale::Locale,
    posts::{Post, markdown::Kind},
};

/// What to do about a line that is no Fluent.
const UNFINISHED: &str = "finish the line as `id = text`, and write a brace as { \"{\" }";

/// What becomes of a file with such a line.
const UNTIL_THEN: &str = "until then sync leaves this file as it is";

/// What the lines around a merge conflict begin with.
const MARKS: [&str; 2] = ["<<<<<<< ", ">>>>>>> "];

/// One post that a translator's file is to be brought in step with.
#[derive(Debug, Clone, Copy)]
pub struct Job<'a> {
    /// The post.
    pub post: &'a Post,
    /// What of it is translated.
    pub segments: &'a [Segment],
    /// The locale it is written in.
    pub source: &'a Locale,
    /// What stands in for translations where there are none.
    pub fills: &'a Fills,
    /// Whether edits change no meaning: what was good for the texts before them is good for what they are now.
    pub minor: bool,
}

/// A translator's file after the sync.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Synced {
    /// The new text of the file.
    pub text: String,
    /// The new records beside it.
    pub records: Records,
}

/// The catalog of the source locale: what other Fluent tools compare with, and the memory by
/// which an edited paragraph finds its old id. Texts that left the post stay in it as comments.
pub fn sync_source(post: &Post, segments: &[Segment], known: &[Known]) -> String {
    let mut out = format!(
        "### {}\n{}{}{}\n",
        emit::comment(&post.title),
        MADE_FROM_POST.0,
        post.file.display(),
        MADE_FROM_POST.1
    );
    for segment in segments {
        let _ = write!(out, "\n# {}\n{}", segment.kind.description(), emit::message(&segment.id, &segment.text));
    }
    let gone: Vec<_> = known.iter().filter(|old| segments.iter().all(|segment| segment.id != old.id)).collect();
    if !gone.is_empty() {
        let _ = write!(out, "\n{EARLIER}\n\n");
    }
    for old in gone {
        let _ = writeln!(out, "{WAS}{} = {}", old.id, emit::comment(&old.text));
    }
    out
}

/// The texts that [`sync_source`] remembers.
pub fn known_texts(file: &Path, ftl: &str) -> Vec<Known> {
    read_memory(file, ftl).0
}

/// The same, and what a person has broken there.
pub(super) fn read_memory(file: &Path, ftl: &str) -> (Vec<Known>, Option<Diagnostic>) {
    let (catalog, found) = Catalog::parse_memory(file, ftl);
    let broken = merge_conflict(file, ftl).or_else(|| {
        let slip = found.into_iter().find(|found| found.code == SYNTAX)?;
        let help = "take it back as it was in version control; `sync` writes this file, and people leave it alone";
        Some(Diagnostic { help: help.to_owned(), ..slip })
    });
    let lines: Vec<&str> = lines(ftl).collect();
    let kind = |line: usize| Kind::described(lines.get(line.checked_sub(2)?)?.strip_prefix("# ")?);
    let mut known: Vec<_> = catalog
        .messages()
        .map(|(id, m)| (m.line, Known { id: id.clone(), kind: kind(m.line), text: m.text.clone(), current: true }))
        .collect();
    known.sort_by_key(|(line, _)| *line);
    let was = lines.iter().filter_map(|line| line.strip_prefix(WAS)?.split_once(" = "));
    let was = was.filter_map(|(id, text)| {
        Some(Known { id: id.parse().ok()?, kind: None, text: text.to_owned(), current: false })
    });
    (known.into_iter().map(|(_, known)| known).chain(was).collect(), broken)
}

/// Brings a translator's file in step with the post.
///
/// # Errors
/// When it is not clear what the file says (a half-finished line, a doubled message, a merge conflict, foreign
/// line ends): it must then be left as it is, and the diagnostics say where it needs a person.
pub fn sync_target(file: &Path, old: &str, job: &Job<'_>, records: &Records) -> Result<Synced, Vec<Diagnostic>> {
    let Job { post, segments, source, fills, minor } = *job;
    if let Some(found) = must_mend(file, old) {
        return Err(vec![found]);
    }
    if let Some(found) = unread_text(file, old, source) {
        return Err(vec![found]);
    }
    let pieces = take_apart(file, old, source)?;
    // What a person completed is read only now that it has become a message.
    let (catalog, found) = Catalog::parse_as_written(file, &pieces.as_ftl());
    if found.iter().any(|found| found.code == SYNTAX) {
        let found = pieces.syntax_errors(file, old).into_iter();
        let help = |help: &str| help.replace(PLAIN, UNFINISHED).replace(MEANWHILE, UNTIL_THEN);
        return Err(found.map(|one| Diagnostic { help: help(&one.help), ..one }).collect());
    }
    let recovered = recover_records(&pieces, &catalog, records);
    let mut synced = Synced { text: header(post), records: Records::new() };
    synced.text.reserve(old.len());
    for segment in segments {
        let empty = Piece::default();
        let piece = pieces.by_id.get(&segment.id).map_or(&empty, |&at| &pieces.all[at]);
        let target = catalog.text(&segment.id);
        let known = record(records, &segment.id).or_else(|| record(&recovered, &segment.id));
        let is_free = || match target {
            Some(target) => known.is_some_and(|known| known.may_be_replaced(&segment.text, target)),
            None => false,
        };
        let fill = fills.get(&segment.id).filter(|_| piece.body.is_empty() || is_free());
        let record = match (target, fill) {
            (_, Some(fill)) => Some(Record::filled(&segment.text, fill)),
            (Some(target), None) => Some(record_of(&segment.text, target, known, pieces.shown_for(segment))),
            // Somebody is still at work on it: what it was made from must not be forgotten meanwhile.
            (None, None) => known.filter(|_| !piece.body.is_empty()).map(|known| known.shown_with(&segment.text)),
        };
        let record = match &segment.before {
            Some(before) if minor => record.map(|record| record.carried_over(before, &segment.text)),
            _ => record,
        };
        write_heading(&mut synced.text, segment, piece, source, record.as_ref());
        match fill {
            Some(fill) => synced.text.push_str(&emit::message(&segment.id, &fill.text)),
            None if piece.body.is_empty() => drop(writeln!(synced.text, "{TODO}{} =", segment.id)),
            None => synced.text.push_str(&piece.body),
        }
        if let Some(record) = record {
            synced.records.insert(segment.id.to_string(), record);
        }
    }
    for loose in &pieces.tail {
        let _ = write!(synced.text, "\n{loose}");
    }
    let here: FxHashSet<_> = segments.iter().map(|segment| &segment.id).collect();
    let is_gone = |piece: &&Piece| piece.id.as_ref().is_some_and(|id| !here.contains(id));
    let gone = pieces.all.iter().filter(is_gone).filter(|piece| piece.has_something_of_a_persons());
    for (nth, piece) in gone.enumerate() {
        if nth == 0 {
            let _ = writeln!(synced.text, "\n{OBSOLETE}");
        }
        write_obsolete(&mut synced.text, piece, source);
    }
    // What a message was made from is remembered while it is away: it may come back as it was, from a backup
    // or another branch, and must not pass for a new one then.
    for (id, record) in records.iter().chain(&recovered) {
        if !synced.records.contains_key(id) {
            synced.records.insert(id.clone(), record.clone());
        }
    }
    Ok(synced)
}

fn header(post: &Post) -> String {
    format!("### {}\n### {}. {GUIDE}\n", emit::comment(&post.title), post.file.display())
}

/// Writes what stands above a segment's message.
fn write_heading(out: &mut String, segment: &Segment, piece: &Piece, source: &Locale, record: Option<&Record>) {
    for loose in &piece.before {
        let _ = write!(out, "\n{loose}");
    }
    let _ = writeln!(out, "\n# {source}: {}", emit::comment(&segment.text));
    if let Some(note) = &segment.note {
        let _ = writeln!(out, "{NOTE}{}", emit::comment(note));
    }
    if let Some(record) = record.filter(|record| record.is_outdated(&segment.text)) {
        let _ = writeln!(out, "{}{}{}", MADE_FROM.0, emit::comment(&record.source), MADE_FROM.1);
        if let Some(marked) = difference::marked(&record.source, &segment.text) {
            let _ = writeln!(out, "{STALE}{}", emit::comment(&marked));
        }
    }
    if let Some(record) = record.filter(|record| record.is_unread()) {
        let from = record.from.iter().fold(String::new(), |_, from| format!("{}; ", emit::comment(from)));
        let _ = writeln!(out, "{MACHINE}{from}{UNREAD}");
    }
    for comment in &piece.comments {
        let _ = writeln!(out, "{comment}");
    }
}

fn write_obsolete(out: &mut String, piece: &Piece, source: &Locale) {
    for loose in &piece.before {
        let _ = write!(out, "\n{loose}");
    }
    out.push('\n');
    if let Some(shown) = &piece.shown {
        let _ = writeln!(out, "# {source}: {shown}");
    }
    for comment in &piece.comments {
        let _ = writeln!(out, "{comment}");
    }
    if let (true, Some(id)) = (piece.body.is_empty(), &piece.id) {
        let _ = writeln!(out, "{TODO}{id} =");
    }
    out.push_str(&piece.body);
}

/// What only a person can put right, so that the file is not touched before they did.
pub(super) fn must_mend(file: &Path, text: &str) -> Option<Diagnostic> {
    if let Some(found) = merge_conflict(file, text) {
        return Some(found);
    }
    let (line, code, message, help) = if text.starts_with('\u{feff}') {
        (1, "byte-order-mark", "the file begins with a byte order mark", "save it as UTF-8 without BOM")
    } else {
        let at = memchr::memchr(b'\r', text.as_bytes())?;
        let message =
            if text[at..].starts_with("\r\n") { "the lines end in CR LF" } else { "a carriage return stands here" };
        let line = text[..at].matches('\n').count() + 1;
        (line, "carriage-return", message, "save it with LF (Unix) line ends")
    };
    Some(left_alone(file, code, message).at(line, 1).help(help))
}

/// The first mark of a merge conflict in a file.
pub(super) fn merge_conflict(file: &Path, text: &str) -> Option<Diagnostic> {
    // To look for them anywhere is far cheaper than to look at each line.
    if !MARKS.iter().any(|mark| memmem::find(text.as_bytes(), mark.as_bytes()).is_some()) {
        return None;
    }
    let line = text.lines().position(|line| MARKS.iter().any(|mark| line.starts_with(mark)))?;
    let found = left_alone(file, "merge-conflict", "a merge conflict is not resolved here").at(line + 1, 1);
    Some(found.help("keep one side and delete the <<<<<<< lines"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::translation::{State, align::align, records::render_records};

    fn post(paragraphs: &[&str]) -> Post {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("posts")).unwrap();
        let text = format!("---\ntitle: Kleine stappen\ndate: 2026-10-02\n---\n{}\n", paragraphs.join("\n\n"));
        std::fs::write(folder.path().join("posts/stappen.md"), text).unwrap();
        let settings = crate::posts::LoadSettings { zone: chrono_tz::Europe::Brussels };
        crate::posts::load_posts(folder.path(), settings).unwrap().posts.remove(0)
    }

    /// A translator's file through a row of syncs.
    struct Desk {
        known: Vec<Known>,
        file: String,
        records: Records,
    }

    impl Desk {
        fn new() -> Self {
            Self { known: Vec::new(), file: String::new(), records: Records::new() }
        }

        fn sync(&mut self, paragraphs: &[&str]) -> Vec<Segment> {
            let post = post(paragraphs);
            let segments = align(&self.known, &post.blocks);
            let nl = "nl".parse().unwrap();
            let job = Job { post: &post, segments: &segments, source: &nl, fills: &Fills::default(), minor: false };
            let synced = sync_target("x.ftl".as_ref(), &self.file, &job, &self.records).unwrap();
            (self.file, self.records) = (synced.text, synced.records);
            self.known = known_texts("nl.ftl".as_ref(), &sync_source(&post, &segments, &self.known));
            segments
        }

        /// What a translator does: completes the line that waits for this Dutch text.
        fn translate(&mut self, dutch: &str, text: &str) {
            let at = self.file.find(&format!("# nl: {dutch}\n")).expect("the Dutch text is shown");
            let todo = at + self.file[at..].find(" =\n").expect("it waits for a translation") + 2;
            self.file.insert_str(todo, &format!(" {text}"));
        }
    }

    const A: &str = "Blijf bewegen binnen wat je vandaag aankunt.";
    const A2: &str = "Blijf bewegen binnen wat je morgen aankunt.";
    const B: &str = "Bel ons gerust met al je vragen.";

    #[test]
    fn a_translator_completes_a_line_and_it_becomes_a_message() {
        let mut desk = Desk::new();
        let id = desk.sync(&[A])[1].id.clone();
        assert!(desk.file.contains(&format!("# nl: {A}\n# todo {id} =\n")), "{}", desk.file);
        desk.translate(A, "Keep moving within what you can do today.");
        desk.sync(&[A]);
        assert!(
            desk.file.contains(&format!("# nl: {A}\n{id} = Keep moving within what you can do today.\n")),
            "{}",
            desk.file
        );
    }

    #[test]
    fn what_a_text_was_is_remembered_with_it() {
        let post = post(&["## Een kop", A]);
        let segments = align(&[], &post.blocks);
        let known = known_texts("nl.ftl".as_ref(), &sync_source(&post, &segments, &[]));
        let kinds: Vec<_> = known.iter().map(|known| known.kind).collect();
        assert_eq!(kinds, [Some(Kind::Title), Some(Kind::Heading), Some(Kind::Paragraph)]);
    }

    #[test]
    fn a_second_sync_changes_nothing() {
        let mut desk = Desk::new();
        desk.sync(&[A, B]);
        desk.translate(A, "Keep moving.");
        desk.file.push_str("\n# a note of mine\n\n### A heading of mine\n");
        desk.sync(&[A, B]);
        let (file, records) = (desk.file.clone(), render_records(&desk.records));
        desk.sync(&[A, B]);
        assert_eq!((desk.file.as_str(), render_records(&desk.records)), (file.as_str(), records));
        assert!(file.contains("# a note of mine\n") && file.contains("### A heading of mine\n"), "{file}");
    }

    #[test]
    fn an_edited_dutch_text_makes_its_translation_stale_and_shows_both() {
        let mut desk = Desk::new();
        desk.sync(&[A, B]);
        desk.translate(A, "Keep moving.");
        desk.sync(&[A, B]);
        desk.sync(&[A2, B]);
        let marked = "Blijf bewegen binnen wat je [-vandaag-] {+morgen+} aankunt.";
        let shown = format!("# nl: {A2}\n# stale: it said \"{A}\" when this was translated\n# stale: {marked}\n");
        assert!(desk.file.contains(&shown), "{}", desk.file);
        desk.file = desk.file.replace("Keep moving.", "Keep moving tomorrow.");
        desk.sync(&[A2, B]);
        assert!(!desk.file.contains("# stale"), "{}", desk.file);
    }

    #[test]
    fn a_deleted_text_keeps_its_translation_and_brings_it_back() {
        let mut desk = Desk::new();
        desk.sync(&[A, B]);
        desk.translate(A, "Keep moving.");
        desk.file = desk.file.replace("# todo", "# a remark\n# todo");
        desk.sync(&[A, B]);
        let before = desk.file.clone();
        desk.sync(&[B]);
        let (active, obsolete) = desk.file.split_once(OBSOLETE).expect("there is a tail");
        assert!(
            !active.contains("Keep moving.")
                && obsolete.contains("# a remark\n")
                && obsolete.contains("= Keep moving.\n")
        );
        desk.sync(&[A, B]);
        assert_eq!(desk.file, before);
    }

    #[test]
    fn no_line_of_a_person_is_lost_wherever_it_stands() {
        let mut desk = Desk::new();
        let ids: Vec<_> = desk.sync(&[A, B]).into_iter().map(|segment| segment.id).collect();
        let (a, b) = (ids[1].clone(), ids[2].clone());
        // Two blocks run together, a value over several paragraphs, a remark on something still to do.
        desk.file = format!(
            "### Kleine stappen\n# nl: {A}\n# first remark\n# todo {a} = Keep moving.\n# nl: {B}\n# second remark\n\
             {b} =\n    Call us\n\n    with any question.\n\n-brand = Beweegreden\n# last words\n"
        );
        let before = desk.file.clone();
        let kept = |file: &str| {
            let lines = before.lines().filter(|line| !line.starts_with("# nl: ") && !line.starts_with(TODO));
            lines.filter(|line| !file.contains(*line)).map(str::to_owned).collect::<Vec<_>>()
        };
        desk.sync(&[A, B]);
        assert_eq!(kept(&desk.file), Vec::<String>::new(), "{}", desk.file);
        assert!(desk.file.contains(&format!("{a} = Keep moving.\n")), "{}", desk.file);
        assert!(desk.file.contains("    Call us\n\n    with any question.\n"), "{}", desk.file);
        let synced = desk.file.clone();
        desk.sync(&[A, B]);
        assert_eq!(desk.file, synced, "a second sync changes nothing");
        desk.sync(&[]);
        assert_eq!(kept(&desk.file), Vec::<String>::new(), "{}", desk.file);
        let gone = desk.file.clone();
        desk.sync(&[]);
        assert_eq!(desk.file, gone, "nor does one after everything was deleted");
    }

    #[test]
    fn a_remark_on_what_is_still_to_do_outlives_its_text() {
        let mut desk = Desk::new();
        desk.sync(&[A]);
        desk.file = desk.file.replace("# todo p-", "# what does he mean?\n# todo p-");
        desk.sync(&[B]);
        assert!(desk.file.contains("# what does he mean?\n"), "{}", desk.file);
        desk.sync(&[A]);
        assert!(!desk.file.contains(OBSOLETE) && desk.file.contains("# what does he mean?\n"), "{}", desk.file);
    }

    #[test]
    fn a_file_that_could_be_read_in_two_ways_is_left_alone() {
        let post = post(&[A]);
        let segments = align(&[], &post.blocks);
        let nl = "nl".parse().unwrap();
        for (bad, code, line) in [
            ("title = Small\ntitle = Tiny\n", "duplicate-message", 2),
            ("title = Small\n<<<<<<< ours\n", "merge-conflict", 2),
            ("title = Small\r\n", "carriage-return", 1),
            ("title = Small\np-1 = A\rB\n", "carriage-return", 2),
            ("title = Small\np-1 = Keep {\n", "fluent-syntax", 2),
            ("title = Small\n\nwhat is this\n", "fluent-syntax", 3),
            ("title = Small\n# todo p-1 = Keep {\n", "fluent-syntax", 2),
            ("title = Small\np-1\n", "fluent-syntax", 2),
        ] {
            let job = Job { post: &post, segments: &segments, source: &nl, fills: &Fills::default(), minor: false };
            let found = sync_target("x.ftl".as_ref(), bad, &job, &Records::new()).unwrap_err();
            assert_eq!((found[0].code, found[0].line), (code, line), "{bad:?}: {found:?}");
        }
    }

    #[test]
    fn a_slip_in_a_stale_translation_does_not_make_it_current() {
        let mut desk = Desk::new();
        let id = desk.sync(&[A])[1].id.clone();
        desk.translate(A, "Keep moving.");
        desk.sync(&[A]);
        desk.file = desk.file.replace("Keep moving.", "Keep moving. { $x }");
        desk.sync(&[A2]);
        desk.file = desk.file.replace("Keep moving. { $x }", "Keep moving.");
        desk.sync(&[A2]);
        assert_eq!(desk.records[id.as_str()].state(A2), State::Stale);
    }
}
