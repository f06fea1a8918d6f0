//! Digests that leave at an hour of their readers' own day.

use axum::http::StatusCode;
use chrono::TimeDelta;
use postduif::{clock::Timestamp, digest::Start, subscribers::NewSubscriber};

use crate::harness::{Publication, on_each_database, tell};

const WORKFLOW: &str = "workflows/weekly-digest.toml";

/// Where the readers are, in the order in which eight in the morning comes to them after noon in Brussels.
const READERS: [(&str, Option<&str>); 5] = [
    ("aperahama@lezers.example", Some("Pacific/Auckland")),
    ("bose@lezers.example", Some("Asia/Kolkata")),
    ("cas@lezers.example", None),
    ("diogo@lezers.example", Some("America/Sao_Paulo")),
    (ELWOOD, Some("America/Los_Angeles")),
];

const GUST: &str = "gust@lezers.example";
const ELWOOD: &str = "elwood@lezers.example";

/// Lets the digest leave at eight in the morning of its readers.
fn at_eight(garden: &Publication) {
    garden.edit(WORKFLOW, "cadence = \"weekly\"", "cadence = \"weekly\"\nat = \"08:00 local\"");
}

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
        at_eight(garden);
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

/// Writes a post that is new on this day.
async fn publish_post(garden: &Publication, slug: &str) {
    let day = garden.now().format("%F");
    let post = format!("---\ntitle: {slug}\ndate: {day}\nsummary: Over {slug}.\n---\n\nAlles over {slug}.\n");
    garden.write(&format!("posts/{slug}.md"), post);
    garden.publish().await;
}

/// Fills in the form, with a place.
async fn ask(garden: &Publication, zone: &str) -> StatusCode {
    garden.post("/nl/subscribe", &[("email", GUST), ("cadence", "weekly"), ("time_zone", zone)]).await.status
}

/// What a reader saves on their page, with a place and a day until which they pause.
async fn prefer(garden: &Publication, preferences: &str, zone: &str, pause: &str) -> StatusCode {
    let wish = [("locale", "nl"), ("cadence", "weekly"), ("name", ""), ("time_zone", zone), ("pause", pause)];
    garden.post(preferences, &wish).await.status
}

async fn zone_of(garden: &Publication, email: &str) -> Option<&'static str> {
    garden.subscriber(email).await.unwrap().time_zone.map(|zone| zone.name())
}

#[test]
fn who_says_on_the_form_where_they_are_gets_the_digest_at_that_hour_there_and_after_a_move_at_that_of_the_new_place() {
    on_each_database(async |garden| {
        at_eight(garden);
        garden.clock.set("2026-10-09T10:00:00Z".parse().unwrap());
        garden.publish().await;
        let form = garden.get("/nl/subscribe").await.body;
        assert!(form.contains("<label for=\"time-zone\">Tijdzone</label>"), "{form}");
        assert!(form.contains("<option value=\"\">Zoals bij ons (Brussel)</option>"), "{form}");
        assert!(form.contains("<optgroup label=\"Azië\">") && form.contains(">Calcutta</option>"), "{form}");
        assert_eq!(ask(garden, "Asia/Kolkata").await, StatusCode::OK);
        let confirm = garden.deliver().await[0].path_to("/confirm");
        assert_eq!(garden.post(&confirm, &[]).await.status, StatusCode::OK);
        let preferences = garden.deliver().await[0].path_to("/preferences");
        assert_eq!(zone_of(garden, GUST).await, Some("Asia/Kolkata"));

        garden.clock.set("2026-10-16T10:00:00Z".parse().unwrap());
        publish_post(garden, "herfst").await;
        assert_eq!(garden.digest().await, []);
        let got = go_by(garden, "2026-10-18T10:00:00Z".parse().unwrap()).await;
        assert_eq!(got, [(GUST.to_owned(), "2026-10-17T02:30:00+00:00".to_owned())]);

        let page = garden.get(&preferences).await.body;
        assert!(page.contains("<option value=\"Asia/Kolkata\" data-also=\"Asia/Calcutta\" selected>"), "{page}");
        assert!(!page.contains("data-guess-beside"), "what is known is not guessed");
        assert_eq!(prefer(garden, &preferences, "America/Sao_Paulo", "").await, StatusCode::OK);
        let consents = garden.store.consents(garden.subscriber(GUST).await.unwrap().id).await.unwrap();
        let last = consents.last().unwrap();
        assert_eq!(last.what, "changed time zone Asia/Kolkata to America/Sao_Paulo;");
        garden.clock.set("2026-10-23T10:00:00Z".parse().unwrap());
        publish_post(garden, "regen").await;
        assert_eq!(garden.digest().await, []);
        let got = go_by(garden, "2026-10-24T10:00:00Z".parse().unwrap()).await;
        assert_eq!(got, [(GUST.to_owned(), "2026-10-23T11:00:00+00:00".to_owned())]);
    });
}

