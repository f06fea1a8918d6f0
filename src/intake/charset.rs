//! Bytes to text, in whatever character set they were written.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// How far into a page its character set is looked for, as browsers do (HTML, section 13.2.3.2).
const HEAD_BYTES: usize = 1024;

/// The text of a document. `content_type` is what the server said.
///
/// A mark at the beginning of the file counts first, then what the server says, then what the document
/// says of itself. What is none of that and no UTF-8 is taken for windows-1252, the character set of most
/// Dutch pages that say nothing; it contains Latin-1. A declared character set that does not fit is not
/// believed where the bytes are good UTF-8. What cannot be read becomes U+FFFD.
pub(super) fn decode(bytes: &[u8], content_type: Option<&str>) -> String {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[length..]).0.into_owned();
    }
    let by_server = content_type.and_then(charset_of);
    let declared = by_server.or_else(|| declared_within(bytes));
    match (declared, std::str::from_utf8(bytes)) {
        // Valid UTF-8 beyond ASCII does not happen by chance; wrong declarations do.
        (None, Ok(text)) => text.to_owned(),
        (Some(encoding), Ok(text)) if encoding.is_ascii_compatible() => text.to_owned(),
        // What says so of itself and is not was written before somebody said it.
        (Some(encoding), Err(_)) if encoding == UTF_8 && by_server.is_none() && !is_mostly_utf8(bytes) => {
            WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned()
        }
        (Some(encoding), _) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
        (None, Err(_)) if is_mostly_utf8(bytes) => UTF_8.decode_without_bom_handling(bytes).0.into_owned(),
        (None, Err(_)) => WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    }
}

/// Whether the letters beyond ASCII are for the most part written in UTF-8, so that the rest is damage.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad
}

/// The character set in `text/html; charset=…`.
fn charset_of(content_type: &str) -> Option<&'static Encoding> {
    let lower = content_type.to_ascii_lowercase();
    let (_, label) = lower.split_once("charset=")?;
    let label = label.trim_start_matches(['"', '\'']);
    let end = label.find(['"', '\'', ';', ' ', '/', '>', '?']).unwrap_or(label.len());
    Encoding::for_label(&label.as_bytes()[..end])
}

/// What an HTML page or an XML document says at its beginning about its character set.
fn declared_within(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD_BYTES)]).to_ascii_lowercase();
    if let Some(declaration) = head.trim_start().strip_prefix("<?xml") {
        let declaration = &declaration[..declaration.find("?>")?];
        let (_, label) = declaration.split_once("encoding=")?;
        let label = label.trim_start_matches(['"', '\'']);
        return Encoding::for_label(&label.as_bytes()[..label.find(['"', '\''])?]);
    }
    let tags = head.split("<meta").skip(1).map(|rest| &rest[..rest.find('>').unwrap_or(rest.len())]);
    tags.filter_map(charset_of).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_in_whatever_it_was_written() {
        for (bytes, content_type, text) in [
            (&b"caf\xc3\xa9"[..], None, "café"),
            (b"caf\xe9", None, "café"),
            (b"caf\xe9 \x80 5", Some("text/html; charset=iso-8859-1"), "café € 5"),
            (b"caf\xe9", Some("text/html; charset=\"windows-1252\""), "café"),
            (b"caf\xc3\xa9", Some("text/html; charset=iso-8859-1"), "café"),
            (b"<meta charset=windows-1252>\xeb", None, "<meta charset=windows-1252>ë"),
            (b"<meta content='text/html; charset=latin1'>\xeb", None, "<meta content='text/html; charset=latin1'>ë"),
            (
                b"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\xeb",
                None,
                "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>ë",
            ),
            (b"\xef\xbb\xbfa", Some("text/html; charset=latin1"), "a"),
            (b"\xff\xfea\0", None, "a"),
            (b"\xc3\xa9\xc3\xa9n \xff", None, "één \u{fffd}"),
            (b"a\xff", Some("text/plain; charset=utf-8"), "a\u{fffd}"),
            (b"x", Some("text/html; charset=nonsense"), "x"),
        ] {
            assert_eq!(decode(bytes, content_type), text, "{content_type:?}");
        }
    }
}
