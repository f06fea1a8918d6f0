//! `postduif.toml` as it is written, and turning it into what the rooms want.

use std::{
    collections::BTreeMap,
    fmt,
    num::NonZeroUsize,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use chrono_tz::Tz;
use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};
use url::Url;

use super::{
    Config, MailSettings, WebSettings,
    bucket::Bucket,
    chain::whole_chain,
    dkim::Dkim,
    redirects::redirects,
    relays::{WrittenRelay, routes},
    remark::Remark,
    throttle::WrittenThrottle,
    translate::Translate,
    webhooks::Webhooks,
};
use crate::{
    bounces::LONGEST_BASE,
    clock::parse_duration,
    delivery::Relay,
    diagnostic::nearest,
    lmtp,
    locale::{Locale, NotALocale},
    mail::{Mailbox, Sender},
    outbox::Uncertainty,
    posts::Slug,
    publication::{Author, CallToAction, Contact, Localized, Settings, SiteSettings, Theme},
    telemetry::LogFormat,
    translation::{
        LocaleSettings,
        gate::{Below, Gate, Trust},
    },
    workflows::{DigestSettings, Editor},
};

/// The file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    site: WrittenSite,
    #[serde(default)]
    authors: BTreeMap<String, Author>,
    locales: WrittenLocales,
    #[serde(default)]
    digest: WrittenDigest,
    #[serde(default)]
    editors: Vec<WrittenEditor>,
    #[serde(default)]
    mail: WrittenMail,
    #[serde(default)]
    web: WebSettings,
    #[serde(default)]
    store: WrittenStore,
    #[serde(default)]
    translate: Translate,
    #[serde(default)]
    bucket: Bucket,
    #[serde(default)]
    webhooks: Webhooks,
    #[serde(default)]
    log: WrittenLog,
    #[serde(default)]
    theme: Theme,
    #[serde(default)]
    redirects: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenSite {
    title: Localized,
    tagline: Option<Localized>,
    base_url: Url,
    id: Option<String>,
    source_locale: Locale,
    time_zone: Option<String>,
    contact: Option<Contact>,
    call_to_action: Option<CallToAction>,
    hub: Option<Url>,
    #[serde(default = "yes")]
    subscriptions: bool,
    #[serde(default = "public")]
    public: PathBuf,
}

fn yes() -> bool {
    true
}

fn public() -> PathBuf {
    PathBuf::from("public")
}

/// The tables `[locales.TAG]` in the order of the file, which is that of the language switcher.
struct WrittenLocales(Vec<(String, WrittenLocale)>);

