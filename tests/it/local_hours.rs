//! Digests that leave at an hour of their readers' own day.

use chrono::TimeDelta;
use postduif::{clock::Timestamp, digest::Start, subscribers::NewSubscriber};

use crate::harness::{Publication, on_each_database};

const WORKFLOW: &str = "workflows/weekly-digest.toml";

/// Where the readers are, in the order in which eight in the morning comes to them after noon in Brussels.
const READERS: [(&str, Option<&str>); 5] = [
    ("aperahama@lezers.example", Some("Pacific/Auckland")),
    ("bose@lezers.example", Some("Asia/Kolkata")),
    ("cas@lezers.example", None),
    ("diogo@lezers.example", Some("America/Sao_Paulo")),
    ("elwood@lezers.example", Some("America/Los_Angeles")),
];

async fn join(garden: &Publication, email: &str, zone: Option<&str>) {
    let standings = garden.content.standings(&garden.store, garden.now()).await.unwrap();
    let new = NewSubscriber {
        email: email.parse().unwrap(),
        locale: "nl".parse().unwrap(),
        cadence: postduif::subscribers::Cadence::Weekly,
        topics: Default::default(),
        name: None,
        status: postduif::subscribers::Status::Active,
        time_zone: zone.map(|zone| zone.parse().unwrap()),
    };
    let start: Start = "latest:1".parse().unwrap();
    garden.store.add_subscriber(&new, start, &standings, garden.now()).await.unwrap();
}

/// Lets the hours go by until this moment, and gives who got a mail when.
async fn go_by(garden: &Publication, until: Timestamp) -> Vec<(String, String)> {
    let mut got = Vec::new();
    while garden.now() < until {
        garden.wait(TimeDelta::minutes(30));
        for mail in garden.deliver().await {
            got.push((mail.to, garden.now().to_rfc3339()));
        }
    }
    got
}

#[test]
fn everybody_gets_it_at_eight_in_the_morning_by_their_own_clock() {
    on_each_database(async |garden| {
        garden.edit(WORKFLOW, "cadence = \"weekly\"", "cadence = \"weekly\"\nat = \"08:00 local\"");
        garden.publish().await;
        for (email, zone) in READERS {
            join(garden, email, zone).await;
        }
        // Saturday noon: in the night the clocks of Brussels are set back.
        garden.clock.set("2026-10-24T10:00:00Z".parse().unwrap());
        assert_eq!(garden.digest().await, []);
        let got = go_by(garden, "2026-10-25T18:00:00Z".parse().unwrap()).await;
        let expected = [
            ("aperahama@lezers.example", "2026-10-24T19:00:00+00:00"),
            ("bose@lezers.example", "2026-10-25T02:30:00+00:00"),
            ("cas@lezers.example", "2026-10-25T07:00:00+00:00"),
            ("diogo@lezers.example", "2026-10-24T11:00:00+00:00"),
            ("elwood@lezers.example", "2026-10-24T15:00:00+00:00"),
        ];
        let mut in_order = expected.map(|(email, at)| (email.to_owned(), at.to_owned())).to_vec();
        in_order.sort_by(|a, b| a.1.cmp(&b.1));
        assert_eq!(got, in_order);
    });
}

#[test]
fn who_could_not_be_served_at_their_hour_is_served_as_soon_as_can_be_and_can_be_called_back_until_then() {
    on_each_database(async |garden| {
        garden.edit(WORKFLOW, "cadence = \"weekly\"", "cadence = \"weekly\"\nat = \"08:00 local\"\nundo = \"3h\"");
        garden.publish().await;
        for (email, zone) in READERS {
            join(garden, email, zone).await;
        }
        let runner = garden.runner().await;
        // The daemon was down when it was due: in Brussels eight o'clock is over.
        let slot: Timestamp = "2026-10-24T05:00:00Z".parse().unwrap();
        garden.clock.set("2026-10-24T08:00:00Z".parse().unwrap());
        runner.run(&garden.workflow("weekly-digest"), slot).await.unwrap();
        let got = go_by(garden, "2026-10-24T13:00:00Z".parse().unwrap()).await;
        let of = |email: &str| got.iter().find(|(to, _)| to == email).map(|(_, at)| at.as_str());
        assert_eq!(
            of("cas@lezers.example"),
            Some("2026-10-24T11:00:00+00:00"),
            "when it cannot be called back any more"
        );
        assert_eq!(of("diogo@lezers.example"), Some("2026-10-24T11:00:00+00:00"));
        let issue = garden.latest_issue().await.id;
        assert!(garden.store.cancel_issue(issue, garden.now()).await.unwrap());
        assert_eq!(go_by(garden, "2026-10-25T13:00:00Z".parse().unwrap()).await, []);
        assert_eq!(garden.counts(issue).await["cancelled"], 3);
    });
}
