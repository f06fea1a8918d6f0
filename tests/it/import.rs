//! What others published becomes drafts: from feeds, pages and text dumps.

mod dumps;
mod exports;
mod hostile;
mod lost;
mod network;
mod shared;
mod site;

use std::{collections::BTreeMap, fs, path::Path, time::Duration};

use postduif::{
    clock::Clock,
    config::Config,
    intake::{Fetcher, Importer, Limits, Order, Permission, Report},
    posts::{LoadSettings, Loaded, Post, load_posts},
};
use tempfile::TempDir;

use self::site::{Reply, Site};
use crate::harness::{MORNING, copy_folder, fixture, postduif};

/// A garden whose posts are few, and which imports from where it may.
pub(crate) struct Garden {
    folder: TempDir,
    importer: Importer,
}

impl Garden {
    /// The publication of the stories.
    pub(crate) fn open(permission: Permission) -> Self {
        let _ = rustls::crypto::ring::default_provider().install_default();
        // Long enough for a page, short enough for a test that waits for its end.
        let limits = Limits { document_bytes: 2 << 20, picture_bytes: 64 << 10, time: Duration::from_millis(1_500) };
        let folder = tempfile::tempdir().unwrap();
        copy_folder(&fixture("publication"), folder.path());
        let config = Config::load(&folder.path().join("postduif.toml"), []).unwrap();
        let fetcher = Fetcher::new(permission, limits, false).unwrap();
        let clock = Clock::manual(MORNING.parse().unwrap());
        let importer = Importer::new(&config.root, &config.settings, fetcher, clock).unwrap();
        Self { folder, importer }
    }

    /// Imports from an address or a file.
    pub(crate) fn import(&self, source: &str) -> Report {
        self.obey(&Order { sources: vec![source.parse().unwrap()], dry_run: false, limit: 20_000 })
    }

    pub(crate) fn obey(&self, order: &Order) -> Report {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(self.importer.import(order, |_, _| {})).unwrap()
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Every file below `posts`, with its bytes.
    pub(crate) fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        collect(&self.path().join("posts"), "", &mut files);
        files
    }

    pub(crate) fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path().join(file)).unwrap()
    }

    /// A post as it is loaded again. Nothing may be wrong with it, but that a picture was not described.
    pub(crate) fn post(&self, slug: &str) -> Post {
        let zone = Config::load(&self.path().join("postduif.toml"), []).unwrap().settings.site.zone;
        let Loaded { posts, diagnostics, .. } = load_posts(self.path(), LoadSettings { zone }).unwrap();
        let own = diagnostics.iter().filter(|found| found.file.to_string_lossy().contains(slug));
        let own: Vec<_> = own.filter(|found| found.code != "missing-alt" || found.is_error()).collect();
        assert!(own.is_empty(), "{own:#?}");
        posts.into_iter().find(|post| post.slug.as_str() == slug).unwrap()
    }
}

fn collect(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{name}/"), files);
        } else {
            files.insert(name, fs::read(entry.path()).unwrap());
        }
    }
}

/// A picture of one pixel.
pub(crate) fn png() -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89".to_vec();
    bytes.extend(b"\0\0\0\x0dIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\0\x05\0\x01\xff\x89\x99\x3d\x1d\0\0\0\0IEND\xaeB`\x82");
    bytes
}

fn slugs(report: &Report) -> Vec<&str> {
    report.imported.iter().map(|one| one.slug.as_str()).collect()
}

#[test]
fn a_post_that_moves_here_from_the_same_host_keeps_its_path() {
    let garden = Garden::open(Permission::default());
    let item = |path: &str| {
        let text = "<description>Prei wil diepe grond, en wie te ondiep plant, oogst bleke stelen.</description>";
        format!("<item><title>Prei{}</title><link>{path}</link>{text}</item>", path.len())
    };
    let links = [
        "https://moestuin.example/2019/05/prei.html",
        "https://moestuin.example/blog/?p=17",
        "https://elders.example/prei",
    ];
    let items: String = links.iter().map(|link| item(link)).collect();
    let feed = garden.path().join("oud.xml");
    fs::write(&feed, format!("<rss version=\"2.0\"><channel><title>Oud</title>{items}</channel></rss>")).unwrap();
    let report = garden.import(feed.to_str().unwrap());
    let paths: Vec<_> = slugs(&report).into_iter().map(|slug| garden.read(&format!("posts/{slug}.md"))).collect();
    let kept = |text: &String| text.contains("aliases:\n  - \"/2019/05/prei.html\"\n");
    assert_eq!(paths.iter().map(kept).collect::<Vec<_>>(), [true, false, false], "{report:#?} {paths:#?}");
    assert!(paths[1..].iter().all(|text| !text.contains("aliases")), "{paths:#?}");
    let told: Vec<_> =
        report.imported.iter().map(|one| one.review.iter().any(|doubt| doubt.contains("?p=17"))).collect();
    assert_eq!(told, [false, true, false], "{report:#?}");
}

