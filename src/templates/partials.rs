//! Which template includes which partial, and that none includes itself.
//!
//! Handlebars follows a circle of partials until the stack overflows, which ends the process
//! without a word; so circles are refused before anything is rendered.

use std::collections::{BTreeMap, BTreeSet};

use handlebars::template::{DecoratorTemplate, HelperTemplate, Parameter, Template, TemplateElement};

/// The name that stands for what is between the tags of a partial.
const BLOCK: &str = "@partial-block";

/// A place where a template includes a partial.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Include {
    /// The name of the partial; none when it is only known while rendering.
    pub(super) name: Option<String>,
    /// The line, from 1.
    pub(super) line: usize,
    /// The column, from 1.
    pub(super) column: usize,
}

/// What a template includes, its inline partials too: those have no name to check.
pub(super) fn includes(template: &Template) -> Vec<Include> {
    let mut found = Vec::new();
    walk(template, &mut found);
    found
}

fn walk(template: &Template, found: &mut Vec<Include>) {
    for (index, element) in template.elements.iter().enumerate() {
        let (line, column) = template.mapping.get(index).map_or((1, 1), |place| (place.0, place.1));
        match element {
            TemplateElement::PartialExpression(partial) | TemplateElement::PartialBlock(partial) => {
                let name = match &partial.name {
                    Parameter::Name(name) => Some(name.clone()),
                    _ => None,
                };
                if name.as_deref() != Some(BLOCK) {
                    found.push(Include { name, line, column });
                }
                walk_decorator(partial, found);
            }
            TemplateElement::DecoratorExpression(inline) | TemplateElement::DecoratorBlock(inline) => {
                found.push(Include { name: None, line, column });
                walk_decorator(inline, found);
            }
            TemplateElement::HelperBlock(block) => walk_helper(block, found),
            // Text, comments and expressions include nothing.
            _ => {}
        }
    }
}

fn walk_decorator(decorator: &DecoratorTemplate, found: &mut Vec<Include>) {
    decorator.template.iter().for_each(|template| walk(template, found));
}

fn walk_helper(helper: &HelperTemplate, found: &mut Vec<Include>) {
    helper.template.iter().chain(&helper.inverse).for_each(|template| walk(template, found));
}

/// The templates that include themselves, directly or by way of others.
pub(super) fn circular<'a>(graph: &BTreeMap<&'a str, Vec<&'a str>>) -> BTreeSet<&'a str> {
    graph.keys().copied().filter(|start| reaches(graph, start)).collect()
}

/// Whether a way leads from `start` back to it.
fn reaches(graph: &BTreeMap<&str, Vec<&str>>, start: &str) -> bool {
    let mut seen = BTreeSet::new();
    let mut open: Vec<&str> = graph.get(start).cloned().unwrap_or_default();
    while let Some(name) = open.pop() {
        if name == start {
            return true;
        }
        if seen.insert(name) {
            open.extend(graph.get(name).into_iter().flatten());
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<Option<String>> {
        includes(&Template::compile(text).unwrap()).into_iter().map(|include| include.name).collect()
    }

    #[test]
    fn an_include_is_found_in_every_kind_of_block() {
        let text = "{{> a}}{{#if x}}{{> b}}{{else}}{{> c}}{{/if}}{{#> d}}{{> e}}{{/d}}{{> @partial-block}}";
        assert_eq!(names(text), ["a", "b", "c", "d", "e"].map(|name| Some(name.to_owned())));
    }

    #[test]
    fn a_partial_whose_name_is_not_written_down_cannot_be_checked() {
        assert_eq!(names("{{> (lookup page 'x')}}"), [None]);
        assert_eq!(names("{{#*inline \"a\"}}{{> a}}{{/inline}}"), [None, Some("a".to_owned())]);
    }

    #[test]
    fn a_circle_is_found_however_long() {
        let graph = [("a", vec!["b"]), ("b", vec!["c"]), ("c", vec!["b"]), ("d", vec!["d"]), ("e", vec![])].into();
        assert_eq!(circular(&graph), ["b", "c", "d"].into());
    }
}
