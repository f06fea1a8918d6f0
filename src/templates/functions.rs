//! `DATETIME` and `NUMBER` for messages, and the values they are given.
//!
//! A Fluent function is not told which language it speaks for, so each bundle gets its own,
//! which hold the formatters of its language.

use std::{borrow::Cow, sync::Arc};

use chrono::DateTime;
use chrono_tz::Tz;
use fluent::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle, types::FluentType};

use super::{
    formats::{DateStyle, Formats},
    messages::Value,
};

/// The functions there are.
pub(super) const NAMES: [&str; 2] = ["DATETIME", "NUMBER"];

/// Digits after the decimal sign when the message does not say.
const FRACTION_DIGITS: u8 = 2;

/// Gives `bundle` its functions.
pub(super) fn register(bundle: &mut FluentBundle<Arc<FluentResource>>, formats: &Arc<Formats>) {
    let dates = Arc::clone(formats);
    let numbers = Arc::clone(formats);
    // The only failure is a function that is there already; the bundle is new.
    let _ = bundle.add_function("DATETIME", move |values, options| date_time(&dates, values, options));
    let _ = bundle.add_function("NUMBER", move |values, options| number(&numbers, values, options));
}

/// The value as Fluent takes it.
pub(super) fn to_fluent<'a>(value: &Value<'a>) -> FluentValue<'a> {
    match value {
        Value::Text(text) => FluentValue::from(*text),
        Value::Number(number) => FluentValue::from(*number),
        Value::Date(at) => FluentValue::Custom(Box::new(FluentDate(*at))),
    }
}

/// `DATETIME($date, dateStyle: "long")`; the styles are those of the `date` helper.
fn date_time<'a>(formats: &Formats, values: &[FluentValue<'a>], options: &FluentArgs<'_>) -> FluentValue<'a> {
    let style = match options.get("dateStyle") {
        Some(FluentValue::String(name)) => name.parse(),
        _ => Ok(DateStyle::Long),
    };
    let date = match values {
        [FluentValue::Custom(custom)] => custom.as_ref().as_any().downcast_ref::<FluentDate>(),
        _ => None,
    };
    match (date, style) {
        (Some(FluentDate(at)), Ok(style)) => FluentValue::from(formats.date(at, style)),
        _ => FluentValue::Error,
    }
}

/// `NUMBER($count)`, `NUMBER($share, maximumFractionDigits: 0)`.
fn number<'a>(formats: &Formats, values: &[FluentValue<'a>], options: &FluentArgs<'_>) -> FluentValue<'a> {
    let digits = match options.get("maximumFractionDigits") {
        Some(FluentValue::Number(digits)) => (0..=9).find(|n| f64::from(*n) == digits.value).unwrap_or(FRACTION_DIGITS),
        _ => FRACTION_DIGITS,
    };
    match values {
        [FluentValue::Number(number)] => FluentValue::from(formats.number(number.value, digits)),
        _ => FluentValue::Error,
    }
}

/// An instant as Fluent carries it.
#[derive(Debug, Clone, PartialEq)]
struct FluentDate(DateTime<Tz>);

impl FluentType for FluentDate {
    fn duplicate(&self) -> Box<dyn FluentType + Send> {
        Box::new(self.clone())
    }

    fn as_string(&self, _: &intl_memoizer::IntlLangMemoizer) -> Cow<'static, str> {
        self.0.format("%F").to_string().into()
    }

    fn as_string_threadsafe(&self, _: &intl_memoizer::concurrent::IntlLangMemoizer) -> Cow<'static, str> {
        self.0.format("%F").to_string().into()
    }
}
