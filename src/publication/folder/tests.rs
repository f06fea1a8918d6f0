//! The old site or the new one, whatever happens in between.

use std::{collections::BTreeMap, time::SystemTime};

use proptest::prelude::*;

use super::*;
use crate::fingerprint::Fingerprint;

type Site = BTreeMap<String, String>;

/// The files below a folder that are not the program's own, with what is in them.
fn site_in(folder: &Path) -> Site {
    files_in(folder).into_iter().map(|file| (file.clone(), fs::read_to_string(folder.join(file)).unwrap())).collect()
}

fn files_in(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for name in disk::names_in(folder).unwrap().into_iter().filter(|name| !name.starts_with(".postduif-")) {
        if folder.join(&name).is_dir() {
            found.extend(files_in(&folder.join(&name)).into_iter().map(|file| format!("{name}/{file}")));
        } else {
            found.push(name);
        }
    }
    found
}

fn site(files: &[(&str, &str)]) -> Site {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

fn stage<'f>(folder: &'f SiteFolder, site: &Site) -> NextSite<'f> {
    let staging = folder.stage().unwrap();
    for (path, text) in site {
        staging.put(path.clone(), text.as_bytes()).unwrap();
    }
    staging.compare(|_| false)
}

fn publish(path: &Path, site: &Site) -> WriteReport {
    stage(&SiteFolder::open(path).unwrap(), site).commit().unwrap()
}

#[test]
fn the_site_is_what_was_last_published_and_strangers_files_stay() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("nl")).unwrap();
    fs::write(folder.path().join("nl/eigen.html"), "van iemand anders").unwrap();
    let first = site(&[("nl/index.html", "een"), ("media/rug/foto.jpg", "foto"), ("nl/rug/index.html", "rug")]);
    assert_eq!(publish(folder.path(), &first).written(), 3);
    let second = site(&[("nl/index.html", "twee"), ("media/rug/foto.jpg", "foto")]);
    let report = publish(folder.path(), &second);
    let changes = [("nl/index.html".to_owned(), Change::Changed), ("nl/rug/index.html".to_owned(), Change::Gone)];
    assert_eq!(report.changes, BTreeMap::from(changes));
    let mut there = second.clone();
    there.insert("nl/eigen.html".to_owned(), "van iemand anders".to_owned());
    assert_eq!(site_in(folder.path()), there);
    assert!(!folder.path().join("nl/rug").exists(), "no empty folders either");
    assert_eq!(publish(folder.path(), &second).changes, BTreeMap::new());
}

#[test]
fn a_file_of_somebody_else_stays_where_a_new_page_would_go() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("nl/eigen/index.html");
    let first = site(&[("nl/index.html", "een"), ("nl/rug/index.html", "rug")]);
    publish(folder.path(), &first);
    fs::create_dir_all(own.parent().unwrap()).unwrap();
    fs::write(&own, "van iemand anders").unwrap();
    let mut second = first.clone();
    second.extend(site(&[("nl/index.html", "twee"), ("nl/eigen/index.html", "bericht")]));
    for _ in 0..2 {
        let report = publish(folder.path(), &second);
        assert!(report.foreign.contains("nl/eigen/index.html") && !report.changes.contains_key("nl/eigen/index.html"));
        assert_eq!(fs::read_to_string(&own).unwrap(), "van iemand anders");
    }
    assert_eq!(publish(folder.path(), &first).foreign, BTreeSet::new());
    assert_eq!(fs::read_to_string(&own).unwrap(), "van iemand anders", "what is not the site's does not go with it");
    publish(folder.path(), &second);
    fs::remove_file(&own).unwrap();
    assert_eq!(publish(folder.path(), &second).foreign, BTreeSet::new());
    assert_eq!(site_in(folder.path()), second);
}

