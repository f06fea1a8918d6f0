//! A made-up subscription, and the letters about it.

use super::{Sample, TOPICS, day};
use crate::templates::{
    AddressForm, Agreement, Choice, DataPage, Deed, Field, FieldError, Letter, LetterMail, Mistake, PreferencesPage,
    SentMail, SubscribePage, Text, ZoneArea, ZoneChoice, ZoneField,
};

impl Sample {
    /// The form: filled in wrongly, or not at all.
    pub(in crate::templates) fn subscribe_page(&self) -> SubscribePage {
        let choice = |value: &str, label, chosen| Choice { value: value.to_owned(), label, chosen };
        SubscribePage {
            canonical_url: "https://beweegreden.example/nl/subscribe".to_owned(),
            alternates: self.alternates(),
            action: "https://beweegreden.example/nl/subscribe".to_owned(),
            shown: "TOKEN".to_owned(),
            puzzle_url: "https://beweegreden.example/nl/subscribe/puzzle".to_owned(),
            script_url: "https://beweegreden.example/puzzle.js".to_owned(),
            languages: ["nl", "fr"].map(|it| choice(it, None, it == "nl")).to_vec(),
            locale_error: self.some(FieldError::LocaleUnknown),
            mistakes: Mistake::among([("email", self.some(FieldError::EmailInvalid))]),
            doubt: self.full,
            meant: self.some("lezer@gmail.com".to_owned()),
            email: Field {
                value: if self.full { "lezer@voorbeeld".to_owned() } else { String::new() },
                error: self.some(FieldError::EmailInvalid),
            },
            name: Field { value: String::new(), error: self.some(FieldError::NameTooLong) },
            cadences: ["instant", "daily", "weekly", "monthly"].map(|it| choice(it, None, it == "weekly")).to_vec(),
            cadence_error: self.some(FieldError::CadenceUnknown),
            topics: self.list(
                TOPICS.iter().enumerate().map(|(index, names)| choice("rugpijn", Some(self.text(*names)), index == 0)),
            ),
            topics_error: self.some(FieldError::TopicUnknown),
            time_zone: self.full.then(|| self.zone_field()),
            consent: self.text([
                "Ja, Beweegreden mag mij de nieuwsbrief mailen.",
                "نعم، أوافق على أن ترسل إليّ Beweegreden نشرتها البريدية.",
            ]),
            issues_url: "https://beweegreden.example/nl/issues/".to_owned(),
            privacy_url: self.some("https://beweegreden.example/privacy".to_owned()),
        }
    }

    /// The question where a reader is.
    fn zone_field(&self) -> ZoneField {
        let zone = |value: &str, also: &str, city: &str| ZoneChoice {
            value: value.to_owned(),
            also: also.to_owned(),
            city: city.to_owned(),
            chosen: city == "Casablanca",
        };
        let area = |name: &str, zone| ZoneArea { name: name.to_owned(), zones: vec![zone] };
        ZoneField {
            ours: "Brussel".to_owned(),
            guess_beside: Some("Europe/Brussels".to_owned()),
            areas: vec![
                area("europe", zone("Europe/Kyiv", "Europe/Kiev Europe/Uzhgorod", "Kyiv")),
                area("africa", zone("Africa/Casablanca", "", "Casablanca")),
            ],
            error: Some(FieldError::ZoneUnknown),
        }
    }

