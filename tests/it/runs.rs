//! What a run says: what it held back, what it delivered for others, and how it ends.

use std::time::Duration;

use crate::{
    harness::{
        daemon::Daemon,
        folder::{Ended, Folder},
    },
    relay::{Act, Manners, Relay},
};

/// The newest post of the model publication that is out.
const NEWEST: &str = "posts/opnieuw-beginnen-lopen/index.md";

fn break_the_newest(folder: &Folder) -> String {
    let good = folder.read(NEWEST);
    let date = good.lines().find(|line| line.starts_with("date:")).unwrap();
    folder.write(NEWEST, good.replace(date, "date: 6 november"));
    good
}

fn without_a_relay(folder: &Folder) -> Ended {
    let mut run = folder.postduif(&["run", "weekly-digest"]);
    run.env("POSTDUIF_MAIL__RELAY", "smtp://127.0.0.1:1").output().unwrap().into()
}

#[test]
fn a_broken_post_is_named_by_plan_and_run_which_end_with_1_and_comes_when_it_is_mended() {
    let folder = Folder::model();
    folder.fine(&["publish"]);
    folder.fine(&["subscribers", "import", "demo/subscribers.csv", "--start", "latest:1"]);
    let good = break_the_newest(&folder);

    let plan = folder.run(&["plan", "weekly-digest"]);
    assert_eq!(plan.code, 1, "{plan:?}");
    let held = format!("held: {NEWEST}:3: ");
    assert!(plan.stdout.contains(&held) && plan.stderr.contains("error[bad-date]"), "{plan:?}");
    let plan = folder.run(&["plan", "weekly-digest", "--json"]).json();
    let held_in_json = &plan["held"][0];
    assert_eq!((&held_in_json["file"], &held_in_json["line"]), (&NEWEST.into(), &3.into()), "{plan}");
    assert_eq!((&held_in_json["readers"]["nl"], &held_in_json["given_up"]), (&1.into(), &false.into()), "{plan}");

    let run = folder.run(&["run", "weekly-digest"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.stdout.contains(&held) && run.stderr.contains("error[bad-date]"), "{run:?}");
    assert!(!run.stdout.contains("the mails lie in"), "none was sent: {run:?}");
    assert!(folder.outbox().is_empty());

    folder.write(NEWEST, good);
    let run = folder.fine(&["run", "weekly-digest"]);
    assert!(run.contains("6 planned, 6 accepted") && run.contains("the mails lie in"), "{run}");
    assert!(folder.fine(&["run", "weekly-digest"]).contains("0 planned"), "nobody gets it twice");
    assert_eq!(folder.outbox().len(), 6);
}

#[test]
fn a_preview_says_what_is_wrong() {
    let folder = Folder::with_readers();
    break_the_newest(&folder);
    let preview = folder.run(&["preview", "weekly-digest", "--locale", "nl"]);
    assert!(preview.code == 0 && preview.stderr.contains("error[bad-date]"), "{preview:?}");
}

#[test]
fn a_run_says_what_it_delivered_for_earlier_issues_and_the_list_names_every_state() {
    let folder = Folder::with_readers();
    for _ in 0..2 {
        assert_eq!(without_a_relay(&folder).code, 2);
    }
    let run = folder.run(&["run", "weekly-digest"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{run:?}");
    assert!(run.stdout.starts_with("delivered 6 mails that had waited\n"), "{run:?}");
    assert!(run.stdout.contains("issue 3: 0 planned") && run.stdout.contains("the mails lie in"), "{run:?}");
    let list = folder.fine(&["issues", "list"]);
    let lines: Vec<_> = list.lines().map(|line| line.rsplit(": ").next().unwrap()).collect();
    assert_eq!(lines, ["0 of 0 accepted", "6 of 6 accepted", "0 of 6 accepted, 6 superseded"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn while_no_relay_takes_mail_every_place_that_an_operator_looks_at_says_why() {
    let folder = Folder::with_readers();
    assert_eq!(without_a_relay(&folder).code, 2);
    let list = folder.fine(&["issues", "show", "1"]);
    assert!(list.contains("no relay takes mail since ") && list.contains("cannot connect to the relay"), "{list}");
    let status = folder.run(&["status", "--service"]);
    assert!(status.code == 1 && status.stdout.contains("no relay has taken mail for "), "{status:?}");
    let who = folder.fine(&["issues", "show", "1", "--who", "planned"]);
    assert_eq!(who.lines().count(), 6, "{who}");
    assert!(who.lines().all(|line| line.contains('@')), "{who}");

    let relay = Relay::start(Manners::default()).await;
    let mut run = folder.postduif(&["run", "publish"]);
    run.env("POSTDUIF_MAIL__RELAY", format!("smtp://127.0.0.1:{}", relay.port()));
    let ended = Ended::from(run.output().unwrap());
    assert!(ended.code == 0 && ended.stdout.contains("delivered 6 mails that had waited"), "{ended:?}");
    assert!(!folder.run(&["status", "--service"]).stdout.contains("no relay has taken"));
    assert!(!folder.fine(&["issues", "show", "1"]).contains("no relay takes mail"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_says_that_its_mails_wait_and_what_for() {
    let relay = Relay::start(Manners::default()).await;
    (0..6).for_each(|_| relay.on("RCPT", Act::Say(b"554 5.7.1 Service unavailable; client host blocked\r\n")));
    let folder = Folder::with_readers();
    let mut run = folder.postduif(&["run", "weekly-digest"]);
    run.env("POSTDUIF_MAIL__RELAY", format!("smtp://127.0.0.1:{}", relay.port()));
    let ended = Ended::from(run.output().unwrap());
    assert!(ended.stdout.contains("6 mails to be sent by `serve` or the next `run`"), "{ended:?}");
    let list = folder.fine(&["issues", "show", "1"]);
    assert!(list.contains("were not taken, and are offered again") && list.contains("554 5.7.1"), "{list}");
    assert!(!list.contains("their receivers get mail only so fast"), "{list}");
}

#[test]
fn a_run_without_a_digest_also_fails_when_earlier_mail_cannot_leave() {
    let folder = Folder::with_readers();
    assert_eq!(without_a_relay(&folder).code, 2);
    let mut publish = folder.postduif(&["run", "publish"]);
    let ended: Ended = publish.env("POSTDUIF_MAIL__RELAY", "smtp://127.0.0.1:1").output().unwrap().into();
    assert!(ended.code == 2 && ended.stderr.contains("the relay cannot be used"), "{ended:?}");
    assert!(ended.stdout.contains("0 posts released"), "the run itself is done: {ended:?}");
}

#[test]
fn a_command_says_things_once_unless_somebody_asks_for_the_log() {
    let folder = Folder::with_readers();
    assert_eq!(folder.run(&["run", "weekly-digest"]).stderr, "");
    let loud: Ended = folder.postduif(&["run", "publish"]).env("RUST_LOG", "postduif=info").output().unwrap().into();
    assert!(loud.stderr.contains("INFO"), "{loud:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn mail_that_leaves_by_a_relay_is_not_written_to_files_by_who_knows_none() {
    let relay = Relay::start(Manners::default()).await;
    let folder = Folder::with_readers();
    let write_post = |slug: &str| {
        let post = "---\ntitle: Traag is ook vooruit\ndate: 2026-11-20\nsummary: Wie rustig opbouwt, komt verder.\n\
                    authors: [lien]\ntopics: [belasting]\n---\n\nWie rustig opbouwt, komt verder.\n";
        folder.write(&format!("posts/{slug}.md"), post);
        folder.fine(&["publish"]);
    };
    assert_eq!(without_a_relay(&folder).code, 2, "a relay that is away has taken nothing");
    assert!(folder.fine(&["run", "weekly-digest"]).contains("delivered 6 mails that had waited"));
    assert_eq!(folder.outbox().len(), 6, "before there is a relay, files are meant");

    write_post("traag");
    let address = format!("smtp://127.0.0.1:{}", relay.port());
    let mut run = folder.postduif(&["run", "weekly-digest"]);
    let by_relay = Ended::from(run.env("POSTDUIF_MAIL__RELAY", &address).output().unwrap());
    assert_eq!(by_relay.code, 0, "{by_relay:?}");
    let sent = relay.mails().len();
    assert!(sent > 0);

    write_post("trager");
    let issues = folder.fine(&["issues", "list"]);
    let refused = folder.run(&["run", "weekly-digest"]);
    assert!(refused.code == 1 && refused.stdout.is_empty(), "{refused:?}");
    assert!(refused.stderr.starts_with("error: no relay is configured here, and a relay took mail"), "{refused:?}");
    assert!(refused.stderr.contains("where files are meant, say --as-files"), "{refused:?}");
    assert_eq!((folder.fine(&["issues", "list"]), folder.outbox().len()), (issues, 6), "nothing was frozen or sent");

    let mut run = folder.postduif(&["run", "weekly-digest", "--as-files"]);
    let as_files = Ended::from(run.env("POSTDUIF_MAIL__RELAY", &address).output().unwrap());
    assert!(as_files.code == 0 && as_files.stdout.ends_with("the mails lie in outbox\n"), "{as_files:?}");
    assert!(folder.outbox().len() > 6 && relay.mails().len() == sent, "a relay that is there gets none either");
    assert_eq!(folder.run(&["run", "weekly-digest"]).code, 1, "that was meant once");
    let served = folder.run(&["serve"]);
    assert!(served.code == 1 && served.stderr.starts_with("error: no relay is configured here"), "{served:?}");
    let daemon = Daemon::start_by(folder.postduif(&["serve", "--as-files"]), &folder);
    assert!(
        daemon.greeting.contains("No relay is configured: mail is written to outbox/*.eml."),
        "{}",
        daemon.greeting
    );
    daemon.stop();
    let others = Daemon::start_by(folder.postduif(&["serve", "--roles", "web"]), &folder);
    assert!(others.greeting.contains("Mail is left to others"), "{}", others.greeting);
    others.stop();
}

#[test]
fn a_run_that_is_stopped_while_mail_leaves_is_not_done_and_is_gone_on_with() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        let relay = Relay::start(Manners { pause: Duration::from_millis(400), ..Manners::default() }).await;
        let folder = Folder::with_readers();
        let command = || {
            let mut command = folder.postduif(&["run", "weekly-digest"]);
            command.env("POSTDUIF_MAIL__RELAY", format!("smtp://127.0.0.1:{}", relay.port()));
            command.env("POSTDUIF_MAIL__CONNECTIONS", "1");
            command
        };
        let running = command().stdout(std::process::Stdio::piped()).spawn().unwrap();
        while relay.mails().is_empty() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        assert!(std::process::Command::new("kill").arg(running.id().to_string()).status().unwrap().success());
        let ended: Ended = running.wait_with_output().unwrap().into();
        assert!(ended.code == 0 && ended.stdout.contains("goes on with it"), "{ended:?}");
        let going = folder.run(&["status", "--service"]);
        assert!(going.stdout.contains("weekly-digest: is at work since"), "{going:?}");
        let sent = relay.mails().len();
        assert!(sent < 6, "{sent}");

        let next: Ended = command().output().unwrap().into();
        assert!(next.code == 0, "{next:?}");
        let issue = folder.run(&["issues", "show", "1", "--json"]).json();
        assert_eq!((&issue["accepted"], relay.mails().len()), (&6.into(), 6), "{issue}");
        let done = folder.run(&["status", "--service"]);
        assert!(!done.stdout.contains("is at work"), "{done:?}");
    });
}

#[test]
fn a_program_reads_what_a_run_did() {
    let folder = Folder::with_readers();
    let done = folder.run(&["run", "weekly-digest", "--json"]);
    assert_eq!(done.code, 0, "{done:?}");
    let steps: Vec<_> = done.json()["steps"].as_array().unwrap().iter().map(|step| step["step"].clone()).collect();
    assert_eq!(steps, ["sync", "publish", "digest"]);
    assert_eq!(done.json()["steps"][2]["count"], 6);
}
