//! The identity of bodies: Dutch words that went through a catalog make the same page again.

use proptest::prelude::*;

use super::*;
use crate::{
    posts::{
        LoadSettings, Post, load_posts,
        markdown::{Kind, clean_text, read_blocks},
    },
    translation::{Catalog, Resolved, SegmentId, State, emit},
};

/// A site in which everything is everywhere the same.
struct Anywhere(Locale);

impl Surroundings for Anywhere {
    fn source(&self) -> &Locale {
        &self.0
    }

    fn own_page(&self) -> String {
        String::new()
    }

    fn punctuation(&self) -> Punctuation {
        Punctuation::Typographic
    }

    fn has_lead(&self) -> bool {
        true
    }

    fn post_url(&self, slug: &str) -> Option<String> {
        (slug != "niets").then(|| format!("/posts/{slug}/"))
    }

    fn rooted(&self, written: &str) -> String {
        written.to_owned()
    }

    fn picture(&self, name: &str) -> Shown {
        Shown { src: format!("/media/{name}"), ..Shown::default() }
    }

    fn callout_title(&self, kind: &str) -> String {
        kind.to_owned()
    }

    fn box_name(&self, kind: &str) -> String {
        kind.to_owned()
    }

    fn footnotes_title(&self) -> String {
        "noten".to_owned()
    }

    fn footnote_back(&self, number: usize) -> String {
        format!("terug {number}")
    }
}

/// A post with this body, as it is read from a file.
fn post(body: &str) -> Post {
    thread_local! {
        static EMPTY: Post = {
            let folder = tempfile::tempdir().unwrap();
            std::fs::create_dir(folder.path().join("posts")).unwrap();
            let text = "---\ntitle: Titel\ndate: 2026-10-02\n---\n";
            std::fs::write(folder.path().join("posts/post.md"), text).unwrap();
            load_posts(folder.path(), LoadSettings { zone: chrono_tz::Tz::UTC }).unwrap().posts.remove(0)
        };
    }
    let body = clean_text(body);
    let read = read_blocks(&body, 1);
    let mut post = EMPTY.with(Clone::clone);
    post.blocks.extend(read.blocks);
    Post { body, body_leaves: read.leaves, ..post }
}

/// The post in a locale whose words are `texts`.
fn variant(post: &Post, locale: &str, texts: impl Iterator<Item = String>) -> (Locale, Vec<Resolved>) {
    let locale: Locale = locale.parse().unwrap();
    let resolved = |(kind, text)| Resolved { kind, text, locale: locale.clone(), state: State::Current };
    let blocks: Vec<_> = post.blocks.iter().map(|block| block.kind).zip(texts).map(resolved).collect();
    assert_eq!(blocks.len(), post.blocks.len());
    (locale, blocks)
}

fn render(post: &Post, (locale, blocks): &(Locale, Vec<Resolved>)) -> Body {
    let arena = Arena::new();
    let original = Original::parse(&arena, &post.body, &post.body_leaves);
    let front = blocks.len() - post.body_leaves.len();
    let words = Words { locale, blocks: &blocks[front..] };
    render_body(&original, words, &Anywhere("nl".parse().unwrap()))
}

/// The texts of a post, written to a catalog and read from it again.
fn through_a_catalog(post: &Post) -> Vec<String> {
    let id = |nth: usize| format!("p-{nth}").parse::<SegmentId>().unwrap();
    let ftl: String = post.blocks.iter().enumerate().map(|(nth, block)| emit::message(&id(nth), &block.text)).collect();
    let (catalog, found) = Catalog::parse("x.ftl".as_ref(), &ftl, &Catalog::default());
    assert_eq!(found, [], "{ftl}");
    (0..post.blocks.len()).map(|nth| catalog.text(&id(nth)).unwrap().to_owned()).collect()
}

/// Renders a body in Dutch, and with the Dutch words grafted into every block: both must be the same.
/// In a locale of the same language no block needs to say its own.
fn rendered_twice(body: &str) -> (String, String) {
    let post = post(body);
    let dutch = render(&post, &variant(&post, "nl", post.blocks.iter().map(|block| block.text.clone())));
    let grafted = render(&post, &variant(&post, "nl-BE", through_a_catalog(&post).into_iter()));
    (dutch.html, grafted.html)
}

