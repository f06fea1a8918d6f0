//! DeepL: version 2 of its protocol, texts as XML.
//!
//! Terms go into a glossary at DeepL, which is named after its contents. One that is there is used again, and
//! what an earlier state of terms.ftl left behind is deleted.

use reqwest::Method;
use ring::digest;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    Failure, Formality, Settings,
    batch::Batch,
    exchange::{Request, address},
};
use crate::{locale::Locale, translation::terms::Term};

/// What every glossary of ours is called first.
const OURS: &str = "postduif";

#[derive(Deserialize)]
struct Answer {
    translations: Vec<Translation>,
}

#[derive(Deserialize)]
struct Translation {
    text: String,
}

#[derive(Deserialize)]
struct Glossaries {
    glossaries: Vec<Listed>,
}

/// A glossary that lies at DeepL.
#[derive(Deserialize)]
pub(super) struct Listed {
    pub(super) glossary_id: String,
    name: String,
}

/// The request that translates a batch.
pub(super) fn translate<'a>(settings: &'a Settings, batch: &Batch<'_>, glossary: Option<&str>) -> Request<'a> {
    let mut body = json!({
        "text": batch.texts,
        "source_lang": batch.source.language().to_uppercase(),
        "target_lang": target_code(batch.target),
        "context": batch.context,
        "tag_handling": "xml",
        "ignore_tags": ["code"],
        "split_sentences": "nonewlines",
    });
    if let Some(glossary) = glossary {
        body["glossary_id"] = glossary.into();
    }
    match settings.formality {
        // The languages that do not know the difference would refuse anything but a preference.
        Some(Formality::More) => body["formality"] = "prefer_more".into(),
        Some(Formality::Less) => body["formality"] = "prefer_less".into(),
        None => {}
    }
    request(settings, Method::POST, "v2/translate", Some(body))
}

/// The translations in an answer, in the order of the texts.
pub(super) fn read(answer: &str, texts: usize) -> Result<Vec<Option<String>>, Failure> {
    let read: Answer = serde_json::from_str(answer).map_err(|_| Failure::Garbled(answer.to_owned()))?;
    if read.translations.len() != texts {
        return Err(Failure::Garbled(format!("{} translations of {texts} texts", read.translations.len())));
    }
    Ok(read.translations.into_iter().map(|translation| Some(translation.text)).collect())
}

/// The request that lists the glossaries.
pub(super) fn list_glossaries(settings: &Settings) -> Request<'_> {
    request(settings, Method::GET, "v2/glossaries", None)
}

/// The request that deletes a glossary.
pub(super) fn delete_glossary<'a>(settings: &'a Settings, glossary: &Listed) -> Request<'a> {
    request(settings, Method::DELETE, &format!("v2/glossaries/{}", glossary.glossary_id), None)
}

/// The request that makes a glossary.
pub(super) fn create_glossary<'a>(settings: &'a Settings, batch: &Batch<'_>) -> Request<'a> {
    let body = json!({
        "name": name(batch),
        "source_lang": batch.source.language(),
        "target_lang": batch.target.language(),
        "entries": entries(batch.terms),
        "entries_format": "tsv",
    });
    request(settings, Method::POST, "v2/glossaries", Some(body))
}

/// The glossary that was made.
pub(super) fn created(answer: &str) -> Result<Listed, Failure> {
    serde_json::from_str(answer).map_err(|_| Failure::Garbled(answer.to_owned()))
}

/// Of the glossaries that are there, the one for this batch, and those that an earlier terms.ftl left.
pub(super) fn sort_glossaries(answer: &str, batch: &Batch<'_>) -> Result<(Option<Listed>, Vec<Listed>), Failure> {
    let listed: Glossaries = serde_json::from_str(answer).map_err(|_| Failure::Garbled(answer.to_owned()))?;
    let (name, head) = (name(batch), head(batch));
    let is_id = |listed: &Listed| listed.glossary_id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let ours = listed.glossaries.into_iter().filter(|listed| listed.name.starts_with(&head) && is_id(listed));
    let (mut current, old): (Vec<_>, Vec<_>) = ours.partition(|listed| listed.name == name);
    Ok((current.pop(), old))
}

fn request<'a>(settings: &'a Settings, method: Method, path: &str, body: Option<Value>) -> Request<'a> {
    let key = settings.key.as_ref().map(|key| ("DeepL-Auth-Key", key));
    Request { method, url: address(&settings.url, path), key, body }
}

fn head(batch: &Batch<'_>) -> String {
    format!("{OURS} {}-{} ", batch.source.language(), batch.target.language())
}

fn name(batch: &Batch<'_>) -> String {
    let digest = digest::digest(&digest::SHA256, entries(batch.terms).as_bytes());
    let hash: String = digest.as_ref()[..6].iter().map(|byte| format!("{byte:02x}")).collect();
    head(batch) + &hash
}

/// One term a line, Dutch and translation with a tab between. DeepL itself bends them as grammar wants.
fn entries(terms: &[Term]) -> String {
    let first = |forms: &[String]| forms.first().map(|form| form.replace(['\t', '\n', '\r'], " ")).unwrap_or_default();
    let line = |term: &Term| format!("{}\t{}", first(&term.source), first(&term.target));
    terms.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// DeepL's code for a language to translate into: where it wants a variant, British and European ones.
fn target_code(locale: &Locale) -> String {
    let tag = locale.as_str();
    match locale.language() {
        "en" => if tag.ends_with("-US") { "EN-US" } else { "EN-GB" }.to_owned(),
        "pt" => if tag.ends_with("-BR") { "PT-BR" } else { "PT-PT" }.to_owned(),
        "zh" => if tag.contains("Hant") || tag.ends_with("-TW") { "ZH-HANT" } else { "ZH-HANS" }.to_owned(),
        "es" if tag.ends_with("-419") => "ES-419".to_owned(),
        "no" => "NB".to_owned(),
        language => language.to_uppercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_named_as_deepl_names_it() {
        for (tag, code) in [
            ("fr", "FR"),
            ("fr-BE", "FR"),
            ("en", "EN-GB"),
            ("en-US", "EN-US"),
            ("pt", "PT-PT"),
            ("pt-BR", "PT-BR"),
            ("zh-Hant", "ZH-HANT"),
            ("zh", "ZH-HANS"),
            ("ar", "AR"),
        ] {
            assert_eq!(target_code(&tag.parse().unwrap()), code);
        }
    }

    #[test]
    fn as_many_translations_as_texts_or_none() {
        assert!(read("{\"translations\":[{\"text\":\"a\"},{\"text\":\"b\"}]}", 2).is_ok());
        for bad in ["{\"translations\":[]}", "<html>", "{}", "null"] {
            assert!(matches!(read(bad, 1), Err(Failure::Garbled(_))), "{bad}");
        }
    }
}
