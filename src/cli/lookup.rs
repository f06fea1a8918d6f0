//! What a person named on the command line, or what they may have meant.

use crate::{
    diagnostic::{count, nearest},
    locale::Locale,
    posts::Post,
    publication::{Publication, Settings},
    translation::LocaleSettings,
    workflows::Withdrawn,
};

/// A locale that translators work in.
pub(super) fn translated_locale<'s>(settings: &'s Settings, tag: &str) -> Result<&'s LocaleSettings, String> {
    let translated = settings.translated_locales();
    let named = tag.parse().ok().and_then(|locale| settings.locale(&locale));
    match named {
        Some(found) if translated.contains(&found.locale) => Ok(found),
        Some(found) if found.locale == settings.site.source => {
            Err(format!("posts are written in `{tag}`, so there is nothing to translate"))
        }
        Some(found) => {
            let edition = settings.edition_of(&found.locale);
            Err(format!("`{tag}` has no translations of its own: its readers get those of `{edition}`"))
        }
        None => {
            let tags: Vec<&str> = translated.iter().map(Locale::as_str).collect();
            Err(unknown("language", tag, &tags))
        }
    }
}

/// Whether there are readers of a language; if not, which there are of.
pub(super) fn readers_locale(settings: &Settings, locale: &Locale) -> Result<(), String> {
    if settings.locale(locale).is_some() {
        return Ok(());
    }
    let known: Vec<&str> = settings.locales.iter().map(|settings| settings.locale.as_str()).collect();
    Err(format!("nothing is published in `{locale}`; choose one of {}", known.join(", ")))
}

/// A post by its slug.
pub(super) fn post<'p>(publication: &'p Publication, slug: &str) -> Result<&'p Post, String> {
    let slugs: Vec<&str> = publication.posts.iter().map(|post| post.slug.as_str()).collect();
    publication.posts.iter().find(|post| post.slug.as_str() == slug).ok_or_else(|| unknown("post", slug, &slugs))
}

/// Says that there is no such thing, and which there are.
pub(super) fn unknown(noun: &str, name: &str, known: &[&str]) -> String {
    format!("there is no {noun} `{name}`{}", named_or_meant(name, known))
}

/// The rest of a sentence about a name that is not known: what was meant, or which there are.
pub(super) fn named_or_meant(name: &str, known: &[&str]) -> String {
    /// More names than this are no help.
    const MOST_NAMES: usize = 8;
    match nearest(name, known.iter().copied()) {
        Some(meant) => format!("; did you mean `{meant}`?"),
        None if (1..=MOST_NAMES).contains(&known.len()) => format!("; there are {}", known.join(", ")),
        None => String::new(),
    }
}

/// What is missing of a post for its gate, in words, if it is no more than its title or its summary.
pub(super) fn lacking(lacks: &[&str]) -> Option<String> {
    match lacks {
        [] => None,
        [one] => Some(format!("the {one} is missing")),
        many => Some(format!("the {} are missing", many.join(" and the "))),
    }
}

/// From whose readers which posts are withdrawn, a line for each; of many the first.
pub(super) fn withdrawn(posts: &Withdrawn) -> Vec<String> {
    /// When a language is given up it may be all posts.
    const MOST_POSTS: usize = 20;
    let listed = |locales: &[Locale]| locales.iter().map(Locale::as_str).collect::<Vec<_>>().join(", ");
    let mut lines: Vec<_> =
        posts.iter().take(MOST_POSTS).map(|(post, locales)| format!("{}: {post}", listed(locales))).collect();
    if posts.len() > MOST_POSTS {
        lines
            .push(format!("these and others: {} more; `--json` has them all", count(posts.len() - MOST_POSTS, "post")));
    }
    lines
}
