//! How many mails a machine can sign a second when it does nothing else.

use std::{
    thread,
    time::{Duration, Instant},
};

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

/// With these keys, on all cores at once for so long: two that share a core do less than twice as much.
pub(crate) fn on_all_cores(keys: &[&[u8]], mail: &[u8], during: Duration) -> f64 {
    let cores = thread::available_parallelism().unwrap().get();
    let signer = signer(keys);
    let begin = Instant::now();
    let sign_on_one = || {
        let mut mails = 0_u64;
        while begin.elapsed() < during {
            signer.sign(mail).unwrap();
            mails += 1;
        }
        mails
    };
    let mails: u64 = thread::scope(|scope| {
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(sign_on_one)).collect();
        workers.into_iter().map(|worker| worker.join().unwrap()).sum()
    });
    mails as f64 / begin.elapsed().as_secs_f64()
}
