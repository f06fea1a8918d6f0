//! Subscribers as a CSV file: in, row by row, from us and from other programs; and out.

mod columns;
mod encoding;
mod guard;
mod words;

use std::{
    cell::Cell,
    fmt,
    io::{self, BufRead, BufReader, Read, Write},
    rc::Rc,
};

use self::{
    columns::Columns,
    encoding::{Decoded, LOOKED_AT, encoding_of},
    guard::guarded,
};
use super::{Cadence, NewSubscriber, Subscriber};
use crate::{
    diagnostic::{count, nearest},
    locale::Locale,
};

/// The columns in the order in which they are written.
pub const COLUMNS: [&str; 8] = ["email", "locale", "cadence", "topics", "name", "status", "time_zone", "consent"];

/// What an empty or missing cell stands for.
#[derive(Debug, Clone)]
pub struct Defaults {
    /// The language, usually the source locale.
    pub locale: Locale,
    /// The pace.
    pub cadence: Cadence,
}

/// A column of a file by its name, and the column of ours that it was taken for, if any.
pub type Taken = (String, Option<&'static str>);

/// What a file was taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// The encoding of its text.
    pub encoding: &'static str,
    /// What stands between its columns.
    pub delimiter: char,
    /// Its columns, each with the one of [`COLUMNS`] that it was taken for; none is passed over.
    pub columns: Vec<Taken>,
}

impl Layout {
    /// Whether a column says where and when somebody agreed.
    pub fn has_consent(&self) -> bool {
        self.columns.iter().any(|(_, column)| *column == Some("consent"))
    }

    /// Whether anything about it had to be guessed.
    pub fn is_guessed(&self) -> bool {
        let as_named = |(name, column): &(String, Option<&str>)| column.is_some_and(|column| column == name);
        self.encoding != "UTF-8" || !self.columns.iter().all(as_named)
    }
}

impl fmt::Display for Layout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let delimiter = match self.delimiter {
            '\t' => "tabs".to_owned(),
            other => format!("`{other}`"),
        };
        writeln!(f, "{}, columns separated by {delimiter}", self.encoding)?;
        for (name, column) in &self.columns {
            match column {
                Some(column) => writeln!(f, "  {name} is read as {column}")?,
                None => writeln!(f, "  {name} is passed over")?,
            }
        }
        Ok(())
    }
}

/// What is wrong with one row. The others are read all the same.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {message}")]
pub struct RowError {
    /// The line in the file, from 1.
    pub line: u64,
    /// What is wrong, without the address.
    pub message: String,
}

/// What is wrong with the file as a whole.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The first line names no column `email`.
    #[error("the first line names no column `email`; the columns are: {}", COLUMNS.join(", "))]
    NoEmailColumn,
    /// The first line names a column that means nothing here.
    #[error("unknown column {name:?}{}; the columns are: {}", hint(.name), COLUMNS.join(", "))]
    UnknownColumn {
        /// The column's name.
        name: String,
    },
    /// The first line names a column twice.
    #[error("the column {name:?} is there twice")]
    TwiceColumn {
        /// The column's name.
        name: String,
    },
    /// The first line opens a quote that is never closed.
    #[error("line 1: a quote is opened here and never closed")]
    OpenQuote,
    /// The file cannot be read as CSV.
    #[error("cannot read the subscribers")]
    Read(#[from] csv::Error),
    /// The file cannot be read.
    #[error("cannot read the subscribers")]
    Io(#[from] io::Error),
}

fn hint(name: &str) -> String {
    nearest(name, COLUMNS).map_or_else(String::new, |known| format!(" (did you mean `{known}`?)"))
}

/// A row that can be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its line in the file, from 1.
    pub line: u64,
    /// Who is to be added.
    pub subscriber: NewSubscriber,
    /// Where and when they agreed; `None` where the file does not say.
    pub consent: Option<String>,
}

/// A row, or why it cannot be used.
pub type ReadRow = Result<Row, RowError>;

