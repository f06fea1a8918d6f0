//! Text on one line: where it may be broken, how much of it fits, what of it is seen; and errors with their causes.

use crate::locale::is_direction_control;

/// Whether a line may end at this character, and the character go: blanks, line ends and control
/// characters, but not the spaces that hold together what belongs together (Unicode Standard Annex 14,
/// class GL), as French sets them before `!` and `:`.
pub fn is_break(c: char) -> bool {
    (c.is_whitespace() || c.is_control()) && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

/// The words of a text, as a line may be broken between them.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(is_break).filter(|word| !word.is_empty())
}

/// The lines of a text, as [`str::lines`] has them. Line feeds are looked for in many bytes at once, which
/// tells where thousands of files are read.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).chain((!text.ends_with('\n')).then_some(text.len()));
    let mut start = 0;
    let lines = ends.map(move |end| {
        let line = &text[start..end];
        start = end + 1;
        // Only before a line feed a carriage return belongs to the end of the line.
        if end < text.len() { line.strip_suffix('\r').unwrap_or(line) } else { line }
    });
    lines.take(if text.is_empty() { 0 } else { usize::MAX })
}

/// The byte at which each line of a text begins.
pub fn line_starts(text: &str) -> Vec<usize> {
    std::iter::once(0).chain(memchr::memchr_iter(b'\n', text.as_bytes()).map(|end| end + 1)).collect()
}

/// A text as one line, its words divided by single spaces.
pub fn one_line(text: &str) -> String {
    words(text).collect::<Vec<_>>().join(" ")
}

/// A configuration in which each letter of a password in a URL is a star, also where its slashes were forgotten.
pub fn without_passwords(text: &str) -> String {
    let ends = |c: char| c.is_whitespace() || matches!(c, '"' | '\'');
    let hidden = |word: &str| {
        let begin = word.find("://").map_or(0, |at| at + "://".len());
        let end = word[begin..].rfind('@').map(|at| begin + at);
        let user = end.and_then(|end| {
            let named = &word[begin..end];
            // Of `smtp:user:password@host` the last, of `smtp://user:pass:word@host` the first.
            if begin > 0 { named.find(':') } else { named.rfind(':') }
        });
        match (end, user) {
            (Some(end), Some(user)) => {
                let from = begin + user + 1;
                format!("{}{}{}", &word[..from], "*".repeat(word[from..end].chars().count()), &word[end..])
            }
            _ => word.to_owned(),
        }
    };
    text.split_inclusive(ends).map(hidden).collect()
}

/// A text with a sign in place of what would steer a terminal or turn the direction of what stands after it.
pub fn visible(text: &str) -> String {
    text.replace(|c: char| c.is_control() || is_direction_control(c), "\u{fffd}")
}

/// The beginning of a text, [visible] and in at most so many columns of a terminal, with a sign that there is more.
pub fn shortened(text: &str, most: usize) -> String {
    let text = visible(text);
    let (mut columns, mut end) = (0, 0);
    for (at, part) in parts(&text) {
        if columns < most {
            end = at;
        }
        columns += width(part);
        if columns > most {
            return format!("{}…", text[..end].trim_end());
        }
    }
    text
}

/// A text in lines of at most so many columns, broken between words; a word that is longer is broken where it must be.
pub fn in_lines(text: &str, most: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut line, mut columns) = (String::new(), 0);
    for word in words(text) {
        if columns > 0 && columns + 1 + width(word) <= most {
            line.push(' ');
            columns += 1;
        } else if columns > 0 {
            lines.push(std::mem::take(&mut line));
            columns = 0;
        }
        for (_, part) in parts(word) {
            if columns > 0 && columns + width(part) > most {
                lines.push(std::mem::take(&mut line));
                columns = 0;
            }
            line.push_str(part);
            columns += width(part);
        }
    }
    lines.extend((!line.is_empty()).then_some(line));
    lines
}

/// How many columns of a terminal a text takes, at most: what joins two pictures in one is not looked at.
fn width(text: &str) -> usize {
    text.chars().map(|c| console::measure_text_width(c.encode_utf8(&mut [0; 4]))).sum()
}

