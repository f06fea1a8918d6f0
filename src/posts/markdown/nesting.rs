//! How deep a text nests, found out before it is parsed: what a parser does for a line grows with its depth.

/// How many quotes, lists and footnotes may stand in one another. No text for readers comes near it; of a line
/// of 100,000 `>` the parser would make as many quotes, and the program would stand still for seconds.
pub const MOST_NESTED: usize = 100;

/// The blanks that a block inside a list is indented by, at least (CommonMark 0.31, section 5.2).
const LEAST_INDENT: usize = 2;

/// The blanks that a tab stands for, at most (CommonMark 0.31, section 2.2).
const TAB: usize = 4;

/// Where a body, whose first line is line `first_line` of its file, may nest deeper than [`MOST_NESTED`]: line
/// and column. The signs at the head of a line are counted, and its indentation, as each level there was before
/// takes some of either. A row of such signs in code counts too, as only a parser knows code.
pub fn too_deep(body: &str, first_line: usize) -> Option<(usize, usize)> {
    body.lines().zip(first_line..).find_map(|(line, number)| Some((number, column_too_deep(line)?)))
}

/// The column, from 1, of the first sign of a line that is one too many.
fn column_too_deep(line: &str) -> Option<usize> {
    let (mut rest, mut signs, mut blanks) = (line, 0, 0);
    loop {
        let inside = rest.trim_start_matches([' ', '\t']);
        let indent = &rest[..rest.len() - inside.len()];
        blanks += indent.len() + indent.matches('\t').count() * (TAB - 1);
        rest = &inside[sign_bytes(inside)?..];
        signs += 1;
        if signs + blanks / LEAST_INDENT > MOST_NESTED {
            return Some(line[..line.len() - inside.len()].chars().count() + 1);
        }
    }
}

/// The length of the sign of a quote, a list item or a footnote at the head of a text, with the blank after it.
fn sign_bytes(text: &str) -> Option<usize> {
    if is_rule(text) {
        return None;
    }
    let sign = match text.chars().next()? {
        '>' => 1,
        '-' | '*' | '+' => bytes_before_blank(text, 1)?,
        '[' => text.strip_prefix("[^")?.find("]:")? + "[^]:".len(),
        _ => {
            let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            text[digits..].starts_with(['.', ')']).then_some(())?;
            bytes_before_blank(text, digits.checked_add(1).filter(|_| digits > 0)?)?
        }
    };
    Some(sign + usize::from(text[sign..].starts_with([' ', '\t'])))
}

/// So many bytes, if a blank or nothing comes after them.
fn bytes_before_blank(text: &str, bytes: usize) -> Option<usize> {
    let rest = &text[bytes..];
    (rest.is_empty() || rest.starts_with([' ', '\t'])).then_some(bytes)
}

/// Whether a line is one across the page, as `* * *` is.
fn is_rule(text: &str) -> bool {
    let is_of =
        |sign: char| text.chars().all(|c| matches!(c, ' ' | '\t') || c == sign) && text.matches(sign).count() >= 3;
    text.starts_with(['*', '-', '_']) && text.chars().next().is_some_and(is_of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_is_not_too_deep() {
        let indented = format!("{}- diep", "    ".repeat(45));
        let rule = "* ".repeat(200);
        let table = "|-".repeat(500);
        for text in ["> > - 1. a\n>     - b", &indented, &rule, &table, "-----", "1000. a", "**a** > b", "[^a]: > b"] {
            assert_eq!(too_deep(text, 1), None, "{text}");
        }
        assert_eq!(too_deep(&"[*`<|~".repeat(5_000), 1), None);
    }

    #[test]
    fn the_first_sign_that_is_one_too_many_is_found_with_its_place() {
        for (sign, column) in [(">", 101), ("> ", 201), ("- ", 201), ("1. ", 301), ("+\t", 201), ("[^é]: ", 601)] {
            let text = |levels| format!("Tekst.\n\n{}x", sign.repeat(levels));
            assert_eq!(too_deep(&text(MOST_NESTED + 1), 5), Some((7, column)), "{sign:?}");
            assert_eq!(too_deep(&text(MOST_NESTED), 5), None, "{sign:?}");
        }
    }

    #[test]
    fn a_list_that_goes_down_line_by_line_is_as_deep_as_it_is_indented() {
        let steps = |count: usize| (0..count).map(|level| format!("{}- a\n", "  ".repeat(level))).collect::<String>();
        assert_eq!(too_deep(&steps(MOST_NESTED), 1), None);
        assert_eq!(too_deep(&steps(MOST_NESTED + 1), 1), Some((101, 201)));
    }
}
