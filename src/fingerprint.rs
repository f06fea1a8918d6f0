//! What tells two contents apart.

use std::{fmt, str::FromStr};

use ring::digest;
use serde::{Deserialize, Serialize};

/// The first half of a SHA-256: enough that no two contents ever have the same.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Fingerprint([u8; 16]);

/// A text is none of sixteen bytes in hexadecimal digits.
#[derive(Debug, thiserror::Error)]
#[error("it is not written in 32 hexadecimal digits")]
pub struct NotAFingerprint;

impl Fingerprint {
    /// The fingerprint of a content.
    pub fn of(bytes: &[u8]) -> Self {
        Self::first_half(&digest::digest(&digest::SHA256, bytes))
    }

    /// The fingerprint of several texts, each of which begins and ends where it does.
    pub fn of_parts<'t>(parts: impl IntoIterator<Item = &'t str>) -> Self {
        let mut context = digest::Context::new(&digest::SHA256);
        for part in parts {
            context.update(&(part.len() as u64).to_le_bytes());
            context.update(part.as_bytes());
        }
        Self::first_half(&context.finish())
    }

    fn first_half(digest: &digest::Digest) -> Self {
        let mut half = [0; 16];
        half.copy_from_slice(&digest.as_ref()[..16]);
        Self(half)
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", u128::from_be_bytes(self.0))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl FromStr for Fingerprint {
    type Err = NotAFingerprint;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_hexadecimal = text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let number = u128::from_str_radix(text, 16).ok().filter(|_| is_hexadecimal);
        number.map(|number| Self(number.to_be_bytes())).ok_or(NotAFingerprint)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_read_back_as_it_was_written() {
        for content in [&b""[..], b"Blijf bewegen.", &[0; 4096]] {
            let fingerprint = Fingerprint::of(content);
            assert_eq!(fingerprint.to_string().parse::<Fingerprint>().unwrap(), fingerprint);
        }
        let short = Fingerprint::of(b"x").to_string().replacen(|_| true, "", 1);
        for wrong in ["", short.as_str(), "+2345678901234567890123456789012"] {
            assert!(wrong.parse::<Fingerprint>().is_err(), "{wrong}");
        }
    }
}
