//! The texts of the interface: `locales/TAG/{site,mail,topics}.ftl`.
//!
//! Every language starts from what is inside the binary, as far as that speaks it; the
//! publication's own files replace single messages of it. A message that cannot be used costs
//! only itself: it is a [`Diagnostic`], and the next language of the chain speaks.

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
    path::{Path, PathBuf},
    sync::{Arc, LazyLock},
};

use chrono::DateTime;
use chrono_tz::Tz;
use fluent::{FluentArgs, FluentResource, concurrent::FluentBundle};

use super::{
    formats::Formats,
    functions,
    references::{Names, check_references, variables_by_message},
};
use crate::{
    diagnostic::{Diagnostic, nearest, position},
    disk,
    locale::Locale,
    translation::{
        not_utf8,
        syntax::{self, Slip},
    },
};

/// The files of a language, in the order in which they are read.
pub(super) const FILES: [&str; 3] = ["site.ftl", "mail.ftl", "topics.ftl"];

/// The language whose built-in texts say which messages there are, and which variables each is given.
pub(super) const REFERENCE: &str = "nl";

/// What the binary itself can say: language, `site.ftl`, `mail.ftl`. Dutch, the first, is the reference.
const BUILT_IN: [(&str, &str, &str); 5] = [
    (REFERENCE, include_str!("../../locales/nl/site.ftl"), include_str!("../../locales/nl/mail.ftl")),
    ("en", include_str!("../../locales/en/site.ftl"), include_str!("../../locales/en/mail.ftl")),
    ("fr", include_str!("../../locales/fr/site.ftl"), include_str!("../../locales/fr/mail.ftl")),
    ("de", include_str!("../../locales/de/site.ftl"), include_str!("../../locales/de/mail.ftl")),
    ("ar", include_str!("../../locales/ar/site.ftl"), include_str!("../../locales/ar/mail.ftl")),
];

/// The message that holds a language's name in itself.
const AUTONYM: &str = "language-name";

/// The message that says "in this language", for a sentence in it.
const IN_LANGUAGE: &str = "mail-language";

/// The texts of the interface in all languages of the publication.
#[derive(Debug)]
pub struct Messages {
    tongues: BTreeMap<Locale, Tongue>,
    chains: BTreeMap<Locale, Vec<Locale>>,
}

/// One language: its messages, and how it writes dates and numbers.
struct Tongue {
    bundle: FluentBundle<Arc<FluentResource>>,
    formats: Arc<Formats>,
}

/// What a message is given for a variable.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'a> {
    /// A text, put in as it is.
    Text(&'a str),
    /// A number: it chooses the plural form, and is written by `NUMBER`.
    Number(f64),
    /// An instant in the zone of the site, written by `DATETIME`.
    Date(DateTime<Tz>),
}

/// A message could not be given.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No language of the chain has it.
    #[error("cannot find a message `{id}` for {locale}")]
    Missing {
        /// The message asked for.
        id: String,
        /// The language asked for.
        locale: Locale,
    },
    /// Languages of the chain have it, but none could be formatted.
    #[error("cannot format the message `{id}` for {locale}: {reason}")]
    Broken {
        /// The message asked for.
        id: String,
        /// The language asked for.
        locale: Locale,
        /// What Fluent says about the first that was tried.
        reason: String,
    },
    /// A file or folder could not be read.
    #[error("cannot read {}", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        #[source]
        source: io::Error,
    },
}

impl Messages {
    /// Reads the messages of all languages in `chains`, each given with the languages to turn
    /// to when it lacks one, from the publication's folder `dir`. Missing files are fine.
    pub fn load(dir: &Path, chains: &[(Locale, Vec<Locale>)]) -> (Self, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let mut tongues = BTreeMap::new();
        for locale in chains.iter().flat_map(|(locale, chain)| std::iter::once(locale).chain(chain)) {
            if !tongues.contains_key(locale) {
                tongues.insert(locale.clone(), Tongue::load(dir, locale, &mut diagnostics));
            }
        }
        let chains = chains.iter().map(|(locale, chain)| {
            let others = chain.iter().filter(|other| *other != locale).cloned();
            (locale.clone(), std::iter::once(locale.clone()).chain(others).collect())
        });
        diagnostics.sort();
        (Self { tongues, chains: chains.collect() }, diagnostics)
    }

