//! What was read of posts and catalogs, kept by a process that reads them again and again: only files that look
//! otherwise than they did are read once more.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use chrono_tz::Tz;

use super::{
    files::{PostTexts, Translations, load_glossaries},
    folder::{Folder, glossary_file},
    index::SETTLED,
    look::{Look, Print},
    variant::Translated,
};
use crate::{
    disk::{self, Stamp},
    parallel,
    posts::{self, Loaded, PostFile, ReadFile, Slug, gather_posts, list_posts},
};

/// The most bytes of posts that are kept, translations not counted: with four languages five times as much is in
/// memory in all, twice, as blocks and as texts. Whoever has more reads the rest each time.
const MOST_BYTES: usize = 32 << 20;

/// Is written to learn the time by the clock that stamps the files.
const CLOCK: &str = "data/reading.stamp";

/// What was read so far. Clones share it.
#[derive(Debug, Clone)]
pub struct Kept {
    state: Arc<Mutex<State>>,
    /// A file that changed so many seconds before it was looked at, or later, is read again the next time.
    settled: i64,
}

impl Default for Kept {
    fn default() -> Self {
        Self { state: Arc::default(), settled: SETTLED }
    }
}

impl Kept {
    /// For stories in which no file changes twice in the same instant.
    pub fn trusting() -> Self {
        Self { settled: -1, ..Self::default() }
    }
}

#[derive(Debug, Default)]
struct State {
    /// In which zone a date without one begins, and how the glossaries looked.
    terms: Option<(Tz, Vec<Option<Stamp>>)>,
    posts: HashMap<Slug, Known>,
}

/// What was read of one post when its files looked so.
#[derive(Debug, Clone)]
struct Known {
    print: Print,
    file: ReadFile,
    /// None where the post is none.
    texts: Option<Arc<PostTexts>>,
}

/// Reads all posts and what readers get of their translations: nothing is known of where a checked text came from.
/// What did not change since it was kept is not read, and what is read is kept, where somebody wants that.
///
/// # Errors
/// When the folder cannot be read; a file that cannot be, and what one says wrong, is a diagnostic.
pub fn read_again(folder: &Folder<'_>, kept: Option<&Kept>) -> Result<(Loaded, Translations), posts::Error> {
    let (unused, is_kept) = (Kept::default(), kept.is_some());
    let mut state = kept.unwrap_or(&unused).state.lock().unwrap_or_else(PoisonError::into_inner);
    // Before anything is looked at.
    let now = if is_kept { disk::touch(&folder.root.join(CLOCK)).ok() } else { None };
    let stamps = folder.locales.iter().map(|locale| Stamp::of(&folder.root.join(glossary_file(locale)))).collect();
    let terms = Some((folder.settings.zone, stamps));
    if state.terms != terms {
        *state = State { terms, posts: HashMap::new() };
    }
    let mut found = Vec::new();
    let glossaries = load_glossaries(folder.root, folder.source, folder.locales, &mut found);
    let (files, wrong) = list_posts(folder.root)?;
    let looks = Look::at_all(folder, &files);
    let asked: Vec<(&PostFile, &Look)> = files.iter().zip(&looks).collect();
    let read: Vec<Known> = parallel::map(&asked, |(file, look)| {
        if let Some(known) = state.posts.get(&file.slug).filter(|known| known.print == look.print) {
            return known.clone();
        }
        let read = ReadFile::read(folder.root, file, folder.settings);
        let load = |post| PostTexts::load(folder.root, folder.source, &glossaries, post, Translated::forget_origins);
        let texts = read.whole().map(|post| Arc::new(load(post)));
        Known { print: look.print, file: read, texts }
    });
    state.posts.clear();
    let mut left = MOST_BYTES;
    for ((file, look), known) in asked.iter().zip(&read) {
        left = left.saturating_sub(known.file.bytes());
        // One that changed just now may change again in the same moment.
        if left > 0 && now.zip(kept).is_some_and(|(now, kept)| look.changed < now - kept.settled) {
            state.posts.insert(file.slug.clone(), known.clone());
        }
    }
    drop(state);
    let (read, texts): (Vec<_>, Vec<_>) =
        files.iter().zip(read).map(|(file, known)| (known.file, (file.slug.clone(), known.texts))).unzip();
    let texts = texts.into_iter().filter_map(|(slug, texts)| Some((slug, texts?))).collect();
    Ok((gather_posts(folder.root, &files, &read, wrong), Translations::of(folder.source, texts, found)))
}
