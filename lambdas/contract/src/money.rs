//! Money: whole minor units and their currency. Deliberately absent: floating point, conversion, and formatting, which the
//! web app does.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::text::validated_text;

/// An amount of money.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Money {
    /// The amount in minor units: 350 is 3.50 euros.
    pub amount: u64,
    /// The currency.
    pub currency: Currency,
}

/// An ISO 4217 currency code.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend("pattern" = "^[A-Z]{3}$"))]
pub struct Currency(String);

validated_text!(
    Currency,
    |text| text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase()),
    expected "a currency code of three capital letters"
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_currency_is_three_capital_letters() {
        assert_eq!(Currency::parse("EUR").unwrap().as_str(), "EUR");
        for wrong in ["", "eur", "EU", "EURO", "€UR", "E R"] {
            assert!(Currency::parse(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn a_fractional_or_negative_amount_is_refused() {
        for wrong in ["3.5", "-1", "\"350\""] {
            let json = format!(r#"{{"amount":{wrong},"currency":"EUR"}}"#);
            assert!(serde_json::from_str::<Money>(&json).is_err(), "{wrong}");
        }
    }
}
