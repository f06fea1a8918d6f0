//! One diagnostic as compilers print it: the place, the line with the wrong words marked, the remedy.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

use crate::{
    diagnostic::{Diagnostic, Severity},
    locale::{is_direction_control, is_right_to_left},
};

/// How wide an excerpt may be where no terminal says: compilers print so many columns to a log.
pub(super) const WIDTH: usize = 140;

/// The most characters that are marked: of a paragraph that is wrong as a whole, its beginning says which.
const MOST_MARKED: usize = 60;

/// A diagnostic about a file of these lines, with those that it is about.
pub(super) fn render_diagnostic(renderer: &Renderer, found: &Diagnostic, lines: &[&str]) -> String {
    let level = if found.severity == Severity::Error { Level::ERROR } else { Level::WARNING };
    let title = level.primary_title(found.message.as_str()).id(found.code);
    let path = found.file.display().to_string();
    let (shown, wrong) = excerpt(found, lines);
    let mut group = if shown.is_empty() {
        title.element(Origin::path(path).line(found.line).char_column(found.column))
    } else {
        let words = &shown[wrong.clone()];
        // Terminals turn such a line around, and leave the marks below it where they are.
        let needs_label = shown[..wrong.end].contains(is_right_to_left) && !words.contains(is_direction_control);
        let label = needs_label.then(|| format!("“{words}”"));
        let annotation = AnnotationKind::Primary.span(wrong).label(label);
        title.element(Snippet::source(shown).path(path).line_start(found.line).annotation(annotation))
    };
    if !found.help.is_empty() {
        group = group.element(Level::HELP.message(found.help.as_str()));
    }
    renderer.render(&[group])
}

/// The lines that a diagnostic is about, and which bytes of them are wrong: where nothing else is
/// known, those up to the next blank or the end of an entry in a list.
fn excerpt(found: &Diagnostic, lines: &[&str]) -> (String, Range<usize>) {
    let last = found.end.as_ref().map_or(found.line, |end| end.line).min(lines.len());
    let shown = lines.get(found.line - 1..last).unwrap_or_default();
    let text = shown.join("\n");
    let offset = |line: &str, column: usize| line.chars().take(column - 1).map(char::len_utf8).sum::<usize>();
    let start = shown.first().map_or(0, |line| offset(line, found.column));
    let end = match (&found.end, shown.split_last()) {
        (Some(end), Some((last, before))) => {
            before.iter().map(|line| line.len() + 1).sum::<usize>() + offset(last, end.column)
        }
        _ => text[start..].find([' ', ',', ']']).map_or(text.len(), |length| start + length.max(1)),
    };
    let most = text[start..].char_indices().nth(MOST_MARKED).map_or(text.len(), |(at, _)| start + at);
    (text, start..end.clamp(start, most))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Positions;

    /// What is printed about `words` in a file.
    fn printed(text: &str, words: &str) -> String {
        let at = text.find(words).unwrap();
        let found = Diagnostic::error("a.ftl".as_ref(), "x", "wrong");
        let found = found.spanning(&Positions::new(text), at..at + words.len());
        render_diagnostic(&Renderer::plain(), &found, &text.lines().collect::<Vec<_>>())
    }

    /// The words above the marks of the line that has them, by columns of the terminal.
    fn marked(printed: &str) -> String {
        let lines: Vec<&str> = printed.lines().collect();
        let marks = lines.iter().position(|line| line.contains('^')).unwrap();
        let from = console::measure_text_width(lines[marks].split('^').next().unwrap());
        let length = lines[marks].matches('^').count();
        let mut column = 0;
        let is_marked = |c: &char| {
            let at = column;
            column += console::measure_text_width(&c.to_string());
            (from..from + length).contains(&at)
        };
        lines[marks - 1].chars().filter(is_marked).collect()
    }

    #[test]
    fn exactly_the_wrong_words_are_marked_whatever_stands_before_them() {
        for line in [
            "p-1 = gewoon het woord hier",
            "p-1 = één 歩く 👣 het woord hier",
            "p-1 =\tmet\ttabs het woord hier",
            "p-1 = { \"{\" } het woord hier",
            "p-1 = e\u{301}e\u{301}n het woord hier",
        ] {
            assert_eq!(marked(&printed(&format!("# een\n{line}\nslot = x\n"), "het woord")), "het woord", "{line}");
        }
    }

    #[test]
    fn of_a_long_line_only_the_part_around_the_words_is_shown() {
        let text = format!("p-1 = {}het woord{}\n", "lang en ".repeat(200), " en verder".repeat(200));
        let printed = printed(&text, "het woord");
        assert!(printed.lines().all(|line| console::measure_text_width(line) <= WIDTH + 10), "{printed}");
        assert_eq!(marked(&printed), "het woord");
    }

    #[test]
    fn of_a_paragraph_that_is_wrong_as_a_whole_the_beginning_is_shown() {
        for text in [format!("p-1 = {}\n", "lang en ".repeat(200)), format!("p-1 = {}\n", "طويل ".repeat(200))] {
            let printed = printed(&text, text.trim_start_matches("p-1 = ").trim());
            assert!(printed.lines().all(|line| console::measure_text_width(line) <= WIDTH + 10), "{printed}");
        }
    }

    #[test]
    fn words_behind_right_to_left_letters_are_written_beside_the_marks() {
        let printed_line = printed("p-1 = خطوة **صغيرة* كل يوم\n", "**");
        assert!(printed_line.contains("^^ “**”"), "{printed_line}");
        assert!(!printed("p-1 = خطوة صغيرة\n", "p-1").contains('“'));
        assert!(!printed("p-1 = خطوة \u{202e}صغيرة\n", "\u{202e}").contains('\u{202e}'));
    }

    #[test]
    fn a_place_that_is_not_in_the_file_any_more_stops_nothing() {
        let found = Diagnostic::error("a.ftl".as_ref(), "x", "wrong").at(9, 90).help("mend it");
        for text in ["", "kort", "kort\n"] {
            assert!(
                render_diagnostic(&Renderer::plain(), &found, &text.lines().collect::<Vec<_>>()).contains("mend it")
            );
        }
        let far = Diagnostic { end: Some(Box::new(crate::diagnostic::End { line: 2, column: 3 })), ..found };
        assert!(render_diagnostic(&Renderer::plain(), &far, &["kort"]).contains("mend it"));
    }
}
