//! What readers find beside the posts: pages, authors, archive, search; and what a page says of itself.

use std::{fmt::Write as _, io::Write as _};

use axum::http::{Method, StatusCode};
use flate2::{Compression, write::GzEncoder};
use image::{DynamicImage, ImageFormat, RgbImage};
use serde_json::Value;

use crate::harness::{ADDRESS, Publication, postduif, tell, tell_with};

const ABOUT: &str = "---\ntitle: Over de tuin\nsummary: Wie hier spit.\n---\nWe zijn met zijn achten.\n";

/// Readers of a locale may see the page about the garden.
async fn translate_the_page(garden: &Publication, locale: &str, texts: [&str; 3]) {
    for (nl, text) in ["Over de tuin", "Wie hier spit.", "We zijn met zijn achten."].into_iter().zip(texts) {
        garden.translate(locale, "over", nl, text);
    }
    garden.sync().await;
}

/// What a page says of itself to search engines: one object, or several.
fn linked_data(page: &str) -> Vec<Value> {
    let (_, rest) = page.split_once("<script type=\"application/ld+json\">").unwrap_or_else(|| panic!("{page}"));
    let data: Value = serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap();
    data["@graph"].as_array().cloned().unwrap_or_else(|| vec![data])
}

fn photograph(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    DynamicImage::from(RgbImage::new(width, height)).write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}

#[test]
fn a_page_is_translated_as_posts_are_and_stands_in_no_list_feed_or_mail() {
    tell(async |garden| {
        garden.write("pages/over.md", ABOUT);
        garden.sync().await;
        garden.join_from("an@lezers.example", "nl", "latest:3".parse().unwrap()).await;
        let published = garden.publish().await;
        assert_eq!(published.diagnostics, []);
        let page = garden.read("public/nl/over/index.html");
        assert!(page.contains("<h1>Over de tuin</h1>") && page.contains("We zijn met zijn achten."), "{page}");
        assert!(!page.contains("1970"), "it has no date: {page}");
        assert!(!garden.has("public/fr/over/index.html"), "not translated yet");
        let french = garden.read("public/fr/index.html");
        assert!(!french.contains("/over/"), "{french}");
        for list in ["nl/feed.xml", "nl/archive/index.html", "nl/topics/bodem/index.html"] {
            let list = garden.read(&format!("public/{list}"));
            let content = list.split("<main").last().unwrap().split("</main>").next().unwrap();
            assert!(!content.contains("Over de tuin"), "{content}");
        }
        assert_eq!(garden.digest().await[0].about(), "nl: regenton slakken composteren");

        translate_the_page(&garden, "fr", ["À propos du jardin", "Qui bêche ici.", "Nous sommes huit."]).await;
        garden.publish().await;
        let page = garden.read("public/fr/over/index.html");
        assert!(page.contains("<h1>À propos du jardin</h1>") && page.contains("Nous sommes huit."), "{page}");
        assert!(page.contains(&format!("hreflang=\"nl\" href=\"{ADDRESS}/nl/over/\"")), "{page}");
        assert!(garden.read("public/fr/slakken/index.html").contains("href=\"/fr/over/\">À propos du jardin</a>"));
        assert!(garden.read("public/sitemap.xml").contains(&format!("<loc>{ADDRESS}/fr/over/</loc>")));
    });
}

#[test]
fn a_file_cannot_take_the_address_of_a_list_or_of_a_post() {
    tell(async |garden| {
        garden.write("posts/archive.md", ABOUT);
        garden.write("pages/slakken.md", ABOUT);
        let found = garden.publish().await.diagnostics;
        let found: Vec<_> = found.iter().map(|found| (found.code, found.file.to_str().unwrap())).collect();
        assert_eq!(found, [("duplicate-slug", "pages/slakken.md"), ("taken-slug", "posts/archive.md")]);
        assert!(garden.read("public/nl/slakken/index.html").contains("Vrede met de slak"));
    });
}

