//! The fifth promise, for files: a sync is killed anywhere, and the next one goes on.
//!
//! Between two syncs a writer edits posts and lets two of them change names, and a translator corrects texts.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Stdio,
    time::SystemTime,
};

use serde_json::Value;

use crate::harness::{Publication, postduif, program, tell_with};

/// How many posts there are beside those of the small publication.
const POSTS: usize = 60;

/// How often a sync is killed.
const KILLS: usize = 15;

/// The languages of the translators.
const LOCALES: [&str; 2] = ["fr", "en"];

/// All files below a folder, with the time of their last change.
fn files(folder: &Path) -> BTreeMap<PathBuf, SystemTime> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.metadata() {
            Ok(data) if data.is_dir() => found.extend(files(&entry.path())),
            Ok(data) => drop(found.insert(entry.path(), data.modified().unwrap())),
            // It was moved meanwhile.
            Err(_) => {}
        }
    }
    found
}

/// Lets a sync run until it has changed so many files, and kills it there. Says whether it was still running.
fn kill_after(garden: &Publication, changes: usize) -> bool {
    let locales = garden.root().join("locales");
    let before = files(&locales);
    let mut sync = program(garden.root()).arg("sync").stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    while sync.try_wait().unwrap().is_none() {
        let changed = files(&locales).into_iter().filter(|(file, time)| before.get(file) != Some(time));
        if changed.count() >= changes {
            break;
        }
    }
    let was_running = sync.try_wait().unwrap().is_none();
    let _ = sync.kill();
    sync.wait().unwrap();
    was_running
}

/// How many texts of all posts are stale, and missing, in a language.
fn stale_and_missing(garden: &Publication, locale: &str) -> (u64, u64) {
    let status: Value = serde_json::from_str(&postduif(garden.root(), "status --json").fine()).unwrap();
    let posts = status["posts"].as_array().unwrap();
    let sum = |key: &str| posts.iter().map(|post| post["locales"][locale][key].as_u64().unwrap()).sum();
    (sum("stale"), sum("missing"))
}

/// The texts among `human` that stand in no file of the translators.
fn lost<'h>(garden: &Publication, human: impl Iterator<Item = &'h String>) -> Vec<&'h String> {
    let all: String = files(&garden.root().join("locales"))
        .into_keys()
        .map(|file| String::from_utf8_lossy(&fs::read(file).unwrap()).into_owned())
        .collect();
    let texts: BTreeSet<&str> = all.lines().filter_map(|line| Some(line.split_once(" = ")?.1)).collect();
    human.filter(|text| !texts.contains(text.as_str())).collect()
}

/// Translates everything that is asked for in a catalog; gives the texts.
fn translate_all(garden: &Publication, locale: &str, post: &str) -> Vec<String> {
    let file = format!("locales/{locale}/posts/{post}.ftl");
    let mut texts = Vec::new();
    let mut done = String::new();
    for line in garden.read(&file).lines() {
        match line.strip_prefix("# todo ").and_then(|rest| rest.strip_suffix(" =")) {
            Some(id) => {
                texts.push(format!("{locale} {post} {id} traduit"));
                done += &format!("{id} = {}\n", texts[texts.len() - 1]);
            }
            None => done += &format!("{line}\n"),
        }
    }
    garden.write(&file, done);
    texts
}

#[test]
fn a_sync_that_is_killed_anywhere_loses_no_word_and_makes_nothing_current_that_is_stale() {
    let fewer = [("[locales.de]\n", ""), ("[locales.ar]\nchain = [\"en\"]\n", "")];
    tell_with(&fewer, async |garden| {
        let name = |n: usize| format!("post-{n}");
        let file = |n: usize| format!("posts/{}.md", name(n));
        for n in 0..POSTS {
            let text = format!(
                "---\ntitle: Bed {n} van de tuin\ndate: 2026-10-02\n---\n\nIn bed {n} staat dit jaar kool naast prei.\n\n\
                 Wie bed {n} giet, doet dat één keer per week.\n\nOogsten doen we in bed {n} vanaf september.\n"
            );
            garden.write(&file(n), text);
        }
        garden.sync().await;
        let mut human: Vec<String> = Vec::new();
        for (locale, n) in LOCALES.iter().flat_map(|locale| (0..POSTS).map(move |n| (locale, n))) {
            human.extend(translate_all(&garden, locale, &name(n)));
        }
        garden.sync().await;
        let at_first = LOCALES.map(|locale| stale_and_missing(&garden, locale));
        let (mut edited, mut killed) = (BTreeSet::new(), 0);
        for round in 0..KILLS {
            for step in 0..8 {
                let n = (round * 11 + step * 7) % POSTS;
                let text = garden.read(&file(n));
                let (before, after) = text.split_once("één keer").unwrap();
                let (_, rest) = after.split_once(" per ").unwrap();
                garden.write(&file(n), format!("{before}één keer of {round} per {rest}"));
                edited.insert(text.lines().nth(1).unwrap().to_owned());
            }
            let (one, other) = (file(round), file(POSTS - 1 - round));
            let (text, others) = (garden.read(&one), garden.read(&other));
            garden.write(&one, others);
            garden.write(&other, text);
            for (locale, n) in LOCALES.iter().flat_map(|locale| [20, 30, 40].map(move |n| (locale, n + round % 10))) {
                let catalog = format!("locales/{locale}/posts/{}.ftl", name(n));
                let ftl = garden.read(&catalog);
                let line = ftl.lines().find(|line| line.starts_with("title = ")).unwrap();
                let better = format!("title = {locale} titre {n} {round}");
                human.retain(|text| format!("title = {text}") != line);
                human.push(better["title = ".len()..].to_owned());
                garden.write(&catalog, ftl.replace(line, &better));
            }
            killed += usize::from(kill_after(&garden, round * 13 % 60));
            assert_eq!(lost(&garden, human.iter()), [""; 0], "killed in round {round}");
            postduif(garden.root(), "sync").fine();
            assert_eq!(lost(&garden, human.iter()), [""; 0], "after round {round}");
            for (locale, (stale, missing)) in LOCALES.iter().zip(at_first) {
                let expected = (stale + edited.len() as u64, missing);
                assert_eq!(stale_and_missing(&garden, locale), expected, "{locale} in round {round}");
            }
            let again = garden.content.sync().await.unwrap();
            assert_eq!((again.written.len(), again.moved.len()), (0, 0), "{again:?}");
        }
        assert!(killed > KILLS / 2, "only {killed} were still running when they were to be killed");
    });
}
