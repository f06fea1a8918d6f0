//! Subscribers come by import or by the web, change their minds, and leave.

use chrono::TimeDelta;
use postduif::{
    digest::Start,
    storage::{Actor, Allowed, Confirmed, Consent, Imported, Kind, Lifted, Preferences, Subscribed, Welcome},
    subscribers::{Cadence, Status},
};

use super::harness::{Publication, asking, content, day, reader};
use crate::databases::on_each_database;

const WEB: Consent<'_> = Consent { wording: "2026-11", page: "/nl/subscribe", origin: "" };

#[test]
fn an_import_may_be_run_again() {
    on_each_database(async |database| {
        let store = &database.store;
        let mut batch: Vec<_> = (0..50).map(|n| reader(&format!("reader{n}@example.org"), "nl")).collect();
        batch.push(reader("Reader7@Example.ORG", "fr"));
        let first = store.add_subscribers(&batch, Start::Head, &Default::default(), day(1)).await.unwrap();
        assert_eq!(first, Imported { added: 50, known: 1, suppressed: 0 });
        let again = store.add_subscribers(&batch, Start::Latest(3), &Default::default(), day(2)).await.unwrap();
        assert_eq!(again, Imported { added: 0, known: 51, suppressed: 0 });
        let mut seen = Vec::new();
        while let page = store.subscribers_after(seen.last().copied(), 20).await.unwrap()
            && !page.is_empty()
        {
            seen.extend(page.iter().map(|subscriber| subscriber.id));
        }
        assert_eq!(seen.len(), 50);
        let kept = store.subscriber_by_email(&batch[50].email).await.unwrap().unwrap();
        assert_eq!((kept.locale.as_str(), kept.created_at), ("nl", day(1)));
        let consents = store.consents(kept.id).await.unwrap();
        assert_eq!(consents.iter().map(|c| c.what.as_str()).collect::<Vec<_>>(), ["imported"]);
    });
}

#[test]
fn what_was_imported_is_read_back() {
    on_each_database(async |database| {
        let mut lien = reader("Lien@Example.org", "fr-BE");
        lien.cadence = Cadence::Monthly;
        lien.topics = "rug knie".parse().unwrap();
        lien.name = Some("Lien \"O'Neil\" é".to_owned());
        lien.status = Status::Unsubscribed;
        lien.time_zone = Some(chrono_tz::Europe::Brussels);
        database.store.add_subscriber(&lien, Start::Head, &Default::default(), day(1)).await.unwrap();
        let kept = database.store.subscriber_by_email(&lien.email).await.unwrap().unwrap();
        assert_eq!(kept.email.as_str(), "Lien@Example.org");
        assert_eq!((kept.cadence, kept.topics), (lien.cadence, lien.topics));
        assert_eq!((kept.name, kept.status), (lien.name, lien.status));
        assert_eq!(kept.time_zone, lien.time_zone);
        assert_eq!(database.store.subscriber(kept.id).await.unwrap().unwrap().email, kept.email);
    });
}

#[test]
fn an_import_says_where_it_starts() {
    on_each_database(async |database| {
        let publication = Publication(&database.store);
        publication.publish("nl", &["a-old"], -300).await;
        publication.publish("nl", &["b"], 1).await;
        publication.publish("nl", &["c"], 2).await;
        let date = Start::Date(day(2).date_naive());
        publication.join_from("head@example.org", "nl", Start::Head, 3).await;
        publication.join_from("latest@example.org", "nl", Start::Latest(2), 3).await;
        publication.join_from("all@example.org", "nl", Start::Latest(9), 3).await;
        publication.join_from("date@example.org", "nl", date, 3).await;
        publication.freeze(4).await;
        let mut sent = publication.deliver(day(4)).await;
        sent.sort();
        let expected =
            [("all@example.org", "nl: a-old b c"), ("date@example.org", "nl: c"), ("latest@example.org", "nl: b c")];
        assert_eq!(sent, expected.map(|(who, what)| (who.to_owned(), what.to_owned())));
    });
}

#[test]
fn who_subscribes_gets_a_confirmation_and_no_digest_before_they_confirm() {
    on_each_database(async |database| {
        let (store, publication) = (&database.store, Publication(&database.store));
        publication.publish("nl", &["before"], 0).await;
        let asked =
            store.subscribe(&reader("lien@example.org", "nl"), &content("is it you?"), WEB, day(1)).await.unwrap();
        let Subscribed::Asked(lien) = asked else { panic!("{asked:?}") };
        assert_eq!(lien.status, Status::Pending);
        publication.publish("nl", &["between"], 1).await;
        assert_eq!(publication.freeze(2).await.planned, 0);
        let claimed = publication.claim("worker", day(2)).await;
        assert_eq!(claimed.len(), 1);
        assert_eq!((claimed[0].kind, claimed[0].ordinal), (Kind::Confirmation, 0));
        let welcome = Welcome { content: content("welcome"), locale: lien.locale.clone(), head: 2 };
        let confirmed = store.confirm(lien.id, Some(&welcome), WEB, day(3)).await.unwrap();
        let Confirmed::Now(lien) = confirmed else { panic!("{confirmed:?}") };
        assert_eq!((lien.status, lien.cursor), (Status::Active, 2));
        assert!(matches!(store.confirm(lien.id, Some(&welcome), WEB, day(3)).await.unwrap(), Confirmed::Before(_)));
        assert_eq!(publication.digest(3).await, ["welcome"], "one, and no digest");
        publication.publish("nl", &["after"], 4).await;
        assert_eq!(publication.digest(5).await, ["nl: after"]);
    });
}

