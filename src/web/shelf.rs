//! Bodies in memory, ready to be sent: as they are, with gzip and with brotli.
//!
//! A body is known by what is in it. So one that did not change is still there after the next publish, and one
//! that nobody asks for any more makes room for others.

use std::{
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
    sync::Arc,
};

use axum::{body::Bytes, http::HeaderValue};
use flate2::{Compression, write::GzEncoder};
use quick_cache::{
    DefaultHashBuilder, OptionsBuilder, Weighter,
    sync::{Cache, DefaultLifecycle},
};
use tokio::task::spawn_blocking;

use super::negotiation::Encoding;
use crate::{fingerprint::Fingerprint, publication::PublishedFile};

/// How much memory bodies may take. A page of a post takes some 25 KB in its three encodings, so this holds
/// the six hundred that are asked for most. What else is asked for is made in a millisecond, from a file that the
/// system has in memory where there is room.
const MOST_BYTES: u64 = 16 << 20;

/// Into so many parts the shelf is divided, so that who puts something there does not keep everybody waiting. Each has
/// room for the longest body.
const PARTS: usize = 2;

/// The longest body that is kept: a search index of ten thousand posts is half of it. Longer ones are sent
/// from the disk as they are.
pub(super) const LONGEST_BODY: u64 = 5 << 20;

/// What brotli takes trouble for, of 11: level 5 makes a page a tenth smaller than gzip in half a millisecond,
/// level 11 another tenth smaller in forty.
const BROTLI_LEVEL: i32 = 5;

/// Brotli looks back so many bytes, as a power of two; a longer window costs memory and few pages are longer.
const BROTLI_WINDOW: i32 = 19;

/// A body in all its encodings.
#[derive(Debug)]
pub(super) struct Body {
    /// The tag under which a client knows it, in whatever encoding.
    pub(super) tag: HeaderValue,
    identity: Bytes,
    /// None where it would be longer.
    gzip: Option<Bytes>,
    brotli: Option<Bytes>,
}

/// The bodies that are in memory. Cheap to clone.
#[derive(Debug, Clone)]
pub(super) struct Shelf(Arc<Cache<Fingerprint, Arc<Body>, Weight>>);

#[derive(Debug, Clone)]
struct Weight;

impl Weighter<Fingerprint, Arc<Body>> for Weight {
    fn weight(&self, _: &Fingerprint, body: &Arc<Body>) -> u64 {
        let encoded = [Some(&body.identity), body.gzip.as_ref(), body.brotli.as_ref()];
        let bytes: usize = encoded.into_iter().flatten().map(Bytes::len).sum();
        // And what it takes to keep it.
        bytes as u64 + 256
    }
}

impl Body {
    fn make(print: Fingerprint, bytes: Vec<u8>) -> io::Result<Self> {
        let shorter = |encoded: Vec<u8>| (encoded.len() < bytes.len()).then(|| Bytes::from(encoded));
        let (gzip, brotli) = (shorter(gzip(&bytes)?), shorter(brotli(&bytes)?));
        Ok(Self { tag: tag(print), identity: Bytes::from(bytes), gzip, brotli })
    }

    /// The bytes in an encoding, or as they are where they would be longer in it.
    pub(super) fn bytes(&self, encoding: Encoding) -> (Bytes, Encoding) {
        let encoded = match encoding {
            Encoding::Identity => None,
            Encoding::Gzip => self.gzip.clone(),
            Encoding::Brotli => self.brotli.clone(),
        };
        encoded.map_or_else(|| (self.identity.clone(), Encoding::Identity), |bytes| (bytes, encoding))
    }
}

/// The tag of a content. It is weak: the same content in another encoding has other bytes.
pub(super) fn tag(print: Fingerprint) -> HeaderValue {
    // Hexadecimal digits can stand in a header.
    HeaderValue::try_from(format!("W/\"{print}\"")).unwrap_or_else(|_| HeaderValue::from_static("W/\"\""))
}

/// The tag of a content that is always sent as it is: byte for byte the same under the same tag.
pub(super) fn strong_tag(print: Fingerprint) -> HeaderValue {
    HeaderValue::try_from(format!("\"{print}\"")).unwrap_or_else(|_| HeaderValue::from_static("\"\""))
}

impl Shelf {
    pub(super) fn new() -> Self {
        let pages = usize::try_from(MOST_BYTES / 25_000).unwrap_or(usize::MAX);
        let mut options = OptionsBuilder::new();
        options.estimated_items_capacity(pages).weight_capacity(MOST_BYTES).shards(PARTS);
        let cache = options.build().map(|options| {
            Cache::with_options(options, Weight, DefaultHashBuilder::default(), DefaultLifecycle::default())
        });
        // What is said above is all that can be asked for.
        Self(Arc::new(cache.unwrap_or_else(|_| Cache::with_weighter(pages, MOST_BYTES, Weight))))
    }

    /// The body of a file of the site in the folder `public`; none when the file there is not, or no longer, this one.
    pub(super) async fn body(&self, public: &Path, path: &str, file: &PublishedFile) -> Option<Arc<Body>> {
        if let Some(body) = self.0.get(&file.print) {
            return Some(body);
        }
        // Whoever comes while it is made waits for it.
        self.0.get_or_insert_async(&file.print, read(public.join(path), file.print)).await.ok()
    }

    /// The body of a file, if it is there already.
    pub(super) fn get(&self, file: &PublishedFile) -> Option<Arc<Body>> {
        self.0.get(&file.print)
    }

    /// Whether a body is there already.
    pub(super) fn has(&self, file: &PublishedFile) -> bool {
        self.0.peek(&file.print).is_some()
    }
}

async fn read(path: PathBuf, print: Fingerprint) -> io::Result<Arc<Body>> {
    let read = move || {
        let bytes = fs::read(path)?;
        if Fingerprint::of(&bytes) != print {
            return Err(io::ErrorKind::NotFound.into());
        }
        Body::make(print, bytes).map(Arc::new)
    };
    spawn_blocking(read).await.map_err(io::Error::other)?
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes)?;
    encoder.finish()
}

fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let settings = brotli::enc::BrotliEncoderParams {
        quality: BROTLI_LEVEL,
        lgwin: BROTLI_WINDOW,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut encoded = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut encoded, &settings)?;
    Ok(encoded)
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn a_body_is_the_same_in_every_encoding_and_never_longer() {
        for text in [String::new(), "x".to_owned(), "<p>Blijf bewegen waar mogelijk.</p>\n".repeat(500)] {
            let body = Body::make(Fingerprint::of(text.as_bytes()), text.clone().into_bytes()).unwrap();
            for encoding in [Encoding::Identity, Encoding::Gzip, Encoding::Brotli] {
                let (bytes, encoding) = body.bytes(encoding);
                assert!(bytes.len() <= text.len());
                let mut read = String::new();
                match encoding {
                    Encoding::Identity => read = String::from_utf8(bytes.to_vec()).unwrap(),
                    Encoding::Gzip => {
                        flate2::read::GzDecoder::new(&bytes[..]).read_to_string(&mut read).unwrap();
                    }
                    Encoding::Brotli => {
                        brotli::Decompressor::new(&bytes[..], 4096).read_to_string(&mut read).unwrap();
                    }
                }
                assert_eq!(read, text, "{encoding:?}");
            }
        }
    }
}
