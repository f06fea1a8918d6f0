//! A mail as its reader sees it.

use mail_parser::{HeaderValue, Message, MessageParser};
use postduif::mail::ComposedMail;

use super::ADDRESS;

/// A mail that arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Received {
    pub(crate) to: String,
    /// What `Content-Language` says.
    pub(crate) locale: String,
    pub(crate) message_id: String,
    pub(crate) subject: String,
    pub(crate) html: String,
    pub(crate) text: String,
    /// All header lines, unfolded.
    pub(crate) headers: String,
}

impl Received {
    /// Reads a mail that the relay was given.
    pub(crate) fn parse(mail: &ComposedMail) -> Self {
        let read = Self::parse_bytes(&mail.bytes);
        assert_eq!(mail.to.to_string(), read.to, "the envelope and the header name the same reader");
        read
    }

    /// Reads a mail as it stands in a file.
    pub(crate) fn parse_bytes(bytes: &[u8]) -> Self {
        let message = MessageParser::default().parse(bytes).unwrap();
        let text = std::str::from_utf8(bytes).unwrap().replace("\r\n", "\n");
        let (headers, _) = text.split_once("\n\n").unwrap();
        let locale = match message.header("Content-Language") {
            Some(HeaderValue::Text(locale)) => locale.to_string(),
            Some(HeaderValue::TextList(locales)) => locales.join(", "),
            other => panic!("Content-Language is {other:?}"),
        };
        Self {
            to: address(&message),
            locale,
            message_id: message.message_id().unwrap().to_owned(),
            subject: message.subject().unwrap().to_owned(),
            html: message.body_html(0).unwrap().into_owned(),
            text: message.body_text(0).unwrap().into_owned(),
            headers: headers.replace("\n ", " ").replace("\n\t", " "),
        }
    }

    /// The value of a header, unfolded.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let named = self.headers.lines().find_map(|line| line.split_once(": ").filter(|(key, _)| *key == name));
        named.map(|(_, value)| value)
    }

    /// The language, and the slugs of the posts it is about, in its own order: `nl: regenton slakken`.
    pub(crate) fn about(&self) -> String {
        let mut slugs: Vec<&str> = Vec::new();
        for link in addresses(&self.text) {
            let path = link.strip_prefix(ADDRESS).unwrap_or_default();
            if let ["", _, slug, ""] = path.split('/').collect::<Vec<_>>()[..]
                && !slugs.contains(&slug)
            {
                slugs.push(slug);
            }
        }
        format!("{}: {}", self.locale, slugs.join(" "))
    }

    /// Every web address in it: headers, text and HTML.
    pub(crate) fn links(&self) -> Vec<String> {
        let html = self.html.replace("&amp;", "&").replace("&#x3D;", "=");
        let mut links: Vec<_> = [&self.headers, &self.text, &html]
            .into_iter()
            .flat_map(|part| addresses(part))
            .map(str::to_owned)
            .collect();
        links.sort();
        links.dedup();
        links
    }

    /// The path of the only link that ends so, such as `/s/TOKEN/confirm`.
    pub(crate) fn path_to(&self, end: &str) -> String {
        let mut paths: Vec<_> = self.links().into_iter().filter(|link| link.ends_with(end)).collect();
        assert_eq!(paths.len(), 1, "one link ends in {end}: {paths:?}");
        paths.remove(0).strip_prefix(ADDRESS).unwrap().to_owned()
    }
}

fn address(message: &Message<'_>) -> String {
    message.to().unwrap().first().unwrap().address().unwrap().to_owned()
}

/// The web addresses in a text, in its order.
pub(crate) fn addresses(text: &str) -> impl Iterator<Item = &str> {
    let ends = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>' | ')' | '(');
    text.match_indices("http").filter_map(move |(at, _)| {
        let rest = &text[at..];
        let link = &rest[..rest.find(ends).unwrap_or(rest.len())];
        (link.starts_with("http://") || link.starts_with("https://")).then_some(link.trim_end_matches(['.', ',']))
    })
}
