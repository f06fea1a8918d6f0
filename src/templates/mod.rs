//! Pages and mails: Handlebars with Fluent, one typed `render_*` function per template.
//!
//! The theme is inside the binary, folder `templates/`. A publication's own `templates/` may
//! replace any file of it, and add partials. A template sees `site` and `page` (or `mail`) and
//! nothing else: no environment, no files, no network.

mod editor;
mod error;
mod feeds;
mod form;
mod formats;
mod frame;
mod functions;
mod helpers;
mod interface;
mod issues;
mod linked_data;
mod list;
mod mail;
mod messages;
mod oddities;
mod open_ends;
mod page;
mod partials;
mod recurring;
mod references;
mod escaped;
mod registry;
mod sample;
mod sources;
mod subscription;
mod text;
mod tight;
mod zones;

use std::{collections::BTreeMap, path::Path, sync::Arc};

use chrono_tz::Tz;
use css_inline::CSSInliner;
use serde::Serialize;
use url::Url;

pub use editor::{EditorMail, EditorNote, LocaleReaders, StepDeed, Untranslated};
pub use error::Error;
pub use feeds::{FeedLink, FeedPost, FeedRow, FeedsPage};
pub use form::{
    Choice, Field, FieldError, Mistake, Notice, NoticeForm, NoticeMail, NoticePage, SubscribePage, ZoneField,
};
pub use formats::{DateStyle, Days, NotADateStyle};
pub use frame::Frame;
pub(crate) use helpers::{escape_html, fold};
pub use interface::check_interface;
pub use issues::{IssueLine, IssuePage, IssuesPage};
pub use linked_data::LinkedData;
pub use list::{
    ArchiveLine, ArchivePage, ArchiveSection, ArchiveYear, AuthorPage, Card, FrontPage, Listing, TopicPage,
};
pub use mail::{
    AskedOn, ConfirmationMail, DigestMail, FullText, Letter, LetterMail, MailPost, RenderedMail, WelcomeMail,
};
pub use messages::{Error as MessageError, Messages, Value};
pub(crate) use open_ends::closing_of;
pub use page::{
    Alternate, Author, CallToAction, Contact, Heading, Language, Logo, Picture, PlainPage, PostLink, PostPage, Puzzle,
    SchemeColor, ShareImage, Site, Source, TopicLink, TranslationNotice,
};
pub use sources::{theme_file, theme_names};
pub use subscription::{AddressForm, Agreement, DataPage, Deed, PreferencesPage, SentMail};
pub use text::Text;
pub use zones::{ZoneArea, ZoneChoice, Zones};

use crate::{diagnostic::Diagnostic, line::one_line, locale::Locale};
use helpers::Speaker;
use registry::Edition;

/// The templates of a publication in all its languages. Shared by all threads.
#[derive(Debug)]
pub struct Templates {
    editions: BTreeMap<Locale, Edition>,
    assets: sources::Assets,
    messages: Arc<Messages>,
}

/// What pages and mails have in common besides their texts.
#[derive(Debug, Clone)]
pub struct Place {
    /// The zone in which dates are written.
    pub time_zone: Tz,
    /// The address of the site; ends with `/`.
    pub base_url: Url,
}

/// A page as its template sees it.
#[derive(Serialize)]
struct Paged<'a, T> {
    site: &'a Site,
    page: &'a T,
}

/// A mail as its templates see it.
#[derive(Serialize)]
struct Mailed<'a, T> {
    site: &'a Site,
    mail: &'a T,
}

impl Templates {
    /// Loads the theme, and what the publication in the folder `dir` replaces of it. If it
    /// replaces anything, everything is rendered once with made-up content, so that a slip
    /// in a template shows now and not on the day of the newsletter. Until it is put right,
    /// the template of the theme is used, by whoever does not rather wait for that.
    ///
    /// # Errors
    /// When a file is there but cannot be read.
    pub fn load(dir: &Path, messages: Arc<Messages>, place: &Place) -> Result<(Self, Vec<Diagnostic>), Error> {
        let mut diagnostics = Vec::new();
        let (mut all, mut assets) = (sources::built_in().clone(), sources::built_in_assets());
        sources::add_own(dir, &mut all, &mut assets, &mut diagnostics)?;
        let compiled = registry::compile(&all, &mut diagnostics);
        let mut templates = Self { editions: editions(&compiled, &messages, place), assets, messages };
        // What fails gives way to its namesake in the binary, and so does what then fails without it.
        while all.values().any(|source| source.own) {
            let failures = templates.check();
            if failures.is_empty() {
                break;
            }
            sources::give_way(&mut all, failures.iter().map(|found| found.file.as_path()));
            diagnostics.extend(failures);
            let compiled = registry::compile(&all, &mut Vec::new());
            templates.editions = editions(&compiled, &templates.messages, place);
        }
        diagnostics.sort();
        diagnostics.dedup();
        Ok((templates, diagnostics))
    }

