//! What an import could lose: addresses of sources, articles with the id of another, bylines, pictures.

use std::fs;

use postduif::intake::{Order, Permission, Report};

use super::{
    Garden, png,
    site::{Reply, Site},
};

/// A paragraph that is long enough for a page.
const TEXT: &str =
    "<p>Wie in de herfst blad op zijn bedden legt, heeft in het voorjaar losse grond, vol met wormen.</p>";

/// Imports what stands in a file of this name.
pub(super) fn import(garden: &Garden, name: &str, content: &str) -> Report {
    let file = garden.path().join(name);
    fs::write(&file, content).unwrap();
    garden.import(file.to_str().unwrap())
}

/// Sources as `text | doi | pmid | url`.
fn sources(garden: &Garden, slug: &str) -> Vec<String> {
    let told = garden.post(slug).sources.into_iter().map(|source| {
        let [doi, pmid, url] = [source.doi, source.pmid, source.url].map(Option::unwrap_or_default);
        format!("{} | {doi} | {pmid} | {url}", source.text)
    });
    told.collect()
}

#[test]
fn the_addresses_of_sources_come_along_from_pages_feeds_and_texts() {
    let garden = Garden::open(Permission::default());
    let list = "<h2>Bronnen</h2><ol><li><a href=\"https://zaad.example/prei\">Prei door het jaar</a></li>\
                <li>Maes J. <a href=\"https://doi.org/10.5555/ui.7\">Uien</a>, 2012. \
                <a href=\"https://pubmed.ncbi.nlm.nih.gov/990011/\">PubMed</a> <a href=\"https://zaad.example/ui\">Naar de bron</a></li></ol>";
    let notes = "<ol class=\"wp-block-footnotes\"><li id=\"n1\">Een noot bij de tekst. <a href=\"#r1\">↩︎</a></li></ol>";
    let expected = [
        "Prei door het jaar |  |  | https://zaad.example/prei",
        "Maes J. Uien, 2012. | 10.5555/ui.7 | 990011 | https://zaad.example/ui",
    ];
    let page = format!("<html><body><article><h1>Prei</h1>{}{list}{notes}</article></body></html>", TEXT.repeat(6));
    import(&garden, "prei.html", &page);
    assert_eq!(sources(&garden, "prei"), expected);
    assert!(garden.post("prei").body.contains("Een noot bij de tekst."));
    let feed = format!(
        "<rss version=\"2.0\"><channel><title>T</title><item><title>Ui</title><guid>9</guid><description><![CDATA[{TEXT}{list}]]>\
         </description></item></channel></rss>"
    );
    import(&garden, "feed.xml", &feed);
    assert_eq!(sources(&garden, "ui"), expected);
    let dump = "Look in de tuin\n\nKnoflook gaat in oktober de grond in.\n\nDoor Mieke Aerts\n\nBronnen\n\
                - Look door het jaar (https://zaad.example/look), en meer\n";
    import(&garden, "dump.txt", dump);
    let expected = "Look door het jaar (https://zaad.example/look), en meer |  |  | https://zaad.example/look";
    assert_eq!(sources(&garden, "look-in-de-tuin"), [expected]);
}

#[test]
fn an_id_that_is_no_address_counts_only_in_its_own_feed() {
    let garden = Garden::open(Permission::default());
    let feed = |head: &str, id: &str, title: &str| {
        format!(
            "{{\"version\":\"https://jsonfeed.org/version/1.1\",{head},\"items\":[\
             {{\"id\":\"{id}\",\"title\":\"{title}\",\"content_html\":\"<p>Zaai ze in maart, en dun ze uit.</p>\"}}]}}"
        )
    };
    let count = |report: &Report| (report.imported.len(), report.skipped.len());
    let one = feed("\"title\":\"Tuin\",\"home_page_url\":\"https://tuin.example/\"", "1", "Erwten");
    assert_eq!(count(&import(&garden, "een.json", &one)), (1, 0));
    let moved = feed("\"title\":\"Andere naam\",\"home_page_url\":\"https://tuin.example/\"", "1", "Erwten");
    assert_eq!(count(&import(&garden, "een-kopie.json", &moved)), (0, 1));
    let other = feed("\"title\":\"Tuin\",\"home_page_url\":\"https://ander.example/\"", "1", "Bonen");
    assert_eq!(count(&import(&garden, "ander.json", &other)), (1, 0));
    for (title, new) in [("Blad", 1), ("Blad", 0), ("Ander blad", 1)] {
        let nameless = feed(&format!("\"title\":\"{title}\""), "1", "Bieten");
        assert_eq!(import(&garden, "titel.json", &nameless).imported.len(), new, "{title}");
    }
    let everywhere = |title: &str| feed(&format!("\"title\":\"{title}\""), "tag:tuin.example,2020:1", "Radijs");
    assert_eq!(count(&import(&garden, "tag.json", &everywhere("Een"))), (1, 0));
    assert_eq!(count(&import(&garden, "tag.json", &everywhere("Twee"))), (0, 1));
}

