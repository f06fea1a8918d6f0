//! Copies of the database, put back at any time: nobody gets anything twice.

use std::{fs, os::unix::fs::PermissionsExt as _, path::Path};

use crate::harness::{
    daemon::Daemon,
    folder::{Ended, Folder},
};

const DATABASE: &str = "data/postduif.db";

/// A post that is out, for those who read Dutch.
fn write_post(folder: &Folder, slug: &str) {
    let post = "---\ntitle: Traag is ook vooruit\ndate: 2026-11-20\nsummary: Wie rustig opbouwt, komt verder.\n\
                authors: [lien]\ntopics: [belasting]\n---\n\nWie rustig opbouwt, komt verder.\n";
    folder.write(&format!("posts/{slug}.md"), post);
}

fn run_digest(folder: &Folder) -> Ended {
    folder.run(&["run", "weekly-digest"])
}

/// Puts a copy in the place of the database without a word to the program.
fn put_back_by_hand(folder: &Folder, copy: &Path) {
    fs::copy(copy, folder.path(DATABASE)).unwrap();
}

#[test]
fn a_copy_is_made_while_the_daemon_works_and_is_for_its_owner_only() {
    let folder = Folder::with_readers();
    let daemon = Daemon::start(&folder);
    let said = folder.fine(&["backup", "kopie.db"]);
    assert!(said.starts_with("the database is in kopie.db ("), "{said}");
    assert_eq!(daemon.get("/nl/").status, 200);
    assert_eq!(daemon.stop().0, Some(0));
    assert_eq!(fs::metadata(folder.path("kopie.db")).unwrap().permissions().mode() & 0o777, 0o600);

    let again = folder.run(&["backup", "kopie.db"]);
    assert_eq!((again.code, again.stderr.lines().next()), (1, Some("error: kopie.db is there already")), "{again:?}");
    folder.fine(&["backup", "kopie.db", "--replace"]);
    let nowhere = folder.run(&["backup", "geen/map/kopie.db"]);
    assert!(nowhere.code == 2 && nowhere.stderr.contains("cannot write geen/map/kopie.db"), "{nowhere:?}");
}

#[test]
fn an_older_copy_sends_nothing_until_somebody_says_what_it_is_and_then_nothing_twice() {
    let folder = Folder::with_readers();
    folder.fine(&["backup", "kopie.db"]);
    assert!(run_digest(&folder).stdout.contains("6 planned, 6 accepted"));
    write_post(&folder, "traag");
    folder.fine(&["publish"]);
    assert!(run_digest(&folder).stdout.contains("accepted"));
    let sent = folder.recipients();

    put_back_by_hand(&folder, &folder.path("kopie.db"));
    for command in [&["run", "weekly-digest"][..], &["serve"], &["publish"], &["issues", "list"]] {
        let refused = folder.run(command);
        assert_eq!(refused.code, 1, "{refused:?}");
        assert!(refused.stderr.contains("error[older-database]: the database is an older copy"), "{refused:?}");
        assert!(refused.stderr.contains("say `postduif restore`"), "{refused:?}");
    }
    let said = folder.fine(&["restore"]);
    assert!(said.contains("6 readers taken to have all posts released until then"), "{said}");
    folder.fine(&["publish"]);
    assert_eq!(run_digest(&folder).code, 0);
    assert_eq!(folder.recipients(), sent, "nobody gets anything again");

    // What is written from now on goes to each once.
    write_post(&folder, "trager");
    folder.fine(&["publish"]);
    let run = run_digest(&folder);
    let before: usize = sent.values().sum();
    let now: usize = folder.recipients().values().sum();
    assert!(now > before && run.stdout.contains(&format!("{} accepted", now - before)), "{run:?}");
    assert!(run_digest(&folder).stdout.contains("0 planned"));
}

#[test]
fn mails_that_were_still_to_come_when_the_copy_was_made_are_held_and_shown() {
    let folder = Folder::with_readers();
    let mut away = folder.postduif(&["run", "weekly-digest"]);
    assert_eq!(away.env("POSTDUIF_MAIL__RELAY", "smtp://127.0.0.1:1").status().unwrap().code(), Some(2));
    folder.fine(&["backup", "kopie.db"]);
    assert!(run_digest(&folder).stdout.starts_with("delivered 6 mails that had waited\n"));

    let said = folder.fine(&["restore", "kopie.db"]);
    assert!(said.contains("what was there is now data/postduif.replaced-1"), "{said}");
    assert!(said.contains("6 mails held, as they may have arrived"), "{said}");
    assert_eq!(run_digest(&folder).code, 0);
    assert_eq!(folder.outbox().len(), 6);
    let issue = folder.run(&["issues", "show", "1", "--json"]).json();
    assert_eq!((&issue["state"], &issue["uncertain"]), (&"finished".into(), &6.into()), "{issue}");
}

#[test]
fn where_surely_nothing_was_sent_it_goes_on_where_the_copy_stops() {
    let folder = Folder::with_readers();
    folder.fine(&["backup", "kopie.db"]);
    fs::remove_file(folder.path(DATABASE)).unwrap();
    assert_eq!(folder.fine(&["restore", "kopie.db", "--as-unsent"]), "the database goes on where it stops\n");
    assert!(run_digest(&folder).stdout.contains("6 planned, 6 accepted"));
}

