//! An article as it was found, before anything is decided about the post that it becomes.

use chrono::NaiveDate;
use ring::digest;
use url::Url;

use super::{
    dashes::{take_lists, take_rules},
    leftovers::{drop_pointer, is_cut, shortcodes, without_pointer},
    prose::{Figure, Part, figures, plain, visible, words_of},
    sources::take_sources,
};
use crate::{
    clock::Timestamp,
    line::one_line,
    posts::{Citation, old_path},
};

/// Something that was found and may become a post.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Article {
    /// By what it is known again: its address, its id in a feed.
    pub(super) origins: Vec<String>,
    /// The paths that its page had on the publication's own host, before the publication was there.
    pub(super) old_paths: Vec<String>,
    /// The title.
    pub(super) title: Option<String>,
    /// When it was published.
    pub(super) date: Option<When>,
    /// The names of its authors, as they stand there.
    pub(super) authors: Vec<String>,
    /// What it is filed under, as it stands there.
    pub(super) categories: Vec<String>,
    /// What it is about, in a sentence or two.
    pub(super) summary: Option<String>,
    /// Whether that is only what its page says to search engines, or how it begins.
    pub(super) is_summary_guessed: bool,
    /// The picture that its page shows above the text.
    pub(super) lead: Option<Figure>,
    /// Its text.
    pub(super) parts: Vec<Part>,
    /// The addresses of other files that came with it.
    pub(super) attached: Vec<String>,
    /// The language that it says it is in.
    pub(super) language: Option<String>,
    /// What it is based on.
    pub(super) sources: Vec<Citation>,
    /// What was guessed, and what a person should look at.
    pub(super) doubts: Vec<String>,
}

/// When an article was published, as exactly as it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// Some time that day.
    Day(NaiveDate),
    /// At that instant.
    Instant(Timestamp),
}

/// Summaries are a sentence or two; what is longer than this is the text itself.
const MAX_SUMMARY: usize = 400;

impl Article {
    /// Puts things where posts have them: no title in the body, the sources in their own list, headings from
    /// the second level on.
    pub(super) fn settle(mut self) -> Self {
        self.title = self.title.map(|title| one_line(&visible(&title))).filter(|title| !title.trim().is_empty());
        let summary = self.summary.map(|summary| one_line(without_pointer(&visible(&summary))));
        self.summary = summary.filter(|summary| !summary.is_empty() && !is_cut(summary));
        if self.summary.as_ref().is_some_and(|summary| summary.chars().count() > MAX_SUMMARY) {
            self.summary = None;
        }
        drop_pointer(&mut self.parts);
        self.drop_title();
        self.sources.extend(take_sources(&mut self.parts));
        self.raise_headings();
        if take_lists(&mut self.parts) {
            self.doubts.push("lines that begin with a dash or a dot were taken for lists".to_owned());
        }
        take_rules(&mut self.parts);
        self.tell_shortcodes();
        self
    }

    fn tell_shortcodes(&mut self) {
        let found = shortcodes(&self.parts);
        let doubt =
            format!("these shortcodes mean nothing here, see what belongs in their place: {}", found.join(", "));
        if !found.is_empty() && !self.doubts.contains(&doubt) {
            self.doubts.push(doubt);
        }
    }

    /// Pages begin their text with the title once more.
    fn drop_title(&mut self) {
        let Some(title) = &self.title else { return };
        let first = self.parts.iter().position(|part| !matches!(part, Part::Figure(_)));
        let is_title = |part: &Part| matches!(part, Part::Heading(_, line) if plain(line).eq_ignore_ascii_case(title));
        if let Some(at) = first.filter(|at| is_title(&self.parts[*at])) {
            self.parts.remove(at);
        }
    }

    /// Keeps the paths of its addresses below that of the publication: readers go on looking for it there.
    pub(super) fn keep_paths(&mut self, base: &Url) {
        let below = base.path().trim_end_matches('/');
        let own = self.origins.iter().filter_map(|origin| origin.parse::<Url>().ok());
        let own: Vec<_> = own.filter(|url| url.host_str() == base.host_str()).collect();
        let path = |url: &Url| {
            let path = url.path().strip_prefix(below).and_then(old_path)?;
            says_nothing(url).then_some(path)
        };
        self.old_paths.extend(own.iter().filter_map(path));
        self.old_paths.dedup();
        // Beside the address of its page, others are hardly ever asked for.
        if self.old_paths.is_empty() {
            let told = |url| format!("its readers know it at {url}, from where nothing leads to it by itself");
            self.doubts.extend(own.iter().map(told));
        }
    }

    fn raise_headings(&mut self) {
        let levels = self.parts.iter().filter_map(|part| match part {
            Part::Heading(level, _) => Some(*level),
            _ => None,
        });
        let by = levels.min().unwrap_or(2).saturating_sub(2);
        for part in &mut self.parts {
            if let Part::Heading(level, _) = part {
                *level -= by;
            }
        }
    }

    /// The pictures in its text.
    pub(super) fn figures(&mut self) -> Vec<&mut Figure> {
        figures(&mut self.parts)
    }

    /// How many words there are to read.
    pub(super) fn words(&self) -> usize {
        self.parts.iter().map(|part| words_of(part).split_whitespace().count()).sum()
    }
}

/// Whether an address has no query, or one that only says where a reader came from.
fn says_nothing(url: &Url) -> bool {
    url.query_pairs()
        .all(|(name, _)| name.starts_with("utm_") || ["fbclid", "gclid", "ref", "source"].contains(&&*name))
}

/// What an article is known by that has no address: its beginning, so that corrections further down do not
/// make another article of it.
pub(super) fn fingerprint(opening: &str) -> String {
    /// Enough that no two articles share it by chance.
    const BYTES: usize = 8;
    let hash = digest::digest(&digest::SHA256, opening.to_lowercase().as_bytes());
    let hex: String = hash.as_ref()[..BYTES].iter().map(|byte| format!("{byte:02x}")).collect();
    format!("text:{hex}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::prose::line_of;

    #[test]
    fn the_list_of_sources_leaves_the_text() {
        let line = |text: &str| line_of(text);
        let article = Article {
            title: Some("Rozen".to_owned()),
            parts: vec![
                Part::Heading(3, line("rozen")),
                Part::Paragraph(line("Tekst.")),
                Part::Heading(3, line("Mest")),
                Part::Heading(4, line("📚 Bronnen:")),
                Part::List(None, vec![vec![Part::Paragraph(line("Een"))], vec![Part::Paragraph(line("Twee"))]]),
                Part::Heading(3, line("Tot slot")),
            ],
            ..Article::default()
        };
        let article = article.settle();
        assert_eq!(article.sources.iter().map(|source| source.text.as_str()).collect::<Vec<_>>(), ["Een", "Twee"]);
        let expected =
            [Part::Paragraph(line("Tekst.")), Part::Heading(2, line("Mest")), Part::Heading(2, line("Tot slot"))];
        assert_eq!(article.parts, expected);
    }
}
