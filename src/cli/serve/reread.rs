//! When the configuration is read again: once its file has changed, and when SIGHUP says so.

use std::{mem, path::PathBuf, pin::pin, time::Duration};

use anyhow::Context as _;
use tokio::{
    signal::unix::{Signal, SignalKind, signal},
    time::sleep,
};

use crate::disk::Stamp;

/// How often the file is looked at. One that is the same at two looks is written to its end.
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// After this it is read again where what it said could not be followed, for a reason that passes.
const AGAIN_AFTER: Duration = Duration::from_secs(5);

/// Eyes on the configuration, and an ear for who says that it has changed.
pub(super) struct Rereads {
    file: PathBuf,
    /// As it was when it was read, and at the last look.
    read: Option<Stamp>,
    seen: Option<Stamp>,
    hangup: Signal,
    /// Whether what it says could not be followed for a reason that passes.
    is_due: bool,
}

impl Rereads {
    /// From here on SIGHUP ends nobody. What changes from now on is not missed.
    pub(super) fn of(file: PathBuf) -> anyhow::Result<Self> {
        let read = Stamp::of(&file);
        let hangup = signal(SignalKind::hangup()).context("cannot hear SIGHUP")?;
        Ok(Self { file, read, seen: read, hangup, is_due: false })
    }

    /// Lets it be read again in a moment.
    pub(super) fn try_again(&mut self) {
        self.is_due = true;
    }

    /// Waits until it is to be read again. A file that is gone is no new configuration, but for who asks for it.
    pub(super) async fn next(&mut self) {
        let again = if mem::take(&mut self.is_due) { AGAIN_AFTER } else { Duration::MAX };
        let mut again = pin!(sleep(again));
        loop {
            tokio::select! {
                () = &mut again => return,
                Some(()) = self.hangup.recv() => {
                    self.read = Stamp::of(&self.file);
                    return;
                }
                () = sleep(LOOK_EVERY) => {}
            }
            let before = mem::replace(&mut self.seen, Stamp::of(&self.file));
            if self.seen.is_some() && self.seen != self.read && self.seen == before {
                self.read = self.seen;
                return;
            }
        }
    }
}
