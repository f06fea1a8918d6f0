//! Pictures of pixels: JPEG, PNG and WebP, within limits that no file can talk its way out of.

use std::io::Cursor;

use image::{
    DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder as _, ImageError, ImageFormat, ImageReader, Limits,
    codecs::{jpeg::JpegEncoder, png::PngDecoder, png::PngEncoder, webp::WebPDecoder},
    imageops::FilterType,
    metadata::Orientation,
};

use super::Size;

/// The most pixels of which copies are made: cameras of today have 50 million, and each takes four bytes
/// of memory while the copies are made.
const MAX_PIXELS: u64 = 64_000_000;

/// The memory that reading a picture may take, in bytes: what [`MAX_PIXELS`] need, and as much again for
/// the tables of the decoder.
const MAX_MEMORY: u64 = 512 << 20;

/// Of a photograph, hardly anybody sees a difference above this.
const JPEG_QUALITY: u8 = 80;

/// The kinds of which copies are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Jpeg,
    Png,
    WebP,
}

/// What a file says before its pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Head {
    /// Its size, the right way up.
    pub(super) size: Size,
    /// Whether it moves.
    pub(super) is_animated: bool,
}

/// A picture of which no copies can be made.
#[derive(Debug, thiserror::Error)]
pub(super) enum Fault {
    #[error("the file is damaged, or no picture of its kind ({0})")]
    Damaged(#[from] ImageError),
    #[error("the picture has {0} megapixels, and {max} are the most", max = MAX_PIXELS / 1_000_000)]
    TooLarge(u64),
    #[error("the file is cut off: the end of the picture is not there")]
    CutOff,
    #[error("its smaller copies cannot be kept")]
    Disk(#[from] crate::disk::Error),
}

/// The kind of a file, from its first bytes.
pub(super) fn kind(bytes: &[u8]) -> Option<Kind> {
    match image::guess_format(bytes).ok()? {
        ImageFormat::Jpeg => Some(Kind::Jpeg),
        ImageFormat::Png => Some(Kind::Png),
        ImageFormat::WebP => Some(Kind::WebP),
        _ => None,
    }
}

/// Whether a file of no other known kind is one that browsers show: a drawing, whatever its size, or AVIF.
pub(super) fn is_shown(bytes: &[u8]) -> bool {
    let is_drawing = bytes.windows(4).any(|tag| tag == b"<svg");
    is_drawing || matches!(image::guess_format(bytes), Ok(ImageFormat::Avif))
}

/// The size of a picture that goes onto the site as it is: a GIF, or an AVIF the right way up.
pub(super) fn size_as_it_is(bytes: &[u8]) -> Option<Size> {
    let is_known = matches!(image::guess_format(bytes), Ok(ImageFormat::Gif | ImageFormat::Avif));
    let size = imagesize::blob_size(bytes).ok().filter(|_| is_known)?;
    let pixels = |number: usize| u32::try_from(number).ok().filter(|number| (1..=65_535).contains(number));
    Some(Size { width: pixels(size.width)?, height: pixels(size.height)? })
}

/// Reads what a file says before its pixels.
pub(super) fn read_head(bytes: &[u8], kind: Kind) -> Result<Head, Fault> {
    let mut decoder = decoder(bytes, kind)?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels > MAX_PIXELS {
        return Err(Fault::TooLarge(pixels / 1_000_000));
    }
    let lies_on_its_side = matches!(
        decoder.orientation().unwrap_or(Orientation::NoTransforms),
        Orientation::Rotate90 | Orientation::Rotate270 | Orientation::Rotate90FlipH | Orientation::Rotate270FlipH
    );
    let size = if lies_on_its_side { Size { width: height, height: width } } else { Size { width, height } };
    let is_animated = match kind {
        Kind::Jpeg => false,
        Kind::Png => PngDecoder::new(Cursor::new(bytes))?.is_apng()?,
        Kind::WebP => WebPDecoder::new(Cursor::new(bytes))?.has_animation(),
    };
    Ok(Head { size, is_animated })
}

/// The pixels of a file, the right way up.
pub(super) struct Pixels {
    image: DynamicImage,
    /// How its colors are meant, which its copies say too.
    profile: Option<Vec<u8>>,
    kind: Kind,
}

impl Pixels {
    /// Reads all pixels of a file.
    pub(super) fn read(bytes: &[u8], kind: Kind) -> Result<Self, Fault> {
        if kind == Kind::Jpeg && is_cut_off(bytes) {
            return Err(Fault::CutOff);
        }
        let mut decoder = decoder(bytes, kind)?;
        let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
        // Colors for print are turned into those for screens, and their profile fits no more.
        let is_for_screens = !matches!(decoder.original_color_type(), ExtendedColorType::Cmyk8);
        let profile = decoder.icc_profile().ok().flatten().filter(|_| is_for_screens);
        let mut image = DynamicImage::from_decoder(decoder)?;
        image.apply_orientation(orientation);
        Ok(Self { image, profile, kind })
    }

    /// The same picture at another width, as a file.
    pub(super) fn encode_copy(&self, size: Size) -> Result<Vec<u8>, Fault> {
        let copy = self.image.resize_exact(size.width, size.height, FilterType::CatmullRom);
        let mut bytes = Vec::new();
        if extension(self.kind, self.image.color().has_alpha()) == "jpg" {
            let mut encoder = JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY);
            self.keep_profile(|profile| encoder.set_icc_profile(profile).is_ok());
            copy.into_rgb8().write_with_encoder(encoder)?;
        } else {
            let mut encoder = PngEncoder::new(&mut bytes);
            self.keep_profile(|profile| encoder.set_icc_profile(profile).is_ok());
            if copy.color().has_alpha() {
                copy.into_rgba8().write_with_encoder(encoder)?;
            } else {
                copy.into_rgb8().write_with_encoder(encoder)?;
            }
        }
        Ok(bytes)
    }

    /// Whether copies are see-through where the picture is.
    pub(super) fn extension(&self) -> &'static str {
        extension(self.kind, self.image.color().has_alpha())
    }

    fn keep_profile(&self, keep: impl FnOnce(Vec<u8>) -> bool) {
        if let Some(profile) = &self.profile {
            let _ = keep(profile.clone());
        }
    }
}

/// Whether a JPEG has no end (EOI) after its last scan (SOS; ITU-T T.81, B.1.1.3): what is missing is read as gray.
fn is_cut_off(bytes: &[u8]) -> bool {
    let last = |marker: u8| bytes.windows(2).rposition(|pair| pair == [0xff, marker]);
    last(0xd9) < last(0xda)
}

/// How the names of copies end: photographs become JPEG, and what may be see-through or drawn with sharp
/// edges PNG.
fn extension(kind: Kind, has_alpha: bool) -> &'static str {
    if kind == Kind::Png || has_alpha { "png" } else { "jpg" }
}

fn decoder(bytes: &[u8], kind: Kind) -> Result<impl ImageDecoder, Fault> {
    let format = match kind {
        Kind::Jpeg => ImageFormat::Jpeg,
        Kind::Png => ImageFormat::Png,
        Kind::WebP => ImageFormat::WebP,
    };
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_MEMORY);
    reader.limits(limits);
    Ok(reader.into_decoder()?)
}
