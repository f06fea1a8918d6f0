//! `postduif bounce`: reads what came back, and lets nothing more go where it need not.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{self, BufRead, BufReader, Read as _},
    path::{Path, PathBuf},
};

use anyhow::Context as _;
use serde_json::json;

use super::{
    Ended, Setup,
    report::{self, complain, say},
};
use crate::{
    bounces::{Envelope, MOST_BYTES, Mailbox, Returned},
    diagnostic::count,
    disk,
    storage::{Recorded, Store},
    subscribers::TokenKey,
};

/// The arguments of `bounce`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Mails that came back: a file with one, a mailbox (mbox) or a Maildir of many; if none is named, they come from
    /// standard input, as they do for `-`
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Leave what is dealt with in its Maildir
    #[arg(long)]
    keep: bool,
    /// Print as JSON what each mail said and what followed
    #[arg(long)]
    json: bool,
}

/// A mail that was read, and what followed from it.
struct Dealt {
    name: String,
    returned: Returned,
    recorded: Recorded,
}

pub(super) async fn run(setup: &Setup, arguments: &Arguments) -> anyhow::Result<Ended> {
    let store = setup.store().await?;
    let reader = Reader { setup, key: store.token_key(&setup.random).await?, store };
    let (mut dealt, mut unread, mut ended) = (Vec::new(), Vec::new(), Ended::Fine);
    let stdin = [PathBuf::from("-")];
    for path in if arguments.files.is_empty() { stdin.as_slice() } else { &arguments.files } {
        if path.as_os_str() == "-" {
            let stdin = BufReader::new(io::stdin());
            reader.deal_with_all("standard input", stdin, &mut dealt).await.context("cannot read standard input")?;
            continue;
        }
        if path.join("new").is_dir() {
            reader.empty(path, arguments.keep, &mut dealt, &mut unread).await?;
            continue;
        }
        if path.is_dir() {
            complain!("error: {} is no Maildir: there is no folder `new` in it", path.display());
            ended = Ended::ToFix;
            continue;
        }
        let Err(error) = (match open_file(path) {
            Ok(file) => reader.deal_with_all(&path.display().to_string(), BufReader::new(file), &mut dealt).await,
            Err(error) => Err(error.into()),
        }) else {
            continue;
        };
        let error = error.downcast::<io::Error>()?;
        complain!("error: cannot read {}: {error}", path.display());
        ended = Ended::ToFix;
    }
    if arguments.json {
        report::print_json(&json!({ "mails": dealt.iter().map(as_json).collect::<Vec<_>>() }))?;
    } else {
        print(&dealt)?;
    }
    anyhow::ensure!(unread.is_empty(), "cannot read {}: {}", count(unread.len(), "mail"), unread.join("; "));
    Ok(ended)
}

/// Reads mails, and writes down what they say.
struct Reader<'a> {
    setup: &'a Setup,
    key: TokenKey,
    store: Store,
}

impl Reader<'_> {
    async fn deal_with(&self, name: &str, mail: &[u8]) -> anyhow::Result<Dealt> {
        let now = self.setup.clock.now();
        let returned = Returned::read(mail, Envelope::default(), &self.key, now);
        let recorded = self.store.record_bounce(&returned, now).await.context("cannot write down what came back")?;
        Ok(Dealt { name: name.to_owned(), returned, recorded })
    }

    /// Deals with the mails of a file, one after the other.
    async fn deal_with_all(&self, name: &str, file: impl BufRead, dealt: &mut Vec<Dealt>) -> anyhow::Result<()> {
        let mut mails = Mailbox::new(file).peekable();
        let mut number = 0;
        while let Some(mail) = mails.next() {
            number += 1;
            let is_alone = number == 1 && mails.peek().is_none();
            let name = if is_alone { name.to_owned() } else { format!("{name}, mail {number}") };
            dealt.push(self.deal_with(&name, &mail?).await?);
        }
        Ok(())
    }

    /// Deals with the new mails of a Maildir; one that cannot be read does not hold up the others. One is removed only after what
    /// it says is committed; what is no bounce of ours goes where mail programs find it.
    async fn empty(
        &self,
        maildir: &Path,
        keep: bool,
        dealt: &mut Vec<Dealt>,
        unread: &mut Vec<String>,
    ) -> anyhow::Result<()> {
        let new = maildir.join("new");
        for name in disk::names_in(&new)? {
            let path = new.join(&name);
            let mail = match open_file(&path).and_then(read_some) {
                Ok(mail) => mail,
                Err(error) => {
                    unread.push(format!("{}: {error}", path.display()));
                    continue;
                }
            };
            let one = self.deal_with(&name, &mail).await?;
            let is_ours = !matches!(one.recorded, Recorded::NotOurs | Recorded::NoBounce);
            dealt.push(one);
            if keep {
                continue;
            }
            if is_ours {
                disk::remove_if_there(&path)?;
            } else {
                disk::rename_if_free(&path, &maildir.join("cur").join(format!("{name}:2,")))?;
            }
        }
        Ok(())
    }
}

