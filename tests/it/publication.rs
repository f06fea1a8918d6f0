//! Pages and feeds as their readers find them.

use std::{collections::BTreeMap, fs, path::Path, process::Command, time::SystemTime};

use axum::http::{Method, StatusCode};
use chrono::TimeDelta;

use crate::harness::{ADDRESS, Publication, tell};

/// All files below `public`, each with the time it was written, but for what the program keeps for itself.
fn site(garden: &Publication) -> BTreeMap<String, SystemTime> {
    let mut files = BTreeMap::new();
    collect(&garden.root().join("public"), "", &mut files);
    files.retain(|file, _| !file.starts_with(".postduif-"));
    files
}

fn collect(folder: &Path, prefix: &str, files: &mut BTreeMap<String, SystemTime>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{prefix}{}", entry.file_name().to_str().unwrap());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{name}/"), files);
        } else {
            files.insert(name, entry.metadata().unwrap().modified().unwrap());
        }
    }
}

/// The posts that have a page in a locale.
fn posts(garden: &Publication, locale: &str) -> Vec<String> {
    let of = |file: String| {
        let slug = file.strip_prefix(&format!("{locale}/"))?.strip_suffix("/index.html")?.to_owned();
        (!slug.contains('/') && slug != "archive" && slug != "feeds").then_some(slug)
    };
    site(garden).into_keys().filter_map(of).collect()
}

/// The value of an attribute of each tag that begins so.
fn attributes<'a>(html: &'a str, tag: &str, name: &str) -> Vec<&'a str> {
    let value = |tag: &'a str| tag.split('>').next()?.split_once(&format!("{name}=\""))?.1.split('"').next();
    html.split(tag).skip(1).filter_map(value).collect()
}

fn feed(garden: &Publication, locale: &str) -> rss::Channel {
    rss::Channel::read_from(garden.read(&format!("public/{locale}/feed.xml")).as_bytes()).unwrap()
}

#[test]
fn each_edition_has_the_posts_that_are_ready_in_it() {
    tell(async |garden| {
        let published = garden.publish().await;
        assert_eq!(published.diagnostics, []);
        assert_eq!(posts(&garden, "nl"), ["composteren", "regenton", "slakken"]);
        assert_eq!(posts(&garden, "fr"), ["composteren", "slakken"]);
        assert_eq!(posts(&garden, "en"), ["composteren", "regenton", "slakken"]);
        assert_eq!(posts(&garden, "ar"), ["composteren"]);
        assert!(!garden.has("public/fr-BE"), "a locale for mail has no pages");
        assert!(garden.has("public/media/composteren/zak.svg"));
        assert_eq!(published.site.files, site(&garden).len());
    });
}

#[test]
fn pages_that_are_translations_of_each_other_say_so_in_both_directions() {
    tell(async |garden| {
        garden.publish().await;
        let mut alternates = BTreeMap::new();
        for file in site(&garden).into_keys().filter(|file| file.ends_with("/index.html")) {
            let page = garden.read(&format!("public/{file}"));
            let own = format!("{ADDRESS}/{}", file.trim_end_matches("index.html"));
            assert_eq!(attributes(&page, "<link rel=\"canonical\"", "href"), [own.as_str()]);
            let tags = attributes(&page, "<link rel=\"alternate\" ", "hreflang");
            let links = attributes(&page, "<link rel=\"alternate\" hreflang", "href");
            assert_eq!(tags.len(), links.len());
            let pairs: BTreeMap<_, _> =
                tags.iter().zip(&links).map(|(tag, link)| ((*tag).to_owned(), (*link).to_owned())).collect();
            alternates.insert(own, pairs);
        }
        assert_eq!(alternates[&format!("{ADDRESS}/fr/slakken/")].len(), 5, "nl, fr, en, de and x-default");
        for (page, pairs) in &alternates {
            let language = page.strip_prefix(ADDRESS).unwrap().split('/').nth(1).unwrap();
            for (tag, link) in pairs {
                let back = alternates.get(link).unwrap_or_else(|| panic!("{page} names {link}, which is not there"));
                assert_eq!(back.get(language), Some(page), "{link} names {page} back");
                assert!(tag == "x-default" || link.starts_with(&format!("{ADDRESS}/{tag}/")), "{page}: {tag} {link}");
            }
            assert!(pairs.is_empty() || pairs.contains_key(language), "{page} names itself");
        }
    });
}

