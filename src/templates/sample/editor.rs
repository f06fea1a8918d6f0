//! A made-up mail to an editor.

use super::{Sample, day};
use crate::templates::{EditorMail, EditorNote, LocaleReaders, StepDeed, Untranslated};

impl Sample {
    /// A mail to an editor.
    pub(in crate::templates) fn editor_mail(&self, note: EditorNote) -> EditorMail {
        let approves = note == EditorNote::Approval;
        let deeds = [
            "imported",
            "not-imported",
            "synced",
            "translated",
            "published",
            "digest",
            "digest-waits",
            "digest-later",
            "notified",
            "not-notified",
            "pruned",
            "failed",
            "failed",
        ];
        let deeds = deeds.into_iter().filter(|what| *what != "failed" || note == EditorNote::Failure);
        let why = |what: &str| matches!(what, "failed" | "not-notified").then(|| "the database is <locked>".to_owned());
        let deeds = (1..).zip(deeds);
        let deeds = deeds.map(|(at, what)| StepDeed {
            what: what.to_owned(),
            count: at,
            of: 2 * at,
            reason: why(what).and_then(|why| self.some(why)),
        });
        let readers = [("Nederlands", 0, 1_204), ("العربية", 1, 3)].map(|(language, index, count)| LocaleReaders {
            language: language.to_owned(),
            subject: self.title(index).text,
            count,
        });
        let missing = [("Français", 0, 4), ("العربية", 1, 17)].map(|(language, index, count)| Untranslated {
            title: self.title(index),
            language: language.to_owned(),
            count,
        });
        EditorMail {
            note,
            workflow: "Het weekoverzicht".to_owned(),
            deeds: if approves { Vec::new() } else { deeds.collect() },
            readers: if approves { self.list(readers) } else { Vec::new() },
            until: self.some(day(0)).filter(|_| approves),
            url: self.some("https://beweegreden.example/s/TOKEN/approve".to_owned()).filter(|_| approves),
            command: self.some("postduif issues approve 12".to_owned()).filter(|_| approves),
            missing: if approves { Vec::new() } else { self.list(missing) },
            more: if approves || !self.full { 0 } else { 3 },
        }
    }
}
