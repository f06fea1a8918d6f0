//! Keeping the files of translators in step with the posts.

use std::{
    collections::HashSet,
    path::{Path, PathBuf},
};

use super::{
    Segment, Translations,
    align::{Known, align},
    files::{Error, load_memory, load_records, read_text},
    folder::{Folder, catalog_file, records_file},
    index::Index,
    look::Look,
    moves::Moves,
    rename::{self, Moved},
    state::{Fills, carry_over, render_records},
    sync::{sync_source, sync_target},
};
use crate::{
    diagnostic::Diagnostic,
    disk,
    locale::Locale,
    posts::{Post, PostFile, Slug, list_posts, load_post},
};

/// Is there while files are written. Found at the beginning, it says that a sync was killed.
const UNFINISHED: &str = "data/sync.unfinished";

/// How often a file that somebody saves just then is read again: nobody saves this often by hand.
const ATTEMPTS: usize = 3;

/// What a sync is told beside the posts.
#[derive(Debug, Clone, Default)]
pub struct SyncOptions {
    /// Only these posts; all of them when there are none.
    pub only: Vec<Slug>,
    /// The writer says that the edits since the last sync change no meaning: translations that were
    /// current stay so.
    pub minor: bool,
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
    let moved = rename::finish_renames(root, folder.source)?;
    let unknown = options.only.iter().filter(|slug| files.iter().all(|file| file.slug != **slug));
    let mut report = SyncReport { unknown: unknown.cloned().collect(), moved, ..SyncReport::default() };
    let mut index = Index::load(folder);
    let looks = Look::at_all(folder, &files);
    let wanted = |file: &PostFile| options.only.is_empty() || options.only.contains(&file.slug);
    let changed: Vec<_> = files.iter().zip(looks).filter(|(file, look)| !index.holds(&file.slug, look)).collect();
    if !changed.is_empty() {
        folder.sweep()?;
        // Without it everything works; only what a kill leaves half-written is not swept away.
        let _ = disk::write_derived_if_changed(&root.join(UNFINISHED), b"");
    }
    report.moved.extend(rename::follow_renames(folder, &files, &changed)?);
    for (file, look) in changed.into_iter().filter(|(file, _)| wanted(file)) {
        let before = (report.written.len(), report.diagnostics.len());
        let mut texts = Vec::new();
        if let Some(post) = load_post(root, file, folder.settings, &mut Vec::new())
            && !post.draft
        {
            texts = folder.sync_post(&post, options, &mut index, &mut report)?;
        }
        let in_step = (report.written.len(), report.diagnostics.len()) == before;
        index.note(&file.slug, in_step.then_some(look), texts.iter().map(String::as_str));
    }
    index.save(root);
    let _ = disk::remove_if_there(&root.join(UNFINISHED));
    Ok(report)
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

    /// Brings the files of one post in step. Gives the texts that it has, and those that its catalog knew.
    fn sync_post(
        &self,
        post: &Post,
        options: &SyncOptions,
        index: &mut Index,
        report: &mut SyncReport,
    ) -> Result<Vec<String>, Error> {
        let Folder { root, source, targets, .. } = *self;
        let (known, found) = load_memory(root, source, &post.slug)?;
        if let Some(found) = found {
            report.diagnostics.push(found);
            return Ok(Vec::new());
        }
        let segments = align(&known, &post.blocks);
        let remembered: HashSet<_> = known.iter().map(|old| &old.id).collect();
        let new: Vec<_> = segments.iter().filter(|segment| !remembered.contains(&segment.id)).collect();
        let moved = Moves::find(root, source, &new, index, &post.slug)?;
        // Targets go first: should the machine stop in between, the memory still knows the old texts.
        for locale in targets.iter().filter(|locale| !post.not_in.contains(locale)) {
            let fills = moved.fills(root, locale)?;
            let minor_since = if options.minor { known.as_slice() } else { &[] };
            Job { root, source, post, segments: &segments, fills: &fills, minor_since }.sync_one(locale, report)?;
        }
        write(root, catalog_file(source, &post.slug), &sync_source(post, &segments, &known), report)?;
        let of_now = segments.into_iter().map(|segment| segment.text);
        Ok(of_now.chain(known.into_iter().map(|old| old.text)).collect())
    }
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
    let mut report = SyncReport::default();
    let source = translations.source.as_ref().unwrap_or(locale);
    let segments = translations.segments(&post.slug);
    Job { root, source, post, segments, fills, minor_since: &[] }.sync_one(locale, &mut report)?;
    Ok(report)
}

