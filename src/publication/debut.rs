//! What the ledger knows of names: by the title and the date under which readers got a post it is itself again under another
//! name, and another one under its name is told from it.

use std::collections::{HashMap, HashSet};

use super::Publication;
use crate::{
    clock::Timestamp,
    diagnostic::Diagnostic,
    posts::{Post, Slug},
    translation,
};

/// How a post was when the first readers got it.
#[derive(Debug, Clone, Copy)]
pub struct Debut<'r> {
    /// Its title in the source's language; none where it was released before titles were kept.
    pub title: Option<&'r str>,
    /// Its date.
    pub dated: Timestamp,
    /// When they got it.
    pub released_at: Timestamp,
}

/// The debuts of all posts that were released, by what those are known.
pub type Debuts<'r> = HashMap<&'r Slug, Debut<'r>>;

impl Debut<'_> {
    /// Whether a post has another title, but for punctuation and capitals.
    fn is_renamed(&self, post: &Post) -> bool {
        self.title.is_some_and(|title| !translation::is_minor(title, &post.title))
    }
}

impl Publication {
    /// Lets posts be known by what the ledger knows them by, where files alone do not tell:
    ///
    /// - One whose date lies after the day on which its readers got it, and whose title is another, is another post with the same
    ///   file name, and gets a name of its own.
    /// - One that was never released and whose `aliases` name one that was is that one.
    /// - So is one that has title and date of one that is gone.
    ///
    /// Gives what is to be said of it.
    pub fn know_again(&mut self, debuts: &Debuts<'_>) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        if debuts.is_empty() {
            return found;
        }
        let zone = self.settings.site.zone;
        for at in 0..self.posts.len() {
            let post = &self.posts[at];
            let Some(debut) = debuts.get(&post.id).filter(|_| !post.is_page()) else { continue };
            let [dated, since] = [post.date, debut.released_at].map(|time| time.with_timezone(&zone).date_naive());
            if dated <= since {
                continue;
            }
            if debut.is_renamed(post) {
                let taken = self.known_names();
                let id = self.names.free_name(&post.slug, |name| debuts.contains_key(name) || taken.contains(name));
                self.know_as(at, id);
            } else {
                let known = debut.title.is_some();
                found.push(dated_after_release(post, &since.to_string(), &dated.to_string(), known));
            }
        }
        self.know_by_ledger(debuts);
        found
    }

    fn know_by_ledger(&mut self, debuts: &Debuts<'_>) {
        let is_new = |post: &Post| !post.is_page() && !debuts.contains_key(&post.id);
        let new: Vec<usize> = (0..self.posts.len()).filter(|at| is_new(&self.posts[*at])).collect();
        if new.is_empty() {
            return;
        }
        let mut taken = self.known_names();
        let gone = debuts.iter().filter(|(id, _)| !taken.contains(**id));
        let gone: HashMap<(&str, Timestamp), &Slug> =
            gone.filter_map(|(id, debut)| Some(((debut.title?, debut.dated), *id))).collect();
        for at in new {
            let post = &self.posts[at];
            let named = post.aliases.iter().find(|name| debuts.contains_key(name) && !taken.contains(*name));
            let is_alike = || gone.get(&(post.title.as_str(), post.date)).filter(|id| !taken.contains(**id));
            let Some(id) = named.or_else(|| is_alike().copied()).cloned() else { continue };
            taken.insert(id.clone());
            if self.post(&id).is_none() && !self.posts[at].aliases.contains(&id) {
                self.renames.push((id.clone(), self.posts[at].slug.clone()));
                self.posts[at].aliases.push(id.clone());
            }
            self.know_as(at, id);
        }
    }

    fn know_as(&mut self, at: usize, id: Slug) {
        let post = &mut self.posts[at];
        self.known.push((post.slug.clone(), id.clone()));
        self.names.replace([].into_iter(), &self.known);
        post.id = id;
    }

    /// By what all posts are known, those that cannot be read among them.
    fn known_names(&self) -> HashSet<Slug> {
        let posts = self.posts.iter().map(|post| post.id.clone());
        posts.chain(self.unreadable.keys().map(|name| self.names.of(name))).collect()
    }
}

/// Says that a post is dated after its readers got it, who get it no second time.
fn dated_after_release(post: &Post, since: &str, dated: &str, has_title: bool) -> Diagnostic {
    let (line, column) = post.place("date", "");
    let message = format!("this is dated {dated}, and its readers have had it since {since}: nobody gets it again");
    let another = if has_title { "give it a title of its own" } else { "give its file another name" };
    Diagnostic::warning(&post.file, "dated-after-release", message).at(line, column).help(format!(
        "after a correction write `updated: {dated}` and leave `date` as it was; if this is a new post, {another}"
    ))
}
