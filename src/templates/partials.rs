//! Which template includes which partial, and that none includes itself.
//!
//! Handlebars follows a circle of partials until the stack overflows, which ends the process
//! without a word; so circles are refused before anything is rendered.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

use handlebars::{
    Path,
    template::{DecoratorTemplate, HelperTemplate, Parameter, Template, TemplateElement},
};

/// The name that stands for what is between the tags of a partial.
const BLOCK: &str = "@partial-block";

/// The helper whose block is about one item after the other.
pub(super) const LIST: &str = "each";

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

/// A template with those partials written into it that `partial` gives: for each partial, Handlebars makes a copy of
/// what it is given, which may be everything that a page is given, its text among it.
pub(super) fn unfold<'t>(template: &Template, partial: &impl Fn(&str) -> Option<&'t Template>) -> Template {
    let mut unfolded = template.clone();
    (unfolded.elements, unfolded.mapping) = (Vec::new(), Vec::new());
    for (index, element) in template.elements.iter().enumerate() {
        let included = plain_include(element).and_then(|(name, given)| within(partial(name)?, given));
        if let Some(included) = included {
            let included = unfold(&included, partial);
            unfolded.mapping.extend(included.mapping);
            unfolded.elements.extend(included.elements);
            continue;
        }
        let element = match element {
            TemplateElement::HelperBlock(block) => {
                let mut block = block.clone();
                for inner in [&mut block.template, &mut block.inverse].into_iter().flatten() {
                    *inner = unfold(inner, partial);
                }
                TemplateElement::HelperBlock(block)
            }
            other => other.clone(),
        };
        unfolded.elements.push(element);
        unfolded.mapping.extend(template.mapping.get(index).cloned());
    }
    unfolded
}

/// The name of the partial that an element includes, and the value that it is given; none where it is given more.
fn plain_include(element: &TemplateElement) -> Option<(&str, Option<&Path>)> {
    let TemplateElement::PartialExpression(partial) = element else { return None };
    // What stands before it on its line is put before each of the partial's lines.
    let is_indented = partial.indent.as_ref().is_some_and(|indent| !indent.is_empty());
    let given = match &partial.params[..] {
        [] => None,
        [Parameter::Path(path)] => Some(path),
        _ => return None,
    };
    match &partial.name {
        Parameter::Name(name) if partial.hash.is_empty() && !is_indented => Some((name, given)),
        _ => None,
    }
}

/// A partial as it reads where what it is given lies at a path; none where that cannot be told.
fn within<'t>(partial: &'t Template, given: Option<&Path>) -> Option<Cow<'t, Template>> {
    match given {
        None => Some(Cow::Borrowed(partial)),
        Some(Path::Relative((names, _))) if names.is_empty() => Some(Cow::Borrowed(partial)),
        Some(Path::Relative((_, path))) if !path.contains(['@', '[']) && !path.contains("..") => {
            let mut moved = partial.clone();
            move_template(&mut moved, path, false)?;
            Some(Cow::Owned(moved))
        }
        Some(_) => None,
    }
}

/// Puts `path` before the paths of a template, but not before those that lead from an item of a list.
pub(super) fn move_template(template: &mut Template, path: &str, is_of_item: bool) -> Option<()> {
    template.elements.iter_mut().try_for_each(|element| match element {
        TemplateElement::Expression(helper)
        | TemplateElement::HtmlExpression(helper)
        | TemplateElement::HelperBlock(helper) => move_helper(helper, path, is_of_item),
        TemplateElement::RawString(_) | TemplateElement::Comment(_) => Some(()),
        TemplateElement::PartialExpression(partial) => {
            // Without a value it is given what this one is given.
            let [given] = &mut partial.params[..] else { return None };
            partial.hash.values_mut().chain([given]).try_for_each(|part| move_parameter(part, path, is_of_item))
        }
        _ => None,
    })
}