    /// The style sheet and pictures of the theme: name, such as `site.css`, and content.
    pub fn assets(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.assets.iter().map(|(name, content)| (name.as_str(), &**content))
    }

    /// The texts of the interface.
    pub fn messages(&self) -> &Messages {
        &self.messages
    }

    /// Renders the first page of an edition.
    ///
    /// # Errors
    /// As all that render: when the site's language is not one of the publication's, or the
    /// template, if it is the publication's own, asks for something that is not there.
    pub fn render_front_page(&self, site: &Site, page: &FrontPage) -> Result<String, Error> {
        self.render_page("page/front", site, page)
    }

    /// Renders a post.
    ///
    /// # Errors
    /// As [`Templates::render_front_page`].
    pub fn render_post_page(&self, site: &Site, page: &PostPage) -> Result<String, Error> {
        self.render_page("page/post", site, page)
    }

    /// Renders the posts on a topic.
    ///
    /// # Errors
    /// As [`Templates::render_front_page`].
    pub fn render_topic_page(&self, site: &Site, page: &TopicPage) -> Result<String, Error> {
        self.render_page("page/topic", site, page)
    }

    /// Renders the posts of somebody who writes.
    ///
    /// # Errors
    /// As [`Templates::render_front_page`].
    pub fn render_author_page(&self, site: &Site, page: &AuthorPage) -> Result<String, Error> {
        self.render_page("page/author", site, page)
    }

    /// Renders the archive, or a year of it.
    ///
    /// # Errors
    /// As [`Templates::render_front_page`].
    pub fn render_archive_page(&self, site: &Site, page: &ArchivePage) -> Result<String, Error> {
        self.render_page("page/archive", site, page)
    }

    /// Renders the page about feeds.
    ///
    /// # Errors
    /// As [`Templates::render_front_page`].
    pub fn render_feeds_page(&self, site: &Site, page: &FeedsPage) -> Result<String, Error> {
        self.render_page("page/feeds", site, page)
    }

    /// Renders a post for readers of feeds.
    ///
    /// # Errors
    /// As [`Templates::render_front_page`].
    pub fn render_feed_post(&self, site: &Site, post: &FeedPost) -> Result<String, Error> {
        self.render_page("feed/post", site, post)
    }

    /// Renders an issue of the newsletter for readers of feeds.
    ///
    /// # Errors
    /// As [`Templates::render_front_page`].
    pub fn render_feed_issue(&self, site: &Site, page: &IssuePage) -> Result<String, Error> {
        self.render_page("feed/issue", site, page)
    }

    /// Renders a page that is no post.
    ///
    /// # Errors
    /// As [`Templates::render_front_page`].
    pub fn render_plain_page(&self, site: &Site, page: &PlainPage) -> Result<String, Error> {
        self.render_page("page/plain", site, page)
    }

    /// Renders the form by which a reader subscribes.
    ///
    /// # Errors
    /// As [`Templates::render_front_page`].
    pub fn render_subscribe_page(&self, site: &Site, page: &SubscribePage) -> Result<String, Error> {
        self.render_page("page/subscribe", site, page)
    }

    /// Renders the form by which a subscriber changes their subscription.
    ///
    /// # Errors
    /// As [`Templates::render_front_page`].
    pub fn render_preferences_page(&self, site: &Site, page: &PreferencesPage) -> Result<String, Error> {
        self.render_page("page/preferences", site, page)
    }

    /// Renders everything that is stored about a subscriber.
    ///
    /// # Errors
    /// As [`Templates::render_front_page`].
    pub fn render_data_page(&self, site: &Site, page: &DataPage) -> Result<String, Error> {
        self.render_page("page/data", site, page)
    }

    /// Renders an issue for everybody.
    ///
    /// # Errors
    /// As [`Templates::render_front_page`].
    pub fn render_issue_page(&self, site: &Site, page: &IssuePage) -> Result<String, Error> {
        self.render_page("page/issue", site, page)
    }

    /// Renders the list of all issues.
    ///
    /// # Errors
    /// As [`Templates::render_front_page`].
    pub fn render_issues_page(&self, site: &Site, page: &IssuesPage) -> Result<String, Error> {
        self.render_page("page/issues", site, page)
    }

    /// Renders a page that says one thing.
    ///
    /// # Errors
    /// As [`Templates::render_front_page`].
    pub fn render_notice_page(&self, site: &Site, page: &NoticePage) -> Result<String, Error> {
        self.render_page("page/notice", site, page)
    }

