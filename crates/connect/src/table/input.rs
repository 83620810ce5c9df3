//! The bytes of a file, from its beginning as often as needed, unpacked where they are packed.

use flate2::read::MultiGzDecoder;
use std::io::{self, Read, Seek, SeekFrom};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// What a file can be read from: it is looked at before it is read.
pub trait Input: Read + Seek + Send {}

impl<T: Read + Seek + Send> Input for T {}

/// How many bytes at the beginning tell how a file is written.
const SAMPLE_BYTES: u64 = 4 << 20;

/// The bytes of a file.
pub(super) struct Bytes {
    input: Counted,
    gzip: bool,
    total: u64,
}

impl Bytes {
    pub(super) fn new(input: Box<dyn Input>) -> io::Result<Self> {
        let mut input = Counted { input, read: Arc::default() };
        let total = input.seek(SeekFrom::End(0))?;
        input.rewind()?;
        let mut magic = Vec::new();
        input.by_ref().take(2).read_to_end(&mut magic)?;
        Ok(Self { input, gzip: magic == [0x1f, 0x8b], total })
    }

    /// Whether it is packed with gzip.
    pub(super) fn is_packed(&self) -> bool {
        self.gzip
    }

    /// How many bytes it has, packed as it is.
    pub(super) fn total(&self) -> u64 {
        self.total
    }

    /// How many of them were read, counted while they are.
    pub(super) fn read(&self) -> Arc<AtomicU64> {
        Arc::clone(&self.input.read)
    }

    /// The beginning, unpacked, and whether it is the whole.
    pub(super) fn sample(&mut self) -> io::Result<(Vec<u8>, bool)> {
        let mut sample = Vec::new();
        let mut reader = self.again()?.take(SAMPLE_BYTES + 1);
        reader.read_to_end(&mut sample)?;
        let whole = sample.len() as u64 <= SAMPLE_BYTES;
        sample.truncate(SAMPLE_BYTES as usize);
        Ok((sample, whole))
    }

    /// Reads from the beginning, unpacked, and can be read again.
    pub(super) fn again(&mut self) -> io::Result<Box<dyn Read + Send + '_>> {
        self.input.rewind()?;
        Ok(match self.gzip {
            true => Box::new(MultiGzDecoder::new(io::BufReader::new(&mut self.input))),
            false => Box::new(&mut self.input),
        })
    }

    /// Reads from the beginning, unpacked.
    pub(super) fn into_reader(mut self) -> io::Result<Box<dyn Read + Send>> {
        self.input.rewind()?;
        Ok(match self.gzip {
            true => Box::new(MultiGzDecoder::new(io::BufReader::new(self.input))),
            false => Box::new(self.input),
        })
    }

    /// The bytes for a format that is read from its end; `None` when more than `max` bytes would
    /// have to be unpacked into memory.
    pub(super) fn into_seekable(mut self, max: u64) -> io::Result<Option<Box<dyn Input>>> {
        if !self.gzip {
            self.input.rewind()?;
            return Ok(Some(Box::new(self.input)));
        }
        let mut unpacked = Vec::new();
        self.again()?.take(max + 1).read_to_end(&mut unpacked)?;
        let fits = unpacked.len() as u64 <= max;
        Ok(fits.then(|| Box::new(io::Cursor::new(unpacked)) as Box<dyn Input>))
    }
}

/// Counts what was read, for telling how far a long reading is.
struct Counted {
    input: Box<dyn Input>,
    read: Arc<AtomicU64>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.input.read(buffer)?;
        self.read.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }
}

impl Seek for Counted {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = self.input.seek(to)?;
        self.read.store(at, Ordering::Relaxed);
        Ok(at)
    }
}
