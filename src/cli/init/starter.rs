//! The publication that `init` begins with: `starter/` of this repository, with what was chosen put in.

use std::path::{Path, PathBuf};

use chrono::{Datelike as _, NaiveDate};
use chrono_tz::Tz;
use url::{Host, Url};

use crate::locale::Locale;

/// The language in which posts are written.
pub(super) const DUTCH: &str = "nl";

/// The languages beside Dutch in which the interface is built in and the first post is translated.
pub(super) const LANGUAGES: [&str; 4] = ["fr", "en", "de", "ar"];

/// What a person decides about a new publication.
#[derive(Debug)]
pub(super) struct Choices {
    /// What it is called.
    pub(super) title: String,
    /// Where readers find it.
    pub(super) base_url: Url,
    /// Its languages beside Dutch.
    pub(super) locales: Vec<Locale>,
    /// In which its schedules are kept.
    pub(super) zone: Tz,
}

#[derive(rust_embed::Embed)]
#[folder = "starter/"]
struct Starter;

/// How TRANSLATING.md is written for a publication: as it is here.
const GUIDE: &str = include_str!("../../../TRANSLATING.md");

/// Its files. `postduif.toml` is the last, so that a folder in which it stands has all others.
pub(super) fn render(choices: &Choices, today: NaiveDate) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = vec![(PathBuf::from("TRANSLATING.md"), GUIDE.as_bytes().to_vec())];
    let mut configuration = None;
    for name in Starter::iter().filter(|name| is_wanted(Path::new(name.as_ref()), &choices.locales)) {
        let Some(file) = Starter::get(&name) else { continue };
        let text = String::from_utf8_lossy(&file.data).into_owned();
        let (path, text) = match name.as_ref() {
            "postduif.toml" => {
                configuration = Some((PathBuf::from("postduif.toml"), configured(&text, choices, today).into_bytes()));
                continue;
            }
            "gitignore" => (PathBuf::from(".gitignore"), text),
            "locales/l10n.toml" => (PathBuf::from("locales/l10n.toml"), for_tools(&text, &choices.locales)),
            "posts/eerste-duif.md" => {
                (PathBuf::from("posts/eerste-duif.md"), text.replacen(A_DAY, &today.to_string(), 1))
            }
            other => (PathBuf::from(other), text),
        };
        files.push((path, text.into_bytes()));
    }
    files.sort();
    files.extend(configuration);
    files
}

/// The day on which the first post of `starter/` is dated.
const A_DAY: &str = "2026-01-01";

/// Whether a file is one of the publication's languages', or of none.
fn is_wanted(file: &Path, locales: &[Locale]) -> bool {
    let parts: Vec<_> = file.iter().filter_map(|part| part.to_str()).collect();
    let (["locales", ".state", tag, _, ..] | ["locales", tag, _, ..]) = parts[..] else { return true };
    tag == DUTCH || locales.iter().any(|locale| locale.as_str() == tag)
}

/// The tables of languages in `starter/postduif.toml`.
const TABLES: &str = "[locales.nl]\n[locales.fr]\n[locales.en]\n[locales.de]\n[locales.ar]\n";

/// The configuration with the choices in the places of the values that stand there. All else, comments
/// above all, stays as it is.
fn configured(text: &str, choices: &Choices, today: NaiveDate) -> String {
    let domain = own_domain(&choices.base_url).unwrap_or("localhost.localdomain");
    // A bracket would begin the address.
    let from = format!("{} <newsletter@{domain}>", choices.title.replace(['<', '>'], ""));
    let tables: String = choices.locales.iter().map(|locale| format!("[locales.{locale}]\n")).collect();
    let put = |text: String, written: &str, chosen: &str| text.replacen(&quoted(written), &quoted(chosen), 1);
    let text = text.replacen(TABLES, &format!("[locales.nl]\n{tables}"), 1);
    let text = put(text, "De eerste duif <newsletter@localhost.localdomain>", &from);
    let text = put(text, "Europe/Brussels", choices.zone.name());
    // Whatever its address is later, readers of its feeds know it by this.
    let text = match own_domain(&choices.base_url) {
        Some(domain) => text.replacen(NO_ID, &format!("id = {}", quoted(&format!("{domain},{}", today.year()))), 1),
        None => text,
    };
    let text = put(text, "http://127.0.0.1:8080", choices.base_url.as_str().trim_end_matches('/'));
    put(text, "De eerste duif", &choices.title)
}

/// The line that says by what its feeds are known, of a publication that has no domain yet.
const NO_ID: &str = "# id = \"your-domain.example,2026\"";

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

/// The domain under which a publication is found, unless that is this machine's.
fn own_domain(base_url: &Url) -> Option<&str> {
    match base_url.host() {
        Some(Host::Domain(domain)) if domain.contains('.') => Some(domain),
        _ => None,
    }
}

/// The map of the catalogs, with the languages that were chosen.
fn for_tools(text: &str, locales: &[Locale]) -> String {
    let list = |tags: Vec<&str>| toml::Value::from(tags).to_string();
    text.replacen(&list(LANGUAGES.to_vec()), &list(locales.iter().map(Locale::as_str).collect()), 1)
}
