//! The table of posts and languages: a bar for each, and the totals below.

use std::fmt::Write as _;

use console::{Style, StyledObject, measure_text_width};

use crate::{
    cli::lookup,
    line::{in_lines, shortened},
    locale::Locale,
    translation::variant::Coverage,
};

/// What a bar is made of: current, stale, a machine's, missing. Told apart without colors too.
const FILLS: [char; 4] = ['█', '▒', '░', '·'];

/// The forms of a cell, best first: the width of its bar, and whether the percentage stands beside it.
/// A bar of fewer than four characters could not show the four states.
const FORMS: [(usize, bool); 5] = [(10, true), (10, false), (8, false), (6, false), (4, false)];

/// From so many characters on the name of a post tells it from others.
const NAME: usize = 24;

/// So many posts are named that lack nothing but title or summary.
const MOST_REASONS: usize = 20;

/// Blanks between columns.
const GAP: usize = 2;

/// Where it is printed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Layout {
    /// The width of the terminal; none when a program reads it, which gets everything in full.
    pub(super) columns: Option<usize>,
    /// Whether it shows colors.
    pub(super) colors: bool,
}

/// A post.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) slug: String,
    /// The day from which it is public, if that is still to come.
    pub(super) from: Option<String>,
    pub(super) cells: Vec<Cell>,
}

/// A post in one language.
#[derive(Debug)]
pub(super) struct Cell {
    pub(super) locale: Locale,
    pub(super) coverage: Coverage,
    /// Whether it passes its gate.
    pub(super) is_open: bool,
    /// Whether its writer does not want it there.
    pub(super) is_off: bool,
    /// Title and summary, where they alone keep it from passing.
    pub(super) lacks: Vec<&'static str>,
}

/// The rows without one column.
pub(super) fn without(mut rows: Vec<Row>, column: Option<usize>) -> Vec<Row> {
    if let Some(column) = column {
        rows.iter_mut().for_each(|row| drop(row.cells.remove(column)));
    }
    rows
}

impl Row {
    fn name(&self, width: usize) -> String {
        match &self.from {
            Some(day) => {
                let from = format!(" (from {day})");
                format!("{}{from}", shortened(&self.slug, width.saturating_sub(from.chars().count())))
            }
            None => shortened(&self.slug, width),
        }
    }
}

/// The table, the totals and the key to the signs. Where the languages do not fit beside each other,
/// they stand below the name of each post.
pub(super) fn render(rows: &[Row], layout: Layout) -> String {
    let Some(columns) = rows.first().map(|row| row.cells.len()) else {
        return "there are no posts yet\n".to_owned();
    };
    if columns == 0 {
        return "there is no language to translate into\n".to_owned();
    }
    let longest = rows.iter().map(|row| row.name(usize::MAX).chars().count()).max().unwrap_or_default();
    let (bar, percent) = layout.columns.map_or(FORMS[0], |width| {
        let fits = |form: &&(usize, bool)| columns * column_width(rows, **form) + longest.min(NAME) <= width;
        *FORMS.iter().find(fits).unwrap_or(&FORMS[FORMS.len() - 1])
    });
    let cell = column_width(rows, (bar, percent));
    let width = layout.columns.unwrap_or(usize::MAX);
    let fits = columns * cell + longest.min(NAME) <= width;
    let below = if fits {
        let name = longest.min(width.saturating_sub(columns * cell));
        beside_each_other(rows, name, (bar, percent), layout.colors)
    } else {
        below_each_other(rows, width, layout.colors)
    };
    format!("{below}\n{}{}", totals(rows, width), reasons(rows, width) + &key(width, layout.colors))
}

/// A line for each post, a column for each language.
fn beside_each_other(rows: &[Row], name: usize, (bar, percent): (usize, bool), colors: bool) -> String {
    let cell = column_width(rows, (bar, percent));
    let mut out = format!("{:name$}", "");
    for one in &rows[0].cells {
        let _ = write!(out, "{:GAP$}{:width$}", "", one.locale.as_str(), width = cell - GAP);
    }
    end_line(&mut out);
    for row in rows {
        let _ = write!(out, "{:name$}", row.name(name));
        for one in &row.cells {
            let text = render_cell(one, bar, percent, colors);
            let blanks = (cell - GAP).saturating_sub(measure_text_width(&text));
            let _ = write!(out, "{:GAP$}{text}{:blanks$}", "", "");
        }
        end_line(&mut out);
    }
    out
}

