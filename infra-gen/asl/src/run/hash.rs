//! The digests of `States.Hash` and `$hash`.

use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha384, Sha512};

/// The hexadecimal digest of `text` by the named algorithm.
pub(super) fn hex_digest(algorithm: &str, text: &str) -> Result<String, String> {
    match algorithm {
        "MD5" => Ok(digest::<Md5>(text)),
        "SHA-1" => Ok(digest::<Sha1>(text)),
        "SHA-256" => Ok(digest::<Sha256>(text)),
        "SHA-384" => Ok(digest::<Sha384>(text)),
        "SHA-512" => Ok(digest::<Sha512>(text)),
        other => Err(format!(
            "unknown hash algorithm `{other}`; use MD5, SHA-1, SHA-256, SHA-384 or SHA-512"
        )),
    }
}

fn digest<D: Digest>(text: &str) -> String {
    hex::encode(D::digest(text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_match_published_values() {
        assert_eq!(
            hex_digest("MD5", "abc").unwrap(),
            "900150983cd24fb0d6963f7d28e17f72"
        );
        assert_eq!(
            hex_digest("SHA-1", "abc").unwrap(),
            "a9993e364706816aba3e25717850c26c9cd0d89d"
        );
        assert!(
            hex_digest("SHA-256", "abc")
                .unwrap()
                .starts_with("ba7816bf8f01cfea")
        );
        assert!(hex_digest("SHA-3", "abc").is_err());
    }
}
