//! Where the articles of a dump begin and end.

use super::{
    MIN_WORDS,
    row::{Row, is_date},
    shape::could_be_title,
};

/// The lines of one article.
#[derive(Debug, Default)]
pub(super) struct Piece {
    /// The line it begins on, from 1.
    pub(super) line: usize,
    /// Its text: rows and nothing that stands around it.
    pub(super) rows: Vec<Row>,
    /// Who wrote it.
    pub(super) authors: Vec<String>,
    /// What stands there of a date.
    pub(super) date: Option<String>,
    /// The lines below the heading of its sources.
    pub(super) sources: Vec<String>,
    /// Who made its pictures.
    pub(super) credits: Vec<String>,
    /// Whether it says how long it takes to read.
    pub(super) is_timed: bool,
    at: Place,
}

/// How far an article has been read.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Place {
    #[default]
    Text,
    Signed,
    Sources,
}

/// So many lines stand above the byline of an article at most: a title, and perhaps what it is about.
pub(super) const MOST_ABOVE: usize = 2;

/// How many characters of an article a person needs to recognize it.
const BEGINNING: usize = 60;

impl Piece {
    /// Whether it bears the signs of an article: who wrote it, or when, together with what only articles have.
    pub(super) fn has_signs(&self) -> bool {
        !self.authors.is_empty() || self.date.is_some() && (self.is_timed || !self.sources.is_empty())
    }

    /// The lines by which it is known again, whatever is found among them.
    pub(super) fn opening(&self) -> String {
        let texts = self.rows.iter().filter_map(|row| match row {
            Row::Text(text) if !is_date(text) => Some(text.as_str()),
            _ => None,
        });
        texts.take(2).collect::<Vec<_>>().join(" ")
    }

    /// How its text begins.
    pub(super) fn beginning(&self) -> String {
        let text = self.rows.iter().find_map(|row| match row {
            Row::Text(text) | Row::Item(_, text) => Some(text.as_str()),
            _ => None,
        });
        text.unwrap_or_default().chars().take(BEGINNING).collect()
    }

    /// Whether little has been said yet: a title, and perhaps what it is about.
    fn is_at_its_head(&self) -> bool {
        self.rows.iter().filter(|row| **row != Row::Empty).count() <= MOST_ABOVE
    }

    /// How many words it has so far.
    fn words(&self) -> usize {
        let words = |row: &Row| match row {
            Row::Text(text) | Row::Item(_, text) => text.split_whitespace().count(),
            _ => 0,
        };
        self.rows.iter().map(words).sum()
    }

    /// Takes away the line that stands below all others by itself, if it may be the title of what comes next.
    fn take_title_below(&mut self) -> Option<Row> {
        let last = self.rows.iter().rposition(|row| *row != Row::Empty)?;
        let is_alone = last.checked_sub(1).is_some_and(|before| self.rows[before] == Row::Empty);
        let is_title = matches!(&self.rows[last], Row::Text(text) if could_be_title(text) && !text.ends_with('.'));
        (is_alone && is_title).then(|| self.rows.remove(last))
    }

    fn is_begun(&self) -> bool {
        self.rows.iter().any(|row| *row != Row::Empty)
    }

    fn take(&mut self, row: Row) {
        match (self.at, row) {
            (_, Row::Byline(names, date)) => {
                self.authors.extend(names);
                self.date = self.date.take().or(date);
                self.at = Place::Signed;
            }
            (_, Row::Source(source)) => self.sources.push(source),
            (_, Row::Sources) => self.at = Place::Sources,
            (_, Row::Credit(credit)) => self.credits.push(credit),
            (Place::Signed, Row::Text(text)) if self.date.is_none() && is_date(&text) => self.date = Some(text),
            (Place::Sources, Row::Text(text) | Row::Item(_, text)) => self.sources.push(text),
            (Place::Sources, Row::Dated(date)) => self.date = self.date.take().or(Some(date)),
            (Place::Sources, _) => {}
            // What stands below the signature belongs to the article as long as no other begins.
            (_, row) => self.rows.push(row),
        }
    }
}

/// Splits a dump where a page ended or the next one began.
pub(super) fn split(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut piece = Piece::default();
    let mut end = |piece: &mut Piece| {
        let done = std::mem::take(piece);
        if done.is_begun() {
            pieces.push(done);
        }
    };
    for (at, line) in join_wrapped(text) {
        let row = Row::read(&line);
        // It stands at the head of an article, below its title and who wrote it at most.
        let is_below = match piece.at {
            Place::Text => piece.words() >= MIN_WORDS,
            Place::Signed => !piece.is_at_its_head(),
            Place::Sources => true,
        };
        let is_next = row == Row::ReadingTime && is_below;
        if row == Row::Boundary || is_next {
            let title = if is_next { piece.take_title_below() } else { None };
            end(&mut piece);
            if let Some(title) = title {
                (piece.line, piece.rows) = (at, vec![title, Row::Empty]);
            }
        }
        piece.is_timed |= row == Row::ReadingTime;
        if matches!(row, Row::Boundary | Row::ReadingTime) {
            continue;
        }
        if !piece.is_begun() {
            piece.line = at;
        }
        piece.take(row);
    }
    end(&mut piece);
    pieces
}

/// The lines with their numbers. In a file whose lines were broken at some width, the lines of a
/// paragraph are one again.
fn join_wrapped(text: &str) -> Vec<(usize, String)> {
    /// Nobody breaks prose at more than this, and it is broken where the lines of paragraphs are about so long.
    const WIDTHS: std::ops::RangeInclusive<usize> = 50..=100;
    let lines: Vec<&str> = text.lines().collect();
    let prose = |line: &str| matches!(Row::read(line), Row::Text(_));
    let pairs = lines.windows(2).filter(|pair| prose(pair[0]) && prose(pair[1]));
    let (broken, whole): (Vec<_>, Vec<_>) = pairs.partition(|pair| WIDTHS.contains(&pair[0].chars().count()));
    let is_wrapped = broken.len() > whole.len() && lines.iter().all(|line| line.chars().count() <= *WIDTHS.end());
    let mut joined: Vec<(usize, String)> = Vec::new();
    let mut last_was_prose = false;
    for (at, line) in lines.into_iter().enumerate() {
        let is_prose = is_wrapped && prose(line);
        match joined.last_mut() {
            Some((_, last)) if is_prose && last_was_prose => {
                last.push(' ');
                last.push_str(line.trim());
            }
            _ => joined.push((at + 1, line.to_owned())),
        }
        last_was_prose = is_prose;
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_were_broken_at_a_width_are_joined_again() {
        let line = "Een tuin vraagt geduld, want wat je vandaag plant bloeit pas";
        let text = format!("Kop\n\n{line}\n{line}\nvolgend jaar.\n\n  • punt\n  • punt\n");
        let joined: Vec<_> = join_wrapped(&text).into_iter().map(|(_, line)| line).collect();
        assert_eq!(joined[2], format!("{line} {line} volgend jaar."));
        assert_eq!(joined.len(), 6);
        let whole = "Een korte regel.\nEen tweede korte regel.\n";
        assert_eq!(join_wrapped(whole).len(), 2);
    }
}