/// The name of each post, and below it a line for each language.
fn below_each_other(rows: &[Row], width: usize, colors: bool) -> String {
    let tag = rows[0].cells.iter().map(|cell| cell.locale.as_str().len()).max().unwrap_or_default();
    let room = width.saturating_sub(GAP + tag);
    let (bar, percent) = *FORMS.iter().find(|form| cell_width(**form) <= room).unwrap_or(&FORMS[FORMS.len() - 1]);
    let mut out = String::new();
    for row in rows {
        let _ = writeln!(out, "{}", row.name(width));
        for one in &row.cells {
            let text = render_cell(one, bar, percent, colors);
            let _ = writeln!(out, "{:GAP$}{:tag$}{:GAP$}{text}", "", one.locale.as_str(), "");
        }
    }
    out
}

/// The width of a cell, or of the longest tag above one.
fn column_width(rows: &[Row], form: (usize, bool)) -> usize {
    let tags = rows[0].cells.iter().map(|cell| GAP + cell.locale.as_str().len());
    tags.max().unwrap_or_default().max(cell_width(form))
}

/// A gap, a sign with its blank, the bar, and ` 100%`.
fn cell_width((bar, percent): (usize, bool)) -> usize {
    GAP + 2 + bar + if percent { 5 } else { 0 }
}

/// Ends a line without blanks at its end.
fn end_line(out: &mut String) {
    out.truncate(out.trim_end_matches(' ').len());
    out.push('\n');
}

fn render_cell(cell: &Cell, bar: usize, percent: bool, colors: bool) -> String {
    if cell.is_off {
        return styled("– off", Style::new().dim(), colors).to_string();
    }
    let mark = if cell.is_open {
        styled("✓", Style::new().green(), colors)
    } else {
        styled("✗", Style::new().red(), colors)
    };
    let mut text = format!("{mark} ");
    for (part, (fill, style)) in parts(cell.coverage, bar).into_iter().zip(FILLS.into_iter().zip(styles())) {
        if part > 0 {
            let _ = write!(text, "{}", styled(fill.to_string().repeat(part), style, colors));
        }
    }
    if percent {
        let Coverage { segments, current, .. } = cell.coverage;
        let _ = write!(text, " {:>3}%", (current * 100).checked_div(segments).unwrap_or(100));
    }
    text
}

fn styles() -> [Style; 4] {
    [Style::new().green(), Style::new().yellow(), Style::new().cyan(), Style::new().dim()]
}

fn styled<D>(text: D, style: Style, colors: bool) -> StyledObject<D> {
    style.force_styling(colors).apply_to(text)
}

/// How many characters of a bar each state gets. What is there at all gets one at least, so that a full
/// bar means that nothing is left to do.
fn parts(coverage: Coverage, bar: usize) -> [usize; 4] {
    let Coverage { segments, current, stale, machine, missing } = coverage;
    let counts = [current, stale, machine, missing];
    if segments == 0 {
        return [bar, 0, 0, 0];
    }
    let mut parts = counts.map(|count| (count * bar / segments).max(usize::from(count > 0)));
    // The largest gives to the small; what rounding left over goes to who is furthest behind.
    while parts.iter().sum::<usize>() > bar
        && let Some(largest) = (0..4).max_by_key(|&at| parts[at])
    {
        parts[largest] -= 1;
    }
    while parts.iter().sum::<usize>() < bar
        && let Some(behind) = (0..4).max_by_key(|&at| (counts[at] * bar).saturating_sub(parts[at] * segments))
    {
        parts[behind] += 1;
    }
    parts
}