/// Reads subscribers one row at a time, each with its line, so a file of any size fits in memory.
/// Columns may stand in any order, by the names of ours or of other programs', separated by commas,
/// semicolons, tabs or bars, in UTF-8, UTF-16 or Windows-1252. What it was taken for comes first.
///
/// # Errors
/// When the first line is no header with at least a column for the address.
pub fn read_csv<R: Read>(input: R, defaults: Defaults) -> Result<(Layout, impl Iterator<Item = ReadRow>), Error> {
    let mut input = BufReader::with_capacity(LOOKED_AT, input);
    let encoding = encoding_of(input.fill_buf()?);
    let mut input = BufReader::with_capacity(LOOKED_AT, Decoded::new(input, encoding));
    let delimiter = delimiter(input.fill_buf()?);
    let is_over = Rc::new(Cell::new(false));
    let over = Over(Rc::clone(&is_over));
    let lines = LineFeeds { input, after_return: false }.chain(&b"\n"[..]).chain(over);
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(lines);
    let mut header = reader.headers()?.clone();
    if is_over.get() && !header.is_empty() {
        return Err(Error::OpenQuote);
    }
    header.trim();
    let (columns, taken) = Columns::find(&header)?;
    let layout = Layout { encoding: encoding.name(), delimiter: delimiter.into(), columns: taken };
    let mut row = csv::ByteRecord::new();
    let rows = std::iter::from_fn(move || {
        let read = reader.read_byte_record(&mut row);
        if is_over.get() && !matches!(read, Ok(false)) {
            return Some(Err(open_quote(&row, reader.position().line())));
        }
        // Where the row began: blank lines go before it, and a cell in quotes may have several.
        let within = row.iter().map(line_ends).sum::<u64>();
        let line = reader.position().line().saturating_sub(within + 1);
        let new = match read {
            Ok(false) => return None,
            Ok(true) if row.iter().any(holds_a_row) => Err("a quote is opened here, and an address follows".to_owned()),
            Ok(true) => columns.parse_bytes(std::mem::take(&mut row), &defaults),
            Err(error) => Err(unreadable(&error)),
        };
        let refused = |message: String| match within {
            0 => RowError { line, message },
            // A quote that was left open here may have swallowed good rows.
            _ => RowError {
                line,
                message: format!("{message}; by its quotes this row goes on to line {}", line + within),
            },
        };
        Some(new.map(|(subscriber, consent)| Row { line, subscriber, consent }).map_err(refused))
    });
    Ok((layout, rows))
}

/// What follows the last line: nothing, and a note that it was asked for. Each line has an end, so only
/// a row with an open quote goes on after the last one.
struct Over(Rc<Cell<bool>>);

impl Read for Over {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        self.0.set(true);
        Ok(0)
    }
}

/// Whether a cell goes over a line end and has an address in it: it was not meant to.
fn holds_a_row(cell: &[u8]) -> bool {
    cell.contains(&b'\n') && cell.contains(&b'@')
}

fn line_ends(cell: &[u8]) -> u64 {
    cell.iter().filter(|&&byte| byte == b'\n').count() as u64
}

/// The last row, whose last cell holds all that comes after its quote, read up to line `end`.
fn open_quote(row: &csv::ByteRecord, end: u64) -> RowError {
    let cell = row.iter().next_back().unwrap_or_default();
    let after = cell.split(|&byte| byte == b'\n').skip(1).filter(|line| !line.trim_ascii().is_empty()).count();
    let lost =
        if after == 0 { String::new() } else { format!(", so {} after it cannot be read", count(after, "line")) };
    let message = format!("a quote is opened here and never closed{lost}");
    RowError { line: end.saturating_sub(line_ends(cell)), message }
}

/// Text with every end of a line as `\n`, so that lines can be counted.
struct LineFeeds<R> {
    input: R,
    after_return: bool,
}

impl<R: Read> Read for LineFeeds<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let read = self.input.read(buffer)?;
            let mut kept = 0;
            for at in 0..read {
                let byte = buffer[at];
                if byte != b'\n' || !self.after_return {
                    buffer[kept] = if byte == b'\r' { b'\n' } else { byte };
                    kept += 1;
                }
                self.after_return = byte == b'\r';
            }
            // Nothing is kept of a lone `\n` after a `\r`; it is not the end of the file.
            if kept > 0 || read == 0 {
                return Ok(kept);
            }
        }
    }
}

