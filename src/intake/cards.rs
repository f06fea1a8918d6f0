//! What publishing systems make of links, pictures and code, made into plain HTML that says the same.

use dom_query::{Document, NodeRef};

use super::{
    embedded::{escaped, rewrite_embedded},
    lazy::rewrite_lazy,
    notes::rewrite_notes,
    raised::rewrite_raised,
    rubble::drop_rubble,
};

/// Cards that Ghost makes of links and files, and what is their title. Icons, authors and the like are nothing.
const CARDS: [(&str, &str); 3] = [
    (".kg-bookmark-card", ".kg-bookmark-title"),
    (".kg-file-card", ".kg-file-card-title"),
    (".kg-button-card", ".kg-btn"),
];

/// Boxes around an answer that is shown when its question is clicked, and around notes. Both would be taken for decoration.
const BOXES: &str = ".kg-toggle-card, .kg-toggle-content, div.footnote, div.footnote-content";

/// Forms that ask the reader to subscribe, with all that is around them.
const WIDGETS: &str = ".subscription-widget-wrap, .subscription-widget-wrap-editor, .subscription-widget";

/// Questions that readers answer by a click.
const POLLS: &str = ".poll-embed";

/// Boxes around pictures, which would be taken for decoration as they hold no words.
const GALLERIES: &str =
    "div.gallery, div.separator, div.kg-gallery-container, div.kg-gallery-row, div.kg-gallery-image, div.tiled-gallery";

/// Rewrites a document.
pub(super) fn rewrite_cards(document: &Document) {
    document.select(WIDGETS).remove();
    drop_rubble(document);
    // Nobody can vote here.
    document.select(POLLS).replace_with_html("<p>[poll]</p>");
    document.select("div.pullquote").rename("blockquote");
    rewrite_embedded(document);
    rewrite_callouts(document);
    rewrite_lazy(document);
    rewrite_notes(document);
    rewrite_links(document);
    rewrite_boxes(document);
    rewrite_captions(document);
    rewrite_code(document);
    rewrite_raised(document);
    document.select(GALLERIES).rename("section");
}

fn rewrite_links(document: &Document) {
    for (card, title) in CARDS {
        for card in document.select(card).iter() {
            let title = card.select(title).text();
            // A document may be rewritten twice, and a card then has no title any more.
            let address = card.select("a[href]").attr("href").filter(|_| !title.trim().is_empty());
            let Some(address) = address else { continue };
            card.set_html(format!("<a href=\"{}\">{}</a>", escaped(&address), escaped(&title)));
            card.rename("p");
        }
    }
}

/// A box with a little picture beside its text is a quote that begins with it.
fn rewrite_callouts(document: &Document) {
    for callout in document.select(".kg-callout-card").iter() {
        let text = callout.select(".kg-callout-text");
        if text.is_empty() {
            continue;
        }
        let sign = escaped(&callout.select(".kg-callout-emoji").text());
        callout.set_html(format!("<p>{sign} {}</p>", text.inner_html()));
        callout.rename("blockquote");
    }
}

fn rewrite_boxes(document: &Document) {
    for head in document.select(".kg-toggle-heading").nodes() {
        let question = head.descendants_it().find(|inner| inner.has_class("kg-toggle-heading-text"));
        if let Some(question) = question {
            question.remove_from_parent();
            head.replace_with(&question);
        }
    }
    document.select(BOXES).rename("section");
    // Who said it stands at the foot of a quote.
    document.select("blockquote footer").rename("p");
}

/// Blogger keeps a picture and the line below it in a table.
fn rewrite_captions(document: &Document) {
    for table in document.select("table.tr-caption-container").iter() {
        table.select("td.tr-caption").rename("figcaption");
        table.strip_elements(&["tbody", "tr", "td"]);
        table.rename("figure");
    }
}

