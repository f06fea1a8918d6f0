//! How fast mail leaves, and who is left alone for a while.

use std::{
    num::{NonZeroU32, NonZeroUsize},
    time::Duration,
};

use chrono::TimeDelta;
use postduif::{
    delivery::{Relays, Route, Transport},
    outbox::{
        Outcome,
        throttle::{MOST_REFUSALS, REFUSED_PAUSE},
    },
};

use crate::{
    harness::{Publication, on_each_database, tell, tell_with},
    relay::{Act, Manners, Relay},
    smtp::impatient,
};

/// Freezes the digest for so many readers at Gmail and one elsewhere, and sends nothing yet.
async fn frozen(garden: &Publication, readers: usize) {
    garden.publish().await;
    for n in 0..readers {
        garden.join_from(&format!("lezer{n}@gmail.com"), "nl", "latest:1".parse().unwrap()).await;
    }
    garden.join_from("an@lezers.example", "nl", "latest:1".parse().unwrap()).await;
    let (workflow, now) = (garden.workflow("weekly-digest"), garden.now());
    let digest = workflow.digest_step().unwrap();
    garden.content.freeze(&garden.store, workflow.name.as_str(), now, digest, now).await.unwrap();
}

/// Delivers what may leave now; says how many went to Gmail, and how many elsewhere.
async fn leaving(garden: &Publication) -> (usize, usize) {
    let mails = garden.deliver().await;
    let gmail = mails.iter().filter(|mail| mail.to.ends_with("@gmail.com")).count();
    (gmail, mails.len() - gmail)
}

#[test]
fn a_group_gets_no_more_than_its_rate_and_others_need_not_wait() {
    let google = "throttle.groups = [{ name = \"google\", rate = \"60/m\" }]";
    tell_with(&[("[mail]\n", &format!("[mail]\n{google}\n"))], async |garden| {
        frozen(&garden, 80).await;
        let (first, others) = leaving(&garden).await;
        assert!((2..=5).contains(&first) && others == 1, "{first} at once, {others} elsewhere");
        let mut left = first;
        for second in 1..=60 {
            garden.wait(TimeDelta::seconds(1));
            left += leaving(&garden).await.0;
            assert!(left <= first + second, "{left} after {second} seconds");
        }
        assert!(left >= 58, "nor does it get less: {left}");
        let issue = garden.latest_issue().await;
        assert_eq!(
            garden.counts(issue.id).await["planned"],
            81 - 1 - left as u64,
            "who waits has no attempt behind them"
        );
    });
}

#[test]
fn a_group_that_refuses_our_mail_is_left_alone_and_nobody_pays_for_it() {
    tell(async |garden| {
        frozen(&garden, 30).await;
        for n in 1..=MOST_REFUSALS as usize {
            garden.relay.fail_on(n, Outcome::Refused { reply: "550 5.7.26 unauthenticated".to_owned() });
        }
        let (gmail, others) = leaving(&garden).await;
        // What was claimed by then is on its way; nothing else is.
        assert!(gmail <= 8 && others <= 1, "{gmail}, {others}");
        let before = garden.relay.mails().len();
        garden.wait(TimeDelta::minutes(5));
        assert_eq!(leaving(&garden).await.0, 0);
        let issue = garden.latest_issue().await;
        let counts = garden.counts(issue.id).await;
        assert_eq!(counts.get("rejected"), None, "{counts:?}");
        // A process that begins anew knows it too.
        garden.wait(REFUSED_PAUSE - TimeDelta::minutes(6));
        assert_eq!(garden.deliver().await.len(), 0);
        assert!(garden.relay.mails().len() <= before + 1);
        garden.wait(TimeDelta::hours(2));
        leaving(&garden).await;
        assert_eq!(garden.counts(issue.id).await["accepted"], 31);
        assert_eq!(garden.subscriber("lezer0@gmail.com").await.unwrap().status, postduif::subscribers::Status::Active);
    });
}

#[test]
fn whoever_wants_it_more_slowly_gets_it_more_slowly() {
    tell(async |garden| {
        frozen(&garden, 40).await;
        garden.relay.fail_on(1, Outcome::Deferred { reply: "421 4.7.28 unusual rate of mail".to_owned() });
        let (gmail, _) = leaving(&garden).await;
        assert!(gmail < 20, "{gmail}");
        garden.wait(TimeDelta::minutes(2));
        assert_eq!(leaving(&garden).await.0, 0);
        garden.wait(TimeDelta::minutes(20));
        leaving(&garden).await;
        let issue = garden.latest_issue().await;
        assert_eq!(garden.counts(issue.id).await["accepted"], 41);
    });
}

#[test]
fn a_group_has_no_more_connections_than_it_may_and_others_have_the_rest() {
    let google = "throttle.groups = [{ name = \"google\", connections = 1 }]";
    tell_with(&[("[mail]\n", &format!("[mail]\n{google}\n"))], async |garden| {
        frozen(&garden, 10).await;
        let relay = Relay::start(Manners::default()).await;
        relay.on(".", Act::Drip(b"250 2.0.0 ok\r\n", Duration::from_millis(50)));
        leaving_by(&garden, &[route(&relay, None, 1, 1)]).await;
        let to: Vec<_> = relay.commands().into_iter().filter(|command| command.starts_with("RCPT")).collect();
        assert_eq!(to.len(), 11);
        assert!(to[0].contains("@gmail.com") && to[1].contains("an@lezers.example"), "{to:?}");
    });
}

