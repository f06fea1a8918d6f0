//! The body of a variant as HTML: the Dutch tree gives the structure, the variant the words.
//!
//! Each translated block is parsed as a small document of its own, and its inline content is grafted
//! under the Dutch block it translates. So no translation can break a list, a table or a footnote,
//! and every block that stands in another language than the page says so (WCAG 2.2, 3.1.2).

use std::{
    collections::HashMap,
    fmt::{self, Write as _},
    sync::LazyLock,
};

use comrak::{
    Arena,
    html::{ChildRendering, Context, format_document_with_formatter, format_node_default},
    nodes::{AlertType, AstNode, Node, NodeLink, NodeValue, TableAlignment},
    options::Plugins,
};

use super::pictures::Size;
use crate::{
    locale::Locale,
    posts::{
        Post,
        markdown::{self, Kind, Leaf, is_relative, only_picture, post_link},
    },
    translation::{Resolved, Variant},
};

/// A body and its headings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Body {
    /// Sanitised HTML.
    pub(super) html: String,
    /// The headings that a table of contents lists.
    pub(super) headings: Vec<BodyHeading>,
}

/// One heading of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct BodyHeading {
    /// Its `id`, made from the Dutch text: the same place has the same address in every language.
    pub(super) id: String,
    /// Its text, plain.
    pub(super) text: String,
    /// The language of the text.
    pub(super) locale: Locale,
    /// 2 for a section, 3 for one inside it.
    pub(super) level: u8,
}

/// What a body refers to, answered by whoever knows the site.
pub(super) trait Surroundings {
    /// The address of another post for this reader, if it has one.
    fn post_url(&self, slug: &str) -> Option<String>;
    /// The address and size of a picture that lies beside the post.
    fn picture(&self, name: &str) -> (String, Option<Size>);
    /// The title of a callout that has none of its own.
    fn callout_title(&self, kind: &str) -> String;
}

/// Renders the body of `post` with the words of `variant`.
pub(super) fn render_body(post: &Post, variant: &Variant, around: &impl Surroundings) -> Body {
    let arena = Arena::new();
    let root = markdown::parse_markdown(&arena, &post.body);
    let notes = footnote_numbers(root);
    let (languages, headings) = graft_variant(&arena, root, post, variant, &notes);
    number_footnotes(root, &notes);
    let sizes = point_links(root, around);
    let raw_html = markdown::has_raw_html(root);
    let mut options = markdown::options();
    options.render.r#unsafe = raw_html;
    let page = variant.locale.clone();
    let titles = CALLOUTS.map(|kind| around.callout_title(kind));
    let state =
        State { page, languages, anchors: headings.iter().map(|(at, h)| (*at, h.id.clone())).collect(), titles, sizes };
    let mut html = String::with_capacity(post.body.len() * 2);
    // Writing to a string cannot fail.
    let _ = format_document_with_formatter(root, &options, &mut html, &Plugins::default(), write_node, state);
    let html = if raw_html { sanitise(&html) } else { html };
    Body { html, headings: headings.into_iter().map(|(_, heading)| heading).collect() }
}

/// The place of a block in the Dutch text: line and column, which no two blocks share.
type Place = (usize, usize);

fn place(node: Node<'_>) -> Place {
    let start = node.data().sourcepos.start;
    (start.line, start.column)
}

/// Puts the words of the variant into the Dutch tree. Gives the blocks that are in another language
/// than the page, and the headings.
fn graft_variant<'a>(
    arena: &'a Arena<'a>,
    root: Node<'a>,
    post: &Post,
    variant: &Variant,
    notes: &HashMap<String, u32>,
) -> (HashMap<Place, Locale>, Vec<(Place, BodyHeading)>) {
    let stubs = stub_definitions(&post.body, notes);
    let mut languages = HashMap::new();
    let mut headings = Vec::new();
    let mut anchors: HashMap<String, u32> = HashMap::new();
    let leaves = markdown::translatable_leaves(root, &post.body);
    let front = variant.blocks.len().saturating_sub(leaves.len());
    for ((leaf, dutch), resolved) in leaves.iter().zip(&variant.blocks[front..]) {
        let anchor = (leaf.kind == Kind::Heading).then(|| anchor(&leaf.node.collect_text(), &mut anchors));
        if resolved.text != *dutch {
            graft(arena, leaf, &resolved.text, &stubs);
        }
        if !variant.is_own(resolved) {
            languages.insert(place(leaf.node), resolved.locale.clone());
        }
        if let (Some(id), NodeValue::Heading(heading)) = (anchor, &mut leaf.node.data_mut().value) {
            // The title is the page's only heading of level 1.
            heading.level = heading.level.max(2);
            headings.push((leaf, id, heading.level, resolved));
        }
    }
    let headings =
        headings.into_iter().map(|(leaf, id, level, resolved)| (place(leaf.node), heading(leaf, id, level, resolved)));
    (languages, headings.collect())
}

