//! What is wrong in posts that can be read: pictures that are not there, links that lead nowhere, blocks
//! that nobody can translate.

use std::{collections::BTreeSet, io, path::Path};

use rustix::fs::{Access, access};

use super::{
    FOLDERS, Post,
    markdown::{CALLOUTS, MarkerSlip, ReadBlocks, Slip, Target, file_beside, is_relative, slips},
};
use crate::{
    diagnostic::{Diagnostic, nearest},
    disk,
};

/// That a link leads to no post.
pub const BROKEN_LINK: &str = "broken-link";

/// Whether a picture's name leads away from the folder of its post.
fn leaves_the_folder(name: &str) -> bool {
    name.starts_with('/') || name.split(['/', '\\']).any(|part| part == "..")
}

fn picture_elsewhere(file: &Path, name: &str) -> Diagnostic {
    let message = format!("the picture `{name}` is not in the folder of the post, so it is not published");
    Diagnostic::error(file, "picture-elsewhere", message).help(format!("put it beside {}", file.display()))
}

fn foreign_picture(file: &Path, url: &str) -> Diagnostic {
    let message = format!("the picture `{url}` is on another site, from which no browser may fetch it here");
    Diagnostic::warning(file, "foreign-picture", message)
        .help(format!("put it beside {} and name that file", file.display()))
}

/// Finds what cannot be translated as it stands, and comments to translators that reach nobody.
pub(super) fn check_blocks(file: &Path, read: &ReadBlocks, found: &mut Vec<Diagnostic>) {
    for (slip, (line, column)) in &read.marker_slips {
        let one = match slip {
            MarkerSlip::Misspelled(said, meant) => {
                let message = format!("the comment `{said}` says nothing to translators");
                Diagnostic::warning(file, "unknown-comment", message).help(format!("did you mean `<!-- {meant} -->`?"))
            }
            MarkerSlip::Loose(said) => {
                let message = format!("no block comes after the comment `{said}`");
                Diagnostic::warning(file, "loose-comment", message)
                    .help("put it on the line above the block it is about")
            }
            MarkerSlip::Crowded(said) => {
                let message = format!("the comment `{said}` does not stand on a line of its own, so it says nothing");
                Diagnostic::warning(file, "loose-comment", message)
                    .help("put it on the line above the block it is about")
            }
        };
        found.push(one.at(*line, *column));
    }
    for (beginning, (line, column)) in &read.untranslatable {
        let message = format!("the block `{beginning}` cannot be written as one line, so nobody can translate it");
        let help = "say it with simpler markup: spaces around emphasis, no emphasis inside emphasis";
        found.push(Diagnostic::warning(file, "untranslatable-block", message).at(*line, *column).help(help));
    }
}

/// Finds what a post says that leads nowhere, without looking at anything else.
pub(super) fn check_body(post: &Post, found: &mut Vec<Diagnostic>) {
    if post.body.trim().is_empty() && !post.draft {
        let kind = if post.is_page() { "page" } else { "post" };
        let message = format!("the {kind} has no text, and is published with its title alone");
        let one = Diagnostic::warning(&post.file, "empty-post", message).at(post.body_line, 1);
        found.push(one.help("write it below the second `---`, or add `draft: true` until it is written"));
    }
    for (slip, (line, column)) in slips(&post.body, post.body_line) {
        found.push(explain(post, slip).at(line, column));
    }
    if let Some(image) = post.image.as_ref().filter(|image| !is_relative(&image.src)) {
        let is_foreign = image.src.contains("//");
        let one = if is_foreign { foreign_picture } else { picture_elsewhere }(&post.file, &image.src);
        found.push(one.at(image.place.0, image.place.1));
    }
}

