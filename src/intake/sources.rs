//! What an article is based on: the list below its text, and the addresses that its links lead to.

use percent_encoding::percent_decode_str;
use url::Url;

use super::prose::{Line, Part, Span, plain, visible, words_of};
use crate::{line::one_line, posts::Citation};

/// What people write above the list of what they read.
const HEADINGS: [&str; 9] = [
    "bronnen",
    "bronnenlijst",
    "bron",
    "referenties",
    "literatuur",
    "literatuurlijst",
    "sources",
    "references",
    "bibliografie",
];

/// Words of links that say where they lead, and nothing of the source. The last are those of postduif's own feeds.
const LABELS: [&str; 16] = [
    "doi",
    "pubmed",
    "pmid",
    "pmc",
    "link",
    "bron",
    "source",
    "full text",
    "crossref",
    "google scholar",
    "lees meer",
    "naar de bron",
    "go to the source",
    "zur quelle",
    "voir la source",
    "الاطلاع على المصدر",
];

/// The arrow that leads from a note back to where it was called, with the sign that it is no little picture.
const BACK: [char; 3] = ['↩', '\u{fe0e}', '\u{fe0f}'];

/// Addresses of one source; with more it is a whole page.
const MOST_ADDRESSES: usize = 100;

/// Whether a heading announces the sources; signs and little pictures around the word do not matter.
pub(super) fn announces_sources(heading: &str) -> bool {
    HEADINGS.contains(&bare(heading).as_str())
}

/// A source, with the numbers and addresses that are in its text.
pub(super) fn read_citation(text: &str) -> Citation {
    Citation::read(one_line(&visible(text)))
}

/// Takes the sources from a text: what stands below the last heading that announces them.
pub(super) fn take_sources(parts: &mut Vec<Part>) -> Vec<Citation> {
    let announces = |part: &Part| match part {
        Part::Heading(_, line) | Part::Paragraph(line) => announces_sources(&plain(line)),
        _ => false,
    };
    let Some(at) = parts.iter().rposition(announces) else { return Vec::new() };
    let below = &parts[at + 1..];
    // Where the list of sources is one of notes, it comes first.
    let is_entry = |(nth, part): &(usize, &Part)| match part {
        Part::List(_, items) => *nth == 0 || !are_notes(items),
        Part::Paragraph(_) => true,
        _ => false,
    };
    let count = below.iter().enumerate().take_while(is_entry).count();
    let sources: Vec<_> = below[..count].iter().flat_map(entries_of).filter_map(|entry| read_source(&entry)).collect();
    if !sources.is_empty() {
        parts.drain(at..=at + count);
    }
    sources
}

/// Whether each item leads back to where it was called.
fn are_notes(items: &[Vec<Part>]) -> bool {
    items.iter().all(|item| item.last().is_some_and(|part| words_of(part).trim_end().ends_with(BACK)))
}

fn entries_of(part: &Part) -> Vec<Line> {
    match part {
        Part::List(_, items) => items.iter().map(|item| as_line(item)).collect(),
        other => vec![as_line(std::slice::from_ref(other))],
    }
}

/// All that an entry says, one after the other.
fn as_line(parts: &[Part]) -> Line {
    let lines = parts.iter().map(|part| match part {
        Part::Heading(_, line) | Part::Paragraph(line) => line.clone(),
        Part::Quote(inner) => as_line(inner),
        Part::List(_, items) => items.iter().flat_map(|item| [as_line(item), vec![Span::Break]].concat()).collect(),
        other => vec![Span::Text(words_of(other))],
    });
    lines.collect::<Vec<_>>().join(&Span::Break)
}

/// Words, and where they lead if they are a link.
struct Piece<'a> {
    words: String,
    address: Option<&'a str>,
}

/// Reads an entry. Where its links lead is kept, whatever their words are.
fn read_source(entry: &[Span]) -> Option<Citation> {
    let mut pieces = Vec::new();
    take_apart(entry, &mut pieces);
    let addresses: Vec<&str> = pieces.iter().filter_map(|piece| piece.address).collect();
    let mut source = read_citation(&without_labels(&pieces));
    if source.text.is_empty() {
        (*addresses.first()?).clone_into(&mut source.text);
    }
    for address in addresses.into_iter().filter(|address| address.starts_with("http")).take(MOST_ADDRESSES) {
        add_address(&mut source, address);
    }
    Some(source)
}

fn take_apart<'a>(line: &'a [Span], pieces: &mut Vec<Piece<'a>>) {
    for span in line {
        match span {
            Span::Text(words) | Span::Code(words) => pieces.push(Piece { words: words.clone(), address: None }),
            Span::Note(_) => {}
            Span::Break => pieces.push(Piece { words: " ".to_owned(), address: None }),
            Span::Raised(..) => pieces.push(Piece { words: plain(std::slice::from_ref(span)), address: None }),
            Span::Emphasis(inner) | Span::Strong(inner) | Span::Struck(inner) => take_apart(inner, pieces),
            Span::Link(address, inner) => pieces.push(Piece { words: plain(inner), address: Some(address) }),
        }
    }
}