/// What is open and how the segments stand, for each language.
fn totals(rows: &[Row], width: usize) -> String {
    let mut lines = vec![["", "open", "current", "stale", "machine", "missing"].map(str::to_owned)];
    for column in 0..rows[0].cells.len() {
        let cells: Vec<&Cell> = rows.iter().map(|row| &row.cells[column]).filter(|cell| !cell.is_off).collect();
        let mut sum = Coverage::default();
        cells.iter().for_each(|cell| sum += cell.coverage);
        let open = cells.iter().filter(|cell| cell.is_open).count();
        let Coverage { current, stale, machine, missing, .. } = sum;
        let numbers = [current, stale, machine, missing].map(|number| number.to_string());
        let [current, stale, machine, missing] = numbers;
        let open = format!("{open} of {}", cells.len());
        lines.push([rows[0].cells[column].locale.to_string(), open, current, stale, machine, missing]);
    }
    let widths: Vec<usize> =
        (0..6).map(|at| lines.iter().map(|line| line[at].chars().count()).max().unwrap_or_default()).collect();
    let mut out = String::new();
    if widths.iter().sum::<usize>() + 5 * GAP > width {
        for line in &lines[1..] {
            let numbers = line.iter().zip(&lines[0]).skip(1).map(|(number, word)| format!("{number} {word}"));
            out.push_str(&wrapped(std::iter::once(line[0].clone()).chain(numbers), width));
        }
        return out + "\n";
    }
    for line in &lines {
        let _ = write!(out, "{:width$}", line[0], width = widths[0]);
        for (text, width) in line.iter().zip(&widths).skip(1) {
            let _ = write!(out, "  {text:>width$}");
        }
        end_line(&mut out);
    }
    out + "\n"
}

/// Parts in a row, on as many lines as they need; all but the first are indented.
fn wrapped(parts: impl Iterator<Item = String>, width: usize) -> String {
    let mut out = String::new();
    let mut used = 0;
    for part in parts {
        let length = measure_text_width(&part);
        if used > 0 && used + GAP + length > width {
            out.push('\n');
            used = 0;
        }
        let gap = if out.is_empty() { 0 } else { GAP };
        let _ = write!(out, "{:gap$}{part}", "");
        used += gap + length;
    }
    out + "\n"
}

/// Why posts do not pass of which enough is translated.
fn reasons(rows: &[Row], width: usize) -> String {
    let cells = rows.iter().flat_map(|row| row.cells.iter().map(move |cell| (row, cell)));
    let mut reasons = cells
        .filter_map(|(row, cell)| Some(format!("✗ {}/{}: {}", cell.locale, row.slug, lookup::lacking(&cell.lacks)?)));
    let told: Vec<String> = reasons.by_ref().take(MOST_REASONS).collect();
    let more = reasons.count();
    let more = (more > 0).then(|| format!("✗ and {more} more; `--json` has them all"));
    let lines: Vec<String> = told.iter().chain(&more).flat_map(|reason| in_lines(reason, width)).collect();
    if lines.is_empty() { String::new() } else { lines.join("\n") + "\n\n" }
}

