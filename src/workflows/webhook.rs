//! Webhooks as the specification of Standard Webhooks has them (standardwebhooks.com, 1.0): signed with a
//! secret that both sides have, over an id, a time and the body.

use std::{fmt, str::FromStr};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use chrono::TimeDelta;
use ring::hmac;
use serde::Deserialize;

use crate::clock::Timestamp;

/// What a secret begins with.
const PREFIX: &str = "whsec_";

/// How many bytes a secret has: fewer can be guessed.
const BYTES: std::ops::RangeInclusive<usize> = 24..=64;

/// How far the time of a request may be from ours: so long it may be under way, and clocks go wrong by less.
pub const TOLERANCE: TimeDelta = TimeDelta::minutes(5);

/// The longest id of a request.
const LONGEST_ID: usize = 256;

/// The most signatures of a request that are looked at: one for each secret while they are changed.
const MOST_SIGNATURES: usize = 8;

/// A secret that two programs share. It does not show itself.
#[derive(Clone, Deserialize)]
#[serde(try_from = "String")]
pub struct Secret(hmac::Key);

/// The text is no secret; which text, nobody is told.
#[derive(Debug, thiserror::Error)]
#[error("this is no secret: write `whsec_` and 24 to 64 random bytes in base64")]
pub struct NotASecret;

/// A request is not one that the other side made just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotVerified {
    /// Its id or its time cannot be read.
    #[error("webhook-id or webhook-timestamp cannot be read")]
    Unreadable,
    /// It was made too long ago, or in the future.
    #[error("webhook-timestamp is more than five minutes from now")]
    NotNow,
    /// Nobody signed it who has the secret.
    #[error("webhook-signature does not fit")]
    NotSigned,
}

/// What a request says of itself in its headers.
#[derive(Debug, Clone, Copy)]
pub struct Claim<'a> {
    /// `webhook-id`: the same however often it is sent.
    pub id: &'a str,
    /// `webhook-timestamp`: seconds since 1970.
    pub timestamp: &'a str,
    /// `webhook-signature`: signatures between blanks, each with its version.
    pub signatures: &'a str,
}

impl Secret {
    /// The signature of a request, as it stands in `webhook-signature`.
    pub fn sign(&self, id: &str, at: Timestamp, body: &[u8]) -> String {
        let signature = hmac::sign(&self.0, &signed(id, &at.timestamp().to_string(), body));
        format!("v1,{}", STANDARD.encode(signature.as_ref()))
    }

    /// Whether a request was made just now by who has the secret. That it was made only once, the id says, which
    /// has to be remembered for twice the [tolerance](TOLERANCE).
    ///
    /// # Errors
    /// When it was not.
    pub fn verify(&self, claim: Claim<'_>, body: &[u8], now: Timestamp) -> Result<(), NotVerified> {
        let is_plain = |c: u8| c.is_ascii_alphanumeric() || c == b'_' || c == b'-';
        let known = (1..=LONGEST_ID).contains(&claim.id.len()) && claim.id.bytes().all(is_plain);
        let seconds: Option<i64> = claim.timestamp.parse().ok().filter(|_| known);
        let at = seconds.and_then(|seconds| Timestamp::from_timestamp(seconds, 0)).ok_or(NotVerified::Unreadable)?;
        if (now - at).abs() > TOLERANCE {
            return Err(NotVerified::NotNow);
        }
        let signed = signed(claim.id, claim.timestamp, body);
        let given = claim.signatures.split(' ').take(MOST_SIGNATURES).filter_map(|one| one.strip_prefix("v1,"));
        let mut decoded = given.filter_map(|one| STANDARD.decode(one).ok());
        let fits = decoded.any(|signature| hmac::verify(&self.0, &signed, &signature).is_ok());
        if fits { Ok(()) } else { Err(NotVerified::NotSigned) }
    }
}

fn signed(id: &str, timestamp: &str, body: &[u8]) -> Vec<u8> {
    [id.as_bytes(), b".", timestamp.as_bytes(), b".", body].concat()
}

impl FromStr for Secret {
    type Err = NotASecret;

    fn from_str(text: &str) -> Result<Self, NotASecret> {
        let encoded = text.trim().strip_prefix(PREFIX).ok_or(NotASecret)?;
        let bytes = STANDARD.decode(encoded).map_err(|_| NotASecret)?;
        if BYTES.contains(&bytes.len()) { Ok(Self(hmac::Key::new(hmac::HMAC_SHA256, &bytes))) } else { Err(NotASecret) }
    }
}

impl TryFrom<String> for Secret {
    type Error = NotASecret;

    fn try_from(text: String) -> Result<Self, NotASecret> {
        text.parse()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(***)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the specification.
    const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    const ID: &str = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    const BODY: &[u8] = b"{\"test\": 2432232314}";
    const SIGNATURE: &str = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_timestamp(seconds, 0).unwrap()
    }

    #[test]
    fn what_is_signed_is_what_the_specification_signs() {
        let secret: Secret = SECRET.parse().unwrap();
        assert_eq!(secret.sign(ID, at(1_614_265_330), BODY), SIGNATURE);
        assert!(!format!("{secret:?}").contains("Mf"));
    }

    #[test]
    fn a_request_is_believed_for_five_minutes_and_only_as_it_was_signed() {
        let secret: Secret = SECRET.parse().unwrap();
        let claim = Claim { id: ID, timestamp: "1614265330", signatures: SIGNATURE };
        let verify = |claim, body, seconds| secret.verify(claim, body, at(seconds));
        assert_eq!(verify(claim, BODY, 1_614_265_330), Ok(()));
        assert_eq!(verify(claim, BODY, 1_614_265_630), Ok(()));
        assert_eq!(verify(claim, BODY, 1_614_265_631), Err(NotVerified::NotNow));
        assert_eq!(verify(claim, BODY, 1_614_265_029), Err(NotVerified::NotNow));
        assert_eq!(verify(claim, b"{\"test\": 2432232315}", 1_614_265_330), Err(NotVerified::NotSigned));
        let two = format!("v1,AAAA v1a,x {SIGNATURE}");
        assert_eq!(verify(Claim { signatures: &two, ..claim }, BODY, 1_614_265_330), Ok(()));
        let version = SIGNATURE.replace("v1", "v2");
        for signatures in ["", "v1,", "v1,g0hM", &SIGNATURE[3..], &version] {
            assert_eq!(
                verify(Claim { signatures, ..claim }, BODY, 1_614_265_330),
                Err(NotVerified::NotSigned),
                "{signatures}"
            );
        }
        for (id, timestamp) in [(ID, "soon"), ("", "1614265330"), ("a.1", "1614265330"), (ID, "+1e9")] {
            assert_eq!(verify(Claim { id, timestamp, ..claim }, BODY, 1_614_265_330), Err(NotVerified::Unreadable));
        }
        let other: Secret = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA".parse().unwrap();
        assert_eq!(other.verify(claim, BODY, at(1_614_265_330)), Err(NotVerified::NotSigned));
    }

    #[test]
    fn a_secret_has_enough_bytes_in_it() {
        for text in ["", "whsec_", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_AAAA", "whsec_not base64"] {
            assert!(text.parse::<Secret>().is_err(), "{text}");
        }
    }
}