    /// The message `id` in `locale`, or in the next language of its chain that has it.
    ///
    /// # Errors
    /// When no language of the chain has the message, or none can be formatted with `args`.
    pub fn format(&self, locale: &Locale, id: &str, args: &[(&str, Value<'_>)]) -> Result<String, Error> {
        let fluent: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, functions::to_fluent(value))).collect();
        let mut first_reason = None;
        for tongue in self.chain(locale).iter().filter_map(|locale| self.tongues.get(locale)) {
            match tongue.format(id, &fluent) {
                Some(Ok(text)) => return Ok(text),
                Some(Err(reason)) => _ = first_reason.get_or_insert(reason),
                None => {}
            }
        }
        let (id, locale) = (id.to_owned(), locale.clone());
        Err(match first_reason {
            Some(reason) => Error::Broken { id, locale, reason },
            None => Error::Missing { id, locale },
        })
    }

    /// Whether some language of the chain of `locale` has the message `id`.
    pub fn contains(&self, locale: &Locale, id: &str) -> bool {
        self.chain(locale)
            .iter()
            .filter_map(|locale| self.tongues.get(locale))
            .any(|tongue| tongue.bundle.has_message(id))
    }

    /// The name of a language in itself, or its tag when its files do not tell.
    pub fn autonym(&self, locale: &Locale) -> String {
        let own = self.tongues.get(locale).and_then(|tongue| tongue.format(AUTONYM, &FluentArgs::new()));
        own.and_then(Result::ok).unwrap_or_else(|| locale.to_string())
    }

    /// The words for "in this language" in that language itself; its name in brackets where it has none.
    pub fn in_language(&self, locale: &Locale, autonym: &str) -> String {
        let own = self.tongues.get(locale).and_then(|tongue| tongue.format(IN_LANGUAGE, &FluentArgs::new()));
        own.and_then(Result::ok).unwrap_or_else(|| format!("({autonym})"))
    }

    /// The languages that pages and mails are made in.
    pub fn locales(&self) -> impl Iterator<Item = &Locale> {
        self.chains.keys()
    }

    /// How `locale` writes dates and numbers.
    pub(super) fn formats(&self, locale: &Locale) -> Option<&Arc<Formats>> {
        self.tongues.get(locale).map(|tongue| &tongue.formats)
    }

    /// The messages that are most like `id`, for "did you mean".
    pub(super) fn nearest(&self, id: &str) -> Option<&'static str> {
        nearest(id, reference().keys().copied())
    }

    fn chain(&self, locale: &Locale) -> &[Locale] {
        self.chains.get(locale).map_or(&[], Vec::as_slice)
    }
}

impl Tongue {
    fn load(dir: &Path, locale: &Locale, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let formats = Arc::new(Formats::new(locale));
        let mut bundle = FluentBundle::new_concurrent(vec![locale.to_langid()]);
        // The marks would end up in subjects, feeds and attributes; pages isolate with `<bdi>`.
        bundle.set_use_isolating(false);
        functions::register(&mut bundle, &formats);
        let mut names = Names::default();
        if let Some((_, site, mail)) = built_in(locale) {
            for text in [site, mail] {
                let (Ok(resource) | Err((resource, _))) = FluentResource::try_new((*text).to_owned());
                names.add(&resource);
                bundle.add_resource_overriding(Arc::new(resource));
            }
        }
        let mut own = Vec::new();
        for name in FILES {
            let file = Path::new("locales").join(locale.as_str()).join(name);
            let bytes = match disk::read_if_there(&dir.join(&file)) {
                Ok(Some(bytes)) => bytes,
                Ok(None) => continue,
                Err(error) => {
                    diagnostics.push(disk::unreadable(&file, &error.source));
                    continue;
                }
            };
            diagnostics.extend(not_utf8(&file, &bytes));
            if let Ok(text) = String::from_utf8(bytes) {
                let resource = Arc::new(parse(&file, text, diagnostics));
                names.add(&resource);
                bundle.add_resource_overriding(Arc::clone(&resource));
                own.push((file, resource));
            }
        }
        diagnostics
            .extend(own.iter().flat_map(|(file, resource)| check_references(file, resource, reference(), &names)));
        Self { bundle, formats }
    }

