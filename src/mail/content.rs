//! What all recipients of a cohort share, and the places in it that are personal.

/// A composed mail before it belongs to anybody. Where a personal link goes it holds
/// that link's [placeholder](PersonalLink::placeholder).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailContent {
    /// The subject line, as plain text.
    pub subject: String,
    /// The HTML part, with its CSS already inlined.
    pub html: String,
    /// The plain-text part.
    pub text: String,
}

/// What stands around the day on which a recipient asked for what they get. Of that day one sentence tells, and another
/// stands in its place where no such day is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonalDay {
    /// The day itself.
    Day,
    /// What follows is for those whose day is known.
    Known,
    /// What follows is for the others.
    Unknown,
    /// What follows is for everybody again.
    End,
}

impl PersonalDay {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Day, Self::Known, Self::Unknown, Self::End];

    /// What stands in shared content in its place. That of the day is about as long as a day.
    pub const fn placeholder(self) -> &'static str {
        match self {
            Self::Day => "day.asked.invalid/",
            Self::Known => "known.asked.invalid/",
            Self::Unknown => "unknown.asked.invalid/",
            Self::End => "end.asked.invalid/",
        }
    }
}

/// A link that is different for each recipient.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PersonalLink {
    /// Ends the subscription.
    Unsubscribe,
    /// Shows and changes language, cadence and topics.
    Preferences,
    /// Confirms a new subscription.
    Confirm,
    /// Confirms a new address.
    Address,
}

impl PersonalLink {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Unsubscribe, Self::Preferences, Self::Confirm, Self::Address];

    /// What stands in shared content where the link goes.
    ///
    /// It is a whole URL, so that templates, CSS inlining and HTML serializers leave it
    /// as it is; it ends in `/`, so that it is no prefix of another name; and should it
    /// ever leave the house, `.invalid` leads nowhere (RFC 2606 section 2).
    pub const fn placeholder(self) -> &'static str {
        match self {
            Self::Unsubscribe => "https://unsubscribe.personal.invalid/",
            Self::Preferences => "https://preferences.personal.invalid/",
            Self::Confirm => "https://confirm.personal.invalid/",
            Self::Address => "https://address.personal.invalid/",
        }
    }
}

/// Shared content as one recipient sees it: all links lead to one place, and what was asked for was asked for on `day`.
pub fn filled(content: &str, link: &str, day: &str) -> String {
    let linked = PersonalLink::ALL.iter().fold(content.to_owned(), |text, one| text.replace(one.placeholder(), link));
    let [_, known, unknown, end] = PersonalDay::ALL.map(PersonalDay::placeholder);
    let (mut shown, mut rest) = (String::with_capacity(linked.len()), linked.as_str());
    while let Some((before, after)) = rest.split_once(unknown) {
        shown.push_str(before);
        rest = after.split_once(end).map_or("", |(_, after)| after);
    }
    shown.push_str(rest);
    shown.replace(known, "").replace(PersonalDay::Day.placeholder(), day)
}
