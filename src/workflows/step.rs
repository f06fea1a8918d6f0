//! A step of a workflow: what it does, how long it may take, and how it is written in a file.

use std::time::Duration;

use chrono::NaiveTime;
use serde::Deserialize;
use toml::Spanned;
use url::Url;

use super::wrong::{Wrong, did_you_mean, keep, not_a_duration};
use crate::{
    clock::parse_duration,
    intake::{NotASource, Source},
    locale::Locale,
    subscribers::Cadence,
};

/// The steps that a workflow can take, as they are written.
const STEPS: [&str; 7] = ["import", "sync", "translate", "publish", "digest", "notify", "prune"];

/// The most drafts that a step makes when its file does not say: as many as an editor reads in a day.
const MAX_DRAFTS: usize = 20;

/// How long what is over is kept when the file does not say: a year, and a month to look back at it.
const KEEP: Duration = Duration::from_hours(400 * 24);

/// The shortest time: until then bounces come back, and somebody asks where a mail is.
const SHORTEST_KEEP: Duration = Duration::from_hours(30 * 24);

/// The most characters that a step has translated when its file does not say: a dozen long posts, and no
/// bill that anybody would be surprised by.
const MAX_CHARACTERS: usize = 100_000;

/// How long a step may take when its file does not say: an archive of years is read, translated or published in
/// that. A digest has no such limit, as mail may have to leave slowly.
const TIMEOUT: Duration = Duration::from_hours(1);

/// How long an editor has when the file does not say: a weekend.
const APPROVE_WITHIN: Duration = Duration::from_hours(2 * 24);

/// The longest time that an issue can be called back, or be waited for: after it its posts are no news.
const LONGEST_WAIT: Duration = Duration::from_hours(30 * 24);

/// The first pause before a step is tried again, when its file does not say; each is twice the one before.
const PAUSE: Duration = Duration::from_secs(30);

/// The most attempts at a step: with pauses that double, the last comes after hours.
const MOST_ATTEMPTS: u32 = 10;

/// The longest: a century.
const LONGEST_KEEP: Duration = Duration::from_hours(36_500 * 24);

/// One thing that a workflow does, and how hard it tries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What it does.
    pub task: Task,
    /// How long one attempt may take; none: as long as it takes.
    pub timeout: Option<Duration>,
    /// How often it is tried; none: once, but for what passes by itself, such as a busy database.
    pub retry: Option<Retry>,
}

/// How often a step is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retry {
    /// All attempts.
    pub attempts: u32,
    /// The pause after the first; each is twice the one before.
    pub pause: Duration,
}

/// What a step does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Task {
    /// Make drafts of what others published and is new.
    Import {
        /// Feeds, pages or text dumps; files are relative to the publication's folder.
        from: Vec<Source>,
        /// The most drafts that one run makes; the next goes on with the others.
        max_drafts: usize,
    },
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
    Digest(DigestStep),
    /// Tell others what the run did.
    Notify(NotifyStep),
    /// Forget what was over so long ago: mails, runs, and who never said yes.
    Prune {
        /// How long it is kept.
        keep: Duration,
    },
}

/// What a digest is like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DigestStep {
    /// Whose it is.
    pub cadence: Cadence,
    /// Whether the mail carries all of a post that comes alone.
    pub full_text: bool,
    /// How long an editor has to approve its issue; none: nobody has to.
    pub approve_within: Option<Duration>,
    /// How long its issue can be called back before the first mail leaves.
    pub undo: Duration,
    /// At which hour of its reader's day each mail leaves; none: at once.
    pub at: Option<NaiveTime>,
}

/// Who is told what a run did, beside the WebSub hub, which hears of feeds that have changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NotifyStep {
    /// This program.
    pub webhook: Option<Url>,
    /// The editors, by mail.
    pub editors: bool,
}

impl Step {
    /// The step as it is written in a file.
    pub fn as_str(&self) -> &'static str {
        match self.task {
            Task::Import { .. } => "import",
            Task::Sync => "sync",
            Task::Translate { .. } => "translate",
            Task::Publish => "publish",
            Task::Digest(_) => "digest",
            Task::Notify(_) => "notify",
            Task::Prune { .. } => "prune",
        }
    }
}