fn heading(leaf: &Leaf<'_>, id: String, level: u8, resolved: &Resolved) -> BodyHeading {
    BodyHeading { id, text: leaf.node.collect_text(), locale: resolved.locale.clone(), level }
}

fn graft<'a>(arena: &'a Arena<'a>, leaf: &Leaf<'a>, text: &str, stubs: &str) {
    match (leaf.kind, &mut leaf.node.data_mut().value) {
        (Kind::Caption, NodeValue::Image(image)) => {
            text.clone_into(&mut image.title);
            return;
        }
        (Kind::CalloutTitle, NodeValue::Alert(alert)) => {
            alert.title = Some(text.to_owned());
            return;
        }
        _ => {}
    }
    for child in leaf.node.children().collect::<Vec<_>>() {
        child.detach();
    }
    if leaf.kind == Kind::Alt {
        leaf.node.append(arena.alloc(AstNode::from(NodeValue::Text(text.to_owned().into()))));
        return;
    }
    let root = markdown::parse_markdown(arena, &format!("{text}\n\n{stubs}"));
    let Some(paragraph) = root.first_child() else { return };
    for child in paragraph.children().collect::<Vec<_>>() {
        leaf.node.append(child);
    }
    if leaf.kind != Kind::Cell {
        let is_break = |node: &Node<'a>| matches!(&node.data().value, NodeValue::HtmlInline(tag) if tag == "<br>");
        for tag in leaf.node.descendants().filter(is_break).collect::<Vec<_>>() {
            tag.data_mut().value = NodeValue::LineBreak;
        }
    }
}

/// What a block parsed on its own needs to find its links and footnotes.
fn stub_definitions(body: &str, notes: &HashMap<String, u32>) -> String {
    let mut stubs = markdown::reference_definitions(body);
    for name in notes.keys() {
        let _ = write!(stubs, "\n\n[^{name}]: -");
    }
    stubs
}

/// The number of each footnote in the Dutch text; translations keep it.
fn footnote_numbers(root: Node<'_>) -> HashMap<String, u32> {
    let notes = root.descendants().filter_map(|node| match &node.data().value {
        NodeValue::FootnoteReference(note) => Some((note.name.clone(), note.ix)),
        _ => None,
    });
    notes.collect()
}

/// Numbers the references of each footnote anew, in the order they stand in now.
fn number_footnotes(root: Node<'_>, numbers: &HashMap<String, u32>) {
    let mut seen: HashMap<String, u32> = HashMap::new();
    for node in root.descendants() {
        if let NodeValue::FootnoteReference(note) = &mut node.data_mut().value {
            let nth = seen.entry(note.name.clone()).or_default();
            *nth += 1;
            note.ref_num = *nth;
            note.ix = numbers.get(&note.name).copied().unwrap_or(note.ix);
        }
    }
}

/// Turns links to posts and pictures beside the post into addresses. Gives the sizes of the pictures.
fn point_links(root: Node<'_>, around: &impl Surroundings) -> HashMap<String, Size> {
    let mut sizes = HashMap::new();
    for node in root.descendants() {
        match &mut node.data_mut().value {
            NodeValue::Link(link) => {
                if let Some((slug, at)) = post_link(&link.url)
                    && let Some(url) = around.post_url(slug)
                {
                    link.url = at.map_or(url.clone(), |at| format!("{url}#{at}"));
                }
            }
            NodeValue::Image(image) if is_relative(&image.url) => {
                let (url, size) = around.picture(&image.url);
                sizes.extend(size.map(|size| (url.clone(), size)));
                image.url = url;
            }
            _ => {}
        }
    }
    sizes
}

/// The kinds of callout, in the order of [`callout_index`].
const CALLOUTS: [&str; 5] = ["note", "tip", "important", "warning", "caution"];

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
struct State {
    page: Locale,
    languages: HashMap<Place, Locale>,
    anchors: HashMap<Place, String>,
    titles: [String; CALLOUTS.len()],
    sizes: HashMap<String, Size>,
}

impl State {
    /// The attributes of a block: its language when that is not the page's.
    fn language(&self, node: Node<'_>) -> String {
        let attributes = |locale: &Locale| {
            let direction = locale.direction();
            let dir = (direction != self.page.direction()).then(|| format!(" dir=\"{}\"", direction.as_str()));
            format!(" lang=\"{locale}\"{}", dir.unwrap_or_default())
        };
        self.languages.get(&place(node)).map(attributes).unwrap_or_default()
    }
}

