//! The same posts as a site of Zola, with the markup of the theme of Hugo.
//!
//! Zola makes less, which the ratio does not count: no lists of feeds (OPML), no page at the root that leads to a
//! language, as its first language stands there, no headings and topics in the index for the search, no sizes of files
//! in feeds, no figures, frames and measures around the pictures and tables of a text, no counts in a short archive, and
//! no other languages in the sitemap.
//!
//! It has no related posts either, and hands a template the whole text of every post that it asks for. So the posts
//! themselves say in which lists they are shown: among the newest on the front page, and among the related posts of
//! those that have the same topics. A page asks for no more than it shows.

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use super::{
    hugo::{MOST_CARDS, MOST_ON_A_PAGE, select_long_topics},
    measure::copy_folder,
    posts::{LOCALES, PICTURE, Post, translate},
};

/// How many files of a kind are not made.
pub(crate) const LACKS: [(&str, u64); 2] = [("html", 1), ("opml", 6)];

/// How many posts the front page shows.
const MOST_ON_THE_FRONT: usize = 13;

/// How many posts are related to those with the same topics: one too many, as a post may be among them itself.
const MOST_RELATED: usize = 4;

/// Where the program is, if it is there.
pub(crate) fn find() -> Option<PathBuf> {
    let named = PathBuf::from(env::var_os("ZOLA").unwrap_or_else(|| "zola".into()));
    let answers = Command::new(&named).arg("--version").output().is_ok_and(|output| output.status.success());
    answers.then_some(named)
}

/// Writes the posts in all languages, and the templates, which have the style sheets and scripts of postduif.
pub(crate) fn make_site(root: &Path, posts: &[Post]) {
    let model = Path::new(env!("CARGO_MANIFEST_DIR"));
    copy_folder(&model.join("benches/publish/zola"), root);
    copy_folder(&model.join("templates/assets"), &root.join("static"));
    let is_long = posts.len() > MOST_ON_A_PAGE;
    let mut settings = fs::read_to_string(root.join("zola.toml")).unwrap();
    write_archive(&mut settings, posts, is_long);
    for locale in LOCALES {
        write_words(&mut settings, locale, &model.join("benches/publish/hugo/i18n"));
        let template = if is_long { "render: false" } else { "template: archive.html" };
        write_file(&root.join("content"), "_index", locale, "---\n---\n");
        let section = format!("---\nsort_by: date\n{template}\n---\n");
        write_file(&root.join("content/posts"), "_index", locale, &section);
    }
    fs::write(root.join("zola.toml"), settings).unwrap();

    let long = select_long_topics(posts);
    let shown = select_shown(posts);
    for (post, shown) in posts.iter().zip(shown) {
        let folder = root.join("static/posts").join(&post.slug);
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("beeld.svg"), PICTURE).unwrap();
        let year = &post.day[..4];
        let by_year = |names: &[&str]| names.iter().map(|name| format!("{name}_{year}")).collect::<Vec<_>>().join(", ");
        let topics = topics_of(post);
        let listed: Vec<&str> = topics.iter().copied().filter(|topic| long.contains(topic)).collect();
        let taxonomies = format!(
            "taxonomies:\n  topics: [{}]\n  authors: [lien]\n  archive: [{}]\n  topicyears: [{}]\n  \
             authoryears: [{}]\n  shown: [{}]\n",
            topics.join(", "),
            if is_long { format!("\"{year}\"") } else { String::new() },
            by_year(&listed),
            if posts.len() > MOST_CARDS { by_year(&["lien"]) } else { String::new() },
            shown.join(", "),
        );
        for locale in LOCALES {
            let (front_matter, body) = (front_matter(post, locale), post.body(locale));
            let body = body.replace("(beeld.svg)", &format!("({})", picture_of(post)));
            let text = format!("---\n{taxonomies}{front_matter}---\n\n{body}");
            write_file(&root.join("content/posts"), &post.slug, locale, &text);
        }
    }
}

