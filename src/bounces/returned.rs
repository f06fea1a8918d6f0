//! Reading what came back: reports of failed deliveries (RFC 3464, RFC 6533), complaints (RFC 5965),
//! and the many that are neither.

use std::borrow::Cow;

use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders as _, PartType};

use super::{
    Tags,
    verdict::{Status, Verdict, classify},
};
use crate::{
    clock::Timestamp,
    line::{one_line, shortened},
    mail::LEAVE_SUBJECT,
    outbox::DeliveryId,
    subscribers::{SubscriberId, TokenKey},
};

/// What is looked at of a mail; what follows is at most the end of the mail that came back.
pub const MOST_BYTES: usize = 1024 * 1024;

/// What is looked at of the words of a bounce that is no report.
const MOST_WORDS: usize = 4 * 1024;

/// Texts that look like tags or tokens, of which the proof is looked at.
const MOST_CANDIDATES: usize = 500;

/// What is kept of the words for people.
const LONGEST_DETAIL: usize = 300;

/// Where a bounce that is no report begins to repeat the mail that came back.
const COPY_BEGINS: [&str; 14] = [
    "this is a copy of",
    "below this line is a copy",
    "original message",
    "the original message follows",
    "original mail",
    "message headers follow",
    "headers of the message",
    "included is a copy",
    "begin message",
    "unsent message below",
    "received: ",
    "return-path: ",
    "list-unsubscribe: ",
    "message-id: ",
];

/// A mail that came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Returned {
    /// Which delivery it is about, if one of ours is named in it, with its proof.
    pub about: Option<About>,
    /// What it says; none if it is no bounce, such as a letter of a reader.
    pub verdict: Option<Verdict>,
    /// The status that it names.
    pub status: Option<Status>,
    /// Its words, on one line, without addresses.
    pub detail: String,
}

/// Whom a mail that came back is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// One delivery: its tag is there.
    Delivery(DeliveryId),
    /// A subscriber: providers black out tags in complaints, and leave the link that ends the subscription.
    Subscriber(SubscriberId),
}

impl Returned {
    /// Reads a mail, whatever it is; `recipient` is where it arrived, if the mail server said.
    pub fn read(mail: &[u8], recipient: Option<&str>, key: &TokenKey, now: Timestamp) -> Self {
        let mail = &mail[..mail.len().min(MOST_BYTES)];
        let mail = without_envelope_line(mail);
        let nothing = || Self { about: None, verdict: None, status: None, detail: "this is no mail".to_owned() };
        let Some(message) = MessageParser::default().parse(mail) else { return nothing() };
        let tags = Tags::new(key);
        let about = recipient.and_then(|recipient| tags.read_address(recipient)).map(About::Delivery);
        let about = about.or_else(|| find_about(&message, mail, key, now));
        let found =
            complaint(&message).or_else(|| report(&message)).or_else(|| wish(&message)).or_else(|| plain(&message));
        match found {
            Some(Found { verdict, status, words }) => {
                let detail = shortened(&one_line(&without_addresses(&words)), LONGEST_DETAIL);
                Self { about, verdict: Some(verdict), status, detail }
            }
            None => Self { about, verdict: None, status: None, detail: "this is no bounce".to_owned() },
        }
    }
}

/// What a mail says.
struct Found {
    verdict: Verdict,
    status: Option<Status>,
    words: String,
}

/// Mail from a mailbox of the old kind begins with a line of its own.
fn without_envelope_line(mail: &[u8]) -> &[u8] {
    match mail.iter().position(|byte| *byte == b'\n') {
        Some(end) if mail.starts_with(b"From ") => &mail[end + 1..],
        _ => mail,
    }
}

/// A complaint (RFC 5965 section 2).
fn complaint(message: &Message<'_>) -> Option<Found> {
    let part = message.parts.iter().find(|part| is_type(part, "message", "feedback-report"))?;
    let fields = text_of(part);
    let kind = field(&fields, "Feedback-Type").unwrap_or_default().to_lowercase();
    let verdict = match kind.as_str() {
        "not-spam" => Verdict::Notice,
        // About how mail is signed or what is in it, not about whom it went to.
        "auth-failure" | "dmarc" | "virus" => Verdict::Policy,
        _ => Verdict::Complaint,
    };
    Some(Found { verdict, status: None, words: format!("feedback: {kind}") })
}

/// A report on a delivery (RFC 3464): what it says of its worst recipient.
fn report(message: &Message<'_>) -> Option<Found> {
    let part = message.parts.iter().find(|part| {
        is_type(part, "message", "delivery-status") || is_type(part, "message", "global-delivery-status")
    })?;
    let fields = text_of(part).replace("\r\n", "\n");
    let recipients = fields
        .split("\n\n")
        .filter(|block| field(block, "Final-Recipient").is_some() || field(block, "Action").is_some());
    let found = recipients.map(recipient).min_by_key(|found| found.verdict)?;
    // Where the status says little, the letter around it may say more.
    if found.verdict == Verdict::Soft && found.status.is_none_or(|status| status == Status(5, 0, 0)) {
        let words = format!("{} {}", found.words, words_of(message));
        return Some(Found { verdict: classify(found.status, &words), ..found });
    }
    Some(found)
}

