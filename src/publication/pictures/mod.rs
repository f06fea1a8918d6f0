//! Pictures: how large they are, so that a page keeps their place before they have loaded, and smaller
//! copies of photographs, so that a phone does not load what only a wide screen can show.
//!
//! Drawings (SVG), animations, and whatever cannot be read go onto the site as they are, in one size.

mod copies;
mod raster;
mod svg;
mod files;

use std::{
    collections::HashMap,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, OnceLock, PoisonError},
};

pub(super) use self::files::{is_inside, pictures_of, put_pictures};
use self::{copies::Copies, raster::Kind, svg::svg_size};
use crate::{diagnostic::Diagnostic, disk, posts::is_picture_of_posts};

/// The folder of the copies, below the publication's. They are made once, and may be deleted.
const CACHE: &str = "data/pictures";

/// A picture wider than this goes into no page: it has a copy of this width, and no screen shows more.
const MOST_PIXELS_WIDE: u32 = 2400;

/// The width of the picture that programs get which know of no others, such as readers of feeds.
const USUAL_WIDTH: u32 = 1600;

/// The longest file of which copies are made. A photograph of 50 megapixels is half of it.
const MAX_BYTES: u64 = 40 << 20;

/// Width and height in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Size {
    /// The width.
    pub(super) width: u32,
    /// The height.
    pub(super) height: u32,
}

impl Size {
    /// The size of this width and the same shape.
    fn at_width(self, width: u32) -> Self {
        let height =
            (u64::from(self.height) * u64::from(width) + u64::from(self.width) / 2) / u64::from(self.width.max(1));
        Self { width, height: u32::try_from(height).unwrap_or(u32::MAX).max(1) }
    }
}

/// A picture as a page shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Shown {
    /// The address for programs that know of no others.
    pub(super) src: String,
    /// The addresses of all widths, as the attribute `srcset` wants them; none where there is but one.
    pub(super) srcset: Option<String>,
    /// Its size, where known.
    pub(super) size: Option<Size>,
    /// The file that `src` is the address of.
    pub(super) file: Option<PathBuf>,
    /// The size of the picture in that file, where known.
    pub(super) file_size: Option<Size>,
}

/// What is known of a picture file.
#[derive(Debug, Default)]
pub(super) struct Picture {
    /// Its size; none where it cannot be told.
    pub(super) size: Option<Size>,
    /// The copies, smallest first.
    pub(super) copies: Vec<SmallCopy>,
    /// Why it is shown as it is.
    fault: Option<String>,
}

/// A smaller copy of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SmallCopy {
    /// Its width in pixels.
    pub(super) width: u32,
    /// How its name on the site ends, after that of the picture: `.800.jpg`.
    pub(super) ending: String,
    /// The file that holds it.
    pub(super) file: PathBuf,
}

/// The pictures of a publication, each of which is looked at once, on however many pages it is.
#[derive(Debug)]
pub(super) struct Pictures {
    root: PathBuf,
    copies: Copies,
    known: Mutex<HashMap<PathBuf, Arc<OnceLock<Picture>>>>,
}

impl Pictures {
    /// The pictures of the publication in the folder `root`.
    pub(super) fn new(root: &Path) -> Self {
        Self { root: root.to_owned(), copies: Copies::new(root.join(CACHE)), known: Mutex::default() }
    }

    /// What is known of the file at `path`, from the publication's folder. Its copies are made if they are
    /// not there.
    pub(super) fn of(&self, path: &Path) -> PictureRef {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let cell = Arc::clone(known.entry(path.to_owned()).or_default());
        drop(known);
        cell.get_or_init(|| self.look(path));
        PictureRef(cell)
    }

    /// The size of the picture at `path`.
    pub(super) fn size(&self, path: &Path) -> Option<Size> {
        self.of(path).get().and_then(|picture| picture.size)
    }

