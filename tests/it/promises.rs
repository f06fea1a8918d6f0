//! The eight promises, each as stories.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::{Method, StatusCode};
use chrono::TimeDelta;
use postduif::{
    outbox::{Outcome, State},
    storage::{Actor, Consent, IssueState, Preferences},
    subscribers::{Cadence, Status},
};

use crate::harness::{
    ADDRESS, Ended, Publication, READERS, Received, addresses, on_each_database, postduif, program, tell, tell_with,
};

/// The longest that a relay's "later" takes, so far.
const BACKOFF: TimeDelta = TimeDelta::minutes(10);

/// Publishes, and lets everybody join who is still to get the three latest posts.
async fn everybody_joins(garden: &Publication) {
    garden.publish().await;
    for (email, locale) in READERS {
        garden.join_from(email, locale, "latest:3".parse().unwrap()).await;
    }
}

/// What each mail is about, by reader.
fn about(mails: &[Received]) -> Vec<String> {
    mails.iter().map(Received::about).collect()
}

fn because() -> String {
    "because".to_owned()
}

async fn speak(garden: &Publication, email: &str, locale: &str) {
    let reader = garden.subscriber(email).await.unwrap();
    let wish = Preferences {
        locale: locale.parse().unwrap(),
        cadence: Cadence::Weekly,
        topics: reader.topics,
        name: None,
        time_zone: reader.time_zone,
        pause_until: None,
    };
    garden.store.change_preferences(reader.id, &wish, Consent::default(), garden.now()).await.unwrap();
}

// 1. Nothing is lost.

#[test]
fn every_reader_who_was_due_is_accounted_for() {
    on_each_database(async |garden| {
        everybody_joins(garden).await;
        garden.relay.fail_on(2, Outcome::Deferred { reply: because() });
        garden.relay.fail_on(4, Outcome::Rejected { reply: because() });
        assert_eq!(garden.digest().await.len(), 4);
        let issue = garden.latest_issue().await;
        assert_eq!(issue.state, IssueState::Sending, "it is finished only when nothing is open");
        assert_eq!(garden.counts(issue.id).await, BTreeMap::from([("accepted", 4), ("deferred", 1), ("rejected", 1)]));

        garden.wait(BACKOFF);
        assert_eq!(garden.deliver().await.len(), 1);
        assert_eq!(garden.latest_issue().await.state, IssueState::Finished);
        assert_eq!(garden.counts(issue.id).await, BTreeMap::from([("accepted", 5), ("rejected", 1)]));
    });
}

#[test]
fn what_the_relay_refused_comes_with_the_next_digest() {
    on_each_database(async |garden| {
        garden.publish().await;
        garden.join_from("an@lezers.example", "nl", "latest:2".parse().unwrap()).await;
        garden.relay.fail_on(1, Outcome::Rejected { reply: because() });
        assert_eq!(about(&garden.digest().await), [""; 0]);
        garden.wait_a_week();
        assert_eq!(about(&garden.digest().await), ["nl: regenton slakken"]);
        garden.wait_a_week();
        assert_eq!(about(&garden.digest().await), ["nl: eerste-vorst"]);
    });
}

#[test]
fn a_digest_without_news_is_counted_and_sends_nothing() {
    on_each_database(async |garden| {
        everybody_joins(garden).await;
        garden.digest().await;
        garden.wait_a_week();
        assert_eq!(garden.digest().await, []);
        let issue = garden.latest_issue().await;
        assert_eq!((issue.planned, issue.nothing_new, issue.state), (0, 6, IssueState::Finished));
    });
}