/// One post to be brought in step.
struct Job<'a> {
    root: &'a Path,
    source: &'a Locale,
    post: &'a Post,
    segments: &'a [Segment],
    fills: &'a Fills,
    /// The texts of before edits that change no meaning.
    minor_since: &'a [Known],
}

impl Job<'_> {
    /// Brings one file in step, anew if somebody saves it meanwhile.
    fn sync_one(&self, locale: &Locale, report: &mut SyncReport) -> Result<(), Error> {
        for _ in 0..ATTEMPTS {
            if self.try_to_sync(locale, report)? {
                return Ok(());
            }
        }
        let message = "somebody saves this file all the time, so it is left as it is";
        let found = Diagnostic::warning(&catalog_file(locale, &self.post.slug), "busy-file", message);
        report.diagnostics.push(found.help("the next sync brings it in step"));
        Ok(())
    }

    /// Says whether there is nothing left to do: not so when the file changed after it was read.
    fn try_to_sync(&self, locale: &Locale, report: &mut SyncReport) -> Result<bool, Error> {
        let Self { root, source, post, segments, fills, minor_since } = *self;
        let file = catalog_file(locale, &post.slug);
        let before = report.diagnostics.len();
        let old = read_text(root, &file, &mut report.diagnostics)?;
        let (mut records, are_written) = load_records(root, locale, &post.slug, &mut report.diagnostics)?;
        if report.diagnostics.len() > before {
            return Ok(true);
        }
        carry_over(&mut records, minor_since, segments);
        match sync_target(&file, old.as_deref().unwrap_or_default(), post, segments, source, &records, fills) {
            Ok(synced) => {
                // The records go first. Until the file follows it shows an older Dutch text than the records
                // say, and that never makes a translation current (`record_of`). The other way round, the file
                // would show the new text above a translation whose origin nobody wrote down.
                if !are_written || !minor_since.is_empty() || synced.records != records {
                    write(root, records_file(locale, &post.slug), &render_records(&synced.records), report)?;
                }
                if old.as_deref() != Some(synced.text.as_str()) {
                    let old = old.as_ref().map(String::as_bytes);
                    if !disk::write_over(&root.join(&file), old, synced.text.as_bytes())? {
                        return Ok(false);
                    }
                    report.written.push(file);
                }
            }
            Err(found) => report.diagnostics.extend(found),
        }
        Ok(true)
    }
}

