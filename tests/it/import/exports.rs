//! What publishing systems put into their exports, feeds and pages beside the text.

use postduif::intake::Permission;

use super::{
    Garden,
    lost::{feed_of, import, page_of},
    png,
    site::{Reply, Site},
};

#[test]
fn notes_below_a_page_are_footnotes_whatever_made_them() {
    let garden = Garden::open(Permission::default());
    let text = "<p>Zin met noot<sup id=\"fnref:1\"><a href=\"#fn:1\" class=\"footnote\" role=\"doc-noteref\">1</a></sup> erin.</p>\
        <div class=\"footnotes\" role=\"doc-endnotes\"><ol><li id=\"fn:1\" role=\"doc-endnote\"><p>De noot. <a href=\"#fnref:1\" \
        class=\"reversefootnote\" role=\"doc-backlink\">&#8617;</a></p></li></ol></div>";
    import(&garden, "noot.html", &page_of("Noten", "", text));
    let body = garden.post("noten").body;
    assert!(body.contains("Zin met noot[^1] erin.") && body.contains("[^1]: De noot.\n"), "{body}");
    let text = "<p>Zin met noot<sup data-fn=\"a\" class=\"fn\"><a href=\"#a\" id=\"a-link\">1</a></sup> erin.</p>\
        <ol class=\"wp-block-footnotes\"><li id=\"a\">De noot. <a href=\"#a-link\">↩︎</a></li></ol>";
    import(&garden, "noot.xml", &feed_of("Noot", "", text));
    assert_eq!(garden.post("noot").body, "\nZin met noot[^1] erin.\n\n[^1]: De noot.\n");
}

/// An item of an export of WordPress.
fn item(title: &str, kind: &str, state: &str, more: &str) -> String {
    format!(
        "<item><title><![CDATA[{title}]]></title><link>https://oud.example/{title}/</link><dc:creator>mieke-a</dc:creator>\
         <guid isPermaLink=\"false\">https://oud.example/?p={title}</guid><description></description>{more}\
         <wp:post_type><![CDATA[{kind}]]></wp:post_type><wp:status><![CDATA[{state}]]></wp:status></item>\n"
    )
}

