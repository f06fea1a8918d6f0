//! `postduif.toml` as it is written, and turning it into what the rooms want.

use std::{collections::BTreeMap, num::NonZeroUsize, path::PathBuf, time::Duration};

use chrono_tz::Tz;
use serde::Deserialize;
use toml::Value;
use url::Url;

use super::{Config, MailSettings, WebSettings, translate::Translate};
use crate::{
    delivery::Relay,
    diagnostic::nearest,
    locale::{Locale, NotALocale},
    mail::{Mailbox, Sender},
    outbox::Uncertainty,
    publication::{Author, CallToAction, Contact, Localized, Settings, SiteSettings},
    telemetry::LogFormat,
    translation::{
        LocaleSettings,
        gate::{Below, Gate},
    },
    workflows::{DigestSettings, parse_duration, unknown_key_help},
};

/// The file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    site: WrittenSite,
    #[serde(default)]
    authors: BTreeMap<String, Author>,
    locales: toml::map::Map<String, Value>,
    #[serde(default)]
    digest: WrittenDigest,
    #[serde(default)]
    mail: WrittenMail,
    #[serde(default)]
    web: WebSettings,
    #[serde(default)]
    store: WrittenStore,
    #[serde(default)]
    translate: Translate,
    #[serde(default)]
    log: WrittenLog,
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
    #[serde(default = "public")]
    public: PathBuf,
}

