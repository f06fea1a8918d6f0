//! The daemon and the clock: what is started when, as its looks at the schedule have it.

use std::{sync::Arc, time::Duration};

use chrono::TimeDelta;
use chrono_tz::Europe::Brussels;
use postduif::{
    clock::Timestamp,
    workflows::{Lookout, Ticks, keep_schedule},
};
use tokio_util::sync::CancellationToken;

use crate::harness::{Publication, on_each_database, tell};

/// A workflow that does little, with these lines at its head.
fn workflow(head: &str) -> String {
    format!("{head}\n[[steps]]\ndo = \"sync\"\n")
}

/// A publication with this workflow alone, and what looks at its schedule; it has been seen once.
async fn looked_after(garden: &Publication, head: &str) -> Lookout {
    for name in ["publish", "weekly-digest"] {
        std::fs::remove_file(garden.root().join(format!("workflows/{name}.toml"))).unwrap();
    }
    garden.write("workflows/night.toml", workflow(head));
    let lookout = Lookout::new(garden.runner().await, CancellationToken::new());
    lookout.look().await;
    lookout
}

/// Lets so many hours go by, with a look every half hour.
async fn go_by(garden: &Publication, lookout: &Lookout, hours: i64) {
    for _ in 0..2 * hours {
        garden.wait(TimeDelta::minutes(30));
        lookout.look().await;
        lookout.settle().await;
    }
}

/// The slots of the runs after the first look, oldest first, as the clock in Brussels shows them, and how each ended.
async fn runs(garden: &Publication) -> Vec<(String, String)> {
    let mut runs = garden.store.runs(1_000).await.unwrap();
    runs.reverse();
    let local = |slot: Timestamp| slot.with_timezone(&Brussels).format("%m-%d %H:%M %Z").to_string();
    runs.into_iter().skip(1).map(|run| (local(run.slot), run.outcome.unwrap_or_default())).collect()
}

#[test]
fn three_weeks_go_by_and_the_clocks_change() {
    tell(async |garden| {
        let lookout = looked_after(&garden, "schedule = \"30 2 * * *\"\nnot_on = [\"2026-10-23\"]").await;
        go_by(&garden, &lookout, 21 * 24).await;
        let runs = runs(&garden).await;
        let days: Vec<&str> = runs.iter().map(|(slot, _)| slot.as_str()).collect();
        let expected = (10..31).filter(|day| *day != 23).map(|day| {
            // On the 25th the hour from two to three comes twice, and the first of them counts.
            let zone = if day <= 25 { "CEST" } else { "CET" };
            format!("10-{day:02} 02:30 {zone}")
        });
        assert_eq!(days, expected.collect::<Vec<_>>());
        assert!(runs.iter().all(|(_, outcome)| !outcome.starts_with("missed")), "{runs:?}");
    });
}

#[test]
fn after_three_days_down_there_is_one_run() {
    tell(async |garden| {
        let lookout = looked_after(&garden, "schedule = \"30 2 * * *\"\nmax_lateness = \"1d\"").await;
        garden.wait(TimeDelta::days(3));
        go_by(&garden, &lookout, 2).await;
        let slots: Vec<_> = runs(&garden).await.into_iter().map(|(slot, _)| slot).collect();
        assert_eq!(slots, ["10-12 02:30 CEST"]);
    });
}

#[test]
fn who_switches_a_workflow_on_again_gets_nothing_of_what_was_due_meanwhile() {
    tell(async |garden| {
        let daily = "schedule = \"30 2 * * *\"\nmax_lateness = \"2d\"";
        let lookout = looked_after(&garden, &format!("enabled = false\n{daily}")).await;
        go_by(&garden, &lookout, 2 * 24).await;
        garden.write("workflows/night.toml", workflow(daily));
        go_by(&garden, &lookout, 2).await;
        let off = "skipped: the workflow is switched off";
        let slots = runs(&garden).await;
        assert_eq!(slots.iter().map(|(_, outcome)| outcome.as_str()).collect::<Vec<_>>(), [off, off], "{slots:?}");
        go_by(&garden, &lookout, 24).await;
        let slots = runs(&garden).await;
        assert!(slots.len() == 3 && slots[2].1 != off, "{slots:?}");
    });
}

