//! How a publication's site differs from the theme: its color, its logo and its type.
//!
//! A color that could not be read on the page is refused when the configuration is loaded.

use std::{borrow::Cow, fmt, fmt::Write as _, path::Path, str::FromStr};

use serde::{Deserialize, Deserializer, de};

use super::{
    Punctuation,
    addresses::{FAVICON_PATH, STYLE_PATH},
};
use crate::templates::closing_of;

/// The least contrast of text (WCAG 2.2, success criterion 1.4.3).
const LEAST_CONTRAST: f64 = 4.5;

/// What the accent is read on in the style sheet: the page and its boxes, `--paper` and `--sand`.
const LIGHT_GROUNDS: [Rgb; 2] = [Rgb([0xff, 0xfd, 0xf9]), Rgb([0xf5, 0xec, 0xdf])];

/// The same by night.
const DARK_GROUNDS: [Rgb; 2] = [Rgb([0x13, 0x1f, 0x1e]), Rgb([0x1b, 0x2b, 0x2a])];

/// The accent of the theme, as its icon writes it.
const ICON_COLOR: &str = "#0f4c4a";

/// Steps from a color to white or black in which a readable one is looked for.
const STEPS: u8 = 50;

/// How a publication's site differs from the theme, as `[theme]` says.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Theme {
    /// The color of headings, links and buttons.
    pub accent: Option<Rgb>,
    /// The same by night; from [`accent`](Self::accent) where it is not given.
    pub accent_dark: Option<Rgb>,
    /// The color of what stands out beside that: topics, signs of lists, warnings, links that a pointer is on.
    pub secondary: Option<Rgb>,
    /// The same by night; from [`secondary`](Self::secondary) where it is not given.
    pub secondary_dark: Option<Rgb>,
    /// The file of the logo, from the publication's folder.
    pub logo: Option<String>,
    /// The file of another logo by night.
    pub logo_dark: Option<String>,
    /// The fonts of the text, best first.
    pub body_font: Vec<String>,
    /// The fonts of headings, best first.
    pub heading_font: Vec<String>,
    /// How quotes and what belongs to them are set.
    pub punctuation: Punctuation,
}

/// A color, written `#0f4c4a`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rgb([u8; 3]);

/// Something in `[theme]` that cannot be used: its key, what is wrong, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeFault {
    /// The key.
    pub key: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

/// The text is no color.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("{0:?} is no color such as \"#0f4c4a\"")]
pub struct NotAColor(String);

