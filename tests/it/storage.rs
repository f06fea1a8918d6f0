//! What the database promises, on both of them: nothing doubled, nothing lost, the numbers add up.

mod deliveries;
mod feeds;
mod harness;
mod histories;
mod holds;
mod issues;
mod notes;
mod opening;
mod prune;
mod releases;
mod restored;
mod subscribers;
mod suppressions;