    /// Renders the recurring newsletter.
    ///
    /// # Errors
    /// As [`Templates::render_front_page`], and when the mail's style sheet is none.
    pub fn render_digest_mail(&self, site: &Site, mail: &DigestMail) -> Result<RenderedMail, Error> {
        self.render_mail("digest", site, &mail.counted())
    }

    /// Renders the mail that asks a new subscriber whether it was really them.
    ///
    /// # Errors
    /// As [`Templates::render_digest_mail`].
    pub fn render_confirmation_mail(&self, site: &Site, mail: &ConfirmationMail) -> Result<RenderedMail, Error> {
        self.render_mail("confirmation", site, mail)
    }

    /// Renders the first mail after a confirmation.
    ///
    /// # Errors
    /// As [`Templates::render_digest_mail`].
    pub fn render_welcome_mail(&self, site: &Site, mail: &WelcomeMail) -> Result<RenderedMail, Error> {
        self.render_mail("welcome", site, mail)
    }

    /// Renders a short letter about a subscription.
    ///
    /// # Errors
    /// As [`Templates::render_digest_mail`].
    pub fn render_letter_mail(&self, site: &Site, mail: &LetterMail) -> Result<RenderedMail, Error> {
        self.render_mail("letter", site, mail)
    }

    /// Renders a mail to an editor.
    ///
    /// # Errors
    /// As [`Templates::render_digest_mail`].
    pub fn render_editor_mail(&self, site: &Site, mail: &EditorMail) -> Result<RenderedMail, Error> {
        self.render_mail("editor", site, mail)
    }

    fn render_page(&self, name: &str, site: &Site, page: &impl Serialize) -> Result<String, Error> {
        let edition = self.edition(site)?;
        let Ok(page) = serde_json::to_value(page) else { return edition.render(name, &Paged { site, page }) };
        match site.frame.render(edition, name, site, page) {
            Ok(rendered) => rendered.map_err(|error| Error::render(name, &error)),
            Err(page) => edition.render(name, &Paged { site, page: &page }),
        }
    }

    fn render_mail(&self, name: &str, site: &Site, mail: &impl Serialize) -> Result<RenderedMail, Error> {
        let edition = self.edition(site)?;
        let part = |part: &str| edition.render(&format!("mail/{name}/{part}"), &Mailed { site, mail });
        Ok(RenderedMail {
            subject: one_line(&part("subject.txt")?),
            html: inline_style(&format!("mail/{name}/body.html"), &part("body.html")?)?,
            text: part("body.txt")?,
        })
    }

    fn edition(&self, site: &Site) -> Result<&Edition, Error> {
        self.editions.get(&site.locale).ok_or_else(|| Error::UnknownLocale(site.locale.clone()))
    }

    /// Renders everything in every language with made-up content.
    fn check(&self) -> Vec<Diagnostic> {
        let errors = self.editions.keys().flat_map(|locale| sample::render_all(self, locale));
        errors.filter_map(|(_, rendered)| rendered.err()).map(|error| diagnostic(&error)).collect()
    }
}

/// The templates for each language that `messages` speaks.
fn editions(compiled: &Arc<registry::Compiled>, messages: &Arc<Messages>, place: &Place) -> BTreeMap<Locale, Edition> {
    let edition = |locale: &Locale| {
        let speaker = Arc::new(Speaker {
            locale: locale.clone(),
            formats: messages.formats(locale).cloned()?,
            messages: Arc::clone(messages),
            time_zone: place.time_zone,
            base_url: place.base_url.clone(),
        });
        Some((locale.clone(), Edition::new(compiled, &speaker)))
    };
    messages.locales().filter_map(edition).collect()
}

/// Writes the style sheet of a mail into its elements, as many mail programs drop the sheet;
/// its `@media` rules stay in the head for those that do not.
fn inline_style(name: &str, html: &str) -> Result<String, Error> {
    let inliner = CSSInliner::options().load_remote_stylesheets(false).keep_at_rules(true).build();
    inliner.inline(html).map_err(|source| Error::Style { file: sources::file_of(name), source })
}

fn diagnostic(error: &Error) -> Diagnostic {
    match error {
        Error::Render { file, line, column, reason } => Diagnostic::error(file, "template-fails", reason.clone())
            .at(*line, *column)
            .help("compare it with the template of the theme that it replaces"),
        Error::Style { file, source } => Diagnostic::error(file, "template-fails", source.to_string())
            .help("the `<style>` of a mail must be plain CSS"),
        Error::UnknownLocale(_) | Error::Io { .. } => {
            Diagnostic::error(Path::new("templates"), "template-fails", error.to_string())
        }
    }
}

#[cfg(test)]
mod tests;
