//! What became of the translations of an edited post, held against the truth.

use std::ops::AddAssign;

use postduif::posts::markdown::Block;

use super::edits::Edited;

/// The translation that stands at a block now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Kept {
    /// Of which old block it was the translation.
    pub(crate) of: usize,
    /// Whether readers are told that it says what the block says.
    pub(crate) is_current: bool,
}

/// What became of the translations of one or more posts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Score {
    /// Blocks that are still there, changed or not.
    pub(crate) survivors: usize,
    /// Of these with their own translation, and rightly current.
    pub(crate) current: usize,
    /// Of these with their own translation, and rightly stale.
    pub(crate) stale: usize,
    /// Of these with their own translation, and stale though the text is the same.
    pub(crate) needlessly_stale: usize,
    /// Of these with no translation.
    pub(crate) dropped: usize,
    /// Blocks, new or not, with the translation of another one, marked stale.
    pub(crate) misplaced: usize,
    /// Blocks, new or not, with the translation of another block that had exactly the same text. It says what it should;
    /// which of two equal cells was deleted, only the one who did it knows.
    pub(crate) twins: usize,
    /// Blocks, new or not, with the translation of another text, and not marked.
    pub(crate) wrong: usize,
}

/// Judges one edited post. Where `texts_are_ids`, equal texts have one translation, and it is right for all of them.
pub(crate) fn judge(olds: &[Block], edited: &[Edited], kept: &[Option<Kept>], texts_are_ids: bool) -> Score {
    assert_eq!(edited.len(), kept.len(), "each block is judged");
    let mut score = Score::default();
    for (new, kept) in edited.iter().zip(kept) {
        score.survivors += usize::from(new.was.is_some());
        let Some(kept) = kept else {
            score.dropped += usize::from(new.was.is_some());
            continue;
        };
        let old = &olds[kept.of].text;
        let is_its_own = match new.was {
            Some(was) => was == kept.of || texts_are_ids && olds[was].text == *old,
            None => texts_are_ids && new.block.text == *old,
        };
        let is_same = new.block.text == *old;
        let count = match (is_its_own, kept.is_current, is_same) {
            (true, true, true) if new.was.is_none() => continue,
            (true, true, true) => &mut score.current,
            (false, true, true) => &mut score.twins,
            (_, true, false) => &mut score.wrong,
            (true, false, false) => &mut score.stale,
            (true, false, true) => &mut score.needlessly_stale,
            (false, false, _) => &mut score.misplaced,
        };
        *count += 1;
    }
    score
}

impl AddAssign for Score {
    fn add_assign(&mut self, other: Self) {
        self.survivors += other.survivors;
        self.current += other.current;
        self.stale += other.stale;
        self.needlessly_stale += other.needlessly_stale;
        self.dropped += other.dropped;
        self.misplaced += other.misplaced;
        self.twins += other.twins;
        self.wrong += other.wrong;
    }
}
