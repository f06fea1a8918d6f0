//! What a template can do besides putting in values: `t`, `date`, `number`, `reading-time`,
//! `url`, `lang`, `wrap`; and an `if` that knows a slip from an absent value.
//!
//! Each language has registries of its own, so that a helper knows which one it speaks.

use std::{error::Error, sync::Arc};

use chrono::DateTime;
use chrono_tz::Tz;
use handlebars::{
    Context, Handlebars, Helper, HelperDef, HelperResult, Output, PathAndJson, RenderContext, RenderError,
    RenderErrorReason, Renderable as _, ScopedJson,
};
use serde_json::Value as Json;
use url::{Position, Url};

use super::{
    formats::{DateStyle, Formats},
    messages::{Error as MessageError, Messages, Value},
};
use crate::{line, locale::Locale};

/// The width of plain text, in characters: it stays whole when quoted once (RFC 3676, 4.2).
const WIDTH: usize = 72;

/// The schemes an address in a page or mail may have.
const SCHEMES: [&str; 4] = ["https", "http", "mailto", "tel"];

/// What the helpers of one language know.
#[derive(Debug)]
pub(super) struct Speaker {
    pub(super) locale: Locale,
    pub(super) messages: Arc<Messages>,
    pub(super) formats: Arc<Formats>,
    pub(super) time_zone: Tz,
    pub(super) base_url: Url,
}

type Answer = Result<Json, RenderError>;

/// Gives a registry its helpers.
pub(super) fn register(registry: &mut Handlebars<'static>, speaker: &Arc<Speaker>) {
    let mut add = |name: &'static str, answer: fn(&Speaker, &Helper<'_>) -> Answer| {
        registry.register_helper(name, Box::new(Spoken { speaker: Arc::clone(speaker), answer }));
    };
    add("t", message);
    add("date", date);
    add("number", number);
    add("reading-time", reading_time);
    add("wrap", wrap);
    registry.register_helper("url", Box::new(Address { speaker: Arc::clone(speaker) }));
    registry.register_helper("lang", Box::new(lang));
    registry.register_helper("if", Box::new(Condition { holds: true }));
    registry.register_helper("unless", Box::new(Condition { holds: false }));
    // `with` takes a slip for an absent value, and `log` writes where readers' data must not be.
    registry.unregister_helper("with");
    registry.unregister_helper("log");
}

/// A helper that answers with a value.
struct Spoken {
    speaker: Arc<Speaker>,
    answer: fn(&Speaker, &Helper<'_>) -> Answer,
}

impl HelperDef for Spoken {
    fn call_inner<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        _: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
    ) -> Result<ScopedJson<'rc>, RenderError> {
        (self.answer)(&self.speaker, helper).map(ScopedJson::Derived)
    }
}

/// `{{t "nav-home"}}`, `{{t "topic-count" count=n}}`; `{{t "cadence" value}}` is the message
/// `cadence-weekly`.
fn message(speaker: &Speaker, helper: &Helper<'_>) -> Answer {
    let parts: Vec<_> = helper.params().iter().map(|part| text_of(part, "t")).collect::<Result<_, _>>()?;
    let args: Vec<_> = helper
        .hash()
        .iter()
        .map(|(name, value)| Ok((*name, speaker.value(value)?)))
        .collect::<Result<_, RenderError>>()?;
    speaker.say(&parts.join("-"), &args)
}

/// `{{date page.date "long"}}`
fn date(speaker: &Speaker, helper: &Helper<'_>) -> Answer {
    let at = speaker.instant(text_of(param(helper, 0)?, "date")?).ok_or_else(|| other("`date` wants an instant"))?;
    let style = match helper.param(1) {
        Some(style) => text_of(style, "date")?.parse().map_err(nested)?,
        None => DateStyle::Long,
    };
    Ok(speaker.formats.date(&at, style).into())
}

/// `{{number 1234.5}}`, `{{number share digits=0}}`
fn number(speaker: &Speaker, helper: &Helper<'_>) -> Answer {
    let number = number_of(param(helper, 0)?, "number")?;
    let digits = helper.hash_get("digits").and_then(|digits| u8::try_from(digits.value().as_u64()?).ok()).unwrap_or(2);
    Ok(speaker.formats.number(number, digits).into())
}

