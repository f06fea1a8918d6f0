//! HTML to what it says. Only known elements mean something; of all others the words are kept, and of
//! scripts, forms and frames nothing.

use std::collections::BTreeSet;

use dom_query::{Document, NodeRef};
use url::Url;

use super::{
    cards::{append_code, language_of, rewrite_cards},
    lazy::address_of,
    notes::{mark_of, note_of, pair_notes},
    prose::{Figure, Line, Part, Span, is_blank, line_of, paragraphs_of, plain, visible, words_of},
    raised::read_raised,
    shape::{TooMuch, check_shape},
};
use crate::line::one_line;

/// Elements that are left out with all they hold.
const LEFT_OUT: [&str; 26] = [
    "script", "style", "noscript", "template", "iframe", "object", "embed", "applet", "frame", "frameset", "head",
    "title", "form", "input", "button", "select", "textarea", "label", "svg", "math", "canvas", "audio", "video",
    "map", "nav", "dialog",
];

/// Lists and quotes in one another that stay so; what is deeper stands on the last of these levels. The
/// indentation of so many keeps within what posts may have.
const MOST_NESTED: usize = 12;

/// What HTML says, with all addresses in full, as seen from `base`.
///
/// # Errors
/// When it is too deep or too big to be read.
pub(super) fn read_html(html: &str, base: Option<&Url>) -> Result<Vec<Part>, TooMuch> {
    check_shape(html)?;
    let document = Document::fragment(html);
    rewrite_cards(&document);
    let mut reader = Reader { base, nested: 0, parts: Vec::new(), line: Line::new() };
    reader.read_children(document.root());
    reader.end_line();
    Ok(pair_notes(with_paragraphs(reader.parts)))
}

/// The addresses of the pictures within an element, as seen from `base`, each once.
pub(super) fn picture_addresses(node: NodeRef<'_>, base: Option<&Url>) -> Vec<String> {
    let reader = Reader { base, nested: 0, parts: Vec::new(), line: Line::new() };
    let (mut found, mut seen) = (Vec::new(), BTreeSet::new());
    for picture in node.descendants_it().filter(|inner| inner.has_name("img") && !is_beside(*inner, node)) {
        let address = reader.figure(picture).map(|figure| figure.src);
        found.extend(address.filter(|src| src.starts_with("http") && seen.insert(src.clone())));
    }
    found
}

/// Whether it belongs to something in an article that only stands beside the text.
fn is_beside(node: NodeRef<'_>, article: NodeRef<'_>) -> bool {
    let around = ["aside", "footer", "nav", "form", "noscript"];
    let classes = ["related", "comment", "share", "author", "avatar", "sidebar", "emoji", "newsletter"];
    [node].into_iter().chain(node.ancestors_it(None)).take_while(|outer| outer.id != article.id).any(|outer| {
        let class = attribute(outer, "class").to_ascii_lowercase();
        outer.node_name().is_some_and(|name| around.contains(&&*name))
            || classes.iter().any(|word| class.contains(word))
    })
}

/// Reads elements one after the other into parts.
struct Reader<'a> {
    base: Option<&'a Url>,
    /// How many lists and quotes surround the place.
    nested: usize,
    parts: Vec<Part>,
    /// The paragraph that is not at its end yet.
    line: Line,
}

