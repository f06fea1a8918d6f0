//! `postduif restore [FILE]`: a copy of the database in the place of the one that was lost, and nothing sent twice.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    io::Read as _,
    path::{Path, PathBuf},
};

use anyhow::Context as _;

use super::{
    Ended, Setup,
    backup::{beside, put},
    report::{complain, say},
    serve::DAEMON,
};
use crate::{
    delivery::Presence,
    diagnostic::count,
    disk,
    storage::{Settled, Store, Tidemark},
};

/// What every database of this program has gone through.
const FIRST_STEP: &str = "0001_first";

/// With this every file of SQLite begins.
const MAGIC: &[u8] = b"SQLite format 3\0";

/// The arguments of `restore`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The copy, as `backup` made it; without one, the database is where it belongs already
    file: Option<PathBuf>,
    /// Nothing was sent or published since the copy was made: go on where it stops
    #[arg(long)]
    as_unsent: bool,
    /// The copy is of another database than this folder worked with, and takes its place
    #[arg(long)]
    other: bool,
}

pub(super) async fn run(setup: &Setup, arguments: &Arguments) -> anyhow::Result<Ended> {
    let place = setup.config.database_file();
    let workers = place.as_ref().map(|place| place.with_extension("workers"));
    let alone = workers.as_deref().map(|workers| Presence::claim(workers, DAEMON)).transpose();
    let alone = alone.context("cannot see whether anybody works with the database")?;
    let is_used = workers.as_deref().is_some_and(|workers| Presence::anybody_but(workers, DAEMON).unwrap_or(true));
    if matches!(alone, Some(None)) || is_used {
        complain!("error: a `postduif serve` or `run` works with this database; end it first");
        return Ok(Ended::ToFix);
    }
    let store = match (&arguments.file, &place) {
        (None, _) => setup.open().await?,
        (Some(file), Some(_)) if !file.is_file() => {
            complain!("error: there is no file {}", file.display());
            return Ok(Ended::ToFix);
        }
        (Some(file), Some(place)) => {
            let aside = beside(place);
            let copy = copy_checked(file, &aside).await?;
            let known = known_here(setup, place).await?;
            if !arguments.other && !known.is_empty() && !known.contains(copy.store()) {
                clear(&aside)?;
                complain_of_another(file, &copy, &known);
                return Ok(Ended::ToFix);
            }
            if let Some(kept) = keep(place).await? {
                say!("what was there is now {}", kept.display())?;
            }
            put(&aside, place)?;
            setup.open().await?
        }
        (Some(_), None) => {
            complain!("error: the database is a PostgreSQL server's, which its own tools put back");
            complain!("help: pg_restore --clean --dbname=\"$POSTDUIF_STORE__URL\" FILE, then `postduif restore` alone");
            return Ok(Ended::ToFix);
        }
    };
    let now = setup.clock.now();
    if arguments.as_unsent {
        say!("the database goes on where it stops")?;
    } else {
        tell(store.settle_restored(now).await?)?;
    }
    store.raise_tide(now).await?;
    setup.note_tide(&store).await?;
    Ok(Ended::Fine)
}

fn tell(settled: Settled) -> anyhow::Result<()> {
    say!("nothing is sent that may have left since the copy was made:")?;
    say!("  {} held, as they may have arrived", count(settled.held, "mail"))?;
    say!("  {} ended", count(settled.runs, "begun run"))?;
    say!("  {} taken to have all posts released until then", count(settled.served, "reader"))?;
    say!("  posts that the next publishing finds to be out already go into no digest")?;
    say!("Who subscribed, left or changed something since then is not in it.")?;
    Ok(say!("Where surely nothing was sent or published: the same again with --as-unsent.")?)
}

