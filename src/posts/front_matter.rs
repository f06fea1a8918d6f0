//! The fields at the head of a post, read with a diagnostic for each that is wrong.

use std::path::Path;

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::{
    Citation, Places, Slug,
    aliases::old_path,
    check::literal_signs,
    citation::MOST_PMID_DIGITS,
    field::{Data, Value},
    instant::parse_instant,
    is_page,
    markdown::marked_in,
    withheld::held_back,
};
use crate::{
    clock::Timestamp,
    diagnostic::{Diagnostic, nearest},
    line::one_line,
    locale::{Locale, is_direction_control},
};

/// Every key that front matter may have.
const KEYS: &[&str] = &[
    "title",
    "date",
    "updated",
    "authors",
    "topics",
    "summary",
    "image",
    "sources",
    "related",
    "call_to_action",
    "newsletter",
    "not_in",
    "id",
    "aliases",
    "imported_from",
    "review",
    "draft",
];

/// A picture with what is said about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// The file beside the post.
    pub src: String,
    /// What it shows, for who cannot see it.
    pub alt: String,
    /// The line below it.
    pub caption: Option<String>,
    /// Who made it.
    pub credit: Option<String>,
    /// The line and the column in the file that name it.
    pub place: (usize, usize),
}

/// Front matter with all its fields; required ones may be missing.
#[derive(Debug, Default)]
pub(super) struct FrontMatter {
    pub(super) title: Option<String>,
    pub(super) date: Option<Timestamp>,
    pub(super) updated: Option<Timestamp>,
    pub(super) authors: Vec<String>,
    pub(super) topics: Vec<String>,
    pub(super) summary: Option<String>,
    pub(super) image: Option<Picture>,
    pub(super) sources: Vec<Citation>,
    pub(super) related: Vec<Slug>,
    pub(super) call_to_action: bool,
    pub(super) newsletter: bool,
    pub(super) not_in: Vec<Locale>,
    pub(super) id: Option<Slug>,
    pub(super) aliases: Vec<Slug>,
    pub(super) old_paths: Vec<String>,
    pub(super) imported_from: Vec<String>,
    pub(super) review: Vec<String>,
    pub(super) draft: bool,
    pub(super) places: Places,
}

/// Reads fields and keeps what is wrong with them.
struct Reader<'a> {
    file: &'a Path,
    zone: Tz,
    found: &'a mut Vec<Diagnostic>,
    places: Places,
}

/// Reads all fields of `root`; what is wrong goes to `found`, and the field keeps its default.
pub(super) fn read_front_matter(root: &Value, file: &Path, zone: Tz, found: &mut Vec<Diagnostic>) -> FrontMatter {
    let mut reader = Reader { file, zone, found, places: Places::new() };
    let mut front = FrontMatter { newsletter: true, ..FrontMatter::default() };
    let Data::Map(fields) = &root.data else {
        reader.wrong(root, "the front matter", "`key: value` lines");
        return front;
    };
    let mut unknown = Vec::new();
    for (key, value) in fields {
        match key.name.as_str() {
            "title" => front.title = reader.text(value, "title"),
            "date" => {
                reader.places.insert(("date".into(), String::new()), (value.line, value.column));
                front.date = reader.instant(value, "date");
            }
            "updated" => {
                reader.places.insert(("updated".into(), String::new()), (value.line, value.column));
                front.updated = reader.instant(value, "updated");
            }
            "authors" => front.authors = reader.texts(value, "authors"),
            "topics" => front.topics = reader.texts(value, "topics"),
            "summary" => front.summary = reader.text(value, "summary"),
            "image" => front.image = reader.picture(value),
            "sources" => front.sources = reader.citations(value),
            "related" => front.related = reader.slugs(value, "related"),
            "call_to_action" => front.call_to_action = reader.truth(value, "call_to_action").unwrap_or(false),
            "newsletter" => front.newsletter = reader.truth(value, "newsletter").unwrap_or(true),
            "not_in" => front.not_in = reader.locales(value),
            "id" => front.id = reader.id(value),
            "aliases" => (front.aliases, front.old_paths) = reader.aliases(value),
            "imported_from" => front.imported_from = reader.texts(value, "imported_from"),
            "review" => front.review = reader.texts(value, "review"),
            // Whoever wrote something unreadable here did not say "publish it".
            "draft" => {
                reader.places.insert(("draft".into(), String::new()), (value.line, value.column));
                front.draft = reader.truth(value, "draft").unwrap_or(true);
            }
            _ => unknown.push((key, value)),
        }
    }
    for (key, value) in unknown {
        match held_back(&key.name, value, front.date, zone) {
            Some(why) => {
                reader.places.insert(("draft".into(), String::new()), (key.line, key.column));
                front.draft = true;
                reader.found.push(why.told(file, &key.name).at(key.line, key.column));
            }
            None => reader.unknown(&key.name, KEYS, key.line, key.column),
        }
    }
    if let (Some(date), Some(updated)) = (front.date, front.updated)
        && updated < date
        && let Some((key, _)) = fields.iter().find(|(key, _)| key.name == "updated")
    {
        let found =
            Diagnostic::warning(file, "updated-before-date", "`updated` is before `date`").at(key.line, key.column);
        reader.found.push(found.help("correct one of the two, or leave `updated` out"));
    }
    front.places = std::mem::take(&mut reader.places);
    let needs_date = front.date.is_none() && !is_page(file);
    for (missing, name, example) in
        [(front.title.is_none(), "title", "title: Kleine stappen"), (needs_date, "date", "date: 2026-10-02")]
    {
        // Of one that is misspelt it was said already.
        let is_meant =
            |key: &str| key == name || !KEYS.contains(&key) && nearest(key, KEYS.iter().copied()) == Some(name);
        if missing && !fields.iter().any(|(key, _)| is_meant(&key.name)) {
            let kind = if is_page(file) { "page" } else { "post" };
            let message = format!("the {kind} has no `{name}`, so it is not published as it is now");
            let found = Diagnostic::error(file, "missing-key", message).at(root.line, 1);
            reader.found.push(found.help(format!("add a line such as `{example}` between the `---` lines")));
        }
    }
    front
}