    /// The message, what is wrong with it, or nothing when it is not there.
    fn format(&self, id: &str, args: &FluentArgs<'_>) -> Option<Result<String, String>> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(args), &mut errors);
        Some(match errors.first() {
            None => Ok(text.into_owned()),
            Some(error) => Err(error.to_string()),
        })
    }
}

impl std::fmt::Debug for Tongue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Tongue")
    }
}

/// What the binary can say in `locale`: for `fr-BE` that is its French.
fn built_in(locale: &Locale) -> Option<&'static (&'static str, &'static str, &'static str)> {
    BUILT_IN.iter().find(|(language, ..)| *language == locale.language())
}

/// The texts that the binary has in a language, in the order of [`FILES`]; none if it does not speak it.
pub(super) fn built_in_texts(language: &str) -> Vec<&'static str> {
    let own = BUILT_IN.iter().find(|(known, ..)| *known == language);
    own.map_or_else(Vec::new, |(_, site, mail)| vec![*site, *mail])
}

/// The messages of the reference language with the variables each is given.
pub(super) fn reference() -> &'static BTreeMap<&'static str, BTreeSet<&'static str>> {
    static REFERENCE: LazyLock<BTreeMap<&'static str, BTreeSet<&'static str>>> = LazyLock::new(|| {
        let (_, site, mail) = BUILT_IN[0];
        [site, mail].into_iter().flat_map(variables_by_message).collect()
    });
    &REFERENCE
}

/// Parses a file; what is right in it can be used, what is not is said.
fn parse(file: &Path, text: String, diagnostics: &mut Vec<Diagnostic>) -> FluentResource {
    let (text, mut slips) = syntax::without_deep_entries(text);
    let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, errors)| {
        slips.extend(errors.iter().map(|error| Slip::of(error, 0)));
        resource
    });
    diagnostics.extend(slips.iter().map(|slip| broken_message(file, resource.source(), slip)));
    resource
}

