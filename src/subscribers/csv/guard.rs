//! Cells that a spreadsheet would take for a formula: what a visitor calls themselves must not run on the machine of
//! whoever opens the list.

use std::borrow::Cow;

/// What a formula begins with in one program or another (OWASP, "CSV Injection").
const BEGINNINGS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A cell as it is written: with an apostrophe before what would be a formula, which spreadsheets do not show.
pub(super) fn guarded(text: &str) -> Cow<'_, str> {
    // With an apostrophe of its own it must come back as it was.
    if is_formula(text.trim_start_matches('\'')) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The same cell as it was before.
pub(super) fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|text| is_formula(text.trim_start_matches('\''))).unwrap_or(cell)
}

fn is_formula(text: &str) -> bool {
    text.starts_with(BEGINNINGS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_becomes_text_and_every_text_comes_back() {
        for (text, cell) in [
            ("=HYPERLINK(\"http://x.example\")", "'=HYPERLINK(\"http://x.example\")"),
            ("+a@b.example", "'+a@b.example"),
            ("-1+1", "'-1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("'=1", "''=1"),
            ("'t Hooft", "'t Hooft"),
            ("Lien", "Lien"),
            ("", ""),
        ] {
            assert_eq!((guarded(text).as_ref(), unguarded(cell)), (cell, text));
        }
        assert_eq!(unguarded("=1"), "=1");
    }
}
