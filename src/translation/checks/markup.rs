//! Markup that a translation has and the Dutch text has not, or the reverse: links, code, footnotes, stray signs.

use std::collections::HashMap;

use url::Url;

use super::{
    message::{Findings, Message, quoted},
    signs::{Spot, has_signs},
};
use crate::diagnostic::nearest;

/// The most differences of a kind that are shown of one text: one with more is hardly a translation of
/// this Dutch text, and saying so again and again helps nobody.
const MOST_OF_A_KIND: usize = 3;

impl Spot {
    /// It as a message says it.
    fn said(&self) -> String {
        quoted(&self.what)
    }
}

/// Reports what differs from the Dutch text. Plain texts have no markup.
pub(super) fn check_markup(message: &Message<'_>, findings: &mut Findings<'_>) {
    if !message.original.is_markdown() || !(has_signs(message.text()) || has_signs(message.original.text)) {
        return;
    }
    let dutch = message.original.markup();
    let own = message.original.markup_of(message.text());
    check_links(message, &dutch.links, &own.links, findings);
    check_code(message, &dutch.code, &own.code, findings);
    check_notes(message, &dutch.notes, &own.notes, findings);
    check_left_over(message, &dutch.left_over, &own.left_over, findings);
}

/// What the Dutch text has and the translation lacks, and the reverse; each as often as it is so.
fn difference<'s>(dutch: &'s [Spot], own: &'s [Spot]) -> (Vec<&'s Spot>, Vec<&'s Spot>) {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for spot in dutch {
        *counts.entry(&spot.what).or_default() += 1;
    }
    let mut added = Vec::new();
    for spot in own {
        match counts.get_mut(spot.what.as_str()).filter(|count| **count > 0) {
            Some(count) => *count -= 1,
            None => added.push(spot),
        }
    }
    let mut missing = Vec::new();
    for spot in dutch.iter().rev() {
        if let Some(count) = counts.get_mut(spot.what.as_str()).filter(|count| **count > 0) {
            *count -= 1;
            missing.push(spot);
        }
    }
    missing.reverse();
    (missing, added)
}

fn check_links(message: &Message<'_>, dutch: &[Spot], own: &[Spot], findings: &mut Findings<'_>) {
    let (missing, added) = difference(dutch, own);
    let id = message.id;
    for (nth, link) in added.iter().enumerate().take(MOST_OF_A_KIND) {
        let at = message.in_file(link.at.clone());
        let (text, help) = match missing.get(nth) {
            Some(lost) if missing.len() == added.len() => (
                format!("a link of `{id}` leads to {}, that of the Dutch text to {}", link.said(), lost.said()),
                format!(
                    "write {}; a link to a post keeps its name, and leads to the post in this language",
                    lost.said()
                ),
            ),
            _ => {
                let help = "leave it out, or add it to the Dutch text too".to_owned();
                (format!("`{id}` has a link to {} that the Dutch text does not have", link.said()), help)
            }
        };
        let leads_elsewhere = match missing.get(nth) {
            Some(lost) if missing.len() == added.len() => site_of(&link.what) != site_of(&lost.what),
            _ => !dutch.iter().any(|known| site_of(&known.what) == site_of(&link.what)),
        };
        if leads_elsewhere {
            findings.error("different-link", at, text, help);
        } else {
            findings.warning("different-link", at, text, help);
        }
    }
    if missing.len() != added.len() {
        for lost in missing.iter().take(MOST_OF_A_KIND) {
            let text = format!("`{id}` lacks the link to {} of the Dutch text", lost.said());
            let help = format!("write it as [words]({})", lost.said());
            findings.warning("different-link", message.at.clone(), text, help);
        }
    }
}

/// The site that an address belongs to, or what else than a site its scheme leads to; none for another post.
/// Languages of one site count as the same: `nl.wikipedia.org` and `fr.wikipedia.org`.
fn site_of(address: &str) -> Option<String> {
    let url = Url::parse(address).ok()?;
    let host = url.host_str().or_else(|| url.path().rsplit_once('@').map(|(_, domain)| domain));
    let Some(host) = host.map(str::to_lowercase) else { return Some(format!("{}:", url.scheme())) };
    let is_part = |label: &str| label == "www" || (2..=3).contains(&label.len()) && label.is_ascii();
    let site = host.split_once('.').filter(|(label, rest)| is_part(label) && rest.contains('.'));
    Some(site.map_or(host.as_str(), |(_, rest)| rest).to_owned())
}

