//! Reading Fluent that anybody may have written: entries nested too deeply for its parser are left out.
//!
//! The parser calls itself for each brace and parenthesis that opens inside another. A few thousand of
//! them would use up the stack and end the program, so every file goes through [`parse`] or
//! [`without_deep_entries`].

use std::ops::Range;

use fluent_syntax::{ast, parser};

/// How many braces and parentheses may be open at once. The deepest messages in use have five; the
/// parser needs up to three kilobytes of the stack for each.
const MOST_OPEN: usize = 32;

/// What is wrong where the parser wants the line to end.
const LINE_END: &str = "Expected the end of the line";

/// Something in a file that is no Fluent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Slip {
    /// Where the entry begins that it stands in, in bytes.
    pub(crate) at: usize,
    /// What is wrong with it.
    pub(crate) reason: String,
}

impl Slip {
    fn too_deep(entry: &Range<usize>) -> Self {
        let reason = format!("more than {MOST_OPEN} braces and parentheses are open at once");
        Self { at: entry.start, reason }
    }

    /// What the parser says about a text that begins `from` bytes into the file.
    pub(crate) fn of(error: &parser::ParserError, from: usize) -> Self {
        let at = error.slice.as_ref().map_or(error.pos.start, |entry| entry.start);
        // Of a line end that it expected it says the line end itself.
        let is_plain = |reason: &String| !reason.contains(char::is_control);
        let reason = Some(error.kind.to_string()).filter(is_plain).unwrap_or_else(|| LINE_END.to_owned());
        Self { at: from + at, reason }
    }
}

/// Parses a file: what can be read, as slices of it, and what cannot.
pub(crate) fn parse(ftl: &str) -> (ast::Resource<&str>, Vec<Slip>) {
    let mut body = Vec::new();
    let mut slips = Vec::new();
    let mut from = 0;
    let deep = deep_entries(ftl, MOST_OPEN);
    for entry in deep.iter().cloned().chain(std::iter::once(ftl.len()..ftl.len())) {
        match parser::parse(&ftl[from..entry.start]) {
            Ok(resource) => body.extend(resource.body),
            Err((resource, errors)) => {
                body.extend(resource.body);
                slips.extend(errors.iter().map(|error| Slip::of(error, from)));
            }
        }
        if !entry.is_empty() {
            slips.push(Slip::too_deep(&entry));
        }
        from = entry.end;
    }
    (ast::Resource { body }, slips)
}

/// A file with blanks for the entries that are nested too deeply, so that everything else keeps its place.
pub(crate) fn without_deep_entries(mut ftl: String) -> (String, Vec<Slip>) {
    let deep = deep_entries(&ftl, MOST_OPEN);
    for entry in &deep {
        let blanks: String = ftl[entry.clone()].bytes().map(|b| if b == b'\n' { '\n' } else { ' ' }).collect();
        ftl.replace_range(entry.clone(), &blanks);
    }
    (ftl, deep.iter().map(Slip::too_deep).collect())
}

/// What the parser is in the middle of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    /// An expression, where quotes and parentheses mean something.
    Code,
    /// The text of a variant.
    Text,
}

