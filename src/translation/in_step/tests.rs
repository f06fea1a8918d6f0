//! Syncs that are cut short, files that are damaged, and what becomes of records.

use std::fs;

use super::*;
use crate::{posts::LoadSettings, translation::load_translations};

/// A publication with one post, synced once.
struct Desk {
    root: tempfile::TempDir,
    locales: [Locale; 2],
}

const NL: &str = "locales/nl/posts/stappen.ftl";
const FR: &str = "locales/fr/posts/stappen.ftl";

impl Desk {
    fn new() -> Self {
        let folder = Self { root: tempfile::tempdir().unwrap(), locales: ["nl", "fr"].map(|tag| tag.parse().unwrap()) };
        folder.write("posts/stappen.md", "---\ntitle: Stappen\ndate: 2026-10-02\n---\nBlijf bewegen.\n");
        assert_eq!(folder.sync(), []);
        folder
    }

    fn write(&self, file: &str, bytes: impl AsRef<[u8]>) {
        let path = self.root.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    fn read(&self, file: &str) -> Vec<u8> {
        fs::read(self.root.path().join(file)).unwrap()
    }

    fn posts(&self) -> Vec<Post> {
        let settings = crate::posts::LoadSettings { zone: chrono_tz::Europe::Brussels };
        crate::posts::load_posts(self.root.path(), settings).unwrap().posts
    }

    fn try_to_sync(&self) -> Result<SyncReport, Error> {
        let (source, targets) = (&self.locales[0], &self.locales[1..]);
        let settings = LoadSettings { zone: chrono_tz::Europe::Brussels };
        sync_files(
            &Folder { root: self.root.path(), settings, source, targets, locales: targets },
            &SyncOptions::default(),
        )
    }

    fn sync(&self) -> Vec<Diagnostic> {
        self.try_to_sync().unwrap().diagnostics
    }

    fn check(&self) -> Vec<Diagnostic> {
        load_translations(self.root.path(), &self.locales[0], &self.locales, &self.posts()).diagnostics
    }
}

#[test]
fn a_check_shows_once_what_makes_sync_leave_a_file_alone() {
    for (bad, code) in [
        (&b"title = Pas\r\n"[..], "carriage-return"),
        (b"\xef\xbb\xbftitle = Pas\n", "byte-order-mark"),
        (b"<<<<<<< ours\ntitle = Pas\n=======\ntitle = Marches\n>>>>>>> theirs\n", "merge-conflict"),
        (b"title = Ha\xefti\n", "not-utf8"),
    ] {
        let folder = Desk::new();
        folder.write(FR, bad);
        let found = folder.check();
        assert_eq!(found.iter().map(|found| found.code).collect::<Vec<_>>(), [code]);
        assert_eq!(folder.sync(), found);
        assert_eq!(folder.read(FR), bad, "{code}");
    }
}

#[test]
fn a_file_that_cannot_be_read_keeps_no_other_from_being_brought_in_step() {
    let folder = Desk::new();
    folder.write("posts/rust.md", "---\ntitle: Rust\ndate: 2026-10-02\n---\nRust.\n");
    let catalog = folder.root.path().join(FR);
    fs::remove_file(&catalog).unwrap();
    fs::create_dir(&catalog).unwrap();
    let found = folder.sync();
    assert_eq!(
        found.iter().map(|found| (found.code, found.file.as_path())).collect::<Vec<_>>(),
        [("unreadable-file", Path::new(FR))]
    );
    assert!(catalog.is_dir() && folder.root.path().join("locales/fr/posts/rust.ftl").exists());
    assert_eq!(folder.check(), found);
}

#[test]
fn a_memory_that_cannot_be_read_is_not_written_anew() {
    for (mark, code) in [
        (&b"# Ha\xefti\n"[..], "not-utf8"),
        (b"<<<<<<< ours\n", "merge-conflict"),
        (b"p-ac0f17 = Neem {\n", "fluent-syntax"),
    ] {
        let folder = Desk::new();
        let bad = [folder.read(NL).as_slice(), mark].concat();
        folder.write(NL, &bad);
        folder.write("posts/stappen.md", "---\ntitle: Stappen\ndate: 2026-10-02\n---\nIets heel anders.\n");
        let french = folder.read(FR);
        let found = folder.sync();
        assert_eq!(found.iter().map(|found| found.code).collect::<Vec<_>>(), [code]);
        assert_eq!((folder.read(NL), folder.read(FR)), (bad, french));
        assert_eq!(folder.check(), found);
    }
}

impl Desk {
    /// A stale text and one that a machine made, each with its record.
    fn with_stale_and_machine() -> Self {
        let desk = Self::new();
        let post = |text: &str| format!("---\ntitle: Stappen\ndate: 2026-10-02\n---\n{text}\n\nBel ons.\n");
        desk.write("posts/stappen.md", post("Blijf bewegen."));
        desk.sync();
        let ftl = String::from_utf8(desk.read(FR)).unwrap();
        let complete = |ftl: String, dutch: &str, french: &str| {
            let at = ftl.find(&format!("# nl: {dutch}\n")).unwrap();
            let end = at + ftl[at..].find(" =\n").unwrap() + 2;
            format!("{} {french}{}", &ftl[..end], &ftl[end..])
        };
        desk.write(FR, complete(complete(ftl, "Blijf bewegen.", "Bougez."), "Bel ons.", "Appelez."));
        desk.sync();
        let records = String::from_utf8(desk.read(STATE)).unwrap();
        let (before, after) = records.split_once("source = \"Bel ons.\"").unwrap();
        let by_a_machine = after.replacen("\"human\"", "\"machine\"\nfrom = \"from DeepL\"", 1);
        desk.write(STATE, format!("{before}source = \"Bel ons.\"{by_a_machine}"));
        desk.write("posts/stappen.md", post("Blijf niet bewegen."));
        assert_eq!(desk.sync(), []);
        assert_eq!(desk.states(), (1, 1));
        desk
    }

