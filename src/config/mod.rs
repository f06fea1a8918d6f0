//! Configuration: `postduif.toml`, overridden by the environment, overridden by flags.
//!
//! `POSTDUIF_SECTION__KEY` sets `key` in `[section]`: `POSTDUIF_MAIL__RELAY=smtp://127.0.0.1:2525`.
//! A key that ends in `_file` gives the value of the key without it from a file, for secrets.

mod environment;
mod bucket;
mod chain;
mod dkim;
mod exposed;
mod feed_ids;
mod place;
mod redirects;
mod relays;
mod remark;
mod secrets;
mod throttle;
mod translate;
mod webhooks;
mod words;
mod written;

use std::{
    collections::BTreeMap,
    fs,
    net::SocketAddr,
    num::NonZeroU32,
    path::{Path, PathBuf},
    sync::Arc,
};

use serde::Deserialize;
use toml::{Table, Value};

use self::{
    bucket::Bucket,
    dkim::Dkim,
    environment::{Merged, keys_of, override_key},
    place::place_of,
    remark::Remark,
    secrets::written_secret,
    translate::Translate,
    webhooks::Webhooks,
    written::Written,
};
use crate::{
    bucket::Settings as BucketSettings,
    delivery::Route,
    diagnostic::{Diagnostic, position, toml_error},
    lmtp,
    machine::{self, Provider},
    mail::{Sender, Signer},
    outbox::{Uncertainty, throttle::Throttle},
    publication::{Kept, Settings},
    telemetry::LogFormat,
    web::{Intake, Proxies, Subscribing},
    workflows::{Content, DigestSettings, Editor, Problems},
};

/// What environment variables begin with.
const PREFIX: &str = "POSTDUIF_";

/// Everything that can be set.
#[derive(Debug, Clone)]
pub struct Config {
    /// The file that says it.
    pub file: PathBuf,
    /// The publication's folder: where that file is.
    pub root: PathBuf,
    /// The publication and its languages.
    pub settings: Settings,
    /// What goes into digests.
    pub digest: DigestSettings,
    /// How mail leaves.
    pub mail: MailSettings,
    /// Where the site is served.
    pub web: WebSettings,
    /// The address of the database.
    pub store_url: String,
    /// Which translation service there is.
    pub translate: Translate,
    /// The object storage that the site is brought to.
    pub bucket: Bucket,
    /// Who approves issues, and is told what was done.
    pub editors: Arc<[Editor]>,
    /// What signs requests that come and go.
    pub webhooks: Webhooks,
    /// How log lines are written.
    pub log: LogFormat,
    /// Where the site is written.
    pub public: PathBuf,
    /// Whether the id of its feeds is written down.
    has_id: bool,
    /// Files from which the environment takes values.
    named_files: Vec<PathBuf>,
}

/// How mail leaves.
#[derive(Debug, Clone)]
pub struct MailSettings {
    /// Who it is from, and where answers and bounces go.
    pub sender: Sender,
    /// Where it is handed over; nowhere: mail is written to a folder.
    pub relays: Vec<Route>,
    /// That folder.
    pub outbox: PathBuf,
    /// What happens to a mail whose answer was lost.
    pub uncertain: Uncertainty,
    /// Which keys sign it; none: it is left to the relay.
    pub dkim: Option<Dkim>,
    /// How fast it leaves.
    pub throttle: Arc<Throttle>,
    /// Where mail servers hand in what comes back; none: it is read by `postduif bounce`.
    pub bounces_listen: Option<lmtp::Place>,
}

/// Where the site is served.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct WebSettings {
    /// For readers.
    pub listen: SocketAddr,
    /// For operators: health. Not to be reached from outside.
    pub operations: SocketAddr,
    /// The proxies that are believed on for whom they ask.
    pub trusted_proxies: Proxies,
    /// Whether new subscribers are taken.
    pub subscribe: Subscribing,
    /// The most forms in an hour.
    pub subscribe_per_hour: NonZeroU32,
}

impl WebSettings {
    /// What new subscribers are taken.
    pub fn intake(&self) -> Intake {
        Intake { subscribing: self.subscribe, per_hour: self.subscribe_per_hour }
    }
}

impl Default for WebSettings {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            operations: SocketAddr::from(([127, 0, 0, 1], 8081)),
            trusted_proxies: Proxies::default(),
            subscribe: Subscribing::default(),
            subscribe_per_hour: Intake::default().per_hour,
        }
    }
}

/// The configuration could not be used.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file could not be read.
    #[error("cannot read {path}", path = path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Why not.
        #[source]
        source: std::io::Error,
    },
    /// Something in it is wrong.
    #[error("the configuration is wrong")]
    Wrong(Box<Diagnostic>),
}

