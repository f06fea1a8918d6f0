//! What the machine has to be like: its clock, its disk, and who may read what.

use std::path::Path;

use chrono::TimeDelta;

use super::Finding;
use crate::clock::Timestamp;

/// A clock may be this far behind what was written before without anybody noticing.
const TOLERANCE: TimeDelta = TimeDelta::minutes(2);

/// Below this there may be no room for the next issue: 100,000 deliveries take some 30 MB, and SQLite's log as
/// much again.
const LITTLE_ROOM: u64 = 500 * 1024 * 1024;

/// Below this nothing can be relied upon.
const NO_ROOM: u64 = 50 * 1024 * 1024;

/// Whether the clock was set back: the ledger knows a later time.
pub fn judge_clock(now: Timestamp, latest: Option<Timestamp>) -> Finding {
    match latest {
        Some(latest) if latest > now + TOLERANCE => {
            let message =
                format!("the clock says {}, and something happened at {}", now.to_rfc3339(), latest.to_rfc3339());
            Finding::wrong("clock", message).remedy("set the clock: `timedatectl set-ntp true`")
        }
        _ => Finding::good("clock", format!("it is {}", now.to_rfc3339())),
    }
}

/// Whether there is room on a disk.
pub fn judge_room(folder: &Path, free: u64) -> Finding {
    let message = format!("{} MiB are free for {}", free / (1024 * 1024), folder.display());
    match free {
        0..NO_ROOM => Finding::wrong("disk", message).remedy("make room, or nothing can be recorded"),
        NO_ROOM..LITTLE_ROOM => Finding::doubtful("disk", message).remedy("make room before the next issue"),
        _ => Finding::good("disk", message),
    }
}

/// Whether a file that holds a secret is closed to others; `mode` is its permissions, `others` those that nobody
/// else may have.
pub fn judge_secret(file: &Path, mode: u32, others: u32) -> Finding {
    let path = file.display();
    if mode & others == 0 {
        return Finding::good("permissions", format!("{path} is closed to others"));
    }
    let change = if others & 0o070 == 0 { "o-rwx" } else { "go-rwx" };
    Finding::doubtful("permissions", format!("others on this machine may read {path}"))
        .remedy(format!("chmod {change} {path}"))
}

/// Whether a folder can be written to; `error` says why not.
pub fn judge_writable(folder: &Path, error: Option<&std::io::Error>) -> Finding {
    let path = folder.display();
    match error {
        None => Finding::good("permissions", format!("{path} can be written to")),
        Some(error) => Finding::wrong("permissions", format!("{path} cannot be written to: {error}"))
            .remedy(format!("chown the folder to whoever runs postduif: `chown -R postduif: {path}`")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::Standing;

    #[test]
    fn a_clock_that_was_set_back_is_seen() {
        let at = |seconds| Timestamp::UNIX_EPOCH + TimeDelta::seconds(seconds);
        assert_eq!(judge_clock(at(1_000), None).standing, Standing::Good);
        assert_eq!(judge_clock(at(1_000), Some(at(1_060))).standing, Standing::Good);
        assert_eq!(judge_clock(at(1_000), Some(at(1_200))).standing, Standing::Wrong);
    }

    #[test]
    fn a_disk_has_room_and_a_secret_is_closed() {
        let path = Path::new("data");
        for (free, standing) in [(1, Standing::Wrong), (NO_ROOM, Standing::Doubtful), (LITTLE_ROOM, Standing::Good)] {
            assert_eq!(judge_room(path, free).standing, standing);
        }
        assert_eq!(judge_secret(path, 0o100_600, 0o077).standing, Standing::Good);
        assert_eq!(judge_secret(path, 0o100_640, 0o007).standing, Standing::Good);
        let open = judge_secret(path, 0o100_644, 0o077);
        assert_eq!((open.standing, open.remedy.as_deref()), (Standing::Doubtful, Some("chmod go-rwx data")));
    }
}
