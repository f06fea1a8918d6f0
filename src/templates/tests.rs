//! The theme as a whole: every template in every language, and what a publication may replace.

use std::{collections::BTreeSet, fs, path::Path, sync::Arc};

use super::{sample::Sample, *};

/// Stands for the pictures of the sample.
const PICTURE: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 675"><path fill="#f3e9dc" d="M0 0h1200v675H0z"/><path fill="#8fb39a" d="M120 555h320V435h320V315h320v360H120z"/><circle cx="330" cy="250" r="90" fill="#c8553d"/><path d="M330 340v150m0-90 110-60" stroke="#0f4c4a" stroke-width="36" stroke-linecap="round" fill="none"/></svg>"##;

const LANGUAGES: [&str; 5] = ["nl", "en", "fr", "de", "ar"];

fn place() -> Place {
    Place { time_zone: chrono_tz::Europe::Brussels, base_url: "https://beweegreden.example/".parse().unwrap() }
}

fn locale(tag: &str) -> Locale {
    tag.parse().unwrap()
}

/// Loads templates from a folder with these files in it.
fn load(files: &[(&str, &str)]) -> (Templates, Vec<Diagnostic>) {
    let dir = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = dir.path().join("templates").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let chains: Vec<_> = LANGUAGES.iter().map(|tag| (locale(tag), Vec::new())).collect();
    let (messages, diagnostics) = Messages::load(dir.path(), &chains);
    assert_eq!(diagnostics, []);
    Templates::load(dir.path(), Arc::new(messages), &place()).unwrap()
}

fn findings(files: &[(&str, &str)]) -> Vec<(String, usize, &'static str)> {
    let (_, diagnostics) = load(files);
    diagnostics.into_iter().map(|it| (it.file.display().to_string(), it.line, it.code)).collect()
}

fn sample(tag: &str) -> Sample {
    Sample { locale: locale(tag), full: true }
}

/// With `POSTDUIF_TEST_SHOW=folder`, what was rendered is written there, to be looked at.
fn show(locale: &Locale, name: &str, parts: &[(&str, String)], templates: &Templates) {
    let Some(folder) = std::env::var_os("POSTDUIF_TEST_SHOW") else {
        return;
    };
    let folder = Path::new(&folder).join(locale.as_str());
    fs::create_dir_all(folder.join("assets")).unwrap();
    for (kind, content) in parts {
        let content = content.replace("\"/assets/", "\"assets/");
        fs::write(folder.join(format!("{name}.{kind}")), content).unwrap();
    }
    fs::write(folder.join("assets/sample.svg"), PICTURE).unwrap();
    for (name, content) in templates.assets() {
        fs::write(folder.join("assets").join(name), content).unwrap();
    }
}

#[test]
fn every_template_renders_in_every_language() {
    let (templates, diagnostics) = load(&[]);
    assert_eq!(diagnostics, []);
    for locale in LANGUAGES.map(locale) {
        for (name, rendered) in sample::render_all(&templates, &locale) {
            let parts = rendered.unwrap_or_else(|error| panic!("{locale} {name}: {error}"));
            for (kind, content) in &parts {
                assert!(!content.trim().is_empty(), "{locale} {name}.{kind} is empty");
                assert!(!content.contains("{{") && !content.contains("{$"), "{locale} {name}.{kind} shows its seams");
            }
            show(&locale, &name, &parts, &templates);
        }
    }
}

#[test]
fn a_page_says_its_language_and_direction() {
    let (templates, _) = load(&[]);
    for (tag, head) in [("nl", "<html lang=\"nl\" dir=\"ltr\">"), ("ar", "<html lang=\"ar\" dir=\"rtl\">")] {
        let (sample, site) = (sample(tag), sample(tag).site());
        assert!(templates.render_front_page(&site, &sample.front_page()).unwrap().contains(head));
        let mail = templates.render_digest_mail(&site, &sample.digest_mail()).unwrap();
        assert!(mail.html.contains(head), "{}", mail.html);
    }
}

