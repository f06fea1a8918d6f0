//! What is a title, a summary, a heading or a list among the lines of an article.

use super::{piece::Piece, row::Row};
use crate::intake::{
    article::{Article, When, fingerprint},
    date::read_date,
    prose::{Part, line_of},
    sources::read_citation,
};

/// A title or a heading is hardly longer.
const MAX_HEADING: usize = 110;

/// Headings that are no titles.
const NOT_TITLES: [&str; 4] = ["inleiding", "introductie", "intro", "samenvatting"];

/// Makes an article of the lines of one.
pub(super) fn read_article(piece: Piece, opening: &str) -> Article {
    let Piece { mut rows, authors, date, sources, credits, is_told_by_head, .. } = piece;
    let mut article = Article { authors, ..Article::default() };
    article.origins.push(fingerprint(opening));
    take_head(&mut rows, &mut article);
    article.parts = parts_of(&rows, &mut article.doubts);
    if article.title.is_none() {
        let heading = rows.iter().filter_map(text_of).find(|text| could_be_title(text));
        let sentence = rows.iter().filter_map(text_of).next();
        article.title = heading.or(sentence).map(|text| shortened(text.trim_end_matches(':')));
        article.doubts.push("the dump has no title for it: a heading or its first words were taken".to_owned());
    }
    read_day(date.as_deref(), &mut article);
    article.sources = sources.iter().map(|source| read_citation(source)).collect();
    article
        .doubts
        .extend(credits.iter().map(|credit| format!("give this credit to the picture it belongs to: {credit}")));
    if is_told_by_head {
        let doubt = "that an article begins here is a guess: a short line, and below it who wrote it or when";
        article.doubts.push(doubt.to_owned());
    }
    article.doubts.push("headings and lists were guessed from a text without markup".to_owned());
    article
}

fn text_of(row: &Row) -> Option<&str> {
    match row {
        Row::Text(text) => Some(text),
        _ => None,
    }
}

fn read_day(written: Option<&str>, article: &mut Article) {
    let Some(written) = written else { return };
    match read_date(written) {
        Some(read) => {
            article.date = Some(When::Day(read.day));
            article.doubts.extend(read.doubt);
        }
        None => article.doubts.push(format!("the date {written:?} cannot be read")),
    }
}

/// Takes title and summary from the head of the text: the title may stand there twice, and above it the
/// summary that the overview showed.
fn take_head(rows: &mut Vec<Row>, article: &mut Article) {
    let texts: Vec<(usize, &str)> = rows.iter().enumerate().filter_map(|(at, row)| Some((at, text_of(row)?))).collect();
    let texts: Vec<(usize, String)> = texts.into_iter().take(4).map(|(at, text)| (at, text.to_owned())).collect();
    let first_item = rows.iter().position(|row| matches!(row, Row::Item(..))).unwrap_or(rows.len());
    let is_head = |text: &str| text.chars().count() <= MAX_HEADING;
    let repeats = |teaser: &str| {
        let start: String = teaser.chars().take(60).collect();
        texts.iter().skip(1).any(|(_, text)| text.starts_with(&start))
    };
    match &texts[..] {
        [(first, title), (second, again), ..] if title == again => {
            article.title = Some(title.clone());
            rows.drain(*first..=*second);
        }
        [(at, title), (next, _), ..] if is_head(title) && could_be_title(title) && *next < first_item => {
            article.title = Some(title.clone());
            article.doubts.push("the title is a guess: the first short line".to_owned());
            rows.drain(..=*at);
        }
        [(at, teaser), (next, title), (third, _), ..]
            if !is_head(teaser) && could_be_title(title) && *third < first_item.max(third + 1) =>
        {
            article.summary = Some(teaser.clone());
            article.title = Some(title.trim_end_matches('.').to_owned());
            article.doubts.push("title and summary are guesses: the first lines".to_owned());
            rows.drain(*at..=*next);
        }
        [(at, teaser), ..] if !is_head(teaser) && repeats(teaser) => {
            article.summary = Some(first_sentences(teaser));
            article.doubts.push("the summary is a guess: the first line, which the text repeats".to_owned());
            rows.drain(..=*at);
        }
        _ => {}
    }
}

/// Whether a line looks like a title.
pub(super) fn could_be_title(text: &str) -> bool {
    let bare = text.trim_end_matches([':', '.']).to_lowercase();
    let begins_well = text.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || "‘“\"'«".contains(c));
    begins_well && text.chars().count() <= MAX_HEADING && !NOT_TITLES.contains(&bare.as_str()) && !text.contains("://")
}

/// The first sentences of a text, as many as a summary may have.
fn first_sentences(text: &str) -> String {
    /// Two lines or three on a page.
    const LENGTH: usize = 300;
    let mut end = 0;
    for (at, _) in text.match_indices(". ") {
        if at > LENGTH {
            break;
        }
        end = at + 1;
    }
    if end == 0 { text.to_owned() } else { text[..end].to_owned() }
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(MAX_HEADING) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

/// The parts of a text: items that follow each other are a list, short lines that stand alone are headings.
fn parts_of(rows: &[Row], doubts: &mut Vec<String>) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        match row {
            Row::Item(number, text) => {
                let item = vec![Part::Paragraph(line_of(text))];
                let goes_on = at > 0 && matches!(rows[at - 1], Row::Item(..));
                match parts.last_mut() {
                    Some(Part::List(first, items)) if goes_on && first.is_some() == number.is_some() => {
                        items.push(item)
                    }
                    _ => parts.push(Part::List(*number, vec![item])),
                }
            }
            Row::Text(text) if is_heading(rows, at, text) => {
                parts.push(Part::Heading(2, line_of(text.trim_end_matches(':'))));
            }
            Row::Text(text) => {
                let is_alone = stands_alone(rows, at);
                if is_alone && text.starts_with(char::is_lowercase) && text.chars().count() <= MAX_HEADING {
                    doubts.push(format!("this line may be the caption of a picture: {}", shortened(text)));
                }
                parts.push(Part::Paragraph(line_of(text)));
            }
            _ => {}
        }
    }
    parts
}

fn stands_alone(rows: &[Row], at: usize) -> bool {
    let is_gap = |row: Option<&Row>| row.is_none_or(|row| *row == Row::Empty);
    is_gap(at.checked_sub(1).and_then(|before| rows.get(before))) && is_gap(rows.get(at + 1))
}

/// Whether a line is a heading: short, alone, no sentence, and with something below it.
fn is_heading(rows: &[Row], at: usize, text: &str) -> bool {
    let below = rows[at + 1..].iter().find(|row| **row != Row::Empty);
    let introduces_list = text.ends_with(':') && matches!(below, Some(Row::Item(..))) && text.split(' ').count() > 3;
    stands_alone(rows, at)
        && could_be_title(text) | NOT_TITLES.contains(&text.to_lowercase().trim_end_matches(':'))
        && !text.ends_with(['.', ',', ';', '!', '…'])
        && below.is_some()
        && !introduces_list
}
