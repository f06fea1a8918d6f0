//! Composes mail: headers and parts once for a cohort, then one mail for each recipient.

use std::{
    borrow::Cow,
    fmt::{self, Write as _},
};

use lettre::Address;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use url::{Host, Url};

use super::{
    body::Part,
    content::{MailContent, PersonalLink},
    dkim::NotSigned,
    header,
};
use crate::{clock::Timestamp, locale::Locale};

/// The longest value of a header that cannot be folded, such as a link: with its name the
/// line stays under 998 bytes (RFC 5322 section 2.1.1).
const LONGEST_VALUE: usize = 900;

/// The longest address that fits into an SMTP path (RFC 5321 section 4.5.3.1.3).
const LONGEST_ADDRESS: usize = 254;

/// What a mail is about that asks to leave.
pub const LEAVE_SUBJECT: &str = "unsubscribe";

/// What stands as it is before the `@` of an address in a link (RFC 6068 section 2).
const IN_A_LINK: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'+');

/// Stands between the parts. It holds `=_`, which neither quoted-printable nor base64 can,
/// so it is in no part, and all mails may have the same (RFC 2045 section 6.7).
const BOUNDARY: &str = "=_postduif_=";

/// Why a mail cannot be composed. None of them gets better by trying again.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum Error {
    /// The text is no address a mail can be sent to.
    #[error("the address is not one that mail can be sent to")]
    Address,
    /// What stands before its `@` must be printable ASCII without spaces or brackets.
    #[error("{0:?} makes no Message-ID")]
    MessageId(String),
    /// A header line may have at most 998 bytes, and this value cannot be folded.
    #[error("the {0} header would be too long")]
    TooLong(&'static str),
    /// It could not be signed, which is nothing that its recipient could be blamed for.
    #[error(transparent)]
    NotSigned(#[from] NotSigned),
}

/// A name and an address.
#[derive(Clone, PartialEq, Eq)]
pub struct Mailbox {
    /// What people call it; may be empty.
    pub name: String,
    /// Where mail goes.
    pub address: Address,
}

/// Who the mail is from; the same for all mail of a publication.
#[derive(Debug, Clone)]
pub struct Sender {
    /// Shown as the author.
    pub from: Mailbox,
    /// Where answers go, if not to `from`.
    pub reply_to: Option<Mailbox>,
    /// Where bounces go: the envelope's sender, with the tag of its delivery. `from`, without one, if none
    /// is set.
    pub bounces: Option<Address>,
}

/// What a mail is, which decides its headers.
#[derive(Debug, Clone, Copy)]
pub enum Kind<'a> {
    /// A digest or a welcome, for whoever subscribed: it can be unsubscribed from.
    Newsletter(&'a List),
    /// An answer to what somebody just did, such as a request to confirm. It carries
    /// nothing that they wrote, so that nobody can use it to write to others.
    Administrative,
}

/// The list that a newsletter belongs to: one for each language of a publication.
#[derive(Debug, Clone)]
pub struct List {
    name: String,
    id: String,
    help: Url,
    archive: Url,
    campaign: String,
}

/// A link of each kind for one subscriber.
#[derive(Clone)]
pub struct PersonalLinks {
    /// Ends the subscription; also in List-Unsubscribe (RFC 8058).
    pub unsubscribe: Url,
    /// Shows and changes the subscription.
    pub preferences: Url,
    /// Confirms the subscription.
    pub confirm: Url,
    /// Confirms a new address.
    pub address: Url,
}

/// What one mail has for itself.
#[derive(Clone, Copy)]
pub struct Recipient<'a> {
    /// The address; an internationalized domain is sent as A-labels.
    pub address: &'a str,
    /// The name in the To header; may be empty. Administrative mail leaves it out.
    pub name: &'a str,
    /// Their links.
    pub links: &'a PersonalLinks,
    /// What stands before the `@`; the same each time this delivery is tried.
    pub message_id: &'a str,
    /// Where a mail with the subject `unsubscribe` ends the subscription too, if there is such a place.
    pub leave: Option<&'a Address>,
    /// For the Date header.
    pub date: Timestamp,
    /// The day on which they asked for what they get, as their language writes it, if it is known.
    pub asked_on: Option<&'a str>,
}

/// A mail ready for a transport.
#[derive(Clone, PartialEq, Eq)]
pub struct ComposedMail {
    /// The envelope's sender.
    pub from: Address,
    /// The envelope's only recipient.
    pub to: Address,
    /// By what whoever sends a bounce may name it; a mail that no ledger knows has none.
    pub tag: Option<String>,
    /// The mail with CRLF line ends; ASCII, unless the address itself is not.
    pub bytes: Vec<u8>,
}

