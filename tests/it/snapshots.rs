//! A page, a feed and a digest in each language, as they were when somebody last looked at them.
//! After a change on purpose: `INSTA_UPDATE=always cargo test --test it snapshots`, and look at the diff.

use insta::{Settings, assert_snapshot};

use crate::harness::{Publication, Received, tell};

/// The languages with pages of their own.
const LANGUAGES: [&str; 5] = ["nl", "fr", "en", "de", "ar"];

/// What readers of each language get with everything that is out.
async fn digests(garden: &Publication) -> Vec<Received> {
    garden.publish().await;
    for language in LANGUAGES {
        garden.join_from(&format!("{language}@lezers.example"), language, "latest:3".parse().unwrap()).await;
    }
    garden.digest().await
}

pub(crate) fn look(name: &str, text: &str) {
    let mut settings = Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let text = text.replace(concat!("postduif ", env!("CARGO_PKG_VERSION")), "postduif VERSION");
    // The fingerprint of what the theme says now.
    let mut parts = text.split("?v=");
    let first = parts.next().unwrap_or_default().to_owned();
    let text = parts.fold(first, |text, rest| text + "?v=VERSION" + &rest["0a1b2c3d".len()..]);
    settings.bind(|| assert_snapshot!(name, text));
}

#[test]
fn pages_look_as_they_did() {
    tell(async |garden| {
        garden.publish().await;
        for language in LANGUAGES {
            look(&format!("page.{language}"), &garden.read(&format!("public/{language}/composteren/index.html")));
        }
    });
}

#[test]
fn front_pages_look_as_they_did() {
    tell(async |garden| {
        garden.publish().await;
        for language in ["nl", "ar"] {
            look(&format!("front.{language}"), &garden.read(&format!("public/{language}/index.html")));
        }
    });
}

#[test]
fn feeds_look_as_they_did() {
    tell(async |garden| {
        garden.publish().await;
        for language in LANGUAGES {
            let feed = garden.read(&format!("public/{language}/feed.xml"));
            look(&format!("feed.{language}"), &feed.replace("><", ">\n<"));
        }
    });
}

#[test]
fn digests_look_as_they_did() {
    tell(async |garden| {
        for mail in digests(&garden).await {
            let letter = format!("{}\n\nSubject, decoded: {}\n\n{}", mail.headers, mail.subject, mail.text);
            look(&format!("digest.text.{}", mail.locale), &letter);
            look(&format!("digest.html.{}", mail.locale), &mail.html);
        }
    });
}
