//! What is wrong in the publication, on a page for whoever runs it.

use axum::{extract::State, response::Html};

use super::Desk;
use crate::{
    diagnostic::{Diagnostic, count},
    templates::escape_html,
    workflows::Look,
};

/// What the last publish found, newest state of the files first.
pub(super) async fn problems(State(desk): State<Desk>) -> Html<String> {
    Html(render_problems(&desk.content().problems.last()))
}

/// No template: readers never see it.
fn render_problems(look: &Look) -> String {
    let at = look.at.map_or_else(|| "never".to_owned(), |at| at.format("%F %T UTC").to_string());
    let failure = look.failure.iter().map(|failure| {
        format!(
            "<p role=\"alert\"><strong>Nothing could be published; the last site is served.</strong> {}</p>\n",
            escape_html(failure)
        )
    });
    let found = || look.configuration.iter().chain(&look.workflows).chain(&look.diagnostics);
    let items = found().map(render_item);
    let errors = found().filter(|found| found.is_error()).count();
    let sum = format!("{}, {}", count(errors, "error"), count(found().count() - errors, "warning"));
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <meta http-equiv=\"refresh\" content=\"5\">\n<title>Problems: {sum}</title>\n<h1>Problems</h1>\n\
         <p>Last published: {at}. {sum}.</p>\n{}<ul>\n{}</ul>\n\
         <p>What a publish does not look at, such as where links lead and which texts a language lacks, \
         <code>postduif check</code> tells.</p>\n</html>\n",
        failure.collect::<String>(),
        items.collect::<String>(),
    )
}

fn render_item(found: &Diagnostic) -> String {
    let kind = if found.is_error() { "error" } else { "warning" };
    let place = format!("{}:{}:{}", found.file.display(), found.line, found.column);
    let [place, message, help] = [&place, &found.message, &found.help].map(|text| escape_html(text));
    format!(
        "<li><code>{place}</code> <strong>{kind}</strong>: {message}<br>{help} <small>({})</small></li>\n",
        found.code
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_said_with_its_place_and_nothing_of_it_becomes_html() {
        let found = Diagnostic::error("posts/a.md".as_ref(), "bad-title", "no <b>title</b>").at(2, 3).help("write one");
        let look = Look { failure: Some("cannot <read>".to_owned()), diagnostics: vec![found], ..Look::default() };
        let page = render_problems(&look);
        assert!(page.contains("<code>posts/a.md:2:3</code> <strong>error</strong>: no &lt;b&gt;title"), "{page}");
        assert!(page.contains("1 error, 0 warnings") && page.contains("cannot &lt;read&gt;"), "{page}");
    }
}