/// Sentences enough for an article in a text.
fn prose() -> String {
    let sentence = "Wie in de herfst een laag blad op zijn bedden legt, heeft in het voorjaar losse grond. ";
    format!("{}\n\n{}", sentence.repeat(4).trim(), sentence.repeat(3).trim())
}

#[test]
fn a_byline_is_understood_however_it_is_written() {
    let garden = Garden::open(Permission::default());
    for (nth, (head, foot)) in [
        ("Mieke Aerts\n11/09/24\n5 min leestijd\n\n", ""),
        ("Mieke Aerts · 11/09/24 · 5 min leestijd\n\n", ""),
        ("Door Mieke Aerts\n11/09/24\n\n", ""),
        ("\n11 september 2024\n\n", "\n\nMieke Aerts\n\nLees post"),
        ("\n5 min\n\n", "\n\nMieke Aerts 11/09/24"),
        ("\nDoor: Mieke Aerts | 11/09/24 | 5 min lezen\n\n", ""),
        ("\n", "\n\nMieke Aerts\n\n11/09/24\n"),
        ("\n", "\n\nMieke Aerts, tuinier\n11/09/24\n\nBronnen\n1. Prei. 2017. PMID: 990011\n\nLees post"),
        ("\n", "\n\nAuteur: Mieke Aerts\nDatum: 11/09/24\n\n5 min\n"),
        ("\n", "\n\nDoor Mieke Aerts - 11/09/24"),
        ("\nGepubliceerd op 11 september 2024 door Mieke Aerts\n\n", ""),
    ]
    .into_iter()
    .enumerate()
    {
        let title = format!("Blad op bed {nth}");
        let text = prose().replace("bedden", &format!("bedden van tuin {nth}"));
        let report = import(&garden, &format!("blad-{nth}.txt"), &format!("{title}\n{head}{text}{foot}"));
        let [draft] = &report.imported[..] else { panic!("{head}{foot}: {report:#?}") };
        assert_eq!((draft.title.as_str(), &draft.date[..10]), (title.as_str(), "2024-09-11"), "{head}{foot}");
        assert_eq!(draft.authors, ["mieke"], "{head}{foot}");
        let body = garden.post(draft.slug.as_str()).body;
        for gone in ["Mieke", "2024", "11/09", "min", "##", "tuinier"] {
            assert!(!body.contains(gone), "{head}{foot}: {body}");
        }
    }
    let above = import(&garden, "boven.txt", &format!("Mieke Aerts\n11/09/24\nMulch in mei\n\n{}", prose()));
    assert_eq!((above.imported[0].title.as_str(), &above.imported[0].date[..10]), ("Mulch in mei", "2024-09-11"));
    let guest = format!("Mulch in juni\nJuni 2025 · Bo de l'Île · 3 minuten lezen\n\n{}", prose());
    let guest = &import(&garden, "gast.txt", &guest).imported[0];
    assert!(guest.date.starts_with("2025-06-01") && !guest.review.iter().any(|line| line.contains("published")));
    assert!(guest.review.iter().any(|line| line.contains("\"Bo de l'Île\" is not listed")), "{:?}", guest.review);
}

#[test]
fn the_dates_above_the_parts_of_a_chronicle_are_its_headings() {
    let garden = Garden::open(Permission::default());
    let months: String =
        ["Maart 2025", "April 2025", "Mei 2025"].iter().map(|month| format!("{month}\n\n{}\n\n", prose())).collect();
    let report = import(&garden, "jaar.txt", &format!("Een jaar in de tuin\n\n{months}"));
    let body = garden.post(report.imported[0].slug.as_str()).body;
    assert!(["## Maart 2025", "## April 2025", "## Mei 2025"].iter().all(|heading| body.contains(heading)), "{body}");
}