fn move_helper(helper: &mut HelperTemplate, path: &str, is_of_item: bool) -> Option<()> {
    let HelperTemplate { name, params, hash, template, inverse, block_param, .. } = helper;
    if block_param.is_some() {
        return None;
    }
    let is_list = matches!(name, Parameter::Name(name) if name == LIST);
    [name].into_iter().chain(params).chain(hash.values_mut()).try_for_each(|p| move_parameter(p, path, is_of_item))?;
    template.iter_mut().try_for_each(|inner| move_template(inner, path, is_of_item || is_list))?;
    inverse.iter_mut().try_for_each(|inner| move_template(inner, path, is_of_item))
}

fn move_parameter(parameter: &mut Parameter, path: &str, is_of_item: bool) -> Option<()> {
    match parameter {
        Parameter::Name(_) | Parameter::Literal(_) => Some(()),
        Parameter::Path(Path::Relative((_, own))) => {
            if own.contains("..") || own.contains('@') {
                return None;
            }
            if !is_of_item {
                let below = own.strip_prefix("this").unwrap_or(own).trim_start_matches('.');
                let whole = if below.is_empty() { path.to_owned() } else { format!("{path}.{below}") };
                *parameter = Parameter::Path(Path::parse(&whole).ok()?);
            }
            Some(())
        }
        Parameter::Subexpression(inner) => match inner.element.as_mut() {
            TemplateElement::Expression(helper) => move_helper(helper, path, is_of_item),
            _ => None,
        },
        _ => None,
    }
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
    use serde_json::json;

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
    fn a_partial_is_written_where_it_is_included() {
        let partials = [
            ("a", "[{{x}}{{> b}}]"),
            ("b", "<{{#if y}}{{> c}}{{/if}}>"),
            ("c", "c"),
            (
                "d",
                "d{{v.w}}{{#each l}}{{this}}{{this.m}}{{#if (eq this.m 1)}}!{{/if}}{{else}}{{v.w}}{{/each}}{{this.v.w}}",
            ),
            ("f", "{{#each l}}{{../v.w}}{{/each}}"),
        ];
        let partials = partials.map(|(name, text)| (name, Template::compile(text).unwrap()));
        let known = |name: &str| partials.iter().find(|(own, _)| *own == name).map(|(_, template)| template);
        let text =
            "{{> a}}{{> d this}}{{> d o.p}}{{#each all}}{{> d this}}{{> d n}}{{/each}}{{> e}}{{> f o.p}}\n  {{> c}}\n";
        let whole = Template::compile(text).unwrap();
        let mut registry = handlebars::Handlebars::new();
        for (name, template) in &partials {
            registry.register_template(name, template.clone());
        }
        registry.register_partial("e", "e").unwrap();
        registry.register_template("folded", whole.clone());
        registry.register_template("unfolded", unfold(&whole, &known));
        let left = includes(registry.get_template("unfolded").unwrap());
        assert_eq!(left.into_iter().filter_map(|include| include.name).collect::<Vec<_>>(), ["e", "f", "c"]);
        for y in [true, false] {
            let given = |number: u32| json!({ "v": { "w": number }, "l": if y { vec![json!({ "m": number })] } else { vec![] } });
            let mut context = given(1);
            (context["x"], context["y"]) = ("x".into(), y.into());
            context["o"] = json!({ "p": given(2) });
            context["all"] = [3, 4]
                .map(|number| {
                    let mut one = given(number);
                    one["n"] = given(number + 2);
                    one
                })
                .into();
            let [folded, unfolded] = ["folded", "unfolded"].map(|name| registry.render(name, &context).unwrap());
            assert_eq!(folded, unfolded);
        }
    }

    #[test]
    fn a_circle_is_found_however_long() {
        let graph = [("a", vec!["b"]), ("b", vec!["c"]), ("c", vec!["b"]), ("d", vec!["d"]), ("e", vec![])].into();
        assert_eq!(circular(&graph), ["b", "c", "d"].into());
    }
}