/// Opens what is a file, and nothing that would keep us waiting.
fn open_file(path: &Path) -> io::Result<File> {
    let is_file = fs::metadata(path)?.is_file();
    if is_file { File::open(path) } else { Err(io::Error::other("it is no file")) }
}

fn read_some(from: impl io::Read) -> io::Result<Vec<u8>> {
    let mut mail = Vec::new();
    from.take(MOST_BYTES as u64).read_to_end(&mut mail)?;
    Ok(mail)
}

/// What followed, in words.
fn consequence(recorded: Recorded) -> (&'static str, Option<i64>) {
    match recorded {
        Recorded::Suppressed(delivery) => ("suppressed", Some(delivery.0)),
        Recorded::Noted(delivery) => ("noted", Some(delivery.0)),
        Recorded::Left(delivery) => ("unsubscribed", Some(delivery.0)),
        Recorded::Known(delivery) => ("known", Some(delivery.0)),
        Recorded::NotOurs => ("not-ours", None),
        Recorded::NoBounce => ("no-bounce", None),
    }
}

fn print(dealt: &[Dealt]) -> anyhow::Result<()> {
    let mut verdicts = BTreeMap::<&str, usize>::new();
    for Dealt { name, returned, recorded } in dealt {
        let Some(verdict) = returned.verdict else {
            say!("{name}: no bounce; nothing changed")?;
            continue;
        };
        *verdicts.entry(verdict.as_str()).or_default() += 1;
        let words = &returned.detail;
        match recorded {
            Recorded::Suppressed(delivery) => {
                say!("{name}: {verdict}, delivery {delivery}; nothing more is sent to this address: {words}")?;
            }
            Recorded::Noted(delivery) => say!("{name}: {verdict}, delivery {delivery}: {words}")?,
            Recorded::Left(delivery) => say!("{name}: {verdict}, delivery {delivery}; its reader has left")?,
            Recorded::Known(delivery) => say!("{name}: {verdict}, delivery {delivery}; known already")?,
            Recorded::NotOurs | Recorded::NoBounce => {
                say!("{name}: {verdict}, but about no mail that was sent from here; nothing changed")?;
            }
        }
    }
    let verdicts: Vec<_> = verdicts.into_iter().map(|(verdict, number)| format!("{number} {verdict}")).collect();
    let rest = if verdicts.is_empty() { String::new() } else { format!(": {}", verdicts.join(", ")) };
    say!("{} read{rest}", count(dealt.len(), "mail"))?;
    Ok(())
}

fn as_json(Dealt { name, returned, recorded }: &Dealt) -> serde_json::Value {
    let (consequence, delivery) = consequence(*recorded);
    json!({
        "name": name,
        "verdict": returned.verdict.map(|verdict| verdict.as_str()),
        "status": returned.status.map(|status| status.to_string()),
        "delivery": delivery,
        "consequence": consequence,
        "detail": returned.detail,
    })
}
