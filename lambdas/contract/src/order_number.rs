//! The order number: a short name of an order for people, which is read out on the phone and printed on a packing slip.
//!
//! It is derived from the order's ID, so every order has one, including older ones. It gives no access: the ID cannot be computed from
//! it. It is not unique: among a million orders the probability that two have the same number is about one in three. So nothing
//! is looked up by the number alone without showing which order was found.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{OrderId, text::validated_text};

/// An order number, such as `K7Q2-9F4M`: eight digits and letters without I, L, O and U, derived from the order's ID.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend("pattern" = "^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$"))]
pub struct OrderNumber(String);

/// Crockford's base 32.
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

impl OrderNumber {
    /// The number of the order with this ID: the first 40 bits of the ID's SHA-256 in base 32.
    pub fn of(id: &OrderId) -> Self {
        let hash = Sha256::digest(id.as_str());
        let bits = hash[..5]
            .iter()
            .fold(0, |bits: u64, byte| (bits << 8) | u64::from(*byte));
        let digit = |place: u32| {
            let index = (bits >> (35 - 5 * place)) & 31;
            char::from(DIGITS[usize::try_from(index).expect("five bits")])
        };
        let digits: String = (0..8).map(digit).collect();
        Self(format!("{}-{}", &digits[..4], &digits[4..]))
    }
}

validated_text!(OrderNumber, is_number, expected "an order number, such as `K7Q2-9F4M`");

fn is_number(text: &str) -> bool {
    text.len() == 9
        && text.bytes().enumerate().all(|(place, byte)| match place {
            4 => byte == b'-',
            _ => DIGITS.contains(&byte),
        })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::text::tests::check;

    fn id(number: u32) -> OrderId {
        OrderId::parse(&format!("01936e2a-7c00-7abc-8def-{number:012x}")).unwrap()
    }

    #[test]
    fn an_id_determines_the_number() {
        // Every later version must return the same number: it is on paper.
        let known = OrderId::parse("238c5b6d-db48-8a6d-863c-e774c2f42b20").unwrap();
        assert_eq!(OrderNumber::of(&known).as_str(), "FY9E-S9HR");
        assert_eq!(OrderNumber::of(&known), OrderNumber::of(&known));
    }

    #[test]
    fn every_number_is_one_that_is_published() {
        let numbers: BTreeSet<_> = (0..2000).map(id).map(|id| OrderNumber::of(&id)).collect();
        assert_eq!(numbers.len(), 2000);
        for number in &numbers {
            check::<OrderNumber>(number.as_str(), true);
        }
        let digits: BTreeSet<_> = numbers
            .iter()
            .flat_map(|number| number.as_str().bytes())
            .collect();
        assert!(DIGITS.iter().all(|digit| digits.contains(digit)));
        for wrong in [
            "",
            "K7Q29F4M",
            "K7Q2-9F4",
            "k7q2-9f4m",
            "I7Q2-9F4M",
            "K7Q2-9F4MM",
            "K7Q2 9F4M",
        ] {
            check::<OrderNumber>(wrong, false);
        }
    }
}
