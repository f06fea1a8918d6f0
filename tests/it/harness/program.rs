//! The real program, run in a folder.

use std::{env, path::Path, process::Command};

/// How the program ended and what it said.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// The program in a folder, with nothing of this process's settings.
pub(crate) fn program(folder: &Path) -> Command {
    in_folder(Command::new(env!("CARGO_BIN_EXE_postduif")), folder)
}

/// Runs the program in a folder with these arguments.
pub(crate) fn postduif(folder: &Path, arguments: &str) -> Ended {
    Ended::of(program(folder).args(arguments.split_whitespace()))
}

fn in_folder(mut command: Command, folder: &Path) -> Command {
    for (name, _) in env::vars_os() {
        if name.to_string_lossy().starts_with("POSTDUIF_") || name == "RUST_LOG" {
            command.env_remove(name);
        }
    }
    command.current_dir(folder);
    command
}

impl Ended {
    /// Runs a command to its end.
    pub(crate) fn of(command: &mut Command) -> Self {
        let output = command.output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        let code = output.status.code().unwrap_or(-1);
        Self { code, out: text(output.stdout), err: text(output.stderr) }
    }

    /// Expects it to be fine, and gives what it printed.
    pub(crate) fn fine(self) -> String {
        assert_eq!(self.code, 0, "{self:#?}");
        self.out
    }

    /// Expects something that a person can fix, and gives what it said about it.
    pub(crate) fn wrong(self) -> String {
        assert_eq!(self.code, 1, "{self:#?}");
        self.err
    }
}