impl Reader<'_> {
    fn read_children(&mut self, node: NodeRef<'_>) {
        for child in node.children_it(false) {
            self.read(child);
        }
    }

    fn read(&mut self, node: NodeRef<'_>) {
        if node.is_text() {
            self.line.extend(line_of(&node.text()));
            return;
        }
        let Some(name) = node.node_name().filter(|_| node.is_element()) else { return };
        if let Some(number) = mark_of(node) {
            self.line.push(Span::Note(number));
            return;
        }
        if let Some((number, note)) = note_of(node).filter(|_| self.nested == 0) {
            self.end_line();
            let parts = self.parts_within(note, 1);
            self.parts.push(Part::Note(number, parts));
            return;
        }
        match &*name {
            _ if is_hidden(node) => {}
            "iframe" | "video" | "audio" | "embed" => self.read_player(node),
            name if LEFT_OUT.contains(&name) => {}
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.end_line();
                let level = name.as_bytes()[1] - b'0';
                let (line, figures) = self.line_within(node);
                self.parts.extend(figures.into_iter().map(Part::Figure));
                self.parts.push(Part::Heading(level.max(2), line));
            }
            "ul" | "ol" | "menu" if self.nested < MOST_NESTED => {
                self.end_line();
                let first = (&*name == "ol").then(|| attribute(node, "start").parse().unwrap_or(1));
                let items = node.children_it(false).filter(|child| child.is_element());
                let items = items.map(|item| self.parts_within(item, 1)).filter(|item| !item.is_empty()).collect();
                self.parts.push(Part::List(first, items));
            }
            "blockquote" if self.nested < MOST_NESTED => {
                self.end_line();
                let parts = self.parts_within(node, 1);
                self.parts.push(Part::Quote(parts));
            }
            "pre" => {
                self.end_line();
                let mut code = String::new();
                append_code(node, &mut code);
                self.parts.push(Part::Code(language_of(node), code));
            }
            "table" => {
                self.end_line();
                self.read_table(node);
            }
            "figure" => {
                self.end_line();
                self.read_figure(node);
            }
            "img" => self.read_picture(node),
            "hr" => {
                self.end_line();
                self.parts.push(Part::Rule);
            }
            "br" => self.line.push(Span::Break),
            name if is_inline(name) => self.read_inline(name, node),
            _ => {
                self.end_line();
                self.read_children(node);
                self.end_line();
            }
        }
    }

    /// Emphasis, links and the like; a picture in them stands by itself afterwards.
    fn read_inline(&mut self, name: &str, node: NodeRef<'_>) {
        // Page builders put whole blocks between the tags of a link.
        if node.descendants_it().any(|inner| inner.node_name().is_some_and(|name| is_block(&name))) {
            self.read_children(node);
            return;
        }
        let (inner, figures) = self.line_within(node);
        let is_link = name == "a";
        match meaning_of(name, node) {
            "em" | "i" | "cite" | "dfn" => self.line.push(Span::Emphasis(inner)),
            "strong" | "b" => self.line.push(Span::Strong(inner)),
            "s" | "del" | "strike" => self.line.push(Span::Struck(inner)),
            "sup" | "sub" => {
                // Of a long line only the end says what stands above it.
                let before = plain(&self.line[self.line.len().saturating_sub(1)..]);
                let raised = read_raised(inner, name == "sup", &before);
                self.line.extend(raised);
            }
            "code" | "kbd" | "samp" | "tt" => self.line.push(Span::Code(plain(&inner))),
            "a" => match self.address(&attribute(node, "href")) {
                Some(address) => self.line.push(Span::Link(address, without_links(inner))),
                None => self.line.extend(inner),
            },
            _ => self.line.extend(inner),
        }
        if !figures.is_empty() {
            // A link that was nothing but a picture leads to the same picture in large, mostly.
            if is_link && matches!(self.line.last(), Some(Span::Link(_, inner)) if plain(inner).is_empty()) {
                self.line.pop();
            }
            self.end_line();
            self.parts.extend(figures.into_iter().map(Part::Figure));
        }
    }

    fn read_picture(&mut self, node: NodeRef<'_>) {
        if attribute(node, "class").split_whitespace().any(|class| class.contains("emoji")) {
            self.line.push(Span::Text(attribute(node, "alt")));
        } else if let Some(figure) = self.figure(node) {
            self.end_line();
            self.parts.push(Part::Figure(figure));
        }
    }

    /// A film or the like, of which a link stays: who looks at the draft sees what was there.
    fn read_player(&mut self, node: NodeRef<'_>) {
        let sources = node.descendants_it().filter(|inner| inner.has_name("source"));
        let sources =
            [node].into_iter().chain(sources).flat_map(|node| ["data-src", "src"].map(|name| attribute(node, name)));
        let src = sources.into_iter().find(|src| !src.trim().is_empty()).filter(|_| !is_dot(node));
        let Some(address) = src.and_then(|src| self.web_address(&src)) else { return };
        let title = one_line(&visible(&attribute(node, "title")));
        self.end_line();
        let words = if title.is_empty() { address.clone() } else { title };
        self.parts.push(Part::Paragraph(vec![Span::Link(address, vec![Span::Text(words)])]));
    }

    fn read_figure(&mut self, node: NodeRef<'_>) {
        // Those of a gallery have each their own caption.
        if node.descendants_it().any(|inner| inner.has_name("figure")) {
            self.read_children(node);
            self.end_line();
            return;
        }
        let caption = node.descendants_it().find(|inner| inner.has_name("figcaption"));
        let caption = caption.map(|caption| plain(&self.line_within(caption).0)).filter(|caption| !caption.is_empty());
        let pictures = node.descendants_it().filter(|inner| inner.has_name("img"));
        let figures: Vec<_> = pictures.filter_map(|picture| self.figure(picture)).collect();
        if figures.is_empty() {
            // A figure may also hold a quote or a table.
            self.read_children(node);
            self.end_line();
            return;
        }
        let last = figures.len() - 1;
        for (at, figure) in figures.into_iter().enumerate() {
            let caption = caption.clone().filter(|_| at == last);
            self.parts.push(Part::Figure(Figure { caption, ..figure }));
        }
    }

    /// A picture, unless it is a counter or has no address.
    fn figure(&self, node: NodeRef<'_>) -> Option<Figure> {
        let src = address_of(node).filter(|_| !is_dot(node))?;
        let src = if src.trim().starts_with("data:") { "data:".to_owned() } else { self.web_address(&src)? };
        Some(Figure { src, alt: one_line(&visible(&attribute(node, "alt"))), caption: None })
    }

    fn read_table(&mut self, node: NodeRef<'_>) {
        let mut has_head = node.children_it(false).any(|inner| inner.has_name("thead"));
        let mut rows = Vec::new();
        let mut figures = Vec::new();
        let mut parts = Vec::new();
        for row in node.descendants_it().filter(|inner| inner.has_name("tr")) {
            let is_cell = |inner: &NodeRef<'_>| inner.has_name("td") || inner.has_name("th");
            let mut cells = Vec::new();
            for cell in row.children_it(false).filter(is_cell) {
                let held = self.parts_within(cell, 0);
                parts.extend(held.iter().cloned());
                let (line, pictures) = as_line(held);
                cells.push(line);
                figures.extend(pictures);
            }
            if !cells.is_empty() {
                has_head |= rows.is_empty() && row.children_it(false).any(|cell| cell.has_name("th"));
                rows.push(cells);
            }
        }
        // Tables of one column were made for the looks of a page.
        if rows.iter().all(|row| row.len() < 2) {
            self.parts.extend(parts);
        } else {
            let head = if has_head { None } else { Some(Vec::new()) };
            self.parts.push(Part::Table(head.into_iter().chain(rows).collect()));
            self.parts.extend(figures.into_iter().map(Part::Figure));
        }
    }

    /// The parts that an element holds, so many levels further down.
    fn parts_within(&self, node: NodeRef<'_>, levels: usize) -> Vec<Part> {
        let nested = self.nested + levels;
        let mut reader = Reader { base: self.base, nested, parts: Vec::new(), line: Line::new() };
        reader.read_children(node);
        reader.end_line();
        reader.parts
    }

    /// What an element holds as one line, and the pictures in it.
    fn line_within(&self, node: NodeRef<'_>) -> (Line, Vec<Figure>) {
        as_line(self.parts_within(node, 0))
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        if !is_blank(&line) {
            self.parts.push(Part::Paragraph(line));
        }
    }

    /// Where a link leads, if a reader may go there.
    fn address(&self, written: &str) -> Option<String> {
        let written = written.trim();
        if written.is_empty() || written.starts_with('#') {
            return None;
        }
        let url = self.resolve(written)?;
        matches!(url.scheme(), "http" | "https" | "mailto" | "tel").then(|| url.into())
    }

    fn web_address(&self, written: &str) -> Option<String> {
        let url = self.resolve(written.trim())?;
        matches!(url.scheme(), "http" | "https").then(|| url.into())
    }

    fn resolve(&self, written: &str) -> Option<Url> {
        self.base.map_or_else(|| Url::parse(written).ok(), |base| base.join(written).ok())
    }
}

