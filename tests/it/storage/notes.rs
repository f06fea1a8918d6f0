//! Mail to editors: whose turn it is to hand it over.

use chrono::TimeDelta;
use postduif::{
    clock::Timestamp,
    storage::NoteTurn::{Done, Later, Ours},
};

use crate::{databases::on_each_database, harness::MORNING};

#[test]
fn a_mail_to_an_editor_is_in_one_hand_and_is_handed_over_once() {
    on_each_database(async |database| {
        let (store, number) = (&database.store, u64::from(u32::MAX) * 5);
        let mut now: Timestamp = MORNING.parse().unwrap();
        assert_eq!(store.take_note(number, now).await.unwrap(), Ours(0));
        assert_eq!(store.take_note(number, now).await.unwrap(), Later, "somebody is at it");
        assert_eq!(store.take_note(number + 1, now).await.unwrap(), Ours(0), "which is another");
        now += TimeDelta::minutes(10);
        assert_eq!(store.take_note(number, now).await.unwrap(), Ours(0), "whoever was at it died");
        store.put_note_off(number, now + TimeDelta::minutes(2), now).await.unwrap();
        assert_eq!(store.take_note(number, now + TimeDelta::minutes(1)).await.unwrap(), Later);
        assert_eq!(store.turn_of_notes(number, 2, now).await.unwrap(), Ours(0), "the other is free by now");
        store.finish_note(number + 1, now).await.unwrap();
        assert_eq!(store.turn_of_notes(number, 2, now).await.unwrap(), Later);
        assert_eq!(store.turn_of_notes(number, 3, now).await.unwrap(), Ours(0), "a third was never tried");
        now += TimeDelta::minutes(2);
        assert_eq!(store.turn_of_notes(number, 2, now).await.unwrap(), Ours(0));
        assert_eq!(store.take_note(number, now).await.unwrap(), Ours(1));
        store.finish_note(number, now).await.unwrap();
        assert_eq!(store.take_note(number, now + TimeDelta::days(3)).await.unwrap(), Done);
        assert_eq!(store.turn_of_notes(number, 2, now).await.unwrap(), Done);
    });
}