impl Theme {
    /// A file of the theme as this publication has it.
    pub(super) fn dress<'f>(&self, name: &str, content: &'f [u8]) -> Cow<'f, [u8]> {
        match (name, self.accent) {
            // What comes later in a style sheet wins, if nothing before it is open.
            (STYLE_PATH, _) => {
                let closing = str::from_utf8(content).map(closing_of).unwrap_or_default();
                Cow::Owned([content, closing.as_bytes(), self.style().as_bytes()].concat())
            }
            (FAVICON_PATH, Some(accent)) => match str::from_utf8(content) {
                Ok(icon) => Cow::Owned(icon.replace(ICON_COLOR, &accent.to_string()).into_bytes()),
                Err(_) => Cow::Borrowed(content),
            },
            _ => Cow::Borrowed(content),
        }
    }

    /// The color of the page by day and by night.
    pub(super) fn papers() -> [Rgb; 2] {
        [LIGHT_GROUNDS[0], DARK_GROUNDS[0]]
    }

    /// The first thing in it that cannot be used.
    pub fn fault(&self) -> Option<ThemeFault> {
        let colors = [
            ("accent", self.accent, LIGHT_GROUNDS),
            ("accent_dark", self.accent_dark, DARK_GROUNDS),
            ("secondary", self.secondary, LIGHT_GROUNDS),
            ("secondary_dark", self.secondary_dark, DARK_GROUNDS),
        ];
        let color = colors.into_iter().find_map(|(key, color, grounds)| unreadable(key, color?, grounds));
        let fonts = [("body_font", &self.body_font), ("heading_font", &self.heading_font)];
        let font = fonts.into_iter().find_map(|(key, names)| {
            let name = names.iter().find(|name| !is_font_name(name))?;
            let message = format!("`theme.{key}` names {name:?}, which is no name of a font");
            Some(ThemeFault { key, message, help: "write names of fonts: [\"Source Serif 4\", \"serif\"]".to_owned() })
        });
        color.or(font).or_else(|| self.logo_fault())
    }

    fn logo_fault(&self) -> Option<ThemeFault> {
        let faulty = self.named_logos().find(|(_, logo)| {
            let inside = !logo.starts_with('/') && !logo.split(['/', '\\']).any(|part| part == ".." || part.is_empty());
            !inside || path_of("logo", logo).is_none()
        });
        let faulty = faulty.map(|(key, logo)| ThemeFault {
            key,
            message: format!("`theme.{key}` is {logo:?}, which is no picture in the publication's folder"),
            help: "name an SVG, PNG, WebP or JPEG file in it: \"logo.svg\"".to_owned(),
        });
        let lonely = || ThemeFault {
            key: "logo_dark",
            message: "`theme.logo_dark` stands for `theme.logo` by night, and there is none".to_owned(),
            help: "name the logo for the day too: `logo = \"logo.svg\"`".to_owned(),
        };
        faulty.or_else(|| (self.logo_dark.is_some() && self.logo.is_none()).then(lonely))
    }

    fn named_logos(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let logos = [("logo", &self.logo), ("logo_dark", &self.logo_dark)];
        logos.into_iter().filter_map(|(key, logo)| Some((key, logo.as_deref()?)))
    }

    /// The files of its logos: by day, and by night if that is another. Each with its key and its place on the site.
    pub(super) fn logos(&self) -> impl Iterator<Item = (&'static str, &str, String)> {
        let stems = |key: &str| if key == "logo" { "logo" } else { "logo-dark" };
        self.named_logos().filter_map(move |(key, logo)| Some((key, logo, path_of(stems(key), logo)?)))
    }

    /// The files of its logos, from the publication's folder.
    pub fn logo_files(&self) -> impl Iterator<Item = &Path> {
        self.named_logos().map(|(_, logo)| Path::new(logo))
    }

    /// What comes after the style sheet of the theme. Empty where nothing differs.
    pub(super) fn style(&self) -> String {
        let mut style = String::new();
        // Writing to a string cannot fail.
        if let Some(accent) = self.accent {
            let dark = self.accent_dark.unwrap_or_else(|| readable(accent, DARK_GROUNDS));
            let (on_accent, on_dark) = (best_on(accent), best_on(dark));
            let _ = writeln!(
                style,
                ":root {{ --accent: {accent}; --on-accent: {on_accent}; --deep: {accent}; --on-deep: {on_accent}; }}"
            );
            let _ = writeln!(
                style,
                "@media (prefers-color-scheme: dark) {{ :root {{ --accent: {dark}; --on-accent: {on_dark}; }} }}"
            );
            let _ = writeln!(style, "@media print {{ :root {{ --accent: #000; }} }}");
        }
        if let Some(secondary) = self.secondary {
            let dark = self.secondary_dark.unwrap_or_else(|| readable(secondary, DARK_GROUNDS));
            let _ = writeln!(style, ":root {{ --clay: {secondary}; }}");
            let _ = writeln!(style, "@media (prefers-color-scheme: dark) {{ :root {{ --clay: {dark}; }} }}");
            let _ = writeln!(style, "@media print {{ :root {{ --clay: #000; }} }}");
        }
        for (variable, generic, names) in
            [("--sans", "sans-serif", &self.body_font), ("--serif", "serif", &self.heading_font)]
        {
            if let Some(last) = names.last() {
                let mut names: Vec<_> = names.iter().map(|name| quoted(name)).collect();
                // For who has none of them.
                names.extend((quoted(last) != *last).then(|| generic.to_owned()));
                // Languages with letters of their own keep the fonts that have them.
                let _ = writeln!(
                    style,
                    "[lang]:not(:lang(ar), :lang(fa), :lang(ur)) {{ {variable}: {}; }}",
                    names.join(", ")
                );
            }
        }
        style
    }
}