/// Code that stands in a table, most often beside the numbers of its lines, as Pygments, Rouge, Hexo and Chroma make it.
fn rewrite_code(document: &Document) {
    for table in document.select("table").nodes() {
        if let Some(code) = code_of(*table) {
            code.remove_from_parent();
            table.replace_with(&code);
        }
    }
}

/// The code of a table that holds nothing else: that of its one cell, or that of all its lines.
fn code_of(table: NodeRef<'_>) -> Option<NodeRef<'_>> {
    let is_cell = |node: &NodeRef<'_>| node.has_name("td") || node.has_name("th");
    let cells: Vec<_> = table.descendants_it().filter(is_cell).filter(|cell| !cell.text().trim().is_empty()).collect();
    let is_numbers = |cell: &&NodeRef<'_>| cell.text().chars().all(|c| c.is_ascii_digit() || c.is_whitespace());
    let (numbers, mut others): (Vec<&NodeRef<'_>>, Vec<_>) = cells.iter().partition(is_numbers);
    // Code may be a number itself.
    if others.is_empty() {
        others.extend(numbers.last());
    }
    let codes: Option<Vec<_>> = others.iter().map(|cell| only_code(**cell)).collect();
    let codes = codes.filter(|codes| codes.len() < 2 || numbers.len() == codes.len())?;
    let (first, more) = codes.split_first()?;
    for line in more {
        let end = if first.text().ends_with('\n') { "" } else { "\n" };
        first.append_html(format!("{end}{}", line.inner_html()));
    }
    Some(*first)
}

/// The code of a cell in which there is nothing else.
fn only_code(cell: NodeRef<'_>) -> Option<NodeRef<'_>> {
    let code = cell.descendants_it().find(|inner| inner.has_name("pre"))?;
    (code.text().trim() == cell.text().trim()).then_some(code)
}

/// Adds the lines of code that an element shows.
pub(super) fn append_code(node: NodeRef<'_>, code: &mut String) {
    for child in node.children_it(false) {
        if child.is_text() {
            code.push_str(&child.text());
        } else if child.has_name("br") {
            code.push('\n');
        } else {
            append_code(child, code);
        }
    }
}

/// The language that code is in, if its element or one close around it says so.
pub(super) fn language_of(node: NodeRef<'_>) -> Option<String> {
    /// Further out, what is said belongs to something else.
    const AROUND: usize = 3;
    let said = |node: NodeRef<'_>| {
        let class = node.attr("class").map(|class| class.to_string()).unwrap_or_default();
        let heads = ["language-", "lang-", "highlight-source-"];
        let named = class.split_whitespace().find_map(|class| heads.iter().find_map(|head| class.strip_prefix(head)));
        // `brush: js` of SyntaxHighlighter.
        let brush = || class.split_once("brush:")?.1.split([' ', ';']).find(|name| !name.is_empty());
        let named =
            named.or_else(brush).map(str::to_owned).or_else(|| node.attr("data-lang").map(|name| name.to_string()));
        named.filter(|name| is_language(name))
    };
    let inner = node.descendants_it().filter(|inner| inner.has_name("code"));
    [node].into_iter().chain(inner).chain(node.ancestors_it(Some(AROUND))).find_map(said)
}

fn is_language(name: &str) -> bool {
    !matches!(name, "" | "plaintext" | "none" | "text")
        && name.chars().all(|c| c.is_ascii_alphanumeric() || "+#-_.".contains(c))
}

#[cfg(test)]
mod tests {
    use crate::intake::{html::read_html, markdown::render_markdown};

    #[test]
    fn what_systems_make_is_written_as_anything_else() {
        let base = "https://tuin.example/".parse().unwrap();
        for (html, text) in [
            (
                "<figure class='kg-card kg-bookmark-card'><a href='https://weer.example/?a=1&amp;b'><div><div class='kg-bookmark-title'>Het \
                 weer &amp; meer</div><img class='kg-bookmark-icon' src='/i.png'><span class='kg-bookmark-author'>KMI</span></div></a></figure>",
                "[Het weer & meer](https://weer.example/?a=1&b)\n",
            ),
            (
                "<div class='kg-card kg-file-card'><a href='/f.pdf'><div class='kg-file-card-title'>Zaaikalender</div></a></div>",
                "[Zaaikalender](https://tuin.example/f.pdf)\n",
            ),
            (
                "<table class='tr-caption-container'><tbody><tr><td><img src='/a.jpg'></td></tr>\
                 <tr><td class='tr-caption'>De taart</td></tr></tbody></table>",
                "![](https://tuin.example/a.jpg \"De taart\")\n",
            ),
            (
                "<div class='kg-card kg-toggle-card'><div class='kg-toggle-heading'><h4 class='kg-toggle-heading-text'>Vraag?</h4><button>+\
                 </button></div><div class='kg-toggle-content'><p>Antwoord!</p></div></div>",
                "#### Vraag?\n\nAntwoord!\n",
            ),
            (
                "<div class='kg-card kg-button-card'><a href='/les' class='kg-btn'>Kom mee</a></div>",
                "[Kom mee](https://tuin.example/les)\n",
            ),
            (
                "<div class='kg-card kg-callout-card'><div class='kg-callout-emoji'>💡</div><div class='kg-callout-text'>Neem <b>rust</b>.\
                 </div></div>",
                "> 💡 Neem **rust**.\n",
            ),
            ("a<div class='pullquote'><p>Rust.</p></div>b", "a\n\n> Rust.\n\nb\n"),
            ("a<div class='poll-embed'></div>b", "a\n\n[poll]\n\nb\n"),
            ("<blockquote><p>Los</p><footer>— Wie</footer></blockquote>", "> Los\n>\n> — Wie\n"),
            (
                "a<div class='subscription-widget-wrap'><div class='subscription-widget'><p>Abonneer</p></div></div>",
                "a\n",
            ),
            (
                "<div class='language-py highlight'><table><tr><td class='gutter'><pre>1\n2</pre></td><td class='code'><pre>x = 1<br>y = 2\
                 </pre></td></tr></table></div>",
                "```py\nx = 1\ny = 2\n```\n",
            ),
            (
                "<div class='highlight'><div class='chroma'><table class='lntable'><tr><td class='lntd'><pre><code><span class='lnt'>1\n</span>\
                 <span class='lnt'>2\n</span></code></pre></td><td class='lntd'><pre><code class='language-go'>x := 1\ny := 2</code></pre></td>\
                 </tr></table></div></div>",
                "```go\nx := 1\ny := 2\n```\n",
            ),
            ("<table><tr><td><pre>los\n  in tabel</pre></td></tr></table>", "```\nlos\n  in tabel\n```\n"),
            (
                "<table><tr><td>1</td><td><pre>a &lt; b</pre></td></tr><tr><td>2</td><td><pre>c</pre></td></tr></table>",
                "```\na < b\nc\n```\n",
            ),
            (
                "<table><tr><th>Taal<th>Zo<tr><td>Go<td><pre>x := 1\ny := 2</pre></table>",
                "| Taal | Zo |\n|---|---|\n| Go | `x := 1`<br>`y := 2` |\n",
            ),
            ("<table><tr><td><p>Zie:</p><pre>a\nb</pre></td></tr></table>", "Zie:\n\n```\na\nb\n```\n"),
            ("<pre><code class='language-js'>let a;</code></pre>", "```js\nlet a;\n```\n"),
            ("<pre class='brush: js; gutter: false'>let a;</pre>", "```js\nlet a;\n```\n"),
            ("<pre class='lang-a`b'>x</pre>", "```\nx\n```\n"),
            (
                "<figure><figure><img src='/a.jpg'><figcaption>A</figcaption></figure><figure><img src='/b.jpg'></figure></figure>",
                "![](https://tuin.example/a.jpg \"A\")\n\n![](https://tuin.example/b.jpg)\n",
            ),
        ] {
            assert_eq!(render_markdown(&read_html(html, Some(&base)).unwrap()), text, "{html}");
        }
    }
}
