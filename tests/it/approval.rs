//! Digests that wait: for an editor's word, and for who would call them back.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use chrono::TimeDelta;
use postduif::{outbox::Outcome, storage::IssueState, workflows::Lookout};
use tokio_util::sync::CancellationToken;

use crate::harness::{Publication, Received, folder::Folder, tell_with};

const WORKFLOW: &str = "workflows/weekly-digest.toml";

/// Two editors: one writes Dutch, one French.
const EDITORS: (&str, &str) = (
    "[mail]\n",
    "[[editors]]\naddress = \"mieke@redactie.example\"\n[[editors]]\naddress = \"Rie <rie@redactie.example>\"\nlocale = \"fr\"\n\n[mail]\n",
);

/// Gives the digest of the publication these lines more, and it two readers who are still to get two posts.
async fn prepare(garden: &Publication, lines: &str) {
    garden.edit(WORKFLOW, "cadence = \"weekly\"", &format!("cadence = \"weekly\"\n{lines}"));
    garden.publish().await;
    for (email, locale) in [("an@lezers.example", "nl"), ("bo@lezers.example", "fr")] {
        garden.join_from(email, locale, "latest:2".parse().unwrap()).await;
    }
}

/// Who got mails, and how many.
fn who(mails: &[Received]) -> BTreeMap<&str, usize> {
    let mut who = BTreeMap::new();
    mails.iter().for_each(|mail| *who.entry(mail.to.as_str()).or_default() += 1);
    who
}

/// Lets a daemon look at what is due.
async fn look(garden: &Publication) {
    let lookout = Lookout::new(garden.runner().await, CancellationToken::new());
    lookout.look().await;
    lookout.settle().await;
}

