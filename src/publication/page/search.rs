//! What the search of an edition looks through: a list that a small script filters.

use serde_json::json;

use super::{super::Edition, Pages};
use crate::templates::Card;

impl Pages<'_> {
    /// The index of an edition as JSON, newest post first: for each its address, its title, its summary,
    /// what else it may be found by, and the language of its title where that is not the edition's.
    pub fn search_index(&self, edition: &Edition<'_>) -> String {
        let posts = edition.entries.iter().chain(&edition.pages);
        let lines = posts.map(|entry| {
            let Card { title, summary, url, topics, .. } = self.plain_card(edition.settings, entry);
            let topics = topics.into_iter().map(|topic| topic.name.text);
            // The headings are looked through and not shown, so that their markup does no harm.
            let authors = entry.post.authors.iter();
            let authors = authors.filter_map(|id| Some(self.publication.settings.site.authors.get(id)?.name.clone()));
            let words: Vec<_> = entry.variant.headings.iter().cloned().chain(topics).chain(authors).collect();
            let summary = summary.map(|summary| summary.text).unwrap_or_default();
            json!([url, title.text, summary, words.join(" "), title.lang])
        });
        format!("{}\n", serde_json::Value::Array(lines.collect()))
    }
}
