//! Made-up issues of the newsletter.

use super::{Sample, day};
use crate::templates::{AskedOn, IssueLine, IssuePage, IssuesPage};

impl Sample {
    /// An issue.
    pub(in crate::templates) fn issue_page(&self) -> IssuePage {
        IssuePage {
            canonical_url: "https://beweegreden.example/nl/issues/7/".to_owned(),
            alternates: Vec::new(),
            date: day(0),
            posts: if self.full {
                (0..3).map(|index| self.mail_post(index)).collect()
            } else {
                vec![self.mail_post(0)]
            },
            all_url: "https://beweegreden.example/nl/issues/".to_owned(),
        }
    }

    /// All of them.
    pub(in crate::templates) fn issues_page(&self) -> IssuesPage {
        let line = |index: usize| IssueLine {
            date: day(index),
            lead: self.mail_post(index).title,
            count: index + 1,
            url: format!("https://beweegreden.example/nl/issues/{index}/"),
        };
        IssuesPage {
            canonical_url: "https://beweegreden.example/nl/issues/".to_owned(),
            alternates: Vec::new(),
            issues: if self.full { (0..3).map(line).collect() } else { Vec::new() },
            feed_url: "https://beweegreden.example/nl/issues/feed.xml".to_owned(),
        }
    }
}

/// The places for the day; both sentences are shown, each on its line.
pub(super) fn asked() -> AskedOn {
    let [known, unknown, end, day] = ["[", "\n", "]", "%%day%%"].map(str::to_owned);
    AskedOn { known, unknown, end, day, language: "in het Nederlands".to_owned() }
}
