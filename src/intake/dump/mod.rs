//! A text dump to articles: what somebody copied from a site, several articles in one file.
//!
//! A dump has no markup, so nearly everything in it is guessed from its lines, and said to be guessed:
//! [`row`] tells what a line is, [`piece`] where articles begin and end, [`shape`] what is a title, a
//! heading or a list in one of them.

mod row;
mod piece;
mod shape;

use super::article::Article;

/// What was found in a dump.
#[derive(Debug, Default)]
pub(super) struct Dump {
    /// The articles, in their order.
    pub(super) articles: Vec<Article>,
    /// What was left out because it is no article: how it begins, and its line.
    pub(super) left_out: Vec<(usize, String)>,
}

/// Less than this is a teaser or a call to action, unless somebody signed it.
const MIN_WORDS: usize = 80;

/// Finds the articles in a dump.
pub(super) fn read_dump(text: &str) -> Dump {
    let mut dump = Dump::default();
    for piece in piece::split(text) {
        let begins = piece.beginning();
        let line = piece.line;
        let is_signed = piece.is_signed();
        let article = shape::read_article(piece);
        if is_signed || article.words() >= MIN_WORDS {
            dump.articles.push(article.settle());
        } else if article.words() > 0 {
            dump.left_out.push((line, begins));
        }
    }
    dump
}
