//! Whether the texts of the interface are whole in every language: messages, plural forms, variables.
//!
//! What makes a message unusable is found when it is loaded ([`Messages::load`](super::Messages::load)).
//! Here is what is only seen from outside: that a language lacks something another has.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs, io,
    path::{Path, PathBuf},
};

use fluent_syntax::ast::{self, Expression, InlineExpression, PatternElement, VariantKey};
use icu_plurals::{PluralCategory, PluralRules};

use super::{
    MessageError,
    messages::{FILES, REFERENCE, built_in_texts, reference},
    references::{References, offset_of},
};
use crate::{
    diagnostic::{Diagnostic, Positions, nearest},
    disk,
    locale::Locale,
    translation::{LocaleSettings, syntax},
};

/// The interface counts minutes and posts: whole numbers, and not above this. What a language needs
/// beyond (French has a form for round millions, Czech one for fractions) is not asked for.
const HIGHEST_COUNT: u32 = 1_000;

/// The most names that a diagnostic lists.
const MOST_NAMES: usize = 8;

/// One file of a language, as the publication has it.
struct File {
    path: PathBuf,
    /// Empty when there is no such file.
    text: String,
}

/// Finds what the languages of a publication lack: messages, in those that have pages; plural forms and
/// variables, in all.
///
/// # Errors
/// When the folder of the languages cannot be read.
pub fn check_interface(
    root: &Path,
    source: &Locale,
    locales: &[LocaleSettings],
) -> Result<Vec<Diagnostic>, MessageError> {
    let mut own = BTreeMap::new();
    for settings in locales {
        own.insert(&settings.locale, files(root, &settings.locale));
    }
    let of_source = own.get(source).map_or(&[][..], Vec::as_slice);
    let wanted = wanted_messages(of_source);
    let given = given_variables(of_source);
    let counted = counted_variables(of_source);
    let mut found = folders_without_a_language(root, locales)?;
    for settings in locales {
        if settings.edition {
            found.extend(missing_messages(settings, &own, &wanted));
        }
        let plurals = Plurals::of(&settings.locale);
        for file in own.get(&settings.locale).into_iter().flatten() {
            found.extend(check_file(file, &plurals, &counted, (settings.locale != *source).then_some(&given)));
        }
        if settings.locale != *source {
            found.extend(unknown_messages(settings, &own, &wanted));
        }
    }
    Ok(found)
}

fn files(root: &Path, locale: &Locale) -> Vec<File> {
    let file = |name: &&str| {
        let path = Path::new("locales").join(locale.as_str()).join(name);
        // What cannot be read, or is no UTF-8, has been said when it was loaded.
        let bytes = disk::read_if_there(&root.join(&path)).ok().flatten().unwrap_or_default();
        File { path, text: String::from_utf8_lossy(&bytes).into_owned() }
    };
    FILES.iter().map(file).collect()
}

fn messages(text: &str) -> Vec<ast::Message<&str>> {
    let (resource, _) = syntax::parse(text);
    let messages = resource.body.into_iter().filter_map(|entry| match entry {
        ast::Entry::Message(message) => Some(message),
        _ => None,
    });
    messages.collect()
}

/// The messages that a language with pages must have, each with the file it belongs in: those that
/// templates use, and what the source language says beside them, such as the names of topics.
fn wanted_messages(of_source: &[File]) -> BTreeMap<String, &'static str> {
    let built_in = FILES.into_iter().zip(built_in_texts(REFERENCE));
    let own = FILES.into_iter().zip(of_source.iter().map(|file| file.text.as_str()));
    let mut wanted = BTreeMap::new();
    for (name, text) in built_in.chain(own) {
        for message in messages(text) {
            wanted.entry(message.id.name.to_owned()).or_insert(name);
        }
    }
    wanted
}

/// The variables that each message is given: by templates, or in the source language's own messages.
fn given_variables(of_source: &[File]) -> BTreeMap<String, BTreeSet<String>> {
    let mut given: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in of_source {
        for message in messages(&file.text) {
            let variables = References::of(&message).variables.into_iter().map(str::to_owned);
            given.insert(message.id.name.to_owned(), variables.collect());
        }
    }
    for (id, variables) in reference() {
        given.entry((*id).to_owned()).or_insert_with(|| variables.iter().map(|name| (*name).to_owned()).collect());
    }
    given
}