/// Parts in which a paragraph ends where there are two breaks or more, wherever they stand in its markup.
fn with_paragraphs(parts: Vec<Part>) -> Vec<Part> {
    let split = |part| match part {
        Part::Paragraph(line) => {
            let full = paragraphs_of(line).into_iter().filter(|line| !is_blank(line));
            full.map(Part::Paragraph).collect()
        }
        Part::Quote(inner) => vec![Part::Quote(with_paragraphs(inner))],
        Part::Note(name, inner) => vec![Part::Note(name, with_paragraphs(inner))],
        Part::List(first, items) => vec![Part::List(first, items.into_iter().map(with_paragraphs).collect())],
        other => vec![other],
    };
    parts.into_iter().flat_map(split).collect()
}

/// Parts as one line, and the pictures among them.
fn as_line(parts: Vec<Part>) -> (Line, Vec<Figure>) {
    let mut line = Line::new();
    let mut figures = Vec::new();
    for part in parts {
        let more = match part {
            Part::Figure(figure) => {
                figures.push(figure);
                continue;
            }
            Part::Paragraph(more) | Part::Heading(_, more) => more,
            Part::Code(_, code) => {
                let lines = code.lines().filter(|line| !line.trim().is_empty());
                lines.map(|line| vec![Span::Code(line.to_owned())]).collect::<Vec<_>>().join(&Span::Break)
            }
            other => vec![Span::Text(words_of(&other))],
        };
        if !line.is_empty() {
            line.push(Span::Text(" ".to_owned()));
        }
        line.extend(more);
    }
    (line, figures)
}

