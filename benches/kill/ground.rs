//! What the ledger stands on, and what can be taken from under it: a database server, or the room on a disk.

use std::{os::unix::fs::symlink, path::Path, thread, time::Duration};

use crate::{
    disk::SmallDisk,
    measure::{option, word},
    server::Server,
};

/// For so long it is away: some mails are on their way, and everybody notices.
const AWAY: Duration = Duration::from_secs(2);

/// A disk with room for the ledger of some ten thousand readers.
const MEGABYTES: usize = 64;

/// Where the ledger is.
pub(crate) struct Ground {
    place: Place,
    /// How often it is to be taken away.
    times: u64,
    /// How often it was.
    pub(crate) shaken: u64,
}

enum Place {
    /// SQLite in the folder of the publication.
    Folder,
    /// A server that is somebody else's.
    Elsewhere(String),
    /// A server of ours.
    Server(Server),
    /// SQLite on a disk of its own.
    Disk(SmallDisk),
}

impl Ground {
    /// As the arguments say, for a publication in `root`.
    pub(crate) fn choose(root: &Path) -> Self {
        let (crashes, full) = (option("--crashes", 0), option("--full", 0));
        let place = if crashes > 0 {
            Place::Server(Server::start().expect("PostgreSQL is installed (Debian: postgresql)"))
        } else if full > 0 {
            let disk = SmallDisk::mount(MEGABYTES).expect("a disk can be mounted, which root may");
            symlink(disk.path(), root.join("data")).unwrap();
            Place::Disk(disk)
        } else {
            word("--store").map_or(Place::Folder, Place::Elsewhere)
        };
        Self { place, times: crashes + full, shaken: 0 }
    }

    /// The database, if it is not the usual one.
    pub(crate) fn url(&self) -> Option<String> {
        match &self.place {
            Place::Folder | Place::Disk(_) => None,
            Place::Elsewhere(url) => Some(url.clone()),
            Place::Server(server) => Some(server.url()),
        }
    }

    /// Takes it away for a moment if it is time for that, spread evenly over the kills.
    pub(crate) fn shake_if_due(&mut self, killed: u64, kills: u64) {
        if self.shaken * kills > killed * self.times || self.shaken == self.times {
            return;
        }
        self.shaken += 1;
        match &mut self.place {
            Place::Folder | Place::Elsewhere(_) => {}
            Place::Server(server) => {
                server.crash();
                thread::sleep(AWAY);
                server.run();
            }
            Place::Disk(disk) => {
                disk.fill();
                thread::sleep(AWAY);
                disk.make_room();
            }
        }
    }
}
