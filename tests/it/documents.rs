//! The documents beside the code: what they name is there.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(repository().join(path)).unwrap()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|ending| ending == "rs" || ending == "sql") {
            paths.push(path);
        }
    }
}

/// Every word of the code, the tests and the tables; this file aside, which could name anything.
fn words_of_the_code() -> BTreeSet<String> {
    let mut paths = Vec::new();
    for folder in ["src", "tests", "migrations"] {
        collect(&repository().join(folder), &mut paths);
    }
    paths.retain(|path| !path.ends_with(file!()));
    let mut words = BTreeSet::new();
    for text in paths.iter().map(|path| fs::read_to_string(path).unwrap()) {
        words.extend(text.split(|c: char| !(c.is_alphanumeric() || c == '_')).map(str::to_owned));
    }
    words
}

/// A document without its blocks of code, cut at the back quotes: text and code take turns.
fn text_and_code(document: &str) -> Vec<&str> {
    let text = document.split("```").step_by(2);
    text.flat_map(|part| {
        let pieces: Vec<_> = part.split('`').collect();
        assert!(pieces.len() % 2 == 1, "a back quote is not closed: {part}");
        // An empty piece of code keeps the turns across the block that was left out.
        pieces.into_iter().chain([""])
    })
    .collect()
}

/// Whether a span is a name in the code: of several words, or of something in a type.
fn is_name(span: &str) -> bool {
    let plain = span.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == ':');
    plain && !span.starts_with("POSTDUIF") && (span.contains("::") || span.contains('_'))
}

#[test]
fn what_the_architecture_names_is_in_the_code() {
    let words = words_of_the_code();
    let document = read("ARCHITECTURE.md");
    let mut missing = Vec::new();
    for span in text_and_code(&document).into_iter().skip(1).step_by(2) {
        let known = if let Some((file, test)) = span.split_once(".rs/") {
            // A test in its file.
            let code = fs::read_to_string(repository().join(format!("{file}.rs"))).unwrap_or_default();
            code.contains(&format!("fn {test}("))
        } else if span.starts_with("src/") || span.starts_with("tests/") {
            repository().join(span).exists()
        } else {
            !is_name(span) || span.split("::").all(|word| words.contains(word))
        };
        if !known {
            missing.push(span);
        }
    }
    assert!(missing.is_empty(), "ARCHITECTURE.md names what is not there: {missing:#?}");
}

#[test]
fn the_readme_has_every_command_and_no_document_links_to_nothing() {
    let readme = read("README.md");
    let mut paths = Vec::new();
    collect(&repository().join("src/cli"), &mut paths);
    for path in paths {
        let name = path.file_stem().unwrap().to_str().unwrap();
        let is_command = fs::read_to_string(&path).unwrap().contains("pub(super) struct Arguments");
        assert!(!is_command || readme.contains(&format!("| `{name}")), "the README has no line on `{name}`");
    }
    for document in [
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "TRANSLATING.md",
        "docs/operations.md",
        "docs/translation-tools.md",
    ] {
        let folder = repository().join(document);
        let text: String = text_and_code(&read(document)).into_iter().step_by(2).collect();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(link, _)| link) {
            let is_file = !link.contains(':') && (link.ends_with(".md") || link.starts_with("LICENSE"));
            assert!(!is_file || folder.with_file_name(link).is_file(), "{document} links to {link}");
        }
    }
}