#[test]
fn a_page_is_the_same_whether_or_not_what_is_around_it_was_rendered_before() {
    let own = [
        (
            "partials/teaser.hbs",
            "{{#each site.languages}}{{url url}} {{../site.title.text}}{{/each}} {{@root.site.home_url}}",
        ),
        ("partials/kickers.hbs", "{{#each topics}}{{#if @first}}{{name.text}}{{/if}}{{/each}}"),
        (
            "page/plain.hbs",
            "{{#each site.topics}}{{@index}}{{#each ../site.languages}}{{url url}}{{/each}}{{/each}}{{> partials/teaser}}",
        ),
    ];
    for own in [&own[..0], &own[..]] {
        let (templates, diagnostics) = load(own);
        assert_eq!(diagnostics, []);
        for (tag, full) in [("nl", true), ("ar", true), ("fr", false)] {
            let sample = Sample { locale: locale(tag), full };
            let used = sample.site();
            for round in 0..frame::AS_IT_IS + 2 {
                let mut again = used.clone();
                again.languages.iter_mut().for_each(|language| language.url = format!("/{round}/{}", language.url));
                again.languages[0].available = round % 2 == 1;
                let fresh = Site { frame: Frame::default(), ..again.clone() };
                let [again, fresh] = [&again, &fresh].map(|site| {
                    [
                        templates.render_front_page(site, &sample.front_page()),
                        templates.render_post_page(site, &sample.post_page()),
                        templates.render_plain_page(site, &sample.plain_page()),
                        templates.render_topic_page(site, &sample.topic_page()),
                        templates.render_author_page(site, &sample.author_page()),
                        templates.render_archive_page(site, &sample.archive_page()),
                        templates.render_subscribe_page(site, &sample.subscribe_page()),
                        templates.render_notice_page(site, &sample.notice_page(Notice::NotFound)),
                    ]
                    .map(Result::unwrap)
                });
                assert_eq!(again, fresh, "{tag} {round}");
            }
        }
    }
}

#[test]
fn a_title_from_another_language_is_marked() {
    let (templates, _) = load(&[]);
    let site = sample("ar").site();
    let mut page = sample("ar").front_page();
    page.cards[0].title = Text::in_locale("Traplopen", &locale("nl"), &locale("ar"));
    let html = templates.render_front_page(&site, &page).unwrap();
    assert!(html.contains("lang=\"nl\" dir=\"ltr\">Traplopen"), "{html}");
}

#[test]
fn a_personal_link_passes_through_untouched() {
    let (templates, _) = load(&[]);
    let (sample, site) = (sample("fr"), sample("fr").site());
    let mut mail = sample.digest_mail();
    mail.unsubscribe_url = "https://unsubscribe.invalid/".to_owned();
    let mail = templates.render_digest_mail(&site, &mail).unwrap();
    assert!(
        mail.html.contains("href=\"https://unsubscribe.invalid/\"") && mail.html.contains("href=\"%%preferences%%\"")
    );
    assert!(mail.text.contains("https://unsubscribe.invalid/\n") && mail.text.contains("%%preferences%%\n"));
}

#[test]
fn what_a_writer_wrote_cannot_become_html() {
    let (templates, _) = load(&[]);
    let (sample, site) = (sample("nl"), sample("nl").site());
    let mut page = sample.post_page();
    page.title = Text::own("<script>alert('\"')</script>");
    assert!(!templates.render_post_page(&site, &page).unwrap().contains("<script>alert"));
    let mut mail = sample.digest_mail();
    mail.lead.title = Text::own("Kracht & rust\r\nBcc: x");
    let mail = templates.render_digest_mail(&site, &mail).unwrap();
    assert!(mail.subject.starts_with("Kracht & rust Bcc: x"), "{}", mail.subject);
    assert!(!mail.html.contains("Kracht & rust"));
}

