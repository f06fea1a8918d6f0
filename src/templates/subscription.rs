//! What the templates of a subscriber's own pages are given: their preferences, and what is stored
//! about them.

use serde::Serialize;

use super::{Choice, Field, FieldError, Mistake, Text, ZoneField};
use crate::clock::Timestamp;

/// The form by which a subscriber changes their subscription.
#[derive(Debug, Clone, Serialize)]
pub struct PreferencesPage {
    /// Whose subscription it is.
    pub address: String,
    /// Whether what was sent has been kept.
    pub saved: bool,
    /// The fields that are to be mended.
    pub mistakes: Vec<Mistake>,
    /// When mail comes again, while they pause.
    pub paused_until: Option<Timestamp>,
    /// Where the form is posted to.
    pub action: String,
    /// The field `locale`, each language named by itself.
    pub languages: Vec<Choice>,
    /// Why the chosen language was not taken.
    pub locale_error: Option<FieldError>,
    /// The field `cadence`.
    pub cadences: Vec<Choice>,
    /// Why the chosen cadence was not taken.
    pub cadence_error: Option<FieldError>,
    /// The field `topics`, which may be sent many times; none means all topics.
    pub topics: Vec<Choice>,
    /// Why the chosen topics were not taken.
    pub topics_error: Option<FieldError>,
    /// The field `time_zone`, where a digest leaves at an hour of its reader's day.
    pub time_zone: Option<ZoneField>,
    /// The field `name`, which may stay empty.
    pub name: Field,
    /// The field `pause`: a day such as `2026-12-31`, or nothing.
    pub pause: Field,
    /// The first and the last day that can be chosen for it.
    pub pause_between: (String, String),
    /// The form for another address.
    pub address_form: AddressForm,
    /// Where the button that ends the subscription posts to.
    pub unsubscribe_action: String,
    /// The page with everything that is stored about them.
    pub data_url: String,
}

/// The form by which a subscriber asks for their mail at another address.
#[derive(Debug, Clone, Serialize)]
pub struct AddressForm {
    /// Where it is posted to.
    pub action: String,
    /// The field `email`.
    pub email: Field,
    /// Whether the mails are on their way.
    pub asked: bool,
    /// The address that was meant, perhaps: its domain differs by a slip.
    pub meant: Option<String>,
}

/// Everything that is stored about a subscriber.
#[derive(Debug, Clone, Serialize)]
pub struct DataPage {
    /// Their number.
    pub number: i64,
    /// Where mail goes.
    pub address: String,
    /// How they want to be addressed.
    pub name: Option<String>,
    /// The language they read, named by itself.
    pub language: Text,
    /// How often they get a digest, in lower case.
    pub cadence: String,
    /// The names of the topics they chose; none means all.
    pub topics: Vec<Text>,
    /// `pending`, `active` or `unsubscribed`.
    pub status: String,
    /// When they asked for it, or were imported.
    pub created: Timestamp,
    /// When they confirmed.
    pub confirmed: Option<Timestamp>,
    /// When mail comes again, while they pause.
    pub paused_until: Option<Timestamp>,
    /// Where they live, for dates and times.
    pub time_zone: Option<String>,
    /// Up to which post of their language they were served.
    pub cursor: i64,
    /// Posts they have besides, by the names of their files.
    pub served: Vec<String>,
    /// Since when they must get no mail, and why: the message `data-suppressed-WHAT`.
    pub suppressed: Option<Deed>,
    /// What they agreed to and changed, oldest first.
    pub consents: Vec<Agreement>,
    /// The mails to them, newest first; not all of them where there are many.
    pub mails: Vec<SentMail>,
    /// How many more there are.
    pub more_mails: usize,
    /// What came back of them: the message `data-bounce-WHAT`, and what the mail server said.
    pub bounces: Vec<Deed>,
    /// What the publisher did with it: the message `data-audit-WHAT`.
    pub audit: Vec<Deed>,
    /// Another address that they want, which is still to say yes.
    pub wanted_address: Option<String>,
    /// All of it as a file.
    pub export_url: String,
    /// The page that asks whether everything is to be erased.
    pub erase_url: String,
    /// The form with their preferences.
    pub preferences_url: String,
}

/// Something that a subscriber agreed to or changed.
#[derive(Debug, Clone, Serialize)]
pub struct Agreement {
    /// When, what, and the words they agreed to: the message `consent-WHAT`.
    #[serde(flatten)]
    pub deed: Deed,
    /// The path of the page on which they did it.
    pub page: Option<String>,
    /// The hash of the network that they came from.
    pub origin: Option<String>,
}

/// Something that was done for a subscriber, or that came of it.
#[derive(Debug, Clone, Serialize)]
pub struct Deed {
    /// When.
    pub at: Timestamp,
    /// What: the last word of a message.
    pub what: String,
    /// The words they agreed to, or what was said, if there were any.
    pub wording: String,
}

/// A mail to a subscriber.
#[derive(Debug, Clone, Serialize)]
pub struct SentMail {
    /// When it was planned.
    pub at: Timestamp,
    /// What it is: the message `data-mail-KIND`, of `digest` and `other`.
    pub kind: String,
    /// What became of it: the message `data-mail-OUTCOME`, of `sent`, `waiting` and `not-sent`.
    pub outcome: String,
}
