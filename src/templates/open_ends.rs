//! What is still open at the end of a style sheet: a block, a bracket, a text in quotes, a comment. Browsers close it where
//! the file ends, so whatever comes behind must not come before that.

/// What closes a block, a bracket, a text or a comment.
type Closer = &'static str;

/// What is open at the end of a style sheet.
pub(super) struct OpenEnds {
    /// The places where it begins, in bytes, the outermost first, each with what closes it.
    open: Vec<(usize, Closer)>,
    /// Whether something is left behind the last rule that is no rule yet.
    is_begun: bool,
}

impl OpenEnds {
    /// Reads a style sheet (CSS Syntax Module Level 3, section 5.4).
    pub(super) fn of(css: &str) -> Self {
        let bytes = css.as_bytes();
        let (mut open, mut rule) = (Vec::<(usize, Closer)>::new(), None);
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            let begin = at;
            at += 1;
            match byte {
                b'/' if bytes.get(at) == Some(&b'*') => match css[at + 1..].find("*/") {
                    Some(length) => at += 1 + length + 2,
                    None => {
                        open.push((begin, "*/"));
                        break;
                    }
                },
                b'\\' => at += 1,
                b'"' | b'\'' => match end_of_text(bytes, at, byte) {
                    Some(end) => at = end,
                    None => {
                        open.push((begin, if byte == b'"' { "\"" } else { "'" }));
                        break;
                    }
                },
                b'u' | b'U' if is_bare_address(&bytes[begin..]) => match end_of_text(bytes, begin, b')') {
                    Some(end) => at = end,
                    None => {
                        open.push((begin, ")"));
                        break;
                    }
                },
                b'{' => open.push((begin, "}")),
                b'(' => open.push((begin, ")")),
                b'[' => open.push((begin, "]")),
                b'}' | b')' | b']' if open.last().is_some_and(|(_, closer)| closer.as_bytes() == [byte]) => {
                    open.pop();
                    if open.is_empty() && byte == b'}' {
                        rule = None;
                    }
                }
                b';' if open.is_empty() && rule == Some(b'@') => rule = None,
                _ if open.is_empty() && !byte.is_ascii_whitespace() => _ = rule.get_or_insert(byte),
                _ => {}
            }
        }
        let is_begun = rule.is_some() && open.first().is_none_or(|(_, closer)| *closer != "}");
        Self { open, is_begun }
    }

    /// Where what is open begins, in bytes, and what closes it.
    pub(super) fn outermost(&self) -> Option<(usize, Closer)> {
        self.open.first().copied()
    }

    /// What closes all of it.
    fn closing(&self) -> String {
        let mut closing: String = self.open.iter().rev().map(|(_, closer)| *closer).collect();
        if self.is_begun {
            // What is no rule becomes one that says nothing.
            closing.push_str(";{}");
        }
        closing
    }
}

/// What closes whatever is open at the end of a style sheet, so that rules can stand behind it.
pub(crate) fn closing_of(css: &str) -> String {
    OpenEnds::of(css).closing()
}

/// Whether a text begins with an address without quotes.
fn is_bare_address(bytes: &[u8]) -> bool {
    let is_address = bytes.get(..4).is_some_and(|name| name.eq_ignore_ascii_case(b"url("));
    is_address && !matches!(bytes[4..].trim_ascii_start().first(), Some(b'"' | b'\''))
}

/// The end of a text that `sign` closes: behind that, or where the line ends of one in quotes. None where it is open.
fn end_of_text(bytes: &[u8], begin: usize, sign: u8) -> Option<usize> {
    let mut at = begin;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 1,
            b'\n' if sign != b')' => return Some(at),
            _ if byte == sign => return Some(at + 1),
            _ => {}
        }
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_open_at_the_end_is_closed() {
        for (css, begins, closing) in [
            ("", "", ""),
            ("a { color: red }", "", ""),
            ("@import \"a.css\";\n/* { */ b::before { content: \"{\\\"\" }", "", ""),
            ("a { background: url(x{y\\).png) }", "", ""),
            ("a { content: \"x\n}", "", ""),
            ("é { color: red\nb { color: blue }", "{ color: red", "}"),
            ("b { }\n@media print { a { color: rgb(1, 2", "{ a {", ")}}"),
            ("a { color: rgb(1; }\nb { }", "{ color", ")}"),
            ("a { content: 'x", "{ content", "'}"),
            ("a { background: url(x", "{ background", ")}"),
            ("a { }\n/* b { }", "/*", "*/"),
            ("a[b", "[b", "];{}"),
            ("a { } }", "", ";{}"),
            ("a { } b", "", ";{}"),
            ("@import url(a.css)", "", ";{}"),
        ] {
            let ends = OpenEnds::of(css);
            let begin = ends.outermost().map_or(css.len(), |(at, _)| at);
            assert!(css[begin..].starts_with(begins) && begins.is_empty() == ends.open.is_empty(), "{css}");
            assert_eq!(ends.closing(), closing, "{css}");
            assert!(OpenEnds::of(&(css.to_owned() + closing)).open.is_empty(), "{css}");
        }
    }
}
