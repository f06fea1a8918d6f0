//! A workflow file, `workflows/NAME.toml`: when it runs, what it does, and what happens if it could not.

use std::{
    fs, io,
    ops::Range,
    path::{Component, Path, PathBuf},
    str::FromStr as _,
    time::Duration,
};

use chrono_tz::Tz;
use serde::Deserialize;
use toml::{
    Spanned,
    de::{DeTable, DeValue, Deserializer},
};

use super::{
    days_off::DaysOff,
    schedule::{Missed, Schedule},
    step::{DigestStep, STEP_KEYS, Step, Task, WrittenStep, parse_step},
    wrong::{Wrong, did_you_mean, keep, not_a_duration},
};
use crate::{
    clock::{Timestamp, parse_duration},
    diagnostic::{Diagnostic, Positions, nearest, toml_error},
    disk,
    locale::Locale,
    posts::Slug,
    publication::Settings,
    subscribers::Cadence,
};

/// Something that runs on a schedule, or when somebody says so.
#[derive(Debug, Clone)]
pub struct Workflow {
    /// The name of its file without the ending.
    pub name: Slug,
    /// What people call it.
    pub title: String,
    /// When the clock starts it, if it does.
    pub schedule: Option<Schedule>,
    /// What else starts it.
    pub on: Option<Trigger>,
    /// Where its file says so, in bytes.
    pub(super) schedule_at: Range<usize>,
    /// What happens to a run that was due while the daemon was down.
    pub missed: Missed,
    /// How much later than planned a run may start.
    pub max_lateness: Duration,
    /// Whether the clock starts it; otherwise a person alone does.
    pub enabled: bool,
    /// What it does, in order.
    pub steps: Vec<Step>,
}

impl Workflow {
    /// Whose digest it sends, if it sends one.
    pub fn digest(&self) -> Option<Cadence> {
        self.digest_step().map(|digest| digest.cadence)
    }

    /// What that digest is like.
    pub fn digest_step(&self) -> Option<DigestStep> {
        self.steps.iter().find_map(|step| match step.task {
            Task::Digest(digest) => Some(digest),
            _ => None,
        })
    }
}

/// What starts a workflow beside the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trigger {
    /// Somebody saved posts, and nothing more since.
    PostsChanged,
    /// A program of others asked for it.
    Webhook,
}

/// The same as they are written.
const TRIGGERS: [(&str, Trigger); 2] = [("posts-changed", Trigger::PostsChanged), ("webhook", Trigger::Webhook)];

/// The keys of a file.
const KEYS: [&str; 11] = [
    "title",
    "enabled",
    "schedule",
    "every",
    "on",
    "not_on",
    "time_zone",
    "missed",
    "max_lateness",
    "overlap",
    "steps",
];

/// The file as it is written. Choices are read by hand, so that all mistakes in it are told at once.
#[derive(Deserialize)]
struct Written {
    title: Option<String>,
    #[serde(default = "yes")]
    enabled: bool,
    schedule: Option<Spanned<String>>,
    every: Option<Spanned<String>>,
    on: Option<Spanned<String>>,
    #[serde(default)]
    not_on: Vec<Spanned<String>>,
    time_zone: Option<Spanned<String>>,
    missed: Option<Spanned<String>>,
    max_lateness: Option<Spanned<String>>,
    overlap: Option<Spanned<String>>,
    #[serde(default)]
    steps: Vec<Spanned<WrittenStep>>,
}

fn yes() -> bool {
    true
}

/// Reads all workflows of a publication. A file that is wrong is left out and reported; a folder
/// that is not there has none. `now` decides whether a schedule can ever fire again.
///
/// # Errors
/// When the folder cannot be read; a file that cannot be is a diagnostic.
pub fn load_workflows(
    root: &Path,
    settings: &Settings,
    now: Timestamp,
) -> Result<(Vec<Workflow>, Vec<Diagnostic>), disk::Error> {
    let (zone, translated) = (settings.site.zone, settings.translated_locales());
    let (mut workflows, mut found) = (Vec::new(), Vec::new());
    for name in workflow_files(root)? {
        let file = Path::new("workflows").join(format!("{name}.toml"));
        let bytes = match disk::read_plain(&root.join(&file)) {
            Ok(bytes) => bytes,
            Err(error) => {
                found.push(disk::unreadable(&file, &error));
                continue;
            }
        };
        let text = String::from_utf8_lossy(&bytes);
        let list = |list: &str| read_list(root, list);
        let positions = Positions::new(&text);
        match parse_workflow(&name, &text, zone, &translated, now, list) {
            Ok(workflow) => {
                let schedule = workflow.schedule.as_ref();
                let doubt = schedule.and_then(|schedule| doubt_schedule(schedule, &workflow.schedule_at, now));
                found.extend(doubt.map(|doubt| doubt.told(Diagnostic::warning, &file, &positions)));
                workflows.push(workflow);
            }
            Err(all) => found.extend(all.into_iter().map(|wrong| wrong.told(Diagnostic::error, &file, &positions))),
        }
    }
    Ok((workflows, found))
}

