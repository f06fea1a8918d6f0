//! What was filled in on a form, as it came, and the choices of a form as they are to be shown.

use std::collections::BTreeSet;

use chrono_tz::Tz;
use url::form_urlencoded;

use crate::{
    digest::Composer,
    locale::Locale,
    posts::Slug,
    subscribers::{Cadence, MAX_NAME, SubscriberEmail, Topics, clean_name},
    templates::{Choice, FieldError, ZoneField, Zones},
};

/// What was filled in.
#[derive(Debug, Default, Clone)]
pub(super) struct Filled {
    pub(super) email: String,
    pub(super) name: String,
    pub(super) locale: String,
    pub(super) cadence: String,
    pub(super) topics: BTreeSet<String>,
    /// The name of the zone that was chosen, or nothing for that of the publication; none where the form did not ask.
    pub(super) time_zone: Option<String>,
    /// The day on which a pause is to end.
    pub(super) pause: String,
    /// The field that people do not see. Its name is one that no browser has anything for.
    pub(super) trap: String,
    /// Whether they were asked about that field, and sent the form again.
    pub(super) again: bool,
    /// When the form was shown, signed.
    pub(super) shown: String,
    /// The answer to a puzzle.
    pub(super) proof: String,
    /// The address about which somebody was asked whether it is right.
    pub(super) sure: String,
}

/// The fields that more than one form has, read; or what is wrong with them.
pub(super) struct Wishes {
    pub(super) cadence: Result<Cadence, FieldError>,
    pub(super) topics: Result<Topics, FieldError>,
    pub(super) name: Result<Option<String>, FieldError>,
}

impl Filled {
    /// Reads a form; of a field that comes twice the last counts, but for topics.
    pub(super) fn parse(body: &[u8]) -> Self {
        let mut filled = Self::default();
        for (name, value) in form_urlencoded::parse(body) {
            match name.as_ref() {
                "email" => filled.email = value.trim().to_owned(),
                "name" => filled.name = value.trim().to_owned(),
                "locale" => filled.locale = value.into_owned(),
                "cadence" => filled.cadence = value.into_owned(),
                "topics" => drop(filled.topics.insert(value.into_owned())),
                "time_zone" => filled.time_zone = Some(value.trim().to_owned()),
                "pause" => filled.pause = value.trim().to_owned(),
                "pigeonhole" => filled.trap = value.into_owned(),
                "shown" => filled.shown = value.into_owned(),
                "altcha" => filled.proof = value.into_owned(),
                "again" => filled.again = !value.is_empty(),
                "sure" => filled.sure = value.trim().to_owned(),
                _ => {}
            }
        }
        filled
    }

    /// Reads what more than one form has. What is not offered is no topic, and must not reach
    /// anybody's mail.
    pub(super) fn wishes(&self, cadences: &[Cadence], offered: &BTreeSet<String>) -> Wishes {
        let cadence = self.cadence.parse::<Cadence>().ok().filter(|cadence| cadences.contains(cadence));
        let topics: Result<Topics, _> = self.topics.iter().map(|topic| topic.parse::<Slug>()).collect();
        let is_name = self.name.chars().count() <= MAX_NAME;
        Wishes {
            cadence: cadence.ok_or(FieldError::CadenceUnknown),
            topics: topics.ok().filter(|_| self.topics.is_subset(offered)).ok_or(FieldError::TopicUnknown),
            name: if is_name { Ok(clean_name(&self.name)) } else { Err(FieldError::NameTooLong) },
        }
    }

    /// The zone that was chosen, of those that are offered or the one that somebody has; none for the publication's.
    pub(super) fn zone(&self, zones: &Zones, own: Option<Tz>) -> Result<Option<Tz>, FieldError> {
        match self.time_zone.as_deref() {
            None | Some("") => Ok(None),
            Some(name) => {
                let zone = zones.find(name).or(own.filter(|own| own.name() == name));
                zone.map(Some).ok_or(FieldError::ZoneUnknown)
            }
        }
    }

    /// The zones as a field, with that of the publication for who chooses none.
    pub(super) fn zone_field(&self, zones: &Zones, own: Option<Tz>, ours: Tz, error: Option<FieldError>) -> ZoneField {
        ZoneField {
            ours: zones.city(ours),
            guess_beside: self.time_zone.is_none().then(|| ours.name().to_owned()),
            areas: zones.choices(ours, own, self.time_zone.as_deref().unwrap_or_default()),
            error,
        }
    }

    /// The cadences that are offered, as choices.
    pub(super) fn cadence_choices(&self, offered: &[Cadence]) -> Vec<Choice> {
        let choice = |cadence: &Cadence| Choice {
            value: cadence.as_str().to_owned(),
            label: None,
            chosen: cadence.as_str() == self.cadence,
        };
        offered.iter().map(choice).collect()
    }

    /// Topics as choices, named in a language.
    pub(super) fn topic_choices(
        &self,
        composer: &Composer<'_>,
        locale: &Locale,
        topics: BTreeSet<String>,
    ) -> Vec<Choice> {
        let labels = composer.pages().topic_names(locale, topics.iter().cloned());
        let choice = |(value, label)| Choice { chosen: self.topics.contains(&value), label: Some(label), value };
        topics.into_iter().zip(labels).map(choice).collect()
    }
}

/// Whether somebody has typed an address whose domain looks like a slip, and has not been asked about it: the one that
/// was meant.
pub(super) fn meant(filled: &Filled, address: &SubscriberEmail) -> Option<String> {
    address.meant().filter(|_| filled.sure != filled.email)
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use proptest::prelude::*;

    use super::*;

    static ZONES: LazyLock<Zones> = LazyLock::new(|| Zones::new(&"nl".parse().unwrap()));

    proptest! {
        // `PROPTEST_CASES` asks for more.
        #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(5_000), ..ProptestConfig::default() })]

        #[test]
        fn no_body_breaks_the_form_and_nothing_comes_out_that_was_not_offered(
            body in proptest::collection::vec(any::<u8>(), 0..300),
            pairs in "((email|name|locale|cadence|topics|time_zone|pause|pigeonhole|again|shown|sure)=[a-z%0-9A-F+&@.-]{0,12}&){0,12}",
        ) {
            let offered = BTreeSet::from(["knie".to_owned()]);
            for body in [body.as_slice(), pairs.as_bytes()] {
                let filled = Filled::parse(body);
                let wishes = filled.wishes(&[Cadence::Weekly], &offered);
                prop_assert!(wishes.cadence.is_err() || filled.cadence.trim().eq_ignore_ascii_case("weekly"));
                prop_assert!(wishes.topics.map_or(true, |topics| topics.iter().all(|topic| topic == "knie")));
                if let Ok(Some(zone)) = filled.zone(&ZONES, None) {
                    prop_assert!(ZONES.find(zone.name()).is_some());
                }
                if let Ok(Some(name)) = wishes.name {
                    prop_assert!(name.chars().count() <= MAX_NAME && !name.contains(char::is_control));
                }
            }
        }
    }
}
