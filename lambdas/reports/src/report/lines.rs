//! Rows between the two steps: one JSON object a line. A line is written and read on its own, so that files can be
//! put together by putting them after each other.

use std::io::{self, BufRead, Write};

use serde::{Serialize, de::DeserializeOwned};

/// The longest line that is read. An order of 99 lines with the longest of names has less than a tenth of it.
const LONGEST: usize = 1 << 20;

/// Writes one row.
pub fn write_row(out: &mut impl Write, row: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, row)?;
    out.write_all(b"\n")
}

/// Reads one row from its line, with or without the line's end.
pub fn read_row<T: DeserializeOwned>(line: &[u8]) -> Result<T, serde_json::Error> {
    serde_json::from_slice(line)
}

/// Reads rows one at a time. A row that cannot be read ends it with an error that says which line it was.
pub fn read_rows<T: DeserializeOwned>(mut from: impl BufRead) -> impl Iterator<Item = Result<T, RowError>> {
    let mut line = Vec::new();
    let mut number = 0;
    let mut ended = false;
    std::iter::from_fn(move || {
        if ended {
            return None;
        }
        number += 1;
        let row = next_row(&mut from, &mut line, number).transpose();
        ended = !matches!(row, Some(Ok(_)));
        row
    })
}

fn next_row<T: DeserializeOwned>(
    from: &mut impl BufRead,
    line: &mut Vec<u8>,
    number: u64,
) -> Result<Option<T>, RowError> {
    line.clear();
    let mut limited = io::Read::take(&mut *from, LONGEST as u64);
    let read = limited.read_until(b'\n', line)?;
    if read == 0 {
        return Ok(None);
    }
    read_row(line)
        .map(Some)
        .map_err(|source| RowError::Malformed { number, source })
}

/// Why rows cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum RowError {
    /// They cannot be read at all.
    #[error("the rows cannot be read")]
    Io(#[from] io::Error),
    /// A line is not a row.
    #[error("line {number} is not a row of the report")]
    Malformed {
        /// Which line, from one.
        number: u64,
        /// What is wrong with it.
        source: serde_json::Error,
    },
}
