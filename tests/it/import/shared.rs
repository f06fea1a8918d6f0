//! What several articles of a feed have in common, what comes with them that is no text, and what is no article.

use postduif::intake::{Permission, Report};

use super::{
    Garden,
    lost::import,
    png,
    site::{Reply, Site},
    slugs,
};

fn rss(items: &str) -> String {
    format!(
        "<rss version=\"2.0\" xmlns:media=\"http://search.yahoo.com/mrss/\"><channel><title>Oud</title>\
         <link>https://oud.example/</link>{items}</channel></rss>"
    )
}

/// An article with a title, its other elements, and a text.
fn item(title: &str, more: &str) -> String {
    format!(
        "<item><title>{title}</title>{more}<description>&lt;p&gt;Over {title} valt veel te zeggen.&lt;/p&gt;</description></item>"
    )
}

fn reviews(report: &Report, word: &str) -> Vec<bool> {
    report.imported.iter().map(|one| one.review.iter().any(|doubt| doubt.contains(word))).collect()
}

#[test]
fn articles_that_lead_to_one_address_are_several() {
    let garden = Garden::open(Permission::default());
    let guid = |id: &str, link: &str| format!("<guid isPermaLink=\"false\">{id}</guid><link>{link}</link>");
    let items = [
        item("Aflevering een", &guid("afl-1", "https://oud.example/")),
        item("Aflevering twee", &guid("afl-2", "https://oud.example/")),
        item("Gelezen", &guid("gelezen-1", "https://krant.example/stuk")),
        item("Weer gelezen", &guid("gelezen-2", "https://krant.example/stuk")),
        item("Zonder naam", "<link>https://oud.example/</link>"),
        item("Ook zonder", "<link>https://oud.example/</link>"),
        item("Twee keer", "<link>https://oud.example/twee</link>"),
        item("Twee keer", "<link>https://oud.example/twee</link>"),
    ];
    let all =
        ["aflevering-een", "aflevering-twee", "gelezen", "weer-gelezen", "zonder-naam", "ook-zonder", "twee-keer"];
    let report = import(&garden, "feed.xml", &rss(&items.concat()));
    assert_eq!(slugs(&report), all, "{report:#?}");
    assert_eq!(reviews(&report, "https://krant.example/stuk"), [false, false, true, true, false, false, false]);
    let twice: Vec<_> = report.skipped.iter().map(|one| (one.from.as_str(), one.post.as_str(), one.is_twice)).collect();
    assert_eq!(twice, [("https://oud.example/twee", "twee-keer", true)]);

    let next = item("Aflevering drie", &guid("afl-3", "https://oud.example/"));
    let again = import(&garden, "feed.xml", &rss(&(next.clone() + &items.concat())));
    assert_eq!((slugs(&again), again.skipped.len()), (vec!["aflevering-drie"], 8), "{again:#?}");
    let alone = import(&garden, "feed.xml", &rss(&next));
    assert_eq!((slugs(&alone), alone.skipped.len()), (vec![], 1), "one alone is known by its id");
    let safe = import(&garden, "feed.xml", &rss(&items[6].replace("https://oud", "http://oud")));
    assert!(slugs(&safe).is_empty(), "an address is the same in the clear: {safe:#?}");
}

#[test]
fn a_title_of_rss_is_read_as_it_was_meant() {
    let garden = Garden::open(Permission::default());
    let titles = [
        ("<![CDATA[Jan &amp; Piet]]>", "Jan & Piet"),
        ("Tom &amp;#38; Jerry&amp;#8217;s huis", "Tom & Jerry’s huis"),
        ("&lt;em&gt;Rust&lt;/em&gt; roest", "Rust roest"),
        ("Vijf &lt; zes &amp; zeven", "Vijf < zes & zeven"),
        ("Het teken &lt;b&gt; in HTML", "Het teken <b> in HTML"),
    ];
    let items = titles.iter().zip(1..).map(|((title, _), nth)| item(title, &format!("<guid>tag:{nth}</guid>")));
    let report = import(&garden, "feed.xml", &rss(&items.collect::<String>()));
    let read: Vec<_> = report.imported.iter().map(|one| one.title.as_str()).collect();
    assert_eq!(read, titles.map(|(_, read)| read));
    assert_eq!(slugs(&report)[..2], ["jan-en-piet", "tom-en-jerrys-huis"]);
}

