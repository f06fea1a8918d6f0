//! Pages and mails: Handlebars with Fluent, one typed `render_*` function per template.

mod mail;
mod page;
mod text;

pub use mail::{ConfirmationMail, DigestMail, MailPost, RenderedMail, WelcomeMail};
pub use page::{
    Alternate, Author, CallToAction, Card, Choice, Contact, Field, FieldError, FrontPage, Heading, Language, Notice,
    NoticeForm, NoticePage, Picture, PostLink, PostPage, Site, Source, SubscribePage, TopicLink, TopicPage,
    TranslationNotice,
};
pub use text::Text;