#[test]
fn an_export_of_wordpress_tells_what_nobody_could_read() {
    let garden = Garden::open(Permission::default());
    let text = |html: &str| format!("<content:encoded><![CDATA[{html}]]></content:encoded>");
    let impossible =
        "<pubDate>Wed, 30 Nov -0001 00:00:00 +0000</pubDate><wp:post_date>2023-02-02 10:00:00</wp:post_date>";
    let classic = text(
        "Een regel\nen nog een.\n\nTweede alinea, zie <em>prei</em>.\n\n<ul>\n<li>mest</li>\n<li>water</li>\n</ul>\n[gallery ids=\"5,6\"]\n\n\
         https://www.youtube.com/watch?v=zzz\n\nSlot.",
    );
    let items = [
        item(
            "Prei",
            "post",
            "publish",
            &format!(
                "{classic}<excerpt:encoded><![CDATA[Over <b>prei</b>.]]></excerpt:encoded>\
              <pubDate>Mon, 02 Jan 2023 09:00:00 +0000</pubDate>"
            ),
        ),
        item("Kladje", "post", "draft", &(text("<p>Nog niet af.</p>") + impossible)),
        item("foto.jpg", "attachment", "inherit", &text("")),
        item("Contact", "page", "publish", &text("<p>Kom langs.</p>")),
        item("Besloten", "post", "private", &text("<p>Alleen voor ons.</p>")),
        item("Weg", "post", "trash", &text("<p>Weggegooid.</p>")),
        item("menu", "nav_menu_item", "publish", &text("")),
        item("Slot", "post", "publish", &(text("<p>Achter slot.</p>") + "<wp:post_password>x</wp:post_password>")),
    ];
    let export = format!(
        "<?xml version=\"1.0\"?>\n<rss version=\"2.0\" xmlns:wp=\"http://wordpress.org/export/1.2/\" \
         xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:excerpt=\"http://wordpress.org/export/1.2/excerpt/\"><channel><title>Oud</title><link>https://oud.example</link>\
         <wp:wxr_version>1.2</wp:wxr_version><wp:author><wp:author_login>mieke-a</wp:author_login>\
         <wp:author_display_name><![CDATA[Mieke Aerts]]></wp:author_display_name></wp:author>\n{}</channel></rss>",
        items.concat()
    );
    let report = import(&garden, "export.xml", &export);
    let found: Vec<_> = report.imported.iter().map(|one| one.slug.as_str()).collect();
    assert_eq!(found, ["prei", "kladje", "contact", "besloten", "slot"], "{report:#?}");
    let passed: Vec<_> = report.left_out.iter().map(|one| (one.line, one.beginning.as_str())).collect();
    assert_eq!(passed, [(18, "foto.jpg (attachment)"), (21, "Weg (trash)"), (22, "menu (nav_menu_item)")]);
    let leek = garden.post("prei");
    let body = "\nEen regel<br>en nog een.\n\nTweede alinea, zie *prei*.\n\n- mest\n- water\n\n[gallery ids=\"5,6\"]\n\n\
                https://www.youtube.com/watch?v=zzz\n\nSlot.\n";
    assert_eq!((leek.body.as_str(), leek.summary.as_deref()), (body, Some("Over prei.")));
    assert_eq!(leek.authors, ["mieke"]);
    let review = leek.review.join("\n");
    assert!(review.contains("[gallery]") && review.contains("was shown: https://www.youtube.com"), "{review}");
    for (slug, told) in [
        ("kladje", "it was a draft there"),
        ("kladje", "-0001"),
        ("contact", "it was a page there"),
        ("besloten", "it was private there"),
        ("slot", "it had a password there"),
    ] {
        let review = garden.post(slug).review;
        assert!(review.iter().any(|line| line.contains(told)), "{slug}: {review:?}");
    }
    assert!(garden.post("kladje").date.to_rfc3339().starts_with("2023-02-0"), "{}", garden.post("kladje").date);
}

#[test]
fn what_medium_and_ghost_put_around_a_text_stays_there() {
    let garden = Garden::open(Permission::default());
    let text = "<p class=\"pw-post-body-paragraph\">Elke ochtend wandel ik drie kilometer door het bos achter ons huis, en dan drink \
                ik koffie.</p>".repeat(6);
    let medium = format!(
        "<html><head><meta name=\"author\" content=\"Mieke Aerts\"></head><body><nav>Open in app</nav><article><div>\
         <h1 data-testid=\"storyTitle\">Waarom ik wandel</h1><h2 class=\"pw-subtitle-paragraph\">En jij misschien ook</h2>\
         <div><a href=\"/@mieke\">Mieke Aerts</a> · <a>Follow</a></div><div><span>5 min read</span> · <span>Jan 1, 2025</span></div>\
         <div>--</div><div>12</div><div>Listen</div><div>Share</div>{text}<ul><li>Goede schoenen</li></ul></div></article></body></html>"
    );
    import(&garden, "medium.html", &medium);
    let post = garden.post("waarom-ik-wandel");
    assert_eq!((post.summary.as_deref(), &post.authors[..]), (Some("En jij misschien ook"), &["mieke".to_owned()][..]));
    for gone in ["Follow", "min read", "--", "12", "Listen", "Share", "misschien"] {
        assert!(!post.body.contains(gone), "{gone}: {}", post.body);
    }
    assert!(post.body.contains("- Goede schoenen"), "{}", post.body);
    let ghost = format!(
        "<html><head><title>Magnesium</title><meta property=\"article:tag\" content=\"Voeding\"><script type=\"application/ld+json\">\
         {{\"@type\":\"Article\",\"author\":{{\"name\":\"Mieke Aerts\"}}}}</script></head><body><main><article \
         class=\"gh-article\"><header><a class=\"gh-article-tag\" href=\"/tag/voeding/\">Voeding</a><h1>Magnesium</h1>\
         <p class=\"gh-article-excerpt\">Alles in vier minuten.</p><div class=\"gh-article-meta\"><h4>Mieke Aerts</h4><span>— 4 min read</span></div></header><section class=\"gh-content\">{text}\
         <div class=\"kg-card kg-callout-card\"><div class=\"kg-callout-emoji\">💡</div><div class=\"kg-callout-text\">Neem nooit \
         <b>meer</b>.</div></div>{text}</section></article></main></body></html>"
    );
    import(&garden, "ghost.html", &ghost.replace(" class=\"pw-post-body-paragraph\"", ""));
    let post = garden.post("magnesium");
    assert_eq!(post.summary.as_deref(), Some("Alles in vier minuten."));
    assert!(post.body.contains("\n> 💡 Neem nooit **meer**.\n"), "{}", post.body);
    assert_eq!(post.authors, ["mieke"]);
    for gone in ["Voeding", "vier minuten", "Mieke", "min read"] {
        assert!(!post.body.contains(gone), "{gone}: {}", post.body);
    }
    assert!(post.review.iter().any(|line| line.contains("filed under \"Voeding\"")), "{:?}", post.review);
}

