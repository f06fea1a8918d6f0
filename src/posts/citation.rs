//! What posts are based on, as front matter lists it.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde::{Deserialize, Serialize};
use url::Url;

/// What means something else in an address, or nothing, than in a DOI.
const NOT_IN_PATHS: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'%').add(b'<').add(b'>').add(b'?');

/// Something a post is based on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Citation {
    /// The reference as one would print it.
    pub text: String,
    /// Digital object identifier, without the resolver's address.
    pub doi: Option<String>,
    /// PubMed's number.
    pub pmid: Option<String>,
    /// Where else to read it.
    pub url: Option<String>,
}

/// PubMed's numbers have eight digits now.
pub(super) const MOST_PMID_DIGITS: usize = 9;

impl Citation {
    /// A reference as one would print it, with the numbers and the address that stand in it.
    pub fn read(text: String) -> Self {
        Self { doi: find_doi(&text), pmid: find_pmid(&text), url: find_address(&text), text }
    }

    /// Where its DOI leads. Some have signs that mean something else in an address (DOI Handbook, 2.5.2.4).
    pub fn doi_url(&self) -> Option<String> {
        let doi = utf8_percent_encode(self.doi.as_deref()?, NOT_IN_PATHS);
        Some(format!("https://doi.org/{doi}"))
    }

    /// Where its number leads.
    pub fn pubmed_url(&self) -> Option<String> {
        self.pmid.as_ref().map(|pmid| format!("https://pubmed.ncbi.nlm.nih.gov/{pmid}/"))
    }
}

/// What ends a sentence, and is no end of a number or an address.
const END: [char; 9] = ['.', ',', ';', ':', ')', ']', '#', '\'', '"'];

fn find_doi(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let labelled = ["doi.org/", "doi:", "doi "].iter().find_map(|label| Some(lower.find(label)? + label.len()));
    let begin = labelled.or_else(|| bare_doi(text))?;
    let doi = without_end(text[begin..].trim_start().split(char::is_whitespace).next()?);
    // PubMed writes that behind it, and copies lose the blank between.
    let doi = doi.strip_suffix(".Epub").unwrap_or(doi);
    (doi.starts_with("10.") && doi.contains('/')).then(|| doi.to_owned())
}

/// Where a word begins that can only be a DOI: `10.` and the four to nine digits of who registered it (DOI Handbook, 2.2.2).
fn bare_doi(text: &str) -> Option<usize> {
    let is_doi = |at: &usize| {
        let starts_word = text[..*at].chars().next_back().is_none_or(|c| c.is_whitespace() || "([<".contains(c));
        let is_digit = |c: char| c.is_ascii_digit();
        let number = |rest: &str| rest.find(|c| !is_digit(c)).unwrap_or(rest.len());
        // Behind the number may be others, for a branch of who registered it.
        let is_registrant = || {
            let rest = &text[at + 3..];
            let branches = rest.trim_start_matches(|c| is_digit(c) || c == '.');
            (4..=9).contains(&number(rest)) && branches.strip_prefix('/').is_some_and(|suffix| !suffix.is_empty())
        };
        starts_word && is_registrant()
    };
    text.match_indices("10.").map(|(at, _)| at).find(is_doi)
}

/// A word without the signs that end a sentence; a bracket at its end may be one of its own.
fn without_end(word: &str) -> &str {
    let short = word.trim_end_matches(END);
    let is_open = short.matches('(').count() > short.matches(')').count();
    if is_open && word[short.len()..].starts_with(')') { &word[..=short.len()] } else { short }
}

fn find_pmid(text: &str) -> Option<String> {
    const LABELS: [&str; 4] = ["PMID", "PUBMED.NCBI.NLM.NIH.GOV/", "NCBI.NLM.NIH.GOV/PUBMED/", "PUBMED "];
    let upper = text.to_ascii_uppercase();
    LABELS.iter().find_map(|label| {
        let rest = text[upper.find(label)? + label.len()..].trim_start_matches([':', ' ', '\u{a0}']);
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        (1..=MOST_PMID_DIGITS).contains(&end).then(|| rest[..end].to_owned())
    })
}

/// The first address that is no DOI, and none of PubMed.
fn find_address(text: &str) -> Option<String> {
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, '<' | '>'));
    let words = words.map(|word| word.trim_start_matches(['(', '[']));
    let addresses = words.filter(|word| word.starts_with("https://") || word.starts_with("http://"));
    let is_number =
        |address: &&str| ["doi.org/", "pubmed.ncbi.", "/pubmed/"].iter().any(|number| address.contains(number));
    let mut addresses = addresses.map(without_end).filter(|address| !is_number(address));
    addresses.find(|address| address.parse::<Url>().is_ok()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_tells_its_numbers() {
        let read = |text: &str| Citation::read(text.to_owned());
        let source = read("Jansen A. Snoeien. Tuin. 2021;3:4. doi: 10.1000/tuin.2021.34. PMID: 12345678. ");
        assert_eq!((source.doi.as_deref(), source.pmid.as_deref()), (Some("10.1000/tuin.2021.34"), Some("12345678")));
        assert_eq!(source.url, None);
        let source = read("Zie https://a.example/rozen.");
        assert_eq!((source.url.as_deref(), source.doi), (Some("https://a.example/rozen"), None));
        let source = read("Peeters B. doi: Geen nummer. PMID:");
        assert_eq!((source.doi, source.pmid, source.url), (None, None, None));
        let source = read("(https://nl.wikipedia.org/wiki/Rug_(anatomie)), en https://pubmed.ncbi.nlm.nih.gov/123/.");
        assert_eq!(source.url.as_deref(), Some("https://nl.wikipedia.org/wiki/Rug_(anatomie)"));
        assert_eq!(source.pmid.as_deref(), Some("123"));
        let doi = |text: &str| read(text).doi.unwrap_or_default();
        assert_eq!(doi("Aerts. doi: 10.1000/a.2019.8825.Epub 2019 May 1."), "10.1000/a.2019.8825");
        assert_eq!(doi("Aerts (https://doi.org/10.1000/a.b#)."), "10.1000/a.b");
        assert_eq!(doi("Aerts, doi:10.1016/S0140-6736(20)30183-5."), "10.1016/S0140-6736(20)30183-5");
        assert_eq!(doi("Aerts, doi:10.1000/(a)."), "10.1000/(a)");
        assert_eq!(doi("Aerts (10.1371/journal.pone.0000001)."), "10.1371/journal.pone.0000001");
        assert_eq!(doi("Aerts, deel 10.12/13 en 10.1000 lezers, 110.1000/x"), "");
        let pmid = |text: &str| read(text).pmid.unwrap_or_default();
        assert_eq!(pmid("Aerts. PubMed 22231424"), "22231424");
        let old = read("https://www.ncbi.nlm.nih.gov/pubmed/22231424");
        assert_eq!((old.pmid.as_deref(), old.url), (Some("22231424"), None));
    }

    #[test]
    fn a_doi_with_signs_of_addresses_leads_where_it_should() {
        let source = Citation::read("doi:10.1002/(SICI)1096<1:A#B>2.0;2-C".to_owned());
        let url = source.doi_url().unwrap();
        assert_eq!(url, "https://doi.org/10.1002/(SICI)1096%3C1:A%23B%3E2.0;2-C");
        assert_eq!(url.parse::<Url>().unwrap().fragment(), None);
    }
}
