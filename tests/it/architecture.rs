//! The shape of the house: what is written in its rules and can be read off its files.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// A source file without comments and tests, as the rules are about what runs.
struct Source {
    /// Below `src`.
    path: PathBuf,
    /// As it is written.
    text: String,
    /// Line by line, without comments and without what is below `#[cfg(test)]`.
    code: Vec<String>,
}

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sources() -> Vec<Source> {
    let src = repository().join("src");
    let mut paths = Vec::new();
    collect(&src, &mut paths);
    assert!(paths.len() > 50, "the sources are found");
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap();
        let path = path.strip_prefix(&src).unwrap().to_owned();
        let is_test = path.file_stem().is_some_and(|name| name == "tests");
        let lines = text.lines().take_while(|line| *line != "#[cfg(test)]" && !is_test);
        let code = lines.filter(|line| !line.trim_start().starts_with("//")).map(str::to_owned).collect();
        Source { path, text, code }
    };
    paths.into_iter().map(read).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            paths.push(path);
        }
    }
    paths.sort();
}

impl Source {
    /// The module of `lib.rs` it belongs to; none for `lib.rs` and `main.rs` themselves.
    fn module(&self) -> Option<&str> {
        let first = self.path.iter().next()?.to_str()?;
        let name = first.strip_suffix(".rs").unwrap_or(first);
        (!matches!(name, "lib" | "main")).then_some(name)
    }

    /// Whether it lies in a folder of `src`, or is the file of that name.
    fn is_in(&self, module: &str) -> bool {
        self.module() == Some(module)
    }
}

/// The modules that a path to the crate's root leads into: of `crate::a::b` and `crate::{a, b::{c}}`
/// the names `a`, and `a` and `b`.
fn modules_used(code: &str) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    for (at, _) in code.match_indices("crate::") {
        let before = code[..at].chars().next_back();
        if before.is_some_and(|c| is_name(c) || c == '$') {
            continue;
        }
        let rest = &code[at + "crate::".len()..];
        let Some(list) = rest.strip_prefix('{') else {
            used.insert(rest.chars().take_while(|c| is_name(*c)).collect());
            continue;
        };
        let (mut depth, mut name, mut is_first) = (0, String::new(), true);
        for c in list.chars() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => is_first = true,
                c if is_name(c) && depth == 0 && is_first => name.push(c),
                c if c.is_whitespace() => {}
                _ if depth == 0 => is_first = false,
                _ => {}
            }
            if (!is_first || c == ',') && !name.is_empty() {
                used.insert(std::mem::take(&mut name));
            }
        }
        used.extend((!name.is_empty()).then_some(name));
    }
    used
}

#[test]
fn paths_into_the_crate_are_found_however_they_are_written() {
    let code =
        "use crate::{clock::{Clock, Timestamp},\n  mail,\n posts::Slug };\nlet x = crate::web::x(); my_crate::y();";
    assert_eq!(modules_used(code).into_iter().collect::<Vec<_>>(), ["clock", "mail", "posts", "web"]);
}

