//! A body as it stands in a mail: HTML of the few elements that every mail program shows, without pictures, and the same
//! as plain text.

use std::sync::LazyLock;

use dom_query::{Document, NodeRef};

use crate::{line::one_line, templates::fold};

/// The elements that a mail has; of all others the words are kept. A picture would tell who opens the mail.
const ELEMENTS: [&str; 29] = [
    "p",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "blockquote",
    "strong",
    "em",
    "b",
    "i",
    "a",
    "code",
    "pre",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "br",
    "hr",
    "sup",
    "sub",
    "del",
    "span",
];

/// How far what belongs to a list or a quote is indented, in characters.
const INDENT: usize = 3;

/// The most that is indented: what is deeper stands as deep as this.
const MOST_INDENT: usize = 12;

/// The HTML of a body for a mail.
pub(in crate::publication) fn mail_html(body: &str) -> String {
    static CLEANER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
        let mut cleaner = ammonia::Builder::empty();
        cleaner.add_tags(ELEMENTS).add_generic_attributes(["lang", "dir"]).add_tag_attributes("a", ["href"]);
        cleaner.add_tag_attributes("ol", ["start"]).link_rel(None);
        cleaner
    });
    // What stands below a picture is a paragraph without it.
    let body = body.replace("<figcaption", "<p").replace("</figcaption>", "</p>");
    CLEANER.clean(&body).to_string()
}

/// The same as plain text, folded, with the address of each link behind it.
pub(in crate::publication) fn plain_text(html: &str) -> String {
    let document = Document::fragment(html);
    let mut writer = Writer { paragraphs: Vec::new(), line: String::new() };
    writer.read(document.root(), 0, "");
    writer.end(0, "");
    writer.paragraphs.join("\n\n")
}

/// The most characters of a description that search engines show.
const MOST_DESCRIBED: usize = 160;

/// How a body begins, on one line: its first paragraph in the language of the page.
pub(in crate::publication) fn beginning(html: &str) -> Option<String> {
    // One in another language says so.
    let paragraphs = html.split("<p>").skip(1).filter_map(|rest| Some(rest.split_once("</p>")?.0));
    let mut texts = paragraphs.map(|paragraph| {
        let paragraph = Document::fragment(paragraph);
        paragraph.select("sup").remove();
        one_line(&paragraph.text())
    });
    let text = texts.find(|text| !text.is_empty())?;
    let Some((most, _)) = text.char_indices().nth(MOST_DESCRIBED) else { return Some(text) };
    // At the end of a word, if there is one.
    let end = text[..most].rfind(' ').unwrap_or(most);
    Some(format!("{}…", text[..end].trim_end_matches([',', ';', ':', '.', '-', '–'])))
}

struct Writer {
    paragraphs: Vec<String>,
    /// The paragraph that is not at its end yet.
    line: String,
}

impl Writer {
    /// Reads what is in an element. `mark` stands before the first paragraph that comes of it.
    fn read(&mut self, node: NodeRef<'_>, indent: usize, mark: &str) {
        let mut mark = mark;
        for child in node.children_it(false) {
            if child.is_text() {
                self.line.push_str(&child.text());
                continue;
            }
            let Some(name) = child.node_name().filter(|_| child.is_element()) else { continue };
            match &*name {
                "ul" | "ol" => {
                    self.end(indent, mark);
                    self.read_list(child, &name, indent);
                }
                "blockquote" => {
                    self.end(indent, mark);
                    let deeper = (indent + INDENT).min(MOST_INDENT);
                    self.read(child, deeper, "");
                    self.end(deeper, "");
                }
                "pre" => {
                    self.end(indent, mark);
                    self.paragraphs.push(child.text().trim_end().to_owned());
                }
                "p" | "h2" | "h3" | "h4" | "h5" | "h6" | "table" | "tr" | "hr" => {
                    self.end(indent, mark);
                    self.read(child, indent, "");
                    self.end(indent, mark);
                }
                "td" | "th" => {
                    self.read(child, indent, "");
                    self.line.push_str("  ");
                    continue;
                }
                "br" => {
                    self.line.push(' ');
                    continue;
                }
                "a" => {
                    self.read_link(child);
                    continue;
                }
                _ => {
                    self.read(child, indent, "");
                    continue;
                }
            }
            if !self.paragraphs.is_empty() {
                mark = "";
            }
        }
    }

    fn read_list(&mut self, list: NodeRef<'_>, name: &str, indent: usize) {
        let first: usize = list.attr("start").and_then(|start| start.parse().ok()).unwrap_or(1);
        let deeper = (indent + INDENT).min(MOST_INDENT);
        let items = list.children_it(false).filter(|child| child.has_name("li"));
        for (number, item) in (first..).zip(items) {
            let mark = if name == "ol" { format!("{number}.") } else { "-".to_owned() };
            self.read(item, deeper, &mark);
            self.end(deeper, &mark);
        }
    }

    /// The words of a link, and its address, unless that is what they say.
    fn read_link(&mut self, link: NodeRef<'_>) {
        let (words, address) = (link.text(), link.attr("href").unwrap_or_default());
        self.line.push_str(&words);
        if !address.is_empty() && !address.contains('#') && words.trim() != &*address {
            self.line.push_str(&format!(" ({address})"));
        }
    }

    /// Ends a paragraph.
    fn end(&mut self, indent: usize, mark: &str) {
        let line = one_line(&std::mem::take(&mut self.line));
        if line.is_empty() {
            return;
        }
        let before = " ".repeat(indent.saturating_sub(INDENT));
        let lead = if indent == 0 { String::new() } else { format!("{before}{mark:<INDENT$}") };
        self.paragraphs.push(format!("{lead}{}", fold(&line, indent)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_becomes_a_letter_without_pictures() {
        let body = "<h2 id=\"a\">Kop</h2><p>Eerst <strong>dit</strong>, zie <a href=\"https://b.example/\">daar</a>.</p>\
                    <figure class=\"x\"><img src=\"/p.png\" alt=\"Een rug\"><figcaption>Onder de foto</figcaption></figure>\
                    <ul><li>een</li><li><p>twee</p></li></ul><ol start=\"3\"><li>drie</li></ol>\
                    <blockquote><p>gezegd</p></blockquote><script>alert(1)</script>\
                    <p style=\"color:red\" onclick=\"x()\">Slot.</p>";
        let html = mail_html(body);
        for gone in ["<img", "script", "alert", "style", "onclick", "class", "id="] {
            assert!(!html.contains(gone), "{gone} in {html}");
        }
        assert!(html.contains("<h2>Kop</h2>") && html.contains("<p>Onder de foto</p>"), "{html}");
        let expected = "Kop\n\nEerst dit, zie daar (https://b.example/).\n\nOnder de foto\n\n-  een\n\n-  twee\n\n\
                        3. drie\n\n   gezegd\n\nSlot.";
        assert_eq!(plain_text(&html), expected);
    }

    #[test]
    fn long_paragraphs_are_folded_where_they_stand() {
        let html = format!("<ul><li>{}</li></ul>", "woord ".repeat(30));
        let text = plain_text(&html);
        assert!(
            text.starts_with("-  woord") && text.lines().skip(1).all(|line| line.starts_with("   woord")),
            "{text}"
        );
        assert!(text.lines().all(|line| line.chars().count() <= 72));
    }
}