/// A site with a feed and what the feed shows.
fn old_garden() -> Site {
    let site = Site::open();
    site.put_text("/feed", "application/rss+xml", &fs::read_to_string(fixture("import/feed.xml")).unwrap());
    site.put("/f/prei.png", Reply::Is("text/html", png()));
    site.put("/f/zonder.png", Reply::Is("image/png", png()));
    site
}

#[test]
fn a_feed_becomes_drafts_with_their_pictures() {
    let site = old_garden();
    let garden = Garden::open(site.permission());
    let report = garden.import(&site.address("/feed"));
    assert!(report.failed.is_empty(), "{report:#?}");
    assert_eq!(slugs(&report), ["prei-en-ui-buren-die-van-elkaar-houden", "etc-passwd"]);
    let post = garden.post("prei-en-ui-buren-die-van-elkaar-houden");
    assert_eq!(post.title, "Prei & ui: buren die van elkaar houden");
    assert_eq!(post.date.to_rfc3339(), "2025-05-03T07:30:00+00:00");
    assert_eq!((post.authors, post.topics), (vec!["mieke".to_owned()], vec!["bodem".to_owned()]));
    assert_eq!(post.summary.as_deref(), Some("Wie prei naast ui zet, wint twee keer."));
    assert_eq!(post.imported_from, [format!("tuin-17 in {}", site.address("/")), site.address("/prei")]);
    assert!(post.draft);
    let source = &post.sources[0];
    assert_eq!((source.doi.as_deref(), source.pmid.as_deref()), (Some("10.5555/prei.20"), Some("99000222")));
    let body = format!(
        "\n## Waarom\n\nPrei en ui **delen** geen plagen, zegt [onze buur]({}).\n\n\
         ![Een rij prei in de mist](prei.png \"Vroeg in mei\")\n\n![](zonder.png)\n",
        site.address("/over")
    );
    assert_eq!(post.body, body);
    assert_eq!(post.review, ["say what the picture zonder.png shows, for who cannot see it"]);
    let folder = "prei-en-ui-buren-die-van-elkaar-houden";
    assert_eq!(garden.files()[&format!("{folder}/prei.png")], png());
}

#[test]
fn a_second_import_brings_only_what_is_new() {
    let site = old_garden();
    let garden = Garden::open(site.permission());
    garden.import(&site.address("/feed"));
    garden.path().join("posts/etc-passwd.md").metadata().unwrap();
    let edited = garden.read("posts/etc-passwd.md").replace("Een stuk", "Een herschreven stuk");
    fs::write(garden.path().join("posts/etc-passwd.md"), &edited).unwrap();
    let before = garden.files();
    let again = garden.import(&site.address("/feed"));
    assert_eq!((slugs(&again), again.skipped.len()), (vec![], 2));
    assert_eq!(garden.files(), before);
    let feed = fs::read_to_string(fixture("import/feed.xml")).unwrap();
    let item =
        "<item><title>Nieuw</title><guid>tuin-18</guid><description>Een nieuw stuk over erwten.</description></item>";
    site.put_text("/feed", "application/rss+xml", &feed.replace("</channel>", &format!("{item}</channel>")));
    let more = garden.import(&site.address("/feed"));
    assert_eq!((slugs(&more), more.skipped.len()), (vec!["nieuw"], 2));
}