#[test]
fn the_picture_above_an_article_of_ghost_is_its_lead() {
    let site = Site::open();
    let garden = Garden::open(site.permission());
    site.put("/roos.png", Reply::Is("image/png", png()));
    let lead = "<figure class=\"article-image\"><img srcset=\"/klein.png 300w, /roos.png 2000w\" src=\"/roos.png\" alt=\"Een roos\">\
                <figcaption>In mei</figcaption></figure>";
    site.put_text("/rozen", "text/html", &page_of("Rozen", "", lead));
    garden.import(&site.address("/rozen"));
    let post = garden.post("rozen");
    let image = post.image.as_ref().unwrap();
    assert_eq!(
        (image.src.as_str(), image.alt.as_str(), image.caption.as_deref()),
        ("roos.png", "Een roos", Some("In mei"))
    );
    assert!(!post.body.contains("roos.png") && !post.review.iter().any(|line| line.contains("roos.png")), "{post:#?}");
    site.put_text("/weg", "text/html", &page_of("Weg", "", &lead.replace("/roos.png", "/weg.png")));
    garden.import(&site.address("/weg"));
    let post = garden.post("weg");
    assert!(post.image.is_none() && post.body.starts_with("\n[In mei]("), "{post:#?}");
}

#[test]
fn quotes_polls_and_buttons_of_a_letter_are_told_apart() {
    let garden = Garden::open(Permission::default());
    let button = |to: &str| {
        format!(
            "<p class=\"button-wrapper\"><a class=\"button\" href=\"https://brief.example/{to}\"><span>Klik</span></a></p>"
        )
    };
    let text = format!(
        "<p>Slapen is goed.</p><div class=\"pullquote\"><p>Slaap is geen luxe.</p></div><div class=\"poll-embed\"></div>{}{}{}",
        button("subscribe"),
        button("p/slaap?utm_source=x&amp;action=share"),
        button("boek")
    );
    import(&garden, "brief.xml", &feed_of("Slaap", "", &text));
    let post = garden.post("slaap");
    let body = "\nSlapen is goed.\n\n> Slaap is geen luxe.\n\n[poll]\n\n[Klik](https://brief.example/boek)\n";
    assert_eq!(post.body, body);
    assert!(post.review.iter().any(|line| line.contains("in their place: [poll]")), "{:?}", post.review);
}

#[test]
fn lines_with_a_dash_are_a_list_and_the_review_says_so() {
    let garden = Garden::open(Permission::default());
    let text =
        "Dit is nodig.<br />- mest<br />- water<br /><span style=\"font-weight: bold;\">Vet kopje</span><br />Slot.";
    import(&garden, "rozen.xml", &feed_of("Rozen", "", text));
    let post = garden.post("rozen");
    assert_eq!(post.body, "\nDit is nodig.\n\n- mest\n- water\n\n**Vet kopje**<br>Slot.\n");
    assert!(post.review.iter().any(|line| line.contains("were taken for lists")), "{:?}", post.review);
}
