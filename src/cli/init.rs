//! `postduif init`: a new publication, ready to serve.

mod starter;

use std::{
    collections::BTreeSet,
    fs,
    io::{self, BufRead as _, IsTerminal as _, Write as _},
    path::{Path, PathBuf},
};

use anyhow::Context as _;
use chrono_tz::Tz;
use url::Url;

use self::starter::{Choices, DUTCH, LANGUAGES};
use super::{
    Ended,
    report::{complain, say},
};
use crate::{
    clock::Clock,
    diagnostic::nearest,
    disk,
    locale::Locale,
    templates::{theme_file, theme_names},
};

/// The arguments of `init`. What is not said is asked at a terminal; elsewhere it has a default.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The folder; it is made if it is not there, and nothing in it is overwritten
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// What the publication is called
    #[arg(long, value_parser = parse_title)]
    title: Option<String>,
    /// Where readers will find the site, such as `https://example.org`
    #[arg(long, value_name = "URL", value_parser = parse_address)]
    base_url: Option<Url>,
    /// The languages beside Dutch, in the order in which pages list them
    #[arg(long, value_name = "TAG,…", value_delimiter = ',', value_parser = parse_language)]
    locales: Option<Vec<Locale>>,
    /// In which schedules are kept, such as Europe/Brussels
    #[arg(long, value_name = "ZONE", value_parser = parse_zone)]
    time_zone: Option<Tz>,
    /// Only write this file of the theme into `templates/` of the publication, where it takes the place of the theme's own:
    /// `page/post.hbs`, `assets/site.css`
    #[arg(long, value_name = "FILE", conflicts_with_all = ["title", "base_url", "locales", "time_zone"])]
    template: Vec<String>,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Ended> {
    let folder = &arguments.folder;
    if !arguments.template.is_empty() {
        return copy_templates(folder, &arguments.template);
    }
    if io::stdin().is_terminal() && disk::is_there(&folder.join("postduif.toml")) {
        // Before anybody answers questions for nothing.
        return refuse(folder, Path::new("postduif.toml"));
    }
    let choices = choose(arguments).context("cannot read the answer")?;
    let today = Clock::system().now().with_timezone(&choices.zone).date_naive();
    let files = starter::render(&choices, today);
    let in_the_way = |(path, bytes): &(PathBuf, Vec<u8>)| stands_there(&folder.join(path), bytes);
    if let Some((path, _)) = files.iter().find(|file| in_the_way(file)) {
        return refuse(folder, path);
    }
    for (path, bytes) in &files {
        disk::write_new(&folder.join(path), bytes)?;
    }
    tell(folder, &choices)?;
    Ok(Ended::Fine)
}

/// Writes files of the theme into a publication, to be changed there.
fn copy_templates(folder: &Path, names: &[String]) -> anyhow::Result<Ended> {
    let mut ended = Ended::Fine;
    for name in names {
        let file = Path::new("templates").join(name);
        let Some(bytes) = theme_file(name) else {
            let known = theme_names();
            complain!("error: the theme has no file `{name}`");
            match nearest(name, known.iter().map(String::as_str)) {
                Some(meant) => complain!("help: did you mean `{meant}`?"),
                None => complain!("help: its files are {}", known.join(", ")),
            }
            ended = Ended::ToFix;
            continue;
        };
        if disk::is_there(&folder.join(&file)) {
            complain!("error: {} is there already, and stays as it is", file.display());
            complain!("help: delete it to begin again from that of the theme");
            ended = Ended::ToFix;
            continue;
        }
        disk::write_new(&folder.join(&file), &bytes)?;
        say!("{} takes the place of the theme's own; delete it to have that again", file.display())?;
    }
    Ok(ended)
}

fn refuse(folder: &Path, path: &Path) -> anyhow::Result<Ended> {
    complain!("error: cannot begin a publication in {}: there is a {} already", folder.display(), path.display());
    complain!("help: name another folder, or run `postduif check` in this one if it is a publication");
    Ok(Ended::ToFix)
}

/// Whether something else stands in the place of a file. The same words are none: whoever was killed
/// half-way can say the same again.
fn stands_there(path: &Path, bytes: &[u8]) -> bool {
    disk::is_there(path) && !fs::read(path).is_ok_and(|there| there == bytes)
}