#[test]
fn a_page_and_every_block_on_it_say_their_language_and_direction() {
    tell(async |garden| {
        let file = "locales/ar/posts/composteren.ftl";
        let ftl = garden.read(file);
        let without: String =
            ftl.lines().filter(|line| !line.starts_with("p-1ed6de")).map(|l| format!("{l}\n")).collect();
        garden.write(file, without);
        garden.edit("locales/en/posts/composteren.ftl", "p-5e97dd = ", "# p-5e97dd = ");
        garden.edit(file, "p-5e97dd = ", "# p-5e97dd = ");
        garden.publish().await;
        let page = garden.read("public/ar/composteren/index.html");
        assert!(page.starts_with("<!doctype html>\n<html lang=\"ar\" dir=\"rtl\">"), "{page}");
        assert!(page.contains("<p lang=\"en\" dir=\"ltr\">Put the sack in the shade.</p>"), "{page}");
        assert!(page.contains("<li><span lang=\"nl\" dir=\"ltr\">Schillen en koffiedik.</span></li>"), "{page}");
        let page = garden.read("public/en/composteren/index.html");
        assert!(page.starts_with("<!doctype html>\n<html lang=\"en\" dir=\"ltr\">"));
        assert!(page.contains("<li><span lang=\"nl\">Schillen en koffiedik.</span></li>"), "{page}");
    });
}

#[test]
fn a_feed_carries_the_whole_text_and_ids_that_never_change() {
    tell(async |garden| {
        garden.publish().await;
        let french = feed(&garden, "fr");
        assert_eq!((french.title(), french.language()), ("De Moestuin", Some("fr")));
        assert_eq!(french.link(), format!("{ADDRESS}/fr/"));
        let titles: Vec<_> = french.items().iter().map(|item| item.title().unwrap()).collect();
        assert_eq!(titles, ["La paix avec la limace", "Composter dans un seul sac"]);
        let item = &french.items()[1];
        let guid = item.guid().unwrap();
        assert_eq!((guid.value(), guid.is_permalink()), ("tag:moestuin.example,2026:fr/composteren", false));
        assert_eq!(item.link(), Some("https://moestuin.example/fr/composteren/"));
        assert_eq!(item.pub_date(), Some("Thu, 1 Oct 2026 00:00:00 +0200"));
        let text = item.content().unwrap();
        assert!(text.contains("<strong>feuilles sèches</strong>") && text.contains("Épluchures"), "{text}");
        assert!(text.contains(&format!("href=\"{ADDRESS}/fr/slakken/\"")), "links are whole: {text}");
        assert!(text.contains(&format!("href=\"{ADDRESS}/fr/composteren/#fn-1\"")), "to a note: {text}");
        assert!(text.contains(&format!("href=\"{ADDRESS}/fr/composteren/#fnref-1\"")), "and back: {text}");
        let page = garden.read("public/fr/composteren/index.html");
        assert!(page.contains("href=\"#fn-1\"") && page.contains("href=\"#fnref-1\""), "on its page: {page}");
        let slug = french.items()[0].content().unwrap();
        assert!(slug.contains(" lang=\"nl\">\n<p>Wie slakken heeft"), "what is not translated says so: {slug}");
    });
}

#[test]
fn the_sitemap_names_every_page_that_is_to_be_found_with_its_other_languages() {
    tell(async |garden| {
        garden.publish().await;
        let sitemap = garden.read("public/sitemap.xml");
        for file in site(&garden).into_keys().filter(|file| file.ends_with("/index.html")) {
            let page = garden.read(&format!("public/{file}"));
            let own = attributes(&page, "<link rel=\"canonical\"", "href")[0].to_owned();
            let listed = sitemap.lines().find(|line| line.contains(&format!("<loc>{own}</loc>")));
            let listed = listed.unwrap_or_else(|| panic!("{own} is not in {sitemap}"));
            for url in attributes(&page, "<link rel=\"alternate\" hreflang", "href") {
                assert!(listed.contains(&format!("href=\"{url}\"")), "{listed} names {url}");
            }
        }
    });
}

