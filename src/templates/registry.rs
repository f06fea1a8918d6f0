//! From sources to registries: compiled, checked for circles, one pair per language.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{self, Write},
    sync::{Arc, LazyLock},
};

use handlebars::{
    Context, Handlebars, RenderContext, RenderError, RenderErrorReason, Renderable as _, WriteOutput, no_escape,
    template::Template,
};
use serde::Serialize;

use super::{
    Error,
    escaped::escaped_html,
    helpers::{self, Speaker},
    partials::{circular, includes, unfold},
    sources::{Source, Sources, built_in, file_of, is_plain_text},
    tight::tighten,
};
use crate::diagnostic::{Diagnostic, nearest};

/// The longest page or mail, in bytes: a loop in a template must not eat the memory.
const MAX_BYTES: usize = 16 << 20;

/// The compiled templates by name.
pub(super) type Compiled = BTreeMap<String, Template>;

/// The templates of the theme as it is, compiled once for all publications that replace none of them.
static THEME: LazyLock<Arc<Compiled>> = LazyLock::new(|| Arc::new(compile_all(built_in(), &mut Vec::new())));

/// The templates of one language: those that make HTML, and those that make plain text.
#[derive(Debug)]
pub(super) struct Edition {
    compiled: Arc<Compiled>,
    /// What speaks the language, and the partials that are put in while a template is rendered.
    html: Handlebars<'static>,
    text: Handlebars<'static>,
}

/// Compiles all templates. An own one that cannot be used gives way to its namesake in the
/// binary, if it has one, and is a diagnostic.
pub(super) fn compile(sources: &Sources, diagnostics: &mut Vec<Diagnostic>) -> Arc<Compiled> {
    match sources.values().any(|source| source.own) {
        true => Arc::new(compile_all(sources, diagnostics)),
        false => Arc::clone(&THEME),
    }
}

fn compile_all(sources: &Sources, diagnostics: &mut Vec<Diagnostic>) -> Compiled {
    let mut compiled = Compiled::new();
    for (name, source) in sources {
        match parse(name, source) {
            Ok(template) => _ = compiled.insert(name.clone(), template),
            Err(diagnostic) => {
                diagnostics.push(*diagnostic);
                restore(name, &mut compiled);
            }
        }
    }
    let graph = compiled.iter().map(|(name, template)| (name.as_str(), includes(template))).collect::<Vec<_>>();
    let mut found = Vec::new();
    for (name, includes) in &graph {
        for include in includes {
            let known = include.name.as_deref().is_some_and(|partial| compiled.contains_key(partial));
            if !known {
                let diagnostic = unknown_partial(name, include.name.as_deref(), &compiled);
                found.push((*name, diagnostic.at(include.line, include.column)));
            }
        }
    }
    let edges: BTreeMap<&str, Vec<&str>> = graph
        .iter()
        .map(|(name, includes)| (*name, includes.iter().filter_map(|include| include.name.as_deref()).collect()))
        .collect();
    for name in circular(&edges) {
        found.push((
            name,
            Diagnostic::error(
                &file_of(name),
                "partial-circle",
                "this template includes itself, directly or by way of others",
            )
            .help("take one of the `{{> …}}` out"),
        ));
    }
    let unusable: Vec<String> = found
        .iter()
        .map(|(name, _)| (*name).to_owned())
        .filter(|name| sources.get(name).is_some_and(|source| source.own))
        .collect();
    diagnostics.extend(found.into_iter().map(|(_, diagnostic)| diagnostic));
    for name in unusable {
        compiled.remove(&name);
        restore(&name, &mut compiled);
    }
    unfold_all(&compiled, sources)
}

/// The templates with the partials of the binary written into them. Own ones stay by themselves, so that what is
/// wrong in them is said of their file.
fn unfold_all(compiled: &Compiled, sources: &Sources) -> Compiled {
    let is_own = |name: &str| sources.get(name).is_none_or(|source| source.own);
    let unfold = |(name, template): (&String, &Template)| {
        // Plain text and HTML are escaped in different ways.
        let is_alike = |partial: &str| is_plain_text(partial) == is_plain_text(name);
        let partial = |partial: &str| compiled.get(partial).filter(|_| !is_own(partial) && is_alike(partial));
        let mut whole = unfold(template, &partial);
        if !is_own(name) && is_of_page(name) {
            tighten(&mut whole);
        }
        (name.clone(), whole)
    };
    compiled.iter().map(unfold).collect()
}

/// Whether a template is one of those that pages are made by.
fn is_of_page(name: &str) -> bool {
    name.starts_with("page/") || name.starts_with("partials/") && !name.starts_with("partials/mail")
}

