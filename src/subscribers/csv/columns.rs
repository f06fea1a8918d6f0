//! Which column of a file is which: ours by their names, those of other programs by what they
//! are called there.

use std::str::FromStr;

use chrono_tz::Tz;

use super::{COLUMNS, Defaults, Error, Taken, guard::unguarded, words};
use crate::{
    diagnostic::nearest,
    subscribers::{NewSubscriber, Status, clean_name},
};

/// What other programs and spreadsheets call our columns, in lower case and without blanks, `-` and `_`:
/// Mailchimp, listmonk, Ghost, Buttondown, and people in our languages.
const KNOWN_AS: [(&str, &[&str]); COLUMNS.len()] = [
    (
        "email",
        &[
            "emailaddress",
            "mail",
            "emailadres",
            "adresseemail",
            "courriel",
            "emailadresse",
            "subscriberemail",
            "البريدالإلكتروني",
        ],
    ),
    ("locale", &["language", "lang", "taal", "langue", "sprache", "preferredlanguage", "اللغة"]),
    ("cadence", &["frequency", "frequentie", "fréquence", "häufigkeit", "الوتيرة"]),
    ("topics", &["onderwerpen", "thèmes", "themen", "المواضيع"]),
    ("name", &["fullname", "naam", "nom", "vollständigername", "الاسم"]),
    ("status", &["subscribedtoemails", "type", "subscribertype", "subscriptionstatus", "statut", "الحالة"]),
    ("time_zone", &["timezone", "tz", "tijdzone", "fuseauhoraire", "zeitzone", "المنطقةالزمنية"]),
    ("consent", &["consentsource", "optin", "optinsource", "toestemming", "consentement", "einwilligung", "الموافقة"]),
];

/// Two columns that make a name, in the order of its words.
const FIRST_NAME: [&str; 5] = ["firstname", "fname", "voornaam", "prénom", "vorname"];
const LAST_NAME: [&str; 6] = ["lastname", "lname", "surname", "achternaam", "nomdefamille", "nachname"];

/// A column that says since when somebody gets no mail: whoever has something there has left. Mailchimp exports its
/// states as files of their own and says it in no other way.
const LEFT_AT: [&str; 7] = [
    "unsubtime",
    "cleantime",
    "unsubscribedat",
    "unsubscribedon",
    "unsubscribedate",
    "unsubscriptiondate",
    "deletedat",
];

/// The longest words of a consent that are kept, in characters: a paragraph of a form.
const MAX_CONSENT: usize = 500;

/// Who a row is about, and where and when they agreed.
type Parsed = (NewSubscriber, Option<String>);

/// Where each of our columns stands in a file.
#[derive(Debug, Default)]
pub(super) struct Columns {
    ours: [Option<usize>; COLUMNS.len()],
    first_name: Option<usize>,
    last_name: Option<usize>,
    left_at: Vec<usize>,
}

impl Columns {
    /// Finds our columns in a header; gives also what each column of the file was taken for.
    pub(super) fn find(header: &csv::StringRecord) -> Result<(Self, Vec<Taken>), Error> {
        let mut found = Self::default();
        let (mut taken, mut all_ours) = (Vec::new(), true);
        for (place, name) in header.iter().enumerate() {
            let name = name.trim_start_matches('\u{feff}').trim();
            let plain: String = name.to_lowercase().chars().filter(|c| !matches!(c, ' ' | '-' | '_')).collect();
            let ours = COLUMNS.iter().position(|known| known.replace('_', "") == plain);
            let theirs = || KNOWN_AS.iter().position(|(_, names)| names.contains(&plain.as_str()));
            if LEFT_AT.contains(&plain.as_str()) {
                found.left_at.push(place);
                taken.push((name.to_owned(), Some("status")));
                continue;
            }
            let slot = match ours.or_else(theirs) {
                Some(column) => Some((&mut found.ours[column], COLUMNS[column])),
                None if FIRST_NAME.contains(&plain.as_str()) => Some((&mut found.first_name, "name")),
                None if LAST_NAME.contains(&plain.as_str()) => Some((&mut found.last_name, "name")),
                None => None,
            };
            all_ours &= slot.is_none() || ours.is_some();
            taken.push((name.to_owned(), slot.as_ref().map(|(_, column)| *column)));
            if let Some((slot, _)) = slot
                && slot.replace(place).is_some()
            {
                return Err(Error::TwiceColumn { name: name.to_owned() });
            }
        }
        // A file that is written for us has no column that means nothing; one of another program has many.
        let slip = taken.iter().find(|(name, column)| column.is_none() && nearest(name, COLUMNS).is_some());
        match (found.ours[0], slip) {
            (_, Some((name, _))) if all_ours => Err(Error::UnknownColumn { name: name.to_lowercase() }),
            (None, _) => Err(Error::NoEmailColumn),
            _ => Ok((found, taken)),
        }
    }

    pub(super) fn parse_bytes(&self, row: csv::ByteRecord, defaults: &Defaults) -> Result<Parsed, String> {
        let mut record =
            csv::StringRecord::from_byte_record(row).map_err(|_| "not UTF-8; save the file as UTF-8".to_owned())?;
        record.trim();
        self.parse(&record, defaults)
    }

    fn parse(&self, record: &csv::StringRecord, defaults: &Defaults) -> Result<Parsed, String> {
        let at = |place: Option<usize>| unguarded(place.and_then(|place| record.get(place)).unwrap_or_default());
        let [email, locale, cadence, topics, name, status, time_zone, consent] = self.ours.map(at);
        let both = format!("{} {}", at(self.first_name), at(self.last_name));
        let has_left = self.left_at.iter().any(|place| !at(Some(*place)).is_empty());
        let subscriber = NewSubscriber {
            email: email.parse().map_err(display)?,
            locale: cell(words::language(locale).unwrap_or(&locale.replace('_', "-")))?
                .unwrap_or_else(|| defaults.locale.clone()),
            cadence: words::cadence(cadence)
                .map_or_else(|| cell(cadence), |known| Ok(Some(known)))?
                .unwrap_or(defaults.cadence),
            topics: topics.parse().map_err(display)?,
            name: clean_name(name).or_else(|| clean_name(&both)),
            status: match words::state(status) {
                _ if has_left => Status::Unsubscribed,
                Some(known) => known,
                None => cell(status)?.unwrap_or(Status::Active),
            },
            time_zone: cell::<Tz>(time_zone)
                .map_err(|_| format!("{time_zone:?} is no time zone such as `Europe/Brussels`"))?,
        };
        Ok((subscriber, consent_of(consent)))
    }
}

/// Where and when somebody agreed, on one line; `None` when nothing is said.
fn consent_of(text: &str) -> Option<String> {
    let words = text.split(|c: char| c.is_control() || c.is_whitespace()).filter(|word| !word.is_empty());
    let line: String = words.collect::<Vec<_>>().join(" ").chars().take(MAX_CONSENT).collect();
    (!line.is_empty()).then_some(line)
}

/// A cell's value, `None` when it is empty.
fn cell<T: FromStr<Err: std::fmt::Display>>(text: &str) -> Result<Option<T>, String> {
    if text.is_empty() { Ok(None) } else { text.parse().map(Some).map_err(display) }
}

fn display(error: impl std::fmt::Display) -> String {
    error.to_string()
}
