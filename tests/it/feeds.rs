//! Feeds as readers and their programs get them: three formats that say the same, and nothing twice.

mod hub;
mod readers;

use std::{collections::BTreeMap, sync::Arc};

use postduif::workflows::Content;
use serde_json::Value;

use crate::harness::{ADDRESS, Publication, tell, tell_with};

/// What a feed says of a post, whatever the format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Item {
    id: String,
    title: String,
    url: String,
    published: String,
    updated: String,
    summary: Option<String>,
    html: String,
    authors: Vec<String>,
    topics: Vec<String>,
    language: Option<String>,
    enclosure: Option<(String, String, String)>,
}

/// The three files of a feed, in its folder below `public`.
fn feed(garden: &Publication, folder: &str) -> [Vec<Item>; 3] {
    let read = |file: &str| garden.read(&format!("public/{folder}{file}"));
    [from_rss(&read("feed.xml")), from_atom(&read("atom.xml")), from_json(&read("feed.json"))]
}

/// The items of a feed, of which all formats say the same.
fn items(garden: &Publication, folder: &str) -> Vec<Item> {
    let [rss, atom, json] = feed(garden, folder);
    assert_eq!(rss, atom, "{folder}");
    assert_eq!(rss, json, "{folder}");
    rss
}

/// An instant of which each format says by what clock.
fn in_utc(instant: &str) -> String {
    chrono::DateTime::parse_from_rfc3339(instant).unwrap().to_utc().to_rfc3339()
}

fn from_rss(feed: &str) -> Vec<Item> {
    let channel = rss::Channel::read_from(feed.as_bytes()).unwrap();
    // The crate that writes it passes over it when it reads.
    let updates = feed.split("<item>").skip(1).map(|item| {
        let after = item.split("</content:encoded>").nth(1)?;
        after.split_once("<atom:updated>")?.1.split('<').next().map(in_utc)
    });
    let iso = |date: &str| chrono::DateTime::parse_from_rfc2822(date).unwrap().to_utc().to_rfc3339();
    let item = |(item, updated): (rss::Item, Option<String>)| {
        let published = iso(item.pub_date().unwrap());
        let extra = item.dublin_core_ext.clone().unwrap_or_default();
        assert!(!item.guid.as_ref().unwrap().permalink);
        Item {
            id: item.guid.as_ref().unwrap().value.clone(),
            title: item.title.clone().unwrap(),
            url: item.link.clone().unwrap(),
            updated: updated.unwrap_or_else(|| published.clone()),
            published,
            summary: item.description.clone(),
            html: item.content.clone().unwrap(),
            authors: extra.creators,
            topics: item.categories.iter().map(|category| category.name.clone()).collect(),
            language: extra.languages.into_iter().next(),
            enclosure: item.enclosure.map(|file| (file.url, file.mime_type, file.length)),
        }
    };
    channel.items.into_iter().zip(updates).map(item).collect()
}

fn from_atom(feed: &str) -> Vec<Item> {
    let feed = atom_syndication::Feed::read_from(feed.as_bytes()).unwrap();
    let entry = |entry: atom_syndication::Entry| {
        let link = |rel: &str| entry.links.iter().find(|link| link.rel == rel).cloned();
        let content = entry.content.clone().unwrap();
        assert_eq!(content.content_type.as_deref(), Some("html"));
        assert_eq!((&content.lang, &content.lang), (&entry.title.lang, &link("alternate").unwrap().hreflang));
        Item {
            id: entry.id.clone(),
            title: entry.title.value.clone(),
            url: link("alternate").unwrap().href,
            published: entry.published.unwrap().to_utc().to_rfc3339(),
            updated: entry.updated.to_utc().to_rfc3339(),
            summary: entry.summary.as_ref().map(|text| text.value.clone()),
            html: content.value.unwrap(),
            authors: entry.authors.iter().map(|author| author.name.clone()).collect(),
            topics: entry.categories.iter().map(|category| category.term.clone()).collect(),
            language: content.lang,
            enclosure: link("enclosure").map(|file| (file.href, file.mime_type.unwrap(), file.length.unwrap())),
        }
    };
    feed.entries.into_iter().map(entry).collect()
}