#[test]
fn a_workflow_is_edited_broken_mended_and_deleted_while_the_daemon_runs() {
    tell(async |garden| {
        let hourly = "schedule = \"0 * * * *\"";
        let lookout = looked_after(&garden, hourly).await;
        go_by(&garden, &lookout, 2).await;
        garden.write("workflows/night.toml", workflow("schedule = \"30 * * * *\""));
        lookout.look().await;
        go_by(&garden, &lookout, 2).await;
        // Somebody is in the middle of it for three hours; nothing else stops because of that.
        garden.write("workflows/night.toml", "schedule = \"0 *");
        garden.write("workflows/other.toml", workflow(hourly));
        assert_eq!(garden.content.problems.last().workflows, []);
        go_by(&garden, &lookout, 3).await;
        let wrong = garden.content.problems.last().workflows;
        assert!(wrong.len() == 1 && wrong[0].file.ends_with("workflows/night.toml"), "{wrong:?}");
        garden.write("workflows/night.toml", workflow(hourly));
        lookout.look().await;
        assert_eq!(garden.content.problems.last().workflows, []);
        go_by(&garden, &lookout, 1).await;
        std::fs::remove_file(garden.root().join("workflows/night.toml")).unwrap();
        go_by(&garden, &lookout, 2).await;
        let all = garden.store.runs(1_000).await.unwrap();
        let of = |name: &str| {
            let mut slots: Vec<_> = all
                .iter()
                .filter(|run| run.workflow == name && run.outcome.as_deref() == Some("done"))
                .map(|run| run.slot.with_timezone(&Brussels).format("%H:%M").to_string())
                .collect();
            slots.reverse();
            slots
        };
        assert_eq!(of("night"), ["09:00", "10:00", "10:30", "11:30", "16:00"]);
        assert_eq!(of("other"), ["13:00", "14:00", "15:00", "16:00", "17:00", "18:00"]);
    });
}

#[test]
fn who_moves_a_run_to_an_hour_that_is_over_gets_it_from_the_next_day_on() {
    on_each_database(async |garden| {
        let lookout = looked_after(garden, "schedule = \"30 7 * * *\"").await;
        go_by(garden, &lookout, 24).await;
        garden.wait(TimeDelta::minutes(30));
        lookout.look().await;
        let before = runs(garden).await.len();
        let newer = "skipped: the schedule is newer";
        // It is half past eight.
        for (head, is_restarted) in [
            ("schedule = \"0 8 * * *\"", false),
            ("schedule = \"15 8 * * *\"\nmissed = \"skip\"", true),
            ("schedule = \"20 8 * * *\"\ntime_zone = \"Europe/Paris\"", true),
        ] {
            garden.write("workflows/night.toml", workflow(head));
            let anew = Lookout::new(garden.runner().await, CancellationToken::new());
            let lookout = if is_restarted { &anew } else { &lookout };
            for _ in 0..3 {
                lookout.look().await;
                lookout.settle().await;
            }
            assert!(runs(garden).await[before..].iter().all(|(_, outcome)| outcome == newer), "{head}");
        }
        assert!(runs(garden).await.len() > before);
        let lookout = Lookout::new(garden.runner().await, CancellationToken::new());
        go_by(garden, &lookout, 24).await;
        let (slot, outcome) = runs(garden).await.pop().unwrap();
        assert!(slot.ends_with("08:20 CEST") && outcome == "done", "{slot}: {outcome}");
    });
}

#[test]
fn a_clock_that_was_weeks_ahead_stops_nothing() {
    on_each_database(async |garden| {
        let lookout = looked_after(garden, "schedule = \"0 * * * *\"").await;
        go_by(garden, &lookout, 2).await;
        let now = garden.clock.now();
        garden.clock.set(now + TimeDelta::days(47));
        lookout.look().await;
        lookout.settle().await;
        garden.clock.set(now);
        let before = runs(garden).await.len();
        go_by(garden, &lookout, 3).await;
        let slots = runs(garden).await.split_off(before);
        let slots: Vec<_> = slots.iter().map(|(slot, _)| slot.as_str()).collect();
        assert_eq!(slots, ["10-09 11:00 CEST", "10-09 12:00 CEST", "10-09 13:00 CEST"]);
        let last = garden.store.last_slot("night", garden.clock.now()).await.unwrap().unwrap();
        assert!(last <= garden.clock.now());
    });
}

#[test]
fn two_daemons_on_one_store_run_each_slot_once() {
    on_each_database(async |garden| {
        let one = looked_after(garden, "schedule = \"0 * * * *\"").await;
        let other = Lookout::new(garden.runner().await, CancellationToken::new());
        for _ in 0..4 {
            garden.wait(TimeDelta::hours(1));
            tokio::join!(one.look(), other.look());
            tokio::join!(one.settle(), other.settle());
            other.look().await;
            other.settle().await;
        }
        let slots: Vec<_> = runs(garden).await.into_iter().map(|(slot, _)| slot).collect();
        assert_eq!(slots, ["10-09 09:00 CEST", "10-09 10:00 CEST", "10-09 11:00 CEST", "10-09 12:00 CEST"]);
    });
}

