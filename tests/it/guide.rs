//! README.md and TRANSLATING.md show what the program writes: who takes their steps sees each of their screens.

use std::{fs, path::Path};

use crate::harness::{
    daemon::Daemon,
    folder::{Ended, Folder},
};

/// A post that is written in the README, where a key of it is misspelled at first.
const STAIRS: &str = "\
---
title: De trap is je goedkoopste toestel
date: 2026-11-20
authors: [lien]
topcis: [krachttraining]
summary: Twee verdiepingen per dag, en je benen weten het na een maand.
---

Hou de leuning vast zolang je dat wilt.

Neem de eerste week alleen de trap **naar boven**.
";
const STAIRS_FILE: &str = "posts/trappen-lopen.md";
const FRENCH_STAIRS: &str = "locales/fr/posts/trappen-lopen.ftl";

const POST: &str = "posts/spitten-zonder-spijt.md";
const DUTCH: &str = "locales/nl/posts/spitten-zonder-spijt.ftl";
const FRENCH: &str = "locales/fr/posts/spitten-zonder-spijt.ftl";

fn document(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// A copy of the model publication, and all that somebody saw in it.
struct Desk {
    folder: Folder,
    seen: Vec<String>,
}

impl Desk {
    fn open() -> Self {
        Self { folder: Folder::model(), seen: Vec::new() }
    }

    fn obey(&self, arguments: &str) -> Ended {
        self.folder.run(&arguments.split_whitespace().collect::<Vec<_>>())
    }

    /// Runs a command that a document names, keeps what is on the screen then, and gives what it printed.
    fn run(&mut self, arguments: &str) -> String {
        let ended = self.obey(arguments);
        self.seen.push(format!("$ postduif {arguments}\n{}{}", ended.stderr, ended.stdout));
        ended.stdout
    }

    /// Starts the daemon, and keeps its greeting as it would be at the addresses and in the folder of the README.
    fn serve(&mut self) {
        let daemon = Daemon::start(&self.folder);
        let folder = fs::canonicalize(self.folder.path("")).unwrap();
        let greeting = daemon.greeting.replace(&daemon.site, "127.0.0.1:8080");
        let greeting = greeting.replace(&daemon.operations, "127.0.0.1:8081");
        self.seen.push(greeting.replace(folder.to_str().unwrap(), "/home/lien/postduif"));
        daemon.stop();
    }

    fn look_at(&mut self, file: &str) {
        self.seen.push(self.folder.read(file));
    }

    fn edit(&self, file: &str, from: &str, to: &str) {
        let text = self.folder.read(file);
        assert_eq!(text.matches(from).count(), 1, "{file} says {from:?} once");
        self.folder.write(file, text.replace(from, to));
    }

    /// Takes the `# todo` off a text and writes its translation.
    fn translate(&self, file: &str, id: &str, text: &str) {
        self.edit(file, &format!("# todo {id} ="), &format!("{id} = {text}"));
    }

    /// The writer says something new, and the translator looks at it.
    fn write(&mut self, from: &str, to: &str) {
        self.edit(POST, from, to);
        self.run("sync");
        self.look_at(FRENCH);
    }

    /// Expects each excerpt of a document on a screen or in a file.
    fn has_seen_all_of(&self, document: &str) {
        let excerpts = excerpts(document);
        assert!(excerpts.len() > 8, "{excerpts:#?}");
        let is_seen = |excerpt: &String| self.seen.iter().any(|screen| shows(screen, excerpt));
        let unseen: Vec<_> = excerpts.into_iter().filter(|excerpt| !is_seen(excerpt)).collect();
        let screens = self.seen.join("\n");
        assert!(unseen.is_empty(), "nobody sees\n{}\non any screen or in any file:\n{screens}", unseen.join("\n"));
    }
}

/// A line without the moment that it tells, which is another for everybody who looks. The zone stays.
fn timeless(line: &str) -> String {
    let is_moment = |word: &str| word.contains(['-', ':']) && word.chars().all(|c| "0123456789-:".contains(c));
    match line.split_once(" runs next on ") {
        Some((workflow, _)) => format!("{workflow} runs next"),
        None => line.split(' ').filter(|word| !is_moment(word)).collect::<Vec<_>>().join(" ").replace("CEST", "CET"),
    }
}

/// Whether the lines of an excerpt follow each other on a screen; ` …` at the end of one cuts it short.
fn shows(screen: &str, excerpt: &str) -> bool {
    let (lines, wanted): (Vec<_>, Vec<_>) = (screen.lines().collect(), excerpt.lines().collect());
    let is_line = |line: &str, wanted: &str| {
        timeless(line) == timeless(wanted)
            || wanted.strip_suffix('…').is_some_and(|head| head.ends_with(' ') && line.starts_with(head))
    };
    lines.windows(wanted.len()).any(|lines| lines.iter().zip(&wanted).all(|(line, wanted)| is_line(line, wanted)))
}

/// The files and screens of a document: its blocks of Fluent and of plain text, a screen for each prompt.
fn excerpts(document: &str) -> Vec<String> {
    let blocks = document.split("```").skip(1).step_by(2);
    let shown = blocks.filter_map(|block| block.strip_prefix("ftl\n").or_else(|| block.strip_prefix("text\n")));
    shown.flat_map(|block| block.replace("\n$ ", "\n\0$ ").split('\0').map(str::to_owned).collect::<Vec<_>>()).collect()
}

#[test]
fn every_screen_of_the_readme_is_seen_by_who_takes_its_steps() {
    let readme = document("README.md");
    let mut desk = Desk::open();
    desk.serve();
    let imported = desk.run("subscribers import demo/subscribers.csv --start latest:3");
    let sent = desk.run("run weekly-digest");
    desk.seen.push(imported + &sent);
    let mails: Vec<String> = desk.folder.outbox().into_keys().collect();
    assert!(readme.contains(&format!("`{}` to\n`{}`", mails[0], mails[5])), "{mails:?}");

    desk.run("status");
    desk.folder.write(STAIRS_FILE, STAIRS);
    desk.run("check");
    desk.edit(STAIRS_FILE, "topcis", "topics");
    desk.run("sync");
    desk.translate(FRENCH_STAIRS, "title", "L’escalier, votre appareil le moins cher");
    let summary = "Deux étages par jour, et en un mois vos jambes s’en aperçoivent.";
    desk.translate(FRENCH_STAIRS, "summary", summary);
    desk.translate(FRENCH_STAIRS, "p-3b2271", "La première semaine, prenez l’escalier seulement **pour monter**.");
    desk.run("sync");
    desk.look_at(FRENCH_STAIRS);
    desk.edit(STAIRS_FILE, "de eerste week", "de eerste twee weken");
    desk.run("sync");
    desk.look_at(FRENCH_STAIRS);
    desk.translate(FRENCH_STAIRS, "p-0cffda", "Tenez la rampe tant que vous le voulez.");
    desk.run("sync");

    desk.run("plan weekly-digest");
    desk.run("run weekly-digest");
    desk.run("issues list");
    desk.has_seen_all_of(&readme);
    let again = desk.run("run weekly-digest");
    assert!(again.contains("0 planned") && again.contains("nothing new for 6"), "{again}");
}

#[test]
fn every_screen_of_the_guide_is_seen_by_who_takes_its_steps() {
    let guide = document("TRANSLATING.md");
    let mut desk = Desk::open();
    desk.run("sync");
    for file in [DUTCH, FRENCH, "locales/fr/terms.ftl"] {
        desk.look_at(file);
    }

    let heading = "## En als het toch vastschiet?";
    let new = "<!-- note: een knipoog, geen hygiëneregel -->\nWas je handen voor je de krant leest.\n\n";
    desk.edit(POST, "Twee ritten", "Drie ritten");
    desk.write(heading, &format!("{new}{heading}"));
    desk.run("status --missing fr");
    desk.run("status --locale fr --post spitten-zonder-spijt");
    desk.edit(FRENCH, "# todo p-b96b03 =", "# todo p-b96b03 = Lavez-vous les mains avant d’ouvrir le journal.");
    desk.run("sync");
    desk.look_at(FRENCH);
    desk.run("approve fr/spitten-zonder-spijt p-452475");

    let alike = "Een drukke week vergeeft je lichaam altijd sneller dan één overmoedige zondag.\n\n";
    desk.edit(POST, heading, &format!("{alike}{heading}"));
    desk.run("translate --locale fr --memory-only");
    desk.look_at(FRENCH);

    desk.edit(FRENCH, "(belasting-en-belastbaarheid.md) arrivera", "(belastbaarheid.md) arrivera");
    desk.run("check");
    let slip = "p-afc922 = { Et";
    desk.edit(FRENCH, "p-afc922 = Et", slip);
    desk.edit(POST, "Wie dit nu leest", "Wie dit vandaag leest");
    desk.run("sync");
    desk.edit(FRENCH, slip, "<<<<<<< HEAD\np-afc922 = Et");
    desk.run("sync");
    desk.edit(FRENCH, "<<<<<<< HEAD\n", "");

    desk.write("> Je tuin heeft een heel seizoen. Gun je rug er ook een.\n\n", "");
    desk.edit(POST, "authors: [lien]", "authors: [lien]\nnot_in: [fr]");
    desk.run("status");
    let off = desk.seen.last().unwrap().lines().any(|line| line.starts_with("spitten") && line.contains("– off"));
    assert!(off, "{:?}", desk.seen.last());
    fs::rename(desk.folder.path(POST), desk.folder.path("posts/tuinieren.md")).unwrap();
    desk.run("sync");
    let moved = desk.seen.last().unwrap();
    assert!(moved.contains("moved locales/fr/posts/spitten-zonder-spijt.ftl to "), "{moved}");
    desk.has_seen_all_of(&guide);
}

#[test]
fn states_that_are_deleted_are_made_anew_from_the_comments() {
    let desk = Desk::open();
    let before = desk.obey("status --json").stdout;
    for some in ["\"stale\": 1", "\"machine\": 56"] {
        assert!(before.contains(some), "{before}");
    }
    fs::remove_dir_all(desk.folder.path("locales/.state")).unwrap();
    assert_eq!(desk.obey("sync").code, 0);
    assert_eq!(desk.obey("status --json").stdout, before);
}

#[test]
fn every_form_of_a_command_in_the_documents_is_one() {
    let desk = Desk::open();
    let mut seen = 0;
    for name in ["README.md", "TRANSLATING.md", "docs/operations.md", "docs/translation-tools.md"] {
        let text = document(name);
        let spans = text.split(['`', '\n']).map(|span| span.trim_start_matches("$ "));
        let commands = spans.filter_map(|span| {
            let command = ["postduif ", "cargo run --release -- "].iter().find_map(|name| span.strip_prefix(name))?;
            command.split(" && ").next().filter(|command| !command.starts_with(env!("CARGO_PKG_VERSION")))
        });
        for command in commands {
            // Whatever it finds to say about the content, it must know the words.
            let ended = desk.obey(&format!("{command} --help"));
            assert_eq!(ended.code, 0, "{name}: {command}: {}", ended.stderr);
            seen += 1;
        }
    }
    assert!(seen > 15, "{seen}");
}
