//! The same posts kept in step by po4a (Debian's package of that name), which keeps Markdown and gettext catalogs.

use std::{fmt::Write as _, fs, path::Path, process::Command};

use super::{
    measure::{Cost, Program},
    posts::{LOCALES, Post},
};

/// A program that brings the catalogs of all posts in step, and renders nothing; none where it is not installed.
pub(crate) fn make_project(root: &Path, posts: &[Post]) -> Option<Program> {
    Command::new("po4a").arg("--version").output().ok()?;
    fs::create_dir_all(root.join("posts")).unwrap();
    let languages: Vec<_> = LOCALES.into_iter().filter(|locale| *locale != "nl").collect();
    let mut config =
        format!("[po4a_langs] {}\n[po4a_paths] po/$master.pot $lang:po/$master.$lang.po\n", languages.join(" "));
    for Post { slug, .. } in posts {
        let options = "opt:\"-o markdown -o yfm_keys=title,summary\"";
        writeln!(config, "[type: text] posts/{slug}.md $lang:out/$lang/{slug}.md {options} pot={slug}").unwrap();
    }
    fs::write(root.join("po4a.cfg"), config).unwrap();
    for post in posts {
        fs::write(root.join("posts").join(format!("{}.md", post.slug)), post.as_source()).unwrap();
    }
    Some(Program::new("po4a", root, &[]))
}

/// Keeps the catalogs in step: the second time nothing is new, as it is for a sync from cold.
pub(crate) fn sync(project: &Program) -> Cost {
    let arguments = ["--no-translations", "po4a.cfg"];
    project.run(&arguments);
    project.run(&arguments)
}
