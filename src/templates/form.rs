//! What the templates of forms and notices are given.

use serde::Serialize;

use super::{Alternate, Language, Text, ZoneArea};
use crate::locale::Locale;

/// The form by which a reader subscribes, with what was already filled in.
#[derive(Debug, Clone, Serialize)]
pub struct SubscribePage {
    /// This page's own address.
    pub canonical_url: String,
    /// The page in the other languages.
    pub alternates: Vec<Alternate>,
    /// Where the form is posted to.
    pub action: String,
    /// The field `shown`: when the form was shown, signed. A program is faster than a person.
    pub shown: String,
    /// Where a browser with scripts gets the puzzle whose answer is the field `altcha`.
    pub puzzle_url: String,
    /// The script that solves it.
    pub script_url: String,
    /// The field `email`.
    pub email: Field,
    /// The fields that are to be mended.
    pub mistakes: Vec<Mistake>,
    /// Whether the field was filled in that people do not see; the field `again` says that they were asked.
    pub doubt: bool,
    /// The address that was meant, perhaps: the domain looks like a slip. What was typed is taken when
    /// it is sent once more.
    pub meant: Option<String>,
    /// The field `name`, which may stay empty.
    pub name: Field,
    /// The field `locale`: one of the values.
    pub languages: Vec<Choice>,
    /// Why the chosen language was not taken.
    pub locale_error: Option<FieldError>,
    /// The field `cadence`: one of the values, in lower case (`weekly`).
    pub cadences: Vec<Choice>,
    /// Why the chosen cadence was not taken.
    pub cadence_error: Option<FieldError>,
    /// The field `topics`, which may be sent many times; none means all topics.
    pub topics: Vec<Choice>,
    /// Why the chosen topics were not taken.
    pub topics_error: Option<FieldError>,
    /// The field `time_zone`, where a digest leaves at an hour of its reader's day.
    pub time_zone: Option<ZoneField>,
    /// What the reader agrees to by sending the form, word for word as it will be recorded.
    pub consent: Text,
    /// The list of all issues.
    pub issues_url: String,
    /// The page on privacy.
    pub privacy_url: Option<String>,
}

/// A field for a line of text. The form also has one named `pigeonhole` that people do not see:
/// who fills it in may be a program.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Field {
    /// What was filled in.
    pub value: String,
    /// Why it was not taken.
    pub error: Option<FieldError>,
}

/// One of several values to choose from.
#[derive(Debug, Clone, Serialize)]
pub struct Choice {
    /// The value that is sent.
    pub value: String,
    /// What the reader sees; none where the template has a message for the value.
    pub label: Option<Text>,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// A field for the time zone of a reader: empty, it means that of the publication, and follows it.
#[derive(Debug, Clone, Serialize)]
pub struct ZoneField {
    /// The city that stands for the zone of the publication.
    pub ours: String,
    /// That zone, as long as nobody has answered: a browser with scripts chooses its own if that is another.
    pub guess_beside: Option<String>,
    /// The zones to choose from.
    pub areas: Vec<ZoneArea>,
    /// Why the chosen one was not taken.
    pub error: Option<FieldError>,
}

/// Why the value of a field was not taken; each is a message in `site.ftl`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FieldError {
    /// No email address was given.
    EmailMissing,
    /// This is no email address.
    EmailInvalid,
    /// The name is longer than a name is.
    NameTooLong,
    /// Not one of the cadences offered.
    CadenceUnknown,
    /// Not one of the topics offered.
    TopicUnknown,
    /// Not one of the languages.
    LocaleUnknown,
    /// Not one of the time zones.
    ZoneUnknown,
    /// No day, or none on which a pause can end.
    DayInvalid,
}

/// A field that is to be mended, for the list above the form.
#[derive(Debug, Clone, Serialize)]
pub struct Mistake {
    /// The `id` of the field, or of the first of its choices.
    pub field: &'static str,
    /// Why its value was not taken.
    pub error: FieldError,
}

