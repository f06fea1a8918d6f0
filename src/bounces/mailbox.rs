//! Mailboxes of the old kind (mbox, RFC 4155): one file, and before each of its mails a line of its own.

use std::io::{self, BufRead, Read as _};

use super::MOST_BYTES;

/// The mails of a file, each as far as it is looked at: those of a mailbox, or the one that it is.
#[derive(Debug)]
pub struct Mailbox<R> {
    source: R,
    /// What is read already of the next mail.
    ahead: Vec<u8>,
    place: Place,
}

/// How far a file was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Begin,
    /// It is one mail.
    Mail,
    /// It is a mailbox.
    Mailbox,
    End,
}

impl<R: BufRead> Mailbox<R> {
    /// The mails of this file.
    pub fn new(source: R) -> Self {
        Self { source, ahead: Vec::new(), place: Place::Begin }
    }

    /// Reads up to where the next mail begins.
    fn read_mail(&mut self) -> io::Result<Vec<u8>> {
        let mut mail = std::mem::take(&mut self.ahead);
        let mut begins_line = true;
        loop {
            let mut line = Vec::new();
            if (&mut self.source).take(MOST_BYTES as u64).read_until(b'\n', &mut line)? == 0 {
                self.place = Place::End;
                return Ok(mail);
            }
            if self.place == Place::Begin {
                self.place = if line.starts_with(b"From ") { Place::Mailbox } else { Place::Mail };
            } else if self.place == Place::Mailbox && begins_line && separates(&line) {
                self.ahead = line;
                return Ok(mail);
            }
            let text = if self.place == Place::Mailbox && begins_line { unquoted(&line) } else { &line };
            mail.extend_from_slice(&text[..text.len().min(MOST_BYTES - mail.len())]);
            begins_line = line.ends_with(b"\n");
        }
    }
}

impl<R: BufRead> Iterator for Mailbox<R> {
    type Item = io::Result<Vec<u8>>;

    fn next(&mut self) -> Option<io::Result<Vec<u8>>> {
        if self.place == Place::End {
            return None;
        }
        let mail = self.read_mail();
        if mail.is_err() {
            self.place = Place::End;
        }
        Some(mail)
    }
}

/// Whether a line stands before a mail, and not in a letter whose line begins with the same word: it says from whom, and at
/// what time of the day.
fn separates(line: &[u8]) -> bool {
    let is_time = |word: &str| {
        let mut parts = word.split(':');
        parts.by_ref().take(2).filter(|part| part.len() == 2 && part.parse::<u8>().is_ok()).count() == 2
    };
    line.starts_with(b"From ") && String::from_utf8_lossy(line).split_whitespace().skip(2).any(is_time)
}

/// A line of a mail without the sign that keeps it from being taken for one before a mail.
fn unquoted(line: &[u8]) -> &[u8] {
    let quotes = line.iter().take_while(|byte| **byte == b'>').count();
    if quotes > 0 && line[quotes..].starts_with(b"From ") { &line[1..] } else { line }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mails(file: &str) -> Vec<String> {
        Mailbox::new(file.as_bytes()).map(|mail| String::from_utf8(mail.unwrap()).unwrap()).collect()
    }

    #[test]
    fn a_mailbox_has_many_mails_and_any_other_file_is_one() {
        let first = "From MAILER-DAEMON Sun Nov 29 12:00:00 2026\nSubject: a\n\nFrom here on it is a letter.\n";
        let second = "From an@lezers.example Sun Nov 29 12:01 +0100 2026\nSubject: b\n\n";
        let both = format!("{first}{second}>From there.\n>>From two.\n> From three.");
        assert_eq!(mails(&both), [first, &format!("{second}From there.\n>From two.\n> From three.")]);
        for one in ["", "Subject: a\n\nFrom an Sun Nov 29 12:00:00 2026\n", "From nobody"] {
            assert_eq!(mails(one), [one]);
        }
    }

    #[test]
    fn what_is_long_is_read_as_far_as_it_is_looked_at_and_the_next_mail_is_found() {
        let from = "From an@lezers.example Sun Nov 29 12:00:00 2026\n";
        let long = format!("{from}{}", "Om 12:00: From an at 12:00 ".repeat(MOST_BYTES / 10));
        let found = mails(&format!("{long}\n{from}Subject: b\n"));
        assert_eq!((found.len(), found[0].len(), found[1].len()), (2, MOST_BYTES, from.len() + 11));
    }
}
