//! Which translation service, where it is, and what it is allowed to know.

use std::{fmt, str::FromStr};

use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Deserializer};
use url::Url;

use super::cost::Price;

/// A kind of translation service, by the protocol it speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Provider {
    /// DeepL, version 2 of its protocol.
    DeepL,
    /// LibreTranslate, which anybody can run.
    LibreTranslate,
    /// Anything that speaks the protocol of OpenAI's chat completions.
    OpenAi,
}

/// No service has that name.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("{0:?} is no translation service: choose deepl, libretranslate or openai")]
pub struct NotAProvider(String);

/// How a service is to address readers, where the language knows the difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Formality {
    /// As one addresses strangers.
    More,
    /// As one addresses friends.
    Less,
}

/// What a service wants to see before it answers. It shows itself to nobody else.
#[derive(Clone)]
pub struct Key(SecretString);

/// A service that can be asked.
#[derive(Debug, Clone)]
pub struct Settings {
    /// What it speaks.
    pub provider: Provider,
    /// Where it is, without the path that its protocol adds.
    pub url: Url,
    /// Which of its models, for those that have several.
    pub model: Option<String>,
    /// What it wants to see.
    pub key: Option<Key>,
    /// What a million characters cost, in whatever money; none: nobody said.
    pub price_per_million: Option<f64>,
    /// How it is to address readers.
    pub formality: Option<Formality>,
}

impl Provider {
    /// The name by which it is configured.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::DeepL => "deepl",
            Self::LibreTranslate => "libretranslate",
            Self::OpenAi => "openai",
        }
    }
}

impl Settings {
    /// What translators read as the origin of a text.
    pub fn name(&self) -> String {
        match (self.provider, &self.model) {
            (Provider::DeepL, _) => "DeepL".to_owned(),
            (Provider::LibreTranslate, _) => "LibreTranslate".to_owned(),
            (Provider::OpenAi, Some(model)) => model.clone(),
            (Provider::OpenAi, None) => "a language model".to_owned(),
        }
    }

    /// What it takes. Where nobody said so, LibreTranslate, which people run themselves, takes nothing.
    pub fn price(&self) -> Price {
        match (self.price_per_million, self.provider) {
            (Some(price), _) if price > 0.0 => Price::PerMillion(price),
            (Some(_), _) | (None, Provider::LibreTranslate) => Price::Free,
            (None, _) => Price::Unknown,
        }
    }

    /// Whether asking it may cost money.
    pub fn is_paid(&self) -> bool {
        self.price() != Price::Free
    }
}

impl Key {
    /// The key, to be sent and nothing else.
    pub(super) fn expose(&self) -> &str {
        self.0.expose_secret()
    }

    /// Whether it is one of DeepL's keys for its free plan, which is served elsewhere.
    pub fn is_for_free_plan(&self) -> bool {
        self.expose().ends_with(":fx")
    }

    /// A text that somebody else wrote, without the key should it be in there.
    pub(super) fn scrub(&self, text: &str) -> String {
        match self.expose() {
            "" => text.to_owned(),
            key => text.replace(key, "…"),
        }
    }
}

impl From<String> for Key {
    fn from(key: String) -> Self {
        Self(key.trim().to_owned().into())
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}

impl fmt::Display for Provider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Provider {
    type Err = NotAProvider;

    fn from_str(name: &str) -> Result<Self, NotAProvider> {
        let all = [Self::DeepL, Self::LibreTranslate, Self::OpenAi];
        all.into_iter().find(|provider| provider.as_str() == name).ok_or_else(|| NotAProvider(name.to_owned()))
    }
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}
