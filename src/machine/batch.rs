//! Texts in batches that a service takes.

use super::Provider;
use crate::{locale::Locale, translation::terms::Term};

/// What one request may carry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Texts.
    pub texts: usize,
    /// Bytes of all texts together, as they stand in the request.
    pub bytes: usize,
    /// Bytes of one text; a longer one cannot be sent at all.
    pub bytes_of_one: usize,
}

/// What is asked for at once.
#[derive(Debug, Clone, Copy)]
pub struct Batch<'a> {
    /// The language of the texts.
    pub source: &'a Locale,
    /// The language they are wanted in.
    pub target: &'a Locale,
    /// What the texts are part of; not to be translated.
    pub context: &'a str,
    /// Words that are always said the same way.
    pub terms: &'a [Term],
    /// The texts, with their markup as tags.
    pub texts: &'a [String],
}

/// What a request to a provider may carry.
pub fn limits(provider: Provider) -> Limits {
    match provider {
        // DeepL takes 50 texts and 128 KiB for the whole body; the rest of it is the terms and the context.
        Provider::DeepL => Limits { texts: 50, bytes: 96 << 10, bytes_of_one: 96 << 10 },
        // Its hosts usually allow 2,000 characters. A longer text goes alone, and the host says what it thinks of it.
        Provider::LibreTranslate => Limits { texts: 25, bytes: 2_000, bytes_of_one: 64 << 10 },
        // A model's answer is cut off after a few thousand words; the answer is about as long as the texts.
        Provider::OpenAi => Limits { texts: 20, bytes: 8_000, bytes_of_one: 24_000 },
    }
}

/// Where each batch ends when texts of these sizes are sent in their order: half-open ranges. A text over
/// `bytes` goes alone.
pub fn split(sizes: &[usize], limits: Limits) -> Vec<std::ops::Range<usize>> {
    let mut batches = Vec::new();
    let (mut start, mut bytes) = (0, 0_usize);
    for (at, size) in sizes.iter().enumerate() {
        if at > start && (at - start >= limits.texts || bytes.saturating_add(*size) > limits.bytes) {
            batches.push(start..at);
            (start, bytes) = (at, 0);
        }
        bytes = bytes.saturating_add(*size);
    }
    if start < sizes.len() {
        batches.push(start..sizes.len());
    }
    batches
}

/// How long a text is inside of JSON, with the comma after it.
pub fn size_bytes(text: &str) -> usize {
    serde_json::to_string(text).map_or(usize::MAX, |json| json.len() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_is_full_by_texts_or_by_bytes_and_a_long_text_goes_alone() {
        let limits = Limits { texts: 3, bytes: 10, bytes_of_one: 100 };
        assert!(split(&[], limits).is_empty());
        assert_eq!(split(&[1, 1, 1, 1], limits), [0..3, 3..4]);
        assert_eq!(split(&[5, 5, 1], limits), [0..2, 2..3]);
        assert_eq!(split(&[1, 99, 1], limits), [0..1, 1..2, 2..3]);
        assert_eq!(split(&[usize::MAX, usize::MAX], limits), [0..1, 1..2]);
    }

    #[test]
    fn no_text_is_left_out_and_none_is_sent_twice() {
        for provider in [Provider::DeepL, Provider::LibreTranslate, Provider::OpenAi] {
            let sizes: Vec<_> = (0..500).map(|nth| nth * 37 % 3_000).collect();
            let batches = split(&sizes, limits(provider));
            assert_eq!(batches.iter().cloned().flatten().collect::<Vec<_>>(), (0..500).collect::<Vec<_>>());
        }
    }

    #[test]
    fn the_size_is_that_of_the_text_inside_of_json() {
        assert_eq!(size_bytes("a\"é"), 8);
    }
}