#[test]
fn every_feed_and_the_sitemap_are_well_formed() {
    tell(async |garden| {
        garden.edit("posts/slakken.md", "title: Vrede met de slak", "title: \"Sla & <slak> ]]> \\u0007!\"");
        garden.publish().await;
        assert_eq!(feed(&garden, "nl").items()[1].title(), Some("Sla & <slak> ]]> !"));
        let Ok(version) = Command::new("xmllint").arg("--version").output() else {
            println!("skipped: xmllint is not installed (Debian: libxml2-utils)");
            return;
        };
        assert!(version.status.success());
        for file in site(&garden).into_keys().filter(|file| file.ends_with(".xml") || file.ends_with(".opml")) {
            let checked = Command::new("xmllint").arg("--noout").arg(garden.root().join("public").join(&file)).output();
            let checked = checked.unwrap();
            assert!(checked.status.success(), "{file}: {}", String::from_utf8_lossy(&checked.stderr));
        }
    });
}

#[test]
fn what_did_not_change_is_not_written_again() {
    tell(async |garden| {
        garden.publish().await;
        let before = site(&garden);
        garden.wait(TimeDelta::days(1));
        let again = garden.publish().await;
        assert_eq!((again.site.written(), again.site.removed(), again.released.len()), (0, 0, 0));
        assert_eq!(site(&garden), before);

        garden.edit("posts/slakken.md", "Keer de plank elke ochtend om.", "Keer de plank nooit meer om.");
        garden.sync().await;
        assert_eq!(
            garden.publish().await.site.written(),
            28,
            "the translations and their feeds say that they are behind"
        );
        let before = site(&garden);
        garden.edit("posts/slakken.md", "Keer de plank nooit meer om.", "Keer de plank elke avond om.");
        garden.sync().await;
        let edited = garden.publish().await;
        let after = site(&garden);
        let changed: Vec<_> = after.iter().filter(|(file, at)| before.get(*file) != Some(at)).map(|(f, _)| f).collect();
        let feeds = ["nl/", "nl/topics/dieren/"]
            .map(|folder| ["atom.xml", "feed.json", "feed.xml"].map(|f| folder.to_owned() + f));
        let mut expected: Vec<_> = feeds.into_iter().flatten().chain(["nl/slakken/index.html".to_owned()]).collect();
        expected.sort();
        assert_eq!(changed, expected.iter().collect::<Vec<_>>(), "one Dutch sentence, one page and its feeds");
        assert_eq!(edited.site.written(), 7);
    });
}

#[test]
fn what_a_killed_process_left_beside_its_journal_goes_with_the_next_publish() {
    tell(async |garden| {
        garden.publish().await;
        garden.write("public/..postduif-journal.4194305.new", "place 1 nl/index.html\n");
        garden.publish().await;
        assert!(!garden.has("public/..postduif-journal.4194305.new"));
    });
}

