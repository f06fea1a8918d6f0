//! Posts made of syllables, the same each time: about 900 words with headings, lists, a table and a picture.

/// The languages, the source first.
pub(crate) const LOCALES: [&str; 5] = ["nl", "fr", "en", "de", "ar"];

/// Every post is about two of these.
pub(crate) const TOPICS: [&str; 8] = ["rug", "knie", "slaap", "kracht", "lopen", "voeding", "pijn", "werk"];

/// A picture like those of the model publication.
pub(crate) const PICTURE: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1200 675\" width=\"1200\" \
     height=\"675\"><path fill=\"#f3e9dc\" d=\"M0 0h1200v675H0z\"/><circle cx=\"900\" cy=\"200\" r=\"90\" \
     fill=\"#c8553d\"/><path fill=\"#114b4a\" d=\"M0 480q300-120 600 0t600 0v195H0z\"/></svg>\n";

const SYLLABLES: [&str; 24] = [
    "be", "wee", "gen", "lo", "pen", "rug", "kracht", "ver", "moei", "en", "licht", "stap", "ru", "stig", "op", "bouw",
    "spier", "knie", "slaap", "dag", "we", "ker", "nen", "der",
];

/// One post.
pub(crate) struct Post {
    pub(crate) slug: String,
    pub(crate) title: String,
    pub(crate) summary: String,
    pub(crate) day: String,
    pub(crate) topics: [&'static str; 2],
    /// The body, block by block.
    pub(crate) blocks: Vec<Block>,
}

/// A block of Markdown around texts that are translated.
pub(crate) enum Block {
    Heading(String),
    Paragraph(String),
    Quote(String),
    List(&'static str, Vec<String>),
    Table(Vec<[String; 3]>),
    Picture(String),
}

/// A small generator of pseudo-random numbers (PCG's multiplier); a benchmark wants the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }

    fn word(&mut self) -> String {
        (0..=self.below(3)).map(|_| SYLLABLES[self.below(SYLLABLES.len())]).collect()
    }

    fn sentence(&mut self, words: usize) -> String {
        let mut text: Vec<String> = (0..words).map(|_| self.word()).collect();
        if words > 12 {
            text[5] = format!("**{}**", text[5]);
            text[9] = format!("[{}](https://bron.example/{})", text[9], text[10]);
        }
        text.join(" ")
    }
}

impl Post {
    /// The post with this number; neither of two has a paragraph of the other.
    pub(crate) fn make(number: u64) -> Self {
        let mut dice = Dice(number * 7_919 + 1);
        let mut blocks = Vec::new();
        for section in 0..6 {
            blocks.push(Block::Heading(dice.sentence(4)));
            for _ in 0..2 {
                blocks.push(Block::Paragraph(format!("Alinea {}.", dice.sentence(48))));
            }
            match section {
                0 => blocks.push(Block::Picture(dice.sentence(8))),
                1 => blocks.push(Block::List("1. ", (0..5).map(|_| dice.sentence(14)).collect())),
                2 => blocks.push(Block::Quote(dice.sentence(15))),
                3 => blocks.push(Block::Table((0..5).map(|_| [(); 3].map(|()| dice.sentence(3))).collect())),
                4 => blocks.push(Block::List("- ", (0..6).map(|_| dice.sentence(14)).collect())),
                _ => {}
            }
        }
        // Three posts a week, the newest in the autumn of 2026.
        let day = chrono::NaiveDate::from_ymd_opt(2026, 10, 1).unwrap() - chrono::Days::new(number * 7 / 3);
        Self {
            slug: format!("post-{number}"),
            title: format!("Post {number} {}", dice.sentence(5)),
            summary: dice.sentence(11),
            day: day.to_string(),
            topics: [TOPICS[number as usize % 8], TOPICS[(number as usize + 1 + number as usize / 8 % 7) % 8]],
            blocks,
        }
    }

    /// Words in the whole post.
    pub(crate) fn words(&self) -> usize {
        self.as_source().split_whitespace().count()
    }

    /// The file of the publication.
    pub(crate) fn as_source(&self) -> String {
        format!("---\n{}authors: [lien]\n---\n\n{}", self.front_matter("nl"), self.body("nl"))
    }

    /// Front matter that Hugo knows too.
    pub(crate) fn front_matter(&self, locale: &str) -> String {
        format!(
            "title: \"{}\"\nsummary: \"{}\"\ndate: {}\ntopics: [{}]\nimage:\n  src: beeld.svg\n  alt: \"{}\"\n",
            translate(&self.title, locale),
            translate(&self.summary, locale),
            self.day,
            self.topics.join(", "),
            translate(&self.summary, locale),
        )
    }

    /// The body in a language.
    pub(crate) fn body(&self, locale: &str) -> String {
        let said = |text: &String| translate(text, locale);
        let block = |block: &Block| match block {
            Block::Heading(text) => format!("## {}\n", said(text)),
            Block::Paragraph(text) => format!("{}\n", said(text)),
            Block::Quote(text) => format!("> {}\n", said(text)),
            Block::Picture(text) => format!("![{}](beeld.svg)\n", said(text)),
            Block::List(mark, items) => items.iter().map(|item| format!("{mark}{}\n", said(item))).collect(),
            Block::Table(rows) => {
                let row = |row: &[String; 3]| format!("| {} |\n", row.each_ref().map(said).join(" | "));
                format!("{}| --- | --- | --- |\n{}", row(&rows[0]), rows[1..].iter().map(row).collect::<String>())
            }
        };
        self.blocks.iter().map(block).collect::<Vec<_>>().join("\n")
    }
}

/// The same words, marked with the language they are said to be in.
pub(crate) fn translate(text: &str, locale: &str) -> String {
    match locale {
        "nl" => text.to_owned(),
        "ar" => format!("ترجمة {text}"),
        other => format!("{other} {text}"),
    }
}
