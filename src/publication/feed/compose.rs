//! What a feed holds: the posts that were released to the readers of its language, each with an id and a date that
//! never change.

use std::{
    cmp::Reverse,
    collections::{HashMap, HashSet},
    sync::Arc,
};

use super::{Enclosure, Feed, Format, Item, Languages, Moment, Person, folder_of, json::read_items, xml_text};
use crate::{
    clock::Timestamp,
    fingerprint::Fingerprint,
    locale::Locale,
    posts::{Slug, markdown::Kind},
    publication::{
        Edition, Entry, Error, Pages, Released,
        folder::{MadeOf, Staging},
        glance::Glance,
        page::{last_change, topics_of},
    },
    templates,
    translation::{Gate, gate::Below},
};

/// The newest posts that a feed holds: readers poll often, and older posts are on the pages.
const MOST_ITEMS: usize = 30;

/// Beside them, the older ones that were released last, such as those whose translation came late: they too are new to
/// the readers of the feed.
const MOST_LATE: usize = 10;

/// The most text in a feed, in bytes: some readers take no more than a megabyte, and none is polled gladly.
const MOST_BYTES: usize = 512 << 10;

/// The feeds of an edition, from [off-site](Pages::off_site) pages: that of all its posts first. One that is there
/// already is kept, and has no items.
pub(super) fn compose_feeds(
    pages: &Pages<'_>,
    edition: &Edition<'_>,
    staging: &Staging<'_>,
    glance: Option<Glance>,
) -> Result<Vec<Composed>, Error> {
    let known = |feed: &Feed, made_of| Format::ALL.iter().all(|format| staging.keep(&feed.path(*format), made_of));
    let earlier = glance.map(|glance| Earlier { edition, staging, glance });
    let topics = topics_of(edition).into_iter();
    let site = serde_json::to_string(&pages.site(edition.settings)).ok();
    let rules = pages.publication.rules.to_string();
    let (mut made, mut made_of) = (HashMap::new(), HashMap::new());
    let mut feeds = Vec::new();
    for topic in [None].into_iter().chain(topics.map(Some)) {
        let feed = empty_feed(pages, edition, topic.as_deref());
        let kept = if edition.kept.is_empty() { None } else { staging.present(&feed.path(Format::Json))? };
        let fresh = released_in(edition, topic.as_deref()).map(|(released, entry)| (released, From::Entry(entry)));
        let kept = read_items(&kept.unwrap_or_default()).into_iter();
        let kept = kept.filter_map(|item| {
            let released = edition.kept.values().find(|released| released.guid == item.guid)?;
            Some((released, From::Before(Arc::new(item))))
        });
        let mut all: Vec<_> = fresh.chain(kept).collect();
        select(&mut all, |(released, _)| *released);
        let own: Vec<String> = all.iter().filter_map(|(_, from)| from.entry()).map(Entry::own).collect();
        let glance = glance.map(|glance| glance.of(own.iter().map(String::as_str)));
        if known(&feed, MadeOf { makings: None, glance }) {
            feeds.push(Composed { feed, made_of: MadeOf::default(), is_there: true });
            continue;
        }
        let items: Option<Vec<String>> = all
            .iter()
            .map(|(released, from)| {
                let entry = from.entry()?;
                let print = || makings(pages, edition, released, entry);
                made_of.entry(&entry.post.slug).or_insert_with(print).map(|print| print.to_string())
            })
            .collect();
        let makings = site.as_ref().zip(items).map(|(site, items)| {
            let around = [rules.as_str(), "feed", &format!("{feed:?}"), site].map(str::to_owned);
            Fingerprint::of_parts(around.iter().chain(&items).map(String::as_str))
        });
        let all_of = MadeOf { makings, glance };
        let is_there = makings.is_some() && known(&feed, all_of);
        let feed = if is_there {
            feed
        } else {
            let texts = earlier.as_ref().map(|earlier| earlier.texts(&feed, &all, &made)).unwrap_or_default();
            fill(feed, pages, edition, all, texts, &mut made)?
        };
        feeds.push(Composed { feed, made_of: all_of, is_there });
    }
    Ok(feeds)
}

