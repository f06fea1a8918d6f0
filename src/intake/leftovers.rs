//! What publishing systems leave behind in the texts that they hand out.

use super::prose::{Part, words_of};

/// How the line begins that WordPress writes below each article of its feeds, and what stands between its links.
const POINTERS: [(&str, &str); 5] = [
    ("Het bericht ", " verscheen eerst op "),
    ("The post ", " appeared first on "),
    ("Der Beitrag ", " erschien zuerst auf "),
    ("L’article ", " est apparu en premier sur "),
    ("L'article ", " est apparu en premier sur "),
];

/// The name of a site is shorter: behind so much, a sentence only begins like that line.
const LONGEST_SITE: usize = 120;

/// Shortcodes of WordPress that are known without attributes, and what stands for a poll.
const SHORTCODES: [&str; 9] =
    ["audio", "caption", "contact-form-7", "embed", "gallery", "playlist", "poll", "toc", "video"];

/// A shortcode is shorter, and a person needs no more of them to see what they are.
const LONGEST_SHORTCODE: usize = 300;
const MOST_SHORTCODES: usize = 10;

/// A text without the line that says where it appeared first.
pub(super) fn without_pointer(text: &str) -> &str {
    let at = POINTERS.iter().find_map(|(head, middle)| {
        let between = text.rfind(middle).filter(|at| text.len() - at - middle.len() <= LONGEST_SITE)?;
        text[..between].rfind(head)
    });
    at.map_or(text, |at| text[..at].trim_end())
}

/// Takes away the last paragraph if it says where the text appeared first.
pub(super) fn drop_pointer(parts: &mut Vec<Part>) {
    let is_pointer = |part: &Part| {
        let words = words_of(part);
        matches!(part, Part::Paragraph(_)) && !words.is_empty() && without_pointer(&words).is_empty()
    };
    if parts.last().is_some_and(is_pointer) {
        parts.pop();
    }
}

/// Whether a text is only the beginning of one.
pub(super) fn is_cut(text: &str) -> bool {
    ["[…]", "[...]", "[&#8230;]", "[&hellip;]"].iter().any(|sign| text.contains(sign))
}

/// The shortcodes that stand in a text, each once.
pub(super) fn shortcodes(parts: &[Part]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for part in parts {
        let words = words_of(part);
        for (at, _) in words.match_indices('[') {
            let name = read_shortcode(&words[at + 1..]).map(|name| format!("[{name}]"));
            found.extend(name.filter(|name| found.len() < MOST_SHORTCODES && !found.contains(name)));
        }
    }
    found
}

/// The name of a shortcode, from behind its bracket. What has no attributes has to be known.
fn read_shortcode(text: &str) -> Option<&str> {
    let inner = &text[..text.bytes().take(LONGEST_SHORTCODE).position(|byte| byte == b']')?];
    let end = inner.find(|c: char| !c.is_ascii_alphanumeric() && !"-_".contains(c)).unwrap_or(inner.len());
    let (name, rest) = inner.split_at(end);
    let is_name = name.starts_with(|c: char| c.is_ascii_lowercase());
    let has_attributes = rest.starts_with(' ') && rest.contains('=') && rest.contains(['"', '\'', '”', '″', '’']);
    (is_name && (has_attributes || SHORTCODES.contains(&name))).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::prose::line_of;

    #[test]
    fn where_a_text_appeared_first_is_none_of_its_words() {
        assert_eq!(without_pointer("Kort. Het bericht Prei verscheen eerst op De tuin."), "Kort.");
        assert_eq!(without_pointer("L’article Poireau est apparu en premier sur Le jardin."), "");
        let sentence = format!("The post office appeared first on maps. {}", "It was small. ".repeat(10));
        assert_eq!(without_pointer(&sentence), sentence);
    }

    #[test]
    fn shortcodes_are_found_and_brackets_are_none() {
        let parts = [
            "[caption id=\"a\" width=\"3\"] Roos[/caption]",
            "[gallery ids=\"1\"] en [gallery]",
            "[sic] [x] [zie 2=3]",
        ];
        let parts: Vec<_> = parts.iter().map(|text| Part::Paragraph(line_of(text))).collect();
        assert_eq!(shortcodes(&parts), ["[caption]", "[gallery]"]);
    }
}
