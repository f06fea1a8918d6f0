//! `[bucket]`: the object storage that the site is brought to, and the secret that it wants.

use std::path::{Path, PathBuf};

use secrecy::SecretString;
use serde::Deserialize;
use url::Url;

use super::{remark::Remark, secrets::read_key, translate::is_this_machine};
use crate::bucket::Settings;

/// The region that Amazon takes for granted, and most others take for whatever is theirs.
const USUAL_REGION: &str = "us-east-1";

/// The table as it is written.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Bucket {
    name: Option<String>,
    prefix: Option<String>,
    endpoint: Option<Url>,
    region: Option<String>,
    key_id: Option<String>,
    key: Option<SecretString>,
    key_file: Option<PathBuf>,
}

impl Bucket {
    /// Whether what is written can be used, as far as that can be said without the key: who writes and translates
    /// has none.
    pub(super) fn check(&self) -> Result<(), Remark> {
        let Some(name) = &self.name else {
            let others = [self.prefix.is_some(), self.endpoint.is_some(), self.region.is_some(), self.key_id.is_some()];
            return if others.contains(&true) {
                Err(remark("name", "`bucket.name` is missing", "write which bucket, or take the table out"))
            } else {
                Ok(())
            };
        };
        if !is_name(name) {
            let help = "3 to 63 of a to z, digits, hyphens and dots; what lies in it is named with `bucket.prefix`";
            return Err(remark("name", format!("`bucket.name` is {name:?}, which is no name of a bucket"), help));
        }
        if let Some(prefix) = self.prefix.as_deref().filter(|prefix| !is_prefix(prefix)) {
            let help = "write the names of folders, as in `site` or `sites/garden`";
            return Err(remark(
                "prefix",
                format!("`bucket.prefix` is {prefix:?}, which no object can lie below"),
                help,
            ));
        }
        if let Some(url) = &self.endpoint {
            let is_bare = url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
            if !matches!(url.scheme(), "http" | "https") || url.host().is_none() || !is_bare {
                let message = "`bucket.endpoint` is no web address of a service";
                return Err(remark(
                    "endpoint",
                    message,
                    "write it in full, without bucket or key: https://s3.example.org",
                ));
            }
            if url.scheme() != "https" && !is_this_machine(url) {
                let message = format!("`bucket.endpoint` is {url}, and whoever is on the way could change the site");
                return Err(remark("endpoint", message, "write https://"));
            }
        }
        Ok(())
    }

    /// The bucket, or none when none is configured. `root` is the folder that `key_file` is relative to.
    ///
    /// # Errors
    /// When something is missing or cannot be read: what, and the remedy.
    pub(super) fn settings(&self, root: &Path) -> Result<Option<Settings>, Remark> {
        self.check()?;
        let Some(name) = self.name.clone() else { return Ok(None) };
        let key_id = self.key_id.clone().filter(|id| !id.is_empty()).ok_or_else(|| {
            let help = "write the name of the key, which the service shows beside it, or set POSTDUIF_BUCKET__KEY_ID";
            remark("key_id", "`bucket.key_id` is missing", help)
        })?;
        let key = match (&self.key, &self.key_file) {
            (Some(key), _) => key.clone(),
            (None, Some(file)) => read_key(root, "bucket", file)?.trim().to_owned().into(),
            (None, None) => {
                let help = "put the key into a file and name that with `key_file`, or set POSTDUIF_BUCKET__KEY";
                return Err(remark("name", "the key to the bucket is missing", help));
            }
        };
        let prefix = self.prefix.as_deref().unwrap_or_default().trim_matches('/');
        let prefix = if prefix.is_empty() { String::new() } else { format!("{prefix}/") };
        let region = self.region.clone().unwrap_or_else(|| USUAL_REGION.to_owned());
        Ok(Some(Settings { name, prefix, endpoint: self.endpoint.clone(), region, key_id, key }))
    }
}

/// What Amazon allows, and all others with it.
fn is_name(name: &str) -> bool {
    let letters = name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c));
    let ends = [name.chars().next(), name.chars().next_back()];
    letters && (3..=63).contains(&name.len()) && ends.into_iter().flatten().all(|c| c.is_ascii_alphanumeric())
}

fn is_prefix(prefix: &str) -> bool {
    let is_folder =
        |name: &str| !matches!(name, "" | "." | "..") && !name.contains(|c: char| c.is_control() || c == '\\');
    prefix.trim_matches('/').split('/').all(is_folder)
}

fn remark(key: &str, message: impl Into<String>, help: impl Into<String>) -> Remark {
    Remark::new(&["bucket", key], message, help)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(table: &str) -> Result<Option<Settings>, String> {
        let table: Bucket = toml::from_str(table).unwrap();
        table.settings(Path::new("/nowhere")).map_err(|remark| remark.message)
    }

    #[test]
    fn a_bucket_has_a_name_a_key_and_defaults_for_the_rest() {
        assert!(settings("").unwrap().is_none());
        let found =
            settings("name = \"tuin\"\nkey_id = \"a\"\nkey = \"geheim\"\nprefix = \"/sites/tuin/\"").unwrap().unwrap();
        assert_eq!((found.prefix.as_str(), found.region.as_str()), ("sites/tuin/", USUAL_REGION));
        assert!(!format!("{found:?}").contains("geheim"), "a key shows itself to nobody");
    }

    #[test]
    fn what_is_missing_or_cannot_be_is_said() {
        for (table, message) in [
            ("region = \"a\"", "`bucket.name` is missing"),
            ("name = \"Tuin\"", "`bucket.name` is \"Tuin\", which is no name of a bucket"),
            ("name = \"tuin/site\"", "`bucket.name` is \"tuin/site\", which is no name of a bucket"),
            ("name = \"tuin\"\nprefix = \"a/../b\"", "`bucket.prefix` is \"a/../b\", which no object can lie below"),
            ("name = \"tuin\"\nendpoint = \"ftp://a.be\"", "`bucket.endpoint` is no web address of a service"),
            (
                "name = \"tuin\"\nendpoint = \"http://a.be\"",
                "`bucket.endpoint` is http://a.be/, and whoever is on the way could change the site",
            ),
            ("name = \"tuin\"", "`bucket.key_id` is missing"),
            ("name = \"tuin\"\nkey_id = \"a\"", "the key to the bucket is missing"),
        ] {
            assert_eq!(settings(table).unwrap_err(), message);
        }
        let missing = settings("name = \"tuin\"\nkey_id = \"a\"\nkey_file = \"weg\"").unwrap_err();
        assert!(missing.starts_with("`bucket.key_file` cannot be read: weg: "), "{missing}");
    }
}
