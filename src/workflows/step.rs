//! A step of a workflow: what it does, and how it is written in a file.

use serde::Deserialize;
use toml::Spanned;

use super::wrong::{Wrong, did_you_mean};
use crate::{locale::Locale, subscribers::Cadence};

/// The steps that a workflow can take, as they are written.
const STEPS: [&str; 5] = ["sync", "translate", "publish", "digest", "notify"];

/// The most characters that a step has translated when its file does not say: a dozen long posts, and no
/// bill that anybody would be surprised by.
const MAX_CHARACTERS: usize = 100_000;

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
    Digest(DigestStep),
    /// Tell the WebSub hub about the feeds.
    Notify,
}

/// What a digest is like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DigestStep {
    /// Whose it is.
    pub cadence: Cadence,
    /// Whether the mail carries all of a post that comes alone.
    pub full_text: bool,
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

/// The keys of a step.
pub(super) const STEP_KEYS: [&str; 6] = ["do", "cadence", "full_text", "approval", "locales", "max_characters"];

#[derive(Deserialize)]
pub(super) struct WrittenStep {
    #[serde(rename = "do")]
    pub(super) what: Spanned<String>,
    cadence: Option<Spanned<String>>,
    full_text: Option<Spanned<bool>>,
    approval: Option<Spanned<String>>,
    locales: Option<Spanned<Vec<Spanned<Locale>>>>,
    max_characters: Option<Spanned<usize>>,
}

/// A step, or what is wrong with it, at the words that are.
pub(super) fn parse_step(step: &Spanned<WrittenStep>, translated: &[Locale]) -> Result<Step, Wrong> {
    let written = step.get_ref();
    let (what, at) = (written.what.get_ref().as_str(), written.what.span());
    if !STEPS.contains(&what) {
        let help = did_you_mean(what, &STEPS, "the steps are");
        return Err(Wrong::new(at, "bad-step", format!("there is no step `{what}`"), help));
    }
    if let Some(approval) = written.approval.as_ref().filter(|approval| approval.get_ref() != "none") {
        let message = format!("approval `{}` is not possible", approval.get_ref());
        let help = "write `approval = \"none\"`, or leave the line out";
        return Err(Wrong::new(approval.span(), "bad-step", message, help));
    }
    let of_translate =
        [written.locales.as_ref().map(Spanned::span), written.max_characters.as_ref().map(Spanned::span)];
    if let (Some(span), true) = (of_translate.into_iter().flatten().next(), what != "translate") {
        let message = format!("a {what} step has neither locales nor characters");
        return Err(Wrong::new(span, "bad-step", message, "they are for `do = \"translate\"`; delete the line"));
    }
    if let Some(cadence) = written.cadence.as_ref().filter(|_| what != "digest") {
        return Err(Wrong::new(cadence.span(), "bad-step", format!("a {what} step has no cadence"), "delete the line"));
    }
    if let Some(full_text) = written.full_text.as_ref().filter(|_| what != "digest") {
        return Err(Wrong::new(
            full_text.span(),
            "bad-step",
            format!("a {what} step sends no text"),
            "delete the line",
        ));
    }
    match what {
        "translate" => parse_translate(written, translated),
        "digest" => parse_digest(written),
        "sync" => Ok(Step::Sync),
        "publish" => Ok(Step::Publish),
        _ => Ok(Step::Notify),
    }
}

fn parse_translate(written: &WrittenStep, translated: &[Locale]) -> Result<Step, Wrong> {
    let given = || written.locales.iter().flat_map(Spanned::get_ref);
    if let Some(unknown) = given().find(|locale| !translated.contains(locale.get_ref())) {
        let known: Vec<&str> = translated.iter().map(Locale::as_str).collect();
        let message = format!("nobody translates into `{}`", unknown.get_ref());
        let help = did_you_mean(unknown.get_ref().as_str(), &known, "the languages are");
        return Err(Wrong::new(unknown.span(), "bad-step", message, help));
    }
    let locales: Vec<Locale> = given().map(|locale| locale.get_ref().clone()).collect();
    if locales.is_empty() {
        let help = "add a line such as `locales = [\"fr\", \"de\"]`";
        return Err(Wrong::new(written.what.span(), "bad-step", "a translate step needs its languages", help));
    }
    let max_characters = written.max_characters.as_ref().map_or(MAX_CHARACTERS, |most| *most.get_ref());
    Ok(Step::Translate { locales, max_characters })
}

fn parse_digest(written: &WrittenStep) -> Result<Step, Wrong> {
    let Some(cadence) = &written.cadence else {
        let help = "add a line such as `cadence = \"weekly\"`";
        return Err(Wrong::new(written.what.span(), "bad-step", "a digest step needs a cadence", help));
    };
    let full_text = written.full_text.as_ref().is_some_and(|full_text| *full_text.get_ref());
    let digest = |cadence| Step::Digest(DigestStep { cadence, full_text });
    cadence.get_ref().parse().map(digest).map_err(|_| {
        let message = format!("{:?} is no cadence", cadence.get_ref());
        Wrong::new(
            cadence.span(),
            "bad-step",
            message,
            did_you_mean(cadence.get_ref(), &Cadence::ALL.map(Cadence::as_str), "choose one of"),
        )
    })
}
