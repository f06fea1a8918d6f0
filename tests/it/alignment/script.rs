//! Two hundred edits of the model publication's posts, and what postduif makes of them.

use std::path::Path;

use postduif::{
    posts::{LoadSettings, Post, load_posts, markdown::Block},
    translation::{
        Segment, State,
        align::{Known, align},
        state::record_of,
    },
};

use super::{
    edits::{Dice, EDITS, Edit, Edited, Manuscript},
    judge::Kept,
};

/// The seed of the published table.
pub(crate) const SEED: u64 = 20_261_009;

/// How many of each kind: two hundred in all.
const OF_EACH: usize = 20;

/// One edit of one post.
pub(crate) struct Case {
    pub(crate) edit: Edit,
    pub(crate) olds: Vec<Block>,
    pub(crate) edited: Vec<Edited>,
    pub(crate) news: Vec<Block>,
}

/// The posts of the repository's own publication.
pub(crate) fn model_posts() -> Vec<Post> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let loaded = load_posts(root, LoadSettings { zone: chrono_tz::Europe::Brussels }).unwrap();
    loaded.posts.into_iter().filter(|post| !post.is_page()).collect()
}

/// All edits, each on its own copy of a post; the posts take turns.
pub(crate) fn script(posts: &[Post], seed: u64) -> Vec<Case> {
    let mut dice = Dice(seed);
    let mut cases = Vec::new();
    for edit in EDITS {
        let mut turns = posts.iter().cycle();
        for _ in 0..OF_EACH {
            cases.push(loop {
                let olds = &turns.next().unwrap().blocks;
                let mut manuscript = Manuscript::of(olds);
                if manuscript.edit(edit, &mut dice) {
                    let news = manuscript.texts();
                    break Case { edit, olds: olds.clone(), edited: manuscript.blocks, news };
                }
            });
        }
    }
    cases
}

/// What a first sync remembers of a post.
pub(crate) fn remember(segments: &[Segment]) -> Vec<Known> {
    let known = |s: &Segment| Known { id: s.id.clone(), kind: Some(s.kind), text: s.text.clone(), current: true };
    segments.iter().map(known).collect()
}

impl Case {
    /// The translations after a sync, when all were current before.
    pub(crate) fn align(&self) -> Vec<Option<Kept>> {
        let was = align(&[], &self.olds);
        let now = align(&remember(&was), &self.news);
        let kept = |segment: &Segment| {
            let of = was.iter().position(|old| old.id == segment.id)?;
            let first = record_of(&was[of].text, "translated", None, None);
            let record = record_of(&segment.text, "translated", Some(&first), Some(&was[of].text));
            Some(Kept { of, is_current: record.state(&segment.text) == State::Current })
        };
        now.iter().map(kept).collect()
    }
}
