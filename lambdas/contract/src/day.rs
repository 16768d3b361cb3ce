//! A day as text. The shop's time zone defines when it starts and ends.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Timestamp, text::validated_text};

/// A day in the shop's time zone: `2026-11-22`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend("format" = "date", "pattern" = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
pub struct Day(String);

validated_text!(
    Day,
    |text| text.len() == 10 && Timestamp::parse(&format!("{text}T00:00:00Z")).is_ok(),
    expected "a day, such as `2026-11-22`"
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_exists_in_the_calendar() {
        for right in ["2026-11-22", "2024-02-29", "0000-01-01", "9999-12-31"] {
            assert_eq!(Day::parse(right).unwrap().as_str(), right);
        }
        for wrong in [
            "",
            "2026-11",
            "2026-02-29",
            "2026-11-31",
            "22.11.2026",
            "2026-11-22T",
            "today",
        ] {
            assert!(Day::parse(wrong).is_err(), "{wrong:?}");
        }
    }
}
