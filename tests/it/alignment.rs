//! Writers edit posts in every way they do, and each translation must stay with its text, or be gone; never lie.

mod edits;
mod judge;
mod script;

use judge::{Score, judge};
use script::{SEED, model_posts, script};

/// What the script does to the translations, edit by edit.
fn total(seed: u64) -> Score {
    let mut total = Score::default();
    for case in script(&model_posts(), seed) {
        let score = judge(&case.olds, &case.edited, &case.align(), false);
        assert_eq!((score.wrong, score.needlessly_stale), (0, 0), "{:?} on {}", case.edit, case.olds[0].text);
        total += score;
    }
    total
}

#[test]
fn two_hundred_edits_keep_the_translations_and_none_of_them_lies() {
    let score = total(SEED);
    // As measured; see the benchmark `align`, whose `--details yes` prints each.
    assert!(score.dropped <= 1 && score.misplaced <= 4 && score.twins <= 3, "{score:?}");
    assert!(score.current >= 8_265 && score.stale >= 144, "{score:?}");
}

#[test]
fn other_edits_do_no_more_harm() {
    for seed in 1..=5 {
        let score = total(seed);
        assert!(score.dropped * 1_000 <= score.survivors, "{seed}: {score:?}");
    }
}
