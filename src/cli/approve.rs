//! `postduif approve`: stale or machine translations are right as they are.

use anyhow::Context as _;

use super::{Ended, Setup};
use crate::{
    locale::Locale,
    posts::Slug,
    translation::{SegmentId, approve_segments},
};

/// The arguments of `approve`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Which post in which language, as in `fr/lage-rugpijn`
    #[arg(value_name = "LOCALE/POST")]
    variant: String,
    /// Only these segments
    #[arg(value_name = "ID")]
    ids: Vec<String>,
}

pub(super) async fn run(setup: &Setup, arguments: &Arguments) -> anyhow::Result<Ended> {
    let Some((locale, slug)) = parse(&arguments.variant) else {
        super::report::complain!(
            "error: {:?} names no post in a language; write it as fr/lage-rugpijn",
            arguments.variant
        );
        return Ok(Ended::ToFix);
    };
    let ids: Result<Vec<SegmentId>, _> = arguments.ids.iter().map(|id| id.parse()).collect();
    let ids = match ids {
        Ok(ids) => ids,
        Err(error) => {
            super::report::complain!("error: {error}");
            return Ok(Ended::ToFix);
        }
    };
    // What is approved is what the files say now, with the Dutch text as it is now.
    setup.content().sync().await?;
    let (publication, _) = setup.content().load().await?;
    if publication.post(&slug).is_none() || publication.settings.locale(&locale).is_none() {
        super::report::complain!("error: there is no post `{slug}` in `{locale}`");
        return Ok(Ended::ToFix);
    }
    let known = |id: &&SegmentId| publication.translations.segments(&slug).iter().any(|segment| segment.id == **id);
    if let Some(unknown) = ids.iter().find(|id| !known(id)) {
        super::report::complain!("error: {slug} has no segment `{unknown}`");
        return Ok(Ended::ToFix);
    }
    let approved = approve_segments(&publication.root, &publication.translations, &locale, &slug, &ids)
        .context("cannot approve")?;
    setup.content().sync().await?;
    for id in &approved {
        super::report::say!("approved {locale}/{slug} {id}")?;
    }
    if approved.is_empty() {
        super::report::say!("nothing in {locale}/{slug} waits for approval")?;
    }
    Ok(Ended::Fine)
}

fn parse(variant: &str) -> Option<(Locale, Slug)> {
    let (locale, slug) = variant.split_once('/')?;
    Some((locale.parse().ok()?, slug.parse().ok()?))
}
