//! The same posts as a site of Hugo, with a theme as bare as can be.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use super::posts::{LOCALES, PICTURE, Post};

const BASE: &str = r#"<!doctype html>
<html lang="{{ site.Language.Lang }}" dir="{{ if eq site.Language.Lang "ar" }}rtl{{ else }}ltr{{ end }}">
<head><meta charset="utf-8"><title>{{ .Title }} – {{ site.Title }}</title>
<meta name="description" content="{{ .Summary | plainify }}"><link rel="canonical" href="{{ .Permalink }}">
{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">{{ end }}
</head><body><header><a href="{{ "" | relLangURL }}">{{ site.Title }}</a>
<nav>{{ range site.Taxonomies.topics.Alphabetical }}<a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a>{{ end }}</nav>
</header><main>{{ block "main" . }}{{ end }}</main><footer><p>{{ site.Title }}</p></footer></body></html>
"#;

const SINGLE: &str = r#"{{ define "main" }}<article><img src="{{ .RelPermalink }}{{ .Params.image.src }}" alt="{{ .Params.image.alt }}"><h1>{{ .Title }}</h1><p>{{ .Params.summary }}</p>
<p><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date | time.Format ":date_long" }}</time> {{ .ReadingTime }} min</p>
{{ .TableOfContents }}{{ .Content }}
<ul>{{ range first 3 (site.RegularPages.Related .) }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Params.summary }}</li>{{ end }}</ul>
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</article>{{ end }}
"#;

const LIST: &str = r#"{{ define "main" }}<h1>{{ .Title }}</h1><ul>
{{ range (cond .IsHome site.RegularPages .Pages) }}<li><img src="{{ .RelPermalink }}{{ .Params.image.src }}" alt="{{ .Params.image.alt }}"><a href="{{ .RelPermalink }}">{{ .Title }}</a><p>{{ .Params.summary }}</p>
<time>{{ .Date | time.Format ":date_long" }}</time> {{ .ReadingTime }} min</li>{{ end }}</ul>{{ end }}
"#;

const FEED: &str = r#"<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>{{ site.Title }}</title><link>{{ .Permalink }}</link><description>{{ site.Title }}</description>
{{ range first 30 site.RegularPages }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><guid>{{ .Permalink }}</guid>
<pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" }}</pubDate><description>{{ .Params.summary }}</description>
<content:encoded>{{ .Content | transform.XMLEscape | safeHTML }}</content:encoded></item>{{ end }}</channel></rss>
"#;

/// Where the program is, if it is there.
pub(crate) fn find() -> Option<PathBuf> {
    let named = PathBuf::from(env::var_os("HUGO").unwrap_or_else(|| "hugo".into()));
    let answers = Command::new(&named).arg("version").output().is_ok_and(|output| output.status.success());
    answers.then_some(named)
}

/// Writes the posts in all languages, and the theme.
pub(crate) fn make_site(root: &Path, posts: &[Post]) {
    let mut settings = String::from(
        "baseURL = \"http://127.0.0.1:8080/\"\ntitle = \"Beweegreden\"\ndefaultContentLanguage = \"nl\"\n\
         defaultContentLanguageInSubdir = true\ndisableKinds = []\n[taxonomies]\ntopic = \"topics\"\n\
         [outputs]\nhome = [\"html\", \"rss\"]\nterm = [\"html\"]\ntaxonomy = [\"html\"]\nsection = [\"html\"]\n[languages]\n",
    );
    for (weight, locale) in LOCALES.iter().enumerate() {
        settings.push_str(&format!("[languages.{locale}]\nweight = {}\n", weight + 1));
    }
    let layouts = root.join("layouts/_default");
    fs::create_dir_all(&layouts).unwrap();
    fs::write(root.join("hugo.toml"), settings).unwrap();
    for (name, text) in [("baseof.html", BASE), ("single.html", SINGLE), ("list.html", LIST), ("rss.xml", FEED)] {
        fs::write(layouts.join(name), text).unwrap();
    }
    for post in posts {
        let folder = root.join("content/posts").join(&post.slug);
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("beeld.svg"), PICTURE).unwrap();
        for locale in LOCALES {
            let text = format!("---\n{}---\n\n{}", post.front_matter(locale), post.body(locale));
            fs::write(folder.join(format!("index.{locale}.md")), text).unwrap();
        }
    }
}

/// How many pages of posts it made.
pub(crate) fn count_posts(root: &Path) -> u64 {
    let made = |locale: &str| {
        let folders = fs::read_dir(root.join("public").join(locale).join("posts")).unwrap();
        folders.filter(|entry| entry.as_ref().is_ok_and(|entry| entry.path().join("index.html").is_file())).count()
    };
    LOCALES.iter().map(|locale| made(locale) as u64).sum()
}