#[test]
fn the_archive_has_every_post_under_its_year() {
    tell(async |garden| {
        garden.write("posts/vroeger.md", "---\ntitle: Vroeger\ndate: 2025-12-31T23:30:00Z\n---\nToen.\n");
        garden.write("posts/ouder.md", "---\ntitle: Ouder\ndate: 2019-05-01\n---\nToen.\n");
        garden.publish().await;
        let page = garden.read("public/nl/archive/index.html");
        let years: Vec<_> = page.split("<section id=\"year-").skip(1).collect();
        let of = |year: &str| *years.iter().find(|section| section.starts_with(year)).unwrap();
        assert_eq!(years.len(), 2, "in Brussels it was 2026 when `vroeger` came: {page}");
        assert_eq!(of("2026").matches("<li>").count(), 4);
        assert!(of("2026").contains("1 januari") && of("2026").contains("4 artikels"), "{page}");
        assert!(of("2019").contains("<a href=\"/nl/ouder/\">Ouder</a>"), "{page}");
        assert!(page.contains("<a href=\"/nl/archive/#year-2019\">2019</a>"), "{page}");
    });
}

#[test]
fn a_long_list_shows_the_newest_posts_and_has_a_page_for_each_year() {
    tell(async |garden| {
        for number in 1..=70 {
            let head = format!("title: Bericht {number}\ndate: {}-01-{:02}", 2020 + number % 2, number % 28 + 1);
            let text = format!("---\n{head}\nauthors: [mieke]\ntopics: [bodem]\n---\nTekst {number}.\n");
            garden.write(&format!("posts/bericht-{number}.md"), text);
        }
        garden.publish().await;
        for list in ["topics/bodem", "authors/mieke"] {
            let page = |below: &str| garden.read(&format!("public/nl/{list}/{below}index.html"));
            assert_eq!(page("").matches("<li class=\"card\">").count(), 60);
            assert!(
                page("").contains(&format!("<a href=\"/nl/{list}/2020/\">2020</a> <span class=\"count\">35</span>"))
            );
            for year in ["2020", "2021"] {
                let page = page(&format!("{year}/"));
                assert_eq!(page.matches("<li><time").count(), 35);
                assert!(page.contains(&format!("<a href=\"/nl/{list}/{year}/\" aria-current=\"page\">")), "{page}");
                assert!(page.contains(&format!("/nl/{list}/{year}/\">\n")), "its own address: {page}");
                assert!(page.contains(&format!("href=\"/fr/{list}/\"")), "where French readers find the list: {page}");
            }
            assert!(!garden.has(&format!("public/fr/{list}/2020")), "the French list is short");
        }
        let sitemap = garden.read("public/sitemap.xml");
        let years = ["topics/bodem/2020/", "topics/bodem/2021/", "authors/mieke/2026/"];
        assert!(years.iter().all(|path| sitemap.contains(&format!("/nl/{path}</loc>"))), "{sitemap}");
        assert!(!sitemap.contains("/fr/topics/bodem/2020/"), "{sitemap}");
        // One post more means two pages more, and not one for each year.
        let text = garden.read("posts/bericht-7.md").replace("bericht 7", "bericht 71");
        garden.write("posts/bericht-71.md", text);
        let before = garden.read("public/nl/topics/bodem/2020/index.html");
        garden.publish().await;
        assert_eq!(garden.read("public/nl/topics/bodem/2020/index.html"), before);
        (1..=71).for_each(|number| garden.remove(&format!("posts/bericht-{number}.md")));
        garden.publish().await;
        assert!(!garden.has("public/nl/topics/bodem/2020"), "and goes when the list is short again");
    });
}

#[test]
fn a_long_archive_has_a_page_for_each_year() {
    tell(async |garden| {
        for number in 0..500 {
            let year = if number < 300 { 2024 } else { 2025 };
            let post = format!("---\ntitle: Nummer {number}\ndate: {year}-03-01\n---\nKort.\n");
            garden.write(&format!("posts/nummer-{number}.md"), post);
        }
        garden.publish().await;
        let lines =
            |file: &str| garden.read(&format!("public/nl/archive/{file}index.html")).matches("<li><time").count();
        assert_eq!([lines(""), lines("2026/"), lines("2025/"), lines("2024/")], [3, 3, 200, 300]);
        assert!(garden.read("public/nl/archive/index.html").contains("href=\"/nl/archive/2024/\">2024</a>"));
        assert!(!garden.has("public/fr/archive/2026"), "the French archive is short");
        let front = garden.read("public/nl/index.html");
        assert_eq!(front.matches("<article").count(), 13, "a front page does not grow without end");
        assert!(front.contains("<p class=\"onward\"><a href=\"/nl/archive/\">"), "{front}");
    });
}

