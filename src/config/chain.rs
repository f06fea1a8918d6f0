//! The order in which the readers of a locale are given languages, and the ways to write it wrong.

use super::remark::Remark;
use crate::locale::Locale;

/// The chain of a locale, whose table is called `tag`, from itself to the source, with what was
/// `written` in between.
///
/// # Errors
/// When the chain comes back to where it was: readers are given each language once, so that what
/// stands there a second time, or after the source (which has every text), does nothing.
pub(super) fn whole_chain(
    tag: &str,
    locale: &Locale,
    written: Vec<Locale>,
    source: &Locale,
) -> Result<Vec<Locale>, Remark> {
    let mut chain = vec![locale.clone()];
    for (place, next) in written.into_iter().enumerate() {
        let reached = chain.contains(source).then(|| format!("`{source}`, in which posts are written, has every text"));
        let again = chain.contains(&next).then(|| match &next == locale {
            true => "it begins there".to_owned(),
            false => "it stands there already".to_owned(),
        });
        if let Some(reason) = again.or(reached) {
            let message = format!("the chain of `{locale}` cannot go on to `{next}`: {reason}");
            let help = format!("take that `{next}` out of the chain of [locales.{tag}]");
            return Err(Remark::new(&["locales", tag, "chain", &place.to_string()], message, help));
        }
        chain.push(next);
    }
    if !chain.contains(source) {
        chain.push(source.clone());
    }
    Ok(chain)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The chain of `fr-BE` as it is written, in a publication written in Dutch.
    fn chain(of: &str, written: &[&str]) -> Result<String, String> {
        let parse = |tag: &&str| tag.parse::<Locale>().unwrap();
        let chain = whole_chain(of, &parse(&of), written.iter().map(parse).collect(), &parse(&"nl"));
        chain
            .map(|chain| chain.iter().map(Locale::as_str).collect::<Vec<_>>().join(" "))
            .map_err(|remark| remark.message)
    }

    #[test]
    fn a_chain_goes_from_the_reader_to_the_source() {
        assert_eq!(chain("fr-BE", &["fr", "en"]).unwrap(), "fr-BE fr en nl");
        assert_eq!(chain("fr-BE", &["fr", "en", "nl"]).unwrap(), "fr-BE fr en nl");
        assert_eq!(chain("fr-BE", &[]).unwrap(), "fr-BE nl");
        assert_eq!(chain("nl", &[]).unwrap(), "nl");
    }

    #[test]
    fn a_chain_that_turns_back_is_a_mistake() {
        for (of, written, message) in [
            ("fr-BE", &["fr", "fr-BE"][..], "the chain of `fr-BE` cannot go on to `fr-BE`: it begins there"),
            ("fr-BE", &["fr", "en", "fr"], "the chain of `fr-BE` cannot go on to `fr`: it stands there already"),
            (
                "fr-BE",
                &["nl", "fr"],
                "the chain of `fr-BE` cannot go on to `fr`: `nl`, in which posts are written, has every text",
            ),
            ("nl", &["en"], "the chain of `nl` cannot go on to `en`: `nl`, in which posts are written, has every text"),
        ] {
            assert_eq!(chain(of, written).unwrap_err(), message);
        }
    }
}
