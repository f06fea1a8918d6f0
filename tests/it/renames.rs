//! Posts that get other file names, and the translations that go with them.

use serde_json::Value;

use crate::harness::{Publication, postduif, tell};

const POST: &str = "posts/slakken.md";
const FRENCH: &str = "locales/fr/posts/slakken.ftl";

/// How a post stands in French, as `status --json` says it.
fn french_status(garden: &Publication, post: &str) -> Value {
    let said = postduif(garden.root(), "status --json").fine();
    let read: Value = serde_json::from_str(&said).unwrap();
    let posts = read["posts"].as_array().unwrap();
    posts.iter().find(|row| row["slug"] == post).unwrap()["locales"]["fr"].clone()
}

#[test]
fn a_post_that_gets_another_name_keeps_all_its_translations() {
    tell(async |garden| {
        let before = french_status(&garden, "slakken");
        let french = garden.read(FRENCH);
        let renamed = garden.read(POST).replace("elke ochtend", "elke avond");
        garden.write("posts/slakken-weren.md", &renamed);
        garden.remove(POST);
        let said = postduif(garden.root(), "sync").fine();
        assert!(said.contains("moved locales/fr/posts/slakken.ftl to locales/fr/posts/slakken-weren.ftl"), "{said}");
        let after = french_status(&garden, "slakken-weren");
        assert_eq!((&after["stale"], &after["missing"]), (&1.into(), &before["missing"]));
        let moved = garden.read("locales/fr/posts/slakken-weren.ftl");
        assert!(french.lines().filter(|line| line.contains(" = ")).all(|line| moved.contains(line)), "{moved}");
        assert!(!garden.root().join(FRENCH).exists());
        let again = garden.content.sync().await.unwrap();
        assert_eq!((again.written.len(), again.moved.len()), (0, 0));
    });
}

#[test]
fn posts_that_change_names_with_each_other_change_translations_too() {
    tell(async |garden| {
        let (one, other) = (POST, "posts/regenton.md");
        garden.sync().await;
        let before = ["slakken", "regenton"].map(|post| french_status(&garden, post));
        let (slugs, barrel) = (garden.read(one), garden.read(other));
        let french = garden.read(FRENCH);
        garden.write(one, barrel);
        garden.write(other, slugs);
        // Both go, though only one is asked for.
        let said = postduif(garden.root(), "sync regenton").fine();
        assert!(said.contains("moved locales/fr/posts/slakken.ftl to locales/fr/posts/regenton.ftl"), "{said}");
        garden.sync().await;
        assert_eq!(["regenton", "slakken"].map(|post| french_status(&garden, post)), before);
        let moved = garden.read("locales/fr/posts/regenton.ftl");
        assert!(french.lines().filter(|line| line.contains(" = ")).all(|line| moved.contains(line)), "{moved}");
        let again = garden.content.sync().await.unwrap();
        assert_eq!((again.written.len(), again.moved.len()), (0, 0));
    });
}

#[test]
fn a_new_post_under_the_old_name_of_another_gets_none_of_its_translations() {
    tell(async |garden| {
        garden.sync().await;
        let before = french_status(&garden, "slakken");
        garden.write("posts/slakken-weren.md", garden.read(POST));
        garden.write(POST, "---\ntitle: Een slakkenjaar\ndate: 2026-10-09\n---\n\nHet regende.\n\nEn het bleef nat.\n");
        garden.sync().await;
        let mut after = french_status(&garden, "slakken-weren");
        assert_eq!(after, before);
        after = french_status(&garden, "slakken");
        assert_eq!((&after["missing"], &after["stale"], &after["machine"]), (&3.into(), &0.into(), &0.into()));
    });
}

#[test]
fn a_renamed_post_that_takes_the_place_of_another_leaves_its_translations_in_peace() {
    tell(async |garden| {
        garden.sync().await;
        let (before, lost) = (french_status(&garden, "slakken"), garden.read("locales/fr/posts/regenton.ftl"));
        garden.write("posts/regenton.md", garden.read(POST));
        garden.remove(POST);
        garden.sync().await;
        assert_eq!(french_status(&garden, "regenton"), before);
        assert_eq!(garden.read(FRENCH), lost, "nobody asks for it, and nobody deletes it");
    });
}

#[test]
fn a_new_post_that_is_like_no_other_takes_no_translations_away() {
    tell(async |garden| {
        let french = garden.read(FRENCH);
        garden.remove(POST);
        garden.write("posts/mulch.md", "---\ntitle: Mulch\ndate: 2026-10-09\n---\n\nLeg **stro** rond de kool.\n");
        garden.sync().await;
        assert_eq!(garden.read(FRENCH), french);
    });
}

#[test]
fn two_posts_of_the_same_title_that_change_names_change_translations_too() {
    tell(async |garden| {
        let other = "posts/regenton.md";
        let title = |text: &str| text.lines().find(|line| line.starts_with("title:")).unwrap().to_owned();
        garden.write(other, garden.read(other).replace(&title(&garden.read(other)), &title(&garden.read(POST))));
        garden.sync().await;
        let before = ["slakken", "regenton"].map(|post| french_status(&garden, post));
        assert_ne!(before[0], before[1]);
        let (one, two) = (garden.read(POST), garden.read(other));
        garden.write(POST, two);
        garden.write(other, one);
        // One of the two is all that is asked for, and nothing is lost all the same.
        let moved = postduif(garden.root(), "sync slakken").fine();
        assert!(moved.contains("moved locales/fr/posts/slakken.ftl to locales/fr/posts/regenton.ftl"), "{moved}");
        assert_eq!(["regenton", "slakken"].map(|post| french_status(&garden, post)), before);
    });
}

#[test]
fn translations_whose_new_name_somebody_takes_meanwhile_are_told_and_stay() {
    tell(async |garden| {
        garden.sync().await;
        // A sync was killed when all files had left their names, and somebody wrote a file under the new one.
        let french = garden.read(FRENCH);
        let aside = "locales/fr/posts/.slakken-weren.ftl.moving";
        garden.write(aside, &french);
        garden.remove(FRENCH);
        garden.write("locales/fr/posts/slakken-weren.ftl", "title = La paix\n");
        garden.write("locales/.state/renames.toml", "vacated = true\nrenames = [[\"slakken\", \"slakken-weren\"]]\n");
        let said = postduif(garden.root(), "sync").wrong();
        assert!(said.contains(aside) && said.contains("another is called so"), "{said}");
        assert_eq!(garden.read(aside), french);
        let said = postduif(garden.root(), "check --json").out;
        assert!(said.contains("left-aside"), "it is told for as long as it lies there: {said}");
    });
}

#[test]
fn a_draft_that_takes_the_old_name_takes_no_translation() {
    tell(async |garden| {
        let before = french_status(&garden, "slakken");
        let post = garden.read(POST);
        garden.write("posts/slakken-weren.md", post);
        garden.write(POST, "---\ntitle: Nieuws over slakken\ndate: 2026-10-02\ndraft: true\n---\nNog te schrijven.\n");
        let said = postduif(garden.root(), "sync").fine();
        assert!(said.contains("moved locales/fr/posts/slakken.ftl to locales/fr/posts/slakken-weren.ftl"), "{said}");
        assert_eq!(french_status(&garden, "slakken-weren"), before);
        assert!(!garden.root().join(FRENCH).exists());
    });
}