    /// The form with a subscriber's preferences: filled in wrongly, or as it is first seen.
    pub(in crate::templates) fn preferences_page(&self) -> PreferencesPage {
        let page = self.subscribe_page();
        let language = |(tag, name): (&str, &str)| Choice {
            value: tag.to_owned(),
            label: tag.parse().ok().map(|locale| Text::in_locale(name, &locale, &self.locale)),
            chosen: tag == self.locale.as_str(),
        };
        PreferencesPage {
            address: "lezer@voorbeeld.example".to_owned(),
            saved: self.full,
            mistakes: page.mistakes,
            paused_until: self.some(day(0)),
            action: "https://beweegreden.example/s/TOKEN/preferences".to_owned(),
            languages: [("nl", "Nederlands"), ("fr", "Français"), ("ar", "العربية")].map(language).to_vec(),
            locale_error: self.some(FieldError::LocaleUnknown),
            cadences: page.cadences,
            cadence_error: page.cadence_error,
            topics: page.topics,
            topics_error: page.topics_error,
            time_zone: page.time_zone,
            name: Field { value: "An".to_owned(), error: page.name.error },
            pause: Field { value: "2026-12-31".to_owned(), error: self.some(FieldError::DayInvalid) },
            pause_between: ("2026-11-23".to_owned(), "2027-11-22".to_owned()),
            address_form: AddressForm {
                action: "https://beweegreden.example/s/TOKEN/preferences/address".to_owned(),
                email: page.email,
                asked: self.full,
                meant: page.meant,
            },
            unsubscribe_action: "https://beweegreden.example/s/TOKEN/unsubscribe".to_owned(),
            data_url: "https://beweegreden.example/s/TOKEN/data".to_owned(),
        }
    }

    /// Everything that is stored about a subscriber.
    pub(in crate::templates) fn data_page(&self) -> DataPage {
        let deeds = ["asked", "confirmed", "imported", "changed", "moved", "unsubscribed", "suppressed"];
        let mails = [("digest", "waiting"), ("other", "sent"), ("digest", "not-sent")];
        DataPage {
            number: 42,
            address: "lezer@voorbeeld.example".to_owned(),
            name: self.some("An".to_owned()),
            language: self.text(["Nederlands", "العربية"]),
            cadence: "weekly".to_owned(),
            topics: self.list(TOPICS.map(|names| self.text(names))),
            status: if self.full { "active" } else { "pending" }.to_owned(),
            created: day(9),
            confirmed: self.some(day(8)),
            paused_until: self.some(day(0)),
            time_zone: self.some("Europe/Brussels".to_owned()),
            cursor: 12,
            served: self.list(["traplopen", "rugpijn"].map(str::to_owned)),
            suppressed: self.some(Deed { at: day(1), what: "bounced".to_owned(), wording: String::new() }),
            consents: self.list(deeds.map(|what| Agreement {
                deed: Deed {
                    at: day(9),
                    what: what.to_owned(),
                    wording: if what == "asked" { "Ja, Beweegreden mag mij mailen.".to_owned() } else { String::new() },
                },
                page: self.some("/nl/subscribe".to_owned()),
                origin: self.some("mbQyP2TqVh8x".to_owned()),
            })),
            more_mails: if self.full { 7 } else { 0 },
            mails: self.list(mails.map(|(kind, outcome)| SentMail {
                at: day(1),
                kind: kind.to_owned(),
                outcome: outcome.to_owned(),
            })),
            bounces: self.list(["hard", "soft"].map(|what| Deed {
                at: day(1),
                what: what.to_owned(),
                wording: "550 5.1.1 <lezer@voorbeeld.example> unknown".to_owned(),
            })),
            audit: self.list(["shown", "suppressed", "allowed"].map(|what| Deed {
                at: day(1),
                what: what.to_owned(),
                wording: String::new(),
            })),
            wanted_address: self.some("nieuw@voorbeeld.example".to_owned()),
            export_url: "https://beweegreden.example/s/TOKEN/data/export".to_owned(),
            erase_url: "https://beweegreden.example/s/TOKEN/erase".to_owned(),
            preferences_url: "https://beweegreden.example/s/TOKEN/preferences".to_owned(),
        }
    }

    /// A letter about a subscription.
    pub(in crate::templates) fn letter_mail(&self, letter: Letter) -> LetterMail {
        LetterMail { letter, url: "%%letter%%".to_owned(), valid_days: self.some(7) }
    }
}