/// The separator, seen from the start of the file: that of which the first line has most.
fn delimiter(start: &[u8]) -> u8 {
    let header = start.split(|&byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
    let count = |delimiter: u8| header.iter().filter(|&&byte| byte == delimiter).count();
    // Of equals the last wins, so that a lone column is one of commas.
    [b'|', b'\t', b';', b','].into_iter().max_by_key(|&delimiter| count(delimiter)).unwrap_or(b',')
}

fn unreadable(error: &csv::Error) -> String {
    match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("{len} cells, but the first line names {expected_len} columns")
        }
        _ => error.to_string(),
    }
}

/// Writes subscribers in the form that [`read_csv`] reads.
pub struct Writer<W: Write>(csv::Writer<W>);

impl<W: Write> Writer<W> {
    /// Writes the header.
    ///
    /// # Errors
    /// When the output refuses it.
    pub fn new(output: W) -> Result<Self, csv::Error> {
        let mut writer = csv::Writer::from_writer(output);
        writer.write_record(COLUMNS)?;
        Ok(Self(writer))
    }

    /// Writes one row: a subscriber, and where and when they agreed.
    ///
    /// # Errors
    /// When the output refuses it.
    pub fn write(&mut self, subscriber: &Subscriber, consent: &str) -> Result<(), csv::Error> {
        let guarded = [subscriber.email.as_str(), subscriber.name.as_deref().unwrap_or_default(), consent].map(guarded);
        let [email, name, consent] = guarded.each_ref().map(AsRef::as_ref);
        let topics = subscriber.topics.to_string();
        let (locale, cadence) = (subscriber.locale.as_str(), subscriber.cadence.as_str());
        let zone = subscriber.time_zone.map_or("", |zone| zone.name());
        self.0.write_record([email, locale, cadence, &topics, name, subscriber.status.as_str(), zone, consent])
    }

    /// Writes out what is still buffered.
    ///
    /// # Errors
    /// When the output refuses it.
    pub fn finish(mut self) -> io::Result<()> {
        self.0.flush()
    }
}

#[cfg(test)]
mod tests {
    use chrono_tz::Tz;
    use proptest::prelude::*;

    use super::*;
    use crate::subscribers::{Status, SubscriberId};

    fn defaults() -> Defaults {
        Defaults { locale: "nl".parse().unwrap(), cadence: Cadence::Weekly }
    }

    fn read(text: &str) -> Vec<Result<NewSubscriber, RowError>> {
        read_csv(text.as_bytes(), defaults()).unwrap().1.map(|row| row.map(|row| row.subscriber)).collect()
    }

    #[test]
    fn a_row_is_found_on_its_line_whatever_ends_the_lines() {
        let text = "email,name\na@b.example,An\n\nfout,Jo\n\"c@b.example\",\"Twee\nregels\"\nd@b.example\n\nfout,Nu";
        for end in ["\n", "\r\n", "\r"] {
            let (_, rows) = read_csv(std::io::Cursor::new(text.replace('\n', end)), defaults()).unwrap();
            let lines: Vec<u64> = rows.map(|row| row.map_or_else(|error| error.line, |row| row.line)).collect();
            assert_eq!(lines, [2, 4, 5, 7, 9], "{end:?}");
        }
    }

    #[test]
    fn a_quote_that_is_never_closed_is_named_with_its_line_and_what_it_swallows() {
        let open = "a quote is opened here and never closed";
        for (text, line, says) in [
            (
                "email,name\na@b.be,An\nc@d.be,\"Bo\nd@e.be,Cas\n\nf@g.be,Dé\n",
                3,
                format!("{open}, so 2 lines after it cannot be read"),
            ),
            ("email,name\nc@d.be,\"Bo", 2, open.to_owned()),
            ("email,name\nc@d.be,\"Bo\n", 2, open.to_owned()),
            ("email,name\n\"c@d.be\nx\",\"Bo\nd@e.be,Cas", 3, format!("{open}, so 1 line after it cannot be read")),
        ] {
            for end in ["\n", "\r\n", "\r"] {
                let rows = read(&text.replace('\n', end));
                let error = rows.last().unwrap().as_ref().unwrap_err();
                assert_eq!((error.line, &error.message), (line, &says), "{text:?}");
            }
        }
        let swallowed = read("email,name\na@b.be,\"An\nc@d.be,Bo\nd@e.be,\"Cas\"\nf@g.be,Dé\n");
        assert!(swallowed[0].as_ref().unwrap_err().message.ends_with("goes on to line 4"), "{swallowed:?}");
        assert!(swallowed[1].is_ok());
        assert!(read("email,name\na@b.be,\"An\n\"\n")[0].is_ok(), "a line end within quotes is none of that");
        assert!(matches!(read_csv(&b"\"email,name\na@b.be,An\n"[..], defaults()), Err(Error::OpenQuote)));
    }

