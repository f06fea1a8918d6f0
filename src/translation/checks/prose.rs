//! The words of a Markdown text, without what is no prose in it.

use std::ops::Range;

/// The stretches of a text that are prose: without addresses, code, tags and footnote signs, which
/// are the same in every language. What is not closed is prose.
pub(super) fn prose(text: &str) -> Vec<Range<usize>> {
    let mut stretches = Vec::new();
    let (mut start, mut at) = (0, 0);
    while let Some(found) = text[at..].find(['`', ']', '[', '<', 'h', 'w']) {
        let sign = at + found;
        let Some(end) = end_of_other(text, sign) else {
            at = sign + 1;
            continue;
        };
        stretches.push(start..sign);
        (start, at) = (end, end);
    }
    stretches.push(start..text.len());
    stretches.retain(|stretch| !stretch.is_empty());
    stretches
}

/// Where what is no prose ends, if such a thing begins at `sign`.
fn end_of_other(text: &str, sign: usize) -> Option<usize> {
    /// An address or a tag is shorter, and looking further in hostile text would take for ever.
    const FAR: usize = 2_000;
    let rest = &text[sign..text.floor_char_boundary(sign.saturating_add(FAR))];
    let closed_by = |opening: &str, closing: char| {
        let inner = rest.strip_prefix(opening)?;
        Some(sign + opening.len() + inner.find(closing)? + closing.len_utf8())
    };
    match rest.as_bytes()[0] {
        b'`' => {
            let fence = rest.bytes().take_while(|b| *b == b'`').count();
            Some(sign + fence + rest[fence..].find(&rest[..fence])? + fence)
        }
        b']' => closed_by("](", ')'),
        b'[' => closed_by("[^", ']'),
        b'<' if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') => closed_by("<", '>'),
        _ if ["http://", "https://", "www."].iter().any(|head| rest.starts_with(head)) => {
            let end = rest.find(|c: char| c.is_whitespace() || matches!(c, ')' | '>' | '<' | '،'));
            Some(sign + end.unwrap_or(rest.len()))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_code_tags_and_notes_are_no_prose() {
        let words = |text: &str| prose(text).into_iter().map(|at| text[at].to_owned()).collect::<String>();
        assert_eq!(words("een [twee](https://x.example/30) drie"), "een [twee drie");
        assert_eq!(
            words("`a 5` en ``b ` 6`` en <br>[^7] http://x.example/8 (www.y.example) <b@c.example>."),
            " en  en   () ."
        );
        assert_eq!(words("open ` en [^ en ( en <b"), "open ` en [^ en ( en <b");
        assert_eq!(words("hoe wat"), "hoe wat");
        assert_eq!(words(""), "");
    }
}