#[test]
fn a_short_article_comes_in_if_it_bears_the_signs_of_one() {
    let garden = Garden::open(Permission::default());
    let dump = "Blog\nHome Over ons Contact\n\nWaarom mest helpt\nMieke Aerts\n11/09/24\n5 min leestijd\n\n\
                Mest voedt de grond, en de grond voedt de prei.\n\nBronnen:\nPeeters W. Mest. 2017.\n\nLees post\n\n\
                Water in juli\nJuni 2025\n3 minuten lezen\n\nGiet in de ochtend, en giet dan veel.\n\nBron: https://zaad.example/water\n\n\
                Deel dit artikel\nFacebook Twitter\n";
    let report = import(&garden, "kort.txt", dump);
    let found: Vec<_> = report.imported.iter().map(|one| (one.slug.as_str(), &one.date[..10])).collect();
    assert_eq!(found, [("waarom-mest-helpt", "2024-09-11"), ("water-in-juli", "2025-06-01")], "{report:#?}");
    assert!(report.imported.iter().all(|one| one.review.iter().any(|line| line.starts_with("it is short"))));
    assert_eq!(garden.post("waarom-mest-helpt").body, "\nMest voedt de grond, en de grond voedt de prei.\n");
    assert_eq!(garden.post("water-in-juli").sources[0].url.as_deref(), Some("https://zaad.example/water"));
    let refused = import(&garden, "niets.txt", "Kom spitten\n\nWij wachten op u.\n");
    assert!(refused.failed[0].reason.contains("80 words"), "{refused:#?}");
}

#[test]
fn what_wordpress_adds_to_its_feeds_stays_there() {
    let garden = Garden::open(Permission::default());
    let pointer = "<p>Het bericht <a href=\"https://tuin.example/prei\">Prei</a> verscheen eerst op <a href=\"https://tuin.example\">Tuin</a>.</p>";
    let feed = format!(
        "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>T</title>\
         <item><title>Prei</title><guid>1</guid><description><![CDATA[<p>Prei wil [&#8230;]</p>{pointer}]]></description>\
         <content:encoded><![CDATA[<p>Prei wil diepe grond.</p><p>[gallery ids=\"1,2\"]</p>{pointer}]]></content:encoded></item>\
         <item><title>Ui</title><guid>2</guid><description><![CDATA[<p>Over uien.</p>{pointer}]]></description>\
         <content:encoded><![CDATA[<p>Een ui wil zon.</p>{pointer}]]></content:encoded></item></channel></rss>"
    );
    import(&garden, "wp.xml", &feed);
    let leek = garden.post("prei");
    assert_eq!((leek.summary, leek.body.contains("verscheen")), (None, false), "{}", leek.body);
    assert!(
        leek.review.iter().any(|line| line.contains("shortcodes") && line.contains("[gallery]")),
        "{:?}",
        leek.review
    );
    let onion = garden.post("ui");
    assert_eq!((onion.summary.as_deref(), onion.body.as_str()), (Some("Over uien."), "\nEen ui wil zon.\n"));
}

