//! How many mails a machine can sign a second when it does nothing else.

use std::{thread, time::Instant};

use postduif::mail::Signer;

pub(crate) const RSA: &[u8] = include_bytes!("../../tests/fixtures/dkim/rsa.pem");
pub(crate) const ED25519: &[u8] = include_bytes!("../../tests/fixtures/dkim/ed25519.pem");

/// What signs with these keys.
pub(crate) fn signer(keys: &[&[u8]]) -> Signer {
    let mut signer = Signer::new("duif.example");
    for (number, key) in keys.iter().enumerate() {
        signer.add(&format!("key{number}"), key).unwrap();
    }
    signer
}

/// With these keys, on all cores at once: two that share a core do less than twice as much.
pub(crate) fn on_all_cores(keys: &[&[u8]], mail: &[u8], mails: u64) -> f64 {
    let cores = thread::available_parallelism().unwrap().get() as u64;
    let signer = signer(keys);
    let begin = Instant::now();
    thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| (0..mails / cores).for_each(|_| drop(signer.sign(mail).unwrap())));
        }
    });
    (mails / cores * cores) as f64 / begin.elapsed().as_secs_f64()
}
