//! What editors bring along from other programs works, or is told.

use serde_json::Value;

use crate::harness::folder::Folder;

/// What the check says of one file: code and line.
fn found(folder: &Folder, file: &str) -> Vec<(String, u64)> {
    let said = folder.run(&["check", "--json"]).json();
    let of_file = said["diagnostics"].as_array().unwrap().iter().filter(|one| one["file"] == file);
    let found = of_file.map(|one| (one["code"].as_str().unwrap().to_owned(), one["line"].as_u64().unwrap()));
    found.collect()
}

fn none() -> Vec<(String, u64)> {
    Vec::new()
}

#[test]
fn a_picture_is_found_however_its_address_is_written() {
    let folder = Folder::model();
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"30\"/>";
    for name in ["een.svg", "Foto Twee.svg", "100%.svg"] {
        folder.write(&format!("posts/dak/{name}"), svg);
    }
    folder.write(
        "posts/dak/index.md",
        "---\ntitle: Het dak\ndate: 2026-10-02\nsummary: Over het dak.\nimage:\n  src: ./een.svg\n  alt: Het dak van voren\n---\n\
         ![Het dak](./een.svg)\n\n![De goot](Foto%20Twee.svg)\n\n![De pan](100%25.svg)\n\n[In het groot](./Foto%20Twee.svg)\n",
    );
    folder.fine(&["sync"]);
    assert_eq!(found(&folder, "posts/dak/index.md"), none());
    folder.fine(&["publish"]);
    let page = folder.read("public/nl/dak/index.html");
    for src in ["/media/dak/een.svg", "/media/dak/Foto%20Twee.svg", "/media/dak/100%25.svg"] {
        assert!(page.contains(&format!("src=\"{src}\"")), "{src}: {page}");
    }
    assert!(page.contains("href=\"/media/dak/Foto%20Twee.svg\"") && !page.contains("./een.svg"), "{page}");
    for name in ["een.svg", "Foto Twee.svg", "100%.svg"] {
        assert_eq!(folder.read(&format!("public/media/dak/{name}")), svg);
    }
    folder.write(
        "posts/dak/index.md",
        folder.read("posts/dak/index.md").replace("100%25.svg", "%2e%2e/%2e%2e/postduif.toml"),
    );
    assert_eq!(found(&folder, "posts/dak/index.md"), [("picture-elsewhere".to_owned(), 13)]);
}

#[test]
fn what_another_program_kept_from_readers_is_kept_from_them() {
    let folder = Folder::model();
    let post =
        |line: &str| format!("---\ntitle: De trap\ndate: 2026-10-02\nsummary: Kort.\n{line}---\nDe trap kraakt.\n");
    folder.write("posts/trap.md", post(""));
    folder.fine(&["sync"]);
    folder.fine(&["publish"]);
    assert!(folder.read("public/nl/trap/index.html").contains("De trap kraakt."));
    for line in ["published: false\n", "publishDate: 2035-01-01\n", "visibility: private\n", "Draft: true\n"] {
        folder.write("posts/trap.md", post(line));
        assert!(found(&folder, "posts/trap.md").contains(&("held-back".to_owned(), 5)), "{line}");
        folder.run(&["publish"]);
        assert!(!folder.path("public/nl/trap/index.html").exists(), "{line}");
        folder.write("posts/trap.md", post(""));
        folder.fine(&["publish"]);
        assert!(folder.path("public/nl/trap/index.html").exists(), "{line}");
    }
    for line in ["published: true\n", "publishDate: 2026-10-02\n"] {
        folder.write("posts/trap.md", post(line));
        assert_eq!(found(&folder, "posts/trap.md"), [("unknown-key".to_owned(), 5)], "{line}");
    }
}

#[test]
fn a_text_that_lies_too_deep_is_told() {
    let folder = Folder::model();
    let post = "---\ntitle: De trap\ndate: 2026-10-02\nsummary: Kort.\n---\nDe trap kraakt.\n";
    for file in
        ["posts/2019/05/diep.md", "posts/2021/blad/index.md", "posts/zolder/index.md", "posts/zolder/index.fr.md"]
    {
        folder.write(file, post);
    }
    folder.write("posts/zolder/_kladje.md", "Nog niets.");
    let said = folder.run(&["check", "--json"]).json();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let told = said["diagnostics"].as_array().unwrap().iter().filter(|one| one["code"] == "not-a-post");
    let told: Vec<_> = told.map(|one| (text(&one["file"]), text(&one["help"]))).collect();
    let expected = [
        ("posts/2019/05/diep.md", "put it into posts itself"),
        ("posts/2021/blad/index.md", "move its folder to posts/blad"),
        ("posts/zolder/index.fr.md", "call it `index.md`, or put it into posts itself"),
    ];
    assert_eq!(told, expected.map(|(file, help)| (file.to_owned(), help.to_owned())));
}