#[test]
fn pictures_cards_and_code_of_a_page_come_along_or_are_told() {
    let site = Site::open();
    let garden = Garden::open(site.permission());
    for picture in ["/a.png", "/b.png", "/c.png"] {
        site.put(picture, Reply::Is("image/png", png()));
    }
    let blocks = "<div class=\"gallery\"><figure class=\"gallery-item\"><img src=\"/a.png\" alt=\"een\"></figure>\
        <figure class=\"gallery-item\"><img src=\"/b.png\" alt=\"twee\"></figure></div>\
        <figure class=\"kg-card kg-bookmark-card\"><a href=\"https://weer.example/\"><div><div class=\"kg-bookmark-title\">Het weer</div>\
        <img class=\"kg-bookmark-icon\" src=\"/i.png\" alt=\"\"><span>KMI</span></div></a></figure>\
        <div class=\"kg-card kg-file-card\"><a href=\"/f.pdf\" download><div><div class=\"kg-file-card-title\">Kalender</div></div></a></div>\
        <div class=\"highlight\"><table><tr><td class=\"gutter\"><pre>1</pre></td><td class=\"code\"><pre>x = 1</pre></td></tr></table></div>\
        <pre><code class=\"language-js\">let a;</code></pre><div class=\"sponsor\"><img src=\"/c.png\" alt=\"drie\"></div>";
    let page = format!("<html><body><article><h1>Van alles</h1>{0}{blocks}{0}</article></body></html>", TEXT.repeat(3));
    site.put_text("/alles", "text/html", &page);
    garden.import(&site.address("/alles"));
    let post = garden.post("van-alles");
    for there in [
        "![een](a.png)",
        "![twee](b.png)",
        "[Het weer](https://weer.example/)",
        "[Kalender](",
        "x = 1",
        "```js\nlet a;",
    ] {
        assert!(post.body.contains(there), "{there}: {}", post.body);
    }
    assert!(!post.body.contains("KMI") && !post.body.contains("i.png"), "{}", post.body);
    let told = format!("a picture of the page is not in the text: {}", site.address("/c.png"));
    assert!(post.review.contains(&told), "{:?} {}", post.review, post.body);
    let feed = r#"{"version":"https://jsonfeed.org/version/1.1","title":"J","items":[{"id":"9","url":"SITE/j","title":"Json",
        "image":"SITE/a.png","content_html":"<p>Een feed in JSON, met een beeld erbij.</p>"}]}"#;
    site.put_text("/json", "application/feed+json", feed);
    garden.import(&site.address("/json"));
    assert!(garden.post("json").body.starts_with("\n![](a.png)\n"), "{}", garden.post("json").body);
}

#[test]
fn a_page_of_blogger_is_read_by_its_own_marks() {
    let garden = Garden::open(Permission::default());
    let page = format!(
        "<html><head><title>Oma's keuken: Appelmoes</title></head><body><div class=\"content\"><h2><span>zaterdag 12 mei 2012</span></h2>\
         <div class=\"post hentry\" itemprop=\"blogPost\" itemscope itemtype=\"http://schema.org/BlogPosting\">\
         <h3 class=\"post-title entry-title\" itemprop=\"name\">Appelmoes</h3><div class=\"post-body entry-content\" itemprop=\"articleBody\">{0}\
         <table class=\"tr-caption-container\"><tbody><tr><td><a href=\"https://k.example/m.jpg\"><img src=\"https://k.example/m.jpg\" alt=\"moes\"></a>\
         </td></tr><tr><td class=\"tr-caption\">De moes, nog warm</td></tr></tbody></table>{0}</div><div class=\"post-footer\">Gepost door \
         <span itemprop=\"author\">Els</span> op <abbr itemprop=\"datePublished\" title=\"2012-05-12T10:15:00+02:00\">10:15</abbr></div></div>\
         <div class=\"comments\" id=\"comments\"><h4>1 opmerking:</h4><p>Heerlijk recept, ik maak hem elke week, voor de buren en hun kinderen.</p>\
         </div></div></body></html>",
        TEXT.repeat(2)
    );
    let file = garden.path().join("moes.html");
    fs::write(&file, page).unwrap();
    let order = Order { sources: vec![file.to_str().unwrap().parse().unwrap()], dry_run: true, limit: 9 };
    let report = garden.obey(&order);
    assert_eq!((report.imported[0].title.as_str(), &report.imported[0].date[..10]), ("Appelmoes", "2012-05-12"));
    garden.import(file.to_str().unwrap());
    let body = garden.post("appelmoes").body;
    assert!(body.contains("De moes, nog warm") && !body.contains("Heerlijk") && !body.contains('|'), "{body}");
}

/// A feed of one article with this text, that says it is from `date`.
pub(super) fn feed_of(title: &str, date: &str, html: &str) -> String {
    format!(
        "<rss version=\"2.0\"><channel><title>T</title><item><title>{title}</title><guid>https://tuin.example/{title}</guid>\
         <pubDate>{date}</pubDate><description><![CDATA[{html}]]></description></item></channel></rss>"
    )
}