fn workflow_files(root: &Path) -> Result<Vec<String>, disk::Error> {
    let folder = root.join("workflows");
    let failed = |source| disk::Error { verb: "read", path: PathBuf::from(&folder), source };
    let entries = match fs::read_dir(&folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(failed)?,
    };
    let mut names = Vec::new();
    for entry in entries {
        let name = entry.map_err(failed)?.file_name().to_string_lossy().into_owned();
        names.extend(name.strip_suffix(".toml").map(str::to_owned));
    }
    names.sort();
    Ok(names)
}

/// Reads one file, or says everything that is wrong in it.
fn parse_workflow(
    name: &str,
    text: &str,
    zone: Tz,
    translated: &[Locale],
    now: Timestamp,
    list: impl Fn(&str) -> io::Result<String>,
) -> Result<Workflow, Vec<Wrong>> {
    let name = name
        .parse::<Slug>()
        .map_err(|error| vec![Wrong::new(0..0, "bad-name", error.to_string(), "rename the file")])?;
    let mut wrong = Vec::new();
    let Some(written) = parse_written(text, &mut wrong) else { return Err(wrong) };
    let is_misspelt = !wrong.is_empty();
    let given_zone = keep(parse_zone(written.time_zone.as_ref()), &mut wrong).flatten();
    let schedule = match (&written.schedule, &written.every) {
        // The key that is missing is probably the one that is written wrong.
        (None, None) if is_misspelt || written.on.is_some() => {
            keep(without_a_clock(&written.not_on, &list), &mut wrong);
            Some(None)
        }
        _ => keep(parse_schedule(&written, given_zone.unwrap_or(zone), now, &list), &mut wrong).map(Some),
    };
    let on = written.on.as_ref().map(|on| parse_choice(Some(on), "on", &TRIGGERS));
    let on = keep(on.transpose(), &mut wrong).flatten();
    let choices = [("run-once", Missed::RunOnce), ("skip", Missed::Skip)];
    let missed = keep(parse_choice(written.missed.as_ref(), "missed", &choices), &mut wrong);
    keep(parse_choice(written.overlap.as_ref(), "overlap", &[("skip", ())]), &mut wrong);
    let max_lateness = keep(parse_lateness(written.max_lateness.as_ref()), &mut wrong);
    let steps: Vec<_> = written.steps.iter().filter_map(|step| parse_step(step, translated, &mut wrong)).collect();
    if written.steps.is_empty() && !is_misspelt {
        let help = "add a table [[steps]] with `do = \"publish\"`";
        wrong.push(Wrong::new(0..0, "no-steps", "the workflow does nothing", help));
    }
    let mut digests = written.steps.iter().filter(|step| step.get_ref().what.get_ref() == "digest");
    if let Some(second) = digests.nth(1) {
        let message = "a workflow sends one digest: its issue is known by the workflow and the slot";
        wrong.push(Wrong::new(second.get_ref().what.span(), "second-digest", message, "give it a workflow of its own"));
    }
    match (schedule, missed, max_lateness) {
        (Some(schedule), Some(missed), Some(max_lateness)) if wrong.is_empty() => {
            let title = written.title.unwrap_or_else(|| name.to_string());
            let enabled = written.enabled;
            let schedule_at = written.schedule.or(written.every).map_or(0..0, |written| written.span());
            Ok(Workflow { name, title, schedule, on, schedule_at, missed, max_lateness, enabled, steps })
        }
        _ => Err(wrong),
    }
}

