//! Overriding keys from the environment.

use std::path::Path;

use serde::{
    Deserializer,
    de::{
        IntoDeserializer, Visitor,
        value::{MapDeserializer, SeqDeserializer},
    },
    forward_to_deserialize_any,
};
use toml::{Table, Value};

use super::{Error, PREFIX};

/// Sets one key from an environment variable such as `POSTDUIF_MAIL__RELAY`.
pub(super) fn override_key(
    table: &mut Table,
    name: &str,
    value: &str,
    read: &impl Fn(&Path) -> Result<String, Error>,
) -> Result<(), Error> {
    let mut keys = keys_of(name);
    let Some(last) = keys.pop() else { return Ok(()) };
    let from_file = name.to_lowercase().ends_with("_file");
    let value = if from_file { read(Path::new(value))?.trim_end().to_owned() } else { value.to_owned() };
    let mut table = table;
    for key in keys {
        let entry = table.entry(key).or_insert_with(|| Value::Table(Table::new()));
        if !entry.is_table() {
            *entry = Value::Table(Table::new());
        }
        let Value::Table(inner) = entry else { return Ok(()) };
        table = inner;
    }
    table.insert(last, Value::String(value));
    Ok(())
}

/// The keys that a variable sets, from the table down: `mail`, `relay`.
pub(super) fn keys_of(name: &str) -> Vec<String> {
    let lower = name[PREFIX.len()..].to_lowercase();
    let mut keys: Vec<String> = lower.split("__").map(str::to_owned).collect();
    if let Some(last) = keys.last_mut() {
        *last = last.strip_suffix("_file").unwrap_or(last).to_owned();
    }
    keys
}

/// The file with the environment applied. The environment knows texts only: one becomes a number
/// or a truth where its key asks for that, so that a telephone number keeps its leading zero.
/// The file's own texts have been read strictly before.
pub(super) struct Merged(pub(super) Value);

/// Reads what a text says where something else than a text is asked for.
macro_rules! read_from_text {
    ($($method:ident => $visit:ident),* $(,)?) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
            match self.0.as_str().and_then(|text| text.parse().ok()) {
                Some(value) => visitor.$visit(value),
                None => self.deserialize_any(visitor),
            }
        })*
    };
}

impl<'de> Deserializer<'de> for Merged {
    type Error = toml::de::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        match self.0 {
            Value::Table(table) => {
                let entries = table.into_iter().map(|(key, value)| (key, Self(value)));
                MapDeserializer::new(entries).deserialize_any(visitor)
            }
            Value::Array(values) => SeqDeserializer::new(values.into_iter().map(Self)).deserialize_any(visitor),
            plain => plain.deserialize_any(visitor),
        }
    }

    read_from_text! {
        deserialize_bool => visit_bool,
        deserialize_i8 => visit_i64, deserialize_i16 => visit_i64,
        deserialize_i32 => visit_i64, deserialize_i64 => visit_i64,
        deserialize_u8 => visit_u64, deserialize_u16 => visit_u64,
        deserialize_u32 => visit_u64, deserialize_u64 => visit_u64,
        deserialize_f32 => visit_f64, deserialize_f64 => visit_f64,
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        self.0.deserialize_enum(name, variants, visitor)
    }

    forward_to_deserialize_any! {
        char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

impl IntoDeserializer<'_, toml::de::Error> for Merged {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}