#[test]
fn a_taken_name_gets_a_number_and_nothing_is_overwritten() {
    let site = Site::open();
    let garden = Garden::open(site.permission());
    fs::create_dir(garden.path().join("posts/erwten")).unwrap();
    fs::write(garden.path().join("posts/erwten/schets.txt"), "van mij").unwrap();
    fs::write(garden.path().join("posts/erwten-2.md"), "geen post, en toch van iemand").unwrap();
    let before = garden.files();
    for guid in ["a", "b"] {
        let item = format!(
            "<item><title>Erwten</title><guid>{guid}</guid><description>Zaai ze in maart.</description></item>"
        );
        site.put_text(
            "/feed",
            "text/xml",
            &format!("<rss version=\"2.0\"><channel><title>x</title>{item}</channel></rss>"),
        );
        garden.import(&site.address("/feed"));
    }
    let after = garden.files();
    assert!(before.iter().all(|(name, bytes)| after.get(name) == Some(bytes)));
    let new: Vec<_> = after.keys().filter(|name| !before.contains_key(*name)).collect();
    assert_eq!(new, ["erwten-3.md", "erwten-4.md"]);
}

#[test]
fn atom_and_json_feeds_become_drafts_too() {
    let site = Site::open();
    let garden = Garden::open(site.permission());
    let atom = "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"><title>x</title>\
                <id>x</id><updated>2025-01-01T00:00:00Z</updated><author><name>Mieke</name></author><entry><id>tag:a,2025:1</id>\
                <title type=\"html\">Caf&amp;eacute; in de tuin</title><updated>2025-01-02T10:00:00Z</updated>\
                <link href=\"SITE/cafe\"/><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Met <em>veel</em> \
                kaf\u{e9}.</p></div></content></entry></feed>";
    let latin: Vec<u8> = atom.replace("SITE", &site.address("")).chars().map(|c| u8::try_from(c).unwrap()).collect();
    site.put("/atom", Reply::Is("application/atom+xml", latin));
    let json = r#"{"version":"https://jsonfeed.org/version/1.1","title":"x","items":[{"id":"9","url":"SITE/bonen",
        "title":"Bonen","content_html":"<p>Leg ze in mei.</p>","date_published":"2025-05-01T08:00:00+02:00",
        "authors":[{"name":"Onbekende Buur"}]}]}"#;
    site.put_text("/json", "application/feed+json", json);
    assert_eq!(slugs(&garden.import(&site.address("/atom"))), ["cafe-in-de-tuin"]);
    let post = garden.post("cafe-in-de-tuin");
    assert_eq!((post.title.as_str(), post.body.as_str()), ("Café in de tuin", "\nMet *veel* kafé.\n"));
    assert_eq!(slugs(&garden.import(&site.address("/json"))), ["bonen"]);
    let post = garden.post("bonen");
    assert_eq!(post.body, "\nLeg ze in mei.\n");
    let unlisted = "the author \"Onbekende Buur\" is not listed in postduif.toml and was left out";
    assert_eq!((post.authors, post.review), (vec![], vec![unlisted.to_owned()]));
}

#[test]
fn a_page_becomes_a_draft_without_what_stands_around_the_article() {
    let site = Site::open();
    let garden = Garden::open(site.permission());
    site.put("/tomaten", Reply::Is("text/html", fs::read(fixture("import/page.html")).unwrap()));
    let report = garden.import(&site.address("/tomaten"));
    assert!(report.failed.is_empty(), "{report:#?}");
    let slug = report.imported[0].slug.to_string();
    let post = garden.post(&slug);
    assert!(post.title.starts_with("Tomaten dieven"), "{}", post.title);
    assert_eq!(post.date.to_rfc3339(), "2025-07-12T06:00:00+00:00");
    assert_eq!(post.authors, ["mieke"]);
    for there in ["## Wanneer", "- begin onderaan\n- laat de top", "Café erbij", "[over prei]("] {
        assert!(post.body.contains(there), "{there}: {}", post.body);
    }
    for gone in ["Winkel", "nieuwsbrief", "geheim", "color", "volger", "javascript", "onmouseover", "Schrijf je in"] {
        assert!(!post.body.contains(gone), "{gone}: {}", post.body);
    }
    assert_eq!(garden.import(&site.address("/tomaten")).skipped.len(), 1);
}