#[test]
fn of_what_nobody_should_follow_or_can_see_the_words_stay() {
    for (body, html) in [
        ("[klik *hier*](javascript:x)", "<p>klik <em>hier</em></p>\n"),
        (
            "a [b](JavaScript:x) [c](ftp://x.example/) [d](mailto:a@x.example)",
            "<p>a b c <a href=\"mailto:a@x.example\">d</a></p>\n",
        ),
        ("![een rug](javascript:x)", "<p>een rug</p>\n"),
        ("![een rug](data:image/svg+xml;base64,PHN2Zz4=)", "<p>een rug</p>\n"),
        ("![een rug]() en <b>x</b>", "<p>een rug en <b>x</b></p>\n"),
    ] {
        let (dutch, grafted) = rendered_twice(body);
        assert_eq!((dutch.as_str(), grafted.as_str()), (html, html), "{body}");
    }
    let picture = rendered_twice("![een stip](data:image/gif;base64,R0lGODlhAQABAAAAACw=)").0;
    assert!(picture.contains("<img src=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\""), "{picture}");
    let table = rendered_twice("| | een |\n|-|-|\n| a | 1 |\n").0;
    assert!(table.contains("<td></td>") && table.contains("<th scope=\"col\">een</th>"), "{table}");
}

#[test]
fn only_a_short_quote_stands_out() {
    let long = "woord ".repeat(40);
    for (quote, stands_out) in [
        ("> Kort.\n".to_owned(), true),
        ("> Kort.\n>\n> — Wie\n".to_owned(), true),
        ("> Kort.\n>\n> Nog iets.\n".to_owned(), false),
        ("> Kort.\n>\n> - een lijst\n".to_owned(), false),
        ("> - een lijst\n".to_owned(), false),
        (format!("> {long}\n"), false),
        ("- > Kort, in een lijst.\n".to_owned(), false),
    ] {
        let html = rendered_twice(&quote).0;
        assert_eq!(html.contains("<blockquote class=\"pull\">"), stands_out, "{html}");
        assert_eq!(html.matches("<blockquote").count(), 1, "{html}");
    }
}

#[test]
fn a_box_that_may_scroll_is_reached_by_keyboard_and_says_what_it_is() {
    let html = rendered_twice("| a |\n|---|\n\n## Kop & *staart*\n\n> | b |\n> |---|\n\n| c |\n|---|\n").0;
    assert!(html.contains("<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"table\">"), "{html}");
    assert!(html.contains(" role=\"region\" aria-label=\"table – Kop &amp; staart\">"), "{html}");
    assert!(html.contains(" role=\"region\" aria-label=\"table – Kop &amp; staart (2)\">"), "{html}");
    let wide = "x".repeat(25);
    for (code, stops) in [("let a;".to_owned(), false), (wide, true), ("\tx".to_owned(), true), ("字".to_owned(), true)]
    {
        let html = rendered_twice(&format!("```\n{code}\n```\n")).0;
        assert_eq!(html.contains("<pre tabindex=\"0\" role=\"group\" aria-label=\"code\">"), stops, "{html}");
    }
    let html = rendered_twice("- een\n\n  ```\n  x\n  ```\n").0;
    assert!(html.contains("<pre tabindex"), "in a list there is less room: {html}");
}

#[test]
fn a_translation_that_brings_structure_along_breaks_nothing_around_it() {
    let post = post("- een\n- twee\n\nslot\n");
    let texts = ["Titel", "one\n\n- two\n\n</li></ul><script>", "two", "end"].map(str::to_owned);
    let html = render(&post, &variant(&post, "fr", texts.into_iter())).html;
    assert_eq!(html.matches("<li>").count(), 2);
    assert!(html.contains("<p>end</p>") && !html.contains("script"), "{html}");
}

#[test]
fn html_in_a_translation_cannot_reach_beyond_its_block() {
    let post = post("Druk op <kbd>A</kbd>.\n\n- twee\n\n| drie |\n|---|\n");
    let rendered = |two: &str| {
        let texts = ["T", "Press <kbd>A</kbd>.", two, "three</td><br>four"].map(str::to_owned);
        render(&post, &variant(&post, "fr", texts.into_iter())).html
    };
    let html = rendered("le 1<sup>er</sup>");
    assert!(html.contains("<p>Press <kbd>A</kbd>.</p>") && html.contains("<li>le 1<sup>er</sup></li>"), "{html}");
    assert!(html.contains(">three<br>\nfour</th>"), "{html}");
    for two in ["</li></ul>two", "<b>two", "two</b>", "<b><i>two</b></i>", "<div>two</div>", "two<b/>", "<!-- x -->two"]
    {
        assert!(rendered(two).contains("<li>two</li>"), "{two}: {}", rendered(two));
    }
}

