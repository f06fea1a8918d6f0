//! `[webhooks]`: the secrets of what comes in and of what goes out, which are never in the file.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde::Deserialize;

use super::{Config, Error, remark::Remark};
use crate::workflows::webhook::Secret;

/// The table as it is written.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Webhooks {
    incoming: Option<Secret>,
    incoming_file: Option<PathBuf>,
    outgoing: Option<Secret>,
    outgoing_file: Option<PathBuf>,
}

impl Webhooks {
    /// The files that hold them, relative to the publication's folder.
    pub(super) fn files(&self) -> impl Iterator<Item = &Path> {
        [&self.incoming_file, &self.outgoing_file].into_iter().filter_map(Option::as_deref)
    }
}

impl Config {
    /// What a program has to know that asks for a run; none: nobody may.
    ///
    /// # Errors
    /// When the secret cannot be read.
    pub fn incoming_secret(&self) -> Result<Option<Secret>, Error> {
        let Webhooks { incoming, incoming_file, .. } = &self.webhooks;
        self.secret("incoming", incoming.as_ref(), incoming_file.as_deref())
    }

    /// What signs what others are told; none: nobody can be.
    ///
    /// # Errors
    /// When the secret cannot be read.
    pub fn outgoing_secret(&self) -> Result<Option<Secret>, Error> {
        let Webhooks { outgoing, outgoing_file, .. } = &self.webhooks;
        self.secret("outgoing", outgoing.as_ref(), outgoing_file.as_deref())
    }

    fn secret(&self, key: &str, secret: Option<&Secret>, file: Option<&Path>) -> Result<Option<Secret>, Error> {
        let (None, Some(file)) = (secret, file) else { return Ok(secret.cloned()) };
        let key = format!("{key}_file");
        let remark = |message: String, help: &str| self.wrong(Remark::new(&["webhooks", &key], message, help));
        let text = fs::read_to_string(self.root.join(file)).map_err(|error| {
            let message = format!("`webhooks.{key}` cannot be read: {}: {error}", file.display());
            remark(message, "put the secret into that file")
        })?;
        let secret = text.parse().map_err(|_| {
            let message = format!("in the file of `webhooks.{key}` stands no secret");
            remark(message, "write `whsec_` and 24 to 64 random bytes in base64")
        })?;
        Ok(Some(secret))
    }
}