fn from_json(feed: &str) -> Vec<Item> {
    let feed: Value = serde_json::from_str(feed).unwrap();
    let item = |item: &Value| {
        let text = |key: &str| item[key].as_str().map(str::to_owned);
        let at = |key: &str| in_utc(&text(key).unwrap());
        let list = |key: &str| item[key].as_array().cloned().unwrap_or_default();
        let file = item["attachments"].get(0);
        let file = file.map(|file| {
            let text = |key: &str| file[key].as_str().unwrap().to_owned();
            (text("url"), text("mime_type"), file["size_in_bytes"].to_string())
        });
        assert_eq!(text("image"), file.as_ref().map(|(url, ..)| url.clone()));
        Item {
            id: text("id").unwrap(),
            title: text("title").unwrap(),
            url: text("url").unwrap(),
            published: at("date_published"),
            updated: at("date_modified"),
            summary: text("summary"),
            html: text("content_html").unwrap(),
            authors: list("authors").iter().map(|author| author["name"].as_str().unwrap().to_owned()).collect(),
            topics: list("tags").iter().map(|tag| tag.as_str().unwrap().to_owned()).collect(),
            language: text("language"),
            enclosure: file,
        }
    };
    feed["items"].as_array().unwrap().iter().map(item).collect()
}

fn titles(items: &[Item]) -> Vec<&str> {
    items.iter().map(|item| item.title.as_str()).collect()
}

#[test]
fn all_formats_say_the_same_of_every_post_of_a_language_or_topic() {
    tell(async |garden| {
        garden.publish().await;
        let dutch = items(&garden, "nl/");
        assert_eq!(titles(&dutch), ["De regenton vullen", "Vrede met de slak", "Composteren in één zak"]);
        assert_eq!(titles(&items(&garden, "nl/topics/bodem/")), ["De regenton vullen", "Composteren in één zak"]);
        assert_eq!(titles(&items(&garden, "fr/topics/dieren/")), ["La paix avec la limace"]);
        let item = &items(&garden, "fr/")[1];
        assert_eq!(item.id, "tag:moestuin.example,2026:fr/composteren");
        assert_eq!(item.url, format!("{ADDRESS}/fr/composteren/"));
        assert_eq!((item.published.as_str(), &item.published), ("2026-09-30T22:00:00+00:00", &item.updated));
        assert_eq!((&item.authors[..], &item.topics[..]), (&["Mieke Aerts".to_owned()][..], &["Sol".to_owned()][..]));
        let picture = format!("{ADDRESS}/media/composteren/zak.svg");
        let length = std::fs::metadata(garden.root().join("public/media/composteren/zak.svg")).unwrap().len();
        assert_eq!(item.enclosure, Some((picture.clone(), "image/svg+xml".to_owned(), length.to_string())));
        assert!(item.html.starts_with(&format!("<figure><img src=\"{picture}\"")), "{}", item.html);
        assert!(item.html.contains("<a href=\"https://doi.org/10.1000/moestuin.1\">DOI</a>"), "{}", item.html);
        for locale in ["nl", "ar"] {
            for item in items(&garden, &format!("{locale}/")) {
                let within = item.html.split(['"', ' ']).find(|word| word.starts_with('/'));
                assert_eq!(within, None, "{locale}: it leads nowhere outside the site");
            }
        }
    });
}

#[test]
fn a_feed_says_where_it_is_and_in_which_language() {
    tell_with(&[("[site]\n", "[site]\nhub = \"https://hub.example/\"\n")], async |garden| {
        garden.publish().await;
        for (folder, title) in [("ar/", "De Moestuin"), ("fr/topics/bodem/", "De Moestuin – Sol")] {
            let read = |file: &str| garden.read(&format!("public/{folder}{file}"));
            let language = &folder[..2];
            let own = |file: &str| format!("{ADDRESS}/{folder}{file}");
            let rss = rss::Channel::read_from(read("feed.xml").as_bytes()).unwrap();
            assert_eq!((rss.title(), rss.language(), rss.link()), (title, Some(language), own("").as_str()));
            let links = |links: &[atom_syndication::Link], rel: &str| {
                let of: Vec<_> = links.iter().filter(|link| link.rel == rel).map(|link| link.href.clone()).collect();
                of.join(" ")
            };
            let given = &rss.atom_ext.as_ref().unwrap().links;
            assert_eq!(
                (links(given, "self"), links(given, "hub")),
                (own("feed.xml"), "https://hub.example/".to_owned())
            );
            let atom = atom_syndication::Feed::read_from(read("atom.xml").as_bytes()).unwrap();
            assert_eq!((atom.title.as_str(), atom.lang.as_deref()), (title, Some(language)));
            assert_eq!(atom.id, format!("tag:moestuin.example,2026:{folder}"));
            assert_eq!(links(&atom.links, "self"), own("atom.xml"));
            assert_eq!(links(&atom.links, "hub"), "https://hub.example/");
            let newest = items(&garden, folder).into_iter().map(|item| item.updated).max().unwrap();
            assert_eq!(atom.updated.to_utc().to_rfc3339(), newest, "the same whenever it is written");
            let json: Value = serde_json::from_str(&read("feed.json")).unwrap();
            assert_eq!((json["title"].as_str(), json["language"].as_str()), (Some(title), Some(language)));
            assert_eq!(json["feed_url"].as_str().unwrap(), own("feed.json"));
            assert_eq!(json["hubs"][0]["url"].as_str(), Some("https://hub.example/"));
            for file in ["feed.xml", "atom.xml", "feed.json"] {
                let answer = garden.get(&format!("/{folder}{file}")).await;
                let links: Vec<_> = answer.headers.get_all("link").iter().map(|link| link.to_str().unwrap()).collect();
                let own = format!("<{}>; rel=\"self\"", own(file));
                assert_eq!(links, ["<https://hub.example/>; rel=\"hub\"", own.as_str()]);
            }
        }
    });
}