#[test]
fn no_sign_means_anything_in_a_plain_text() {
    let post = post("![a](b.svg \"c\")\n\n> [!TIP] d\n> e\n");
    let kinds: Vec<_> = post.blocks.iter().map(|block| block.kind).collect();
    assert_eq!(kinds, [Kind::Title, Kind::Alt, Kind::Caption, Kind::CalloutTitle, Kind::Callout]);
    let texts = ["Titel", "*x* <b>", "**y** [z](w)", "# `t` <br>", "*u*"].map(str::to_owned);
    let html = render(&post, &variant(&post, "fr", texts.into_iter())).html;
    for part in ["alt=\"*x* &lt;b&gt;\"", ">**y** [z](w)</figcaption>", "># `t` &lt;br&gt;</p>", "<p><em>u</em></p>"] {
        assert!(html.contains(part), "{part}: {html}");
    }
}

#[test]
fn what_stays_dutch_says_so_and_is_not_offered() {
    let post =
        post("<!-- no-translate -->\n## Kop\n\nEen\n\n<!-- no-translate -->\n- punt\n\n<!-- note: x -->\nTwee\n");
    let texts = ["Titel", "One", "Two"].map(str::to_owned);
    let body = render(&post, &variant(&post, "fr", texts.into_iter()));
    let expected = "<h2 id=\"kop\" lang=\"nl\">Kop</h2>\n<p>One</p>\n<ul lang=\"nl\">\n\
                    <li>punt</li>\n</ul>\n<p>Two</p>\n";
    assert_eq!(body.html, expected);
    assert_eq!(body.headings.len(), 1);
}

#[test]
fn a_picture_in_a_translated_line_takes_no_language_from_elsewhere() {
    let post = post("Een\n\n![alt](a.svg \"bij\")\n\nTwee ![x](b.svg)\n");
    let mut mixed =
        variant(&post, "fr", ["T", "![y](c.svg) one", "alt", "caption", "two"].map(str::to_owned).into_iter());
    mixed.1[2].locale = "nl".parse().unwrap();
    let html = render(&post, &mixed).html;
    assert_eq!(html.matches("lang=").count(), 1, "{html}");
    assert!(html.contains("alt=\"alt\" lang=\"nl\""), "{html}");
}

#[test]
fn every_construct_says_the_same_with_its_own_words_grafted_in() {
    let fixtures = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/segments");
    let mut count = 0;
    for file in ["blocks.md", "inlines.md", "extensions.md"] {
        let text = std::fs::read_to_string(fixtures.join(file)).unwrap();
        for construct in text.split("%% ").skip(1) {
            let (name, body) = construct.split_once('\n').unwrap();
            assert_eq!(read_blocks(&clean_text(body), 1).untranslatable, [], "{name}");
            let (dutch, grafted) = rendered_twice(body);
            assert_eq!(dutch, grafted, "{name}");
            count += 1;
        }
    }
    assert!(count >= 150, "{count} constructs");
}

#[test]
fn nothing_is_too_deep_or_too_much_to_be_read() {
    let n = 5_000;
    for body in [
        "*a **b ".repeat(n) + &" b** a*".repeat(n),
        "![a".repeat(n) + &"](b)".repeat(n),
        "[".repeat(n) + "a" + &"](b)".repeat(n),
        ">".repeat(n) + "a",
        "<!-- note: a -->\n".repeat(n) + "b",
        "*a&#46;*b **c&#41;**d\n\n".repeat(n),
    ] {
        let (dutch, grafted) = rendered_twice(&body);
        assert!(dutch == grafted, "{}", &body[..20]);
    }
}

