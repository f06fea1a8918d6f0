//! The smaller copies of a photograph, made once and kept under the hash of what they were made from.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use super::{
    MOST_PIXELS_WIDE, Size, SmallCopy,
    raster::{Fault, Head, Kind, Pixels},
};
use crate::{disk, fingerprint::Fingerprint};

/// The widths of copies: a phone, a phone with a fine screen or a card, a column of text on a fine screen.
const WIDTHS: [u32; 5] = [400, 800, 1200, 1600, MOST_PIXELS_WIDE];

/// Where copies are kept.
#[derive(Debug)]
pub(super) struct Copies {
    folder: PathBuf,
    /// Held while pixels are in memory, so that two large pictures are never there at once.
    pixels: Mutex<()>,
}

impl Copies {
    pub(super) fn new(folder: PathBuf) -> Self {
        Self { folder, pixels: Mutex::default() }
    }

    /// The copies of the picture in `bytes`, smallest first: none that takes more bytes than the picture itself. If it is
    /// not known which those are, or one is not there, they are made; all pixels are read then, whether or not one comes of it.
    pub(super) fn of(&self, bytes: &[u8], kind: Kind, head: &Head) -> Result<Vec<SmallCopy>, Fault> {
        let name = Fingerprint::of(bytes).to_string();
        let list = self.folder.join(format!("{name}.copies"));
        if let Some(copies) = self.listed(&name, &list) {
            return Ok(copies);
        }
        let _alone = self.pixels.lock().unwrap_or_else(PoisonError::into_inner);
        let pixels = Pixels::read(bytes, kind)?;
        let mut copies = Vec::new();
        for width in WIDTHS.into_iter().filter(|width| is_worth_it(*width, head.size)) {
            let made = pixels.encode_copy(head.size.at_width(width))?;
            if made.len() < bytes.len() {
                let copy = self.named(&name, width, format!(".{width}.{}", pixels.extension()));
                disk::write_derived_if_changed(&copy.file, &made)?;
                copies.push(copy);
            }
        }
        let endings: Vec<_> = copies.iter().map(|copy| copy.ending.as_str()).collect();
        disk::write_derived_if_changed(&list, endings.join("\n").as_bytes())?;
        Ok(copies)
    }

    /// The copies that a list names by their endings, a line each, if all are there.
    fn listed(&self, name: &str, list: &Path) -> Option<Vec<SmallCopy>> {
        let endings = fs::read_to_string(list).ok()?;
        let copy = |ending: &str| {
            let width = ending.strip_prefix('.')?.split('.').next()?.parse().ok()?;
            Some(self.named(name, width, ending.to_owned()))
        };
        let copies: Vec<_> = endings.lines().map(copy).collect::<Option<_>>()?;
        copies.iter().all(|copy| copy.file.is_file()).then_some(copies)
    }

    fn named(&self, name: &str, width: u32, ending: String) -> SmallCopy {
        let file = self.folder.join(format!("{name}{ending}"));
        SmallCopy { width, ending, file }
    }
}

/// Whether a copy is smaller enough for a reader to notice.
fn is_worth_it(width: u32, full: Size) -> bool {
    u64::from(width) * 5 <= u64::from(full.width) * 4
}
