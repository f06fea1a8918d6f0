//! The file of records beside a catalog: TOML, with a table for each translation.

use super::{
    SegmentId,
    state::{Origin, Record, Records},
};
use crate::line::lines;

/// The records as the text of their file.
pub(super) fn render_records(records: &Records) -> String {
    let head = "# Written by `postduif sync`: what each translation was made from. Commit it with the catalogs.\n\n";
    format!("{head}{}", toml::to_string(records).unwrap_or_default())
}

/// Reads the records of a file; the text after the error's line says what is wrong.
///
/// # Errors
/// When the file is not what [`render_records`] writes, as after a merge conflict.
pub(super) fn parse_records(text: &str) -> Result<Records, toml::de::Error> {
    // Nearly every file is as it was written, and to a parser of all of TOML a sync owes a quarter of its time.
    parse_as_written(text).map_or_else(|| toml::from_str(text), Ok)
}

/// Reads what [`render_records`] writes where no text needs an escape; none where there is anything else.
fn parse_as_written(text: &str) -> Option<Records> {
    let mut records = Vec::new();
    let mut open: Option<(&str, Draft)> = None;
    for line in lines(text).filter(|line| !line.is_empty()) {
        if line.starts_with('#') && !line.contains(char::is_control) {
            continue;
        }
        if let Some(id) = line.strip_prefix('[') {
            close(&mut records, open.take())?;
            open = Some((id.strip_suffix(']')?, Draft::default()));
        } else {
            let (key, value) = line.split_once(' ')?;
            open.as_mut()?.1.set(key, value.strip_prefix("= ")?)?;
        }
    }
    close(&mut records, open)?;
    let count = records.len();
    // A name that stands there twice is for the parser to refuse.
    Some(Records::from_iter(records)).filter(|records| records.len() == count)
}

/// Adds a record that is read to its end.
fn close(records: &mut Vec<(String, Record)>, open: Option<(&str, Draft)>) -> Option<()> {
    let Some((id, draft)) = open else { return Some(()) };
    records.push((Some(id).filter(|id| SegmentId::is_one(id))?.to_owned(), draft.finish()?));
    Some(())
}

/// A record that is being read.
#[derive(Default)]
struct Draft {
    source: Option<String>,
    shown_hash: Option<String>,
    target_hash: Option<String>,
    origin: Option<Origin>,
    from: Option<String>,
    reviewed: Option<bool>,
}

impl Draft {
    fn set(&mut self, key: &str, value: &str) -> Option<()> {
        match key {
            "source" => fill(&mut self.source, plain_string(value)?.to_owned()),
            "shown_hash" => fill(&mut self.shown_hash, plain_string(value)?.to_owned()),
            "target_hash" => fill(&mut self.target_hash, plain_string(value)?.to_owned()),
            "from" => fill(&mut self.from, plain_string(value)?.to_owned()),
            "reviewed" if value == "true" => fill(&mut self.reviewed, true),
            "origin" => {
                let origin = match value {
                    "\"human\"" => Origin::Human,
                    "\"machine\"" => Origin::Machine,
                    "\"memory\"" => Origin::Memory,
                    _ => return None,
                };
                fill(&mut self.origin, origin)
            }
            _ => None,
        }
    }

    fn finish(self) -> Option<Record> {
        Some(Record {
            source: self.source?,
            shown_hash: self.shown_hash,
            target_hash: self.target_hash?,
            origin: self.origin?,
            from: self.from,
            reviewed: self.reviewed.unwrap_or_default(),
        })
    }
}

fn fill<T>(place: &mut Option<T>, value: T) -> Option<()> {
    place.replace(value).is_none().then_some(())
}

/// What a string between quotes of one kind says, where it says it letter for letter (TOML 1.0, section "String").
fn plain_string(value: &str) -> Option<&str> {
    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let inner = value.strip_prefix(quote)?.strip_suffix(quote)?;
    let means_something = |byte: u8| byte < b' ' || byte == 0x7f || byte == b'\\' || byte == quote as u8;
    // To the end in any case: without a way out the processor looks at many bytes at once.
    (!inner.bytes().fold(false, |found, byte| found | means_something(byte))).then_some(inner)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn record(source: &str, from: Option<&str>) -> Record {
        Record {
            source: source.to_owned(),
            shown_hash: from.map(str::to_owned),
            target_hash: "0123456789abcdef".to_owned(),
            origin: if from.is_some() { Origin::Memory } else { Origin::Human },
            from: from.map(str::to_owned),
            reviewed: from.is_some(),
        }
    }

    #[test]
    fn records_are_read_back_as_they_were_written() {
        let texts = ["Wees geduldig.", "\"Geduld\" = x", "'zo' en \"zo\"", "a\\b", "'s avonds", "\"", "'", "", "é 👩‍👧"];
        for text in texts {
            let records = Records::from([
                ("p-1".to_owned(), record(text, None)),
                ("image-alt".to_owned(), record("Een stoel.", Some(text))),
            ]);
            let written = render_records(&records);
            assert_eq!(parse_records(&written).unwrap(), records, "{written}");
        }
        let plain = Records::from([("p-1".to_owned(), record("Wees \"geduldig\".", Some("'s avonds")))]);
        assert_eq!(parse_as_written(&render_records(&plain)), Some(plain), "without a parser of all of TOML");
    }

    #[test]
    fn what_is_not_as_it_was_written_is_for_the_parser() {
        let whole = "[p-1]\nsource = \"Een\"\ntarget_hash = \"0\"\norigin = \"human\"\n";
        assert!(parse_as_written(whole).is_some() && parse_as_written("").is_some());
        for other in [
            whole.replace("[p-1]", "[[p-1]]"),
            whole.replace("[p-1]", "[\"p-1\"]"),
            whole.replace("[p-1]", "[a.b]"),
            whole.replace("[p-1]", ""),
            whole.replace("\"Een\"", "\"\"\"Een\"\"\""),
            whole.replace("\"Een\"", "\"Een\" # een"),
            whole.replace("\"Een\"", "\"E\\u00e9n\""),
            whole.replace("\"Een\"", "\"Een'"),
            whole.replace("\"Een\"", "\""),
            whole.replace("source", "bron"),
            whole.replace("source", "  source"),
            whole.replace("human", "dog"),
            whole.replace("origin", "source"),
            whole.replace("target_hash = \"0\"\n", ""),
            format!("{whole}reviewed = false\n"),
            format!("{whole}\n{whole}"),
            format!("<<<<<<< ours\n{whole}"),
        ] {
            assert_eq!(parse_as_written(&other), None, "{other}");
        }
    }

    proptest! {
        #[test]
        fn both_ways_to_read_give_the_same(text in any::<String>(), from in proptest::option::of("[ -~\t\n]{0,20}")) {
            let records = Records::from([("p-1".to_owned(), record(&text, from.as_deref()))]);
            let written = render_records(&records);
            prop_assert_eq!(&toml::from_str::<Records>(&written).unwrap(), &records);
            prop_assert_eq!(parse_as_written(&written).unwrap_or_else(|| records.clone()), records);
        }

        #[test]
        fn what_is_read_fast_is_what_the_parser_reads(
            lines in proptest::collection::vec("(\\[p-[12]\\]|(source|from|target_hash|origin) = (\"(human|a|\\\\|')?\"|'a?\"?')|#.|)\r?", 0..12)
        ) {
            let text = lines.join("\n");
            if let Some(records) = parse_as_written(&text) {
                prop_assert_eq!(toml::from_str::<Records>(&text).unwrap(), records, "{}", text);
            }
        }
    }
}