#[test]
fn a_page_in_a_file_is_known_again_by_what_it_says_of_itself() {
    let garden = Garden::open(Permission::default());
    let page: String = fs::read(fixture("import/page.html")).unwrap().into_iter().map(char::from).collect();
    let page = page.replace("windows-1252", "utf-8");
    let start = page.find("<title>").unwrap();
    let end = page.find("</title>").unwrap();
    let other_title = format!("{}<title>Moestuin, tips en meer | De Tuin{}", &page[..start], &page[end..]);
    let canonical = "<head><link rel=\"canonical\" href=\"https://tuin.example/blog/tomaten/\">";
    for (name, text) in [("met.html", other_title.replacen("<head>", canonical, 1)), ("zonder.html", other_title)] {
        let file = garden.path().join(name);
        fs::write(&file, &text).unwrap();
        let source = file.to_str().unwrap();
        let imported = garden.import(source).imported;
        assert!(imported[0].title.starts_with("Tomaten dieven"), "{imported:#?}");
        // Whatever was corrected further down.
        fs::write(&file, text.replacen("</article>", "<p>Nog een zin.</p></article>", 1)).unwrap();
        let again = garden.import(source);
        assert_eq!((again.imported.len(), again.skipped.len()), (0, 1), "{again:#?}");
        let post = garden.post(imported[0].slug.as_str());
        let is_own = post.imported_from == ["https://tuin.example/blog/tomaten/"];
        assert!(is_own || post.imported_from[0].starts_with("text:"), "{:?}", post.imported_from);
        assert_eq!(is_own, name == "met.html");
    }
}

#[test]
fn of_an_article_that_a_feed_only_summarizes_the_page_is_fetched() {
    let site = Site::open();
    let garden = Garden::open(site.permission());
    site.put("/tomaten", Reply::Is("text/html; charset=windows-1252", fs::read(fixture("import/page.html")).unwrap()));
    let item = |path: &str| {
        format!(
            "<item><title>{path}</title><link>SITE/{path}</link><guid>{path}</guid><description>Kort.</description></item>"
        )
    };
    let items = item("tomaten") + &item("weg");
    site.put_text(
        "/feed",
        "text/xml",
        &format!("<rss version=\"2.0\"><channel><title>x</title>{items}</channel></rss>"),
    );
    let report = garden.import(&site.address("/feed"));
    assert_eq!(slugs(&report), ["tomaten", "weg"]);
    let whole = garden.post("tomaten");
    assert!(whole.body.contains("## Wanneer") && whole.summary.as_deref() == Some("Kort."), "{whole:#?}");
    let short = garden.post("weg");
    assert_eq!(short.body, "\nKort.\n");
    assert!(short.review.iter().any(|line| line.contains("404")), "{:?}", short.review);
}

#[test]
fn a_dump_becomes_one_draft_for_each_article() {
    let garden = Garden::open(Permission::default());
    let dump = fixture("import/tuinblog.txt");
    let report = garden.import(dump.to_str().unwrap());
    let found: Vec<_> = report.imported.iter().map(|one| (one.slug.as_str(), &one.date[..10])).collect();
    let expected = [
        ("hoe-ik-mijn-kleigrond-los-kreeg-drie-winters-geduld", "2024-09-11"),
        ("hoeveel-regenton-past-bij-jouw-tuin", "2025-06-01"),
        ("waar-slakken-van-houden", "2025-04-13"),
        // The 31st of February is none, so it is the day of the import.
        ("wat-doet-stro-met-de-grond", "2026-10-09"),
    ];
    assert_eq!(found, expected);
    assert_eq!(report.left_out.len(), 1, "the call to action is no article: {:?}", report.left_out);
    let clay = garden.post(expected[0].0);
    assert_eq!((clay.authors, clay.sources.len()), (vec!["mieke".to_owned()], 2));
    assert_eq!(clay.sources[0].doi.as_deref(), Some("10.5555/tt.2021.345"));
    assert_eq!(clay.sources[1].url.as_deref(), Some("https://bodem.example/wormen?jaar=2019"));
    for there in [
        "\n## Waarom klei zo koppig is\n",
        "\n## Wat doe je nu best?\n",
        "\n1. Blijf van natte grond af",
        "\n4. Leg vaste",
    ] {
        assert!(clay.body.contains(there), "{there}: {}", clay.body);
    }
    for gone in ["Leestijd", "Terug naar blog", "Bronnen", "Geschreven door", "11/09/24", "Heb je deze"] {
        assert!(!clay.body.contains(gone), "{gone}: {}", clay.body);
    }
    assert!(clay.review.iter().any(|line| line.contains("11 september 2024")), "{:?}", clay.review);
    assert!(clay.review.iter().any(|line| line.contains("tuinbeelden.example")), "{:?}", clay.review);
    let barrel = garden.post(expected[1].0);
    assert!(barrel.summary.as_deref().is_some_and(|summary| summary.starts_with("Een regenton is snel gezet")));
    assert!(barrel.body.contains("\n- De oppervlakte van je bedden: elke vierkante meter telt.\n"), "{}", barrel.body);
    assert!(barrel.review.iter().any(|line| line.contains("names no day")), "{:?}", barrel.review);
    let straw = garden.post(expected[3].0);
    assert!(straw.review.iter().any(|line| line.contains("31/02/25")), "{:?}", straw.review);
    let again = garden.import(dump.to_str().unwrap());
    assert_eq!((again.imported.len(), again.skipped.len()), (0, 4));
}