/// The variables that choose a plural form, by message: in what the binary says in the reference
/// language, or in the source language's own messages.
fn counted_variables(of_source: &[File]) -> BTreeSet<(String, String)> {
    let texts = built_in_texts(REFERENCE).into_iter().chain(of_source.iter().map(|file| file.text.as_str()));
    let mut counted = BTreeSet::new();
    for message in texts.flat_map(messages) {
        let selectors = message.value.iter().flat_map(selectors_in);
        let plural = selectors.filter(|(_, variants)| chooses_plural(variants));
        counted.extend(plural.map(|(variable, _)| (message.id.name.to_owned(), variable.to_owned())));
    }
    counted
}

/// Warns of folders of languages that the publication does not have.
fn folders_without_a_language(root: &Path, locales: &[LocaleSettings]) -> Result<Vec<Diagnostic>, MessageError> {
    let path = root.join("locales");
    let entries = match fs::read_dir(&path) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(source) => return Err(MessageError::Io { path, source }),
    };
    let known: BTreeSet<&str> =
        locales.iter().flat_map(|one| std::iter::once(&one.locale).chain(&one.chain)).map(Locale::as_str).collect();
    let folders = entries.filter_map(Result::ok).filter(|entry| entry.path().is_dir());
    let names = folders.filter_map(|entry| entry.file_name().into_string().ok());
    let say = |name: String| {
        let help = match nearest(&name, known.iter().copied()) {
            Some(meant) => format!("did you mean `{meant}`? or add [locales.{name}] to postduif.toml"),
            None => format!("add [locales.{name}] to postduif.toml, or delete the folder"),
        };
        let message = format!("postduif.toml names no language `{name}`, so nothing in this folder is used");
        Diagnostic::warning(&Path::new("locales").join(name), "unknown-locale", message).help(help)
    };
    Ok(names.filter(|name| !name.starts_with('.') && !known.contains(name.as_str())).map(say).collect())
}

/// Warns of messages that nothing shows: neither templates nor the source language know them, and no
/// message of the language refers to them.
fn unknown_messages(
    settings: &LocaleSettings,
    own: &BTreeMap<&Locale, Vec<File>>,
    wanted: &BTreeMap<String, &'static str>,
) -> Vec<Diagnostic> {
    let locale = &settings.locale;
    let kin = own.iter().filter(|(other, _)| other.language() == locale.language());
    let of_kin: Vec<_> = kin.flat_map(|(_, files)| files).flat_map(|file| messages(&file.text)).collect();
    let used: BTreeSet<&str> = of_kin.iter().flat_map(|message| References::of(message).messages).collect();
    let is_known = |id: &str| {
        let topic = id.strip_suffix("-description").filter(|id| id.starts_with("topic-"));
        wanted.contains_key(id) || used.contains(id) || topic.is_some_and(|topic| wanted.contains_key(topic))
    };
    let mut found = Vec::new();
    for file in own.get(locale).into_iter().flatten() {
        let positions = Positions::new(&file.text);
        for message in messages(&file.text).iter().filter(|message| !is_known(message.id.name)) {
            let id = message.id.name;
            let help = match nearest(id, wanted.keys().map(String::as_str)) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => "delete it, or add it to the files of the source language".to_owned(),
            };
            let start = offset_of(&file.text, id);
            let text = format!("no template and no text of the source language uses `{id}`, so this is shown nowhere");
            let warning = Diagnostic::warning(&file.path, "unknown-id", text).help(help);
            found.push(warning.spanning(&positions, start..start + id.len()));
        }
    }
    found
}

/// Says what a language lacks, file by file. It has what the binary says in it, and what its own files
/// say or those of the same language in its chain: `fr-BE` has the texts of `fr`.
fn missing_messages(
    settings: &LocaleSettings,
    own: &BTreeMap<&Locale, Vec<File>>,
    wanted: &BTreeMap<String, &'static str>,
) -> Vec<Diagnostic> {
    let locale = &settings.locale;
    let kin = settings.chain.iter().filter(|other| other.language() == locale.language());
    let files = std::iter::once(locale).chain(kin).filter_map(|locale| own.get(locale)).flatten();
    let texts = built_in_texts(locale.language()).into_iter().chain(files.map(|file| file.text.as_str()));
    let has: BTreeSet<&str> = texts.flat_map(messages).map(|message| message.id.name).collect();
    let mut by_file: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (id, file) in wanted.iter().filter(|(id, _)| !has.contains(id.as_str())) {
        by_file.entry(file).or_default().push(id);
    }
    let say = |(file, ids): (&str, Vec<&str>)| {
        let path = Path::new("locales").join(locale.as_str()).join(file);
        let texts = if ids.len() == 1 { "text" } else { "texts" };
        let message = format!("{locale} has pages, but lacks {} {texts}: {}", ids.len(), listed(&ids));
        let help = "add a line `id = text` for each; until then readers get the next language of the chain";
        Diagnostic::error(&path, "missing-message", message).help(help)
    };
    by_file.into_iter().map(say).collect()
}

