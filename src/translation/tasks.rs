//! What the translators of a locale still have to do, and where it stands in their files.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
};

use super::{Error, SegmentId, State, Translations, difference, files::read_text, folder::catalog_file, pieces::TODO};
use crate::{locale::Locale, posts::Slug};

/// A segment that waits for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Its id.
    pub id: SegmentId,
    /// Missing, stale or a machine's.
    pub state: State,
    /// The line of the file that it stands on, from 1; none while `sync` has not written it there.
    pub line: Option<usize>,
    /// The Dutch text as it is now.
    pub source: String,
    /// The Dutch text that the translation was made from, where that was another.
    pub before: Option<String>,
    /// The translation there is.
    pub translation: Option<String>,
}

/// What is to do for a post in a locale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskList {
    /// The file that it is to be done in, relative to the publication's folder.
    pub file: PathBuf,
    /// In the order of the post.
    pub tasks: Vec<Task>,
}

impl Task {
    /// The words of the Dutch text.
    pub fn words(&self) -> usize {
        self.source.split_whitespace().count()
    }

    /// The Dutch text with what changed in it marked; none where nothing did, or it was written anew.
    pub fn change(&self) -> Option<String> {
        difference::marked(self.before.as_ref()?, &self.source)
    }
}

/// Looks up what is to do for a post in a locale.
///
/// # Errors
/// When the file is there and cannot be read.
pub fn load_tasks(root: &Path, translations: &Translations, locale: &Locale, slug: &Slug) -> Result<TaskList, Error> {
    let file = catalog_file(locale, slug);
    // What is wrong with the file is for the load of the publication to say.
    let ftl = read_text(root, &file, &mut Vec::new()).unwrap_or_default();
    let lines = lines_of_entries(&ftl);
    let translated = translations.translated(locale, slug);
    let task = |segment: &super::Segment| {
        let found = translated.and_then(|translated| translated.find(segment));
        let (translation, state) = found.map_or((None, State::Missing), |(text, state)| (Some(text.to_owned()), state));
        let record = translated.and_then(|translated| translated.records.get(segment.id.as_str()));
        (state != State::Current).then(|| Task {
            id: segment.id.clone(),
            state,
            line: lines.get(&segment.id).copied(),
            source: segment.text.clone(),
            before: record.filter(|record| record.is_outdated(&segment.text)).map(|record| record.source.clone()),
            translation,
        })
    };
    let tasks = translations.segments(slug).iter().filter_map(task).collect();
    Ok(TaskList { file, tasks })
}

/// The first line of each message, or of the comment that is to become one.
fn lines_of_entries(ftl: &str) -> HashMap<SegmentId, usize> {
    let mut lines = HashMap::new();
    for (at, line) in ftl.lines().enumerate() {
        let entry = line.strip_prefix(TODO).unwrap_or(line);
        if let Some((id, _)) = entry.split_once('=')
            && let Ok(id) = id.trim_end().parse()
        {
            lines.entry(id).or_insert(at + 1);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_stands_on_its_first_line_and_a_comment_names_what_it_is_to_become() {
        let ftl =
            "### Titel\n\n# nl: Een = één\n# todo p-1 =\n\np-2 =\n    p-3 = no\n# todo p-4 = Done\ntitle= x\np-2 = y\n";
        let lines = lines_of_entries(ftl);
        let line = |id: &str| lines.get(&id.parse::<SegmentId>().unwrap()).copied();
        assert_eq!(["p-1", "p-2", "p-3", "p-4", "title"].map(line), [Some(4), Some(6), None, Some(8), Some(9)]);
    }
}
