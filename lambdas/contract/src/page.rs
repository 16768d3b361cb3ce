//! The query parameters of a listing.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{InvalidParameter, Malformed};

/// The query parameters of a listing. Other parameters are ignored.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct PageQuery {
    /// The maximum number of items on the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "PageLimit", extend("default" = PageLimit::DEFAULT.0))]
    pub limit: Option<PageLimit>,
    /// The `nextToken` of the previous page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub next_token: Option<String>,
}

impl PageQuery {
    /// The name of the parameter with the token.
    pub const NEXT_TOKEN: &'static str = "nextToken";

    /// Reads the parameters. The error names the invalid one.
    pub fn read<'a>(
        mut parameter: impl FnMut(&'static str) -> Option<&'a str>,
    ) -> Result<Self, InvalidParameter> {
        let limit = parameter("limit").map(PageLimit::parse).transpose();
        Ok(Self {
            limit: limit.map_err(|reason| InvalidParameter {
                name: "limit",
                reason,
            })?,
            next_token: parameter(Self::NEXT_TOKEN).map(str::to_owned),
        })
    }
}

/// The maximum number of items on a page: 1 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "u8", into = "u8")]
#[schemars(extend("minimum" = 1, "maximum" = 100))]
pub struct PageLimit(u8);

impl PageLimit {
    /// The limit of a request without a limit.
    pub const DEFAULT: Self = Self(24);
    /// The smallest page.
    pub const MIN: Self = Self(1);
    /// The largest page. DynamoDB reads at most this many items in one batch.
    pub const MAX: Self = Self(100);

    /// Parses the limit from a query string.
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        // `u8::from_str` accepts a leading `+`, which is a space in a query string.
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse::<u8>()
            .ok()
            .filter(|_| digits)
            .ok_or(MALFORMED)
            .and_then(Self::try_from)
    }

    /// The number of items.
    pub fn items(self) -> usize {
        usize::from(self.0)
    }
}

const MALFORMED: Malformed = Malformed {
    expected: "a whole number from 1 to 100",
};

impl Default for PageLimit {
    fn default() -> Self {
        Self::DEFAULT
    }
}

impl TryFrom<u8> for PageLimit {
    type Error = Malformed;

    fn try_from(items: u8) -> Result<Self, Self::Error> {
        let limit = Self(items);
        if (Self::MIN..=Self::MAX).contains(&limit) {
            Ok(limit)
        } else {
            Err(MALFORMED)
        }
    }
}

impl From<PageLimit> for u8 {
    fn from(limit: PageLimit) -> Self {
        limit.0
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
pub(crate) fn is_zero(count: &u32) -> bool {
    *count == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_a_whole_number_from_1_to_100() {
        for right in ["1", "24", "100", "007"] {
            assert_eq!(
                PageLimit::parse(right).unwrap().items(),
                right.parse::<usize>().unwrap()
            );
        }
        for wrong in [
            "", "0", "101", "256", "-1", "+5", " 5", "5 ", "5.0", "1e1", "ten", "٣",
        ] {
            assert_eq!(
                PageLimit::parse(wrong).unwrap_err().to_string(),
                "expected a whole number from 1 to 100",
                "{wrong:?}"
            );
        }
    }

    #[test]
    fn the_parameters_that_are_read_are_published() {
        let mut read = Vec::new();
        let query = PageQuery::read(|name| {
            read.push(name.to_owned());
            None
        });
        assert_eq!(query, Ok(PageQuery::default()));
        let published = crate::schema::TypeSchema::new::<PageQuery>().parameters();
        assert!(published.into_iter().map(|parameter| parameter.name).eq(read));
    }

    #[test]
    fn a_limit_out_of_range_is_refused_in_json_too() {
        assert!(serde_json::from_str::<PageLimit>("0").is_err());
        assert_eq!(serde_json::from_str::<PageLimit>("100").unwrap(), PageLimit::MAX);
    }
}
