//! A publication of the posts of [`super::posts`], with what a writer and translators do in it.

use std::{fmt::Write as _, fs, path::Path};

use super::{
    measure::copy_folder,
    posts::{LOCALES, PICTURE, Post, TOPICS, translate},
};

/// The model publication's settings and interface, with other posts.
pub(crate) fn make_publication(root: &Path, posts: &[Post]) {
    let model = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::copy(model.join("postduif.toml"), root.join("postduif.toml")).unwrap();
    for locale in LOCALES {
        let (from, to) = (model.join("locales").join(locale), root.join("locales").join(locale));
        fs::create_dir_all(&to).unwrap();
        for file in ["site.ftl", "mail.ftl"] {
            fs::copy(from.join(file), to.join(file)).unwrap();
        }
        let topics: String = TOPICS.iter().map(|topic| format!("topic-{topic} = {topic}\n")).collect();
        fs::write(to.join("topics.ftl"), topics).unwrap();
    }
    copy_folder(&model.join("workflows"), &root.join("workflows"));
    for post in posts {
        let folder = root.join("posts").join(&post.slug);
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("index.md"), post.as_source()).unwrap();
        fs::write(folder.join("beeld.svg"), PICTURE).unwrap();
    }
}

/// Does what a translator does: completes every `# todo ID =` with the translation of the line above it.
pub(crate) fn translate_all(root: &Path) {
    for locale in LOCALES.iter().filter(|locale| **locale != "nl") {
        for entry in fs::read_dir(root.join("locales").join(locale).join("posts")).unwrap() {
            let path = entry.unwrap().path();
            let mut dutch = String::new();
            let mut done = String::new();
            for line in fs::read_to_string(&path).unwrap().lines() {
                if let Some(text) = line.strip_prefix("# nl: ") {
                    text.clone_into(&mut dutch);
                }
                match line.strip_prefix("# todo ").and_then(|rest| rest.split_once(" =")) {
                    Some((id, _)) => writeln!(done, "{id} = {}", translate(&dutch, locale)).unwrap(),
                    None => writeln!(done, "{line}").unwrap(),
                }
            }
            fs::write(path, done).unwrap();
        }
    }
}

/// Adds a word to the first paragraph of a post.
pub(crate) fn edit_paragraph(root: &Path, post: &Post) {
    let path = root.join("posts").join(&post.slug).join("index.md");
    let text = fs::read_to_string(&path).unwrap();
    let at = text.find("\n\nAlinea ").unwrap() + 2;
    fs::write(&path, format!("{}Gewijzigd: {}", &text[..at], &text[at..])).unwrap();
}
