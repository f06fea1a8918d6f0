//! How many readers a second can join by the form, with SQLite.
//!
//! ```sh
//! cargo bench --bench subscribe -- --seconds 10
//! ```
//!
//! Wants `wrk` (Debian's package of that name). Each form is a new reader from a network of their own, so that no limit
//! is met: it is a row, a consent, a confirmation in the ledger, and a count. Beside it the form itself is asked for, which
//! is rendered each time and stores nothing.

#![expect(clippy::unwrap_used, reason = "a benchmark that cannot go on says so")]

#[expect(dead_code, reason = "other benchmarks measure whole programs")]
mod measure;
#[path = "digest/publication.rs"]
mod publication;

use std::{
    fs,
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use measure::{Program, option};
use publication::make_publication;

/// What each client sends: the networks and domains are as many as the limits want.
const FORMS: &str = r#"
local n = 0
request = function()
  n = n + 1
  local from = string.format("%d.%d.%d.7", 11 + math.floor(n / 65536), math.floor(n / 256) % 256, n % 256)
  local body = string.format("email=reader%d%%40d%d.example&cadence=weekly&name=Reader+%d", n, math.floor(n / 100), n)
  return wrk.format("POST", "/fr/subscribe", {
    ["Content-Type"] = "application/x-www-form-urlencoded", ["X-Forwarded-For"] = from,
  }, body)
end
"#;

/// A server that does not outlive this.
struct Server(Child);

fn main() {
    let seconds = option("--seconds", 10);
    let folder = tempfile::tempdir().unwrap();
    make_publication(folder.path(), 0);
    let postduif = Program::new(env!("CARGO_BIN_EXE_postduif"), folder.path(), &[]);
    postduif.run(&["publish"]);
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port();
    let _server = Server::start(folder.path(), port);
    fs::write(folder.path().join("forms.lua"), FORMS).unwrap();
    let script = folder.path().join("forms.lua");
    let forms = load(port, "/fr/subscribe", seconds, Some(&script));
    println!("{:<34} {forms:>9.0} requests/s", "subscribe: a new reader each");
    let pages = load(port, "/fr/subscribe", seconds, None);
    println!("{:<34} {pages:>9.0} requests/s", "the form, shown");
    println!("{:<34} {:>9.2} ×", "subscribe ÷ shown", forms / pages);
    let readers = postduif.run(&["subscribers", "export"]).printed.lines().count() - 1;
    println!("{readers} readers are to confirm");
    assert!(readers > 0);
}

impl Server {
    fn start(root: &Path, port: u16) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_postduif"));
        command.current_dir(root).arg("serve").env("POSTDUIF_WEB__LISTEN", format!("127.0.0.1:{port}"));
        command.env("POSTDUIF_WEB__OPERATIONS", "127.0.0.1:0").env("RUST_LOG", "error");
        // All of them come within the hour for which there is a limit.
        command.env("POSTDUIF_WEB__SUBSCRIBE_PER_HOUR", "1000000000");
        // Mail waits: to write it is another bench.
        command.env("POSTDUIF_MAIL__RELAY", "smtp://127.0.0.1:9");
        let server = Self(command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap());
        let begin = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            assert!(begin.elapsed() < Duration::from_secs(60), "serve does not answer");
            thread::sleep(Duration::from_millis(20));
        }
        server
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The requests a second that are answered well, over thirty-two connections.
fn load(port: u16, path: &str, seconds: u64, script: Option<&Path>) -> f64 {
    let mut wrk = Command::new("wrk");
    wrk.args(["-t1", "-c32", &format!("-d{seconds}s")]);
    wrk.args(script.into_iter().flat_map(|script| ["-s".to_owned(), script.display().to_string()]));
    let output = wrk.arg(format!("http://127.0.0.1:{port}{path}")).output();
    let output = output.unwrap_or_else(|error| panic!("wrk (Debian: wrk): {error}"));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(!text.contains("Non-2xx or 3xx"), "{text}");
    text.split_once("Requests/sec:").unwrap().1.split_whitespace().next().unwrap().parse().unwrap()
}