fn public() -> PathBuf {
    PathBuf::from("public")
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
    coverage: Option<u8>,
    stale: Option<bool>,
    machine: Option<bool>,
    below: Option<WrittenBelow>,
    wait_at_most: Option<String>,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum WrittenBelow {
    Hide,
    Fallback,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct WrittenDigest {
    max_age: Option<String>,
    max_posts: Option<usize>,
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
    relay: Option<Relay>,
    outbox: PathBuf,
    connections: NonZeroUsize,
    uncertain: Uncertainty,
}

/// Connections to a relay when the file does not say: what a small server takes without complaint.
const CONNECTIONS: NonZeroUsize = NonZeroUsize::new(4).expect("four is not zero");

impl Default for WrittenMail {
    fn default() -> Self {
        Self {
            from: "Postduif <postduif@localhost.localdomain>".to_owned(),
            reply_to: None,
            bounces: None,
            relay: None,
            outbox: PathBuf::from("outbox"),
            connections: CONNECTIONS,
            uncertain: Uncertainty::default(),
        }
    }
}

impl WrittenMail {
    fn into_settings(self) -> Result<MailSettings, Remark> {
        let sender = Sender {
            from: mailbox(&self.from, "from")?,
            reply_to: self.reply_to.as_deref().map(|text| mailbox(text, "reply_to")).transpose()?,
            bounces: self
                .bounces
                .as_deref()
                .map(|text| mailbox(text, "bounces"))
                .transpose()?
                .map(|mailbox| mailbox.address),
        };
        let Self { relay, outbox, connections, uncertain, .. } = self;
        Ok(MailSettings { sender, relay, outbox, connections, uncertain })
    }
}

/// What is wrong, and what to do about it.
pub(super) type Remark = (String, String);

fn duration(text: Option<&String>, key: &str) -> Result<Option<Duration>, Remark> {
    let Some(text) = text else { return Ok(None) };
    let wrong = || {
        (
            format!("`{key}` is {text:?}, which is no length of time"),
            "write a number and a unit: 90s, 15m, 6h, 60d".to_owned(),
        )
    };
    parse_duration(text).map(Some).ok_or_else(wrong)
}

impl Written {
    pub(super) fn into_config(self, root: PathBuf) -> Result<Config, Remark> {
        let source = self.site.source_locale.clone();
        let mut base_url = self.site.base_url;
        if !matches!(base_url.scheme(), "http" | "https") || base_url.host_str().is_none() || base_url.query().is_some()
        {
            return Err((
                format!("`site.base_url` is {base_url}, which is no web address"),
                "write it in full: https://example.org/".to_owned(),
            ));
        }
        if !base_url.path().ends_with('/') {
            base_url.set_path(&format!("{}/", base_url.path()));
        }
        let mut locales = Vec::new();
        for (tag, value) in self.locales {
            locales.push(locale_settings(&tag, value, &source)?);
        }
        check_chains(&locales, &source)?;
        self.translate.check()?;
        let max_age = duration(self.digest.max_age.as_ref(), "digest.max_age")?;
        let digest = DigestSettings {
            max_age: max_age.unwrap_or(DigestSettings::default().max_age),
            max_posts: self.digest.max_posts.unwrap_or(DigestSettings::default().max_posts).max(1),
        };
        let id = self.site.id.unwrap_or_else(|| format!("{},2026", base_url.host_str().unwrap_or("localhost")));
        let site = SiteSettings {
            id,
            base_url,
            source,
            zone: time_zone(self.site.time_zone.as_deref())?,
            title: self.site.title,
            tagline: self.site.tagline,
            contact: self.site.contact,
            call_to_action: self.site.call_to_action,
            authors: self.authors,
            hub: self.site.hub,
        };
        Ok(Config {
            root,
            settings: Settings { site, locales },
            digest,
            mail: self.mail.into_settings()?,
            web: self.web,
            store_url: self.store.url,
            translate: self.translate,
            log: self.log.format,
            public: self.site.public,
        })
    }
}

fn time_zone(name: Option<&str>) -> Result<Tz, Remark> {
    let Some(name) = name else { return Ok(Tz::UTC) };
    name.parse().map_err(|_| {
        let known = chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name());
        let meant = nearest(name, known).unwrap_or("Europe/Brussels");
        (format!("`site.time_zone` is {name:?}, which is no time zone"), format!("did you mean `{meant}`?"))
    })
}

/// Reads `Name <address>`, or an address alone.
fn mailbox(text: &str, key: &str) -> Result<Mailbox, Remark> {
    let (name, address) = match text.split_once('<') {
        Some((name, address)) => (name.trim().trim_matches('"'), address.trim().trim_end_matches('>')),
        None => ("", text.trim()),
    };
    let wrong = |_| {
        (format!("`mail.{key}` is {text:?}, which is no mailbox"), "write it as `Name <name@example.org>`".to_owned())
    };
    Ok(Mailbox { name: name.to_owned(), address: address.parse().map_err(wrong)? })
}

fn locale_settings(tag: &str, value: Value, source: &Locale) -> Result<LocaleSettings, Remark> {
    let locale: Locale =
        tag.parse().map_err(|error: NotALocale| (error.to_string(), "correct the name of the table".to_owned()))?;
    let written: WrittenLocale = value.try_into().map_err(|error: toml::de::Error| {
        (format!("[locales.{tag}]: {}", error.message().trim()), unknown_key_help(error.message()))
    })?;
    let mut chain = vec![locale.clone()];
    for next in written.chain.into_iter().chain([source.clone()]) {
        if !chain.contains(&next) {
            chain.push(next);
        }
    }
    let default = Gate::default();
    let gate = Gate {
        coverage: written.gate.coverage.unwrap_or(default.coverage).min(100),
        stale: written.gate.stale.unwrap_or(default.stale),
        machine: written.gate.machine.unwrap_or(default.machine),
        below: match written.gate.below {
            Some(WrittenBelow::Fallback) => Below::Fallback,
            Some(WrittenBelow::Hide) => Below::Hide,
            None => default.below,
        },
        wait_at_most: duration(written.gate.wait_at_most.as_ref(), "wait_at_most")?,
    };
    Ok(LocaleSettings { locale, autonym: written.name, chain, gate, edition: written.edition.unwrap_or(true) })
}

fn check_chains(locales: &[LocaleSettings], source: &Locale) -> Result<(), Remark> {
    let known = |locale: &Locale| locales.iter().any(|settings| settings.locale == *locale);
    if !known(source) {
        let help = format!("add a line [locales.{source}]");
        return Err((format!("the source locale `{source}` is not among the locales"), help));
    }
    for settings in locales {
        if let Some(unknown) = settings.chain.iter().find(|locale| !known(locale)) {
            let message =
                format!("the chain of `{}` names `{unknown}`, which is not among the locales", settings.locale);
            return Err((message, format!("add a line [locales.{unknown}], or take it out of the chain")));
        }
    }
    Ok(())
}