#[test]
fn an_author_has_a_page_in_each_language_that_has_posts_of_theirs() {
    tell_with(&[("[locales.nl]", "[authors.niemand]\nname = \"Niemand\"\n[locales.nl]")], async |garden| {
        garden.publish().await;
        let page = garden.read("public/fr/authors/mieke/index.html");
        assert!(page.contains("<bdi>Mieke Aerts</bdi></h1>") && page.contains("jardinière"), "{page}");
        assert!(page.contains("La paix avec la limace"), "{page}");
        assert!(!garden.has("public/nl/authors/niemand"), "who has written nothing has no page");
        let post = garden.read("public/fr/slakken/index.html");
        assert!(post.contains("<a rel=\"author\" href=\"/fr/authors/mieke/\">"), "{post}");
        assert_eq!(linked_data(&page)[0]["mainEntity"]["name"], "Mieke Aerts");
    });
}

#[test]
fn the_form_below_every_post_subscribes_its_reader() {
    tell(async |garden| {
        garden.publish().await;
        let page = garden.read("public/fr/slakken/index.html");
        assert!(page.contains("<form class=\"join\" method=\"post\" action=\"/fr/subscribe\""), "{page}");
        let answer = garden.post("/fr/subscribe", &[("email", "an@lezers.example"), ("cadence", "weekly")]).await;
        assert_eq!(answer.status, StatusCode::OK);
        let reader = garden.subscriber("an@lezers.example").await.unwrap();
        assert_eq!((reader.locale.as_str(), reader.status.as_str()), ("fr", "pending"));
    });
}

#[test]
fn a_site_without_a_server_offers_the_feed_and_no_form() {
    tell_with(&[("source_locale", "subscriptions = false\nsource_locale")], async |garden| {
        garden.publish().await;
        for file in ["nl/index.html", "nl/slakken/index.html", "ar/archive/index.html", "fr/404.html"] {
            let page = garden.read(&format!("public/{file}"));
            assert!(!page.contains("<form") && !page.contains("/subscribe"), "{file}: {page}");
            assert!(page.contains("/feed.xml\">"), "{file}");
        }
    });
}

#[test]
fn a_post_tells_search_engines_its_language_and_what_it_was_translated_from() {
    tell(async |garden| {
        garden.edit("posts/slakken.md", "title: Vrede met de slak", "title: \"</script><b>Slak\"");
        garden.publish().await;
        let [article, way] = &linked_data(&garden.read("public/fr/composteren/index.html"))[..] else { panic!() };
        assert_eq!((&article["@type"], &article["inLanguage"]), (&"BlogPosting".into(), &"fr".into()));
        assert_eq!(article["translationOfWork"]["@id"], format!("{ADDRESS}/nl/composteren/"));
        assert_eq!(article["author"][0]["url"], format!("{ADDRESS}/fr/authors/mieke/"));
        assert_eq!(way["itemListElement"].as_array().unwrap().len(), 3, "front page, topic, post");
        let [original, _] = &linked_data(&garden.read("public/nl/slakken/index.html"))[..] else { panic!() };
        assert_eq!(original["headline"], "</script><b>Slak");
        assert_eq!(original.get("translationOfWork"), None);
    });
}

#[test]
fn each_language_has_its_own_search() {
    tell(async |garden| {
        garden.publish().await;
        let index: Value = serde_json::from_str(&garden.read("public/fr/search.json")).unwrap();
        let titles: Vec<_> = index.as_array().unwrap().iter().map(|post| post[1].as_str().unwrap()).collect();
        assert_eq!(titles, ["La paix avec la limace", "Composter dans un seul sac"]);
        assert_eq!(index[0][0], "/fr/slakken/");
        let page = garden.get("/fr/archive/").await;
        assert!(page.body.contains("data-index=\"/fr/search.json\"") && page.body.contains("src=\"/search.js?v="));
        let policy = page.header("content-security-policy");
        assert!(policy.contains("script-src 'self';") && policy.contains("connect-src 'self';"), "{policy}");
        assert!(garden.get("/search.js").await.body.len() < 5_000);
    });
}

