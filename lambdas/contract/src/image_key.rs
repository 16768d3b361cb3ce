//! The key of a picture in the images bucket.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::text::validated_text;

/// The file name of a picture, such as `double-chocolate.svg`.
///
/// It is one segment of a path, so that `/images/<key>` is always a picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend("pattern" = r"^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?\.[a-z0-9]{1,5}$"))]
pub struct ImageKey(String);

impl ImageKey {
    /// The prefix of every picture, in the bucket and in the URL: CloudFront forwards `/images/*` to the bucket with the
    /// same path.
    pub const PREFIX: &'static str = "images/";

    /// The key of the picture's object in the images bucket.
    pub fn object_key(&self) -> String {
        format!("{}{}", Self::PREFIX, self.0)
    }
}

validated_text!(ImageKey, is_file_name, expected "a picture's file name, such as `double-chocolate.svg`");

fn is_file_name(text: &str) -> bool {
    let Some((stem, extension)) = text.split_once('.') else {
        return false;
    };
    crate::product::is_slug(stem)
        && (1..=5).contains(&extension.len())
        && extension
            .bytes()
            .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_image_key_is_one_path_segment() {
        assert_eq!(
            ImageKey::parse("oat-raisin.webp").unwrap().object_key(),
            "images/oat-raisin.webp"
        );
        for wrong in [
            "",
            "a",
            ".svg",
            "a.",
            "../a.svg",
            "a/b.svg",
            "a.tar.gz",
            "A.svg",
            "a.svg?x=1",
            "a%2f.svg",
        ] {
            assert!(ImageKey::parse(wrong).is_err(), "{wrong:?}");
        }
    }
}
