//! The smaller copies of a photograph, made once and kept under the hash of what they were made from.

use std::{
    path::PathBuf,
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

    /// The copies of the picture in `bytes`, smallest first. Those that are not there are made.
    pub(super) fn of(&self, bytes: &[u8], kind: Kind, head: &Head) -> Result<Vec<SmallCopy>, Fault> {
        let widths: Vec<u32> = WIDTHS.into_iter().filter(|width| is_worth_it(*width, head.size)).collect();
        let name = Fingerprint::of(bytes).to_string();
        let there = ["jpg", "png"].map(|extension| self.named(&name, extension, &widths));
        if let Some(copies) = there.into_iter().find(|copies| copies.iter().all(|copy| copy.file.is_file())) {
            return Ok(copies);
        }
        let _alone = self.pixels.lock().unwrap_or_else(PoisonError::into_inner);
        let pixels = Pixels::read(bytes, kind)?;
        let copies = self.named(&name, pixels.extension(), &widths);
        for copy in &copies {
            let made = pixels.encode_copy(scaled(head.size, copy.width))?;
            disk::write_derived_if_changed(&copy.file, &made)?;
        }
        Ok(copies)
    }

    fn named(&self, name: &str, extension: &str, widths: &[u32]) -> Vec<SmallCopy> {
        let copy = |width: &u32| SmallCopy {
            width: *width,
            ending: format!(".{width}.{extension}"),
            file: self.folder.join(format!("{name}.{width}.{extension}")),
        };
        widths.iter().map(copy).collect()
    }
}

/// Whether a copy is smaller enough for a reader to notice.
fn is_worth_it(width: u32, full: Size) -> bool {
    u64::from(width) * 5 <= u64::from(full.width) * 4
}

/// A size of this width and the same shape.
fn scaled(full: Size, width: u32) -> Size {
    let height = (u64::from(full.height) * u64::from(width) + u64::from(full.width) / 2) / u64::from(full.width.max(1));
    Size { width, height: u32::try_from(height).unwrap_or(u32::MAX).max(1) }
}