#[test]
fn wherever_a_process_is_killed_each_edition_is_the_old_one_or_the_new_one() {
    // Posts that stay, change, come and go.
    let edition = |locale: &str, new: bool| {
        let post = |number: usize| {
            (format!("{locale}/post-{number}/index.html"), format!("{}", if number < 9 { false } else { new }))
        };
        let posts = if new { 3..40 } else { 0..30 };
        let mut files: Site = posts.map(post).collect();
        files.insert(format!("{locale}/feed.xml"), new.to_string());
        files
    };
    let whole = |new: bool| -> Site {
        let mut all: Site = ["nl", "fr"].into_iter().flat_map(|locale| edition(locale, new)).collect();
        all.insert("sitemap.xml".to_owned(), new.to_string());
        if new {
            all.extend(edition("ar", true))
        }
        all
    };
    let stranger = ("nl/eigen/blad.html".to_owned(), "van iemand anders".to_owned());
    for kill in 0.. {
        let folder = tempfile::tempdir().unwrap();
        publish(folder.path(), &whole(false));
        fs::create_dir_all(folder.path().join("nl/eigen/leeg")).unwrap();
        fs::write(folder.path().join(&stranger.0), &stranger.1).unwrap();
        let open = SiteFolder::open(folder.path()).unwrap();
        let journal = stage(&open, &whole(true)).prepare().unwrap().unwrap();
        journal.commit(folder.path()).unwrap();
        let (steps, is_last) = (journal.steps.iter().take(kill).cloned().collect(), kill == journal.steps.len());
        Journal { steps }.carry_out_steps(folder.path()).unwrap();
        let mut there = site_in(folder.path());
        assert_eq!(there.remove_entry(&stranger.0), Some(stranger.clone()));
        for locale in ["nl", "fr", "ar"] {
            let begins = format!("{locale}/");
            let own: Site = there
                .iter()
                .filter(|(path, _)| path.starts_with(&begins))
                .map(|(path, text)| (path.clone(), text.clone()))
                .collect();
            let old = if locale == "ar" { Site::new() } else { edition(locale, false) };
            assert!(own == old || own == edition(locale, true), "{locale} after {kill} steps: {:?}", own.keys());
        }
        drop(open);
        drop(SiteFolder::open(folder.path()).unwrap());
        there = site_in(folder.path());
        assert_eq!(there.remove_entry(&stranger.0), Some(stranger.clone()));
        assert_eq!(there, whole(true));
        assert!(folder.path().join("nl/eigen/leeg").is_dir() && !folder.path().join("nl/post-0").exists());
        assert_eq!(publish(folder.path(), &whole(true)).changes.len(), 0, "their list says how they look");
        if is_last {
            return;
        }
    }
}

#[test]
fn what_somebody_changed_or_removed_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let wanted = site(&[("a.html", "een"), ("b.html", "twee"), ("c.html", "drie")]);
    publish(folder.path(), &wanted);
    fs::write(folder.path().join("a.html"), "anders").unwrap();
    fs::remove_file(folder.path().join("b.html")).unwrap();
    let touched = fs::File::options().append(true).open(folder.path().join("c.html")).unwrap();
    touched.set_modified(SystemTime::UNIX_EPOCH).unwrap();
    assert_eq!(publish(folder.path(), &wanted).written(), 2, "what is only touched is not written");
    assert_eq!(site_in(folder.path()), wanted);
    fs::remove_file(folder.path().join(".postduif-files")).unwrap();
    assert_eq!(publish(folder.path(), &wanted).written(), 0, "the list can be made again");
}

#[test]
fn files_become_folders_and_folders_files() {
    let folder = tempfile::tempdir().unwrap();
    let (one, other) = (
        site(&[("media/a", "bestand"), ("media/b/c/d", "diep")]),
        site(&[("media/a/x", "in map"), ("media/b", "vlak")]),
    );
    for _ in 0..2 {
        for wanted in [&one, &other] {
            publish(folder.path(), wanted);
            assert_eq!(site_in(folder.path()), *wanted);
        }
    }
}

#[test]
fn what_stands_in_the_way_is_said_before_anything_changes() {
    let folder = tempfile::tempdir().unwrap();
    let before = site(&[("a.html", "een")]);
    publish(folder.path(), &before);
    fs::create_dir_all(folder.path().join("b.html/van")).unwrap();
    fs::write(folder.path().join("b.html/van/iemand"), "anders").unwrap();
    fs::write(folder.path().join("map"), "een bestand").unwrap();
    for path in ["b.html", "map/c.html"] {
        let open = SiteFolder::open(folder.path()).unwrap();
        let error = stage(&open, &site(&[("a.html", "twee"), (path, "nieuw")])).commit().unwrap_err();
        assert!(error.path.ends_with(path.split_once('/').map_or(path, |(above, _)| above)), "{error}");
        assert_eq!(fs::read_to_string(folder.path().join("a.html")).unwrap(), "een");
    }
}

#[test]
fn only_one_process_writes_and_the_other_waits_a_moment_and_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let open = SiteFolder::open(folder.path()).unwrap();
    let error = SiteFolder::open(folder.path()).unwrap_err();
    assert!(error.to_string().contains("another process is writing"), "{error}");
    thread::scope(|scope| {
        let waiting = scope.spawn(|| SiteFolder::open(folder.path()));
        drop(open);
        waiting.join().unwrap().unwrap();
    });
}

#[test]
fn who_only_looks_changes_nothing_and_is_told_everything() {
    let folder = tempfile::tempdir().unwrap();
    let nowhere = folder.path().join("nergens");
    let (one, other) = (site(&[("a.html", "een"), ("b.html", "een")]), site(&[("a.html", "twee"), ("c.html", "drie")]));
    assert_eq!(stage(&SiteFolder::look(&nowhere), &one).into_report().written(), 2);
    assert!(!nowhere.exists());
    publish(folder.path(), &one);
    let report = stage(&SiteFolder::look(folder.path()), &other).into_report();
    assert_eq!(report.changes.into_values().collect::<Vec<_>>(), [Change::Changed, Change::Gone, Change::New]);
    assert_eq!(site_in(folder.path()), one);
    assert_eq!(disk::names_in(folder.path()).unwrap().len(), 4, "two files, their list and the lock");
}

