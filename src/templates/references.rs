//! What a Fluent message refers to: variables, other messages, terms, functions; and whether
//! they are there.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use fluent::FluentResource;
use fluent_syntax::ast::{self, Expression, InlineExpression, PatternElement};

use crate::{
    diagnostic::{Diagnostic, nearest, position},
    translation::syntax,
};

/// The names a message refers to, each a slice of the text it was parsed from.
#[derive(Debug, Default)]
pub(super) struct References<'s> {
    /// `$name`, without the sign.
    pub(super) variables: Vec<&'s str>,
    /// `{ name }`
    pub(super) messages: Vec<&'s str>,
    /// `{ -name }`, without the sign.
    pub(super) terms: Vec<&'s str>,
    /// `{ NAME() }`
    pub(super) functions: Vec<&'s str>,
}

impl<'s> References<'s> {
    /// What the value of a message refers to.
    pub(super) fn of(message: &ast::Message<&'s str>) -> Self {
        let mut found = Self::default();
        if let Some(pattern) = &message.value {
            found.walk(pattern);
        }
        found
    }

    fn walk(&mut self, pattern: &ast::Pattern<&'s str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.walk_expression(expression);
            }
        }
    }

    fn walk_expression(&mut self, expression: &Expression<&'s str>) {
        match expression {
            Expression::Inline(inline) => self.walk_inline(inline),
            Expression::Select { selector, variants } => {
                self.walk_inline(selector);
                variants.iter().for_each(|variant| self.walk(&variant.value));
            }
        }
    }

    fn walk_inline(&mut self, inline: &InlineExpression<&'s str>) {
        match inline {
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
            InlineExpression::VariableReference { id } => self.variables.push(id.name),
            InlineExpression::MessageReference { id, .. } => self.messages.push(id.name),
            InlineExpression::TermReference { id, arguments, .. } => {
                self.terms.push(id.name);
                arguments.iter().for_each(|arguments| self.walk_arguments(arguments));
            }
            InlineExpression::FunctionReference { id, arguments } => {
                self.functions.push(id.name);
                self.walk_arguments(arguments);
            }
            InlineExpression::Placeable { expression } => self.walk_expression(expression),
        }
    }

    fn walk_arguments(&mut self, arguments: &ast::CallArguments<&'s str>) {
        arguments.positional.iter().for_each(|argument| self.walk_inline(argument));
        arguments.named.iter().for_each(|argument| self.walk_inline(&argument.value));
    }
}

/// The messages of a file, each with the variables it uses.
pub(super) fn variables_by_message(text: &str) -> BTreeMap<&str, BTreeSet<&str>> {
    let (resource, _) = syntax::parse(text);
    let messages = resource.body.iter().filter_map(|entry| match entry {
        ast::Entry::Message(message) => {
            Some((message.id.name, References::of(message).variables.into_iter().collect()))
        }
        _ => None,
    });
    messages.collect()
}

/// Where in `text` its slice `part` begins, in bytes.
pub(super) fn offset_of(text: &str, part: &str) -> usize {
    part.as_ptr().addr().saturating_sub(text.as_ptr().addr())
}

/// What a file refers to that is not there: variables, messages, terms, functions; and what
/// it says twice.
pub(super) fn check_references(
    file: &Path,
    resource: &FluentResource,
    reference: &BTreeMap<&str, BTreeSet<&str>>,
    known: &Names,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    let text = resource.source();
    for entry in resource.entries() {
        let ast::Entry::Message(message) = entry else {
            continue;
        };
        let id = message.id.name;
        let mut say = |code, part, what: String, help: String| {
            let (line, column) = position(text, offset_of(text, part));
            found.push(Diagnostic::error(file, code, what).at(line, column).help(help));
        };
        if !seen.insert(id) {
            say(
                "duplicate-message",
                id,
                format!("`{id}` is here for the second time"),
                "only the last one counts: keep one".into(),
            );
        }
        let references = References::of(message);
        if let Some(given) = reference.get(id) {
            for name in references.variables.iter().filter(|name| !given.contains(*name)) {
                say(
                    "unknown-variable",
                    name,
                    format!("`{id}` is not given a variable ${name}"),
                    help_with_variables(name, given),
                );
            }
        }
        for name in references.messages.iter().filter(|name| !known.messages.contains(**name)) {
            say("unknown-message", name, format!("there is no message `{name}`"), did_you_mean(name, &known.messages));
        }
        for name in references.terms.iter().filter(|name| !known.terms.contains(**name)) {
            say("unknown-term", name, format!("there is no term `-{name}`"), did_you_mean(name, &known.terms));
        }
        for name in references.functions.iter().filter(|name| !super::functions::NAMES.contains(name)) {
            say(
                "unknown-function",
                name,
                format!("there is no function {name}"),
                "the functions are DATETIME and NUMBER".into(),
            );
        }
    }
    found
}

/// The messages and terms of a language.
#[derive(Default)]
pub(super) struct Names {
    messages: BTreeSet<String>,
    terms: BTreeSet<String>,
}

impl Names {
    /// Takes in what a file says.
    pub(super) fn add(&mut self, resource: &FluentResource) {
        for entry in resource.entries() {
            match entry {
                ast::Entry::Message(message) => _ = self.messages.insert(message.id.name.to_owned()),
                ast::Entry::Term(term) => _ = self.terms.insert(term.id.name.to_owned()),
                _ => {}
            }
        }
    }
}

fn did_you_mean(name: &str, known: &BTreeSet<String>) -> String {
    match nearest(name, known.iter().map(String::as_str)) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => "write the text here, or add it to this language's files".to_owned(),
    }
}

fn help_with_variables(name: &str, given: &BTreeSet<&str>) -> String {
    match nearest(name, given.iter().copied()) {
        Some(meant) => format!("did you mean ${meant}?"),
        None if given.is_empty() => "this message has no variables".to_owned(),
        None => format!("it is given {}", given.iter().map(|name| format!("${name}")).collect::<Vec<_>>().join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_a_variant_or_an_argument_is_found_too() {
        let text = "a = { $count ->\n    [one] { $title }\n   *[other] { NUMBER($others) } { b } { -c }\n}\n";
        let resource = fluent_syntax::parser::parse(text).unwrap();
        let Some(ast::Entry::Message(message)) = resource.body.first() else { panic!("no message") };
        let found = References::of(message);
        assert_eq!(found.variables, ["count", "title", "others"]);
        assert_eq!((found.messages, found.terms, found.functions), (vec!["b"], vec!["c"], vec!["NUMBER"]));
        assert_eq!(offset_of(text, found.variables[1]), text.find("title").unwrap());
    }
}
