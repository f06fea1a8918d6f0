//! `postduif approve`: stale or machine translations are right as they are.

use std::io;

use anyhow::Context as _;
use serde_json::{Value, json};

use super::{Ended, Setup, lookup, report};
use crate::{
    diagnostic::{Diagnostic, count},
    line::{shortened, visible},
    locale::Locale,
    posts::{Post, Slug},
    publication::Publication,
    translation::{
        Approval, SegmentId, State, SyncOptions, approve_segments, catalog_file, select_approvals, variant::Coverage,
    },
};

/// How much of a text is shown: enough to know it again, in a line of a terminal.
const SHOWN: usize = 72;

/// The arguments of `approve`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Which post in which language, as in `fr/lage-rugpijn`; or all posts of a language: `fr`
    #[arg(value_name = "LOCALE[/POST]")]
    target: String,
    /// Only these segments
    #[arg(value_name = "ID")]
    ids: Vec<String>,
    /// Only what a machine made
    #[arg(long)]
    machine: bool,
    /// Only what was translated from an earlier Dutch text
    #[arg(long)]
    stale: bool,
    /// Show what would be approved, and change nothing
    #[arg(long)]
    dry_run: bool,
    /// Do not ask before a whole language is approved
    #[arg(long)]
    yes: bool,
    /// Print what was approved as JSON
    #[arg(long)]
    json: bool,
}

/// What was asked for.
struct Target<'p> {
    locale: &'p Locale,
    posts: Vec<&'p Post>,
    ids: Vec<SegmentId>,
    /// Whether it is every post of the language.
    is_whole_locale: bool,
}

/// What came of it.
#[derive(Default)]
struct Outcome {
    approved: Vec<(Slug, Approval)>,
    unseen: Vec<(Slug, SegmentId)>,
    diagnostics: Vec<Diagnostic>,
    /// What waits in these posts beside it.
    before: Coverage,
}

pub(super) async fn run(setup: &Setup, arguments: &Arguments) -> anyhow::Result<Ended> {
    let (publication, _) = setup.content().load().await?;
    let target = match Target::parse(&publication, arguments) {
        Ok(target) => target,
        Err(message) => {
            report::complain!("error: {message}");
            return Ok(Ended::ToFix);
        }
    };
    let mut outcome = select(&publication, &target, arguments)?;
    if !arguments.dry_run {
        if target.is_whole_locale && !arguments.yes && !outcome.approved.is_empty() && !ask(&target, &outcome)? {
            return Ok(Ended::ToFix);
        }
        outcome.record(&publication, target.locale)?;
        let only = target.posts.iter().map(|post| post.slug.clone()).collect();
        setup.content().sync_with(SyncOptions { only, ..SyncOptions::default() }).await?;
    }
    if arguments.json {
        report::print_json(&outcome.as_json(target.locale, arguments.dry_run))?;
    } else {
        report::print_diagnostics(&outcome.diagnostics, &publication.root);
        outcome.print(&target, &publication.settings.site.source, arguments)?;
    }
    Ok(if outcome.diagnostics.is_empty() && outcome.unseen.is_empty() { Ended::Fine } else { Ended::ToFix })
}

impl<'p> Target<'p> {
    fn parse(publication: &'p Publication, arguments: &Arguments) -> Result<Self, String> {
        let (tag, slug) = match arguments.target.split_once('/') {
            Some((tag, slug)) => (tag, Some(slug)),
            None => (arguments.target.as_str(), None),
        };
        if slug.is_none() && lookup::post(publication, tag).is_ok() {
            return Err(format!("name the language too, as in `fr/{tag}`"));
        }
        let locale = &lookup::translated_locale(&publication.settings, tag)?.locale;
        let is_off = |post: &&Post| publication.settings.is_off(&post.not_in, locale);
        let Some(slug) = slug else {
            if let Some(id) = arguments.ids.first() {
                return Err(format!("name the post of `{id}` too, as in `{locale}/POST {id}`"));
            }
            let posts = publication.posts.iter().filter(|post| !post.draft && !is_off(post)).collect();
            return Ok(Self { locale, posts, ids: Vec::new(), is_whole_locale: true });
        };
        let post = lookup::post(publication, slug)?;
        if is_off(&post) {
            return Err(format!("{slug} is not in `{locale}`: see `not_in` in {}", post.file.display()));
        }
        let ids = arguments.ids.iter().map(|id| find(publication, locale, post, id)).collect::<Result<_, _>>()?;
        Ok(Self { locale, posts: vec![post], ids, is_whole_locale: false })
    }

    /// How it is written.
    fn name(&self) -> String {
        match self.posts.as_slice() {
            [post] if !self.is_whole_locale => format!("{}/{}", self.locale, post.slug),
            _ => self.locale.to_string(),
        }
    }
}

/// A segment that has a translation.
fn find(publication: &Publication, locale: &Locale, post: &Post, id: &str) -> Result<SegmentId, String> {
    let segments = publication.translations.segments(&post.slug);
    let Some(segment) = segments.iter().find(|segment| segment.id.as_str() == id) else {
        let ids: Vec<&str> = segments.iter().map(|segment| segment.id.as_str()).collect();
        return Err(lookup::unknown(&format!("segment of {}", post.slug), id, &ids));
    };
    let translated = publication.translations.translated(locale, &post.slug);
    if translated.and_then(|translated| translated.find(segment)).is_none() {
        return Err(format!("{id} of {} has no translation in `{locale}` yet", post.slug));
    }
    Ok(segment.id.clone())
}

