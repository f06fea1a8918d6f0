//! `[translate]`: which translation service, and the secret that it wants, which is never in the file.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use url::{Host, Url};

use super::{remark::Remark, secrets::read_key};
use crate::machine::{Formality, Key, Provider, Settings};

/// The table as it is written.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Translate {
    provider: Option<Provider>,
    url: Option<Url>,
    model: Option<String>,
    key: Option<Key>,
    key_file: Option<PathBuf>,
    price_per_million: Option<f64>,
    formality: Option<Formality>,
}

impl Translate {
    /// The file that holds the key, relative to the publication's folder.
    pub(super) fn key_file(&self) -> Option<&Path> {
        self.key_file.as_deref()
    }

    /// Whether what is written can be used, as far as that can be said without the file that holds the key:
    /// commands that ask no service do not need it.
    pub(super) fn check(&self) -> Result<(), Remark> {
        self.resolve(None, || Ok(self.key.clone())).map(drop)
    }

    /// The service to ask, or none when none is configured. `provider` is what the command line says; `root` the
    /// folder that `key_file` is relative to.
    ///
    /// # Errors
    /// When something is missing or does not go together: what, and the remedy.
    pub(super) fn settings(&self, provider: Option<Provider>, root: &Path) -> Result<Option<Settings>, Remark> {
        self.resolve(provider, || self.key(root))
    }

    fn resolve(
        &self,
        provider: Option<Provider>,
        key: impl FnOnce() -> Result<Option<Key>, Remark>,
    ) -> Result<Option<Settings>, Remark> {
        if let (Some(configured), Some(wanted)) = (self.provider, provider)
            && configured != wanted
        {
            let message = format!("`--provider {wanted}` is not the one that is configured, which is {configured}");
            let help = "its key and its texts would go elsewhere; set POSTDUIF_TRANSLATE__PROVIDER together with \
                        __URL, __KEY and __MODEL";
            return Err(remark("provider", message, help));
        }
        let Some(provider) = provider.or(self.provider) else {
            let given = [self.url.is_some(), self.model.is_some(), self.key_file.is_some()];
            return if given.contains(&true) {
                Err(remark("provider", "`translate.provider` is missing", "write deepl, libretranslate or openai"))
            } else {
                Ok(None)
            };
        };
        self.check_for(provider)?;
        let key = key()?;
        let url = self.url(provider, key.as_ref())?;
        if key.is_some() && url.scheme() != "https" && !is_this_machine(&url) {
            let message = format!("`translate.url` is {url}, and the key would travel to it for everybody to read");
            return Err(remark("url", message, "write https://, or take the key away"));
        }
        let Self { model, price_per_million, formality, .. } = self.clone();
        Ok(Some(Settings { provider, url, model, key, price_per_million, formality }))
    }

    fn check_for(&self, provider: Provider) -> Result<(), Remark> {
        let only_for = |key: &str, whom: &str| {
            let message = format!("`translate.{key}` means nothing to {provider}");
            Err(remark(key, message, format!("it is for {whom}; delete the line")))
        };
        if self.formality.is_some() && provider != Provider::DeepL {
            return only_for("formality", "deepl");
        }
        if self.model.is_some() && provider != Provider::OpenAi {
            return only_for("model", "openai");
        }
        if self.model.is_none() && provider == Provider::OpenAi {
            return Err(remark("model", "`translate.model` is missing", "name one that the service has"));
        }
        if self.price_per_million.is_some_and(|price| !price.is_finite() || price < 0.0) {
            let help = "write what a million characters cost, as in 20.0";
            return Err(remark("price_per_million", "`translate.price_per_million` is no price", help));
        }
        Ok(())
    }

    fn key(&self, root: &Path) -> Result<Option<Key>, Remark> {
        if let Some(key) = &self.key {
            return Ok(Some(key.clone()));
        }
        let Some(file) = &self.key_file else { return Ok(None) };
        read_key(root, "translate", file).map(Key::from).map(Some)
    }

    fn url(&self, provider: Provider, key: Option<&Key>) -> Result<Url, Remark> {
        let known = match (&self.url, provider) {
            (Some(url), _) if matches!(url.scheme(), "http" | "https") && url.host().is_some() => {
                return Ok(url.clone());
            }
            (Some(url), _) => {
                let message = format!("`translate.url` is {url}, which is no web address");
                return Err(remark("url", message, "write it in full: https://example.org/"));
            }
            (None, Provider::DeepL) if key.is_some_and(Key::is_for_free_plan) => Some("https://api-free.deepl.com"),
            (None, Provider::DeepL) => Some("https://api.deepl.com"),
            (None, Provider::OpenAi) => Some("https://api.openai.com"),
            (None, Provider::LibreTranslate) => None,
        };
        known.and_then(|url| url.parse().ok()).ok_or_else(|| {
            let help = "say where your LibreTranslate is, as in http://127.0.0.1:5000";
            remark("url", "`translate.url` is missing", help)
        })
    }
}

fn remark(key: &str, message: impl Into<String>, help: impl Into<String>) -> Remark {
    Remark::new(&["translate", key], message, help)
}

/// Whether an address leads to this machine itself.
pub(super) fn is_this_machine(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(table: &str) -> Result<Option<Settings>, String> {
        let table: Translate = toml::from_str(table).unwrap();
        table.settings(None, Path::new("/nowhere")).map_err(|remark| remark.message)
    }

    #[test]
    fn a_service_has_an_address_and_what_it_needs() {
        assert!(settings("").unwrap().is_none());
        for (table, url) in [
            ("provider = \"deepl\"\nkey = \"a:fx\"", "https://api-free.deepl.com/"),
            ("provider = \"deepl\"\nkey = \"a\"", "https://api.deepl.com/"),
            ("provider = \"openai\"\nmodel = \"m\"\nkey = \"12\"", "https://api.openai.com/"),
            ("provider = \"openai\"\nmodel = \"m\"\nurl = \"http://huis:11434/v1\"", "http://huis:11434/v1"),
            ("provider = \"libretranslate\"\nurl = \"http://127.0.0.1:5000\"\nkey = \"a\"", "http://127.0.0.1:5000/"),
        ] {
            assert_eq!(settings(table).unwrap().unwrap().url.as_str(), url);
        }
    }

    #[test]
    fn what_is_missing_or_does_not_go_together_is_said() {
        for (table, message) in [
            ("url = \"http://a.be\"", "`translate.provider` is missing"),
            ("provider = \"openai\"", "`translate.model` is missing"),
            ("provider = \"libretranslate\"", "`translate.url` is missing"),
            ("provider = \"deepl\"\nmodel = \"m\"", "`translate.model` means nothing to deepl"),
            ("provider = \"deepl\"\nprice_per_million = -1", "`translate.price_per_million` is no price"),
            (
                "provider = \"deepl\"\nkey = \"geheim\"\nurl = \"http://a.be\"",
                "`translate.url` is http://a.be/, and the key would travel to it for everybody to read",
            ),
        ] {
            assert_eq!(settings(table).unwrap_err(), message);
        }
        let missing = settings("provider = \"deepl\"\nkey_file = \"weg\"").unwrap_err();
        assert!(missing.starts_with("`translate.key_file` cannot be read: weg: "), "{missing}");
    }

    #[test]
    fn a_key_shows_itself_nowhere() {
        let table: Translate = toml::from_str("provider = \"deepl\"\nkey = \"geheim\"").unwrap();
        let settings = table.settings(None, Path::new("")).unwrap();
        assert!(!format!("{table:?} {settings:?}").contains("geheim"));
    }
}
