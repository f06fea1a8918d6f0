//! Keeping the files of translators in step with the posts.

use std::{
    collections::HashSet,
    path::{Path, PathBuf},
};

use super::{
    Segment, Translations,
    align::{Known, align},
    checkout::{Checkout, checkout_going_on},
    files::{Error, Memory, lossy, not_utf8, read_bytes, read_records, read_text},
    first_names::FirstNames,
    folder::{Folder, catalog_file, records_file},
    look::Look,
    moves::Moves,
    origins::Origins,
    pieces::take_apart,
    records::render_records,
    rename::{self, Moved},
    state::Fills,
    sync::{Job, sync_source, sync_target},
};
use crate::{
    diagnostic::Diagnostic,
    disk,
    locale::Locale,
    posts::{Post, PostFile, Slug, list_posts, load_post},
};

/// Is there while files are written. Found at the beginning, it says that a sync was killed.
const UNFINISHED: &str = "data/sync.unfinished";

/// How often a post is read again when somebody saves one of its files just then: nobody saves this often by hand.
const ATTEMPTS: usize = 3;

/// What a sync is told beside the posts.
#[derive(Debug, Clone, Default)]
pub struct SyncOptions {
    /// Only these posts; all of them when there are none.
    pub only: Vec<Slug>,
    /// The writer says that the edits since the last sync change no meaning: translations that were
    /// current stay so.
    pub minor: bool,
    /// Git runs this in a hook, and changes nothing until it is done.
    pub in_hook: bool,
}

/// What a sync did.
#[derive(Debug, Default)]
pub struct SyncReport {
    /// The files that changed, relative to the publication's folder.
    pub written: Vec<PathBuf>,
    /// The files of posts that got another name.
    pub moved: Vec<Moved>,
    /// Posts that were asked for and are not there.
    pub unknown: Vec<Slug>,
    /// What needs a person; those files were left as they are.
    pub diagnostics: Vec<Diagnostic>,
}

/// Brings the catalogs of the posts in a folder in step: the source locale's own, and those of the targets.
/// Drafts are left out: nobody should translate what may still change. What has not changed since it was
/// in step is not read.
///
/// # Errors
/// When a file cannot be read or written. What only a person can mend is in the report.
pub fn sync_files(folder: &Folder<'_>, options: &SyncOptions) -> Result<SyncReport, Error> {
    let root = folder.root;
    let (files, _) = list_posts(root)?;
    let unknown = options.only.iter().filter(|slug| files.iter().all(|file| file.slug != **slug));
    let mut report = SyncReport { unknown: unknown.cloned().collect(), ..SyncReport::default() };
    report.moved = rename::finish_renames(root, folder.source, &mut report.diagnostics)?;
    let checkout = if options.in_hook { Checkout::none() } else { Checkout::of(root) };
    let origins = Origins::load(folder);
    let untold = files.iter().filter(|file| !origins.knows(&file.slug)).cloned().collect();
    let mut run = Run { folder, options, checkout, origins, untold, report };
    let looks = Look::at_all(folder, &files);
    let changed: Vec<_> = files.iter().zip(looks).filter(|(file, look)| !run.origins.holds(&file.slug, look)).collect();
    if !changed.is_empty() {
        folder.sweep()?;
        // Without it everything works; only what a kill leaves half-written is not swept away.
        let _ = disk::write_derived_if_changed(&root.join(UNFINISHED), b"");
    }
    if run.bring_in_step(&files, &changed)? {
        rename::settle_names(root, &files)?;
    }
    run.origins.save();
    let _ = disk::remove_if_there(&root.join(UNFINISHED));
    Ok(run.report)
}

/// One sync, as far as it has come.
struct Run<'a> {
    folder: &'a Folder<'a>,
    options: &'a SyncOptions,
    checkout: Checkout,
    origins: Origins,
    /// The posts of which no earlier run told the texts, until somebody asks for them.
    untold: Vec<PostFile>,
    report: SyncReport,
}

/// Whether a post may turn out to be about something else than what its catalog says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Doubt {
    /// Then nothing is written: the catalog may be that of another post, which had this name before.
    Possible,
    /// It was looked for under all names.
    Settled,
}