/// What a report says of one recipient.
fn recipient(block: &str) -> Found {
    let status = field(block, "Status").and_then(|text| Status::find(&text));
    let said = field(block, "Diagnostic-Code").unwrap_or_default();
    // Many gateways say no more than 5.0.0, and what they heard beside it.
    let status = match status {
        None | Some(Status(5, 0, 0)) => Status::find(&said).or(status),
        _ => status,
    };
    let action = field(block, "Action").unwrap_or_default().to_lowercase();
    let verdict = match action.trim() {
        "delayed" | "delivered" | "relayed" | "expanded" => Verdict::Notice,
        "failed" => classify(status, &said),
        // No action, as some forget it: a code of failure is one.
        _ if status.is_some_and(Status::is_permanent) => classify(status, &said),
        _ => Verdict::Notice,
    };
    let words = match status {
        Some(status) if !said.contains(&status.to_string()) => format!("{status} {said}"),
        _ => said,
    };
    Found { verdict, status, words }
}

/// The wish to leave, as mail programs write it: the subject that our List-Unsubscribe names (RFC 2369 section 3.2).
fn wish(message: &Message<'_>) -> Option<Found> {
    let subject = message.subject()?.trim();
    let is_person = message.header_raw("Auto-Submitted").is_none_or(|value| value.trim().starts_with("no"));
    let found = Found { verdict: Verdict::Leave, status: None, words: subject.to_lowercase() };
    (subject.eq_ignore_ascii_case(LEAVE_SUBJECT) && is_person).then_some(found)
}

/// A mail without a report: an automatic answer, a bounce in plain words, or a letter.
fn plain(message: &Message<'_>) -> Option<Found> {
    let header = |name: &str| message.header_raw(name).map(|value| value.trim().to_lowercase());
    let subject = message.subject().unwrap_or_default().to_lowercase();
    let from = message.from().and_then(|from| from.first()).map(|from| {
        format!("{} {}", from.name().unwrap_or_default(), from.address().unwrap_or_default()).to_lowercase()
    });
    let from = from.unwrap_or_default();
    let is_machine = header("Auto-Submitted").is_some_and(|value| !value.starts_with("no"));
    let is_daemon = ["mailer-daemon", "postmaster", "mail delivery", "mail administrator", "mailsystem", "mdaemon"]
        .iter()
        .any(|name| from.contains(name))
        || header("Return-Path").is_some_and(|path| path == "<>")
        || header("X-Failed-Recipients").is_some();
    let answers = header("X-Autoreply").is_some()
        || header("X-Autorespond").is_some()
        || header("Precedence").is_some_and(|value| value == "auto_reply")
        || header("Auto-Submitted").is_some_and(|value| value.starts_with("auto-replied"))
        || says_away(&subject);
    let words = words_of(message);
    let fails = says_failure(&subject) || is_daemon && says_failure(&words.to_lowercase());
    if fails && (is_daemon || !answers) {
        let status = Status::find(&words);
        return Some(Found { verdict: classify(status.or_else(|| basic(&words)), &words), status, words });
    }
    (answers || is_machine).then_some(Found { verdict: Verdict::Reply, status: None, words: subject })
}

/// A reply code of SMTP without a status: 552 is a full mailbox, 4 is for now.
fn basic(words: &str) -> Option<Status> {
    let codes = words.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| word.len() == 3);
    let code = codes.filter_map(|word| word.parse::<u16>().ok()).find(|code| matches!(code, 420..=499 | 550..=559))?;
    match code {
        552 => Some(Status(5, 2, 2)),
        420..=499 => Some(Status(4, 0, 0)),
        _ => None,
    }
}

/// Whether a subject or a letter says that mail could not be delivered, as those programs do that write neither a
/// report nor who they are.
fn says_failure(text: &str) -> bool {
    const FAILURES: [&str; 24] = [
        "undeliver",
        "delivery failed",
        "delivery failure",
        "delivery has failed",
        "delivery status notification",
        "failure notice",
        "returned mail",
        "returned to sender",
        "mail delivery",
        "could not be delivered",
        "couldn't be delivered",
        "unable to deliver",
        "not delivered",
        "delivery error",
        "failed permanently",
        "mail system error",
        "non remis",
        "non distribu",
        "nicht zugestellt",
        "unzustellbar",
        "onbestelbaar",
        "niet bezorgd",
        "niet afgeleverd",
        "permanent error",
    ];
    FAILURES.iter().any(|words| text.contains(words))
}

