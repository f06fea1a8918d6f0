//! TRANSLATING.md shows what the program writes: a writer and a translator take its steps, and see each of its screens.

use std::{fs, path::Path};

use tempfile::TempDir;

use crate::harness::{copy_folder, postduif};

const POST: &str = "posts/spitten-zonder-spijt.md";
const DUTCH: &str = "locales/nl/posts/spitten-zonder-spijt.ftl";
const FRENCH: &str = "locales/fr/posts/spitten-zonder-spijt.ftl";

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A copy of the model publication, and all that a translator saw in it.
struct Desk {
    folder: TempDir,
    seen: Vec<String>,
}

impl Desk {
    fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for part in ["posts", "locales", "workflows"] {
            copy_folder(&repository().join(part), &folder.path().join(part));
        }
        fs::copy(repository().join("postduif.toml"), folder.path().join("postduif.toml")).unwrap();
        Self { folder, seen: Vec::new() }
    }

    /// Runs a command that the guide names, and keeps what is on the screen then.
    fn run(&mut self, arguments: &str) {
        let ended = postduif(self.folder.path(), arguments);
        self.seen.push(format!("$ postduif {arguments}\n{}{}", ended.err, ended.out));
    }

    fn look_at(&mut self, file: &str) {
        self.seen.push(fs::read_to_string(self.folder.path().join(file)).unwrap());
    }

    fn edit(&self, file: &str, from: &str, to: &str) {
        let path = self.folder.path().join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(text.matches(from).count(), 1, "{file} says {from:?} once");
        fs::write(path, text.replace(from, to)).unwrap();
    }

    /// The writer says something new, and the translator looks at it.
    fn write(&mut self, from: &str, to: &str) {
        self.edit(POST, from, to);
        self.run("sync");
        self.look_at(FRENCH);
    }

    /// Whether an excerpt was on a screen or in a file.
    fn saw(&self, excerpt: &str) -> bool {
        self.seen.iter().any(|screen| shows(screen, excerpt))
    }
}

/// Whether the lines of an excerpt follow each other on a screen; ` …` at the end of one cuts it short.
fn shows(screen: &str, excerpt: &str) -> bool {
    let (lines, wanted): (Vec<_>, Vec<_>) = (screen.lines().collect(), excerpt.lines().collect());
    let is_line = |line: &str, wanted: &str| {
        line == wanted || wanted.strip_suffix('…').is_some_and(|head| head.ends_with(' ') && line.starts_with(head))
    };
    lines.windows(wanted.len()).any(|lines| lines.iter().zip(&wanted).all(|(line, wanted)| is_line(line, wanted)))
}

/// The files and screens of a document: its blocks of Fluent and of plain text.
fn excerpts(document: &str) -> Vec<&str> {
    let blocks = document.split("```").skip(1).step_by(2);
    blocks.filter_map(|block| block.strip_prefix("ftl\n").or_else(|| block.strip_prefix("text\n"))).collect()
}

#[test]
fn every_screen_of_the_guide_is_seen_by_who_takes_its_steps() {
    let guide = fs::read_to_string(repository().join("TRANSLATING.md")).unwrap();
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
    fs::rename(desk.folder.path().join(POST), desk.folder.path().join("posts/tuinieren.md")).unwrap();
    desk.run("sync");
    let moved = desk.seen.last().unwrap();
    assert!(moved.contains("moved locales/fr/posts/spitten-zonder-spijt.ftl to "), "{moved}");

    let excerpts = excerpts(&guide);
    assert!(excerpts.len() > 10, "{excerpts:#?}");
    let unseen: Vec<_> = excerpts.into_iter().filter(|excerpt| !desk.saw(excerpt)).collect();
    let screens = desk.seen.iter().filter(|screen| screen.starts_with("$ ")).cloned().collect::<String>();
    assert!(unseen.is_empty(), "nobody sees\n{}\non any screen or in any file:\n{screens}", unseen.join("\n"));
}

#[test]
fn every_form_of_a_command_in_the_guide_is_one() {
    let desk = Desk::open();
    let mut seen = 0;
    for document in ["TRANSLATING.md", "docs/translation-tools.md"] {
        let text = fs::read_to_string(repository().join(document)).unwrap();
        let spans = text.split(['`', '\n']).map(|span| span.trim_start_matches("$ "));
        for command in spans.filter_map(|span| span.strip_prefix("postduif ")?.split(" && ").next()) {
            // Whatever it finds to say about the content, it must know the words.
            let ended = postduif(desk.folder.path(), &format!("{command} --help"));
            assert_eq!(ended.code, 0, "{document}: {command}: {}", ended.err);
            seen += 1;
        }
    }
    assert!(seen > 10, "{seen}");
}
