//! *Postduif* is Dutch for carrier pigeon: write once in Dutch, and every
//! reader gets it in their own language, as a page, a feed and a mail. Exactly once.
//!
//! ```text
//! posts/*.md ──parse──▶ Post ──┐
//!                              ├─resolve──▶ Variant ──gate──▶ Edition ──▶ public/
//! locales/**.ftl ─▶ Catalog ───┘                │
//!       ▲                                       ▼ release (a sequence per locale)
//!       └─ sync                                 │
//!                                               ▼
//! workflows/*.toml ─▶ run ─▶ Digest ─select─▶ cohorts ─freeze─▶ Issue ─▶ Delivery × subscriber
//!                                               ▲                             │ claim, send, record
//! web: subscribe ─▶ pending ─confirm─▶ active ──┘                             ▼
//!                                                               SMTP relay, or outbox/*.eml
//! ```
//!
//! The modules below stand in dependency order: each uses only those above it
//! (kept by `tests/it/architecture.rs`). ARCHITECTURE.md walks through them.

// Words everybody needs.
pub mod clock;
pub mod random;
pub mod locale;
pub mod line;
pub mod unseen;
pub mod diagnostic;
pub mod parallel;
pub mod disk;
pub mod fingerprint;

// The author's side: pure, but for one `load` each.
pub mod posts;
pub mod translation;
pub mod templates;
pub mod publication;

// The reader's side: pure.
pub mod subscribers;
pub mod mail;
pub mod digest;
pub mod outbox;
pub mod bounces;

// The world: database, network, time.
pub mod storage;
pub mod delivery;
pub mod lmtp;
pub mod doctor;
pub mod bucket;
pub mod machine;
pub mod intake;
pub mod workflows;
pub mod web;

// Composition: everything put together.
pub mod telemetry;
pub mod config;
pub mod cli;
