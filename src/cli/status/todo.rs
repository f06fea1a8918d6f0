//! What is left to do in a language, as a list with file and line.

use std::{collections::BTreeMap, fmt::Write as _};

use serde_json::{Value, json};

use super::table::Layout;
use crate::{
    diagnostic::count,
    line::{in_lines, shortened, visible},
    locale::Locale,
    posts::Post,
    publication::Publication,
    translation::{Error, LocaleSettings, State, Task, TaskList, load_tasks},
};

/// How much of a text a program is shown, and a person at a terminal at most: two lines or so.
const SHOWN: usize = 160;

/// What is to do for one post in one language.
pub(super) struct Todo<'p> {
    locale: &'p Locale,
    post: &'p Post,
    list: TaskList,
}

impl Todo<'_> {
    fn words(&self) -> usize {
        self.list.tasks.iter().map(Task::words).sum()
    }

    /// The file, and the line of a task where it has one.
    fn place(&self, task: &Task) -> String {
        let file = self.list.file.display();
        task.line.map_or_else(|| file.to_string(), |line| format!("{file}:{line}"))
    }
}

/// Looks up what is to do for these posts in these languages.
pub(super) fn load<'p>(
    publication: &'p Publication,
    posts: &[&'p Post],
    locales: &[&'p LocaleSettings],
) -> Result<Vec<Todo<'p>>, Error> {
    let mut lists = Vec::new();
    for LocaleSettings { locale, .. } in locales {
        for post in posts.iter().filter(|post| !publication.settings.is_off(&post.not_in, locale)) {
            let list = load_tasks(&publication.root, &publication.translations, locale, &post.slug)?;
            lists.push(Todo { locale, post, list });
        }
    }
    lists.retain(|todo| !todo.list.tasks.is_empty());
    Ok(lists)
}

pub(super) fn as_json(lists: &[Todo<'_>]) -> Value {
    let one = |todo: &Todo<'_>, task: &Task| {
        json!({
            "locale": todo.locale, "slug": todo.post.slug, "file": todo.list.file, "line": task.line,
            "id": task.id.as_str(), "state": task.state, "source": task.source, "before": task.before,
            "change": task.change(), "translation": task.translation, "words": task.words(),
        })
    };
    let tasks = lists.iter().flat_map(|todo| todo.list.tasks.iter().map(move |task| one(todo, task)));
    json!({ "todo": tasks.collect::<Vec<_>>() })
}

/// The list: a heading for each post, and for each segment its place and what it says.
pub(super) fn render(lists: &[Todo<'_>], layout: Layout) -> String {
    let room = layout.columns.map_or(SHOWN, |columns| SHOWN.min(columns.saturating_mul(2).saturating_sub(8)).max(40));
    let mut out = String::new();
    for todo in lists {
        let _ = writeln!(out, "{}/{}: {}", todo.locale, todo.post.slug, counted(todo.list.tasks.iter(), todo.words()));
        indent(&mut out, &shortened(&todo.post.title, room), layout);
        for task in &todo.list.tasks {
            let _ = writeln!(out, "{}: {} {}", todo.place(task), noun(task.state), task.id);
            for line in said(task, room) {
                indent(&mut out, &line, layout);
            }
        }
        out.push('\n');
    }
    let mut by_locale: BTreeMap<&Locale, Vec<&Todo<'_>>> = BTreeMap::new();
    for todo in lists {
        by_locale.entry(todo.locale).or_default().push(todo);
    }
    for (locale, todos) in by_locale {
        let words = todos.iter().map(|todo| todo.words()).sum();
        let tasks = todos.iter().flat_map(|todo| &todo.list.tasks);
        let _ = writeln!(out, "{locale}: {} in {}", counted(tasks, words), count(todos.len(), "post"));
    }
    if lists.iter().any(|todo| todo.list.tasks.iter().any(|task| task.line.is_none())) {
        out.push_str("What has no line is not in its file yet: run `postduif sync`\n");
    }
    if lists.is_empty() {
        out.push_str("nothing is left to do\n");
    }
    out
}

/// Adds a text below the place it belongs to, on as many lines as it takes there.
fn indent(out: &mut String, text: &str, layout: Layout) {
    /// Tells texts from places.
    const INDENT: &str = "    ";
    let width = layout.columns.map_or(usize::MAX, |columns| columns.saturating_sub(INDENT.len()).max(1));
    for line in in_lines(text, width) {
        let _ = writeln!(out, "{INDENT}{line}");
    }
}

/// "3 missing, 1 stale, 41 words".
fn counted<'t>(tasks: impl Iterator<Item = &'t Task> + Clone, words: usize) -> String {
    let of = |state| tasks.clone().filter(|task| task.state == state).count();
    let states = [State::Missing, State::Stale, State::Machine].map(|state| (of(state), noun(state)));
    let mut parts: Vec<_> =
        states.iter().filter(|(count, _)| *count > 0).map(|(count, noun)| format!("{count} {noun}")).collect();
    parts.push(count(words, "word"));
    parts.join(", ")
}

fn noun(state: State) -> &'static str {
    match state {
        State::Missing => "missing",
        State::Stale => "stale",
        State::Machine => "machine",
        State::Current => "current",
    }
}

/// What the Dutch says, and what changed in it, and what stands there now.
fn said(task: &Task, room: usize) -> Vec<String> {
    let mut lines = match (&task.before, task.change()) {
        // Cut short, it could lose the very change.
        (Some(_), Some(change)) => vec![visible(&change)],
        (Some(before), None) => {
            vec![format!("it said: {}", shortened(before, room)), format!("it says: {}", shortened(&task.source, room))]
        }
        (None, _) => vec![shortened(&task.source, room)],
    };
    lines.extend(task.translation.as_ref().map(|text| format!("→ {}", shortened(text, room))));
    lines
}