#[test]
fn a_post_that_is_taken_back_leaves_nothing_behind() {
    tell(async |garden| {
        garden.publish().await;
        garden.write("public/eigen.html", "van iemand anders");
        garden.join_from("an@lezers.example", "nl", "latest:3".parse().unwrap()).await;
        garden.remove("posts/slakken.md");
        garden.edit("posts/composteren/index.md", "related: [slakken]\n", "");
        garden.edit("posts/composteren/index.md", "[over slakken](slakken.md)", "over slakken");
        garden.edit("posts/regenton.md", "summary:", "draft: true\nsummary:");
        let mails = garden.digest().await;
        assert_eq!(mails[0].about(), "nl: composteren");
        for (file, _) in site(&garden) {
            assert!(!file.contains("slakken") && !file.contains("regenton"), "{file}");
            if file.ends_with(".html") || file.ends_with(".xml") {
                let text = garden.read(&format!("public/{file}"));
                assert!(!text.contains("/slakken/") && !text.contains("/regenton/"), "{file} leads to what is gone");
            }
        }
        assert!(!garden.has("public/nl/slakken") && !garden.has("public/nl/topics/dieren"), "no empty folders either");
        assert_eq!(garden.read("public/eigen.html"), "van iemand anders");
        assert_eq!(garden.get("/nl/slakken/").await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn drafts_and_future_posts_are_nowhere_until_they_are_due() {
    tell(async |garden| {
        garden.publish().await;
        for (file, _) in site(&garden).iter().filter(|(file, _)| !file.ends_with(".svg")) {
            let text = garden.read(&format!("public/{file}"));
            for hidden in ["winterplan", "eerste-vorst", "De eerste vorst", "Het winterplan"] {
                assert!(!text.contains(hidden), "{hidden} in {file}");
            }
        }
        garden.clock.set("2026-10-20T03:59:59Z".parse().unwrap());
        assert_eq!(garden.publish().await.released.len(), 0);
        garden.wait(TimeDelta::seconds(1));
        let due = garden.publish().await;
        assert_eq!(due.released.values().sum::<usize>(), 1);
        assert_eq!(posts(&garden, "nl"), ["composteren", "eerste-vorst", "regenton", "slakken"]);
        assert_eq!(feed(&garden, "nl").items()[0].title(), Some("De eerste vorst"));

        garden.edit("posts/winterplan.md", "draft: true", "draft: false");
        garden.publish().await;
        assert!(garden.has("public/nl/winterplan/index.html"));
        let numbers: Vec<_> = garden.store.releases(&"nl".parse().unwrap()).await.unwrap();
        let numbers: Vec<_> = numbers.iter().map(|release| (release.sequence, release.post.as_str())).collect();
        let expected = [(1, "composteren"), (2, "slakken"), (3, "regenton"), (4, "eerste-vorst"), (5, "winterplan")];
        assert_eq!(numbers, expected);
    });
}

#[test]
fn an_old_archive_goes_onto_pages_and_into_no_digest() {
    tell(async |garden| {
        garden.write("posts/vroeger.md", "---\ntitle: Vroeger\ndate: 2020-05-01\n---\nToen.\n");
        garden.publish().await;
        garden.join_from("an@lezers.example", "nl", "2026-10-02".parse().unwrap()).await;
        assert!(garden.has("public/nl/vroeger/index.html"));
        garden.write("posts/ouder.md", "---\ntitle: Ouder\ndate: 2019-05-01\n---\nToen.\n");
        assert_eq!(garden.digest().await[0].about(), "nl: regenton slakken");
        assert!(garden.has("public/nl/ouder/index.html"));
    });
}

#[test]
fn a_visitor_is_sent_to_the_language_they_ask_for_without_a_cookie() {
    tell(async |garden| {
        for (asked, place) in [("fr-BE,fr;q=0.9", "/fr/"), ("ar", "/ar/"), ("ja", "/nl/"), ("", "/nl/")] {
            let answer = garden.ask(Method::GET, "/", &[("accept-language", asked)], "").await;
            assert!(answer.status.is_redirection());
            assert_eq!((answer.header("location"), answer.header("vary")), (place, "Accept-Language"));
            assert_eq!(answer.header("set-cookie"), "");
        }
    });
}

#[test]
fn pages_and_feeds_are_served_as_what_they_are() {
    tell(async |garden| {
        garden.publish().await;
        for (path, kind) in [
            ("/nl/", "text/html; charset=utf-8"),
            ("/fr/slakken/", "text/html; charset=utf-8"),
            ("/nl/feed.xml", "application/rss+xml; charset=utf-8"),
            ("/fr/atom.xml", "application/atom+xml; charset=utf-8"),
            ("/ar/topics/bodem/feed.json", "application/feed+json; charset=utf-8"),
            ("/feeds.opml", "text/x-opml; charset=utf-8"),
            ("/en/feeds.opml", "text/x-opml; charset=utf-8"),
            ("/sitemap.xml", "text/xml"),
            ("/robots.txt", "text/plain"),
            ("/site.css", "text/css"),
            ("/media/composteren/zak.svg", "image/svg+xml"),
        ] {
            let answer = garden.get(path).await;
            assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, kind), "{path}");
            assert_eq!(answer.header("x-content-type-options"), "nosniff");
        }
        for path in ["/fr/niets/", "/nl/../../postduif.toml", "/.postduif-files", "/nl/%2e%2e/%2e%2e/postduif.toml"] {
            let answer = garden.get(path).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        }
        let answer = garden.get("/fr/slakken").await;
        assert_eq!((answer.status, answer.header("location")), (StatusCode::PERMANENT_REDIRECT, "/fr/slakken/"));
        assert!(garden.get("/fr/niets/").await.body.contains("<html lang=\"fr\""), "said in the visitor's language");
        let mut followed = 0;
        for file in site(&garden).into_keys().filter(|file| file.ends_with(".html")) {
            let page = garden.read(&format!("public/{file}"));
            let links = attributes(&page, "<a ", "href").into_iter();
            let ours =
                links.map(|link| link.strip_prefix(ADDRESS).unwrap_or(link)).filter(|link| link.starts_with('/'));
            for link in ours.filter(|link| *link != "/kom-mee") {
                let path = link.split('#').next().unwrap();
                assert_eq!(garden.get(path).await.status, StatusCode::OK, "{file} leads to {link}");
                followed += 1;
            }
        }
        assert!(followed > 100, "{followed} links");
    });
}