impl Mistake {
    /// Those of the fields whose value was not taken.
    pub fn among<const N: usize>(fields: [(&'static str, Option<FieldError>); N]) -> Vec<Self> {
        fields.into_iter().filter_map(|(field, error)| error.map(|error| Self { field, error })).collect()
    }
}

/// A page that says one thing, and may ask for one click.
#[derive(Debug, Clone, Serialize)]
pub struct NoticePage {
    /// What it says.
    pub notice: Notice,
    /// The button, for the notices that [ask](Notice::asks).
    pub form: Option<NoticeForm>,
    /// Whether it leads to the subscription form.
    pub invites: bool,
    /// Where somebody who has left sees what is held about them.
    pub data_url: Option<String>,
    /// The mails that it is about.
    pub mails: Vec<NoticeMail>,
    /// Where what is not there in this language can be read.
    pub languages: Vec<Language>,
    /// Whether one can say no as well: the field `answer` is `no` then.
    pub refuses: bool,
}

/// A mail that waits for somebody's word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NoticeMail {
    /// The language that it is in.
    pub locale: Locale,
    /// What its readers see first.
    pub subject: String,
    /// How many they are.
    pub recipients: u64,
}

impl NoticePage {
    /// The page that says something, with the button that it asks with.
    pub fn new(notice: Notice, form: Option<NoticeForm>) -> Self {
        let refuses = notice == Notice::Approve;
        let (mails, languages) = Default::default();
        Self { notice, form, invites: notice.invites(), data_url: None, mails, languages, refuses }
    }
}

/// A button that posts.
#[derive(Debug, Clone, Serialize)]
pub struct NoticeForm {
    /// Where it posts to.
    pub action: String,
    /// What it posts, as names and values.
    pub fields: Vec<(String, String)>,
}

/// What a notice says: the messages `notice-NAME-title`, `-text`, and `-button` if it asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Notice {
    /// The form was sent: a mail with a link is on its way.
    CheckInbox,
    /// Asks for the click that confirms a subscription.
    Confirm,
    /// The subscription is confirmed.
    Confirmed,
    /// Asks for the click that ends a subscription.
    Unsubscribe,
    /// The subscription is ended.
    Unsubscribed,
    /// Asks for the click that confirms a new address.
    Address,
    /// Mail goes to the new address.
    AddressChanged,
    /// The new address has a subscription of its own.
    AddressTaken,
    /// Asks for the click that erases everything.
    Erase,
    /// Everything is erased.
    Erased,
    /// Asks for the click that lets an issue go.
    Approve,
    /// The issue may go.
    Approved,
    /// The issue does not go.
    Refused,
    /// The issue does not wait for approval any more.
    ApprovalOver,
    /// The link was right, but is too old.
    LinkExpired,
    /// The link in the mail to a new address is too old, or nobody wants that address any more.
    WishLapsed,
    /// The link is not one of ours, or not whole.
    LinkInvalid,
    /// The link is of a test mail, and belongs to no subscription.
    TestMail,
    /// There is no such page.
    NotFound,
    /// The page is there in other languages only.
    NotYet,
    /// No new subscribers are taken now.
    Closed,
    /// Too many requests in a short time.
    TooManyRequests,
    /// The database is busy, or away for a while.
    Busy,
    /// What was sent is longer than any form.
    TooLong,
    /// What was sent did not arrive in time.
    TooSlow,
    /// Nothing that this page can do.
    Unclear,
    /// The form stood on the page of somebody else.
    Foreign,
    /// Something broke on our side.
    Failure,
}

impl Notice {
    /// All of them.
    pub const ALL: [Self; 28] = [
        Self::CheckInbox,
        Self::Confirm,
        Self::Confirmed,
        Self::Unsubscribe,
        Self::Unsubscribed,
        Self::Address,
        Self::AddressChanged,
        Self::AddressTaken,
        Self::Erase,
        Self::Erased,
        Self::Approve,
        Self::Approved,
        Self::Refused,
        Self::ApprovalOver,
        Self::LinkExpired,
        Self::WishLapsed,
        Self::LinkInvalid,
        Self::TestMail,
        Self::NotFound,
        Self::NotYet,
        Self::Closed,
        Self::TooManyRequests,
        Self::Busy,
        Self::TooLong,
        Self::TooSlow,
        Self::Unclear,
        Self::Foreign,
        Self::Failure,
    ];

    /// Whether it asks for a click, and so needs a [`NoticeForm`].
    pub fn asks(self) -> bool {
        matches!(self, Self::Confirm | Self::Unsubscribe | Self::Address | Self::Erase | Self::Approve)
    }

    /// Whether it leads to the form by which readers subscribe.
    pub fn invites(self) -> bool {
        matches!(self, Self::LinkExpired | Self::Foreign)
    }
}
