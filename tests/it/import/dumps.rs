//! Texts in which each article has its byline below its title.

use postduif::intake::Permission;

use super::{Garden, lost::import};

/// Two paragraphs about something, long enough for an article.
fn prose(about: &str) -> String {
    let sentence = format!("Wie over {about} wil praten, komt in de lente een avond langs bij de buren. ");
    format!("{}\n\n{}", sentence.repeat(6).trim(), sentence.repeat(5).trim())
}

#[test]
fn an_article_begins_where_a_byline_stands_below_a_title() {
    let garden = Garden::open(Permission::default());
    // What stands below each title: of Mieke in June, of Joris in July, of Mieke in August.
    let days = [
        ("Mieke Aerts", "12", "juni", "06"),
        ("Joris Wouters", "3", "juli", "07"),
        ("Mieke Aerts", "4", "augustus", "08"),
    ];
    for (nth, (byline, says_who)) in [
        ("\nWHO · DD/MM/2025\n", true),
        ("\nWHO\n\nDD/MM/2025\n\nLeestijd: 4 min\n", true),
        ("\nLeestijd: 4 min | DD MONTH 2025 | WHO\n", true),
        ("\nDoor WHO op DD MONTH 2025\n", true),
        ("\n4 minuten leestijd · DD MONTH 2025\n", false),
        ("\nDD MONTH 2025\n", false),
        ("\n5 min leestijd | DD MONTH '25 | WHO\n", true),
        ("WHO · DD/MM/2025 · 4 minuten leestijd\n", true),
        ("Gepubliceerd op DD MONTH 2025 door WHO\n", true),
    ]
    .into_iter()
    .enumerate()
    {
        let mut dump = String::new();
        for (part, (who, day, month, number)) in days.iter().enumerate() {
            let byline = byline.replace("WHO", who).replace("DD/", &format!("{day:0>2}/")).replace("DD", day);
            let byline = byline.replace("MONTH", month).replace("MM", number);
            let text = prose(&format!("bed {nth}{part}"));
            dump.push_str(&format!("Wat bed {nth}{part} vraagt\n{byline}\n{text}\n\n"));
            if part == 1 {
                dump.push_str("Bronnen:\n\nPeeters W. Mest. 2017.\n\n");
            }
        }
        let report = import(&garden, &format!("dump-{nth}.txt"), &dump);
        let found: Vec<_> = report.imported.iter().map(|one| (one.title.clone(), one.date[..10].to_owned())).collect();
        let dates = ["2025-06-12", "2025-07-03", "2025-08-04"];
        let expected: Vec<_> =
            (0..3).map(|part| (format!("Wat bed {nth}{part} vraagt"), dates[part].to_owned())).collect();
        assert_eq!(found, expected, "{byline}");
        for (part, one) in report.imported.iter().enumerate() {
            let post = garden.post(one.slug.as_str());
            // Joris is a guest.
            let is_known = says_who && part != 1;
            assert_eq!(post.authors, if is_known { &["mieke"][..] } else { &[] }, "{byline}");
            let is_guest = post.review.iter().any(|line| line.contains("\"Joris Wouters\" is not listed"));
            assert_eq!(is_guest, says_who && part == 1, "{byline}: {:?}", post.review);
            assert_eq!(post.body, format!("\n{}\n", prose(&format!("bed {nth}{part}"))), "{byline}");
            assert_eq!(post.sources.len(), usize::from(part == 1), "{byline}");
            let is_told = post.review.iter().any(|line| line.contains("that an article begins here is a guess"));
            assert_eq!(is_told, part > 0, "{byline}: {:?}", post.review);
        }
    }
}

#[test]
fn a_byline_below_the_text_begins_no_article() {
    let garden = Garden::open(Permission::default());
    let text = prose("prei");
    // The first has its byline below its title, and both are signed again below a short last line.
    let article = |title: &str, above: &str| {
        format!("{title}\n{above}\n{text}\n\nVeel plezier ermee\n\nMieke Aerts · 12/06/2025\n\n")
    };
    let dump = article("Prei in mei", "\n12 juni 2025\n") + &article("Prei in juni", "\n13 juni 2025\n");
    let report = import(&garden, "dump.txt", &dump);
    let found: Vec<_> = report.imported.iter().map(|one| one.title.as_str()).collect();
    assert_eq!(found, ["Prei in mei", "Prei in juni"], "{report:#?}");
    // When something happens is no byline if that says who.
    let event =
        format!("Prei in juli\n\nMieke Aerts · 12/06/2025\n\n{text}\n\nPraktisch\n\n3 juli 2025\n\nWe komen samen.\n");
    let event = import(&garden, "samen.txt", &event);
    assert_eq!((event.imported.len(), &event.imported[0].date[..10]), (1, "2025-06-12"), "{event:#?}");
    // Headings of parts have no byline below them, and the dates of a text without one are those of its parts.
    let diary: String = (1..4).map(|day| format!("Dag {day}\n\n{day} juni 2025\n\nWe plantten prei.\n\n")).collect();
    let diary = import(&garden, "dagboek.txt", &format!("Drie dagen prei\n\n{text}\n\n{diary}"));
    assert_eq!(diary.imported.len(), 1, "{diary:#?}");
}
