//! What the person at the terminal reads: diagnostics, failures, numbers.

mod excerpt;

use std::{
    fmt,
    io::{self, BufRead as _, BufWriter, IsTerminal as _, Write as _},
    path::Path,
    process::ExitCode,
};

use annotate_snippets::Renderer;
use console::Term;
use serde::Serialize;

use self::excerpt::{WIDTH, render_diagnostic};
use crate::{
    diagnostic::{Diagnostic, count},
    disk,
    line::{chain_of, without_passwords},
};

/// So much is written at once, in bytes: what a pipe takes.
const PIECE: usize = 1 << 16;

/// Standard output takes no more.
#[derive(Debug, thiserror::Error)]
#[error("cannot write to standard output")]
pub(super) struct NotPrinted(#[from] io::Error);

impl NotPrinted {
    /// Whether a cause says that the reader of standard output has seen enough, as `head` has
    /// after a few lines: nothing failed then.
    fn is_enough(cause: &(dyn std::error::Error + 'static)) -> bool {
        let within = |error: &'_ io::Error| error.get_ref().is_some_and(|inner| Self::is_enough(inner));
        match cause.downcast_ref::<Self>() {
            Some(Self(error)) => error.kind() == io::ErrorKind::BrokenPipe,
            None => cause.downcast_ref::<io::Error>().is_some_and(within),
        }
    }
}

/// Standard output for what is written there as a whole.
#[derive(Debug)]
pub(super) struct Output;

impl io::Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        io::stdout().write(bytes).map_err(|error| io::Error::new(error.kind(), NotPrinted(error)))
    }

    fn flush(&mut self) -> io::Result<()> {
        io::stdout().flush().map_err(|error| io::Error::new(error.kind(), NotPrinted(error)))
    }
}

/// Prints a line on standard output, where `println!` would panic if it cannot be written.
macro_rules! say {
    ($($words:tt)*) => { $crate::cli::report::print(format_args!($($words)*)) };
}
pub(super) use say;

/// Prints a line on standard error.
macro_rules! complain {
    ($($words:tt)*) => { $crate::cli::report::print_aside(format_args!($($words)*)) };
}
pub(super) use complain;

/// What [`say`] does.
pub(super) fn print(line: fmt::Arguments<'_>) -> Result<(), NotPrinted> {
    // In one piece: standard output would hand on each line of a long text by itself.
    let line = format!("{line}\n");
    Ok(io::stdout().write_all(line.as_bytes())?)
}

/// What [`complain`] does. If standard error cannot be written there is nobody left to tell.
pub(super) fn print_aside(line: fmt::Arguments<'_>) {
    let _ = writeln!(io::stderr(), "{line}");
}

/// Prints diagnostics on standard error as compilers do: the place, the words, the remedy; file by file,
/// those with errors first, and errors first in each. Files are looked up below `root`.
pub(super) fn print_diagnostics(diagnostics: &[Diagnostic], root: &Path) {
    let term = Term::stderr();
    let width = if term.is_term() { usize::from(term.size().1) } else { WIDTH };
    let renderer = if term.features().colors_supported() { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(width);
    let mut files: Vec<&[Diagnostic]> = diagnostics.chunk_by(|one, next| one.file == next.file).collect();
    files.sort_by_key(|found| !found.iter().any(Diagnostic::is_error));
    for found in files {
        let bytes = found.first().and_then(|one| disk::read_plain(&root.join(&one.file)).ok());
        let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
        let is_toml = found.first().is_some_and(|one| one.file.extension().is_some_and(|end| end == "toml"));
        let text = if is_toml { without_passwords(&text) } else { text };
        let lines: Vec<&str> = text.lines().collect();
        let mut found: Vec<&Diagnostic> = found.iter().collect();
        found.sort_by_key(|one| one.severity);
        for one in found {
            complain!("{}\n", render_diagnostic(&renderer, one, &lines));
        }
    }
}

/// Says why a file that is needed could not be read.
pub(super) fn print_unreadable(error: &dyn std::error::Error, is_configuration: bool) {
    complain!("error: {}", chain_of(error));
    match is_configuration {
        true => complain!("help: run postduif in the folder of a publication, or name its file with --config"),
        false => complain!("help: the configuration or a POSTDUIF_… variable names this file; let the program read it"),
    }
}

/// Prints a failure of the machine, with its causes. That the reader of what was printed went
/// away is none.
pub(super) fn failure(error: &anyhow::Error) -> ExitCode {
    if error.chain().any(NotPrinted::is_enough) {
        return ExitCode::SUCCESS;
    }
    complain!("error: {}", chain_of(error.as_ref()));
    ExitCode::from(2)
}

/// "1 error and 2 warnings", for the end of a report.
pub(super) fn summary(diagnostics: &[Diagnostic]) -> String {
    let errors = diagnostics.iter().filter(|found| found.is_error()).count();
    match (errors, diagnostics.len() - errors) {
        (0, 0) => "no errors".to_owned(),
        (errors, 0) => count(errors, "error"),
        (0, warnings) => count(warnings, "warning"),
        (errors, warnings) => format!("{} and {}", count(errors, "error"), count(warnings, "warning")),
    }
}

/// Asks the person at the terminal; no is what counts unless they say yes. None when nobody is there.
pub(super) fn ask(question: &str) -> io::Result<Option<bool>> {
    if !io::stdin().is_terminal() {
        return Ok(None);
    }
    write!(io::stderr(), "{question} [y/N] ")?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    Ok(Some(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes" | "j" | "ja" | "o" | "oui")))
}

/// Prints a value as JSON on standard output, piece by piece: it may be the state of a whole archive.
pub(super) fn print_json(value: &impl Serialize) -> Result<(), NotPrinted> {
    let mut out = BufWriter::with_capacity(PIECE, io::stdout().lock());
    serde_json::to_writer_pretty(&mut out, value).map_err(io::Error::from)?;
    writeln!(out)?;
    Ok(out.flush()?)
}