impl Config {
    /// Reads the file at `path` and applies `environment` (names with their values) to it.
    ///
    /// # Errors
    /// When the file cannot be read, or says something that cannot be used.
    pub fn load(path: &Path, environment: impl IntoIterator<Item = (String, String)>) -> Result<Self, Error> {
        let read =
            |path: &Path| fs::read_to_string(path).map_err(|source| Error::Read { path: path.to_owned(), source });
        let text = read(path)?;
        let wrong = |error: &toml::de::Error| {
            let (line, column) = error.span().map_or((1, 1), |span| position(&text, span.start));
            let (message, help) = toml_error(error.message(), "postduif.toml");
            Error::Wrong(Box::new(Diagnostic::error(name_of(path), "bad-config", message).at(line, column).help(help)))
        };
        if let Some((table, key, at)) = written_secret(&text) {
            let (line, column) = position(&text, at);
            let message = "a secret does not belong into this file, which is copied and committed";
            let found = Diagnostic::error(name_of(path), "written-key", message).at(line, column);
            let name = format!("{PREFIX}{table}__{key}").to_uppercase();
            let help = format!("set {name}, or put it into a file of its own and name that with `{key}_file`");
            return Err(Error::Wrong(Box::new(found.help(help))));
        }
        // The file by itself first: only then do mistakes know where they stand.
        let written: Written = toml::from_str(&text).map_err(|error| wrong(&error))?;
        let overrides: BTreeMap<String, String> =
            environment.into_iter().filter(|(name, _)| name.starts_with(PREFIX) && name.contains("__")).collect();
        let written = if overrides.is_empty() {
            written
        } else {
            let mut table: Table = toml::from_str(&text).map_err(|error| wrong(&error))?;
            for (name, value) in &overrides {
                override_key(&mut table, name, value, &read)?;
            }
            Written::deserialize(Merged(Value::Table(table))).map_err(|error| {
                let message =
                    format!("with the environment applied: {}", toml_error(error.message(), "postduif.toml").0);
                let names = overrides.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
                let found = Diagnostic::error(name_of(path), "bad-config", message);
                Error::Wrong(Box::new(found.help(format!("look at {names}"))))
            })?
        };
        let config = written.into_config(path).map_err(|Remark { keys, message, help }| {
            let found = Diagnostic::error(name_of(path), "bad-config", message);
            let (line, column) = place_of(&text, &keys);
            Error::Wrong(Box::new(match overrides.keys().find(|name| keys_of(name) == keys) {
                Some(name) => found.help(format!("look at {name}; {help}")),
                None => found.at(line, column).help(help),
            }))
        })?;
        let files = overrides.iter().filter(|(name, _)| name.ends_with("_FILE"));
        Ok(Self { named_files: files.map(|(_, file)| PathBuf::from(file)).collect(), ..config })
    }

    /// The translation service to ask, or none; `provider` is the one that the command line names.
    ///
    /// # Errors
    /// When what is configured cannot be used.
    pub fn translation_service(&self, provider: Option<Provider>) -> Result<Option<machine::Settings>, Error> {
        self.translate.settings(provider, &self.root).map_err(|remark| self.wrong(remark))
    }

    /// The bucket that the site is brought to, or none where its folder is all there is.
    ///
    /// # Errors
    /// When what is configured cannot be used.
    pub fn bucket(&self) -> Result<Option<BucketSettings>, Error> {
        self.bucket.settings(&self.root).map_err(|remark| self.wrong(remark))
    }

    /// What signs mail, or none where that is left to the relay.
    ///
    /// # Errors
    /// When a key cannot be read or used.
    pub fn signer(&self) -> Result<Option<Signer>, Error> {
        let Some(dkim) = &self.mail.dkim else { return Ok(None) };
        let signer = dkim.signer(self.mail.sender.from.address.domain(), &self.root);
        signer.map(Some).map_err(|remark| self.wrong(remark))
    }

    /// What is wrong with the keys that sign mail, where they are: who writes and translates has none.
    pub fn check_signer(&self) -> Option<Diagnostic> {
        let are_here = self.mail.dkim.iter().flat_map(|dkim| dkim.files()).all(|file| self.path(file).exists());
        match self.signer() {
            Err(Error::Wrong(found)) if are_here => Some(*found),
            _ => None,
        }
    }

    /// What only turned out when it was to be used, at its place in the file.
    fn wrong(&self, Remark { keys, message, help }: Remark) -> Error {
        let text = fs::read_to_string(&self.file).unwrap_or_default();
        let (line, column) = place_of(&text, &keys);
        let found = Diagnostic::error(name_of(&self.file), "bad-config", message).at(line, column);
        Error::Wrong(Box::new(found.help(help)))
    }

    /// A path of the configuration, which is relative to the publication's folder.
    pub fn path(&self, relative: &Path) -> PathBuf {
        self.root.join(relative)
    }

