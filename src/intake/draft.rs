//! An article as the file of a post.

use std::fmt::Write as _;

use chrono_tz::Tz;
use serde_json::Value;

use super::{
    article::{Article, When},
    markdown::render_markdown,
    names::Names,
    prose::{Part, Span},
};
use crate::clock::Timestamp;

/// A post as it is written down.
#[derive(Debug)]
pub(super) struct Draft {
    /// The whole file.
    pub(super) text: String,
    /// The title.
    pub(super) title: String,
    /// The date as front matter has it.
    pub(super) date: String,
    /// Ids of its authors.
    pub(super) authors: Vec<String>,
    /// What a person should look at.
    pub(super) review: Vec<String>,
}

/// The title of what has none.
const UNTITLED: &str = "Zonder titel";

/// Writes the file of a post. What nobody said is guessed, and listed under `review`.
pub(super) fn compose_draft(article: &Article, names: &Names, zone: Tz, now: Timestamp) -> Draft {
    let chosen = names.choose(article);
    let mut review = article.doubts.clone();
    review.extend(chosen.doubts);
    let title = article.title.clone().unwrap_or_else(|| {
        review.push("nothing says what its title is".to_owned());
        UNTITLED.to_owned()
    });
    let date = match article.date {
        Some(When::Day(day)) => day.to_string(),
        Some(When::Instant(instant)) => instant.with_timezone(&zone).to_rfc3339(),
        None => {
            review.push("nothing says when it was published: the day of the import was taken".to_owned());
            now.with_timezone(&zone).date_naive().to_string()
        }
    };
    if article.summary.is_some() && article.is_summary_guessed {
        review.push("the summary is what the page says to search engines, or how it begins".to_owned());
    }
    let mut body = render_markdown(&article.parts);
    let attached: Vec<_> = article.attached.iter().filter(|file| !body.contains(*file)).collect();
    if !attached.is_empty() {
        review.push("something came with it that is no text: links at its end lead there".to_owned());
        let link =
            |file: &&String| Part::Paragraph(vec![Span::Link((*file).clone(), vec![Span::Text((*file).clone())])]);
        body = [body, render_markdown(&attached.iter().map(link).collect::<Vec<_>>())].join("\n");
    }
    let mut head = String::new();
    let mut line = |key: &str, value: String| {
        let _ = writeln!(head, "{key}: {value}");
    };
    line("title", quoted(&title));
    line("date", date.clone());
    for (key, ids) in [("authors", &chosen.authors), ("topics", &chosen.topics)] {
        if !ids.is_empty() {
            line(key, format!("[{}]", ids.iter().map(|id| quoted(id)).collect::<Vec<_>>().join(", ")));
        }
    }
    if let Some(summary) = &article.summary {
        line("summary", quoted(summary));
    }
    write_lead(&mut head, article);
    write_sources(&mut head, article);
    write_list(&mut head, "aliases", &article.old_paths);
    write_list(&mut head, "imported_from", &article.origins);
    write_list(&mut head, "review", &review);
    let text = format!("---\n{head}draft: true\n---\n\n{body}");
    Draft { text, title, date, authors: chosen.authors, review }
}

fn write_lead(head: &mut String, article: &Article) {
    let Some(lead) = &article.lead else { return };
    head.push_str("image:\n");
    for (key, value) in [("src", Some(&lead.src)), ("alt", Some(&lead.alt)), ("caption", lead.caption.as_ref())] {
        if let Some(value) = value {
            let _ = writeln!(head, "  {key}: {}", quoted(value));
        }
    }
}

fn write_sources(head: &mut String, article: &Article) {
    if article.sources.is_empty() {
        return;
    }
    head.push_str("sources:\n");
    for source in &article.sources {
        let _ = writeln!(head, "  - text: {}", quoted(&source.text));
        for (key, value) in [("doi", &source.doi), ("pmid", &source.pmid), ("url", &source.url)] {
            if let Some(value) = value {
                let _ = writeln!(head, "    {key}: {}", quoted(value));
            }
        }
    }
}

fn write_list(head: &mut String, key: &str, items: &[String]) {
    if items.is_empty() {
        return;
    }
    let _ = writeln!(head, "{key}:");
    for item in items {
        let _ = writeln!(head, "  - {}", quoted(item));
    }
}

/// A text between double quotes, which YAML reads as JSON does (YAML 1.2, section 1.3). The few signs that
/// end lines for YAML alone are written as numbers.
fn quoted(text: &str) -> String {
    let json = Value::from(text).to_string();
    json.replace('\u{85}', "\\u0085")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
        .replace('\u{7f}', "")
}
