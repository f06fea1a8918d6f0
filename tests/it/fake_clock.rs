//! The real daemon while the clock of its machine does what clocks do: it is set forward and back for summer, the machine
//! was off, somebody set it wrong; and months end. libfaketime makes the clock.

use std::{
    fs,
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use chrono::NaiveDateTime;
use postduif::clock::Clock;
use sqlx::{Connection as _, SqliteConnection};

use crate::harness::{
    daemon::{Daemon, wait_for},
    folder::Folder,
};

/// What happens to the machine and its clock, in UTC.
enum Moment {
    /// The clock shows this, and the schedule is looked at.
    Shows(&'static str),
    /// The clock was set back to this.
    SetBack(&'static str),
    /// The machine is off until then.
    OffUntil(&'static str),
}

/// Workflows (name, zone, cron line), what happens, and the runs that there are then: workflow, slot, outcome.
struct Story {
    begin: &'static str,
    workflows: &'static [(&'static str, &'static str, &'static str)],
    moments: &'static [Moment],
    runs: &'static [(&'static str, &'static str, &'static str)],
}

use Moment::{OffUntil, SetBack, Shows};

const DONE: &str = "done";
const MISSED: &str = "missed: it would have been too late";

const STORIES: [Story; 4] = [
    Story {
        begin: "2026-10-24 12:00:00",
        workflows: &[("eight", "Europe/Brussels", "0 8 * * *"), ("night", "Europe/Brussels", "30 2 * * *")],
        moments: &[
            Shows("2026-10-25 00:30:10"),
            // Half past two comes a second time.
            Shows("2026-10-25 01:30:10"),
            Shows("2026-10-25 07:00:10"),
            // Half past two does not come.
            Shows("2027-03-28 01:00:10"),
            Shows("2027-03-28 06:00:10"),
        ],
        runs: &[
            ("night", "2026-10-25 00:30", DONE),
            ("eight", "2026-10-25 07:00", DONE),
            ("eight", "2027-03-27 07:00", MISSED),
            ("night", "2027-03-28 01:00", DONE),
            ("eight", "2027-03-28 06:00", DONE),
        ],
    },
    Story {
        begin: "2018-11-03 12:00:00",
        workflows: &[("late", "America/Sao_Paulo", "30 23 * * *"), ("midnight", "America/Sao_Paulo", "30 0 * * *")],
        moments: &[
            // The day begins at one in the morning.
            Shows("2018-11-04 03:00:10"),
            // The hour before midnight comes twice.
            Shows("2019-02-17 01:30:10"),
            Shows("2019-02-17 02:30:10"),
            Shows("2019-02-17 03:30:10"),
        ],
        runs: &[
            ("late", "2018-11-04 02:30", DONE),
            ("midnight", "2018-11-04 03:00", DONE),
            ("midnight", "2019-02-16 02:30", MISSED),
            ("late", "2019-02-17 01:30", DONE),
            ("midnight", "2019-02-17 03:30", DONE),
        ],
    },
    Story {
        begin: "2026-10-03 03:00:00",
        workflows: &[
            ("quarter-past", "Australia/Lord_Howe", "15 2 * * *"),
            ("quarter-to", "Australia/Lord_Howe", "45 1 * * *"),
        ],
        moments: &[
            // The clocks go from two to half past two,
            Shows("2026-10-03 15:30:10"),
            // and from two back to half past one.
            Shows("2027-04-03 14:45:10"),
            Shows("2027-04-03 15:15:10"),
            Shows("2027-04-03 15:45:10"),
        ],
        runs: &[
            ("quarter-to", "2026-10-03 15:15", DONE),
            ("quarter-past", "2026-10-03 15:30", DONE),
            ("quarter-past", "2027-04-02 15:15", MISSED),
            ("quarter-to", "2027-04-03 14:45", DONE),
            ("quarter-past", "2027-04-03 15:45", DONE),
        ],
    },
    Story {
        begin: "2028-02-27 07:00:00",
        workflows: &[
            ("daily", "UTC", "0 8 * * *"),
            ("leap-day", "UTC", "0 8 29 2 *"),
            ("month-end", "UTC", "0 8 L * *"),
        ],
        moments: &[
            Shows("2028-02-27 08:00:10"),
            SetBack("2028-02-27 06:00:10"),
            Shows("2028-02-27 08:01:10"),
            Shows("2028-02-29 08:00:10"),
            OffUntil("2028-03-03 10:00:10"),
            Shows("2028-04-30 08:00:10"),
            Shows("2028-05-31 08:00:10"),
        ],
        runs: &[
            ("daily", "2028-02-27 08:00", DONE),
            ("daily", "2028-02-29 08:00", DONE),
            ("leap-day", "2028-02-29 08:00", DONE),
            ("month-end", "2028-02-29 08:00", DONE),
            ("daily", "2028-03-03 08:00", DONE),
            ("daily", "2028-04-30 08:00", DONE),
            ("month-end", "2028-04-30 08:00", DONE),
            ("daily", "2028-05-31 08:00", DONE),
            ("month-end", "2028-05-31 08:00", DONE),
        ],
    },
];

/// Runs every minute, so that it can be seen that the schedule was looked at.
const PULSE: &str = "pulse";

/// Longer than from one look at the schedule to the next.
const A_LOOK: Duration = Duration::from_secs(6);

