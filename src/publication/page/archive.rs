//! The archive: every post of an edition on one line, by year.

use chrono::Datelike as _;

use super::{
    super::{Edition, Entry, Error, addresses::SEARCH_PATH},
    Pages,
    lists::KnownIn,
    makings::{Known, Made},
};
use crate::{
    locale::Locale,
    templates::{ArchiveLine, ArchivePage, ArchiveSection, ArchiveYear},
    translation::LocaleSettings,
};

/// The posts that one page lists. An archive with more has a page for each year, so that no page grows
/// without end and one more post does not mean writing all of them anew.
const MOST_ON_A_PAGE: usize = 500;

/// The posts of a year, newest first; there is at least one.
pub(super) struct Year<'e, 'a> {
    pub(super) year: i32,
    pub(super) entries: Vec<&'e Entry<'a>>,
}

impl Pages<'_> {
    /// The archive of an edition: the paths below it, from `""` for its first page, each with its page. `known` is
    /// asked with the path.
    ///
    /// # Errors
    /// When the template cannot be rendered.
    pub(in crate::publication) fn archive_pages(
        &self,
        edition: &Edition<'_>,
        known: &KnownIn<'_>,
    ) -> Result<Vec<(String, Made)>, Error> {
        let years = self.years(edition.entries.iter());
        let is_long = is_long(edition);
        let all: Vec<_> = years.iter().collect();
        let first = if is_long { &all[..1] } else { &all[..] };
        let mut pages =
            vec![(String::new(), self.archive_page(edition, &years, (None, first), &|print| known("", print))?)];
        for year in years.iter().filter(|_| is_long) {
            let path = format!("{}/", year.year);
            let page = self.archive_page(edition, &years, (Some(year.year), &[year]), &|print| known(&path, print))?;
            pages.push((path, page));
        }
        Ok(pages)
    }

    /// The years that have a page of their own in an edition.
    pub(in crate::publication) fn archive_years(&self, edition: &Edition<'_>) -> Vec<i32> {
        if !is_long(edition) {
            return Vec::new();
        }
        edition.years().to_vec()
    }

    fn archive_page(
        &self,
        edition: &Edition<'_>,
        years: &[Year<'_, '_>],
        (about, shown): (Option<i32>, &[&Year<'_, '_>]),
        known: &Known<'_>,
    ) -> Result<Made, Error> {
        let (locale, settings) = (edition.locale(), edition.settings);
        let path = about.map_or_else(|| "archive/".to_owned(), |year| format!("archive/{year}/"));
        let has_it =
            |edition: &Edition<'_>| about.is_none_or(|year| is_long(edition) && edition.years().contains(&year));
        let place = self.page_of(("archive/", |_| true), (&path, has_it));
        let is_long = is_long(edition);
        let section = |year: &&Year<'_, '_>| ArchiveSection {
            id: anchor(year.year),
            date: year.entries[0].post.date,
            lines: self.lines(settings, year),
        };
        let entry = |year: &Year<'_, '_>| year.listed(self.year_url(locale, year.year, is_long), about);
        let page = ArchivePage {
            canonical_url: self.addresses.url(&format!("{locale}/{path}")),
            alternates: self.alternates(&place),
            year: about.and(shown.first()).map(|year| year.entries[0].post.date),
            count: about.and(shown.first()).map_or(edition.entries.len(), |year| year.entries.len()),
            years: years.iter().map(entry).collect(),
            sections: shown.iter().map(section).collect(),
            index_url: self.links.search_index(locale),
            script_url: self.asset_url(SEARCH_PATH),
        };
        let site = self.site_around(settings, &place);
        self.make("archive", (&site, page), "", known, |page| {
            Ok(self.publication.templates.render_archive_page(&site, &page)?)
        })
    }

    fn year_url(&self, locale: &Locale, year: i32, has_page: bool) -> String {
        let archive = self.links.archive(locale);
        if has_page { format!("{archive}{year}/") } else { format!("{archive}#{}", anchor(year)) }
    }

    /// Posts, newest first, by the year they are dated in, where the publication is at home.
    pub(super) fn years<'e, 'a: 'e>(&self, entries: impl Iterator<Item = &'e Entry<'a>>) -> Vec<Year<'e, 'a>> {
        let mut years: Vec<Year<'_, '_>> = Vec::new();
        for entry in entries {
            let year = self.year_of(entry);
            match years.last_mut().filter(|last| last.year == year) {
                Some(last) => last.entries.push(entry),
                None => years.push(Year { year, entries: vec![entry] }),
            }
        }
        years
    }

    pub(super) fn year_of(&self, entry: &Entry<'_>) -> i32 {
        entry.post.date.with_timezone(&self.publication.settings.site.zone).year()
    }

    /// The posts of a year, a line each.
    pub(super) fn lines(&self, settings: &LocaleSettings, year: &Year<'_, '_>) -> Vec<ArchiveLine> {
        let line = |entry: &&Entry<'_>| {
            let (title, url, elsewhere) = self.titled_link(settings, entry);
            ArchiveLine { title, url, elsewhere, tongue: self.tongue(settings, entry), date: entry.post.date }
        };
        year.entries.iter().map(line).collect()
    }
}

impl Year<'_, '_> {
    /// The year among all, listed at an address, on a page that is `about` one of them.
    pub(super) fn listed(&self, url: String, about: Option<i32>) -> ArchiveYear {
        let (date, count) = (self.entries[0].post.date, self.entries.len());
        ArchiveYear { date, count, url, current: about == Some(self.year) }
    }
}

/// Whether an archive has a page for each year.
fn is_long(edition: &Edition<'_>) -> bool {
    edition.entries.len() > MOST_ON_A_PAGE
}

/// The place of a year on the archive's first page.
fn anchor(year: i32) -> String {
    format!("year-{year}")
}
