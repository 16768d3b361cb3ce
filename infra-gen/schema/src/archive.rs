//! A file of many compressed entries that are decoded one by one.
//!
//! The file begins with the length of its index (little-endian `u32`), followed by the index, in the postcard format, and the
//! entries. Each entry is a postcard value, compressed with raw DEFLATE.

use std::{io::Read as _, sync::OnceLock};

use flate2::read::DeflateDecoder;
use serde::{Deserialize, Serialize};

/// A file of compressed entries, embedded in the program.
#[derive(Debug)]
pub struct Archive {
    bytes: &'static [u8],
    index: OnceLock<Index>,
}

/// Where each entry is.
#[derive(Debug)]
struct Index {
    /// Sorted by name.
    entries: Vec<IndexEntry>,
    /// The offset of the first entry in the file.
    start: usize,
}

#[derive(Debug, Serialize, Deserialize)]
struct IndexEntry {
    name: &'static str,
    /// The number of compressed bytes.
    length: u32,
    /// From the first entry.
    #[serde(skip)]
    offset: usize,
}

impl Archive {
    /// The archive in `bytes`, which [`write`](crate::write) wrote.
    pub const fn new(bytes: &'static [u8]) -> Self {
        Self {
            bytes,
            index: OnceLock::new(),
        }
    }

    /// The names of all entries, sorted.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.index().entries.iter().map(|entry| entry.name)
    }

    /// The position of the entry `name` in [`Self::names`].
    pub fn position(&self, name: &str) -> Option<usize> {
        self.index()
            .entries
            .binary_search_by(|entry| entry.name.cmp(name))
            .ok()
    }

    /// The number of entries.
    pub fn len(&self) -> usize {
        self.index().entries.len()
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Decodes the entry at `position`. Its text stays in memory for the life of the process, so decode each entry once.
    pub fn decode<T: Deserialize<'static>>(&self, position: usize) -> T {
        let index = self.index();
        let entry = &index.entries[position];
        let start = index.start + entry.offset;
        let compressed = &self.bytes[start..start + entry.length as usize];
        let mut bytes = Vec::new();
        DeflateDecoder::new(compressed)
            .read_to_end(&mut bytes)
            .expect("the archive is part of the program, and a test decodes all of it");
        postcard::from_bytes(bytes.leak())
            .expect("the archive is part of the program, and a test decodes all of it")
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            let (length, rest) = self
                .bytes
                .split_first_chunk::<4>()
                .expect("the archive begins with the length of its index");
            let length = u32::from_le_bytes(*length) as usize;
            let mut entries: Vec<IndexEntry> =
                postcard::from_bytes(&rest[..length]).expect("the archive begins with its index");
            let mut offset = 0;
            for entry in &mut entries {
                entry.offset = offset;
                offset += entry.length as usize;
            }
            Index {
                entries,
                start: 4 + length,
            }
        })
    }
}

/// Writes an archive of `entries`. The same entries give the same bytes.
///
/// # Errors
/// If an entry cannot be written as postcard.
#[cfg(feature = "write")]
pub fn write<T: Serialize>(
    entries: &std::collections::BTreeMap<&'static str, T>,
) -> Result<Vec<u8>, postcard::Error> {
    use flate2::{Compression, write::DeflateEncoder};
    use std::io::Write as _;

    let mut index = Vec::new();
    let mut blobs = Vec::new();
    for (name, entry) in entries {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
        encoder
            .write_all(&postcard::to_stdvec(entry)?)
            .expect("writing to memory does not fail");
        let blob = encoder.finish().expect("writing to memory does not fail");
        index.push(IndexEntry {
            name,
            length: u32::try_from(blob.len()).map_err(|_| postcard::Error::SerializeBufferFull)?,
            offset: 0,
        });
        blobs.extend(blob);
    }
    let index = postcard::to_stdvec(&index)?;
    let length = u32::try_from(index.len()).map_err(|_| postcard::Error::SerializeBufferFull)?;
    Ok([&length.to_le_bytes()[..], &index, &blobs].concat())
}
