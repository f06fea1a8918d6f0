//! A workflow file, `workflows/NAME.toml`: when it runs, what it does, and what happens if it could not.

use std::{
    fs, io,
    path::{Path, PathBuf},
    str::FromStr as _,
    time::Duration,
};

use chrono_tz::Tz;
use serde::Deserialize;

use super::schedule::{Missed, Schedule};
use crate::{
    clock::Timestamp,
    diagnostic::{Diagnostic, nearest, position},
    disk,
    locale::Locale,
    posts::Slug,
    subscribers::Cadence,
};

/// The steps that a workflow can take, as they are written.
const STEPS: [&str; 5] = ["sync", "translate", "publish", "digest", "notify"];

/// Something that runs on a schedule, or when somebody says so.
#[derive(Debug, Clone)]
pub struct Workflow {
    /// The name of its file without the ending.
    pub name: Slug,
    /// What people call it.
    pub title: String,
    /// When it runs.
    pub schedule: Schedule,
    /// What happens to a run that was due while the daemon was down.
    pub missed: Missed,
    /// How much later than planned a run may start.
    pub max_lateness: Duration,
    /// What it does, in order.
    pub steps: Vec<Step>,
}

impl Workflow {
    /// Whose digest it sends, if it sends one.
    pub fn digest(&self) -> Option<Cadence> {
        self.steps.iter().find_map(|step| match step {
            Step::Digest(cadence) => Some(*cadence),
            _ => None,
        })
    }
}

/// One thing that a workflow does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Bring the Dutch posts into the locale files.
    Sync,
    /// Fill in what is missing, from the memory and by a translation service.
    Translate {
        /// Into these languages.
        locales: Vec<Locale>,
        /// The most characters that a service is asked to translate in one run.
        max_characters: usize,
    },
    /// Release what is ready and write the site.
    Publish,
    /// Compose and freeze an issue for the subscribers of a cadence, and deliver it.
    Digest(Cadence),
    /// Tell the WebSub hub about the feeds.
    Notify,
}

impl Step {
    /// The step as it is written in a file.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Sync => "sync",
            Self::Translate { .. } => "translate",
            Self::Publish => "publish",
            Self::Digest(_) => "digest",
            Self::Notify => "notify",
        }
    }
}

/// The file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    title: Option<String>,
    schedule: toml::Spanned<String>,
    time_zone: Option<toml::Spanned<String>>,
    #[serde(default)]
    missed: Missed,
    max_lateness: Option<toml::Spanned<String>>,
    #[serde(default)]
    overlap: Overlap,
    steps: Vec<toml::Spanned<WrittenStep>>,
}

/// What happens when a run is still going and the next is due. There is one answer so far.
#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Overlap {
    #[default]
    Skip,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenStep {
    #[serde(rename = "do")]
    what: String,
    cadence: Option<String>,
    approval: Option<String>,
    locale: Option<Locale>,
    #[serde(default)]
    locales: Vec<Locale>,
    max_characters: Option<usize>,
}

/// Why something in the file cannot be used: where, what, and the remedy.
struct Wrong {
    at: usize,
    code: &'static str,
    message: String,
    help: String,
}

impl Wrong {
    fn new(at: usize, code: &'static str, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { at, code, message: message.into(), help: help.into() }
    }
}