/// Links do not hold links.
fn without_links(line: Line) -> Line {
    line.into_iter()
        .flat_map(|span| match span {
            Span::Link(_, inner) => without_links(inner),
            Span::Emphasis(inner) => vec![Span::Emphasis(without_links(inner))],
            Span::Strong(inner) => vec![Span::Strong(without_links(inner))],
            Span::Struck(inner) => vec![Span::Struck(without_links(inner))],
            Span::Raised(is_above, inner) => vec![Span::Raised(is_above, without_links(inner))],
            other => vec![other],
        })
        .collect()
}

fn attribute(node: NodeRef<'_>, name: &str) -> String {
    node.attr(name).map(|value| value.to_string()).unwrap_or_default()
}

/// The name of an inline element, or of the one that looks as its style says.
fn meaning_of<'a>(name: &'a str, node: NodeRef<'_>) -> &'a str {
    let style = attribute(node, "style").to_ascii_lowercase().replace(' ', "");
    let is_styled = |key: &str, values: &[&str]| {
        let said = style.split(';').filter_map(|one| one.split_once(':')).rfind(|(name, _)| *name == key);
        said.is_some_and(|(_, value)| values.contains(&value))
    };
    match name {
        "span" | "font" if is_styled("font-weight", &["bold", "bolder", "600", "700", "800", "900"]) => "strong",
        "span" | "font" if is_styled("font-style", &["italic", "oblique"]) => "em",
        // Texts that were pasted from elsewhere are often within such an element as a whole.
        "b" | "strong" if is_styled("font-weight", &["normal", "400"]) => "span",
        name => name,
    }
}

/// Whether it is as small as what only counts readers.
fn is_dot(node: NodeRef<'_>) -> bool {
    ["width", "height"].iter().any(|side| matches!(attribute(node, side).as_str(), "0" | "1"))
}

/// Whether readers do not see it.
fn is_hidden(node: NodeRef<'_>) -> bool {
    let style = attribute(node, "style").to_ascii_lowercase().replace(' ', "");
    node.has_attr("hidden") || style.contains("display:none") || style.contains("visibility:hidden")
}

fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "a" | "abbr"
            | "b"
            | "bdi"
            | "bdo"
            | "big"
            | "cite"
            | "code"
            | "del"
            | "dfn"
            | "em"
            | "font"
            | "i"
            | "ins"
            | "kbd"
            | "mark"
            | "q"
            | "s"
            | "samp"
            | "small"
            | "span"
            | "strike"
            | "strong"
            | "sub"
            | "sup"
            | "time"
            | "tt"
            | "u"
            | "var"
            | "wbr"
            | "picture"
            | "source"
    )
}