fn key(width: usize, colors: bool) -> String {
    let [current, stale, machine, missing] = FILLS;
    let words = [(current, "current"), (stale, "stale"), (machine, "machine"), (missing, "missing")];
    let fills = words.into_iter().zip(styles());
    let fills: Vec<_> = fills.map(|((fill, word), style)| format!("{} {word}", styled(fill, style, colors))).collect();
    let marks = ["✓ passes its gate", "✗ does not", "– its writer does not want it there"].map(str::to_owned);
    wrapped(fills.into_iter(), width) + &wrapped(marks.into_iter(), width)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn coverage([current, stale, machine, missing]: [usize; 4]) -> Coverage {
        Coverage { segments: current + stale + machine + missing, current, stale, machine, missing }
    }

    fn rows(locales: &[&str]) -> Vec<Row> {
        let cell = |tag: &&str, counts, is_open, is_off| Cell {
            locale: tag.parse().unwrap(),
            coverage: coverage(counts),
            is_open,
            is_off,
            lacks: Vec::new(),
        };
        let row = |slug: &str, counts, is_open| Row {
            slug: slug.to_owned(),
            from: None,
            cells: locales.iter().map(|tag| cell(tag, counts, is_open, false)).collect(),
        };
        let mut rows = vec![
            row("belasting-en-belastbaarheid-in-het-dagelijkse-leven", [40, 0, 0, 0], true),
            row("slapen", [30, 5, 4, 1], true),
            row("bewegen", [0, 0, 0, 40], false),
        ];
        rows[0].from = Some("2026-12-01".to_owned());
        rows[2].cells[0].is_off = true;
        rows
    }

    #[test]
    fn six_languages_are_readable_on_eighty_columns() {
        let layout = Layout { columns: Some(80), colors: false };
        let table = render(&rows(&["fr", "en", "de", "ar", "es", "pt-BR"]), layout);
        assert!(table.lines().all(|line| line.chars().count() <= 80), "{table}");
        assert_eq!(
            table.lines().take(4).collect::<Vec<_>>(),
            [
                "                                  fr      en      de      ar      es      pt-BR",
                "belasting-en-… (from 2026-12-01)  ✓ ████  ✓ ████  ✓ ████  ✓ ████  ✓ ████  ✓ ████",
                "slapen                            ✓ █▒░·  ✓ █▒░·  ✓ █▒░·  ✓ █▒░·  ✓ █▒░·  ✓ █▒░·",
                "bewegen                           – off   ✗ ····  ✗ ····  ✗ ····  ✗ ····  ✗ ····",
            ]
        );
    }

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        for columns in [40, 50, 60, 80] {
            for tags in [&["fr"][..], &["fr", "en", "de", "ar"], &["fr", "en", "de", "ar", "es", "pt-BR", "sr-Latn"]] {
                let mut rows = rows(tags);
                rows[1].cells.iter_mut().for_each(|cell| cell.coverage = coverage([123_456, 78_901, 234_567, 8]));
                let table = render(&rows, Layout { columns: Some(columns), colors: true });
                let wide: Vec<_> = table.lines().filter(|line| measure_text_width(line) > columns).collect();
                assert!(wide.is_empty(), "{columns}: {wide:#?}");
                assert!(tags.iter().all(|tag| table.contains(tag)), "{table}");
            }
        }
    }

    #[test]
    fn where_the_languages_do_not_fit_each_has_a_line_below_the_post() {
        let table = render(&rows(&["fr", "pt-BR", "en", "de"]), Layout { columns: Some(50), colors: false });
        assert_eq!(
            table.lines().take(7).collect::<Vec<_>>(),
            [
                "belasting-en-belastbaarheid-in-… (from 2026-12-01)",
                "  fr     ✓ ██████████ 100%",
                "  pt-BR  ✓ ██████████ 100%",
                "  en     ✓ ██████████ 100%",
                "  de     ✓ ██████████ 100%",
                "slapen",
                "  fr     ✓ ███████▒░·  75%",
            ]
        );
    }

    #[test]
    fn why_a_post_does_not_pass_is_told_where_its_bar_does_not_say_so() {
        let mut rows = rows(&["fr", "en"]);
        rows[1].cells[0].lacks = vec!["title", "summary"];
        rows[1].cells[1].lacks = vec!["summary"];
        let table = render(&rows, Layout { columns: Some(40), colors: false });
        let reasons: Vec<_> = table.lines().skip_while(|line| !line.starts_with("✗ fr/")).take(4).collect();
        let summary = "✗ en/slapen: the summary is missing";
        assert_eq!(reasons, ["✗ fr/slapen: the title and the summary", "are missing", summary, ""], "{table}");
    }

    #[test]
    fn colors_are_for_those_who_want_them() {
        let plain = render(&rows(&["fr", "en"]), Layout { columns: None, colors: false });
        let colored = render(&rows(&["fr", "en"]), Layout { columns: None, colors: true });
        assert!(!plain.contains('\u{1b}') && colored.contains('\u{1b}'));
        assert_eq!(console::strip_ansi_codes(&colored), plain);
    }

    proptest! {
        #[test]
        fn a_bar_shows_every_state_there_is_and_has_its_width(counts in proptest::array::uniform4(0_usize..500), bar in 4_usize..12) {
            let parts = parts(coverage(counts), bar);
            prop_assert_eq!(parts.iter().sum::<usize>(), bar);
            for (part, count) in parts.into_iter().zip(counts).filter(|_| counts != [0; 4]) {
                prop_assert_eq!(part > 0, count > 0);
            }
        }
    }
}