fn select(publication: &Publication, target: &Target<'_>, arguments: &Arguments) -> anyhow::Result<Outcome> {
    let states = match (arguments.stale, arguments.machine) {
        (true, false) => &[State::Stale][..],
        (false, true) => &[State::Machine],
        _ => &[State::Stale, State::Machine],
    };
    let source = &publication.settings.site.source;
    let translations = &publication.translations;
    let mut outcome = Outcome::default();
    for post in &target.posts {
        let found = select_approvals(&publication.root, translations, source, target.locale, post, states, &target.ids)
            .context("cannot read the translations")?;
        outcome.approved.extend(found.ready.into_iter().map(|ready| (post.slug.clone(), ready)));
        outcome.unseen.extend(found.unseen.into_iter().map(|id| (post.slug.clone(), id)));
        outcome.diagnostics.extend(found.diagnostics);
        let segments = translations.segments(&post.slug);
        outcome.before += match translations.translated(target.locale, &post.slug) {
            Some(translated) => translated.coverage(segments),
            None => Coverage::nothing(segments.len()),
        };
    }
    Ok(outcome)
}

/// Asks the person at the terminal whether they mean all of it. Nobody there: it is not done.
fn ask(target: &Target<'_>, outcome: &Outcome) -> io::Result<bool> {
    let posts: std::collections::BTreeSet<_> = outcome.approved.iter().map(|(slug, _)| slug).collect();
    let translations = count(outcome.approved.len(), "translation");
    let what = format!("{translations} in {}", count(posts.len(), "post"));
    let answer = report::ask(&format!("Approve {what} of {} as they are?", target.name()))?;
    match answer {
        None => report::complain!(
            "error: this approves {what} of {}; say --yes if you mean it, or --dry-run to see them",
            target.name()
        ),
        Some(false) => report::complain!("nothing was approved"),
        Some(true) => {}
    }
    Ok(answer == Some(true))
}

impl Outcome {
    /// Writes down what was selected; what somebody changed meanwhile is left out.
    fn record(&mut self, publication: &Publication, locale: &Locale) -> anyhow::Result<()> {
        let selected = std::mem::take(&mut self.approved);
        for chunk in selected.chunk_by(|a, b| a.0 == b.0) {
            let Some((slug, _)) = chunk.first() else { continue };
            let ready = chunk.iter().map(|(_, approval)| approval.clone()).collect();
            let approved = approve_segments(&publication.root, locale, slug, ready).context("cannot approve")?;
            let is_left = |id: &SegmentId| approved.iter().all(|approval| approval.id != *id);
            let left = chunk.iter().filter(|(_, approval)| is_left(&approval.id));
            self.unseen.extend(left.map(|(slug, approval)| (slug.clone(), approval.id.clone())));
            self.approved.extend(approved.into_iter().map(|approval| (slug.clone(), approval)));
        }
        Ok(())
    }

    /// How much in these posts still waits for a person: stale, a machine's, missing.
    fn remaining(&self) -> [(usize, &'static str); 3] {
        let done = |state| self.approved.iter().filter(|(_, approval)| approval.state == state).count();
        let Coverage { stale, machine, missing, .. } = self.before;
        [
            (stale - done(State::Stale), "stale"),
            (machine - done(State::Machine), "machine"),
            (missing, "not translated"),
        ]
    }

    fn print(&self, target: &Target<'_>, source: &Locale, arguments: &Arguments) -> Result<(), report::NotPrinted> {
        let locale = target.locale;
        let verb = if arguments.dry_run { "would approve" } else { "approved" };
        let width = source.as_str().len().max(locale.as_str().len());
        for (slug, approval) in &self.approved {
            let was = if approval.state == State::Stale { "stale" } else { "machine" };
            report::say!("{verb} {locale}/{slug} {} ({was})", approval.id)?;
            // Cut short, a change could lose the very words that changed.
            let dutch = approval.change().map_or_else(|| shortened(&approval.source, SHOWN), |change| visible(&change));
            report::say!("  {source:<width$}  {dutch}")?;
            report::say!("  {locale:<width$}  {}", shortened(&approval.translation, SHOWN))?;
        }
        for (slug, id) in &self.unseen {
            let file = catalog_file(locale, slug);
            report::complain!(
                "error: {locale}/{slug} {id} is not approved: its Dutch text changed since {} was brought in step",
                file.display()
            );
        }
        if !self.unseen.is_empty() {
            let first =
                if arguments.dry_run { "run `postduif sync`, then " } else { "the file shows the Dutch of now: " };
            report::complain!("help: {first}look at both texts, and approve again");
        }
        let left: Vec<_> =
            self.remaining().iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}")).collect();
        let left = if left.is_empty() { "nothing".to_owned() } else { left.join(", ") };
        let name = target.name();
        match self.approved.len() {
            0 if self.unseen.is_empty() && self.diagnostics.is_empty() => {
                report::say!("nothing in {name} waits for this approval; still to do: {left}")
            }
            n => report::say!(
                "{n} {verb} in {name}; still to do: {left}",
                verb = if arguments.dry_run { "to approve" } else { verb }
            ),
        }
    }

    fn as_json(&self, locale: &Locale, dry_run: bool) -> Value {
        let approved = self.approved.iter().map(|(slug, approval)| {
            let Approval { id, state, source, translation, .. } = approval;
            json!({ "locale": locale, "slug": slug, "id": id.as_str(), "state": state,
                    "source": source, "translation": translation })
        });
        let unseen = self.unseen.iter().map(|(slug, id)| json!({ "locale": locale, "slug": slug, "id": id.as_str() }));
        let [(stale, _), (machine, _), (missing, _)] = self.remaining();
        json!({
            "dry_run": dry_run,
            "approved": approved.collect::<Vec<_>>(),
            "unseen": unseen.collect::<Vec<_>>(),
            "diagnostics": self.diagnostics,
            "remaining": { "stale": stale, "machine": machine, "missing": missing },
        })
    }
}
