//! A small publication in a folder of its own, driven through the program's edges.
//!
//! Its clock is set by hand, its randomness is seeded, its relay is a memory that fails when it
//! is told to, and its database is its own: SQLite, and PostgreSQL too where there is a server.
//! Posts and translations are those of `tests/fixtures/publication`.

pub(crate) mod browser;
pub(crate) mod daemon;
pub(crate) mod folder;
mod ledger;
mod loopback;
mod mail;
mod program;
mod web;

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use axum::Router;
use chrono::TimeDelta;
use postduif::{
    clock::{Clock, Timestamp},
    config::Config,
    delivery::{Composer, Memory, Transport, Worker},
    digest::Start,
    locale::Locale,
    random::Random,
    storage::Store,
    subscribers::{Cadence, NewSubscriber, Status, Subscriber, Topics},
    templates::Days,
    web::Desk,
    workflows::{Content, Published, RunReport, Runner, Workflow, load_workflows},
};
use tempfile::TempDir;
use tokio_util::sync::CancellationToken;

use crate::databases;

pub(crate) use loopback::Loopback;
pub(crate) use mail::{Received, addresses};
pub(crate) use program::{Ended, postduif, program};
pub(crate) use web::Answer;

/// When every story begins: a Friday at eight in the morning in Brussels, when the digest is due.
/// Three posts of the publication are out by then, and one comes eleven days later.
pub(crate) const MORNING: &str = "2026-10-09T06:00:00Z";

/// What signs webhooks, those that come and those that go.
pub(crate) const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

/// A reader of each language, and one whose language has no pages of its own.
pub(crate) const READERS: [(&str, &str); 6] = [
    ("an@lezers.example", "nl"),
    ("bo@lezers.example", "fr"),
    ("cas@lezers.example", "en"),
    ("dirk@lezers.example", "de"),
    ("emna@lezers.example", "ar"),
    ("fien@lezers.example", "fr-BE"),
];

/// The publication's address, which its links begin with.
pub(crate) const ADDRESS: &str = "https://moestuin.example";

/// A publication and its readers.
pub(crate) struct Publication {
    pub(crate) clock: Clock,
    pub(crate) relay: Memory,
    pub(crate) store: Store,
    pub(crate) content: Content,
    pub(crate) random: Random,
    pub(crate) database: String,
    config: Config,
    router: Router,
    read_mails: AtomicUsize,
    folder: TempDir,
}

/// Tells a story of the small publication on each database.
pub(crate) fn on_each_database(story: impl AsyncFn(&Publication)) {
    databases::on_each_database(async |database| {
        let publication = Publication::open(database.store.clone(), database.url(), &[]).await;
        story(&publication).await;
    });
}

/// Tells a story of the small publication on SQLite, for what has nothing to do with databases.
pub(crate) fn tell(story: impl AsyncFnOnce(Publication)) {
    tell_with(&[], story);
}

/// The same with other words in `postduif.toml`: pairs of what it says and what it is to say.
pub(crate) fn tell_with(changes: &[(&str, &str)], story: impl AsyncFnOnce(Publication)) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("postduif.db").display());
        let store = Store::open(&url).await.unwrap();
        // Where nothing is optimized, a long story fills the stack of a test.
        Box::pin(story(Publication::open(store.clone(), &url, changes).await)).await;
        store.close().await;
    });
}

/// A folder or file below `tests/fixtures`.
pub(crate) fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

/// Copies a folder with everything in it.
pub(crate) fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

impl Publication {
    async fn open(store: Store, url: &str, changes: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy_folder(&fixture("publication"), folder.path());
        let file = folder.path().join("postduif.toml");
        for (from, to) in changes {
            let text = fs::read_to_string(&file).unwrap();
            assert_eq!(text.matches(from).count(), 1, "postduif.toml says {from:?} once");
            fs::write(&file, text.replace(from, to)).unwrap();
        }
        let config = Config::load(&file, []).unwrap();
        let content = config.content();
        let (clock, random) = (Clock::manual(MORNING.parse().unwrap()), Random::seeded(7));
        let key = store.token_key(&random).await.unwrap();
        let desk = Desk::new(content.clone(), store.clone(), key, clock.clone(), random.clone());
        Self {
            clock,
            relay: Memory::new(),
            store,
            content,
            random,
            database: url.to_owned(),
            router: {
                let desk = desk
                    .open_to(Some(SECRET.parse().unwrap()))
                    .behind(config.web.trusted_proxies.clone())
                    .taking(config.web.intake());
                postduif::web::router(desk)
            },
            config,
            read_mails: AtomicUsize::new(0),
            folder,
        }
    }

