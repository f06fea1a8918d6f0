//! Why a page or mail could not be rendered, or the templates not be loaded.

use std::{io, path::PathBuf};

use handlebars::RenderError;

use crate::locale::Locale;

/// The templates could not be loaded, or one of them could not be rendered.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A page was asked for in a language that the publication does not have.
    #[error("cannot render a page in {0}: the publication does not have that language")]
    UnknownLocale(Locale),
    /// A template uses something that is not there, or says too much.
    #[error("cannot render {file} at line {line}, column {column}: {reason}", file = file.display())]
    Render {
        /// The template, from the publication's folder.
        file: PathBuf,
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What is wrong there.
        reason: String,
    },
    /// The style sheet of a mail could not be written into its elements.
    #[error("cannot write the style sheet of {} into its elements", file.display())]
    Style {
        /// The template of the mail.
        file: PathBuf,
        /// What is wrong with the style sheet.
        #[source]
        source: css_inline::InlineError,
    },
    /// A template could not be read.
    #[error("cannot read {}", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        #[source]
        source: io::Error,
    },
}

impl Error {
    /// What Handlebars says about `name` or a partial of it.
    pub(super) fn render(name: &str, error: &RenderError) -> Self {
        Self::Render {
            file: super::sources::file_of(error.template_name.as_deref().unwrap_or(name)),
            line: error.line_no.unwrap_or(1),
            column: error.column_no.unwrap_or(1),
            reason: reason(error),
        }
    }
}

/// What is wrong, in the words of a template's author.
fn reason(error: &RenderError) -> String {
    use handlebars::RenderErrorReason::{HelperNotFound, MissingVariable, NestedError, PartialNotFound};
    match error.reason() {
        MissingVariable(Some(path)) => format!("there is no `{path}`"),
        HelperNotFound(name) => format!("there is no helper `{name}`"),
        PartialNotFound(name) => format!("there is no partial `{name}`"),
        NestedError(error) => error.to_string(),
        other => other.to_string(),
    }
}
