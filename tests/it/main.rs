//! The one integration-test binary: each suite tells stories through the program's edges.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod alignment;
mod architecture;
mod bad_input;
mod bad_luck;
mod catalog_checks;
mod commands;
mod databases;
mod delivery;
mod documents;
mod gates;
mod guide;
mod harness;
mod import;
mod incremental;
mod init;
mod killed;
mod pages;
mod program;
mod promises;
mod publication;
mod redirects;
mod relay;
mod reload;
mod segments;
mod serving;
mod runs;
mod smtp;
mod status;
mod snapshots;
mod storage;
mod subscribers;
mod sync_killed;
mod translate;
mod translation;