/// The feeds of an edition, or of these topics of it, in which posts have changed, and nothing else did that a feed shows. One
/// that says the same is kept, and not given. None where more would have to be known: the text of a post that the feed did
/// not have.
pub(in crate::publication) fn compose_changed(
    pages: &Pages<'_>,
    edition: &Edition<'_>,
    staging: &Staging<'_>,
    glance: Glance,
    topics: &[Option<&str>],
    has_changed: impl Fn(&Slug) -> bool,
) -> Result<Option<Vec<Composed>>, Error> {
    let (mut made, mut unchanged) = (HashMap::new(), HashSet::new());
    let mut feeds = Vec::new();
    for topic in topics {
        let feed = empty_feed(pages, edition, *topic);
        let all = posts_in_feed(edition, *topic);
        let own: Vec<String> = all.iter().map(|(_, entry)| entry.own()).collect();
        let made_of = MadeOf { makings: None, glance: Some(glance.of(own.iter().map(String::as_str))) };
        let changed: Vec<_> = all.iter().copied().filter(|(_, entry)| has_changed(&entry.post.slug)).collect();
        // What has stood in one feed as it is now has stood so in all.
        let is_known = changed.iter().all(|(released, _)| unchanged.contains(&released.guid));
        let keep = |path: &str| if is_known { staging.keep_as(path, made_of) } else { staging.keep(path, made_of) };
        if Format::ALL.iter().all(|format| keep(&feed.path(*format))) {
            continue;
        }
        let Some(before) = staging.untouched(&feed.path(Format::Json)) else { return Ok(None) };
        let before = read_items(&before);
        let same = all.iter().filter(|(_, entry)| !has_changed(&entry.post.slug));
        let same: HashSet<&str> = same.map(|(released, _)| released.guid.as_str()).collect();
        let texts = before.iter().filter(|item| same.contains(item.guid.as_str()));
        let texts: HashMap<_, _> = texts.map(|item| (item.guid.clone(), item.html.clone())).collect();
        if texts.len() < same.len() {
            return Ok(None);
        }
        let all = all.into_iter().map(|(released, entry)| (released, From::Entry(entry))).collect();
        let feed = fill(feed, pages, edition, all, texts, &mut made)?;
        let was_there = |item: &Item| before.iter().any(|before| before == item);
        let items = changed.iter().filter_map(|(released, entry)| Some((&released.guid, made.get(&entry.post.slug)?)));
        unchanged.extend(items.filter(|(_, item)| was_there(item)).map(|(guid, _)| guid));
        let is_there = feed.items.iter().map(|item| &**item).eq(&before)
            && Format::ALL.iter().all(|format| staging.keep_as(&feed.path(*format), made_of));
        if !is_there {
            feeds.push(Composed { feed, made_of, is_there });
        }
    }
    Ok(Some(feeds))
}

/// The posts in the feed of an edition, or of one of its topics, in its order, where none comes from the feed as it was.
pub(in crate::publication) fn posts_in_feed<'e, 'a>(
    edition: &'e Edition<'a>,
    topic: Option<&str>,
) -> Vec<(&'e Released, &'e Entry<'a>)> {
    let mut all: Vec<_> = released_in(edition, topic).collect();
    select(&mut all, |(released, _)| *released);
    all
}

/// The posts of an edition, or of one of its topics, that may stand in a feed.
fn released_in<'e, 'a>(
    edition: &'e Edition<'a>,
    topic: Option<&str>,
) -> impl Iterator<Item = (&'e Released, &'e Entry<'a>)> {
    let about = topic.map(|topic| edition.about(topic).iter().map(|&at| &edition.entries[at]));
    let all = if about.is_none() { &edition.entries[..] } else { &[] };
    let entries = about.into_iter().flatten().chain(all).filter(|entry| belongs(edition, entry));
    let entries = entries.filter(|entry| !entry.stays);
    entries.filter_map(|entry| Some((entry.released.as_ref()?, entry)))
}

/// A feed, and what it is made of, where that can be told.
pub(in crate::publication) struct Composed {
    pub(super) feed: Feed,
    pub(super) made_of: MadeOf,
    /// Whether its files are there already; then it has no items.
    pub(super) is_there: bool,
}

/// The feeds of an edition as they were.
struct Earlier<'e, 'a> {
    edition: &'e Edition<'a>,
    staging: &'e Staging<'e>,
    glance: Glance,
}

