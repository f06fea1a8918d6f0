//! The one integration-test binary: each suite tells stories through the program's edges.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod architecture;
mod databases;
mod delivery;
mod documents;
mod harness;
mod program;
mod publication;
mod relay;
mod smtp;
mod storage;