/// A page with this in the middle of its text.
pub(super) fn page_of(title: &str, head: &str, html: &str) -> String {
    format!(
        "<html><head>{head}</head><body><article><h1>{title}</h1>{0}{html}{0}</article></body></html>",
        TEXT.repeat(4)
    )
}

#[test]
fn code_in_a_table_comes_along_from_pages_and_feeds() {
    let garden = Garden::open(Permission::default());
    let blocks = "<div class=\"highlight\"><div class=\"chroma\"><table class=\"lntable\"><tr><td class=\"lntd\"><pre><code>1\n2\n</code></pre></td>\
        <td class=\"lntd\"><pre><code class=\"language-go\">func main() {\n\tx := 1 }</code></pre></td></tr></table></div></div>\
        <p>Midden in de tekst, en dan nog wat.</p><table><tr><td><pre>los in tabel</pre></td></tr></table>";
    import(&garden, "code.html", &page_of("Code", "", blocks));
    import(&garden, "code.xml", &feed_of("Regels", "", &format!("{TEXT}{blocks}")));
    for slug in ["code", "regels"] {
        let body = garden.post(slug).body;
        assert!(body.contains("```go\nfunc main() {\n\tx := 1 }\n```\n"), "{body}");
        assert!(body.contains("```\nlos in tabel\n```\n") && !body.contains("1\n2") && !body.contains('|'), "{body}");
    }
}

#[test]
fn two_breaks_end_a_paragraph() {
    let garden = Garden::open(Permission::default());
    let text = "Een.<br><br>Twee.<br />\n<br />Drie<br>vier.<div><span>Vijf.<br><br>Zes.</span></div>";
    import(&garden, "regels.xml", &feed_of("Regels", "", text));
    assert_eq!(garden.post("regels").body, "\nEen.\n\nTwee.\n\nDrie<br>vier.\n\nVijf.\n\nZes.\n");
}

#[test]
fn a_stray_character_costs_neither_a_feed_nor_a_page_nor_a_text() {
    let garden = Garden::open(Permission::default());
    let told = "Hij zei â\u{80}\u{9c}rustâ\u{80}\u{9d}, en g\u{1}ing.";
    let documents = [
        ("knie.xml", feed_of("Knie in een feed", "", &format!("<p>{told}</p>"))),
        ("knie.html", page_of("Knie in een bladzijde", "", &format!("<p>{told}</p>"))),
        ("knie.txt", format!("Knie in een tekst\nMieke Aerts\n11/09/24\n\n{told} {}", prose())),
    ];
    for (name, content) in documents {
        let report = import(&garden, name, &content);
        let [draft] = &report.imported[..] else { panic!("{name}: {report:#?}") };
        let body = garden.post(draft.slug.as_str()).body;
        assert!(body.contains("Hij zei ârustâ, en ging."), "{name}: {body}");
        assert!(!body.contains(|c: char| c.is_control() && c != '\n'), "{name}: {body}");
    }
}

#[test]
fn a_picture_that_is_loaded_late_comes_in_once() {
    let site = Site::open();
    let garden = Garden::open(site.permission());
    site.put("/a.png", Reply::Is("image/png", png()));
    site.put("/groot.png", Reply::Is("image/png", png()));
    let figure = "<figure><img class=\"lazyload\" src=\"data:image/gif;base64,R0lG\" data-src=\"SITE/a.png\" alt=\"Een hond\"><noscript>\
                  <img src=\"SITE/a.png\" alt=\"Een hond\"></noscript><figcaption>De hond van Jan</figcaption></figure>";
    let figure = figure.replace("SITE", site.address("/").trim_end_matches('/'));
    import(&garden, "hond.xml", &feed_of("Hond", "", &format!("{figure}<p>Hij slaapt.</p>")));
    let dog = garden.post("hond");
    assert_eq!((dog.body.as_str(), dog.review.len()), ("\n![Een hond](a.png \"De hond van Jan\")\n\nHij slaapt.\n", 1));
    let sizes = "<img srcset=\"/klein.png 400w, /groot.png 800w\" alt=\"Alleen maten\">";
    site.put_text("/maten", "text/html", &page_of("Maten", "", sizes));
    garden.import(&site.address("/maten"));
    assert!(garden.post("maten").body.contains("![Alleen maten](groot.png)"), "{}", garden.post("maten").body);
}

