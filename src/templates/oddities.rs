//! What a publication's own templates and style sheets have in them that works, though not as it was meant.

use std::path::Path;

use super::open_ends::OpenEnds;
use crate::diagnostic::Diagnostic;

/// What a page cannot have in it, as HTML writes it, and where that belongs. `serve` allows style and scripts in files
/// of their own only.
const INLINE: [(&str, &str, &str); 3] = [
    (
        "<style",
        "inline-style",
        "write it into a file such as `templates/assets/own.css`, and link to `{{url \"own.css\"}}`",
    ),
    (
        "<script",
        "inline-script",
        "write it into a file such as `templates/assets/own.js`, and name `{{url \"own.js\"}}` as its `src`",
    ),
    (" style=", "inline-style", "give the element a `class`, and write its rule into `templates/assets/site.css`"),
];

/// Says where something in a style sheet is never closed.
pub(super) fn check_style(file: &Path, css: &str) -> Option<Diagnostic> {
    let (at, closer) = OpenEnds::of(css).outermost()?;
    let message = "what begins here is closed nowhere, so all that follows counts as a part of it";
    let found = Diagnostic::warning(file, "open-block", message);
    let (line, column) = place_of(css, at);
    Some(found.at(line, column).help(format!("close it with `{closer}`")))
}

/// Says where a template of pages has style or a script in it that browsers leave out.
pub(super) fn check_inline(file: &Path, template: &str) -> Vec<Diagnostic> {
    let text = template.to_ascii_lowercase();
    let mut found = Vec::new();
    for (begin, code, help) in INLINE {
        for (at, _) in text.match_indices(begin) {
            let tag = text[at..].split('>').next().unwrap_or_default();
            // A file, or data that no browser runs.
            let is_fine = begin == "<script" && (tag.contains("src=") || tag.contains("json"));
            if !is_fine {
                let message = "browsers leave this out: the site allows style and scripts in files only";
                let (line, column) = place_of(template, at);
                found.push(Diagnostic::warning(file, code, message).at(line, column).help(help));
            }
        }
    }
    found
}

/// The line and the column of a place, each from 1.
fn place_of(text: &str, at: usize) -> (usize, usize) {
    let before = &text[..at];
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_never_closed_is_found_where_it_begins() {
        let found = check_style("site.css".as_ref(), "a { }\n.é { color: red;\nb { }\n").unwrap();
        assert_eq!((found.code, found.line, found.column), ("open-block", 2, 4));
        assert!(found.help.contains("`}`"), "{}", found.help);
        assert_eq!(check_style("site.css".as_ref(), "a { }\n"), None);
    }

    #[test]
    fn style_and_scripts_in_a_page_are_found_and_files_and_data_are_not() {
        let template = "<head>\n<STYLE>a{}</style>\n<p style=\"x\" class=y>\n<script>\n1</script>\n\
                        <script src=\"/x.js\"></script><script type=\"application/ld+json\">{}</script>\n\
                        <link rel=\"stylesheet\" href=\"/x.css\">";
        let mut found = check_inline("page/post.hbs".as_ref(), template);
        found.sort();
        let found: Vec<_> = found.iter().map(|found| (found.code, found.line, found.column)).collect();
        assert_eq!(found, [("inline-style", 2, 1), ("inline-style", 3, 3), ("inline-script", 4, 1)]);
    }
}
