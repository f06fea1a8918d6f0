//! Where an article of a dump begins whose byline stands right below its title.

use super::{row::Row, shape::could_be_title};
use crate::{
    intake::{
        byline::{Mark, read_marks},
        names::Names,
        prose::visible,
    },
    line::one_line,
};

/// A byline hardly has more lines.
pub(super) const MOST_LINES: usize = 4;

/// A text of more characters is no title and no source.
const PROSE: usize = 120;

/// A line of a dump.
#[derive(Debug)]
pub(super) struct Line {
    /// Its number, from 1.
    pub(super) number: usize,
    /// What it is.
    pub(super) row: Row,
    /// Whether it begins with how long the article takes to read.
    pub(super) is_timed: bool,
    /// What it says if it is a byline.
    marks: Vec<Mark>,
}

/// The head of an article: its title, with a byline below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Head {
    /// Whether it says who wrote the article.
    pub(super) says_who: bool,
    /// Whether what stands below is longer than any title or source.
    pub(super) is_above_prose: bool,
}

impl Line {
    /// Reads a line.
    pub(super) fn read(number: usize, text: &str, names: &Names) -> Self {
        let row = Row::read(text);
        if row != Row::ReadingTime {
            return Self { number, is_timed: false, marks: marks_of(&row, names), row };
        }
        let marks = read_marks(text, names).unwrap_or_else(|| vec![Mark::ReadingTime]);
        // "Leestijd: 4 min | 12 juni 2025" says more than how long it takes.
        let says_more = marks.iter().any(|mark| *mark != Mark::ReadingTime);
        let row = if says_more { Row::Text(one_line(&visible(text)).trim().to_owned()) } else { row };
        Self { number, is_timed: true, marks, row }
    }

    fn could_be_title(&self) -> bool {
        let is_bare = self.marks.iter().all(|mark| matches!(mark, Mark::Names(_)));
        is_bare && matches!(&self.row, Row::Text(text) if could_be_title(text) && !text.ends_with(['.', ':', ',', ';']))
    }
}

/// What a line says if it is a byline.
pub(super) fn marks_of(row: &Row, names: &Names) -> Vec<Mark> {
    match row {
        Row::Text(text) => read_marks(text, names).unwrap_or_default(),
        Row::Dated(date) => vec![Mark::Date(date.clone())],
        Row::Byline(authors, date) => {
            let authors = Mark::Authors(authors.clone());
            std::iter::once(authors).chain(date.clone().map(Mark::Date)).collect()
        }
        _ => Vec::new(),
    }
}

/// The head that begins at a line, if one does: a title by itself, a byline right below it, and then a text, which is
/// not the head of the next article.
pub(super) fn head_at(lines: &[Line], at: usize) -> Option<Head> {
    let (says_who, below) = byline_below(lines, at)?;
    let next = lines.get(below).filter(|_| byline_below(lines, below).is_none())?;
    match &next.row {
        Row::Text(text) => Some(Head { says_who, is_above_prose: text.chars().count() > PROSE }),
        Row::Item(..) => Some(Head { says_who, is_above_prose: false }),
        _ => None,
    }
}

/// Whether the byline below a title says who wrote the article, and the line that comes next.
fn byline_below(lines: &[Line], at: usize) -> Option<(bool, usize)> {
    let is_alone = at.checked_sub(1).is_none_or(|above| matches!(lines[above].row, Row::Empty | Row::Boundary));
    if !is_alone || !lines[at].could_be_title() {
        return None;
    }
    let mut full = (at + 1..lines.len()).filter(|at| lines[*at].row != Row::Empty).peekable();
    let mut marks = Vec::new();
    for _ in 0..MOST_LINES {
        let Some(line) = full.next_if(|at| !lines[*at].marks.is_empty()) else { break };
        marks.extend(&lines[line].marks);
    }
    let is_dated = marks.iter().any(|mark| matches!(mark, Mark::Date(_)));
    // What is only written as names are needs a date beside it.
    let says_who = marks.iter().any(|mark| matches!(mark, Mark::Authors(_)))
        || is_dated && marks.iter().any(|mark| matches!(mark, Mark::Names(_)));
    (is_dated || says_who).then_some((says_who, full.next()?))
}