fn write(root: &Path, file: PathBuf, text: &str, report: &mut SyncReport) -> Result<(), Error> {
    if disk::write_if_changed(&root.join(&file), text.as_bytes())? {
        report.written.push(file);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::{posts::LoadSettings, translation::load_translations};

    /// A publication with one post, synced once.
    struct Desk {
        root: tempfile::TempDir,
        locales: [Locale; 2],
    }

    const NL: &str = "locales/nl/posts/stappen.ftl";
    const FR: &str = "locales/fr/posts/stappen.ftl";

    impl Desk {
        fn new() -> Self {
            let folder =
                Self { root: tempfile::tempdir().unwrap(), locales: ["nl", "fr"].map(|tag| tag.parse().unwrap()) };
            folder.write("posts/stappen.md", "---\ntitle: Stappen\ndate: 2026-10-02\n---\nBlijf bewegen.\n");
            assert_eq!(folder.sync(), []);
            folder
        }

        fn write(&self, file: &str, bytes: impl AsRef<[u8]>) {
            let path = self.root.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }

        fn read(&self, file: &str) -> Vec<u8> {
            fs::read(self.root.path().join(file)).unwrap()
        }

        fn posts(&self) -> Vec<Post> {
            let settings = crate::posts::LoadSettings { zone: chrono_tz::Europe::Brussels };
            crate::posts::load_posts(self.root.path(), settings).unwrap().posts
        }

        fn try_to_sync(&self) -> Result<SyncReport, Error> {
            let (source, targets) = (&self.locales[0], &self.locales[1..]);
            let settings = LoadSettings { zone: chrono_tz::Europe::Brussels };
            sync_files(
                &Folder { root: self.root.path(), settings, source, targets, locales: targets },
                &SyncOptions::default(),
            )
        }

        fn sync(&self) -> Vec<Diagnostic> {
            self.try_to_sync().unwrap().diagnostics
        }

        fn check(&self) -> Vec<Diagnostic> {
            load_translations(self.root.path(), &self.locales[0], &self.locales, &self.posts()).unwrap().diagnostics
        }
    }

    #[test]
    fn a_check_shows_once_what_makes_sync_leave_a_file_alone() {
        for (bad, code) in [
            (&b"title = Pas\r\n"[..], "carriage-return"),
            (b"\xef\xbb\xbftitle = Pas\n", "byte-order-mark"),
            (b"<<<<<<< ours\ntitle = Pas\n=======\ntitle = Marches\n>>>>>>> theirs\n", "merge-conflict"),
            (b"title = Ha\xefti\n", "not-utf8"),
        ] {
            let folder = Desk::new();
            folder.write(FR, bad);
            let found = folder.check();
            assert_eq!(found.iter().map(|found| found.code).collect::<Vec<_>>(), [code]);
            assert_eq!(folder.sync(), found);
            assert_eq!(folder.read(FR), bad, "{code}");
        }
    }

    #[test]
    fn a_memory_that_cannot_be_read_is_not_written_anew() {
        for (mark, code) in [(&b"# Ha\xefti\n"[..], "not-utf8"), (b"<<<<<<< ours\n", "merge-conflict")] {
            let folder = Desk::new();
            let bad = [folder.read(NL).as_slice(), mark].concat();
            folder.write(NL, &bad);
            folder.write("posts/stappen.md", "---\ntitle: Stappen\ndate: 2026-10-02\n---\nIets heel anders.\n");
            let french = folder.read(FR);
            let found = folder.sync();
            assert_eq!(found.iter().map(|found| found.code).collect::<Vec<_>>(), [code]);
            assert_eq!((folder.read(NL), folder.read(FR)), (bad, french));
            assert_eq!(folder.check(), found);
        }
    }

    impl Desk {
        /// A stale text and one that a machine made, each with its record.
        fn with_stale_and_machine() -> Self {
            let desk = Self::new();
            let post = |text: &str| format!("---\ntitle: Stappen\ndate: 2026-10-02\n---\n{text}\n\nBel ons.\n");
            desk.write("posts/stappen.md", post("Blijf bewegen."));
            desk.sync();
            let ftl = String::from_utf8(desk.read(FR)).unwrap();
            let complete = |ftl: String, dutch: &str, french: &str| {
                let at = ftl.find(&format!("# nl: {dutch}\n")).unwrap();
                let end = at + ftl[at..].find(" =\n").unwrap() + 2;
                format!("{} {french}{}", &ftl[..end], &ftl[end..])
            };
            desk.write(FR, complete(complete(ftl, "Blijf bewegen.", "Bougez."), "Bel ons.", "Appelez."));
            desk.sync();
            let records = String::from_utf8(desk.read(STATE)).unwrap();
            let (before, after) = records.split_once("source = \"Bel ons.\"").unwrap();
            let by_a_machine = after.replacen("\"human\"", "\"machine\"\nfrom = \"from DeepL\"", 1);
            desk.write(STATE, format!("{before}source = \"Bel ons.\"{by_a_machine}"));
            desk.write("posts/stappen.md", post("Blijf niet bewegen."));
            assert_eq!(desk.sync(), []);
            assert_eq!(desk.states(), (1, 1));
            desk
        }

        /// How many texts are stale, and a machine's.
        fn states(&self) -> (usize, usize) {
            let loaded = load_translations(self.root.path(), &self.locales[0], &self.locales, &self.posts()).unwrap();
            let slug = "stappen".parse().unwrap();
            let coverage = loaded.translated(&self.locales[1], &slug).unwrap().coverage(loaded.segments(&slug));
            (coverage.stale, coverage.machine)
        }
    }

    const STATE: &str = "locales/.state/fr/stappen.toml";

    #[test]
    fn a_lost_record_makes_nothing_current() {
        let desk = Desk::with_stale_and_machine();
        let records = desk.read(STATE);
        desk.write(STATE, [b"<<<<<<< HEAD\n", records.as_slice()].concat());
        assert_eq!(desk.states(), (1, 1), "records with a merge conflict");
        let french = desk.read(FR);
        desk.sync();
        assert_eq!(desk.read(FR), french, "nothing is made from them");
        fs::remove_file(desk.root.path().join(STATE)).unwrap();
        assert_eq!(desk.states(), (1, 1), "records that are gone");
        desk.sync();
        assert_eq!((desk.read(FR), desk.states()), (french, (1, 1)), "and come back from the comments");
    }

    #[test]
    fn a_catalog_that_was_away_comes_back_as_it_was() {
        let desk = Desk::with_stale_and_machine();
        let french = desk.read(FR);
        fs::remove_file(desk.root.path().join(FR)).unwrap();
        desk.sync();
        desk.write(FR, &french);
        desk.sync();
        assert_eq!((desk.read(FR), desk.states()), (french, (1, 1)));
    }

    #[test]
    fn a_text_without_a_record_is_held_against_the_dutch_that_its_file_shows() {
        let desk = Desk::new();
        let ftl = String::from_utf8(desk.read(FR)).unwrap();
        desk.write(FR, ftl.replace("# todo title =", "title = Pas"));
        desk.write("posts/stappen.md", "---\ntitle: Geen stappen\ndate: 2026-10-02\n---\nBlijf bewegen.\n");
        assert_eq!(desk.states(), (1, 0), "before any sync");
        desk.sync();
        assert_eq!(desk.states(), (1, 0), "and after");
    }

    #[test]
    fn a_sync_killed_between_its_two_files_does_not_make_a_stale_text_current() {
        let folder = Desk::new();
        let todo = String::from_utf8(folder.read(FR)).unwrap();
        let at = todo.find("# nl: Blijf bewegen.\n").unwrap();
        let end = at + todo[at..].find(" =\n").unwrap() + 2;
        folder.write(FR, format!("{} Bougez.{}", &todo[..end], &todo[end..]));
        folder.write("posts/stappen.md", "---\ntitle: Stappen\ndate: 2026-10-02\n---\nBlijf heel veel bewegen.\n");
        // What lies in the way of one of the two files stops the sync there, as a kill would.
        for in_the_way in ["locales/.state/fr/.stappen.toml", "locales/fr/posts/.stappen.ftl"] {
            let aside = folder.root.path().join(format!("{in_the_way}.{}.new", std::process::id()));
            fs::create_dir_all(&aside).unwrap();
            assert!(folder.try_to_sync().is_err());
            fs::remove_dir(&aside).unwrap();
        }
        assert_eq!(folder.sync(), []);
        let synced = String::from_utf8(folder.read(FR)).unwrap();
        assert!(synced.contains("# stale: it said \"Blijf bewegen.\""), "{synced}");
    }
}