#[test]
fn neither_a_correction_nor_another_address_of_the_site_changes_an_id_a_date_or_the_order() {
    tell(async |garden| {
        garden.publish().await;
        let before = items(&garden, "nl/");
        garden.edit("posts/slakken.md", "title: Vrede met de slak\n", "title: De slak en wij\nupdated: 2026-10-12\n");
        garden.edit("posts/slakken.md", "elke ochtend", "elke avond");
        garden.sync().await;
        garden.wait_a_week();
        garden.publish().await;
        let after = items(&garden, "nl/");
        assert_eq!(titles(&after), ["De regenton vullen", "De slak en wij", "Composteren in één zak"]);
        let ids =
            |items: &[Item]| items.iter().map(|item| (item.id.clone(), item.published.clone())).collect::<Vec<_>>();
        assert_eq!(ids(&after), ids(&before));
        assert_eq!(after[1].updated, "2026-10-11T22:00:00+00:00");
        assert_eq!((&after[0], &after[2]), (&before[0], &before[2]));

        let mut settings = postduif::publication::Settings::clone(&garden.content.settings);
        settings.site.base_url = "https://elders.example/tuin/".parse().unwrap();
        let moved = Content { settings: Arc::new(settings), ..garden.content.clone() };
        moved.publish(&garden.store, garden.now()).await.unwrap();
        let moved = items(&garden, "nl/");
        assert_eq!(ids(&moved), ids(&before));
        assert_eq!(moved[1].url, "https://elders.example/tuin/nl/slakken/");
        assert!(moved.iter().all(|item| !item.html.contains(ADDRESS)), "{moved:#?}");
    });
}

#[test]
fn what_is_in_another_language_is_in_a_feed_only_by_rule_and_says_so() {
    for (below, wait) in [("hide", ""), ("hide", ", wait_at_most = \"7d\""), ("fallback", ", wait_at_most = \"7d\"")] {
        let gate = format!("[locales.fr]\ngate = {{ below = \"{below}\"{wait} }}\n");
        tell_with(&[("[locales.fr]\n", &gate)], async |garden| {
            garden.publish().await;
            garden.wait_a_week();
            let released = garden.publish().await.released.values().sum::<usize>();
            let has_waited = !wait.is_empty();
            assert_eq!(released > 0, has_waited, "its readers waited long enough");
            let french = items(&garden, "fr/");
            let dutch: Vec<_> = french.iter().filter(|item| item.id.ends_with("/regenton")).collect();
            assert_eq!(dutch.len(), usize::from(has_waited), "{gate}");
            assert_eq!(garden.has("public/fr/regenton/index.html"), has_waited, "{gate}");
            for item in dutch {
                assert_eq!(item.language.as_deref(), Some("nl"));
                let said = "<p><em>Cet article n’est pas encore traduit.";
                assert!(item.html.starts_with(said), "{}", item.html);
                assert!(
                    item.html.contains(&format!("<a href=\"{ADDRESS}/nl/regenton/\" lang=\"nl\"")),
                    "{}",
                    item.html
                );
            }
            if has_waited {
                let list = garden.read("public/fr/topics/water/index.html");
                assert!(list.contains("<span class=\"tongue\" lang=\"nl\" dir=\"ltr\">Nederlands</span>"), "{list}");
            }
            let own = french.iter().find(|item| item.id.ends_with("/slakken")).unwrap();
            assert_eq!(own.language, None, "most of it is French");
            assert!(own.html.starts_with("<p><em>Cet article"), "and it says what is not: {}", own.html);
        });
    }
}

