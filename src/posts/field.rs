//! Front matter as a tree of values that know where they stand, from YAML or TOML alike.

use saphyr::{LoadableYamlNode as _, MarkedYaml, Scalar, ScalarStyle, YamlData};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::diagnostic::position;

/// Nesting beyond this is refused: front matter needs two levels, and recursion needs a limit.
const MAX_DEPTH: usize = 8;

/// A value and the place it stands at (line and column in the file, from 1).
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Value {
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) data: Data,
}

/// What a value is. Numbers and dates are text: the reader of a field knows what it wants.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Data {
    Nothing,
    Text(String),
    Bool(bool),
    List(Vec<Value>),
    Map(Vec<(Key, Value)>),
}

/// The name of a field and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Key {
    pub(super) name: String,
    pub(super) line: usize,
    pub(super) column: usize,
}

/// Why front matter could not be read at all, and where.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Unreadable {
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) reason: String,
}

impl Data {
    /// How a person would call it, for "expected text, found a list".
    pub(super) fn noun(&self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Text(_) => "text",
            Self::Bool(_) => "true or false",
            Self::List(_) => "a list",
            Self::Map(_) => "a group of keys",
        }
    }
}

/// Reads YAML (1.2, core schema) whose first line is line `first_line` of the file.
pub(super) fn parse_yaml(text: &str, first_line: usize) -> Result<Value, Unreadable> {
    let documents = MarkedYaml::load_from_str(text).map_err(|error| Unreadable {
        line: error.marker().line() + first_line - 1,
        column: error.marker().col() + 1,
        reason: error.info().to_owned(),
    })?;
    let empty = Value { line: first_line, column: 1, data: Data::Map(Vec::new()) };
    documents.first().map_or(Ok(empty), |root| from_yaml(root, text, first_line, MAX_DEPTH))
}

/// A value of the front matter `text`.
fn from_yaml(node: &MarkedYaml<'_>, text: &str, first_line: usize, depth: usize) -> Result<Value, Unreadable> {
    let line = node.span.start.line() + first_line - 1;
    let column = node.span.start.col() + 1;
    let refuse = |reason: &str| Unreadable { line, column, reason: reason.to_owned() };
    let Some(depth) = depth.checked_sub(1) else {
        return Err(refuse("it is nested too deeply"));
    };
    let data = match &node.data {
        YamlData::Value(scalar) => match scalar {
            Scalar::Null => Data::Nothing,
            Scalar::Boolean(yes) => Data::Bool(*yes),
            // As it is written: a title may be `007` or `2.0`.
            Scalar::Integer(_) | Scalar::FloatingPoint(_) => {
                let (start, end) = (node.span.start.index(), node.span.end.index());
                Data::Text(
                    text.chars().skip(start).take(end.saturating_sub(start)).collect::<String>().trim().to_owned(),
                )
            }
            Scalar::String(text) => Data::Text(text.to_string()),
        },
        YamlData::Representation(text, style, _) => match (text.as_ref(), style) {
            ("true", ScalarStyle::Plain) => Data::Bool(true),
            ("false", ScalarStyle::Plain) => Data::Bool(false),
            ("" | "~" | "null", ScalarStyle::Plain) => Data::Nothing,
            _ => Data::Text(text.to_string()),
        },
        YamlData::Sequence(items) => {
            Data::List(items.iter().map(|item| from_yaml(item, text, first_line, depth)).collect::<Result<_, _>>()?)
        }
        YamlData::Mapping(pairs) => {
            let mut map = Vec::new();
            for (key, value) in pairs {
                let named = from_yaml(key, text, first_line, depth)?;
                let Data::Text(name) = named.data else {
                    return Err(refuse("a key must be a plain word"));
                };
                map.push((
                    Key { name, line: named.line, column: named.column },
                    from_yaml(value, text, first_line, depth)?,
                ));
            }
            Data::Map(map)
        }
        YamlData::Tagged(_, inner) => return from_yaml(inner, text, first_line, depth),
        YamlData::Alias(_) => return Err(refuse("aliases (`*name`) are not supported; write the value out")),
        YamlData::BadValue => return Err(refuse("this value cannot be read")),
    };
    Ok(Value { line, column, data })
}