#[test]
fn who_waits_for_the_one_connection_of_a_group_keeps_nobody_else_waiting_however_many_there_are() {
    let google = "throttle.groups = [{ name = \"google\", connections = 1 }]";
    tell_with(&[("[mail]\n", &format!("[mail]\n{google}\n"))], async |garden| {
        // More than are claimed at a time, and first in the ledger.
        garden.publish().await;
        for n in 0..60 {
            garden.join_from(&format!("lezer{n}@gmail.com"), "nl", "latest:1".parse().unwrap()).await;
        }
        for n in 0..10 {
            garden.join_from(&format!("lezer{n}@elders.example"), "nl", "latest:1".parse().unwrap()).await;
        }
        frozen(&garden, 0).await;
        let relay = Relay::start(Manners { pause: Duration::from_millis(5), ..Manners::default() }).await;
        leaving_by(&garden, &[route(&relay, None, 1, 1)]).await;
        let to: Vec<_> = relay.commands().into_iter().filter(|command| command.starts_with("RCPT")).collect();
        let last = to.iter().rposition(|to| !to.contains("@gmail.com")).unwrap();
        assert_eq!(to.len(), 71);
        assert!(last < 40, "the last of the others was number {last}");
    });
}

/// A relay with a rate, a priority and a weight.
fn route(relay: &Relay, rate: Option<&str>, priority: u8, weight: u32) -> Route {
    Route {
        relay: format!("smtp://127.0.0.1:{}", relay.port()).parse().unwrap(),
        priority,
        weight: NonZeroU32::new(weight).unwrap(),
        connections: NonZeroUsize::new(4).unwrap(),
        rate: rate.map(|rate| rate.parse().unwrap()),
    }
}

/// Delivers what may leave now by these relays, as a process that begins anew.
async fn leaving_by(garden: &Publication, routes: &[Route]) -> Option<String> {
    let mut worker = garden.runner().await.worker;
    worker.transport = Transport::Relays(Relays::new(routes.to_vec(), impatient(5_000)));
    worker.deliver_until_settled().await.unwrap().relay_failed
}

#[test]
fn each_relay_gets_no_more_than_its_own_rate_also_from_a_process_that_begins_anew() {
    on_each_database(async |garden| {
        frozen(garden, 99).await;
        let (slow, quick) = (Relay::start(Manners::default()).await, Relay::start(Manners::default()).await);
        let routes = [route(&slow, Some("60/m"), 1, 1), route(&quick, Some("120/m"), 1, 1)];
        let count = || [&slow, &quick].map(|relay| relay.mails().len());
        leaving_by(garden, &routes).await;
        let first = count();
        assert!(first[0] <= 4 && first[1] <= 7 && first.iter().sum::<usize>() >= 7, "{first:?} at once");
        for second in 1..=40 {
            garden.wait(TimeDelta::seconds(1));
            leaving_by(garden, &routes).await;
            let now = count();
            assert!(now[0] <= first[0] + second && now[1] <= first[1] + 2 * second, "{now:?} after {second} seconds");
        }
        // Together they give as much as both may, each its share.
        let [slow, quick] = count();
        assert_eq!(slow + quick, 100);
        assert!((28..=38).contains(&slow), "{slow} and {quick}");
        let issue = garden.latest_issue().await;
        assert_eq!(garden.counts(issue.id).await["accepted"], 100);
    });
}

#[test]
fn who_has_no_place_at_a_relay_waits_without_an_attempt_and_what_answers_a_person_does_not_wait() {
    tell(async |garden| {
        frozen(&garden, 20).await;
        let relay = Relay::start(Manners::default()).await;
        let routes = [route(&relay, Some("5/h"), 1, 1)];
        garden.wait(TimeDelta::seconds(1));
        leaving_by(&garden, &routes).await;
        let first = relay.mails().len();
        assert!((1..=2).contains(&first), "{first}");
        garden.post("/nl/subscribe", &[("email", "gust@lezers.example"), ("cadence", "weekly")]).await;
        assert_eq!(leaving_by(&garden, &routes).await, None);
        assert_eq!(relay.mails().len(), first + 1, "the confirmation left");
        let issue = garden.latest_issue().await;
        assert_eq!(garden.counts(issue.id).await["planned"], 21 - first as u64);
        assert_eq!(garden.store.issue_progress(issue.id, garden.now()).await.unwrap().throttled, 21 - first as u64);
        let lanes = garden.store.busy_lanes(garden.now()).await.unwrap();
        let [(lane, wait)] = lanes.as_slice() else { panic!("{lanes:?}") };
        assert_eq!(*lane, format!("relay smtp://127.0.0.1:{}", relay.port()));
        assert!((TimeDelta::minutes(9)..TimeDelta::minutes(60)).contains(wait), "{wait}");
    });
}

#[test]
fn the_backup_keeps_its_own_rate_when_it_takes_the_mail_of_a_relay_that_is_away() {
    tell(async |garden| {
        frozen(&garden, 30).await;
        let away = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let backup = Relay::start(Manners::default()).await;
        let away = Route { relay: format!("smtp://127.0.0.1:{away}").parse().unwrap(), ..route(&backup, None, 1, 1) };
        let routes = [away, route(&backup, Some("60/m"), 2, 1)];
        // What finds no place at once goes back to the ledger, and nobody has an attempt behind them.
        assert_eq!(leaving_by(&garden, &routes).await, None, "mail can leave by the backup");
        let first = backup.mails().len();
        assert!((2..=16).contains(&first), "{first} at once");
        for minutes in 1..=4 {
            garden.wait(TimeDelta::minutes(1));
            leaving_by(&garden, &routes).await;
            assert!(backup.mails().len() <= first + 65 * minutes);
        }
        let issue = garden.latest_issue().await;
        assert_eq!(garden.counts(issue.id).await["accepted"], 31);
    });
}
