//! The digests of `States.Hash` and `$hash`.

use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha384, Sha512};

/// The digest of `text` in hexadecimal, by the algorithm's name.
pub(super) fn hex(algorithm: &str, text: &str) -> Result<String, String> {
    match algorithm {
        "MD5" => Ok(digest::<Md5>(text)),
        "SHA-1" => Ok(digest::<Sha1>(text)),
        "SHA-256" => Ok(digest::<Sha256>(text)),
        "SHA-384" => Ok(digest::<Sha384>(text)),
        "SHA-512" => Ok(digest::<Sha512>(text)),
        other => Err(format!(
            "`{other}` is none of MD5, SHA-1, SHA-256, SHA-384 and SHA-512"
        )),
    }
}

fn digest<D: Digest>(text: &str) -> String {
    use std::fmt::Write as _;
    D::digest(text.as_bytes())
        .iter()
        .fold(String::new(), |mut hex, byte| {
            // Writing to a text does not fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_are_the_published_ones() {
        assert_eq!(hex("MD5", "abc").unwrap(), "900150983cd24fb0d6963f7d28e17f72");
        assert_eq!(
            hex("SHA-1", "abc").unwrap(),
            "a9993e364706816aba3e25717850c26c9cd0d89d"
        );
        assert!(hex("SHA-256", "abc").unwrap().starts_with("ba7816bf8f01cfea"));
        assert!(hex("SHA-3", "abc").is_err());
    }
}
