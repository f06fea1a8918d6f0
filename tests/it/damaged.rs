//! What breaks for a moment takes nothing from readers: a slip in a translation, a post that was renamed just before, a
//! picture that has another name already.

use std::fs;

use crate::harness::{folder::Folder, tell};

#[test]
fn a_slip_in_a_catalog_takes_no_translation_from_the_site() {
    tell(async |garden| {
        garden.publish().await;
        let file = "locales/fr/posts/composteren.ftl";
        let good = garden.read(file);
        let slips = [
            ("a title without its sign", good.replacen("title = ", "title ", 1).into_bytes()),
            ("letters of another time", good.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect()),
            ("half of a merge", good.replacen("title = ", "<<<<<<< nu\ntitle = ", 1).into_bytes()),
        ];
        for (what, broken) in slips {
            garden.write(file, broken);
            for _ in 0..2 {
                let published = garden.publish().await;
                let errors: Vec<_> = published.diagnostics.iter().filter(|found| found.is_error()).collect();
                assert!(errors.iter().any(|found| found.file.ends_with("composteren.ftl")), "{what}: {errors:#?}");
                let site = published.site;
                assert_eq!((site.written(), site.removed()), (0, 0), "{what}: {site:?}");
            }
            garden.write(file, good.clone());
            let site = garden.publish().await.site;
            assert_eq!((site.written(), site.removed()), (0, 0), "{what}, mended: {site:?}");
        }
        garden.write(file, good.replacen("title = ", "title ", 1));
        garden.write("locales/fr/terms.ftl", "-ton = tonneau\n");
        let site = garden.publish().await.site;
        assert_eq!((site.written(), site.removed()), (0, 0), "whatever else all texts depend on changes: {site:?}");
    });
}

#[test]
fn a_slip_in_a_catalog_keeps_no_other_page_as_it_was_and_publishes_nothing_half() {
    tell(async |garden| {
        garden.translate_the_rain_barrel().await;
        let file = "locales/fr/posts/regenton.ftl";
        let good = garden.read(file);
        let title = good.lines().find(|line| line.starts_with("title = ")).unwrap();
        garden.write(file, good.replacen("title = ", "title ", 1));
        garden.publish().await;
        assert!(!garden.has("public/fr/regenton/index.html"), "what nobody has had waits");
        garden.write(file, good.clone());
        garden.publish().await;
        garden.write(file, good.replacen("title = ", "title ", 1));
        garden.edit("posts/slakken.md", "Keer de plank elke ochtend om.", "Keer de plank nooit meer om.");
        garden.publish().await;
        assert!(garden.read("public/nl/slakken/index.html").contains("nooit meer"));
        let feed = garden.read("public/fr/feed.xml");
        assert!(feed.contains("<title>Remplir le tonneau</title>"), "{title} is still there: {feed}");
        fs::remove_dir_all(garden.root().join("public")).unwrap();
        garden.publish().await;
        assert!(garden.has("public/fr/regenton/index.html"), "where there is no page, one is made of what can be read");
    });
}

#[test]
fn a_post_that_breaks_after_it_was_renamed_stays_where_it_is() {
    tell(async |garden| {
        garden.publish().await;
        garden.write("posts/schelpdieren.md", garden.read("posts/slakken.md"));
        garden.remove("posts/slakken.md");
        garden.publish().await;
        let good = garden.read("posts/schelpdieren.md");
        let before = garden.read("public/nl/index.html") + &garden.read("public/fr/feed.xml");
        for broken in [good.replacen("date: ", "date: x", 1), good.replacen("---\n", "", 1), "half".to_owned()] {
            garden.write("posts/schelpdieren.md", &broken);
            let published = garden.publish().await;
            assert!(published.diagnostics.iter().any(|found| found.is_error()), "{broken}");
            assert_eq!((published.site.written(), published.site.removed()), (0, 0), "{broken}: {:?}", published.site);
            assert_eq!(garden.read("public/nl/index.html") + &garden.read("public/fr/feed.xml"), before, "{broken}");
            assert_eq!(garden.get("/nl/slakken/").await.header("location"), "/nl/schelpdieren/", "{broken}");
        }
        garden.write("posts/schelpdieren.md", &good);
        let site = garden.publish().await.site;
        assert_eq!((site.written(), site.removed()), (0, 0), "{site:?}");
    });
}

#[test]
fn a_post_that_gets_another_name_and_title_at_once_is_no_new_one() {
    tell(async |garden| {
        let post = "---\ntitle: Kort bericht\ndate: 2026-10-08\n---\nEerst de grond los.\n\nDan de prei erin.\n";
        garden.write("posts/kort-bericht.md", post);
        garden.publish().await;
        assert!(garden.read("public/nl/atom.xml").contains(":nl/kort-bericht</id>"));
        garden.write("posts/prei-planten.md", post.replace("Kort bericht", "Prei planten in drie stappen"));
        garden.remove("posts/kort-bericht.md");
        garden.publish().await;
        let feed = garden.read("public/nl/atom.xml");
        assert!(feed.contains(":nl/kort-bericht</id>") && !feed.contains(":nl/prei-planten</id>"), "{feed}");
        assert_eq!(garden.get("/nl/kort-bericht/").await.header("location"), "/nl/prei-planten/");
        let again = post.replace("Kort bericht", "Nog eens").replace("2026-10-08", "2026-10-09");
        garden.write("posts/nog-eens.md", again);
        garden.remove("posts/prei-planten.md");
        garden.publish().await;
        let feed = garden.read("public/nl/atom.xml");
        assert!(feed.contains(":nl/nog-eens</id>"), "the same words on another day are another post: {feed}");
    });
}

#[test]
fn a_picture_that_is_away_stays_on_the_site_while_its_post_shows_it() {
    tell(async |garden| {
        garden.publish().await;
        let picture = fs::read_dir(garden.root().join("posts/composteren")).unwrap().flatten();
        let picture = picture.map(|entry| entry.file_name().into_string().unwrap()).find(|name| !name.ends_with(".md"));
        let picture = picture.unwrap();
        let (there, away) = (garden.root().join("posts/composteren").join(&picture), garden.root().join("weg"));
        fs::rename(&there, &away).unwrap();
        let published = garden.publish().await;
        assert!(published.diagnostics.iter().any(|found| found.code == "missing-picture"));
        assert_eq!(published.site.removed(), 0, "{:?}", published.site);
        assert!(garden.has(&format!("public/media/composteren/{picture}")));
        fs::rename(&away, &there).unwrap();
        garden.publish().await;
        let text = garden.read("posts/composteren/index.md");
        garden.write("posts/composteren/index.md", text.replace(&picture, "ander.svg"));
        fs::rename(&there, there.with_file_name("ander.svg")).unwrap();
        garden.publish().await;
        assert!(
            !garden.has(&format!("public/media/composteren/{picture}"))
                && garden.has("public/media/composteren/ander.svg")
        );
    });
}

#[test]
fn a_post_that_was_renamed_just_now_is_translated_as_far_as_it_was() {
    let folder = Folder::model();
    folder.fine(&["sync"]);
    let share = |slug: &str| {
        let said = folder.run(&["status", "--post", slug, "--json"]).json();
        said["posts"][0]["locales"].clone()
    };
    let before = share("magnesium-en-spierkrampen");
    fs::rename(folder.path("posts/magnesium-en-spierkrampen.md"), folder.path("posts/magnesium.md")).unwrap();
    assert_eq!(share("magnesium"), before, "before any sync");
    assert_eq!(share("magnesium"), before, "and when it was looked at before");
    folder.fine(&["sync"]);
    assert_eq!(share("magnesium"), before);
}