    #[test]
    fn only_the_address_is_needed() {
        let rows = read("email\nlien@example.org\n");
        let lien = rows[0].as_ref().unwrap();
        assert_eq!(lien.locale, defaults().locale);
        assert_eq!((lien.cadence, lien.status), (Cadence::Weekly, Status::Active));
        assert!(lien.topics.is_empty());
    }

    #[test]
    fn columns_may_stand_in_any_order_and_in_a_spreadsheet_dialect() {
        let rows = read("\u{feff}Locale;EMAIL;topics\r\nfr-be;a@b.be;\"rug;knie\"\r\n");
        let row = rows[0].as_ref().unwrap();
        assert_eq!(row.locale.as_str(), "fr-BE");
        assert_eq!(row.topics.to_string(), "knie rug");
    }

    #[test]
    fn a_bad_row_names_its_line_and_stops_no_other() {
        let rows = read(
            "email,cadence,time_zone\nnobody,,\na@b.be,hourly,\na@b.be,,Mars\na@b.be\n\nc@d.be,Daily,Europe/Brussels\n",
        );
        let lines: Vec<u64> = rows.iter().filter_map(|row| row.as_ref().err()).map(|e| e.line).collect();
        assert_eq!(lines, [2, 3, 4, 5]);
        assert_eq!(rows[4].as_ref().unwrap().cadence, Cadence::Daily);
        assert!(rows[1].as_ref().unwrap_err().to_string().contains("weekly"));
    }

    #[test]
    fn a_row_that_is_not_utf_8_says_so_unless_the_whole_file_is_western() {
        let (layout, mut rows) = read_csv(&b"email,name\na@b.be,Andr\xe9\n"[..], defaults()).unwrap();
        assert_eq!((layout.encoding, layout.is_guessed()), ("windows-1252", true));
        assert_eq!(rows.next().unwrap().unwrap().subscriber.name.as_deref(), Some("André"));
        let far = ["email,name\n".as_bytes(), &b"c@d.be,Lien\n".repeat(9_000), b"a@b.be,Andr\xe9\n"].concat();
        let (layout, rows) = read_csv(&far[..], defaults()).unwrap();
        assert_eq!(layout.encoding, "UTF-8");
        assert!(rows.last().unwrap().unwrap_err().message.contains("UTF-8"));
    }

    #[test]
    fn a_spreadsheet_speaks_the_language_of_who_filled_it() {
        for file in [
            "E-mailadres;Taal;Frequentie;Status\na@b.be;Frans;maandelijks;uitgeschreven\n",
            "البريد الإلكتروني;اللغة;الوتيرة;الحالة\na@b.be;الفرنسية;شهري;غير مشترك\n",
        ] {
            let row = read(file).remove(0).unwrap();
            let read = (row.locale.as_str(), row.cadence, row.status);
            assert_eq!(read, ("fr", Cadence::Monthly, Status::Unsubscribed));
        }
    }