#[test]
fn what_stands_above_or_below_the_line_stays_there() {
    let garden = Garden::open(Permission::default());
    let text = "<p>Zo'n 10<sup>-3</sup> mol CO<sub>2</sub>, de 1<sup>e</sup> keer, of e<sup>ax</sup>.</p>";
    let report = import(&garden, "macht.html", &page_of("Van m<sup>2</sup> tot e<sup>ax</sup>", "", text));
    let post = garden.post(report.imported[0].slug.as_str());
    assert_eq!(post.title, "Van m² tot e^(ax)");
    assert!(post.body.contains("Zo'n 10⁻³ mol CO₂, de 1e keer, of e<sup>ax</sup>."), "{}", post.body);
}

#[test]
fn questions_buttons_and_who_is_quoted_come_along_from_pages() {
    let garden = Garden::open(Permission::default());
    let blocks = "<div class=\"kg-card kg-toggle-card\"><div class=\"kg-toggle-heading\"><h4 class=\"kg-toggle-heading-text\">Hoe diep?</h4>\
        <button class=\"kg-toggle-card-icon\"><svg></svg></button></div><div class=\"kg-toggle-content\"><p>Een hand.</p></div></div>\
        <div class=\"kg-card kg-button-card\"><a href=\"https://les.example/\" class=\"kg-btn\">Kom mee</a></div>\
        <blockquote><p>Rust roest.</p><footer>— Oma</footer></blockquote>";
    import(&garden, "vragen.html", &page_of("Vragen", "", blocks));
    let body = garden.post("vragen").body;
    for there in ["## Hoe diep?\n\nEen hand.\n", "[Kom mee](https://les.example/)", "> Rust roest.\n>\n> — Oma\n"] {
        assert!(body.contains(there), "{there}: {body}");
    }
}

#[test]
fn a_guess_is_told_only_if_it_is_there() {
    let garden = Garden::open(Permission::default());
    for (nth, words, is_told) in [(1, 3, true), (2, 100, false)] {
        let said = "Over prei ".repeat(words);
        let head = format!("<meta name=\"description\" content=\"{said}\">");
        let report =
            import(&garden, "prei.html", &page_of(&format!("Prei {nth}"), &head, &format!("<p>Deel {nth}.</p>")));
        let review = &report.imported[0].review;
        assert_eq!(review.iter().any(|line| line.contains("search engines")), is_told, "{review:?}");
        assert_eq!(garden.post(&format!("prei-{nth}")).summary.is_some(), is_told);
    }
    let dutch = import(&garden, "mei.xml", &feed_of("Mei", "ma, 15 mei 2023 10:00:00 +0200", TEXT));
    assert_eq!((&dutch.imported[0].date[..10], &dutch.imported[0].review[..]), ("2023-05-15", &[][..]));
    let vague = import(&garden, "ooit.xml", &feed_of("Ooit", "vorige week", TEXT));
    assert!(vague.imported[0].review[0].contains("from \"vorige week\", which is no date"), "{vague:#?}");
}

#[test]
fn notes_of_substack_are_footnotes_and_its_forms_stay_away() {
    let garden = Garden::open(Permission::default());
    let text = "<p>Zin met noot<a class=\"footnote-anchor\" id=\"footnote-anchor-1\" href=\"#footnote-1\">1</a> erin.</p>\
        <div class=\"subscription-widget-wrap-editor\"><div class=\"subscription-widget\"><p>Bedankt voor het lezen!</p></div></div>\
        <div class=\"footnote\"><a id=\"footnote-1\" href=\"#footnote-anchor-1\" class=\"footnote-number\">1</a>\
        <div class=\"footnote-content\"><p>De noot.</p><p>En meer.</p></div></div>";
    import(&garden, "noot.xml", &feed_of("Noot", "", text));
    assert_eq!(garden.post("noot").body, "\nZin met noot[^1] erin.\n\n[^1]: De noot.\n\n    En meer.\n");
    import(&garden, "noot.html", &page_of("Noten", "", text));
    let body = garden.post("noten").body;
    assert!(body.contains("Zin met noot[^1] erin.") && body.contains("[^1]: De noot."), "{body}");
    assert!(!body.contains("Bedankt"), "{body}");
}
