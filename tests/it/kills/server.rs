//! A PostgreSQL of a story's own, which can break down.

use std::{
    fs,
    os::unix::{fs::chown, process::CommandExt as _},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};

use tempfile::TempDir;

/// A server on a socket in a folder; it ends when this is dropped.
pub(crate) struct Server {
    programs: PathBuf,
    folder: TempDir,
    /// Whom it runs as, where we are root, which it will not be.
    user: Option<u32>,
    running: Option<Child>,
}

impl Server {
    /// `None`, with a word about it, where PostgreSQL is not installed; CI must have it.
    pub(crate) fn start() -> Option<Self> {
        let Some(programs) = newest() else {
            assert!(std::env::var_os("CI").is_none(), "PostgreSQL is required in CI (Debian: postgresql)");
            println!("skipped: PostgreSQL is not installed (Debian: postgresql)");
            return None;
        };
        let folder = tempfile::tempdir().unwrap();
        let is_root = id(&["-u"]) == Some(0);
        let user = is_root.then(|| id(&["-u", "postgres"]).expect("PostgreSQL's package makes this user"));
        chown(folder.path(), user, None).unwrap();
        let mut server = Self { programs, folder, user, running: None };
        let mut initdb = server.command("initdb");
        initdb.args(["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync", "--pgdata"]);
        assert!(initdb.arg(server.data()).stdout(Stdio::null()).status().unwrap().success());
        server.run();
        Some(server)
    }

    pub(crate) fn url(&self) -> String {
        format!("postgres://postgres@localhost/postgres?host={}", self.folder.path().display())
    }

    /// Starts it, and waits until it answers.
    pub(crate) fn run(&mut self) {
        for _ in 0..600 {
            // It does not begin before the last process of a killed one has noticed that.
            if self.running.as_mut().is_none_or(|running| running.try_wait().unwrap().is_some()) {
                self.running = Some(self.command_to_serve().spawn().unwrap());
            }
            let mut asked = self.command("pg_isready");
            if asked.arg("--quiet").arg("--host").arg(self.folder.path()).status().unwrap().success() {
                return;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        panic!("PostgreSQL does not answer");
    }

    /// Kills it in the middle of everything, as when its machine fails.
    pub(crate) fn crash(&mut self) {
        let Some(mut running) = self.running.take() else { return };
        running.kill().unwrap();
        running.wait().unwrap();
    }

    fn command_to_serve(&self) -> Command {
        let log = fs::File::options().create(true).append(true).open(self.folder.path().join("log")).unwrap();
        let mut postgres = self.command("postgres");
        postgres.arg("-D").arg(self.data()).arg("-k").arg(self.folder.path());
        postgres.args(["-c", "listen_addresses=", "-c", "fsync=off", "-c", "max_connections=200"]);
        postgres.stdout(Stdio::null()).stderr(log);
        postgres
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("db")
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.programs.join(program));
        command.current_dir(self.folder.path());
        if let Some(user) = self.user {
            command.uid(user);
        }
        command
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.crash();
    }
}

/// The folder of the newest version's programs, where Debian has them.
fn newest() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").ok()?;
    let number = |path: &Path| path.file_name()?.to_str()?.parse::<u32>().ok();
    let newest = versions.map(|entry| entry.unwrap().path()).max_by_key(|path| number(path))?;
    Some(newest.join("bin")).filter(|programs| programs.join("initdb").exists())
}

fn id(arguments: &[&str]) -> Option<u32> {
    let output = Command::new("id").args(arguments).output().ok()?;
    String::from_utf8_lossy(&output.stdout).trim().parse().ok()
}
