//! A plan says what the run then does.

use std::collections::{BTreeMap, BTreeSet};

use chrono::TimeDelta;
use postduif::{
    outbox::{Exclusion, Outcome},
    storage::{Consent, Preferences},
    subscribers::Cadence,
    workflows::Planned,
};

use crate::harness::{Publication, READERS, folder::Folder, on_each_database, tell};

/// Who gets what: language, subject, posts and how many.
type Cohorts = BTreeSet<(String, String, Vec<String>, u64)>;

async fn plan(garden: &Publication) -> Planned {
    let workflow = garden.workflow("weekly-digest");
    garden.content.plan(&garden.store, &workflow, garden.now()).await.unwrap()
}

fn planned_cohorts(planned: &Planned) -> Cohorts {
    let plan = planned.digest.as_ref().unwrap();
    let cohorts = plan.cohorts.iter().zip(&planned.subjects);
    let cohort = cohorts.map(|(cohort, subject)| {
        let posts = cohort.key.posts.iter().map(ToString::to_string).collect();
        (cohort.key.locale.to_string(), subject.clone(), posts, cohort.recipients)
    });
    cohort.collect()
}

/// The releases that there are, by locale and post.
async fn releases(garden: &Publication) -> BTreeSet<(String, String)> {
    let all = garden.store.all_releases().await.unwrap();
    all.into_iter().map(|release| (release.locale.to_string(), release.post.to_string())).collect()
}

/// Plans the digest, runs it, and sees whether the one says what the other does; gives the plan.
async fn plan_and_run(garden: &Publication) -> Planned {
    let planned = plan(garden).await;
    let before = releases(garden).await;
    let first = garden.whole_database().await;
    plan(garden).await;
    assert_eq!(garden.whole_database().await, first, "a plan changes nothing");
    let report = garden.run("weekly-digest").await;

    let made: BTreeSet<_> = releases(garden).await.difference(&before).cloned().collect();
    let publish = planned.publish.iter().map(|(post, locale)| (locale.to_string(), post.to_string()));
    assert_eq!(publish.collect::<BTreeSet<_>>(), made);
    let blocked = planned.blocked.iter().map(|one| (one.locale.to_string(), one.post.to_string()));
    let after = releases(garden).await;
    assert_eq!(blocked.filter(|one| after.contains(one)).collect::<Vec<_>>(), [], "what a gate blocks is not released");

    let issue = garden.latest_issue().await;
    let cohorts = garden.store.issue_cohorts(issue.id).await.unwrap();
    let sent: Cohorts = cohorts
        .into_iter()
        .map(|one| {
            let posts = one.posts.iter().map(ToString::to_string).collect();
            (one.locale.to_string(), one.subject, posts, one.recipients)
        })
        .collect();
    assert_eq!(planned_cohorts(&planned), sent);
    let plan = planned.digest.as_ref().unwrap();
    assert_eq!(plan.nothing_new, issue.nothing_new);
    let in_flight = plan.excluded.get(&Exclusion::InFlight).copied().unwrap_or_default();
    assert_eq!(plan.recipients + in_flight, issue.planned);
    let held: BTreeSet<_> = report.held().map(ToString::to_string).collect();
    assert_eq!(planned.held.iter().map(ToString::to_string).collect::<BTreeSet<_>>(), held);
    planned
}

async fn prefer(garden: &Publication, email: &str, change: impl FnOnce(&mut Preferences)) {
    let reader = garden.subscriber(email).await.unwrap();
    let mut wish = Preferences {
        locale: reader.locale,
        cadence: Cadence::Weekly,
        topics: reader.topics,
        name: None,
        time_zone: reader.time_zone,
        pause_until: None,
    };
    change(&mut wish);
    garden.store.change_preferences(reader.id, &wish, Consent::default(), garden.now()).await.unwrap();
}