#[test]
fn an_address_of_the_site_names_the_host_in_mails_and_where_a_page_asks_for_it() {
    let text = "{{url \"a.svg\"}} {{url \"/b?c#d\"}} {{url \"a.svg\" complete=true}} {{url \"//else.example/\"}} {{url site.base_url}}";
    let (templates, diagnostics) = load(&[("page/notice.hbs", text), ("mail/digest/subject.txt.hbs", text)]);
    assert_eq!(diagnostics, []);
    let (sample, site) = (sample("nl"), sample("nl").site());
    let whole = "https://beweegreden.example";
    assert_eq!(
        templates.render_notice_page(&site, &sample.notice_page(Notice::NotFound)).unwrap(),
        format!("/a.svg /b?c#d {whole}/a.svg https://else.example/ {whole}/")
    );
    assert_eq!(
        templates.render_digest_mail(&site, &sample.digest_mail()).unwrap().subject,
        format!("{whole}/a.svg {whole}/b?c#d {whole}/a.svg https://else.example/ {whole}/")
    );
}

#[test]
fn an_address_that_runs_code_is_refused() {
    let (templates, _) = load(&[]);
    let (sample, site) = (sample("nl"), sample("nl").site());
    let mut page = sample.post_page();
    page.sources[1].url = Some("javascript:alert(1)".to_owned());
    let error = templates.render_post_page(&site, &page).unwrap_err();
    assert!(error.to_string().contains("an address cannot begin with `javascript:` here"), "{error}");
}

#[test]
fn a_mail_stays_under_the_size_at_which_it_is_cut() {
    let (templates, _) = load(&[]);
    let (sample, site) = (sample("ar"), sample("ar").site());
    let mut mail = sample.digest_mail();
    mail.posts = vec![mail.lead.clone(); 9];
    mail.more = vec![mail.more[0].clone(); 60];
    mail.unlisted = 130;
    let mail = templates.render_digest_mail(&site, &mail).unwrap();
    assert!(mail.html.len() < 90_000, "{} bytes", mail.html.len());
    assert!(mail.text.lines().all(|line| line.starts_with("http") || line.trim().chars().count() <= 78));
}

/// The names in a cell of a table: what stands between back quotes, without what is called `such as`.
fn names(cell: &str) -> BTreeSet<String> {
    let plain = |name: &&str| name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    cell.split('`').skip(1).step_by(2).filter(plain).map(str::to_owned).collect()
}

fn keys(value: &serde_json::Value) -> BTreeSet<String> {
    value.as_object().unwrap().keys().cloned().collect()
}

#[test]
fn the_document_about_themes_names_what_templates_are_given_and_no_more() {
    let document = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/themes.md")).unwrap();
    let rows: Vec<(&str, &str)> =
        document.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |")?.split_once(" | ")).collect();
    let sample = sample("nl");
    let site = serde_json::to_value(sample.site()).unwrap();
    let begin = rows.iter().position(|(name, _)| *name == "`site.`").unwrap() + 2;
    let of_site = rows[begin..].iter().take_while(|(name, _)| *name != "template");
    let mut named = BTreeSet::new();
    for (name, what) in of_site {
        named.extend(names(name));
        // What is in it is named beside it.
        for name in names(name).iter().filter(|_| what.contains(": `") || what.contains("`dark`")) {
            let value = if site[name].is_array() { &site[name][0] } else { &site[name] };
            assert_eq!(names(what), keys(value), "site.{name}");
        }
    }
    assert_eq!(named, keys(&site));
    let post = serde_json::to_value(sample.post_page()).unwrap();
    for (name, value) in [
        ("`page/front.hbs`", serde_json::to_value(sample.front_page()).unwrap()),
        ("`page/post.hbs`", post.clone()),
        ("`page/plain.hbs`", serde_json::to_value(sample.plain_page()).unwrap()),
        ("`page/topic.hbs`", serde_json::to_value(sample.topic_page()).unwrap()),
        ("`page/author.hbs`", serde_json::to_value(sample.author_page()).unwrap()),
        ("`page/archive.hbs`", serde_json::to_value(sample.archive_page()).unwrap()),
        ("`page/feeds.hbs`", serde_json::to_value(sample.feeds_page()).unwrap()),
        ("a text, such as `page.title`", post["title"].clone()),
        ("a post in a list, such as `page.lead`", post["related"][0].clone()),
        ("a picture, such as `page.image`", post["image"].clone()),
        ("`page.authors`", post["authors"][0].clone()),
        ("`page.contents`", post["contents"][0].clone()),
        ("`page.sources`", post["sources"][0].clone()),
        ("`page.translation`", post["translation"].clone()),
    ] {
        let (_, parts) = rows.iter().find(|(row, _)| *row == name).unwrap_or_else(|| panic!("{name}"));
        assert_eq!(names(parts), keys(&value), "{name}");
    }
    for (style, _) in DateStyle::NAMES {
        assert!(document.contains(&format!("`{style}`")), "{style}");
    }
}