#[test]
fn what_comes_with_an_article_stays_as_a_link_or_above_it() {
    let site = Site::open();
    site.put("/f/een", Reply::Is("image/png", png()));
    let garden = Garden::open(site.permission());
    let sound = "https://oud.example/afl.mp3";
    let picture = site.address("/f/een");
    let items = [
        item("Aflevering", &format!("<guid>tag:1</guid><enclosure url=\"{sound}\" length=\"9\" type=\"audio/mpeg\"/>")),
        item("Beeld", &format!("<guid>tag:2</guid><media:content url=\"{picture}\" medium=\"image\"/>")),
    ];
    let report = import(&garden, "feed.xml", &rss(&items.concat()));
    assert!(garden.read("posts/aflevering.md").ends_with(&format!("\n\n{sound}\n")), "{report:#?}");
    assert_eq!(reviews(&report, "came with it"), [true, false]);
    assert!(garden.read("posts/beeld/index.md").contains("](een.png)"));

    let json = format!(
        "{{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Oud\",\"language\":\"fr\",\"items\":[{{\"id\":\"urn:x\",\
         \"url\":\"https://oud.example/x\",\"external_url\":\"https://krant.example/y\",\"title\":\"Los\",\"content_text\":\"Kort.\",\
         \"banner_image\":\"{picture}\",\"attachments\":[{{\"url\":\"https://oud.example/a.mp3\",\"mime_type\":\"audio/mpeg\"}}]}}]}}"
    );
    let report = import(&garden, "feed.json", &json);
    let text = garden.read("posts/los/index.md");
    for there in ["](een.png)", "\nhttps://oud.example/a.mp3\n", "\nhttps://krant.example/y\n"] {
        assert!(text.contains(there), "{there}: {text}");
    }
    assert_eq!(reviews(&report, "its language is fr"), [true]);
}

#[test]
fn the_picture_the_notes_and_the_shared_blocks_of_wordpress_come_along() {
    let site = Site::open();
    site.put("/f/roos.png", Reply::Is("image/png", png()));
    let garden = Garden::open(site.permission());
    let picture = site.address("/f/roos.png");
    let meta = |key: &str, value: &str| {
        format!(
            "<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value><![CDATA[{value}]]></wp:meta_value></wp:postmeta>"
        )
    };
    let post = |id: u32, title: &str, kind: &str, html: &str, more: &str| {
        format!(
            "<item><title>{title}</title><guid isPermaLink=\"false\">https://oud.example/?p={id}</guid>\
             <content:encoded><![CDATA[{html}]]></content:encoded><wp:post_id>{id}</wp:post_id><wp:post_type>{kind}</wp:post_type>\
             <wp:status>publish</wp:status>{more}</item>\n"
        )
    };
    let html = "<!-- wp:paragraph --><p>Rozen<sup data-fn=\"n-1\" class=\"fn\"><a href=\"#n-1\" id=\"n-1-link\">1</a></sup> bloeien.</p>\
                <!-- /wp:paragraph -->\n<!-- wp:block {\"ref\":9} /-->\n<!-- wp:footnotes /-->";
    let notes = meta("footnotes", "[{\"content\":\"In <em>juni</em>.\",\"id\":\"n-1\"}]");
    let alt = meta("_wp_attachment_image_alt", "Een rode roos");
    let file = format!("<wp:attachment_url>{picture}</wp:attachment_url>");
    let small =
        format!("<p>Prei</p><img src=\"{}\" alt=\"Een roos\">", picture.replace("roos.png", "roos-300x200.png"));
    let export = format!(
        "<rss version=\"2.0\" xmlns:wp=\"http://wordpress.org/export/1.2/\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">\
         <channel><title>Oud</title><wp:wxr_version>1.2</wp:wxr_version>{}{}{}{}</channel></rss>",
        post(1, "Rozen", "post", html, &(notes + &meta("_thumbnail_id", "7"))),
        post(2, "Prei", "post", &small, &meta("_thumbnail_id", "7")),
        post(7, "roos.png", "attachment", "", &(file + &alt)),
        post(9, "Blok", "wp_block", "<p>Kom eens kijken.</p>", ""),
    );
    let report = import(&garden, "export.xml", &export);
    assert_eq!(slugs(&report), ["rozen", "prei"], "{report:#?}");
    let rose = garden.post("rozen");
    let image = rose.image.unwrap();
    assert_eq!((image.src.as_str(), image.alt.as_str()), ("roos.png", "Een rode roos"));
    assert_eq!(rose.body, "\nRozen[^1] bloeien.\n\nKom eens kijken.\n\n[^1]: In *juni*.\n");
    assert!(garden.post("prei").image.is_none(), "the text shows it already");
}

