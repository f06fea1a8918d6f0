//! Names for posts, from titles and from other names.

use super::Slug;

/// Names are read and typed, so they end with the last whole word before this.
const MAX_LENGTH: usize = 60;

/// A name for a post with this title. Safe as the name of a file whatever the title holds: nothing but
/// letters a to z, digits and single hyphens.
pub fn slug_of(title: &str) -> Option<Slug> {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    for c in title.chars().flat_map(char::to_lowercase) {
        match ascii_of(c) {
            Some(letters) => word.push_str(letters),
            None if c.is_ascii_alphanumeric() => word.push(c),
            // "Foto's" is one word.
            None if matches!(c, '\'' | '’' | '\u{301}' | '\u{308}' | '\u{307}') => {}
            None => words.push(std::mem::take(&mut word)),
        }
    }
    words.push(word);
    let mut name = String::new();
    for word in words.iter().filter(|word| !word.is_empty()) {
        if !name.is_empty() && name.len() + 1 + word.len() > MAX_LENGTH {
            break;
        }
        if !name.is_empty() {
            name.push('-');
        }
        name.push_str(word);
        name.truncate(MAX_LENGTH);
    }
    name.parse().or_else(|_| FALLBACK.parse()).ok()
}

/// The name of a post whose title has no letters that a name may have.
const FALLBACK: &str = "post";

/// The name with a number: `rozen-2`.
pub(crate) fn numbered(slug: &Slug, number: usize) -> Option<Slug> {
    format!("{slug}-{number}").parse().ok()
}

/// A letter without its accent, as addresses are typed.
fn ascii_of(c: char) -> Option<&'static str> {
    Some(match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'č' => "c",
        'ď' | 'đ' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => "e",
        'ğ' => "g",
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => "i",
        'ł' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => "o",
        'œ' => "oe",
        'ř' => "r",
        'ś' | 'š' | 'ş' => "s",
        'ß' => "ss",
        'ť' | 'ţ' => "t",
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'ĳ' => "ij",
        '&' => "en",
        '²' => "2",
        '³' => "3",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_safe_whatever_the_title_holds() {
        for (title, slug) in [
            ("Foto’s van één roos: café & co", "fotos-van-een-roos-cafe-en-co"),
            ("../../etc/passwd", "etc-passwd"),
            ("..", "post"),
            ("日本", "post"),
            ("C:\\tuin\\con\0.md", "c-tuin-con-md"),
            ("--- 50 % ---", "50"),
        ] {
            assert_eq!(slug_of(title).unwrap().as_str(), slug, "{title}");
        }
        assert_eq!(slug_of(&"a".repeat(500)).unwrap().as_str().len(), MAX_LENGTH);
        let long = slug_of(&"lang woord ".repeat(40)).unwrap();
        assert!(
            long.as_str().len() <= MAX_LENGTH && long.as_str().split('-').all(|word| ["lang", "woord"].contains(&word)),
            "{long}"
        );
    }
}