/// Reads TOML whose first line is line `first_line` of the file.
pub(super) fn parse_toml(text: &str, first_line: usize) -> Result<Value, Unreadable> {
    let table = DeTable::parse(text).map_err(|error| {
        let (line, column) = error.span().map_or((1, 1), |span| position(text, span.start));
        Unreadable { line: line + first_line - 1, column, reason: error.message().to_owned() }
    })?;
    from_table(text, table.get_ref(), 0, first_line)
}

fn from_table(text: &str, table: &DeTable<'_>, start: usize, first_line: usize) -> Result<Value, Unreadable> {
    let (line, column) = position(text, start);
    let mut map = Vec::new();
    for (key, value) in table {
        let (key_line, key_column) = position(text, key.span().start);
        let key = Key { name: key.get_ref().to_string(), line: key_line + first_line - 1, column: key_column };
        map.push((key, from_toml(text, value, first_line)?));
    }
    Ok(Value { line: line + first_line - 1, column, data: Data::Map(map) })
}

fn from_toml(text: &str, value: &Spanned<DeValue<'_>>, first_line: usize) -> Result<Value, Unreadable> {
    let (line, column) = position(text, value.span().start);
    let data = match value.get_ref() {
        DeValue::String(string) => Data::Text(string.to_string()),
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Datetime(_) => Data::Text(text[value.span()].to_owned()),
        DeValue::Boolean(yes) => Data::Bool(*yes),
        DeValue::Array(items) => {
            Data::List(items.iter().map(|item| from_toml(text, item, first_line)).collect::<Result<_, _>>()?)
        }
        DeValue::Table(table) => return from_table(text, table, value.span().start, first_line),
    };
    Ok(Value { line: line + first_line - 1, column, data })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(value: &Value) -> String {
        match &value.data {
            Data::Nothing => "-".into(),
            Data::Text(text) => format!("{text:?}"),
            Data::Bool(yes) => yes.to_string(),
            Data::List(items) => format!("[{}]", items.iter().map(shape).collect::<Vec<_>>().join(" ")),
            Data::Map(pairs) => {
                let pairs = pairs
                    .iter()
                    .map(|(key, value)| format!("{}@{}:{}={}", key.name, key.line, key.column, shape(value)));
                format!("{{{}}}", pairs.collect::<Vec<_>>().join(" "))
            }
        }
    }

    #[test]
    fn yaml_and_toml_read_alike() {
        let yaml = "title: 'Goed zo'\ndate: 2026-10-02\ntopics: [a, b]\nimage:\n  src: x.svg\ndraft: true\n";
        let toml = "title = 'Goed zo'\ndate = 2026-10-02\ntopics = ['a', 'b']\nimage.src = 'x.svg'\ndraft = true\n";
        let both = "topics@4:1=[\"a\" \"b\"]";
        for text in [shape(&parse_yaml(yaml, 2).unwrap()), shape(&parse_toml(toml, 2).unwrap())] {
            assert!(text.contains("title@2:1=\"Goed zo\" date@3:1=\"2026-10-02\""), "{text}");
            assert!(text.contains(both), "{text}");
            assert!(text.ends_with("draft@7:1=true}") || text.ends_with("draft@6:1=true}"), "{text}");
        }
    }

    #[test]
    fn a_number_is_the_text_that_somebody_wrote() {
        let numbers = "título: 007\nb: 2.0 # twee\nc: [1_000, 0x10, 1e3]\nd: {e: -0}\n";
        let texts = "{título@1:1=\"007\" b@2:1=\"2.0\" c@3:1=[\"1_000\" \"0x10\" \"1e3\"] d@4:1={e@4:5=\"-0\"}}";
        assert_eq!(shape(&parse_yaml(numbers, 1).unwrap()), texts);
    }

    #[test]
    fn a_mistake_is_found_where_it_stands() {
        let error = parse_yaml("title: [a\ndate: x\n", 2).unwrap_err();
        assert!(error.line >= 2, "{error:?}");
        let error = parse_toml("title = \n", 5).unwrap_err();
        assert_eq!(error.line, 5);
    }
}