#[test]
fn a_post_that_breaks_between_its_release_and_the_digest_comes_when_it_is_mended() {
    on_each_database(async |garden| {
        everybody_joins(garden).await;
        let good = garden.read("posts/slakken.md");
        garden.edit("posts/slakken.md", "date: 2026-10-05", "date: 5 oktober");
        let report = garden.run("weekly-digest").await;
        let held: Vec<_> = report.held().map(|post| post.to_string()).collect();
        assert_eq!(held.len(), 1, "{held:?}");
        assert!(held[0].starts_with("held: posts/slakken.md:3: "), "{held:?}");
        let who = "; who waits for it: 1 in de, 1 in en, 1 in fr, 1 in fr-BE, 1 in nl";
        assert!(held[0].ends_with(who), "{held:?}");
        let expected = [
            "nl: regenton composteren",
            "fr: composteren",
            "en: regenton composteren",
            "de: composteren",
            "ar: composteren",
            "fr-BE: composteren",
        ];
        assert_eq!(about(&garden.new_mails()), expected);
        // Once more without it; what was sent past it does not come again.
        garden.wait_a_week();
        assert_eq!(garden.digest().await, []);
        garden.write("posts/slakken.md", good);
        garden.wait_a_week();
        let expected = ["nl: eerste-vorst slakken", "fr: slakken", "en: slakken", "de: slakken", "fr-BE: slakken"];
        assert_eq!(about(&garden.digest().await), expected);
        garden.wait_a_week();
        assert_eq!(garden.digest().await, []);
    });
}

#[test]
fn a_withdrawn_post_comes_when_it_is_back_and_who_refused_it_meanwhile_gets_it_once() {
    on_each_database(async |garden| {
        everybody_joins(garden).await;
        let good = garden.read("posts/slakken.md");
        garden.remove("posts/slakken.md");
        garden.relay.fail_on(1, Outcome::Deferred { reply: because() });
        garden.relay.fail_on(2, Outcome::Rejected { reply: because() });
        garden.digest().await;
        garden.write("posts/slakken.md", good.replace("authors:", "draft: true\nauthors:"));
        garden.wait(TimeDelta::hours(1));
        let first: Vec<_> = about(&garden.digest().await);
        assert_eq!(first, ["nl: regenton composteren", "fr: composteren"], "those that were not delivered");
        garden.write("posts/slakken.md", good);
        garden.wait_a_week();
        let mails = garden.digest().await;
        assert_eq!(mails.iter().map(Received::about).filter(|about| about.contains("slakken")).count(), 5);
        assert!(mails.iter().all(|mail| !mail.about().contains("composteren")));
    });
}

#[test]
fn nobody_waits_for_a_post_after_it_would_be_no_news_and_the_run_says_so() {
    tell(async |garden| {
        everybody_joins(&garden).await;
        garden.edit("posts/slakken.md", "date: 2026-10-05", "date: 5 oktober");
        garden.digest().await;
        garden.wait(TimeDelta::days(57));
        garden.digest().await;
        assert!(garden.subscriber("an@lezers.example").await.unwrap().cursor < 3);
        garden.wait(TimeDelta::days(5));
        let report = garden.run("weekly-digest").await;
        let given_up: Vec<_> = report.held().map(|post| post.to_string()).collect();
        assert!(given_up.len() == 1 && given_up[0].starts_with("given up: posts/slakken.md:3: "), "{given_up:?}");
        garden.edit("posts/slakken.md", "date: 5 oktober", "date: 2026-10-05");
        garden.wait_a_week();
        assert_eq!(garden.digest().await, []);
    });
}

// 2. Nothing is doubled.

#[test]
fn everybody_gets_each_post_once_in_their_own_language() {
    on_each_database(async |garden| {
        everybody_joins(garden).await;
        let first = garden.digest().await;
        let expected = [
            "nl: regenton slakken composteren",
            "fr: slakken composteren",
            "en: regenton slakken composteren",
            "de: slakken composteren",
            "ar: composteren",
            "fr-BE: slakken composteren",
        ];
        assert_eq!(about(&first), expected);
        // The same slot again, as two schedulers would have it, and then another one.
        let again = garden.runner().await.run(&garden.workflow("weekly-digest"), garden.now()).await.unwrap();
        assert!(again.is_none());
        garden.wait(TimeDelta::hours(1));
        assert_eq!(garden.digest().await, []);
    });
}

