//! What a plan has that the last issue of its workflow had not, and the other way round.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use serde::Serialize;

use crate::{diagnostic::count, locale::Locale, posts::Slug, storage::Plan, workflows::LastIssue};

/// The difference in each language.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Difference(BTreeMap<Locale, Change>);

/// The difference in one language.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
struct Change {
    /// How many got the last issue.
    recipients_then: u64,
    /// How many would get the next.
    recipients_now: u64,
    /// Posts that the next would have, and the last had not.
    added: BTreeSet<Slug>,
    /// Posts that the last had, and the next would not.
    gone: BTreeSet<Slug>,
}

impl Difference {
    /// The difference from the last issue to a plan.
    pub(super) fn between(last: &LastIssue, plan: &Plan) -> Self {
        let mut changes = BTreeMap::<Locale, Change>::new();
        for cohort in &last.cohorts {
            let change = changes.entry(cohort.locale.clone()).or_default();
            change.recipients_then += cohort.recipients;
            change.gone.extend(cohort.posts.iter().cloned());
        }
        for cohort in &plan.cohorts {
            let change = changes.entry(cohort.key.locale.clone()).or_default();
            change.recipients_now += cohort.recipients;
            change.added.extend(cohort.key.posts.iter().cloned());
        }
        for change in changes.values_mut() {
            let Change { added, gone, .. } = change;
            let both: Vec<Slug> = added.intersection(gone).cloned().collect();
            both.iter().for_each(|post| {
                added.remove(post);
                gone.remove(post);
            });
        }
        Self(changes)
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            writeln!(f, "  nobody gets anything, then as now")?;
        }
        for (locale, Change { recipients_then, recipients_now, added, gone }) in &self.0 {
            writeln!(f, "  {locale}: {}, {recipients_then} the last time", count(*recipients_now, "recipient"))?;
            added.iter().try_for_each(|post| writeln!(f, "    + {post}"))?;
            gone.iter().try_for_each(|post| writeln!(f, "    - {post}"))?;
        }
        Ok(())
    }
}
