//! Bylines at the ends of an article: the lines right below its title, or right below its text.

use super::{
    heads::{MOST_LINES, marks_of},
    piece::{MOST_ABOVE, Piece},
    row::{Row, is_date},
    shape::could_be_title,
};
use crate::intake::{byline::Mark, names::Names};

/// A text in which more lines than this are dates is a chronicle, and they are its headings.
const MOST_DATES: usize = 2;

/// The words of the menus above articles.
const MENU: [&str; 14] = [
    "artikelen",
    "artikels",
    "blog",
    "contact",
    "diensten",
    "home",
    "menu",
    "mij",
    "nieuws",
    "ons",
    "over",
    "team",
    "welkom",
    "zoeken",
];

/// Takes away who wrote an article and when, and remembers it.
pub(super) fn take_bylines(piece: &mut Piece, names: &Names) {
    drop_menu(&mut piece.rows);
    let dates = piece.rows.iter().filter(|row| matches!(row, Row::Text(text) if is_date(text))).count();
    if dates <= MOST_DATES {
        take_head(piece, names);
        take_foot(piece, names);
    }
    // A line that says of itself that it is a date is one wherever it stands.
    for row in &mut piece.rows {
        if let Row::Dated(date) = row {
            piece.date.get_or_insert_with(|| date.clone());
            *row = Row::Empty;
        }
    }
}

/// What stands above the title is the menu of the page.
fn drop_menu(rows: &mut Vec<Row>) {
    let is_menu = |row: &Row| match row {
        Row::Text(text) => text.to_lowercase().split(' ').all(|word| MENU.contains(&word)),
        _ => false,
    };
    loop {
        let mut full = rows.iter().enumerate().filter(|(_, row)| **row != Row::Empty);
        let (first, next) = (full.next(), full.next());
        let is_title = |row: &Row| matches!(row, Row::Text(text) if could_be_title(text));
        match (first, next) {
            (Some((at, first)), Some((_, next))) if is_menu(first) && is_title(next) => drop(rows.drain(..=at)),
            _ => return,
        }
    }
}

/// A byline below the title and what the article is about; above the title only if it has a date.
fn take_head(piece: &mut Piece, names: &Names) {
    let lines = lines_of(piece, names);
    for above in 0..=MOST_ABOVE.min(lines.len()) {
        let run = run_of(lines[above..].iter());
        // The first line may be the title, and read like a name.
        let is_sure = above > 0 || has_date(&run) && !matches!(run.first(), Some(line) if has_names(line));
        if !run.is_empty() && is_sure && above + run.len() < lines.len() {
            return take(piece, &run);
        }
    }
}

/// A byline below the text.
fn take_foot(piece: &mut Piece, names: &Names) {
    let lines = lines_of(piece, names);
    let run = run_of(lines.iter().rev());
    let says_more = |mark: &Mark| matches!(mark, Mark::Date(_) | Mark::Authors(_));
    if run.len() < lines.len() && run.iter().flat_map(|line| &line.marks).any(says_more) {
        take(piece, &run);
    }
}

/// A line of an article that is not empty, and its marks if it holds nothing else.
#[derive(Debug, Clone)]
struct Line {
    at: usize,
    marks: Vec<Mark>,
}

fn lines_of(piece: &Piece, names: &Names) -> Vec<Line> {
    let full = piece.rows.iter().enumerate().filter(|(_, row)| **row != Row::Empty);
    full.map(|(at, row)| Line { at, marks: marks_of(row, names) }).collect()
}

/// The lines that make up a byline, from the first on. What only may be names needs a date beside it.
fn run_of<'a>(lines: impl Iterator<Item = &'a Line>) -> Vec<Line> {
    let run: Vec<Line> = lines.take_while(|line| !line.marks.is_empty()).take(MOST_LINES).cloned().collect();
    if has_date(&run) { run } else { run.into_iter().take_while(|line| !has_names(line)).collect() }
}

fn has_date(run: &[Line]) -> bool {
    run.iter().flat_map(|line| &line.marks).any(|mark| matches!(mark, Mark::Date(_)))
}

fn has_names(line: &Line) -> bool {
    line.marks.iter().any(|mark| matches!(mark, Mark::Names(_)))
}

fn take(piece: &mut Piece, run: &[Line]) {
    for mark in run.iter().flat_map(|line| line.marks.clone()) {
        match mark {
            Mark::Date(date) => piece.date = piece.date.take().or(Some(date)),
            Mark::Authors(names) | Mark::Names(names) => {
                let new = names.into_iter().filter(|name| !piece.authors.contains(name)).collect::<Vec<_>>();
                piece.authors.extend(new);
            }
            Mark::ReadingTime => piece.is_timed = true,
        }
    }
    for line in run {
        piece.rows[line.at] = Row::Empty;
    }
}