    /// What the web works with, as another process has it.
    pub(crate) async fn desk(&self) -> Desk {
        let key = self.store.token_key(&self.random).await.unwrap();
        Desk::new(self.content.clone(), self.store.clone(), key, self.clock.clone(), self.random.clone())
    }

    /// The publication's folder.
    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    /// The text of a file.
    pub(crate) fn read(&self, file: &str) -> String {
        fs::read_to_string(self.root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    /// Whether a file or folder is there.
    pub(crate) fn has(&self, file: &str) -> bool {
        self.root().join(file).exists()
    }

    /// Writes a file, and the folders it lies in.
    pub(crate) fn write(&self, file: &str, text: impl AsRef<[u8]>) {
        let path = self.root().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Replaces the one place in a file that says `from`.
    pub(crate) fn edit(&self, file: &str, from: &str, to: &str) {
        let text = self.read(file);
        assert_eq!(text.matches(from).count(), 1, "{file} says {from:?} once");
        self.write(file, text.replace(from, to));
    }

    /// Removes a file.
    pub(crate) fn remove(&self, file: &str) {
        fs::remove_file(self.root().join(file)).unwrap();
    }

    /// Completes what a translator is asked for: `# todo ID =` below the Dutch text `nl`.
    pub(crate) fn translate(&self, locale: &str, post: &str, nl: &str, text: &str) {
        let file = format!("locales/{locale}/posts/{post}.ftl");
        let ftl = self.read(&file);
        let asked = ftl.lines().skip_while(|line| *line != format!("# nl: {nl}"));
        let todo = asked.skip(1).find(|line| line.starts_with("# todo ")).unwrap();
        self.edit(&file, &format!("{todo}\n"), &format!("{todo} {text}\n"));
    }

    /// Translates "De regenton vullen", which the fixture has in Dutch and English only, into French.
    pub(crate) async fn translate_the_rain_barrel(&self) {
        for (nl, fr) in [
            ("De regenton vullen", "Remplir le tonneau"),
            ("Eén bui is goed voor een maand gieten.", "Une averse suffit pour un mois d’arrosage."),
            ("Hang de ton onder de regenpijp en leg er een deksel op.", "Placez le tonneau sous la descente."),
            ("Een ton van tweehonderd liter is na één bui vol.", "Deux cents litres sont pleins après une averse."),
        ] {
            self.translate("fr", "regenton", nl, fr);
        }
        self.sync().await;
    }

    /// Moves the clock.
    pub(crate) fn wait(&self, time: TimeDelta) {
        self.clock.advance(time);
    }

    /// Moves the clock to the next digest.
    pub(crate) fn wait_a_week(&self) {
        self.wait(TimeDelta::weeks(1));
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Brings the posts into the locale files; nothing may be wrong with them.
    pub(crate) async fn sync(&self) {
        assert_eq!(self.content.sync().await.unwrap().diagnostics, []);
    }

    /// Releases and writes what is ready.
    pub(crate) async fn publish(&self) -> Published {
        self.content.publish(&self.store, self.now()).await.unwrap()
    }

    /// A workflow of the publication.
    pub(crate) fn workflow(&self, name: &str) -> Workflow {
        let (workflows, found) = load_workflows(self.root(), &self.config.settings, self.now()).unwrap();
        workflows.into_iter().find(|workflow| workflow.name.as_str() == name).unwrap_or_else(|| panic!("{found:?}"))
    }

    /// Runs a workflow for the slot that is now.
    pub(crate) async fn run(&self, name: &str) -> RunReport {
        self.runner().await.run(&self.workflow(name), self.now()).await.unwrap().expect("the slot is free")
    }

    /// Runs the weekly digest and gives the mails that arrived, by address.
    pub(crate) async fn digest(&self) -> Vec<Received> {
        self.run("weekly-digest").await;
        self.new_mails()
    }

    /// Delivers what is due now, and gives the mails that arrived, by address.
    pub(crate) async fn deliver(&self) -> Vec<Received> {
        self.runner().await.worker.deliver_until_settled().await.unwrap();
        self.new_mails()
    }

    /// The mails that arrived since the last time somebody asked, by address.
    pub(crate) fn new_mails(&self) -> Vec<Received> {
        let all = self.relay.mails();
        let read = self.read_mails.swap(all.len(), Ordering::Relaxed);
        let mut new: Vec<_> = all[read..].iter().map(Received::parse).collect();
        new.sort_by(|a, b| a.to.cmp(&b.to));
        new
    }

    /// What runs workflows, as the program puts it together, but for the relay.
    pub(crate) async fn runner(&self) -> Runner {
        self.runner_on(self.store.clone()).await
    }

    /// The same on another way into the database, as a new process has it.
    pub(crate) async fn runner_on(&self, store: Store) -> Runner {
        let Config { settings, mail, .. } = &self.config;
        let title = |locale: &Locale| {
            let chain = &settings.locale(locale).unwrap().chain;
            (locale.clone(), settings.site.title.text(locale, chain).text)
        };
        let edition = |locale: &Locale| (locale.clone(), settings.edition_of(locale).clone());
        let days = |locale: &Locale| Days::new(locale, settings.site.zone);
        let composer = Composer {
            sender: mail.sender.clone(),
            titles: settings.locales.iter().map(|settings| title(&settings.locale)).collect(),
            editions: settings.locales.iter().map(|settings| edition(&settings.locale)).collect(),
            days: settings.locales.iter().map(|one| (one.locale.clone(), days(&one.locale))).collect(),
            base: settings.site.base_url.clone(),
            publication_id: store.publication_id(&self.random).await.unwrap(),
            key: store.token_key(&self.random).await.unwrap(),
            signer: self.config.signer().unwrap(),
        };
        let worker = Worker {
            store: store.clone(),
            transport: Transport::Memory(self.relay.clone()),
            composer: Arc::new(composer),
            policy: mail.uncertain,
            throttle: Arc::clone(&mail.throttle),
            clock: self.clock.clone(),
            random: self.random.clone(),
            presence: self.is_on_one_machine().then(|| self.root().join("data/workers")),
            tally: postduif::delivery::Tally::default(),
            stop: CancellationToken::new(),
        };
        Runner {
            delivers: true,
            content: self.content.clone(),
            store,
            worker,
            interpreter: None,
            editors: Arc::clone(&self.config.editors),
            signs: Some(SECRET.parse().unwrap()),
            clock: self.clock.clone(),
        }
    }

    /// Whether the database is a file, so that what a killed worker held is free at once.
    pub(crate) fn is_on_one_machine(&self) -> bool {
        self.database.starts_with("sqlite:")
    }

    /// Adds a reader of everything, weekly and from now on.
    pub(crate) async fn join(&self, email: &str, locale: &str) -> Subscriber {
        self.join_from(email, locale, Start::Head).await
    }

    /// Adds a reader of everything, weekly, from a place among the releases.
    pub(crate) async fn join_from(&self, email: &str, locale: &str, start: Start) -> Subscriber {
        let new = NewSubscriber {
            email: email.parse().unwrap(),
            locale: locale.parse().unwrap(),
            cadence: Cadence::Weekly,
            topics: Topics::default(),
            name: None,
            status: Status::Active,
            time_zone: None,
        };
        let standings = self.content.standings(&self.store, self.now()).await.unwrap();
        self.store.add_subscriber(&new, start, &standings, self.now()).await.unwrap();
        self.subscriber(email).await.unwrap()
    }

    /// What is stored about a reader.
    pub(crate) async fn subscriber(&self, email: &str) -> Option<Subscriber> {
        self.store.subscriber_by_email(&email.parse().unwrap()).await.unwrap()
    }
}