impl Run<'_> {
    /// Brings those of the `changed` posts in step that are wanted. First those that are about what their catalogs
    /// say; then the others, once it is known which of them had other names. Says whether Git let it come to its end.
    fn bring_in_step(&mut self, files: &[PostFile], changed: &[(&PostFile, Look)]) -> Result<bool, Error> {
        let is_wanted = |file: &PostFile| self.options.only.is_empty() || self.options.only.contains(&file.slug);
        let (wanted, others): (Vec<_>, Vec<_>) = changed.iter().partition(|(file, _)| is_wanted(file));
        let mut suspects = Vec::new();
        for (file, look) in wanted {
            if self.must_wait() {
                return Ok(false);
            }
            if !(look.has_catalog && self.sync_post(file, look, Doubt::Possible)?) {
                suspects.push(*file);
            }
        }
        // In the middle of a checkout names and texts do not belong together.
        if suspects.is_empty() {
            return Ok(!self.checkout.is_going_on());
        }
        if self.must_wait() {
            return Ok(false);
        }
        let others = others.into_iter().map(|(file, _)| *file);
        let all: Vec<_> = suspects.iter().copied().chain(others).collect();
        let moved = rename::follow_renames(self.folder, files, &all, &mut self.report.diagnostics)?;
        self.report.moved.extend(moved);
        for file in suspects {
            if self.must_wait() {
                return Ok(false);
            }
            self.sync_post(file, &Look::at(self.folder, file), Doubt::Settled)?;
        }
        Ok(true)
    }

    /// Whether Git is at work, so that nothing more can be done now; says so.
    fn must_wait(&mut self) -> bool {
        let must_wait = self.checkout.is_going_on();
        self.report.diagnostics.extend(must_wait.then(checkout_going_on));
        must_wait
    }

    /// Brings the files of one post in step, and notes how they looked if they were so already. Says whether it did:
    /// not so where the post is about something else than its catalog, as far as there is `doubt`.
    fn sync_post(&mut self, file: &PostFile, look: &Look, doubt: Doubt) -> Result<bool, Error> {
        let before = (self.report.written.len(), self.report.diagnostics.len());
        let Some(texts) = self.write_post(file, look, doubt)? else { return Ok(false) };
        let in_step = (self.report.written.len(), self.report.diagnostics.len()) == before;
        self.origins.note(&file.slug, in_step.then_some(look), texts.iter().map(String::as_str));
        Ok(true)
    }

    /// The same, anew if somebody saves one of the files meanwhile. Gives the texts that the post has, and those that
    /// its catalog knew; none if nothing was done.
    fn write_post(&mut self, file: &PostFile, first: &Look, doubt: Doubt) -> Result<Option<Vec<String>>, Error> {
        let Folder { root, settings, .. } = *self.folder;
        for attempt in 0..ATTEMPTS {
            let look = if attempt == 0 { first.clone() } else { Look::at(self.folder, file) };
            let mut found = Vec::new();
            let Some(post) = load_post(root, file, settings, &mut found) else {
                self.report.diagnostics.extend(found.into_iter().filter(Diagnostic::is_error));
                return Ok(Some(known_texts_of(self.folder, file)));
            };
            if post.draft {
                // It may have the name that another post had, whose translations then lie here.
                let known = Memory::load(root, self.folder.source, &post.slug).known;
                let is_anothers = doubt == Doubt::Possible && !rename::is_about(&post, &known);
                return Ok((!is_anothers).then(|| known.into_iter().map(|old| old.text).collect()));
            }
            let Some(Prepared { texts, changes, diagnostics }) = self.prepare(&post, doubt)? else { return Ok(None) };
            // What was read must belong together: a checkout changes the records first and the post last. It is waited
            // for before the files are looked at again, as it changes them meanwhile.
            let is_whole = !self.checkout.is_going_on() && Look::at(self.folder, file) == look;
            if is_whole && write_all(root, changes, &mut self.report)? {
                self.report.diagnostics.extend(diagnostics);
                return Ok(Some(texts));
            }
        }
        self.report.diagnostics.push(busy(&file.file));
        Ok(Some(Vec::new()))
    }

    /// Notes the texts of all posts, so that where a text came from is found in a fresh clone as anywhere else.
    fn tell_all_texts(&mut self) {
        for file in std::mem::take(&mut self.untold) {
            if !self.origins.knows(&file.slug) {
                let texts = known_texts_of(self.folder, &file);
                self.origins.note(&file.slug, None, texts.iter().map(String::as_str));
            }
        }
    }

    /// Says that a post has another text than it had, which nobody gets a second time.
    fn another_text(&self, post: &Post) -> Result<Diagnostic, Error> {
        let Folder { root, source, .. } = *self.folder;
        let is_taken = |name: &Slug| *name == post.slug || root.join(catalog_file(source, name)).exists();
        let id = FirstNames::load(root)?.free_name(&post.slug, is_taken);
        let message = "this is another text than it was, and whoever got it gets it no second time".to_owned();
        let help = format!("if it is a new post in the file of an old one, add `id: {id}`");
        Ok(Diagnostic::warning(&post.file, "another-text", message).at(1, 1).help(help))
    }

    /// Reads the files of a post, and says what they should be; nothing where there is `doubt` with good reason.
    fn prepare(&mut self, post: &Post, doubt: Doubt) -> Result<Option<Prepared>, Error> {
        let Folder { root, source, targets, .. } = *self.folder;
        let memory = Memory::load(root, source, &post.slug);
        if let Some(found) = memory.broken {
            return Ok(Some(Prepared { diagnostics: vec![found], ..Prepared::default() }));
        }
        let mut known = memory.known;
        if doubt == Doubt::Possible && !rename::is_about(post, &known) {
            return Ok(None);
        }
        let mut prepared = Prepared::default();
        let is_anothers = doubt == Doubt::Settled && !known.is_empty() && post.own_id.is_none();
        if is_anothers && known.iter().all(|old| post.blocks.iter().all(|block| block.text != old.text)) {
            prepared.diagnostics.push(self.another_text(post)?);
        }
        let locales = || targets.iter().filter(|locale| !post.not_in.contains(locale));
        let mut segments = align(&known, &post.blocks);
        if segments.iter().any(|segment| is_new(segment, &known)) {
            for locale in locales() {
                known.extend(self.folder.known_to_translators(locale, post, &known));
            }
            segments = align(&known, &post.blocks);
        }
        let new: Vec<_> = segments.iter().filter(|segment| is_new(segment, &known)).collect();
        if !new.is_empty() {
            self.tell_all_texts();
        }
        let moved = Moves::find(root, source, &new, &mut self.origins, &post.slug);
        // Targets go first: should the machine stop in between, the memory still knows the old texts.
        for locale in locales() {
            let fills = moved.fills(root, locale);
            let job = Job { post, segments: &segments, source, fills: &fills, minor: self.options.minor };
            prepared.changes.extend(prepare_one(root, &job, locale, &mut prepared.diagnostics));
        }
        let new = sync_source(post, &segments, &known);
        prepared.changes.push(Change { file: memory.file, old: memory.bytes, new });
        let of_now: HashSet<_> = segments.into_iter().map(|segment| segment.text).collect();
        let others: Vec<_> = known.into_iter().map(|old| old.text).filter(|text| !of_now.contains(text)).collect();
        prepared.texts = of_now.into_iter().chain(others).collect();
        Ok(Some(prepared))
    }
}

