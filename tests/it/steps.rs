//! The steps of a run: how long each may take, how often it is tried, and where a killed run goes on.

use std::{
    collections::BTreeSet,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use axum::{Router, body::Bytes, http::StatusCode, routing::post};
use chrono::TimeDelta;

use postduif::{diagnostic::count, workflows::Error};

use crate::{
    harness::{
        Loopback, SECRET,
        daemon::{Running, wait_for},
        folder::{Ended, Folder, parsed, recipient},
        tell,
    },
    relay::{Manners, Relay},
};

/// A server that answers a request after it has let `then` know of it by its number, from 0.
fn server(then: impl Fn(usize) -> StatusCode + Clone + Send + Sync + 'static) -> Loopback {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let count = Arc::new(AtomicUsize::new(0));
    let answer = async move |_: Bytes| then(count.fetch_add(1, Ordering::Relaxed));
    Loopback::serve(Router::new().route("/{step}", post(answer)))
}

fn workflow(steps: &str) -> String {
    format!("title = \"Steps\"\nschedule = \"0 * * * *\"\n{steps}")
}

fn call(port: u16, name: &str, more: &str) -> String {
    format!("[[steps]]\ndo = \"notify\"\nwebhook = \"http://127.0.0.1:{port}/{name}\"\n{more}")
}

#[test]
fn a_step_that_fails_is_tried_as_often_as_its_file_says_and_then_the_run_ends_with_the_reason() {
    tell(async |garden| {
        let steps = "[[steps]]\ndo = \"sync\"\n[[steps]]\ndo = \"publish\"\nretry = { attempts = 3, pause = \"1m\" }\n";
        garden.write("workflows/often.toml", workflow(steps));
        // In the place of the site there is a file.
        garden.write("public", "x");
        let (runner, begin) = (garden.runner().await, garden.now());
        let failed = runner.run(&garden.workflow("often"), begin).await;
        assert!(failed.is_err());
        assert_eq!(garden.now() - begin, TimeDelta::minutes(3), "a minute, and then two");
        let run = garden.store.runs(1).await.unwrap().remove(0);
        let outcome = run.outcome.unwrap();
        assert!(outcome.starts_with("failed: given up after 3 attempts: cannot do the step `publish`: "), "{outcome}");

        garden.remove("public");
        garden.wait(TimeDelta::hours(1));
        let report = garden.run("often").await;
        assert_eq!(report.steps.len(), 2, "the next slot is not affected");
    });
}

#[test]
fn a_run_makes_drafts_of_what_others_published_once_and_goes_on_where_they_cannot_be_reached() {
    let folder = Folder::model();
    let feed = "<rss version=\"2.0\"><channel><title>Elders</title><link>https://elders.example/</link>\
                <description>x</description><item><title>Een brug open</title>\
                <link>https://elders.example/brug</link><description>De brug is weer open voor wie stapt of fietst, \
                en wie haast heeft wacht beneden aan het water.</description></item></channel></rss>";
    folder.write("elders.xml", feed);
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let workflow = |from: &str| {
        format!("schedule = \"0 6 * * *\"\n[[steps]]\ndo = \"import\"\nfrom = [{from}]\n[[steps]]\ndo = \"publish\"\n")
    };
    folder.write("workflows/gather.toml", workflow(&format!("\"elders.xml\", \"http://127.0.0.1:{nobody}/\"")));
    let first = folder.fine(&["run", "gather"]);
    assert!(first.contains("1 draft made; http://127.0.0.1") && first.contains("released"), "{first}");
    let draft = folder.read("posts/een-brug-open.md");
    assert!(draft.contains("draft: true") && draft.contains("wie haast heeft"), "{draft}");
    let again = folder.fine(&["run", "gather"]);
    assert!(again.contains("0 drafts made"), "{again}");

    folder.write("workflows/gather.toml", workflow(&format!("\"http://127.0.0.1:{nobody}/\"")));
    let unreached = folder.fine(&["run", "gather"]);
    assert!(
        unreached.contains("nothing could be imported: http://127.0.0.1") && unreached.contains("released"),
        "{unreached}"
    );
    let status = folder.run(&["status", "--service"]);
    assert!(status.stdout.contains("nothing could be imported"), "{status:?}");
}

#[test]
fn a_run_forgets_what_was_over_long_ago() {
    let folder = Folder::with_readers();
    folder.fine(&["run", "weekly-digest"]);
    folder.write("workflows/tidy.toml", "schedule = \"0 3 1 * *\"\n[[steps]]\ndo = \"prune\"\nkeep = \"30d\"\n");
    let none = folder.fine(&["run", "tidy"]);
    assert!(none.contains("0 old mails, 0 readers who never said yes and 0 runs forgotten"), "{none}");
    let before = folder.run(&["issues", "show", "1", "--json"]).json();
    assert_eq!(folder.run(&["issues", "show", "1", "--json"]).json(), before);
}

#[test]
fn a_step_that_takes_too_long_ends_its_run_and_not_the_daemon() {
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = silent.local_addr().unwrap().port();
    let _ = rustls::crypto::ring::default_provider().install_default();
    tell(async |garden| {
        let runner = garden.runner().await;
        garden.write("workflows/long.toml", workflow("[[steps]]\ndo = \"sync\"\ntimeout = \"1s\"\n"));
        let turn = Arc::clone(&garden.content.publishing).lock_owned().await;
        let failed = runner.run(&garden.workflow("long"), garden.now()).await.unwrap_err();
        assert_eq!(failed.to_string(), "the step `sync` is not done after 1s");
        let run = garden.store.runs(1).await.unwrap().remove(0);
        assert_eq!(run.outcome.as_deref(), Some("failed: the step `sync` is not done after 1s"));
        drop(turn);

        let steps = format!("{}[[steps]]\ndo = \"sync\"\n", call(port, "x", "timeout = \"1s\"\n"));
        garden.write("workflows/long.toml", workflow(&steps));
        garden.wait(TimeDelta::minutes(1));
        runner.run(&garden.workflow("long"), garden.now()).await.unwrap();
        let run = garden.store.runs(1).await.unwrap().remove(0);
        assert_eq!(
            run.outcome.as_deref(),
            Some("done; the step `notify` is not done after 1s"),
            "who is not told waits alone"
        );
        assert_eq!(garden.store.unfinished_runs().await.unwrap(), []);
    });
}

#[test]
fn who_stops_while_a_step_fails_leaves_it_all_its_attempts() {
    tell(async |garden| {
        std::fs::rename(garden.root().join("locales/fr/posts"), garden.root().join("aside")).unwrap();
        garden.write("locales/fr/posts", "no folder");
        garden.write(
            "workflows/long.toml",
            workflow("[[steps]]\ndo = \"sync\"\nretry = { attempts = 3, pause = \"1m\" }\n"),
        );
        let (runner, workflow) = (garden.runner().await, garden.workflow("long"));
        runner.worker.stop.cancel();
        let stopped = runner.run(&workflow, garden.now()).await.unwrap_err();
        assert!(matches!(stopped, Error::Stopped), "{stopped}");
        std::fs::remove_file(garden.root().join("locales/fr/posts")).unwrap();
        std::fs::rename(garden.root().join("aside"), garden.root().join("locales/fr/posts")).unwrap();
        garden.runner().await.resume(&[workflow]).await.unwrap();
        let run = garden.store.runs(1).await.unwrap().remove(0);
        assert_eq!(run.outcome.as_deref(), Some("done"));
    });
}

#[tokio::test(flavor = "multi_thread")]
async fn a_digest_that_takes_too_long_finishes_what_is_on_its_way_and_the_rest_follows() {
    // Six mails one after another take twice as long as they may.
    let relay = Relay::start(Manners { pause: Duration::from_millis(700), ..Manners::default() }).await;
    let folder = Folder::with_readers();
    let file = "workflows/weekly-digest.toml";
    folder.write(file, folder.read(file).replace("cadence = \"weekly\"", "cadence = \"weekly\"\ntimeout = \"2s\""));
    let run = || -> Ended {
        let mut run = folder.postduif(&["run", "weekly-digest"]);
        run.env("POSTDUIF_MAIL__RELAY", format!("smtp://127.0.0.1:{}", relay.port()));
        run.env("POSTDUIF_MAIL__CONNECTIONS", "1").output().unwrap().into()
    };
    let late = run();
    assert!(late.code == 2 && late.stderr.contains("the step `digest` is not done after 2s"), "{late:?}");
    let sent = relay.mails().len();
    assert!(sent < 6, "{sent}");
    let issue = folder.run(&["issues", "show", "1", "--json"]).json();
    assert_eq!((&issue["planned"], &issue["accepted"]), (&6.into(), &sent.into()), "{issue}");
    assert_eq!(issue["uncertain"], 0, "{issue}");

    let next = run();
    assert!(next.stdout.contains(&format!("delivered {} that had waited", count(6 - sent, "mail"))), "{next:?}");
    let mails = relay.mails();
    let readers: BTreeSet<_> = mails.iter().map(|mail| recipient(&parsed(mail))).collect();
    assert_eq!((mails.len(), readers.len()), (6, 6), "each once");
}

#[test]
fn a_run_that_is_killed_in_any_step_goes_on_in_that_step() {
    let heard = Arc::new(Mutex::new(Vec::<String>::new()));
    let hear = Arc::clone(&heard);
    let kill = Arc::new(Mutex::new(None::<String>));
    let at = Arc::clone(&kill);
    let answer = async move |axum::extract::Path(step): axum::extract::Path<String>, _: Bytes| {
        hear.lock().unwrap().push(step.clone());
        // Who is to be killed here waits for it.
        if at.lock().unwrap().as_deref() == Some(&*step) {
            std::future::pending::<()>().await;
        }
        StatusCode::OK
    };
    let server = Loopback::serve(Router::new().route("/{step}", post(answer)));
    let folder = Folder::with_readers();
    let steps = [
        "[[steps]]\ndo = \"sync\"\n",
        "[[steps]]\ndo = \"publish\"\n",
        "[[steps]]\ndo = \"digest\"\ncadence = \"weekly\"\n",
    ];
    let names = ["first", "second", "third", "fourth"];
    let mut file = call(server.port, names[0], "");
    for (step, name) in steps.iter().zip(&names[1..]) {
        file += step;
        file += &call(server.port, name, "");
    }
    folder.write("workflows/weekly-digest.toml", workflow(&file));
    let run = || {
        let mut command = folder.postduif(&["run", "weekly-digest"]);
        command.env("POSTDUIF_WEBHOOKS__OUTGOING", SECRET);
        command
    };
    for name in names {
        *kill.lock().unwrap() = Some(name.to_owned());
        heard.lock().unwrap().clear();
        let null = std::process::Stdio::null;
        let mut killed = Running(run().stdout(null()).stderr(null()).spawn().unwrap());
        wait_for(name, || heard.lock().unwrap().iter().any(|step| step == name).then_some(()));
        killed.0.kill().unwrap();
        killed.0.wait().unwrap();
        // Whoever goes on with it begins with the step in which it was killed, and takes none before that again.
        *kill.lock().unwrap() = None;
        let before = folder.recipients();
        heard.lock().unwrap().clear();
        // A run of another workflow finishes what was left.
        let ended = folder.postduif(&["run", "publish"]).env("POSTDUIF_WEBHOOKS__OUTGOING", SECRET).output().unwrap();
        assert!(ended.status.success(), "{ended:?}");
        let at = names.iter().position(|one| *one == name).unwrap();
        assert_eq!(*heard.lock().unwrap(), names[at..].to_vec(), "killed at {name}");
        assert!(name != "fourth" || folder.recipients() == before, "the digest was sent before it was killed");
    }
    let recipients = folder.recipients();
    assert!(recipients.len() == 6 && recipients.values().all(|count| *count == 1), "{recipients:?}");
}

/// So many posts that to bring them in step, and to publish them, takes a while.
const MANY: usize = 150;

#[test]
fn a_run_that_is_killed_inside_sync_or_publish_goes_on_in_that_step_and_does_the_rest_of_it() {
    let heard = Arc::new(Mutex::new(Vec::<String>::new()));
    let hear = Arc::clone(&heard);
    let answer = async move |axum::extract::Path(step): axum::extract::Path<String>, _: Bytes| {
        hear.lock().unwrap().push(step);
        StatusCode::OK
    };
    let server = Loopback::serve(Router::new().route("/{step}", post(answer)));
    let folder = Folder::with_readers();
    folder.fine(&["sync"]);
    folder.fine(&["publish"]);
    let text = "Wie rustig opbouwt, komt verder.\n\n".repeat(20);
    for number in 0..MANY {
        let post = format!("---\ntitle: Stap {number}\ndate: 2026-09-01\ntopics: []\n---\n{text}");
        folder.write(&format!("posts/stap-{number}.md"), post);
    }
    let [first, second, third] = ["first", "second", "third"].map(|name| call(server.port, name, ""));
    let file = format!("{first}[[steps]]\ndo = \"sync\"\n{second}[[steps]]\ndo = \"publish\"\n{third}");
    folder.write("workflows/weekly-digest.toml", workflow(&file));
    let run = |name: &str| {
        let mut command = folder.postduif(&["run", name]);
        command.env("POSTDUIF_WEBHOOKS__OUTGOING", SECRET);
        command
    };
    let kill_once = |name: &str, is_at_it: &dyn Fn() -> bool| {
        let null = std::process::Stdio::null;
        let mut killed = Running(run(name).stdout(null()).stderr(null()).spawn().unwrap());
        wait_for("the step", || is_at_it().then_some(()));
        killed.0.kill().unwrap();
        killed.0.wait().unwrap();
        std::mem::take(&mut *heard.lock().unwrap())
    };
    let in_step = || (0..MANY).filter(|nth| folder.path(&format!("locales/nl/posts/stap-{nth}.ftl")).exists()).count();
    let published = || (0..MANY).filter(|nth| folder.path(&format!("public/nl/stap-{nth}")).exists()).count();

    assert_eq!(kill_once("weekly-digest", &|| in_step() > 0), ["first"]);
    assert!(in_step() < MANY, "it was killed in the middle");
    // A run of another workflow finishes what was left.
    let staged = || std::fs::read_dir(folder.path("public/.postduif-staging")).is_ok_and(|files| files.count() > 0);
    assert_eq!(kill_once("publish", &staged), ["second"], "the sync is done, and nothing before it again");
    assert_eq!((in_step(), published()), (MANY, 0), "the old site is there");
    let ended: Ended = run("publish").output().unwrap().into();
    assert_eq!(ended.code, 0, "{ended:?}");
    assert_eq!(*heard.lock().unwrap(), ["third"]);
    assert_eq!(published(), MANY);
}

#[test]
fn a_run_whose_workflow_was_edited_meanwhile_takes_all_steps_again() {
    let server = server(|_| StatusCode::OK);
    tell(async |garden| {
        let both = format!("[[steps]]\ndo = \"sync\"\n{}", call(server.port, "a", ""));
        garden.write("workflows/edited.toml", workflow(&both));
        let run = garden.store.begin_run("edited", garden.now(), garden.now()).await.unwrap().unwrap();
        let done = "[{\"step\":\"sync\",\"what\":\"synced\",\"count\":0,\"of\":0}]";
        garden.store.record_steps(run, done).await.unwrap();
        garden.write("workflows/edited.toml", workflow(&both.replace("sync", "publish")));
        garden.wait(TimeDelta::minutes(2));
        garden.runner().await.resume(&[garden.workflow("edited")]).await.unwrap();
        let run = garden.store.runs(1).await.unwrap().remove(0);
        assert!(run.done.starts_with("[{\"step\":\"publish\""), "{}", run.done);
    });
}
