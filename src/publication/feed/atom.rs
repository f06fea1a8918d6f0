//! A feed as Atom 1.0 (RFC 4287), with the full text.

use atom_syndication::{Category, Content, Entry, Generator, Link, Person, Text};

use super::{Feed, Format, GENERATOR, Item};
use crate::locale::Locale;

pub(super) fn render(feed: &Feed) -> String {
    let link = |rel: &str, href: &str, media_type: Option<&str>| Link {
        rel: rel.to_owned(),
        href: href.to_owned(),
        mime_type: media_type.map(str::to_owned),
        ..Link::default()
    };
    let own = link("self", &feed.own_url(Format::Atom), Some(Format::Atom.media_type()));
    let hub = feed.hub.iter().map(|hub| link("hub", hub, None));
    let document = atom_syndication::Feed {
        lang: Some(feed.language.to_string()),
        id: feed.id.clone(),
        title: Text::plain(feed.title.as_str()),
        subtitle: feed.description.as_deref().map(Text::plain),
        updated: feed.updated,
        authors: vec![person(&feed.publisher)],
        generator: Some(Generator { value: GENERATOR.to_owned(), ..Generator::default() }),
        links: [own, link("alternate", &feed.home_url, Some("text/html"))].into_iter().chain(hub).collect(),
        entries: feed.items.iter().map(|item| entry(item)).collect(),
        ..atom_syndication::Feed::default()
    };
    document.to_string()
}

fn entry(item: &Item) -> Entry {
    let hreflang = item.language.as_ref().map(ToString::to_string);
    let text = |text: &str, language: &Option<Locale>| Text {
        lang: language.as_ref().map(ToString::to_string),
        ..Text::plain(text)
    };
    let page = Link {
        rel: "alternate".to_owned(),
        href: item.url.clone(),
        mime_type: Some("text/html".to_owned()),
        hreflang: hreflang.clone(),
        ..Link::default()
    };
    let file = |file: &super::Enclosure| Link {
        rel: "enclosure".to_owned(),
        href: file.url.clone(),
        mime_type: Some(file.media_type.clone()),
        length: Some(file.length.to_string()),
        ..Link::default()
    };
    Entry {
        id: item.guid.clone(),
        title: text(&item.title, &item.languages.title),
        updated: item.updated,
        published: Some(item.published),
        authors: item.authors.iter().map(person).collect(),
        categories: item.topics.iter().map(|topic| Category { term: topic.clone(), ..Category::default() }).collect(),
        links: [page].into_iter().chain(item.enclosures.iter().map(file)).collect(),
        summary: item.summary.as_deref().map(|summary| text(summary, &item.languages.summary)),
        // Where its title is in another language than most of it, its blocks say themselves what each is in.
        content: Some(Content {
            lang: hreflang.filter(|_| item.languages.title == item.language),
            value: Some(item.html.clone()),
            content_type: Some("html".to_owned()),
            ..Content::default()
        }),
        ..Entry::default()
    }
}

fn person(person: &super::Person) -> Person {
    Person { name: person.name.clone(), uri: person.url.clone(), ..Person::default() }
}
