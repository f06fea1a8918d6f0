//! What breaks takes nothing from the site.

use std::{fs, os::unix::fs::symlink, path::Path};

use crate::harness::tell;

#[test]
fn a_template_that_is_empty_blanks_no_page() {
    tell(async |garden| {
        garden.write("templates/page/post.hbs", "\n");
        let found = garden.publish().await.diagnostics;
        assert!(found.iter().any(|found| found.code == "broken-template"), "{found:#?}");
        assert!(garden.read("public/nl/slakken/index.html").contains("</html>"));
    });
}

#[test]
fn a_template_that_breaks_puts_no_other_design_in_the_place_of_the_publications_own() {
    tell(async |garden| {
        let own = "<!doctype html>\n<title>{{page.title.text}}</title>\n<p>Eigen ontwerp</p>\n";
        garden.write("templates/page/post.hbs", own);
        garden.publish().await;
        assert!(garden.read("public/nl/slakken/index.html").contains("Eigen ontwerp"));
        garden.write("templates/page/post.hbs", &own[..own.len() / 2]);
        garden.edit("posts/slakken.md", "Keer de plank elke ochtend om.", "Keer de plank nooit meer om.");
        let published = garden.publish().await;
        assert!(published.stays && published.diagnostics.iter().any(|found| found.code == "broken-template"));
        assert!(garden.read("public/nl/slakken/index.html").contains("Eigen ontwerp"));
        assert!(garden.read("public/nl/feed.xml").contains("elke ochtend"), "all of it stays");
        garden.write("templates/page/post.hbs", own);
        assert!(!garden.publish().await.stays);
        assert!(garden.read("public/nl/feed.xml").contains("nooit meer"));
    });
}

#[test]
fn a_folder_of_posts_that_is_not_there_takes_nothing_from_the_site() {
    tell(async |garden| {
        garden.publish().await;
        fs::rename(garden.root().join("posts"), garden.root().join("elders")).unwrap();
        let refused = garden.content.publish(&garden.store, garden.now()).await.unwrap_err();
        let chain = std::error::Error::source(&refused).map(ToString::to_string).unwrap_or_default();
        assert!(format!("{refused}: {chain}").contains("posts"), "{refused}: {chain}");
        assert!(garden.has("public/nl/slakken/index.html"));
        fs::rename(garden.root().join("elders"), garden.root().join("posts")).unwrap();
        assert_eq!(garden.publish().await.site.written(), 0);
    });
}

#[test]
fn a_folder_of_translations_that_is_not_there_takes_no_language_from_the_site() {
    tell(async |garden| {
        garden.publish().await;
        let before = garden.read("public/fr/feed.xml");
        fs::rename(garden.root().join("locales"), garden.root().join("elders")).unwrap();
        let published = garden.publish().await;
        assert!(
            published.stays && published.diagnostics.iter().any(|found| found.code == "no-locales"),
            "{published:?}"
        );
        assert_eq!(garden.read("public/fr/feed.xml"), before);
        fs::rename(garden.root().join("elders"), garden.root().join("locales")).unwrap();
        let published = garden.publish().await;
        assert_eq!((published.stays, published.site.written()), (false, 0));
    });
}

#[test]
fn a_link_beside_a_post_publishes_no_file_from_elsewhere() {
    tell(async |garden| {
        let secret = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><text>geheim</text></svg>";
        garden.write("geheim.svg", secret);
        garden.write("posts/lek/goed.svg", secret.replace("geheim", "bloem"));
        let text = "---\ntitle: Lek\ndate: 2026-10-02\n---\n![a](kopie.svg)\n\n![b](lek.svg)\n";
        garden.write("posts/lek/index.md", text);
        for (link, to) in [("posts/lek/lek.svg", "../../geheim.svg"), ("posts/lek/kopie.svg", "goed.svg")] {
            symlink(to, garden.root().join(link)).unwrap();
        }
        let found = garden.publish().await.diagnostics;
        let found: Vec<_> = found.iter().map(|found| (found.code, found.line)).collect();
        assert_eq!(found, [("picture-elsewhere", 7)]);
        assert!(!garden.has("public/media/lek/lek.svg"));
        assert!(garden.read("public/media/lek/kopie.svg").contains("bloem"), "a link among the posts is a picture");
    });
}

