//! The numbers in a text, in the digits and with the signs of any language.

use std::ops::Range;

use super::prose::prose;

/// A number as it is written with digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    /// Where in the text it stands.
    pub(super) at: Range<usize>,
    /// Its groups of digits (`5.200` has two), as ASCII.
    pub(super) groups: Vec<String>,
}

impl Number {
    /// All its digits without the zeros at the end: 3,5 and 3.50 are the same, 600.000 and 600 thousand too.
    pub(super) fn digits(&self) -> String {
        self.groups.concat().trim_end_matches('0').to_owned()
    }

    /// Whether translators may well write it as a word, if they do so up to `most`: it, and round
    /// numbers such as 300 or 1.000.
    pub(super) fn may_be_a_word(&self, most: u64) -> bool {
        let all = self.groups.concat();
        let is_round = all.trim_end_matches('0').len() <= 1;
        is_round || (self.groups.len() == 1 && all.parse().is_ok_and(|value: u64| value <= most))
    }
}

/// The numbers of a text; in Markdown without those in addresses, code and footnote signs. Ordinals
/// and the like (`21e`) are left out: other languages write them with other signs.
pub(super) fn numbers_of(text: &str, is_markdown: bool) -> Vec<Number> {
    if !text.contains(|c| digit(c).is_some()) {
        return Vec::new();
    }
    let stretches = if is_markdown { prose(text) } else { std::iter::once(0..text.len()).collect() };
    let mut numbers = Vec::new();
    for stretch in stretches {
        let mut chars = text[stretch.clone()].char_indices().map(|(at, c)| (stretch.start + at, c)).peekable();
        while let Some((at, c)) = chars.next() {
            let Some(first) = digit(c) else { continue };
            let mut number = Number { at: at..at + c.len_utf8(), groups: vec![first.to_string()] };
            let mut is_ordinal = false;
            while let Some(&(next_at, next)) = chars.peek() {
                let after = next_at + next.len_utf8();
                if let Some(more) = digit(next) {
                    let begins_group = number.at.end < next_at;
                    if begins_group {
                        number.groups.push(String::new());
                    }
                    if let Some(group) = number.groups.last_mut() {
                        group.push(more);
                    }
                    number.at.end = after;
                } else if number.at.end == next_at && goes_on(next, &text[after..stretch.end]) {
                    // Between two groups.
                } else {
                    is_ordinal = next.is_alphabetic() && number.at.end == next_at;
                    break;
                }
                chars.next();
            }
            if !is_ordinal {
                numbers.push(number);
            }
        }
    }
    numbers
}

/// Whether a number goes on behind this sign: a decimal or grouping sign before a digit, or a blank
/// before three.
fn goes_on(sign: char, rest: &str) -> bool {
    let digits = rest.chars().take(4).take_while(|c| digit(*c).is_some()).count();
    match sign {
        '.' | ',' | '\'' | '’' | '٫' | '٬' => digits > 0,
        ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' => digits == 3,
        _ => false,
    }
}

/// A decimal digit of any script that people write numbers with, as ASCII.
fn digit(c: char) -> Option<char> {
    /// The zeros of Arabic, Persian, Devanagari, Bengali and full-width digits.
    const ZEROS: [char; 5] = ['٠', '۰', '०', '০', '０'];
    if c.is_ascii() {
        return c.is_ascii_digit().then_some(c);
    }
    let value = ZEROS.iter().find_map(|zero| u32::from(c).checked_sub(u32::from(*zero)).filter(|value| *value < 10))?;
    char::from_digit(value, 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> Vec<&str> {
        numbers_of(text, true).into_iter().map(|number| &text[number.at]).collect()
    }

    #[test]
    fn numbers_are_found_with_their_signs_and_without_those_that_are_none() {
        assert_eq!(
            written("In 2025, 5.200 lopers: 3,5 procent, 20 000 of 1’000.5."),
            ["2025", "5.200", "3,5", "20 000", "1’000.5"]
        );
        assert_eq!(written("[a](https://x.example/2024) `c 7` [^12] 21e, ٥٬٢٠٠ en ٣٫٥"), ["٥٬٢٠٠", "٣٫٥"]);
        assert_eq!(written("10-30, 2 tot 4 en 17:45."), ["10", "30", "2", "4", "17", "45"]);
    }

    #[test]
    fn a_number_is_the_same_in_every_way_of_writing_it() {
        let same = |one: &str, other: &str| numbers_of(one, true)[0].digits() == numbers_of(other, true)[0].digits();
        for (one, other) in
            [("5.200", "5 200"), ("3,5", "3.5"), ("3,5", "٣٫٥"), ("600.000", "600"), ("1.200.000", "1,2")]
        {
            assert!(same(one, other), "{one} {other}");
        }
        assert!(!same("532", "523"));
    }
}
