//! nodemailer, the mail library of most newsletters that are written in JavaScript, in a loop over its pool.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use mail_parser::MessageParser;
use serde_json::{Value, json};

/// The version that is compared with.
const VERSION: &str = "10.6.1";

/// The folder in which npm has put it, once.
pub(crate) fn packages() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/nodemailer");
    if !folder.join("node_modules/nodemailer").exists() {
        fs::create_dir_all(&folder).unwrap();
        let package = format!("nodemailer@{VERSION}");
        let mut npm = Command::new("npm");
        npm.args(["install", "--ignore-scripts", "--no-audit", "--no-fund", "--silent", &package, "--prefix"]);
        assert!(npm.arg(&folder).status().unwrap().success(), "npm installs {package}");
    }
    folder
}

/// The script that sends.
pub(crate) fn script() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/digest/nodemailer.mjs")
}

/// What a mail of ours says, as the library wants to be told.
pub(crate) fn parts(eml: &[u8]) -> Value {
    let mail = MessageParser::default().parse(eml).unwrap();
    json!({ "subject": mail.subject(), "text": mail.body_text(0), "html": mail.body_html(0) })
}
