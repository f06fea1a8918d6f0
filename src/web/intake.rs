//! Whether new subscribers are taken, and how many forms an hour from everybody together.

use std::num::NonZeroU32;

use chrono::TimeDelta;
use serde::Deserialize;

use super::{Desk, desk::Error};
use crate::storage::Attempt;

/// Forms an hour from everybody, where the publication does not say: a post that everybody talks about brings fewer, and a
/// flood of confirmations stops before receivers take the sender for a spammer.
const PER_HOUR: NonZeroU32 = NonZeroU32::new(1_000).expect("a thousand is not zero");

/// The while in which forms are counted.
const HOUR: TimeDelta = TimeDelta::hours(1);

/// Whether new subscribers are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Subscribing {
    /// By the form.
    #[default]
    Open,
    /// Not now.
    Closed,
}

/// What new subscribers are taken.
#[derive(Debug, Clone, Copy)]
pub struct Intake {
    /// Whether there are any.
    pub subscribing: Subscribing,
    /// The most forms in an hour.
    pub per_hour: NonZeroU32,
}

impl Default for Intake {
    fn default() -> Self {
        Self { subscribing: Subscribing::default(), per_hour: PER_HOUR }
    }
}

impl Intake {
    /// Whether the form is taken at all.
    pub(super) fn is_open(self) -> bool {
        self.subscribing == Subscribing::Open
    }

    /// One form more from everybody together. To be counted last: who is refused by what their own network has sent is to
    /// take nobody else's place.
    pub(super) fn attempt(self) -> Attempt<'static> {
        Attempt { what: "form", of: "from everybody", weight: 1, limit: self.per_hour.get(), within: HOUR }
    }
}

/// Says so when it was the limit for everybody by which a form was refused; once, not for each of them.
pub(super) async fn warn_of_a_flood(desk: &Desk) -> Result<(), Error> {
    let limit = desk.intake().per_hour.get();
    if forms_this_hour(desk).await? > i64::from(limit) && desk.is_first_flood(HOUR) {
        tracing::warn!(limit, "more forms came in an hour than web.subscribe_per_hour: none is taken until it is over");
    }
    Ok(())
}

/// How many forms were counted in the hour that runs.
pub(super) async fn forms_this_hour(desk: &Desk) -> Result<i64, crate::storage::Error> {
    desk.store().attempts_so_far(&desk.intake().attempt(), desk.now()).await
}