/// The place of a logo on the site; none where browsers do not show such a file.
fn path_of(stem: &str, logo: &str) -> Option<String> {
    let extension = logo.rsplit_once('.')?.1.to_ascii_lowercase();
    matches!(extension.as_str(), "svg" | "png" | "webp" | "jpg" | "jpeg").then(|| format!("{stem}.{extension}"))
}

fn unreadable(key: &'static str, color: Rgb, grounds: [Rgb; 2]) -> Option<ThemeFault> {
    let least = grounds.map(|ground| color.contrast(ground)).into_iter().fold(f64::INFINITY, f64::min);
    (least < LEAST_CONTRAST).then(|| ThemeFault {
        key,
        message: format!(
            "`theme.{key}` is {color}, which is hard to read on the page: its contrast is {least:.1}, and at least {LEAST_CONTRAST} is needed"
        ),
        help: format!("take {}, which can be read, or a color like it", readable(color, grounds)),
    })
}

/// The color nearest to `color`, on its way to black or white, that can be read on `grounds`.
fn readable(color: Rgb, grounds: [Rgb; 2]) -> Rgb {
    let end = if grounds[0].luminance() > 0.5 { Rgb([0; 3]) } else { Rgb([255; 3]) };
    let can_be_read = |color: &Rgb| grounds.iter().all(|ground| color.contrast(*ground) >= LEAST_CONTRAST);
    (0..=STEPS).map(|step| color.towards(end, step)).find(can_be_read).unwrap_or(end)
}

/// What can be read best on a color: the page by day, or the page by night.
fn best_on(color: Rgb) -> Rgb {
    let [light, dark] = Theme::papers();
    if color.contrast(light) >= color.contrast(dark) { light } else { dark }
}

/// Whether a font may be called so: nothing that ends a name or a rule in CSS.
fn is_font_name(name: &str) -> bool {
    !name.trim().is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.'))
}

/// A font's name as CSS writes it; the generic ones are words of CSS.
fn quoted(name: &str) -> String {
    let generic = ["serif", "sans-serif", "monospace", "system-ui", "ui-serif", "ui-sans-serif", "ui-rounded"];
    if generic.contains(&name) { name.to_owned() } else { format!("\"{name}\"") }
}

impl Rgb {
    /// Relative luminance (WCAG 2.2).
    fn luminance(self) -> f64 {
        let [r, g, b] = self.0.map(|channel| {
            let channel = f64::from(channel) / 255.0;
            if channel <= 0.04045 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// The contrast of two colors, from 1 to 21 (WCAG 2.2).
    fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance() + 0.05, other.luminance() + 0.05);
        one.max(other) / one.min(other)
    }

    /// The color `step` of [`STEPS`] on the way to `end`.
    fn towards(self, end: Self, step: u8) -> Self {
        let mix = |from: u8, to: u8| {
            let (from, to, step, all) = (u32::from(from), u32::from(to), u32::from(step), u32::from(STEPS));
            u8::try_from((from * (all - step) + to * step) / all).unwrap_or(to.try_into().unwrap_or(u8::MAX))
        };
        Self([mix(self.0[0], end.0[0]), mix(self.0[1], end.0[1]), mix(self.0[2], end.0[2])])
    }
}

impl FromStr for Rgb {
    type Err = NotAColor;

