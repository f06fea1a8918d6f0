//! Postfix's test relay, which takes everything, keeps nothing and counts.

use std::{
    io::Read as _,
    net::{Ipv4Addr, TcpListener, TcpStream},
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex},
    thread,
    time::{Duration, Instant},
};

const PROGRAM: &str = "/usr/sbin/smtp-sink";

/// It ends when this is dropped.
pub(crate) struct Sink {
    child: Child,
    port: u16,
    counted: Arc<Mutex<(u64, Instant)>>,
}

impl Sink {
    /// Starts it with these options besides.
    pub(crate) fn start(options: &[&str]) -> Self {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port();
        let mut command = Command::new(PROGRAM);
        if Command::new("id").arg("-u").output().unwrap().stdout.trim_ascii() == b"0" {
            command.args(["-u", "nobody"]);
        }
        let command = command.args(options).args(["-c", &format!("127.0.0.1:{port}"), "1024"]);
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{PROGRAM} (Debian: postfix): {error}"));
        let counted = Arc::new(Mutex::new((0, Instant::now())));
        let mut counters = child.stdout.take().unwrap();
        let shared = Arc::clone(&counted);
        thread::spawn(move || {
            let mut bytes = [0; 65_536];
            while let Ok(read @ 1..) = counters.read(&mut bytes) {
                note(&String::from_utf8_lossy(&bytes[..read]), &shared);
            }
        });
        let sink = Self { child, port, counted };
        for _ in 0..200 {
            if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
                return sink;
            }
            thread::sleep(Duration::from_millis(10));
        }
        panic!("smtp-sink does not listen");
    }

    pub(crate) fn address(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// Mails that are known to be taken: some more may be.
    pub(crate) fn at_least(&self) -> u64 {
        self.counted.lock().unwrap().0
    }

    /// Mails taken so far, and when the first was.
    pub(crate) fn count(&self) -> (u64, Instant) {
        // The last counters may still be on their way through the pipe.
        thread::sleep(Duration::from_millis(200));
        (self.at_least(), self.counted.lock().unwrap().1)
    }
}

/// Reads `sess=1 quit=0 mesg=7`, of which a piece may end in the middle.
fn note(counters: &str, counted: &Mutex<(u64, Instant)>) {
    let numbers = counters.split("mesg=").skip(1).filter_map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_digit())?;
        rest[..end].parse::<u64>().ok()
    });
    if let Some(last) = numbers.last() {
        let mut counted = counted.lock().unwrap();
        let first = if counted.0 == 0 && last > 0 { Instant::now() } else { counted.1 };
        *counted = (counted.0.max(last), first);
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