/// What an entry says, without the labels at its end and the signs around them.
fn without_labels(pieces: &[Piece<'_>]) -> String {
    let is_sign = |piece: &Piece<'_>| piece.address.is_none() && bare(&piece.words).is_empty();
    let is_label = |piece: &Piece<'_>| piece.address.is_some() && LABELS.contains(&bare(&piece.words).as_str());
    let mut kept = pieces.len();
    while let Some(last) = pieces[..kept].iter().rposition(|piece| !is_sign(piece)).filter(|at| is_label(&pieces[*at]))
    {
        kept = last;
    }
    let text: String = pieces[..kept].iter().map(|piece| piece.words.as_str()).collect();
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || BACK.contains(&c));
    if kept == pieces.len() {
        return text.to_owned();
    }
    text.trim_end_matches(|c: char| c.is_whitespace() || "([|·,:–-".contains(c)).to_owned()
}

/// Keeps an address where a citation has its like; what finds no place stands at the end of the text.
fn add_address(source: &mut Citation, address: &str) {
    let read = Citation::read(as_people_write(address));
    let (place, value) = match (read.doi, read.pmid) {
        (Some(doi), _) => (&mut source.doi, doi),
        (None, Some(pmid)) => (&mut source.pmid, pmid),
        (None, None) => (&mut source.url, address.to_owned()),
    };
    let there = place.get_or_insert_with(|| value.clone());
    let is_same = there.trim_end_matches('/').eq_ignore_ascii_case(value.trim_end_matches('/'));
    if !is_same && !source.text.contains(address.trim_end_matches('/')) {
        source.text = format!("{} {address}", source.text);
    }
}

/// The address of a DOI with the signs that the DOI has itself, and without what was added to it.
fn as_people_write(address: &str) -> String {
    let url = Url::parse(address).ok().filter(|url| matches!(url.host_str(), Some("doi.org" | "dx.doi.org")));
    let decoded = url.map(|url| format!("https://doi.org{}", percent_decode_str(url.path()).decode_utf8_lossy()));
    decoded.unwrap_or_else(|| address.to_owned())
}

/// The words alone, without the signs around them.
fn bare(text: &str) -> String {
    text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::{html::read_html, prose::line_of};

    fn read(entry: &str) -> Citation {
        let mut parts = read_html(&format!("<h2>Bronnen</h2><ul><li>{entry}</li></ul>"), None).unwrap();
        take_sources(&mut parts).remove(0)
    }

    #[test]
    fn where_the_links_of_a_source_lead_is_kept() {
        for (entry, text, [doi, pmid, url]) in [
            ("<a href='https://zaad.example/prei'>Prei</a>", "Prei", ["", "", "https://zaad.example/prei"]),
            (
                "Maes J. <em><a href='https://doi.org/10.5555/a%3C1%3E'>Ui</a></em>, 2012.",
                "Maes J. Ui, 2012.",
                ["10.5555/a<1>", "", ""],
            ),
            (
                "Ui. 2012 (<a href='https://dx.doi.org/10.5555/u'>DOI</a> | <a href='https://pubmed.ncbi.nlm.nih.gov/99/'>PubMed</a>).",
                "Ui. 2012",
                ["10.5555/u", "99", ""],
            ),
            ("<a href='https://zaad.example/a'>Link</a>: zaden", "Link: zaden", ["", "", "https://zaad.example/a"]),
            ("<a href='https://zaad.example/a'>Link</a>", "https://zaad.example/a", ["", "", "https://zaad.example/a"]),
            (
                "<a href='https://zaad.example/a'>Een</a> en <a href='https://zaad.example/b'>twee</a> <a href='#r1'>↩︎</a>",
                "Een en twee https://zaad.example/b",
                ["", "", "https://zaad.example/a"],
            ),
            (
                "Ui, https://zaad.example. <a href='https://zaad.example/'>Naar de bron</a>",
                "Ui, https://zaad.example.",
                ["", "", "https://zaad.example"],
            ),
        ] {
            let source = read(entry);
            let found = [source.doi, source.pmid, source.url].map(Option::unwrap_or_default);
            assert_eq!((source.text.as_str(), found), (text, [doi, pmid, url].map(str::to_owned)), "{entry}");
        }
    }

    #[test]
    fn notes_below_the_sources_are_none() {
        let list = |entry: &str| Part::List(Some(1), vec![vec![Part::Paragraph(line_of(entry))]]);
        let heading = Part::Heading(2, line_of("📚 Bronnen:"));
        let mut parts = vec![heading.clone(), list("Een"), Part::Paragraph(line_of("Twee")), list("Een noot. ↩︎")];
        let texts: Vec<_> = take_sources(&mut parts).into_iter().map(|source| source.text).collect();
        assert_eq!((texts, parts), (vec!["Een".to_owned(), "Twee".to_owned()], vec![list("Een noot. ↩︎")]));
        let mut parts = vec![heading, list("Een bron als noot. ↩")];
        assert_eq!(take_sources(&mut parts)[0].text, "Een bron als noot.");
        assert!(parts.is_empty());
    }
}
