//! A long post: the model publication's texts over and over, with other words in them.

use postduif::posts::{
    Post,
    markdown::{Block, Kind},
};

use super::edits::{Dice, change_words};

/// This many texts of a body, no two of which need differ: there are table cells among them.
pub(crate) fn make(posts: &[Post], count: usize, dice: &mut Dice) -> Vec<Block> {
    let is_of_body = |block: &&Block| matches!(block.kind, Kind::Heading | Kind::Paragraph | Kind::Cell);
    let texts: Vec<&Block> = posts.iter().flat_map(|post| &post.blocks).filter(is_of_body).collect();
    let copy = |(nth, block): (usize, &&Block)| {
        let mut text = block.text.clone();
        // From the second time on every third word is another one, as if somebody else had written on the same matter.
        if nth >= texts.len() {
            for _ in 0..text.split(' ').count() / 3 {
                change_words(&mut text, dice);
            }
        }
        Block { text, ..(*block).clone() }
    };
    texts.iter().cycle().take(count).enumerate().map(copy).collect()
}

/// A table of cells that are all alike, and the same with every cell rewritten: the worst there is for an alignment.
pub(crate) fn table(count: usize) -> [Vec<Block>; 2] {
    let cells = |text: fn(usize) -> String| {
        let cell = |nth| Block { kind: Kind::Cell, text: text(nth), line: 1, note: None };
        (0..count).map(cell).collect()
    };
    [
        cells(|nth| format!("na week {nth} was het {} kg", nth % 7)),
        cells(|nth| format!("na maand {nth} was het {} kg", nth % 9)),
    ]
}

/// The same post after half of its texts were changed: most have other words, some are new, gone or elsewhere.
pub(crate) fn change_half(blocks: &[Block], dice: &mut Dice) -> Vec<Block> {
    let mut changed = Vec::new();
    let mut moved = Vec::new();
    for (nth, block) in blocks.iter().enumerate() {
        let mut block = block.clone();
        match nth % 20 {
            0 => moved.push(block),
            10 => {}
            even if even % 2 == 0 => {
                change_words(&mut block.text, dice);
                changed.push(block);
            }
            _ => changed.push(block),
        }
        if nth % 20 == 10 {
            let text = format!("Nieuw {nth}: {}", blocks[dice.below(blocks.len())].text);
            changed.push(Block { kind: Kind::Paragraph, text, line: 1, note: None });
        }
    }
    for block in moved {
        let place = dice.below(changed.len() + 1);
        changed.insert(place, block);
    }
    changed
}
