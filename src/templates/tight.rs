//! Templates without the blanks that only their writers need.

use handlebars::template::{HelperTemplate, Template, TemplateElement};

/// In these blanks mean something.
const VERBATIM: [&str; 2] = ["<pre", "<textarea"];

/// Takes away what stands before the words of each line, and lines on which nothing stands. A line still ends where it
/// ended, so that no two words grow together. A template with text in which blanks mean something stays as it is.
pub(super) fn tighten(template: &mut Template) {
    if !has_verbatim(template) {
        tighten_from(template, true);
    }
}

/// The same from a place in the text; says whether a line begins after it.
fn tighten_from(template: &mut Template, mut begins: bool) -> bool {
    for element in &mut template.elements {
        begins = match element {
            TemplateElement::RawString(text) => {
                *text = tight(text, begins);
                if text.is_empty() { begins } else { text.ends_with('\n') }
            }
            TemplateElement::HelperBlock(block) => {
                let HelperTemplate { template, inverse, .. } = &mut **block;
                let inner = template.iter_mut().chain(inverse);
                // What stands in it may be left out.
                inner.fold(begins, |still, inner| tighten_from(inner, begins) && still)
            }
            TemplateElement::Comment(_) => begins,
            _ => false,
        };
    }
    begins
}

/// What a writer puts before a line to show how deep it stands; a single blank may stand between two words.
const INDENT: &str = "  ";

fn tight(text: &str, begins: bool) -> String {
    let mut tight = String::with_capacity(text.len());
    for (nth, line) in text.split('\n').enumerate() {
        let is_first = nth == 0;
        if !(is_first || tight.ends_with('\n') || tight.is_empty() && begins) {
            tight.push('\n');
        }
        let is_indented = !is_first || begins && line.starts_with(INDENT);
        tight.push_str(if is_indented { line.trim_start_matches([' ', '\t']) } else { line });
    }
    tight
}

fn has_verbatim(template: &Template) -> bool {
    template.elements.iter().any(|element| match element {
        TemplateElement::RawString(text) => VERBATIM.iter().any(|tag| text.contains(tag)),
        TemplateElement::HelperBlock(block) => block.template.iter().chain(&block.inverse).any(has_verbatim),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use handlebars::Handlebars;
    use serde_json::json;

    use super::*;

    fn rendered(text: &str) -> String {
        let mut template = Template::compile(text).unwrap();
        tighten(&mut template);
        let mut registry = Handlebars::new();
        registry.register_template("it", template);
        registry.render("it", &json!({ "words": "  a\n\n  b", "list": [1, 2] })).unwrap()
    }

    #[test]
    fn what_is_said_stays_and_the_blanks_before_it_go() {
        let text = "<ul>\n  {{#each list}}\n    <li>\n\n      {{this}} <b>x</b>  y\n    </li>\n  {{/each}}\n</ul>\n   {{words}}\n";
        assert_eq!(rendered(text), "<ul>\n<li>\n1 <b>x</b>  y\n</li>\n<li>\n2 <b>x</b>  y\n</li>\n</ul>\n  a\n\n  b\n");
        assert_eq!(rendered("<p>\n{{#each list}} {{this}}{{/each}}  {{words}}</p>"), "<p>\n 1 2    a\n\n  b</p>");
        let verbatim = "<p>\n  {{#if list}}<pre>\n  a</pre>{{/if}}\n</p>";
        assert_eq!(rendered(verbatim), "<p>\n  <pre>\n  a</pre>\n</p>");
    }
}