/// Whether an element cannot stand within a line.
fn is_block(name: &str) -> bool {
    !is_inline(name) && !matches!(name, "img" | "br") && !LEFT_OUT.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::markdown::render_markdown;

    fn markdown(html: &str) -> String {
        let base = "https://tuin.example/blog/een".parse().unwrap();
        render_markdown(&read_html(html, Some(&base)).unwrap())
    }

    #[test]
    fn each_thing_is_written_in_its_one_way() {
        for (html, text) in [
            ("<p>Een  <b> vet </b>woord.<p>Twee", "Een **vet** woord.\n\nTwee\n"),
            ("los <em>a</em><em>b</em><br> einde<br>", "los *ab*<br>einde\n"),
            ("Een.<br>\n<br/>Twee.<br><br><br>Drie<br>vier", "Een.\n\nTwee.\n\nDrie<br>vier\n"),
            ("<p><span>a <b>b<br><br>c</b><br>&nbsp;<br>d</span></p>", "a **b**\n\n**c**\n\nd\n"),
            ("<ul><li>a<br><br>b</ul><blockquote>c<br><br>d</blockquote>", "- a\n\n  b\n\n> c\n>\n> d\n"),
            ("<table><tr><th>a<th>b<tr><td>1<br><br>2<td>3</table>", "| a | b |\n|---|---|\n| 1<br>2 | 3 |\n"),
            ("<h1>Kop</h1><h3>Sub #</h3>", "## Kop\n\n### Sub # #\n"),
            ("<ul><li>een<li>twee<ul><li>diep</ul></ul><ul><li>x</ul>", "- een\n- twee\n  - diep\n\n* x\n"),
            ("<ol start=3><li><p>a</p><p>b</p></li><li>c</ol>", "3. a\n\n   b\n\n4. c\n"),
            ("<blockquote><p>a<p>b</blockquote>", "> a\n>\n> b\n"),
            ("<pre><code>a &lt; b\n```\n</code></pre>", "````\na < b\n```\n````\n"),
            ("<a href='/over'>over</a> <a href='javascript:x'>niet</a>", "[over](https://tuin.example/over) niet\n"),
            ("<table><tr><th>a<th>b<tr><td>1|2<td>3</table>", "| a | b |\n|---|---|\n| 1\\|2 | 3 |\n"),
            (
                "<figure><a href=x.jpg><img src='/f/x.jpg' alt='Een roos'></a><figcaption>In mei</figcaption></figure>",
                "![Een roos](https://tuin.example/f/x.jpg \"In mei\")\n",
            ),
            ("<table><tr><td>a<td>b<tr><td>1<td>2</table>", "|  |  |\n|---|---|\n| a | b |\n| 1 | 2 |\n"),
            ("<span style='color: red; font-weight: bold'>a</span> <b style='font-weight:normal'>b</b>", "**a** b\n"),
            ("<span style='font-style:italic'>a</span> <span style='font-weight:400'>b</span>", "*a* b\n"),
            ("12 m<sup>2</sup>, H<sub>2</sub>O, 1<sup>e</sup>", "12 m², H₂O, 1e\n"),
            ("Wie<sup><a href='#n1'>[1]</a></sup> zegt [^1] dat?", "Wie[1] zegt \\[^1] dat?\n"),
            (
                "a<iframe src='//film.example/1' title='Snoeien'></iframe>b",
                "a\n\n[Snoeien](https://film.example/1)\n\nb\n",
            ),
            ("<video><source src='/a.mp4'></video>", "https://tuin.example/a.mp4\n"),
            ("<p>1. Geen lijst<p># geen kop<p>- geen punt", "1\\. Geen lijst\n\n\\# geen kop\n\n\\- geen punt\n"),
            ("zie https://a.example/b_c_d.", "zie https://a.example/b_c_d.\n"),
            ("<p>&lt;script&gt; *ster* [x](y)", "\\<script> \\*ster\\* \\[x\\](y)\n"),
        ] {
            assert_eq!(markdown(html), text, "{html}");
        }
    }

    #[test]
    fn nothing_that_acts_comes_in() {
        let html = "<p onclick='x()'>Goed<script>alert(1)</script><style>p{}</style><iframe src='javascript:x'></iframe></p>\
                    <img src='data:image/png;base64,AAAA' alt='stip' onerror='x()'><img src=x.gif width=1>\
                    <p style='display: none'>verborgen</p><form>Schrijf in <input></form><a href='vbscript:x'>b</a>";
        assert_eq!(markdown(html), "Goed\n\n![stip](data:)\n\nb\n");
    }
}