/// Whether a subject says that somebody is away or will answer later.
fn says_away(subject: &str) -> bool {
    const AWAY: [&str; 14] = [
        "out of office",
        "out of the office",
        "automatic reply",
        "autoreply",
        "auto-reply",
        "auto reply",
        "afwezig",
        "automatisch antwoord",
        "réponse automatique",
        "absence",
        "abwesenheit",
        "automatische antwort",
        "on vacation",
        "رد تلقائي",
    ];
    AWAY.iter().any(|words| subject.contains(words))
}

/// What a letter says before it repeats the mail that came back.
fn words_of(message: &Message<'_>) -> String {
    let text = message.body_text(0).unwrap_or_default();
    let end = text.char_indices().nth(MOST_WORDS).map_or(text.len(), |(at, _)| at);
    let mut words = String::new();
    for line in text[..end].lines() {
        let lower = line.trim_start_matches(['>', ' ', '-', '*', '=']).to_lowercase();
        if COPY_BEGINS.iter().any(|begin| lower.starts_with(begin)) && !words.trim().is_empty() {
            break;
        }
        words.push_str(line);
        words.push('\n');
    }
    words
}

/// The delivery or the subscriber that a mail is about. Where it arrived says most, then what its own
/// fields say, then the mail that it repeats.
fn find_about(message: &Message<'_>, raw: &[u8], key: &TokenKey, now: Timestamp) -> Option<About> {
    let head = &raw[..(message.root_part().offset_body as usize).min(raw.len())];
    let decoded = || {
        message.parts.iter().filter_map(|part| match &part.body {
            PartType::Text(text) | PartType::Html(text) => Some(Cow::Borrowed(text.as_bytes())),
            PartType::Binary(bytes) | PartType::InlineBinary(bytes) => Some(Cow::Borrowed(bytes.as_ref())),
            PartType::Message(inner) => Some(Cow::Borrowed(inner.raw_message())),
            PartType::Multipart(_) => None,
        })
    };
    let tags = Tags::new(key);
    let tag = |bytes: &[u8]| candidates(bytes, is_tag_letter).find_map(|text| tags.read(text)).map(About::Delivery);
    let link = |bytes: &[u8]| {
        let token = candidates(bytes, is_token_letter).find_map(|text| key.verify(text, now).ok());
        token.map(|token| About::Subscriber(token.subscriber))
    };
    tag(head)
        .or_else(|| tag(raw))
        .or_else(|| decoded().find_map(|bytes| tag(&bytes)))
        .or_else(|| link(raw))
        .or_else(|| decoded().find_map(|bytes| link(&bytes)))
}

fn is_tag_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-'
}

fn is_token_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'
}

/// Words of such letters that are long enough to be a tag or a token, and have the hyphen of a tag.
fn candidates(bytes: &[u8], is_letter: fn(u8) -> bool) -> impl Iterator<Item = &str> {
    const SHORTEST: usize = "1-abcdefgh".len();
    let words = bytes.split(move |byte| !is_letter(*byte)).filter(|word| word.len() >= SHORTEST);
    let plausible = words.filter(|word| {
        let is_tag = word.len() < 32 && word[0].is_ascii_digit() && word.contains(&b'-');
        is_tag || word.len() == 62
    });
    plausible.take(MOST_CANDIDATES).filter_map(|word| std::str::from_utf8(word).ok())
}

fn is_type(part: &MessagePart<'_>, kind: &str, subtype: &str) -> bool {
    part.content_type().is_some_and(|content| {
        content.ctype().eq_ignore_ascii_case(kind) && content.subtype().is_some_and(|s| s.eq_ignore_ascii_case(subtype))
    })
}

fn text_of(part: &MessagePart<'_>) -> String {
    match &part.body {
        PartType::Text(text) | PartType::Html(text) => text.to_string(),
        PartType::Binary(bytes) | PartType::InlineBinary(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        PartType::Message(inner) => String::from_utf8_lossy(inner.raw_message()).into_owned(),
        PartType::Multipart(_) => String::new(),
    }
}

/// A field of a block of fields, unfolded, without the word for its type (`rfc822;`, `smtp;`).
fn field(block: &str, name: &str) -> Option<String> {
    let mut lines = block.lines();
    let first = lines.find_map(|line| {
        let (found, value) = line.split_once(':')?;
        found.trim().eq_ignore_ascii_case(name).then_some(value)
    })?;
    let more = lines.take_while(|line| line.starts_with([' ', '\t']));
    let value = more.fold(first.trim().to_owned(), |value, line| value + " " + line.trim());
    Some(match value.split_once(';') {
        Some((kind, rest)) if kind.chars().all(|c| c.is_ascii_alphanumeric() || "-x".contains(c)) => {
            rest.trim().to_owned()
        }
        _ => value,
    })
}

/// The text with every word that looks like an address replaced.
fn without_addresses(text: &str) -> String {
    let replaced = text.split_whitespace().map(|word| if word.contains('@') { "recipient" } else { word });
    replaced.collect::<Vec<_>>().join(" ")
}
