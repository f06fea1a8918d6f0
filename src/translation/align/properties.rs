//! What holds for every old and new version of a post.

use std::collections::{BTreeMap, BTreeSet};

use proptest::{prelude::*, sample::subsequence};

use super::{
    likeness::{SAME, Vocabulary},
    *,
};

/// Few words, so that texts are alike and equal ones turn up often.
fn texts(most: usize) -> impl Strategy<Value = Vec<String>> {
    let word = prop::sample::select(vec![
        "ja",
        "nee",
        "de",
        "rug",
        "knie",
        "loopt",
        "buigt",
        "vijf",
        "zeven",
        "minuten",
        "rustig",
        "bewegen,",
        "slaap.",
        "**kracht**",
        "1",
        "2",
        "请动",
        "é",
    ]);
    let words = prop_oneof![prop::collection::vec(word.clone(), 1..=1), prop::collection::vec(word, 1..12)];
    let text = words.prop_map(|words| words.join(" "));
    prop::collection::vec(text, 0..most)
}

fn kinds() -> impl Strategy<Value = Kind> {
    prop::sample::select(vec![
        Kind::Title,
        Kind::Summary,
        Kind::Alt,
        Kind::Caption,
        Kind::Credit,
        Kind::Heading,
        Kind::Paragraph,
        Kind::Cell,
        Kind::CalloutTitle,
    ])
}

fn blocks(most: usize) -> impl Strategy<Value = Vec<Block>> {
    let block = |(text, kind)| Block { kind, text, line: 1, note: None };
    let kinds = prop::collection::vec(kinds(), most);
    (texts(most), kinds).prop_map(move |(texts, kinds)| texts.into_iter().zip(kinds).map(block).collect())
}

fn paragraphs(texts: &[String]) -> Vec<Block> {
    let block = |text: &String| Block { kind: Kind::Paragraph, text: text.clone(), line: 1, note: None };
    texts.iter().map(block).collect()
}

/// The memory after a sync: the texts of now, and those that went.
fn remember(known: &[Known], segments: &[Segment]) -> Vec<Known> {
    let ids: BTreeSet<&SegmentId> = segments.iter().map(|segment| &segment.id).collect();
    let current = segments.iter().map(|segment| Known {
        id: segment.id.clone(),
        kind: Some(segment.kind),
        text: segment.text.clone(),
        current: true,
    });
    let gone = known.iter().filter(|old| !ids.contains(&old.id));
    current.chain(gone.map(|old| Known { current: false, kind: None, ..old.clone() })).collect()
}

fn ids(segments: &[Segment]) -> Vec<&str> {
    segments.iter().map(|segment| segment.id.as_str()).collect()
}

/// Which text has which id, wherever it stands.
fn by_id(segments: &[Segment]) -> BTreeSet<(SegmentId, String)> {
    segments.iter().map(|segment| (segment.id.clone(), segment.text.clone())).collect()
}

/// How much changed: what pairs differ by, and a third of a text for each that is gone or new.
fn cost(known: &[Known], segments: &[Segment]) -> u32 {
    let alone = 325;
    let mut vocabulary = Vocabulary::default();
    let by_id: BTreeMap<&SegmentId, &str> = known.iter().map(|old| (&old.id, old.text.as_str())).collect();
    let mut cost = 0;
    let mut paired = 0;
    for segment in segments {
        if let Some(old) = by_id.get(&segment.id) {
            let (old, new) = (vocabulary.read(old), vocabulary.read(&segment.text));
            cost += SAME - vocabulary.likeness(&old, &new);
            paired += 1;
        } else {
            cost += alone;
        }
    }
    cost + alone * (u32::try_from(known.len()).unwrap() - paired)
}

/// Equal texts first come, first served; then for each text the likest that is left, if it is like it at all.
fn align_naively(known: &[Known], blocks: &[Block]) -> Vec<Segment> {
    let mut left: Vec<&Known> = known.iter().collect();
    let mut ids: Vec<Option<SegmentId>> = vec![None; blocks.len()];
    for (block, id) in blocks.iter().zip(&mut ids) {
        if let Some(at) = left.iter().position(|old| old.text == block.text) {
            *id = Some(left.remove(at).id.clone());
        }
    }
    for (block, id) in blocks.iter().zip(&mut ids).filter(|(_, id)| id.is_none()) {
        let likeness = |old: &str| {
            let mut vocabulary = Vocabulary::default();
            let (old, new) = (vocabulary.read(old), vocabulary.read(&block.text));
            vocabulary.likeness(&old, &new)
        };
        let likest = (0..left.len()).map(|at| (likeness(&left[at].text), at)).max();
        if let Some((_, at)) = likest.filter(|(likeness, _)| *likeness >= 600) {
            *id = Some(left.remove(at).id.clone());
        }
    }
    let mut taken: BTreeSet<SegmentId> = known.iter().map(|old| old.id.clone()).collect();
    let segment = |(block, id): (&Block, Option<SegmentId>)| {
        let id = id.unwrap_or_else(|| SegmentId::births(&block.text).find(|id| !taken.contains(id)).unwrap());
        taken.insert(id.clone());
        Segment { id, kind: block.kind, text: block.text.clone(), note: None, before: None }
    };
    blocks.iter().zip(ids).map(segment).collect()
}