    #[test]
    fn the_exports_of_other_programs_are_read_as_they_are() {
        let mailchimp = "Email Address,First Name,Last Name,MEMBER_RATING,LANGUAGE,TIMEZONE,TAGS\n\
                         An@b.be,An,Peeters,2,nl,Europe/Brussels,\"\"\"vip\"\"\"\n";
        let listmonk = "uuid,email,name,attributes,status,created_at\n\
                        1-2,bo@b.be,Bo,\"{\"\"a\"\":1}\",enabled,2026-01-01\n2-3,cas@b.be,,{},blocklisted,x\n";
        let ghost = "id,email,name,note,subscribed_to_emails,labels\n9,dé@b.be,Dé,,true,\n8,el@b.be,,,false,\n";
        let buttondown = "email,notes,tags,type\nfay@b.be,,x,regular\ngus@b.be,,,unactivated\n";
        let spreadsheet = "E-mailadres\tVoornaam\tAchternaam\tTaal\nhan@b.be\tHan\tde Wit\tfr_BE\n";
        for (file, expected) in [
            (mailchimp, vec![("An@b.be", Some("An Peeters"), "nl", Status::Active)]),
            (
                listmonk,
                vec![("bo@b.be", Some("Bo"), "nl", Status::Active), ("cas@b.be", None, "nl", Status::Unsubscribed)],
            ),
            (ghost, vec![("dé@b.be", Some("Dé"), "nl", Status::Active), ("el@b.be", None, "nl", Status::Unsubscribed)]),
            (buttondown, vec![("fay@b.be", None, "nl", Status::Active), ("gus@b.be", None, "nl", Status::Pending)]),
            (spreadsheet, vec![("han@b.be", Some("Han de Wit"), "fr-BE", Status::Active)]),
        ] {
            let (layout, _) = read_csv(file.as_bytes(), defaults()).unwrap();
            assert!(layout.is_guessed(), "{layout}");
            let rows: Vec<_> = read(file).into_iter().map(Result::unwrap).collect();
            let seen =
                rows.iter().map(|row| (row.email.as_str(), row.name.as_deref(), row.locale.as_str(), row.status));
            assert_eq!(seen.collect::<Vec<_>>(), expected);
        }
        let (layout, _) = read_csv(spreadsheet.as_bytes(), defaults()).unwrap();
        assert!(layout.to_string().contains("separated by tabs\n  E-mailadres is read as email\n"), "{layout}");
    }

    proptest! {
        #[test]
        fn no_file_breaks_the_reader_and_every_row_has_a_line(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            let file = [b"email,name\n".as_slice(), &bytes].concat();
            for input in [bytes.as_slice(), file.as_slice()] {
                if let Ok((_, rows)) = read_csv(input, defaults()) {
                    for row in rows.take(1_000) {
                        prop_assert!(row.map_or_else(|error| error.line, |row| row.line) > 0);
                    }
                }
            }
        }

        #[test]
        fn what_looks_like_a_file_is_read_row_by_row(text in "email[,;\t|]name\n([a-c@.\"',;\r\n\t é]{0,40}\n){0,8}") {
            if let Ok((_, rows)) = read_csv(text.as_bytes(), defaults()) {
                prop_assert!(rows.count() <= text.len());
            }
        }
    }

    #[test]
    fn an_unknown_column_is_refused_with_the_nearest_known() {
        let error = read_csv(&b"email,topcis\n"[..], defaults()).err().unwrap();
        assert!(error.to_string().contains("did you mean `topics`"), "{error}");
        assert!(read_csv(&b"name\n"[..], defaults()).is_err());
        assert!(read_csv(&b"email,email\n"[..], defaults()).is_err());
        assert!(read_csv(&b""[..], defaults()).is_err());
    }

    #[test]
    fn what_is_written_is_read_back() {
        let row = NewSubscriber {
            email: "a@b.be".parse().unwrap(),
            locale: "fr".parse().unwrap(),
            cadence: Cadence::Monthly,
            topics: "knie rug".parse().unwrap(),
            name: Some("Lien, \"de\" duif".to_owned()),
            status: Status::Unsubscribed,
            time_zone: Some(Tz::Europe__Brussels),
        };
        let subscriber = Subscriber {
            id: SubscriberId(1),
            email: row.email.clone(),
            locale: row.locale.clone(),
            cadence: row.cadence,
            topics: row.topics.clone(),
            name: row.name.clone(),
            status: row.status,
            time_zone: row.time_zone,
            pause: None,
            created_at: chrono::DateTime::UNIX_EPOCH,
            confirmed_at: None,
            cursor: 0,
            any_age_until: 0,
        };
        let mut bytes = Vec::new();
        let mut writer = Writer::new(&mut bytes).unwrap();
        writer.write(&subscriber, "form on paper,\nMay 2026").unwrap();
        writer.finish().unwrap();
        let back = read_csv(&bytes[..], defaults()).unwrap().1.next().unwrap().unwrap();
        assert_eq!((back.subscriber, back.consent.as_deref()), (row, Some("form on paper, May 2026")));
    }
}