/// The smallest parts of a text that may be divided, with their places: accents, and what makes one picture of
/// two, stay with what they belong to.
fn parts(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let rest = &text[from..];
        let begins =
            |(at, c): &(usize, char)| width(c.encode_utf8(&mut [0; 4])) > 0 && !rest[..*at].ends_with('\u{200d}');
        let next = rest.char_indices().skip(1).find(begins).map_or(rest.len(), |(at, _)| at);
        let part = (from, &rest[..next]);
        from += next;
        (next > 0).then_some(part)
    })
}

/// An error and its causes on one line, for people, logs and rows. Some libraries say the
/// cause in their own text as well; it is said once here.
pub fn chain_of(error: &dyn std::error::Error) -> String {
    let mut line = error.to_string();
    let mut cause = error.source();
    while let Some(source) = cause {
        let text = source.to_string();
        if !line.ends_with(&text) {
            line = format!("{line}: {text}");
        }
        cause = source.source();
    }
    line
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn lines_are_those_of_the_standard_library(text in "[a\r\n]{0,12}") {
            prop_assert_eq!(lines(&text).collect::<Vec<_>>(), text.lines().collect::<Vec<_>>());
            let starts: Vec<_> = text.split('\n').map(|line| line.as_ptr().addr() - text.as_ptr().addr()).collect();
            prop_assert_eq!(line_starts(&text), starts);
        }
    }

    #[test]
    fn a_text_is_broken_between_words_and_only_long_ones_inside() {
        for (text, most, lines) in [
            ("zes en zeven is dertien", 8, &["zes en", "zeven is", "dertien"][..]),
            ("zes hottentotten", 8, &["zes", "hottento", "tten"]),
            ("漢字漢字 a", 5, &["漢字", "漢字", "a"]),
            ("e\u{301}e\u{301}e\u{301}", 2, &["e\u{301}e\u{301}", "e\u{301}"]),
            ("👩\u{200d}👧👩\u{200d}👧", 4, &["👩\u{200d}👧", "👩\u{200d}👧"]),
            ("  ", 4, &[]),
        ] {
            assert_eq!(in_lines(text, most), lines, "{text}");
        }
    }

    #[derive(Debug, thiserror::Error)]
    #[error("the database says: {0}")]
    struct SaysItself(#[source] std::io::Error);

    #[test]
    fn a_cause_is_said_once() {
        let error = anyhow::Error::new(SaysItself(std::io::Error::other("it is locked"))).context("cannot publish");
        assert_eq!(chain_of(error.as_ref()), "cannot publish: the database says: it is locked");
    }

    #[test]
    fn lines_and_control_characters_become_spaces_and_what_must_hold_together_does() {
        assert_eq!(
            one_line(" Bonne\r\n\tlecture\u{202f}!\u{2028}«\u{a0}Oui\u{a0}»\u{85}\u{7}"),
            "Bonne lecture\u{202f}! «\u{a0}Oui\u{a0}»"
        );
    }

    #[test]
    fn a_password_is_hidden_and_everything_else_stays_where_it_is() {
        let line = "relay = \"smtps://u:ge@heim@x:y/\" # http://a.be:80/ and 'postgres://an@b/c'";
        assert_eq!(without_passwords(line), line.replace("ge@heim", "*******"));
        for line in ["relay = \"an:geheim@b.be:25\"", "relay = \"smtp:an:geheim@b.be\""] {
            assert_eq!(without_passwords(line), line.replace("geheim", "******"));
        }
        assert_eq!(without_passwords("no :// here"), "no :// here");
    }

    #[test]
    fn what_fits_is_counted_in_columns_and_nothing_is_cut_in_two() {
        for (text, most, shown) in [
            ("zes en zeven", 12, "zes en zeven"),
            ("zes en zeven", 8, "zes en…"),
            ("漢字漢字", 8, "漢字漢字"),
            ("漢字漢字", 7, "漢字漢…"),
            ("漢字漢字", 6, "漢字…"),
            ("e\u{301}e\u{301}e\u{301}", 3, "e\u{301}e\u{301}e\u{301}"),
            ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
            ("a👩\u{200d}👧 en meer", 4, "a…"),
            ("een\u{1b}[31m\u{202e}twee", 9, "een\u{fffd}[31m…"),
        ] {
            assert_eq!(shortened(text, most), shown);
        }
    }
}
