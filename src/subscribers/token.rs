//! The signed links in mails: who they are for and what they allow, without a login.
//!
//! A token is a statement and a signature over it (HMAC-SHA-256), so the database
//! keeps none, and a link in an old mail works for ever.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, TimeDelta};
use ring::hmac;

use super::SubscriberId;
use crate::clock::Timestamp;

/// How long somebody has to confirm: a week covers a holiday, and then they can ask again.
pub const CONFIRM_WITHIN: TimeDelta = TimeDelta::days(7);

/// How long a form that was shown can be sent: over night it may lie.
pub const FORM_WITHIN: TimeDelta = TimeDelta::days(1);

/// Keeps these signatures apart from all others that the same key may ever make.
const CONTEXT: &[u8] = b"postduif token 1\0";

/// Bytes of a second since 1970: five reach to the year 36,000 and keep the text under 64 characters.
const SECONDS: usize = 5;

/// Bytes of the statement: purpose, subscriber, second.
const STATEMENT: usize = 1 + 8 + SECONDS;

/// What a link allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// To confirm a subscription.
    Confirm,
    /// To see and change one's preferences and data.
    Preferences,
    /// To end the subscription.
    Unsubscribe,
    /// To confirm a new address.
    Address,
    /// To send a form that was shown at that time; it is about nobody.
    Form,
    /// To let an issue go that waits for approval: its number stands in the place of the subscriber's.
    Approve,
}

/// Who may do what, and since when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// What it allows.
    pub purpose: Purpose,
    /// Whose subscription it is about.
    pub subscriber: SubscriberId,
    /// When it was made; whole seconds are kept.
    pub issued_at: Timestamp,
}

/// The key that signs tokens, and those that signed them before it: a link in an old mail works for
/// years. It does not show itself in `Debug`.
#[derive(Debug, Clone)]
pub struct TokenKey {
    newest: hmac::Key,
    older: Vec<hmac::Key>,
}

/// Why a token is not accepted.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum Error {
    /// It was cut, changed, or made with another key.
    #[error("this link is incomplete or was changed")]
    Invalid,
    /// It allowed something for a limited time, which is over.
    #[error("this link is too old")]
    Expired,
}

impl Purpose {
    const ALL: [Self; 6] =
        [Self::Confirm, Self::Preferences, Self::Unsubscribe, Self::Address, Self::Form, Self::Approve];

    /// The byte in the signed statement; never reuse one.
    fn byte(self) -> u8 {
        match self {
            Self::Confirm => 1,
            Self::Preferences => 2,
            Self::Unsubscribe => 3,
            Self::Address => 4,
            Self::Form => 5,
            Self::Approve => 6,
        }
    }

    /// How long it is good for; `None` is for ever.
    pub fn lifetime(self) -> Option<TimeDelta> {
        match self {
            Self::Confirm | Self::Address => Some(CONFIRM_WITHIN),
            Self::Form => Some(FORM_WITHIN),
            // Until when an issue may be approved, it says itself.
            Self::Preferences | Self::Unsubscribe | Self::Approve => None,
        }
    }
}

impl TokenKey {
    /// The key made of these random bytes.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self { newest: hmac::Key::new(hmac::HMAC_SHA256, &bytes), older: Vec::new() }
    }

    /// A newer key that signs in place of this one; what this one signed is still good.
    #[must_use]
    pub fn succeeded_by(mut self, bytes: [u8; 32]) -> Self {
        let newest = hmac::Key::new(hmac::HMAC_SHA256, &bytes);
        self.older.push(std::mem::replace(&mut self.newest, newest));
        self
    }

    /// The token as text for a URL: 62 characters of the URL-safe base64 alphabet.
    pub fn sign(&self, token: &Token) -> String {
        let mut bytes = Vec::with_capacity(STATEMENT + 32);
        bytes.push(token.purpose.byte());
        bytes.extend(token.subscriber.0.to_be_bytes());
        bytes.extend(&token.issued_at.timestamp().to_be_bytes()[8 - SECONDS..]);
        bytes.extend(hmac::sign(&self.newest, &in_context(&bytes)).as_ref());
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// Reads a token and checks its signature, in constant time, and its age.
    ///
    /// # Errors
    /// [`Error::Invalid`] if this key did not sign it; [`Error::Expired`] if its time is over.
    pub fn verify(&self, text: &str, now: Timestamp) -> Result<Token, Error> {
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| Error::Invalid)?;
        let (statement, signature) = bytes.split_first_chunk::<STATEMENT>().ok_or(Error::Invalid)?;
        let signed = in_context(statement);
        let mut keys = std::iter::once(&self.newest).chain(self.older.iter().rev());
        if !keys.any(|key| hmac::verify(key, &signed, signature).is_ok()) {
            return Err(Error::Invalid);
        }
        let token = parse(statement).ok_or(Error::Invalid)?;
        match token.purpose.lifetime() {
            Some(lifetime) if now - token.issued_at > lifetime => Err(Error::Expired),
            _ => Ok(token),
        }
    }

    /// A short proof that a number was written here, for where a whole token does not fit. `context` keeps
    /// the proofs of one use apart from those of all others. It is made with the first key there was: a
    /// number has one proof, whichever key signs tokens now.
    pub fn prove<const N: usize>(&self, context: &[u8], number: &[u8; 8]) -> [u8; N] {
        let first = self.older.first().unwrap_or(&self.newest);
        let mut short = [0; N];
        short.copy_from_slice(&hmac::sign(first, &[context, number].concat()).as_ref()[..N]);
        short
    }
}

