//! Mail to Postfix's own test relay.

use std::{
    net::{Ipv4Addr, TcpListener},
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

use mail_parser::MessageParser;

use crate::smtp::{kind, pool, send, send_to};

/// The relay; it ends when this is dropped.
pub(crate) struct SmtpSink {
    child: Child,
    pub(crate) port: u16,
}

impl SmtpSink {
    /// `None`, with a word about it, where Postfix is not installed; CI must have it.
    pub(crate) fn start(folder: &Path, options: &[&str]) -> Option<Self> {
        let program = Path::new("/usr/sbin/smtp-sink");
        if !program.exists() {
            assert!(std::env::var_os("CI").is_none(), "smtp-sink is required in CI (Debian: postfix)");
            println!("skipped: smtp-sink is not installed (Debian: postfix)");
            return None;
        }
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port();
        let mut command = Command::new(program);
        if Command::new("id").arg("-u").output().unwrap().stdout.trim_ascii() == b"0" {
            command.args(["-u", "root"]);
        }
        let child = command
            .args(options)
            .args(["-D", "dump", &format!("127.0.0.1:{port}"), "64"])
            .current_dir(folder)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let sink = Self { child, port };
        for _ in 0..200 {
            if std::net::TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
                return Some(sink);
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        panic!("smtp-sink does not listen");
    }
}

impl Drop for SmtpSink {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[tokio::test]
async fn smtp_sink_gets_every_mail() {
    let folder = tempfile::tempdir().unwrap();
    let Some(sink) = SmtpSink::start(folder.path(), &[]) else {
        return;
    };
    let pool = pool(sink.port, 4);
    for n in 0..50 {
        let outcome = send_to(&pool, &format!("an{n}@example.org")).await;
        assert_eq!(kind(&outcome), "accepted", "{outcome:?}");
    }
    pool.close().await;
    let dump = std::fs::read_to_string(folder.path().join("dump")).unwrap();
    for n in 0..50 {
        assert_eq!(dump.matches(&format!("To: <an{n}@example.org>")).count(), 1, "an{n}");
    }
    let mail = &dump[dump.find("Subject:").unwrap()..];
    let read = MessageParser::default().parse(mail.as_bytes()).unwrap();
    assert!(read.body_text(0).unwrap().starts_with(".een punt"));
}

#[tokio::test]
async fn smtp_sink_refuses_in_each_phase() {
    // Its `-f` says "500 5.3.0 Error: command failed", which is about no recipient.
    for (option, phase, expected) in [
        ("-r", "RCPT", "deferred"),
        ("-f", "RCPT", "refused"),
        ("-r", "DATA", "deferred"),
        ("-f", "DATA", "refused"),
        ("-r", ".", "deferred"),
        ("-f", ".", "refused"),
        ("-q", ".", "uncertain"),
        ("-Q", ".", "deferred"),
        ("-f", "MAIL", "fault"),
        ("-q", "EHLO", "fault"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let Some(sink) = SmtpSink::start(folder.path(), &[option, phase]) else {
            return;
        };
        let outcome = send(&pool(sink.port, 1)).await;
        assert_eq!(kind(&outcome), expected, "{option} {phase}: {outcome:?}");
    }
}
