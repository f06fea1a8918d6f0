//! A program that serves a site, and what it costs while it runs.

use std::{
    fs,
    io::{Read as _, Write as _},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// The clock ticks in a second in which the system counts the processor's time.
const TICKS: f64 = 100.0;

/// How memory is given back, as the unit in `packaging` says it.
const ALLOCATOR: [(&str, &str); 2] = [("MIMALLOC_PURGE_DELAY", "0"), ("MIMALLOC_ARENA_EAGER_COMMIT", "0")];

/// How long a start may take before something is wrong.
const PATIENCE: Duration = Duration::from_mins(30);

/// A daemon that does not outlive this.
pub(crate) struct Daemon {
    process: Child,
    port: u16,
    pub(crate) answered_after: Duration,
}

/// A port that nobody listens on.
pub(crate) fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port()
}

impl Daemon {
    /// `postduif serve` in a folder.
    pub(crate) fn start(program: &Path, root: &Path) -> Self {
        let port = free_port();
        let mut command = Command::new(program);
        command.current_dir(root).arg("serve").env("POSTDUIF_WEB__LISTEN", format!("127.0.0.1:{port}"));
        command.env("POSTDUIF_WEB__OPERATIONS", "127.0.0.1:0").env("RUST_LOG", "error").envs(ALLOCATOR);
        Self::begin(command, port)
    }

    /// A command that will answer on a port.
    pub(crate) fn begin(mut command: Command, port: u16) -> Self {
        let begin = Instant::now();
        let process = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let mut daemon = Self { process, port, answered_after: Duration::ZERO };
        while daemon.get("/nl/").is_none() {
            assert!(daemon.process.try_wait().unwrap().is_none(), "it ended");
            assert!(begin.elapsed() < PATIENCE, "it does not answer");
            thread::sleep(Duration::from_millis(5));
        }
        daemon.answered_after = begin.elapsed();
        daemon
    }

    pub(crate) fn id(&self) -> u32 {
        self.process.id()
    }

    /// The page at a path; none where there is no good answer.
    pub(crate) fn get(&self, path: &str) -> Option<String> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).ok()?;
        let mut answer = Vec::new();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n").ok()?;
        stream.read_to_end(&mut answer).ok()?;
        Some(String::from_utf8_lossy(&answer).into_owned()).filter(|answer| answer.starts_with("HTTP/1.1 200"))
    }

    /// Waits until it has done next to nothing for so long.
    pub(crate) fn wait_until_idle(&self, quiet: Duration) {
        loop {
            let before = self.cpu();
            thread::sleep(quiet);
            if self.cpu() - before < quiet.as_secs_f64() / 50.0 {
                return;
            }
        }
    }

    /// The seconds of the processor that it has had (proc(5)).
    pub(crate) fn cpu(&self) -> f64 {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.process.id())).unwrap();
        let fields: Vec<u64> =
            stat.rsplit_once(") ").unwrap().1.split(' ').map(|field| field.parse().unwrap_or(0)).collect();
        (fields[11] + fields[12]) as f64 / TICKS
    }

    pub(crate) fn memory_kib(&self) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.process.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        line.split_whitespace().next().unwrap().parse().unwrap()
    }
}

impl Drop for Daemon {
    fn drop(&mut self) {
        let _ = Command::new("kill").arg(self.process.id().to_string()).status();
        let _ = self.process.wait();
    }
}