#[test]
fn a_published_post_or_page_that_breaks_changes_nothing_on_the_site() {
    tell(async |garden| {
        garden.write("pages/over.md", "---\ntitle: Over ons\ndate: 2026-10-01\n---\nWij tuinieren.\n");
        garden.edit("posts/slakken.md", "topics:", "aliases: [huisjesslakken]\ntopics:");
        garden.sync().await;
        garden.publish().await;
        for file in ["posts/composteren/index.md", "posts/slakken.md", "posts/regenton.md", "pages/over.md"] {
            let good = garden.read(file);
            garden.write(file, good.replacen("title: ", "title: \"", 1));
            for _ in 0..2 {
                let published = garden.publish().await;
                assert!(published.diagnostics.iter().any(|found| found.is_error() && found.file == Path::new(file)));
                let site = published.site;
                assert_eq!((site.written(), site.removed()), (0, 0), "{file}: {site:?}");
            }
            garden.write(file, good);
            let site = garden.publish().await.site;
            assert_eq!((site.written(), site.removed()), (0, 0), "{file} is whole again: {site:?}");
        }
    });
}

#[test]
fn a_folder_of_posts_that_is_empty_at_once_takes_nothing_from_the_site() {
    tell(async |garden| {
        garden.publish().await;
        let before = garden.read("public/nl/index.html");
        let posts = ["slakken", "regenton", "composteren/index", "eerste-vorst", "winterplan"];
        let posts = posts.map(|post| format!("posts/{post}.md"));
        let texts = posts.clone().map(|post| garden.read(&post));
        posts.iter().for_each(|post| garden.remove(post));
        let published = garden.publish().await;
        assert!(published.stays && published.diagnostics.iter().any(|found| found.code == "no-posts"), "{published:?}");
        assert_eq!(garden.read("public/nl/index.html"), before);
        posts.iter().zip(texts).for_each(|(post, text)| garden.write(post, text));
        assert!(!garden.publish().await.stays);
    });
}

#[test]
fn a_post_that_breaks_stays_where_it_was_whatever_else_changes_meanwhile() {
    tell(async |garden| {
        garden.write("locales/fr/terms.ftl", "-compost = compost\n");
        garden.sync().await;
        garden.publish().await;
        let lists =
            ["nl/index.html", "fr/topics/bodem/index.html", "ar/archive/index.html", "media/composteren/zak.svg"];
        let read = || lists.map(|list| garden.read(&format!("public/{list}")));
        let before = read();
        assert!(before[..3].iter().all(|list| list.contains("/composteren/")));
        // Its file gets another name in the same moment, and then the terms of a language change, and its pictures.
        let good = garden.read("posts/composteren/index.md");
        let drawing = garden.read("posts/composteren/zak.svg");
        for file in ["index.md", "zak.svg"] {
            garden.remove(&format!("posts/composteren/{file}"));
        }
        garden.write("posts/compost/zak.svg", &drawing);
        garden.write("posts/compost/index.md", good.replacen("title: ", "title: \"", 1));
        for terms in ["-compost = compost\n", "-compost = terreau\n", "-compost = terreau de feuilles\n"] {
            garden.write("locales/fr/terms.ftl", terms);
            let site = garden.publish().await.site;
            assert_eq!((site.removed(), read() == before), (0, true), "{terms}: {site:?}");
        }
        garden.write("posts/compost/zak.svg", drawing.replacen("<svg", "<svg id=\"zak\"", 1));
        assert_eq!(garden.publish().await.site.written(), 0);
        let lists = read();
        // Nor does it go where its new name is none that an address can have.
        let broken = garden.read("posts/compost/index.md");
        let drawing = garden.read("posts/compost/zak.svg");
        let mut folder = "compost";
        for name in ["Composteren", "Compost (1)", "compost"] {
            for file in ["index.md", "zak.svg"] {
                garden.remove(&format!("posts/{folder}/{file}"));
            }
            folder = name;
            garden.write(&format!("posts/{name}/zak.svg"), &drawing);
            for text in [&good, &broken].into_iter().skip(usize::from(name == "compost")) {
                garden.write(&format!("posts/{name}/index.md"), text);
                let published = garden.publish().await;
                assert_eq!((published.site.removed(), read() == lists), (0, true), "{name}: {published:?}");
            }
        }
        // Whole again, it is that post under its new name.
        garden.write("posts/compost/index.md", &good);
        let published = garden.publish().await;
        assert!(published.released.is_empty(), "{published:?}");
        assert!(garden.read("public/nl/composteren/index.html").contains("url=/nl/compost/"));
        let pictures = ["compost", "composteren"].map(|name| garden.read(&format!("public/media/{name}/zak.svg")));
        assert!(pictures.iter().all(|picture| picture.contains("id=\"zak\"")), "where mails show it, it still is");
    });
}

