//! What pages show by other means than words and pictures, as words.

use dom_query::{Document, NodeRef};
use serde_json::Value;

/// Formulas of Substack, which a script draws.
const LATEX: &str = "div.latex-rendered[data-attrs]";

/// Programs of GitHub that a script shows.
const GISTS: &str = "script[src^='https://gist.github.com/']";

/// Rewrites formulas to their source, which is what somebody can write, and scripts that show something to links.
pub(super) fn rewrite_embedded(document: &Document) {
    for formula in document.select("math").nodes() {
        let source = source_of(*formula);
        formula.replace_with_html(format!("<code>{}</code>", escaped(&source)));
    }
    for formula in document.select(LATEX).nodes() {
        let told = formula.attr("data-attrs").and_then(|told| serde_json::from_str::<Value>(&told).ok());
        if let Some(source) = told.as_ref().and_then(|told| told["persistentExpression"].as_str()) {
            formula.replace_with_html(format!("<pre><code class=\"language-latex\">{}</code></pre>", escaped(source)));
        }
    }
    for script in document.select(GISTS).nodes() {
        let src = script.attr("src").unwrap_or_default();
        let page = src.split('?').next().unwrap_or_default().trim_end_matches(".js");
        script.replace_with_html(format!("<p><a href=\"{0}\">{0}</a></p>", escaped(page)));
    }
}

/// A formula as it was written in LaTeX (MathML 3, section 5.1), or as it is read out, or its letters.
fn source_of(formula: NodeRef<'_>) -> String {
    let is_source = |node: &NodeRef<'_>| {
        node.has_name("annotation")
            && node.attr("encoding").is_some_and(|kind| kind.to_ascii_lowercase().contains("tex"))
    };
    let source = formula.descendants_it().find(is_source).map(|node| node.text().to_string());
    let said = || formula.attr("alttext").map(|said| said.to_string());
    let source = source.or_else(said).unwrap_or_else(|| formula.text().to_string());
    source.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text in HTML.
pub(super) fn escaped(text: &str) -> String {
    text.trim().replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use crate::intake::{html::read_html, markdown::render_markdown};

    #[test]
    fn formulas_and_programs_stay_as_what_was_written() {
        for (html, text) in [
            (
                "<p>Met <math><semantics><mrow><mi>a</mi></mrow><annotation encoding='application/x-tex'>a^2 < b</annotation></semantics>\
                 </math> rust</p>",
                "Met `a^2 < b` rust\n",
            ),
            ("<p><math alttext='a plus b'><mi>a</mi></math></p>", "`a plus b`\n"),
            ("<p><math><mi>a</mi><mo>+</mo><mi>b</mi></math></p>", "`a+b`\n"),
            (
                "a<div class='latex-rendered' data-attrs='{\"persistentExpression\":\"\\\\frac{a}{b}\",\"id\":\"X\"}'></div>b",
                "a\n\n```latex\n\\frac{a}{b}\n```\n\nb\n",
            ),
            (
                "a<script src='https://gist.github.com/an/1f.js?file=x'></script>",
                "a\n\nhttps://gist.github.com/an/1f\n",
            ),
        ] {
            assert_eq!(render_markdown(&read_html(html, None).unwrap()), text, "{html}");
        }
    }
}
