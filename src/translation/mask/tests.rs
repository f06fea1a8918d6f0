//! What services may and may not do to a text.

use proptest::prelude::*;

use super::*;

fn masked(text: &str) -> Masked {
    let segment =
        Segment { id: "p-1".parse().unwrap(), kind: Kind::Paragraph, text: text.to_owned(), note: None, before: None };
    Masked::new(&segment, "[bron]: https://voorbeeld.be/bron", &["Beweegreden".to_owned()])
}

/// A faithful service: words in capitals, tags untouched.
fn shout(tagged: &str) -> String {
    let mut inside = false;
    tagged
        .chars()
        .map(|c| {
            inside = (inside || c == '<' || c == '&') && !matches!(c, '>' | ';');
            if inside { c } else { c.to_ascii_uppercase() }
        })
        .collect()
}

#[test]
fn a_service_sees_words_and_numbered_tags_and_the_marks_come_back() {
    for (dutch, tagged, back) in [
        ("Een **vet** woord.", "Een <g id=\"1\">vet</g> woord.", "EEN **VET** WOORD."),
        ("_Zo_ & zo <3", "<g id=\"1\">Zo</g> &amp; zo &lt;3", "*ZO* & ZO <3"),
        (
            "Lees [dit stuk](zit.md \"t\") na.[^a]",
            "Lees <g id=\"1\">dit stuk</g> na.<code id=\"2\">[^a]</code>",
            "LEES [DIT STUK](zit.md \"t\") NA.[^a]",
        ),
        ("Typ `a*b` nu", "Typ <code id=\"1\">`a*b`</code> nu", "TYP `a*b` NU"),
        ("Regel<br>twee", "Regel<code id=\"1\">&lt;br&gt;</code>twee", "REGEL<br>TWEE"),
        ("Bij Beweegreden dus", "Bij <code id=\"1\">Beweegreden</code> dus", "BIJ Beweegreden DUS"),
        ("Zie [de bron][bron].", "Zie <g id=\"1\">de bron</g>.", "ZIE [DE BRON](https://voorbeeld.be/bron)."),
        ("Bel https://a.be/b nu", "Bel <code id=\"1\">&lt;https://a.be/b&gt;</code> nu", "BEL <https://a.be/b> NU"),
        ("Dag { $naam }!", "Dag <code id=\"1\">{ $naam }</code>!", "DAG { $naam }!"),
        ("1\\. Eerst", "1. Eerst", "1\\. EERST"),
        ("een \\*ster\\* en [sic]", "een *ster* en [sic]", "EEN \\*STER\\* EN [SIC]"),
        ("Typ ``  a  `` nu", "Typ <code id=\"1\">`  a  `</code> nu", "TYP `  a  ` NU"),
        ("Zie [x](<a\\<b\\> c>).", "Zie <g id=\"1\">x</g>.", "ZIE [X](<a\\<b\\> c>)."),
        ("Zie www.a.be nu", "Zie <code id=\"1\">www.a.be</code> nu", "ZIE www.a.be NU"),
        ("***beide***", "<g id=\"1\"><g id=\"2\">beide</g></g>", "***BEIDE***"),
    ] {
        let masked = masked(dutch);
        assert_eq!(masked.as_tagged(), tagged);
        assert_eq!(masked.unmask(&shout(tagged)).as_deref(), Ok(back), "{dutch}");
    }
}

