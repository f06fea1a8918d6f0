//! What an import could lose: addresses of sources, articles with the id of another, bylines, pictures.

use std::fs;

use postduif::intake::{Permission, Report};

use super::Garden;

/// A paragraph that is long enough for a page.
const TEXT: &str =
    "<p>Wie in de herfst blad op zijn bedden legt, heeft in het voorjaar losse grond, vol met wormen.</p>";

/// Imports what stands in a file of this name.
fn import(garden: &Garden, name: &str, content: &str) -> Report {
    let file = garden.path().join(name);
    fs::write(&file, content).unwrap();
    garden.import(file.to_str().unwrap())
}

/// Sources as `text | doi | pmid | url`.
fn sources(garden: &Garden, slug: &str) -> Vec<String> {
    let told = garden.post(slug).sources.into_iter().map(|source| {
        let [doi, pmid, url] = [source.doi, source.pmid, source.url].map(Option::unwrap_or_default);
        format!("{} | {doi} | {pmid} | {url}", source.text)
    });
    told.collect()
}

#[test]
fn the_addresses_of_sources_come_along_from_pages_feeds_and_texts() {
    let garden = Garden::open(Permission::default());
    let list = "<h2>Bronnen</h2><ol><li><a href=\"https://zaad.example/prei\">Prei door het jaar</a></li>\
                <li>Maes J. <a href=\"https://doi.org/10.5555/ui.7\">Uien</a>, 2012. \
                <a href=\"https://pubmed.ncbi.nlm.nih.gov/990011/\">PubMed</a> <a href=\"https://zaad.example/ui\">Naar de bron</a></li></ol>";
    let notes = "<ol class=\"wp-block-footnotes\"><li id=\"n1\">Een noot bij de tekst. <a href=\"#r1\">↩︎</a></li></ol>";
    let expected = [
        "Prei door het jaar |  |  | https://zaad.example/prei",
        "Maes J. Uien, 2012. | 10.5555/ui.7 | 990011 | https://zaad.example/ui",
    ];
    let page = format!("<html><body><article><h1>Prei</h1>{}{list}{notes}</article></body></html>", TEXT.repeat(6));
    import(&garden, "prei.html", &page);
    assert_eq!(sources(&garden, "prei"), expected);
    assert!(garden.post("prei").body.contains("Een noot bij de tekst."));
    let feed = format!(
        "<rss version=\"2.0\"><channel><title>T</title><item><title>Ui</title><guid>9</guid><description><![CDATA[{TEXT}{list}]]>\
         </description></item></channel></rss>"
    );
    import(&garden, "feed.xml", &feed);
    assert_eq!(sources(&garden, "ui"), expected);
    let dump = "Look in de tuin\n\nKnoflook gaat in oktober de grond in.\n\nDoor Mieke Aerts\n\nBronnen\n\
                - Look door het jaar (https://zaad.example/look), en meer\n";
    import(&garden, "dump.txt", dump);
    let expected = "Look door het jaar (https://zaad.example/look), en meer |  |  | https://zaad.example/look";
    assert_eq!(sources(&garden, "look-in-de-tuin"), [expected]);
}

#[test]
fn an_id_that_is_no_address_counts_only_in_its_own_feed() {
    let garden = Garden::open(Permission::default());
    let feed = |head: &str, id: &str, title: &str| {
        format!(
            "{{\"version\":\"https://jsonfeed.org/version/1.1\",{head},\"items\":[\
             {{\"id\":\"{id}\",\"title\":\"{title}\",\"content_html\":\"<p>Zaai ze in maart, en dun ze uit.</p>\"}}]}}"
        )
    };
    let count = |report: &Report| (report.imported.len(), report.skipped.len());
    let one = feed("\"title\":\"Tuin\",\"home_page_url\":\"https://tuin.example/\"", "1", "Erwten");
    assert_eq!(count(&import(&garden, "een.json", &one)), (1, 0));
    let moved = feed("\"title\":\"Andere naam\",\"home_page_url\":\"https://tuin.example/\"", "1", "Erwten");
    assert_eq!(count(&import(&garden, "een-kopie.json", &moved)), (0, 1));
    let other = feed("\"title\":\"Tuin\",\"home_page_url\":\"https://ander.example/\"", "1", "Bonen");
    assert_eq!(count(&import(&garden, "ander.json", &other)), (1, 0));
    for (title, new) in [("Blad", 1), ("Blad", 0), ("Ander blad", 1)] {
        let nameless = feed(&format!("\"title\":\"{title}\""), "1", "Bieten");
        assert_eq!(import(&garden, "titel.json", &nameless).imported.len(), new, "{title}");
    }
    let everywhere = |title: &str| feed(&format!("\"title\":\"{title}\""), "tag:tuin.example,2020:1", "Radijs");
    assert_eq!(count(&import(&garden, "tag.json", &everywhere("Een"))), (1, 0));
    assert_eq!(count(&import(&garden, "tag.json", &everywhere("Twee"))), (0, 1));
}
