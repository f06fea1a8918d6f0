//! What starts a workflow beside the clock: posts that were saved, and programs that know a secret.

use std::time::Duration;

use axum::http::{Method, StatusCode};
use chrono::TimeDelta;
use postduif::{
    clock::Timestamp,
    workflows::{Lookout, Watch, keep_published, webhook::Secret},
};
use tokio_util::sync::CancellationToken;

use crate::harness::{Publication, SECRET, tell};

const WORKFLOW: &str = "workflows/asked.toml";

/// A publication with a workflow that something starts, and what looks at what is to be started.
async fn looked_after(garden: &Publication, head: &str) -> Lookout {
    for name in ["publish", "weekly-digest"] {
        garden.remove(&format!("workflows/{name}.toml"));
    }
    garden.write(WORKFLOW, format!("{head}\n[[steps]]\ndo = \"sync\"\n"));
    Lookout::new(garden.runner().await, CancellationToken::new())
}

/// Lets some seconds go by, and looks.
async fn look_after(garden: &Publication, lookout: &Lookout, seconds: i64) {
    garden.wait(TimeDelta::seconds(seconds));
    lookout.look().await;
    lookout.settle().await;
}

/// How many runs there were, and how the last one ended.
async fn runs(garden: &Publication) -> (usize, String) {
    let runs = garden.store.runs(100).await.unwrap();
    (runs.len(), runs.first().and_then(|run| run.outcome.clone()).unwrap_or_default())
}

/// Asks for a run with this id, as a program does that knows the secret.
async fn ask(garden: &Publication, name: &str, id: &str, at: Timestamp) -> StatusCode {
    let (secret, body): (Secret, _) = (SECRET.parse().unwrap(), "{}");
    let (timestamp, signature) = (at.timestamp().to_string(), secret.sign(id, at, body.as_bytes()));
    let headers = [("webhook-id", id), ("webhook-timestamp", &timestamp), ("webhook-signature", &signature)];
    garden.ask(Method::POST, &format!("/hooks/{name}"), &headers, body).await.status
}

#[test]
fn a_signed_request_starts_a_run_once_however_often_it_is_sent() {
    tell(async |garden| {
        let lookout = looked_after(&garden, "on = \"webhook\"").await;
        let sent = garden.now();
        assert_eq!(ask(&garden, "asked", "msg_1", sent).await, StatusCode::ACCEPTED);
        look_after(&garden, &lookout, 5).await;
        assert_eq!(runs(&garden).await, (1, "done".to_owned()));
        assert_eq!(ask(&garden, "asked", "msg_1", sent).await, StatusCode::ACCEPTED, "its sender did not hear it");
        look_after(&garden, &lookout, 5).await;
        assert_eq!(runs(&garden).await.0, 1);
        for id in ["msg_2", "msg_3"] {
            ask(&garden, "asked", id, garden.now()).await;
        }
        look_after(&garden, &lookout, 5).await;
        assert_eq!(runs(&garden).await.0, 2, "one run is for all who asked");
        garden.wait(TimeDelta::minutes(6));
        assert_eq!(ask(&garden, "asked", "msg_4", sent).await, StatusCode::UNAUTHORIZED, "it is too old");
    });
}

#[test]
fn nobody_without_the_secret_starts_anything_or_learns_what_there_is() {
    tell(async |garden| {
        let lookout = looked_after(&garden, "on = \"webhook\"").await;
        garden.write("workflows/other.toml", "schedule = \"0 8 * * *\"\n[[steps]]\ndo = \"sync\"\n");
        for name in ["asked", "other", "none"] {
            let answer = garden.ask(Method::POST, &format!("/hooks/{name}"), &[], "{}").await;
            assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{name}");
        }
        assert_eq!(garden.get("/hooks/asked").await.status, StatusCode::METHOD_NOT_ALLOWED);
        assert_eq!(ask(&garden, "other", "msg_1", garden.now()).await, StatusCode::NOT_FOUND);
        look_after(&garden, &lookout, 5).await;
        let of_asked = garden.store.runs(100).await.unwrap().into_iter().filter(|run| run.workflow == "asked").count();
        assert_eq!(of_asked, 0);
    });
}