#[test]
fn what_a_plan_says_is_what_the_run_then_does_week_after_week() {
    on_each_database(async |garden| {
        garden.publish().await;
        for (email, locale) in READERS {
            garden.join_from(email, locale, "latest:2".parse().unwrap()).await;
        }
        let first = plan_and_run(garden).await;
        assert!(first.blocked.iter().any(|one| one.locale.as_str() == "fr" && one.post.as_str() == "regenton"));
        assert_eq!(first.last, None);

        // A late translation, another language, other topics, and a pause.
        garden.wait_a_week();
        garden.translate_the_rain_barrel().await;
        prefer(garden, "cas@lezers.example", |wish| wish.locale = "nl".parse().unwrap()).await;
        prefer(garden, "emna@lezers.example", |wish| wish.topics = "dieren".parse().unwrap()).await;
        let until = garden.now() + TimeDelta::days(10);
        prefer(garden, "dirk@lezers.example", |wish| wish.pause_until = Some(until)).await;
        let second = plan_and_run(garden).await;
        assert!(second.publish.iter().any(|(post, locale)| locale.as_str() == "fr" && post.as_str() == "regenton"));
        assert_eq!(second.digest.as_ref().unwrap().excluded, BTreeMap::from([(Exclusion::Paused, 1)]));

        // A new post, one that breaks, and a relay that says later.
        garden.wait_a_week();
        garden.relay.fail_on(1, Outcome::Deferred { reply: "later".to_owned() });
        let good = garden.read("posts/slakken.md");
        garden.write("posts/mol.md", "---\ntitle: De mol\ndate: 2026-10-20\n---\nGraaft.\n");
        plan_and_run(garden).await;
        garden.edit("posts/mol.md", "date: 2026-10-20", "date: morgen");
        garden.wait_a_week();
        plan_and_run(garden).await;
        garden.write("posts/slakken.md", good.replace("title: ", "title: Nog eens: "));
        garden.write("posts/mol.md", "---\ntitle: De mol\ndate: 2026-10-20\n---\nGraaft diep.\n");
        garden.wait_a_week();
        plan_and_run(garden).await;
        garden.wait_a_week();
        let last = plan_and_run(garden).await;
        assert_eq!(last.publish, []);
    });
}

#[test]
fn a_workflow_that_does_not_publish_plans_no_publishing() {
    tell(async |garden| {
        garden.publish().await;
        garden.join("an@lezers.example", "nl").await;
        let file = garden.read("workflows/weekly-digest.toml");
        garden.write("workflows/weekly-digest.toml", file.replace("[[steps]]\ndo = \"publish\"\n", ""));
        garden.write("posts/mol.md", "---\ntitle: De mol\ndate: 2026-10-08\n---\nGraaft.\n");
        let planned = plan_and_run(&garden).await;
        assert_eq!((planned.publish, planned.digest.unwrap().recipients), (Vec::new(), 0));
    });
}

#[test]
fn what_is_other_than_the_last_time_is_shown() {
    let folder = Folder::with_readers();
    let plan = folder.fine(&["plan", "--diff"]);
    assert!(plan.contains("there is no issue yet to compare it with"), "{plan}");
    folder.fine(&["run", "weekly-digest"]);
    folder.write("posts/trap.md", "---\ntitle: De trap\ndate: 2026-11-20\n---\nNeem ze.\n");
    let plan = folder.fine(&["plan", "--diff"]);
    for says in [
        "beside issue 1 of ",
        "nl: 1 recipient, 1 the last time\n    + trap\n    - ",
        "keep trap from fr: 0 of 2 texts translated",
    ] {
        assert!(plan.contains(says), "{says}: {plan}");
    }
    let json = folder.run(&["plan", "--diff", "--json"]).json();
    assert_eq!(json["diff"]["locales"]["nl"]["added"], serde_json::json!(["trap"]), "{json}");
    assert_eq!(json["diff"]["issue"], 1);
}

#[test]
fn a_plan_makes_no_database_and_names_the_issue_that_would_give_way() {
    let folder = Folder::model();
    let plan = folder.fine(&["plan"]);
    assert!(plan.contains("weekly-digest would now"), "{plan}");
    assert!(!folder.path("data/postduif.db").exists(), "a plan makes no database");

    let folder = Folder::with_readers();
    let file = "workflows/weekly-digest.toml";
    folder.write(
        file,
        folder.read(file).replace("cadence = \"weekly\"", "cadence = \"weekly\"\napproval = \"required\""),
    );
    folder.fine(&["run", "weekly-digest"]);
    let plan = folder.fine(&["plan"]);
    assert!(plan.contains("stop what of issue 1 has not left (waiting): its posts come with this one"), "{plan}");
    assert_eq!(folder.run(&["plan", "--json"]).json()["gives_way"], serde_json::json!([1]));
}
