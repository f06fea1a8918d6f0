//! What the ledger knows of names: by the title and the date under which readers got a post it is itself again, whatever it is
//! called and whatever else was lost.

use std::collections::{HashMap, HashSet};

use super::Publication;
use crate::{
    clock::Timestamp,
    diagnostic::Diagnostic,
    posts::{Post, Slug, salvage_texts},
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
    /// Whether no more than one of both has changed, as far as that is known.
    fn is_like(&self, post: &Post) -> bool {
        self.dated == post.date || self.title.is_none_or(|title| title == post.title)
    }

    fn is_of(&self, post: &Post) -> bool {
        self.title == Some(post.title.as_str()) && self.dated == post.date
    }
}

impl Publication {
    /// Lets posts be known by what the ledger knows them by, where files do not tell, or tell otherwise: one that has title and
    /// date of another debut than its own is that post, if none else is; one that was never released and whose `aliases` name
    /// one that was is that one. What readers got on its date or later [is out](Post::is_out). Gives what is to be said of dates.
    pub fn know_again(&mut self, debuts: &Debuts<'_>) -> Vec<Diagnostic> {
        if debuts.is_empty() {
            return Vec::new();
        }
        let is_sure = |post: &Post| {
            post.is_page() || post.own_id.is_some() || debuts.get(&post.id).is_some_and(|debut| debut.is_of(post))
        };
        let (sure, unsure): (Vec<_>, Vec<_>) = (0..self.posts.len()).partition(|at| is_sure(&self.posts[*at]));
        if !unsure.is_empty() {
            let claimed = sure.iter().map(|at| self.posts[*at].id.clone()).chain(self.unreadable_ids(debuts)).collect();
            self.settle_names(&unsure, claimed, debuts);
        }
        for post in self.posts.iter_mut().chain(&mut self.former) {
            post.is_out = debuts.get(&post.id).is_some_and(|debut| debut.released_at >= post.date);
        }
        let posts = self.posts.iter().filter(|post| !post.is_page());
        let late = posts.filter(|post| debuts.get(&post.id).is_some_and(|debut| debut.released_at < post.date));
        late.map(|post| self.dated_after_release(post, debuts)).collect()
    }

    fn settle_names(&mut self, unsure: &[usize], mut claimed: HashSet<Slug>, debuts: &Debuts<'_>) {
        let mut free: Vec<_> = debuts.iter().filter(|(id, _)| !claimed.contains(**id)).collect();
        // Of two that were alike it is always the same.
        free.sort_unstable_by(|(a, _), (b, _)| b.cmp(a));
        let by_debut: HashMap<(&str, Timestamp), &Slug> =
            free.into_iter().filter_map(|(id, debut)| Some(((debut.title?, debut.dated), *id))).collect();
        let seen = |post: &Post| by_debut.get(&(post.title.as_str(), post.date)).filter(|_| !post.draft).copied();
        let (alike, edited): (Vec<_>, Vec<_>) = unsure.iter().copied().partition(|at| seen(&self.posts[*at]).is_some());
        // Whoever was only edited stays who it is. With another title and another date it may be a new post, if the old one is
        // elsewhere.
        let is_edited = |post: &Post| debuts.get(&post.id).is_some_and(|debut| debut.is_like(post));
        let (known, mut others): (Vec<_>, Vec<_>) = edited.into_iter().partition(|at| is_edited(&self.posts[*at]));
        claimed.extend(known.into_iter().map(|at| self.posts[at].id.clone()));
        for at in alike {
            match seen(&self.posts[at]).filter(|id| !claimed.contains(*id)) {
                Some(id) => {
                    claimed.insert(id.clone());
                    self.know_as(at, id.clone());
                }
                None => others.push(at),
            }
        }
        for at in others {
            let Post { id, slug, aliases, .. } = &self.posts[at];
            let named = || aliases.iter().find(|name| debuts.contains_key(name) && !claimed.contains(*name));
            let id = if claimed.contains(id) {
                self.names.free_name(slug, |name| claimed.contains(name) || debuts.contains_key(name))
            } else if debuts.contains_key(id) {
                id.clone()
            } else {
                named().unwrap_or(id).clone()
            };
            claimed.insert(id.clone());
            self.know_as(at, id);
        }
    }

    fn know_as(&mut self, at: usize, id: Slug) {
        if self.posts[at].id == id {
            return;
        }
        let slug = self.posts[at].slug.clone();
        let is_gone = self.post(&id).is_none() && !self.unreadable.contains_key(&id);
        if is_gone && !self.posts[at].aliases.contains(&id) {
            self.renames.push((id.clone(), slug.clone()));
            self.posts[at].aliases.push(id.clone());
        }
        // It is here, and what cannot be read under its old name is another.
        self.former.retain(|post| post.id != id);
        self.known.push((slug, id.clone()));
        self.names.know(&self.known);
        self.posts[at].id = id;
    }

    /// By what those posts are known that cannot be read and may be what they were: their files still name the title.
    fn unreadable_ids(&self, debuts: &Debuts<'_>) -> Vec<Slug> {
        let ids = self.unreadable.iter().filter_map(|(name, found)| {
            let id = self.id_of_unreadable(name);
            let title = debuts.get(&id).and_then(|debut| debut.title);
            let is_itself = title
                .is_none_or(|title| salvage_texts(&self.root, &found.file).1.iter().any(|value| value.contains(title)));
            is_itself.then_some(id)
        });
        ids.collect()
    }

    /// Says that a post is dated after its readers got it, who get it no second time.
    fn dated_after_release(&self, post: &Post, debuts: &Debuts<'_>) -> Diagnostic {
        let since = debuts.get(&post.id).map_or(post.date, |debut| debut.released_at);
        let is_taken =
            |name: &Slug| debuts.contains_key(name) || self.post(name).is_some() || self.known_post(name).is_some();
        let id = self.names.free_name(&post.slug, is_taken);
        let zone = self.settings.site.zone;
        let [dated, since] =
            [post.date, since].map(|time| time.with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string());
        let message =
            format!("this is dated {dated}, and its readers have had it since {since}: nobody gets it a second time");
        let help = format!(
            "if it is a new post in the file of an old one, add `id: {id}`; after a correction leave `date` as it was, and write `updated`"
        );
        let (line, column) = post.place("date", "");
        Diagnostic::warning(&post.file, "dated-after-release", message).at(line, column).help(help)
    }
}
