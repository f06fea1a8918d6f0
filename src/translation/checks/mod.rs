//! Whether translations say what the Dutch says, as far as a program can tell.
//!
//! What makes a message unusable is found when it is loaded ([`Catalog::parse`]). Here are the slips in
//! messages that can be used: a link that leads elsewhere, a number that got lost, a sign that nobody
//! sees. A translation is held against the Dutch text it was made from: if that has changed since, it is
//! stale, which `status` shows, and no slip of the translator.
//!
//! Each family is a file with functions that look at one [`Message`] and add to [`Findings`]; a new one
//! is called in `CatalogCheck::check_message`. Where
//! nothing can be wrong they cost a pass over its characters; Markdown is parsed only if there is any.

mod characters;
mod digits;
mod language;
mod markup;
mod message;
mod numbers;
mod prose;
mod script;
mod signs;
mod strays;
mod wording;

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
    path::Path,
};

use fluent_syntax::ast::Entry;

use self::{
    language::Language,
    message::{Findings, Message, Original},
};
use super::{
    Catalog, Error, SegmentId, State, Translations, files,
    folder::catalog_file,
    pattern::{Plain, range_of},
    pieces::OBSOLETE,
    state::{Record, record},
    sync::must_mend,
    syntax,
    terms::Glossary,
    variant::Translated,
};
use crate::{
    diagnostic::Diagnostic,
    locale::Locale,
    parallel,
    posts::{Post, markdown},
};

/// Finds the slips in the translations of all posts into `locales`, and files that belong to no post.
///
/// # Errors
/// When a file is there and cannot be read.
pub fn check_translations(
    root: &Path,
    translations: &Translations,
    source: &Locale,
    locales: &[Locale],
    posts: &[Post],
) -> Result<Vec<Diagnostic>, Error> {
    let mut found = Vec::new();
    let mut languages = Vec::new();
    for locale in locales.iter().filter(|locale| *locale != source) {
        let glossary = files::load_glossary(root, locale, &mut Vec::new());
        let (terms, slips) = Glossary::load(root, source, locale)?;
        found.extend(slips);
        found.extend(strays::terms_without_a_source(root, source, locale)?);
        languages.push((Language::of(locale, source), glossary, terms));
    }
    let checked = parallel::map(posts, |post| {
        let mut found = Vec::new();
        let definitions = markdown::reference_definitions(&post.body);
        let segments = translations.segments(&post.slug);
        let originals: Vec<_> =
            segments.iter().map(|segment| Original::new(segment.kind, &segment.text, &definitions)).collect();
        let by_id: HashMap<_, _> = segments.iter().map(|segment| segment.id.as_str()).zip(&originals).collect();
        for (language, glossary, terms) in &languages {
            let file = catalog_file(&language.locale, &post.slug);
            // Where it is no text, loading has said so.
            let Some(ftl) = files::read_text(root, &file, &mut Vec::new()) else { continue };
            // Loading has said what to do first.
            if must_mend(&file, &ftl).is_some() {
                continue;
            }
            let translated = translations.translated(&language.locale, &post.slug);
            let check =
                CatalogCheck { language, glossary, terms, originals: &by_id, translated, definitions: &definitions };
            found.extend(check.run(&file, &ftl));
        }
        found
    });
    found.extend(checked.into_iter().flatten());
    for locale in locales {
        found.extend(strays::catalogs_without_a_post(root, locale, posts)?);
    }
    Ok(found)
}

/// Warns of a blank line inside a message: it stands for one block of the post, so readers see one paragraph.
fn say_second_paragraph(id: &str, at: Option<Range<usize>>, findings: &mut Findings<'_>) {
    let Some(at) = at else { return };
    let message = format!("`{id}` goes on below a blank line, but readers see one paragraph");
    let help = "delete the blank line, or the lines below it; paragraphs come from the Dutch post";
    findings.warning("not-one-paragraph", at, message, help);
}

/// One catalog, with what its messages are held against.
struct CatalogCheck<'a> {
    language: &'a Language,
    glossary: &'a Catalog,
    terms: &'a Glossary,
    originals: &'a HashMap<&'a str, &'a Original<'a>>,
    translated: Option<&'a Translated>,
    definitions: &'a str,
}

impl CatalogCheck<'_> {
    fn run(&self, file: &Path, ftl: &str) -> Vec<Diagnostic> {
        let (resource, _) = syntax::parse(ftl);
        let mut findings = Findings::new(file, ftl);
        let mut seen = HashSet::new();
        let (mut in_tail, mut unknown) = (false, 0);
        for entry in &resource.body {
            match entry {
                Entry::ResourceComment(comment) => {
                    in_tail |= comment.content.iter().any(|line| OBSOLETE.strip_prefix("### ") == Some(*line));
                }
                Entry::Message(message) if seen.insert(message.id.name) => {
                    let id = message.id.name;
                    let Some(original) = self.originals.get(id) else {
                        if !in_tail {
                            strays::say_unknown_id(id, unknown, self.originals.keys().copied(), &mut findings);
                            unknown += 1;
                        }
                        continue;
                    };
                    strays::say_attributes(message, &mut findings);
                    let resolved = message
                        .value
                        .as_ref()
                        .map(|value| Plain::resolve(ftl, value, |name| self.glossary.term(name).map(Into::into)));
                    if let Some(Ok(plain)) = resolved {
                        let at = range_of(ftl, id);
                        say_second_paragraph(id, plain.second_paragraph(ftl), &mut findings);
                        self.check_message(&Message { id, at, plain: &plain, original }, &mut findings);
                    }
                }
                _ => {}
            }
        }
        findings.into_diagnostics()
    }

    /// Runs all checks on one message, against the Dutch text that its translator had in view.
    fn check_message(&self, message: &Message<'_>, findings: &mut Findings<'_>) {
        let then = self
            .record_of_stale(message)
            .map(|record| Original::new(message.original.kind, &record.source, self.definitions));
        let message =
            &Message { original: then.as_ref().unwrap_or(message.original), at: message.at.clone(), ..*message };
        characters::check_direction(message, findings);
        characters::check_invisible(message, self.language, findings);
        characters::check_blanks(message, findings);
        if wording::is_identical(message, self.language) {
            // Whatever else may be said about it follows from that.
            wording::say_identical(message, self.language, findings);
            return;
        }
        script::check_script(message, self.language, findings);
        wording::check_length(message, self.language, findings);
        wording::check_terms(message, self.terms, self.language, findings);
        numbers::check_numbers(message, findings);
        markup::check_markup(message, findings);
    }

    fn record_of_stale(&self, message: &Message<'_>) -> Option<&Record> {
        let translated = self.translated?;
        let id: SegmentId = message.id.parse().ok()?;
        let record = record(&translated.records, &id)?;
        (record.state(message.original.text) == State::Stale).then_some(record)
    }
}