impl Earlier<'_, '_> {
    /// The texts of those posts, not `made` yet, of which nothing else is shown now than when the feed was written, by
    /// their ids: what can be seen of them at a glance is what was seen for their pages.
    fn texts(
        &self,
        feed: &Feed,
        all: &[(&Released, From<'_, '_>)],
        made: &HashMap<&Slug, Arc<Item>>,
    ) -> HashMap<String, String> {
        let is_same = |entry: &Entry<'_>| {
            let glance = Some(self.glance.of([entry.own().as_str()]));
            let page = format!("{}/{}index.html", self.edition.locale(), entry.path());
            self.staging.was_made_of(&page, MadeOf { makings: None, glance })
        };
        let same = all.iter().filter_map(|(released, from)| Some((released, from.entry()?)));
        let same = same.filter(|(_, entry)| !made.contains_key(&entry.post.slug) && is_same(entry));
        let same: HashSet<&str> = same.map(|(released, _)| released.guid.as_str()).collect();
        if same.is_empty() {
            return HashMap::new();
        }
        let items = read_items(&self.staging.untouched(&feed.path(Format::Json)).unwrap_or_default());
        let items = items.into_iter().filter(|item| same.contains(item.guid.as_str()));
        items.map(|item| (item.guid, item.html)).collect()
    }
}

/// What an item is made of: all that stands in it but its text, and what that is made of.
fn makings(pages: &Pages<'_>, edition: &Edition<'_>, released: &Released, entry: &Entry<'_>) -> Option<Fingerprint> {
    let item = bare_item(pages, edition, released, entry);
    let post = pages.bare_feed_post(edition.settings, entry);
    let text = pages.body_makings(edition.settings, entry);
    let given = serde_json::to_string(&(item, post)).ok()?;
    Some(Fingerprint::of_parts([given.as_str(), &text]))
}

/// Where an item is made from.
enum From<'e, 'a> {
    /// A post.
    Entry(&'e Entry<'a>),
    /// The feed as it was, since the post cannot be read now.
    Before(Arc<Item>),
}

impl<'e, 'a> From<'e, 'a> {
    fn entry(&self) -> Option<&'e Entry<'a>> {
        match self {
            Self::Entry(entry) => Some(entry),
            Self::Before(_) => None,
        }
    }
}

/// The newest of them, and those that were released last; all in the order of their dates, which no correction changes.
fn select<T>(all: &mut Vec<T>, released: impl Fn(&T) -> &Released) {
    let newest_first = |one: &T| Reverse((released(one).dated, released(one).sequence));
    // Of a large archive most are neither: they need no order.
    if all.len() > MOST_ITEMS {
        all.select_nth_unstable_by_key(MOST_ITEMS - 1, newest_first);
    }
    let mut older = all.split_off(all.len().min(MOST_ITEMS));
    if older.len() > MOST_LATE {
        older.select_nth_unstable_by_key(MOST_LATE - 1, |one| Reverse(released(one).sequence));
        older.truncate(MOST_LATE);
    }
    all.append(&mut older);
    all.sort_by_key(newest_first);
}

/// Whether a post that was released is shown: what is mostly in another language only if the rule of its locale is to
/// show such posts, at once, after they have waited for their translation, or with so little of it.
fn belongs(edition: &Edition<'_>, entry: &Entry<'_>) -> bool {
    let Gate { below, wait_at_most, .. } = &edition.settings.gate;
    let shows_others = *below == Below::Fallback || wait_at_most.is_some() || entry.open;
    entry.is_advertised() || (entry.has_page && shows_others)
}

fn empty_feed(pages: &Pages<'_>, edition: &Edition<'_>, topic: Option<&str>) -> Feed {
    let (locale, site) = (edition.locale(), pages.site(edition.settings));
    let hub = pages.hub().map(ToString::to_string);
    let publisher = site.contact.map_or(site.title.text.clone(), |contact| contact.name);
    let (title, description) = match topic {
        None => (site.title.text, site.tagline.map(|tagline| tagline.text)),
        Some(topic) => {
            let name = pages.topic_name(locale, topic).text;
            (format!("{} – {name}", site.title.text), pages.topic_description(locale, topic))
        }
    };
    let folder = folder_of(locale, topic);
    Feed {
        id: format!("tag:{}:{}", pages.authority(), folder),
        home_url: pages.addresses().url(&folder),
        base_url: pages.addresses().url(&folder),
        folder,
        title: xml_text(&title),
        description: description.as_deref().map(xml_text),
        language: locale.clone(),
        hub,
        publisher: Person { name: xml_text(&publisher), url: Some(pages.addresses().home(locale)) },
        updated: Moment::default(),
        items: Vec::new(),
    }
}