#[test]
fn what_was_asked_for_while_a_workflow_was_switched_off_or_nobody_looked_is_written_down_as_not_done() {
    tell(async |garden| {
        let lookout = looked_after(&garden, "on = \"webhook\"\nmax_lateness = \"1h\"").await;
        ask(&garden, "asked", "msg_1", garden.now()).await;
        look_after(&garden, &lookout, 2 * 3600).await;
        assert_eq!(runs(&garden).await, (1, "missed: it would have been too late".to_owned()));
        ask(&garden, "asked", "msg_2", garden.now()).await;
        garden.edit(WORKFLOW, "on = ", "enabled = false\non = ");
        assert_eq!(ask(&garden, "asked", "msg_3", garden.now()).await, StatusCode::CONFLICT);
        look_after(&garden, &lookout, 5).await;
        assert_eq!(runs(&garden).await, (2, "skipped: the workflow is switched off".to_owned()));
    });
}

#[test]
fn posts_that_are_saved_start_a_run_when_nothing_more_is_saved() {
    tell(async |garden| {
        let lookout = looked_after(&garden, "on = \"posts-changed\"").await;
        for _ in 0..3 {
            garden.store.record_trigger("asked", &format!("posts-{}", garden.now()), garden.now()).await.unwrap();
            look_after(&garden, &lookout, 3).await;
            assert_eq!(runs(&garden).await.0, 0, "somebody is still at it");
        }
        look_after(&garden, &lookout, 2).await;
        assert_eq!(runs(&garden).await.0, 1);
        // Whoever saves without end is not waited for without end.
        for second in 0..300 {
            garden.store.record_trigger("asked", &format!("again-{second}"), garden.now()).await.unwrap();
            garden.wait(TimeDelta::seconds(1));
        }
        look_after(&garden, &lookout, 0).await;
        assert_eq!(runs(&garden).await.0, 2);
    });
}

#[test]
fn posts_that_are_saved_while_nobody_watches_ask_for_a_run_too() {
    tell(async |garden| {
        looked_after(&garden, "on = \"posts-changed\"").await;
        garden.publish().await;
        let begin_and_end = async || {
            let (watch, stop) = (Watch::start(garden.root(), None).unwrap(), CancellationToken::new());
            let (content, store, clock) = (garden.content.clone(), garden.store.clone(), garden.clock.clone());
            let keeping = tokio::spawn(keep_published(content, store, clock, watch, stop.clone()));
            while garden.store.posts_seen().await.unwrap().is_none() {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
            tokio::time::sleep(Duration::from_millis(300)).await;
            stop.cancel();
            keeping.await.unwrap().unwrap();
        };
        for _ in 0..2 {
            begin_and_end().await;
            assert_eq!(garden.store.waiting_triggers().await.unwrap(), [], "those that are seen first are no news");
        }
        garden.edit("posts/slakken.md", "Keer de plank elke ochtend om.", "Keer de plank nooit meer om.");
        begin_and_end().await;
        assert_eq!(garden.store.waiting_triggers().await.unwrap().len(), 1);
    });
}

#[test]
fn only_saving_posts_asks_for_a_run_and_nothing_starts_in_the_middle_of_a_checkout() {
    tell(async |garden| {
        let lookout = looked_after(&garden, "on = \"posts-changed\"").await;
        let stop = CancellationToken::new();
        let watch = Watch::start(garden.root(), None).unwrap();
        garden.publish().await;
        let (content, store, clock) = (garden.content.clone(), garden.store.clone(), garden.clock.clone());
        let keeping = keep_published(content, store, clock, watch, stop.clone());
        let saving = async {
            let waiting = async || garden.store.waiting_triggers().await.unwrap();
            let mut next = garden.content.problems.follow();
            let catalog = garden.read("locales/fr/posts/slakken.ftl");
            garden.write("locales/fr/posts/slakken.ftl", catalog.replace("La paix avec la limace", "La limace"));
            next.changed().await.unwrap();
            assert_eq!(waiting().await, [], "a translation is no post");
            garden.edit("posts/slakken.md", "Keer de plank elke ochtend om.", "Keer de plank nooit meer om.");
            next.changed().await.unwrap();
            while waiting().await.is_empty() {
                next.changed().await.unwrap();
            }
            stop.cancel();
        };
        let (kept, ()) = tokio::join!(keeping, saving);
        kept.unwrap();
        garden.write(".git/index.lock", "");
        look_after(&garden, &lookout, 10).await;
        assert_eq!(runs(&garden).await.0, 0);
        garden.remove(".git/index.lock");
        look_after(&garden, &lookout, 10).await;
        assert_eq!(runs(&garden).await, (1, "done".to_owned()));
    });
}