/// Words and signs that mean something in some place of a line.
const PARTS: &[&str] = &[
    "woord",
    "één",
    " ",
    "  ",
    "*",
    "**",
    "***",
    "_",
    "__",
    "`",
    "``",
    "~",
    "~~",
    "[",
    "]",
    "(",
    ")",
    "](u)",
    "![",
    "<",
    ">",
    "<b>",
    "</b>",
    "<br>",
    "<!-- x -->",
    "&",
    "&amp;",
    "&#32;",
    "&nbsp;",
    "\\",
    "\\*",
    "\\\\",
    "!",
    "#",
    "-",
    "+",
    "1.",
    "2)",
    "|",
    "{",
    "}",
    "\"",
    "'",
    ":",
    ".",
    ",",
    "=",
    "www.a.be",
    "https://a.be/x_y",
    "a@b.be",
    "<https://c.be>",
    "[^1]",
    "[ref]",
    "[x][ref]",
    "![alt](p.svg \"t\")",
    "[l](k 't')",
    "\u{a0}",
    "\u{200f}",
    "👩\u{200d}👧",
    "العربية",
    "\t",
    "$",
    "^",
    "@",
    ";",
    "&lt;",
    "^[x]",
    "[[x]]",
    "==x==",
    "\u{85}",
    "\u{2028}",
    "\u{feff}",
    "\u{b}",
    "\0",
    "\r",
];

fn line() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PARTS), 1..9).prop_map(|parts| parts.concat())
}

fn lines() -> impl Strategy<Value = String> {
    let end = prop::sample::select(&["\n", "  \n", "\\\n", "\n  ", "<br>\n"][..]);
    prop::collection::vec((line(), end), 1..4).prop_map(|all| all.into_iter().map(|(line, end)| line + end).collect())
}

fn block() -> impl Strategy<Value = String> {
    let heads: &[&str] =
        &["", "", "", "# ", "### ", "> ", "- ", "1. ", "> [!TIP] ", "[^1]: ", "<!-- note: x -->\n", "    "];
    let leaf = prop_oneof![
        4 => (prop::sample::select(heads), lines()).prop_map(|(head, text)| format!("{head}{text}")),
        1 => lines().prop_map(|text| format!("{text}===\n")),
        1 => (line(), line(), line()).prop_map(|(a, b, c)| format!("| {a} | {b} |\n|---|:-:|\n| {c} | \\| |\n")),
        1 => line().prop_map(|text| format!("```\n{text}\n```\n")),
        1 => (line(), line()).prop_map(|(a, b)| format!("![{a}](p.svg \"{b}\")\n")),
        1 => line().prop_map(|text| format!("<!-- no-translate -->\n{text}\n")),
    ];
    let nest = |inner: &str, first: &str, other: &str| {
        let lines = inner.split('\n').enumerate();
        lines.map(|(nth, line)| format!("{}{line}\n", if nth == 0 { first } else { other })).collect::<String>()
    };
    leaf.prop_recursive(3, 12, 3, move |inner| {
        let marks = prop::sample::select(&[("> ", "> "), ("- ", "  "), ("10. ", "    "), ("[^2]: ", "    ")][..]);
        (marks, prop::collection::vec(inner, 1..3))
            .prop_map(move |((first, other), blocks)| nest(&blocks.join("\n"), first, other))
    })
}

fn document() -> impl Strategy<Value = String> {
    let notes = "\n[^1]: Noot *een*.\n\n[^2]: Noot\n\n    twee.\n\n[ref]: /adres \"Titel\"\n";
    prop::collection::vec(block(), 1..5).prop_map(move |blocks| blocks.join("\n") + notes)
}

proptest! {
    #[test]
    fn any_document_says_the_same_with_its_own_words_grafted_in(body in document()) {
        let (dutch, grafted) = rendered_twice(&body);
        prop_assert_eq!(dutch, grafted);
    }

    #[test]
    fn any_signs_say_the_same_with_their_own_words_grafted_in(body in "[a b\n*_`~\\[\\]()<>&#;!\\\\|\"'=.:/@^{}1\\-]{0,60}") {
        let (dutch, grafted) = rendered_twice(&body);
        prop_assert_eq!(dutch, grafted);
    }
}

#[test]
fn links_in_html_lead_elsewhere_where_they_lead_on_the_page() {
    let html = "<a href=\"/afspraak\">a</a><img src=\"/b.png\" alt=\"b\"><a href=\"#c\">c</a>";
    assert_eq!(super::html::sanitise(html, ""), html);
    let elsewhere = super::html::sanitise(html, "https://moestuin.example/nl/slakken/");
    for address in ["\"https://moestuin.example/afspraak\"", "example/b.png\"", "example/nl/slakken/#c\""] {
        assert!(elsewhere.contains(address), "{elsewhere}");
    }
    for (srcset, complete) in [
        ("/x.png 1x, y,z.png 2x", "https://a.example/x.png 1x, https://a.example/nl/y,z.png 2x"),
        (
            " a.png, b.png , https://b.example/c.png 3x,",
            "https://a.example/nl/a.png, https://a.example/nl/b.png, https://b.example/c.png 3x",
        ),
    ] {
        let html = format!("<img src=\"/x.png\" alt=\"\" srcset=\"{srcset}\">");
        let html = super::html::sanitise(&html, "https://a.example/nl/");
        assert!(html.contains(&format!("srcset=\"{complete}\"")), "{html}");
    }
}

