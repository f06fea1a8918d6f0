//! What the person at the terminal reads: diagnostics, failures, numbers.

use std::{
    fmt, fs,
    io::{self, Write as _},
    path::Path,
    process::ExitCode,
};

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use console::Term;

use crate::{
    diagnostic::{Diagnostic, Severity, count},
    workflows::chain_of,
};

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
    Ok(writeln!(io::stdout(), "{line}")?)
}

/// What [`complain`] does. If standard error cannot be written there is nobody left to tell.
pub(super) fn print_aside(line: fmt::Arguments<'_>) {
    let _ = writeln!(io::stderr(), "{line}");
}

/// Prints diagnostics on standard error as compilers do: the place, the line, the remedy.
/// Files are looked up below `root`.
pub(super) fn print_diagnostics(diagnostics: &[Diagnostic], root: &Path) {
    let colors = Term::stderr().features().colors_supported();
    let renderer = if colors { Renderer::styled() } else { Renderer::plain() };
    for found in diagnostics {
        let text = fs::read_to_string(root.join(&found.file)).unwrap_or_default();
        let level = if found.severity == Severity::Error { Level::ERROR } else { Level::WARNING };
        let title = level.primary_title(found.message.as_str()).id(found.code);
        let path = found.file.display().to_string();
        let start = offset(&text, found.line, found.column);
        let end = text[start..].find(['\n', ' ']).map_or(text.len(), |length| start + length.max(1));
        let mut group = title.elements((!text.is_empty()).then(|| {
            Snippet::source(text.as_str())
                .path(path.as_str())
                .annotation(AnnotationKind::Primary.span(start..end.min(text.len())))
        }));
        if text.is_empty() {
            group = group.element(annotate_snippets::Origin::path(path.as_str()));
        }
        if !found.help.is_empty() {
            group = group.element(Level::HELP.message(found.help.as_str()));
        }
        complain!("{}\n", renderer.render(&[group]));
    }
}

/// The byte offset of a line and column, as near as the text allows.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
    let line = text[start.min(text.len())..].lines().next().unwrap_or_default();
    let within: usize = line.chars().take(column - 1).map(char::len_utf8).sum();
    (start + within).min(text.len())
}

/// Says why a file that is needed could not be read.
pub(super) fn print_unreadable(error: &dyn std::error::Error) {
    complain!("error: {}", chain_of(error));
    complain!("help: run postduif in the folder of a publication, or name its file with --config");
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

/// Prints a value as JSON on standard output.
pub(super) fn print_json(value: &serde_json::Value) -> Result<(), NotPrinted> {
    say!("{value:#}")
}
