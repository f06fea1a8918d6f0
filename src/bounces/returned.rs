//! Reading what came back: reports of failed deliveries (RFC 3464, RFC 6533), complaints (RFC 5965),
//! and the many that are neither.

use std::borrow::Cow;

use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders as _, PartType};

use super::{
    Tags,
    classify::{classify, redact, says},
    verdict::{Status, Verdict},
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

/// Words of a subject or a letter for mail that could not be delivered, as those programs say it that write neither a
/// report nor who they are.
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

/// Words of a subject for mail that is still on its way.
const DELAYS: [&str; 6] =
    ["delayed", "(delay)", "could not send message for past", "vertraagd", "verzögert", "retardé"];

/// The same in a letter.
const DELAYED: [&str; 8] = [
    "not yet been delivered",
    "warning message only",
    "delivery attempts will continue",
    "no action is required on your part",
    "will be retried",
    "will continue to try",
    "will keep trying",
    "do not need to resend",
];

/// Words of a subject for somebody who is away or will answer later.
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

/// What a mail server said of a mail that it handed over.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Envelope<'a> {
    /// Whom it came from; empty for what is not to be answered, as every bounce is (RFC 5321 section 4.5.5).
    pub sender: Option<&'a str>,
    /// Where it arrived.
    pub recipient: Option<&'a str>,
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
    /// Reads a mail, whatever it is, with what the mail server said of it. From whoever is to be answered comes no
    /// bounce, but complaints, wishes and automatic answers do.
    pub fn read(mail: &[u8], envelope: Envelope<'_>, key: &TokenKey, now: Timestamp) -> Self {
        let mail = &mail[..mail.len().min(MOST_BYTES)];
        let mail = without_envelope_line(mail);
        let nothing = || Self { about: None, verdict: None, status: None, detail: "this is no mail".to_owned() };
        let Some(message) = MessageParser::default().parse(mail) else { return nothing() };
        let tags = Tags::new(key);
        let about = envelope.recipient.and_then(|recipient| tags.read_address(recipient)).map(About::Delivery);
        let about = about.or_else(|| find_about(&message, mail, key, now));
        let is_letter = envelope.sender.is_some_and(|sender| !sender.is_empty());
        let found = complaint(&message)
            .or_else(|| report(&message).filter(|_| !is_letter))
            .or_else(|| wish(&message))
            .or_else(|| plain(&message, envelope).filter(|_| !is_letter))
            .or_else(|| answer(&message, envelope));
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
        let words = without_addresses(&format!("{} {}", found.words, words_of(message)));
        return Some(Found { verdict: classify(found.status, &words), ..found });
    }
    Some(found)
}

/// What a report says of one recipient.
fn recipient(block: &str) -> Found {
    let status = field(block, "Status").and_then(|text| Status::find(&text));
    let named = |said: String, name: &str| field(block, name).map_or(said.clone(), |whose| redact(&said, &whose));
    let said = field(block, "Diagnostic-Code").unwrap_or_default();
    let said = ["Final-Recipient", "Original-Recipient"].into_iter().fold(said, named);
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

/// A bounce without a report. Words alone are no proof: it comes from a mail server, or from nobody, and answers no letter.
fn plain(message: &Message<'_>, envelope: Envelope<'_>) -> Option<Found> {
    let subject = message.subject().unwrap_or_default().to_lowercase();
    let is_daemon = is_daemon(message);
    let is_bounce = is_daemon || envelope.is_from_nobody(message) && !answers_by_itself(message, &subject);
    if !is_bounce || is_of_a_thread(message, &subject) {
        return None;
    }
    let words = words_of(message);
    let lower = words.to_lowercase();
    if says(&subject, &DELAYS) || says(&lower, &DELAYED) {
        return Some(Found { verdict: Verdict::Notice, status: None, words: subject });
    }
    let status = Status::find(&words);
    let fails = says(&subject, &FAILURES) || is_daemon && says(&lower, &FAILURES);
    let verdict = || classify(status.or_else(|| basic(&words)), &without_addresses(&words));
    fails.then(|| Found { verdict: verdict(), status, words: words.clone() })
}

/// Whether a mail server writes.
fn is_daemon(message: &Message<'_>) -> bool {
    const DAEMONS: [&str; 6] =
        ["mailer-daemon", "postmaster", "mail delivery", "mail administrator", "mailsystem", "mdaemon"];
    let from = message.from().and_then(|from| from.first()).map(|from| {
        format!("{} {}", from.name().unwrap_or_default(), from.address().unwrap_or_default()).to_lowercase()
    });
    from.is_some_and(|from| says(&from, &DAEMONS)) || header(message, "X-Failed-Recipients").is_some()
}

impl Envelope<'_> {
    /// Whether nobody is to be answered: the mail server said so, or whoever put the mail where it lies.
    fn is_from_nobody(self, message: &Message<'_>) -> bool {
        self.sender.map_or_else(|| header(message, "Return-Path").is_some_and(|path| path == "<>"), str::is_empty)
    }
}

/// Whether a mail answers another or passes it on. Mail servers name the mail that they write about as answers do.
fn is_of_a_thread(message: &Message<'_>, subject: &str) -> bool {
    const THREADS: [&str; 11] = ["re", "fw", "fwd", "aw", "wg", "antw", "doorst", "tr", "réf", "رد", "إعادة توجيه"];
    let names_another = || header(message, "In-Reply-To").is_some() || header(message, "References").is_some();
    subject.split_once(':').is_some_and(|(begin, _)| THREADS.contains(&begin.trim()))
        || names_another() && !is_daemon(message)
}

/// Whether a program answers in somebody's place.
fn answers_by_itself(message: &Message<'_>, subject: &str) -> bool {
    let says_so = |name: &str, what: fn(&str) -> bool| header(message, name).is_some_and(|value| what(&value));
    says_so("X-Autoreply", |_| true)
        || says_so("X-Autorespond", |_| true)
        || says_so("Precedence", |value| value == "auto_reply")
        || says_so("Auto-Submitted", |value| value.starts_with("auto-replied"))
        || says(subject, &AWAY)
}

/// An automatic answer, from whomever.
fn answer(message: &Message<'_>, envelope: Envelope<'_>) -> Option<Found> {
    let subject = message.subject().unwrap_or_default().to_lowercase();
    let is_machine = header(message, "Auto-Submitted").is_some_and(|value| !value.starts_with("no"));
    let is_answer = is_machine
        || answers_by_itself(message, &subject)
        || envelope.is_from_nobody(message) && is_of_a_thread(message, &subject);
    is_answer.then_some(Found { verdict: Verdict::Reply, status: None, words: subject })
}

/// The value of a field, in lower case.
fn header(message: &Message<'_>, name: &str) -> Option<String> {
    message.header_raw(name).map(|value| value.trim().to_lowercase())
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

/// The text on one line with everything replaced that looks like an address; what stands around one in its word stays.
fn without_addresses(text: &str) -> String {
    let replaced = text.split_whitespace().map(|word| {
        let Some((before, after)) = word.split_once('@') else { return word.to_owned() };
        let begin = before.rfind(['<', '(', '[', ':', ',']).map_or(0, |at| at + 1);
        let end = after.find(['>', ')', ']', ':', ',']).unwrap_or(after.len());
        let redacted = format!("{}recipient{}", &before[..begin], &after[end..]);
        if redacted.contains('@') { "recipient".to_owned() } else { redacted }
    });
    replaced.collect::<Vec<_>>().join(" ")
}
