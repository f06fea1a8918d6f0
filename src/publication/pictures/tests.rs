//! Photographs, drawings, and files that only say that they are some.

use std::{io::Cursor, time::SystemTime};

use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use tempfile::TempDir;

use super::*;
use crate::fingerprint::Fingerprint;

/// A picture with something on it, so that it does not become nothing when it is written.
fn photograph(width: u32, height: u32) -> DynamicImage {
    let pixel =
        |x: u32, y: u32| Rgb([x % 251, y % 241, (x * 7 + y * 3) % 239].map(|channel| u8::try_from(channel).unwrap()));
    DynamicImage::from(RgbImage::from_fn(width, height, pixel))
}

/// A picture in which no encoder finds a pattern, as see-through as this.
fn grain(alpha: u8) -> RgbaImage {
    let grain = |x: u32, y: u32| x.wrapping_mul(x ^ y.wrapping_mul(2_654_435_761)).wrapping_mul(40_503).to_be_bytes();
    RgbaImage::from_fn(1000, 500, |x, y| Rgba([grain(x, y)[0], grain(y, x)[1], grain(x, y)[1], alpha]))
}

fn file(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A folder with one picture in it, and what is known of that.
fn look(name: &str, bytes: &[u8]) -> (TempDir, Pictures) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(name), bytes).unwrap();
    let pictures = Pictures::new(folder.path());
    pictures.of(Path::new(name));
    (folder, pictures)
}

fn shown(pictures: &Pictures, name: &str) -> Shown {
    pictures.shown(Path::new(name), format!("/media/{name}"))
}

fn dimensions(file: &Path) -> (u32, u32) {
    image::image_dimensions(file).unwrap()
}

/// A chunk of a PNG with its checksum (PNG, section 5.3).
fn chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let mut checksum = !0_u32;
    for byte in name.iter().chain(data) {
        checksum ^= u32::from(*byte);
        for _ in 0..8 {
            checksum = if checksum & 1 == 1 { (checksum >> 1) ^ 0xedb8_8320 } else { checksum >> 1 };
        }
    }
    let length = u32::try_from(data.len()).unwrap();
    [&length.to_be_bytes()[..], name, data, &(!checksum).to_be_bytes()].concat()
}

/// A PNG that says that it is so wide and so high, and has next to no pixels.
fn bomb(width: u32, height: u32) -> Vec<u8> {
    let head = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    [
        b"\x89PNG\r\n\x1a\n".to_vec(),
        chunk(b"IHDR", &head),
        chunk(b"IDAT", &[0x78, 1, 3, 0, 0, 0, 0, 1]),
        chunk(b"IEND", &[]),
    ]
    .concat()
}

#[test]
fn a_photograph_has_copies_in_every_width_that_is_worth_it() {
    let (_folder, pictures) = look("foto.jpg", &file(&photograph(1300, 650), ImageFormat::Jpeg));
    let found = shown(&pictures, "foto.jpg");
    assert_eq!(found.size, Some(Size { width: 1300, height: 650 }));
    assert_eq!(found.src, "/media/foto.jpg", "a reader of feeds gets what fits");
    let set = "/media/foto.jpg.400.jpg 400w, /media/foto.jpg.800.jpg 800w, /media/foto.jpg 1300w";
    assert_eq!(found.srcset.as_deref(), Some(set));
    let picture = pictures.of(Path::new("foto.jpg"));
    let copies = &picture.get().unwrap().copies;
    assert_eq!(copies.iter().map(|copy| dimensions(&copy.file)).collect::<Vec<_>>(), [(400, 200), (800, 400)]);
    assert_eq!(pictures.diagnostics(), []);
}

#[test]
fn a_picture_from_a_camera_goes_into_no_page_as_large_as_it_is() {
    let (_folder, pictures) = look("berg.jpg", &file(&photograph(4000, 1000), ImageFormat::Jpeg));
    let found = shown(&pictures, "berg.jpg");
    assert_eq!(found.src, "/media/berg.jpg.1600.jpg");
    assert!(found.srcset.unwrap().ends_with("/media/berg.jpg.2400.jpg 2400w"));
    assert_eq!(found.size, Some(Size { width: 4000, height: 1000 }), "its shape");
}

