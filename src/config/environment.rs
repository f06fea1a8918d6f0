//! Overriding keys from the environment.

use std::path::Path;

use toml::{Table, Value};

use super::{Error, PREFIX};

/// Sets one key from an environment variable such as `POSTDUIF_MAIL__RELAY`.
pub(super) fn override_key(
    table: &mut Table,
    name: &str,
    value: &str,
    read: &impl Fn(&Path) -> Result<String, Error>,
) -> Result<(), Error> {
    let lower = name[PREFIX.len()..].to_lowercase();
    let mut keys: Vec<&str> = lower.split("__").collect();
    let Some(last) = keys.pop() else { return Ok(()) };
    let (last, value) = match last.strip_suffix("_file") {
        Some(key) => (key, read(Path::new(value))?.trim_end().to_owned()),
        None => (last, value.to_owned()),
    };
    let mut table = table;
    for key in keys {
        let entry = table.entry(key).or_insert_with(|| Value::Table(Table::new()));
        if !entry.is_table() {
            *entry = Value::Table(Table::new());
        }
        let Value::Table(inner) = entry else { return Ok(()) };
        table = inner;
    }
    let typed = match (value.parse::<i64>(), value.parse::<bool>()) {
        (Ok(number), _) => Value::Integer(number),
        (_, Ok(truth)) => Value::Boolean(truth),
        _ => Value::String(value),
    };
    table.insert(last.to_owned(), typed);
    Ok(())
}