/// The library that makes the clock, unless it is not installed.
fn library() -> Option<PathBuf> {
    let folders = fs::read_dir("/usr/lib").unwrap().map(|entry| entry.unwrap().path());
    let found = folders.map(|folder| folder.join("faketime/libfaketimeMT.so.1")).find(|file| file.exists());
    if found.is_none() {
        assert!(std::env::var_os("CI").is_none(), "libfaketime is required in CI (Debian: faketime)");
        println!("skipped: libfaketime is not installed (Debian: faketime)");
    }
    found
}

/// The runs that were not passed over because their workflow was new.
fn runs(folder: &Folder) -> Vec<(String, String, String)> {
    all_runs(folder).into_iter().filter(|(_, _, outcome)| outcome != "skipped: the workflow is new").collect()
}

/// All runs: workflow, slot, outcome.
fn all_runs(folder: &Folder) -> Vec<(String, String, String)> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let url = format!("sqlite:{}", folder.path("data/postduif.db").display());
        let mut database = SqliteConnection::connect(&url).await.unwrap();
        let select = "SELECT workflow, strftime('%Y-%m-%d %H:%M', slot / 1000, 'unixepoch'), coalesce(outcome, 'going') \
                      FROM runs ORDER BY slot, workflow";
        sqlx::query_as(select).fetch_all(&mut database).await.unwrap()
    })
}

fn start(folder: &Folder, library: &Path) -> Daemon {
    let mut command = folder.postduif(&["serve"]);
    command
        .env("LD_PRELOAD", library)
        .env("FAKETIME_TIMESTAMP_FILE", folder.path("clock"))
        .env("FAKETIME_NO_CACHE", "1")
        // What is waited for is waited for in our time, and files have their own.
        .envs([
            ("DONT_FAKE_MONOTONIC", "1"),
            ("FAKETIME_DONT_FAKE_MONOTONIC", "1"),
            ("NO_FAKE_STAT", "1"),
            ("TZ", "UTC"),
        ]);
    Daemon::start_by(command, folder)
}

/// Sets the clock, which goes on from there; whoever reads the file meanwhile reads the old or the new one.
fn set(folder: &Folder, shows: &str) {
    let shows = NaiveDateTime::parse_from_str(shows, "%Y-%m-%d %H:%M:%S").unwrap().and_utc();
    folder.write("clock.next", format!("{:+}\n", (shows - Clock::system().now()).num_seconds()));
    fs::rename(folder.path("clock.next"), folder.path("clock")).unwrap();
}

/// Waits until the schedule has been looked at at this time, and what was due then is over.
fn looked(folder: &Folder, shows: &str) {
    wait_for(shows, || {
        let runs = runs(folder);
        let minute = &shows[.."2026-10-25 00:30".len()];
        let seen = runs.iter().any(|(name, slot, _)| name == PULSE && slot.as_str() >= minute);
        (seen && runs.iter().all(|(_, _, outcome)| outcome != "going")).then_some(())
    });
}

/// Lives through a story, and gives the runs that there were.
fn live(story: &Story, library: &Path) -> Vec<(String, String, String)> {
    let folder = Folder::model();
    fs::remove_dir_all(folder.path("workflows")).unwrap();
    let sync = "[[steps]]\ndo = \"sync\"\n";
    for (name, zone, line) in story.workflows {
        folder
            .write(&format!("workflows/{name}.toml"), format!("schedule = \"{line}\"\ntime_zone = \"{zone}\"\n{sync}"));
    }
    folder.write(&format!("workflows/{PULSE}.toml"), format!("every = \"1m\"\n{sync}"));
    set(&folder, story.begin);
    let mut daemon = start(&folder, library);
    wait_for("the first look", || (all_runs(&folder).len() == story.workflows.len() + 1).then_some(()));
    for moment in story.moments {
        match moment {
            Shows(time) => {
                set(&folder, time);
                looked(&folder, time);
            }
            SetBack(time) => {
                set(&folder, time);
                // Nothing is to be seen of it.
                thread::sleep(A_LOOK);
            }
            OffUntil(time) => {
                daemon.stop();
                set(&folder, time);
                daemon = start(&folder, library);
                looked(&folder, time);
            }
        }
    }
    let (code, rest) = daemon.stop();
    assert_eq!(code, Some(0), "{rest}");
    runs(&folder).into_iter().filter(|(name, ..)| story.workflows.iter().any(|(known, ..)| known == name)).collect()
}

#[test]
fn whatever_its_clock_does_every_slot_has_its_run_and_none_has_two() {
    let Some(library) = library() else { return };
    let lived = thread::scope(|scope| {
        let living: Vec<_> = STORIES.iter().map(|story| scope.spawn(|| live(story, &library))).collect();
        living.into_iter().map(|one| one.join().unwrap()).collect::<Vec<_>>()
    });
    for (story, actual) in STORIES.iter().zip(lived) {
        let expected: Vec<_> = story
            .runs
            .iter()
            .map(|(name, slot, end)| ((*name).to_owned(), (*slot).to_owned(), (*end).to_owned()))
            .collect();
        for (name, slot, outcome) in &actual {
            println!("{slot} UTC  {name:<14} {outcome}");
        }
        assert_eq!(actual, expected, "{}", story.workflows[0].1);
    }
}
