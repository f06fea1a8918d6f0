//! Issues on the web: what the readers of a language got, without anybody's links.

use axum::{
    Router,
    extract::{Path, State},
    http::header,
    response::{Html, IntoResponse as _, Response},
    routing::get,
};

use super::{Desk, apology::nowhere, desk::Error};
use crate::{
    digest::Composer,
    locale::Locale,
    outbox::IssueId,
    publication::{self, Pages},
    storage::ArchivedIssue,
    templates::{IssueLine, IssuePage, IssuesPage, MailPost},
    translation::LocaleSettings,
};

/// Routes for `/LANG/issues/`, its feed, and `/LANG/issues/NUMBER/`.
pub(super) fn router() -> Router<Desk> {
    Router::new()
        .route("/{locale}/issues/", get(all))
        .route("/{locale}/issues/{id}/", get(one))
        .route("/{locale}/issues/{file}", get(feed))
}

/// The edition of this name, and the languages whose readers see its pages.
fn edition(desk: &Desk, tag: &str) -> Option<(Locale, Vec<Locale>)> {
    let edition = desk.editions().into_iter().find(|locale| locale.as_str() == tag)?;
    let settings = &desk.content().settings;
    let all = settings.locales.iter().map(|settings| settings.locale.clone());
    let readers = all.filter(|locale| *settings.edition_of(locale) == edition).collect();
    Some((edition, readers))
}

async fn all(State(desk): State<Desk>, Path(tag): Path<String>) -> Result<Response, Error> {
    let Some((locale, readers)) = edition(&desk, &tag) else { return Ok(nowhere()) };
    let issues = desk.store().archived_issues(&readers).await?;
    let make = move |composer: &Composer<'_>| {
        let settings = settings(composer, &locale)?;
        let links = composer.pages().links().clone();
        let line = |issue: ArchivedIssue| {
            let posts = posts(&composer.pages(), settings, &issue);
            let (lead, count) = (posts.first()?.title.clone(), posts.len());
            Some(IssueLine { date: issue.created_at, lead, count, url: links.issue(&locale, issue.id.0) })
        };
        let page = IssuesPage {
            canonical_url: composer.pages().addresses().issues(&locale),
            alternates: Vec::new(),
            issues: issues.into_iter().filter_map(line).collect(),
            feed_url: format!("{}feed.xml", composer.pages().links().issues(&locale)),
        };
        let site = composer.pages().site_at(settings, "issues/");
        Ok(composer.publication.templates.render_issues_page(&site, &page)?)
    };
    Ok(Html(desk.compose(make).await?).into_response())
}

/// The feed, in one of its formats. What was withdrawn since is in none.
async fn feed(State(desk): State<Desk>, Path((tag, file)): Path<(String, String)>) -> Result<Response, Error> {
    let Some((locale, readers)) = edition(&desk, &tag) else { return Ok(nowhere()) };
    let issues = desk.store().archived_issues(&readers).await?;
    let make = move |composer: &Composer<'_>| {
        let settings = settings(composer, &locale)?;
        let pages = composer.pages().off_site();
        let page = |issue: ArchivedIssue| {
            let posts = posts(&pages, settings, &issue);
            let page = IssuePage {
                canonical_url: pages.addresses().issue(&locale, issue.id.0),
                alternates: Vec::new(),
                date: issue.created_at,
                posts,
                all_url: pages.addresses().issues(&locale),
            };
            (!page.posts.is_empty()).then_some((issue.id.0, page))
        };
        let issues: Vec<_> = issues.into_iter().filter_map(page).collect();
        publication::render_issues_feed(&pages, settings, &issues, &file)
    };
    match desk.compose(make).await? {
        Some((media_type, feed)) => Ok(([(header::CONTENT_TYPE, media_type)], feed).into_response()),
        None => Ok(nowhere()),
    }
}

async fn one(State(desk): State<Desk>, Path((tag, id)): Path<(String, String)>) -> Result<Response, Error> {
    let Some((locale, readers)) = edition(&desk, &tag) else { return Ok(nowhere()) };
    let id = id.parse().ok().filter(|id| *id > 0).map(IssueId);
    let issue = match id {
        Some(id) => desk.store().archived_issue(&readers, id).await?,
        None => None,
    };
    let Some(issue) = issue else { return Ok(nowhere()) };
    let make = move |composer: &Composer<'_>| {
        let settings = settings(composer, &locale)?;
        let posts = posts(&composer.pages(), settings, &issue);
        if posts.is_empty() {
            return Ok(None);
        }
        let page = IssuePage {
            canonical_url: composer.pages().addresses().issue(&locale, issue.id.0),
            alternates: Vec::new(),
            date: issue.created_at,
            posts,
            all_url: composer.pages().links().issues(&locale),
        };
        let site = composer.pages().site(settings);
        Ok(Some(composer.publication.templates.render_issue_page(&site, &page)?))
    };
    match desk.compose(make).await? {
        Some(html) => Ok(Html(html).into_response()),
        // All of it was withdrawn since.
        None => Ok(nowhere()),
    }
}

fn settings<'c>(composer: &'c Composer<'_>, locale: &Locale) -> Result<&'c LocaleSettings, publication::Error> {
    let settings = composer.publication.settings.locale(locale);
    settings.ok_or_else(|| publication::Error::UnknownLocale(locale.clone()))
}

/// The posts of an issue as they are now, the newest first; what was withdrawn since is gone here too.
fn posts(pages: &Pages<'_>, settings: &LocaleSettings, issue: &ArchivedIssue) -> Vec<MailPost> {
    let mut posts: Vec<_> = issue.posts.iter().filter_map(|post| pages.mail_post(settings, post)).collect();
    posts.sort_by_key(|post| std::cmp::Reverse(post.date));
    posts
}
