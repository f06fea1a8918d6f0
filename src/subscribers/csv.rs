//! Subscribers as a CSV file: in, row by row, and out.

use std::{
    cell::Cell,
    io::{self, BufRead, BufReader, Read, Write},
    rc::Rc,
    str::FromStr,
};

use chrono_tz::Tz;

use super::{Cadence, NewSubscriber, Status, Subscriber, clean_name};
use crate::{
    diagnostic::{count, nearest},
    locale::Locale,
};

/// The columns in the order in which they are written.
pub const COLUMNS: [&str; 7] = ["email", "locale", "cadence", "topics", "name", "status", "time_zone"];

/// What an empty or missing cell stands for.
#[derive(Debug, Clone)]
pub struct Defaults {
    /// The language, usually the source locale.
    pub locale: Locale,
    /// The pace.
    pub cadence: Cadence,
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

/// Reads subscribers one row at a time, each with its line, so a file of any size fits in memory.
/// Columns may stand in any order, separated by commas or, as spreadsheets in half of
/// Europe write them, by semicolons.
///
/// # Errors
/// When the first line is not a header of [`COLUMNS`] with at least `email`.
pub fn read_csv<R: Read>(
    input: R,
    defaults: Defaults,
) -> Result<impl Iterator<Item = Result<(u64, NewSubscriber), RowError>>, Error> {
    let mut input = BufReader::new(input);
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
    let columns = Columns::find(&header)?;
    let mut row = csv::ByteRecord::new();
    Ok(std::iter::from_fn(move || {
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
        Some(new.map(|new| (line, new)).map_err(refused))
    }))
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

/// The separator, seen from the start of the file.
fn delimiter(start: &[u8]) -> u8 {
    let header = start.split(|&byte| byte == b'\n').next().unwrap_or_default();
    if header.contains(&b';') && !header.contains(&b',') { b';' } else { b',' }
}

fn unreadable(error: &csv::Error) -> String {
    match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("{len} cells, but the first line names {expected_len} columns")
        }
        _ => error.to_string(),
    }
}

/// Where each of [`COLUMNS`] stands in this file.
struct Columns([Option<usize>; COLUMNS.len()]);

impl Columns {
    fn find(header: &csv::StringRecord) -> Result<Self, Error> {
        let mut places = [None; COLUMNS.len()];
        for (place, name) in header.iter().enumerate() {
            let name = name.trim_start_matches('\u{feff}').to_lowercase();
            let Some(column) = COLUMNS.iter().position(|known| *known == name) else {
                return Err(Error::UnknownColumn { name });
            };
            if places[column].replace(place).is_some() {
                return Err(Error::TwiceColumn { name });
            }
        }
        if places[0].is_none() { Err(Error::NoEmailColumn) } else { Ok(Self(places)) }
    }

    fn parse_bytes(&self, row: csv::ByteRecord, defaults: &Defaults) -> Result<NewSubscriber, String> {
        let mut record =
            csv::StringRecord::from_byte_record(row).map_err(|_| "not UTF-8; save the file as UTF-8".to_owned())?;
        record.trim();
        self.parse(&record, defaults)
    }

    fn parse(&self, record: &csv::StringRecord, defaults: &Defaults) -> Result<NewSubscriber, String> {
        let [email, locale, cadence, topics, name, status, time_zone] =
            self.0.map(|place| place.and_then(|place| record.get(place)).unwrap_or_default());
        Ok(NewSubscriber {
            email: email.parse().map_err(display)?,
            locale: cell(locale)?.unwrap_or_else(|| defaults.locale.clone()),
            cadence: cell(cadence)?.unwrap_or(defaults.cadence),
            topics: topics.parse().map_err(display)?,
            name: clean_name(name),
            status: cell(status)?.unwrap_or(Status::Active),
            time_zone: cell::<Tz>(time_zone)
                .map_err(|_| format!("{time_zone:?} is no time zone such as `Europe/Brussels`"))?,
        })
    }
}

/// A cell's value, `None` when it is empty.
fn cell<T: FromStr<Err: std::fmt::Display>>(text: &str) -> Result<Option<T>, String> {
    if text.is_empty() { Ok(None) } else { text.parse().map(Some).map_err(display) }
}

fn display(error: impl std::fmt::Display) -> String {
    error.to_string()
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

    /// Writes one row.
    ///
    /// # Errors
    /// When the output refuses it.
    pub fn write(&mut self, subscriber: &Subscriber) -> Result<(), csv::Error> {
        self.0.write_record([
            subscriber.email.as_str(),
            subscriber.locale.as_str(),
            subscriber.cadence.as_str(),
            &subscriber.topics.to_string(),
            subscriber.name.as_deref().unwrap_or_default(),
            subscriber.status.as_str(),
            subscriber.time_zone.map_or("", |zone| zone.name()),
        ])
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
    use super::*;
    use crate::subscribers::SubscriberId;

    fn defaults() -> Defaults {
        Defaults { locale: "nl".parse().unwrap(), cadence: Cadence::Weekly }
    }

    fn read(text: &str) -> Vec<Result<NewSubscriber, RowError>> {
        read_csv(text.as_bytes(), defaults()).unwrap().map(|row| row.map(|(_, new)| new)).collect()
    }

    #[test]
    fn a_row_is_found_on_its_line_whatever_ends_the_lines() {
        let text = "email,name\na@b.example,An\n\nfout,Jo\n\"c@b.example\",\"Twee\nregels\"\nd@b.example\n\nfout,Nu";
        for end in ["\n", "\r\n", "\r"] {
            let rows = read_csv(std::io::Cursor::new(text.replace('\n', end)), defaults()).unwrap();
            let lines: Vec<u64> = rows.map(|row| row.map_or_else(|error| error.line, |(line, _)| line)).collect();
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
    fn a_row_that_is_not_utf_8_says_so() {
        let rows: Vec<_> = read_csv(&b"email,name\na@b.be,Andr\xe9\nc@d.be,Lien\n"[..], defaults()).unwrap().collect();
        assert!(rows[0].as_ref().unwrap_err().message.contains("UTF-8"));
        assert!(rows[1].is_ok());
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
            created_at: chrono::DateTime::UNIX_EPOCH,
            confirmed_at: None,
            cursor: 0,
            any_age_until: 0,
        };
        let mut bytes = Vec::new();
        let mut writer = Writer::new(&mut bytes).unwrap();
        writer.write(&subscriber).unwrap();
        writer.finish().unwrap();
        assert_eq!(read(std::str::from_utf8(&bytes).unwrap()), [Ok(row)]);
    }
}
