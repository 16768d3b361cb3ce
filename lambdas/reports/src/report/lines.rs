//! Rows between the two steps: one JSON object per line. Lines are independent, so files can be concatenated.

use std::io::{self, Write};

use serde::{Serialize, de::DeserializeOwned};

/// Writes one row.
pub fn write_row(out: &mut impl Write, row: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, row)?;
    out.write_all(b"\n")
}

/// Reads one row from its line, with or without the line break.
pub fn read_row<T: DeserializeOwned>(line: &[u8]) -> Result<T, serde_json::Error> {
    serde_json::from_slice(line)
}
