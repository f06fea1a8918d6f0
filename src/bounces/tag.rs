//! The name of a delivery that goes out with its mail and comes back with a bounce.

use subtle::ConstantTimeEq as _;

use crate::{mail::Address, outbox::DeliveryId, subscribers::TokenKey};

/// Keeps these proofs apart from all others of the same key.
const CONTEXT: &[u8] = b"postduif tag 1\0";

/// Bytes of the proof: whoever guesses it needs half a million million mails.
const PROOF_BYTES: usize = 5;

/// Letters and digits that no mail system takes for others (RFC 4648 section 6), in the case that some of
/// them turn all into.
const ALPHABET: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

/// What the local part of a return path may have before the tag: with the longest it fits into the
/// 64 bytes of RFC 5321 section 4.5.3.1.1.
pub const LONGEST_BASE: usize = 64 - "+9223372036854775807-abcdefgh".len();

/// Makes and reads tags: a delivery's number with a proof that it was written here, `42-k7q2m4xa`. A bounce
/// ends a subscription, so nobody may be able to make one up from a number alone.
#[derive(Debug, Clone, Copy)]
pub struct Tags<'a>(&'a TokenKey);

/// Where bounces go: an address of its own for each delivery, `bounces+TAG@example.org` (VERP).
#[derive(Debug, Clone, Copy)]
pub struct ReturnPath<'a>(&'a Address);

impl<'a> Tags<'a> {
    /// The tags of this key.
    pub fn new(key: &'a TokenKey) -> Self {
        Self(key)
    }

    /// The tag of a delivery.
    pub fn tag(self, delivery: DeliveryId) -> String {
        format!("{delivery}-{}", self.proof(delivery))
    }

    /// The delivery of a tag, if it was made here. Capitals make no difference.
    pub fn read(self, tag: &str) -> Option<DeliveryId> {
        let (number, proof) = tag.split_once('-')?;
        let is_plain = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        let delivery = DeliveryId(number.parse().ok().filter(|_| is_plain)?);
        let given = proof.to_ascii_lowercase();
        bool::from(given.as_bytes().ct_eq(self.proof(delivery).as_bytes())).then_some(delivery)
    }

    /// The delivery that a Message-ID of ours names, with or without its angle brackets.
    pub fn read_message_id(self, id: &str) -> Option<DeliveryId> {
        let id = id.trim().trim_start_matches('<');
        self.read(id.split(['.', '@']).next()?)
    }

    /// The delivery that a return path of ours names: what stands between the last `+` and the `@`.
    pub fn read_address(self, address: &str) -> Option<DeliveryId> {
        let (local, _) = address.rsplit_once('@')?;
        let (_, tag) = local.rsplit_once('+')?;
        self.read(tag)
    }

    fn proof(self, delivery: DeliveryId) -> String {
        let bytes: [u8; PROOF_BYTES] = self.0.prove(CONTEXT, &delivery.0.to_be_bytes());
        let number = bytes.iter().fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
        let letters = (0..PROOF_BYTES * 8 / 5).rev();
        letters.map(|place| char::from(ALPHABET[(number >> (place * 5) & 31) as usize])).collect()
    }
}

impl<'a> ReturnPath<'a> {
    /// Paths that begin as this address does.
    pub fn new(base: &'a Address) -> Self {
        Self(base)
    }

    /// The path for a tag. `None` if the address is too long for one.
    pub fn of(self, tag: &str) -> Option<Address> {
        let base = self.0.user();
        Address::new(format!("{base}+{tag}"), self.0.domain()).ok().filter(|_| base.len() <= LONGEST_BASE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> TokenKey {
        TokenKey::new([7; 32])
    }

    #[test]
    fn a_tag_is_read_wherever_it_comes_back() {
        let (key, delivery) = (key(), DeliveryId(42));
        let tags = Tags::new(&key);
        let tag = tags.tag(delivery);
        let base = "bounces@duif.example".parse().unwrap();
        let path = ReturnPath::new(&base).of(&tag).unwrap();
        assert_eq!(path.to_string(), format!("bounces+{tag}@duif.example"));
        assert_eq!(tags.read(&tag), Some(delivery));
        assert_eq!(tags.read(&tag.to_uppercase()), Some(delivery));
        assert_eq!(tags.read_address(&path.to_string().to_uppercase()), Some(delivery));
        assert_eq!(tags.read_message_id(&format!("<{tag}.0a1b@duif.example>")), Some(delivery));
    }

    #[test]
    fn nobody_makes_one_up_or_turns_one_into_another() {
        let key = key();
        let tags = Tags::new(&key);
        let tag = tags.tag(DeliveryId(42));
        let (_, proof) = tag.split_once('-').unwrap();
        assert_eq!(tags.read(&format!("43-{proof}")), None);
        for place in 3..tag.len() {
            let mut changed = tag.clone().into_bytes();
            changed[place] = if changed[place] == b'a' { b'b' } else { b'a' };
            assert_eq!(tags.read(&String::from_utf8(changed).unwrap()), None, "{place}");
        }
        let strange = [
            String::new(),
            "-".to_owned(),
            "42".to_owned(),
            "42-".to_owned(),
            format!("+42-{proof}"),
            format!("042-{proof}x"),
            format!("-42-{proof}"),
            format!("99999999999999999999-{proof}"),
        ];
        for text in strange {
            assert_eq!(tags.read(&text), None, "{text:?}");
        }
        assert_eq!(Tags::new(&TokenKey::new([8; 32])).read(&tag), None);
    }

    #[test]
    fn the_longest_tag_fits_into_a_local_part() {
        let key = key();
        let tag = Tags::new(&key).tag(DeliveryId(i64::MAX));
        let fits = format!("{}@duif.example", "b".repeat(LONGEST_BASE)).parse().unwrap();
        assert_eq!(ReturnPath::new(&fits).of(&tag).unwrap().user().len(), 64);
        let longer = format!("{}@duif.example", "b".repeat(LONGEST_BASE + 1)).parse().unwrap();
        assert_eq!(ReturnPath::new(&longer).of(&tag), None);
    }
}