#[test]
fn who_changes_language_gets_nothing_twice_and_misses_nothing() {
    on_each_database(async |garden| {
        garden.publish().await;
        garden.join_from("an@lezers.example", "nl", "latest:3".parse().unwrap()).await;
        assert_eq!(about(&garden.digest().await), ["nl: regenton slakken composteren"]);
        speak(garden, "an@lezers.example", "fr").await;
        // The rain barrel was read in Dutch; now it comes out in French too.
        garden.translate_the_rain_barrel().await;
        garden.wait_a_week();
        assert_eq!(garden.digest().await, []);
        garden.wait_a_week();
        assert_eq!(garden.digest().await, [], "the first frost is out in Dutch only");
        speak(garden, "an@lezers.example", "nl").await;
        garden.wait_a_week();
        assert_eq!(about(&garden.digest().await), ["nl: eerste-vorst"]);
    });
}

// 3. A translation that arrives late still arrives.

#[test]
fn a_late_translation_comes_once_with_the_first_digest_after_the_gate() {
    on_each_database(async |garden| {
        everybody_joins(garden).await;
        garden.digest().await;
        garden.translate_the_rain_barrel().await;
        garden.wait_a_week();
        assert_eq!(about(&garden.digest().await), ["fr: regenton", "fr-BE: regenton"]);
        garden.wait_a_week();
        assert_eq!(about(&garden.digest().await), ["nl: eerste-vorst"]);
    });
}

#[test]
fn a_gate_that_closes_after_the_release_keeps_the_post_until_it_opens_again() {
    on_each_database(async |garden| {
        everybody_joins(garden).await;
        // The translator has the file half open at eight on Friday.
        let good = garden.read("locales/fr/posts/slakken.ftl");
        garden.remove("locales/fr/posts/slakken.ftl");
        let report = garden.run("weekly-digest").await;
        let held: Vec<_> = report.held().map(|post| post.to_string()).collect();
        let reason = "too little of it is translated now; who waits for it: 1 in fr, 1 in fr-BE";
        assert_eq!(held, [format!("held: posts/slakken.md:1: {reason}")]);
        assert_eq!(about(&garden.new_mails())[..2], ["nl: regenton slakken composteren", "fr: composteren"]);
        garden.write("locales/fr/posts/slakken.ftl", good);
        garden.wait_a_week();
        let mails = garden.digest().await;
        assert_eq!(about(&mails), ["fr: slakken", "fr-BE: slakken"]);
        assert_eq!(mails[0].subject, "La paix avec la limace");
        garden.wait_a_week();
        assert_eq!(about(&garden.digest().await), ["nl: eerste-vorst"]);
    });
}

#[test]
fn who_waits_no_longer_gets_the_post_in_the_next_language_and_never_both() {
    tell_with(&[("[locales.fr]\n", "[locales.fr]\ngate = { wait_at_most = \"3d\" }\n")], async |garden| {
        garden.publish().await;
        garden.join_from("bo@lezers.example", "fr", "latest:3".parse().unwrap()).await;
        assert_eq!(about(&garden.digest().await), ["fr: slakken composteren"]);
        garden.wait_a_week();
        let mails = garden.digest().await;
        assert_eq!(about(&mails), ["fr: regenton"]);
        assert_eq!(mails[0].subject, "De regenton vullen");
        assert!(mails[0].html.contains("lang=\"nl\" dir=\"ltr\""), "it says that it is in Dutch");
        garden.translate_the_rain_barrel().await;
        garden.wait(TimeDelta::days(1));
        assert_eq!(garden.digest().await, []);
        assert!(garden.read("public/fr/regenton/index.html").contains("Remplir le tonneau"));
    });
}

