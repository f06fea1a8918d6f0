//! What publishing systems make of links, pictures and code, made into plain HTML that says the same.

use dom_query::{Document, NodeRef};

/// Cards that Ghost makes of links and files, and what is their title. Icons, authors and the like are nothing.
const CARDS: [(&str, &str); 2] =
    [(".kg-bookmark-card", ".kg-bookmark-title"), (".kg-file-card", ".kg-file-card-title")];

/// Boxes around pictures, which would be taken for decoration as they hold no words.
const GALLERIES: &str =
    "div.gallery, div.separator, div.kg-gallery-container, div.kg-gallery-row, div.kg-gallery-image, div.tiled-gallery";

/// The code in tables that number its lines, as Pygments, Rouge and Hexo make them.
const NUMBERED_CODE: &str = "td.code pre, td.rouge-code pre";

/// Rewrites a document.
pub(super) fn rewrite_cards(document: &Document) {
    rewrite_links(document);
    rewrite_captions(document);
    rewrite_code(document);
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

/// Blogger keeps a picture and the line below it in a table.
fn rewrite_captions(document: &Document) {
    for table in document.select("table.tr-caption-container").iter() {
        table.select("td.tr-caption").rename("figcaption");
        table.strip_elements(&["tbody", "tr", "td"]);
        table.rename("figure");
    }
}

fn rewrite_code(document: &Document) {
    let code = document.select(NUMBERED_CODE);
    let table_of =
        |code: &NodeRef<'_>| code.ancestors_it(None).find(|outer| outer.has_name("table")).map(|table| table.id);
    let tables: Vec<_> = code.nodes().iter().map(table_of).collect();
    for (at, code) in code.nodes().iter().enumerate() {
        let Some(table) = code.ancestors_it(None).find(|outer| outer.has_name("table")) else { continue };
        // Where each line has its own cell, all of them are needed.
        let around = tables.iter().skip(at.saturating_sub(1)).take(3);
        if around.filter(|other| **other == Some(table.id)).count() == 1 {
            code.remove_from_parent();
            table.replace_with(code);
        }
    }
}

fn escaped(text: &str) -> String {
    text.trim().replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
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
        let named = named.map(str::to_owned).or_else(|| node.attr("data-lang").map(|name| name.to_string()));
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
                "<div class='language-py highlight'><table><tr><td class='gutter'><pre>1\n2</pre></td><td class='code'><pre>x = 1<br>y = 2\
                 </pre></td></tr></table></div>",
                "```py\nx = 1\ny = 2\n```\n",
            ),
            ("<pre><code class='language-js'>let a;</code></pre>", "```js\nlet a;\n```\n"),
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
