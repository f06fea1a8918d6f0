//! How many files the process may have open: each reader's connection is one.

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// What is taken where the system sets no limit.
const ENOUGH: u64 = 1 << 20;

/// Lets this process open as many files as it may, and says how many. By default that is a thousand, for the sake of
/// programs of another age; whoever starts it may have said less, which is kept.
pub(super) fn as_many_as_the_system_lets_us() -> u64 {
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    let wanted = maximum.unwrap_or(ENOUGH);
    match setrlimit(Resource::Nofile, Rlimit { current: Some(wanted), maximum }) {
        Ok(()) => wanted,
        Err(error) => {
            tracing::warn!(%error, "the process may open no more files than it may now");
            current.unwrap_or(ENOUGH)
        }
    }
}
