//! What cannot work in a body, whatever else the publication holds.

use comrak::{Arena, nodes::NodeValue};

use super::parse_markdown;

/// Something in a body that cannot work, whatever else the publication holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slip {
    /// A picture that is named from the root of some disk or site.
    Picture(String),
    /// A link with a scheme that no reader should follow.
    Address(String),
    /// A sign for a footnote that is not there.
    Footnote(String),
}

/// The schemes that a link may have.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// What cannot work in a body, each with the line it stands on, counted from `first_line`.
pub fn slips(body: &str, first_line: usize) -> Vec<(Slip, usize)> {
    let arena = Arena::new();
    let mut slips = Vec::new();
    for node in parse_markdown(&arena, body).descendants() {
        let data = node.data();
        let line = data.sourcepos.start.line + first_line - 1;
        match &data.value {
            NodeValue::Link(link) => {
                let scheme = link.url.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
                let scheme = scheme.filter(|scheme| !scheme.contains(['/', '#', '?']));
                if scheme.is_some_and(|scheme| !SCHEMES.contains(&scheme.as_str())) {
                    slips.push((Slip::Address(link.url.clone()), line));
                }
            }
            NodeValue::Image(image) if image.url.starts_with('/') => {
                slips.push((Slip::Picture(image.url.clone()), line));
            }
            // The parser leaves the sign as text when there is no such footnote.
            NodeValue::Text(text) => {
                let names = text.split("[^").skip(1).filter_map(|rest| Some(rest.split_once(']')?.0));
                let meant = names.filter(|name| !name.is_empty() && !body.contains(&format!("\\[^{name}]")));
                slips.extend(meant.map(|name| (Slip::Footnote(name.to_owned()), line)));
            }
            _ => {}
        }
    }
    slips
}