/// Front matter that Zola knows.
fn front_matter(post: &Post, locale: &str) -> String {
    let summary = translate(&post.summary, locale);
    format!(
        "title: \"{}\"\ndescription: \"{summary}\"\ndate: {}\nextra:\n  related: {}\n  image:\n    src: {}\n    \
         alt: \"{summary}\"\n",
        translate(&post.title, locale),
        post.day,
        topics_of(post).join("-"),
        picture_of(post),
    )
}

/// Where the picture is in all languages: beside a post, Zola would copy it for each.
fn picture_of(post: &Post) -> String {
    format!("/posts/{}/beeld.svg", post.slug)
}

/// Each once.
fn topics_of(post: &Post) -> Vec<&'static str> {
    let [first, second] = post.topics;
    if first == second { vec![first] } else { vec![first, second] }
}

/// For each post the lists that show it.
fn select_shown(posts: &[Post]) -> Vec<Vec<String>> {
    let mut shown = vec![Vec::new(); posts.len()];
    for lists in shown.iter_mut().take(MOST_ON_THE_FRONT) {
        lists.push("front".to_owned());
    }
    let pairs: BTreeSet<Vec<&str>> = posts.iter().map(topics_of).collect();
    for pair in pairs {
        // The newest come first, and stay so among those that have as many topics in common.
        let mut related: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (number, post) in posts.iter().enumerate() {
            let common = topics_of(post).iter().filter(|topic| pair.contains(topic)).count();
            related.entry(common).or_default().push(number);
        }
        related.remove(&0);
        for number in related.into_values().rev().flatten().take(MOST_RELATED) {
            shown[number].push(pair.join("-"));
        }
    }
    shown
}

/// What every page is told of the archive.
fn write_archive(settings: &mut String, posts: &[Post], is_long: bool) {
    let years: BTreeSet<&str> = posts.iter().map(|post| &post.day[..4]).collect();
    let years: Vec<&str> = years.into_iter().rev().collect();
    let path = if is_long { "/archive/" } else { "/posts/" };
    let (count, years) = (posts.len(), years.join(", "));
    write!(settings, "\n[extra.archive]\npath = \"{path}\"\nposts = {count}\nyears = [{years}]\n").unwrap();
}

/// The texts of the theme of Hugo. Zola has no plurals: each form is a text of its own, such as `topic-count-one`.
fn write_words(settings: &mut String, locale: &str, folder: &Path) {
    let table =
        if locale == LOCALES[0] { "translations".to_owned() } else { format!("languages.{locale}.translations") };
    writeln!(settings, "\n[{table}]").unwrap();
    let mut group = String::new();
    for line in fs::read_to_string(folder.join(locale).with_extension("toml")).unwrap().lines() {
        if let Some(name) = line.strip_prefix('[') {
            group = name.replace(']', "-");
        } else if line.contains(" = ") {
            let line = line.replace("{{ .Number }}", "%").replace("{{ .Count }}", "%").replace("{{ .Site }}", "%");
            writeln!(settings, "{group}{line}").unwrap();
        }
    }
}

/// Writes a file that has its language in its name, unless that is the first.
fn write_file(folder: &Path, name: &str, locale: &str, text: &str) {
    fs::create_dir_all(folder).unwrap();
    let name = if locale == LOCALES[0] { format!("{name}.md") } else { format!("{name}.{locale}.md") };
    fs::write(folder.join(name), text).unwrap();
}

/// How many pages of posts it made.
pub(crate) fn count_posts(root: &Path) -> u64 {
    let made = |locale: &str| {
        let language = if locale == LOCALES[0] { "" } else { locale };
        let folders = fs::read_dir(root.join("public").join(language).join("posts")).unwrap();
        folders.filter(|entry| entry.as_ref().is_ok_and(|entry| entry.path().join("index.html").is_file())).count()
    };
    LOCALES.iter().map(|locale| made(locale) as u64).sum()
}