impl<'de> Deserialize<'de> for WrittenLocales {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = WrittenLocales;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a table for each language, such as [locales.nl]")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<WrittenLocales, A::Error> {
                let mut locales = Vec::new();
                while let Some(locale) = map.next_entry()? {
                    locales.push(locale);
                }
                Ok(WrittenLocales(locales))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct WrittenLocale {
    name: Option<String>,
    chain: Vec<Locale>,
    gate: WrittenGate,
    edition: Option<bool>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct WrittenGate {
    coverage: Option<i64>,
    stale: Option<Trust>,
    machine: Option<Trust>,
    below: Option<Below>,
    wait_at_most: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct WrittenDigest {
    max_age: Option<String>,
    max_posts: Option<usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenEditor {
    address: String,
    locale: Option<Locale>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
struct WrittenStore {
    url: String,
}

impl Default for WrittenStore {
    fn default() -> Self {
        Self { url: "sqlite:data/postduif.db".to_owned() }
    }
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct WrittenLog {
    format: LogFormat,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
struct WrittenMail {
    from: String,
    reply_to: Option<String>,
    bounces: Option<String>,
    bounces_listen: Option<lmtp::Place>,
    relay: Option<Relay>,
    relays: Vec<WrittenRelay>,
    outbox: PathBuf,
    connections: NonZeroUsize,
    uncertain: Uncertainty,
    dkim: Option<Dkim>,
    throttle: WrittenThrottle,
}

/// Connections to a relay when the file does not say. Out of the box Postfix takes 50 from one client
/// (`smtpd_client_connection_count_limit`) and Exim 20 from all clients together (`smtp_accept_max`);
/// half of the smaller leaves others room. A relay that takes fewer says 421, and is asked for fewer.
const CONNECTIONS: NonZeroUsize = NonZeroUsize::new(10).expect("ten is not zero");

impl Default for WrittenMail {
    fn default() -> Self {
        Self {
            from: "Postduif <postduif@localhost.localdomain>".to_owned(),
            reply_to: None,
            bounces: None,
            bounces_listen: None,
            relay: None,
            relays: Vec::new(),
            outbox: PathBuf::from("outbox"),
            connections: CONNECTIONS,
            uncertain: Uncertainty::default(),
            dkim: None,
            throttle: WrittenThrottle::default(),
        }
    }
}

impl WrittenMail {
    fn into_settings(self) -> Result<MailSettings, Remark> {
        let sender = Sender {
            from: mailbox(&self.from, &["mail", "from"])?,
            reply_to: self.reply_to.as_deref().map(|text| mailbox(text, &["mail", "reply_to"])).transpose()?,
            bounces: self
                .bounces
                .as_deref()
                .map(|text| mailbox(text, &["mail", "bounces"]))
                .transpose()?
                .map(|mailbox| mailbox.address),
        };
        if sender.bounces.as_ref().is_some_and(|address| address.user().len() > LONGEST_BASE) {
            let message = "`mail.bounces` is too long: each mail has a number of its own in that address";
            let help = format!("let at most {LONGEST_BASE} letters stand before the @");
            return Err(Remark::new(&["mail", "bounces"], message, help));
        }
        let Self { relay, relays, outbox, connections, uncertain, dkim, throttle, bounces_listen, .. } = self;
        let relays = routes(relay, relays, connections)?;
        dkim.as_ref().map_or(Ok(()), Dkim::check)?;
        let throttle = Arc::new(throttle.into_throttle()?);
        Ok(MailSettings { sender, relays, outbox, uncertain, dkim, throttle, bounces_listen })
    }
}

fn duration(text: Option<&String>, keys: &[&str]) -> Result<Option<Duration>, Remark> {
    let Some(text) = text else { return Ok(None) };
    let wrong = || {
        let message = format!("`{}` is {text:?}, which is no length of time", keys.join("."));
        Remark::new(keys, message, "write a number and a unit: 90s, 15m, 6h, 60d")
    };
    parse_duration(text).map(Some).ok_or_else(wrong)
}

impl Written {
    pub(super) fn into_config(self, file: &Path) -> Result<Config, Remark> {
        let source = self.site.source_locale.clone();
        let mut base_url = self.site.base_url;
        if !matches!(base_url.scheme(), "http" | "https") || base_url.host_str().is_none() || base_url.query().is_some()
        {
            let message = format!("`site.base_url` is {base_url}, which is no web address");
            return Err(Remark::new(&["site", "base_url"], message, "write it in full: https://example.org/"));
        }
        if let Some(hub) = self.site.hub.as_ref().filter(|hub| !matches!(hub.scheme(), "http" | "https")) {
            let message = format!("`site.hub` is {hub}, which is no web address");
            return Err(Remark::new(&["site", "hub"], message, "write it in full: https://hub.example.org/"));
        }
        if !base_url.path().ends_with('/') {
            base_url.set_path(&format!("{}/", base_url.path()));
        }
        let (mut locales, mut chains) = (Vec::<LocaleSettings>::new(), Vec::new());
        for (tag, written) in self.locales.0 {
            chains.push((tag.clone(), written.chain.clone()));
            let settings = locale_settings(&tag, written, &source)?;
            if locales.iter().any(|other| other.locale == settings.locale) {
                let message = format!("`{}` is among the locales twice", settings.locale);
                return Err(Remark::new(&["locales", &tag], message, "take one of the tables out"));
            }
            locales.push(settings);
        }
        check_chains(&locales, &chains, &source)?;
        self.translate.check()?;
        self.bucket.check()?;
        if let Some(call) = &self.site.call_to_action {
            check_call(call)?;
        }
        check_authors(&self.authors)?;
        let editors = editors(self.editors, &locales, &source)?;
        if let Some(fault) = self.theme.fault() {
            return Err(Remark::new(&["theme", fault.key], fault.message, fault.help));
        }
        let has_id = self.site.id.is_some();
        let id = match self.site.id {
            Some(id) => feed_authority(id)?,
            None => format!("{},2026", base_url.host_str().unwrap_or("localhost")),
        };
        let set = |words: Localized| words.set(self.theme.punctuation, &source);
        let call_to_action = self.site.call_to_action.map(|call| CallToAction {
            title: set(call.title),
            text: call.text.map(set),
            label: set(call.label),
            ..call
        });
        let authors = self
            .authors
            .into_iter()
            .map(|(id, author)| (id, Author { role: author.role.map(set), about: author.about.map(set), ..author }));
        let authors = authors.collect();
        let (title, tagline) = (set(self.site.title), self.site.tagline.map(set));
        let site = SiteSettings {
            id,
            base_url,
            source,
            zone: time_zone(self.site.time_zone.as_deref())?,
            title,
            tagline,
            contact: self.site.contact,
            call_to_action,
            authors,
            hub: self.site.hub,
            redirects: redirects(self.redirects)?,
            subscriptions: self.site.subscriptions,
            theme: self.theme,
        };
        Ok(Config {
            file: file.to_owned(),
            root: file.parent().unwrap_or(Path::new("")).to_owned(),
            settings: Settings { site, locales },
            digest: self.digest.into_settings()?,
            editors,
            mail: self.mail.into_settings()?,
            web: self.web,
            store_url: self.store.url,
            translate: self.translate,
            bucket: self.bucket,
            webhooks: self.webhooks,
            log: self.log.format,
            public: self.site.public,
            has_id,
            named_files: Vec::new(),
        })
    }
}

impl WrittenDigest {
    fn into_settings(self) -> Result<DigestSettings, Remark> {
        let default = DigestSettings::default();
        if self.max_posts == Some(0) {
            let message = "`digest.max_posts` is 0: a digest without posts";
            return Err(Remark::new(&["digest", "max_posts"], message, "write a number from 1 on"));
        }
        Ok(DigestSettings {
            max_age: duration(self.max_age.as_ref(), &["digest", "max_age"])?.unwrap_or(default.max_age),
            max_posts: self.max_posts.unwrap_or(default.max_posts),
        })
    }
}

/// What a feed's ids may begin with: what RFC 4151 section 2.1 allows, as every feed reader keeps
/// these ids and none is to stumble over one.
fn feed_authority(id: String) -> Result<String, Remark> {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "-._@,".contains(c);
    if id.is_empty() || !id.chars().all(allowed) {
        let message = format!("`site.id` is {id:?}, in which something else than letters, digits and `-._@,` stands");
        return Err(Remark::new(&["site", "id"], message, "write a name that is yours and a year: example.org,2026"));
    }
    Ok(id)
}

/// Whether the button leads where a reader may safely go.
fn check_call(call: &CallToAction) -> Result<(), Remark> {
    let url = &call.url;
    let rooted = url.starts_with('/') && !url[1..].starts_with(['/', '\\']);
    let known = Url::parse(url).is_ok_and(|url| matches!(url.scheme(), "https" | "http" | "mailto" | "tel"));
    if rooted || known {
        return Ok(());
    }
    let message = format!("`site.call_to_action.url` is {url:?}, where no button can lead");
    let help = "begin it with https://, http://, mailto:, tel: or /";
    Err(Remark::new(&["site", "call_to_action", "url"], message, help))
}

/// Whether each author can have a page: the id is part of its address.
fn check_authors(authors: &BTreeMap<String, Author>) -> Result<(), Remark> {
    for (id, author) in authors {
        if id.parse::<Slug>().is_err() {
            let message = format!("the author `{id}` has an id that cannot be part of an address");
            return Err(Remark::new(
                &["authors", id.as_str()],
                message,
                "use lower-case letters a to z, digits and hyphens",
            ));
        }
        if author.website.as_ref().is_some_and(|url| !matches!(url.scheme(), "http" | "https")) {
            let message = format!("the website of `{id}` is no web address");
            return Err(Remark::new(&["authors", id.as_str(), "website"], message, "write it in full, from https://"));
        }
    }
    Ok(())
}

fn time_zone(name: Option<&str>) -> Result<Tz, Remark> {
    let Some(name) = name else { return Ok(Tz::UTC) };
    name.parse().map_err(|_| {
        let known = chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name());
        let meant = nearest(name, known).unwrap_or("Europe/Brussels");
        let message = format!("`site.time_zone` is {name:?}, which is no time zone");
        Remark::new(&["site", "time_zone"], message, format!("did you mean `{meant}`?"))
    })
}

/// Reads `Name <address>`, or an address alone.
fn mailbox(text: &str, keys: &[&str]) -> Result<Mailbox, Remark> {
    let (name, address) = match text.split_once('<') {
        Some((name, address)) => (name.trim().trim_matches('"'), address.trim().trim_end_matches('>')),
        None => ("", text.trim()),
    };
    let wrong = |_| {
        let message = format!("`{}` is {text:?}, which is no mailbox", keys.join("."));
        Remark::new(keys, message, "write it as `Name <name@example.org>`")
    };
    Ok(Mailbox { name: name.to_owned(), address: address.parse().map_err(wrong)? })
}

/// Who approves issues, each written to in one of the languages of the publication.
fn editors(written: Vec<WrittenEditor>, locales: &[LocaleSettings], source: &Locale) -> Result<Arc<[Editor]>, Remark> {
    if written.len() > MOST_EDITORS {
        let help = format!("name at most {MOST_EDITORS}, or the address of a list");
        return Err(Remark::new(&["editors"], "these are too many editors", help));
    }
    let editor = |WrittenEditor { address, locale }: WrittenEditor| {
        let locale = locale.unwrap_or_else(|| source.clone());
        if !locales.iter().any(|settings| settings.locale == locale) {
            let message = format!("an editor is to be written to in `{locale}`, which is none of the languages");
            return Err(Remark::new(&["editors"], message, "choose one of those that have a table [locales.TAG]"));
        }
        Ok(Editor { mailbox: mailbox(&address, &["editors"])?, locale })
    };
    written.into_iter().map(editor).collect()
}

/// The most editors: each gets a mail in every language for each issue that needs approval.
const MOST_EDITORS: usize = 20;

fn locale_settings(tag: &str, written: WrittenLocale, source: &Locale) -> Result<LocaleSettings, Remark> {
    let locale: Locale = tag.parse().map_err(|error: NotALocale| {
        Remark::new(&["locales", tag], error.to_string(), "correct the name of the table")
    })?;
    let chain = whole_chain(tag, &locale, written.chain, source)?;
    let default = Gate::default();
    let gate = Gate {
        coverage: written.gate.coverage.map_or(Ok(default.coverage), |percent| coverage(tag, percent))?,
        stale: written.gate.stale.unwrap_or(default.stale),
        machine: written.gate.machine.unwrap_or(default.machine),
        below: written.gate.below.unwrap_or(default.below),
        wait_at_most: duration(written.gate.wait_at_most.as_ref(), &["locales", tag, "gate", "wait_at_most"])?,
    };
    Ok(LocaleSettings { locale, autonym: written.name, chain, gate, edition: written.edition.unwrap_or(true) })
}

fn coverage(tag: &str, percent: i64) -> Result<u8, Remark> {
    u8::try_from(percent).ok().filter(|percent| *percent <= 100).ok_or_else(|| {
        let message = format!("`locales.{tag}.gate.coverage` is {percent}, which is no share in percent");
        Remark::new(&["locales", tag, "gate", "coverage"], message, "write a number from 0 to 100")
    })
}

/// Whether the source locale, and each that a chain names, is one of the publication's.
fn check_chains(locales: &[LocaleSettings], chains: &[(String, Vec<Locale>)], source: &Locale) -> Result<(), Remark> {
    let known = |locale: &Locale| locales.iter().any(|settings| settings.locale == *locale);
    if !known(source) {
        let message = format!("the source locale `{source}` is not among the locales");
        return Err(Remark::new(&["site", "source_locale"], message, format!("add a line [locales.{source}]")));
    }
    for (tag, chain) in chains {
        if let Some(place) = chain.iter().position(|locale| !known(locale)) {
            let unknown = &chain[place];
            let message = format!("the chain of `{tag}` names `{unknown}`, which is not among the locales");
            let tags = locales.iter().map(|settings| settings.locale.as_str()).filter(|known| known != tag);
            let help = nearest(unknown.as_str(), tags).map_or_else(
                || format!("add a line [locales.{unknown}], or take it out of the chain"),
                |meant| format!("did you mean `{meant}`?"),
            );
            return Err(Remark::new(&["locales", tag, "chain", &place.to_string()], message, help));
        }
    }
    Ok(())
}