    /// The file of the database, when it is one.
    pub fn database_file(&self) -> Option<PathBuf> {
        self.store_address().strip_prefix("sqlite:").map(PathBuf::from)
    }

    /// The publication's folder and rules, without a way into its bucket: few commands need the key.
    pub fn content(&self) -> Content {
        Content {
            root: self.root.clone(),
            public: self.path(&self.public),
            settings: Arc::new(self.settings.clone()),
            digest: self.digest,
            bucket: None,
            publishing: Arc::default(),
            problems: Problems::default(),
            kept: Some(Kept::default()),
        }
    }

    /// The database's address with the path of an SQLite file made relative to the publication's folder.
    pub fn store_address(&self) -> String {
        match self.store_url.strip_prefix("sqlite:") {
            Some(path) if !Path::new(path).is_absolute() && !path.starts_with("//") && path != ":memory:" => {
                format!("sqlite:{}", self.root.join(path).display())
            }
            _ => self.store_url.clone(),
        }
    }
}

/// The name by which people know the configuration, where it is spoken of.
pub(crate) fn name_of(path: &Path) -> &Path {
    path.file_name().map_or(path, Path::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str =
        "[site]\ntitle = \"T\"\nbase_url = \"http://t.example\"\nsource_locale = \"nl\"\n[locales.nl]\n[locales.fr]\n";

    fn load(text: &str, environment: &[(&str, &str)]) -> Result<Config, Diagnostic> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("postduif.toml");
        fs::write(&file, text).unwrap();
        let environment = environment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Config::load(&file, environment).map_err(|error| match error {
            Error::Wrong(found) => *found,
            Error::Read { .. } => panic!("{error}"),
        })
    }

    #[test]
    fn the_environment_overrides_the_file_and_a_secret_may_come_from_a_file_of_its_own() {
        let secret = tempfile::NamedTempFile::new().unwrap();
        fs::write(secret.path(), "smtp://user:secret@127.0.0.1:2525\n").unwrap();
        let relay = ("POSTDUIF_MAIL__RELAY_FILE", secret.path().to_str().unwrap());
        let config = load(GOOD, &[relay, ("POSTDUIF_MAIL__CONNECTIONS", "9"), ("POSTDUIF_LOG", "x")]).unwrap();
        let [route] = config.mail.relays.as_slice() else { panic!("one relay") };
        assert_eq!((route.connections.get(), route.relay.to_string().as_str()), (9, "smtp://127.0.0.1:2525"));
        assert!(!format!("{config:?}").contains("secret"), "a password shows itself to nobody");
    }

    #[test]
    fn a_key_in_the_file_is_refused_and_one_in_the_environment_is_not_shown() {
        let table = format!("{GOOD}[translate]\nprovider = \"deepl\"\n");
        let found = load(&format!("{table}key = \"geheim\"\n"), &[]).unwrap_err();
        assert_eq!((found.code, found.line), ("written-key", 7));
        assert!(!format!("{found:?}").contains("geheim"));
        for key in ["geheim", "123456"] {
            let config = load(&table, &[("POSTDUIF_TRANSLATE__KEY", key)]).unwrap();
            assert!(config.translation_service(None).unwrap().unwrap().key.is_some());
            assert!(!format!("{config:?}").contains(key));
        }
        let found =
            load(&table, &[("POSTDUIF_TRANSLATE__KEY", "geheim"), ("POSTDUIF_TRANSLATE__URL", "7")]).unwrap_err();
        assert_eq!(found.help, "look at POSTDUIF_TRANSLATE__KEY, POSTDUIF_TRANSLATE__URL");
    }

    #[test]
    fn a_fallback_chain_ends_with_the_source_locale() {
        let config = load(GOOD, &[]).unwrap();
        let chain: Vec<_> = config.settings.locales[1].chain.iter().map(|locale| locale.as_str()).collect();
        assert_eq!(chain, ["fr", "nl"]);
    }

    #[test]
    fn a_mistake_is_shown_with_its_place_and_what_was_meant() {
        let listed = "README.md lists the keys and their values in its section \"postduif.toml\"";
        let time = "write a number and a unit: 90s, 15m, 6h, 60d";
        for (from, to, place, help) in [
            ("title", "titel", (2, 1), "did you mean `title`?"),
            (
                "[locales.fr]",
                "[locales.fr]\nchain = [\"nl\", \"fr\"]",
                (7, 16),
                "take that `fr` out of the chain of [locales.fr]",
            ),
            ("[locales.fr]", "[locales.fra]\n[locales.fr]\nchain = [\"frr\"]", (8, 10), "did you mean `fra`?"),
            ("[locales.fr]", "[locales.fr]\nchian = []", (7, 1), "did you mean `chain`?"),
            (
                "[locales.fr]",
                "[locales.fr]\nchain = [\"en\"]",
                (7, 10),
                "add a line [locales.en], or take it out of the chain",
            ),
            ("[locales.fr]", "[locales.fr]\nchain = [\"nl\", \"..\"]", (7, 9), listed),
            (
                "[locales.fr]",
                "[locales.fr]\n[locales.fr.gate]\ncoverage = 101",
                (8, 12),
                "write a number from 0 to 100",
            ),
            ("[locales.fr]", "[locales.fr]\ngate = { machine = \"show\" }", (7, 20), listed),
            ("[locales.fr]", "[locales.fr]\ngate = { wait_at_most = \"-1d\" }", (7, 25), time),
            ("[locales.fr]", "[locales.fr]\n[locales.FR]", (7, 10), "take one of the tables out"),
            ("[locales.fr]", "[locales.zz_zz-zz]", (6, 10), "correct the name of the table"),
            ("[locales.nl]\n", "", (4, 17), "add a line [locales.nl]"),
            ("[locales.nl]", "[digest]\nmax_age = \"60 potatoes\"\n[locales.nl]", (6, 11), time),
            ("[locales.nl]", "[digest]\nmax_posts = 0\n[locales.nl]", (6, 13), "write a number from 1 on"),
            (
                "[locales.nl]",
                "[mail]\nreply_to = \"x\"\n[locales.nl]",
                (6, 12),
                "write it as `Name <name@example.org>`",
            ),
            ("http://t.example", "t.example", (3, 12), listed),
            ("http://t.example", "ftp://t.example", (3, 12), "write it in full: https://example.org/"),
            (
                "source_locale",
                "time_zone = \"Europe/Brussel\"\nsource_locale",
                (4, 13),
                "did you mean `Europe/Brussels`?",
            ),
            (
                "source_locale",
                "id = \"t.example, 2026\"\nsource_locale",
                (4, 6),
                "write a name that is yours and a year: example.org,2026",
            ),
        ] {
            let found = load(&GOOD.replacen(from, to, 1), &[]).unwrap_err();
            assert_eq!(((found.line, found.column), found.help.as_str()), (place, help), "{to}: {found:?}");
        }
    }

    #[test]
    fn a_button_leads_only_where_a_reader_may_safely_go() {
        let with = |url: &str| {
            let call = format!("[site.call_to_action]\ntitle = \"A\"\nlabel = \"B\"\nurl = {url:?}\n[locales.nl]");
            load(&GOOD.replace("[locales.nl]", &call), &[])
        };
        for good in ["https://t.example/afspraak", "/afspraak", "mailto:a@t.example", "tel:+3250000000"] {
            assert!(with(good).is_ok(), "{good}");
        }
        for bad in
            ["javascript:alert(1)", "java\tscript:alert(1)", "//elders.example", "/\\elders.example", "afspraak", ""]
        {
            let found = with(bad).unwrap_err();
            assert_eq!((found.line, found.column), (8, 7), "{bad}: {found:?}");
            assert_eq!(found.help, "begin it with https://, http://, mailto:, tel: or /");
        }
    }

    #[test]
    fn what_the_environment_says_becomes_what_its_key_asks_for() {
        let contact = "[site.contact]\nname = \"T\"\n[locales.nl]";
        let environment = [
            ("POSTDUIF_SITE__CONTACT__PHONE", "0470"),
            ("POSTDUIF_SITE__TITLE", "1984"),
            ("POSTDUIF_LOCALES__FR__NAME", "true"),
            ("POSTDUIF_LOCALES__FR__EDITION", "false"),
            ("POSTDUIF_LOCALES__FR__GATE__COVERAGE", "75"),
            ("POSTDUIF_LOG__FORMAT", "json"),
        ];
        let Config { settings, .. } = load(&GOOD.replace("[locales.nl]", contact), &environment).unwrap();
        assert_eq!(settings.site.contact.unwrap().phone.as_deref(), Some("0470"));
        assert_eq!(settings.site.title, crate::publication::Localized::Same("1984".to_owned()));
        let fr = &settings.locales[1];
        assert_eq!((fr.autonym.as_deref(), fr.edition, fr.gate.coverage), (Some("true"), false, 75));
    }

    #[test]
    fn a_mistake_in_the_environment_is_looked_for_there() {
        let found = load(GOOD, &[("POSTDUIF_MAIL__RELAY", "nonsense")]).unwrap_err();
        assert_eq!(found.help, "look at POSTDUIF_MAIL__RELAY");
        assert!(!found.message.contains("nonsense"), "a relay may hold a password: {}", found.message);
        let found = load(GOOD, &[("POSTDUIF_DIGEST__MAX_POSTS", "0")]).unwrap_err();
        assert_eq!(found.help, "look at POSTDUIF_DIGEST__MAX_POSTS; write a number from 1 on");
    }
}