#[test]
fn the_seed_of_a_real_blog_becomes_its_four_articles() {
    // A real dump that lies beside the project on some machines.
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().map(|folder| folder.join("shared/seed/blog.txt"));
    let Some(seed) = seeds.into_iter().find(|seed| seed.exists()) else { return };
    let garden = Garden::open(Permission::default());
    let report = garden.import(seed.to_str().unwrap());
    let dates: Vec<_> = report.imported.iter().map(|one| &one.date[..10]).collect();
    assert_eq!(dates, ["2024-09-11", "2025-06-01", "2025-04-13", "2025-03-09"]);
    for one in &report.imported {
        let post = garden.post(one.slug.as_str());
        assert!(!post.sources.is_empty() && post.blocks.len() > 10 && one.words > 400, "{one:?}");
        assert!(!post.body.contains("Lees post") && !post.body.contains("Geschreven door"), "{}", post.body);
    }
    assert_eq!(garden.import(seed.to_str().unwrap()).skipped.len(), 4);
}

#[test]
fn a_dry_run_tells_and_writes_nothing() {
    let site = old_garden();
    let garden = Garden::open(site.permission());
    let before = garden.files();
    let order = Order { sources: vec![site.address("/feed").parse().unwrap()], dry_run: true, limit: 1 };
    let report = garden.obey(&order);
    assert_eq!((slugs(&report).len(), report.left, report.imported[0].pictures), (1, 1, 2));
    assert_eq!(garden.files(), before);
    assert!(!site.asked().contains(&"/f/prei.png".to_owned()), "{:?}", site.asked());
}

#[test]
fn the_command_imports_and_check_shows_what_is_to_be_reviewed() {
    let site = old_garden();
    let garden = Garden::open(Permission::default());
    let refused = postduif(garden.path(), &format!("import {}", site.address("/feed"))).wrong();
    assert!(refused.contains(&format!("--allow-port {}", site.port)), "{refused}");
    let allowed = format!("--allow-port {} --allow-address 127.0.0.1", site.port);
    let said = postduif(garden.path(), &format!("import {} {allowed} --dry-run", site.address("/feed"))).fine();
    assert!(said.contains("2 drafts would be imported") && said.contains("etc-passwd"), "{said}");
    let said = postduif(garden.path(), &format!("import {} {allowed} --json", site.address("/feed"))).fine();
    let said: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!(said["imported"][1]["file"], "posts/etc-passwd.md");
    let checked = postduif(garden.path(), "check --json").fine();
    let checked: serde_json::Value = serde_json::from_str(&checked).unwrap();
    let to_review = checked["diagnostics"].as_array().unwrap().iter().filter(|found| found["code"] == "to-review");
    let to_review: Vec<_> =
        to_review.map(|found| (found["file"].as_str().unwrap(), found["severity"].as_str().unwrap())).collect();
    assert!(to_review.contains(&("posts/etc-passwd.md", "warning")), "{checked:#}");
    let line =
        garden.read("posts/etc-passwd.md").lines().position(|line| line.contains("when it was published")).unwrap() + 1;
    let lines: Vec<_> =
        checked["diagnostics"].as_array().unwrap().iter().map(|found| found["line"].as_u64().unwrap()).collect();
    assert!(lines.contains(&(line as u64)), "{checked:#}");
    let gone = postduif(garden.path(), "import nergens.txt").wrong();
    assert!(gone.contains("the file cannot be read"), "{gone}");
}

