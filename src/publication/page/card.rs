//! A post in a list, on a page or in a mail.

use std::{borrow::Cow, fs, path::Path};

use super::{
    super::{
        Entry, Error,
        body::letter::{mail_html, plain_text},
        pictures::{Shown, Size, is_inside},
    },
    Pages,
};
use crate::{
    locale::Locale,
    posts::{
        self, Post, Slug,
        markdown::{Kind, Target, file_beside, is_relative},
    },
    templates::{self, Card, FullText, Language, MailPost, PostLink, ShareImage, Text},
    translation::{LocaleSettings, Resolved, Variant},
};

/// A picture of a body that is smaller than this, in pixels, stands for nothing: most sites that show one want as much.
const LEAST_SHARED: (u32, u32) = (300, 157);

impl<'a> Pages<'a> {
    /// A post in a list. What leads to a page in the source locale is quoted as it stands there.
    pub(in crate::publication) fn card(&self, settings: &LocaleSettings, entry: &Entry<'_>) -> Card {
        let elsewhere = if entry.has_page { None } else { self.original(settings, &entry.post.slug) };
        let shown = self.quoted(entry, elsewhere.as_ref());
        let image = shown.post.image.as_ref().map(|image| self.lead_picture(shown, image, &settings.locale));
        Card { image, ..self.plain_card(settings, entry) }
    }

    /// The same without its picture, which is not looked at.
    pub(in crate::publication) fn plain_card(&self, settings: &LocaleSettings, entry: &Entry<'_>) -> Card {
        let locale = &settings.locale;
        let slug = &entry.post.slug;
        let elsewhere = if entry.has_page { None } else { self.original(settings, slug) };
        let tongue = self.tongue(settings, entry);
        let entry = self.quoted(entry, elsewhere.as_ref());
        Card {
            title: self.title(entry, locale),
            summary: self.first_text(&entry.variant, Kind::Summary, locale),
            url: self.post_url(settings, slug).unwrap_or_default(),
            elsewhere,
            tongue,
            date: entry.post.date,
            minutes: entry.post.minutes,
            topics: self.topic_links(settings, &entry.post.topics),
            image: None,
        }
    }

    /// The language that a post is read in, by its title, where that is another than the reader's.
    pub(super) fn tongue(&self, settings: &LocaleSettings, entry: &Entry<'_>) -> Option<Language> {
        let slug = &entry.post.slug;
        if !entry.has_page {
            return self.original(settings, slug);
        }
        let spoken = entry.variant.main_locale();
        let edition = self.edition(spoken).filter(|_| spoken.language() != settings.locale.language())?;
        Some(self.language(settings, edition, self.links.post(spoken, slug)))
    }

    /// The title of a post, its address, and the language there if that is another edition's.
    pub(super) fn titled_link(&self, settings: &LocaleSettings, entry: &Entry<'_>) -> (Text, String, Option<Language>) {
        let slug = &entry.post.slug;
        let elsewhere = if entry.has_page { None } else { self.original(settings, slug) };
        let title = self.title(self.quoted(entry, elsewhere.as_ref()), &settings.locale);
        (title, self.post_url(settings, slug).unwrap_or_default(), elsewhere)
    }

    /// A post as it stands where a link to it leads.
    fn quoted<'e>(&self, entry: &'e Entry<'a>, elsewhere: Option<&Language>) -> &'e Entry<'a>
    where
        'a: 'e,
    {
        elsewhere.and_then(|language| self.edition(&language.locale)?.entry(&entry.post.slug)).unwrap_or(entry)
    }

    fn lead_picture(&self, entry: &Entry<'_>, image: &posts::Picture, locale: &Locale) -> templates::Picture {
        let Shown { src, srcset, size, .. } = self.shown(entry.post, &image.src);
        // A caption of a picture in the body must not stand in for one that the lead picture lacks.
        let said = |kind, there: bool| there.then(|| self.first_text(&entry.variant, kind, locale)).flatten();
        templates::Picture {
            src,
            alt: said(Kind::Alt, !image.alt.is_empty()).unwrap_or_else(|| Text::own("")),
            caption: said(Kind::Caption, image.caption.is_some()),
            credit: said(Kind::Credit, image.credit.is_some()).map(|text| text.text),
            width: size.map(|size| size.width),
            height: size.map(|size| size.height),
            srcset,
        }
    }

    /// A picture beside a post, or one elsewhere, of which nothing is known.
    pub(super) fn shown(&self, post: &Post, url: &str) -> Shown {
        if !is_relative(url) {
            return Shown { src: self.links.rooted(url), ..Shown::default() };
        }
        let name = file_beside(url);
        let address = self.links.picture(&post.slug, &name);
        // What is not beside the post is not published, and not looked at.
        if !is_inside(&name) {
            return Shown { src: address, ..Shown::default() };
        }
        self.pictures.shown(&post.folder().join(&*name), address)
    }

    /// The picture that leads a post, as a file: its address, its media type and its length in bytes, as far as they
    /// are known.
    pub(in crate::publication) fn lead_file(
        &self,
        entry: &Entry<'_>,
    ) -> Option<(String, Option<&'static str>, Option<u64>)> {
        let Shown { src, file, .. } = self.shown(entry.post, &entry.post.image.as_ref()?.src);
        let length = file.and_then(|file| fs::metadata(file).ok()).map(|metadata| metadata.len());
        Some((self.addresses.rooted(&src), media_type(&src), length))
    }

    pub(super) fn post_link(&self, settings: &LocaleSettings, entry: &Entry<'_>) -> PostLink {
        let (title, url, _) = self.titled_link(settings, entry);
        PostLink { title, url }
    }