impl Folder<'_> {
    /// Removes what a sync that was killed left half-written.
    fn sweep(&self) -> Result<(), Error> {
        if !self.root.join(UNFINISHED).exists() {
            return Ok(());
        }
        for (beside, _) in self.beside_posts() {
            disk::sweep(&self.root.join(beside))?;
        }
        Ok(disk::sweep(&self.root.join("data"))?)
    }

    /// The texts that a translator's file shows with ids that the memory does not know: where two branches were put
    /// together, one of them may have given a text another id, or have lost it.
    fn known_to_translators(&self, locale: &Locale, post: &Post, known: &[Known]) -> Vec<Known> {
        let file = catalog_file(locale, &post.slug);
        let text = read_text(self.root, &file, &mut Vec::new()).unwrap_or_default();
        // What is wrong with it is said when it is to be brought in step.
        let pieces = take_apart(&file, &text, self.source).unwrap_or_default();
        let known: HashSet<_> = known.iter().map(|old| &old.id).collect();
        let shown = pieces.all.into_iter().filter(|piece| !piece.body.is_empty());
        let shown = shown.filter_map(|piece| Some((piece.id.filter(|id| !known.contains(id))?, piece.shown?)));
        shown.map(|(id, text)| Known { id, kind: None, text, current: false }).collect()
    }
}