    /// How many texts are stale, and a machine's.
    fn states(&self) -> (usize, usize) {
        let loaded = load_translations(self.root.path(), &self.locales[0], &self.locales, &self.posts());
        let slug = "stappen".parse().unwrap();
        let coverage = loaded.translated(&self.locales[1], &slug).unwrap().coverage(loaded.segments(&slug));
        (coverage.stale, coverage.machine)
    }
}

const STATE: &str = "locales/.state/fr/stappen.toml";

#[test]
fn a_lost_record_makes_nothing_current() {
    let desk = Desk::with_stale_and_machine();
    let records = desk.read(STATE);
    desk.write(STATE, [b"<<<<<<< HEAD\n", records.as_slice()].concat());
    assert_eq!(desk.states(), (1, 1), "records with a merge conflict");
    let french = desk.read(FR);
    desk.sync();
    assert_eq!(desk.read(FR), french, "nothing is made from them");
    fs::remove_file(desk.root.path().join(STATE)).unwrap();
    assert_eq!(desk.states(), (1, 1), "records that are gone");
    desk.sync();
    assert_eq!((desk.read(FR), desk.states()), (french, (1, 1)), "and come back from the comments");
}

const PLAIN: &str = "---\ntitle: Stappen\ndate: 2026-10-02\n---\nBlijf bewegen.\n";

#[test]
fn a_machines_text_whose_dutch_has_changed_is_a_machines_still_when_the_dutch_comes_back() {
    let desk = Desk::with_stale_and_machine();
    let post = desk.read("posts/stappen.md");
    let changed = String::from_utf8(post.clone()).unwrap().replace("Bel ons.", "Bel ons morgen.");
    desk.write("posts/stappen.md", changed);
    assert_eq!(desk.states(), (1, 0), "nobody has read it, and it says something else");
    desk.sync();
    assert_eq!(desk.states(), (1, 0));
    let french = String::from_utf8(desk.read(FR)).unwrap();
    let said = "# stale: it said \"Bel ons.\" when this was translated\n# stale: Bel [-ons.-] {+ons morgen.+}\n\
                # machine: from DeepL; nobody has read this yet; correct it, or approve it\n";
    assert!(french.contains(said), "{french}");
    fs::remove_file(desk.root.path().join(STATE)).unwrap();
    desk.write("posts/stappen.md", post);
    assert_eq!(desk.states(), (1, 1), "though its record is lost");
    desk.sync();
    assert_eq!(desk.states(), (1, 1));
}

#[test]
fn a_text_from_a_tool_that_drops_comments_was_made_from_the_dutch_of_the_last_sync() {
    let desk = Desk::new();
    desk.write(FR, "title = Pas\n");
    desk.write("posts/stappen.md", PLAIN.replace("title: Stappen", "title: Geen stappen"));
    assert_eq!(desk.states(), (1, 0), "before any sync");
    desk.sync();
    assert_eq!(desk.states(), (1, 0), "and after");
}

#[test]
fn what_is_asked_before_a_sync_is_answered_as_after_it() {
    let desk = Desk::new();
    let french = String::from_utf8(desk.read(FR)).unwrap().replace("# todo title =", "title = Pas");
    desk.write(FR, &french);
    desk.sync();
    desk.write("posts/stappen.md", PLAIN.replace("title: Stappen", "title: Geen stappen"));
    // What lies in the way of the catalog stops the sync after the records, as a kill would.
    let aside = desk.root.path().join(format!("locales/fr/posts/.stappen.ftl.{}.new", std::process::id()));
    fs::create_dir_all(&aside).unwrap();
    assert!(desk.try_to_sync().is_err());
    fs::remove_dir(&aside).unwrap();
    // The file still shows the old Dutch, and so that is what this says.
    let french = String::from_utf8(desk.read(FR)).unwrap().replace("title = Pas", "title = Marches");
    desk.write(FR, french);
    assert_eq!(desk.states(), (1, 0), "before");
    desk.sync();
    assert_eq!(desk.states(), (1, 0), "after");
}

#[test]
fn nothing_is_brought_in_step_while_git_changes_files() {
    let desk = Desk::new();
    desk.write(".git/index.lock", "");
    desk.write("posts/stappen.md", PLAIN.replace("title: Stappen", "title: Geen stappen"));
    let before = (desk.read(FR), desk.read(NL));
    let found = desk.sync();
    assert_eq!(found.iter().map(|found| found.code).collect::<Vec<_>>(), ["busy-repository"]);
    assert_eq!((desk.read(FR), desk.read(NL)), before);
    fs::remove_file(desk.root.path().join(".git/index.lock")).unwrap();
    assert_eq!(desk.sync(), []);
    assert_ne!((desk.read(FR), desk.read(NL)), before);
}

#[test]
fn a_text_whose_id_was_lost_in_a_merge_finds_the_one_that_translators_have() {
    let desk = Desk::new();
    let memory = desk.read(NL);
    desk.write("posts/stappen.md", PLAIN.replace("bewegen.", "bewegen.\n\nBel ons."));
    desk.sync();
    desk.write("posts/stappen.md", PLAIN.replace("bewegen.", "bewegen.\n\nBel ons gerust."));
    desk.sync();
    let french = String::from_utf8(desk.read(FR)).unwrap();
    let at = french.find("# nl: Bel ons gerust.\n").unwrap();
    let french = french[..at].to_owned() + &french[at..].replace(" =\n", " = Appelez.\n").replace("# todo ", "");
    desk.write(FR, &french);
    desk.sync();
    // One side's memory was taken, which knows nothing of that paragraph.
    desk.write(NL, memory);
    desk.sync();
    assert_eq!(String::from_utf8(desk.read(FR)).unwrap(), french);
    assert_eq!(desk.states(), (0, 0));
}

#[test]
fn a_catalog_that_was_away_comes_back_as_it_was() {
    let desk = Desk::with_stale_and_machine();
    let french = desk.read(FR);
    fs::remove_file(desk.root.path().join(FR)).unwrap();
    desk.sync();
    desk.write(FR, &french);
    desk.sync();
    assert_eq!((desk.read(FR), desk.states()), (french, (1, 1)));
}

#[test]
fn a_text_without_a_record_is_held_against_the_dutch_that_its_file_shows() {
    let desk = Desk::new();
    let ftl = String::from_utf8(desk.read(FR)).unwrap();
    desk.write(FR, ftl.replace("# todo title =", "title = Pas"));
    desk.write("posts/stappen.md", "---\ntitle: Geen stappen\ndate: 2026-10-02\n---\nBlijf bewegen.\n");
    assert_eq!(desk.states(), (1, 0), "before any sync");
    desk.sync();
    assert_eq!(desk.states(), (1, 0), "and after");
}

#[test]
fn a_sync_killed_between_its_two_files_does_not_make_a_stale_text_current() {
    let folder = Desk::new();
    let todo = String::from_utf8(folder.read(FR)).unwrap();
    let at = todo.find("# nl: Blijf bewegen.\n").unwrap();
    let end = at + todo[at..].find(" =\n").unwrap() + 2;
    folder.write(FR, format!("{} Bougez.{}", &todo[..end], &todo[end..]));
    folder.write("posts/stappen.md", "---\ntitle: Stappen\ndate: 2026-10-02\n---\nBlijf heel veel bewegen.\n");
    // What lies in the way of one of the two files stops the sync there, as a kill would.
    for in_the_way in ["locales/.state/fr/.stappen.toml", "locales/fr/posts/.stappen.ftl"] {
        let aside = folder.root.path().join(format!("{in_the_way}.{}.new", std::process::id()));
        fs::create_dir_all(&aside).unwrap();
        assert!(folder.try_to_sync().is_err());
        fs::remove_dir(&aside).unwrap();
    }
    assert_eq!(folder.sync(), []);
    let synced = String::from_utf8(folder.read(FR)).unwrap();
    assert!(synced.contains("# stale: it said \"Blijf bewegen.\""), "{synced}");
}

/// What somebody completes in the French file.
fn complete(folder: &Desk, text: &str) {
    let ftl = String::from_utf8(folder.read(FR)).unwrap();
    let (before, after) = ftl.split_once("# todo p-").expect("a text waits");
    let (id, rest) = after.split_once(" =\n").unwrap();
    folder.write(FR, format!("{before}# todo p-{id} = {text}\n{rest}"));
}

const TERMS: &str = "locales/fr/terms.ftl";

#[test]
fn a_translation_with_a_term_goes_stale_as_any_other_and_a_change_of_the_term_approves_nothing() {
    let folder = Desk::new();
    folder.write(TERMS, "-practice = Beweegreden\n");
    complete(&folder, "Bougez avec { -practice }.");
    assert_eq!(folder.sync(), []);
    let records = String::from_utf8(folder.read("locales/.state/fr/stappen.toml")).unwrap();
    assert!(records.contains("source = \"Blijf bewegen.\""), "{records}");
    assert_eq!(folder.states(), (0, 0));
    folder.write("posts/stappen.md", "---\ntitle: Stappen\ndate: 2026-10-02\n---\nBlijf nooit bewegen.\n");
    assert_eq!(folder.states(), (1, 0), "before the sync");
    folder.sync();
    assert!(String::from_utf8(folder.read(FR)).unwrap().contains("# stale: it said \"Blijf bewegen.\""));
    assert_eq!(folder.states(), (1, 0));
    folder.write(TERMS, "-practice = Le Mouvement\n");
    folder.sync();
    assert_eq!(folder.states(), (1, 0), "nobody has read it");
    let corrected = String::from_utf8(folder.read(FR)).unwrap().replace("Bougez avec", "Ne bougez jamais avec");
    folder.write(FR, corrected);
    folder.sync();
    assert_eq!(folder.states(), (0, 0));
}

#[test]
fn a_text_with_a_term_that_moves_to_another_post_is_offered_there_in_its_words() {
    let folder = Desk::new();
    folder.write(TERMS, "-practice = Beweegreden\n");
    complete(&folder, "Bougez avec { -practice }.");
    folder.sync();
    folder.write("posts/rust.md", "---\ntitle: Rust\ndate: 2026-10-02\n---\nBlijf bewegen.\n");
    folder.sync();
    let rust = String::from_utf8(folder.read("locales/fr/posts/rust.ftl")).unwrap();
    assert!(rust.contains(" = Bougez avec Beweegreden.\n") && rust.contains("# machine: "), "{rust}");
}

#[test]
fn where_a_text_came_from_is_found_in_a_fresh_clone_too() {
    let folder = Desk::new();
    folder.write("posts/water.md", "---\ntitle: Water\ndate: 2026-10-02\n---\nDrink water.\n");
    complete(&folder, "Bougez.");
    folder.sync();
    fs::remove_dir_all(folder.root.path().join("data")).unwrap();
    // The post that the text goes to comes before the one that it stood in.
    folder.write("posts/adem.md", "---\ntitle: Adem\ndate: 2026-10-02\n---\nBlijf bewegen.\n");
    folder.write("posts/stappen.md", "---\ntitle: Stappen\ndate: 2026-10-02\n---\nIets anders.\n");
    folder.sync();
    let adem = String::from_utf8(folder.read("locales/fr/posts/adem.ftl")).unwrap();
    assert!(adem.contains(" = Bougez.\n") && adem.contains("# machine: "), "{adem}");
}

#[test]
fn a_comment_that_may_be_a_translation_is_told_and_the_file_is_left_alone() {
    let waiting = Desk::new().read(FR);
    let waiting = String::from_utf8(waiting).unwrap();
    let (head, after) = waiting.split_once("# todo p-").unwrap();
    let (id, _) = after.split_once(" =\n").unwrap();
    for (written, line) in
        [(format!("# todo p-{id} = Bougez,\n# et respirez.\n"), 2), (format!("# todo p-{id} =\n# Bougez.\n"), 2)]
    {
        let folder = Desk::new();
        let whole = format!("{head}{written}");
        folder.write(FR, &whole);
        let found = folder.sync();
        assert_eq!(folder.check(), found);
        let line = head.lines().count() + line;
        assert_eq!(
            found.iter().map(|one| (one.code, one.line)).collect::<Vec<_>>(),
            [("unread-text", line)],
            "{whole}"
        );
        assert_eq!(folder.read(FR), whole.as_bytes());
    }
    for remark in [
        format!("# deux mots ?\n# todo p-{id} = Bougez.\n"),
        format!("# todo p-{id} = Bougez.\n\n# deux mots ?\n"),
        format!("# p-{id} = Remuez.\np-{id} = Bougez.\n"),
    ] {
        let folder = Desk::new();
        folder.write(FR, format!("{head}{remark}"));
        assert_eq!(folder.sync(), [], "{remark}");
        assert!(String::from_utf8(folder.read(FR)).unwrap().contains(&format!("p-{id} = Bougez.\n")), "{remark}");
    }
}

#[test]
fn a_post_that_cannot_be_read_is_told_and_its_texts_are_not_forgotten() {
    let folder = Desk::new();
    complete(&folder, "Bougez.");
    folder.sync();
    folder.write("posts/stappen.md", "---\ntitel: Stappen\n---\nIets.\n");
    assert!(folder.sync().iter().any(|found| found.file == Path::new("posts/stappen.md")));
    folder.write("posts/adem.md", "---\ntitle: Adem\ndate: 2026-10-02\n---\nBlijf bewegen.\n");
    folder.sync();
    let adem = String::from_utf8(folder.read("locales/fr/posts/adem.ftl")).unwrap();
    assert!(adem.contains(" = Bougez.\n"), "{adem}");
}