    /// The picture for those who link to the page: the lead picture, or else the first one of the body that is large enough.
    pub(super) fn share_image(&self, entry: &Entry<'_>, locale: &Locale) -> Option<ShareImage> {
        let post = entry.post;
        let lead = post.image.as_ref().and_then(|image| {
            let alt = self.lead_picture(entry, image, locale).alt.text;
            Some(ShareImage { alt, ..self.shared(post, &image.src)? })
        });
        let in_body = || {
            let pictures = post.targets.iter().filter_map(|(target, _)| match target {
                Target::Picture(name) => self.shared(post, name),
                Target::Post(_) => None,
            });
            let (width, height) = LEAST_SHARED;
            pictures.into_iter().find(|image| image.width >= width && image.height >= height)
        };
        lead.or_else(in_body)
    }

    /// The publication's logo, for those who link to a page without a picture: a raster that is large enough.
    pub(super) fn shared_logo(&self, settings: &LocaleSettings) -> Option<ShareImage> {
        let (_, file, path) = self.publication.settings.site.theme.logos().next()?;
        let is_raster = !path.ends_with(".svg");
        let Size { width, height } = self.pictures.size(Path::new(file)).filter(|_| is_raster)?;
        let alt = self.localized(&self.publication.settings.site.title, settings).text;
        let image = ShareImage { url: self.addresses.url(&path), alt, width, height };
        (width >= LEAST_SHARED.0 && height >= LEAST_SHARED.1).then_some(image)
    }

    /// A picture beside a post for other sites. Hardly any of them shows drawings (SVG) or AVIF.
    fn shared(&self, post: &Post, name: &str) -> Option<ShareImage> {
        let Shown { src, file_size, .. } = self.shown(post, name);
        let is_shown = ![".svg", ".avif"].iter().any(|ending| src.to_ascii_lowercase().ends_with(ending));
        let Size { width, height } = file_size.filter(|_| is_shown)?;
        Some(ShareImage { url: self.addresses.rooted(&src), alt: String::new(), width, height })
    }

    /// A post, by what it is [known by](Post::id), in a mail to the readers of a locale, if it is still published.
    pub fn mail_post(&self, settings: &LocaleSettings, id: &Slug) -> Option<MailPost> {
        let post = self.publication.known_post(id)?;
        let entry = self.edition(&settings.locale)?.entry(&post.slug)?;
        Some(self.mail_entry(settings, entry))
    }

    /// All of such a post, for a mail from [off-site](Pages::off_site) pages; `None` where its page is another edition's.
    ///
    /// # Errors
    /// When its file is no post any more.
    pub fn full_text(&self, settings: &LocaleSettings, id: &Slug) -> Result<Option<FullText>, Error> {
        let post = self.publication.known_post(id);
        let entry = post.and_then(|post| self.edition(&settings.locale)?.entry(&post.slug));
        let Some(entry) = entry.filter(|entry| entry.has_page) else { return Ok(None) };
        let html = mail_html(&self.body_of(settings, entry.post)?.html);
        let text = plain_text(&html);
        let translation = self.notice(settings, &entry.variant, entry.post);
        Ok(Some(FullText { html, text, translation }))
    }

    /// The latest posts of a locale, for a mail.
    pub fn latest_mail_posts(
        &self,
        settings: &LocaleSettings,
        wanted: impl Fn(&Post) -> bool,
        count: usize,
    ) -> Vec<MailPost> {
        let ready = self.ready_for_mail(&settings.locale).filter(|entry| wanted(entry.post));
        ready.take(count).map(|entry| self.mail_entry(settings, entry)).collect()
    }

    /// The latest posts that a mail to readers of a locale can carry, by what they are [known by](Post::id).
    pub fn latest_posts(&self, locale: &Locale, count: usize) -> Vec<Slug> {
        self.ready_for_mail(locale).take(count).map(|entry| entry.post.id.clone()).collect()
    }

    fn ready_for_mail(&self, locale: &Locale) -> impl Iterator<Item = &'a Entry<'a>> {
        let entries = self.edition(locale).map_or(&[][..], |edition| &edition.entries);
        entries.iter().filter(|entry| entry.open && entry.post.newsletter && !entry.stays)
    }

    fn mail_entry(&self, settings: &LocaleSettings, entry: &Entry<'_>) -> MailPost {
        let card = self.plain_card(settings, entry);
        MailPost {
            title: card.title,
            summary: card.summary,
            url: card.url,
            date: card.date,
            minutes: card.minutes,
            topics: card.topics.into_iter().map(|topic| topic.name).collect(),
            tongue: card.tongue,
        }
    }

    fn title(&self, entry: &Entry<'_>, page: &Locale) -> Text {
        let written = || Text::own(self.set(entry.post.title.as_str(), &self.publication.settings.site.source));
        self.first_text(&entry.variant, Kind::Title, page).unwrap_or_else(written)
    }

    /// The first block of a kind, if it stands in the front matter: title, summary, lead picture.
    fn first_text(&self, variant: &Variant, kind: Kind, page: &Locale) -> Option<Text> {
        let Resolved { text, locale, .. } = variant.first(kind)?;
        Some(Text::in_locale(self.set(text, locale), locale, page))
    }

    /// A text with the punctuation of its language.
    pub(super) fn set<'t>(&self, text: &'t str, locale: &Locale) -> Cow<'t, str> {
        self.publication.settings.site.theme.punctuation.set(text, locale)
    }
}

/// The media type of a picture, by the ending of its name.
fn media_type(name: &str) -> Option<&'static str> {
    match name.rsplit_once('.')?.1.to_ascii_lowercase().as_str() {
        "jpg" | "jpeg" => Some("image/jpeg"),
        "png" => Some("image/png"),
        "webp" => Some("image/webp"),
        "gif" => Some("image/gif"),
        "svg" => Some("image/svg+xml"),
        _ => None,
    }
}
