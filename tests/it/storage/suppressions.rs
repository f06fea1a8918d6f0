//! Addresses that must get no mail are turned away at every door, and are known by a hash alone.

use postduif::{
    digest::Start,
    outbox::State,
    storage::{Actor, Added, Allowed, Confirmed, Consent, Imported, Lifted, Subscribed},
    subscribers::{Status, SubscriberEmail, Suppression},
};
use sqlx::{Connection as _, PgConnection, SqliteConnection};

use super::harness::{Publication, content, day, reader};
use crate::databases::on_each_database;

const WEB: Consent<'_> = Consent { wording: "2026-11", page: "/nl/subscribe", origin: "" };

fn lien() -> SubscriberEmail {
    "lien@example.org".parse().unwrap()
}

#[test]
fn a_suppressed_address_is_turned_away_at_every_door() {
    on_each_database(async |database| {
        let (store, publication) = (&database.store, Publication(&database.store));
        let id = publication.join("lien@example.org", "nl", 0).await;
        publication.publish("nl", &["a"], 1).await;
        let issue = publication.freeze(1).await;
        assert!(store.suppress(&lien(), Suppression::Bounced, day(2)).await.unwrap());
        assert!(!store.suppress(&lien(), Suppression::Erased, day(3)).await.unwrap(), "the first reason stays");
        assert_eq!(store.suppression(&lien()).await.unwrap(), Some((Suppression::Bounced, day(2))));

        assert!(publication.deliver(day(2)).await.is_empty(), "what waited is not sent");
        let counts = store.issue_counts(issue.id).await.unwrap();
        assert!(counts.add_up() && counts.of(State::Excluded) == 1, "{counts:?}");
        assert_eq!(counts.excluded.keys().map(|reason| reason.as_str()).collect::<Vec<_>>(), ["suppressed"]);
        publication.publish("nl", &["b"], 3).await;
        assert_eq!(publication.freeze(3).await.planned, 0, "nor is anything frozen for them");

        let asked = store.subscribe(&reader("LIEN@example.org", "fr"), &content("is it you?"), WEB, day(4)).await;
        assert_eq!(asked.unwrap(), Subscribed::Suppressed);
        let standings = publication.standings().await;
        let batch = [reader("lien@example.org", "nl"), reader("bo@example.org", "nl")];
        let imported = store.add_subscribers(&batch, Start::Head, &standings, day(4)).await.unwrap();
        assert_eq!(imported, Imported { added: 1, known: 0, suppressed: 1 });
        let kept = store.subscriber(id).await.unwrap().unwrap();
        assert_eq!((kept.status, kept.locale.as_str()), (Status::Unsubscribed, "nl"));
        let consents = store.consents(id).await.unwrap();
        assert_eq!(consents.last().unwrap().what, "suppressed bounced");

        let lien = lien();
        let lift = async || store.allow(Lifted::Of(&lien), Actor::Operator, day(5)).await.unwrap();
        assert_eq!(lift().await, Allowed { addresses: 1, restored: 1 });
        assert_eq!(lift().await, Allowed::default());
        assert_eq!(store.subscriber(id).await.unwrap().unwrap().status, Status::Active, "as before the bounce");
        assert_eq!(store.consents(id).await.unwrap().last().unwrap().what, "allowed");
    });
}

#[test]
fn no_old_list_brings_back_who_was_erased_and_they_themselves_can() {
    on_each_database(async |database| {
        let (store, publication) = (&database.store, Publication(&database.store));
        let id = publication.join("lien@example.org", "nl", 0).await;
        assert!(store.erase_subscriber(id, Actor::Operator, day(1)).await.unwrap());
        let standings = publication.standings().await;
        let added = store.add_subscriber(&reader("lien@example.org", "nl"), Start::Head, &standings, day(2)).await;
        assert_eq!(added.unwrap(), Added::Suppressed);
        let asked = store.subscribe(&reader("lien@example.org", "nl"), &content("is it you?"), WEB, day(3)).await;
        let Subscribed::Asked(lien_again) = asked.unwrap() else { panic!("they may ask") };
        assert_eq!(publication.deliver(day(3)).await.len(), 1, "and are asked whether it is them");
        assert!(store.suppression(&lien()).await.unwrap().is_some(), "until they say yes");
        let confirmed = store.confirm(lien_again.id, None, WEB, day(4)).await.unwrap();
        assert!(matches!(confirmed, Confirmed::Now(_)));
        assert_eq!(store.suppression(&lien()).await.unwrap(), None);
    });
}

#[test]
fn whoever_slipped_through_an_earlier_door_is_stopped_at_the_last() {
    on_each_database(async |database| {
        let (store, publication) = (&database.store, Publication(&database.store));
        publication.join("lien@example.org", "nl", 0).await;
        publication.join("bo@example.org", "nl", 0).await;
        store.suppress(&lien(), Suppression::Complained, day(1)).await.unwrap();
        // As if she had subscribed at the very moment of the complaint.
        let back = "UPDATE subscribers SET status = 'active'";
        if database.file().is_some() {
            let mut raw = SqliteConnection::connect(database.url()).await.unwrap();
            sqlx::query(back).execute(&mut raw).await.unwrap();
            raw.close().await.unwrap();
        } else {
            let mut raw = PgConnection::connect(database.url()).await.unwrap();
            sqlx::query(back).execute(&mut raw).await.unwrap();
            raw.close().await.unwrap();
        }
        publication.publish("nl", &["a"], 1).await;
        let issue = publication.freeze(2).await;
        let sent = publication.deliver(day(2)).await;
        assert_eq!(sent.into_iter().map(|(to, _)| to).collect::<Vec<_>>(), ["bo@example.org"]);
        assert_eq!(publication.count(issue.id, State::Excluded).await, 1);
    });
}