fn parse(name: &str, source: &Source) -> Result<Template, Box<Diagnostic>> {
    // An empty partial leaves something out; an empty page is one that somebody is still writing.
    if source.own && source.text.trim().is_empty() && !name.starts_with("partials/") {
        let found = Diagnostic::error(&file_of(name), "broken-template", "this template is empty");
        return Err(Box::new(found.help("delete the file to have the template of the theme, or write one")));
    }
    // What stands before a partial is put before its first line alone.
    let mut registry = Handlebars::new();
    registry.set_prevent_indent(true);
    let compiled = registry.register_template_string(name, &source.text);
    let compiled = compiled.map(|()| registry.get_template(name).cloned().unwrap_or_else(Template::new));
    let as_text = compiled.as_ref().ok().filter(|_| source.own && !is_plain_text(name)).and_then(escaped_html);
    if let Some((html, line, column)) = as_text {
        let message = format!("`{html}` is HTML, and two braces would show its tags to readers");
        let found = Diagnostic::error(&file_of(name), "escaped-html", message).at(line, column);
        return Err(Box::new(found.help(format!("this is HTML: write three braces, `{{{{{{{html}}}}}}}`"))));
    }
    compiled.map_err(|error| {
        let (line, column) = error.pos().unwrap_or((1, 1));
        let message = format!("this is no template: {}", error.reason().to_string().trim_end());
        Box::new(
            Diagnostic::error(&file_of(name), "broken-template", message)
                .at(line, column)
                .help("every `{{#…}}` needs its `{{/…}}`, and every `{{` its `}}`"),
        )
    })
}

/// Puts the template of the binary back in its place.
fn restore(name: &str, compiled: &mut Compiled) {
    if let Some(Ok(template)) = built_in().get(name).map(|source| parse(name, source)) {
        compiled.insert(name.to_owned(), template);
    }
}

fn unknown_partial(name: &str, partial: Option<&str>, compiled: &Compiled) -> Diagnostic {
    let file = file_of(name);
    let Some(partial) = partial else {
        return Diagnostic::error(&file, "unnamed-partial", "the name of a partial must be written out")
            .help("put it into a file in `templates/partials/` and include that: `{{> partials/NAME}}`");
    };
    let partials = compiled.keys().map(String::as_str).filter(|name| name.starts_with("partials/"));
    let help = match nearest(partial, partials) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None if partial.starts_with("partials/") => format!("write it into {}", file_of(partial).display()),
        None => format!(
            "write it into {}, and include it as `{{{{> partials/{partial}}}}}`",
            file_of(&format!("partials/{partial}")).display()
        ),
    };
    Diagnostic::error(&file, "unknown-partial", format!("there is no partial `{partial}`")).help(help)
}

impl Edition {
    /// The registries of the language that `speaker` speaks.
    pub(super) fn new(compiled: &Arc<Compiled>, speaker: &Arc<Speaker>) -> Self {
        let mut edition = Self { compiled: Arc::clone(compiled), html: Handlebars::new(), text: Handlebars::new() };
        edition.html.register_escape_fn(helpers::escape_html);
        edition.text.register_escape_fn(no_escape);
        for registry in [&mut edition.html, &mut edition.text] {
            registry.set_strict_mode(true);
            registry.set_prevent_indent(true);
            helpers::register(registry, speaker);
        }
        let included: BTreeSet<_> = compiled.values().flat_map(includes).filter_map(|include| include.name).collect();
        for (name, template) in included.iter().filter_map(|name| compiled.get_key_value(name)) {
            edition.registry_mut(name).register_template(name, template.clone());
        }
        edition
    }

    /// Renders the template `name`.
    ///
    /// # Errors
    /// When the template asks for something that is not there, or says too much.
    pub(super) fn render(&self, name: &str, context: &impl Serialize) -> Result<String, Error> {
        let context = Context::wraps(context).map_err(|error| Error::render(name, &error))?;
        let registry = if is_plain_text(name) { &self.text } else { &self.html };
        let template = self.template(name).ok_or_else(|| RenderErrorReason::TemplateNotFound(name.to_owned()).into());
        let rendered = template.and_then(|template| render(registry, template, &context));
        rendered.map_err(|error| Error::render(name, &error))
    }

    /// The template `name`.
    pub(super) fn template(&self, name: &str) -> Option<&Template> {
        self.compiled.get(name)
    }

    /// What renders templates that make HTML.
    pub(super) fn html(&self) -> &Handlebars<'static> {
        &self.html
    }

    fn registry_mut(&mut self, name: &str) -> &mut Handlebars<'static> {
        if is_plain_text(name) { &mut self.text } else { &mut self.html }
    }
}

/// Renders a template, which need not be one of the registry.
pub(super) fn render(
    registry: &Handlebars<'static>,
    template: &Template,
    context: &Context,
) -> Result<String, RenderError> {
    let mut page = Page::default();
    template.render(
        registry,
        context,
        &mut RenderContext::new(template.name.as_ref()),
        &mut WriteOutput::new(&mut page),
    )?;
    String::from_utf8(page.0).map_err(|error| RenderErrorReason::Utf8Error(error).into())
}

/// What was rendered so far.
#[derive(Default)]
struct Page(Vec<u8>);

impl Write for Page {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > MAX_BYTES {
            return Err(io::Error::other(format!("the page is larger than {MAX_BYTES} bytes")));
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