/// Everything that the mails of one cohort share, encoded and ready to be spliced.
#[derive(Debug)]
pub struct CohortMail {
    envelope_from: Address,
    /// The author's domain, in which Message-IDs are unique.
    domain: String,
    /// Header fields, each with its CRLF.
    shared_headers: String,
    is_newsletter: bool,
    text: Part,
    html: Part,
}

impl List {
    /// The list of `locale`: its id is the language under the publication's host, and its
    /// archive the `edition` that its readers see. `issue` groups complaints in Feedback-ID.
    ///
    /// # Errors
    /// When the addresses or names would not fit into a header line.
    pub fn new(name: &str, locale: &Locale, edition: &Locale, base: &Url, issue: &str) -> Result<Self, Error> {
        let tag = locale.as_str().to_ascii_lowercase();
        // A number is no name that a list can have; one that nobody owns ends in `localhost`
        // (RFC 2919 section 2).
        let host = base.host().and_then(|host| if let Host::Domain(name) = host { Some(name) } else { None });
        let id = format!("{tag}.{}", host.unwrap_or("localhost"));
        let page = |path: &str| {
            let mut page = base.clone();
            page.set_path(&format!("{}/{edition}/{path}", base.path().trim_end_matches('/')));
            fits("List-Archive", page.as_str()).map(|()| page.clone())
        };
        fits("List-Id", &id)?;
        Ok(Self {
            name: name.to_owned(),
            help: page("subscribe")?,
            archive: page("issues/")?,
            campaign: format!("{}:{tag}:digest", issue.replace(|c: char| !c.is_ascii_alphanumeric(), "-")),
            id,
        })
    }
}

impl CohortMail {
    /// Encodes what the mails of a cohort share.
    ///
    /// # Errors
    /// When a header would be longer than a line may be.
    pub fn new(sender: &Sender, locale: &Locale, kind: Kind<'_>, content: &MailContent) -> Result<Self, Error> {
        let mut headers = String::with_capacity(1024);
        let from = mailable(sender.from.address.as_ref())?;
        header::write_named(&mut headers, "From", &sender.from.name, from.as_ref());
        if let Some(reply_to) = &sender.reply_to {
            let address = mailable(reply_to.address.as_ref())?;
            header::write_named(&mut headers, "Reply-To", &reply_to.name, address.as_ref());
        }
        header::write_text(&mut headers, "Subject", &content.subject);
        header::write_plain(&mut headers, "Content-Language", locale.as_str());
        match kind {
            Kind::Newsletter(list) => write_list_headers(&mut headers, list, from.domain()),
            Kind::Administrative => header::write_plain(&mut headers, "Auto-Submitted", "auto-generated"),
        }
        // Never `All`: it would suppress bounces too (MS-OXCMAIL 2.1.3.2.20).
        header::write_plain(&mut headers, "X-Auto-Response-Suppress", "OOF, AutoReply");
        header::write_plain(&mut headers, "MIME-Version", "1.0");
        let content_type = format!("multipart/alternative;\r\n boundary=\"{BOUNDARY}\"");
        header::write_plain(&mut headers, "Content-Type", &content_type);
        Ok(Self {
            envelope_from: match &sender.bounces {
                Some(bounces) => mailable(bounces.as_ref())?,
                None => from.clone(),
            },
            domain: from.domain().to_owned(),
            shared_headers: headers,
            is_newsletter: matches!(kind, Kind::Newsletter(_)),
            text: Part::new(&content.text),
            html: Part::new(&content.html),
        })
    }