/// The file as it is written, without the keys that mean nothing, which are told.
fn parse_written(text: &str, wrong: &mut Vec<Wrong>) -> Option<Written> {
    let unreadable = |error: toml::de::Error| {
        let at = error.span().unwrap_or(0..0);
        let (message, help) = toml_error(error.message(), "workflows/NAME.toml");
        Wrong::new(at, "bad-workflow", message, help)
    };
    let mut table = keep(DeTable::parse(text).map_err(unreadable), wrong)?;
    take_unknown(table.get_mut(), &KEYS, wrong);
    if let Some(steps) = table.get_mut().get_mut("steps")
        && let DeValue::Array(steps) = steps.get_mut()
    {
        for step in steps.iter_mut() {
            if let DeValue::Table(step) = step.get_mut() {
                take_unknown(step, &STEP_KEYS, wrong);
            }
        }
    }
    loop {
        match Written::deserialize(Deserializer::from(table.clone())) {
            Ok(written) => return Some(written),
            // Likewise in a step.
            Err(error) if error.message().starts_with("missing field") && !wrong.is_empty() => return None,
            Err(error) => {
                let error = unreadable(error);
                let is_taken = take_at(table.get_mut(), error.at.start);
                wrong.push(error);
                // What else is wrong is told without it.
                if !is_taken {
                    return None;
                }
            }
        }
    }
}

/// Takes out the value at a place in the file, be it one of a step; says whether there was one.
fn take_at(table: &mut DeTable<'_>, at: usize) -> bool {
    if let Some(steps) = table.get_mut("steps")
        && let DeValue::Array(steps) = steps.get_mut()
        && steps.iter_mut().any(|step| match step.get_mut() {
            DeValue::Table(step) => take_at(step, at),
            _ => false,
        })
    {
        return true;
    }
    let key = table.iter().find(|(_, value)| value.span().contains(&at)).map(|(key, _)| key.clone());
    key.is_some_and(|key| table.remove(&key).is_some())
}

fn take_unknown(table: &mut DeTable<'_>, known: &[&str], wrong: &mut Vec<Wrong>) {
    let unknown: Vec<_> = table.keys().filter(|key| !known.contains(&key.get_ref().as_ref())).cloned().collect();
    for key in unknown {
        let help = did_you_mean(key.get_ref(), known, "the keys are");
        let message = format!("there is no key `{}`", key.get_ref());
        wrong.push(Wrong::new(key.span(), "bad-workflow", message, help));
        table.remove(&key);
    }
}

fn parse_zone(written: Option<&Spanned<String>>) -> Result<Option<Tz>, Wrong> {
    let Some(given) = written else { return Ok(None) };
    Tz::from_str(given.get_ref()).map(Some).map_err(|_| {
        let message = format!("{:?} is no time zone", given.get_ref());
        let known = chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name());
        let help = nearest(given.get_ref(), known).unwrap_or("Europe/Brussels");
        Wrong::new(given.span(), "bad-time-zone", message, format!("did you mean `{help}`?"))
    })
}

fn parse_schedule(
    written: &Written,
    zone: Tz,
    now: Timestamp,
    list: &impl Fn(&str) -> io::Result<String>,
) -> Result<Schedule, Wrong> {
    let (line, schedule) = match (&written.schedule, &written.every) {
        (Some(line), None) => (line, Schedule::parse(line.get_ref(), zone)),
        (None, Some(every)) => {
            let interval = parse_duration(every.get_ref()).ok_or_else(|| not_a_duration(every))?;
            (every, Schedule::every(interval, zone))
        }
        (None, None) => {
            let help = "add a line such as `schedule = \"0 8 * * FRI\"`, `every = \"15m\"` or `on = \"posts-changed\"`";
            return Err(Wrong::new(0..0, "no-schedule", "the file does not say when it runs", help));
        }
        (Some(_), Some(every)) => {
            let message = "`schedule` and `every` both say when it runs";
            return Err(Wrong::new(every.span(), "two-schedules", message, "delete one of them"));
        }
    };
    let schedule = schedule.map_err(|error| {
        let help = if written.every.is_some() {
            "write it as in `every = \"15m\"`"
        } else {
            "five fields: minute, hour, day of month, month, weekday, as in `0 8 * * FRI`"
        };
        Wrong::new(line.span(), "bad-schedule", error.to_string(), help)
    })?;
    let schedule = schedule.but_not_on(parse_days_off(&written.not_on, list)?);
    if schedule.next_after(now).is_none() {
        let message = format!("`{}` names a moment that never comes", line.get_ref());
        let help = "look at the day of the month and the month together, and at `not_on`";
        return Err(Wrong::new(line.span(), "never-fires", message, help));
    }
    Ok(schedule)
}

