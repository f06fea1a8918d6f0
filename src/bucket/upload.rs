//! Bringing a published site to its bucket.

use std::{
    fmt,
    fs::{self, File},
    io,
    path::Path,
};

use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use object_store::{
    Attribute, Attributes, ObjectStore as _, ObjectStoreExt as _, PutOptions, PutPayload, path::Path as Location,
};
use tokio::task::{JoinError, spawn_blocking};

use super::{
    Bucket,
    listing::{CHANGES, LIST, Listing},
    order::{Plan, mark},
};
use crate::{
    diagnostic::count,
    disk,
    fingerprint::Fingerprint,
    publication::{Manifest, SiteFile, cache_control, content_type},
};

/// The file beside the site that is locked by whoever uploads it.
const LOCK: &str = ".postduif-upload";

/// How many objects are on their way at once: enough to hide the way there and back, and no crowd for a small service.
const AT_ONCE: usize = 8;

/// How often what is done is written down at most, while a whole site goes up.
const MOST_NOTES: usize = 16;

/// No note is written for less.
const LEAST_FOR_A_NOTE: usize = 32;

/// How often one begins anew because the site was published again meanwhile.
const MOST_BEGINNINGS: usize = 5;

/// What was done.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Uploaded {
    /// Where the site is now.
    pub target: String,
    /// Objects that were new or had changed.
    pub written: usize,
    /// Objects that no longer belonged.
    pub removed: usize,
}

impl fmt::Display for Uploaded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} written, {} removed", self.target, count(self.written, "object"), self.removed)
    }
}