/// What was said, asked for, or goes without saying.
fn choose(arguments: &Arguments) -> io::Result<Choices> {
    let name =
        arguments.folder.file_name().map_or_else(|| "Postduif".to_owned(), |name| title_of(&name.to_string_lossy()));
    let all = LANGUAGES.join(",");
    Ok(Choices {
        title: choose_one(arguments.title.as_ref(), "What is it called", &name, parse_title)?,
        base_url: choose_one(
            arguments.base_url.as_ref(),
            "Where will readers find it",
            "http://127.0.0.1:8080",
            parse_address,
        )?,
        locales: beside_dutch(choose_one(
            arguments.locales.as_ref(),
            "In which languages beside Dutch",
            &all,
            parse_languages,
        )?),
        zone: choose_one(arguments.time_zone.as_ref(), "In which time zone", "Europe/Brussels", parse_zone)?,
    })
}

/// What was said; or what a person at the terminal answers, who is asked again as long as the answer makes
/// no sense; or the default.
fn choose_one<T: Clone>(
    said: Option<&T>,
    question: &str,
    default: &str,
    parse: impl Fn(&str) -> Result<T, String>,
) -> io::Result<T> {
    if let Some(said) = said {
        return Ok(said.clone());
    }
    let otherwise = || parse(default).map_err(io::Error::other);
    if !io::stdin().is_terminal() {
        return otherwise();
    }
    loop {
        write!(io::stderr(), "{question}? [{default}] ")?;
        let mut answer = String::new();
        let is_over = io::stdin().lock().read_line(&mut answer)? == 0;
        if is_over || answer.trim().is_empty() {
            return otherwise();
        }
        match parse(answer.trim()) {
            Ok(chosen) => return Ok(chosen),
            Err(why) => complain!("{why}"),
        }
    }
}

/// One calm screen: what is where, and what to do next.
fn tell(folder: &Path, choices: &Choices) -> anyhow::Result<()> {
    say!("{} is ready in {}.", choices.title, folder.display())?;
    say!("")?;
    say!("  {:<22} the first post; write the next beside it", "posts/eerste-duif.md")?;
    if let Some(locale) = choices.locales.first() {
        say!("  {:<22} where translators work; TRANSLATING.md is for them", format!("locales/{locale}/"))?;
    }
    say!("  {:<22} what happens when", "workflows/")?;
    say!("  {:<22} title, address, languages, mail", "postduif.toml")?;
    say!("")?;
    if folder != Path::new(".") {
        say!("  cd {}", folder.display())?;
    }
    say!("  postduif serve")?;
    Ok(())
}

/// A name for people from that of a folder: "mijn-blad" is "Mijn blad".
fn title_of(folder: &str) -> String {
    let words = folder.replace(['-', '_'], " ");
    let mut letters = words.trim().chars();
    letters.next().map_or_else(|| "Postduif".to_owned(), |first| first.to_uppercase().chain(letters).collect())
}

fn parse_title(text: &str) -> Result<String, String> {
    let title = text.trim();
    if title.is_empty() || title.chars().any(char::is_control) {
        return Err("a title is some words on one line".to_owned());
    }
    Ok(title.to_owned())
}

fn parse_address(text: &str) -> Result<Url, String> {
    let url = Url::parse(text).ok().filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
    let plain = url.filter(|url| url.query().is_none() && url.fragment().is_none() && url.username().is_empty());
    plain.ok_or_else(|| format!("{text:?} is no address of a site; write it as in https://example.org"))
}

/// Each once. Dutch, in which posts are written, is always there, and nobody is to be told off for naming it.
fn beside_dutch(said: Vec<Locale>) -> Vec<Locale> {
    let mut once = BTreeSet::new();
    said.into_iter().filter(|locale| locale.as_str() != DUTCH && once.insert(locale.clone())).collect()
}

fn parse_language(text: &str) -> Result<Locale, String> {
    let known = LANGUAGES.iter().chain([&DUTCH]).find(|tag| tag.eq_ignore_ascii_case(text.trim()));
    known.and_then(|tag| tag.parse().ok()).ok_or_else(|| {
        let others = LANGUAGES.join(", ");
        format!(
            "{text:?} is not among the languages whose interface is built in: {others}; others can be added in \
             postduif.toml, and `postduif check` then says which texts they need"
        )
    })
}

fn parse_languages(text: &str) -> Result<Vec<Locale>, String> {
    text.split(',').filter(|tag| !tag.trim().is_empty()).map(parse_language).collect()
}

fn parse_zone(text: &str) -> Result<Tz, String> {
    text.parse().map_err(|_| {
        let known = chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name());
        let meant = crate::diagnostic::nearest(text, known).unwrap_or("Europe/Brussels");
        format!("{text:?} is no time zone; did you mean {meant}?")
    })
}
