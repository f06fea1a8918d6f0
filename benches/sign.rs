//! What signing a mail of 20 KB costs, with each kind of key and with both.
//!
//! ```sh
//! cargo bench --bench sign -- --mails 2000
//! ```
//!
//! The peer is the same mail hashed once: nobody can sign without reading it.

#![expect(clippy::unwrap_used, clippy::cast_precision_loss, reason = "a benchmark that cannot go on says so")]

#[path = "sign/rate.rs"]
mod rate;

use std::time::{Duration, Instant};

use rate::{ED25519, RSA, on_all_cores, signer};

fn main() {
    let given = std::env::args().skip_while(|argument| argument != "--mails").nth(1);
    let mails = given.map_or(2_000, |number| number.parse().unwrap());
    let mail = mail();
    println!("{mails} mails of {} bytes each, one after another on one core", mail.len());
    let hashed = time(mails, || {
        ring::digest::digest(&ring::digest::SHA256, &mail);
    });
    print("SHA-256 of the mail alone", mails, hashed, hashed);
    for (what, keys) in [("Ed25519", &[ED25519][..]), ("RSA-2048", &[RSA]), ("both", &[RSA, ED25519])] {
        let signer = signer(keys);
        let signed = time(mails, || {
            signer.sign(&mail).unwrap();
        });
        print(what, mails, signed, hashed);
    }
    println!(
        "both, on all cores at once {:>22.0} a second",
        on_all_cores(&[RSA, ED25519], &mail, Duration::from_secs(5))
    );
}

fn time(count: u64, mut work: impl FnMut()) -> Duration {
    let begin = Instant::now();
    for _ in 0..count {
        work();
    }
    begin.elapsed()
}

fn print(what: &str, mails: u64, took: Duration, hashed: Duration) {
    let each = took.as_secs_f64() / mails as f64;
    let ratio = took.as_secs_f64() / hashed.as_secs_f64();
    println!("{what:<28} {:>8.0} µs each {:>8.0} a second {ratio:>7.1} × the hash", each * 1e6, 1.0 / each);
}

/// A mail as they leave: headers of a newsletter, and two parts in quoted-printable.
fn mail() -> Vec<u8> {
    let line = "Blijf bewegen waar mogelijk, en geef het de tijd die het nodig heeft: zes weken=\r\n";
    let head = "From: De Duif <post@duif.example>\r\nTo: <an@lezers.example>\r\nSubject: Bewegen\r\n\
                Date: Fri, 9 Oct 2026 08:00:00 +0200\r\nMessage-ID: <1-abcdefgh.x@duif.example>\r\n\
                List-Unsubscribe: <https://duif.example/s/x/unsubscribe>\r\n\
                List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\nMIME-Version: 1.0\r\n\
                Content-Type: text/plain; charset=utf-8\r\n\r\n";
    [head.as_bytes(), line.repeat(240).as_bytes()].concat()
}
