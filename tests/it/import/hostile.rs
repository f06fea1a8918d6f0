//! What is meant to break an importer costs one article at most.

use std::fmt::Write as _;

use super::{
    Garden,
    site::{Reply, Site},
};

fn feed(items: &str) -> String {
    format!("<rss version=\"2.0\"><channel><title>x</title>{items}</channel></rss>")
}

#[test]
fn a_page_that_would_become_too_deep_or_too_big_is_refused() {
    let site = Site::open();
    let garden = Garden::open(site.permission());
    for (path, html, why) in [
        ("/diep", "<div>".repeat(10_000), "nested more than"),
        ("/veel", "<p>a</p>".repeat(100_000), "more than 60000 elements"),
        ("/nadruk", "<b><p>".repeat(10_000), "emphasis"),
        ("/leeg", "<html><body></body></html>".to_owned(), "article"),
        ("/niets", String::new(), "article"),
        ("/bytes", "\0\u{1}\u{2}PK".to_owned(), "neither a feed"),
    ] {
        site.put(path, Reply::Is("text/html", html.into_bytes()));
        let report = garden.import(&site.address(path));
        assert!(report.failed.first().is_some_and(|failed| failed.reason.contains(why)), "{path}: {report:#?}");
    }
}

#[test]
fn a_page_that_is_as_deep_as_may_be_is_read() {
    let site = Site::open();
    let garden = Garden::open(site.permission());
    for (number, (begin, end)) in
        [("<div>", "</div>"), ("<ul><li>", "</ul>"), ("<blockquote>", "</blockquote>"), ("<span>", "</span>")]
            .into_iter()
            .enumerate()
    {
        let html = format!("<p>Boven.</p>{}<p>Diep in de grond.</p>{}", begin.repeat(190), end.repeat(190));
        let item = format!(
            "<item><title>Wortel</title><guid>{number}</guid><description><![CDATA[{html}]]></description></item>"
        );
        site.put_text("/feed", "text/xml", &feed(&item));
        let report = garden.import(&site.address("/feed"));
        assert_eq!((report.imported.len(), report.failed.len()), (1, 0), "{begin}: {report:#?}");
        let post = garden.post(report.imported[0].slug.as_str());
        assert!(post.body.contains("Diep in de grond."), "{begin}");
    }
}

#[test]
fn a_tag_with_more_attributes_than_anybody_can_compare_costs_its_page_alone() {
    let site = Site::open();
    let garden = Garden::open(site.permission());
    let attributes: String = (0..20_000).map(|number| format!("a{number} ")).collect();
    let signs = "<".repeat(500_000);
    for (path, html) in [("/kenmerken", format!("<p {attributes}>Tekst</p>")), ("/tekens", format!("<rss>{signs}"))] {
        site.put(path, Reply::Is("text/html", html.into_bytes()));
        let report = garden.import(&site.address(path));
        assert_eq!(report.imported.len() + report.failed.len(), 1, "{report:#?}");
    }
}

#[test]
fn one_bad_article_of_a_feed_stops_no_other() {
    let site = Site::open();
    let garden = Garden::open(site.permission());
    let deep = "&lt;div&gt;".repeat(5_000);
    let items = format!(
        "<item><title>Diep</title><guid>1</guid><description>{deep}x</description></item>\
         <item><title>Leeg</title><guid>2</guid></item>\
         <item><title>Goed</title><guid>3</guid><description>Zaai in rijen.</description></item>"
    );
    site.put_text("/feed", "text/xml", &feed(&items));
    let report = garden.import(&site.address("/feed"));
    assert_eq!(report.imported.iter().map(|one| one.slug.as_str()).collect::<Vec<_>>(), ["goed"]);
    assert_eq!(report.failed.len(), 2, "{report:#?}");
}

#[test]
fn a_feed_of_ten_thousand_articles_is_imported_whole() {
    let site = Site::open();
    let garden = Garden::open(site.permission());
    let mut items = String::new();
    for number in 0..10_000 {
        let _ = write!(
            items,
            "<item><title>Rij {number}</title><guid>{number}</guid><description>Wied ze.</description></item>"
        );
    }
    site.put_text("/feed", "text/xml", &feed(&items));
    let order = |limit| postduif::intake::Order {
        sources: vec![site.address("/feed").parse().unwrap()],
        dry_run: false,
        limit,
    };
    let first = garden.obey(&order(300));
    assert_eq!((first.imported.len(), first.left), (300, 9_700));
    let rest = garden.obey(&postduif::intake::Order { dry_run: true, ..order(20_000) });
    assert_eq!((rest.imported.len(), rest.skipped.len(), rest.left), (9_700, 300, 0));
}

#[test]
fn a_bomb_of_entities_does_not_go_off() {
    let site = Site::open();
    let garden = Garden::open(site.permission());
    let mut bomb = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY e0 \"boem boem boem boem\">".to_owned();
    for level in 1..12 {
        let _ = write!(bomb, "<!ENTITY e{level} \"{}\">", format!("&e{};", level - 1).repeat(10));
    }
    let item = "<item><title>Bom</title><guid>1</guid><description>Kort &e11; stuk.</description></item>";
    site.put_text("/feed", "text/xml", &format!("{bomb}]>{}", feed(item)));
    garden.import(&site.address("/feed"));
    assert!(garden.files().values().all(|bytes| bytes.len() < 10_000));
}

#[test]
fn front_matter_holds_whatever_a_title_says() {
    let site = Site::open();
    let garden = Garden::open(site.permission());
    let title = "--- draft: false # &quot;'\\ : [x] {y} | &gt; \u{202e}om\u{85}\u{2028} * &amp;a !b %c @d `e`";
    let item = format!(
        "<item><title>{title}</title><guid>1\n---\ndraft: false</guid><category>x</category>\
         <description>---\ndraft: false\n---\n{{{{ x }}}} &lt;p&gt;# Kop&lt;/p&gt; - [x]: y</description></item>"
    );
    site.put_text("/feed", "text/xml", &feed(&item));
    let report = garden.import(&site.address("/feed"));
    let post = garden.post(report.imported[0].slug.as_str());
    assert!(post.draft);
    assert!(post.title.starts_with("--- draft: false # \"'\\ : [x] {y} | > om"), "{}", post.title);
    assert_eq!(post.imported_from, [format!("1 --- draft: false in {}", site.address("/feed"))]);
    let texts: Vec<_> = post.blocks.iter().skip(1).map(|block| block.text.as_str()).collect();
    assert_eq!(texts, ["--- draft: false --- {{ x }}", "# Kop", "- [x]: y"]);
}