#[test]
fn an_answer_that_is_not_faithful_is_refused_with_the_reason() {
    let dutch = "Lees **dit** [stuk](zit.md) en `code`.[^a]";
    let good = "Read <g id=\"1\">this</g> <g id=\"2\">piece</g> and <code id=\"3\">x</code>.<code id=\"4\"/>";
    assert_eq!(masked(dutch).unmask(good).as_deref(), Ok("Read **this** [piece](zit.md) and `code`.[^a]"));
    for (from, to, reason) in [
        ("<g id=\"2\">piece</g>", "piece", "`[…](zit.md)` is there 0 times instead of once"),
        ("<code id=\"4\"/>", "", "`[^a]` is there 0 times instead of once"),
        (
            "<code id=\"3\">x</code>",
            "<code id=\"3\">x</code><code id=\"3\"/>",
            "`` `code` `` is there 2 times instead of once",
        ),
        ("<g id=\"1\">", "<g id=\"9\">", "it holds \"<g id=\\\"9\\\">\", which the Dutch has not"),
        (
            "Read",
            "<a href=\"http://e.vil\">Read</a>",
            "it holds \"<a href=\\\"http://e.vil\\\">\", which the Dutch has not",
        ),
        ("Read", "See http://e.vil and", "it holds \"http://e.vil\", which the Dutch has not"),
        ("Read", "See mail@e.vil and", "its markup cannot be written around these words"),
        ("Read", "<script>x</script>", "it holds \"<script>\", which the Dutch has not"),
        ("<g id=\"1\">this</g>", "<g id=\"1\">this", "its markup is not nested"),
        (">this<", "><", "there are no words in `**…**`"),
        ("Read", "Read\u{7}", "it holds the control character U+0007"),
        ("Read", "Read\u{202e}", "it holds the control character U+202E"),
        ("Read", "One\n\ntwo", "it holds the control character U+000A"),
        (" <g id=\"1\">this</g>", "<g id=\"1\"> this </g>", "its markup cannot be written around these words"),
    ] {
        let answer = good.replacen(from, to, 1);
        let said = masked(dutch).unmask(&answer).unwrap_err().to_string().replace("``code``", "`` `code` ``");
        assert_eq!(said, reason, "{answer}");
    }
    assert_eq!(masked("Gewoon.").unmask("  "), Err(Refusal::Empty("the answer".to_owned())));
    assert_eq!(masked("Gewoon  zo.").unmask("Gewoon zo."), Err(Refusal::Untranslated));
}

#[test]
fn words_that_look_like_markup_stay_words() {
    for (answer, back) in [
        ("[a](http-x) b", "\\[a\\](http-x) b"),
        ("# kop", "\\# kop"),
        ("12) x", "12\\) x"),
        ("&amp;copy; x", "\\&copy; x"),
        ("&lt;b&gt; x", "\\<b> x"),
        ("a_b and 2 * 3", "a_b and 2 * 3"),
        ("stray* star", "stray\\* star"),
        ("it costs 5*", "it costs 5\\*"),
        ("open [ and [sic]", "open \\[ and \\[sic\\]"),
        ("one ` and _two", "one \\` and \\_two"),
        ("see [this] now, reader*s", "see [this] now, reader*s"),
    ] {
        assert_eq!(masked("Woorden.").unmask(answer).as_deref(), Ok(back));
    }
}

#[test]
fn a_translation_with_other_links_has_not_the_marks_of_the_dutch() {
    let dutch = masked("Lees [dit](a.md) bij Beweegreden.[^1]");
    assert!(dutch.has_the_marks_of("[Read](a.md) *this*.[^1]"));
    assert!(!dutch.has_the_marks_of("[Read](b.md) this.[^1]"));
    assert!(!dutch.has_the_marks_of("[Read](a.md) this."));
}

#[test]
fn every_text_of_the_model_publication_can_be_sent_and_comes_back() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let settings = crate::posts::LoadSettings { zone: chrono_tz::UTC };
    let (mut sent, mut marks) = (0, 0);
    for post in crate::posts::load_posts(root, settings).unwrap().posts {
        let definitions = markdown::reference_definitions(&post.body);
        for block in &post.blocks {
            let id = "p-1".parse().unwrap();
            let segment = Segment { id, kind: block.kind, text: block.text.clone(), note: None, before: None };
            let masked = Masked::new(&segment, &definitions, &["Beweegreden".to_owned()]);
            let back = masked.unmask(&shout(&masked.as_tagged()));
            let back = back.unwrap_or_else(|refusal| panic!("{}: {refusal}", block.text));
            assert!(masked.has_the_marks_of(&back), "{back}");
            (sent, marks) = (sent + 1, marks + masked.marks.len());
        }
    }
    assert!(sent > 250 && marks > 50, "{sent} texts, {marks} marks");
}

proptest! {
    #[test]
    fn a_faithful_answer_is_used_or_refused_and_never_changes_the_marks(
        text in "[a-c *_`\\[\\]()!<>&~#.1{}\\\\^:-]{1,30}",
    ) {
        let masked = masked(&text);
        if let Ok(back) = masked.unmask(&shout(&masked.as_tagged())) {
            prop_assert!(masked.has_the_marks_of(&back), "{text:?} became {back:?}");
            prop_assert!(markdown::fits(Kind::Paragraph, &text, &back));
        }
    }

    #[test]
    fn whatever_a_service_says_nothing_is_invented(
        text in "[a-c *_]{1,12}",
        answer in "[a-c *_`\\[\\]()!<>/&;#=\"g1{}\\\\^:-]{0,40}",
    ) {
        let masked = masked(&text);
        if let Ok(back) = masked.unmask(&answer) {
            prop_assert!(masked.has_the_marks_of(&back), "{answer:?} became {back:?}");
        }
    }
}
