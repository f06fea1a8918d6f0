//! The same posts as a site of Hugo, with a theme that makes pages and feeds like those of postduif.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use super::{
    measure::copy_folder,
    posts::{LOCALES, PICTURE, Post, TOPICS},
};

/// With more posts than these, postduif's archive has a page for each year.
pub(crate) const MOST_ON_A_PAGE: usize = 500;

/// With more posts than these, so has the page of a topic or of an author.
pub(crate) const MOST_CARDS: usize = 60;

/// Where the program is, if it is there.
pub(crate) fn find() -> Option<PathBuf> {
    let named = PathBuf::from(env::var_os("HUGO").unwrap_or_else(|| "hugo".into()));
    let answers = Command::new(&named).arg("version").output().is_ok_and(|output| output.status.success());
    answers.then_some(named)
}

/// Writes the posts in all languages, and the theme, which has the style sheets and scripts of postduif.
pub(crate) fn make_site(root: &Path, posts: &[Post]) {
    let model = Path::new(env!("CARGO_MANIFEST_DIR"));
    copy_folder(&model.join("benches/publish/hugo"), root);
    copy_folder(&model.join("templates/assets"), &root.join("static"));
    let is_long = posts.len() > MOST_ON_A_PAGE;
    let long = select_long_topics(posts);
    for post in posts {
        let folder = root.join("content/posts").join(&post.slug);
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("beeld.svg"), PICTURE).unwrap();
        let year = &post.day[..4];
        let mut years = if is_long { format!("years: [\"{year}\"]\n") } else { String::new() };
        let topics = post.topics.iter().filter(|topic| long.contains(topic)).map(|topic| format!("{topic}_{year}"));
        years += &format!("topicyears: [{}]\n", topics.collect::<Vec<_>>().join(", "));
        if posts.len() > MOST_CARDS {
            years += &format!("authoryears: [lien_{year}]\n");
        }
        for locale in LOCALES {
            let (front_matter, body) = (post.front_matter(locale), post.body(locale));
            let text = format!("---\n{front_matter}authors: [lien]\n{years}---\n\n{body}");
            fs::write(folder.join(format!("index.{locale}.md")), text).unwrap();
        }
    }
}

/// The topics that have a page for each year.
pub(crate) fn select_long_topics(posts: &[Post]) -> Vec<&'static str> {
    let count = |topic: &str| posts.iter().filter(|post| post.topics.contains(&topic)).count();
    TOPICS.into_iter().filter(|topic| count(topic) > MOST_CARDS).collect()
}

/// How many pages of posts it made.
pub(crate) fn count_posts(root: &Path) -> u64 {
    let made = |locale: &str| {
        let folders = fs::read_dir(root.join("public").join(locale).join("posts")).unwrap();
        folders.filter(|entry| entry.as_ref().is_ok_and(|entry| entry.path().join("index.html").is_file())).count()
    };
    LOCALES.iter().map(|locale| made(locale) as u64).sum()
}