impl Reader<'_> {
    /// Reports what is wrong with one of the texts of a list, where it stands.
    fn report_text(&mut self, (name, text): (&'static str, &str), code: &'static str, message: String, help: &str) {
        let (line, column) = self.places.get(&(name.into(), text.to_owned())).copied().unwrap_or((1, 1));
        self.found.push(Diagnostic::error(self.file, code, message).at(line, column).help(help));
    }

    fn report(&mut self, value: &Value, code: &'static str, message: String, help: &str) {
        self.found.push(Diagnostic::error(self.file, code, message).at(value.line, value.column).help(help));
    }

    fn wrong(&mut self, value: &Value, name: &str, wanted: &str) {
        let message = format!("{name} should be {wanted}, not {}", value.data.noun());
        self.report(value, "wrong-type", message, &format!("write {wanted}"));
    }

    fn unknown(&mut self, name: &str, known: &[&str], line: usize, column: usize) {
        let help = match nearest(name, known.iter().copied()) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("the known keys are {}", known.join(", ")),
        };
        let message = format!("`{name}` is no key that postduif knows, so it does nothing");
        self.found.push(Diagnostic::error(self.file, "unknown-key", message).at(line, column).help(help));
    }

    fn text(&mut self, value: &Value, name: &str) -> Option<String> {
        match &value.data {
            Data::Text(text) if !plain(text).is_empty() => {
                if let Some(c) = text.chars().find(|c| is_direction_control(*c)) {
                    let message = format!(
                        "`{name}` holds an invisible character (U+{:04X}) that turns the direction of text, which is left out",
                        u32::from(c)
                    );
                    self.report(value, "direction-control", message, "type the text again instead of pasting it");
                }
                Some(plain(text))
            }
            Data::Text(_) | Data::Nothing => {
                self.report(value, "empty-value", format!("`{name}` is empty"), "fill it in, or leave the line out");
                None
            }
            _ => {
                self.wrong(value, &format!("`{name}`"), "text");
                None
            }
        }
    }

    fn truth(&mut self, value: &Value, name: &str) -> Option<bool> {
        if let Data::Bool(yes) = value.data {
            return Some(yes);
        }
        self.wrong(value, &format!("`{name}`"), "true or false");
        None
    }

    /// A list of names, or one; where each stands is remembered.
    fn texts(&mut self, value: &Value, name: &'static str) -> Vec<String> {
        let mut named = |item: &Value| {
            let text = self.text(item, name)?;
            if self.places.contains_key(&(name.into(), text.clone())) {
                let message = format!("`{text}` stands twice in `{name}`, and counts once");
                let found = Diagnostic::warning(self.file, "said-twice", message).at(item.line, item.column);
                self.found.push(found.help("leave one of them out"));
                return None;
            }
            self.places.entry((name.into(), text.clone())).or_insert((item.line, item.column));
            Some(text)
        };
        match &value.data {
            Data::List(items) => items.iter().filter_map(named).collect(),
            Data::Text(_) => named(value).into_iter().collect(),
            Data::Nothing => Vec::new(),
            _ => {
                self.wrong(value, &format!("`{name}`"), "a list such as [een, twee]");
                Vec::new()
            }
        }
    }

    fn slugs(&mut self, value: &Value, name: &'static str) -> Vec<Slug> {
        let mut slugs = Vec::new();
        for text in self.texts(value, name) {
            match text.trim_end_matches(".md").parse::<Slug>() {
                Ok(slug) => slugs.push(slug),
                Err(error) => {
                    let help = "name a post as its file is named";
                    self.report_text((name, &text), "bad-slug", error.to_string(), help);
                }
            }
        }
        slugs
    }

    /// A name that no file needs to have.
    fn id(&mut self, value: &Value) -> Option<Slug> {
        let text = self.texts(value, "id").pop()?;
        let read = text.parse::<Slug>();
        if let Err(error) = &read {
            let help = "write a name that no post has or had, such as `programma-2027`";
            self.report_text(("id", &text), "bad-slug", error.to_string(), help);
        }
        read.ok()
    }

    /// Names, and paths from the root of the site.
    fn aliases(&mut self, value: &Value) -> (Vec<Slug>, Vec<String>) {
        let (mut slugs, mut paths) = (Vec::new(), Vec::new());
        for text in self.texts(value, "aliases") {
            if let Some(path) = old_path(&text) {
                let (line, column) = self.places.get(&("aliases".into(), text.clone())).copied().unwrap_or((1, 1));
                if paths.contains(&path) {
                    let found = Diagnostic::warning(self.file, "said-twice", format!("`{text}` is `{path}` once more"));
                    self.found.push(found.at(line, column).help("leave one of them out"));
                    continue;
                }
                self.places.insert(("aliases".into(), path.clone()), (line, column));
                paths.push(path);
            } else if text.starts_with('/') {
                let message = format!("nothing can lead from `{text}`");
                let help =
                    "write the path that the page had, without `?` and what comes after it: `/2019/05/rozen.html`";
                self.report_text(("aliases", &text), "bad-alias", message, help);
            } else {
                match text.trim_end_matches(".md").parse::<Slug>() {
                    Ok(slug) => slugs.push(slug),
                    Err(error) => {
                        let help = "write the name that the post's file had, or a path that begins with `/`";
                        self.report_text(("aliases", &text), "bad-slug", error.to_string(), help);
                    }
                }
            }
        }
        (slugs, paths)
    }

    fn locales(&mut self, value: &Value) -> Vec<Locale> {
        let mut locales = Vec::new();
        for text in self.texts(value, "not_in") {
            match text.parse::<Locale>() {
                Ok(locale) => {
                    let place =
                        self.places.get(&("not_in".into(), text)).copied().unwrap_or((value.line, value.column));
                    self.places.insert(("not_in".into(), locale.to_string()), place);
                    locales.push(locale);
                }
                Err(error) => {
                    self.report(
                        value,
                        "bad-locale",
                        error.to_string(),
                        "name languages as postduif.toml does: [de, fr]",
                    );
                }
            }
        }
        locales
    }

    /// A day (midnight in the publication's zone), a local time, or an instant with its zone.
    fn instant(&mut self, value: &Value, name: &str) -> Option<Timestamp> {
        let text = self.text(value, name)?;
        let instant = parse_instant(text.trim(), self.zone);
        if instant.is_none() {
            let message = format!("`{name}` is {text:?}, which is no date");
            self.report(
                value,
                "bad-date",
                message,
                "write a day as 2026-10-02, or an instant as 2026-10-02T07:30:00+02:00",
            );
        }
        instant
    }

    fn picture(&mut self, value: &Value) -> Option<Picture> {
        let Data::Map(fields) = &value.data else {
            self.wrong(value, "`image`", "a group of keys: src, alt, caption, credit");
            return None;
        };
        let (mut src, mut alt, mut caption, mut credit) = (None, None, None, None);
        for (key, value) in fields {
            match key.name.as_str() {
                "src" => src = self.text(value, "src").map(|src| (src, (value.line, value.column))),
                "alt" => alt = self.text(value, "alt"),
                "caption" => caption = self.plain_text(value, "caption"),
                "credit" => credit = self.plain_text(value, "credit"),
                unknown => self.unknown(unknown, &["src", "alt", "caption", "credit"], key.line, key.column),
            }
        }
        if alt.is_none() {
            let message = "the picture has no `alt`, so who cannot see it misses it".to_owned();
            self.report(value, "missing-alt", message, "say in a sentence what the picture shows");
        }
        if src.is_none() {
            self.report(value, "missing-key", "the picture has no `src`".to_owned(), "name the file beside the post");
        }
        let (src, place) = src?;
        Some(Picture { src, alt: alt.unwrap_or_default(), caption, credit, place })
    }

    /// A text that is shown as it is written.
    fn plain_text(&mut self, value: &Value, name: &str) -> Option<String> {
        let text = self.text(value, name)?;
        if let Some(marked) = marked_in(&text) {
            let found = literal_signs(self.file, &marked, &format!("`{name}` is plain text"));
            self.found.push(found.at(value.line, value.column));
        }
        Some(text)
    }

    fn citations(&mut self, value: &Value) -> Vec<Citation> {
        let Data::List(items) = &value.data else {
            self.wrong(value, "`sources`", "a list");
            return Vec::new();
        };
        items.iter().filter_map(|item| self.citation(item)).collect()
    }

    fn citation(&mut self, value: &Value) -> Option<Citation> {
        let Data::Map(fields) = &value.data else {
            return self.text(value, "source").map(Citation::read);
        };
        let (mut text, mut doi, mut pmid, mut url) = (None, None, None, None);
        for (key, value) in fields {
            match key.name.as_str() {
                "text" => text = self.text(value, "text"),
                "doi" => doi = self.text(value, "doi").and_then(|doi| self.doi(value, &doi)),
                "pmid" => pmid = self.text(value, "pmid").and_then(|pmid| self.pmid(value, pmid)),
                "url" => url = self.text(value, "url").and_then(|url| self.web_address(value, url)),
                unknown => self.unknown(unknown, &["text", "doi", "pmid", "url"], key.line, key.column),
            }
        }
        if text.is_none() {
            self.report(
                value,
                "missing-key",
                "a source has no `text`".to_owned(),
                "add the reference as one would print it",
            );
        }
        Some(Citation { text: text?, doi, pmid, url })
    }

    fn doi(&mut self, value: &Value, text: &str) -> Option<String> {
        let doi = text.trim_start_matches("https://doi.org/").trim_start_matches("doi:").trim();
        if doi.starts_with("10.") && doi.contains('/') && !doi.contains(char::is_whitespace) {
            return Some(doi.to_owned());
        }
        self.report(value, "bad-doi", format!("{text:?} is no DOI"), "a DOI looks like 10.1002/14651858.CD009790.pub2");
        None
    }

    fn pmid(&mut self, value: &Value, text: String) -> Option<String> {
        if text.bytes().all(|b| b.is_ascii_digit()) && text.len() <= MOST_PMID_DIGITS {
            return Some(text);
        }
        self.report(
            value,
            "bad-pmid",
            format!("{text:?} is no PubMed number"),
            "write the digits only, such as 34580864",
        );
        None
    }

    fn web_address(&mut self, value: &Value, text: String) -> Option<String> {
        if text.parse::<url::Url>().is_ok_and(|url| matches!(url.scheme(), "http" | "https")) {
            return Some(text);
        }
        self.report(value, "bad-url", format!("{text:?} is no web address"), "write it in full, from https://");
        None
    }
}