#[test]
fn a_run_that_somebody_else_is_at_is_not_begun_beside_itself() {
    on_each_database(async |garden| {
        let lookout = looked_after(garden, "schedule = \"0 * * * *\"").await;
        garden.wait(TimeDelta::hours(1));
        // Another process has begun it, and is at it.
        let run = garden.store.begin_run("night", garden.now(), garden.now()).await.unwrap().unwrap();
        let runner = garden.runner().await;
        let presence = runner.worker.presence.as_deref();
        let here =
            presence.map(|folder| postduif::delivery::Presence::announce(folder, &format!("run-{run}")).unwrap());
        let held = if here.is_none() { Some(garden.store.hold(&format!("run-{run}")).await.unwrap()) } else { None };
        garden.wait(TimeDelta::hours(1));
        lookout.look().await;
        lookout.settle().await;
        let latest = garden.store.runs(1).await.unwrap().remove(0);
        assert_eq!(latest.outcome.as_deref(), Some("skipped: the last run was still going"));
        drop((here, held));
        garden.store.finish_run(run, "done", garden.now()).await.unwrap();
        garden.wait(TimeDelta::hours(1));
        lookout.look().await;
        lookout.settle().await;
        assert_eq!(garden.store.runs(1).await.unwrap()[0].outcome.as_deref(), Some("done"));
    });
}

/// Somebody who takes every call and never answers.
fn silent() -> (std::net::TcpListener, String) {
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/", silent.local_addr().unwrap());
    (silent, url)
}

#[test]
fn runs_that_were_broken_off_go_on_beside_each_other_and_before_any_other_of_theirs() {
    let _ = rustls::crypto::ring::default_provider().install_default();
    on_each_database(async |garden| {
        let every_hour = "schedule = \"0 * * * *\"";
        let lookout = looked_after(garden, every_hour).await;
        let (_silent, url) = silent();
        let tells = format!("{every_hour}\n[[steps]]\ndo = \"notify\"\nwebhook = \"{url}\"\n");
        garden.write("workflows/night.toml", tells);
        garden.write("workflows/other.toml", workflow(every_hour));
        garden.wait(TimeDelta::minutes(30));
        for name in ["night", "other"] {
            garden.store.begin_run(name, garden.now(), garden.now()).await.unwrap();
        }
        garden.wait(TimeDelta::minutes(90));
        lookout.resume().await;
        lookout.look().await;
        let ended = async |name: &str| {
            let all = garden.store.runs(10).await.unwrap().into_iter().filter(|run| run.workflow == name);
            all.map(|run| run.outcome.unwrap_or_default()).collect::<Vec<_>>()
        };
        while ended("other").await.iter().any(String::is_empty) {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        let night = ended("night").await;
        assert_eq!(night[..2], ["skipped: the last run was still going", ""], "{night:?}");
    });
}

#[test]
fn a_slot_that_is_passed_over_is_never_taken_for_a_run_that_was_broken_off() {
    tell(async |garden| {
        for name in ["publish", "weekly-digest"] {
            std::fs::remove_file(garden.root().join(format!("workflows/{name}.toml"))).unwrap();
        }
        for number in 0..30 {
            garden.write(&format!("workflows/new-{number}.toml"), workflow("schedule = \"0 * * * *\""));
            let lookout = Lookout::new(garden.runner().await, CancellationToken::new());
            tokio::join!(lookout.look(), lookout.resume(), lookout.resume());
            lookout.settle().await;
        }
        for run in garden.store.runs(100).await.unwrap() {
            assert_eq!(run.outcome.as_deref(), Some("skipped: the workflow is new"), "{}", run.workflow);
        }
    });
}

#[test]
fn a_day_off_that_is_added_while_nobody_looks_takes_nothing_away_that_was_due() {
    tell(async |garden| {
        let lookout = looked_after(&garden, "schedule = \"0 8 * * *\"").await;
        go_by(&garden, &lookout, 24).await;
        let before = runs(&garden).await.len();
        garden.write("workflows/night.toml", workflow("schedule = \"0 8 * * *\"\nnot_on = [\"2030-01-01\"]"));
        garden.wait(TimeDelta::hours(24));
        let lookout = Lookout::new(garden.runner().await, CancellationToken::new());
        lookout.look().await;
        lookout.settle().await;
        let runs = runs(&garden).await;
        assert_eq!(runs.len(), before + 1);
        assert!(!runs.last().unwrap().1.contains("newer"), "{runs:?}");
    });
}

#[test]
fn nothing_is_kept_of_a_schedule_that_is_kept_no_longer() {
    tell(async |garden| {
        let (runner, stop) = (garden.runner().await, CancellationToken::new());
        let own = Arc::clone(&runner.editors);
        let others = Arc::strong_count(&own) - 1;
        let keeping = tokio::spawn(keep_schedule(runner, Ticks::start().await.unwrap(), stop.clone()));
        // Whoever looks once has been started altogether.
        while garden.store.runs(1).await.unwrap().is_empty() {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        assert!(Arc::strong_count(&own) > others);
        stop.cancel();
        keeping.await.unwrap();
        assert_eq!(
            Arc::strong_count(&own),
            others,
            "a daemon that reads its configuration again holds on to the old one"
        );
    });
}
