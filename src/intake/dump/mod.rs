//! A text dump to articles: what somebody copied from a site, several articles in one file.
//!
//! A dump has no markup, so nearly everything in it is guessed from its lines, and said to be guessed:
//! [`row`] tells what a line is, [`heads`] where a byline stands below a title, [`piece`] where articles begin and end,
//! [`ends`] who wrote them and when, [`shape`] what is a title, a heading or a list in one of them.

mod row;
mod heads;
mod piece;
mod ends;
mod shape;

use super::{article::Article, names::Names};

/// What was found in a dump.
#[derive(Debug, Default)]
pub(super) struct Dump {
    /// The articles, in their order.
    pub(super) articles: Vec<Article>,
    /// What was left out because it is no article: how it begins, and its line.
    pub(super) left_out: Vec<(usize, String)>,
}

/// Less than this is a teaser or a call to action, unless it bears the signs of an article.
pub(super) const MIN_WORDS: usize = 80;

/// Finds the articles in a dump.
pub(super) fn read_dump(text: &str, names: &Names) -> Dump {
    let mut dump = Dump::default();
    for mut piece in piece::split(text, names) {
        let opening = piece.opening();
        ends::take_bylines(&mut piece, names);
        let (begins, line, has_signs) = (piece.beginning(), piece.line, piece.has_signs());
        let mut article = shape::read_article(piece, &opening);
        match article.words() {
            0 => {}
            words if words < MIN_WORDS && !has_signs => dump.left_out.push((line, begins)),
            words => {
                if words < MIN_WORDS {
                    article.doubts.push("it is short: see whether this is the whole article".to_owned());
                }
                dump.articles.push(article.settle());
            }
        }
    }
    dump
}
