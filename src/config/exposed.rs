//! Where the secrets of a publication lie, and who else can read them there.

use std::{
    fs,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
};

use toml::{Table, Value};
use url::Url;

use super::{Config, name_of, place::place_of};
use crate::diagnostic::Diagnostic;

/// What everybody on the machine may do with a file.
const EVERYBODY: u32 = 0o007;

impl Config {
    /// What is wrong with where secrets lie: in the configuration, which is copied and committed, or in a file that
    /// everybody on this machine may read. Files that are not there are for whoever needs them to name.
    pub fn check_secrets(&self) -> Vec<Diagnostic> {
        let text = fs::read_to_string(&self.file).unwrap_or_default();
        let written = written_passwords(&text).into_iter().map(|keys| {
            // Not at its line, which would be shown.
            let (line, column) = place_of(&text, &keys[..1]);
            let message = format!("`{}` has a password in it, and this file is copied and committed", keys.join("."));
            let found = Diagnostic::warning(name_of(&self.file), "written-secret", message).at(line, column);
            found.help("write `?password_file=/path` after the host, or set POSTDUIF_MAIL__RELAY_FILE")
        });
        let open = self
            .files_with_secrets()
            .into_iter()
            .filter(|file| fs::metadata(file).is_ok_and(|data| data.permissions().mode() & EVERYBODY != 0));
        let open = open.map(|file| {
            let shown = file.strip_prefix(&self.root).unwrap_or(&file).display();
            let message = format!("everybody on this machine may read {shown}, and it holds a secret");
            // Not at the file itself: its line would be shown.
            Diagnostic::warning(name_of(&self.file), "open-secret", message).help(format!("chmod o-rwx {shown}"))
        });
        written.chain(open).collect()
    }

    /// Those that the configuration names, those that the environment does, and the database: it holds addresses,
    /// and the keys of everybody's links.
    fn files_with_secrets(&self) -> Vec<PathBuf> {
        let keys = self.mail.dkim.iter().flat_map(|dkim| dkim.files()).map(|file| self.path(file));
        let passwords = self.mail.relays.iter().filter_map(|route| route.relay.password_file().map(Path::to_owned));
        let translate = self.translate.key_file().map(|file| self.path(file));
        let webhooks = self.webhooks.files().map(|file| self.path(file));
        let named = self.named_files.iter().cloned();
        keys.chain(passwords).chain(translate).chain(webhooks).chain(named).chain(self.database_file()).collect()
    }
}

/// The keys of relays that are written with their password.
fn written_passwords(text: &str) -> Vec<Vec<String>> {
    let has_password = |value: &Value| {
        let url = value.as_str().and_then(|text| Url::parse(text).ok());
        url.is_some_and(|url| url.password().is_some())
    };
    let keys = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect::<Vec<_>>();
    let Ok(table) = toml::from_str::<Table>(text) else { return Vec::new() };
    let Some(mail) = table.get("mail").and_then(Value::as_table) else { return Vec::new() };
    let mut found = Vec::new();
    if mail.get("relay").is_some_and(has_password) {
        found.push(keys(&["mail", "relay"]));
    }
    for (place, relay) in mail.get("relays").and_then(Value::as_array).into_iter().flatten().enumerate() {
        if relay.get("url").is_some_and(has_password) {
            found.push(keys(&["mail", "relays", &place.to_string(), "url"]));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_in_the_configuration_is_found_wherever_a_relay_is_written() {
        let found = |text: &str| written_passwords(text).iter().map(|keys| keys.join(".")).collect::<Vec<_>>();
        assert_eq!(found("[mail]\nrelay = \"smtps://an:geheim@x.example\"\n"), ["mail.relay"]);
        let several = "[mail]\nrelays = [{ url = \"smtp://x\" }, { url = \"smtps://an:geheim@y.example\" }]\n";
        assert_eq!(found(several), ["mail.relays.1.url"]);
        assert!(found("[mail]\nrelay = \"smtps://an@x.example?password_file=/run/x\"\n").is_empty());
        assert!(found("[site]\ntitle = \"T\"\n").is_empty());
    }
}
