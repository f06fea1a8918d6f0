//! The only source of randomness: the system's, or in tests a seeded one.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use ring::rand::{SecureRandom as _, SystemRandom};

/// Hands out random bytes.
#[derive(Debug, Clone)]
pub struct Random(Source);

#[derive(Debug, Clone)]
enum Source {
    System(SystemRandom),
    Seeded(Arc<AtomicU64>),
}

/// The system could not provide random bytes.
#[derive(Debug, thiserror::Error)]
#[error("cannot get random bytes from the system")]
pub struct Unavailable;

impl Random {
    /// The operating system's generator, fit for keys and tokens.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the system")]
    pub fn system() -> Self {
        Self(Source::System(SystemRandom::new()))
    }

    /// A generator that gives the same bytes for the same seed; for tests only.
    pub fn seeded(seed: u64) -> Self {
        Self(Source::Seeded(Arc::new(AtomicU64::new(seed))))
    }

    /// Fills an array with random bytes.
    ///
    /// # Errors
    /// When the operating system refuses, which it does in practice only while booting.
    pub fn bytes<const N: usize>(&self) -> Result<[u8; N], Unavailable> {
        let mut bytes = [0; N];
        match &self.0 {
            Source::System(system) => system.fill(&mut bytes).map_err(|_| Unavailable)?,
            Source::Seeded(state) => {
                for chunk in bytes.chunks_mut(8) {
                    chunk.copy_from_slice(&split_mix(state).to_le_bytes()[..chunk.len()]);
                }
            }
        }
        Ok(bytes)
    }

    /// A random number.
    ///
    /// # Errors
    /// As [`Random::bytes`].
    pub fn number(&self) -> Result<u64, Unavailable> {
        self.bytes().map(u64::from_le_bytes)
    }
}

/// `SplitMix64` (Steele, Lea and Flood 2014): one step.
fn split_mix(state: &AtomicU64) -> u64 {
    const GAMMA: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut z = state.fetch_add(GAMMA, Ordering::Relaxed).wrapping_add(GAMMA);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}
