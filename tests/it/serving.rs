//! The site as browsers and feed readers get it: from one version, in small encodings, and only if they lack it.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::Read as _,
    path::Path,
};

use axum::http::{Method, StatusCode};

use crate::harness::{Publication, copy_folder, folder::Folder, tell};

/// Every kind of text.
const TEXTS: [&str; 6] = ["/nl/", "/fr/slakken/", "/nl/feed.xml", "/nl/search.json", "/sitemap.xml", "/site.css"];

#[test]
fn who_has_a_page_already_is_told_so_in_whatever_encoding() {
    tell(async |garden| {
        garden.publish().await;
        for path in TEXTS {
            let plain = garden.get(path).await;
            let (tag, written) = (plain.header("etag"), plain.header("last-modified"));
            assert!(tag.starts_with("W/\"") && written.ends_with(" GMT"), "{path}: {plain:?}");
            assert!(plain.header("cache-control").starts_with("public, max-age="), "{path}");
            assert_eq!(plain.header("vary"), "Accept-Encoding", "{path}");
            for encoding in ["gzip", "br"] {
                let encoded = garden.ask(Method::GET, path, &[("accept-encoding", encoding)], "").await;
                assert_eq!((encoded.header("content-encoding"), encoded.header("etag")), (encoding, tag), "{path}");
                let length = |answer: &str| answer.parse::<usize>().unwrap();
                assert!(length(encoded.header("content-length")) < length(plain.header("content-length")), "{path}");
            }
            for (name, value) in [("if-none-match", tag), ("if-modified-since", written)] {
                let again = garden.ask(Method::GET, path, &[(name, value)], "").await;
                assert_eq!((again.status, again.body.as_str()), (StatusCode::NOT_MODIFIED, ""), "{path}");
                assert_eq!((again.header("etag"), again.header("vary")), (tag, "Accept-Encoding"), "{path}");
            }
            let head = garden.ask(Method::HEAD, path, &[], "").await;
            assert_eq!((head.status, head.body.as_str()), (StatusCode::OK, ""), "{path}");
            assert_eq!(head.headers, plain.headers, "{path}");
        }
        let refused = garden.ask(Method::PUT, "/nl/", &[], "").await;
        assert_eq!((refused.status, refused.header("allow")), (StatusCode::METHOD_NOT_ALLOWED, "GET, HEAD"));
    });
}

#[test]
fn an_edit_gives_a_page_another_tag_and_leaves_the_others_alone() {
    tell(async |garden| {
        garden.publish().await;
        let tag = async |path: &str| garden.get(path).await.header("etag").to_owned();
        let (page, other) = (tag("/nl/slakken/").await, tag("/nl/composteren/").await);
        garden.edit("posts/slakken.md", "Keer de plank elke ochtend om.", "Keer de plank nooit meer om.");
        garden.sync().await;
        garden.publish().await;
        let answer = garden.ask(Method::GET, "/nl/slakken/", &[("if-none-match", &page)], "").await;
        assert_eq!(answer.status, StatusCode::OK);
        assert!(answer.body.contains("nooit meer om"));
        assert_eq!(tag("/nl/composteren/").await, other);
    });
}

