//! What a translator's editor broke in two is not published by halves, and the remedy is told first.

use serde_json::Value;

use crate::harness::folder::Folder;

const CATALOG: &str = "locales/fr/posts/bewegen-met-lage-rugpijn.ftl";
const HEAD: &str = "p-d4a35a = Pour ces premiers jours, je donne presque toujours";
const REST: &str = "les quatre mêmes consignes.";

/// The model publication, in which a line of the French is broken before its rest, which is not indented.
fn wrapped() -> Folder {
    let folder = Folder::model();
    let whole = folder.read(CATALOG);
    folder.write(CATALOG, whole.replace(&format!("{HEAD} {REST}"), &format!("{HEAD}\n{REST}")));
    assert_ne!(folder.read(CATALOG), whole);
    folder
}

fn french(folder: &Folder) -> Value {
    let said = folder.run(&["status", "--post", "bewegen-met-lage-rugpijn", "--json"]).json();
    said["posts"][0]["locales"]["fr"].clone()
}

/// What the check says of a file, its lines with messages and remedies.
fn found(folder: &Folder, file: &str) -> Vec<(u64, String, String)> {
    let said = folder.run(&["check", "--json"]).json();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let of_file = said["diagnostics"].as_array().unwrap().iter().filter(|one| one["file"] == file);
    of_file.map(|one| (one["line"].as_u64().unwrap(), text(&one["message"]), text(&one["help"]))).collect()
}

#[test]
fn half_a_sentence_is_not_published_and_counts_as_missing() {
    let folder = wrapped();
    let (all, written) = (french(&Folder::model()), folder.read(CATALOG));
    let now = french(&folder);
    assert_eq!(now["missing"], 1);
    assert_eq!(now["current"].as_u64().unwrap() + 1, all["current"].as_u64().unwrap());
    folder.run(&["publish"]);
    let page = folder.read("public/fr/bewegen-met-lage-rugpijn/index.html");
    assert!(!page.contains("je donne presque toujours"), "nothing is shown by halves");
    assert!(page.contains("geef ik bijna altijd dezelfde vier afspraken mee"), "the next language stands there");

    // Who mends it as they are told has lost nothing.
    folder.run(&["sync"]);
    assert_eq!(folder.read(CATALOG), written, "sync leaves the file as it is");
    folder.write(CATALOG, written.replace(&format!("\n{REST}"), &format!("\n    {REST}")));
    folder.fine(&["sync"]);
    assert_eq!(french(&folder), all);
    folder.fine(&["publish"]);
    assert!(folder.read("public/fr/bewegen-met-lage-rugpijn/index.html").contains("presque toujours les quatre mêmes"));
}

#[test]
fn check_and_sync_say_first_to_indent_the_rest_of_a_text() {
    let folder = wrapped();
    let remedy = "put four blanks before this line, since it goes on with `p-d4a35a`";
    let said = found(&folder, CATALOG);
    let (line, message, help) = &said[0];
    let lines = folder.read(CATALOG);
    assert_eq!(lines.lines().nth(usize::try_from(*line).unwrap() - 1), Some(REST));
    assert!(message.contains("so `p-d4a35a` is not used") && help.starts_with(remedy), "{said:?}");
    let said = folder.run(&["sync"]).stderr;
    assert!(said.contains(&format!("help: {remedy}")) && said.contains("until then sync leaves this file"), "{said}");

    // The same while the text still stands behind its `# todo`.
    folder.write(CATALOG, lines.replace("p-d4a35a =", "# todo p-d4a35a ="));
    let (_, _, help) = &found(&folder, CATALOG)[0];
    assert!(help.starts_with(remedy), "{help}");
    assert!(folder.run(&["sync"]).stderr.contains(&format!("help: {remedy}")));
}

#[test]
fn what_a_text_cannot_be_is_told_in_words_of_everyday() {
    let folder = Folder::model();
    let text =
        "---\ntitle: Deeg\ndate: 2026-10-02\n---\n## Vandaag\n\n- Niet kneden.\n\n1. Wachten.\n\nEen paar keer.\n";
    folder.write("posts/deeg.md", text);
    folder.fine(&["sync"]);
    let file = "locales/fr/posts/deeg.ftl";
    let catalog = folder.read(file);
    let mut lines = catalog.lines().map(str::to_owned).collect::<Vec<_>>();
    for (dutch, french) in [
        ("Vandaag", "## Aujourd’hui"),
        ("Niet kneden.", "- Ne pas pétrir."),
        ("Wachten.", "1. Attendre."),
        ("Een paar keer.", "{ $n -> [one] une *[other] {3} } fois."),
    ] {
        let shown = lines.iter().position(|line| *line == format!("# nl: {dutch}")).unwrap();
        lines[shown + 1] = format!("{} {french}", lines[shown + 1].strip_prefix("# todo ").unwrap());
    }
    folder.write(file, lines.join("\n") + "\n");
    let said = found(&folder, file);
    let helps: Vec<_> = said.iter().map(|(_, _, help)| help.as_str()).collect();
    for help in [
        "delete the `## `; the sign of a heading comes from the Dutch post",
        "delete the `- `; the bullet comes from the Dutch post",
        "delete the `1. `; the number comes from the Dutch post",
        "write the sentence out; the other messages are used meanwhile",
    ] {
        assert!(helps.contains(&help), "{help}: {said:#?}");
    }
    let no_forms = "posts have no variables and no plural forms";
    assert!(said.iter().any(|(_, message, _)| message.contains(no_forms)), "{said:#?}");
    assert!(said.iter().all(|(_, message, _)| !message.contains(char::is_control)), "{said:#?}");
}
