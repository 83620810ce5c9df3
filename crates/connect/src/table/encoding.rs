//! Texts in other encodings than UTF-8.

use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::io::{self, Read};

/// How letters are written as bytes, such as `UTF-8` or `windows-1252`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TextEncoding(&'static Encoding);

impl TextEncoding {
    /// By one of its names: `utf-8`, `utf-16`, `windows-1252`, `latin-1`, `iso-8859-15`, and the
    /// further labels of the WHATWG Encoding Standard. Latin-1 is read as Windows-1252, which has
    /// letters where Latin-1 has control characters only.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let name = match name.to_ascii_lowercase().as_str() {
            "latin-1" => "latin1".to_owned(),
            other => other.to_owned(),
        };
        Encoding::for_label(name.as_bytes()).map(Self)
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    pub(super) fn is_utf8(self) -> bool {
        self.0 == UTF_8
    }
}

/// What the beginning of a file tells of its encoding.
pub(super) struct Seen {
    pub(super) encoding: TextEncoding,
    /// How many bytes at the beginning only mark the encoding.
    pub(super) mark: usize,
    /// Whether nothing but likelihood speaks for it.
    pub(super) guessed: bool,
}

/// Looks for a mark, then for what bytes can be; `said` wins over everything but the mark's width.
pub(super) fn look(sample: &[u8], whole: bool, said: Option<TextEncoding>) -> Seen {
    let marked = Encoding::for_bom(sample);
    if let Some(encoding) = said {
        let mark = marked.filter(|(found, _)| *found == encoding.0).map_or(0, |(_, mark)| mark);
        return Seen { encoding, mark, guessed: false };
    }
    let seen = |encoding, guessed| Seen { encoding: TextEncoding(encoding), mark: 0, guessed };
    if let Some((encoding, mark)) = marked {
        return Seen { mark, ..seen(encoding, false) };
    }
    if let Some(encoding) = wide(sample) {
        return seen(encoding, true);
    }
    let (sound, broken) = beyond_ascii(sample, whole);
    // A few broken letters among sound ones are mistakes of single rows.
    if broken > sound { seen(WINDOWS_1252, true) } else { seen(UTF_8, false) }
}

/// UTF-16 without a mark: every other byte of European text is zero.
fn wide(sample: &[u8]) -> Option<&'static Encoding> {
    let zeros = |first: usize| {
        let bytes = sample[..sample.len().min(4096)].iter().skip(first).step_by(2);
        bytes.filter(|byte| **byte == 0).count()
    };
    let (even, odd, half) = (zeros(0), zeros(1), sample.len().min(4096) / 2);
    match half {
        0 => None,
        _ if odd * 10 > half * 7 && even * 10 < half => Some(UTF_16LE),
        _ if even * 10 > half * 7 && odd * 10 < half => Some(UTF_16BE),
        _ => None,
    }
}

/// How many letters beyond ASCII are sound UTF-8, and how many bytes are not.
fn beyond_ascii(mut sample: &[u8], whole: bool) -> (usize, usize) {
    let (mut sound, mut broken) = (0, 0);
    let letters = |text: &str| text.chars().filter(|letter| !letter.is_ascii()).count();
    loop {
        match str::from_utf8(sample) {
            Ok(text) => return (sound + letters(text), broken),
            Err(error) => {
                let (good, rest) = sample.split_at(error.valid_up_to());
                sound += str::from_utf8(good).map_or(0, letters);
                match error.error_len() {
                    Some(length) => {
                        broken += 1;
                        sample = &rest[length..];
                    }
                    // Cut off by the end of the sample.
                    None => return (sound, broken + usize::from(whole)),
                }
            }
        }
    }
}

/// Bytes of another encoding as UTF-8. What is no letter of it becomes a byte that is no UTF-8, so
/// that the cell with it is rejected.
pub(super) struct Transcoded<R> {
    input: R,
    decoder: Decoder,
    raw: Vec<u8>,
    at: usize,
    ended: bool,
    text: Vec<u8>,
    given: usize,
}