#[test]
fn a_post_that_says_no_to_the_newsletter_is_in_no_digest() {
    on_each_database(async |garden| {
        garden.edit("posts/slakken.md", "authors:", "newsletter: false\nauthors:");
        garden.publish().await;
        garden.join_from("an@lezers.example", "nl", "latest:3".parse().unwrap()).await;
        // Who asks for the latest gets as many as were asked for.
        garden.join_from("bo@lezers.example", "nl", "latest:2".parse().unwrap()).await;
        assert_eq!(about(&garden.digest().await), ["nl: regenton composteren", "nl: regenton composteren",]);
    });
}

// 4. An edit never re-sends.

#[test]
fn an_edit_sends_nothing_again_and_keeps_the_feeds_ids() {
    on_each_database(async |garden| {
        everybody_joins(garden).await;
        garden.digest().await;
        let ids = |feed: &str| {
            let channel = rss::Channel::read_from(feed.as_bytes()).unwrap();
            let items = channel.items().iter();
            items.map(|item| (item.guid().cloned(), item.pub_date().map(str::to_owned))).collect::<Vec<_>>()
        };
        let before = ["nl", "fr"].map(|tag| ids(&garden.read(&format!("public/{tag}/feed.xml"))));
        assert_eq!(before[0][0].0.as_ref().unwrap().value(), "tag:moestuin.example,2026:nl/regenton");

        garden.edit("posts/slakken.md", "title: Vrede met de slak", "title: Vrede met elke slak");
        garden.edit("posts/slakken.md", "Ook de egel eet mee.", "Ook de egel eet graag mee.");
        garden.edit("posts/slakken.md", "date: 2026-10-05", "date: 2026-10-07\nupdated: 2026-10-12");
        garden.wait_a_week();
        assert_eq!(garden.digest().await, []);
        let after = ["nl", "fr"].map(|tag| ids(&garden.read(&format!("public/{tag}/feed.xml"))));
        assert_eq!(after, before);
        assert!(garden.read("public/nl/feed.xml").contains("Vrede met elke slak"));
        let page = garden.read("public/fr/slakken/index.html");
        assert!(page.contains("La paix avec la limace") && page.contains("Le hérisson mange aussi."), "{page}");
    });
}

// 6. GET never changes anything; leaving is one click.

/// A publication that has sent every kind of mail there is, and those mails.
async fn every_kind_of_mail(garden: &Publication) -> Vec<Received> {
    everybody_joins(garden).await;
    let mut mails = garden.digest().await;
    let form = [("email", "gust@lezers.example"), ("cadence", "weekly"), ("topics", "bodem")];
    assert_eq!(garden.post("/nl/subscribe", &form).await.status, StatusCode::OK);
    let confirmation = garden.deliver().await.remove(0);
    let confirm = confirmation.path_to("/confirm");
    assert_eq!(garden.post(&confirm, &[]).await.status, StatusCode::OK);
    mails.push(confirmation);
    mails.extend(garden.deliver().await);
    let subjects: BTreeSet<_> = mails.iter().map(|mail| &mail.subject).collect();
    // Two digests have one subject: Belgian readers of French get the French pages.
    assert_eq!((mails.len(), subjects.len()), (8, 7), "six digests, a confirmation and a welcome");
    mails
}

#[test]
fn whoever_follows_every_link_of_every_mail_changes_nothing() {
    on_each_database(async |garden| {
        let mails = every_kind_of_mail(garden).await;
        let before = garden.whole_database().await;
        let links: BTreeSet<_> = mails.iter().flat_map(Received::links).collect();
        let personal = links.iter().filter(|link| link.contains("/s/")).count();
        assert_eq!(personal, 15, "a link to confirm, and for seven to leave and to their preferences");
        for link in &links {
            let path = link.strip_prefix(ADDRESS).unwrap();
            for method in [Method::GET, Method::HEAD] {
                let answer = garden.ask(method.clone(), path, &[], "").await;
                assert_eq!(answer.status, StatusCode::OK, "{method} {path}");
                assert_eq!(answer.header("set-cookie"), "", "{path}");
                assert!(method == Method::GET || answer.body.is_empty());
            }
        }
        assert_eq!(garden.whole_database().await, before);
        assert_eq!(garden.deliver().await, []);
    });
}