#[test]
fn a_picture_is_given_in_parts_unless_it_is_another_by_now() {
    tell(async |garden| {
        garden.publish().await;
        // A photograph by its name: nobody looks into it here.
        garden.write("public/media/composteren/foto.jpg", "0123456789");
        let part =
            async |headers: &[(&str, &str)]| garden.ask(Method::GET, "/media/composteren/foto.jpg", headers, "").await;
        let answer = part(&[("range", "bytes=2-4")]).await;
        assert_eq!((answer.status, answer.body.as_str()), (StatusCode::PARTIAL_CONTENT, "234"));
        assert_eq!(part(&[]).await.body, "0123456789");
        for (range, status, body) in [
            ("items=0-9", 200, "0123456789"),
            ("bytes=5-1", 200, "0123456789"),
            ("bytes=0-99999999999999999999999", 206, "0123456789"),
            ("bytes=-3", 206, "789"),
            ("bytes=10-", 416, ""),
        ] {
            let answer = part(&[("range", range)]).await;
            assert_eq!((answer.status.as_u16(), answer.body.as_str()), (status, body), "{range}");
        }
        let headers = [("range", "bytes=2-4")];
        let head = garden.ask(Method::HEAD, "/media/composteren/foto.jpg", &headers, "").await;
        assert_eq!((head.status, head.header("content-length")), (StatusCode::OK, "10"), "only GET has parts");
        let answer = part(&[("range", "bytes=0-1,4-5")]).await;
        assert_eq!((answer.status, answer.body.as_str()), (StatusCode::OK, "0123456789"), "all of it will do");
        assert_eq!(garden.get("/nl//slakken/").await.status, StatusCode::NOT_FOUND);
        assert_eq!(garden.get("/fr/nergens/").await.status, StatusCode::NOT_FOUND);
        assert!(garden.get("/fr/nergens/").await.body.contains("lang=\"fr\""), "in the language of the address");
    });
}

#[test]
fn who_has_a_part_of_a_picture_gets_the_rest_by_its_tag() {
    tell(async |garden| {
        garden.write("posts/hark/index.md", "---\ntitle: De hark\ndate: 2026-10-01\n---\n![Een hark](hark.png)\n");
        let mut picture = std::io::Cursor::new(Vec::new());
        image::RgbImage::new(40, 30).write_to(&mut picture, image::ImageFormat::Png).unwrap();
        garden.write("posts/hark/hark.png", picture.get_ref());
        garden.publish().await;
        let path = "/media/hark/hark.png";
        let whole = garden.get(path).await;
        let tag = whole.header("etag");
        assert!(whole.status == StatusCode::OK && tag.starts_with('"'), "byte for byte the same: {whole:?}");
        let weak = format!("W/{tag}");
        for (version, status) in [(tag, 206), (weak.as_str(), 200), ("\"andere\"", 200)] {
            let answer = garden.ask(Method::GET, path, &[("range", "bytes=0-9"), ("if-range", version)], "").await;
            assert_eq!(answer.status.as_u16(), status, "{version}");
        }
        for known in [tag, &weak] {
            let again = garden.ask(Method::GET, path, &[("if-none-match", known)], "").await;
            assert_eq!(again.status, StatusCode::NOT_MODIFIED, "{known}");
        }
        let more_than_all = garden.ask(Method::GET, path, &[("range", "bytes=-99999999")], "").await;
        assert_eq!(more_than_all.status, StatusCode::PARTIAL_CONTENT);
    });
}

/// Every page of the site, as a reader gets it.
async fn pages(garden: &Publication, paths: &[String]) -> Vec<String> {
    let mut bodies = Vec::new();
    for path in paths {
        bodies.push(garden.get(path).await.body);
    }
    bodies
}

/// The files of two sites that differ, in their order, with the paths of the second.
fn difference(before: &Path, after: &Path, below: &str, found: &mut Vec<String>) {
    for entry in fs::read_dir(after.join(below)).unwrap().map(Result::unwrap) {
        let path = format!("{below}{}", entry.file_name().to_str().unwrap());
        if entry.path().is_dir() {
            difference(before, after, &format!("{path}/"), found);
        } else if !path.starts_with(".postduif-") && fs::read(before.join(&path)).ok() != fs::read(entry.path()).ok() {
            found.push(path);
        }
    }
}