#[test]
fn a_correction_that_is_still_to_come_is_told_and_no_feed_says_so_before() {
    tell(async |garden| {
        garden.publish().await;
        let before = items(&garden, "nl/");
        garden.edit(
            "posts/slakken.md",
            "title: Vrede met de slak\n",
            "title: Vrede met de slak\nupdated: 2062-10-12\n",
        );
        let found = garden.publish().await.diagnostics;
        let found: Vec<_> = found.iter().map(|found| (found.code, found.line)).collect();
        assert_eq!(found, [("updated-ahead", 3)]);
        assert_eq!(items(&garden, "nl/"), before);
        assert!(!garden.read("public/sitemap.xml").contains("2062"));
        garden.edit("posts/slakken.md", "updated: 2062-10-12\n", "updated: 2026-10-07\n");
        assert_eq!(garden.publish().await.diagnostics, []);
        assert!(items(&garden, "nl/").iter().any(|item| item.updated != item.published));
    });
}

#[test]
fn a_post_that_cannot_be_read_keeps_its_items_in_every_feed_and_format() {
    tell(async |garden| {
        garden.publish().await;
        let folders = ["nl/", "nl/topics/dieren/", "fr/", "fr/topics/dieren/"];
        let before = folders.map(|folder| items(&garden, folder));
        let good = garden.read("posts/slakken.md");
        garden.edit("posts/slakken.md", "title:", "titel:");
        for _ in 0..2 {
            garden.publish().await;
            assert_eq!(folders[..1].iter().map(|folder| items(&garden, folder)).collect::<Vec<_>>(), before[..1]);
            assert_eq!(items(&garden, "fr/"), before[2]);
            // Nothing else is about it: its files stay.
            assert_eq!(items(&garden, "nl/topics/dieren/"), before[1]);
            assert_eq!(items(&garden, "fr/topics/dieren/"), before[3]);
        }
        garden.write("posts/slakken.md", good);
        garden.publish().await;
        assert_eq!(folders.map(|folder| items(&garden, folder)), before);
    });
}

#[test]
fn every_page_leads_programs_and_people_to_the_feeds_of_its_language() {
    tell(async |garden| {
        garden.publish().await;
        let types = [
            ("feed.xml", "application/rss+xml"),
            ("atom.xml", "application/atom+xml"),
            ("feed.json", "application/feed+json"),
        ];
        for (page, folders) in
            [("fr/", &["fr/"][..]), ("ar/composteren/", &["ar/"]), ("nl/topics/bodem/", &["nl/", "nl/topics/bodem/"])]
        {
            let html = garden.read(&format!("public/{page}index.html"));
            for folder in folders {
                for (file, kind) in types {
                    let link = format!("<link rel=\"alternate\" type=\"{kind}\" title=\"");
                    let found = html
                        .lines()
                        .filter(|line| line.starts_with(&link) && line.contains(&format!("href=\"/{folder}{file}\"")));
                    assert_eq!(found.count(), 1, "{page} names {folder}{file}");
                    let answer = garden.get(&format!("/{folder}{file}")).await;
                    assert!(answer.status.is_success() && answer.header("content-type").starts_with(kind));
                }
            }
            assert!(html.contains(&format!("href=\"/{}/feeds/\"", &page[..2])), "{page} leads to the page about feeds");
        }
        let page = garden.read("public/fr/feeds/index.html");
        for address in ["fr/feed.xml", "fr/topics/bodem/feed.xml", "fr/topics/dieren/feed.xml"] {
            assert!(page.contains(&format!("<code dir=\"ltr\">{ADDRESS}/{address}</code>")), "{page}");
        }
        assert!(garden.read("public/nl/topics/bodem/index.html").contains("href=\"/nl/feeds/#topic-bodem\""));
    });
}

#[test]
fn the_lists_of_feeds_name_each_feed_once() {
    tell(async |garden| {
        garden.publish().await;
        let addresses = |list: &str| {
            let list = garden.read(&format!("public/{list}"));
            let of = list.split("xmlUrl=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned());
            of.collect::<Vec<_>>()
        };
        let mut all: BTreeMap<String, usize> = BTreeMap::new();
        for locale in ["nl", "fr", "en", "de", "ar"] {
            for address in addresses(&format!("{locale}/feeds.opml")) {
                let path = address.strip_prefix(ADDRESS).unwrap();
                assert!(path.starts_with(&format!("/{locale}/")) && garden.has(&format!("public{path}")), "{address}");
                *all.entry(address).or_default() += 1;
            }
        }
        assert!(all.len() > 10 && all.values().all(|times| *times == 1), "{all:?}");
        let mut listed = addresses("feeds.opml");
        listed.sort();
        assert_eq!(listed, all.into_keys().collect::<Vec<_>>());
    });
}
