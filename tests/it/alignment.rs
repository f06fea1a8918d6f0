//! Writers edit posts in every way they do, and each translation must stay with its text, or be gone; never lie.

mod edits;
mod judge;
mod script;

use judge::{Score, judge};
use script::{SEED, model_posts, script};

fn score(seed: u64) -> Score {
    let mut total = Score::default();
    for case in script(&model_posts(), seed) {
        total += judge(&case.olds, &case.edited, &case.align(), false);
    }
    total
}

#[test]
fn two_hundred_edits_lose_no_translation_and_none_lies() {
    let score = score(SEED);
    assert!(score.survivors > 5_000, "{score:?}");
    assert_eq!(score, Score::default());
}
