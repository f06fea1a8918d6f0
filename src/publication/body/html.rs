//! Writing the tree as HTML, where the parser's own formatter does not know enough: languages,
//! figures, callouts, and footnotes in the reader's language.

use std::{
    collections::HashMap,
    fmt::{self, Write as _},
    sync::LazyLock,
};

use ammonia::UrlRelative;
use comrak::{
    html::{ChildRendering, Context, format_node_default},
    nodes::{
        AlertType, ListType, Node, NodeFootnoteDefinition, NodeFootnoteReference, NodeLink, NodeList, NodeValue,
        TableAlignment,
    },
};
use rustc_hash::FxHashMap;
use url::Url;

use super::{
    Place,
    boxes::{is_pull_quote, write_code, write_table},
    foreign::mark_language,
    place,
};
use crate::{
    locale::Locale,
    posts::markdown::{CALLOUTS, only_picture},
    publication::pictures::Shown,
};

/// How wide a picture of a body is shown: as wide as the text, which is as wide as a small screen.
const SIZES: &str = "(min-width: 780px) 697px, 100vw";

/// The place of a kind in [`CALLOUTS`].
fn callout_index(kind: AlertType) -> usize {
    match kind {
        AlertType::Note => 0,
        AlertType::Tip => 1,
        AlertType::Important => 2,
        AlertType::Warning => 3,
        AlertType::Caution => 4,
    }
}

/// What the formatter knows beside the tree.
pub(super) struct State {
    /// The language of the page.
    pub(super) page: Locale,
    /// The language of raw HTML, if that is another one.
    pub(super) html_language: Option<Locale>,
    /// The blocks that are in another one.
    pub(super) languages: FxHashMap<Place, Locale>,
    /// The captions that are in another one, by the places of their pictures.
    pub(super) captions: FxHashMap<Place, Locale>,
    /// The `id` of each heading.
    pub(super) anchors: FxHashMap<Place, String>,
    /// The titles of callouts that have none, in the order of [`CALLOUTS`].
    pub(super) titles: [String; CALLOUTS.len()],
    /// What a table and a piece of code are called.
    pub(super) names: [String; 2],
    /// How many there are of each name so far.
    pub(super) boxes: HashMap<String, u32>,
    /// The pictures beside the post by their addresses.
    pub(super) pictures: HashMap<String, Shown>,
    /// The footnotes.
    pub(super) notes: Footnotes,
    /// What links to places in this body begin with.
    pub(super) own_page: String,
    /// Whether another picture stands before the text.
    pub(super) has_lead: bool,
}

/// The footnotes at the end of a body.
pub(super) struct Footnotes {
    /// The heading that assistive technology reads before them.
    pub(super) title: String,
    /// What the links back say, by the number of the footnote.
    pub(super) back: Vec<String>,
    /// How often each is referred to.
    pub(super) references: HashMap<String, u32>,
    /// How many have been begun.
    pub(super) begun: usize,
    /// Whether the one that was begun last has its links back.
    pub(super) linked_back: bool,
}

impl State {
    /// The attributes of a block: its language when that is not the page's.
    pub(super) fn language(&self, node: Node<'_>) -> String {
        self.attributes(self.languages.get(&place(node)))
    }

    fn attributes(&self, language: Option<&Locale>) -> String {
        let attributes = |locale: &Locale| {
            let direction = locale.direction();
            let dir = (direction != self.page.direction()).then(|| format!(" dir=\"{}\"", direction.as_str()));
            format!(" lang=\"{locale}\"{}", dir.unwrap_or_default())
        };
        language.map(attributes).unwrap_or_default()
    }
}