fn check_code(message: &Message<'_>, dutch: &[Spot], own: &[Spot], findings: &mut Findings<'_>) {
    let (missing, added) = difference(dutch, own);
    let id = message.id;
    for code in added.iter().take(MOST_OF_A_KIND) {
        let text = format!("`{id}` has the code {:?}, which the Dutch text does not have", code.said());
        let help = match nearest(&code.what, missing.iter().map(|spot| spot.what.as_str())) {
            Some(meant) => format!("did you mean {meant:?}? what is between backticks stays as it is"),
            None => "what is between backticks stays as it is".to_owned(),
        };
        findings.warning("different-code", message.in_file(code.at.clone()), text, help);
    }
    if added.is_empty() {
        for code in missing.iter().take(MOST_OF_A_KIND) {
            let text = format!("`{id}` lacks the code {:?} of the Dutch text", code.said());
            findings.warning("different-code", message.at.clone(), text, "put it between backticks, as it is");
        }
    }
}

fn check_notes(message: &Message<'_>, dutch: &[Spot], own: &[Spot], findings: &mut Findings<'_>) {
    let (missing, added) = difference(dutch, own);
    let id = message.id;
    for note in added.iter().take(MOST_OF_A_KIND) {
        let text = format!("`{id}` has the footnote sign [^{}], which the Dutch text does not have here", note.said());
        let help = match missing.first() {
            Some(lost) => format!("write [^{}]: the names of footnotes are not translated", lost.said()),
            None => "leave it out".to_owned(),
        };
        findings.error("different-footnote", message.in_file(note.at.clone()), text, help);
    }
    for note in missing.iter().skip(added.len()).take(MOST_OF_A_KIND) {
        let text = format!("`{id}` lacks the footnote sign [^{}] of the Dutch text", note.said());
        let help = format!("write [^{}] where the footnote belongs", note.said());
        findings.error("different-footnote", message.at.clone(), text, help);
    }
}

fn check_left_over(message: &Message<'_>, dutch: &[Spot], own: &[Spot], findings: &mut Findings<'_>) {
    let (_, added) = difference(dutch, own);
    // Where the Dutch shows a sign as it is, the translation may well do so too.
    let shown = |sign: &&&Spot| message.original.text.contains(&format!("\\{}", sign.what));
    let Some(sign) = added.iter().find(|sign| !shown(sign)) else { return };
    let text = &message.text();
    let (reason, help) = match sign.what.as_str() {
        "](" => ("begins the address of a link that is not closed", "write a link as [words](address)"),
        "] " => ("is cut off from its address by a blank", "write a link as [words](address), without a blank"),
        "[" => ("opens something that nothing closes", "write a link as [words](address), and \\[ for the sign"),
        "]" => ("closes something that nothing opens", "write a link as [words](address), and \\] for the sign"),
        _ if text[sign.at.end..].starts_with(char::is_whitespace)
            && text[..sign.at.start].ends_with(char::is_whitespace) =>
        {
            ("stands alone", "put it right beside the words it marks")
        }
        _ => (
            "marks nothing",
            "open and close with the same signs, right beside the words; a \\ before one shows it as it is",
        ),
    };
    findings.error(
        "unbalanced-markdown",
        message.in_file(sign.at.clone()),
        format!("the {} in `{}` {reason}, so readers see it", sign.said().trim(), message.id),
        help,
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_parts_of_one_site_and_other_hosts_are_not() {
        for (one, other, same) in [
            ("https://nl.wikipedia.org/wiki/Slak", "https://fr.wikipedia.org/wiki/Escargot", true),
            ("https://www.x.example/a", "http://x.example/b?c", true),
            ("https://x.example/a", "https://y.example/a", false),
            ("https://x.example/a", "https://x.example@y.example/a", false),
            ("https://x.example/a", "https://y.example\\@x.example/a", false),
            ("mailto:a@x.example", "mailto:a@y.example", false),
            ("slakken.md", "regenton.md", true),
            ("slakken.md", "javascript:alert(1)", false),
            ("https://x.example/a", "data:text/html,x", false),
            ("tel:+3231234567", "tel:+3237654321", true),
            ("slakken.md", "https://x.example/slakken.md", false),
        ] {
            assert_eq!(site_of(one) == site_of(other), same, "{one} {other}");
        }
    }

    #[test]
    fn a_difference_counts_how_often_something_is_there() {
        let spots = |names: &str| -> Vec<Spot> {
            names.chars().map(|name| Spot { what: name.to_string(), at: 0..0 }).collect()
        };
        let names = |spots: Vec<&Spot>| spots.iter().map(|spot| spot.what.as_str()).collect::<String>();
        let (dutch, own) = (spots("aabc"), spots("abbd"));
        let (missing, added) = difference(&dutch, &own);
        assert_eq!((names(missing).as_str(), names(added).as_str()), ("ac", "bd"));
    }
}