/// `{{reading-time post.minutes}}`
fn reading_time(speaker: &Speaker, helper: &Helper<'_>) -> Answer {
    let minutes = number_of(param(helper, 0)?, "reading-time")?;
    speaker.say("reading-time", &[("minutes", Value::Number(minutes))])
}

/// `{{url "assets/logo.svg"}}` is an address of this site: from its root on a page, so that it
/// holds on any host, and complete in a mail, and with `complete=true`. A whole address stays as
/// it is, but only if following it is harmless.
struct Address {
    speaker: Arc<Speaker>,
}

impl HelperDef for Address {
    fn call_inner<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        context: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
    ) -> Result<ScopedJson<'rc>, RenderError> {
        let written = text_of(param(helper, 0)?, "url")?;
        let base = &self.speaker.base_url;
        let complete = helper.hash_get("complete").is_some_and(|complete| complete.value() == &Json::Bool(true));
        let in_page = context.data().get("page").is_some();
        if is_plain_path(written) && in_page && !complete {
            return Ok(ScopedJson::Derived(written.into()));
        }
        // A complete address of this site, as most of those in heads of pages are.
        if written.strip_prefix(&base[..Position::BeforePath]).is_some_and(is_plain_path) {
            return Ok(ScopedJson::Derived(written.into()));
        }
        let url = base.join(written).map_err(nested)?;
        if !SCHEMES.contains(&url.scheme()) {
            return Err(other(format!("an address cannot begin with `{}:` here", url.scheme())));
        }
        let within = url.origin() == base.origin() && Url::parse(written).is_err();
        let from = if in_page && within && !complete { Position::BeforePath } else { Position::BeforeScheme };
        Ok(ScopedJson::Derived(url[from..].into()))
    }
}

/// Whether an address is a path from the root of a site, written as a parser of addresses would write it.
fn is_plain_path(address: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.~".contains(&byte);
    let has_steps = || address.split('/').any(|part| part == "." || part == "..");
    address.starts_with('/') && !address.starts_with("//") && address.bytes().all(is_plain) && !has_steps()
}

/// `{{wrap summary indent=3}}` folds a text to lines of 72 characters, those after the first
/// indented.
fn wrap(_: &Speaker, helper: &Helper<'_>) -> Answer {
    let indent = helper.hash_get("indent").and_then(|indent| indent.value().as_u64()).unwrap_or(0);
    let indent = usize::try_from(indent).unwrap_or(0).min(WIDTH / 2);
    Ok(fold(text_of(param(helper, 0)?, "wrap")?, indent).into())
}

/// A text on lines of [`WIDTH`] characters, those after the first indented.
pub(crate) fn fold(text: &str, indent: usize) -> String {
    let (mut folded, mut used) = (String::new(), indent);
    for word in line::words(text) {
        let width = word.chars().count();
        if used > indent && used + 1 + width > WIDTH {
            folded.push('\n');
            folded.extend(std::iter::repeat_n(' ', indent));
            used = indent;
        } else if used > indent {
            folded.push(' ');
            used += 1;
        }
        folded.push_str(word);
        used += width;
    }
    folded
}

/// `<h1{{lang page.title}}>` marks an element whose text is in another language.
fn lang(
    helper: &Helper<'_>,
    _: &Handlebars<'_>,
    _: &Context,
    _: &mut RenderContext<'_, '_>,
    out: &mut dyn Output,
) -> HelperResult {
    let text = param(helper, 0)?;
    for name in ["lang", "dir"] {
        match text.value().get(name) {
            // Both come from a `Locale`: letters, digits and hyphens.
            Some(Json::String(value)) => out.write(&format!(" {name}=\"{value}\""))?,
            Some(Json::Null) => {}
            _ => {
                return Err(other("`lang` wants a text with its language, such as `page.title`"));
            }
        }
    }
    Ok(())
}

/// `if` and `unless` that fail on a name that is not there at all.
struct Condition {
    holds: bool,
}

impl HelperDef for Condition {
    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        registry: &'reg Handlebars<'reg>,
        context: &'rc Context,
        render: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        let param = param(helper, 0)?;
        if param.is_value_missing() {
            return Err(RenderError::strict_error(param.relative_path()));
        }
        let truthy = match param.value() {
            Json::Null => false,
            Json::Bool(value) => *value,
            Json::Number(number) => number.as_f64() != Some(0.0),
            Json::String(text) => !text.is_empty(),
            Json::Array(items) => !items.is_empty(),
            Json::Object(_) => true,
        };
        let branch = if truthy == self.holds { helper.template() } else { helper.inverse() };
        branch.map_or(Ok(()), |template| template.render(registry, context, render, out))
    }
}