pub(super) fn write_node(
    context: &mut Context<'_, '_, State>,
    node: Node<'_>,
    entering: bool,
) -> Result<ChildRendering, fmt::Error> {
    match &node.data().value {
        NodeValue::Paragraph => match only_picture(node) {
            Some(picture) => write_figure(context, picture, entering),
            None => write_paragraph(context, node, entering),
        },
        NodeValue::List(list) if context.user.languages.contains_key(&place(node)) => {
            write_list(context, node, list, entering)
        }
        NodeValue::CodeBlock(code) if entering => write_code(context, node, code),
        NodeValue::CodeBlock(_) => Ok(ChildRendering::Skip),
        NodeValue::BlockQuote if entering => {
            let class = if is_pull_quote(node) { " class=\"pull\"" } else { "" };
            let language = context.user.language(node);
            context.cr()?;
            writeln!(context, "<blockquote{class}{language}>")?;
            Ok(ChildRendering::HTML)
        }
        NodeValue::Heading(heading) => write_heading(context, node, heading.level, entering),
        NodeValue::Table(_) => write_table(context, node, entering),
        // Markdown knows no table without a head.
        NodeValue::TableRow(true) if node.children().all(|cell| cell.first_child().is_none()) => {
            Ok(ChildRendering::Skip)
        }
        NodeValue::TableCell => write_cell(context, node, entering),
        NodeValue::Alert(alert) => {
            write_callout(context, node, callout_index(alert.alert_type), alert.title.as_deref(), entering)
        }
        NodeValue::FootnoteDefinition(note) => write_footnote(context, node, note, entering),
        NodeValue::FootnoteReference(reference) if entering => write_reference(context, reference),
        NodeValue::Link(link) if entering && is_bare(node, link) => {
            context.write_str("<a class=\"bare\" href=\"")?;
            context.escape_href(&link.url)?;
            context.write_str("\">")?;
            Ok(ChildRendering::HTML)
        }
        NodeValue::HtmlBlock(block) if entering && context.user.html_language.is_some() => {
            let language = context.user.attributes(context.user.html_language.as_ref());
            context.cr()?;
            context.write_str(&mark_language(&block.literal, &language))?;
            context.cr()?;
            Ok(ChildRendering::HTML)
        }
        NodeValue::Image(image) if entering => {
            write_image(context, node, image, "")?;
            Ok(ChildRendering::Skip)
        }
        NodeValue::Image(_) => Ok(ChildRendering::Skip),
        _ => format_node_default(context, node, entering),
    }
}

/// A list that is all in another language than the page.
fn write_list(
    context: &mut Context<'_, '_, State>,
    node: Node<'_>,
    list: &NodeList,
    entering: bool,
) -> Result<ChildRendering, fmt::Error> {
    let tag = if list.list_type == ListType::Bullet { "ul" } else { "ol" };
    if entering {
        let language = context.user.language(node);
        let start = (tag == "ol" && list.start != 1).then(|| format!(" start=\"{}\"", list.start));
        context.cr()?;
        writeln!(context, "<{tag}{}{language}>", start.unwrap_or_default())?;
    } else {
        writeln!(context, "</{tag}>")?;
    }
    Ok(ChildRendering::HTML)
}

fn write_paragraph(
    context: &mut Context<'_, '_, State>,
    node: Node<'_>,
    entering: bool,
) -> Result<ChildRendering, fmt::Error> {
    let language = context.user.language(node);
    let list = node.parent().and_then(|item| item.parent());
    let tight = list.is_some_and(|list| matches!(&list.data().value, NodeValue::List(list) if list.tight));
    match (tight, entering) {
        // A paragraph of a tight list has no element of its own to carry the language.
        (true, true) if !language.is_empty() => write!(context, "<span{language}>")?,
        (true, false) if !language.is_empty() => context.write_str("</span>")?,
        (true, _) => return format_node_default(context, node, entering),
        (false, true) => {
            context.cr()?;
            let class = if names_source(node) { " class=\"source\"" } else { "" };
            write!(context, "<p{class}{language}>")?;
        }
        (false, false) => {
            if let Some(parent) = node.parent()
                && let NodeValue::FootnoteDefinition(note) = &parent.data().value
                && node.next_sibling().is_none()
            {
                write_links_back(context, note)?;
            }
            context.write_str("</p>\n")?;
        }
    }
    Ok(ChildRendering::HTML)
}

/// Whether a link says nothing but its address, which need not be printed behind it.
fn is_bare(node: Node<'_>, link: &NodeLink) -> bool {
    let has_text = |text: Node<'_>| matches!(&text.data().value, NodeValue::Text(text) if **text == *link.url);
    let is_alone = |text: &Node<'_>| text.next_sibling().is_none();
    link.title.is_empty() && link.url.starts_with("http") && node.first_child().filter(is_alone).is_some_and(has_text)
}

/// Whether a paragraph ends a quote and says, after a dash, whose words it is.
pub(super) fn names_source(paragraph: Node<'_>) -> bool {
    let is_last = paragraph.next_sibling().is_none() && paragraph.previous_sibling().is_some();
    let in_quote = || paragraph.parent().is_some_and(|quote| matches!(quote.data().value, NodeValue::BlockQuote));
    is_last && in_quote() && paragraph.collect_text().trim_start().starts_with(['—', '–', '-', '―'])
}

/// The sign of a footnote in the text.
fn write_reference(
    context: &mut Context<'_, '_, State>,
    reference: &NodeFootnoteReference,
) -> Result<ChildRendering, fmt::Error> {
    context.write_str("<sup class=\"footnote-ref\"><a href=\"")?;
    write_place(context, "fn", &reference.name)?;
    context.write_str("\" id=\"fnref-")?;
    context.escape_href(&reference.name)?;
    if reference.ref_num > 1 {
        write!(context, "-{}", reference.ref_num)?;
    }
    write!(context, "\" role=\"doc-noteref\" data-footnote-ref>{}</a></sup>", reference.ix)?;
    Ok(ChildRendering::HTML)
}