    /// The picture at `path`, whose address on the site is `address`.
    pub(super) fn shown(&self, path: &Path, address: String) -> Shown {
        let picture = self.of(path);
        let file = self.root.join(path);
        let Some(Picture { size, copies, .. }) = picture.get() else {
            return Shown { src: address, file: Some(file), ..Shown::default() };
        };
        let Some(full) = size.filter(|_| !copies.is_empty()) else {
            return Shown { src: address, srcset: None, size: *size, file: Some(file), file_size: *size };
        };
        let of_copy = |copy: &SmallCopy| (copy.width, format!("{address}{}", copy.ending), copy.file.clone());
        let mut widths: Vec<_> = copies.iter().map(of_copy).collect();
        if full.width <= MOST_PIXELS_WIDE {
            widths.push((full.width, address.clone(), file.clone()));
        }
        let usual = widths.iter().rfind(|(width, ..)| *width <= USUAL_WIDTH);
        let (width, usual, file) =
            usual.map_or((full.width, address, file), |(width, url, file)| (*width, url.clone(), file.clone()));
        let mut srcset = String::new();
        for (width, url, _) in &widths {
            // Writing to a string cannot fail. A blank or a comma would end the address there.
            let url = url.replace(' ', "%20").replace(',', "%2C");
            let _ = write!(srcset, "{}{url} {width}w", if srcset.is_empty() { "" } else { ", " });
        }
        let file_size = Some(full.at_width(width));
        Shown { src: usual, srcset: Some(srcset), size: *size, file: Some(file), file_size }
    }

    /// What is wrong with the pictures that were looked at.
    pub(super) fn diagnostics(&self) -> Vec<Diagnostic> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let mut found: Vec<_> = known
            .iter()
            .filter_map(|(path, cell)| {
                let fault = cell.get()?.fault.as_ref()?;
                let message = format!("{fault}, so the picture is published as it is, in one size");
                let help = if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("svg")) {
                    "write its size into it: `viewBox=\"0 0 1200 800\"` in its first tag"
                } else {
                    "export it again as JPEG, PNG or WebP, no larger than it will be looked at"
                };
                Some(Diagnostic::warning(path, "broken-picture", message).help(help))
            })
            .collect();
        found.sort();
        found
    }

    fn look(&self, path: &Path) -> Picture {
        let file = self.root.join(path);
        // A picture that is not there is a diagnostic of its post.
        let Ok(length) = fs::metadata(&file).map(|metadata| metadata.len()) else { return Picture::default() };
        if !is_picture_of_posts(&self.root, path) {
            return Picture::default();
        }
        if length > MAX_BYTES {
            let fault = format!("the file has {} MB, and {} are the most", length >> 20, MAX_BYTES >> 20);
            return Picture { fault: Some(fault), ..Picture::default() };
        }
        let Ok(bytes) = disk::read_plain(&file) else { return Picture::default() };
        match raster::kind(&bytes) {
            None => {
                let size = svg_size(&bytes).or_else(|| raster::size_as_it_is(&bytes));
                let fault = size.is_none().then(|| no_picture(&bytes));
                Picture { size, fault, ..Picture::default() }
            }
            Some(kind) => self.look_at_photograph(&bytes, kind),
        }
    }

    fn look_at_photograph(&self, bytes: &[u8], kind: Kind) -> Picture {
        let head = match raster::read_head(bytes, kind) {
            Ok(head) => head,
            Err(fault) => return Picture { fault: Some(fault.to_string()), ..Picture::default() },
        };
        let size = Some(head.size);
        if head.is_animated {
            return Picture { size, ..Picture::default() };
        }
        match self.copies.of(bytes, kind, &head) {
            Ok(copies) => Picture { size, copies, fault: None },
            Err(fault) => Picture { size, copies: Vec::new(), fault: Some(fault.to_string()) },
        }
    }
}

/// Why a file is none of the kinds of pictures that browsers know.
fn no_picture(bytes: &[u8]) -> String {
    let fault = match bytes {
        [] => "the file is empty",
        _ if raster::is_shown(bytes) => "the file does not say how large the picture is (`viewBox` in a drawing)",
        _ => "the file is no picture that browsers know",
    };
    fault.to_owned()
}

/// A picture that has been looked at.
#[derive(Debug)]
pub(super) struct PictureRef(Arc<OnceLock<Picture>>);

impl PictureRef {
    pub(super) fn get(&self) -> Option<&Picture> {
        self.0.get()
    }
}

#[cfg(test)]
mod tests;
