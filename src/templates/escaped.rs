//! HTML that a template would show to readers as its source.

use handlebars::template::{Template, TemplateElement};

/// The names of what is HTML already: the text of a post, in pages and in mails.
const HTML: [&str; 2] = ["body_html", "html"];

/// The first place at which a template writes HTML as if it were text: what it writes, the line and the column, from 1.
pub(super) fn escaped_html(template: &Template) -> Option<(&str, usize, usize)> {
    template.elements.iter().enumerate().find_map(|(index, element)| match element {
        TemplateElement::Expression(written) => {
            let name = written.name.as_name()?;
            let is_html = name.rsplit(['.', '/']).next().is_some_and(|last| HTML.contains(&last));
            let (line, column) = template.mapping.get(index).map_or((1, 1), |place| (place.0, place.1));
            is_html.then_some((name, line, column))
        }
        TemplateElement::HelperBlock(block) => block.template.iter().chain(&block.inverse).find_map(escaped_html),
        TemplateElement::PartialBlock(partial) | TemplateElement::DecoratorBlock(partial) => {
            partial.template.as_ref().and_then(escaped_html)
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_is_found_wherever_it_is_written_as_text() {
        for (text, place) in [
            ("<p>\n{{page.body_html}}</p>", Some(("page.body_html", 2, 1))),
            ("{{#if page}}\n<i>{{mail.full.html}}</i>{{/if}}", Some(("mail.full.html", 2, 4))),
            ("{{#with page}}{{body_html}}{{/with}}", Some(("body_html", 1, 15))),
            ("{{{page.body_html}}} {{&page.body_html}} {{#if page.body_html}}x{{/if}} {{page.title.text}}", None),
        ] {
            assert_eq!(escaped_html(&Template::compile(text).unwrap()), place, "{text}");
        }
    }
}
