//! How many requests were answered how, since the program was started.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use axum::http::StatusCode;

/// Counts of answers by the first digit of their status. Copies count together.
#[derive(Debug, Clone, Default)]
pub struct Traffic(Arc<[AtomicU64; 5]>);

impl Traffic {
    /// Notes an answer.
    pub(super) fn note(&self, status: StatusCode) {
        let class = usize::from(status.as_u16() / 100);
        if let Some(count) = class.checked_sub(1).and_then(|class| self.0.get(class)) {
            count.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// How many there were of each class, by its name: `2xx`.
    pub(super) fn counts(&self) -> impl Iterator<Item = (String, u64)> {
        let counts = self.0.iter().enumerate();
        counts.map(|(class, count)| (format!("{}xx", class + 1), count.load(Ordering::Relaxed)))
    }
}
