//! By what the articles of one feed are told from each other.

use std::collections::{HashMap, HashSet};

use url::Url;

use super::{
    article::{Article, fingerprint},
    feed::Item,
    prose::words_of,
};

/// Leaves each article of a feed only what none of the others is known by. Podcasts name the address of their site for
/// all episodes, and blogs of links that of somebody else's page, perhaps twice: neither says which article it is.
pub(super) fn tell_apart(items: &mut [Item]) {
    let mut seen = HashSet::new();
    let mut claims: HashMap<String, usize> = HashMap::new();
    for Item { article, .. } in &*items {
        // An article that stands there twice is one.
        if seen.insert((article.origins.clone(), article.title.clone(), words_in(article))) {
            article.origins.iter().for_each(|origin| *claims.entry(origin.clone()).or_default() += 1);
        }
    }
    for Item { article, page } in items {
        let says_nothing = |origin: &String| is_front(origin) || claims.get(origin).is_some_and(|times| *times > 1);
        let (shared, own): (Vec<_>, Vec<_>) = std::mem::take(&mut article.origins).into_iter().partition(says_nothing);
        article.origins = own;
        for address in shared.iter().filter(|address| address.starts_with("http") && !is_front(address)) {
            let doubt = format!("several articles there lead to {address}, so this one is not known again by that");
            article.doubts.push(doubt);
        }
        // What stands there is the text of none of them.
        *page = page.take().filter(|page| !shared.iter().any(|address| address == page.as_str()));
        if article.origins.is_empty() && !shared.is_empty() {
            let said = [shared.join(" "), article.title.clone().unwrap_or_default(), format!("{:?}", article.date)];
            article.origins.push(fingerprint(&said.join("\n")));
        }
    }
}

fn words_in(article: &Article) -> String {
    fingerprint(&article.parts.iter().map(words_of).collect::<Vec<_>>().join(" "))
}

/// Whether an address is that of a whole site.
fn is_front(origin: &str) -> bool {
    let url = origin.parse::<Url>().ok().filter(|url| matches!(url.scheme(), "http" | "https"));
    url.is_some_and(|url| url.path() == "/" && url.query().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::prose::{Part, line_of};

    fn item(title: &str, origins: &[&str]) -> Item {
        let article = Article {
            title: Some(title.into()),
            origins: origins.iter().map(|origin| (*origin).into()).collect(),
            parts: vec![Part::Paragraph(line_of("Tekst."))],
            ..Article::default()
        };
        let page = origins.iter().find_map(|origin| origin.parse().ok()).filter(|page: &Url| page.scheme() == "https");
        Item { article, page }
    }

    #[test]
    fn what_several_articles_name_identifies_none() {
        let mut items = [
            item("Een", &["tag:1", "https://a.example/gedeeld"]),
            item("Twee", &["tag:2", "https://a.example/gedeeld"]),
            item("Drie", &["https://a.example/"]),
            item("Vier", &["https://a.example/vier"]),
            item("Vier", &["https://a.example/vier"]),
        ];
        tell_apart(&mut items);
        let origins: Vec<_> = items.iter().map(|item| item.article.origins.join(" ")).collect();
        assert_eq!(origins[..2], ["tag:1", "tag:2"]);
        assert!(origins[2].starts_with("text:"), "{origins:?}");
        assert_eq!(origins[3..], ["https://a.example/vier", "https://a.example/vier"]);
        let doubts: Vec<_> = items.iter().map(|item| item.article.doubts.len()).collect();
        assert_eq!(doubts, [1, 1, 0, 0, 0]);
        let pages: Vec<_> = items.iter().map(|item| item.page.is_some()).collect();
        assert_eq!(pages, [false, false, false, true, true]);
    }
}