#[test]
fn no_copy_takes_more_bytes_than_the_picture_and_that_is_found_out_once() {
    // A few flat areas take next to nothing as PNG, and what is between them when they are scaled does.
    let flat = RgbImage::from_fn(1000, 1000, |x, y| if (x / 3 + y / 3) % 2 == 0 { Rgb([0; 3]) } else { Rgb([255; 3]) });
    let bytes = file(&DynamicImage::from(flat), ImageFormat::Png);
    let (folder, pictures) = look("vlak.png", &bytes);
    let found = shown(&pictures, "vlak.png");
    for copy in &pictures.of(Path::new("vlak.png")).get().unwrap().copies {
        assert!(fs::metadata(&copy.file).unwrap().len() < bytes.len() as u64, "{copy:?}");
    }
    assert!(found.srcset.is_none_or(|set| !set.contains("800w")), "that one would");
    let list = folder.path().join(CACHE).join(format!("{}.copies", Fingerprint::of(&bytes)));
    let made = fs::metadata(&list).unwrap().modified().unwrap();
    assert!(Pictures::new(folder.path()).of(Path::new("vlak.png")).get().is_some());
    assert_eq!(fs::metadata(&list).unwrap().modified().unwrap(), made);
}

#[test]
fn what_is_empty_cut_off_or_no_picture_is_found_whatever_its_size() {
    let small = file(&photograph(120, 80), ImageFormat::Jpeg);
    let drawing = &b"<svg xmlns='http://www.w3.org/2000/svg'/>"[..];
    for (name, bytes, fault) in [
        ("leeg.jpg", &[][..], Some("empty")),
        ("half.jpg", &small[..small.len() / 2], Some("cut off")),
        ("tekst.png", b"geen plaatje", Some("no picture")),
        ("klein.jpg", &small, None),
        ("tekening.svg", drawing, Some("how large")),
    ] {
        let (folder, pictures) = look(name, bytes);
        let again = Pictures::new(folder.path());
        again.of(Path::new(name));
        for pictures in [pictures, again] {
            let found = pictures.diagnostics();
            let is_right = fault.map_or(found.is_empty(), |fault| found.len() == 1 && found[0].message.contains(fault));
            assert!(is_right, "{name}: {found:?}");
        }
    }
}

#[test]
fn copies_are_made_once() {
    let (folder, pictures) = look("foto.png", &file(&photograph(900, 300), ImageFormat::Png));
    let copy = pictures.of(Path::new("foto.png")).get().unwrap().copies[0].file.clone();
    let made: SystemTime = fs::metadata(&copy).unwrap().modified().unwrap();
    fs::rename(folder.path().join("foto.png"), folder.path().join("zelfde.png")).unwrap();
    let again = Pictures::new(folder.path());
    assert_eq!(again.of(Path::new("zelfde.png")).get().unwrap().copies[0].file, copy, "under another name too");
    assert_eq!(fs::metadata(&copy).unwrap().modified().unwrap(), made);
}

#[test]
fn what_is_see_through_stays_so() {
    let glass = DynamicImage::from(grain(90));
    let (_folder, pictures) = look("glas.webp", &file(&glass, ImageFormat::WebP));
    let picture = pictures.of(Path::new("glas.webp"));
    let copy = &picture.get().unwrap().copies[0];
    assert_eq!(copy.ending, ".400.png");
    assert_eq!(image::open(&copy.file).unwrap().into_rgba8().get_pixel(5, 5)[3], 90);
    let opaque = DynamicImage::from(grain(255)).into_rgb8();
    let (_folder, pictures) = look("foto.webp", &file(&DynamicImage::from(opaque), ImageFormat::WebP));
    assert_eq!(pictures.of(Path::new("foto.webp")).get().unwrap().copies[0].ending, ".400.jpg");
}

#[test]
fn a_photograph_taken_upright_stands_upright() {
    // A JPEG with an Exif segment that says: turned by a quarter (orientation 6).
    let exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    let plain = file(&photograph(1000, 500), ImageFormat::Jpeg);
    let turned = [&plain[..2], &[0xff, 0xe1], &length, exif, &plain[2..]].concat();
    let (_folder, pictures) = look("staand.jpg", &turned);
    assert_eq!(shown(&pictures, "staand.jpg").size, Some(Size { width: 500, height: 1000 }));
    let picture = pictures.of(Path::new("staand.jpg"));
    assert_eq!(dimensions(&picture.get().unwrap().copies[0].file), (400, 800));
}