#[test]
fn a_photograph_is_published_in_the_widths_that_screens_need() {
    tell(async |garden| {
        let front = "---\ntitle: Foto\ndate: 2026-10-02\nimage:\n  src: tuin.jpg\n  alt: De tuin in mei.\n---\n";
        garden.write(
            "posts/foto/index.md",
            format!("{front}![Een bed sla.](bed.jpg \"Sla in rijen.\")\n\n![Niets.](stuk.jpg)\n"),
        );
        garden.write("posts/foto/tuin.jpg", photograph(1600, 900));
        garden.write("posts/foto/bed.jpg", photograph(900, 600));
        garden.write("posts/foto/stuk.jpg", b"\xff\xd8\xff\xe0stuk");
        let found = garden.publish().await.diagnostics;
        assert_eq!(
            found.iter().map(|found| (found.code, found.file.to_str().unwrap())).collect::<Vec<_>>(),
            [("broken-picture", "posts/foto/stuk.jpg")]
        );
        let page = garden.read("public/nl/foto/index.html");
        let lead = page.split("<figure class=\"picture\">").nth(1).unwrap().split("</figure>").next().unwrap();
        assert!(lead.contains("width=\"1600\" height=\"900\"") && lead.contains("fetchpriority=\"high\""), "{lead}");
        assert!(!lead.contains("lazy"), "{lead}");
        let body = page.split("<figure class=\"picture\">").nth(2).unwrap();
        assert!(body.contains("srcset=\"/media/foto/bed.jpg.400.jpg 400w, /media/foto/bed.jpg 900w\""), "{body}");
        assert!(body.contains("width=\"900\" height=\"600\" loading=\"lazy\""), "{body}");
        assert!(page.contains(&format!("property=\"og:image\" content=\"{ADDRESS}/media/foto/tuin.jpg\"")), "{page}");
        assert!(page.contains("property=\"og:image:width\" content=\"1600\""), "{page}");
        for list in page.split("srcset=\"").skip(1) {
            for address in list.split('"').next().unwrap().split(", ") {
                assert!(garden.has(&format!("public{}", address.split(' ').next().unwrap())), "{address}");
            }
        }
        assert!(garden.has("public/media/foto/stuk.jpg"), "as it is");
        // Without a lead picture the first thing to be seen may be one of the text, which a link may show in full.
        let text = "[![Sla.](bed.jpg)](bed.jpg)\n\n![Sla.](bed.jpg)\n";
        garden.write("posts/sla/bed.jpg", photograph(900, 600));
        for (first, text) in [(false, text.to_owned()), (true, format!("![Sla.](bed.jpg)\n\n{text}"))] {
            garden.write("posts/sla/index.md", format!("---\ntitle: Sla\ndate: 2026-10-02\n---\n{text}"));
            assert!(garden.publish().await.diagnostics.iter().all(|found| !found.file.starts_with("posts/sla")));
            let page = garden.read("public/nl/sla/index.html");
            let prose = &page[page.find("class=\"prose\"").unwrap()..];
            assert!(prose.contains("<a href=\"/media/sla/bed.jpg\">"), "{prose}");
            let lazy = prose.matches(" loading=\"lazy\" decoding").count();
            assert_eq!((lazy, prose.matches("<img ").count()), if first { (2, 3) } else { (2, 2) }, "{prose}");
            assert!(page.contains(&format!("property=\"og:image\" content=\"{ADDRESS}/media/sla/bed.jpg\"")), "{page}");
            assert!(!page.contains("og:image:alt"), "{page}");
        }
        let answer = garden.ask(Method::HEAD, "/media/foto/tuin.jpg", &[], "").await;
        assert_eq!(answer.headers.get_all("last-modified").iter().count(), 1, "{:?}", answer.headers);
        let checked = postduif(garden.root(), "check");
        assert_eq!(checked.code, 0, "{checked:?}");
        assert!(checked.err.contains("broken-picture"), "{checked:?}");
    });
}

