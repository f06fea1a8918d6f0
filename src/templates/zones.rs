//! The time zones of the world, as readers find theirs: by area, and by a city as their language calls it (CLDR, by
//! ICU4X).

use std::{collections::BTreeMap, fmt};

use chrono_tz::Tz;
use icu_datetime::{NoCalendarFormatter, fieldsets::zone::ExemplarCity};
use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_properties::{CodePointMapData, props::GeneralCategory};
use icu_time::zone::{
    TimeZone,
    iana::{IanaParser, IanaParserExtended},
};
use serde::Serialize;

use crate::locale::Locale;

/// How the names of zones begin that are places (tz database, theory.html). The others are offsets, or called so for old
/// programs.
const AREAS: [&str; 10] =
    ["Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"];

/// The zones that are in no area.
const OTHER: &str = "other";

/// Zones to choose from, under one heading.
#[derive(Debug, Clone, Serialize)]
pub struct ZoneArea {
    /// The heading: the message `area-NAME`, in lower case.
    pub name: String,
    /// The zones, by their cities.
    pub zones: Vec<ZoneChoice>,
}

/// A zone to choose.
#[derive(Debug, Clone, Serialize)]
pub struct ZoneChoice {
    /// The value that is sent: the name in the tz database.
    pub value: String,
    /// Older names of the same zone, which browsers still use, with blanks between them.
    pub also: String,
    /// What the reader sees.
    pub city: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// All zones, as one language names them. To be made once and kept.
pub struct Zones {
    cities: Cities,
    areas: Vec<ZoneArea>,
}

impl Zones {
    /// The zones that have cities, each once, and UTC.
    pub fn new(locale: &Locale) -> Self {
        let cities = Cities::new(locale);
        let mut areas: Vec<ZoneArea> = Vec::new();
        for (name, also) in places() {
            let (Ok(zone), Some(area)) = (name.parse::<Tz>(), area_of(name)) else { continue };
            let choice = ZoneChoice { also: also.join(" "), ..cities.choice(zone) };
            match areas.last_mut().filter(|last| last.name == area) {
                Some(last) => last.zones.push(choice),
                None => areas.push(ZoneArea { name: area, zones: vec![choice] }),
            }
        }
        for area in &mut areas {
            area.zones.sort_by_cached_key(|zone| (sort_key(&zone.city), zone.city.clone()));
        }
        areas.push(ZoneArea { name: OTHER.to_owned(), zones: vec![cities.choice(Tz::UTC)] });
        Self { cities, areas }
    }

    /// The zone with this name, if it can be chosen.
    pub fn find(&self, name: &str) -> Option<Tz> {
        let mut listed = self.areas.iter().flat_map(|area| &area.zones);
        listed.find(|zone| zone.value == name)?.value.parse().ok()
    }

    /// What a zone is called: a city.
    pub fn city(&self, zone: Tz) -> String {
        self.cities.name(zone)
    }

    /// All zones, those of the area `home` is in first, with the one that is named `chosen`, and one more that somebody
    /// has who did not choose it here.
    pub fn choices(&self, home: Tz, own: Option<Tz>, chosen: &str) -> Vec<ZoneArea> {
        let mut areas = self.areas.clone();
        if let (Some(own), Some(other)) = (own.filter(|own| self.find(own.name()).is_none()), areas.last_mut()) {
            other.zones.push(self.cities.choice(own));
        }
        let home = area_of(home.name());
        areas.sort_by_key(|area| Some(&area.name) != home.as_ref());
        for zone in areas.iter_mut().flat_map(|area| &mut area.zones) {
            zone.chosen = zone.value == chosen;
        }
        areas
    }
}

impl fmt::Debug for Zones {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Zones").field("areas", &self.areas).finish_non_exhaustive()
    }
}

/// The names of all zones that are places, in their order, with the older names of each.
fn places() -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut places: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for zone in IanaParserExtended::new().iter_all() {
        if area_of(zone.canonical).is_some() {
            let also = places.entry(zone.canonical).or_default();
            also.extend(
                (zone.normalized != zone.canonical && area_of(zone.normalized).is_some()).then_some(zone.normalized),
            );
        }
    }
    places
}

/// The area that a zone is in, in lower case.
fn area_of(name: &str) -> Option<String> {
    let (area, _) = name.split_once('/')?;
    AREAS.contains(&area).then(|| area.to_lowercase())
}

/// What cities are called in one language.
struct Cities {
    formatter: Option<NoCalendarFormatter<ExemplarCity>>,
    /// What a city is called that nobody knows.
    unknown: Option<String>,
}

impl Cities {
    fn new(locale: &Locale) -> Self {
        let tag: icu_locale::Locale = locale.as_str().parse().unwrap_or(icu_locale::Locale::UNKNOWN);
        let formatter = NoCalendarFormatter::try_new((&tag).into(), ExemplarCity).ok();
        let unknown = formatter.as_ref().map(|it| it.format(&TimeZone::UNKNOWN.without_offset()).to_string());
        Self { formatter, unknown }
    }

