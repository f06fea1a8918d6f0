//! A translatable block, and the kinds there are.

use serde::{Deserialize, Serialize};

/// What a translatable block is; a translator sees it, and some kinds must be translated
/// before a variant may be published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The post's title.
    Title,
    /// The post's summary.
    Summary,
    /// The alternative text of a picture.
    Alt,
    /// The caption of a picture.
    Caption,
    /// The credit of a picture.
    Credit,
    /// A heading in the body.
    Heading,
    /// A paragraph of the body itself.
    Paragraph,
    /// A paragraph of a list item.
    ListItem,
    /// A paragraph of a quote.
    Quote,
    /// One cell of a table.
    Cell,
    /// The title of a callout.
    CalloutTitle,
    /// A paragraph of a callout.
    Callout,
    /// A paragraph of a footnote.
    Footnote,
}

impl Kind {
    /// All of them, as they are declared.
    pub const ALL: [Self; Self::Footnote as usize + 1] = [
        Self::Title,
        Self::Summary,
        Self::Alt,
        Self::Caption,
        Self::Credit,
        Self::Heading,
        Self::Paragraph,
        Self::ListItem,
        Self::Quote,
        Self::Cell,
        Self::CalloutTitle,
        Self::Callout,
        Self::Footnote,
    ];

    /// What it is, in words for translators.
    pub fn description(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Summary => "summary",
            Self::Alt => "what the picture shows, for who cannot see it",
            Self::Caption => "caption of the picture",
            Self::Credit => "credit of the picture",
            Self::Heading => "heading",
            Self::Paragraph => "paragraph",
            Self::ListItem => "item of a list",
            Self::Quote => "quote",
            Self::Cell => "cell of a table",
            Self::CalloutTitle => "title of the box",
            Self::Callout => "text of the box",
            Self::Footnote => "footnote",
        }
    }

    /// The kind with this [description](Self::description).
    pub fn described(description: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.description() == description)
    }

    /// Whether its text is inline Markdown; that of other kinds is plain, and no sign in it means anything.
    pub fn is_markdown(self) -> bool {
        match self {
            Self::Title | Self::Summary | Self::Alt | Self::Caption | Self::Credit | Self::CalloutTitle => false,
            Self::Heading
            | Self::Paragraph
            | Self::ListItem
            | Self::Quote
            | Self::Cell
            | Self::Callout
            | Self::Footnote => true,
        }
    }
}

/// One translatable block of a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: Kind,
    /// Its text on one line: canonical inline Markdown, or plain text, as its kind says.
    pub text: String,
    /// The line of the file it starts on, from 1.
    pub line: usize,
    /// What the writer tells translators about it.
    pub note: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_kinds_are_listed() {
        assert!(Kind::ALL.iter().enumerate().all(|(at, kind)| *kind as usize == at));
    }
}
