//! What comes back by mistake takes nobody's subscription, and what was taken by mistake is given back.

use chrono::TimeDelta;
use postduif::{
    bounces::{Envelope, Returned, Verdict},
    outbox::{IssueId, Outcome, State},
    storage::{Actor, Allowed, Lifted},
    subscribers::{Status, Suppression},
};

use crate::{
    bounces::{shape, status},
    harness::{self, Publication, on_each_database, tell},
};

const AN: &str = "an@lezers.example";

/// Readers at so many domains, each of whom is due the latest post.
async fn readers(garden: &Publication, count: usize) -> Vec<String> {
    garden.publish().await;
    let addresses: Vec<_> = (0..count).map(|number| format!("lezer@huis-{number}.example")).collect();
    for address in &addresses {
        garden.join_from(address, "nl", "latest:1".parse().unwrap()).await;
    }
    addresses
}

fn rejected(reply: &str) -> Outcome {
    Outcome::Rejected { reply: reply.to_owned() }
}

/// Which of these readers have no subscription any more.
async fn lost<'a>(garden: &Publication, addresses: &'a [String]) -> Vec<&'a str> {
    let mut lost = Vec::new();
    for address in addresses {
        if garden.subscriber(address).await.unwrap().status == Status::Unsubscribed {
            lost.push(address.as_str());
        }
    }
    lost
}

async fn suppressed(garden: &Publication, address: &str) -> Option<Suppression> {
    garden.store.suppression(&address.parse().unwrap()).await.unwrap().map(|(reason, _)| reason)
}

/// Lets a mail of this tag come back in a shape.
async fn come_back(garden: &Publication, name: &str, tag: &str) {
    let key = garden.store.token_key(&garden.random).await.unwrap();
    let returned = Returned::read(shape(name, tag).as_bytes(), Envelope::default(), &key, garden.now());
    garden.store.record_bounce(&returned, garden.now()).await.unwrap();
}

#[test]
fn a_relay_that_rejects_our_sender_suppresses_nobody() {
    on_each_database(async |garden| {
        let all = readers(garden, 2).await;
        let reply = "550 5.1.0 <post@moestuin.example>: Sender address rejected: User unknown in virtual mailbox table";
        (1..=2).for_each(|n| garden.relay.fail_on(n, rejected(reply)));
        garden.digest().await;
        assert!(lost(garden, &all).await.is_empty());
        assert_eq!(garden.store.bounces_of(IssueId(1)).await.unwrap(), [(Verdict::Policy, 2)]);
    });
}

#[test]
fn a_relay_that_refuses_readers_everywhere_and_takes_no_mail_is_not_believed() {
    on_each_database(async |garden| {
        let all = readers(garden, 5).await;
        (1..=5).for_each(|n| garden.relay.fail_on(n, rejected("550 5.1.1 unknown")));
        garden.digest().await;
        assert!(lost(garden, &all).await.is_empty(), "nor those who were believed to be gone at first");
        assert_eq!(suppressed(garden, &all[0]).await, None);
        assert_eq!(garden.store.bounces_of(IssueId(1)).await.unwrap(), [(Verdict::Policy, 5)]);

        // A week later it is as it should be, and what it says of somebody is heard.
        garden.wait_a_week();
        for n in [2, 4] {
            garden.relay.fail_on(n, rejected("550 5.1.1 unknown"));
        }
        assert_eq!(garden.digest().await.len(), 3);
        assert_eq!(lost(garden, &all).await, [&all[1], &all[3]]);
    });
}

#[test]
fn who_is_refused_again_after_an_issue_that_went_well_is_gone() {
    on_each_database(async |garden| {
        // On an old list those who are gone stand together.
        let all = readers(garden, 8).await;
        (1..=3).for_each(|n| garden.relay.fail_on(n, rejected("550 5.1.1 unknown")));
        assert_eq!(garden.digest().await.len(), 5);
        assert!(lost(garden, &all).await.is_empty(), "perhaps it was us");
        garden.wait_a_week();
        (1..=3).for_each(|n| garden.relay.fail_on(n, rejected("550 5.1.1 unknown")));
        garden.digest().await;
        assert_eq!(lost(garden, &all).await, [&all[0], &all[1], &all[2]]);
    });
}

