//! What was written with signs and without tags: lists line by line within a paragraph, and rows of stars between parts of
//! a text.

use super::prose::{Line, Part, Span, is_blank, plain};

/// The signs that people write before items.
const SIGNS: [&str; 6] = ["-", "–", "•", "*", "·", "▪"];

/// Makes lists of lines that follow each other and begin with a sign. Says whether there were any.
pub(super) fn take_lists(parts: &mut Vec<Part>) -> bool {
    let mut found = false;
    let all = std::mem::take(parts);
    for part in all {
        match part {
            Part::Paragraph(line) if line.contains(&Span::Break) => {
                let split = split_lists(&line);
                found |= split.iter().any(|part| matches!(part, Part::List(..)));
                parts.extend(split);
            }
            other => parts.push(other),
        }
    }
    found
}

/// Makes rules of paragraphs that are a row of signs: `***`, `* * *`, `⁂`.
pub(super) fn take_rules(parts: &mut [Part]) {
    for part in parts {
        if matches!(part, Part::Paragraph(line) if is_row_of_signs(&plain(line))) {
            *part = Part::Rule;
        }
    }
}

fn is_row_of_signs(text: &str) -> bool {
    let mut signs = text.chars().filter(|c| !c.is_whitespace());
    match signs.next() {
        Some('⁂') => signs.next().is_none(),
        Some(sign @ ('*' | '-' | '–' | '—' | '_' | '~' | '•' | '·' | '#')) => {
            let rest: Vec<char> = signs.collect();
            rest.len() >= 2 && rest.iter().all(|other| *other == sign)
        }
        _ => false,
    }
}

/// A paragraph, or what it is made of if some of its lines are a list.
fn split_lists(line: &Line) -> Vec<Part> {
    let rows: Vec<Line> = line.split(|span| *span == Span::Break).map(<[Span]>::to_vec).collect();
    let items: Vec<Option<Line>> = rows.iter().map(|row| item_of(row)).collect();
    // A single one may be a thought between dashes.
    let is_item = |at: usize| {
        let is_next = |at: usize| items.get(at).is_some_and(Option::is_some);
        is_next(at) && (is_next(at + 1) || at > 0 && is_next(at - 1))
    };
    let mut parts = Vec::new();
    for at in 0..rows.len() {
        match (parts.last_mut(), &items[at]) {
            (Some(Part::List(_, list)), Some(item)) if is_item(at) => list.push(vec![Part::Paragraph(item.clone())]),
            (_, Some(item)) if is_item(at) => parts.push(Part::List(None, vec![vec![Part::Paragraph(item.clone())]])),
            (Some(Part::Paragraph(text)), _) => {
                text.push(Span::Break);
                text.extend(rows[at].iter().cloned());
            }
            _ => parts.push(Part::Paragraph(rows[at].clone())),
        }
    }
    parts
}

/// A line without the sign before it.
fn item_of(row: &[Span]) -> Option<Line> {
    let at = row.iter().position(|span| !is_blank(std::slice::from_ref(span)))?;
    let Span::Text(text) = &row[at] else { return None };
    let text = text.trim_start();
    let rest =
        SIGNS.iter().find_map(|sign| text.strip_prefix(sign)).filter(|rest| rest.starts_with(char::is_whitespace))?;
    let item = [&[Span::Text(rest.trim_start().to_owned())], &row[at + 1..]].concat();
    (!is_blank(&item)).then_some(item)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::{html::read_html, markdown::render_markdown};

    #[test]
    fn a_row_of_signs_is_a_rule() {
        for (html, text) in [
            ("<p>a</p><p style='text-align:center'>***</p><p>b</p>", "a\n\n---\n\nb\n"),
            ("<p>a</p><p>* * *</p><p>⁂</p><p>•&nbsp;•&nbsp;•</p>", "a\n\n---\n\n---\n\n---\n"),
            ("<p>a</p><p>**</p><p>*-*</p>", "a\n\n\\*\\*\n\n\\*-\\*\n"),
        ] {
            let mut parts = read_html(html, None).unwrap();
            take_rules(&mut parts);
            assert_eq!(render_markdown(&parts), text, "{html}");
        }
    }

    #[test]
    fn lines_with_a_sign_are_a_list_if_there_are_two() {
        for (html, text) in [
            ("Dit:<br>- een<br>- <b>twee</b> of drie<br>Slot", "Dit:\n\n- een\n- **twee** of drie\n\nSlot\n"),
            ("• een<br>\n• twee", "- een\n- twee\n"),
            ("Hij zei<br>- zacht -<br>niets", "Hij zei<br>- zacht -<br>niets\n"),
            ("-een<br>-twee", "-een<br>-twee\n"),
            ("a<br>b", "a<br>b\n"),
        ] {
            let mut parts = read_html(html, None).unwrap();
            assert_eq!(take_lists(&mut parts), text.contains("\n- ") || text.starts_with("- "), "{html}");
            assert_eq!(render_markdown(&parts), text, "{html}");
        }
    }
}
