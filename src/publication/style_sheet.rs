//! The style sheet as it is sent: without comments, and without the blanks that only people need.

/// What blanks beside mean nothing, wherever it stands outside texts.
const SIGNS: [char; 5] = ['{', '}', ';', ',', '>'];

/// A style sheet that says the same in fewer bytes. Texts in quotes and unquoted addresses stay letter for letter.
pub(super) fn compact(css: &str) -> String {
    let mut compact = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(next) = rest.chars().next() {
        let length = verbatim_length(rest);
        if length > 0 {
            compact.push_str(&rest[..length]);
            rest = &rest[length..];
        } else if is_blank(next) || rest.starts_with("/*") {
            let after = skip_blanks(rest);
            let between = &rest[..rest.len() - after.len()];
            rest = after;
            let is_beside = |sign: Option<char>| sign.is_none_or(|sign| SIGNS.contains(&sign));
            let is_after_sign = is_beside(compact.chars().next_back()) || compact.ends_with(':');
            if (!is_after_sign || ends_escaped(&compact)) && !is_beside(rest.chars().next()) {
                // A comment alone parts two words, and is no blank between them.
                let is_blank = between.starts_with(is_blank) || between.ends_with(is_blank);
                compact.push_str(if is_blank { " " } else { "/**/" });
            }
        } else {
            if next == '}' && compact.ends_with(';') && !ends_escaped(&compact) {
                compact.pop();
            }
            compact.push(next);
            rest = &rest[next.len_utf8()..];
        }
    }
    compact
}

/// How much of the beginning of a text must stay as it is: a text in quotes, an unquoted address, an escape.
fn verbatim_length(css: &str) -> usize {
    match css.as_bytes() {
        [quote @ (b'"' | b'\''), ..] => closed_by(css, char::from(*quote), 1),
        [b'u' | b'U', ..] if css.get(..4).is_some_and(|name| name.eq_ignore_ascii_case("url(")) => {
            let inside = css[4..].trim_ascii_start();
            if inside.starts_with(['"', '\'']) { 4 } else { closed_by(css, ')', 4) }
        }
        [b'\\', ..] => 1 + css[1..].chars().next().map_or(0, char::len_utf8),
        _ => 0,
    }
}

/// The length up to the sign that closes what began, and is not escaped; up to the end where there is none.
fn closed_by(css: &str, sign: char, begin: usize) -> usize {
    let mut escaped = false;
    for (at, character) in css[begin..].char_indices() {
        if character == sign && !escaped {
            return begin + at + character.len_utf8();
        }
        escaped = character == '\\' && !escaped;
    }
    css.len()
}

/// Whether the last sign of a text stands for itself.
fn ends_escaped(css: &str) -> bool {
    css.chars().rev().nth(1) == Some('\\')
}

fn is_blank(character: char) -> bool {
    character.is_ascii_whitespace()
}

fn skip_blanks(css: &str) -> &str {
    let mut rest = css.trim_ascii_start();
    while let Some(comment) = rest.strip_prefix("/*") {
        rest = comment.split_once("*/").map_or("", |(_, after)| after).trim_ascii_start();
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_sheet_says_the_same_in_fewer_bytes() {
        for (css, expected) in [
            ("a  b , c > d\n{ color : red ;\n  margin: 0 auto ; }\n", "a b,c>d{color :red;margin:0 auto}"),
            ("/* x */ a :hover { }/* y */", "a :hover{}"),
            ("a{width: calc(1rem + 2 * (3px - 1em))}", "a{width:calc(1rem + 2 * (3px - 1em))}"),
            ("a::before { content: \" /* ; } \\\" \" ; }", "a::before{content:\" /* ; } \\\" \"}"),
            ("a { background: url( x;y{z}.png ) , url(\"a ; b\") }", "a{background:url( x;y{z}.png ),url(\"a ; b\")}"),
            ("@media (min-width: 40em) and (a) { .a\\; b { } }", "@media (min-width:40em) and (a){.a\\; b{}}"),
            ("a/* x */.b { --x: ; y: a\\;}", "a/**/.b{--x:;y:a\\;}"),
            (".sm\\:b .c { }", ".sm\\:b .c{}"),
            ("a { content: \"open", "a{content:\"open"),
            ("/* open", ""),
        ] {
            assert_eq!(compact(css), expected, "{css}");
            assert_eq!(compact(expected), expected, "{css}");
        }
    }
}