/// Names in a row; of many, the first.
fn listed(names: &[&str]) -> String {
    let mut list = names[..names.len().min(MOST_NAMES)].join(", ");
    if names.len() > MOST_NAMES {
        let _ = write!(list, " and {} others", names.len() - MOST_NAMES);
    }
    list
}

/// Finds plural forms that a file lacks, and variables that differ from those `given`.
fn check_file(
    file: &File,
    plurals: &Plurals,
    counted: &BTreeSet<(String, String)>,
    given: Option<&BTreeMap<String, BTreeSet<String>>>,
) -> Vec<Diagnostic> {
    let positions = Positions::new(&file.text);
    let mut found = Vec::new();
    let at = |found: Diagnostic, part: &str, sign: usize| {
        let start = offset_of(&file.text, part);
        found.spanning(&positions, start.saturating_sub(sign)..start + part.len())
    };
    for message in messages(&file.text) {
        let id = message.id.name;
        let is_counted = |variable: &str| counted.contains(&(id.to_owned(), variable.to_owned()));
        for (variable, lacking) in message.value.iter().flat_map(|value| plurals.lacking_in(value, is_counted)) {
            let names = lacking.iter().map(|form| form.category).collect::<Vec<_>>().join(", ");
            let examples = lacking.iter().map(|form| format!("[{}] for {}", form.category, form.examples()));
            let text = format!("`{id}` has no form of ${variable} for {names}");
            let help = format!("add {}", examples.collect::<Vec<_>>().join(", "));
            found.push(at(Diagnostic::warning(&file.path, "missing-plural", text).help(help), variable, 1));
        }
        let Some(given) = given.and_then(|given| given.get(id)) else { continue };
        let used = References::of(&message).variables;
        for name in given.iter().filter(|name| !used.contains(&name.as_str())) {
            let text = format!("`{id}` does not use ${name}, as the source language does");
            let help = format!("put {{ ${name} }} where it belongs");
            found.push(at(Diagnostic::warning(&file.path, "missing-variable", text).help(help), id, 0));
        }
        // Of messages that templates use, loading has said so.
        if reference().contains_key(id) {
            continue;
        }
        for name in used.into_iter().filter(|name| !given.contains(*name)) {
            let text = format!("`{id}` is not given a variable ${name}");
            let help = match nearest(name, given.iter().map(String::as_str)) {
                Some(meant) => format!("did you mean ${meant}?"),
                None => "use the variables that the source language uses in this message".to_owned(),
            };
            found.push(at(Diagnostic::error(&file.path, "unknown-variable", text).help(help), name, 1));
        }
    }
    found
}

/// The plural forms that counts need in a language.
struct Plurals {
    forms: Vec<Form>,
}

/// One plural form.
struct Form {
    /// Its name in CLDR.
    category: &'static str,
    /// The counts that take it.
    counts: Vec<u32>,
}

impl Form {
    /// The first counts that take it: "3, 4, 5".
    fn examples(&self) -> String {
        let first: Vec<_> = self.counts.iter().take(3).map(u32::to_string).collect();
        first.join(", ")
    }
}

impl Plurals {
    /// The forms of a language in CLDR; none where the tag is none of its.
    fn of(locale: &Locale) -> Self {
        let rules = icu_locale::Locale::try_from_str(locale.as_str()).ok();
        let Some(rules) = rules.and_then(|tag| PluralRules::try_new_cardinal(tag.into()).ok()) else {
            return Self { forms: Vec::new() };
        };
        let mut forms: Vec<Form> = Vec::new();
        for count in 0..=HIGHEST_COUNT {
            let category = name_of(rules.category_for(count));
            match forms.iter_mut().find(|form| form.category == category) {
                Some(form) => form.counts.push(count),
                None => forms.push(Form { category, counts: vec![count] }),
            }
        }
        Self { forms }
    }