/// The texts that the catalog of a post knows.
fn known_texts_of(folder: &Folder<'_>, file: &PostFile) -> Vec<String> {
    Memory::load(folder.root, folder.source, &file.slug).known.into_iter().map(|old| old.text).collect()
}

/// Whether a segment has an id that no text had before.
fn is_new(segment: &Segment, known: &[Known]) -> bool {
    known.iter().all(|old| old.id != segment.id)
}

/// Puts what a machine offers into a post's file in a locale, and brings the file in step. A person's
/// translation, or one that somebody wrote meanwhile, is never replaced.
///
/// # Errors
/// When a file cannot be read or written. What only a person can mend is in the report.
pub fn fill_segments(
    root: &Path,
    translations: &Translations,
    locale: &Locale,
    post: &Post,
    fills: &Fills,
) -> Result<SyncReport, Error> {
    let source = translations.source.as_ref().unwrap_or(locale);
    let segments = translations.segments(&post.slug);
    let job = Job { post, segments, source, fills, minor: false };
    let mut report = SyncReport::default();
    for _ in 0..ATTEMPTS {
        let mut found = Vec::new();
        let changes = prepare_one(root, &job, locale, &mut found);
        if !Checkout::of(root).is_going_on() && write_all(root, changes, &mut report)? {
            report.diagnostics.extend(found);
            return Ok(report);
        }
    }
    report.diagnostics.push(busy(&catalog_file(locale, &post.slug)));
    Ok(report)
}

/// What a post's files should be.
#[derive(Debug, Default)]
struct Prepared {
    texts: Vec<String>,
    /// In the order in which they are to be made.
    changes: Vec<Change>,
    diagnostics: Vec<Diagnostic>,
}

/// A file as it was read, and as it should be.
#[derive(Debug)]
struct Change {
    file: PathBuf,
    old: Option<Vec<u8>>,
    new: String,
}

/// Reads a catalog and its records, and says what they should be: nothing, where a person must mend them first.
fn prepare_one(root: &Path, job: &Job<'_>, locale: &Locale, found: &mut Vec<Diagnostic>) -> Vec<Change> {
    let (file, beside) = (catalog_file(locale, &job.post.slug), records_file(locale, &job.post.slug));
    let before = found.len();
    let (old, old_records) = (read_bytes(root, &file, found), read_bytes(root, &beside, found));
    found.extend(old.iter().filter_map(|old| not_utf8(&file, old)));
    let records = old_records.as_deref().map(|bytes| read_records(&beside, bytes, found)).unwrap_or_default();
    if found.len() > before {
        return Vec::new();
    }
    let text = lossy(old.as_deref().unwrap_or_default());
    match sync_target(&file, &text, job, &records) {
        // The records go first. Until the file follows it shows an older Dutch text than the records
        // say, and that never makes a translation current (`record_of`). The other way round, the file
        // would show the new text above a translation whose origin nobody wrote down.
        Ok(synced) => {
            // Most are as they were, and to write them out only to see that takes longer than all the rest.
            let are_new = old_records.is_none() || synced.records != records;
            let new_records = are_new.then(|| render_records(&synced.records));
            let change = new_records.map(|new| Change { file: beside, old: old_records, new });
            change.into_iter().chain([Change { file, old, new: synced.text }]).collect()
        }
        Err(wrong) => {
            found.extend(wrong);
            Vec::new()
        }
    }
}

/// Makes changes, one after the other; stops and says so where a file is no longer as it was read.
fn write_all(root: &Path, changes: Vec<Change>, report: &mut SyncReport) -> Result<bool, Error> {
    for Change { file, old, new } in changes {
        if old.as_deref() == Some(new.as_bytes()) {
            continue;
        }
        if !disk::write_over(&root.join(&file), old.as_deref(), new.as_bytes())? {
            return Ok(false);
        }
        report.written.push(file);
    }
    Ok(true)
}

fn busy(file: &Path) -> Diagnostic {
    let message = "somebody changes the files of this post all the time, so they are left as they are";
    Diagnostic::warning(file, "busy-file", message).help("the next sync brings them in step")
}

#[cfg(test)]
mod tests;