/// The entries with more than `most` open at once, in order. It keeps step with the parser up to the first
/// error in an entry; after one the parser goes no deeper before the next entry.
fn deep_entries(ftl: &str, most: usize) -> Vec<Range<usize>> {
    let bytes = ftl.as_bytes();
    let mut deep: Vec<Range<usize>> = Vec::new();
    // Nothing but a brace opens the first, and most files have none.
    if memchr::memchr(b'{', bytes).is_none() {
        return deep;
    }
    let mut open: Vec<Inside> = Vec::new();
    let (mut start, mut is_deep, mut at) = (0, false, 0);
    while at < bytes.len() {
        if at == 0 || bytes[at - 1] == b'\n' {
            if begins_entry(&bytes[at..]) {
                if is_deep {
                    deep.push(start..at);
                }
                (start, is_deep) = (at, false);
                open.clear();
            }
            let line = &ftl[at..at + line_length(&ftl[at..])];
            // Where nothing is open nothing but a brace can open something, and few lines have one.
            if (line.starts_with('#') && start == at) || (open.is_empty() && !line.contains('{')) {
                at += line.len() + 1;
                continue;
            }
        }
        match (open.last().copied(), bytes[at]) {
            // How deep it is further on, nobody needs to know.
            (_, b'{') | (Some(Inside::Code), b'(') if open.len() >= most => is_deep = true,
            (_, b'{') | (Some(Inside::Code), b'(') => open.push(Inside::Code),
            (Some(_), b'}') | (Some(Inside::Code), b')') => drop(open.pop()),
            (Some(Inside::Code), b'"') => at += quoted_length(&bytes[at + 1..]),
            // The key of a variant ends, and its text begins.
            (Some(Inside::Code), b']') => set_last(&mut open, Inside::Text),
            (Some(Inside::Text), b'\n') if ends_text(&bytes[at + 1..]) => set_last(&mut open, Inside::Code),
            _ => {}
        }
        at += 1;
    }
    if is_deep {
        deep.push(start..bytes.len());
    }
    deep
}

fn set_last(open: &mut [Inside], inside: Inside) {
    if let Some(last) = open.last_mut() {
        *last = inside;
    }
}

/// Whether a line begins a message, a term or a comment. Nowhere else can a line begin so: it would be an
/// error in what came before.
pub(super) fn begins_entry(line: &[u8]) -> bool {
    let name = line.strip_prefix(b"-").unwrap_or(line);
    let length = name.iter().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_')).count();
    let is_named = name.first().is_some_and(u8::is_ascii_alphabetic);
    line.starts_with(b"#") || is_named && name[length..].iter().find(|b| **b != b' ') == Some(&b'=')
}

/// Whether the text of a variant ends before this line (Fluent 1.0, production `indented_char`).
fn ends_text(line: &[u8]) -> bool {
    let indent = line.iter().take_while(|b| **b == b' ').count();
    match line.get(indent) {
        Some(b'\n' | b'\r' | b'{') | None => false,
        Some(first) => indent == 0 || matches!(first, b'[' | b'*' | b'.' | b'}'),
    }
}

fn line_length(rest: &str) -> usize {
    rest.find('\n').unwrap_or(rest.len())
}