    /// Composes the mail for one recipient.
    ///
    /// # Errors
    /// When the address cannot be mailed to, or a personal header does not fit its line.
    pub fn compose_mail(&self, recipient: &Recipient<'_>) -> Result<ComposedMail, Error> {
        let to = mailable(recipient.address)?;
        let links = recipient.links;
        let mut headers = String::with_capacity(self.shared_headers.len() + 1024);
        header::write_plain(&mut headers, "Date", &recipient.date.to_rfc2822());
        let id = message_id(recipient.message_id, &self.domain)?;
        header::write_plain(&mut headers, "Message-ID", &id);
        let name = if self.is_newsletter { recipient.name } else { "" };
        header::write_named(&mut headers, "To", name, to.as_ref());
        if self.is_newsletter {
            fits("List-Unsubscribe", links.unsubscribe.as_str())?;
            let by_mail = recipient.leave.map(write_to_leave).transpose()?.unwrap_or_default();
            header::write_plain(&mut headers, "List-Unsubscribe", &format!("<{}>{by_mail}", links.unsubscribe));
            header::write_plain(&mut headers, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        headers.push_str(&self.shared_headers);

        let mut bytes = headers.into_bytes();
        bytes.reserve(self.text.size_hint() + self.html.size_hint() + 1024);
        let escaped = PersonalLink::ALL.map(|link| escape_html(links.get(link).as_str()));
        let day = recipient.asked_on;
        write_part(&mut bytes, "text/plain", &self.text, |link| links.get(link).as_str(), day);
        let day = day.map(escape_html);
        write_part(&mut bytes, "text/html", &self.html, |link| &escaped[link as usize], day.as_deref());
        bytes.extend_from_slice(format!("\r\n--{BOUNDARY}--\r\n").as_bytes());
        Ok(ComposedMail { from: self.envelope_from.clone(), to, tag: None, bytes })
    }
}

impl PersonalLinks {
    fn get(&self, link: PersonalLink) -> &Url {
        match link {
            PersonalLink::Unsubscribe => &self.unsubscribe,
            PersonalLink::Preferences => &self.preferences,
            PersonalLink::Confirm => &self.confirm,
            PersonalLink::Address => &self.address,
        }
    }
}

fn write_list_headers(headers: &mut String, list: &List, sender_domain: &str) {
    header::write_named(headers, "List-Id", &list.name, &list.id);
    for field in ["List-Help", "List-Subscribe"] {
        header::write_plain(headers, field, &format!("<{}>", list.help));
    }
    header::write_plain(headers, "List-Archive", &format!("<{}>", list.archive));
    // The sender's own field: constant, 5 to 15 characters (Gmail's Feedback-ID).
    let mut sender: String = sender_domain.chars().filter(char::is_ascii_alphanumeric).take(15).collect();
    while sender.len() < 5 {
        sender.push('0');
    }
    header::write_plain(headers, "Feedback-ID", &format!("{}:{sender}", list.campaign));
}

fn write_part<'a>(
    out: &mut Vec<u8>,
    media_type: &str,
    part: &Part,
    link: impl Fn(PersonalLink) -> &'a str,
    day: Option<&'a str>,
) {
    let mut head = String::new();
    let _ = write!(
        head,
        "\r\n--{BOUNDARY}\r\nContent-Type: {media_type}; charset=utf-8\r\nContent-Transfer-Encoding: {}\r\n\r\n",
        part.encoding()
    );
    out.extend_from_slice(head.as_bytes());
    part.write(out, link, day);
}

/// The way to leave by mail, on a line of its own.
fn write_to_leave(address: &Address) -> Result<String, Error> {
    let address = mailable(address.as_ref())?;
    let (local, domain) = (utf8_percent_encode(address.user(), IN_A_LINK), address.domain());
    let way = format!(",\r\n <mailto:{local}@{domain}?subject={LEAVE_SUBJECT}>");
    fits("List-Unsubscribe", &way).map(|()| way)
}

/// The address as a relay takes it: the domain in A-labels (RFC 5890), the rest as it is.
fn mailable(address: &str) -> Result<Address, Error> {
    let (local, domain) = address.rsplit_once('@').ok_or(Error::Address)?;
    let domain = match Host::parse(domain) {
        Ok(Host::Domain(ascii)) => ascii,
        _ => return Err(Error::Address),
    };
    if address.len() > LONGEST_ADDRESS || local.chars().any(char::is_control) {
        return Err(Error::Address);
    }
    Address::new(local, domain).map_err(|_| Error::Address)
}

fn message_id(id: &str, domain: &str) -> Result<String, Error> {
    let printable = id.bytes().all(|b| b.is_ascii_graphic() && !matches!(b, b'<' | b'>' | b'@'));
    if !printable || id.is_empty() {
        return Err(Error::MessageId(id.to_owned()));
    }
    let whole = format!("<{id}@{domain}>");
    fits("Message-ID", &whole).map(|()| whole)
}

fn fits(field: &'static str, value: &str) -> Result<(), Error> {
    if value.len() > LONGEST_VALUE { Err(Error::TooLong(field)) } else { Ok(()) }
}

fn escape_html(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"', '\'']) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    Cow::Owned(out)
}

impl fmt::Debug for Mailbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Mailbox(…)")
    }
}

impl fmt::Debug for ComposedMail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ComposedMail({} bytes)", self.bytes.len())
    }
}

#[cfg(test)]
mod tests;