/// The databases that this publication is known to work with: those that its folder has seen, and the one that is there.
async fn known_here(setup: &Setup, place: &Path) -> anyhow::Result<BTreeSet<String>> {
    let mut known = setup.fence().stores()?;
    let url = format!("sqlite:{}", place.display());
    // One that is damaged says nothing, and one of an older version is left as it is.
    if matches!(Store::steps_to_come(&url).await.as_deref(), Ok([]))
        && let Ok(store) = Store::open(&url).await
    {
        known.extend(store.tidemark().await.map(|tidemark| tidemark.store().to_owned()));
        store.close().await;
    }
    Ok(known)
}

fn complain_of_another(file: &Path, copy: &Tidemark, known: &BTreeSet<String>) {
    let known: Vec<_> = known.iter().map(String::as_str).collect();
    let (file, known) = (file.display(), known.join(", "));
    complain!("error: {file} is a copy of the database {}, and this folder worked with {known}", copy.store());
    complain!("help: restore it into the folder of its own publication, or say --other if it is to be the one here");
}

/// Copies a backup to `aside`, if it is one that this program can use, and says of which database it is.
async fn copy_checked(file: &Path, aside: &Path) -> anyhow::Result<Tidemark> {
    clear(aside)?;
    let copied = async {
        // A copy of something else may be long, and the disk small.
        anyhow::ensure!(begins_as_sqlite(file)?, "it is no database of postduif");
        fs::copy(file, aside)?;
        // Who copied the files of a database by hand has its last changes in a second one.
        let log = |database: &Path| PathBuf::from([database.as_os_str(), "-wal".as_ref()].join("".as_ref()));
        if log(file).is_file() {
            fs::copy(log(file), log(aside))?;
        }
        let url = format!("sqlite:{}", aside.display());
        anyhow::ensure!(!Store::steps_to_come(&url).await?.contains(&FIRST_STEP), "it is no database of postduif");
        let store = Store::open(&url).await?;
        let whole = async { store.look_over().await.and(store.tidemark().await) }.await;
        store.close().await;
        Ok(whole?)
    };
    let copied = copied.await.with_context(|| format!("cannot put {} back", file.display()));
    if copied.is_err() {
        clear(aside)?;
    }
    copied
}

/// Whether a file begins as those of SQLite do (sqlite.org/fileformat.html, section 1.3.1).
fn begins_as_sqlite(file: &Path) -> std::io::Result<bool> {
    let mut head = Vec::new();
    File::open(file)?.take(MAGIC.len() as u64).read_to_end(&mut head)?;
    Ok(head == MAGIC)
}

/// Keeps the database that is there under another name, and gives that; none if there is none. It stays in its place
/// until another is put over it, so that there is always one; its log does not: beside another file it would be
/// taken for that one's.
async fn keep(place: &Path) -> anyhow::Result<Option<PathBuf>> {
    if !place.exists() {
        return Ok(None);
    }
    // Whoever opens and closes it writes the log into it; one that is damaged keeps its log.
    let _ = Store::steps_to_come(&format!("sqlite:{}", place.display())).await;
    let kept = (1..).map(|number: u32| place.with_extension(format!("replaced-{number}")));
    let kept = kept.into_iter().find(|kept| !disk::is_there(kept)).unwrap_or_default();
    let move_away = || {
        for (log, kept) in logs(place).iter().zip(logs(&kept)).filter(|(log, _)| log.exists()) {
            fs::rename(log, kept)?;
        }
        fs::hard_link(place, &kept).or_else(|_| fs::copy(place, &kept).map(drop))
    };
    move_away().with_context(|| format!("cannot keep {}", place.display()))?;
    Ok(Some(kept))
}

/// Removes a SQLite file and what stands beside it.
fn clear(file: &Path) -> Result<(), disk::Error> {
    logs(file).iter().try_for_each(|log| disk::remove_if_there(log))?;
    disk::remove_if_there(file)
}

/// The log of a SQLite file, and the log's index.
fn logs(file: &Path) -> [PathBuf; 2] {
    ["-wal", "-shm"].map(|end| PathBuf::from(format!("{}{end}", file.display())))
}