/// What is wrong, and what to do about it.
fn explain(post: &Post, slip: Slip) -> Diagnostic {
    match slip {
        Slip::Picture(name) => picture_elsewhere(&post.file, &name),
        Slip::Foreign(url) => foreign_picture(&post.file, &url),
        Slip::Nowhere(url) => {
            let message = format!("nothing is at `{url}`: only pictures are published from beside a post");
            let path = url.split(['#', '?']).next().unwrap_or_default();
            // A post with pictures is a folder, and is called as that.
            let named = path.strip_suffix("/index.md").or_else(|| path.strip_suffix(".md"));
            let file = named.and_then(|path| path.rsplit('/').next()).map(|slug| format!("{slug}.md"));
            let help = file.map_or_else(
                || "link to a post by its file name, to a place on the site from its root, or to https://".to_owned(),
                |file| format!("write `{file}`: posts and pages are linked to by their file names alone"),
            );
            Diagnostic::warning(&post.file, "dead-link", message).help(help)
        }
        Slip::Tag(tag) => {
            let message = format!("the page is published without its `<{tag}>`, which HTML in posts may not have");
            Diagnostic::warning(&post.file, "left-out-tag", message)
                .help("link to what it shows, or put a picture in its place")
        }
        Slip::LooseTag(tag) => {
            let message = format!("`{tag}` has no other end, so more may look like what it marks than was meant");
            let help =
                if tag.starts_with("</") { "take it out, or write where it begins" } else { "write where it ends" };
            Diagnostic::warning(&post.file, "loose-tag", message).help(help)
        }
        Slip::OpenComment => {
            let message = "this comment has no end, so nothing of the text below it is published".to_owned();
            Diagnostic::error(&post.file, "open-comment", message).help("write `-->` where it ends")
        }
        Slip::EmptyLink(url) => {
            let message = format!("the link to `{url}` has no words, so nobody can see it");
            Diagnostic::warning(&post.file, "empty-link", message)
                .help("say between the brackets of [words](address) where it leads")
        }
        Slip::EmptyHeading => {
            let message = "this heading has no words".to_owned();
            Diagnostic::warning(&post.file, "empty-heading", message).help("write them behind the `#`, or take it out")
        }
        Slip::Html(src) => {
            let message =
                format!("nothing is at `{src}`: a picture beside a post is published where Markdown shows it");
            Diagnostic::warning(&post.file, "dead-picture", message).help(format!("write ![what it shows]({src})"))
        }
        Slip::Address(url) => {
            let message = format!("nobody can follow a link to `{url}`");
            Diagnostic::error(&post.file, "bad-link", message).help("link to https://, mailto: or tel:, or to a post")
        }
        Slip::Footnote(name) => {
            let message = format!("there is no footnote `[^{name}]`, so the sign itself is shown");
            Diagnostic::error(&post.file, "missing-footnote", message)
                .help(format!("add a line `[^{name}]: …`, or write \\[^ if it is meant so"))
        }
        Slip::LooseFootnote(name) => {
            let message = format!("nothing leads to the footnote `[^{name}]`, so it is not shown");
            Diagnostic::warning(&post.file, "loose-footnote", message)
                .help(format!("write [^{name}] where it belongs, or take it out"))
        }
        Slip::DeepHeading(level, most) => {
            let message = format!(
                "this heading is {level} levels deep and the one above it {}, so who hears the page misses one",
                most - 1
            );
            let marks = "#".repeat(usize::from(most));
            Diagnostic::warning(&post.file, "skipped-heading", message).help(format!("begin it with `{marks} `"))
        }
        Slip::Alt(name) => {
            let message = format!("the picture `{name}` has no description, so who cannot see it misses it");
            // Who is still writing has perhaps not come to it yet.
            let made = if post.draft { Diagnostic::warning } else { Diagnostic::error };
            made(&post.file, "missing-alt", message)
                .help("say in a sentence what it shows: between the brackets of ![…](…), or as `alt` in HTML")
        }
        Slip::FileName(alt) => {
            let message = format!("`{alt}` is the name of a file, and says nothing to who cannot see the picture");
            Diagnostic::warning(&post.file, "missing-alt", message)
                .help("say in a sentence what it shows, between the brackets of ![…](…)")
        }
        Slip::Callout(kind) => {
            let message = format!("there is no callout `[!{kind}]`, so it is shown as a quote with that word");
            let known = CALLOUTS.map(|known| format!("[!{}]", known.to_uppercase())).join(", ");
            Diagnostic::warning(&post.file, "unknown-callout", message).help(format!("the callouts are {known}"))
        }
        Slip::TickBox(sign) => literal_signs(&post.file, sign, "no list has boxes to tick"),
        Slip::Marked(marked) => literal_signs(&post.file, &marked, "a caption is plain text"),
        Slip::Template(tag) => {
            let message = format!("readers see `{tag} …` as it stands here: no other program fills it in");
            let help = "write what it stood for in Markdown or HTML, or between backquotes if it is meant so";
            Diagnostic::warning(&post.file, "literal-signs", message).help(help)
        }
        Slip::Struck(text) => {
            let message = format!("`~{text}~` is struck out");
            Diagnostic::warning(&post.file, "struck-out", message)
                .help(format!("write `<sub>{text}</sub>` to set it lower, or `~~{text}~~` if it is meant so"))
        }
    }
}