/// The address of a footnote (`fn`) or of its sign in the text (`fnref`).
fn write_place(context: &mut Context<'_, '_, State>, of: &str, name: &str) -> fmt::Result {
    let page = context.user.own_page.clone();
    context.escape_href(&page)?;
    write!(context, "#{of}-")?;
    context.escape_href(name)
}

/// A footnote, in the one list at the end of the body.
fn write_footnote(
    context: &mut Context<'_, '_, State>,
    node: Node<'_>,
    note: &NodeFootnoteDefinition,
    entering: bool,
) -> Result<ChildRendering, fmt::Error> {
    context.cr()?;
    if entering {
        if context.user.notes.begun == 0 {
            let title = context.user.notes.title.clone();
            context.write_str("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"")?;
            context.escape(&title)?;
            context.write_str("\">\n<ol>\n")?;
        }
        context.user.notes.begun += 1;
        context.user.notes.linked_back = false;
        context.write_str("<li id=\"fn-")?;
        context.escape_href(&note.name)?;
        context.write_str("\">\n")?;
    } else {
        if !context.user.notes.linked_back {
            write_links_back(context, note)?;
        }
        context.write_str("</li>\n")?;
        let is_last = node.next_sibling().is_none();
        if is_last {
            context.write_str("</ol>\n</section>\n")?;
        }
    }
    Ok(ChildRendering::HTML)
}

/// The links from a footnote back to each place that refers to it.
fn write_links_back(context: &mut Context<'_, '_, State>, note: &NodeFootnoteDefinition) -> fmt::Result {
    let notes = &mut context.user.notes;
    notes.linked_back = true;
    let references = notes.references.get(&note.name).copied().unwrap_or_default();
    let label = notes.back.get(notes.begun - 1).cloned().unwrap_or_default();
    for nth in 1..=references {
        context.write_str(" <a href=\"")?;
        write_place(context, "fnref", &note.name)?;
        if nth > 1 {
            write!(context, "-{nth}")?;
        }
        context.write_str("\" class=\"footnote-backref\" role=\"doc-backlink\" aria-label=\"")?;
        context.escape(&label)?;
        match nth {
            1 => context.write_str("\"")?,
            _ => write!(context, " ({nth})\" data-footnote-nth=\"{nth}\"")?,
        }
        // The variation selector keeps the arrow from being drawn as a picture.
        context.write_str(">↩\u{fe0e}</a>")?;
    }
    Ok(())
}

fn write_heading(
    context: &mut Context<'_, '_, State>,
    node: Node<'_>,
    level: u8,
    entering: bool,
) -> Result<ChildRendering, fmt::Error> {
    if entering {
        let id = context.user.anchors.get(&place(node)).map(|id| format!(" id=\"{id}\"")).unwrap_or_default();
        let language = context.user.language(node);
        context.cr()?;
        write!(context, "<h{level}{id}{language}>")?;
    } else {
        write!(context, "</h{level}>")?;
        context.lf()?;
    }
    Ok(ChildRendering::HTML)
}

fn write_cell(
    context: &mut Context<'_, '_, State>,
    node: Node<'_>,
    entering: bool,
) -> Result<ChildRendering, fmt::Error> {
    // A cell of the head with nothing in it is the head of nothing.
    let is_row_of_head = |row: Node<'_>| matches!(row.data().value, NodeValue::TableRow(true));
    let in_head = node.first_child().is_some() && node.parent().is_some_and(is_row_of_head);
    let tag = if in_head { "th" } else { "td" };
    if !entering {
        write!(context, "</{tag}>")?;
        return Ok(ChildRendering::HTML);
    }
    let nth = node.preceding_siblings().count() - 1;
    let align = node.parent().and_then(|row| row.parent()).and_then(|table| match &table.data().value {
        NodeValue::Table(table) => table.alignments.get(nth).copied(),
        _ => None,
    });
    let class = match align {
        Some(TableAlignment::Right) => " class=\"end\"",
        Some(TableAlignment::Center) => " class=\"center\"",
        _ => "",
    };
    let scope = if in_head { " scope=\"col\"" } else { "" };
    let language = context.user.language(node);
    context.cr()?;
    write!(context, "<{tag}{scope}{class}{language}>")?;
    Ok(ChildRendering::HTML)
}

fn write_callout(
    context: &mut Context<'_, '_, State>,
    node: Node<'_>,
    kind: usize,
    title: Option<&str>,
    entering: bool,
) -> Result<ChildRendering, fmt::Error> {
    context.cr()?;
    if entering {
        let language = title.map(|_| context.user.language(node)).unwrap_or_default();
        let title = title.map_or_else(|| context.user.titles[kind].clone(), str::to_owned);
        write!(context, "<aside class=\"callout {}\">\n<p class=\"callout-title\"{language}>", CALLOUTS[kind])?;
        context.escape(&title)?;
        context.write_str("</p>\n")?;
    } else {
        context.write_str("</aside>\n")?;
    }
    Ok(ChildRendering::HTML)
}

fn write_figure(
    context: &mut Context<'_, '_, State>,
    picture: Node<'_>,
    entering: bool,
) -> Result<ChildRendering, fmt::Error> {
    if entering {
        let NodeValue::Image(image) = &picture.data().value else { return Ok(ChildRendering::Skip) };
        context.cr()?;
        context.write_str("<figure class=\"picture\">")?;
        let language = context.user.language(picture);
        write_image(context, picture, image, &language)?;
        if !image.title.is_empty() {
            let language = context.user.attributes(context.user.captions.get(&place(picture)));
            write!(context, "<figcaption{language}>")?;
            context.escape(&image.title)?;
            context.write_str("</figcaption>")?;
        }
        context.write_str("</figure>\n")?;
    }
    Ok(ChildRendering::Skip)
}

/// A picture; `language` is that of its description when no block around it says one.
fn write_image(context: &mut Context<'_, '_, State>, node: Node<'_>, image: &NodeLink, language: &str) -> fmt::Result {
    context.write_str("<img src=\"")?;
    context.escape_href(&image.url)?;
    context.write_str("\" alt=\"")?;
    context.escape(&node.collect_text())?;
    context.write_str("\"")?;
    if let Some(Shown { size, srcset, .. }) = context.user.pictures.get(&image.url).cloned() {
        if let Some(srcset) = srcset {
            context.write_str(" srcset=\"")?;
            context.escape(&srcset)?;
            write!(context, "\" sizes=\"{SIZES}\"")?;
        }
        if let Some(size) = size {
            write!(context, " width=\"{}\" height=\"{}\"", size.width, size.height)?;
        }
    }
    // What a page begins with is seen at once.
    let begins = !context.user.has_lead
        && node.parent().is_some_and(|block| block.previous_sibling().is_none() && only_picture(block).is_some());
    let is_first = begins && node.parent().and_then(|block| block.parent()).is_some_and(|root| root.parent().is_none());
    let loading = if is_first { "" } else { " loading=\"lazy\"" };
    write!(context, "{language}{loading} decoding=\"async\">")
}

/// Makes HTML that a post brought along harmless: no scripts, styles, frames, forms or event handlers. Where it is read beside
/// the page, which then has an address, its own links lead where they lead on the page.
pub(super) fn sanitise(html: &str, own_page: &str) -> String {
    static CLEANER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(cleaner);
    match own_page.parse::<Url>() {
        Ok(page) => {
            let base = page.clone();
            cleaner()
                .url_relative(UrlRelative::RewriteWithBase(page))
                .attribute_filter(move |_, name, value| match name {
                    "srcset" => Some(complete_srcset(value, &base).into()),
                    _ => Some(value.into()),
                })
                .clean(html)
                .to_string()
        }
        Err(_) => CLEANER.clean(html).to_string(),
    }
}

/// The candidates of a `srcset` (HTML, section 4.8.4.2.1) with their addresses as they lead from a page.
fn complete_srcset(srcset: &str, page: &Url) -> String {
    let is_between = |c: char| c.is_ascii_whitespace() || c == ',';
    let (mut candidates, mut rest) = (Vec::new(), srcset.trim_start_matches(is_between));
    while !rest.is_empty() {
        let (written, after) = rest.split_at(rest.find(|c: char| c.is_ascii_whitespace()).unwrap_or(rest.len()));
        let address = written.trim_end_matches(',');
        let address = page.join(address).map_or_else(|_| address.to_owned(), String::from);
        // A comma right behind the address ends the candidate; else what it is good for stands before the next one.
        let (descriptor, next) =
            if written.ends_with(',') { ("", after) } else { after.split_once(',').unwrap_or((after, "")) };
        candidates.push(format!("{address} {}", descriptor.trim()).trim_end().to_owned());
        rest = next.trim_start_matches(is_between);
    }
    candidates.join(", ")
}

fn cleaner() -> ammonia::Builder<'static> {
    let mut cleaner = ammonia::Builder::default();
    cleaner
        .add_tags(["aside", "figure", "figcaption", "section"])
        .add_generic_attributes(["id", "class", "lang", "dir", "tabindex", "role", "aria-label"])
        .add_generic_attribute_prefixes(["data-footnote"])
        .add_tag_attributes("img", ["width", "height", "loading", "decoding", "srcset", "sizes"])
        .add_tag_attributes("th", ["scope"])
        .link_rel(None);
    cleaner
}
