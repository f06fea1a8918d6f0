//! Logs: sentences with fields, for people by default, as JSON by setting. No address and no token goes in.

use std::io::IsTerminal as _;

use tracing::{Level, Metadata};
use tracing_subscriber::{EnvFilter, filter::filter_fn, fmt, layer::SubscriberExt as _, util::SubscriberInitExt as _};

/// How log lines are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// A line for a person.
    #[default]
    Text,
    /// A JSON object a line.
    Json,
}

/// Starts logging to standard error; `RUST_LOG` chooses what, and without it what is at least as
/// important as `by_default` is written. A second call changes nothing.
pub fn start_logging(format: LogFormat, by_default: Level) {
    let default = || EnvFilter::new(format!("warn,postduif={by_default}"));
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| default());
    let registry = tracing_subscriber::registry().with(filter).with(filter_fn(is_about_nobody));
    let colors = std::io::stderr().is_terminal();
    // A log that cannot be written stops nothing: the layer would report it there, and panic.
    let layer = || fmt::layer().with_writer(std::io::stderr).log_internal_errors(false);
    let started = match format {
        LogFormat::Text => registry.with(layer().with_target(false).with_ansi(colors)).try_init(),
        LogFormat::Json => registry.with(layer().json()).try_init(),
    };
    drop(started);
}

/// Whether a line may be written whoever asks for it. What libraries say of their work shows what they work on: a page
/// with its reader's address, a link with its token. Of them only what an operator should know is let through.
fn is_about_nobody(line: &Metadata<'_>) -> bool {
    line.target().starts_with(env!("CARGO_PKG_NAME")) || *line.level() <= Level::INFO
}
