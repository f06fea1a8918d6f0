//! The one integration-test binary: each suite tells stories through the program's edges.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod architecture;
mod bad_input;
mod commands;
mod databases;
mod delivery;
mod documents;
mod harness;
mod killed;
mod program;
mod promises;
mod publication;
mod relay;
mod segments;
mod smtp;
mod snapshots;
mod storage;
mod subscribers;
mod translation;
