//! A small piece of work that a browser does before it sends a form: nothing to a reader, and dear to a
//! program that sends thousands.
//!
//! Format and rules are those of ALTCHA (proof of work, version 1): find the number that, written behind the salt, has
//! this SHA-256. The answer is its own proof, so nothing is stored until it is used.

use std::fmt::Write as _;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use chrono::{DateTime, TimeDelta};
use ring::digest;
use serde::{Deserialize, Serialize};
use subtle::ConstantTimeEq as _;

use super::TokenKey;
use crate::clock::Timestamp;

/// How long a puzzle can be answered: as long as somebody may take to fill in a form.
pub const PUZZLE_WITHIN: TimeDelta = TimeDelta::hours(1);

/// The highest number that is looked for: a second of a slow telephone, and half a day of a fast machine for who
/// wants to send a million forms.
const MOST: u32 = 50_000;

/// The longest answer that is looked at, in bytes; one of ours has under 400.
const LONGEST_ANSWER: usize = 1_024;

/// Random bytes of a salt: no two puzzles have the same.
pub const SALT: usize = 12;

/// The one algorithm that is set.
const ALGORITHM: &str = "SHA-256";

/// Keeps these signatures apart from all others of the same key.
const CONTEXT: &[u8] = b"postduif puzzle 1\0";

/// A puzzle as it is given out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Puzzle {
    algorithm: &'static str,
    /// The hash of the salt and the number.
    challenge: String,
    #[serde(rename = "maxnumber")]
    most: u32,
    /// What stands before the number, with the second in which the puzzle lapses.
    salt: String,
    /// That it is ours.
    signature: String,
}

/// A puzzle that was answered rightly. Whether for the first time, its receiver has to find out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Solved {
    /// What the puzzle is known by.
    pub challenge: String,
}

/// An answer, as JSON in base64.
#[derive(Debug, Deserialize)]
struct Answer {
    algorithm: String,
    challenge: String,
    number: u32,
    salt: String,
    signature: String,
}

impl Puzzle {
    /// A puzzle made of these random bytes.
    pub fn set(key: &TokenKey, random: [u8; SALT + 4], now: Timestamp) -> Self {
        let (salt, number) = random.split_at(SALT);
        let number = number.iter().fold(0, |number: u32, byte| number << 8 | u32::from(*byte)) % (MOST + 1);
        // Without the last sign, digits could be moved from the number to the time.
        let salt = format!("{}?expires={}&", hex(salt), (now + PUZZLE_WITHIN).timestamp());
        let challenge = hash(&salt, number);
        let signature = hex(&key.seal(CONTEXT, challenge.as_bytes()));
        Self { algorithm: ALGORITHM, challenge, most: MOST, salt, signature }
    }

    /// Reads an answer; `None` if it is wrong, too late, or to a puzzle that was not set here.
    pub fn check(key: &TokenKey, answer: &str, now: Timestamp) -> Option<Solved> {
        if answer.len() > LONGEST_ANSWER {
            return None;
        }
        let answer: Answer = serde_json::from_slice(&STANDARD.decode(answer).ok()?).ok()?;
        let seconds = answer.salt.strip_suffix('&')?.rsplit_once("?expires=")?.1.parse().ok()?;
        let is_in_time = now < DateTime::from_timestamp(seconds, 0)?;
        let is_right = answer.algorithm == ALGORITHM && answer.challenge == hash(&answer.salt, answer.number);
        let is_ours = key
            .seals(CONTEXT, answer.challenge.as_bytes())
            .any(|seal| bool::from(hex(&seal).as_bytes().ct_eq(answer.signature.as_bytes())));
        (is_in_time && is_right && is_ours).then_some(Solved { challenge: answer.challenge })
    }
}

fn hash(salt: &str, number: u32) -> String {
    hex(digest::digest(&digest::SHA256, format!("{salt}{number}").as_bytes()).as_ref())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn at(seconds: i64) -> Timestamp {
        DateTime::from_timestamp(1_800_000_000 + seconds, 0).unwrap()
    }

    /// What a browser does.
    fn answer(puzzle: &Puzzle) -> serde_json::Value {
        let number = (0..=puzzle.most).find(|number| hash(&puzzle.salt, *number) == puzzle.challenge).unwrap();
        let Puzzle { algorithm, challenge, salt, signature, .. } = puzzle;
        json!({ "algorithm": algorithm, "challenge": challenge, "number": number, "salt": salt, "signature": signature })
    }

    fn packed(answer: &serde_json::Value) -> String {
        STANDARD.encode(answer.to_string())
    }

    #[test]
    fn a_puzzle_is_solved_by_its_number_within_its_time_and_also_after_the_key_was_rotated() {
        let key = TokenKey::new([7; 32]);
        let puzzle = Puzzle::set(&key, [5; SALT + 4], at(0));
        let right = packed(&answer(&puzzle));
        let solved = Some(Solved { challenge: puzzle.challenge.clone() });
        assert_eq!(Puzzle::check(&key, &right, at(3_599)), solved);
        assert_eq!(Puzzle::check(&key, &right, at(3_600)), None, "too late");
        assert_eq!(Puzzle::check(&key.succeeded_by([8; 32]), &right, at(1)), solved);
        assert_eq!(Puzzle::check(&TokenKey::new([9; 32]), &right, at(1)), None, "set elsewhere");
    }

    #[test]
    fn nothing_of_an_answer_can_be_changed() {
        let key = TokenKey::new([7; 32]);
        let right = answer(&Puzzle::set(&key, [5; SALT + 4], at(0)));
        let salt = right["salt"].as_str().unwrap().to_owned();
        let digits = right["number"].to_string();
        for (field, value) in [
            ("algorithm", json!("SHA-1")),
            ("number", json!(right["number"].as_u64().unwrap() + 1)),
            ("number", json!(-1)),
            ("challenge", json!(hash(&salt, 1))),
            ("signature", json!("")),
            ("salt", json!(salt.replace("expires=1", "expires=2"))),
        ] {
            let mut wrong = right.clone();
            wrong[field] = value;
            assert_eq!(Puzzle::check(&key, &packed(&wrong), at(1)), None, "{field}");
        }
        // Digits of the number that are moved to the time have the same hash, and are no time of ours.
        let mut moved = right.clone();
        moved["salt"] = json!(format!("{salt}{}", &digits[..1]));
        moved["number"] = json!(digits[1..].parse::<u32>().unwrap_or_default());
        assert_eq!(Puzzle::check(&key, &packed(&moved), at(1)), None);
    }

    proptest! {
        // `PROPTEST_CASES` asks for more.
        #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(2_000), ..ProptestConfig::default() })]

        #[test]
        fn no_text_is_an_answer(text in "[A-Za-z0-9+/=]{0,400}|\\PC{0,100}", json in "\\PC{0,100}") {
            let key = TokenKey::new([7; 32]);
            prop_assert_eq!(Puzzle::check(&key, &text, at(0)), None);
            prop_assert_eq!(Puzzle::check(&key, &STANDARD.encode(&json), at(0)), None);
        }
    }
}
