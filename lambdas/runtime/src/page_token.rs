//! The token of the next page of a listing. Clients must not interpret it.
//!
//! It contains a version, a checksum and the position as JSON, in base64url. The checksum is not a signature: a token grants
//! nothing that the listing does not, so a forged one is harmless. Because of the checksum, a token that was truncated, mistyped
//! or taken from another listing is refused with a reason, and does not start a page at a wrong position.

use std::fmt;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Serialize, de::DeserializeOwned};

/// Writes and reads the tokens of one listing.
#[derive(Debug, Clone, Copy)]
pub struct PageToken {
    listing: &'static str,
}

impl PageToken {
    /// The tokens of the listing with this name. Listings with different positions need different names.
    pub const fn new(listing: &'static str) -> Self {
        Self { listing }
    }

    /// The token for a position.
    pub fn write(self, position: &impl Serialize) -> String {
        let position = serde_json::to_vec(position).expect("a position is a struct of strings and numbers");
        let mut bytes = vec![VERSION];
        bytes.extend(self.checksum(&position).to_be_bytes());
        bytes.extend(position);
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// The position of a token.
    pub fn read<P: DeserializeOwned>(self, token: &str) -> Result<P, InvalidPageToken> {
        if token.len() > MAX_LENGTH {
            return Err(InvalidPageToken);
        }
        let bytes = URL_SAFE_NO_PAD.decode(token).map_err(|_| InvalidPageToken)?;
        let [VERSION, a, b, c, d, position @ ..] = bytes.as_slice() else {
            return Err(InvalidPageToken);
        };
        if u32::from_be_bytes([*a, *b, *c, *d]) != self.checksum(position) {
            return Err(InvalidPageToken);
        }
        serde_json::from_slice(position).map_err(|_| InvalidPageToken)
    }

    /// FNV-1a over the listing's name and the position.
    fn checksum(self, position: &[u8]) -> u32 {
        let bytes = self.listing.bytes().chain([0]).chain(position.iter().copied());
        bytes.fold(0x811c_9dc5, |hash, byte| {
            (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        })
    }
}

/// A text that is not a token of this listing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidPageToken;

impl fmt::Display for InvalidPageToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a token of this listing; request the first page without a token")
    }
}

impl std::error::Error for InvalidPageToken {}

/// Increased when the meaning of a position changes. A token of another version is refused.
const VERSION: u8 = 1;

/// The maximum length of a token. A position contains keys, and a DynamoDB key has at most 2 kB.
const MAX_LENGTH: usize = 8192;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TOKENS: PageToken = PageToken::new("products");

    proptest! {
        #[test]
        fn a_token_leads_back_to_its_position(position: (String, u64)) {
            prop_assert_eq!(TOKENS.read(&TOKENS.write(&position)), Ok(position));
        }

        #[test]
        fn a_token_is_safe_in_a_query_string(position: String) {
            let token = TOKENS.write(&position);
            prop_assert!(token.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'));
        }

        #[test]
        fn a_token_with_one_character_changed_is_refused(position: String, at: prop::sample::Index, to in "[A-Za-z0-9_-]") {
            let token = TOKENS.write(&position);
            let at = at.index(token.len());
            prop_assume!(token[at..=at] != to);
            let changed = format!("{}{to}{}", &token[..at], &token[at + 1..]);
            prop_assert_eq!(TOKENS.read::<String>(&changed), Err(InvalidPageToken));
        }

        #[test]
        fn a_truncated_token_is_refused(position: String, at: prop::sample::Index) {
            let token = TOKENS.write(&position);
            prop_assert_eq!(TOKENS.read::<String>(&token[..at.index(token.len())]), Err(InvalidPageToken));
        }

        #[test]
        fn garbage_is_refused(garbage: String) {
            prop_assert_eq!(TOKENS.read::<String>(&garbage), Err(InvalidPageToken));
        }
    }

    #[test]
    fn a_token_of_another_listing_is_refused() {
        let token = PageToken::new("orders").write(&"here");
        assert_eq!(TOKENS.read::<String>(&token), Err(InvalidPageToken));
    }

    #[test]
    fn a_token_of_another_version_is_refused() {
        let mut bytes = URL_SAFE_NO_PAD.decode(TOKENS.write(&"here")).unwrap();
        bytes[0] += 1;
        assert_eq!(
            TOKENS.read::<String>(&URL_SAFE_NO_PAD.encode(bytes)),
            Err(InvalidPageToken)
        );
    }

    #[test]
    fn a_token_that_is_too_long_is_refused() {
        assert_eq!(TOKENS.read::<String>(&"A".repeat(1 << 20)), Err(InvalidPageToken));
    }
}
