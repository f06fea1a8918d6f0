//! The authors and topics that the publication knows, found again in what others wrote.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use fluent_syntax::ast::{Entry, PatternElement};

use super::article::Article;
use crate::{disk, posts::slug_of, publication::Settings, translation::syntax};

/// Ids with the names that people read.
#[derive(Debug, Default, Clone)]
pub struct Names {
    authors: BTreeMap<String, String>,
    topics: BTreeMap<String, String>,
}

/// The authors and topics of a post.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Chosen {
    pub(super) authors: Vec<String>,
    pub(super) topics: Vec<String>,
    pub(super) doubts: Vec<String>,
}

/// How often the name of a topic stands in a text that is about it; passing mentions are fewer.
const MENTIONS: usize = 3;

impl Names {
    /// Reads the authors from the settings, and the topics from `topics.ftl` of the source locale.
    ///
    /// # Errors
    /// When that file is there and cannot be read.
    pub fn load(root: &Path, settings: &Settings) -> Result<Self, disk::Error> {
        let authors = settings.site.authors.iter().map(|(id, author)| (id.clone(), author.name.clone())).collect();
        let file = root.join(format!("locales/{}/topics.ftl", settings.site.source));
        let ftl = disk::read_if_there(&file)?.unwrap_or_default();
        let ftl = String::from_utf8_lossy(&ftl);
        let mut topics = BTreeMap::new();
        for entry in syntax::parse(&ftl).0.body {
            let Entry::Message(message) = entry else { continue };
            let id = message.id.name.strip_prefix("topic-").filter(|id| !id.ends_with("-description"));
            let Some((id, pattern)) = id.zip(message.value) else { continue };
            let text = pattern.elements.iter().filter_map(|element| match element {
                PatternElement::TextElement { value } => Some(*value),
                PatternElement::Placeable { .. } => None,
            });
            topics.insert(id.to_owned(), text.collect());
        }
        Ok(Self { authors, topics })
    }

    /// Whether somebody who writes here is called exactly so.
    pub(super) fn knows(&self, name: &str) -> bool {
        name.starts_with(char::is_uppercase) && self.author(name).is_some_and(|(_, is_sure)| is_sure)
    }

    /// Which of them an article is by and about.
    pub(super) fn choose(&self, article: &Article) -> Chosen {
        let mut chosen = Chosen::default();
        for name in &article.authors {
            match self.author(name) {
                Some((id, is_sure)) => {
                    if !is_sure {
                        chosen.doubts.push(format!("the author {name:?} was taken for `{id}`"));
                    }
                    if !chosen.authors.contains(id) {
                        chosen.authors.push(id.clone());
                    }
                }
                None => {
                    chosen.doubts.push(format!("the author {name:?} is not listed in postduif.toml and was left out"))
                }
            }
        }
        let filed = self
            .topics
            .iter()
            .filter(|(id, name)| article.categories.iter().any(|category| same(category, id) || same(category, name)));
        chosen.topics = filed.map(|(id, _)| id.clone()).collect();
        let is_topic = |name: &str| self.topics.iter().any(|(id, topic)| same(name, id) || same(name, topic));
        let others: BTreeSet<&str> =
            article.categories.iter().map(|name| name.trim()).filter(|name| !is_topic(name)).collect();
        let said = others.into_iter().filter(|name| !name.is_empty());
        chosen.doubts.extend(said.map(|name| format!("it was filed under {name:?}, which is no topic here")));
        if chosen.topics.is_empty() {
            chosen.topics = self.mentioned(article);
            if !chosen.topics.is_empty() {
                chosen.doubts.push(format!("the topics were guessed from the words: {}", chosen.topics.join(", ")));
            }
        }
        chosen
    }

    /// The author of this name; sure only if it is the whole name. A first name will do if only one has it.
    fn author(&self, name: &str) -> Option<(&String, bool)> {
        if let Some((id, _)) = self.authors.iter().find(|(id, known)| same(name, known) || same(name, id)) {
            return Some((id, true));
        }
        let first = |known: &str| known.split_whitespace().next().is_some_and(|first| same(first, name));
        let mut found = self.authors.iter().filter(|(_, known)| first(known));
        let (id, _) = found.next()?;
        found.next().is_none().then_some((id, false))
    }

    /// The topics whose name stands in the title, or again and again in the text.
    fn mentioned(&self, article: &Article) -> Vec<String> {
        let simple = |text: &str| format!("-{}-", simplified(text));
        let title = simple(article.title.as_deref().unwrap_or_default());
        let text: Vec<String> = article.parts.iter().map(|part| simple(&super::prose::words_of(part))).collect();
        let is_about = |name: &str| {
            let name = simple(name);
            let mentions: usize = text.iter().map(|part| part.matches(&name).count()).sum();
            name.len() > 2 && (title.contains(&name) || mentions >= MENTIONS)
        };
        self.topics.iter().filter(|(id, name)| is_about(id) || is_about(name)).map(|(id, _)| id.clone()).collect()
    }
}

/// Letters and digits alone, words with hyphens between them.
fn simplified(text: &str) -> String {
    let lower = text.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

/// Whether two names are the same but for capitals, accents and signs.
fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.trim(), other.trim());
    !one.is_empty() && (simplified(one) == simplified(other) || slug_of(one).is_some_and(|slug| slug.as_str() == other))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in crate::intake) fn names() -> Names {
        let map = |pairs: &[(&str, &str)]| pairs.iter().map(|(id, name)| ((*id).into(), (*name).into())).collect();
        Names {
            authors: map(&[("an", "An Peeters"), ("jan", "Jan Maes"), ("jan-b", "Jan Bos")]),
            topics: map(&[("rozen", "Rozen"), ("moestuin", "Moestuin en kas")]),
        }
    }

    #[test]
    fn an_author_is_known_by_name_and_a_first_name_is_a_guess() {
        let by = |name: &str| {
            let chosen = names().choose(&Article { authors: vec![name.into()], ..Article::default() });
            (chosen.authors, chosen.doubts.len())
        };
        assert_eq!(by("an peeters"), (vec!["an".to_owned()], 0));
        assert_eq!(by("An"), (vec!["an".to_owned()], 0), "the id itself");
        assert_eq!(by("Jan Maes "), (vec!["jan".to_owned()], 0));
        assert_eq!(by("Piet"), (vec![], 1));
    }

    #[test]
    fn topics_are_those_it_was_filed_under_or_else_a_guess() {
        let filed = Article { categories: vec!["Moestuin en Kas".into(), "Nieuws".into()], ..Article::default() };
        let chosen = names().choose(&filed);
        assert_eq!(chosen.topics, ["moestuin"]);
        assert_eq!(chosen.doubts, ["it was filed under \"Nieuws\", which is no topic here"]);
        let titled = Article { title: Some("Mijn rozen, mijn tuin".into()), ..Article::default() };
        let chosen = names().choose(&titled);
        assert_eq!((chosen.topics, chosen.doubts.len()), (vec!["rozen".to_owned()], 1));
    }
}