    /// The city that stands for a zone; where there is none, the last part of its name.
    fn name(&self, zone: Tz) -> String {
        let place = IanaParser::new().parse(zone.name());
        let known = area_of(zone.name()).and(self.formatter.as_ref());
        let city = known.map(|it| it.format(&place.without_offset()).to_string());
        let last = || zone.name().rsplit('/').next().unwrap_or_default().replace('_', " ");
        city.filter(|city| Some(city) != self.unknown.as_ref()).unwrap_or_else(last)
    }

    fn choice(&self, zone: Tz) -> ZoneChoice {
        ZoneChoice { value: zone.name().to_owned(), also: String::new(), city: self.name(zone), chosen: false }
    }
}

/// By what a name is sorted: without the marks on its letters, which no language of Europe nor Arabic looks at first.
fn sort_key(name: &str) -> String {
    let category = CodePointMapData::<GeneralCategory>::new();
    let plain = DecomposingNormalizerBorrowed::new_nfkd().normalize(name);
    plain.chars().filter(|c| category.get(*c) != GeneralCategory::NonspacingMark).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn zones(tag: &str) -> Zones {
        Zones::new(&tag.parse().unwrap())
    }

    fn cities<'a>(areas: &'a [ZoneArea], name: &str) -> Vec<&'a str> {
        let area = areas.iter().find(|area| area.name == name).unwrap();
        area.zones.iter().map(|zone| zone.city.as_str()).collect()
    }

    #[test]
    fn every_place_is_there_once_and_nothing_that_is_called_so_for_old_programs() {
        let zones = zones("nl");
        let all: Vec<&ZoneChoice> = zones.areas.iter().flat_map(|area| &area.zones).collect();
        assert!(all.len() > 400, "{}", all.len());
        for listed in ["Europe/Brussels", "Europe/Amsterdam", "Asia/Kolkata", "America/Argentina/San_Juan", "UTC"] {
            assert_eq!(zones.find(listed).map(|zone| zone.name()), Some(listed));
        }
        for left_out in ["US/Eastern", "Asia/Calcutta", "Etc/GMT+5", "CET", "GB", "europe/brussels", "Mars/Olympus", ""]
        {
            assert_eq!(zones.find(left_out), None, "{left_out}");
        }
        for area in &zones.areas {
            let names: BTreeSet<&str> = area.zones.iter().map(|zone| zone.city.as_str()).collect();
            assert_eq!(names.len(), area.zones.len(), "no two are called the same in {}", area.name);
        }
        let india = all.iter().find(|zone| zone.value == "Asia/Kolkata").unwrap();
        assert_eq!((india.also.as_str(), india.chosen), ("Asia/Calcutta", false));
    }

    #[test]
    fn cities_are_called_and_sorted_as_their_reader_does() {
        let named = |tag| zones(tag).city(chrono_tz::Europe::Brussels);
        assert_eq!(
            ["nl", "en", "fr", "fr-BE", "de", "ar", "tlh"].map(named),
            ["Brussel", "Brussels", "Bruxelles", "Bruxelles", "Brüssel", "بروكسل", "Brussels"]
        );
        let dutch = zones("nl");
        let africa = cities(&dutch.areas, "africa");
        let at = |city: &str| africa.iter().position(|it| *it == city).unwrap();
        assert!(at("Bujumbura") < at("Caïro") && at("Caïro") < at("Casablanca") && at("Algiers") < at("Asmara"));
        let german = zones("de");
        assert_eq!(cities(&german.areas, "europe").last(), Some(&"Zürich"));
        let arabic = zones("ar");
        assert!(cities(&arabic.areas, "europe")[0].starts_with('أ'), "{:?}", cities(&arabic.areas, "europe"));
    }

    #[test]
    fn what_is_near_stands_first_and_who_has_a_zone_that_is_not_listed_keeps_it() {
        let zones = zones("nl");
        let areas = zones.choices(chrono_tz::Europe::Brussels, Some(chrono_tz::US::Eastern), "US/Eastern");
        let names: Vec<&str> = areas.iter().map(|area| area.name.as_str()).collect();
        assert_eq!((names[0], names[1], names[10]), ("europe", "africa", "other"));
        let chosen: Vec<&ZoneChoice> = areas.iter().flat_map(|area| &area.zones).filter(|zone| zone.chosen).collect();
        assert_eq!((chosen.len(), chosen[0].city.as_str()), (1, "Eastern"));
        let areas = zones.choices(Tz::UTC, None, "Europe/Paris");
        assert_eq!((areas[0].name.as_str(), cities(&areas, "other")), ("africa", vec!["UTC"]));
        assert!(areas.iter().flat_map(|area| &area.zones).all(|zone| zone.chosen == (zone.city == "Parijs")));
    }
}