/// Lets a publish be killed when its journal was committed and so much of it was done, in percent; then readers come.
fn kill_and_read(percent: usize) {
    tell(async |garden| {
        garden.publish().await;
        let public = garden.root().join("public");
        let (before, after) = (garden.root().join("voor"), garden.root().join("na"));
        copy_folder(&public, &before);
        // The title stands on every page: by another program, since this one has read its settings.
        garden.edit("postduif.toml", "title = \"De Moestuin\"", "title = \"De Boomgaard\"");
        crate::harness::postduif(garden.root(), "publish").fine();
        copy_folder(&public, &after);
        let mut changed = Vec::new();
        difference(&before, &after, "", &mut changed);
        changed.sort();
        let paths: Vec<_> =
            changed.iter().filter_map(|file| Some(format!("/{}", file.strip_suffix("index.html")?))).collect();
        assert!(paths.len() > 20, "{paths:?}");

        fs::remove_dir_all(&public).unwrap();
        copy_folder(&before, &public);
        let old = pages(&garden, &paths[..paths.len() / 2]).await;
        assert_eq!(old.iter().filter(|page| page.contains("De Boomgaard")).count(), 0);
        let (mut journal, done) = (String::new(), changed.len() * percent / 100);
        for (number, file) in changed.iter().chain([&".postduif-files".to_owned()]).enumerate() {
            let staged = format!("public/.postduif-staging/{number}");
            let place = if number < done { format!("public/{file}") } else { staged };
            garden.write(&place, fs::read(after.join(file)).unwrap());
            journal += &format!("place {number} {file}\n");
        }
        garden.write("public/.postduif-journal", format!("{journal}end\n"));
        let seen = pages(&garden, &paths).await;
        let are_new: Vec<_> = seen.iter().map(|page| page.contains("De Boomgaard")).collect();
        assert!(are_new.is_sorted(), "first the old site, then the new one, and never back: {are_new:?}");
        if percent > 50 {
            assert!(are_new[are_new.len() - 1], "whoever finds something changed brings it to its end");
            assert!(!garden.has("public/.postduif-journal") && !garden.has("public/.postduif-staging"));
        }
    });
}

#[test]
fn no_reader_sees_a_mixture_however_far_a_publish_came() {
    for percent in [0, 70, 100] {
        kill_and_read(percent);
    }
}

#[test]
fn a_check_says_what_would_change_and_changes_nothing() {
    let folder = Folder::model();
    let ended = folder.run(&["publish", "--check"]);
    assert_eq!(ended.code, 1, "{ended:?}");
    assert!(ended.stdout.contains("new     nl/feed.xml\n") && ended.stdout.contains("to be released"), "{ended:?}");
    assert!(!folder.path("public").exists());
    folder.fine(&["publish"]);
    assert!(folder.fine(&["publish", "--check"]).contains(" 0 to write, 0 to remove"));
    let post = folder.read("posts/magnesium-en-spierkrampen.md");
    folder.write("posts/magnesium-en-spierkrampen.md", post.replacen("Helpt magnesium", "Helpt veel magnesium", 1));
    let before = folder.read("public/nl/magnesium-en-spierkrampen/index.html");
    let json = folder.run(&["publish", "--check", "--json"]);
    assert_eq!(json.code, 1, "{json:?}");
    let changes: BTreeMap<String, String> = serde_json::from_value(json.json()["changes"].clone()).unwrap();
    assert_eq!(changes["nl/magnesium-en-spierkrampen/index.html"], "changed");
    assert_eq!(folder.read("public/nl/magnesium-en-spierkrampen/index.html"), before);
    folder.fine(&["publish"]);
    let real = folder.read("public/nl/magnesium-en-spierkrampen/index.html");
    assert!(real.contains("Helpt veel magnesium"));
}

#[test]
fn two_processes_do_not_publish_at_once() {
    let folder = Folder::model();
    folder.fine(&["publish"]);
    let lock = File::open(folder.path("public/.postduif-lock")).unwrap();
    lock.lock().unwrap();
    let ended = folder.run(&["publish"]);
    assert_eq!(ended.code, 2, "{ended:?}");
    assert!(ended.stderr.contains("another process is writing"), "{ended:?}");
    drop(lock);
    folder.fine(&["publish"]);
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let (one, other) = (Folder::model(), Folder::model());
    for folder in [&one, &other] {
        folder.fine(&["publish"]);
    }
    let mut differences = Vec::new();
    difference(&one.path("public"), &other.path("public"), "", &mut differences);
    assert_eq!(differences, [""; 0]);
    let mut page = String::new();
    File::open(one.path("public/nl/index.html")).unwrap().read_to_string(&mut page).unwrap();
    assert!(page.starts_with("<!doctype html>"));
}