/// When a feed without items changed last, as far as is known: when the last post of its edition did, or of any.
fn last_dated(pages: &Pages<'_>, edition: &Edition<'_>) -> Moment {
    let own =
        edition.entries.iter().map(|entry| entry.released.as_ref().map_or(entry.post.date, |one| one.dated)).max();
    let last = own.or_else(|| pages.publication.posts.iter().filter(|post| !post.draft).map(|post| post.date).min());
    let zone = pages.publication.settings.site.zone;
    last.unwrap_or_default().with_timezone(&zone).fixed_offset()
}

/// Puts items into a feed until it is full. What stands in several feeds is made once, and not at all where its text is
/// known.
fn fill<'e, 'a>(
    mut feed: Feed,
    pages: &Pages<'_>,
    edition: &Edition<'_>,
    all: Vec<(&Released, From<'e, 'a>)>,
    mut texts: HashMap<String, String>,
    made: &mut HashMap<&'e Slug, Arc<Item>>,
) -> Result<Feed, Error> {
    let mut bytes = 0;
    for (released, from) in all {
        let item = match from {
            From::Before(item) => item,
            From::Entry(entry) => match made.get(&entry.post.slug) {
                Some(item) => Arc::clone(item),
                None => {
                    let html = match texts.remove(&released.guid) {
                        Some(html) => html,
                        // Readers of feeds cut blanks at the end off.
                        None => xml_text(pages.feed_post(edition.settings, entry)?.trim()),
                    };
                    let item = Arc::new(Item { html, ..bare_item(pages, edition, released, entry) });
                    made.insert(&entry.post.slug, Arc::clone(&item));
                    item
                }
            },
        };
        bytes += item.html.len();
        if bytes > MOST_BYTES && !feed.items.is_empty() {
            break;
        }
        feed.updated = feed.updated.max(item.updated);
        feed.items.push(item);
    }
    if feed.items.is_empty() {
        feed.updated = last_dated(pages, edition);
    }
    Ok(feed)
}

/// An item without its text.
fn bare_item(pages: &Pages<'_>, edition: &Edition<'_>, released: &Released, entry: &Entry<'_>) -> Item {
    let card = pages.plain_card(edition.settings, entry);
    let person = |author: templates::Author| Person { name: xml_text(&author.name), url: Some(author.url) };
    let picture = pages.lead_file(entry);
    let of_another = |locale: &&Locale| locale.language() != edition.locale().language();
    let language = entry.variant.most_common_language().filter(of_another).cloned();
    let of = |kind| entry.variant.first(kind).map(|block| &block.locale).filter(of_another).cloned();
    let languages = Languages { title: of(Kind::Title), summary: of(Kind::Summary) };
    let zone = pages.publication.settings.site.zone;
    let moment = |at: Timestamp| at.with_timezone(&zone).fixed_offset();
    Item {
        guid: released.guid.clone(),
        url: card.url,
        title: xml_text(&card.title.text),
        summary: card.summary.map(|summary| xml_text(&summary.text)),
        html: String::new(),
        image: picture.as_ref().map(|(url, ..)| url.clone()),
        published: moment(released.dated),
        // Who has it in another language has not read it yet.
        updated: moment(released.dated.max(last_change(entry.post)).max(released.translated.unwrap_or_default())),
        authors: pages.authors(edition.settings, entry.post).into_iter().map(person).collect(),
        topics: card.topics.into_iter().map(|topic| xml_text(&topic.name.text)).collect(),
        language,
        languages,
        enclosures: picture
            .into_iter()
            .filter_map(|(url, media_type, length)| {
                Some(Enclosure { url, media_type: media_type?.to_owned(), length: length? })
            })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feed_has_the_newest_posts_and_those_that_came_late_in_the_order_of_their_dates() {
        let at = |days: i64| Timestamp::from_timestamp(days * 86_400, 0).unwrap();
        let released =
            |day: i64, sequence: i64| Released { sequence, guid: day.to_string(), dated: at(day), translated: None };
        // A hundred posts in their order, but for the first, which was translated last.
        let mut all: Vec<_> = (2..=100).map(|day| released(day, day - 1)).collect();
        all.push(released(1, 100));
        select(&mut all, |released| released);
        let days: Vec<_> = all.iter().map(|released| released.guid.parse::<i64>().unwrap()).collect();
        assert_eq!(days.len(), MOST_ITEMS + MOST_LATE);
        assert_eq!((days[0], days[29], days[30], *days.last().unwrap()), (100, 71, 70, 1));
        assert!(days.is_sorted_by_key(|day| Reverse(*day)), "{days:?}");
    }
}