#[test]
fn a_damaged_picture_is_said_to_be_and_shown_as_it_is() {
    let whole = file(&photograph(1000, 500), ImageFormat::Png);
    for (name, bytes) in [
        ("half.png", &whole[..whole.len() / 2]),
        ("kop.png", &whole[..20]),
        ("niets.jpg", b"\xff\xd8\xff\xe0 en dan niets"),
        ("leeg.webp", b"RIFF\x04\0\0\0WEBP"),
        ("kop.avif", b"\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf"),
        ("maatloos.svg", b"<svg width=\"100%\"/>"),
    ] {
        let (_folder, pictures) = look(name, bytes);
        let found = shown(&pictures, name);
        assert_eq!((found.src, found.srcset), (format!("/media/{name}"), None));
        let diagnostics = pictures.diagnostics();
        assert_eq!(diagnostics.iter().map(|found| found.code).collect::<Vec<_>>(), ["broken-picture"], "{name}");
        assert!(!diagnostics[0].is_error());
    }
}

#[test]
fn a_file_that_says_it_is_huge_takes_no_memory() {
    for (width, height) in
        [(60_000, 60_000), (u32::MAX / 4, 2), (8_001, 8_001), (i32::MAX.cast_unsigned(), i32::MAX.cast_unsigned())]
    {
        let (_folder, pictures) = look("bom.png", &bomb(width, height));
        assert_eq!(pictures.diagnostics().len(), 1, "{width} by {height}");
        assert!(!pictures.root.join(CACHE).exists());
    }
}

#[test]
fn drawings_and_what_moves_go_through_as_they_are() {
    let still = file(&photograph(1000, 500), ImageFormat::Png);
    let control = chunk(b"acTL", &[0, 0, 0, 2, 0, 0, 0, 0]);
    let moving = [&still[..33], &control, &still[33..]].concat();
    // Of two tiles and the whole, which lies on its side (ISO/IEC 23008-12, 6.5.3 and 6.5.10).
    let boxed = |name: &[u8], inside: &[u8]| {
        let length = u32::try_from(inside.len() + 8).unwrap().to_be_bytes();
        [&length[..], name, inside].concat()
    };
    let extent =
        |width: u32, height: u32| boxed(b"ispe", &[[0; 4], width.to_be_bytes(), height.to_be_bytes()].concat());
    let properties = boxed(b"ipco", &[extent(256, 256), extent(500, 1000), boxed(b"irot", &[1])].concat());
    let meta = boxed(b"meta", &[&[0; 4][..], &boxed(b"iprp", &properties)].concat());
    let avif = [boxed(b"ftyp", b"avif\0\0\0\0avifmif1miaf"), meta].concat();
    for (name, bytes, size) in [
        ("tekening.svg", b"<svg viewBox=\"0 0 1000 500\"/>".to_vec(), Some((1000, 500))),
        ("foto.avif", avif, Some((1000, 500))),
        ("dans.gif", b"GIF89a\xe8\x03\xf4\x01\0\0\0".to_vec(), Some((1000, 500))),
        ("dans.png", moving, Some((1000, 500))),
    ] {
        let (_folder, pictures) = look(name, &bytes);
        let found = shown(&pictures, name);
        assert_eq!(found.size.map(|size| (size.width, size.height)), size, "{name}");
        assert_eq!((found.src, found.srcset), (format!("/media/{name}"), None));
        assert_eq!(pictures.diagnostics(), [], "{name}");
    }
}

#[test]
fn a_name_with_a_blank_or_a_comma_stays_one_address() {
    let (_folder, pictures) = look("mijn foto, 1.png", &file(&photograph(900, 300), ImageFormat::Png));
    let set = shown(&pictures, "mijn foto, 1.png").srcset.unwrap();
    assert_eq!(set, "/media/mijn%20foto%2C%201.png.400.png 400w, /media/mijn%20foto%2C%201.png 900w");
}
