//! Where the articles of a dump begin and end.

use super::{
    MIN_WORDS,
    heads::{Head, Line, head_at},
    row::{Row, is_date},
    shape::could_be_title,
};
use crate::intake::{byline::read_marks, names::Names, signature::is_reading_time};

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
    /// Whether only the byline below its title tells that it begins there.
    pub(super) is_told_by_head: bool,
    /// The byline below its title, if it has one there, as the next may.
    head: Option<Head>,
    at: Place,
    /// How many words and lines it has so far, counted once: there may be as many lines as anybody likes.
    words: usize,
    lines: usize,
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

/// A title and a byline have fewer words.
const HEAD_WORDS: usize = 20;

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
            Row::Text(text) if !is_date(text) && !is_reading_time(text) => Some(text.as_str()),
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
        self.lines <= MOST_ABOVE
    }

    fn push(&mut self, row: Row) {
        self.lines += usize::from(row != Row::Empty);
        if let Row::Text(text) | Row::Item(_, text) = &row {
            self.words += text.split_whitespace().count();
        }
        self.rows.push(row);
    }

    /// Takes away the line that stands below all others by itself, if it may be the title of what comes next.
    fn take_title_below(&mut self) -> Option<Row> {
        let last = self.rows.iter().rposition(|row| *row != Row::Empty)?;
        let is_alone = last.checked_sub(1).is_some_and(|before| self.rows[before] == Row::Empty);
        let is_title = matches!(&self.rows[last], Row::Text(text) if could_be_title(text) && !text.ends_with('.'));
        (is_alone && is_title).then(|| self.rows.remove(last))
    }

    /// Whether it ends where the head of another article stands. Where only its own says who wrote it, that is the date
    /// of something else, and where none does, it may be that of a part, as in a diary.
    fn ends_before(&self, next: Head) -> bool {
        let least = if next.says_who { HEAD_WORDS } else { MIN_WORDS };
        let is_alike = self.head.is_some_and(|own| next.says_who || !own.says_who);
        let is_sure = self.at != Place::Sources || next.is_above_prose;
        is_alike && is_sure && self.words >= least
    }

    fn is_begun(&self) -> bool {
        self.lines > 0
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
            (_, row) => self.push(row),
        }
    }
}

/// Splits a dump where a page ended or the next one began.
pub(super) fn split(text: &str, names: &Names) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut piece = Piece::default();
    let mut end = |piece: &mut Piece| {
        let done = std::mem::take(piece);
        if done.is_begun() {
            pieces.push(done);
        }
    };
    let lines: Vec<_> =
        join_wrapped(text, names).into_iter().map(|(number, line)| Line::read(number, &line, names)).collect();
    let heads: Vec<_> = (0..lines.len()).map(|at| head_at(&lines, at)).collect();
    for (Line { number, row, is_timed, .. }, head) in lines.into_iter().zip(heads) {
        if let Some(head) = head {
            if piece.ends_before(head) {
                end(&mut piece);
                piece.is_told_by_head = true;
            }
            piece.head = piece.head.or_else(|| Some(head).filter(|_| piece.words < HEAD_WORDS));
        }
        // It stands at the head of an article, below its title and who wrote it at most.
        let is_below = match piece.at {
            Place::Text => piece.words >= MIN_WORDS,
            Place::Signed => !piece.is_at_its_head(),
            Place::Sources => true,
        };
        let is_next = is_timed && is_below;
        if row == Row::Boundary || is_next {
            let title = if is_next { piece.take_title_below() } else { None };
            end(&mut piece);
            if let Some(title) = title {
                piece.line = number;
                [title, Row::Empty].into_iter().for_each(|row| piece.push(row));
            }
        }
        piece.is_timed |= is_timed;
        if matches!(row, Row::Boundary | Row::ReadingTime) {
            continue;
        }
        if !piece.is_begun() {
            piece.line = number;
        }
        piece.take(row);
    }
    end(&mut piece);
    pieces
}

/// The lines with their numbers. In a file whose lines were broken at some width, the lines of a
/// paragraph are one again.
fn join_wrapped(text: &str, names: &Names) -> Vec<(usize, String)> {
    /// Nobody breaks prose at more than this, and it is broken where the lines of paragraphs are about so long.
    const WIDTHS: std::ops::RangeInclusive<usize> = 50..=100;
    let lines: Vec<&str> = text.lines().collect();
    // The last line of a paragraph may be a date, and ends with its point.
    let is_byline = |line: &str| !line.trim_end().ends_with('.') && read_marks(line, names).is_some();
    let prose = |line: &str| matches!(Row::read(line), Row::Text(_)) && !is_byline(line);
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
    use crate::intake::names::tests::names;

    #[test]
    fn lines_that_were_broken_at_a_width_are_joined_again() {
        let line = "Een tuin vraagt geduld, want wat je vandaag plant bloeit pas";
        let text = format!("Kop\n\n{line}\n{line}\nvolgend jaar.\n\n  • punt\n  • punt\n");
        let joined: Vec<_> = join_wrapped(&text, &names()).into_iter().map(|(_, line)| line).collect();
        assert_eq!(joined[2], format!("{line} {line} volgend jaar."));
        assert_eq!(joined.len(), 6);
        let whole = "Een korte regel.\nEen tweede korte regel.\n";
        assert_eq!(join_wrapped(whole, &names()).len(), 2);
    }
}