#[test]
fn a_copy_of_another_publication_takes_the_place_of_this_one_only_where_somebody_says_so() {
    let (ours, theirs) = (Folder::with_readers(), Folder::with_readers());
    theirs.fine(&["backup", "kopie.db"]);
    let copy = theirs.path("kopie.db");
    let copy = copy.to_str().unwrap();
    let [mine, other] = [&ours, &theirs].map(|folder| {
        let seen = folder.read("data/store.seen");
        seen.lines().last().unwrap().split_once(' ').unwrap().0.to_owned()
    });
    let before = fs::read(ours.path(DATABASE)).unwrap();
    let refuse = |folder: &Folder| {
        let refused = folder.run(&["restore", copy, "--as-unsent"]);
        let both = format!("is a copy of the database {other}, and this folder worked with {mine}\n");
        assert!(refused.code == 1 && refused.stderr.contains(&both), "{refused:?}");
        assert!(refused.stderr.contains("say --other if it is to be the one here"), "{refused:?}");
        assert!(!folder.path("data/postduif.db.partial").exists());
    };
    refuse(&ours);
    assert_eq!(fs::read(ours.path(DATABASE)).unwrap(), before);
    let seen = ours.read("data/store.seen");
    fs::remove_file(ours.path("data/store.seen")).unwrap();
    refuse(&ours); // The database that is there says whose it is.
    ours.write("data/store.seen", seen);
    fs::remove_file(ours.path(DATABASE)).unwrap();
    refuse(&ours); // What the folder has seen says it where the database is lost.

    ours.fine(&["restore", copy, "--as-unsent", "--other"]);
    ours.fine(&["backup", "nog-een.db"]);
    ours.fine(&["restore", "nog-een.db"]);
    let new = Folder::model();
    new.fine(&["restore", copy]);
}

#[test]
fn nothing_is_put_back_that_is_no_copy_nor_while_somebody_works() {
    let folder = Folder::with_readers();
    folder.fine(&["backup", "kopie.db"]);
    let before = fs::read(folder.path(DATABASE)).unwrap();
    folder.write("brief.db", "Beste lezer, dit is geen databank.");
    folder.write("leeg.db", "");
    let half = fs::read(folder.path("kopie.db")).unwrap();
    folder.write("half.db", &half[..half.len() / 2]);
    for (name, why) in [
        ("brief.db", "cannot put brief.db back: it is no database of postduif"),
        ("leeg.db", "it is no database of postduif"),
        ("half.db", "cannot put half.db back"),
        ("weg.db", "there is no file weg.db"),
    ] {
        let refused = folder.run(&["restore", name]);
        assert!(refused.code > 0 && refused.stderr.contains(why), "{name}: {refused:?}");
    }
    assert_eq!(fs::read(folder.path(DATABASE)).unwrap(), before);
    let left = fs::read_dir(folder.path("data")).unwrap().map(|entry| entry.unwrap().file_name());
    let left: Vec<_> = left.filter(|name| name.to_string_lossy().contains("partial")).collect();
    assert!(left.is_empty(), "{left:?}");

    let daemon = Daemon::start(&folder);
    let refused = folder.run(&["restore", "kopie.db"]);
    assert!(refused.code == 1 && refused.stderr.contains("end it first"), "{refused:?}");
    assert_eq!(daemon.stop().0, Some(0));
}

#[test]
fn a_migration_is_told_before_it_is_done() {
    let folder = Folder::model();
    let to_come = folder.fine(&["migrate", "--dry-run"]);
    assert!(to_come.contains("steps to take, all or none:\n  0001_first\n"), "{to_come}");
    assert!(!folder.path(DATABASE).exists(), "nothing was done");
    assert!(folder.fine(&["migrate"]).contains("steps taken:\n  0001_first\n"));
    assert_eq!(folder.fine(&["migrate", "--dry-run"]), "the database is of this program's version\n");
}

#[test]
fn a_database_is_not_copied_onto_itself_and_one_copied_by_hand_keeps_its_last_changes() {
    let folder = Folder::with_readers();
    let itself = folder.run(&["backup", DATABASE, "--replace"]);
    assert!(itself.code == 1 && itself.stderr.contains("is the database itself"), "{itself:?}");
    let daemon = Daemon::start(&folder);
    let its_log = folder.run(&["backup", &format!("{DATABASE}-wal"), "--replace"]);
    assert!(its_log.code == 1 && its_log.stderr.contains("is the database itself"), "{its_log:?}");
    assert_eq!(daemon.stop().0, Some(0));
    // While somebody works with it, what was written last stands in a file beside it.
    let daemon = Daemon::start(&folder);
    folder.fine(&["subscribers", "suppress", "weg@lezers.example"]);
    for end in ["", "-wal"] {
        fs::copy(folder.path(&format!("{DATABASE}{end}")), folder.path(&format!("kopie.db{end}"))).unwrap();
    }
    assert_eq!(daemon.stop().0, Some(0));
    fs::remove_file(folder.path(DATABASE)).unwrap();
    folder.fine(&["restore", "kopie.db", "--as-unsent"]);
    let shown = folder.run(&["subscribers", "show", "weg@lezers.example"]);
    assert!(shown.stderr.contains("it must get no mail since"), "{shown:?}");
}