#[test]
fn the_style_sheet_is_small() {
    let (templates, _) = load(&[]);
    let (_, style) = templates.assets().find(|(name, _)| *name == "site.css").unwrap();
    assert!(style.len() < 18_500, "{} bytes", style.len());
}

/// The value of `--name` in its `nth` place: 0 is the light scheme, 1 the dark one.
fn color(style: &str, name: &str, nth: usize) -> [f64; 3] {
    let hex = style.split(&format!("--{name}: #")).nth(nth + 1).unwrap_or_else(|| panic!("no --{name}"));
    [0, 2, 4].map(|at| {
        let channel = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
        if channel <= 0.04045 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
    })
}

/// The contrast of two colors (WCAG 2.2, relative luminance).
fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let luminance = |[r, g, b]: [f64; 3]| 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
    let (one, other) = (luminance(one), luminance(other));
    one.max(other) / one.min(other)
}

#[test]
fn every_color_can_be_read_in_both_schemes() {
    let (templates, _) = load(&[]);
    let (_, style) = templates.assets().find(|(name, _)| *name == "site.css").unwrap();
    let style = std::str::from_utf8(style).unwrap();
    for scheme in [0, 1] {
        for (text, ground) in [
            ("ink", "paper"),
            ("ink", "sand"),
            ("soft", "paper"),
            ("soft", "sand"),
            ("accent", "paper"),
            ("accent", "sand"),
            ("clay", "paper"),
            ("clay", "sand"),
            ("error", "paper"),
            ("error", "sand"),
            ("on-accent", "accent"),
        ] {
            let found = contrast(color(style, text, scheme), color(style, ground, scheme));
            assert!(found >= 4.5, "scheme {scheme}: {text} on {ground} is {found:.2}");
        }
        let focus = contrast(color(style, "mark", scheme), color(style, "paper", scheme));
        assert!(focus >= 3.0, "scheme {scheme}: the focus ring is {focus:.2}");
    }
}

#[test]
fn a_publication_replaces_a_template_and_adds_a_partial() {
    let files = [("page/notice.hbs", "{{> partials/own}}!"), ("partials/own.hbs", "{{t \"nav-home\"}}")];
    let (templates, diagnostics) = load(&files);
    assert_eq!(diagnostics, []);
    let (sample, site) = (sample("de"), sample("de").site());
    assert_eq!(templates.render_notice_page(&site, &sample.notice_page(Notice::NotFound)).unwrap(), "Alle Artikel!");
}