/// Days on which something does not run are for what the clock starts.
fn without_a_clock(not_on: &[Spanned<String>], list: &impl Fn(&str) -> io::Result<String>) -> Result<(), Wrong> {
    parse_days_off(not_on, list)?;
    let Some(first) = not_on.first() else { return Ok(()) };
    let message = "`not_on` is for what the clock starts, and this runs when it is asked to";
    Err(Wrong::new(first.span(), "bad-day", message, "delete the line, or add a `schedule`"))
}

/// Says which run of the coming year is not at its hour, because the clocks leave that hour out.
fn doubt_schedule(schedule: &Schedule, at: &Range<usize>, now: Timestamp) -> Option<Wrong> {
    let (shown, slot) = schedule.next_left_out(now)?;
    let instead = slot.with_timezone(&schedule.zone()).format("%H:%M");
    let day = shown.format("%-d %B %Y");
    let message = format!(
        "on {day} the clocks of {} leave {} out, so it runs at {instead} on that day",
        schedule.zone(),
        shown.format("%H:%M"),
    );
    Some(Wrong::new(at.clone(), "hour-left-out", message, "choose another hour if it must not be later"))
}

/// The days on which it does not run: each is one, or a list of them in a file beside the workflow.
fn parse_days_off(written: &[Spanned<String>], list: &impl Fn(&str) -> io::Result<String>) -> Result<DaysOff, Wrong> {
    let mut days = DaysOff::default();
    for one in written {
        let text = one.get_ref();
        let wrong = |message: String, help: &str| Wrong::new(one.span(), "bad-day", message, help);
        if !text.ends_with(LIST) {
            days.add(text).map_err(|error| {
                wrong(error.to_string(), "or name a file beside the workflow that lists days, such as `holidays.txt`")
            })?;
            continue;
        }
        let read = list(text).map_err(|error| {
            let help = "it is to lie beside the workflow, with a day on each line";
            wrong(format!("`workflows/{text}` cannot be read: {error}"), help)
        })?;
        days.add_list(&read).map_err(|(line, error)| {
            wrong(format!("workflows/{text}:{line}: {error}"), "behind `#` a line may say what day it is")
        })?;
    }
    Ok(days)
}

/// How the name of a list of days ends.
const LIST: &str = ".txt";

/// The text of a list of days beside the workflows, wherever its name wants to lead.
fn read_list(root: &Path, name: &str) -> io::Result<String> {
    let is_plain = Path::new(name).components().eq([Component::Normal(name.as_ref())]);
    if !is_plain {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "that is no name of a file beside it"));
    }
    let bytes = disk::read_plain(&root.join("workflows").join(name))?;
    String::from_utf8(bytes).map_err(|_| io::Error::new(io::ErrorKind::InvalidData, "it is not UTF-8"))
}

/// The first choice is the one of a file that does not say.
fn parse_choice<T: Copy>(
    written: Option<&Spanned<String>>,
    name: &str,
    choices: &[(&'static str, T)],
) -> Result<T, Wrong> {
    let word = written.map_or(choices[0].0, |written| written.get_ref());
    choices.iter().find(|(known, _)| *known == word).map(|(_, choice)| *choice).ok_or_else(|| {
        let known: Vec<&str> = choices.iter().map(|(known, _)| *known).collect();
        let at = written.map_or(0..0, Spanned::span);
        let help = did_you_mean(word, &known, "choose one of");
        Wrong::new(at, "bad-workflow", format!("`{name}` cannot be {word:?}"), help)
    })
}

fn parse_lateness(written: Option<&Spanned<String>>) -> Result<Duration, Wrong> {
    let Some(text) = written else { return Ok(DEFAULT_LATENESS) };
    parse_duration(text.get_ref()).ok_or_else(|| not_a_duration(text))
}

/// How late a run may be when its file does not say: a morning's digest is still welcome at noon.
const DEFAULT_LATENESS: Duration = Duration::from_hours(6);

#[cfg(test)]
mod tests;
