//! Postfix's test relay, which writes down everything it takes, and what must be true of that.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{measure::Program, sink::Sink};

/// A sink with a memory.
pub(crate) struct Dump {
    sink: Sink,
    file: PathBuf,
}

impl Dump {
    pub(crate) fn start(folder: &Path) -> Self {
        let file = folder.join("dump");
        let is_root = Command::new("id").arg("-u").output().unwrap().stdout.trim_ascii() == b"0";
        // Whoever root becomes there must be able to write into the folder.
        let user: &[&str] = if is_root { &["-u", "root"] } else { &[] };
        let sink = Sink::start(&[user, &["-D", file.to_str().unwrap()]].concat());
        Self { sink, file }
    }

    pub(crate) fn address(&self) -> String {
        self.sink.address()
    }

    /// Mails so far.
    pub(crate) fn count(&self) -> u64 {
        self.sink.at_least()
    }

    pub(crate) fn port(&self) -> u16 {
        self.sink.port()
    }

    /// The Message-IDs that each recipient got.
    pub(crate) fn received(&self) -> BTreeMap<String, Vec<String>> {
        let text = String::from_utf8_lossy(&fs::read(&self.file).unwrap()).into_owned();
        let mut received = BTreeMap::<_, Vec<_>>::new();
        for mail in text.split("\nX-Rcpt-Args: ").skip(1) {
            let (to, rest) = mail.split_once('\n').unwrap();
            let to = to.split(' ').next().unwrap().trim().to_owned();
            let id = rest.lines().find_map(|line| line.strip_prefix("Message-ID: ")).unwrap_or_default().to_owned();
            received.entry(to).or_default().push(id);
        }
        received
    }

    /// What must be true afterwards.
    pub(crate) fn judge(&self, postduif: &Program, subscribers: u64, killed: u64) {
        let issue: serde_json::Value =
            serde_json::from_str(&postduif.run(&["issues", "show", "1", "--json"]).printed).unwrap();
        println!("{issue}");
        assert_eq!((&issue["planned"], &issue["accepted"]), (&subscribers.into(), &subscribers.into()));
        assert_eq!(issue["state"], "finished");
        let received = self.received();
        assert_eq!(received.len() as u64, subscribers, "everybody is in the dump");
        let (mails, _) = self.sink.count();
        assert_eq!(received.values().map(Vec::len).sum::<usize>() as u64, mails, "nothing else is in it");
        let twice: Vec<_> = received.iter().filter(|(_, ids)| ids.len() > 1).collect();
        assert!(twice.iter().all(|(_, ids)| ids.iter().all(|id| *id == ids[0])), "each with the same Message-ID");
        let again = issue["sent_again"].as_u64().unwrap();
        assert!(twice.len() as u64 <= again, "{} twice, and the ledger says {again}", twice.len());
        println!(
            "{} of {subscribers} got their mail once; {} twice, which the ledger knows: {again} were uncertain, {:.1} for each kill",
            received.len() - twice.len(),
            twice.len(),
            again as f64 / killed as f64
        );
    }
}