#[test]
fn a_slip_in_a_template_is_found_where_it_stands() {
    for (text, line, code, message) in [
        ("\n{{page.titel}}", 2, "template-fails", "there is no `page.titel`"),
        ("\n{{#if page.sumary}}x{{/if}}", 2, "template-fails", "there is no `page.sumary`"),
        ("{{#each page.topcis}}x{{/each}}", 1, "template-fails", "there is no `page.topcis`"),
        ("{{t \"nav-hom\"}}", 1, "template-fails", "cannot find a message `nav-hom` for ar"),
        ("{{date page.date \"lang\"}}", 1, "template-fails", "\"lang\" is no date style"),
        ("{{#with page}}x{{/with}}", 1, "template-fails", "there is no helper `with`"),
        ("\n\n{{> partials/crad}}", 3, "unknown-partial", "there is no partial `partials/crad`"),
        ("{{#if page.title}}", 1, "broken-template", "this is no template"),
        ("{{> (lookup page \"x\")}}", 1, "unnamed-partial", "must be written out"),
    ] {
        let (_, diagnostics) = load(&[("page/post.hbs", text)]);
        let first = diagnostics.first().unwrap_or_else(|| panic!("{text} is fine"));
        assert_eq!(
            (first.file.as_path(), first.line, first.code),
            (Path::new("templates/page/post.hbs"), line, code),
            "{first:?}"
        );
        assert!(first.message.contains(message), "{first:?}");
        assert!(!first.help.is_empty());
    }
}

#[test]
fn a_template_that_cannot_be_used_gives_way_to_the_one_in_the_binary() {
    let (templates, diagnostics) = load(&[("page/notice.hbs", "{{#if page.notice}}")]);
    assert_eq!(diagnostics.len(), 1);
    let (sample, site) = (sample("nl"), sample("nl").site());
    let html = templates.render_notice_page(&site, &sample.notice_page(Notice::NotFound)).unwrap();
    assert!(html.contains("Deze pagina is er niet"));
}

#[test]
fn a_circle_of_partials_is_refused_before_it_is_followed() {
    let circle = [("partials/a.hbs", "{{> partials/b}}"), ("partials/b.hbs", "{{> partials/a}}")];
    let file = |name: &str| format!("templates/partials/{name}.hbs");
    assert_eq!(findings(&circle), [(file("a"), 1, "partial-circle"), (file("b"), 1, "partial-circle")]);
    assert_eq!(findings(&[("partials/card.hbs", "{{> partials/card}}")]), [(file("card"), 1, "partial-circle")]);
}

#[test]
fn a_file_that_nothing_is_made_from_is_a_warning() {
    let (_, diagnostics) = load(&[("page/pots.hbs", "x")]);
    let [diagnostic] = &diagnostics[..] else { panic!("{diagnostics:?}") };
    assert_eq!((diagnostic.code, diagnostic.is_error()), ("unknown-template", false));
    assert_eq!(diagnostic.help, "did you mean `templates/page/post.hbs`?");
}

#[test]
fn mails_look_as_they_did() {
    let (templates, _) = load(&[]);
    for tag in ["nl", "ar"] {
        let (sample, site) = (sample(tag), sample(tag).site());
        let digest = templates.render_digest_mail(&site, &sample.digest_mail()).unwrap();
        insta::assert_snapshot!(format!("digest-{tag}"), format!("{}\n\n{}", digest.subject, digest.text));
        let confirmation = templates.render_confirmation_mail(&site, &sample.confirmation_mail()).unwrap();
        insta::assert_snapshot!(
            format!("confirmation-{tag}"),
            format!("{}\n\n{}", confirmation.subject, confirmation.text)
        );
    }
    for letter in Letter::ALL {
        for tag in ["nl", "ar"] {
            let mail = templates.render_letter_mail(&sample(tag).site(), &sample(tag).letter_mail(letter)).unwrap();
            insta::assert_snapshot!(format!("letter-{letter:?}-{tag}"), format!("{}\n\n{}", mail.subject, mail.text));
        }
    }
    let site = sample("nl").site();
    let welcome = templates.render_welcome_mail(&site, &sample("nl").welcome_mail()).unwrap();
    insta::assert_snapshot!("welcome-nl", format!("{}\n\n{}", welcome.subject, welcome.text));
    let bare = Sample { locale: locale("nl"), full: false };
    let notice = templates.render_notice_page(&bare.site(), &bare.notice_page(Notice::Confirm)).unwrap();
    insta::assert_snapshot!("notice-confirm-nl", notice);
}