/// Paths of which some are folders of others.
fn sites() -> impl Strategy<Value = Site> {
    let path =
        prop::sample::select(vec!["a", "a/b", "a/b/c", "d/e", "d", "nl/index.html", "nl/rug/index.html", "x.css"]);
    let files = prop::collection::btree_map(path.prop_map(str::to_owned), "[a-c]{0,2}", 0..6);
    files.prop_map(|files: Site| {
        let is_folder = |path: &str| files.keys().any(|other| other.starts_with(&format!("{path}/")));
        files.clone().into_iter().filter(|(path, _)| !is_folder(path)).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whoever_is_killed_leaves_the_old_site_or_a_way_to_the_new_one(before in sites(), after in sites(), kill in 0_usize..20) {
        let folder = tempfile::tempdir().unwrap();
        publish(folder.path(), &before);
        let open = SiteFolder::open(folder.path()).unwrap();
        let next = stage(&open, &after);
        let journal = next.prepare().unwrap();
        if let Some(journal) = journal {
            // Killed before the journal is committed: the old site, and nothing is left of the new one.
            drop(open);
            let again = SiteFolder::open(folder.path()).unwrap();
            prop_assert_eq!(site_in(folder.path()), before);
            prop_assert!(!folder.path().join(journal::STAGING).exists());
            // Killed after it, with so many steps done: the new site.
            let journal_again = stage(&again, &after).prepare().unwrap().unwrap();
            prop_assert_eq!(&journal_again, &journal);
            journal.commit(folder.path()).unwrap();
            let some = Journal { steps: journal.steps.iter().take(kill).cloned().collect() };
            some.carry_out_steps(folder.path()).unwrap();
            drop(again);
            drop(SiteFolder::open(folder.path()).unwrap());
        } else {
            drop(open);
        }
        prop_assert_eq!(site_in(folder.path()), after.clone());
        prop_assert!(!folder.path().join(JOURNAL).exists() && !folder.path().join(journal::STAGING).exists());
        prop_assert_eq!(publish(folder.path(), &after).changes.len(), 0);
    }

    #[test]
    fn whoever_is_killed_while_a_few_files_change_leaves_the_old_site_or_a_way_to_the_new_one(
        before in sites(), texts in prop::collection::vec(prop::option::of("[a-c]{0,2}"), 6), kill in 0_usize..8
    ) {
        let folder = tempfile::tempdir().unwrap();
        publish(folder.path(), &before);
        // Twice, as what is newer the second time stands beside what was the first time.
        let mut now = before;
        for turn in 0..2 {
            let texts = texts.iter().cycle().skip(turn);
            let few: Site = now.keys().zip(texts).filter_map(|(path, text)| Some((path.clone(), text.clone()?))).collect();
            let list = fs::read(folder.path().join(manifest::MANIFEST)).unwrap_or_default();
            let open = SiteFolder::open(folder.path()).unwrap();
            let Some(known) = open.few(&few.keys().cloned().collect()).unwrap() else {
                prop_assert!(now.is_empty(), "an empty site has no list");
                return Ok(());
            };
            let staging = open.stage_few(&known);
            few.iter().for_each(|(path, text)| staging.put(path.clone(), text.as_bytes()).unwrap());
            prop_assert!(staging.has_nothing_new());
            let journal = staging.compare(|_| true).prepare().unwrap();
            if let Some(journal) = journal {
                journal.commit(folder.path()).unwrap();
                let some = Journal { steps: journal.steps.iter().take(kill).cloned().collect() };
                some.carry_out_steps(folder.path()).unwrap();
            }
            drop(open);
            drop(SiteFolder::open(folder.path()).unwrap());
            now.extend(few);
            prop_assert_eq!(site_in(folder.path()), now.clone());
            prop_assert_eq!(fs::read(folder.path().join(manifest::MANIFEST)).unwrap_or_default(), list);
            let manifest = Manifest::load(folder.path()).unwrap();
            let published = PublishedFiles::load(folder.path(), &PublishedFiles::default()).unwrap();
            let all = manifest.files().map(|(path, file)| (path, PublishedFile::from(*file)));
            prop_assert!(published.iter().eq(all));
            prop_assert!(now.iter().all(|(path, text)| published.get(path).unwrap().print == Fingerprint::of(text.as_bytes())));
        }
        prop_assert_eq!(publish(folder.path(), &now).changes.len(), 0);
        // Whatever was newer is in the list once that is written anew.
        now.insert("zz".to_owned(), "nieuw".to_owned());
        publish(folder.path(), &now);
        prop_assert!(!folder.path().join(newer::NEWER).exists());
        prop_assert_eq!(publish(folder.path(), &now).changes.len(), 0);
    }
}
