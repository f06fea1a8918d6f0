//! An address that mail can be sent to.

use std::{fmt, str::FromStr};

use email_address::{EmailAddress, Options};
use icu_normalizer::ComposingNormalizerBorrowed;
use url::Host;

/// The longest address, in bytes (RFC 5321 section 4.5.3.1.3, less the angle brackets).
const MAX_LENGTH: usize = 254;

/// The mail address of a subscriber. It shows itself only where asked to by
/// [`as_str`](Self::as_str): in `Debug`, and so in logs, all but the domain is masked.
///
/// International addresses are accepted on purpose (RFC 6531 and IDN domains), in the composed form
/// of their letters (Unicode NFC); whether the relay takes them shows in its reply.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SubscriberEmail(String);

/// The text is no address. It is not repeated here, as errors end up in logs.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("not a mail address such as `lien@example.org` ({0})")]
pub struct NotAnEmail(String);

impl SubscriberEmail {
    /// The address as it was given.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What follows the `@`.
    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }

    /// The domain that mail to it goes to, in A-labels (RFC 5890).
    pub fn mailed_domain(&self) -> String {
        self.key().rsplit_once('@').map_or_else(String::new, |(_, domain)| domain.to_owned())
    }

    /// The form in which two addresses are compared: nobody has had two subscribers
    /// whose addresses differ in case only, though RFC 5321 section 2.4 allows it, nor in
    /// whether the domain is written in the letters of its language or in A-labels (RFC 5890).
    pub fn key(&self) -> String {
        let local = self.0.rsplit_once('@').map_or("", |(local, _)| local).to_lowercase();
        match Host::parse(self.domain()) {
            Ok(Host::Domain(ascii)) => format!("{local}@{ascii}"),
            _ => self.0.to_lowercase(),
        }
    }
}

impl FromStr for SubscriberEmail {
    type Err = NotAnEmail;

    fn from_str(text: &str) -> Result<Self, NotAnEmail> {
        let text = ComposingNormalizerBorrowed::new_nfc().normalize(text.trim());
        let text = text.as_ref();
        if text.len() > MAX_LENGTH {
            return Err(NotAnEmail(format!("longer than {MAX_LENGTH} bytes")));
        }
        if text.chars().any(|c| c.is_control() || c.is_whitespace()) {
            return Err(NotAnEmail("it holds a blank".to_owned()));
        }
        let options = Options::default().with_required_tld().without_domain_literal().without_display_text();
        EmailAddress::parse_with_options(text, options)
            .map_err(|error| NotAnEmail(error.to_string().to_lowercase()))?;
        if text.starts_with('"') {
            return Err(NotAnEmail("in quotes, which hardly any provider takes".to_owned()));
        }
        let email = Self(text.to_owned());
        match Host::parse(email.domain()) {
            Ok(Host::Domain(ascii)) if is_host_name(&ascii) => Ok(email),
            Ok(Host::Domain(_)) | Err(_) => Err(NotAnEmail("no domain can be called that".to_owned())),
            Ok(Host::Ipv4(_) | Host::Ipv6(_)) => Err(NotAnEmail("a number in place of a domain".to_owned())),
        }
    }
}

/// Whether a domain in A-labels can be that of a host (RFC 1123 section 2.1): letters, digits and hyphens within.
fn is_host_name(ascii: &str) -> bool {
    let is_label = |label: &str| {
        let inner = !label.starts_with('-') && !label.ends_with('-');
        inner && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    ascii.split('.').all(is_label)
}

impl fmt::Debug for SubscriberEmail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "***@{}", self.domain())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_all_countries_are_taken() {
        for good in ["a@b.be", "lien.o'neil+x@sub.example.org", "pelé@exämple.org", "用户@例子.中国"] {
            assert_eq!(good.parse::<SubscriberEmail>().map(|e| e.0), Ok(good.to_owned()));
        }
    }

    #[test]
    fn what_could_break_a_header_or_an_envelope_is_refused() {
        let long = format!("{}@b.be", "a".repeat(255));
        for bad in [
            "",
            "a",
            "a@",
            "@b.be",
            "a@localhost",
            "a b@c.be",
            "a@b.be\r\nBcc: c@d.be",
            "a@b..be",
            "Lien <a@b.be>",
            "<a@b.be>",
            "a@[127.0.0.1]",
            "\"a b\"@c.be",
            "a,b@c.be",
            "a@1.2.3.4",
            "a@0x7f.1",
            "a@b.123",
            "a@exa_mple.com",
            "a@-b.be",
            "a@xn--zz.com",
            "\"a\"@c.be",
            &long,
        ] {
            assert!(bad.parse::<SubscriberEmail>().is_err(), "{bad:?}");
        }
    }

    #[test]
    fn neither_case_nor_the_letters_of_a_domain_make_a_second_subscriber() {
        let [a, b] = ["Lien@Example.org", "lien@example.ORG"].map(|e| e.parse::<SubscriberEmail>());
        assert_eq!(a.unwrap().key(), b.unwrap().key());
        let [a, b] = ["pelé@Exämple.org", "PELÉ@xn--exmple-cua.org"].map(|e| e.parse::<SubscriberEmail>());
        assert_eq!(a.unwrap().key(), b.unwrap().key());
    }

    #[test]
    fn a_letter_and_its_accent_are_one() {
        let [composed, apart] =
            ["pel\u{e9}@example.org", "pele\u{301}@example.org"].map(|e| e.parse::<SubscriberEmail>());
        assert_eq!(composed, apart);
    }

    #[test]
    fn an_address_masks_itself() {
        let email: SubscriberEmail = "lien@example.org".parse().unwrap();
        assert_eq!(format!("{email:?}"), "***@example.org");
    }
}
