//! LibreTranslate: texts as HTML. It knows no glossaries, so a term that it ignores is said in the catalog.

use reqwest::Method;
use serde::Deserialize;
use serde_json::json;

use super::{
    Failure, Settings,
    batch::Batch,
    exchange::{Request, address},
};
use crate::locale::Locale;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Answer {
    translated_text: Vec<String>,
}

/// The request that translates a batch. The key is part of its body.
pub(super) fn translate<'a>(settings: &'a Settings, batch: &Batch<'_>) -> Request<'a> {
    let mut body = json!({
        "q": batch.texts,
        "source": code(batch.source),
        "target": code(batch.target),
        "format": "html",
    });
    if let Some(key) = &settings.key {
        body["api_key"] = key.expose().into();
    }
    Request { method: Method::POST, url: address(&settings.url, "translate"), key: None, body: Some(body) }
}

/// The translations in an answer, in the order of the texts.
pub(super) fn read(answer: &str, texts: usize) -> Result<Vec<Option<String>>, Failure> {
    let read: Answer = serde_json::from_str(answer).map_err(|_| Failure::Garbled(answer.to_owned()))?;
    if read.translated_text.len() != texts {
        return Err(Failure::Garbled(format!("{} translations of {texts} texts", read.translated_text.len())));
    }
    Ok(read.translated_text.into_iter().map(Some).collect())
}

/// LibreTranslate's code for a language: without a region, but for the two it tells apart.
fn code(locale: &Locale) -> &str {
    match locale.as_str() {
        tag @ ("pt-BR" | "zh-Hans" | "zh-Hant") => tag,
        _ => match locale.language() {
            "no" => "nb",
            language => language,
        },
    }
}