#[test]
fn nobody_is_asked_where_they_are_as_long_as_no_digest_leaves_at_an_hour_of_their_day() {
    tell(async |garden| {
        garden.publish().await;
        join(&garden, GUST, Some("Asia/Kolkata")).await;
        let preferences = garden.digest().await[0].path_to("/preferences");
        let asks = async || {
            let [form, own] = [garden.get("/nl/subscribe").await, garden.get(&preferences).await];
            [form, own].map(|page| page.body.contains("name=\"time_zone\""))
        };
        assert_eq!(asks().await, [false, false]);
        let without = [("locale", "nl"), ("cadence", "weekly"), ("name", "Gust"), ("pause", "")];
        assert_eq!(garden.post(&preferences, &without).await.status, StatusCode::OK);
        assert_eq!(zone_of(&garden, GUST).await, Some("Asia/Kolkata"), "who is not asked keeps what is known");

        at_eight(&garden);
        assert_eq!(asks().await, [true, true], "from the moment on at which the file says so");
        let small = garden.get("/nl/").await.body;
        assert!(!small.contains("time_zone"), "the pages of the site do not ask");
        garden.edit(WORKFLOW, "title =", "enabled = false\ntitle =");
        assert_eq!(asks().await, [false, false]);
    });
}

#[test]
fn a_place_that_there_is_not_is_a_mistake_beside_its_field_and_nothing_else_is_lost() {
    tell(async |garden| {
        at_eight(&garden);
        garden.publish().await;
        join(&garden, ELWOOD, Some("US/Pacific")).await;
        garden.digest().await;
        garden.wait(TimeDelta::days(1));
        let preferences = garden.deliver().await[0].path_to("/preferences");
        let before = garden.whole_database().await;
        let long = "x".repeat(60_000);
        for wrong in
            ["Mars/Olympus", "US/Eastern", "europe/brussels", "\"><script>", "../../etc/localtime", "\0", &long]
        {
            let typed = [("email", GUST), ("name", "Gust"), ("cadence", "weekly"), ("time_zone", wrong)];
            let form = garden.post("/nl/subscribe", &typed).await;
            let own = [("locale", "nl"), ("cadence", "weekly"), ("name", "Gust"), ("pause", ""), ("time_zone", wrong)];
            let own = garden.post(&preferences, &own).await;
            assert!(form.body.contains(&format!("value=\"{GUST}\"")), "{}", form.body);
            for answer in [form, own] {
                assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
                let page = &answer.body;
                assert!(page.contains("id=\"time-zone-error\">Kies een van de plaatsen in de lijst."), "{page}");
                assert!(page.contains("aria-describedby=\"time-zone-hint time-zone-error\""), "{page}");
                assert!(page.contains("<a href=\"#time-zone\">") && page.contains("value=\"Gust\""), "{page}");
                assert!(!page.contains("Olympus") && !page.contains("><script>") && !page.contains(" selected>"));
                assert!(!page.contains("data-guess-beside"), "who has answered is not guessed about");
            }
        }
        assert_eq!(garden.whole_database().await, before);

        // A zone that somebody was brought in with is not in the list, and is theirs all the same.
        let page = garden.get(&preferences).await.body;
        assert!(page.contains("<option value=\"US/Pacific\" selected>Pacific</option>"), "{page}");
        assert_eq!(prefer(&garden, &preferences, "US/Pacific", "").await, StatusCode::OK);
        assert_eq!(zone_of(&garden, ELWOOD).await, Some("US/Pacific"));
        assert_eq!(prefer(&garden, &preferences, "", "").await, StatusCode::OK);
        assert_eq!(zone_of(&garden, ELWOOD).await, None, "as the publication, whatever that becomes");
    });
}

#[test]
fn who_asks_again_is_where_they_say_now_and_a_pause_ends_at_midnight_there() {
    tell(async |garden| {
        at_eight(&garden);
        garden.clock.set("2026-10-09T10:00:00Z".parse().unwrap());
        garden.publish().await;
        assert_eq!(ask(&garden, "Asia/Kolkata").await, StatusCode::OK);
        garden.wait(TimeDelta::days(2));
        assert_eq!(ask(&garden, "Pacific/Auckland").await, StatusCode::OK);
        assert_eq!(zone_of(&garden, GUST).await, Some("Pacific/Auckland"));
        let mails = garden.deliver().await;
        assert_eq!(garden.post(&mails.last().unwrap().path_to("/confirm"), &[]).await.status, StatusCode::OK);
        let preferences = garden.deliver().await[0].path_to("/preferences");
        assert_eq!(prefer(&garden, &preferences, "Asia/Tokyo", "2026-10-20").await, StatusCode::OK);
        let pause = garden.subscriber(GUST).await.unwrap().pause.unwrap();
        assert_eq!(pause.until.to_rfc3339(), "2026-10-19T15:00:00+00:00");
        let page = garden.get(&preferences).await.body;
        assert!(page.contains("value=\"2026-10-20\""), "{page}");
    });
}