#[test]
fn articles_that_nobody_signed_are_told_apart_by_their_reading_times() {
    let garden = Garden::open(Permission::default());
    let sentence = "Wie in de herfst een laag blad op zijn bedden legt, heeft in het voorjaar losse grond. ";
    let article = |reading: &str, title: &str, date: &str| {
        format!("{reading}\n\n{title}\n\n{date}\n\n{}\n\n{}\n\n", sentence.repeat(4), sentence.repeat(3))
    };
    let dump = [
        article("Leestijd: 5 min", "Blad op de bedden", "Geschreven op maandag 3 februari 2025"),
        article("4 min leestijd", "Wormen aan het werk", "Gepubliceerd: 31.12.24"),
        article("± 3 minuten lezen", "Wat de merel weet", "5 maart 2025"),
        article("Waar de egel slaapt", "3 min leestijd", "6 maart 2025"),
    ];
    let file = garden.path().join("dump.txt");
    fs::write(&file, dump.concat()).unwrap();
    let report = garden.import(file.to_str().unwrap());
    let found: Vec<_> = report.imported.iter().map(|one| (one.slug.as_str(), &one.date[..10])).collect();
    let expected = [
        ("blad-op-de-bedden", "2025-02-03"),
        ("wormen-aan-het-werk", "2024-12-31"),
        ("wat-de-merel-weet", "2025-03-05"),
        ("waar-de-egel-slaapt", "2025-03-06"),
    ];
    assert_eq!(found, expected, "{report:#?}");
    for (slug, _) in expected {
        let body = garden.post(slug).body;
        assert!(["eestijd", "lezen", "2025", "Gepubliceerd"].iter().all(|gone| !body.contains(gone)), "{body}");
    }
}

#[test]
fn a_page_is_dated_and_signed_by_what_it_says_for_machines_or_below_its_text() {
    let garden = Garden::open(Permission::default());
    let text =
        "<p>Wie in de herfst blad op zijn bedden legt, heeft in het voorjaar losse grond, vol wormen.</p>".repeat(8);
    let graph = r#"<script type="application/ld+json">{"@graph":[{"@type":"Person","@id":"x","name":"Mieke"},
        {"@type":"Article","headline":"Blad","datePublished":"2024-03-05","author":{"@id":"x"}}]}</script>"#;
    for (name, head, above) in [
        ("graph", graph, ""),
        (
            "time",
            "<meta name=\"author\" content=\"Mieke\">",
            "<p><time datetime=\"2024-03-05T10:00\">5 maart</time></p>",
        ),
        ("below", "", "<p>Geschreven door Mieke op 5 maart 2024</p>"),
    ] {
        let page = format!(
            "<html><head><title>De tuin » Blad</title>{head}</head><body><h1>De tuin</h1><article><h1>Blad van {name}</h1>\
             {above}{text}</article></body></html>"
        );
        let file = garden.path().join(format!("{name}.html"));
        fs::write(&file, page).unwrap();
        let imported = garden.import(file.to_str().unwrap()).imported;
        let [draft] = &imported[..] else { panic!("{name}: {imported:#?}") };
        assert_eq!(draft.title, format!("Blad van {name}"));
        assert_eq!((&draft.date[..10], &draft.authors[..]), ("2024-03-05", &["mieke".to_owned()][..]), "{name}");
        assert!(!garden.post(draft.slug.as_str()).body.contains("Geschreven door"), "{name}");
    }
}

#[test]
fn a_json_feed_may_number_its_items() {
    let garden = Garden::open(Permission::default());
    let feed = r#"{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[
        {"id":2,"url":"https://tuin.example/a","title":"Mest","content_text":"Meer mest.","date_published":"2024-03-05T10:00:00Z"}]}"#;
    let file = garden.path().join("feed.json");
    fs::write(&file, feed).unwrap();
    assert_eq!(slugs(&garden.import(file.to_str().unwrap())), ["mest"]);
    assert_eq!(garden.import(file.to_str().unwrap()).skipped.len(), 1);
}
