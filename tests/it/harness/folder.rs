//! A publication in a folder of its own, and the real program run on it.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use mail_parser::{Message, MessageParser};
use serde_json::Value;

use super::copy_folder;

/// A publication in a folder of its own, and the program to run on it.
pub(crate) struct Folder(tempfile::TempDir);

impl Folder {
    /// A copy of the model publication.
    pub(crate) fn model() -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        let checkout = Path::new(env!("CARGO_MANIFEST_DIR"));
        for name in ["posts", "pages", "locales", "workflows", "demo"] {
            copy_folder(&checkout.join(name), &folder.path(name));
        }
        fs::copy(checkout.join("postduif.toml"), folder.path("postduif.toml")).unwrap();
        folder
    }

    /// The model publication, published, with its demo subscribers waiting for their first digest.
    pub(crate) fn with_readers() -> Self {
        let folder = Self::model();
        folder.fine(&["publish"]);
        folder.fine(&["subscribers", "import", "demo/subscribers.csv", "--start", "latest:3"]);
        folder
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// Writes a file, and makes its folder if need be.
    pub(crate) fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// The program in this folder, untouched by the environment of who runs the tests.
    pub(crate) fn postduif(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_postduif"));
        self.at_home(&mut command).args(arguments);
        command
    }

    /// Lets a command run in this folder.
    pub(crate) fn at_home<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("POSTDUIF_")) {
            command.env_remove(name);
        }
        command.current_dir(self.0.path())
    }

    /// Runs the program to its end.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ended {
        self.postduif(arguments).output().unwrap().into()
    }

    /// Runs the program, which must find everything fine, and gives what it printed.
    pub(crate) fn fine(&self, arguments: &[&str]) -> String {
        let ended = self.run(arguments);
        assert_eq!(ended.code, 0, "{arguments:?}: {ended:?}");
        ended.stdout
    }

    /// The files of the outbox that are whole, by name.
    pub(crate) fn outbox(&self) -> BTreeMap<String, Vec<u8>> {
        let Ok(entries) = fs::read_dir(self.path("outbox")) else { return BTreeMap::new() };
        entries
            .map(|entry| entry.unwrap())
            .filter(|entry| entry.path().extension().is_some_and(|extension| extension == "eml"))
            .map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()))
            .collect()
    }

    /// Who got how many mails.
    pub(crate) fn recipients(&self) -> BTreeMap<String, usize> {
        let mut recipients = BTreeMap::new();
        for bytes in self.outbox().values() {
            *recipients.entry(recipient(&parsed(bytes))).or_default() += 1;
        }
        recipients
    }
}

/// How a command ended.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl From<Output> for Ended {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code().expect("the program was killed"),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Ended {
    /// What it printed, as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}

/// A mail, taken apart.
pub(crate) fn parsed(bytes: &[u8]) -> Message<'_> {
    MessageParser::default().parse(bytes).unwrap()
}

/// To whom it goes.
pub(crate) fn recipient(mail: &Message<'_>) -> String {
    mail.to().unwrap().first().unwrap().address().unwrap().to_owned()
}