const NO_LETTER: u8 = 0xff;
const BUFFER_BYTES: usize = 32 << 10;

impl<R: Read> Transcoded<R> {
    pub(super) fn new(input: R, encoding: TextEncoding) -> Self {
        let decoder = encoding.0.new_decoder_without_bom_handling();
        let (raw, text) = (Vec::new(), Vec::new());
        Self { input, decoder, raw, at: 0, ended: false, text, given: 0 }
    }

    fn fill(&mut self) -> io::Result<()> {
        self.text.clear();
        self.given = 0;
        while self.text.is_empty() && !(self.ended && self.at >= self.raw.len()) {
            if self.at >= self.raw.len() {
                self.raw.resize(BUFFER_BYTES, 0);
                let count = self.input.read(&mut self.raw)?;
                self.raw.truncate(count);
                self.at = 0;
                self.ended = count == 0;
            }
            let rest = &self.raw[self.at..];
            // Three bytes for each, and what the decoder holds back.
            self.text.resize(rest.len() * 3 + 16, 0);
            let (result, read, written) =
                self.decoder.decode_to_utf8_without_replacement(rest, &mut self.text, self.ended);
            self.at += read;
            self.text.truncate(written);
            match result {
                DecoderResult::Malformed(..) => self.text.push(NO_LETTER),
                DecoderResult::InputEmpty if self.ended => break,
                DecoderResult::InputEmpty | DecoderResult::OutputFull => {}
            }
        }
        Ok(())
    }
}

impl<R: Read> Read for Transcoded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.given == self.text.len() {
            self.fill()?;
        }
        let rest = &self.text[self.given..];
        let count = rest.len().min(buffer.len());
        buffer[..count].copy_from_slice(&rest[..count]);
        self.given += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8], name: &str) -> Vec<u8> {
        let mut text = Vec::new();
        let encoding = TextEncoding::from_name(name).unwrap();
        Transcoded::new(bytes, encoding).read_to_end(&mut text).unwrap();
        text
    }

    #[test]
    fn other_encodings_are_read_and_what_is_no_letter_stays_no_letter() {
        assert_eq!(decoded(b"M\xfcller \x80", "latin-1"), "Müller €".as_bytes());
        assert_eq!(decoded(b"a\0\xfc\0", "utf-16"), "aü".as_bytes());
        assert_eq!(decoded(b"\0a\0\xfc", "utf-16be"), "aü".as_bytes());
        assert_eq!(decoded(b"a\0\x00\xd8b\0", "utf-16"), b"a\xffb", "half of a pair");
        assert_eq!(decoded(b"a\0b", "utf-16"), b"a\xff", "cut off");
        let long = "ü".repeat(100_000);
        let wide: Vec<u8> = long.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decoded(&wide, "utf-16le"), long.as_bytes());
    }

    #[test]
    fn an_encoding_is_known_by_its_mark_or_guessed_by_what_the_bytes_can_be() {
        let cases: [(&[u8], &str, usize, bool); 7] = [
            (b"id,name", "UTF-8", 0, false),
            (b"\xef\xbb\xbfid", "UTF-8", 3, false),
            (b"\xff\xfei\0", "UTF-16LE", 2, false),
            (b"i\0d\0,\0n\0", "UTF-16LE", 0, true),
            (b"\0i\0d\0,\0n", "UTF-16BE", 0, true),
            (b"M\xfcller", "windows-1252", 0, true),
            ("Müller, Jörg, W\u{e9}b".as_bytes(), "UTF-8", 0, false),
        ];
        for (bytes, name, mark, guessed) in cases {
            let seen = look(bytes, true, None);
            assert_eq!((seen.encoding.name(), seen.mark, seen.guessed), (name, mark, guessed));
        }
        let mixed = [b"W\xe9b ", "Müller Jörg".as_bytes()].concat();
        assert_eq!(look(&mixed, true, None).encoding.name(), "UTF-8");
        assert!(!look(b"caf\xc3", false, None).guessed, "only cut off");
    }
}
