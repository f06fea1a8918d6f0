//! The pictures of an article, fetched and looked at before they are kept.

use std::collections::BTreeMap;

use imagesize::{ImageType, blob_size, image_type};
use url::Url;

use super::{
    article::Article,
    fetch::{Fetcher, Wanted},
    prose::{Figure, Part, Span},
};
use crate::{line::chain_of, posts::slug_of};

/// Pictures of one article that are fetched; nobody scrolls past more.
const MAX_PICTURES: usize = 60;

/// Pixels on a side. What is larger was made to exhaust the programs that show it.
const MAX_SIDE: usize = 20_000;

/// Pixels in all; the best cameras have half as many.
const MAX_PIXELS: usize = 120_000_000;

/// The files that go beside a post, by name.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

/// Fetches the pictures of an article, and makes it show the files instead. Where one cannot be had, a link
/// stands in its place, and a doubt says why.
pub(super) async fn fetch_pictures(fetcher: &Fetcher, article: &mut Article) -> Files {
    let mut files = Files::new();
    let mut kept: BTreeMap<String, Result<String, String>> = BTreeMap::new();
    let mut addresses: Vec<String> = article.lead.iter().map(|figure| figure.src.clone()).collect();
    addresses.extend(article.figures().iter().map(|figure| figure.src.clone()));
    for address in addresses {
        if kept.contains_key(&address) {
            continue;
        }
        let outcome = if kept.len() < MAX_PICTURES {
            fetch_picture(fetcher, &address).await
        } else {
            Err(format!("an article may have {MAX_PICTURES}"))
        };
        let outcome = outcome.map(|(bytes, ending)| {
            let name = free_name(&files, &address, ending);
            files.insert(name.clone(), bytes);
            name
        });
        kept.insert(address, outcome);
    }
    let doubts = &mut article.doubts;
    let lead = article.lead.take().and_then(|figure| place(figure, &kept, doubts));
    replace_figures(&mut article.parts, &mut |figure| place(figure, &kept, doubts));
    match lead {
        Some(Part::Figure(figure)) => article.lead = Some(figure),
        instead => article.parts.splice(0..0, instead).for_each(drop),
    }
    files
}

/// Fetches a picture and says which ending its file gets.
async fn fetch_picture(fetcher: &Fetcher, address: &str) -> Result<(Vec<u8>, &'static str), String> {
    if address.starts_with("data:") {
        return Err("it was part of the page itself".to_owned());
    }
    let url = address.parse::<Url>().map_err(|_| "nothing says where it lies".to_owned())?;
    let fetched = fetcher.fetch(&url, Wanted::Picture).await.map_err(|failure| chain_of(&failure))?;
    let ending = ending_of(&fetched.bytes)?;
    Ok((fetched.bytes, ending))
}

/// The ending that a picture's content calls for; what it is called elsewhere does not matter. Drawings
/// (SVG) are left out, since they can hold scripts.
fn ending_of(bytes: &[u8]) -> Result<&'static str, String> {
    let ending = match image_type(bytes) {
        Ok(ImageType::Jpeg) => "jpg",
        Ok(ImageType::Png) => "png",
        Ok(ImageType::Gif) => "gif",
        Ok(ImageType::Webp) => "webp",
        _ => return Err("it is no picture in JPEG, PNG, GIF or WebP".to_owned()),
    };
    let size = blob_size(bytes).map_err(|_| "it is damaged".to_owned())?;
    let is_fit = size.width <= MAX_SIDE && size.height <= MAX_SIDE && size.width * size.height <= MAX_PIXELS;
    if !is_fit {
        return Err(format!("its {} by {} pixels are too many", size.width, size.height));
    }
    Ok(ending)
}

/// A name that reads like the one it has on the web, and that no other picture of the post has.
fn free_name(files: &Files, address: &str, ending: &str) -> String {
    let last = address.parse::<Url>().ok().and_then(|url| Some(url.path_segments()?.next_back()?.to_owned()));
    let last = last.unwrap_or_default();
    let stem = last.rsplit_once('.').map_or(last.as_str(), |(stem, _)| stem);
    let stem = percent_encoding::percent_decode_str(stem).decode_utf8_lossy();
    let stem = if stem.contains(char::is_alphanumeric) { stem.as_ref() } else { "foto" };
    let stem = slug_of(stem).map_or_else(|| "foto".to_owned(), |slug| slug.to_string());
    let names = std::iter::once(format!("{stem}.{ending}")).chain((2..).map(|n| format!("{stem}-{n}.{ending}")));
    names.into_iter().find(|name| !files.contains_key(name)).unwrap_or_default()
}

/// What stands where a picture was.
fn place(figure: Figure, kept: &BTreeMap<String, Result<String, String>>, doubts: &mut Vec<String>) -> Option<Part> {
    match kept.get(&figure.src)? {
        Ok(name) => {
            if figure.alt.is_empty() {
                doubts.push(format!("say what the picture {name} shows, for who cannot see it"));
            }
            Some(Part::Figure(Figure { src: name.clone(), ..figure }))
        }
        Err(reason) => {
            let is_web = figure.src.starts_with("http");
            let what = if is_web { &figure.src } else { &figure.alt };
            doubts.push(format!("the picture {what:?} is missing: {reason}"));
            let text = [figure.caption, Some(figure.alt), Some(figure.src.clone())];
            let text = text.into_iter().flatten().find(|text| !text.is_empty())?;
            is_web.then(|| Part::Paragraph(vec![Span::Link(figure.src, vec![Span::Text(text)])]))
        }
    }
}

fn replace_figures(parts: &mut Vec<Part>, place: &mut impl FnMut(Figure) -> Option<Part>) {
    let all = std::mem::take(parts);
    for mut part in all {
        match &mut part {
            Part::Quote(inner) | Part::Note(_, inner) => replace_figures(inner, place),
            Part::List(_, items) => items.iter_mut().for_each(|item| replace_figures(item, place)),
            _ => {}
        }
        match part {
            Part::Figure(figure) => parts.extend(place(figure)),
            other => parts.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The head of a picture in PNG with these sides.
    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
        bytes.extend(width.to_be_bytes().iter().chain(&height.to_be_bytes()));
        bytes.extend([8, 2, 0, 0, 0, 0, 0, 0, 0]);
        bytes
    }

    #[test]
    fn a_picture_is_known_by_its_content_and_may_not_be_a_bomb() {
        assert_eq!(ending_of(&png(40, 30)), Ok("png"));
        for bad in
            [&b"<svg xmlns='http://www.w3.org/2000/svg'/>"[..], b"<html>", b"", b"\x89PNG\r\n\x1a\n", &png(50_000, 2)]
        {
            assert!(ending_of(bad).is_err());
        }
        assert!(ending_of(&png(19_000, 19_000)).is_err());
    }

    #[test]
    fn a_file_is_named_after_its_address_and_no_two_alike() {
        let mut files = Files::new();
        for (address, name) in [
            ("https://a.example/f/Roos%20in%20mei.JPEG?w=3", "roos-in-mei.jpg"),
            ("https://b.example/roos-in-mei.php", "roos-in-mei-2.jpg"),
            ("https://b.example/", "foto.jpg"),
            ("https://b.example/..%2f..%2fetc", "foto-2.jpg"),
        ] {
            assert_eq!(free_name(&files, address, "jpg"), name);
            files.insert(name.to_owned(), Vec::new());
        }
    }
}