/// The keys of a step.
pub(super) const STEP_KEYS: [&str; 16] = [
    "do",
    "timeout",
    "retry",
    "from",
    "max_drafts",
    "cadence",
    "full_text",
    "approval",
    "approve_within",
    "undo",
    "at",
    "locales",
    "max_characters",
    "webhook",
    "editors",
    "keep",
];

#[derive(Deserialize)]
pub(super) struct WrittenStep {
    #[serde(rename = "do")]
    pub(super) what: Spanned<String>,
    timeout: Option<Spanned<String>>,
    retry: Option<Spanned<WrittenRetry>>,
    from: Option<Spanned<Vec<Spanned<String>>>>,
    max_drafts: Option<Spanned<usize>>,
    cadence: Option<Spanned<String>>,
    full_text: Option<Spanned<bool>>,
    approval: Option<Spanned<String>>,
    approve_within: Option<Spanned<String>>,
    undo: Option<Spanned<String>>,
    at: Option<Spanned<String>>,
    locales: Option<Spanned<Vec<Spanned<Locale>>>>,
    max_characters: Option<Spanned<usize>>,
    webhook: Option<Spanned<String>>,
    editors: Option<Spanned<bool>>,
    keep: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenRetry {
    attempts: Spanned<u32>,
    pause: Option<Spanned<String>>,
}

impl WrittenStep {
    /// The keys that are for one kind of step alone: which, what they say, and where.
    fn particulars(&self) -> impl Iterator<Item = (&'static str, &'static str, std::ops::Range<usize>)> {
        let span = |key: &Option<Spanned<String>>| key.as_ref().map(Spanned::span);
        let flag = |key: &Option<Spanned<bool>>| key.as_ref().map(Spanned::span);
        let number = |key: &Option<Spanned<usize>>| key.as_ref().map(Spanned::span);
        [
            ("import", "from", self.from.as_ref().map(Spanned::span)),
            ("import", "max_drafts", number(&self.max_drafts)),
            ("digest", "cadence", span(&self.cadence)),
            ("digest", "full_text", flag(&self.full_text)),
            ("digest", "approval", span(&self.approval)),
            ("digest", "approve_within", span(&self.approve_within)),
            ("digest", "undo", span(&self.undo)),
            ("digest", "at", span(&self.at)),
            ("translate", "locales", self.locales.as_ref().map(Spanned::span)),
            ("translate", "max_characters", number(&self.max_characters)),
            ("notify", "webhook", span(&self.webhook)),
            ("notify", "editors", flag(&self.editors)),
            ("prune", "keep", span(&self.keep)),
        ]
        .into_iter()
        .filter_map(|(whose, key, at)| Some((whose, key, at?)))
    }
}

/// A step; or none, and all that is wrong with it, at the words that are.
pub(super) fn parse_step(step: &Spanned<WrittenStep>, translated: &[Locale], wrong: &mut Vec<Wrong>) -> Option<Step> {
    let written = step.get_ref();
    let (what, at) = (written.what.get_ref().as_str(), written.what.span());
    if !STEPS.contains(&what) {
        let help = did_you_mean(what, &STEPS, "the steps are");
        wrong.push(bad_step(at, format!("there is no step `{what}`"), help));
        return None;
    }
    let usual = if what == "digest" { None } else { Some(TIMEOUT) };
    let timeout = keep(parse_length(written.timeout.as_ref()), wrong).map(|timeout| timeout.or(usual));
    let retry = keep(written.retry.as_ref().map(parse_retry).transpose(), wrong);
    let foreign: Vec<_> = written.particulars().filter(|(whose, ..)| *whose != what).collect();
    if !foreign.is_empty() {
        // What else it lacks it may lack because it was meant to be another.
        wrong.extend(foreign.into_iter().map(|(whose, key, at)| {
            let help = format!("it is for `do = \"{whose}\"`; delete the line");
            bad_step(at, format!("the step `{what}` has no `{key}`"), help)
        }));
        return None;
    }
    let task = match what {
        "import" => keep(parse_import(written), wrong),
        "prune" => keep(parse_keep(written.keep.as_ref()), wrong).map(|keep| Task::Prune { keep }),
        "translate" => keep(parse_translate(written, translated), wrong),
        "digest" => parse_digest(written, wrong).map(Task::Digest),
        "notify" => keep(parse_notify(written), wrong).map(Task::Notify),
        "sync" => Some(Task::Sync),
        _ => Some(Task::Publish),
    };
    Some(Step { task: task?, timeout: timeout?, retry: retry? })
}

fn bad_step(at: std::ops::Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Wrong {
    Wrong::new(at, "bad-step", message, help)
}

fn parse_length(written: Option<&Spanned<String>>) -> Result<Option<Duration>, Wrong> {
    let Some(text) = written else { return Ok(None) };
    parse_duration(text.get_ref()).filter(|time| !time.is_zero()).map(Some).ok_or_else(|| not_a_duration(text))
}

/// The same for what is not to be longer than news last.
fn parse_wait(written: Option<&Spanned<String>>) -> Result<Option<Duration>, Wrong> {
    let Some(text) = written else { return Ok(None) };
    match Some(parse_duration(text.get_ref()).ok_or_else(|| not_a_duration(text))?) {
        Some(time) if time > LONGEST_WAIT => {
            let message = format!("{:?} is too long: posts are no news after it", text.get_ref());
            Err(bad_step(text.span(), message, "write at most 30d"))
        }
        time => Ok(time),
    }
}

fn parse_retry(written: &Spanned<WrittenRetry>) -> Result<Retry, Wrong> {
    let WrittenRetry { attempts, pause } = written.get_ref();
    if !(2..=MOST_ATTEMPTS).contains(attempts.get_ref()) {
        let message = format!("{} attempts are not possible", attempts.get_ref());
        return Err(bad_step(attempts.span(), message, format!("write a number from 2 to {MOST_ATTEMPTS}")));
    }
    Ok(Retry { attempts: *attempts.get_ref(), pause: parse_length(pause.as_ref())?.unwrap_or(PAUSE) })
}

fn parse_import(written: &WrittenStep) -> Result<Task, Wrong> {
    let given = written.from.iter().flat_map(Spanned::get_ref);
    let source = |text: &Spanned<String>| {
        let source = text.get_ref().parse();
        source.map_err(|error: NotASource| bad_step(text.span(), error.to_string(), "or name a file of this folder"))
    };
    let from: Vec<_> = given.map(source).collect::<Result<_, _>>()?;
    if from.is_empty() {
        let help = "add a line such as `from = [\"https://example.org/feed.xml\"]`";
        return Err(bad_step(written.what.span(), "an import step needs to know from where", help));
    }
    if let Some(none) = written.max_drafts.as_ref().filter(|most| *most.get_ref() == 0) {
        return Err(bad_step(none.span(), "it would never import anything", "write at least 1, or take the step out"));
    }
    let max_drafts = written.max_drafts.as_ref().map_or(MAX_DRAFTS, |most| *most.get_ref());
    Ok(Task::Import { from, max_drafts })
}

fn parse_keep(written: Option<&Spanned<String>>) -> Result<Duration, Wrong> {
    let keep = parse_length(written)?.unwrap_or(KEEP);
    match written {
        Some(text) if keep < SHORTEST_KEEP => {
            let message = format!("{:?} is too short: bounces still come back, and people ask", text.get_ref());
            Err(bad_step(text.span(), message, "write at least 30d"))
        }
        Some(text) if keep > LONGEST_KEEP => {
            let message = format!("{:?} is longer than anybody looks back", text.get_ref());
            Err(bad_step(text.span(), message, "write at most 36500d, or take the step out"))
        }
        _ => Ok(keep),
    }
}

fn parse_translate(written: &WrittenStep, translated: &[Locale]) -> Result<Task, Wrong> {
    let given = || written.locales.iter().flat_map(Spanned::get_ref);
    if let Some(unknown) = given().find(|locale| !translated.contains(locale.get_ref())) {
        let known: Vec<&str> = translated.iter().map(Locale::as_str).collect();
        let message = format!("nobody translates into `{}`", unknown.get_ref());
        let help = did_you_mean(unknown.get_ref().as_str(), &known, "the languages are");
        return Err(bad_step(unknown.span(), message, help));
    }
    let locales: Vec<Locale> = given().map(|locale| locale.get_ref().clone()).collect();
    if locales.is_empty() {
        let help = "add a line such as `locales = [\"fr\", \"de\"]`";
        return Err(bad_step(written.what.span(), "a translate step needs its languages", help));
    }
    let max_characters = written.max_characters.as_ref().map_or(MAX_CHARACTERS, |most| *most.get_ref());
    Ok(Task::Translate { locales, max_characters })
}

fn parse_digest(written: &WrittenStep, wrong: &mut Vec<Wrong>) -> Option<DigestStep> {
    let cadence = keep(parse_cadence(written), wrong);
    let full_text = written.full_text.as_ref().is_some_and(|full_text| *full_text.get_ref());
    let approve_within = keep(parse_approval(written), wrong);
    let undo = keep(parse_wait(written.undo.as_ref()), wrong).map(Option::unwrap_or_default);
    let at = keep(written.at.as_ref().map(parse_hour).transpose(), wrong);
    Some(DigestStep { cadence: cadence?, full_text, approve_within: approve_within?, undo: undo?, at: at? })
}

fn parse_cadence(written: &WrittenStep) -> Result<Cadence, Wrong> {
    let Some(cadence) = &written.cadence else {
        let help = "add a line such as `cadence = \"weekly\"`";
        return Err(bad_step(written.what.span(), "a digest step needs a cadence", help));
    };
    cadence.get_ref().parse().map_err(|_| {
        let help = did_you_mean(cadence.get_ref(), &Cadence::ALL.map(Cadence::as_str), "choose one of");
        bad_step(cadence.span(), format!("{:?} is no cadence", cadence.get_ref()), help)
    })
}

fn parse_approval(written: &WrittenStep) -> Result<Option<Duration>, Wrong> {
    let within = parse_wait(written.approve_within.as_ref())?;
    if let (Some(text), Some(Duration::ZERO)) = (&written.approve_within, within) {
        return Err(not_a_duration(text));
    }
    let approve_within = match written.approval.as_ref().map(|approval| approval.get_ref().as_str()) {
        Some("required") => Some(within.unwrap_or(APPROVE_WITHIN)),
        Some("none") | None => None,
        Some(other) => {
            let at = written.approval.as_ref().map_or(0..0, Spanned::span);
            let help = did_you_mean(other, &["none", "required"], "choose one of");
            return Err(bad_step(at, format!("approval {other:?} is not possible"), help));
        }
    };
    if let (Some(within), None) = (&written.approve_within, approve_within) {
        let help = "add `approval = \"required\"`, or delete the line";
        return Err(bad_step(within.span(), "nobody has to approve this digest", help));
    }
    Ok(approve_within)
}

/// Reads `08:00 local`: only an hour of the reader's day is one that the schedule does not say.
fn parse_hour(text: &Spanned<String>) -> Result<NaiveTime, Wrong> {
    let time = text.get_ref().strip_suffix(" local").filter(|time| time.len() == "08:00".len());
    time.and_then(|time| NaiveTime::parse_from_str(time, "%H:%M").ok()).ok_or_else(|| {
        let message = format!("{:?} is no hour of a reader's day", text.get_ref());
        bad_step(text.span(), message, "write it as in `at = \"08:00 local\"`, and let the schedule come a day before")
    })
}

fn parse_notify(written: &WrittenStep) -> Result<NotifyStep, Wrong> {
    let parse = |text: &Spanned<String>| {
        let url = text.get_ref().parse::<Url>().ok();
        let is_web = |url: &Url| matches!(url.scheme(), "https" | "http") && url.host_str().is_some();
        url.filter(is_web).ok_or_else(|| {
            let message = format!("{:?} is no web address", text.get_ref());
            bad_step(text.span(), message, "write it in full: https://example.org/hook")
        })
    };
    let webhook = written.webhook.as_ref().map(parse).transpose()?;
    Ok(NotifyStep { webhook, editors: written.editors.as_ref().is_some_and(|editors| *editors.get_ref()) })
}