/// A memory as only a quarrel between two writers leaves it: any ids, some twice, in any order.
fn quarreled() -> impl Strategy<Value = Vec<Known>> {
    let id = prop::sample::select(vec!["title", "summary", "image-alt", "p-1", "p-2", "p-3", "p-000000", "x"]);
    let known = (id, prop::option::of(kinds()), any::<bool>());
    (prop::collection::vec(known, 12), texts(12)).prop_map(|(known, texts)| {
        let pair = |((id, kind, current), text): ((&str, Option<Kind>, bool), String)| Known {
            id: id.parse().unwrap(),
            kind,
            text,
            current,
        };
        known.into_iter().zip(texts).map(pair).collect()
    })
}

proptest! {
    #[test]
    fn every_block_gets_one_id_of_its_own(known in quarreled(), new in blocks(14)) {
        let segments = align(&known, &new);
        prop_assert_eq!(segments.len(), new.len());
        let different: BTreeSet<_> = ids(&segments).into_iter().collect();
        prop_assert_eq!(different.len(), new.len());
        for (segment, block) in segments.iter().zip(&new) {
            prop_assert_eq!((&segment.text, segment.kind), (&block.text, block.kind));
        }
        prop_assert_eq!(align(&known, &new), segments, "the same again");
    }

    #[test]
    fn a_post_that_did_not_change_keeps_every_id(old in blocks(14), before in blocks(14)) {
        let before = align(&[], &before);
        let known = remember(&[], &before);
        let segments = align(&known, &old);
        let settled = segments.iter().map(|segment| Segment { before: None, ..segment.clone() });
        prop_assert_eq!(align(&remember(&known, &segments), &old), settled.collect::<Vec<_>>());
    }

    #[test]
    fn no_new_id_is_one_that_is_remembered(old in texts(10), new in texts(10), newer in texts(10)) {
        let first = align(&[], &paragraphs(&old));
        let memory = remember(&[], &first);
        let memory = remember(&memory, &align(&memory, &paragraphs(&new)));
        for segment in align(&memory, &paragraphs(&newer)) {
            if let Some(old) = memory.iter().find(|old| old.id == segment.id) {
                prop_assert!(old.current || old.text == segment.text, "{segment:?} was {old:?}");
            }
        }
    }

    #[test]
    fn texts_in_another_order_keep_their_ids(
        (old, new) in texts(14).prop_flat_map(|old| (Just(old.clone()), Just(old).prop_shuffle()))
    ) {
        let segments = align(&[], &paragraphs(&old));
        let moved = align(&remember(&[], &segments), &paragraphs(&new));
        prop_assert_eq!(by_id(&moved), by_id(&segments));
    }

    #[test]
    fn what_comes_and_goes_changes_no_other_id(
        (old, stay) in texts(14).prop_flat_map(|old| {
            let different: Vec<String> = old.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
            let range = 0..=different.len();
            (Just(different.clone()), subsequence(different, range))
        }),
        come in texts(6),
        places in prop::collection::vec(any::<prop::sample::Index>(), 6),
    ) {
        let segments = align(&[], &paragraphs(&old));
        let mut new = stay.clone();
        for (text, place) in come.into_iter().zip(places) {
            if !old.contains(&text) && !new.contains(&text) {
                new.insert(place.index(new.len() + 1), text);
            }
        }
        let id_of = |segments: &[Segment], text: &str| segments.iter().find(|s| s.text == text).map(|s| s.id.clone());
        let after = align(&remember(&[], &segments), &paragraphs(&new));
        for text in &stay {
            prop_assert_eq!(id_of(&after, text), id_of(&segments, text));
        }
    }

    #[test]
    fn there_and_back_again_gives_the_old_ids(
        (old, away) in blocks(12).prop_flat_map(|old| {
            let range = 0..=old.len();
            (Just(old.clone()), subsequence(old, range))
        })
    ) {
        let first = align(&[], &old);
        let known = remember(&[], &first);
        let known = remember(&known, &align(&known, &away));
        let back = align(&known, &old);
        prop_assert_eq!(by_id(&back), by_id(&first));
    }

    #[test]
    fn nothing_naive_changes_less(old in texts(12), new in texts(12)) {
        let known = remember(&[], &align(&[], &paragraphs(&old)));
        let new = paragraphs(&new);
        let (ours, naive) = (cost(&known, &align(&known, &new)), cost(&known, &align_naively(&known, &new)));
        prop_assert!(ours <= naive, "{ours} > {naive}");
    }
}