/// Reads all workflows of a publication. A file that is wrong is left out and reported; a folder
/// that is not there has none. `now` decides whether a schedule can ever fire again.
///
/// # Errors
/// When a file is there and cannot be read.
pub fn load_workflows(root: &Path, zone: Tz, now: Timestamp) -> Result<(Vec<Workflow>, Vec<Diagnostic>), disk::Error> {
    let (mut workflows, mut found) = (Vec::new(), Vec::new());
    for name in workflow_files(root)? {
        let file = Path::new("workflows").join(format!("{name}.toml"));
        let bytes = disk::read_if_there(&root.join(&file))?.unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        match parse_workflow(&name, &text, zone, now) {
            Ok(workflow) => workflows.push(workflow),
            Err(wrong) => {
                let (line, column) = position(&text, wrong.at);
                found.push(Diagnostic::error(&file, wrong.code, wrong.message).at(line, column).help(wrong.help));
            }
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

fn parse_workflow(name: &str, text: &str, zone: Tz, now: Timestamp) -> Result<Workflow, Wrong> {
    let name = name.parse::<Slug>().map_err(|error| Wrong::new(0, "bad-name", error.to_string(), "rename the file"))?;
    let written: Written = toml::from_str(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        Wrong::new(at, "bad-workflow", error.message().trim(), unknown_key_help(error.message()))
    })?;
    let zone = match &written.time_zone {
        Some(given) => Tz::from_str(given.get_ref()).map_err(|_| {
            let message = format!("{:?} is no time zone", given.get_ref());
            let known = chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name());
            let help = nearest(given.get_ref(), known).unwrap_or("Europe/Brussels");
            Wrong::new(given.span().start, "bad-time-zone", message, format!("did you mean `{help}`?"))
        })?,
        None => zone,
    };
    let schedule = Schedule::parse(written.schedule.get_ref(), zone).map_err(|error| {
        let help = "five fields: minute, hour, day of month, month, weekday, as in `0 8 * * FRI`";
        Wrong::new(written.schedule.span().start, "bad-schedule", error.to_string(), help)
    })?;
    if schedule.next_after(now).is_none() {
        let message = format!("`{}` names a moment that never comes", written.schedule.get_ref());
        let help = "look at the day of the month and the month together";
        return Err(Wrong::new(written.schedule.span().start, "never-fires", message, help));
    }
    let max_lateness = match &written.max_lateness {
        Some(text) => parse_duration(text.get_ref()).ok_or_else(|| {
            let message = format!("{:?} is no length of time", text.get_ref());
            Wrong::new(text.span().start, "bad-duration", message, "write a number and a unit: 90s, 15m, 6h, 2d")
        })?,
        None => DEFAULT_LATENESS,
    };
    let Overlap::Skip = written.overlap;
    let steps = written.steps.iter().map(parse_step).collect::<Result<Vec<_>, _>>()?;
    if steps.is_empty() {
        return Err(Wrong::new(
            0,
            "no-steps",
            "the workflow does nothing",
            "add a table [[steps]] with `do = \"publish\"`",
        ));
    }
    let mut digests = written.steps.iter().zip(&steps).filter(|(_, step)| matches!(step, Step::Digest(_)));
    if let Some((second, _)) = digests.nth(1) {
        let message = "a workflow sends one digest: its issue is known by the workflow and the slot";
        return Err(Wrong::new(second.span().start, "second-digest", message, "give it a workflow of its own"));
    }
    let title = written.title.unwrap_or_else(|| name.to_string());
    Ok(Workflow { name, title, schedule, missed: written.missed, max_lateness, steps })
}

/// How late a run may be when its file does not say: a morning's digest is still welcome at noon.
const DEFAULT_LATENESS: Duration = Duration::from_hours(6);

/// The most characters that a step has translated when its file does not say: a dozen long posts, and no
/// bill that anybody would be surprised by.
const MAX_CHARACTERS: usize = 100_000;

fn parse_step(step: &toml::Spanned<WrittenStep>) -> Result<Step, Wrong> {
    let (at, written) = (step.span().start, step.get_ref());
    if let Some(approval) = written.approval.as_deref()
        && approval != "none"
    {
        let message = format!("approval `{approval}` is not possible");
        return Err(Wrong::new(at, "bad-step", message, "write `approval = \"none\"`, or leave the line out"));
    }
    let locales: Vec<Locale> = written.locale.iter().chain(&written.locales).cloned().collect();
    if written.what == "translate" {
        if locales.is_empty() {
            let help = "add a line such as `locales = [\"fr\", \"de\"]`";
            return Err(Wrong::new(at, "bad-step", "a translate step needs its languages", help));
        }
    } else if !locales.is_empty() || written.max_characters.is_some() {
        let message = format!("a {} step has neither locales nor characters", written.what);
        return Err(Wrong::new(at, "bad-step", message, "they are for `do = \"translate\"`; delete the line"));
    }
    match (written.what.as_str(), written.cadence.as_deref()) {
        ("translate", None) => {
            Ok(Step::Translate { locales, max_characters: written.max_characters.unwrap_or(MAX_CHARACTERS) })
        }
        ("sync", None) => Ok(Step::Sync),
        ("publish", None) => Ok(Step::Publish),
        ("notify", None) => Ok(Step::Notify),
        ("digest", Some(cadence)) => {
            let help = "choose instant, daily, weekly or monthly";
            cadence
                .parse()
                .map(Step::Digest)
                .map_err(|_| Wrong::new(at, "bad-step", format!("{cadence:?} is no cadence"), help))
        }
        ("digest", None) => {
            let help = "add a line such as `cadence = \"weekly\"`";
            Err(Wrong::new(at, "bad-step", "a digest step needs a cadence", help))
        }
        (known, Some(_)) if STEPS.contains(&known) => {
            Err(Wrong::new(at, "bad-step", format!("a {known} step has no cadence"), "delete the line"))
        }
        (unknown, _) => {
            let help = nearest(unknown, STEPS).map_or_else(
                || format!("the steps are {}", STEPS.join(", ")),
                |meant| format!("did you mean `{meant}`?"),
            );
            Err(Wrong::new(at, "bad-step", format!("there is no step `{unknown}`"), help))
        }
    }
}

/// What to say about a message such as "unknown field `titel`, expected one of `title`, `schedule`".
pub fn unknown_key_help(message: &str) -> String {
    let mut names = message.split('`').skip(1).step_by(2);
    match names.next().filter(|_| message.starts_with("unknown field")).and_then(|name| nearest(name, names)) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => "see the comments in the files that `postduif` comes with".to_owned(),
    }
}

