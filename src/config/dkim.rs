//! `mail.dkim`: which keys sign, and the files that hold them.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde::Deserialize;
use url::Host;

use super::remark::Remark;
use crate::mail::Signer;

/// A label of a name in the DNS has at most 63 letters (RFC 1035 section 2.3.4).
const LONGEST_LABEL: usize = 63;

/// The table as it is written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dkim {
    /// For which the keys sign; the domain of `mail.from` if none is named.
    domain: Option<String>,
    keys: Vec<DkimKey>,
}

/// One key. While two are there, the next can be made known before the last is taken away.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct DkimKey {
    selector: String,
    key_file: PathBuf,
}

impl Dkim {
    /// Whether what is written can be used, as far as that can be said without the files:
    /// who writes and translates has no keys.
    pub(super) fn check(&self) -> Result<(), Remark> {
        let keys = ["mail", "dkim"];
        if let Some(domain) = &self.domain
            && !matches!(Host::parse(domain), Ok(Host::Domain(ascii)) if ascii == *domain)
        {
            let message = format!("`mail.dkim.domain` is {domain:?}, which is no domain");
            return Err(Remark::new(&["mail", "dkim", "domain"], message, "write it as the DNS has it: example.org"));
        }
        if self.keys.is_empty() {
            let help = "add `keys = [{ selector = \"2026a\", key_file = \"dkim.pem\" }]`, or take the table out";
            return Err(Remark::new(&keys, "`mail.dkim` has no keys to sign with", help));
        }
        for (place, key) in self.keys.iter().enumerate() {
            let place = place.to_string();
            let keys = ["mail", "dkim", "keys", &place];
            if !key.selector.split('.').all(is_label) {
                let message = format!("{:?} is no selector, which is part of a name in the DNS", key.selector);
                return Err(Remark::new(&keys, message, "use letters a to z, digits and hyphens: `2026a`"));
            }
            let twice = self.keys.iter().filter(|other| other.selector.eq_ignore_ascii_case(&key.selector)).count() > 1;
            if twice {
                let message = format!("the selector `{}` stands there twice", key.selector);
                return Err(Remark::new(&keys, message, "give each key a selector of its own"));
            }
        }
        Ok(())
    }

    /// The files of the keys.
    pub fn files(&self) -> impl Iterator<Item = &Path> {
        self.keys.iter().map(|key| key.key_file.as_path())
    }

    /// Reads the keys. `sender` is the domain of `mail.from`, `root` the folder that files are relative to.
    ///
    /// # Errors
    /// When one cannot be read or used: the file, what is wrong, and the remedy.
    pub(super) fn signer(&self, sender: &str, root: &Path) -> Result<Signer, Remark> {
        let mut signer = Signer::new(self.domain.as_deref().unwrap_or(sender));
        for (place, DkimKey { selector, key_file }) in self.keys.iter().enumerate() {
            let wrong = |why: String, help: &str| {
                let message = format!("{} cannot sign as the DKIM key `{selector}`: {why}", key_file.display());
                Remark::new(&["mail", "dkim", "keys", &place.to_string(), "key_file"], message, help)
            };
            let pem = fs::read(root.join(key_file)).map_err(|error| {
                wrong(format!("it cannot be read ({error})"), "name the file of the key, and let the program read it")
            })?;
            signer.add(selector, &pem).map_err(|error| wrong(error.to_string(), error.help()))?;
        }
        Ok(signer)
    }
}

fn is_label(label: &str) -> bool {
    let inner = |c: char| c.is_ascii_alphanumeric() || c == '-';
    (1..=LONGEST_LABEL).contains(&label.len()) && label.chars().all(inner) && !label.starts_with('-')
}