#[test]
fn many_readers_of_one_domain_may_be_gone_at_once() {
    on_each_database(async |garden| {
        garden.publish().await;
        let all: Vec<_> = (0..4).map(|number| format!("lezer-{number}@huis.example")).collect();
        for (n, address) in (1..).zip(&all) {
            garden.join_from(address, "nl", "latest:1".parse().unwrap()).await;
            garden.relay.fail_on(n, rejected("550 5.1.1 unknown"));
        }
        garden.digest().await;
        assert_eq!(lost(garden, &all).await.len(), 4);
    });
}

#[test]
fn a_bad_day_is_undone_and_whoever_left_since_stays_away() {
    on_each_database(async |garden| {
        let all = readers(garden, 2).await;
        let gone = garden.subscriber(&all[1]).await.unwrap();
        (1..=2).for_each(|n| garden.relay.fail_on(n, rejected("550 5.1.1 unknown")));
        garden.digest().await;
        assert_eq!(lost(garden, &all).await.len(), 2);
        let late = Lifted::BouncedSince(garden.now() + TimeDelta::hours(1));
        let nothing = garden.store.allow(late, Actor::Operator, garden.now()).await.unwrap();
        assert_eq!(nothing, Allowed::default());
        garden.store.unsubscribe(gone.id, Default::default(), garden.now()).await.unwrap();
        let allowed = garden.store.allow(Lifted::BouncedIn(IssueId(1)), Actor::Operator, garden.now()).await.unwrap();
        assert_eq!(allowed, Allowed { addresses: 2, restored: 1 });
        assert_eq!(lost(garden, &all).await, [&all[1]]);
        garden.wait_a_week();
        let mails = garden.digest().await;
        assert_eq!(mails.iter().map(|mail| &mail.to).collect::<Vec<_>>(), [&all[0]], "with the post that was missed");
    });
}

#[test]
fn the_operator_gives_back_by_address_by_day_and_by_issue() {
    tell(async |garden| {
        let all = readers(&garden, 2).await;
        let allow = |arguments: &str| {
            let mut command = harness::program(garden.root());
            command.env("POSTDUIF_STORE__URL", &garden.database).args(["subscribers", "allow"]);
            harness::Ended::of(command.args(arguments.split_whitespace()))
        };
        for whom in [format!("{} {}", all[0], all[1]), "--bounced-since 2026-10-09".to_owned(), "--issue 1".to_owned()]
        {
            for address in &all {
                let address = address.parse().unwrap();
                garden.store.suppress(&address, Suppression::Bounced, garden.now()).await.unwrap();
            }
            let said = allow(&whom).fine();
            // Nobody was suppressed for the mail of an issue.
            let expected = match whom.contains("issue") {
                true => "nobody was suppressed\n",
                false => "2 suppressions taken back; 2 subscriptions go on as before\n",
            };
            assert_eq!(said, expected, "{whom}");
        }
        assert_eq!(lost(&garden, &all).await.len(), 2);
        garden.store.suppress(&all[0].parse().unwrap(), Suppression::Asked, garden.now()).await.unwrap();
        assert_eq!(suppressed(&garden, &all[0]).await, Some(Suppression::Asked), "their own will counts for more");
        let said = allow(&all[0]).fine();
        assert_eq!(said, "1 suppression taken back; whose it was may subscribe again\n");
        assert_eq!(lost(&garden, &all).await.len(), 2);
        assert!(allow("").wrong().contains("required"));
        assert!(allow(&format!("{} --issue 1", all[0])).wrong().contains("cannot be used with"));
    });
}

/// A reader who wants their mail elsewhere, and the tag of the digest that they had before.
async fn who_moves(garden: &Publication, to: &str) -> String {
    garden.publish().await;
    garden.join_from(AN, "nl", "latest:1".parse().unwrap()).await;
    let preferences = garden.digest().await[0].path_to("/preferences");
    let tag = garden.relay.mails()[0].tag.clone().unwrap();
    garden.post(&format!("{preferences}/address"), &[("email", to)]).await;
    tag
}

#[test]
fn a_slip_in_a_new_address_costs_nobody_the_one_they_have() {
    on_each_database(async |garden| {
        who_moves(garden, "slip@elders.example").await;
        garden.relay.fail_on(1, rejected("550 5.1.1 recipient: user unknown"));
        let mails = garden.deliver().await;
        assert_eq!(mails.iter().map(|mail| mail.to.as_str()).collect::<Vec<_>>(), [AN], "the other was refused");
        assert_eq!(status(garden).await, Status::Active);
        assert_eq!(suppressed(garden, AN).await, None);
        assert_eq!(suppressed(garden, "slip@elders.example").await, Some(Suppression::Bounced));
    });
}