/// Says that readers see the signs that something is written with, and why.
pub(super) fn literal_signs(file: &Path, written: &str, why: &str) -> Diagnostic {
    let message = format!("readers see `{written}` as it stands here, with its signs: {why}");
    Diagnostic::warning(file, "literal-signs", message).help("take the signs out")
}

/// Finds pictures that are not there and links to posts that do not exist. A post whose file cannot be read
/// does: what is wrong is told there, and not at each link to it.
pub(super) fn check_targets(root: &Path, post: &Post, names: &BTreeSet<&str>, found: &mut Vec<Diagnostic>) {
    let folder = post.folder();
    let image = post.image.iter().filter(|image| is_relative(&image.src));
    let image = image.map(|image| (image.src.as_str(), image.place));
    let pictures = post.targets.iter().filter_map(|(target, at)| match target {
        Target::Picture(name) => Some((name.as_str(), *at)),
        Target::Post(_) => None,
    });
    for (url, (line, column)) in pictures.chain(image) {
        found.extend(check_picture(root, folder, &post.file, &file_beside(url)).map(|one| one.at(line, column)));
    }
    for (slug, (line, column)) in post.references().filter(|(slug, _)| !names.contains(slug)) {
        let help = nearest(slug, names.iter().copied()).map_or_else(
            || "link to a post by its file name".to_owned(),
            |meant| format!("did you mean `{meant}.md`?"),
        );
        let message = format!("there is no post `{slug}`, so this link leads nowhere");
        found.push(Diagnostic::error(&post.file, BROKEN_LINK, message).help(help).at(line, column));
    }
}

/// Whether a picture of a post, by its path from the publication's folder, lies where people write, also where it is a
/// link: one that leads out of there may be any file of the machine, and whoever may write posts need not be allowed to
/// read that.
pub fn is_picture_of_posts(root: &Path, file: &Path) -> bool {
    // Such as a logo, which lies where the configuration says.
    let is_elsewhere = FOLDERS.iter().all(|folder| !file.starts_with(folder));
    is_elsewhere || disk::lies_below(&root.join(file), &FOLDERS.map(|folder| root.join(folder)))
}

