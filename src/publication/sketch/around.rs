//! Which other posts the pages of a post show, and which its feeds.

use std::collections::BTreeSet;

use super::{Sketch, known::Known};
use crate::{
    posts::{Post, markdown::post_link},
    publication::page::MOST_RELATED,
};

impl Sketch {
    /// The posts that every page may show: pages, and of each topic the newest, without which nobody would know of it.
    pub(super) fn everywhere(&self) -> BTreeSet<usize> {
        let mut found: BTreeSet<usize> =
            self.posts.iter().enumerate().filter(|(_, known)| known.is_page()).map(|(at, _)| at).collect();
        for edition in 0..self.editions() {
            let mut seen = vec![false; self.topics.len()];
            for (at, known) in self.listed(edition) {
                for topic in self.words.topics(known) {
                    if !std::mem::replace(&mut seen[usize::from(*topic)], true) {
                        found.insert(at);
                    }
                }
            }
        }
        found
    }

    /// The posts that the pages of a post show, which is at a place among all. `mentions` are what its texts, in whatever
    /// language, may name.
    pub(super) fn around<'m>(
        &self,
        at: usize,
        post: &Post,
        mentions: impl Iterator<Item = &'m String>,
        found: &mut BTreeSet<usize>,
    ) {
        let named = mentions.filter_map(|address| post_link(address)).map(|(slug, _)| slug);
        let references = post.references().map(|(slug, _)| slug);
        found.extend(named.chain(references).filter_map(|name| self.place_of(name)));
        for edition in (0..self.editions()).filter(|edition| self.posts[at].is_listed(*edition)) {
            let with_page = |(_, known): &(usize, &Known)| known.has_page(edition);
            let newer = self.listed(edition).take_while(|(other, _)| *other < at).filter(with_page).last();
            let older = self.listed(edition).skip_while(|(other, _)| *other <= at).find(with_page);
            found.extend([newer, older].into_iter().flatten().map(|(other, _)| other));
            self.find_akin(at, post, edition, found);
        }
    }

    /// Of those with so many topics in common, for each number of them, as many as are needed.
    fn find_akin(&self, at: usize, post: &Post, edition: usize, found: &mut BTreeSet<usize>) {
        let topics = self.words.topics(&self.posts[at]);
        let mut akin = vec![0; topics.len()];
        for (other, known) in self.listed(edition) {
            let (own, name) = (self.words.topics(known), self.words.slug(known));
            let common = topics.iter().filter(|topic| own.contains(topic)).count();
            let Some(count) = common.checked_sub(1).and_then(|index| akin.get_mut(index)) else { continue };
            if *count < MOST_RELATED && other != at && post.related.iter().all(|slug| slug.as_str() != name) {
                *count += 1;
                found.insert(other);
            }
        }
    }

    /// The feeds in which one of these posts stands, by the number of their edition and their topic, and all that stand there.
    pub(super) fn feeds_with(
        &self,
        changed: &BTreeSet<usize>,
        found: &mut BTreeSet<usize>,
    ) -> Vec<(usize, Option<String>)> {
        let with = self.feeds.iter().filter(|feed| feed.posts.iter().any(|at| changed.contains(at)));
        with.map(|feed| {
            found.extend(&feed.posts);
            (feed.edition, feed.topic.clone())
        })
        .collect()
    }

    /// The place of a post among all.
    pub(super) fn place_of(&self, name: &str) -> Option<usize> {
        self.posts.iter().position(|known| self.words.slug(known) == name)
    }

    fn editions(&self) -> usize {
        self.heads.len()
    }

    /// The posts in the lists of an edition, newest first.
    fn listed(&self, edition: usize) -> impl Iterator<Item = (usize, &Known)> {
        self.posts.iter().enumerate().filter(move |(_, known)| known.is_listed(edition))
    }
}