    fn from_str(text: &str) -> Result<Self, NotAColor> {
        let wrong = || NotAColor(text.to_owned());
        let digits = text.strip_prefix('#').filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()));
        let digits = digits.filter(|digits| digits.len() == 6).ok_or_else(wrong)?;
        let channel = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).map_err(|_| wrong());
        Ok(Self([channel(0)?, channel(2)?, channel(4)?]))
    }
}

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self([r, g, b]) = self;
        write!(f, "#{r:02x}{g:02x}{b:02x}")
    }
}

impl<'de> Deserialize<'de> for Rgb {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn color(text: &str) -> Rgb {
        text.parse().unwrap()
    }

    proptest! {
        #[test]
        fn whatever_color_is_chosen_what_is_shown_can_be_read(channels in proptest::array::uniform3(0_u8..)) {
            let chosen = Rgb(channels);
            for grounds in [LIGHT_GROUNDS, DARK_GROUNDS] {
                let shown = readable(chosen, grounds);
                prop_assert!(grounds.iter().all(|ground| shown.contrast(*ground) >= LEAST_CONTRAST), "{shown}");
                let theme = Theme { accent: Some(shown), secondary: Some(shown), ..Theme::default() };
                prop_assert!(grounds != LIGHT_GROUNDS || theme.fault().is_none());
                prop_assert!(shown.contrast(best_on(shown)) >= LEAST_CONTRAST);
            }
        }
    }

    #[test]
    fn a_pale_accent_is_refused_with_one_that_can_be_read() {
        let theme = Theme { accent: Some(color("#ffcc00")), ..Theme::default() };
        let fault = theme.fault().unwrap();
        assert_eq!(fault.key, "accent");
        assert!(fault.message.contains("its contrast is 1.3"), "{}", fault.message);
        let better = color(fault.help.split([' ', ',']).find(|word| word.starts_with('#')).unwrap());
        assert!(Theme { accent: Some(better), ..Theme::default() }.fault().is_none());
    }

    #[test]
    fn nothing_written_in_the_theme_breaks_out_of_the_style_sheet() {
        for name in ["a; } body { display: none", "\"", "</style>", "url(x)", ""] {
            let theme = Theme { body_font: vec![name.to_owned()], ..Theme::default() };
            assert_eq!(theme.fault().map(|fault| fault.key), Some("body_font"), "{name}");
        }
        for color in ["red", "#fff", "#0f4c4a;", "#0f4c4", "#éééé", ""] {
            assert!(color.parse::<Rgb>().is_err(), "{color}");
        }
        for logo in ["/etc/logo.svg", "../logo.svg", "logo.exe", "logo", "a//b.svg"] {
            let theme = Theme { logo: Some(logo.to_owned()), ..Theme::default() };
            assert_eq!(theme.fault().map(|fault| fault.key), Some("logo"), "{logo}");
            let theme =
                Theme { logo: Some("logo.svg".to_owned()), logo_dark: Some(logo.to_owned()), ..Theme::default() };
            assert_eq!(theme.fault().map(|fault| fault.key), Some("logo_dark"), "{logo}");
        }
    }

    #[test]
    fn the_style_says_what_differs_and_nothing_else() {
        assert_eq!(Theme::default().style(), "");
        let theme = Theme { secondary: Some(color("#8a5a00")), ..Theme::default() };
        let style = theme.style();
        assert!(
            style.starts_with(":root { --clay: #8a5a00; }") && style.contains("dark) { :root { --clay: #"),
            "{style}"
        );
        assert_eq!(style.matches("--").count(), 3, "by day, by night, on paper: {style}");
        let theme = Theme {
            accent: Some(color("#7a1f5c")),
            body_font: vec!["Source Sans 3".to_owned(), "sans-serif".to_owned()],
            ..Theme::default()
        };
        let style = theme.style();
        assert!(style.contains("--accent: #7a1f5c; --on-accent: #fffdf9;"), "{style}");
        assert!(style.contains("--sans: \"Source Sans 3\", sans-serif;"), "{style}");
        assert!(!style.contains("--serif"), "{style}");
    }
}