#[test]
fn one_click_in_the_mail_program_ends_it_and_a_second_one_changes_nothing() {
    let multipart = "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n";
    on_each_database(async |garden| {
        everybody_joins(garden).await;
        let mails = garden.digest().await;
        for (mail, kind, body) in [
            (&mails[0], "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click"),
            (&mails[1], "multipart/form-data; boundary=x", multipart),
        ] {
            assert_eq!(mail.header("List-Unsubscribe-Post"), Some("List-Unsubscribe=One-Click"));
            let link = mail.header("List-Unsubscribe").unwrap().trim_matches(['<', '>']);
            let path = link.strip_prefix(ADDRESS).unwrap();
            assert_eq!(path, mail.path_to("/unsubscribe"));
            let click = async || garden.ask(Method::POST, path, &[("content-type", kind)], body).await;
            let first = click().await;
            assert_eq!((first.status, first.header("location"), first.header("set-cookie")), (StatusCode::OK, "", ""));
            assert_eq!(garden.subscriber(&mail.to).await.unwrap().status, Status::Unsubscribed);
            let left = garden.whole_database().await;
            assert_eq!(click().await, first, "as often as somebody clicks");
            assert_eq!(garden.whole_database().await, left);
        }
        garden.wait(TimeDelta::weeks(2));
        garden.translate_the_rain_barrel().await;
        let next: Vec<_> = garden.digest().await.into_iter().map(|mail| mail.to).collect();
        assert_eq!(next, ["fien@lezers.example"], "neither the Dutch nor the French reader who left");
    });
}

#[test]
fn an_old_link_works_for_ever_also_for_somebody_who_was_erased() {
    tell(async |garden| {
        everybody_joins(&garden).await;
        let mails = garden.digest().await;
        garden.wait(TimeDelta::weeks(500));
        let leave = async |mail: &Received| garden.post(&mail.path_to("/unsubscribe"), &[]).await.status;
        assert_eq!(leave(&mails[0]).await, StatusCode::OK);
        let bo = garden.subscriber("bo@lezers.example").await.unwrap();
        assert!(garden.store.erase_subscriber(bo.id, Actor::Operator, garden.now()).await.unwrap());
        assert_eq!(leave(&mails[1]).await, StatusCode::OK);
        assert!(!format!("{:?}", garden.whole_database().await).contains("bo@lezers.example"));
    });
}

// 7. Content errors are data.

#[test]
fn a_bad_post_and_a_bad_catalog_stop_nothing_else() {
    on_each_database(async |garden| {
        garden.write("posts/kapot.md", "---\ntitle: Kapot\ndate: gisteren\n---\nTekst.\n");
        garden.edit("locales/fr/posts/composteren.ftl", "summary = ", "summary ");
        everybody_joins(garden).await;
        let report = garden.run("weekly-digest").await;
        let codes: BTreeSet<_> = report.diagnostics.iter().map(|found| found.code).collect();
        assert_eq!(codes, BTreeSet::from(["bad-date", "fluent-syntax"]));
        let mails = garden.new_mails();
        assert_eq!(mails.len(), 6);
        assert_eq!(mails[0].about(), "nl: regenton slakken composteren");
        assert_eq!(mails[1].about(), "fr: slakken", "a summary is needed; the one of this post cannot be read");
    });
}

// 8. No tracking.