#[test]
fn a_copy_of_blogger_brings_its_articles_alone() {
    let garden = Garden::open(Permission::default());
    let kind = |kind: &str| {
        format!(
            "<category scheme=\"http://schemas.google.com/g/2005#kind\" term=\"http://schemas.google.com/blogger/2008/kind#{kind}\"/>"
        )
    };
    let entry = |id: u32, title: &str, more: &str| {
        format!(
            "<entry><id>tag:blogger.com,1999:{id}</id>{more}<title type=\"text\">{title}</title><updated>2020-05-06T10:00:00Z</updated>\
             <content type=\"html\">&lt;p&gt;Over {title}.&lt;/p&gt;</content></entry>\n"
        )
    };
    let draft =
        kind("post") + "<app:control xmlns:app=\"http://purl.org/atom/app#\"><app:draft>yes</app:draft></app:control>";
    let answer =
        "<thr:in-reply-to xmlns:thr=\"http://purl.org/syndication/thread/1.0\" ref=\"tag:blogger.com,1999:2\"/>";
    let entries = [
        entry(1, "Blogsjabloon", &kind("template")),
        entry(2, "Prei", &kind("post")),
        entry(3, "Kladje", &draft),
        entry(4, "Mooi!", &(kind("comment") + answer)),
        entry(5, "Eens", answer),
        entry(6, "Over kopieën", "<blogger:type>POST</blogger:type>").replace(
            "type=\"html\">&lt;p&gt;",
            "type=\"html\"><![CDATA[<category term=\"x/kind#comment\"/><thr:in-reply-to/><app:draft>yes</app:draft>]]>&lt;p&gt;",
        ),
        entry(7, "Eens, nieuw", "<blogger:type>COMMENT</blogger:type>"),
    ];
    let feed = format!(
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:blogger=\"http://schemas.google.com/blogger/2018\"><title>Oud</title>\n{}</feed>",
        entries.concat()
    );
    let report = import(&garden, "blog.xml", &feed);
    assert_eq!(slugs(&report), ["prei", "kladje", "over-kopieen"], "{report:#?}");
    let told: Vec<_> = report.left_out.iter().map(|one| (one.line, one.beginning.as_str())).collect();
    assert_eq!(told, [(2, "Blogsjabloon (template)"), (5, "Mooi! (comment, and 2 more)")]);
    assert_eq!(reviews(&report, "it was a draft there"), [false, true, false]);
    assert_eq!(reviews(&report, "changed last"), [true, true, true]);
    assert_eq!(reviews(&report, "filed under"), [false, false, false], "{report:#?}");
}

#[test]
fn a_post_in_markdown_is_none_to_import() {
    let garden = Garden::open(Permission::default());
    let report = import(&garden, "hugo.md", "+++\ntitle = \"Rozen\"\ndate = 2019-05-03\n+++\n\nTekst over rozen.\n");
    assert!(report.failed[0].reason.contains("put it into posts/"), "{report:#?}");
}
