//! Where in the file something stands, found by the keys that lead to it.

use toml::de::{DeTable, DeValue};

use crate::diagnostic::position;

/// Line and column of what `keys` lead to: of its value, or of the name of a table. Where the way
/// ends early, that of the last name on it; a number leads into a list.
pub(super) fn place_of<S: AsRef<str>>(text: &str, keys: &[S]) -> (usize, usize) {
    let Ok(root) = DeTable::parse(text) else { return (1, 1) };
    let mut place = 0;
    let Some((first, rest)) = keys.split_first() else { return (1, 1) };
    let mut step = entry(root.get_ref(), first.as_ref());
    let mut rest = rest.iter();
    while let Some((named, value)) = step {
        place = if value.get_ref().is_table() { named } else { value.span().start };
        step = rest.next().and_then(|key| match value.get_ref() {
            DeValue::Table(table) => entry(table, key.as_ref()),
            DeValue::Array(values) => {
                values.get(key.as_ref().parse::<usize>().ok()?).map(|value| (value.span().start, value))
            }
            _ => None,
        });
    }
    position(text, place)
}

type Entry<'a, 'i> = (usize, &'a toml::Spanned<DeValue<'i>>);

/// An entry of a table: where its name begins, and its value.
fn entry<'a, 'i>(table: &'a DeTable<'i>, key: &str) -> Option<Entry<'a, 'i>> {
    let (name, value) = table.iter().find(|(name, _)| name.get_ref() == key)?;
    Some((name.span().start, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_that_of_the_value_or_of_the_nearest_name() {
        let text = "a = 1\n[b]\nc = [\"één\", \"d\"]\n[b.e]\nf = { g = 2 }\n";
        for (keys, place) in [
            (&["a"][..], (1, 5)),
            (&["b"], (2, 2)),
            (&["b", "c", "1"], (3, 13)),
            (&["b", "e", "f", "g"], (5, 11)),
            (&["b", "e", "h"], (4, 4)),
            (&["nothing"], (1, 1)),
            (&[], (1, 1)),
        ] {
            assert_eq!(place_of(text, keys), place, "{keys:?}");
        }
    }
}
