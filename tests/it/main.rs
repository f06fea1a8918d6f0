//! The one integration-test binary: each suite tells stories through the program's edges.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod alignment;
mod architecture;
mod bad_input;
mod bad_luck;
mod bounces;
mod catalog_checks;
mod commands;
mod databases;
mod delivery;
mod dkim;
mod dns;
mod doctor;
mod documents;
mod feeds;
mod gates;
mod guide;
mod harness;
mod import;
mod init;
mod killed;
mod newsletter;
mod pages;
mod preferences;
mod program;
mod promises;
mod publication;
mod redirects;
mod relay;
mod reload;
mod renames;
mod segments;
mod serving;
mod runs;
mod safety;
mod smtp;
mod status;
mod snapshots;
mod storage;
mod subscribers;
mod throttle;
mod sync_killed;
mod translate;
mod translation;
