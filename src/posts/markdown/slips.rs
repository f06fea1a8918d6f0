//! What cannot work in a body, whatever else the publication holds.

use comrak::{
    Arena,
    nodes::{Node, NodeValue},
};

use super::{parse_markdown, slice::Lines};
use crate::diagnostic::Positions;

/// Something in a body that cannot work, whatever else the publication holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slip {
    /// A picture that is named from the root of some disk or site.
    Picture(String),
    /// A link with a scheme that no reader should follow.
    Address(String),
    /// A sign for a footnote that is not there.
    Footnote(String),
    /// A quote that begins as a callout of no known kind.
    Callout(String),
}

/// The kinds of callout.
pub const CALLOUTS: [&str; 5] = ["note", "tip", "important", "warning", "caution"];

/// The schemes that a link may have.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// How many slips of a body are told: nobody mends more at a time, and each is shown with its line, which may be long.
const MOST_SLIPS: usize = 100;

/// What cannot work in a body, each with its line, counted from `first_line`, and column; of many the first hundred.
pub fn slips(body: &str, first_line: usize) -> Vec<(Slip, (usize, usize))> {
    let arena = Arena::new();
    let (lines, positions) = (Lines::new(body), Positions::new(body));
    let mut slips = Vec::new();
    for node in parse_markdown(&arena, body).descendants() {
        if slips.len() >= MOST_SLIPS {
            break;
        }
        let data = node.data();
        let at = lines.in_file(data.sourcepos.start, first_line);
        match &data.value {
            NodeValue::Link(link) => {
                let scheme = link.url.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
                let scheme = scheme.filter(|scheme| !scheme.contains(['/', '#', '?']));
                if scheme.is_some_and(|scheme| !SCHEMES.contains(&scheme.as_str())) {
                    slips.push((Slip::Address(link.url.clone()), at));
                }
            }
            NodeValue::Image(image) if image.url.starts_with('/') => {
                slips.push((Slip::Picture(image.url.clone()), at));
            }
            // The parser leaves the sign as text when there is no such footnote.
            NodeValue::Text(text) => {
                let names = text.split("[^").skip(1).filter_map(|rest| Some(rest.split_once(']')?.0));
                let mut from = lines.offset(data.sourcepos.start);
                let is_meant = |name: &&str| !name.is_empty() && !body.contains(&format!("\\[^{name}]"));
                for name in names.filter(is_meant).take(MOST_SLIPS - slips.len()) {
                    let sign = format!("[^{name}]");
                    let found = body.get(from..).and_then(|rest| rest.find(&sign)).map(|after| from + after);
                    let (line, column) = found.map_or_else(|| positions.of(from), |start| positions.of(start));
                    from = found.map_or(from, |start| start + sign.len());
                    slips.push((Slip::Footnote(name.to_owned()), (line + first_line - 1, column)));
                }
            }
            NodeValue::BlockQuote => {
                let written = body.get(lines.offset(data.sourcepos.start)..).unwrap_or_default();
                slips.extend(unknown_callout(node, written).map(|kind| (Slip::Callout(kind), at)));
            }
            _ => {}
        }
    }
    slips
}

/// The kind that a quote, which is what the parser made of it, seems to have been meant as: it begins
/// with `[!KIND]`, and with no backslash before that.
fn unknown_callout(quote: Node<'_>, written: &str) -> Option<String> {
    let text = quote.first_child()?.collect_text();
    let (kind, _) = text.strip_prefix("[!")?.split_once(']')?;
    let is_word = !kind.is_empty() && kind.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_');
    let is_meant = written.trim_start_matches(['>', ' ', '\t']).starts_with("[!");
    (is_word && is_meant).then(|| kind.to_owned())
}