impl TokenKey {
    /// A signature over something that is no token, in a context of its own.
    pub(super) fn seal(&self, context: &[u8], what: &[u8]) -> [u8; 32] {
        seal(&self.newest, context, what)
    }

    /// The same with each key there ever was, the newest first.
    pub(super) fn seals(&self, context: &[u8], what: &[u8]) -> impl Iterator<Item = [u8; 32]> {
        std::iter::once(&self.newest).chain(self.older.iter().rev()).map(move |key| seal(key, context, what))
    }
}

fn seal(key: &hmac::Key, context: &[u8], what: &[u8]) -> [u8; 32] {
    let mut bytes = [0; 32];
    bytes.copy_from_slice(hmac::sign(key, &[context, what].concat()).as_ref());
    bytes
}

fn in_context(statement: &[u8]) -> Vec<u8> {
    [CONTEXT, statement].concat()
}

fn parse(statement: &[u8; STATEMENT]) -> Option<Token> {
    let (purpose, rest) = statement.split_first()?;
    let (subscriber, seconds) = rest.split_first_chunk::<8>()?;
    let mut second = [0; 8];
    second[8 - SECONDS..].copy_from_slice(seconds);
    Some(Token {
        purpose: Purpose::ALL.into_iter().find(|known| known.byte() == *purpose)?,
        subscriber: SubscriberId(i64::from_be_bytes(*subscriber)),
        issued_at: DateTime::from_timestamp(i64::from_be_bytes(second), 0)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    fn token(purpose: Purpose) -> Token {
        Token { purpose, subscriber: SubscriberId(42), issued_at: at(1_000_000) }
    }

    #[test]
    fn a_token_says_what_was_signed() {
        let key = TokenKey::new([7; 32]);
        for purpose in Purpose::ALL {
            let text = key.sign(&token(purpose));
            assert!(text.len() < 64, "fits on a mail line: {}", text.len());
            assert_eq!(key.verify(&text, at(1_000_001)), Ok(token(purpose)));
        }
    }

    #[test]
    fn a_changed_token_is_refused_wherever_it_was_changed() {
        let key = TokenKey::new([7; 32]);
        let text = key.sign(&token(Purpose::Unsubscribe));
        for place in 0..text.len() {
            let mut changed = text.clone().into_bytes();
            changed[place] = if changed[place] == b'A' { b'B' } else { b'A' };
            let changed = String::from_utf8(changed).unwrap();
            assert_eq!(key.verify(&changed, at(1_000_001)), Err(Error::Invalid), "{place}");
        }
        for cut in ["", "A", &text[..40], &text[..text.len() - 1]] {
            assert_eq!(key.verify(cut, at(1_000_001)), Err(Error::Invalid));
        }
    }

    #[test]
    fn another_key_signs_nothing_of_ours() {
        let text = TokenKey::new([8; 32]).sign(&token(Purpose::Confirm));
        assert_eq!(TokenKey::new([7; 32]).verify(&text, at(1_000_001)), Err(Error::Invalid));
    }

    #[test]
    fn a_newer_key_signs_and_the_older_ones_are_still_known() {
        let old = TokenKey::new([7; 32]);
        let text = old.sign(&token(Purpose::Unsubscribe));
        let new = old.clone().succeeded_by([8; 32]).succeeded_by([9; 32]);
        assert_eq!(new.verify(&text, at(1_000_001)), Ok(token(Purpose::Unsubscribe)));
        let text = new.sign(&token(Purpose::Unsubscribe));
        assert_eq!(TokenKey::new([9; 32]).verify(&text, at(1_000_001)), Ok(token(Purpose::Unsubscribe)));
        assert_eq!(old.verify(&text, at(1_000_001)), Err(Error::Invalid));
    }

    #[test]
    fn only_a_confirmation_expires() {
        let key = TokenKey::new([7; 32]);
        let late = at(1_000_000) + CONFIRM_WITHIN + TimeDelta::seconds(1);
        let confirm = key.sign(&token(Purpose::Confirm));
        assert_eq!(key.verify(&confirm, late), Err(Error::Expired));
        let unsubscribe = key.sign(&token(Purpose::Unsubscribe));
        assert!(key.verify(&unsubscribe, late + TimeDelta::days(9999)).is_ok());
    }

    #[test]
    fn a_key_does_not_show_itself() {
        assert!(!format!("{:?}", TokenKey::new([7; 32])).contains('7'));
    }
}
