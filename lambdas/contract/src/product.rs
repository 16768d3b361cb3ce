//! A product of the catalogue, as the API returns it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{ImageKey, InvalidParameter, Money, Timestamp, page::is_zero, text::validated_text};

/// A product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Product {
    /// The product's ID. It never changes.
    pub id: ProductId,
    /// The product's name.
    pub name: String,
    /// A short description.
    pub description: String,
    /// The unit price.
    pub price: Money,
    /// The picture, at `/images/<imageKey>` of the site's origin.
    pub image_key: ImageKey,
    /// How many are in stock.
    pub stock: u32,
    /// When the product last changed.
    pub updated_at: Timestamp,
}

/// A page of the catalogue, sorted by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ProductPage {
    /// The products.
    pub items: Vec<Product>,
    /// How many products of this page could not be read; absent if none.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub unreadable: u32,
    /// The token of the next page; absent on the last page. Clients must not interpret it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub next_token: Option<String>,
}

/// The path parameters of `/products/{id}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ProductPath {
    /// The product's ID.
    pub id: ProductId,
}

impl ProductPath {
    /// Reads the parameters. The error names the invalid one.
    pub fn read<'a>(
        mut parameter: impl FnMut(&'static str) -> Option<&'a str>,
    ) -> Result<Self, InvalidParameter> {
        let id = ProductId::parse(parameter("id").unwrap_or_default());
        Ok(Self {
            id: id.map_err(|reason| InvalidParameter { name: "id", reason })?,
        })
    }
}

/// A product ID: lower-case words separated by hyphens, such as `double-chocolate`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend("pattern" = "^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$"))]
pub struct ProductId(String);

validated_text!(
    ProductId,
    is_slug,
    expected "a product ID of at most 64 lower-case letters and digits, with hyphens only between them"
);

/// Whether the text is lower-case letters and digits, with hyphens only between them.
pub(crate) fn is_slug(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && text
            .bytes()
            .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
        && !text.starts_with('-')
        && !text.ends_with('-')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// The pattern of the schema without its anchors, which proptest does not support.
        #[test]
        fn every_text_that_matches_the_published_pattern_is_a_product_id(id in "[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?") {
            prop_assert_eq!(ProductId::parse(&id).map(String::from), Ok(id));
        }

        #[test]
        fn a_product_id_is_safe_in_a_path(text: String) {
            if let Ok(id) = ProductId::parse(&text) {
                prop_assert!(id.as_str().bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'));
            }
        }
    }

    #[test]
    fn the_parameter_that_is_read_is_published() {
        let path = ProductPath::read(|name| (name == "id").then_some("oat")).unwrap();
        assert_eq!(path.id.as_str(), "oat");
        let published = crate::schema::TypeSchema::new::<ProductPath>().parameters();
        assert!(
            published
                .iter()
                .map(|parameter| parameter.name.as_str())
                .eq(["id"])
        );
        assert_eq!(ProductPath::read(|_| None).unwrap_err().name, "id");
    }

    #[test]
    fn a_product_id_is_a_slug() {
        let longest = "a".repeat(64);
        for right in ["a", "7", "double-chocolate", "a--b", longest.as_str()] {
            assert_eq!(ProductId::parse(right).unwrap().as_str(), right);
        }
        let too_long = "a".repeat(65);
        for wrong in [
            "",
            "-",
            "-a",
            "a-",
            "A",
            "a b",
            "a/b",
            "a%20b",
            "ä",
            "a\n",
            too_long.as_str(),
        ] {
            assert!(ProductId::parse(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn a_product_is_json_in_camel_case() {
        let json = serde_json::json!({
            "id": "double-chocolate", "name": "Double Chocolate", "description": "Dark.",
            "price": { "amount": 350, "currency": "EUR" }, "imageKey": "double-chocolate.svg",
            "stock": 12, "updatedAt": "2026-11-22T10:00:00Z"
        });
        let product: Product = serde_json::from_value(json.clone()).unwrap();
        assert_eq!(serde_json::to_value(&product).unwrap(), json);
    }

    #[test]
    fn the_last_page_has_no_next_token() {
        let page = ProductPage {
            unreadable: 0,
            items: Vec::new(),
            next_token: None,
        };
        assert_eq!(serde_json::to_string(&page).unwrap(), r#"{"items":[]}"#);
    }

    #[test]
    fn a_malformed_id_is_refused() {
        let error = serde_json::from_str::<ProductPath>(r#"{"id":"No Such"}"#).unwrap_err();
        assert!(error.to_string().starts_with("expected a product ID"), "{error}");
    }
}