#[test]
fn what_comes_back_from_the_address_before_says_nothing_against_the_one_after() {
    on_each_database(async |garden| {
        let new = "an@elders.example";
        let before = who_moves(garden, new).await;
        let mails = garden.deliver().await;
        let asked = mails.iter().position(|mail| mail.to == new).unwrap();
        garden.post(&mails[asked].path_to("/address"), &[]).await;
        let moved = garden.subscriber(new).await.unwrap();

        come_back(garden, "hard-postfix", &before).await;
        assert_eq!(garden.subscriber(new).await.unwrap(), moved, "it went to where nobody is any more");
        let found = (suppressed(garden, AN).await, suppressed(garden, new).await);
        assert_eq!(found, (Some(Suppression::Bounced), None));
        let letter = garden.relay.mails().into_iter().find(|mail| AsRef::<str>::as_ref(&mail.to) == new).unwrap();
        come_back(garden, "hard-postfix", &letter.tag.unwrap()).await;
        assert_eq!(garden.subscriber(new).await.unwrap(), moved, "the letter that asked was answered");

        garden.wait(TimeDelta::days(14));
        assert_eq!(garden.digest().await[0].to, new);
        come_back(garden, "hard-postfix", &garden.relay.mails().pop().unwrap().tag.unwrap()).await;
        assert_eq!(garden.subscriber(new).await.unwrap().status, Status::Unsubscribed, "what goes there now counts");
    });
}

#[test]
fn a_mailbox_that_is_full_from_one_digest_to_the_next_is_counted_too() {
    on_each_database(async |garden| {
        garden.publish().await;
        let an = garden.join_from(AN, "nl", "latest:1".parse().unwrap()).await;
        (1..=20)
            .for_each(|n| garden.relay.fail_on(n, Outcome::Deferred { reply: "452 4.2.2 mailbox full".to_owned() }));
        garden.digest().await;
        // As where nobody had time to try again: the next digest has its posts.
        garden.wait_a_week();
        garden.write(
            "posts/nieuw.md",
            format!("---\ntitle: Nieuw\ndate: {}\n---\nTomaten.\n", garden.now().to_rfc3339()),
        );
        garden.publish().await;
        garden.digest().await;
        let states: Vec<_> = garden.store.deliveries_to(an.id, 9).await.unwrap().iter().map(|one| one.state).collect();
        assert_eq!(states, [State::Deferred, State::Superseded]);
        let bounces = garden.store.bounces_to(an.id).await.unwrap();
        assert_eq!(bounces.iter().map(|one| one.verdict).collect::<Vec<_>>(), [Verdict::Soft]);
    });
}

#[test]
fn a_mailbox_that_was_full_until_the_deadline_is_counted_and_silence_is_not() {
    on_each_database(async |garden| {
        garden.publish().await;
        for (address, outcome) in [
            (AN, Outcome::Deferred { reply: "452 4.2.2 mailbox full".to_owned() }),
            ("bo@elders.example", Outcome::Deferred { reply: "450 user unknown".to_owned() }),
            ("cas@elders.example", Outcome::Deferred { reply: "no answer in time".to_owned() }),
        ] {
            let reader = garden.join_from(address, "nl", "latest:1".parse().unwrap()).await;
            (1..=40).for_each(|n| garden.relay.fail_on(n, outcome.clone()));
            garden.digest().await;
            for _ in 0..25 {
                garden.wait(TimeDelta::hours(5));
                garden.deliver().await;
            }
            let said = outcome.detail();
            let bounces = garden.store.bounces_to(reader.id).await.unwrap();
            let bounces: Vec<_> = bounces.iter().map(|one| (one.verdict, one.detail.as_str())).collect();
            let expected = if said.starts_with("4") { vec![(Verdict::Soft, said)] } else { Vec::new() };
            assert_eq!(bounces, expected);
            let deliveries = garden.store.deliveries_to(reader.id, 9).await.unwrap();
            assert_eq!(deliveries[0].state.as_str(), "rejected");
            garden.store.erase_subscriber(reader.id, Actor::Operator, garden.now()).await.unwrap();
            garden.wait(TimeDelta::weeks(1));
        }
    });
}