/// How many bytes a quoted text has, with the quote at its end. One that does not end on its line is an error.
fn quoted_length(rest: &[u8]) -> usize {
    let mut at = 0;
    while at < rest.len() && rest[at] != b'\n' {
        match rest[at] {
            b'"' => return at + 1,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    at.min(rest.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Deep enough to end a test whose parser goes all the way.
    const DEEP: usize = 20_000;

    fn names(ftl: &str) -> (Vec<&str>, Vec<usize>) {
        let (resource, slips) = parse(ftl);
        let names = resource.body.iter().filter_map(|entry| match entry {
            ast::Entry::Message(message) => Some(message.id.name),
            ast::Entry::Term(term) => Some(term.id.name),
            _ => None,
        });
        (names.collect(), slips.iter().map(|slip| slip.at).collect())
    }

    #[test]
    fn however_it_is_nested_only_the_entry_itself_is_lost() {
        for nested in [
            "{".repeat(DEEP),
            "{ ".repeat(DEEP) + "\"a\"" + &" }".repeat(DEEP),
            format!("{{ {}", "F(".repeat(DEEP)),
            format!("{{ {}", "F(\"}\", ".repeat(DEEP)),
            format!("{{ {}", "-a(\n".repeat(DEEP)),
            "{ $n ->\n  *[x] ".repeat(DEEP),
            "{ $n ->\n  *[x] \"{\"\" ->\n  *[y] ".repeat(DEEP),
            "{ $n ->\n [a] \"\n *[x] ".repeat(DEEP),
            "{ \"\\\"}\" ->\n *[x]\n   \"\n\n{".repeat(DEEP),
            "{\"{ \" ->\n *[x] )) ] \" (\n   {".repeat(DEEP),
        ] {
            let ftl = format!("one = 1\n# before\ntwo = {nested}\nthree = 3\n");
            let two = ftl.find("two").unwrap();
            assert_eq!(names(&ftl), (vec!["one", "three"], vec![two]), "{}", &nested[..40]);
            let (blank, slips) = without_deep_entries(ftl.clone());
            assert_eq!((blank.len(), slips.len()), (ftl.len(), 1));
            assert_eq!(names(&blank), (vec!["one", "three"], vec![]));
        }
    }

    #[test]
    fn what_only_looks_nested_is_read() {
        let quoted = "{ \"{\" } (( ".repeat(DEEP);
        let unclosed = "broken = { $\n".repeat(DEEP / 10);
        let ftl = format!("# {}\n{unclosed}a = {quoted}\n", "{".repeat(DEEP));
        let (names, slips) = names(&ftl);
        assert_eq!((names, slips.len()), (vec!["a"], DEEP / 10));
        let most = "{".repeat(MOST_OPEN) + "\"a\"" + &"}".repeat(MOST_OPEN);
        assert_eq!(parse(&format!("a = {most}\n")).1, []);
        assert_eq!(parse(&format!("a = {{{most}}}\n")).1.len(), 1);
    }

    /// How many braces and parentheses were open at once where this was read.
    fn depth(pattern: &ast::Pattern<&str>) -> usize {
        let of = |element: &_| match element {
            ast::PatternElement::Placeable { expression } => 1 + depth_of(expression),
            ast::PatternElement::TextElement { .. } => 0,
        };
        pattern.elements.iter().map(of).max().unwrap_or_default()
    }

    fn depth_of(expression: &ast::Expression<&str>) -> usize {
        let inline = |inline: &ast::InlineExpression<&str>| depth_of_inline(inline);
        match expression {
            ast::Expression::Inline(own) => inline(own),
            ast::Expression::Select { selector, variants } => {
                let texts = variants.iter().map(|variant| depth(&variant.value)).max();
                inline(selector).max(texts.unwrap_or_default())
            }
        }
    }

    fn depth_of_inline(inline: &ast::InlineExpression<&str>) -> usize {
        match inline {
            ast::InlineExpression::Placeable { expression } => 1 + depth_of(expression),
            ast::InlineExpression::FunctionReference { arguments, .. } => {
                1 + arguments.positional.iter().map(depth_of_inline).max().unwrap_or_default()
            }
            _ => 0,
        }
    }

    /// A placeable with others in it, and signs in quotes and in texts that look like some.
    fn placeable() -> impl Strategy<Value = String> {
        let quoted = prop::sample::select(vec!["\"{\"", "\"}\"", "\")\"", "\"\\\"{\"", "$n", "5", "\"[\""]);
        let leaf = quoted.prop_map(|quoted| format!("{{ {quoted} }}"));
        leaf.prop_recursive(6, 40, 3, |inner| {
            let text = prop::sample::select(vec!["a", "\" ", "( ", "] ", ") ", "x\n    \"", "\\ "]);
            prop_oneof![
                inner.clone().prop_map(|one| format!("{{{one}}}")),
                (inner.clone(), inner.clone()).prop_map(|(one, two)| format!("{{ F({one},\n\"}}\", {two}) }}")),
                (text, inner.clone(), inner).prop_map(|(text, one, two)| {
                    format!("{{ \"}}\" ->\n  [a] {text}{one} {text}\n\n{two}{text}\n  *[b] {text}{two}\n }}")
                }),
            ]
        })
    }

    proptest! {
        #[test]
        fn the_depth_is_that_of_the_parser(text in placeable(), other in placeable()) {
            let ftl = format!("a = {text} and {other}\n");
            let resource = parser::parse(ftl.as_str()).map_err(|(_, errors)| TestCaseError::fail(format!("{errors:?}\n{ftl}")))?;
            let Some(ast::Entry::Message(message)) = resource.body.first() else { panic!("no message") };
            let depth = message.value.as_ref().map(depth).unwrap_or_default();
            prop_assert!(deep_entries(&ftl, depth).is_empty());
            let deeper = deep_entries(&ftl, depth - 1);
            prop_assert_eq!(deeper.first(), Some(&(0..ftl.len())));
        }
    }
}
