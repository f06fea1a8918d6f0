//! `postduif completions` and `postduif man`: what a package brings along beside the program.

use std::{io, path::PathBuf};

use anyhow::Context as _;
use clap::CommandFactory as _;
use clap_complete::Shell;

use super::{Ended, report};

/// The arguments of `completions`.
#[derive(Debug, clap::Args)]
pub(super) struct CompletionsArguments {
    /// The shell that is to complete what is typed
    shell: Shell,
}

/// The arguments of `man`.
#[derive(Debug, clap::Args)]
pub(super) struct ManArguments {
    /// Where to write the pages
    folder: PathBuf,
}

pub(super) fn complete(arguments: &CompletionsArguments) -> anyhow::Result<Ended> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut super::Arguments::command(), "postduif", &mut script);
    report::say!("{}", String::from_utf8_lossy(&script).trim_end())?;
    Ok(Ended::Fine)
}

/// Writes a page for the program and one for each of its commands.
pub(super) fn write_pages(arguments: &ManArguments) -> anyhow::Result<Ended> {
    let folder = &arguments.folder;
    let written = || -> io::Result<()> {
        std::fs::create_dir_all(folder)?;
        clap_mangen::generate_to(super::Arguments::command().disable_help_subcommand(true), folder)
    };
    written().with_context(|| format!("cannot write to {}", folder.display()))?;
    report::say!("the manual is in {}: man -l {}", folder.display(), folder.join("postduif.1").display())?;
    Ok(Ended::Fine)
}