#[test]
fn of_a_link_to_no_post_the_words_stay() {
    let post = post("Zie [de **hele** rug](niets.md#x) en [zo](#y).\n");
    let html = render(&post, &variant(&post, "nl", post.blocks.iter().map(|block| block.text.clone()))).html;
    assert!(html.contains("<p>Zie de <strong>hele</strong> rug en <a href=\"#y\">zo</a>.</p>"), "{html}");
}

#[test]
fn a_table_whose_head_is_empty_has_none() {
    let post = post("| | |\n|---|---|\n| a | b |\n");
    let html = render(&post, &variant(&post, "nl", post.blocks.iter().map(|block| block.text.clone()))).html;
    assert!(html.contains("<tbody>") && !html.contains("<th") && html.contains("<td>a</td>"), "{html}");
}

#[test]
fn no_heading_has_an_id_that_the_page_around_it_has() {
    let (html, _) = rendered_twice("## Content\n\nx\n\n## Content\n\n## Teaser\n");
    for id in ["content-2", "content-3", "teaser-2"] {
        assert!(html.contains(&format!("id=\"{id}\"")), "{html}");
    }
}

#[test]
fn raw_html_says_which_language_it_is_in_where_the_page_is_in_another() {
    let post = post("<details><summary>Meer</summary>\n\nTekst.\n\n</details>\n\n<p>Een *rug*.</p>\n");
    let texts = || ["Titel", "نص."].map(str::to_owned).into_iter();
    let arabic = render(&post, &variant(&post, "ar", texts())).html;
    assert!(arabic.contains("<details><summary lang=\"nl\" dir=\"ltr\">Meer</summary>\n<p>نص.</p>"), "{arabic}");
    assert!(arabic.contains("<p lang=\"nl\" dir=\"ltr\">Een *rug*.</p>"), "{arabic}");
    let dutch = render(&post, &variant(&post, "nl-BE", texts())).html;
    assert!(!dutch.contains("lang="), "{dutch}");
}

#[test]
fn a_tag_without_an_end_reaches_no_further_than_its_line() {
    for (body, html) in [
        ("Let <b>goed op.\n\nVerder.", "<p>Let goed op.</p>\n<p>Verder.</p>\n"),
        ("Let <b>goed</b> op</i>.<br>Ja.\n\nVerder.", "<p>Let <b>goed</b> op.<br>\nJa.</p>\n<p>Verder.</p>\n"),
    ] {
        let (dutch, grafted) = rendered_twice(body);
        assert_eq!((dutch.as_str(), grafted.as_str()), (html, html), "{body}");
    }
}

#[test]
fn what_is_all_in_another_direction_says_so_once() {
    let text = "- een\n- twee\n  - drie\n\n> Citaat.\n\n| a | b |\n|---|---|\n| c | d |\n\n3. vier\n\n- vijf\n- zes\n";
    let post = post(text);
    let words = ["T", "een", "twee", "drie", "Citaat.", "a", "b", "c", "d", "vier", "خمسة", "zes"];
    let (source, mut mixed) = ("nl".parse().unwrap(), variant(&post, "ar", words.map(str::to_owned).into_iter()));
    for (nth, block) in mixed.1.iter_mut().enumerate() {
        block.locale = if words[nth] == "خمسة" { "ar".parse().unwrap() } else { Locale::clone(&source) };
    }
    let html = render(&post, &mixed).html;
    for there in [
        "<ul lang=\"nl\" dir=\"ltr\">\n<li>een</li>\n<li>twee\n<ul>\n<li>drie</li>",
        "<blockquote class=\"pull\" lang=\"nl\" dir=\"ltr\">\n<p>Citaat.</p>",
        "<div class=\"table\" lang=\"nl\" dir=\"ltr\"",
        "<td>c</td>",
        "<ol start=\"3\" lang=\"nl\" dir=\"ltr\">\n<li>vier</li>\n</ol>",
        "<ul>\n<li>خمسة</li>\n<li><span lang=\"nl\" dir=\"ltr\">zes</span></li>",
    ] {
        assert!(html.contains(there), "{there}\n{html}");
    }
}