#[test]
fn a_published_post_that_breaks_keeps_its_pages_its_feed_items_and_the_links_to_it() {
    tell(async |garden| {
        garden.edit("posts/slakken.md", "Ook de egel", "Net als in [de compost](composteren.md). Ook de egel");
        garden.publish().await;
        let kept = ["nl", "fr", "en", "de", "ar"].map(|tag| format!("public/{tag}/composteren/index.html"));
        let topics = ["public/ar/topics/bodem/index.html", "public/media/composteren/zak.svg"].map(str::to_owned);
        let kept: Vec<_> = kept.into_iter().chain(topics).collect();
        let pages: Vec<_> = kept.iter().map(|file| garden.read(file)).collect();
        let item = |feed: &str| {
            let start = feed.find("<item><title>Composteren").or_else(|| feed.find("<item><title>Comp")).unwrap();
            feed[start..].split_inclusive("</item>").next().unwrap().to_owned()
        };
        let items = ["nl", "fr"].map(|tag| item(&garden.read(&format!("public/{tag}/feed.xml"))));
        let page = garden.read("public/nl/slakken/index.html");
        assert!(page.contains("<a href=\"/nl/composteren/\">de compost</a>"), "{page}");

        let good = garden.read("posts/composteren/index.md");
        garden.write("posts/composteren/index.md", good.replacen("title:", "titel:", 1));
        for _ in 0..2 {
            let published = garden.publish().await;
            assert_eq!(published.site.removed(), 0);
            assert!(published.diagnostics.iter().any(|found| found.file.ends_with("composteren/index.md")));
            let now: Vec<_> = kept.iter().map(|file| garden.read(file)).collect();
            assert!(now == pages, "they stay as they were");
            assert_eq!(["nl", "fr"].map(|tag| item(&garden.read(&format!("public/{tag}/feed.xml")))), items);
            assert!(
                garden.read("public/nl/slakken/index.html").contains("<a href=\"/nl/composteren/\">de compost</a>")
            );
        }
        // Mended, the site is as it was; withdrawn, it is gone for good.
        garden.write("posts/composteren/index.md", &good);
        garden.publish().await;
        assert!(kept.iter().zip(&pages).all(|(file, page)| garden.read(file) == *page));
        garden.write("posts/composteren/index.md", good.replacen("title:", "draft: true\ntitle:", 1));
        garden.publish().await;
        assert!(kept.iter().all(|file| !garden.has(file)), "{:?}", garden.read("public/.postduif-files"));
        assert!(!garden.read("public/fr/feed.xml").contains("composteren"));
    });
}