/// The site could not be brought to its bucket. What went up before is kept, and not sent again.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// What is configured makes no way to a bucket.
    #[error("cannot use the bucket that is configured")]
    Settings(#[source] Box<object_store::Error>),
    /// TLS could not be set up.
    #[error("cannot set up TLS for the bucket")]
    Client(#[source] reqwest::Error),
    /// The other side refused, or could not be reached.
    #[error("cannot {verb} {object}: {remedy}")]
    Object {
        /// What was asked for.
        verb: &'static str,
        /// The object, with its bucket.
        object: String,
        /// What to do about it.
        remedy: &'static str,
        /// What was answered.
        #[source]
        source: Box<object_store::Error>,
    },
    /// The site could not be read.
    #[error("cannot read the site")]
    Disk(#[from] disk::Error),
    /// It was published again and again meanwhile.
    #[error("cannot upload the site, which changes all the time: publish once more when that is over")]
    Restless,
    /// A task was stopped.
    #[error("cannot finish: a task ended early")]
    Task(#[from] JoinError),
}

impl Error {
    /// Whether the same thing may work later: the service was away, or somebody was publishing.
    pub fn is_transient(&self) -> bool {
        match self {
            Self::Object { source, .. } => matches!(**source, object_store::Error::Generic { .. }),
            Self::Restless => true,
            Self::Settings(_) | Self::Client(_) | Self::Disk(_) | Self::Task(_) => false,
        }
    }
}

/// One attempt came to its end.
enum Ended {
    /// The bucket holds the site.
    Done,
    /// The site is another one by now.
    Outdated,
}

impl Bucket {
    /// Where it is, as it is commonly written.
    pub fn target(&self) -> String {
        format!("s3://{}/{}", self.name, self.prefix)
    }

    /// Makes the bucket hold the site that is published in a folder. Only what differs goes up. Waits while another
    /// process does the same.
    ///
    /// # Errors
    /// When the folder cannot be read, or the bucket refuses or cannot be reached. Readers may then see some pages of
    /// the new site and some of the old, whose pictures and styles are all there; the next upload goes on from there.
    pub async fn upload(&self, public: &Path) -> Result<Uploaded, Error> {
        let folder = public.to_owned();
        let _turn = spawn_blocking(move || take_turn(&folder)).await??;
        let mut uploaded = Uploaded { target: self.target(), ..Uploaded::default() };
        for _ in 0..MOST_BEGINNINGS {
            if matches!(self.bring(public, &mut uploaded).await?, Ended::Done) {
                return Ok(uploaded);
            }
        }
        Err(Error::Restless)
    }

    async fn bring(&self, public: &Path, uploaded: &mut Uploaded) -> Result<Ended, Error> {
        let folder = public.to_owned();
        let site = spawn_blocking(move || Manifest::load(&folder)).await??;
        let changes = self.read(CHANGES).await?;
        let was_left_unfinished = changes.is_some();
        let mut changes = changes.unwrap_or_default();
        let there = self.read(LIST).await?.unwrap_or_default();
        let plan = Plan::between(&there.clone().after(changes.clone()), &site);
        if plan.is_empty() && !was_left_unfinished {
            return Ok(Ended::Done);
        }
        changes.0.extend(plan.in_doubt());
        self.write(CHANGES, &changes).await?;
        let step = (plan.count() / MOST_NOTES).max(LEAST_FOR_A_NOTE);
        let mut unsaid = 0;
        for some in plan.parts.iter().flat_map(|part| part.chunks(step)) {
            let sends: Vec<_> = some.iter().map(|path| self.send(public, path, site.get(path))).collect();
            let sent: Vec<_> = stream::iter(sends).buffer_unordered(AT_ONCE).try_collect().await?;
            let done: Vec<_> = sent.into_iter().flatten().collect();
            uploaded.written += done.len();
            unsaid += done.len();
            let is_outdated = done.len() < some.len();
            changes.0.extend(done);
            if is_outdated {
                self.write(CHANGES, &changes).await?;
                return Ok(Ended::Outdated);
            }
            if unsaid >= LEAST_FOR_A_NOTE {
                self.write(CHANGES, &changes).await?;
                unsaid = 0;
            }
        }
        self.remove(&plan.gone).await?;
        uploaded.removed += plan.gone.len();
        let mut now = there.after(changes);
        now.0.retain(|path, _| site.get(path).is_some());
        self.write(LIST, &now).await?;
        self.remove(&[CHANGES.to_owned()]).await?;
        Ok(Ended::Done)
    }

    /// Sends a file of the site, unless it is another one by now. Gives the line on it in the list.
    async fn send(
        &self,
        public: &Path,
        path: &str,
        file: Option<&SiteFile>,
    ) -> Result<Option<(String, Option<Fingerprint>)>, Error> {
        let (there, print) = (public.join(path), file.map(|file| file.print));
        let bytes = spawn_blocking(move || disk::read_if_there(&there)).await??;
        let Some((bytes, print)) = bytes.zip(print).filter(|(bytes, print)| Fingerprint::of(bytes) == *print) else {
            return Ok(None);
        };
        self.put(path, bytes, content_type(path), cache_control(path)).await?;
        Ok(Some((path.to_owned(), Some(mark(path, print)))))
    }

    async fn read(&self, name: &str) -> Result<Option<Listing>, Error> {
        let got = match self.store.get(&self.location(name)?).await {
            Ok(got) => got.bytes().await,
            Err(error) => Err(error),
        };
        match got {
            Ok(bytes) => Ok(Some(Listing::parse(&String::from_utf8_lossy(&bytes)))),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(self.refused("read", name, error)),
        }
    }

    async fn write(&self, name: &str, listing: &Listing) -> Result<(), Error> {
        self.put(name, listing.render().into_bytes(), "text/plain; charset=utf-8", "no-store").await
    }

    async fn put(&self, path: &str, bytes: Vec<u8>, kind: &'static str, age: &'static str) -> Result<(), Error> {
        let attributes = [(Attribute::ContentType, kind), (Attribute::CacheControl, age)];
        let options = PutOptions { attributes: Attributes::from_iter(attributes), ..PutOptions::default() };
        let sent = self.store.put_opts(&self.location(path)?, PutPayload::from(bytes), options).await;
        sent.map(drop).map_err(|error| self.refused("write", path, error))
    }

    async fn remove(&self, paths: &[String]) -> Result<(), Error> {
        let locations: Vec<_> = paths.iter().map(|path| self.location(path)).collect::<Result<_, _>>()?;
        let mut removed = self.store.delete_stream(stream::iter(locations).map(Ok).boxed());
        for path in paths {
            match removed.next().await {
                None => break,
                // What is not there any more need not be removed.
                Some(Ok(_) | Err(object_store::Error::NotFound { .. })) => {}
                Some(Err(error)) => return Err(self.refused("remove", path, error)),
            }
        }
        Ok(())
    }

    fn location(&self, path: &str) -> Result<Location, Error> {
        let whole = format!("{}{path}", self.prefix);
        Location::parse(&whole).map_err(|source| self.refused("name", path, source.into()))
    }

    fn refused(&self, verb: &'static str, path: &str, source: object_store::Error) -> Error {
        let remedy = match &source {
            object_store::Error::NotFound { .. } => "make the bucket, or correct `bucket.name`",
            object_store::Error::PermissionDenied { .. } => {
                "correct `bucket.key_id` and the key, or let that key list, read, write and delete objects there"
            }
            object_store::Error::Unauthenticated { .. } => "correct `bucket.key_id` and the key",
            object_store::Error::Generic { .. } => {
                "see whether `bucket.endpoint` and `bucket.region` are right, and publish once more when it is there again"
            }
            _ => "give the file another name",
        };
        Error::Object { verb, object: format!("{}{path}", self.target()), remedy, source: Box::new(source) }
    }
}

/// Waits until no other process uploads the site, and keeps others waiting as long as the file is open.
fn take_turn(public: &Path) -> Result<File, disk::Error> {
    let path = public.join(LOCK);
    let open = || File::options().create(true).truncate(false).write(true).read(true).open(&path);
    let lock = match open() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => fs::create_dir_all(public).and_then(|()| open()),
        opened => opened,
    };
    let locked = lock.and_then(|lock| lock.lock().map(|()| lock));
    locked.map_err(disk::Error::new("lock", &path))
}
