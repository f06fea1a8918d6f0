//! Made-up content with which every template is tried: once with everything there is, once
//! with nothing that may be absent.

mod editor;
mod feeds;
mod issues;
mod posts;
mod subscription;

use chrono::DateTime;
use serde_json::json;

use self::posts::POSTS;
use super::{
    Alternate, ArchiveLine, ArchivePage, ArchiveSection, ArchiveYear, Author, AuthorPage, CallToAction, Card,
    ConfirmationMail, Contact, DigestMail, EditorNote, Error, Frame, FrontPage, FullText, Heading, Language, Letter,
    LinkedData, Listing, Logo, MailPost, Notice, NoticeForm, NoticeMail, NoticePage, Picture, PlainPage, PostLink,
    PostPage, Puzzle, RenderedMail, SchemeColor, ShareImage, Site, Source, Templates, Text, TopicLink, TopicPage,
    TranslationNotice, WelcomeMail,
};
use crate::{clock::Timestamp, locale::Locale};

/// A Sunday in November 2026.
const DAY: i64 = 1_795_341_600;

/// What a sample is rendered to: its name, and each of its files or the error.
type Rendered = (String, Result<Vec<(&'static str, String)>, Error>);

/// Renders every page and mail in `locale`, with everything and with next to nothing.
pub(super) fn render_all(templates: &Templates, locale: &Locale) -> Vec<Rendered> {
    let mut all = Vec::new();
    for full in [true, false] {
        let sample = Sample { locale: locale.clone(), full };
        let site = sample.site();
        let suffix = if full { "" } else { "-bare" };
        let mut page = |name: &str, html: Result<String, Error>| {
            all.push((format!("{name}{suffix}"), html.map(|html| vec![("html", html)])));
        };
        page("front", templates.render_front_page(&site, &sample.front_page()));
        page("post", templates.render_post_page(&site, &sample.post_page()));
        page("topic", templates.render_topic_page(&site, &sample.topic_page()));
        page("author", templates.render_author_page(&site, &sample.author_page()));
        page("archive", templates.render_archive_page(&site, &sample.archive_page()));
        page("feeds", templates.render_feeds_page(&site, &sample.feeds_page()));
        page("feed-post", templates.render_feed_post(&site, &sample.feed_post()));
        page("feed-issue", templates.render_feed_issue(&site, &sample.issue_page()));
        page("plain", templates.render_plain_page(&site, &sample.plain_page()));
        page("subscribe", templates.render_subscribe_page(&site, &sample.subscribe_page()));
        page("preferences", templates.render_preferences_page(&site, &sample.preferences_page()));
        page("issue", templates.render_issue_page(&site, &sample.issue_page()));
        page("issues", templates.render_issues_page(&site, &sample.issues_page()));
        page("data", templates.render_data_page(&site, &sample.data_page()));
        for notice in Notice::ALL {
            let rendered = templates.render_notice_page(&site, &sample.notice_page(notice));
            page(&format!("notice-{notice:?}"), rendered);
        }
        let mut mail = |name: &str, mail: Result<RenderedMail, Error>| {
            let parts = |mail: RenderedMail| vec![("html", mail.html), ("txt", mail.text), ("subject", mail.subject)];
            all.push((format!("{name}{suffix}"), mail.map(parts)));
        };
        mail("digest-mail", templates.render_digest_mail(&site, &sample.digest_mail()));
        mail("confirmation-mail", templates.render_confirmation_mail(&site, &sample.confirmation_mail()));
        mail("welcome-mail", templates.render_welcome_mail(&site, &sample.welcome_mail()));
        for letter in Letter::ALL {
            let rendered = templates.render_letter_mail(&site, &sample.letter_mail(letter));
            mail(&format!("letter-{letter:?}"), rendered);
        }
        for note in EditorNote::ALL {
            mail(&format!("editor-{note:?}"), templates.render_editor_mail(&site, &sample.editor_mail(note)));
        }
    }
    all
}

/// Makes up content in one language; what it lacks there is Dutch, as on a real page.
pub(super) struct Sample {
    /// The language of the page.
    pub(super) locale: Locale,
    /// Whether everything that may be absent is there.
    pub(super) full: bool,
}

const TOPICS: [[&str; 2]; 3] = [["Rugpijn", "آلام الظهر"], ["Krachttraining", "تمارين القوة"], ["Slaap", "النوم"]];

/// A body with one of everything that a post can have.
const BODY: [&str; 2] = [include_str!("sample/body.nl.html"), include_str!("sample/body.ar.html")];

impl Sample {
    /// The site around everything.
    pub(super) fn site(&self) -> Site {
        let address = |path: &str| format!("https://beweegreden.example/{}/{path}", self.locale);
        Site {
            title: Text::own("Beweegreden"),
            tagline: self.some(self.text(["Kinesitherapie in Lindelo", "علاج طبيعي في ليندلو"])),
            base_url: "https://beweegreden.example/".to_owned(),
            locale: self.locale.clone(),
            dir: self.locale.direction(),
            languages: self.languages(),
            home_url: address(""),
            feeds: feeds::feed_links(),
            feeds_url: address("feeds/"),
            subscribe_url: self.some(address("subscribe")),
            puzzle: self.some(Puzzle {
                url: address("subscribe/puzzle"),
                script_url: "https://beweegreden.example/puzzle.js".to_owned(),
            }),
            archive_url: address("archive/"),
            pages: self.list([PostLink {
                title: self.text(["Over ons", "من نحن"]),
                url: "https://beweegreden.example/nl/over-ons/".to_owned(),
            }]),
            topics: self.list((0..TOPICS.len()).map(|index| self.topic(index))),
            more_topics: self.list([self.topic(0), self.topic(1)]),
            contact: self.some(Contact {
                name: "Kinesitherapie Beweegreden".to_owned(),
                address: self.some("Molenstraat 12, 3999 Lindelo".to_owned()),
                email: self.some("hallo@beweegreden.example".to_owned()),
                phone: self.some("+32 11 00 00 00".to_owned()),
            }),
            call_to_action: self.some(CallToAction {
                title: self.text(["Zelf aan de slag, met iemand naast je?", "هل تبدأ ومعك من يرافقك؟"]),
                text: self.some(self.text([
                    "We bekijken samen wat jij nodig hebt. Een eerste gesprek duurt een halfuur.",
                    "ننظر معًا في ما تحتاج إليه. يستغرق اللقاء الأول نصف ساعة.",
                ])),
                url: "https://beweegreden.example/afspraak".to_owned(),
                label: self.text(["Maak een afspraak", "حجز موعد"]),
            }),
            style_url: "assets/site.css".to_owned(),
            more_style_url: "assets/more.css".to_owned(),
            favicon_url: "assets/favicon.svg".to_owned(),
            logo: self.logo(),
            color: SchemeColor { light: "#fffdf9".to_owned(), dark: "#131f1e".to_owned() },
            open_graph_locale: "nl_NL".to_owned(),
            frame: Frame::default(),
        }
    }

    /// The first page.
    pub(super) fn front_page(&self) -> FrontPage {
        FrontPage {
            canonical_url: "https://beweegreden.example/nl/".to_owned(),
            alternates: self.alternates(),
            lead: self.some(self.card(0)),
            cards: self.list((1..POSTS.len()).map(|index| self.card(index))),
            more: self.full,
            linked_data: LinkedData::new(&json!({ "@type": "Blog" })),
        }
    }

    /// Somebody who writes.
    pub(super) fn author_page(&self) -> AuthorPage {
        AuthorPage {
            canonical_url: "https://beweegreden.example/nl/authors/lien/".to_owned(),
            alternates: self.alternates(),
            name: "Lien Aerts".to_owned(),
            role: self.some(self.text(["kinesitherapeut", "معالجة طبيعية"])),
            about: self.some(self.text(["Lien loopt, valt en staat weer op.", "تركض لين وتسقط ثم تنهض من جديد."])),
            website: self.some("https://lien.example/".to_owned()),
            posts: self.listing(),
            linked_data: LinkedData::new(&json!({ "@type": "ProfilePage" })),
        }
    }

    /// The archive.
    pub(super) fn archive_page(&self) -> ArchivePage {
        let years = [(0, 4), (365, 12)].map(|(days, count)| ArchiveYear {
            date: day(days),
            count,
            url: format!("https://beweegreden.example/nl/archive/#year-{days}"),
            current: days == 0,
        });
        let line = |index: usize| ArchiveLine {
            title: self.title(index),
            url: url(index),
            elsewhere: self.card(index).elsewhere,
            tongue: self.card(index).tongue,
            date: day(index),
        };
        ArchivePage {
            canonical_url: "https://beweegreden.example/nl/archive/".to_owned(),
            alternates: self.alternates(),
            year: self.some(day(0)),
            count: if self.full { 16 } else { 0 },
            years: self.list(years),
            sections: self.list([ArchiveSection {
                id: "year-2026".to_owned(),
                date: day(0),
                lines: (0..POSTS.len()).map(line).collect(),
            }]),
            index_url: "https://beweegreden.example/nl/search.json".to_owned(),
            script_url: "assets/search.js".to_owned(),
        }
    }

    /// A page that is no post.
    pub(super) fn plain_page(&self) -> PlainPage {
        PlainPage {
            canonical_url: "https://beweegreden.example/nl/over-ons/".to_owned(),
            alternates: self.alternates(),
            title: self.text(["Over ons", "من نحن"]),
            summary: self.some(self.summary(0)),
            description: self.some(self.summary(0).text),
            body_html: BODY[self.column()].to_owned(),
            updated: self.some(day(3)),
            image: self.some(self.picture()),
            call_to_action: self.full,
            translation: self.post_page().translation,
        }
    }

    /// A topic.
    pub(super) fn topic_page(&self) -> TopicPage {
        TopicPage {
            canonical_url: "https://beweegreden.example/nl/topics/rugpijn/".to_owned(),
            alternates: self.alternates(),
            name: self.text(TOPICS[0]),
            description: self.some(
                self.text([
                    "Wat je rug aankan, en wat helpt als hij pijn doet.",
                    "ما يتحمله ظهرك، وما يفيد حين يؤلمك.",
                ]),
            ),
            feeds: feeds::feed_links(),
            follow_url: "https://beweegreden.example/nl/feeds/#topic-rugpijn".to_owned(),
            posts: self.listing(),
        }
    }

    /// The posts on a topic or by somebody: all of them, or those of a year.
    fn listing(&self) -> Listing {
        let ArchivePage { year, count, years, sections, .. } = self.archive_page();
        let lines = sections.into_iter().flat_map(|section| section.lines).collect();
        let cards = self.list((0..POSTS.len()).map(|index| self.card(index)));
        let first_url = self.some("https://beweegreden.example/nl/topics/rugpijn/".to_owned());
        Listing { year, first_url, count, cards, lines, years }
    }

    /// A post.
    pub(super) fn post_page(&self) -> PostPage {
        let heading = |id: &str, texts, nested| Heading { id: id.to_owned(), text: self.text(texts), nested };
        let link = |index: usize| PostLink { title: self.title(index), url: url(index) };
        PostPage {
            canonical_url: url(0),
            alternates: self.alternates(),
            title: self.title(0),
            summary: self.some(self.summary(0)),
            description: self.some(self.summary(0).text),
            body_html: BODY[self.column()].to_owned(),
            contents: self.list([
                heading("rust-roest", ["Rust roest", "الراحة تُصدئ"], false),
                heading("de-eerste-week", ["De eerste week", "الأسبوع الأول"], false),
                heading("wanneer-bellen", ["Wanneer je belt", "متى تتصل"], true),
                heading("wat-we-weten", ["Wat we weten", "ما نعرفه"], false),
            ]),
            date: day(0),
            updated: self.some(day(3)),
            authors: self.list([
                Author {
                    name: "Lien Aerts".to_owned(),
                    role: self.some(self.text(["kinesitherapeut", "معالجة طبيعية"])),
                    url: "https://beweegreden.example/nl/authors/lien/".to_owned(),
                },
                Author {
                    name: "Youssef Haddad".to_owned(),
                    role: None,
                    url: "https://beweegreden.example/nl/authors/youssef/".to_owned(),
                },
            ]),
            topics: self.list([self.topic(0), self.topic(1)]),
            minutes: 6,
            image: self.some(self.picture()),
            sources: self.list([
                Source {
                    number: 1,
                    text: "Maher C, Underwood M, Buchbinder R. Non-specific low back pain. Lancet 2017;389:736-747."
                        .to_owned(),
                    doi_url: Some("https://doi.org/10.1016/S0140-6736(16)30970-9".to_owned()),
                    pubmed_url: Some("https://pubmed.ncbi.nlm.nih.gov/27745712/".to_owned()),
                    url: None,
                },
                Source {
                    number: 2,
                    text: "Federaal Kenniscentrum voor de Gezondheidszorg. Lage rugpijn en radiculaire pijn. 2017."
                        .to_owned(),
                    doi_url: None,
                    pubmed_url: None,
                    url: Some("https://kce.example/rugpijn?taal=nl&deel=1".to_owned()),
                },
            ]),
            related: self.list([self.card(1), self.card(2)]),
            call_to_action: self.full,
            translation: self.some(TranslationNotice {
                fallback: true,
                untranslated: false,
                machine: true,
                stale: true,
                stale_since: Some(day(3)),
                original: self.languages().into_iter().next(),
            }),
            newer: self.some(link(3)),
            older: self.some(link(1)),
            share_image: self.some(ShareImage {
                url: "https://beweegreden.example/media/artikel-0/doos.jpg".to_owned(),
                alt: "Iemand tilt een doos".to_owned(),
                width: 1200,
                height: 675,
            }),
            linked_data: self.some(LinkedData::new(&json!({ "@type": "BlogPosting" }))),
        }
    }

    /// A page that says one thing.
    pub(super) fn notice_page(&self, notice: Notice) -> NoticePage {
        let form = NoticeForm {
            action: "https://beweegreden.example/s/TOKEN/confirm".to_owned(),
            fields: vec![("List-Unsubscribe".to_owned(), "One-Click".to_owned())],
        };
        let mail = NoticeMail {
            locale: self.site().locale.clone(),
            subject: "Je rug mag weer meedoen".to_owned(),
            recipients: 1_234,
        };
        let mails = if notice == Notice::Approve { vec![mail] } else { Vec::new() };
        let languages = if notice == Notice::NotYet { self.languages() } else { Vec::new() };
        NoticePage { mails, languages, ..NoticePage::new(notice, notice.asks().then_some(form)) }
    }

    /// A digest.
    pub(super) fn digest_mail(&self) -> DigestMail {
        DigestMail {
            cadence: "weekly".to_owned(),
            lead: self.mail_post(0),
            full: self.some(FullText {
                html: "<p>Blijf bewegen.</p>".to_owned(),
                text: "Blijf bewegen.".to_owned(),
                translation: self.post_page().translation,
            }),
            posts: self.list([self.mail_post(1), self.mail_post(2)]),
            more: self.list([PostLink { title: self.title(3), url: url(3) }]),
            unlisted: if self.full { 3 } else { 0 },
            browser_url: self.some("https://beweegreden.example/nl/issues/7/".to_owned()),
            asked: issues::asked(),
            unsubscribe_url: "%%unsubscribe%%".to_owned(),
            preferences_url: self.some("%%preferences%%".to_owned()),
        }
    }

    /// A confirmation mail.
    pub(super) fn confirmation_mail(&self) -> ConfirmationMail {
        ConfirmationMail {
            confirm_url: "%%confirm%%".to_owned(),
            valid_days: 7,
            cadence: "weekly".to_owned(),
            topics: self.list(TOPICS.map(|names| self.text(names))),
        }
    }

    /// A welcome mail.
    pub(super) fn welcome_mail(&self) -> WelcomeMail {
        WelcomeMail {
            cadence: "monthly".to_owned(),
            posts: self.list((0..3).map(|index| self.mail_post(index))),
            asked: issues::asked(),
            unsubscribe_url: "%%unsubscribe%%".to_owned(),
            preferences_url: self.some("%%preferences%%".to_owned()),
        }
    }

    fn card(&self, index: usize) -> Card {
        Card {
            title: self.title(index),
            summary: self.some(self.summary(index)),
            url: url(index),
            elsewhere: self.tongue(index),
            tongue: self.tongue(index),
            date: day(index),
            minutes: 6,
            topics: self.list([self.topic(index % TOPICS.len())]),
            image: self.some(self.picture()),
        }
    }

    pub(super) fn mail_post(&self, index: usize) -> MailPost {
        MailPost {
            title: self.title(index),
            summary: self.some(self.summary(index)),
            url: url(index),
            date: day(index),
            minutes: 4,
            topics: self.list([self.text(TOPICS[0]), self.text(TOPICS[1])]),
            tongue: self.tongue(index),
        }
    }

    /// One of the posts is read in another language.
    fn tongue(&self, index: usize) -> Option<Language> {
        let languages = || self.some(self.languages()).and_then(|all| all.into_iter().next());
        if index == 2 { languages() } else { None }
    }

    fn picture(&self) -> Picture {
        Picture {
            src: "assets/sample.svg".to_owned(),
            alt: self.text(["Iemand tilt een doos met gebogen knieën", "شخص يرفع صندوقًا وركبتاه مثنيتان"]),
            caption: self.some(self.text(["Tillen mag, ook met een zere rug.", "الرفع مسموح، حتى مع ألم الظهر."])),
            credit: self.some("Beweegreden, CC0".to_owned()),
            width: self.some(1200),
            height: self.some(675),
            srcset: self.some("assets/sample.svg 800w, assets/sample.svg 1200w".to_owned()),
        }
    }

    fn logo(&self) -> Option<Logo> {
        let logo = |src: &str, dark| Logo { src: src.to_owned(), width: Some(48), height: Some(48), dark };
        self.some(logo("assets/logo.svg", Some(Box::new(logo("assets/logo-dark.svg", None)))))
    }

    fn languages(&self) -> Vec<Language> {
        let names = [("nl", "Nederlands"), ("en", "English"), ("fr", "Français"), ("de", "Deutsch"), ("ar", "العربية")];
        let known = names.into_iter().filter_map(|(tag, name)| Some((tag.parse::<Locale>().ok()?, name)));
        known
            .map(|(locale, name)| Language {
                dir: locale.direction(),
                autonym: name.to_owned(),
                url: format!("https://beweegreden.example/{locale}/"),
                available: locale.as_str() != "de",
                spoken: (locale.as_str() == "en").then(|| "Nederlands".to_owned()),
                current: locale == self.locale,
                locale,
            })
            .collect()
    }

    fn alternates(&self) -> Vec<Alternate> {
        self.list(["nl", "fr", "x-default"].map(|hreflang| Alternate {
            hreflang: hreflang.to_owned(),
            url: format!("https://beweegreden.example/{hreflang}/"),
            open_graph_locale: (hreflang != "x-default").then(|| format!("{hreflang}_BE")),
        }))
    }

    fn topic(&self, index: usize) -> TopicLink {
        TopicLink { name: self.text(TOPICS[index]), url: format!("https://beweegreden.example/nl/topics/{index}/") }
    }

    fn title(&self, index: usize) -> Text {
        self.text(POSTS[index].map(|(title, _)| title))
    }

    fn summary(&self, index: usize) -> Text {
        self.text(POSTS[index].map(|(_, summary)| summary))
    }

    fn text(&self, texts: [&str; 2]) -> Text {
        let text = texts[self.column()];
        match "nl".parse() {
            Ok(dutch) if self.column() == 0 => Text::in_locale(text, &dutch, &self.locale),
            _ => Text::own(text),
        }
    }

    fn column(&self) -> usize {
        usize::from(self.locale.language() == "ar")
    }

    fn some<T>(&self, value: T) -> Option<T> {
        self.full.then_some(value)
    }

    fn list<T>(&self, values: impl IntoIterator<Item = T>) -> Vec<T> {
        if self.full { values.into_iter().collect() } else { Vec::new() }
    }
}

fn url(index: usize) -> String {
    format!("https://beweegreden.example/nl/artikel-{index}/")
}

fn day(index: usize) -> Timestamp {
    let days = i64::try_from(index).unwrap_or(0);
    DateTime::from_timestamp(DAY - days * 86_400, 0).unwrap_or_default()
}
