//! What a page says of itself for machines: beside its text, in the vocabulary of schema.org, and in marks of its own.

use dom_query::Document;
use serde_json::Value;

/// What was said.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Said {
    /// The title of its article.
    pub(super) headline: Option<String>,
    /// When that was published, as it is written.
    pub(super) date: Option<String>,
    /// Whether that is only the first of the times in the page.
    pub(super) is_date_guessed: bool,
    /// The names of who wrote it.
    pub(super) authors: Vec<String>,
    /// What it is filed under.
    pub(super) categories: Vec<String>,
}

/// Where pages write when they are from, and in which attribute: the surest first.
const DATES: [(&str, &str); 5] = [
    ("[itemprop='datePublished'][content]", "content"),
    ("[itemprop='datePublished'][datetime]", "datetime"),
    ("abbr[itemprop='datePublished'][title]", "title"),
    ("meta[name='date'][content]", "content"),
    ("meta[name='dcterms.created'][content], meta[name='DC.date'][content]", "content"),
];

/// Where times stand in a page, of which the first is hardly another's.
const TIMES: [&str; 3] = ["article time[datetime]", "main time[datetime]", "time[datetime]"];

impl Said {
    /// What a page says.
    pub(super) fn in_page(page: &Document) -> Self {
        let mut things = Vec::new();
        for script in page.select("script[type='application/ld+json']").iter() {
            if let Ok(value) = serde_json::from_str(&script.text()) {
                gather(value, &mut things);
            }
        }
        let mut said = things.iter().find(|thing| is_article(thing)).map_or_else(Self::default, |article| Self {
            headline: text_at(article, "headline"),
            date: text_at(article, "datePublished"),
            is_date_guessed: false,
            authors: article.get("author").map(|author| names(author, &things)).unwrap_or_default(),
            categories: Vec::new(),
        });
        let tags = page.select("meta[property='article:tag'][content]");
        said.categories = tags.iter().filter_map(|tag| tag.attr("content")).map(|tag| tag.trim().to_owned()).collect();
        let at = |path: &str, attribute: &str| {
            let written = page.select(path).attr(attribute)?;
            Some(written.trim().to_owned()).filter(|date| !date.is_empty())
        };
        if said.date.is_none() {
            said.date = DATES.iter().find_map(|(path, attribute)| at(path, attribute));
        }
        if said.date.is_none() {
            said.date = TIMES.iter().find_map(|path| at(path, "datetime"));
            said.is_date_guessed = said.date.is_some();
        }
        said
    }
}

/// Everything that is described, whether alone, in a list or in a graph (JSON-LD 1.1, section 4.9).
fn gather(value: Value, things: &mut Vec<Value>) {
    match value {
        Value::Array(values) => values.into_iter().for_each(|value| gather(value, things)),
        Value::Object(mut thing) => {
            if let Some(graph) = thing.remove("@graph") {
                gather(graph, things);
            }
            things.push(Value::Object(thing));
        }
        _ => {}
    }
}

/// Whether something is an article: `Article`, `NewsArticle`, `BlogPosting` and their kin.
fn is_article(thing: &Value) -> bool {
    let is_kind =
        |kind: &Value| kind.as_str().is_some_and(|kind| kind.ends_with("Article") || kind.ends_with("Posting"));
    match &thing["@type"] {
        Value::Array(kinds) => kinds.iter().any(is_kind),
        kind => is_kind(kind),
    }
}

fn text_at(thing: &Value, key: &str) -> Option<String> {
    thing.get(key)?.as_str().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// The names of people, each written down there or elsewhere on the page.
fn names(author: &Value, things: &[Value]) -> Vec<String> {
    match author {
        Value::Array(authors) => authors.iter().flat_map(|author| names(author, things)).collect(),
        Value::String(name) => vec![name.clone()],
        one => {
            let elsewhere =
                || things.iter().find(|thing| thing.get("name").is_some() && thing.get("@id") == one.get("@id"));
            text_at(one, "name").or_else(|| text_at(elsewhere()?, "name")).into_iter().collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(head: &str) -> Said {
        Said::in_page(&Document::from(format!("<html><head>{head}</head><body><p>x</p></body></html>")))
    }

    #[test]
    fn an_article_is_found_wherever_it_is_described() {
        let article =
            r##"{"@type":["Article"],"headline":" Mest ","datePublished":"2024-03-05","author":{"@id":"#an"}}"##;
        let person = r##"{"@type":"Person","@id":"#an","name":"An Maes"}"##;
        let script = |json: &str| format!("<script type=\"application/ld+json\">{json}</script>");
        let whole = Said {
            headline: Some("Mest".to_owned()),
            date: Some("2024-03-05".to_owned()),
            is_date_guessed: false,
            authors: vec!["An Maes".to_owned()],
            categories: Vec::new(),
        };
        let graph = article.replace("#an", "https://x.example/#an");
        let graph = format!("{{\"@graph\":[{},{graph}]}}", person.replace("#an", "https://x.example/#an"));
        assert_eq!(said(&script(&graph)), whole);
        let own = article.replace("{\"@id\":\"#an\"}", "[{\"name\":\"An Maes\"}]");
        assert_eq!(said(&(script("{ no json") + &script(&format!("[{own}]")))), whole);
    }

    #[test]
    fn a_date_is_found_where_pages_write_it() {
        for mark in [
            "<meta name=\"date\" content=\"2024-03-05\">",
            "<meta itemprop=\"datePublished\" content=\"2024-03-05\">",
            "</head><body><abbr itemprop=\"datePublished\" title=\"2024-03-05\">10:15</abbr>",
            "</head><body><article><time datetime=\"2024-03-05\">5 maart</time></article>",
        ] {
            let said = said(mark);
            assert_eq!(
                (said.date.as_deref(), said.is_date_guessed),
                (Some("2024-03-05"), mark.contains("<time")),
                "{mark}"
            );
        }
        assert_eq!(said(""), Said::default());
    }
}
