//! What the person at the terminal reads: diagnostics, failures, numbers.

use std::{fs, path::Path, process::ExitCode};

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use console::Term;

use crate::diagnostic::{Diagnostic, Severity};

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
        eprintln!("{}\n", renderer.render(&[group]));
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
    eprintln!("error: {}", crate::workflows::chain_of(error));
    eprintln!("help: run postduif in the folder of a publication, or name its file with --config");
}

/// Prints a failure of the machine, with its causes.
pub(super) fn failure(error: &anyhow::Error) -> ExitCode {
    eprintln!("error: {error:#}");
    ExitCode::from(2)
}

/// "1 error and 2 warnings", for the end of a report.
pub(super) fn summary(diagnostics: &[Diagnostic]) -> String {
    let errors = diagnostics.iter().filter(|found| found.is_error()).count();
    match (errors, diagnostics.len() - errors) {
        (0, 0) => "no errors".to_owned(),
        (errors, 0) => counted(errors, "error"),
        (0, warnings) => counted(warnings, "warning"),
        (errors, warnings) => format!("{} and {}", counted(errors, "error"), counted(warnings, "warning")),
    }
}

/// "1 post", "2 posts".
pub(super) fn counted(n: usize, noun: &str) -> String {
    format!("{n} {noun}{}", if n == 1 { "" } else { "s" })
}

/// Prints a value as JSON on standard output.
pub(super) fn print_json(value: &serde_json::Value) {
    println!("{value:#}");
}
