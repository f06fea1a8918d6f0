//! Signs that stand above or below the line: those that exist as characters of their own are written so.

use dom_query::{Document, NodeRef};

use super::prose::{Span, visible};

/// Signs and what they are above the line. A hyphen is a minus there.
const ABOVE: &str = "0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺-⁻−⁻–⁻=⁼(⁽)⁾nⁿiⁱ";

/// The same below it.
const BELOW: &str = "0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊-₋−₋–₋=₌(₍)₎aₐeₑhₕiᵢjⱼkₖlₗmₘnₙoₒpₚrᵣsₛtₜuᵤvᵥxₓ";

/// Endings of ordinal numbers, which mean the same on the line: 1e, 2de, 1er.
const ORDINALS: [&str; 11] = ["e", "de", "ste", "er", "re", "ème", "th", "st", "nd", "rd", "o"];

/// Signs that are small and high by themselves.
const HIGH: [&str; 7] = ["®", "™", "*", "†", "‡", "°", "º"];

/// Writes signs above and below the line as characters, also where only words are read later: titles, captions, code.
pub(super) fn rewrite_raised(document: &Document) {
    for node in document.select("sup, sub").nodes() {
        let is_plain = node.descendants_it().all(|inner| !matters(inner));
        let text = visible(&node.text());
        if let Some(signs) = as_characters(text.trim(), node.has_name("sup")).filter(|_| is_plain) {
            node.replace_with_html(text.replace(text.trim(), &signs));
        }
    }
}

/// Whether an element within is lost when only its words are kept. The marks of notes lead nowhere else.
fn matters(node: NodeRef<'_>) -> bool {
    let leads_away = node.attr("href").is_some_and(|address| !address.trim().starts_with('#'));
    leads_away
        || node.has_name("sup")
        || node.has_name("sub")
        || node.has_name("img")
        || node.has_class("footnote-anchor")
}

/// A text in characters that stand above or below the line, if there is one for each.
pub(super) fn as_characters(text: &str, is_above: bool) -> Option<String> {
    let pairs: Vec<char> = if is_above { ABOVE } else { BELOW }.chars().collect();
    let written: Option<String> =
        text.chars().map(|c| pairs.chunks(2).find(|pair| pair[0] == c).map(|pair| pair[1])).collect();
    written.filter(|written| !written.is_empty())
}

/// A text with the characters that stand above the line on it again.
pub(super) fn on_the_line(text: &str) -> String {
    let pairs: Vec<char> = ABOVE.chars().collect();
    text.chars().map(|c| pairs.chunks(2).find(|pair| pair[1] == c).map_or(c, |pair| pair[0])).collect()
}

/// What stays of something above or below the line that no characters are for. `before` is the text to its left.
pub(super) fn read_raised(inner: Vec<Span>, is_above: bool, before: &str) -> Vec<Span> {
    let text = super::prose::plain(&inner);
    let after_number = before.ends_with(|c: char| c.is_ascii_digit() || "IVXLC".contains(c));
    let is_ordinal = after_number && ORDINALS.contains(&&*text);
    let is_mark = text.starts_with('[') && text.ends_with(']') || HIGH.contains(&&*text);
    if text.is_empty() || is_above && (is_ordinal || is_mark) {
        return inner;
    }
    vec![Span::Raised(is_above, inner)]
}

#[cfg(test)]
mod tests {
    use crate::intake::{html::read_html, markdown::render_markdown, prose::words_of};

    #[test]
    fn what_stands_above_or_below_the_line_is_not_pulled_into_it() {
        for (html, text, words) in [
            ("10<sup>-3</sup> en 10<sup>−6</sup>", "10⁻³ en 10⁻⁶", "10⁻³ en 10⁻⁶"),
            ("12 m<sup>2</sup>, H<sub>2</sub>O, x<sub>i</sub>", "12 m², H₂O, xᵢ", "12 m², H₂O, xᵢ"),
            ("e<sup>(n + 1)</sup>", "e<sup>(n + 1)</sup>", "e^((n + 1))"),
            ("2<sup>n<sup>2</sup></sup>", "2<sup>n²</sup>", "2^(n²)"),
            ("<b>a<sup>x&lt;y </sup>b</b>", "**a<sup>x\\<y</sup> b**", "a^(x<y) b"),
            ("C<sub>A,<i>t</i></sub>.", "C<sub>A,*t*</sub>.", "C_(A,t)."),
            (
                "1<sup>e</sup>, XX<sup>e</sup>, 3<sup>de</sup>, x<sup>e</sup>",
                "1e, XXe, 3de, x<sup>e</sup>",
                "1e, XXe, 3de, x^(e)",
            ),
            (
                "Merk<sup>®</sup><sup><a href='#n1'>[1]</a></sup><sup><a href='#n2'>2</a></sup>",
                "Merk®[1]²",
                "Merk®[1]²",
            ),
            ("Zie<sup><a href='https://a.example/'>1</a></sup>", "Zie<sup>[1](https://a.example/)</sup>", "Zie^(1)"),
        ] {
            let parts = read_html(html, None).unwrap();
            let read: Vec<_> = parts.iter().map(words_of).collect();
            assert_eq!((render_markdown(&parts), read.concat()), (format!("{text}\n"), words.to_owned()), "{html}");
        }
        let figure = read_html(
            "<figure><img src='https://a.example/b.png'><figcaption>10<sup>-3</sup> m<sup>x</sup></figcaption></figure>",
            None,
        );
        assert_eq!(render_markdown(&figure.unwrap()), "![](https://a.example/b.png \"10⁻³ m^(x)\")\n");
    }
}
