//! Keys of services, which never stand in the file: it is copied and committed.

use std::{fs, path::Path};

use serde::{Deserialize, de::IgnoredAny};

use super::written::Remark;

/// The tables of services that want a key.
#[derive(Deserialize)]
struct File {
    translate: Option<Table>,
    bucket: Option<Table>,
}

#[derive(Deserialize)]
struct Table {
    key: Option<IgnoredAny>,
}

/// When a key is written in the text of the file: in which table, and where to point, which is not the key itself, as
/// the line is shown. Files are copied, mailed and committed, and so is what terminals print.
pub(super) fn written_key(text: &str) -> Option<(&'static str, usize)> {
    let file = toml::from_str::<File>(text).ok()?;
    let tables = [("translate", file.translate), ("bucket", file.bucket)];
    let (name, _) = tables.into_iter().find(|(_, table)| table.as_ref().is_some_and(|table| table.key.is_some()))?;
    let mut lines = text.split_inclusive('\n').scan(0, |start, line| {
        *start += line.len();
        Some((*start - line.len(), line))
    });
    let header = lines.clone().find(|(_, line)| line.trim() == format!("[{name}]"));
    let (at, _) = header.or_else(|| lines.find(|(_, line)| !line.contains("key")))?;
    Some((name, at))
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
    fn a_key_in_the_file_is_found_and_not_pointed_at() {
        assert_eq!(written_key("# x\n[translate]\nkey = \"geheim\"\n"), Some(("translate", 4)));
        assert_eq!(written_key("[bucket]\nname = \"a\"\nkey = \"geheim\"\n"), Some(("bucket", 0)));
        assert_eq!(written_key("translate = { key = \"geheim\" }\nx = 1\n"), Some(("translate", 31)));
        assert_eq!(written_key("[translate]\nkey_file = \"a\"\n[bucket]\nkey_id = \"a\"\n"), None);
    }
}