#[test]
fn mails_and_pages_fetch_nothing_from_elsewhere_and_count_nobody() {
    tell(async |garden| {
        let mails = every_kind_of_mail(&garden).await;
        for mail in &mails {
            for link in mail.links() {
                assert!(link.starts_with(&format!("{ADDRESS}/")), "{link}");
                assert!(!link.contains(['?', '%']), "{link} says no more than where it leads");
            }
            for fetched in ["<img", "<link", "<script", "<iframe", "src=", "url(", "@import", "background="] {
                assert!(!mail.html.contains(fetched), "{fetched} in {:?}", mail.subject);
            }
        }
        for page in ["nl/", "fr/slakken/", "ar/composteren/", "de/topics/bodem/", "en/subscribe", "nl/archive/"] {
            let answer = garden.get(&format!("/{page}")).await;
            assert_eq!((answer.status, answer.header("set-cookie")), (StatusCode::OK, ""));
            // What search engines read is no script, and the names of its words are not asked for.
            let mut shown = answer.body.clone();
            while let Some(start) = shown.find("<script type=\"application/ld+json\">") {
                let end = start + shown[start..].find("</script>").unwrap();
                shown.replace_range(start..end, "");
            }
            // Of a script is said which it is, and that is the same for everybody.
            let without_version = |tag: &str| match tag.split_once("?v=") {
                Some((before, after)) => format!("{before}{}", &after["0a1b2c3d".len()..]),
                None => tag.to_owned(),
            };
            let scripts = shown.split("<script ").skip(1).map(|tag| without_version(tag.split('>').next().unwrap()));
            let scripts: Vec<_> = scripts.collect();
            // The form asks for an address, and its script for no more than a puzzle.
            let search = (page == "nl/archive/").then_some("src=\"/search.js\" defer");
            let puzzle = shown.contains("data-puzzle=").then_some("src=\"/puzzle.js\" defer");
            let expected: Vec<_> = search.into_iter().chain(puzzle).collect();
            assert_eq!(scripts, expected, "{page}");
            assert!(!shown.contains("<script>") && !shown.contains("<iframe"));
            let elsewhere: Vec<_> = addresses(&shown)
                .filter(|link| !link.starts_with(ADDRESS) && !link.starts_with("https://doi.org/"))
                .collect();
            assert_eq!(elsewhere, [""; 0], "{page}");
            assert!(answer.header("content-security-policy").starts_with("default-src 'none'"));
        }
    });
}

#[test]
fn what_is_logged_says_nothing_about_anybody() {
    tell(async |garden| {
        garden.write("lezers.csv", "email,locale,name\nan@lezers.example,nl,An Janssens\nbo@lezers.example,fr,Bo\n");
        for command in ["publish", "subscribers import lezers.csv --consent paper --start latest:2"] {
            postduif(garden.root(), command).fine();
        }
        let run = |format: &str| {
            let mut run = program(garden.root());
            run.args(["run", "weekly-digest"]).env("RUST_LOG", "postduif=trace").env("POSTDUIF_LOG__FORMAT", format);
            Ended::of(&mut run)
        };
        for format in ["text", "json"] {
            let ended = run(format);
            assert!(ended.err.contains("planned"), "{ended:?}");
            for secret in ["lezers.example", "Janssens", "/s/A"] {
                assert!(!ended.err.contains(secret) && !ended.out.contains(secret), "{secret} in {ended:?}");
            }
            ended.fine();
        }
        let mails = std::fs::read_dir(garden.root().join("outbox")).unwrap().count();
        assert_eq!(mails, 2, "there was something to be silent about");
    });
}

#[test]
fn what_is_printed_for_programmers_shows_no_address_and_no_token() {
    tell(async |garden| {
        let mails = every_kind_of_mail(&garden).await;
        let token = mails[0].path_to("/unsubscribe").split('/').nth(2).unwrap().to_owned();
        let reader = garden.subscriber("an@lezers.example").await.unwrap();
        let runner = garden.runner().await;
        let claimed = garden.store.workers().await.unwrap();
        let printed = format!("{reader:?} {:?} {runner:?} {claimed:?}", garden.relay);
        for secret in ["an@lezers", "bo@lezers", "gust@lezers", &token] {
            assert!(!printed.contains(secret), "{secret} in {printed}");
        }
        assert!(garden.counts(garden.latest_issue().await.id).await.contains_key(State::Accepted.as_str()));
    });
}