/// One line of text: runs of white space become single spaces, and nothing turns its direction.
fn plain(text: &str) -> String {
    one_line(&text.replace(is_direction_control, ""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posts::field::parse_yaml;

    /// What is read of front matter, and what was wrong with it: code and line.
    fn read(yaml: &str) -> (FrontMatter, Vec<(&'static str, usize)>) {
        let mut found = Vec::new();
        let front = read_front_matter(&parse_yaml(yaml, 2).unwrap(), "x.md".as_ref(), Tz::UTC, &mut found);
        (front, found.into_iter().map(|found| (found.code, found.line)).collect())
    }

    #[test]
    fn a_correction_before_the_post_itself_is_a_slip() {
        let (_, found) = read("title: Goed zo\ndate: 2026-10-02\nupdated: 2026-10-01\n");
        assert_eq!(found, [("updated-before-date", 4)]);
        assert_eq!(read("title: Goed zo\ndate: 2026-10-02\nupdated: 2026-10-02\n").1, []);
    }

    #[test]
    fn a_title_reads_as_it_is_written() {
        let (front, found) = read("date: 2026-10-02\ntitle: \"Goed\u{202e} zo\"\n");
        assert_eq!((front.title.as_deref(), found), (Some("Goed zo"), vec![("direction-control", 3)]));
    }
}