/// Finds why a picture beside a post could not be published.
fn check_picture(root: &Path, folder: &Path, file: &Path, name: &str) -> Option<Diagnostic> {
    if leaves_the_folder(name) {
        return Some(picture_elsewhere(file, name));
    }
    if !root.join(folder).join(name).is_file() {
        let message = format!("the picture `{name}` is not there");
        let help = format!("put it beside {}, or correct its name", file.display());
        return Some(Diagnostic::error(file, "missing-picture", message).help(help));
    }
    if !is_picture_of_posts(root, &folder.join(name)) {
        let message =
            format!("the picture `{name}` is a link that leads out of the folders of posts, so it is not published");
        let help = format!("put the picture itself beside {}", file.display());
        return Some(Diagnostic::error(file, "picture-elsewhere", message).help(help));
    }
    let error = access(root.join(folder).join(name), Access::READ_OK).err()?;
    let message = format!("the picture `{name}` cannot be read: {}", io::Error::from(error));
    Some(Diagnostic::error(file, "unreadable-picture", message).help("let the program read it"))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use chrono_tz::Tz;

    use crate::posts::{LoadSettings, load_posts};

    /// What is wrong in a folder with one post: code, line and column.
    fn found(text: &str) -> Vec<(&'static str, usize, usize)> {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("posts")).unwrap();
        fs::write(folder.path().join("posts/stappen.md"), text).unwrap();
        fs::write(folder.path().join("buiten.svg"), "<svg/>").unwrap();
        let loaded = load_posts(folder.path(), LoadSettings { zone: Tz::UTC }).unwrap();
        loaded.diagnostics.into_iter().map(|found| (found.code, found.line, found.column)).collect()
    }

    #[test]
    fn what_leads_nowhere_is_found_where_it_stands() {
        let head = "---\ntitle: Stappen\ndate: 2026-10-02\nrelated:\n  - niets\n---\n";
        let body = "![a](../buiten.svg)\n\n![b](/buiten.svg)\n\n[c](javascript:alert)\n\nMet noot.[^x]\n";
        let expected = [
            ("broken-link", 5, 5),
            ("picture-elsewhere", 7, 1),
            ("picture-elsewhere", 9, 1),
            ("bad-link", 11, 1),
            ("missing-footnote", 13, 10),
        ];
        assert_eq!(found(&format!("{head}{body}")), expected);
    }

    #[test]
    fn what_is_wrong_in_the_middle_of_a_paragraph_is_found_there() {
        let head = "---\ntitle: Stappen\ndate: 2026-10-02\nimage:\n  src: weg.svg\n  alt: Weg\n---\n";
        let body = "Één regel,\nen *dan [**wég**](nergens.md)* en ![x](weg.png).\n\n\
                    > - Eén [a](javascript:b), twéé[^x]\n>   en drie[^y].[^x]\n\n\
                    | a | é |\n|---|---|\n| b | é [c](nergens.md) |\n";
        let expected = [
            ("missing-picture", 5, 8),
            ("broken-link", 9, 9),
            ("missing-picture", 9, 35),
            ("bad-link", 11, 9),
            ("missing-footnote", 11, 32),
            ("missing-footnote", 12, 12),
            ("missing-footnote", 12, 17),
            ("broken-link", 16, 9),
        ];
        assert_eq!(found(&format!("{head}{body}")), expected);
    }

    #[test]
    fn a_post_without_a_date_tells_all_its_mistakes_and_spoils_no_link() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("posts")).unwrap();
        let bad = "---\ntitle: Stappen\ndate: gisteren\n---\n[a](niets.md) en [b](goed.md)\n";
        fs::write(folder.path().join("posts/fout.md"), bad).unwrap();
        let good = "---\ntitle: Goed\ndate: 2026-10-02\nrelated: [fout]\n---\n[a](fout.md)\n";
        fs::write(folder.path().join("posts/goed.md"), good).unwrap();
        let loaded = load_posts(folder.path(), LoadSettings { zone: Tz::UTC }).unwrap();
        let found: Vec<_> = loaded.diagnostics.iter().map(|found| (found.code, found.line, found.column)).collect();
        assert_eq!(found, [("bad-date", 3, 7), ("broken-link", 5, 1)]);
        assert_eq!(loaded.posts.iter().map(|post| post.slug.as_str()).collect::<Vec<_>>(), ["goed"]);
    }

    #[test]
    fn a_callout_of_no_known_kind_is_suspected_and_an_escaped_one_is_not() {
        let head = "---\ntitle: Stappen\ndate: 2026-10-02\n---\n";
        let body = "> [!FOO]\n> Tekst.\n\n> \\[!FOO] zo bedoeld\n\n> [!TIP]\n> Goed.\n\n> [!important]\n> Goed.\n\n- > [!info] x\n";
        assert_eq!(found(&format!("{head}{body}")), [("unknown-callout", 5, 1), ("unknown-callout", 16, 3)]);
    }

    #[test]
    fn what_is_not_there_for_a_reader_is_found_in_links_pictures_and_html() {
        let head =
            "---\ntitle: Stappen\ndate: 2026-10-02\nimage:\n  src: https://elders.example/a.jpg\n  alt: Weg\n---\n";
        let body = "[folder](folder.pdf)\n\n![b](https://elders.example/b.jpg)\n\n\
                    <p><IMG src=\"/media/stappen/c.svg\"></p>\n\nEen <img src=\"/d.svg\" alt=\"d\"> regel.\n\n\
                    <img alt='a b' src=sub/e.png>\n";
        let expected = [
            ("foreign-picture", 5, 8),
            ("dead-link", 8, 1),
            ("foreign-picture", 10, 1),
            ("missing-alt", 12, 4),
            ("dead-picture", 16, 1),
        ];
        assert_eq!(found(&format!("{head}{body}")), expected);
    }

    #[test]
    fn a_tag_that_another_program_would_fill_in_is_told() {
        let head = "---\ntitle: Stappen\ndate: 2026-10-02\n---\n";
        let body = "{{< figure src=\"a.png\" >}}\n\n{% include x.html %}\n\nZie {{< ref \"a.md\" >}}.\n\n{{% note %}}Kort{{% /note %}}\n\n{{<youtube abc>}}\n\n\
                    Wiskunde {a} en {{b}} en 5 {% en `{{< x >}}`.\n";
        let found: Vec<_> =
            found(&format!("{head}{body}")).into_iter().filter(|one| one.0 == "literal-signs").collect();
        assert_eq!(found, [5, 7, 9, 11, 13].map(|line| ("literal-signs", line, 1)));
    }

    #[test]
    fn a_sign_that_is_written_out_is_no_footnote() {
        let head = "---\ntitle: Stappen\ndate: 2026-10-02\n---\n";
        assert_eq!(found(&format!("{head}a \\[^1\\] b \\[^2] c [^3] d\n")), [("missing-footnote", 5, 20)]);
    }

    #[test]
    fn what_nobody_gets_to_see_is_told() {
        let head = "---\ntitle: Stappen\ndate: 2026-10-02\n---\n";
        assert_eq!(found(&format!("{head}\n\n")), [("empty-post", 5, 1)]);
        assert_eq!(found(&format!("{}draft: true\n---\n", head.trim_end_matches("---\n"))), []);
        let body = "Met noot.[^Een]\n\n[^een]: De noot.\n\n  [^twee]: Zonder teken.\n\n```\n[^drie]: code\n```\n\n\
                    ### Te diep\n\n## Goed\n\n### Goed\n\n##### Te diep\n\n# Ook goed\n";
        let expected = [("loose-footnote", 9, 3), ("skipped-heading", 15, 1), ("skipped-heading", 21, 1)];
        assert_eq!(found(&format!("{head}{body}")), expected);
    }

    #[test]
    fn tags_without_an_end_and_links_without_words_are_told() {
        let head = "---\ntitle: Stappen\ndate: 2026-10-02\n---\n";
        let body = "Eén <b>goed op.\n\nTwee <i>goed</i>.<br> <kbd>x</kbd>\n\n<details><summary>Meer\n\nTekst\n\n</details>\n\n\
                    <ul>\n<li>a\n</ul>\n\n[ ](https://a.example) [![x](stappen.md)](https://a.example)\n\n## \n\n\
                    [a](/posts/map/index.md) [b](../goed.md)\n\n<!-- nog nakijken\n\nWeg.\n";
        let expected = [
            ("loose-tag", 5, 5),
            ("loose-tag", 9, 10),
            ("empty-link", 19, 1),
            ("empty-heading", 21, 1),
            ("dead-link", 23, 1),
            ("broken-link", 23, 26),
            ("open-comment", 25, 1),
        ];
        assert_eq!(found(&format!("{head}{body}")), expected);
    }

    #[test]
    fn signs_that_come_out_otherwise_than_they_were_meant_are_told() {
        let head = "---\ntitle: Stappen\ndate: 2026-10-02\nimage:\n  src: https://elders.example/a.jpg\n  alt: Weg\n  \
                    caption: Een **vet** bijschrift\n---\n";
        let body = "- [x] Gedaan\n- [ ] Te doen\n- \\[x] zo bedoeld\n- [x](stappen.md)\n\nÉén H~2~O, ~weg~ en a~~b~~c.\n\n\
                    ![a](https://elders.example/b.jpg \"Met *camera*\")\n";
        let expected = [
            ("foreign-picture", 5, 8),
            ("literal-signs", 7, 12),
            ("literal-signs", 9, 1),
            ("literal-signs", 10, 1),
            ("struck-out", 14, 6),
            ("foreign-picture", 16, 1),
            ("literal-signs", 16, 1),
        ];
        assert_eq!(found(&format!("{head}{body}")), expected);
    }

    #[test]
    fn an_honest_body_is_not_suspected() {
        let head = "---\ntitle: Stappen\ndate: 2026-10-02\n---\n";
        let body = "[a](https://a.example) [b](mailto:b@c.example) [c](tel:+3234700000) [d](#kop) [e](/nl/) <f@g.example> \
                    [h](stappen.md)\n\nMet noot.[^1] Als `[^x]`, en \\[^y].\n\n[^1]: De noot.\n";
        assert_eq!(found(&format!("{head}{body}")), []);
    }
}