#[test]
fn a_form_cannot_flood_a_mailbox() {
    on_each_database(async |database| {
        let (store, publication) = (&database.store, Publication(&database.store));
        let ask = async |minutes: i64| {
            let at = day(1) + TimeDelta::minutes(minutes);
            let lien = reader("lien@example.org", "nl");
            store.subscribe(&lien, &content("is it you?"), WEB, at).await.unwrap()
        };
        assert!(matches!(ask(0).await, Subscribed::Asked(_)));
        assert!(matches!(ask(24 * 60 - 1).await, Subscribed::AskedBefore(_)));
        let Subscribed::Asked(lien) = ask(24 * 60).await else { panic!("a day later") };
        assert_eq!(publication.deliver(day(2)).await.len(), 2);
        store.confirm(lien.id, None, WEB, day(2)).await.unwrap();
        assert!(matches!(ask(9_000).await, Subscribed::AlreadyActive(_)));
        assert!(publication.deliver(day(9)).await.is_empty());
    });
}

#[test]
fn an_old_confirmation_does_not_bring_back_who_left() {
    on_each_database(async |database| {
        let store = &database.store;
        let lien = reader("lien@example.org", "nl");
        let ask = async |on| store.subscribe(&lien, &content("is it you?"), WEB, day(on)).await;
        let Subscribed::Asked(asked) = ask(1).await.unwrap() else { panic!() };
        store.unsubscribe(asked.id, WEB, day(2)).await.unwrap();
        let confirmed = store.confirm(asked.id, None, WEB, day(3)).await.unwrap();
        assert!(matches!(confirmed, Confirmed::Ended(_)));
        assert!(store.claim(asking("worker", day(3), 9)).await.unwrap().is_empty());
        assert!(matches!(ask(4).await.unwrap(), Subscribed::Asked(_)), "they may ask again");
        let confirmed = store.confirm(asked.id, None, WEB, day(4)).await.unwrap();
        assert!(matches!(confirmed, Confirmed::Now(_)));
    });
}

#[test]
fn unsubscribing_twice_changes_nothing_and_everything_agreed_to_is_kept() {
    on_each_database(async |database| {
        let (store, publication) = (&database.store, Publication(&database.store));
        let lien = publication.join("lien@example.org", "nl", 1).await;
        let new = Preferences {
            locale: "fr".parse().unwrap(),
            cadence: Cadence::Daily,
            topics: "rug".parse().unwrap(),
            name: Some("Lien".to_owned()),
            time_zone: Some(chrono_tz::Asia::Tokyo),
            pause_until: None,
        };
        store.change_preferences(lien, &new, WEB, day(2)).await.unwrap();
        store.change_preferences(lien, &new, WEB, day(2)).await.unwrap();
        for on in [3, 4] {
            let gone = store.unsubscribe(lien, WEB, day(on)).await.unwrap();
            assert_eq!(gone.status, Status::Unsubscribed);
        }
        let consents = store.consents(lien).await.unwrap();
        let what: Vec<_> = consents.iter().map(|consent| consent.what.as_str()).collect();
        let changed = "changed locale nl to fr; cadence weekly to daily; topics \"\" to \"rug\"; name; \
                       time zone ours to Asia/Tokyo;";
        assert_eq!(what, ["imported", changed, "unsubscribed"]);
        assert_eq!((consents[2].at, consents[2].wording.as_str()), (day(3), "2026-11"));
    });
}

#[test]
fn who_is_erased_leaves_only_numbers() {
    on_each_database(async |database| {
        let (store, publication) = (&database.store, Publication(&database.store));
        let lien = publication.join("lien@example.org", "nl", 0).await;
        publication.publish("nl", &["a"], 1).await;
        let issue = publication.freeze(2).await;
        assert!(store.erase_subscriber(lien, Actor::Operator, day(3)).await.unwrap());
        assert!(!store.erase_subscriber(lien, Actor::Operator, day(3)).await.unwrap());
        assert!(publication.deliver(day(3)).await.is_empty());
        assert_eq!(store.subscriber(lien).await.unwrap(), None);
        assert!(store.consents(lien).await.unwrap().is_empty());
        let counts = store.issue_counts(issue.id).await.unwrap();
        assert!(counts.add_up() && counts.planned == 1);
        let lifted = Lifted::Of(&"lien@example.org".parse().unwrap());
        let allowed = store.allow(lifted, Actor::Operator, day(3)).await.unwrap();
        assert_eq!(allowed, Allowed { addresses: 1, restored: 0 });
        let next = publication.join("lien@example.org", "nl", 3).await;
        assert_ne!(next, lien, "a number is never given out twice");
    });
}
