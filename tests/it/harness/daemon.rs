//! The real daemon: started, asked, and stopped.

use std::{
    fs::File,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    process::{Child, ChildStdout, Command, Stdio},
    time::{Duration, Instant},
};

use super::folder::Folder;

/// Longer than anything here takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(120);

/// Looks again and again until there is something to see.
pub(crate) fn wait_for<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let begin = Instant::now();
    loop {
        if let Some(seen) = look() {
            return seen;
        }
        assert!(begin.elapsed() < PATIENCE, "{what} does not come");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// A program that is still running; it does not outlive its test.
pub(crate) struct Running(pub(crate) Child);

impl Running {
    pub(crate) fn signal(&self, name: &str) {
        let sent = Command::new("kill").args([&format!("-{name}"), &self.0.id().to_string()]).status().unwrap();
        assert!(sent.success());
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The daemon, and where it listens.
pub(crate) struct Daemon {
    running: Running,
    lines: BufReader<ChildStdout>,
    pub(crate) greeting: String,
    pub(crate) site: String,
    pub(crate) operations: String,
}

impl Daemon {
    /// Starts it on free ports and reads its greeting to the end.
    pub(crate) fn start(folder: &Folder) -> Self {
        Self::start_by(folder.postduif(&["serve"]), folder)
    }

    /// The same by a command that ends in `postduif serve`.
    pub(crate) fn start_by(mut command: Command, folder: &Folder) -> Self {
        let mut child = command
            .env("POSTDUIF_WEB__LISTEN", "127.0.0.1:0")
            .env("POSTDUIF_WEB__OPERATIONS", "127.0.0.1:0")
            .stdout(Stdio::piped())
            .stderr(File::create(folder.path("serve.log")).unwrap())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap());
        let running = Running(child);
        let mut greeting = String::new();
        // It has three parts, each with an empty line behind it.
        while !greeting.ends_with("\n\n") || greeting.matches("\n\n").count() < 3 {
            let read = lines.read_line(&mut greeting).unwrap();
            assert_ne!(read, 0, "it ended: {greeting}{}", folder.read("serve.log"));
        }
        greeting.pop();
        let address = |path: &str| {
            let line = greeting.lines().find(|line| line.ends_with(path))?;
            Some(line.split_once("http://")?.1.trim_end_matches(path).to_owned())
        };
        // A node may have other roles than to answer readers.
        let (site, operations) = (address("/nl/").unwrap_or_default(), address("/health/ready").expect(&greeting));
        let daemon = Self { running, lines, greeting, site, operations };
        let is_made = || get(&daemon.operations, "/health/ready").body != "the site has not been published yet\n";
        wait_for("the first site", || is_made().then_some(()));
        daemon
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        get(&self.site, path)
    }

    /// The number of its process.
    pub(crate) fn id(&self) -> u32 {
        self.running.0.id()
    }

    /// Sends it a signal.
    pub(crate) fn signal(&self, name: &str) {
        self.running.signal(name);
    }

    /// Asks it to stop, and gives the exit code and what it still printed.
    pub(crate) fn stop(mut self) -> (Option<i32>, String) {
        self.running.signal("TERM");
        let mut rest = String::new();
        self.lines.read_to_string(&mut rest).unwrap();
        (self.running.0.wait().unwrap().code(), rest)
    }
}

/// An answer over HTTP.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

/// Asks for a path.
pub(crate) fn get(address: &str, path: &str) -> Answer {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    Answer { status, head: head.to_lowercase(), body: body.to_owned() }
}
