//! What the handlers work with: the publication as it is, the ledger, and the key of the tokens.

use std::{
    collections::{BTreeSet, HashMap},
    sync::{Arc, PoisonError, RwLock, mpsc},
    thread,
};

use axum::{
    http::StatusCode,
    response::{Html, IntoResponse, Response},
};
use chrono::TimeDelta;
use tokio::{
    sync::{Mutex, oneshot},
    task::spawn_blocking,
};

use super::{Intake, Proxies, apology::refuse, site::Current};
use crate::{
    clock::{Clock, Timestamp},
    digest::Composer,
    line::chain_of,
    locale::Locale,
    posts::Slug,
    publication::{self, Addresses},
    random::{self, Random},
    storage::{self, Store},
    subscribers::{
        Cadence, Purpose, Status, Subscriber, SubscriberEmail, SubscriberId, Token, TokenError, TokenKey,
        puzzle::{Puzzle, Solved},
    },
    templates::{Letter, Notice, NoticeForm, NoticeMail, NoticePage, Zones},
    workflows::{Content, ContentError, Moment, Workflow, load_workflows, webhook::Secret},
};

/// How old the publication in memory may be before it is read again.
const MAX_AGE: TimeDelta = TimeDelta::minutes(1);

/// Something to be made of the composed editions.
type Job = Box<dyn FnOnce(&Composer<'_>) + Send>;

/// What the handlers work with. Cheap to clone.
#[derive(Clone)]
pub struct Desk(Arc<Inner>);

struct Inner {
    content: Content,
    current: Current,
    store: Store,
    /// Another process may make a newer one.
    key: RwLock<TokenKey>,
    clock: Clock,
    random: Random,
    /// What a program has to know that asks for a run.
    hooks: Option<Secret>,
    /// Who is believed on for whom they ask.
    proxies: Proxies,
    /// What new subscribers are taken.
    intake: Intake,
    /// When it was last said that too many forms came.
    flooded: std::sync::Mutex<Option<Timestamp>>,
    /// The time zones, by the language that names them: they do not change while the program runs.
    zones: std::sync::Mutex<HashMap<Locale, Arc<Zones>>>,
    /// Where jobs are handed in, and since when its editions are composed.
    composing: Mutex<Option<(Timestamp, mpsc::Sender<Job>)>>,
    /// The same for whom old editions will do.
    composed: RwLock<Option<mpsc::Sender<Job>>>,
}

/// The digests that workflows send.
#[derive(Debug)]
pub(super) struct Digests {
    /// Their cadences; weekly, until there are any.
    pub(super) cadences: Vec<Cadence>,
    /// Whether one of them leaves at an hour of its reader's day.
    pub(super) at_local_hour: bool,
}

/// A page could not be made. The reader gets an apology, the operator a line in the log.
#[derive(Debug, thiserror::Error)]
pub(super) enum Error {
    /// The publication could not be loaded.
    #[error("cannot load the publication")]
    Content(#[from] ContentError),
    /// A page or mail could not be rendered.
    #[error("cannot render")]
    Render(#[from] publication::Error),
    /// The database failed.
    #[error("cannot use the database")]
    Storage(#[from] storage::Error),
    /// The workflows could not be read.
    #[error("cannot look up the workflows")]
    Workflows(#[from] crate::disk::Error),
    /// A task was stopped.
    #[error("cannot finish")]
    Task(#[from] tokio::task::JoinError),
    /// There is no thread to compose on.
    #[error("cannot start a thread")]
    Thread(#[from] std::io::Error),
    /// There is no chance to be had.
    #[error(transparent)]
    Random(#[from] random::Unavailable),
    /// The thread that composes broke down; the next request gets another.
    #[error("cannot finish: composing broke down")]
    Broken,
}

impl Error {
    /// Whether the same request may well succeed a little later: who asked for something by a program asks again.
    fn passes(&self) -> bool {
        match self {
            Self::Storage(error) | Self::Content(ContentError::Storage(error)) => {
                error.is_transient() || matches!(error, storage::Error::Full(_))
            }
            _ => false,
        }
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        tracing::error!(error = %chain_of(&self), "a request failed");
        match self.passes() {
            true => refuse(StatusCode::SERVICE_UNAVAILABLE, Notice::Busy),
            false => refuse(StatusCode::INTERNAL_SERVER_ERROR, Notice::Failure),
        }
    }
}

impl Desk {
    /// A desk for one publication.
    pub fn new(content: Content, store: Store, key: TokenKey, clock: Clock, random: Random) -> Self {
        let current = Current::new(content.public.clone());
        let key = RwLock::new(key);
        Self(Arc::new(Inner {
            content,
            current,
            store,
            key,
            clock,
            random,
            hooks: None,
            proxies: Proxies::default(),
            intake: Intake::default(),
            flooded: std::sync::Mutex::default(),
            zones: std::sync::Mutex::default(),
            composing: Mutex::default(),
            composed: RwLock::default(),
        }))
    }

    /// The same, open to programs that know a secret. To be said before the desk is shared.
    #[must_use]
    pub fn open_to(mut self, secret: Option<Secret>) -> Self {
        if let Some(inner) = Arc::get_mut(&mut self.0) {
            inner.hooks = secret;
        }
        self
    }

    /// The same behind these proxies, and not only those on this machine. To be said before the desk is shared.
    #[must_use]
    pub fn behind(mut self, proxies: Proxies) -> Self {
        if let Some(inner) = Arc::get_mut(&mut self.0) {
            inner.proxies = proxies;
        }
        self
    }

    /// The same with another word on who may subscribe. To be said before the desk is shared.
    #[must_use]
    pub fn taking(mut self, intake: Intake) -> Self {
        if let Some(inner) = Arc::get_mut(&mut self.0) {
            inner.intake = intake;
        }
        self
    }

    /// What new subscribers are taken.
    pub(super) fn intake(&self) -> Intake {
        self.0.intake
    }

    /// Whether too many forms came for the first time in a while: it is said once.
    pub(super) fn is_first_flood(&self, within: TimeDelta) -> bool {
        let now = self.now();
        let mut flooded = self.0.flooded.lock().unwrap_or_else(PoisonError::into_inner);
        let is_first = flooded.is_none_or(|since| now - since >= within);
        if is_first {
            *flooded = Some(now);
        }
        is_first
    }

    /// Who is believed on for whom they ask.
    pub(super) fn proxies(&self) -> &Proxies {
        &self.0.proxies
    }

    /// What a program has to know that asks for a run; none: nobody may.
    pub(super) fn hooks(&self) -> Option<&Secret> {
        self.0.hooks.as_ref()
    }

    /// The published site.
    pub(super) fn current(&self) -> &Current {
        &self.0.current
    }

    /// The ledger.
    pub(super) fn store(&self) -> &Store {
        &self.0.store
    }

    /// The publication's folder and rules.
    pub(super) fn content(&self) -> &Content {
        &self.0.content
    }

    /// Where the links of pages lead.
    pub(super) fn links(&self) -> Addresses {
        Addresses::on_site(&self.content().settings.site.base_url)
    }

    /// The time.
    pub(super) fn now(&self) -> Timestamp {
        self.0.clock.now()
    }

    fn key(&self) -> TokenKey {
        self.0.key.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Reads a token of the given purpose; the notice says what is wrong with it. One that nobody seems
    /// to have signed may be of a key that is newer than this process.
    pub(super) async fn verify(&self, token: &str, purpose: Purpose) -> Result<Result<Token, Notice>, Error> {
        let mut read = self.key().verify(token, self.now());
        if read == Err(TokenError::Invalid) {
            let key = self.store().current_token_key().await?;
            read = key.verify(token, self.now());
            if read != Err(TokenError::Invalid) {
                *self.0.key.write().unwrap_or_else(PoisonError::into_inner) = key;
            }
        }
        Ok(match read {
            Ok(token) if token.purpose == purpose => Ok(token),
            Err(TokenError::Expired) if purpose == Purpose::Address => Err(Notice::WishLapsed),
            Err(TokenError::Expired) => Err(Notice::LinkExpired),
            _ => Err(Notice::LinkInvalid),
        })
    }

    /// A token of our own.
    pub(super) fn sign(&self, purpose: Purpose, subscriber: SubscriberId) -> String {
        self.key().sign(&Token { purpose, subscriber, issued_at: self.now() })
    }

    /// A puzzle of our own.
    pub(super) fn set_puzzle(&self) -> Result<Puzzle, Error> {
        Ok(Puzzle::set(&self.key(), self.0.random.bytes()?, self.now()))
    }

    /// The puzzle that was answered, if it was, and rightly.
    pub(super) fn check_puzzle(&self, answer: &str) -> Option<Solved> {
        Puzzle::check(&self.key(), answer, self.now())
    }

    /// Whose link this is, and what it says; or the page that says that it is nobody's.
    pub(super) async fn bearer_of(
        &self,
        token: &str,
        purpose: Purpose,
    ) -> Result<Result<(Token, Subscriber), Response>, Error> {
        let notice = match self.verify(token, purpose).await? {
            Ok(read) => match self.store().subscriber(read.subscriber).await? {
                Some(subscriber) => return Ok(Ok((read, subscriber))),
                None => Notice::LinkExpired,
            },
            Err(notice) => notice,
        };
        Ok(Err(refuse(StatusCode::NOT_FOUND, notice)))
    }

    /// The same, for whom it does not matter when the link was made.
    pub(super) async fn bearer(&self, token: &str, purpose: Purpose) -> Result<Result<Subscriber, Response>, Error> {
        Ok(self.bearer_of(token, purpose).await?.map(|(_, subscriber)| subscriber))
    }

    /// Writes to somebody who subscribes already and asks for it again, if they do.
    pub(super) async fn remind(&self, address: &SubscriberEmail) -> Result<(), Error> {
        let known = self.store().subscriber_by_email(address).await?;
        if let Some(known) = known.filter(|known| known.status == Status::Active) {
            let letter = self.compose(move |composer| composer.compose_letter(&known.locale, Letter::Known)).await?;
            self.store().remind(known.id, &letter, self.now()).await?;
        }
        Ok(())
    }

    /// The locales that have pages.
    pub(super) fn editions(&self) -> Vec<Locale> {
        let locales = self.content().settings.locales.iter().filter(|settings| settings.edition);
        locales.map(|settings| settings.locale.clone()).collect()
    }

    /// The digests that workflows send now.
    pub(super) async fn digests(&self) -> Result<Digests, Error> {
        let (content, now) = (self.content().clone(), self.now());
        let (workflows, _) = spawn_blocking(move || load_workflows(&content.root, &content.settings, now)).await??;
        let on = workflows.iter().filter(|workflow| workflow.enabled);
        let steps: Vec<_> = on.filter_map(Workflow::digest_step).collect();
        let mut cadences: BTreeSet<Cadence> = steps.iter().map(|digest| digest.cadence).collect();
        if cadences.is_empty() {
            cadences.insert(Cadence::Weekly);
        }
        let at_local_hour = steps.iter().any(|digest| digest.at.is_some());
        Ok(Digests { cadences: cadences.into_iter().collect(), at_local_hour })
    }

    /// The time zones as a language names them.
    pub(super) fn zones(&self, locale: &Locale) -> Arc<Zones> {
        let mut zones = self.0.zones.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(zones.entry(locale.clone()).or_insert_with(|| Arc::new(Zones::new(locale))))
    }

    /// Where to hand in jobs for a publication that is not older than [`MAX_AGE`].
    async fn composing(&self) -> Result<mpsc::Sender<Job>, Error> {
        let now = self.now();
        // Held while it is read: who comes meanwhile waits for it, and does not read it again.
        let mut composing = self.0.composing.lock().await;
        if let Some((since, jobs)) = &*composing
            && now - *since < MAX_AGE
        {
            return Ok(jobs.clone());
        }
        let jobs = lend(self.content().look(self.store(), now).await?)?;
        *composing = Some((now, jobs.clone()));
        *self.0.composed.write().unwrap_or_else(PoisonError::into_inner) = Some(jobs.clone());
        Ok(jobs)
    }

    /// Makes something of the publication's pages, off the threads that answer requests.
    pub(super) async fn compose<T: Send + 'static>(
        &self,
        make: impl FnOnce(&Composer<'_>) -> Result<T, publication::Error> + Send + 'static,
    ) -> Result<T, Error> {
        match hand_in(&self.composing().await?, make).await {
            Err(Error::Broken) => {
                *self.0.composing.lock().await = None;
                Err(Error::Broken)
            }
            made => made,
        }
    }

    /// The page for somebody who has left, from where they see what is held about them.
    pub(super) async fn farewell(&self, locale: &Locale, data_url: String) -> Result<Response, Error> {
        let locale = self.content().settings.edition_of(locale).clone();
        let page = NoticePage { data_url: Some(data_url), ..NoticePage::new(Notice::Unsubscribed, None) };
        Ok(Html(self.compose(show(locale, page)).await?).into_response())
    }

    /// The page that says that a text is not there in a language, and leads to it in those in which it is.
    pub(super) async fn not_yet(&self, locale: &Locale, slug: Slug, there: Vec<Locale>) -> Result<Response, Error> {
        let locale = self.content().settings.edition_of(locale).clone();
        let make = move |composer: &Composer<'_>| {
            let settings = composer.publication.settings.locale(&locale);
            let settings = settings.ok_or_else(|| publication::Error::UnknownLocale(locale.clone()))?;
            let languages = composer.pages().languages_of(settings, &slug, &there);
            show(locale, NoticePage { languages, ..NoticePage::new(Notice::NotYet, None) })(composer)
        };
        Ok((StatusCode::NOT_FOUND, Html(self.compose(make).await?)).into_response())
    }

    /// The page that asks whether these mails may leave.
    pub(super) async fn ask_for_approval(
        &self,
        locale: Locale,
        action: String,
        mails: Vec<NoticeMail>,
    ) -> Result<Response, Error> {
        let page =
            NoticePage { mails, ..NoticePage::new(Notice::Approve, Some(NoticeForm { action, fields: Vec::new() })) };
        Ok(Html(self.compose(show(locale, page)).await?).into_response())
    }

    /// A page that says one thing in a language, with a button if it asks.
    pub(super) async fn notice(
        &self,
        status: StatusCode,
        locale: &Locale,
        notice: Notice,
        action: Option<String>,
    ) -> Result<Response, Error> {
        let make = self.say(locale, notice, action);
        Ok((status, Html(self.compose(make).await?)).into_response())
    }

    /// The same of what is in memory: if something cannot be read, that may be what there is to say.
    pub(super) async fn notice_from_memory(
        &self,
        status: StatusCode,
        locale: &Locale,
        notice: Notice,
    ) -> Result<Response, Error> {
        let composed = self.0.composed.read().unwrap_or_else(PoisonError::into_inner).clone();
        let page = match composed {
            Some(jobs) => hand_in(&jobs, self.say(locale, notice, None)).await.ok(),
            None => None,
        };
        match page {
            Some(page) => Ok((status, Html(page)).into_response()),
            None => self.notice(status, locale, notice, None).await,
        }
    }

    /// What makes a page that says one thing.
    fn say(
        &self,
        locale: &Locale,
        notice: Notice,
        action: Option<String>,
    ) -> impl FnOnce(&Composer<'_>) -> Result<String, publication::Error> + Send + 'static + use<> {
        let locale = self.content().settings.edition_of(locale).clone();
        // The answer speaks the language of the question, also where the link turns out to be nobody's.
        let form = action.map(|action| NoticeForm { action, fields: vec![("locale".to_owned(), locale.to_string())] });
        show(locale, NoticePage::new(notice, form))
    }
}

/// What makes a page that says one thing.
fn show(
    locale: Locale,
    page: NoticePage,
) -> impl FnOnce(&Composer<'_>) -> Result<String, publication::Error> + Send + 'static {
    move |composer| {
        let settings = composer.publication.settings.locale(&locale);
        let settings = settings.ok_or_else(|| publication::Error::UnknownLocale(locale.clone()))?;
        Ok(composer.publication.templates.render_notice_page(&composer.pages().site(settings), &page)?)
    }
}

/// Has something made of composed editions.
async fn hand_in<T: Send + 'static>(
    jobs: &mpsc::Sender<Job>,
    make: impl FnOnce(&Composer<'_>) -> Result<T, publication::Error> + Send + 'static,
) -> Result<T, Error> {
    let (answer, made) = oneshot::channel();
    let job = move |composer: &Composer<'_>| drop(answer.send(make(composer)));
    let handed_in = jobs.send(Box::new(job)).is_ok();
    match made.await {
        Ok(made) if handed_in => Ok(made?),
        _ => Err(Error::Broken),
    }
}

/// Composes the editions once, on a thread that keeps them and lends them to one job after another:
/// they borrow from their publication, so that they cannot be kept without it. The thread ends with
/// the last sender.
fn lend(moment: Moment) -> Result<mpsc::Sender<Job>, Error> {
    let (jobs, handed_in) = mpsc::channel::<Job>();
    let work = move || {
        let composer = moment.composer();
        for job in handed_in {
            job(&composer);
        }
    };
    thread::Builder::new().name("compose".to_owned()).spawn(work)?;
    Ok(jobs)
}
