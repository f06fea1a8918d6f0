//! The feed of what the readers of an edition got by mail.

use std::sync::Arc;

use super::{Feed, Item, Languages, Moment, Person, xml_text};
use crate::{
    publication::{Error, Pages},
    templates::{IssuePage, Value},
    translation::LocaleSettings,
};

/// The newest issues that a feed holds: half a year of a weekly digest.
const MOST_ISSUES: usize = 26;

/// The feed of these issues, the newest first, each with its number.
pub(super) fn compose_issues_feed(
    pages: &Pages<'_>,
    settings: &LocaleSettings,
    issues: &[(i64, IssuePage)],
) -> Result<Feed, Error> {
    let (locale, site) = (&settings.locale, pages.site(settings));
    let messages = pages.publication.templates.messages();
    let say = |id: &str, args: &[(&str, Value<'_>)]| messages.format(locale, id, args);
    let folder = format!("{locale}/issues/");
    let publisher = site.contact.as_ref().map_or(&site.title.text, |contact| &contact.name);
    let item = |(number, page): &(i64, IssuePage)| {
        let zoned = page.date.with_timezone(&pages.publication.settings.site.zone);
        let topics = page.posts.iter().flat_map(|post| &post.topics).map(|topic| xml_text(&topic.text));
        let mut topics: Vec<String> = topics.collect();
        topics.sort();
        topics.dedup();
        Ok(Arc::new(Item {
            guid: format!("tag:{}:{folder}{number}", pages.authority()),
            url: pages.addresses().issue(locale, *number),
            title: xml_text(&say("issue-title", &[("date", Value::Date(zoned))])?),
            summary: page.posts.first().map(|post| xml_text(&post.title.text)),
            html: xml_text(pages.publication.templates.render_feed_issue(&site, page)?.trim()),
            image: None,
            published: zoned.fixed_offset(),
            updated: zoned.fixed_offset(),
            authors: Vec::new(),
            topics,
            language: None,
            languages: Languages::default(),
            enclosures: Vec::new(),
        }))
    };
    let items = issues.iter().take(MOST_ISSUES).map(item).collect::<Result<Vec<_>, Error>>()?;
    Ok(Feed {
        id: format!("tag:{}:{folder}", pages.authority()),
        home_url: pages.addresses().issues(locale),
        base_url: pages.addresses().issues(locale),
        title: xml_text(&format!("{} – {}", site.title.text, say("issues-title", &[])?)),
        description: Some(xml_text(&say("issues-intro", &[("site", Value::Text(&site.title.text))])?)),
        language: locale.clone(),
        hub: None,
        publisher: Person { name: xml_text(publisher), url: Some(pages.addresses().home(locale)) },
        updated: items.first().map_or_else(Moment::default, |item| item.published),
        folder,
        items,
    })
}