    /// The selectors of a pattern that choose a plural form and lack some, each by its variable. Those of
    /// a variable that `is_counted` do so even where they name none.
    fn lacking_in<'p>(
        &self,
        pattern: &'p ast::Pattern<&'p str>,
        is_counted: impl Fn(&str) -> bool,
    ) -> Vec<(&'p str, Vec<&Form>)> {
        let selectors = selectors_in(pattern).into_iter();
        let plural = selectors.filter(|(variable, variants)| is_counted(variable) || chooses_plural(variants));
        let lacking = plural.map(|(variable, variants)| (variable, self.lacking_among(variants)));
        lacking.filter(|(_, lacking)| !lacking.is_empty()).collect()
    }

    /// The forms for which no variant stands. A variant for a number
    /// itself, `[0]`, stands for the form that only this number takes. The default speaks for `other`.
    fn lacking_among(&self, variants: &[ast::Variant<&str>]) -> Vec<&Form> {
        let names: Vec<&str> = variants
            .iter()
            .filter_map(|variant| match variant.key {
                VariantKey::Identifier { name } => Some(name),
                VariantKey::NumberLiteral { .. } => None,
            })
            .collect();
        let numbers: Vec<u32> = variants
            .iter()
            .filter_map(|variant| match variant.key {
                VariantKey::NumberLiteral { value } => value.parse().ok(),
                VariantKey::Identifier { .. } => None,
            })
            .collect();
        let is_there = |form: &&Form| {
            form.category == "other"
                || names.contains(&form.category)
                || form.counts.iter().all(|count| numbers.contains(count))
        };
        self.forms.iter().filter(|form| !is_there(form)).collect()
    }
}

/// The selectors of a pattern, each by its variable, and those inside their variants.
fn selectors_in<'p>(pattern: &'p ast::Pattern<&'p str>) -> Vec<(&'p str, &'p [ast::Variant<&'p str>])> {
    let mut found = Vec::new();
    for element in &pattern.elements {
        let PatternElement::Placeable { expression: Expression::Select { selector, variants } } = element else {
            continue;
        };
        found.extend(variable_of(selector).map(|variable| (variable, variants.as_slice())));
        found.extend(variants.iter().flat_map(|variant| selectors_in(&variant.value)));
    }
    found
}

/// Whether variants are for plural forms.
fn chooses_plural(variants: &[ast::Variant<&str>]) -> bool {
    let names = ["zero", "one", "two", "few", "many"];
    variants.iter().any(|variant| matches!(variant.key, VariantKey::Identifier { name } if names.contains(&name)))
}

/// The variable that a selector looks at, itself or through a function.
fn variable_of<'p>(selector: &'p InlineExpression<&'p str>) -> Option<&'p str> {
    match selector {
        InlineExpression::VariableReference { id } => Some(id.name),
        InlineExpression::FunctionReference { arguments, .. } => arguments.positional.iter().find_map(variable_of),
        _ => None,
    }
}

fn name_of(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lacking(tag: &str, variants: &str) -> Vec<String> {
        let ftl = format!("a = {{ NUMBER($n) ->\n{variants}   *[other] x\n }}\n");
        let all = messages(&ftl);
        let plurals = Plurals::of(&tag.parse().unwrap());
        let lacking = plurals.lacking_in(all[0].value.as_ref().unwrap(), |_| false);
        lacking.iter().flat_map(|(_, forms)| forms.iter().map(|form| form.category.to_owned())).collect()
    }

    #[test]
    fn each_language_needs_the_forms_that_its_counts_take() {
        let one = "    [one] x\n";
        for tag in ["nl", "en", "de", "fr", "es"] {
            assert_eq!(lacking(tag, one), [""; 0], "{tag}");
        }
        assert_eq!(lacking("pl", one), ["many", "few"]);
        assert_eq!(lacking("cs", one), ["few"]);
        assert_eq!(lacking("ar", one), ["zero", "two", "few", "many"]);
        assert_eq!(lacking("ar", "    [0] x\n    [1] x\n    [2] x\n    [few] x\n"), ["many"]);
        assert_eq!(lacking("nl", "    [zero] x\n"), ["one"]);
        assert_eq!(lacking("pl", "    [open] x\n    [closed] x\n"), [""; 0], "these are no plural forms");
    }
}
