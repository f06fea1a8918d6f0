//! What a publication changes of the theme, and what pages say of themselves in it.

use axum::http::StatusCode;
use image::{DynamicImage, ImageFormat, RgbImage};

use crate::harness::{tell, tell_with};

const LOGO: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"80\" height=\"40\"/>";

fn raster(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    DynamicImage::from(RgbImage::new(width, height)).write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

#[test]
fn another_logo_by_night_is_shown_where_the_page_is_dark() {
    let theme = "[theme]\nlogo = \"merk.svg\"\nlogo_dark = \"nacht/merk.svg\"\n[locales.nl]";
    tell_with(&[("[locales.nl]", theme)], async |garden| {
        garden.write("merk.svg", LOGO);
        let found = garden.publish().await.diagnostics;
        let line = garden.read("postduif.toml").lines().position(|line| line.starts_with("logo_dark")).unwrap() + 1;
        assert_eq!(
            found.iter().map(|found| (found.code, found.line)).collect::<Vec<_>>(),
            [("missing-logo", line)],
            "{found:?}"
        );
        garden.write("nacht/merk.svg", LOGO);
        assert_eq!(garden.publish().await.diagnostics, []);
        let page = garden.read("public/nl/index.html");
        let night = "<picture><source media=\"(prefers-color-scheme: dark)\" srcset=\"/logo-dark.svg\" width=\"80\" height=\"40\">";
        assert!(page.contains(&format!("{night}<img class=\"mark\" src=\"/logo.svg\"")), "{page}");
        assert!(garden.has("public/logo-dark.svg"));
    });
}

#[test]
fn a_brace_that_is_forgotten_takes_nothing_from_the_colors_and_is_found() {
    tell_with(&[("[locales.nl]", "[theme]\naccent = \"#7a1f5c\"\n[locales.nl]")], async |garden| {
        garden.write("templates/assets/site.css", "body { margin: 0 }\n@media print {\n  a { color: rgb(1, 2, 3;\n}\n");
        let found = garden.publish().await.diagnostics;
        let found: Vec<_> = found.iter().map(|found| (found.code, found.line, found.column)).collect();
        assert_eq!(found, [("open-block", 2, 14)]);
        let style = garden.read("public/site.css");
        let (own, colors) = style.split_once(":root{--accent:#7a1f5c").unwrap_or_else(|| panic!("{style}"));
        assert!(own.ends_with(")}}") && colors.ends_with('}'), "{style}");
    });
}

#[test]
fn style_and_scripts_that_browsers_leave_out_are_found_in_templates_of_pages() {
    tell(async |garden| {
        garden.write("templates/partials/mark.hbs", "<b style=\"color: red\">duif</b>\n<script>alert(1)</script>\n");
        garden.write("templates/partials/mail-facts.hbs", "<p style=\"color: red\">duif</p>\n");
        let found = garden.publish().await.diagnostics;
        let found: Vec<_> = found.iter().map(|found| (found.code, found.line, found.column)).collect();
        assert_eq!(found, [("inline-style", 1, 3), ("inline-script", 2, 1)]);
        assert!(garden.read("public/nl/index.html").contains("duif"), "it is published all the same");
    });
}

#[test]
fn the_switcher_says_where_a_text_is_in_another_language() {
    tell_with(&[("[locales.fr]", "[locales.fr]\ngate = { below = \"fallback\" }")], async |garden| {
        garden.publish().await;
        let dutch = garden.read("public/nl/regenton/index.html");
        let said = "nog niet vertaald, de tekst is in een andere taal: Nederlands";
        assert!(dutch.contains(&format!("<li title=\"{said}\"><a href=\"/fr/regenton/\" lang=\"fr\"")), "{dutch}");
        assert!(
            dutch.contains(&format!("class=\"elsewhere\">Français</a><span class=\"unseen\"> ({said})")),
            "{dutch}"
        );
        let french = garden.read("public/fr/regenton/index.html");
        assert!(french.contains("Cet article n’est pas encore traduit. Il apparaît ici"), "{french}");
        garden.translate_the_rain_barrel().await;
        garden.publish().await;
        let dutch = garden.read("public/nl/regenton/index.html");
        assert!(
            !dutch.contains(said) && dutch.contains("lang=\"fr\" dir=\"ltr\" hreflang=\"fr\">Français</a></li>"),
            "{dutch}"
        );
    });
}

#[test]
fn two_languages_of_one_name_are_told_apart() {
    tell_with(&[("chain = [\"fr\", \"en\"]\nedition = false", "chain = [\"fr\", \"en\"]")], async |garden| {
        garden.publish().await;
        let front = garden.read("public/nl/index.html");
        assert!(front.contains(">Français</a>") && front.contains(">Français (fr-BE)</a>"), "{front}");
    });
}

#[test]
fn a_page_says_the_day_that_its_readers_are_told() {
    tell(async |garden| {
        garden.publish().await;
        let page = garden.read("public/nl/regenton/index.html");
        assert!(page.contains("\"datePublished\":\"2026-10-08T00:00:00+02:00\""), "{page}");
        assert!(
            page.contains("<meta property=\"article:published_time\" content=\"2026-10-08T00:00:00+02:00\">"),
            "{page}"
        );
        for (feed, date) in [
            ("feed.xml", "<pubDate>Thu, 8 Oct 2026 00:00:00 +0200</pubDate>"),
            ("atom.xml", "<published>2026-10-08T00:00:00+02:00</published>"),
            ("feed.json", "\"date_published\":\"2026-10-08T00:00:00+02:00\""),
        ] {
            let feed = garden.read(&format!("public/nl/{feed}"));
            assert!(feed.contains(date), "{feed}");
        }
    });
}

#[test]
fn a_dot_between_a_name_and_a_role_stands_in_the_direction_of_the_page() {
    tell_with(&[(", ar = \"بستانيّة\" }", " }")], async |garden| {
        garden.publish().await;
        let page = garden.read("public/ar/composteren/index.html");
        assert!(
            page.contains("<bdi>Mieke Aerts</bdi></a> · <bdi lang=\"en\" dir=\"ltr\">gardener</bdi></p>"),
            "{page}"
        );
    });
}

#[test]
fn a_large_logo_stands_for_a_post_without_pictures_and_a_drawing_does_not() {
    tell_with(&[("[locales.nl]", "[theme]\nlogo = \"merk.png\"\n[locales.nl]")], async |garden| {
        garden.write("merk.png", raster(300, 200));
        garden.publish().await;
        let page = garden.read("public/nl/regenton/index.html");
        assert!(page.contains("<meta property=\"og:image\" content=\"https://moestuin.example/logo.png\">"), "{page}");
        assert!(page.contains("\"logo\":{\"@type\":\"ImageObject\""), "{page}");
        assert!(!page.contains("\"image\":"), "it is no picture of what the post is about: {page}");
        garden.write("merk.png", raster(299, 200));
        garden.publish().await;
        assert!(!garden.read("public/nl/regenton/index.html").contains("og:image"));
    });
}

#[test]
fn files_of_the_publications_own_take_no_address_from_the_site() {
    tell(async |garden| {
        for name in ["nl/index.html", "nl/slakken/index.html", "sitemap.xml", "_redirects"] {
            garden.write(&format!("templates/assets/{name}"), "SCHADUW");
        }
        garden.write("templates/assets/robots.txt", "User-agent: GPTBot\nDisallow: /\n");
        garden.write("templates/assets/.well-known/security.txt", "Contact: mailto:tuin@moestuin.example\n");
        garden.write("templates/assets/.geheim", "x");
        let found = garden.publish().await.diagnostics;
        let found: Vec<_> = found.iter().map(|found| (found.code, found.file.to_str().unwrap())).collect();
        let taken = ["_redirects", "nl/index.html", "nl/slakken/index.html", "sitemap.xml"];
        let taken: Vec<_> = taken.iter().map(|name| format!("templates/assets/{name}")).collect();
        assert_eq!(found, taken.iter().map(|file| ("taken-asset", file.as_str())).collect::<Vec<_>>());
        for file in ["nl/index.html", "nl/slakken/index.html", "sitemap.xml"] {
            assert!(!garden.read(&format!("public/{file}")).contains("SCHADUW"), "{file}");
        }
        let robots = garden.read("public/robots.txt");
        assert!(
            robots.contains("Disallow: /s/\n") && robots.ends_with("\nUser-agent: GPTBot\nDisallow: /\n"),
            "{robots}"
        );
        assert!(garden.get("/.well-known/security.txt").await.body.contains("tuin@moestuin.example"));
        assert_eq!(garden.get("/.postduif-files").await.status, StatusCode::NOT_FOUND);
        assert!(!garden.has("public/.geheim"));
    });
}