#[test]
fn a_module_uses_only_modules_that_stand_above_it_in_lib_rs() {
    let all = sources();
    let lib = all.iter().find(|source| source.path == Path::new("lib.rs")).unwrap();
    let order: Vec<&str> =
        lib.code.iter().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    assert!(order.len() > 10, "{order:?}");
    let place = |module: &str| order.iter().position(|known| *known == module);
    let mut wrong = Vec::new();
    for source in &all {
        let Some(module) = source.module() else { continue };
        let own = place(module).unwrap_or_else(|| panic!("lib.rs does not list {module}"));
        for used in modules_used(&source.code.join("\n")) {
            if place(&used).is_none_or(|used| used > own) {
                wrong.push(format!("src/{} uses `{used}`, which stands below `{module}`", source.path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_way_to_the_root_is_called_crate() {
    let mut wrong = Vec::new();
    for source in sources() {
        let depth = source.path.iter().count() - usize::from(source.path.ends_with("mod.rs"));
        let way_out = "super::".repeat(depth);
        wrong.extend(
            source
                .code
                .iter()
                .filter(|line| line.contains(&way_out))
                .map(|line| format!("src/{}: {}", source.path.display(), line.trim())),
        );
    }
    assert!(wrong.is_empty(), "write `crate::` for these, so that their order can be checked:\n{}", wrong.join("\n"));
}

#[test]
fn nothing_is_named_after_being_left_over() {
    /// Handlebars itself calls them helpers, and so does the description of the templates.
    const WORD_OF_THE_FIELD: &str = "templates/helpers.rs";
    let names = ["util", "utils", "common", "helper", "helpers", "manager", "service", "handler", "handlers", "types"];
    for source in sources().iter().filter(|source| source.path != Path::new(WORD_OF_THE_FIELD)) {
        for part in &source.path {
            let part = part.to_str().unwrap().trim_end_matches(".rs");
            assert!(!names.contains(&part), "src/{}: say what is in it", source.path.display());
        }
    }
}

#[test]
fn every_file_begins_with_a_sentence_on_what_it_is() {
    let mut tests = Vec::new();
    collect(&repository().join("tests"), &mut tests);
    let tests = tests.iter().map(|path| (path.display().to_string(), fs::read_to_string(path).unwrap()));
    let all = sources().into_iter().map(|source| (format!("src/{}", source.path.display()), source.text));
    for (path, text) in all.chain(tests) {
        let first = text.lines().next().unwrap_or_default();
        assert!(first.starts_with("//! ") && first.len() > 10, "{path} begins with {first:?}");
    }
}

#[test]
fn sql_is_written_in_storage_only() {
    let statements = ["SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM ", "CREATE ", "sqlx"];
    let mut in_storage = 0;
    for source in sources() {
        for line in &source.code {
            let quoted = statements.iter().any(|statement| line.contains(&format!("\"{statement}")));
            let is_sql = quoted || line.contains("sqlx::");
            in_storage += usize::from(is_sql && source.is_in("storage"));
            assert!(!is_sql || source.is_in("storage"), "src/{}: {}", source.path.display(), line.trim());
        }
    }
    assert!(in_storage > 50, "the statements of storage are seen");
}

#[test]
fn time_chance_and_the_environment_are_asked_for_in_one_place_each() {
    let places = [
        ("Utc::now", &["clock.rs"][..]),
        ("Local::now", &[]),
        ("SystemTime", &[]),
        ("std::time::Instant", &[]),
        ("SystemRandom::new", &["random.rs"]),
        ("env::var", &["cli/setup.rs"]),
        ("process::exit", &[]),
    ];
    for source in sources() {
        for (name, allowed) in places {
            let asks = source.code.iter().any(|line| line.contains(name) && !line.contains("include"));
            let may = allowed.iter().any(|path| source.path == Path::new(path));
            assert!(!asks || may, "src/{} asks for `{name}`; let it come in as a parameter", source.path.display());
        }
    }
}

#[test]
fn what_is_printed_goes_through_report_since_println_panics_at_a_closed_pipe() {
    for source in sources() {
        let prints = |line: &&String| line.contains("println!(") || line.contains("print!(");
        let line = source.code.iter().find(prints);
        assert_eq!(line, None, "src/{}: use `say!` or `complain!` of src/cli/report.rs", source.path.display());
    }
}

#[test]
fn both_databases_have_the_same_tables_and_columns() {
    let migrations = repository().join("migrations");
    let of = |database: &str| {
        let mut files: Vec<_> = fs::read_dir(migrations.join(database)).unwrap().map(|file| file.unwrap()).collect();
        files.sort_by_key(fs::DirEntry::file_name);
        let read = |file: &fs::DirEntry| (file.file_name(), tables(&fs::read_to_string(file.path()).unwrap()));
        files.iter().map(read).collect::<Vec<_>>()
    };
    let sqlite = of("sqlite");
    assert!(sqlite[0].1.contains_key("deliveries"), "{sqlite:?}");
    assert_eq!(sqlite, of("postgres"));
}

/// The columns of each table that a migration makes.
fn tables(sql: &str) -> BTreeMap<String, Vec<String>> {
    let mut tables = BTreeMap::new();
    for statement in sql.split("CREATE TABLE ").skip(1) {
        let (name, rest) = statement.split_once(" (").unwrap();
        let columns = rest.lines().skip(1).take_while(|line| !line.starts_with(')'));
        let columns = columns.filter_map(|line| line.trim().split(' ').next().map(str::to_owned));
        let columns = columns.filter(|name| name.chars().all(|c| c.is_ascii_lowercase() || c == '_')).collect();
        tables.insert(name.to_owned(), columns);
    }
    tables
}

#[test]
fn a_file_fits_in_a_head() {
    /// Over this a file wants to be two.
    const MOST_LINES: usize = 500;
    for source in sources() {
        let lines = source.text.lines().count();
        assert!(lines <= MOST_LINES, "src/{} has {lines} lines", source.path.display());
    }
}
