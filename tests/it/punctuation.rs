//! Quotes, apostrophes and what belongs to them: typed as a keyboard has them, read as each language has them.

use chrono::TimeDelta;

use crate::harness::{Publication, tell, tell_with};

/// A post by somebody who types what the keyboard has, in Dutch and French.
async fn write_post(garden: &Publication) {
    garden.write(
        "posts/mol.md",
        "---\ntitle: De \"mol\" van Mieke's gras\ndate: 2026-10-06\ntopics: [dieren]\nsummary: \"'s Morgens staat er een hoop...\"\n---\n\
         ## \"Wie graaft?\"\n\nhttps://moestuin.example/l'herbe--a...b\n\nEen **\"molshoop\"** is geen *'ramp'*, zegt Hans' buur. Lees `echo \"mol's\"` -- of niet.\n\n\
         ```\nprint(\"mol's\")\n```\n\n![Een \"hoop\" aarde](hoop.png \"Mieke's gras\")\n",
    );
    garden.content.sync().await.unwrap();
    for (nl, fr) in [
        ("De \"mol\" van Mieke's gras", "La \"taupe\" de l'herbe"),
        ("'s Morgens staat er een hoop...", "Un monticule, l'aube venue..."),
        ("\"Wie graaft?\"", "\"Qui creuse ?\""),
        (
            "Een **\"molshoop\"** is geen *'ramp'*, zegt Hans' buur. Lees `echo \"mol's\"` -- of niet.",
            "Une **\"taupinière\"** n'est pas une *catastrophe* ! Lisez `echo \"mol's\"` -- ou pas.",
        ),
        ("Een \"hoop\" aarde", "Un \"tas\" de terre"),
        ("Mieke's gras", "L'herbe de Mieke"),
    ] {
        garden.translate("fr", "mol", nl, fr);
    }
    garden.content.sync().await.unwrap();
}

#[test]
fn what_a_keyboard_has_is_read_as_each_language_has_it() {
    let title = ("title = \"De Moestuin\"", "title = \"'s Lands \\\"beste\\\" tuin\"");
    tell_with(&[title], async |garden| {
        garden.write("locales/nl/topics.ftl", "topic-dieren = 's Zomers \"eten\"\n");
        write_post(&garden).await;
        garden.publish().await;
        let dutch = garden.read("public/nl/mol/index.html");
        for said in [
            "<title>De “mol” van Mieke’s gras",
            ">’s Morgens staat er een hoop…</p>",
            ">“Wie graaft?”</h2>",
            "Een <strong>“molshoop”</strong> is geen <em>‘ramp’</em>, zegt Hans’ buur. Lees <code>echo &quot;mol's&quot;</code> – of niet.",
            "<code>print(&quot;mol's&quot;)\n</code>",
            "alt=\"Een “hoop” aarde\"",
            "<figcaption>Mieke’s gras</figcaption>",
        ] {
            assert!(dutch.contains(said), "{said} in {dutch}");
        }
        let french = garden.read("public/fr/mol/index.html");
        for said in [
            "La «\u{a0}taupe\u{a0}» de l’herbe",
            ">«\u{a0}Qui creuse\u{202f}?\u{a0}»</h2>",
            "<strong>«\u{a0}taupinière\u{a0}»</strong> n’est pas une <em>catastrophe</em>\u{202f}! Lisez <code>echo",
            "<figcaption>L’herbe de Mieke</figcaption>",
        ] {
            assert!(french.contains(said), "{said} in {french}");
        }
        for feed in ["public/fr/feed.xml", "public/fr/feed.json", "public/fr/index.html", "public/fr/search.json"] {
            assert!(garden.read(feed).contains("La «\u{a0}taupe\u{a0}» de l’herbe"), "{feed}");
        }
        // So is what stands around posts.
        assert!(dutch.contains("<span class=\"name\">’s Lands “beste” tuin</span>"), "{dutch}");
        let topic = "’s Zomers “eten”";
        assert!(dutch.contains(topic) && garden.read("public/nl/feed.json").contains(topic), "{dutch}");
        // An address leads where it led.
        assert!(dutch.contains(">https://moestuin.example/l'herbe--a...b</a>"), "{dutch}");
        // The catalogs keep what was typed.
        assert!(garden.read("locales/fr/posts/mol.ftl").contains("La \"taupe\" de l'herbe"));
    });
}

#[test]
fn a_mail_has_the_punctuation_of_its_reader() {
    tell(async |garden| {
        garden.publish().await;
        garden.join_from("gust@lezers.example", "fr", "head".parse().unwrap()).await;
        write_post(&garden).await;
        garden.publish().await;
        garden.wait(TimeDelta::weeks(1));
        let mails = garden.digest().await;
        let [mail] = &mails[..] else { panic!("{mails:?}") };
        assert!(mail.html.contains("La «&nbsp;taupe&nbsp;» de l’herbe"), "{}", mail.html);
        assert!(mail.text.contains("l’aube venue…"), "{}", mail.text);
    });
}

#[test]
fn who_wants_it_as_it_was_written_says_so() {
    tell_with(&[("[locales.nl]", "[theme]\npunctuation = \"as-written\"\n[locales.nl]")], async |garden| {
        write_post(&garden).await;
        garden.publish().await;
        let dutch = garden.read("public/nl/mol/index.html");
        assert!(dutch.contains("Een <strong>&quot;molshoop&quot;</strong> is geen <em>'ramp'</em>"), "{dutch}");
        assert!(garden.read("public/fr/feed.json").contains("La \\\"taupe\\\" de l'herbe"));
    });
}