/// Reads a length of time such as `90s`, `15m`, `6h` or `60d`.
pub fn parse_duration(text: &str) -> Option<Duration> {
    let unit = text.find(|c: char| !c.is_ascii_digit())?;
    let number: u64 = text[..unit].parse().ok()?;
    let seconds = match &text[unit..] {
        "s" => 1,
        "m" => 60,
        "h" => 3_600,
        "d" => 86_400,
        "w" => 7 * 86_400,
        _ => return None,
    };
    number.checked_mul(seconds).map(Duration::from_secs)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Workflow, String> {
        let now = "2026-11-22T12:00:00Z".parse().unwrap();
        parse_workflow("test", text, chrono_tz::Europe::Brussels, now).map_err(|wrong| {
            let (line, _) = position(text, wrong.at);
            format!("{line} {} {}", wrong.code, wrong.help)
        })
    }

    #[test]
    fn a_mistake_in_a_workflow_is_shown_with_its_line_and_the_remedy() {
        let good = "title = \"T\"\nschedule = \"0 8 * * FRI\"\n[[steps]]\ndo = \"digest\"\ncadence = \"weekly\"\n";
        assert_eq!(parse(good).unwrap().steps, [Step::Digest(Cadence::Weekly)]);
        let translate = good.replace("digest", "translate").replace("cadence = \"weekly\"", "locale = \"fr\"");
        let locales = vec!["fr".parse().unwrap()];
        assert_eq!(parse(&translate).unwrap().steps, [Step::Translate { locales, max_characters: MAX_CHARACTERS }]);
        for (from, to, expected) in [
            ("title", "titel", "1 bad-workflow did you mean `title`?"),
            (
                "0 8 * * FRI",
                "0 8 * *",
                "2 bad-schedule five fields: minute, hour, day of month, month, weekday, as in `0 8 * * FRI`",
            ),
            ("0 8 * * FRI", "0 8 31 2 *", "2 never-fires look at the day of the month and the month together"),
            ("digest", "digset", "3 bad-step did you mean `digest`?"),
            ("digest", "translate", "3 bad-step add a line such as `locales = [\"fr\", \"de\"]`"),
            ("cadence", "locale = \"fr\"\ncadence", "3 bad-step they are for `do = \"translate\"`; delete the line"),
            ("weekly", "weekely", "3 bad-step choose instant, daily, weekly or monthly"),
            (
                "cadence = \"weekly\"",
                "cadence = \"weekly\"\n[[steps]]\ndo = \"digest\"\ncadence = \"daily\"",
                "6 second-digest give it a workflow of its own",
            ),
        ] {
            assert_eq!(parse(&good.replace(from, to)).unwrap_err(), expected);
        }
    }

    #[test]
    fn lengths_of_time_have_a_unit() {
        assert_eq!(parse_duration("6h"), Some(Duration::from_hours(6)));
        for bad in ["6", "h", "6 h", "6y", "-1h", "99999999999999999999d"] {
            assert_eq!(parse_duration(bad), None, "{bad}");
        }
    }
}