impl Speaker {
    fn say(&self, id: &str, args: &[(&str, Value<'_>)]) -> Answer {
        self.messages.format(&self.locale, id, args).map(Json::from).map_err(|error| match self.messages.nearest(id) {
            // Another language has it.
            Some(meant) if matches!(error, MessageError::Missing { .. }) && meant == id => {
                other(format!("{error}: write it into site.ftl or mail.ftl in locales/{}", self.locale))
            }
            Some(meant) if matches!(error, MessageError::Missing { .. }) => {
                other(format!("{error}; did you mean `{meant}`?"))
            }
            _ => nested(error),
        })
    }

    fn instant(&self, text: &str) -> Option<DateTime<Tz>> {
        DateTime::parse_from_rfc3339(text).ok().map(|at| at.with_timezone(&self.time_zone))
    }

    /// A value of the page as a message takes it; a text in the form of an instant is one.
    fn value<'v>(&self, value: &'v PathAndJson<'_>) -> Result<Value<'v>, RenderError> {
        match value.value() {
            Json::Number(_) => Ok(Value::Number(number_of(value, "t")?)),
            Json::String(text) => Ok(self.instant(text).map_or(Value::Text(text), Value::Date)),
            _ if value.is_value_missing() => Err(RenderError::strict_error(value.relative_path())),
            _ => Err(other("`t` wants a text, a number or an instant")),
        }
    }
}

fn param<'h, 'rc>(helper: &'h Helper<'rc>, index: usize) -> Result<&'h PathAndJson<'rc>, RenderError> {
    helper.param(index).ok_or_else(|| other(format!("`{}` wants a value", helper.name())))
}

fn text_of<'v>(value: &'v PathAndJson<'_>, helper: &str) -> Result<&'v str, RenderError> {
    match value.value() {
        Json::String(text) => Ok(text),
        _ if value.is_value_missing() => Err(RenderError::strict_error(value.relative_path())),
        _ => Err(other(format!("`{helper}` wants a text"))),
    }
}

fn number_of(value: &PathAndJson<'_>, helper: &str) -> Result<f64, RenderError> {
    match value.value().as_f64() {
        Some(number) => Ok(number),
        None if value.is_value_missing() => Err(RenderError::strict_error(value.relative_path())),
        None => Err(other(format!("`{helper}` wants a number"))),
    }
}

fn other(reason: impl Into<String>) -> RenderError {
    RenderErrorReason::Other(reason.into()).into()
}

fn nested(error: impl Error + Send + Sync + 'static) -> RenderError {
    RenderErrorReason::NestedError(Box::new(error)).into()
}

/// Escapes what HTML would take for its own, in text and in quoted attributes.
pub(crate) fn escape_html(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
        escaped.push_str(&rest[..at]);
        escaped.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        });
        rest = &rest[at + 1..];
    }
    escaped + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_is_folded_at_words_and_never_inside_one() {
        let text = "kracht ".repeat(30);
        assert!(fold(&text, 3).lines().all(|line| line.chars().count() <= WIDTH));
        assert!(fold(&text, 3).lines().skip(1).all(|line| line.starts_with("   kracht")));
        let long = "a".repeat(100);
        assert_eq!(fold(&format!("zie {long} hier"), 0), format!("zie\n{long}\nhier"));
    }

    #[test]
    fn a_plain_path_is_what_a_parser_makes_of_it() {
        let base = Url::parse("https://beweegreden.example/onder/").unwrap();
        for path in ["/", "/nl/", "/nl/post-1/", "/media/a_b/x.800.jpg", "/~a", "/a..b/.c"] {
            assert!(is_plain_path(path), "{path}");
            assert_eq!(&base.join(path).unwrap()[Position::BeforePath..], path);
        }
        for other in ["", "nl/", "//nl/", "/a/../b", "/./a", "/a b", "/é", "/a?b", "/a#b", "/%20", "https://a.example/"]
        {
            assert!(!is_plain_path(other), "{other}");
        }
    }

    #[test]
    fn nothing_leaves_its_attribute() {
        assert_eq!(escape_html("<a href=\"x\">'&'</a>"), "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
    }
}