#[test]
fn an_issue_that_needs_approval_goes_to_its_editors_and_then_to_its_readers_as_it_was_frozen() {
    tell_with(&[EDITORS], async |garden| {
        prepare(&garden, "approval = \"required\"").await;
        let to_editors = garden.digest().await;
        // To each editor one that asks, and one in each language of the readers.
        assert_eq!(who(&to_editors), BTreeMap::from([("mieke@redactie.example", 3), ("rie@redactie.example", 3)]));
        assert_eq!(garden.latest_issue().await.state, IssueState::Waiting);
        let asked: Vec<_> = to_editors.iter().filter(|mail| mail.text.contains("issues approve 1")).collect();
        assert_eq!(asked.iter().map(|mail| mail.locale.as_str()).collect::<Vec<_>>(), ["nl", "fr"]);
        assert_eq!(asked[0].subject, "Goed te keuren: Weekly digest (De Moestuin)");
        let subject = |mail: &Received| mail.subject.clone();
        let tests: Vec<_> = to_editors.iter().filter(|mail| !asked.contains(mail)).collect();
        let post = garden.read("posts/slakken.md");
        garden.write("posts/slakken.md", post.replace("title: ", "title: Helemaal anders dan "));
        let link = asked[1].path_to("/approve");
        for _ in 0..2 {
            let page = garden.get(&link).await;
            assert!(page.status == StatusCode::OK && page.form_action() == link, "{page:?}");
            for cohort in garden.store.issue_cohorts(garden.latest_issue().await.id).await.unwrap() {
                let readers = format!("{} × {}", cohort.locale, cohort.recipients);
                // What is no letter may be written in another way in HTML.
                let subject = cohort.subject.split(['\'', '"', '&']).next().unwrap();
                assert!(page.body.contains(subject) && page.body.contains(&readers), "{cohort:?}: {page:?}");
            }
        }
        assert_eq!(garden.deliver().await, [], "looking changes nothing");
        assert_eq!(garden.post(&link, &[]).await.status, StatusCode::OK);
        let to_readers = garden.deliver().await;
        assert_eq!(who(&to_readers), BTreeMap::from([("an@lezers.example", 1), ("bo@lezers.example", 1)]));
        assert!(!to_readers.iter().any(|mail| mail.text.contains("Helemaal anders")), "it was frozen");
        for mail in &to_readers {
            let saw = tests.iter().filter(|test| subject(test).ends_with(&mail.subject)).count();
            assert_eq!(saw, 2, "each editor saw {}", mail.subject);
        }
        assert_eq!(garden.latest_issue().await.state, IssueState::Finished);

        let again = garden.post(&link, &[]).await;
        assert!(!again.body.contains("<form method=\"post\""), "there is nothing to approve any more");
        assert_eq!(garden.deliver().await, []);
        let (begin, end) = link.split_at(20);
        assert_eq!(garden.post(&format!("{begin}A{}", &end[1..]), &[]).await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn what_nobody_approves_in_time_is_not_sent_and_its_posts_come_with_the_next() {
    tell_with(&[EDITORS], async |garden| {
        prepare(&garden, "approval = \"required\"\napprove_within = \"6h\"").await;
        let asked = garden.digest().await;
        let link = asked.iter().find(|mail| mail.text.contains("issues approve")).unwrap().path_to("/approve");
        garden.wait(TimeDelta::hours(6));
        let page = garden.get(&link).await;
        assert!(!page.body.contains("<form method=\"post\""), "{}", page.body);
        garden.post(&link, &[]).await;
        assert_eq!(garden.deliver().await, []);
        assert_eq!(garden.latest_issue().await.state, IssueState::Expired, "who comes too late has not approved it");
        assert_eq!(garden.counts(garden.latest_issue().await.id).await, BTreeMap::from([("cancelled", 2)]));

        garden.wait_a_week();
        garden.digest().await;
        garden.wait(TimeDelta::hours(7));
        look(&garden).await;
        assert_eq!(garden.latest_issue().await.state, IssueState::Expired, "nor who does not come at all");

        garden.edit(WORKFLOW, "approval = \"required\"\napprove_within = \"6h\"", "");
        garden.wait_a_week();
        garden.new_mails();
        let mails = garden.digest().await;
        assert_eq!(who(&mails), BTreeMap::from([("an@lezers.example", 1), ("bo@lezers.example", 1)]));
        assert!(mails[0].about().contains("slakken"), "{}", mails[0].about());
    });
}

#[test]
fn editors_whom_the_relay_kept_from_knowing_are_written_to_until_they_do() {
    tell_with(&[EDITORS], async |garden| {
        prepare(&garden, "approval = \"required\"").await;
        garden.relay.fail_on(2, Outcome::Fault { reason: "the relay is away".to_owned() });
        let first = garden.digest().await;
        assert_eq!(first.len(), 1, "it broke off");
        let runner = garden.runner().await;
        runner.tell_editors().await.unwrap();
        let second = garden.new_mails();
        assert_eq!(second.len(), 5);
        assert!(!second.iter().any(|mail| mail.message_id == first[0].message_id), "nothing comes twice");
        runner.tell_editors().await.unwrap();
        assert_eq!(garden.new_mails(), [], "they know");
    });
}

#[test]
fn an_editor_whose_address_takes_nothing_now_keeps_nobody_else_from_their_mail() {
    let reply = "451 4.7.1 come back later".to_owned();
    for outcome in [Outcome::Deferred { reply: reply.clone() }, Outcome::Refused { reply }] {
        tell_with(&[EDITORS], async |garden| {
            prepare(&garden, "approval = \"required\"").await;
            garden.relay.fail_on(1, outcome);
            let first = garden.digest().await;
            assert_eq!(who(&first), BTreeMap::from([("mieke@redactie.example", 2), ("rie@redactie.example", 3)]));
            let runner = garden.runner().await;
            for _ in 0..3 {
                runner.tell_editors().await.unwrap();
                assert_eq!(garden.new_mails(), [], "it is not tried again at once, and nothing comes twice");
            }
            garden.wait(TimeDelta::minutes(1));
            runner.tell_editors().await.unwrap();
            assert_eq!(who(&garden.new_mails()), BTreeMap::from([("mieke@redactie.example", 1)]));
            garden.wait(TimeDelta::hours(1));
            runner.tell_editors().await.unwrap();
            assert_eq!(garden.new_mails(), [], "they know");
        });
    }
}

#[test]
fn an_issue_can_be_called_back_before_its_first_mail_and_then_nobody_got_anything() {
    tell_with(&[], async |garden| {
        prepare(&garden, "undo = \"10m\"").await;
        assert_eq!(garden.digest().await, []);
        garden.wait(TimeDelta::minutes(9));
        assert_eq!(garden.deliver().await, []);
        assert_eq!(garden.get("/nl/issues/1/").await.status, StatusCode::NOT_FOUND, "nobody sees it either");
        let issue = garden.latest_issue().await.id;
        assert!(garden.store.cancel_issue(issue, garden.now()).await.unwrap());
        garden.wait(TimeDelta::hours(1));
        assert_eq!(garden.deliver().await, []);
        assert_eq!(garden.counts(issue).await, BTreeMap::from([("cancelled", 2)]));

        garden.wait_a_week();
        assert_eq!(garden.digest().await, []);
        garden.wait(TimeDelta::minutes(10));
        let mails = garden.deliver().await;
        assert_eq!(who(&mails), BTreeMap::from([("an@lezers.example", 1), ("bo@lezers.example", 1)]));
        assert!(mails[0].about().contains("slakken"), "its posts are offered again: {}", mails[0].about());
    });
}

#[test]
fn who_approves_an_issue_has_as_long_to_call_it_back() {
    tell_with(&[EDITORS], async |garden| {
        prepare(&garden, "approval = \"required\"\nundo = \"10m\"").await;
        garden.digest().await;
        garden.wait(TimeDelta::hours(2));
        let issue = garden.latest_issue().await.id;
        assert!(garden.store.approve_issue(issue, garden.now()).await.unwrap());
        assert_eq!(garden.deliver().await, []);
        garden.wait(TimeDelta::minutes(10));
        assert_eq!(garden.deliver().await.len(), 2);
    });
}

#[test]
fn the_command_line_says_what_an_issue_waits_for_and_lets_it_go() {
    let folder = Folder::with_readers();
    let workflow = folder.read(WORKFLOW);
    folder.write(WORKFLOW, format!("{workflow}approval = \"required\"\nundo = \"1h\"\n"));
    let run = folder.fine(&["run", "weekly-digest"]);
    for says in ["it waits for approval", "postduif issues approve 1", "`editors` in postduif.toml"] {
        assert!(run.contains(says), "{says}: {run}");
    }
    assert!(folder.outbox().is_empty());
    assert!(folder.fine(&["issues", "show", "1"]).contains("waits for `postduif issues approve 1` until"));
    folder.fine(&["issues", "approve", "1"]);
    let show = folder.fine(&["issues", "show", "1"]);
    assert!(show.contains("6 leave later; until then the issue can be called back"), "{show}");
    folder.fine(&["run", "publish"]);
    assert!(folder.outbox().is_empty(), "its hour has not come");
    folder.fine(&["issues", "cancel", "1"]);
    folder.write(WORKFLOW, &workflow);
    assert!(folder.fine(&["run", "weekly-digest"]).contains("6 planned, 6 accepted"));
}

#[test]
fn check_says_what_a_workflow_wants_that_the_configuration_does_not_have() {
    let folder = Folder::model();
    let digest = folder.read(WORKFLOW);
    let tells = "[[steps]]\ndo = \"notify\"\neditors = true\nwebhook = \"https://hook.example/\"\n";
    folder.write(WORKFLOW, format!("on = \"webhook\"\n{digest}approval = \"required\"\n{tells}"));
    let check = folder.run(&["check", "--json"]).json();
    let found = check["diagnostics"].as_array().unwrap().iter();
    let codes: Vec<_> = found.filter(|one| one["file"] == WORKFLOW).map(|one| one["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["no-editors", "no-editors", "no-secret", "no-secret"], "{check:#}");
    let config = folder.read("postduif.toml");
    folder.write("postduif.toml", format!("{config}\n[[editors]]\naddress = \"lien@example.org\"\n"));
    let mut check = folder.postduif(&["check"]);
    let secret = crate::harness::SECRET;
    let ended =
        check.env("POSTDUIF_WEBHOOKS__INCOMING", secret).env("POSTDUIF_WEBHOOKS__OUTGOING", secret).output().unwrap();
    assert!(ended.status.success() && !String::from_utf8(ended.stderr).unwrap().contains(WORKFLOW));
}

#[test]
fn an_editor_reads_the_page_in_their_language_and_can_say_no() {
    tell_with(&[EDITORS], async |garden| {
        prepare(&garden, "approval = \"required\"").await;
        let asked = garden.digest().await;
        let mut links =
            asked.iter().filter(|mail| mail.text.contains("issues approve 1")).map(|mail| mail.path_to("/approve"));
        let (dutch, french) = (links.next().unwrap(), links.next().unwrap());
        let page = garden.get(&dutch).await;
        assert!(page.body.contains("lang=\"nl\"") && page.body.contains("Nee, hou hem tegen"), "{page:?}");
        let page = garden.get(&french).await;
        assert!(page.body.contains("lang=\"fr\"") && page.body.contains("Non, l’arrêter"), "{page:?}");
        let refused = garden.post(&french, &[("answer", "no")]).await;
        assert!(refused.status == StatusCode::OK && refused.body.contains("C’est arrêté"), "{refused:?}");
        assert_eq!(garden.latest_issue().await.state, IssueState::Cancelled);
        assert_eq!(garden.deliver().await, []);
        let late = garden.post(&dutch, &[]).await;
        assert!(late.body.contains("Er valt niets meer goed te keuren"), "{late:?}");

        // Its posts come with the next, which an old link does not stop.
        garden.edit(WORKFLOW, "approval = \"required\"", "");
        garden.wait_a_week();
        assert_eq!(who(&garden.digest().await).len(), 2);
        garden.post(&french, &[("answer", "no")]).await;
        assert_eq!(garden.latest_issue().await.state, IssueState::Finished);
    });
}

#[test]
fn a_digest_that_could_never_leave_is_doubted() {
    let folder = Folder::model();
    let workflow = |schedule: &str, wait: &str| {
        format!("{schedule}\n[[steps]]\ndo = \"publish\"\n[[steps]]\ndo = \"digest\"\ncadence = \"daily\"\n{wait}\n")
    };
    for (schedule, wait, doubted) in [
        ("every = \"10m\"", "undo = \"10m\"", true),
        ("every = \"15m\"", "undo = \"10m\"", false),
        ("schedule = \"0 8 * * *\"", "approval = \"required\"", true),
        ("schedule = \"0 8 * * FRI\"", "approval = \"required\"\nundo = \"1h\"", false),
    ] {
        folder.write("workflows/daily-digest.toml", workflow(schedule, wait));
        let said = folder.run(&["check"]).stderr;
        assert_eq!(said.contains("warning[never-leaves]"), doubted, "{schedule} {wait}: {said}");
    }
}
