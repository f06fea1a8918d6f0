//! What other programs write at the head of a post to keep it from readers. Nothing of it is a key here, but who wrote it
//! did not say "publish this", so such a post is held back until somebody says what is meant.

use std::path::Path;

use chrono_tz::Tz;

use super::{
    field::{Data, Value},
    instant::parse_instant,
};
use crate::{clock::Timestamp, diagnostic::Diagnostic};

/// What a post is held back for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HeldBack {
    /// Nobody is to read it.
    Always,
    /// Nobody is to read it yet.
    Until,
    /// Nobody is to read it from some time on.
    After,
}

/// Keys that keep a post from readers where they are false, and where they are true.
const PUBLIC_IF: [&str; 5] = ["ispublic", "listed", "public", "publish", "published"];
const PRIVATE_IF: [&str; 8] =
    ["draft", "headless", "hidden", "isdraft", "private", "protected", "unlisted", "unpublished"];

/// Keys that say who may read it, and what they say where that is everybody.
const STATES: [&str; 5] = ["access", "poststatus", "state", "status", "visibility"];
const PUBLIC: [&str; 12] = [
    "active",
    "complete",
    "completed",
    "done",
    "everyone",
    "final",
    "finished",
    "live",
    "public",
    "publish",
    "published",
    "visible",
];

/// Keys that say when it comes, and when it goes.
const BEGINS: [&str; 9] = [
    "embargo",
    "embargountil",
    "pubdate",
    "publishat",
    "publishdate",
    "publishedat",
    "publishon",
    "scheduledat",
    "scheduledfor",
];
const ENDS: [&str; 9] = [
    "expirationdate",
    "expires",
    "expiresat",
    "expireson",
    "expirydate",
    "unpublishat",
    "unpublishdate",
    "unpublishon",
    "validuntil",
];

/// Whether a key that postduif does not know keeps a post of this date from readers elsewhere, and in which way.
pub(super) fn held_back(key: &str, value: &Value, date: Option<Timestamp>, zone: Tz) -> Option<HeldBack> {
    let key: String = key.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    let is_one_of = |keys: &[&str]| keys.contains(&key.as_str());
    let said = match &value.data {
        Data::Text(text) => text.trim().to_ascii_lowercase(),
        Data::Bool(yes) => yes.to_string(),
        Data::Nothing => String::new(),
        Data::List(_) | Data::Map(_) => "?".to_owned(),
    };
    let is_no = matches!(said.as_str(), "" | "0" | "false" | "n" | "no" | "off");
    let begins_later =
        || parse_instant(&said.to_ascii_uppercase(), zone).is_none_or(|begin| date.is_none_or(|date| begin > date));
    let always = is_one_of(&PUBLIC_IF) && is_no && !said.is_empty()
        || (is_one_of(&PRIVATE_IF) || key == "password") && !is_no
        || is_one_of(&STATES) && !said.is_empty() && !PUBLIC.contains(&said.as_str());
    if always {
        Some(HeldBack::Always)
    } else if is_one_of(&BEGINS) && !is_no && begins_later() {
        Some(HeldBack::Until)
    } else {
        (is_one_of(&ENDS) && !is_no).then_some(HeldBack::After)
    }
}

impl HeldBack {
    /// Says that a post is held back, and what to write instead.
    pub(super) fn told(self, file: &Path, key: &str) -> Diagnostic {
        let (keeps, help) = match self {
            Self::Always => ("keeps a post from readers elsewhere", "write `draft: true` in its place"),
            Self::Until => ("says elsewhere when a post may be read", "write that time as `date`"),
            Self::After => (
                "says elsewhere until when a post may be read, and nothing here takes one away",
                "write `draft: true` in its place",
            ),
        };
        let message = format!("`{key}` is no key that postduif knows; it {keeps}, so this one is held back");
        Diagnostic::error(file, "held-back", message).help(format!("{help}, or take the line out to publish it"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posts::field::parse_yaml;

    fn held(line: &str) -> Option<HeldBack> {
        let Data::Map(fields) = parse_yaml(line, 2).unwrap().data else { panic!("{line} is no field") };
        let date = parse_instant("2026-10-02", Tz::UTC);
        held_back(&fields[0].0.name, &fields[0].1, date, Tz::UTC)
    }

    #[test]
    fn what_keeps_a_post_from_readers_elsewhere_does_here() {
        for line in [
            "published: false",
            "Published: no",
            "Draft: true",
            "isDraft: yes",
            "private: true",
            "hidden: 1",
            "password: geheim",
            "status: draft",
            "post_status: private",
            "visibility: members",
            "visibility: [leden]",
        ] {
            assert_eq!(held(line), Some(HeldBack::Always), "{line}");
        }
        for line in ["publishDate: 2026-11-01", "publish_on: morgen", "pubDate: 2026-10-02T08:00:00Z"] {
            assert_eq!(held(line), Some(HeldBack::Until), "{line}");
        }
        for line in ["expiryDate: 2020-01-01", "expires: 2030-01-01"] {
            assert_eq!(held(line), Some(HeldBack::After), "{line}");
        }
    }

    #[test]
    fn what_everybody_may_read_is_not_held_back() {
        for line in [
            "published: true",
            "published: 2019-05-03",
            "Draft: false",
            "private: no",
            "password:",
            "status: Published",
            "visibility: public",
            "publishDate: 2026-10-02",
            "publishDate: 2019-05-03T10:00:00Z",
            "expires:",
            "layout: post",
            "slug: rozen",
        ] {
            assert_eq!(held(line), None, "{line}");
        }
    }
}