fn broken_message(file: &Path, text: &str, slip: &Slip) -> Diagnostic {
    let (line, column) = position(text, slip.at);
    Diagnostic::error(file, "broken-message", format!("this message cannot be read: {}", slip.reason))
        .at(line, column)
        .help("a message is `id = text`; its further lines are indented, and a literal brace is `{ \"{\" }`")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn locale(tag: &str) -> Locale {
        tag.parse().unwrap()
    }

    fn load(files: &[(&str, &str)], chains: &[(Locale, Vec<Locale>)]) -> (Messages, Vec<Diagnostic>) {
        let dir = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = dir.path().join("locales").join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        Messages::load(dir.path(), chains)
    }

    #[test]
    fn the_built_in_languages_say_the_same_messages_with_the_same_variables() {
        for (language, site, mail) in BUILT_IN {
            let own: BTreeMap<_, _> = [site, mail].into_iter().flat_map(variables_by_message).collect();
            for (id, given) in reference() {
                let used = own.get(id).unwrap_or_else(|| panic!("{language} lacks {id}"));
                assert!(used.is_subset(given), "{language} {id}: {used:?} of {given:?}");
            }
            assert_eq!(own.len(), reference().len(), "{language} has messages that Dutch lacks");
            for text in [site, mail] {
                assert!(fluent_syntax::parser::parse(text).is_ok(), "{language} has a broken message");
            }
        }
    }

    #[test]
    fn arabic_counts_in_six_ways() {
        let (messages, _) = load(&[], &[(locale("ar"), vec![])]);
        let counted = [0.0, 1.0, 2.0, 3.0, 11.0, 100.0]
            .map(|n| messages.format(&locale("ar"), "reading-time", &[("minutes", Value::Number(n))]).unwrap());
        assert_eq!(counted.iter().collect::<BTreeSet<_>>().len(), 6, "{counted:?}");
    }

    #[test]
    fn a_publication_replaces_single_messages_and_turns_to_the_next_language_for_what_it_lacks() {
        let chains = [(locale("fr-BE"), vec![locale("nl")]), (locale("es"), vec![locale("en")])];
        let files = [("fr-BE/site.ftl", "skip-link = Hop\n"), ("nl/topics.ftl", "topic-rug = Rug\n")];
        let (messages, diagnostics) = load(&files, &chains);
        assert_eq!(diagnostics, []);
        let say = |tag, id| messages.format(&locale(tag), id, &[]).unwrap();
        assert_eq!(say("fr-BE", "skip-link"), "Hop");
        assert_eq!(say("fr-BE", "language-name"), "Français");
        assert_eq!(say("fr-BE", "topic-rug"), "Rug");
        assert_eq!(say("es", "language-name"), "English");
        assert_eq!(messages.autonym(&locale("es")), "es");
        assert!(matches!(messages.format(&locale("es"), "topic-rug", &[]), Err(Error::Missing { .. })));
    }

    #[test]
    fn a_broken_message_costs_only_itself() {
        let text = "skip-link = Ga { naar\nlanguage-name = Vlaams\n";
        let (messages, diagnostics) = load(&[("nl/site.ftl", text)], &[(locale("nl"), vec![])]);
        let [diagnostic] = &diagnostics[..] else { panic!("{diagnostics:?}") };
        assert_eq!((diagnostic.code, diagnostic.line), ("broken-message", 1));
        assert_eq!(messages.autonym(&locale("nl")), "Vlaams");
        assert_eq!(messages.format(&locale("nl"), "skip-link", &[]).unwrap(), "Naar de inhoud");
    }

    #[test]
    fn a_reference_to_nothing_is_found_where_it_stands() {
        let text = "a = 1\na = 2\nreading-time = { $minuten } { NUMMER($minutes) }\nb = { c } { -d }\n";
        let (_, diagnostics) = load(&[("nl/site.ftl", text)], &[(locale("nl"), vec![])]);
        let found: Vec<_> = diagnostics.iter().map(|d| (d.line, d.column, d.code)).collect();
        assert_eq!(
            found,
            [
                (2, 1, "duplicate-message"),
                (3, 19, "unknown-variable"),
                (3, 31, "unknown-function"),
                (4, 7, "unknown-message"),
                (4, 14, "unknown-term"),
            ]
        );
        assert_eq!(diagnostics[1].help, "did you mean $minutes?");
    }

    #[test]
    fn a_message_that_lacks_a_variable_is_an_error_and_not_half_a_text() {
        let (messages, _) = load(&[], &[(locale("nl"), vec![])]);
        assert!(matches!(messages.format(&locale("nl"), "reading-time", &[]), Err(Error::Broken { .. })));
    }

    #[test]
    fn a_message_can_write_a_date() {
        let text = "since = Sinds { DATETIME($date, dateStyle: \"month\") }\n";
        let (messages, _) = load(&[("nl/site.ftl", text)], &[(locale("nl"), vec![])]);
        let at = chrono::DateTime::UNIX_EPOCH.with_timezone(&chrono_tz::Europe::Brussels);
        let since = messages.format(&locale("nl"), "since", &[("date", Value::Date(at))]);
        assert_eq!(since.unwrap(), "Sinds januari 1970");
    }
}
