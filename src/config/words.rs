//! Words of the publication that some of its readers get in another language than theirs.

use std::fs;

use super::{Config, name_of, place::place_of};
use crate::{diagnostic::Diagnostic, locale::Locale, publication::Localized};

impl Config {
    /// Says of which words, that have a text for each language, some have none: their readers get those of the source.
    pub fn check_words(&self) -> Vec<Diagnostic> {
        let lacking = self.words().into_iter().map(|(keys, words)| (keys, self.lacking(words)));
        let mut lacking = lacking.filter(|(_, locales)| !locales.is_empty()).peekable();
        if lacking.peek().is_none() {
            return Vec::new();
        }
        let text = fs::read_to_string(&self.file).unwrap_or_default();
        let found = lacking.map(|(keys, locales)| {
            let (line, column) = place_of(&text, &keys);
            let message = format!("`{}` is not there in {}", keys.join("."), listed(&locales, str::to_owned));
            // What one of them gets, those have too who are given its texts.
            let source = &self.settings.site.source;
            let chain = |of: &Locale| self.settings.locale(of).map_or(&[][..], |one| &one.chain);
            let is_first = |of: &&&Locale| {
                !chain(of).iter().any(|other| other != **of && other != source && locales.contains(&other))
            };
            let to_add: Vec<&Locale> = locales.iter().filter(is_first).copied().collect();
            let help = format!("add {}", listed(&to_add, |tag| format!("`{tag} = \"…\"`")));
            Diagnostic::warning(name_of(&self.file), "untranslated-words", message).at(line, column).help(help)
        });
        found.collect()
    }

    /// All words that may be others in each language, with the keys that lead to them.
    fn words(&self) -> Vec<(Vec<&str>, &Localized)> {
        let site = &self.settings.site;
        let mut words =
            vec![(vec!["site", "title"], Some(&site.title)), (vec!["site", "tagline"], site.tagline.as_ref())];
        if let Some(call) = &site.call_to_action {
            let of_call = [("title", Some(&call.title)), ("text", call.text.as_ref()), ("label", Some(&call.label))];
            words.extend(of_call.map(|(key, text)| (vec!["site", "call_to_action", key], text)));
        }
        for (id, author) in &site.authors {
            let of_author = [("role", author.role.as_ref()), ("about", author.about.as_ref())];
            words.extend(of_author.map(|(key, text)| (vec!["authors", id, key], text)));
        }
        words.into_iter().filter_map(|(keys, text)| Some((keys, text?))).collect()
    }

    /// The languages in which words are not there, nor in another of their readers' chain before the source.
    fn lacking(&self, words: &Localized) -> Vec<&Locale> {
        let Localized::Each(texts) = words else { return Vec::new() };
        let source = &self.settings.site.source;
        let is_there = |locale: &Locale| texts.get(locale).is_some_and(|text| !text.trim().is_empty());
        let lacks = self.settings.locales.iter().filter(|one| match one.locale == *source {
            true => !is_there(source),
            false => !one.chain.iter().take_while(|locale| *locale != source).any(is_there),
        });
        lacks.map(|one| &one.locale).collect()
    }
}

/// Locales in a row, each as it is to be written.
fn listed(locales: &[&Locale], written: impl Fn(&str) -> String) -> String {
    locales.iter().map(|locale| written(locale.as_str())).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use crate::config::Config;

    const HEAD: &str = "[site]\ntitle = \"T\"\nbase_url = \"http://t.example\"\nsource_locale = \"nl\"\n";
    const LOCALES: &str =
        "[locales.nl]\n[locales.fr]\n[locales.en]\n[locales.ar]\nchain = [\"en\"]\n[locales.fr-BE]\nchain = [\"fr\"]\n";

    /// What is said of some words, with its lines.
    fn said(words: &str) -> Vec<(usize, String, String)> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("postduif.toml");
        std::fs::write(&file, format!("{HEAD}{words}{LOCALES}")).unwrap();
        let config = Config::load(&file, []).unwrap();
        config.check_words().into_iter().map(|found| (found.line, found.message, found.help)).collect()
    }

    #[test]
    fn words_that_lack_a_language_are_told_at_their_line_and_once() {
        let said = said(
            "[site.tagline]\nnl = \"a\"\nen = \"b\"\n[site.call_to_action]\nurl = \"/a\"\ntitle = { nl = \"a\" }\n\
             label = \"a\"\n[authors.an]\nname = \"An\"\nrole = { fr = \"a\", ar = \"b\" }\n",
        );
        let expected = [
            (5, "`site.tagline` is not there in fr, fr-BE", "add `fr = \"…\"`"),
            (10, "`site.call_to_action.title` is not there in fr, en, ar, fr-BE", "add `fr = \"…\"`, `en = \"…\"`"),
            (14, "`authors.an.role` is not there in nl, en", "add `nl = \"…\"`, `en = \"…\"`"),
        ];
        let lines: Vec<_> = said.iter().map(|(line, message, _)| (*line, message.as_str())).collect();
        assert_eq!(lines, expected.map(|(line, message, _)| (line, message)));
        assert!(said.iter().zip(expected).all(|((_, _, help), (_, _, expected))| help == expected), "{said:?}");
    }

    #[test]
    fn words_that_are_the_same_everywhere_or_come_from_the_chain_are_fine() {
        assert_eq!(said("tagline = \"a\"\n[authors.an]\nname = \"An\"\n"), []);
        assert_eq!(said("tagline = { nl = \"a\", fr = \"b\", en = \"c\" }\n"), []);
    }
}
