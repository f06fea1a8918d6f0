//! The documents beside the code: what they name is there, and the README has every command, key and value.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use postduif::config::{Config, Error};

use crate::harness::folder::Folder;

/// A key and a value that nothing knows, and that is like nothing.
const UNKNOWN: &str = "zzz";

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
        "docs/importing.md",
        "docs/operations.md",
        "docs/themes.md",
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

/// What stands between back quotes.
fn quoted(text: &str) -> BTreeSet<String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The table in a section of the README: each key, and what the rest of its row has between back quotes.
fn table(section: &str) -> BTreeMap<String, BTreeSet<String>> {
    let readme = read("README.md");
    let (_, rest) = readme.split_once(&format!("\n### {section}\n")).expect(section);
    let lines = rest.split("\n##").next().unwrap().lines();
    let rows = lines.filter_map(|line| line.strip_prefix("| `")?.split_once("` |"));
    rows.map(|(key, rest)| (key.trim_matches(['[', ']']).to_owned(), quoted(rest))).collect()
}

/// What the program says of a good configuration with one line more.
fn remark_on(line: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("postduif.toml");
    let good = "site.title = \"T\"\nsite.base_url = \"http://t.example\"\nsite.source_locale = \"nl\"\nlocales.nl.edition = true\n";
    fs::write(&file, format!("{good}{line}\n")).unwrap();
    match Config::load(&file, []) {
        Ok(_) => String::new(),
        Err(Error::Wrong(found)) => found.message,
        Err(error) => panic!("{error}"),
    }
}

/// The keys that a table of the configuration may have; none if it is no table.
fn keys_of(table: &str) -> BTreeSet<String> {
    match table {
        // Whatever it is that one calls an author, a language or a path.
        "authors" => return ["ID".to_owned()].into(),
        "locales" => return ["TAG".to_owned()].into(),
        "redirects" => return ["PATH".to_owned()].into(),
        _ => {}
    }
    let remark = remark_on(&format!("{} = 1", below(table, UNKNOWN)));
    remark.strip_prefix(&format!("unknown field `{UNKNOWN}`")).map(quoted).unwrap_or_default()
}

/// The whole name of a key.
fn below(table: &str, key: &str) -> String {
    if table.is_empty() { key.to_owned() } else { format!("{table}.{key}") }
}

/// All keys in a table and in the tables in it, by their whole names.
fn all_keys_below(table: &str) -> BTreeSet<String> {
    let keys = keys_of(table).into_iter().map(|key| below(table, &key));
    keys.flat_map(|key| match all_keys_below(&key) {
        none if none.is_empty() => [key].into(),
        more => more,
    })
    .collect()
}

/// The values that a key may have, if they are words that can be listed.
fn values_of(key: &str) -> BTreeSet<String> {
    let remark = remark_on(&format!("{key} = \"{UNKNOWN}\""));
    remark.split_once("expected ").map(|(_, values)| quoted(values)).unwrap_or_default()
}

#[test]
fn the_readme_has_the_keys_of_the_configuration_and_their_values_and_no_others() {
    let rows = table("postduif.toml");
    // A small table has a row of its own, which names its keys.
    let named = rows.iter().flat_map(|(key, quoted)| match keys_of(key) {
        keys if keys.is_empty() => BTreeSet::from([key.clone()]),
        _ => quoted.iter().map(|inner| below(key, inner)).collect(),
    });
    let (named, known): (BTreeSet<_>, _) = (named.collect(), all_keys_below(""));
    let (missing, invented): (Vec<_>, Vec<_>) =
        (known.difference(&named).collect(), named.difference(&known).collect());
    assert!(
        missing.is_empty() && invented.is_empty(),
        "missing in README.md: {missing:?}; invented there: {invented:?}"
    );

    let mut with_values = 0;
    for (key, row) in rows {
        let values = values_of(&key);
        assert!(values.is_empty() || row == values, "{key} can be {values:?}; README.md has {row:?}");
        with_values += usize::from(!values.is_empty());
    }
    assert_eq!(with_values, 9);
}

/// What a remedy lists after its last "are" or "of".
fn listed(help: &str) -> BTreeSet<String> {
    let (_, words) = help.rsplit_once(" are ").or_else(|| help.rsplit_once(" of ")).expect(help);
    words.split(", ").map(str::to_owned).collect()
}

#[test]
fn the_readme_has_the_keys_of_posts_and_workflows_and_their_values_and_no_others() {
    let folder = Folder::model();
    let post = "---\nzzz: 1\nimage:\n  zzz: 1\nsources:\n  - zzz: 1\n---\n";
    let workflow = "schedule = \"0 8 * * *\"\nzzz = 1\nmissed = \"zzz\"\noverlap = \"zzz\"\n[[steps]]\nzzz = 1\ndo = \"zzz\"\n\
                    [[steps]]\ndo = \"digest\"\ncadence = \"zzz\"\n";
    folder.write("posts/alles.md", post);
    folder.write("workflows/alles.toml", workflow);
    let found = folder.run(&["check", "--json"]).json();
    let known_at = |file: &str, line: u64| {
        let mut here = found["diagnostics"].as_array().unwrap().iter();
        let one =
            here.find(|one| one["file"] == file && one["line"] == line && one["message"].to_string().contains(UNKNOWN));
        listed(one.unwrap_or_else(|| panic!("{file}:{line}: {found:#}"))["help"].as_str().unwrap())
    };
    let post = |line| known_at("posts/alles.md", line);
    let workflow = |line| known_at("workflows/alles.toml", line);

    let mut front_matter = table("Front matter");
    assert_eq!(front_matter.keys().cloned().collect::<BTreeSet<_>>(), post(2));
    assert_eq!([front_matter.remove("image").unwrap(), front_matter.remove("sources").unwrap()], [post(4), post(6)]);

    let rows = table("workflows/NAME.toml");
    let (steps, whole): (Vec<_>, Vec<_>) = rows.keys().partition(|key| key.starts_with("steps."));
    assert_eq!(whole.into_iter().cloned().collect::<BTreeSet<_>>(), workflow(2));
    let steps = steps.into_iter().filter_map(|key| key.strip_prefix("steps.")).map(str::to_owned);
    assert_eq!(steps.collect::<BTreeSet<_>>(), workflow(6));
    let values = [("missed", 3), ("overlap", 4), ("steps.do", 7), ("steps.cadence", 10)];
    for (key, line) in values {
        assert_eq!(rows[key], workflow(line), "{key}");
    }
}
