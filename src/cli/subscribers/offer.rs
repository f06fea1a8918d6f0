//! What the publication offers its readers, and what of a subscriber's wishes it does not.

use std::collections::BTreeSet;

use crate::{
    cli::{Setup, lookup::named_or_meant},
    publication::Publication,
    subscribers::{Cadence, NewSubscriber},
    workflows::Workflow,
};

/// The topics and paces that lead to mail.
pub(super) struct Offer {
    publication: Publication,
    /// Those for which a workflow sends a digest.
    cadences: BTreeSet<Cadence>,
}

impl Offer {
    /// Reads posts, names and workflows.
    pub(super) async fn load(setup: &Setup) -> anyhow::Result<Self> {
        let (publication, _) = setup.content().load().await?;
        let cadences = setup.workflows()?.iter().filter_map(Workflow::digest).collect();
        Ok(Self { publication, cadences })
    }

    /// What a subscriber wishes and does not get now. They are kept as they are: posts on a topic and a
    /// workflow for a pace may come tomorrow, and a reader who is refused is lost.
    pub(super) fn doubts(&self, new: &NewSubscriber) -> Vec<String> {
        let topics: BTreeSet<&str> =
            self.publication.posts.iter().flat_map(|post| &post.topics).map(String::as_str).collect();
        let topics: Vec<&str> = topics.into_iter().collect();
        let unknown = new.topics.iter().filter(|topic| !topics.contains(topic) && !self.has_name(topic));
        let mut doubts: Vec<String> =
            unknown.map(|topic| format!("no post is about `{topic}` yet{}", named_or_meant(topic, &topics))).collect();
        if !self.cadences.contains(&new.cadence) {
            let served: Vec<&str> = self.cadences.iter().map(|cadence| cadence.as_str()).collect();
            let cadence = new.cadence.as_str();
            doubts.push(format!("no workflow sends a digest `{cadence}` yet{}", named_or_meant(cadence, &served)));
        }
        doubts
    }

    /// Whether `topics.ftl` knows a topic, though perhaps no post does yet.
    fn has_name(&self, topic: &str) -> bool {
        let source = &self.publication.settings.site.source;
        self.publication.templates.messages().contains(source, &format!("topic-{topic}"))
    }
}
