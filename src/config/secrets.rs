//! Secrets do not belong into the file: files are copied, mailed and committed.

use std::{fs, path::Path};

use toml::{Table, Value};

use super::remark::Remark;

/// The keys that hold secrets, by their tables.
const SECRETS: [(&str, &str); 4] =
    [("translate", "key"), ("bucket", "key"), ("webhooks", "incoming"), ("webhooks", "outgoing")];

/// A secret that is written in the text of the file: its table and key, and where to point, which is not the secret
/// itself, as the line is shown.
pub(super) fn written_secret(text: &str) -> Option<(&'static str, &'static str, usize)> {
    let file: Table = toml::from_str(text).ok()?;
    let is_written = |(table, key): &&(&str, &str)| file.get(*table).and_then(Value::as_table)?.get(*key);
    let (table, key) = *SECRETS.iter().find(|secret| is_written(secret).is_some())?;
    let mut lines = text.split_inclusive('\n').scan(0, |start, line| {
        *start += line.len();
        Some((*start - line.len(), line))
    });
    let header = lines.clone().find(|(_, line)| line.trim() == format!("[{table}]"));
    let (at, _) = header.or_else(|| lines.find(|(_, line)| !line.contains(key)))?;
    Some((table, key, at))
}

/// The key in a file that `table.key_file` names, relative to the folder `root`.
pub(super) fn read_key(root: &Path, table: &str, file: &Path) -> Result<String, Remark> {
    fs::read_to_string(root.join(file)).map_err(|error| {
        let message = format!("`{table}.key_file` cannot be read: {}: {error}", file.display());
        let help = format!("put the key into that file, or set POSTDUIF_{}__KEY", table.to_uppercase());
        Remark::new(&[table, "key_file"], message, help)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_written_secret_is_found_and_not_pointed_at() {
        assert_eq!(written_secret("# x\n[translate]\nkey = \"geheim\"\n"), Some(("translate", "key", 4)));
        assert_eq!(written_secret("translate = { key = \"geheim\" }\nx = 1\n"), Some(("translate", "key", 31)));
        assert_eq!(written_secret("[webhooks]\noutgoing = \"geheim\"\n"), Some(("webhooks", "outgoing", 0)));
        assert_eq!(written_secret("[bucket]\nname = \"a\"\nkey = \"geheim\"\n"), Some(("bucket", "key", 0)));
        assert_eq!(written_secret("[translate]\nkey_file = \"a\"\n[webhooks]\nincoming_file = \"b\"\n"), None);
    }
}
