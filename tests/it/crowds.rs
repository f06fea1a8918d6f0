//! More readers at once than the daemon has room for.
//!
//! `POSTDUIF_TEST_CROWD=10512` gives it that many files, and so a crowd of ten thousand.

use std::{
    env, fs,
    io::{ErrorKind, Read as _, Write as _},
    net::TcpStream,
    process::Command,
    time::{Duration, Instant},
};

use postduif::web::Limits;
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

use crate::harness::{
    daemon::{Daemon, get},
    folder::Folder,
};

/// Files that the daemon may have open, where nobody says otherwise.
const FILES: u64 = 400;

/// The most memory that a connection takes, and what the daemon may take meanwhile to publish, in kilobytes.
const KILOBYTES_EACH: u64 = 40;
const KILOBYTES_ELSE: u64 = 256 * 1024;

/// One of the crowd, who keeps their connection.
struct Reader(TcpStream);

impl Reader {
    fn come(address: &str) -> Self {
        let stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        Self(stream)
    }

    fn ask(&mut self) {
        self.0.write_all(b"GET /robots.txt HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
    }

    /// Reads the answer; says whether there was one.
    fn hear(&mut self) -> bool {
        let mut heard = Vec::new();
        let mut bytes = [0; 4_096];
        while !heard.windows(8).any(|window| window == b"Sitemap:") {
            match self.0.read(&mut bytes) {
                Ok(0) | Err(_) => return false,
                Ok(read) => heard.extend(&bytes[..read]),
            }
        }
        heard.starts_with(b"HTTP/1.1 200")
    }

    /// Whether nothing comes for a moment.
    fn hears_nothing(&mut self) -> bool {
        self.0.set_read_timeout(Some(Duration::from_millis(300))).unwrap();
        let nothing = matches!(self.0.read(&mut [0; 1]), Err(error) if error.kind() == ErrorKind::WouldBlock);
        self.0.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        nothing
    }
}

/// What a process holds in memory, in kilobytes.
fn memory(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

#[test]
fn a_crowd_takes_all_the_room_that_there_is_and_the_rest_of_the_daemon_goes_on() {
    let files = env::var("POSTDUIF_TEST_CROWD").map_or(FILES, |files| files.parse().unwrap());
    let room = Limits::within(files).connections;
    // The crowd is this process.
    let Rlimit { maximum, .. } = getrlimit(Resource::Nofile);
    assert!(maximum.is_none_or(|maximum| maximum > files), "this process may open {maximum:?} files");
    setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum }).unwrap();

    let folder = Folder::with_readers();
    let mut shell = Command::new("sh");
    let script = format!("ulimit -n {files} && exec \"$0\" serve");
    folder.at_home(&mut shell).args(["-c", &script, env!("CARGO_BIN_EXE_postduif")]);
    let daemon = Daemon::start_by(shell, &folder);
    let before = memory(daemon.id());
    let begin = Instant::now();
    // Each asks at once: who comes and says nothing is not waited for.
    let come = |_| {
        let mut reader = Reader::come(&daemon.site);
        reader.ask();
        reader
    };
    let mut crowd: Vec<_> = (0..room).map(come).collect();
    assert!(crowd.iter_mut().all(Reader::hear), "each is answered, and stays");
    let grown = memory(daemon.id()).saturating_sub(before);
    println!("{room} connections open in {:.1} s, {grown} KB", begin.elapsed().as_secs_f64());
    assert!(grown < room as u64 * KILOBYTES_EACH + KILOBYTES_ELSE, "{grown} KB");

    // One more waits until somebody goes; files for all else are left.
    let mut late = Reader::come(&daemon.site);
    late.ask();
    assert!(late.hears_nothing(), "there is no room");
    assert_eq!(get(&daemon.operations, "/health/ready").status, 200);
    folder.fine(&["subscribers", "add", "an@lezers.example"]);
    crowd.pop();
    assert!(late.hear(), "whoever waited comes in");
    drop(crowd);
    assert_eq!(daemon.get("/nl/").status, 200);
    let log = folder.read("serve.log");
    assert!(!log.contains("os error 24"), "no file was wanting: {log}");
    assert_eq!(daemon.stop().0, Some(0));
}
