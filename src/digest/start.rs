//! Where a new subscription starts among the releases that are already there.

use std::{collections::BTreeSet, fmt, str::FromStr};

use chrono::NaiveDate;

use super::{Placement, Release, Standing, Standings};

/// Which of the posts that are already out somebody is still to get.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Start {
    /// None: from now on.
    #[default]
    Head,
    /// The latest so many of those that a digest can carry, whatever their age.
    Latest(usize),
    /// Those dated on this day (UTC) or later, whatever their age.
    Date(NaiveDate),
}

/// The text is no start.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("{0:?} is no start: use `head`, `latest:3` or a day such as `2026-01-31`")]
pub struct NotAStart(String);

impl Start {
    /// Places a subscription among the releases of its locale; of the posts that digests can carry
    /// it counts the latest.
    pub fn place(self, releases: &[Release], standings: &Standings) -> Placement {
        let promised = |release: &Release| {
            standings.get(&(release.locale.clone(), release.post.clone())).is_some_and(Standing::is_promised)
        };
        // What no digest carries would use up a place among the latest.
        let counts = |release: &&Release| !matches!(self, Self::Latest(_)) || promised(release);
        let mut newest_first: Vec<&Release> = releases.iter().filter(counts).collect();
        newest_first.sort_by_key(|release| std::cmp::Reverse((release.dated, release.sequence)));
        let wanted: BTreeSet<i64> = newest_first
            .into_iter()
            .enumerate()
            .filter(|(place, release)| match self {
                Self::Head => false,
                Self::Latest(count) => *place < count,
                Self::Date(day) => release.dated.date_naive() >= day,
            })
            .map(|(_, release)| release.sequence)
            .collect();
        Placement::before(releases, &wanted, &wanted)
    }
}

impl FromStr for Start {
    type Err = NotAStart;

    fn from_str(text: &str) -> Result<Self, NotAStart> {
        let start = match text.split_once(':') {
            None if text == "head" => Some(Self::Head),
            None => text.parse().ok().map(Self::Date),
            Some(("latest", count)) => count.parse().ok().map(Self::Latest),
            Some(_) => None,
        };
        start.ok_or_else(|| NotAStart(text.to_owned()))
    }
}

impl fmt::Display for Start {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Head => f.write_str("head"),
            Self::Latest(count) => write!(f, "latest:{count}"),
            Self::Date(day) => day.fmt(f),
        }
    }
}
