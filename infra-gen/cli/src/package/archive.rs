//! The archive that AWS Lambda unpacks: one executable called `bootstrap`. The same binary gives the same bytes.

use std::io::{Cursor, Write as _};

use sha2::{Digest as _, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// How to compress the archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Compression {
    /// For AWS Lambda: a smaller upload and a faster cold start.
    Deflate,
    /// For an endpoint on the same machine: faster to pack.
    None,
}

/// The key of a binary's archive in the bucket: `<package>/<SHA-256 of the binary>.zip`.
///
/// The hash is that of the binary, not of the archive, so that nothing is packed when the upload is skipped.
pub(crate) fn key(cargo_package: &str, binary: &[u8]) -> String {
    format!("{cargo_package}/{}.zip", hex::encode(Sha256::digest(binary)))
}

/// Packs `binary` as `bootstrap`, with a fixed time and mode.
pub(crate) fn pack(binary: &[u8], compression: Compression) -> Result<Vec<u8>, zip::result::ZipError> {
    let method = match compression {
        Compression::Deflate => CompressionMethod::Deflated,
        Compression::None => CompressionMethod::Stored,
    };
    let options = SimpleFileOptions::default()
        .compression_method(method)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o755);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("bootstrap", options)?;
    archive.write_all(binary)?;
    Ok(archive.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use zip::ZipArchive;

    use super::*;

    #[test]
    fn the_same_binary_gives_the_same_bytes() {
        for compression in [Compression::Deflate, Compression::None] {
            assert_eq!(
                pack(b"\x7fELF and so on", compression).unwrap(),
                pack(b"\x7fELF and so on", compression).unwrap()
            );
        }
    }

    #[test]
    fn the_archive_contains_one_executable_bootstrap_with_a_fixed_time() {
        let bytes = pack(b"\x7fELF and so on", Compression::Deflate).unwrap();
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        assert_eq!(archive.len(), 1);
        let mut file = archive.by_index(0).unwrap();
        assert_eq!(file.name(), "bootstrap");
        assert_eq!(file.unix_mode().unwrap() & 0o777, 0o755);
        assert_eq!(file.last_modified(), Some(DateTime::default()));
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        assert_eq!(content, b"\x7fELF and so on");
    }

    #[test]
    fn the_key_is_the_package_and_the_hash_of_the_binary() {
        assert_eq!(
            key("links-api", b"abc"),
            "links-api/ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad.zip"
        );
    }
}
