//! Text in the encodings that spreadsheets save: UTF-8, UTF-16 with its mark, Windows-1252.

use std::{
    io::{self, Read},
    ops::Range,
};

use encoding_rs::{Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How much of a file is looked at before its encoding is believed.
pub(super) const LOOKED_AT: usize = 64 * 1024;

/// The encoding of a file, by its mark or by what its beginning can be.
pub(super) fn encoding_of(start: &[u8]) -> &'static Encoding {
    match start {
        [0xFF, 0xFE, ..] => UTF_16LE,
        [0xFE, 0xFF, ..] => UTF_16BE,
        _ => match std::str::from_utf8(start) {
            Ok(_) => UTF_8,
            // What is looked at may end within a letter.
            Err(error) if error.error_len().is_none() => UTF_8,
            Err(_) => WINDOWS_1252,
        },
    }
}

/// Gives text as UTF-8. UTF-8 itself is passed on as it is, faults and all: each row says its own.
pub(super) struct Decoded<R> {
    input: R,
    decoder: Option<Decoder>,
    raw: Vec<u8>,
    /// Of `raw`, what is not decoded yet.
    left: Range<usize>,
    text: Vec<u8>,
    /// Of `text`, what is not given yet.
    ready: Range<usize>,
    is_over: bool,
}

impl<R: Read> Decoded<R> {
    pub(super) fn new(input: R, encoding: &'static Encoding) -> Self {
        let decoder = (encoding != UTF_8).then(|| encoding.new_decoder_with_bom_removal());
        let room = if decoder.is_some() { LOOKED_AT } else { 0 };
        Self { input, decoder, raw: vec![0; room], left: 0..0, text: vec![0; room], ready: 0..0, is_over: false }
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let Some(decoder) = &mut self.decoder else { return self.input.read(buffer) };
        while self.ready.is_empty() && !(self.is_over && self.left.is_empty()) {
            if self.left.is_empty() {
                let read = self.input.read(&mut self.raw)?;
                (self.left, self.is_over) = (0..read, read == 0);
            }
            let raw = &self.raw[self.left.clone()];
            let (_, read, written, _) = decoder.decode_to_utf8(raw, &mut self.text, self.is_over);
            self.left.start += read;
            self.ready = 0..written;
        }
        let given = self.ready.len().min(buffer.len());
        buffer[..given].copy_from_slice(&self.text[self.ready.start..self.ready.start + given]);
        self.ready.start += given;
        Ok(given)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_encoding_is_known_by_its_mark_or_its_bytes_and_read() {
        let text = "email,name\na@b.be,André ✓\n".repeat(3_000);
        let utf_16 = |to: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(to).collect::<Vec<u8>>();
        for (name, bytes) in [
            ("UTF-8", text.clone().into_bytes()),
            ("UTF-16LE", [vec![0xFF, 0xFE], utf_16(u16::to_le_bytes)].concat()),
            ("UTF-16BE", [vec![0xFE, 0xFF], utf_16(u16::to_be_bytes)].concat()),
        ] {
            let encoding = encoding_of(&bytes[..bytes.len().min(LOOKED_AT)]);
            assert_eq!(encoding.name(), name);
            let mut read = String::new();
            Decoded::new(&bytes[..], encoding).read_to_string(&mut read).unwrap();
            assert_eq!(read, text, "{name}");
        }
        let western = b"email,name\na@b.be,Andr\xe9\n";
        let mut read = String::new();
        Decoded::new(&western[..], encoding_of(western)).read_to_string(&mut read).unwrap();
        assert_eq!(read, "email,name\na@b.be,André\n");
        assert_eq!(encoding_of("é".as_bytes().split_at(1).0).name(), "UTF-8", "cut within a letter");
    }
}
