//! Addresses that must get no mail, and the hashes by which they are known.

use std::{fmt, str::FromStr};

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use ring::hmac;

use super::SubscriberEmail;

/// Why an address must get no mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Suppression {
    /// They were erased. An old list must not bring them back; they themselves may come back.
    Erased,
    /// They asked never to be written to again.
    Asked,
    /// Mail to this address comes back.
    Bounced,
    /// They told their mail provider that our mail is unwanted.
    Complained,
}

/// The text names no reason for a suppression.
#[derive(Debug, thiserror::Error)]
#[error("{0:?} is no reason for a suppression: use erased, asked, bounced or complained")]
pub struct NotASuppression(String);

impl Suppression {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Erased, Self::Asked, Self::Bounced, Self::Complained];

    /// The word in the database and in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Erased => "erased",
            Self::Asked => "asked",
            Self::Bounced => "bounced",
            Self::Complained => "complained",
        }
    }

    /// Whether it ends when its owner confirms a new subscription.
    pub fn yields_to_consent(self) -> bool {
        self == Self::Erased
    }
}

impl fmt::Display for Suppression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Suppression {
    type Err = NotASuppression;

    fn from_str(text: &str) -> Result<Self, NotASuppression> {
        let known = Self::ALL.into_iter().find(|reason| reason.as_str() == text);
        known.ok_or_else(|| NotASuppression(text.to_owned()))
    }
}

/// Makes hashes by which something is known again that is not kept. Who has the key can try out
/// addresses, so a copy of the database is to be guarded as one with addresses.
#[derive(Debug, Clone)]
pub struct HashKey(hmac::Key);

impl HashKey {
    /// The key made of these random bytes.
    pub fn new(bytes: &[u8]) -> Self {
        Self(hmac::Key::new(hmac::HMAC_SHA256, bytes))
    }

    /// The hash of an address, the same however it is written: 43 characters.
    pub fn hash_address(&self, address: &SubscriberEmail) -> String {
        self.hash("address", &address.key())
    }

    /// The hash of anything else; `what` keeps one kind of thing apart from another.
    pub fn hash(&self, what: &str, text: &str) -> String {
        let signed = [what.as_bytes(), b"\0", text.as_bytes()].concat();
        URL_SAFE_NO_PAD.encode(hmac::sign(&self.0, &signed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_suppression_is_read_as_it_is_written() {
        for reason in Suppression::ALL {
            assert_eq!(reason.to_string().parse::<Suppression>().unwrap(), reason);
        }
        assert!("unknown".parse::<Suppression>().is_err());
    }

    #[test]
    fn a_hash_knows_an_address_however_it_is_written_and_nothing_without_its_key() {
        let [one, same, other] = ["Lien@Exämple.org", "lien@xn--exmple-cua.org", "bo@example.org"]
            .map(|address| address.parse::<SubscriberEmail>().unwrap());
        let key = HashKey::new(&[7; 32]);
        assert_eq!(key.hash_address(&one), key.hash_address(&same));
        assert_ne!(key.hash_address(&one), key.hash_address(&other));
        assert_ne!(key.hash_address(&one), HashKey::new(&[8; 32]).hash_address(&one));
        assert_ne!(key.hash("address", "x"), key.hash("origin", "x"));
        assert!(!key.hash_address(&one).contains("lien"));
    }
}