fn write_node(
    context: &mut Context<'_, '_, State>,
    node: Node<'_>,
    entering: bool,
) -> Result<ChildRendering, fmt::Error> {
    match &node.data().value {
        NodeValue::Paragraph => match only_picture(node) {
            Some(picture) => write_figure(context, picture, entering),
            None => write_paragraph(context, node, entering),
        },
        NodeValue::Heading(heading) => write_heading(context, node, heading.level, entering),
        NodeValue::Table(_) => write_table(context, node, entering),
        NodeValue::TableCell => write_cell(context, node, entering),
        NodeValue::Alert(alert) => {
            write_callout(context, node, callout_index(alert.alert_type), alert.title.as_deref(), entering)
        }
        NodeValue::Image(image) if entering => {
            write_image(context, node, image)?;
            Ok(ChildRendering::Skip)
        }
        NodeValue::Image(_) => Ok(ChildRendering::Skip),
        _ => format_node_default(context, node, entering),
    }
}

fn write_paragraph(
    context: &mut Context<'_, '_, State>,
    node: Node<'_>,
    entering: bool,
) -> Result<ChildRendering, fmt::Error> {
    let language = context.user.language(node);
    if language.is_empty() {
        return format_node_default(context, node, entering);
    }
    let list = node.parent().and_then(|item| item.parent());
    let tight = list.is_some_and(|list| matches!(&list.data().value, NodeValue::List(list) if list.tight));
    if tight {
        // A paragraph of a tight list has no element of its own to carry the language.
        if entering {
            write!(context, "<span{language}>")?;
        } else {
            context.write_str("</span>")?;
        }
    } else if entering {
        context.cr()?;
        write!(context, "<p{language}>")?;
    } else {
        return format_node_default(context, node, entering);
    }
    Ok(ChildRendering::HTML)
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

fn write_table(
    context: &mut Context<'_, '_, State>,
    node: Node<'_>,
    entering: bool,
) -> Result<ChildRendering, fmt::Error> {
    if entering {
        context.cr()?;
        // A wide table scrolls inside its own box, which keyboards must be able to reach.
        context.write_str("<div class=\"table\" tabindex=\"0\">")?;
        return format_node_default(context, node, entering);
    }
    let rendering = format_node_default(context, node, entering)?;
    context.write_str("</div>")?;
    context.lf()?;
    Ok(rendering)
}

fn write_cell(
    context: &mut Context<'_, '_, State>,
    node: Node<'_>,
    entering: bool,
) -> Result<ChildRendering, fmt::Error> {
    let in_head = node.parent().is_some_and(|row| matches!(row.data().value, NodeValue::TableRow(true)));
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
        write_image(context, picture, image)?;
        if !image.title.is_empty() {
            let language = context.user.language(picture);
            write!(context, "<figcaption{language}>")?;
            context.escape(&image.title)?;
            context.write_str("</figcaption>")?;
        }
        context.write_str("</figure>\n")?;
    }
    Ok(ChildRendering::Skip)
}

fn write_image(context: &mut Context<'_, '_, State>, node: Node<'_>, image: &NodeLink) -> fmt::Result {
    context.write_str("<img src=\"")?;
    context.escape_href(&image.url)?;
    context.write_str("\" alt=\"")?;
    context.escape(&node.collect_text())?;
    context.write_str("\"")?;
    if let Some(size) = context.user.sizes.get(&image.url).copied() {
        write!(context, " width=\"{}\" height=\"{}\"", size.width, size.height)?;
    }
    let language = context.user.language(node);
    write!(context, "{language} loading=\"lazy\" decoding=\"async\">")
}

/// An `id` for a heading: its words in lower case with hyphens, and a number if it stands there twice.
fn anchor(text: &str, seen: &mut HashMap<String, u32>) -> String {
    let words: String = text.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let id = words.split_whitespace().collect::<Vec<_>>().join("-");
    let id = if id.is_empty() { "deel".to_owned() } else { id };
    let count = seen.entry(id.clone()).or_default();
    *count += 1;
    if *count == 1 { id } else { format!("{id}-{count}") }
}

/// Makes HTML that a post brought along harmless: no scripts, styles, frames, forms or event handlers.
fn sanitise(html: &str) -> String {
    static CLEANER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
        let mut cleaner = ammonia::Builder::default();
        cleaner
            .add_tags(["aside", "figure", "figcaption", "section"])
            .add_generic_attributes(["id", "class", "lang", "dir", "tabindex"])
            .add_generic_attribute_prefixes(["data-footnote"])
            .add_tag_attributes("img", ["width", "height", "loading", "decoding"])
            .add_tag_attributes("th", ["scope"])
            .link_rel(None);
        cleaner
    });
    CLEANER.clean(html).to_string()
}