#[test]
fn what_others_say_of_a_post_without_a_summary_is_how_it_begins() {
    tell(async |garden| {
        let head = "---\ntitle: Sla\ndate: 2026-10-02\n---\n";
        let begins = "Sla *schiet*[^1] door als het warm wordt, en wie dan nog oogst, \"proeft\" dat. ".repeat(3);
        garden.write("posts/sla.md", format!("{head}## Waarom\n\n> Een citaat.\n\n{begins}\n\n[^1]: In bloei.\n"));
        garden.publish().await;
        let described = |locale: &str| {
            let page = garden.read(&format!("public/{locale}/sla/index.html"));
            let after = page.split_once("<meta name=\"description\" property=\"og:description\" content=\"");
            after.map(|(_, rest)| rest.split('"').next().unwrap().to_owned())
        };
        let text = described("nl").unwrap();
        assert!(text.starts_with("Een citaat.") || text.starts_with("Sla schiet door als"), "{text}");
        assert!(text.replace("&quot;", "\"").chars().count() <= 161, "{text}");
        garden.write("posts/sla.md", format!("{head}{begins}\n\n[^1]: In bloei.\n"));
        garden.publish().await;
        let text = described("nl").unwrap();
        assert!(text.starts_with("Sla schiet door als het warm wordt, en wie dan nog oogst, “proeft” dat. Sla"));
        assert!(text.ends_with('…') && !text.contains("schiet1"), "{text}");
        garden.write("posts/sla.md", head.replace("---\n\n", "") + "| a |\n|---|\n| b |\n");
        garden.publish().await;
        assert_eq!(described("nl"), None, "a table says nothing by itself");
        garden.write("posts/sla.md", head.replace("\ndate", "\nsummary: Snel geoogst.\ndate") + &begins);
        garden.publish().await;
        assert_eq!(described("nl").as_deref(), Some("Snel geoogst."));
    });
}

#[test]
fn a_picture_that_says_nothing_to_who_cannot_see_it_is_found() {
    tell(async |garden| {
        garden.write(
            "posts/foto.md",
            "---\ntitle: Foto\ndate: 2026-10-02\n---\nTekst.\n\n![](https://elders.example/a.jpg)\n",
        );
        let found = garden.publish().await.diagnostics;
        assert_eq!(
            found.iter().map(|found| (found.code, found.line, found.column)).collect::<Vec<_>>(),
            [("missing-alt", 7, 1), ("foreign-picture", 7, 1)]
        );
    });
}

#[test]
fn a_publication_has_its_own_color_logo_and_type() {
    let theme = "[theme]\naccent = \"#7a1f5c\"\nlogo = \"merk.svg\"\nbody_font = [\"Source Sans 3\", \"sans-serif\"]\n[locales.nl]";
    tell_with(&[("[locales.nl]", theme)], async |garden| {
        let found = garden.publish().await.diagnostics;
        assert_eq!(found.iter().map(|found| found.code).collect::<Vec<_>>(), ["missing-logo"]);
        garden.write("merk.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"80\" height=\"40\"/>");
        assert_eq!(garden.publish().await.diagnostics, []);
        let style = garden.read("public/site.css");
        assert!(garden.read("public/favicon.svg").contains("fill=\"#7a1f5c\""), "the icon has that color too");
        assert!(style.contains("--accent:#7a1f5c") && style.contains("--sans:\"Source Sans 3\",sans-serif"));
        let page = garden.read("public/nl/index.html");
        assert!(page.contains("<img class=\"mark\" src=\"/logo.svg\" alt=\"\" width=\"80\" height=\"40\">"), "{page}");
        assert!(garden.has("public/logo.svg"));
    });
}

#[test]
fn a_post_without_pictures_is_light() {
    tell(async |garden| {
        let mut post = "---\ntitle: Lang\ndate: 2026-10-02\ntopics: [dieren]\nauthors: [mieke]\n---\n".to_owned();
        for number in 0..34 {
            // No two paragraphs say the same, so that packing finds what it finds in prose.
            let words: Vec<_> = (0..30).map(|word| format!("w{:x}", (number * 31 + word) * 7919 % 65_521)).collect();
            let _ = write!(post, "{}.\n\n", words.join(" "));
        }
        garden.write("posts/lang.md", post);
        garden.publish().await;
        let (page, style) = (garden.read("public/nl/lang/index.html"), garden.read("public/site.css"));
        assert_eq!(page.matches("rel=\"stylesheet\"").count(), 1, "{page}");
        let raw = page.len() + style.len();
        assert!(raw < 30_000, "a thousand words weigh {} + {} bytes", page.len(), style.len());
        let mut packed = GzEncoder::new(Vec::new(), Compression::default());
        packed.write_all((page + &style).as_bytes()).unwrap();
        let packed = packed.finish().unwrap().len();
        assert!(packed < 15_000, "and {packed} on their way");
        let short = garden.read("public/nl/regenton/index.html").len();
        assert!(short < 9_000, "around a short post there are {short} bytes");
    });
}
