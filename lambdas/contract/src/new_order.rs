//! The request to place an order, and its response.
//!
//! The shop sets the prices. A client sends the total that the customer agreed to, and the prices that it displayed. The shop
//! refuses an order whose total differs from its own, and never charges another amount.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Number;

use crate::{
    Customer, InvalidParameter, InvalidValue, Malformed, Money, OrderId, ProductId, postal_code,
    text::validated_text,
};

/// A new order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewOrder {
    /// The customer.
    pub customer: Customer,
    /// The products and quantities.
    pub lines: NewOrderLines,
    /// The total that the customer agreed to. If it differs from the shop's total, the order is refused.
    pub total: Money,
}

impl NewOrder {
    /// The values that are valid on their own and contradict each other.
    pub fn contradictions(&self) -> Vec<InvalidValue> {
        let address = &self.customer.address;
        let country = address.country.as_str();
        let example = postal_code::example_instead(country, address.postal_code.as_str());
        let invalid = example.map(|example| InvalidValue {
            detail: format!("expected a postal code of `{country}`, such as `{example}`"),
            pointer: "#/customer/address/postalCode".to_owned(),
        });
        invalid.into_iter().collect()
    }
}

// 99, because one transaction writes the stock of all lines and the order, and DynamoDB allows a hundred items in one.
/// The lines of an order: 1 to 99. Lines with the same product are merged into the first of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "Vec<NewOrderLine>", into = "Vec<NewOrderLine>")]
#[schemars(extend("minItems" = 1, "maxItems" = 99))]
pub struct NewOrderLines(Vec<NewOrderLine>);

impl NewOrderLines {
    /// The maximum number of lines.
    pub const MAX: usize = 99;

    /// The lines, each with a different product.
    pub fn as_slice(&self) -> &[NewOrderLine] {
        &self.0
    }
}

impl TryFrom<Vec<NewOrderLine>> for NewOrderLines {
    type Error = Malformed;

    fn try_from(lines: Vec<NewOrderLine>) -> Result<Self, Malformed> {
        if !(1..=Self::MAX).contains(&lines.len()) {
            return Err(Malformed {
                expected: "1 to 99 lines",
            });
        }
        let mut merged: Vec<NewOrderLine> = Vec::with_capacity(lines.len());
        for line in lines {
            match merged
                .iter_mut()
                .find(|known| known.product_id == line.product_id)
            {
                Some(known) => known.merge(line)?,
                None => merged.push(line),
            }
        }
        Ok(Self(merged))
    }
}

impl From<NewOrderLines> for Vec<NewOrderLine> {
    fn from(lines: NewOrderLines) -> Self {
        lines.0
    }
}

/// A product and its quantity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewOrderLine {
    /// The product.
    pub product_id: ProductId,
    /// The quantity.
    pub quantity: Quantity,
    /// The unit price that the customer saw. If it differs from the shop's price, the order is refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Money")]
    pub price: Option<Money>,
}

impl NewOrderLine {
    /// Adds another line of the same product.
    fn merge(&mut self, other: Self) -> Result<(), Malformed> {
        self.quantity = self.quantity.plus(other.quantity)?;
        match (&self.price, other.price) {
            (Some(known), Some(other)) if *known != other => {
                return Err(Malformed {
                    expected: "one price per product",
                });
            }
            (None, price) => self.price = price,
            _ => {}
        }
        Ok(())
    }
}

/// The quantity of a product: 1 to 99.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "Number", into = "u8")]
#[schemars(extend("type" = "integer", "minimum" = 1, "maximum" = 99))]
pub struct Quantity(u8);

impl Quantity {
    /// The maximum quantity of one product.
    pub const MAX: Self = Self(99);

    /// The quantity for a count.
    pub fn new(count: u64) -> Result<Self, Malformed> {
        u8::try_from(count)
            .ok()
            .filter(|count| (1..=Self::MAX.0).contains(count))
            .map(Self)
            .ok_or(Malformed {
                expected: "a whole number from 1 to 99",
            })
    }

    /// The count.
    pub fn count(self) -> u32 {
        u32::from(self.0)
    }

    fn plus(self, more: Self) -> Result<Self, Malformed> {
        Self::new(u64::from(self.0) + u64::from(more.0)).map_err(|_| Malformed {
            expected: "at most 99 of each product across all lines",
        })
    }
}

impl TryFrom<Number> for Quantity {
    type Error = Malformed;

    fn try_from(number: Number) -> Result<Self, Malformed> {
        // Fractions and negative numbers are read as zero, which is not a quantity either.
        Self::new(number.as_u64().unwrap_or(0))
    }
}

impl From<Quantity> for u8 {
    fn from(quantity: Quantity) -> Self {
        quantity.0
    }
}

/// The headers that `POST /orders` reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CreateOrderHeaders {
    /// Makes the request safe to retry: requests with the same key and the same order place one order.
    #[serde(rename = "Idempotency-Key", default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "IdempotencyKey")]
    pub idempotency_key: Option<IdempotencyKey>,
}

impl CreateOrderHeaders {
    /// Reads the headers. The error names the invalid one.
    pub fn read<'a>(
        mut header: impl FnMut(&'static str) -> Option<&'a str>,
    ) -> Result<Self, InvalidParameter> {
        const KEY: &str = "Idempotency-Key";
        let key = header(KEY).map(IdempotencyKey::parse).transpose();
        Ok(Self {
            idempotency_key: key.map_err(|reason| InvalidParameter { name: KEY, reason })?,
        })
    }
}

/// An idempotency key: a random UUID (version 4).
///
/// The order's ID is derived from the key, and anyone who knows the ID can see the order. So the key must be as hard to guess as
/// the ID: counters, dates and order numbers of another system are not accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend(
    "pattern" = "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-4[0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$"
))]
pub struct IdempotencyKey(String);

validated_text!(IdempotencyKey, is_random_uuid, expected "a random UUID (version 4)");

fn is_random_uuid(text: &str) -> bool {
    text.len() == 36
        && text
            .bytes()
            .zip(*b"xxxxxxxx-xxxx-4xxx-nxxx-xxxxxxxxxxxx")
            .all(|(byte, shape)| match shape {
                b'x' => byte.is_ascii_hexdigit(),
                b'n' => matches!(byte, b'8' | b'9' | b'a' | b'b' | b'A' | b'B'),
                exactly => byte == exactly,
            })
}

/// The response to an accepted order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CreatedOrder {
    /// The order's ID. Anyone who knows it can get the order's status at `/orders/status/{orderId}`.
    pub order_id: OrderId,
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::text;

    fn lines(lines: &[(&str, u64)]) -> Result<NewOrderLines, serde_json::Error> {
        let lines: Vec<_> = lines
            .iter()
            .map(|(product, quantity)| json!({ "productId": product, "quantity": quantity }))
            .collect();
        serde_json::from_value(lines.into())
    }

    #[test]
    fn lines_with_the_same_product_are_merged() {
        let merged = lines(&[("oat", 1), ("plum", 2), ("oat", 98)]).unwrap();
        assert_eq!(merged, lines(&[("oat", 99), ("plum", 2)]).unwrap());
        let error = lines(&[("oat", 99), ("oat", 1)]).unwrap_err();
        assert_eq!(
            error.to_string(),
            "expected at most 99 of each product across all lines"
        );
    }

    #[test]
    fn an_order_has_1_to_99_lines() {
        let many = |count| {
            let ids: Vec<_> = (0..count).map(|number| format!("p-{number}")).collect();
            lines(&ids.iter().map(|id| (id.as_str(), 1)).collect::<Vec<_>>())
        };
        assert_eq!(many(99).unwrap().as_slice().len(), 99);
        for count in [0, 100, 1000] {
            assert_eq!(
                many(count).unwrap_err().to_string(),
                "expected 1 to 99 lines",
                "{count}"
            );
        }
    }

    #[test]
    fn a_quantity_is_a_whole_number_from_1_to_99() {
        for right in ["1", "99"] {
            let quantity: Quantity = serde_json::from_str(right).unwrap();
            assert_eq!(serde_json::to_string(&quantity).unwrap(), right);
        }
        for wrong in [
            "0",
            "-1",
            "1.5",
            "1000000000",
            "1e9",
            "100",
            "1e400",
            "\"1\"",
            "null",
            "[1]",
        ] {
            assert!(serde_json::from_str::<Quantity>(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_quantity_is_published_as_a_whole_number() {
        let schema = schemars::schema_for!(Quantity);
        assert_eq!(schema.get("type"), Some(&json!("integer")));
        assert_eq!(
            (schema.get("minimum"), schema.get("maximum")),
            (Some(&json!(1)), Some(&json!(99)))
        );
    }

    #[test]
    fn lines_with_the_same_product_have_one_price() {
        let line = |price: Option<u32>| {
            let mut line = json!({ "productId": "oat", "quantity": 1 });
            if let Some(amount) = price {
                line["price"] = json!({ "amount": amount, "currency": "EUR" });
            }
            line
        };
        let merged = |prices: [Option<u32>; 2]| {
            serde_json::from_value::<NewOrderLines>(prices.into_iter().map(line).collect())
        };
        for prices in [[Some(350), Some(350)], [None, Some(350)], [Some(350), None]] {
            let merged = merged(prices).unwrap();
            let price = merged.as_slice()[0].price.as_ref().unwrap();
            assert_eq!((price.amount, merged.as_slice().len()), (350, 1));
        }
        let error = merged([Some(350), Some(360)]).unwrap_err();
        assert_eq!(error.to_string(), "expected one price per product");
    }

    #[test]
    fn the_postal_code_has_the_format_of_the_country() {
        let order = |country: &str, postal_code: &str| -> NewOrder {
            let address =
                json!({ "street": "1 Main St", "postalCode": postal_code, "city": "X", "country": country });
            serde_json::from_value(json!({
                "customer": { "name": "Ann", "email": "ann@example.com", "address": address },
                "lines": [{ "productId": "oat", "quantity": 1 }],
                "total": { "amount": 350, "currency": "EUR" },
            }))
            .unwrap()
        };
        for (country, right) in [("DE", "10115"), ("NL", "1012 AB"), ("US", "1")] {
            assert_eq!(order(country, right).contradictions(), []);
        }
        assert_eq!(
            order("DE", "1").contradictions(),
            [InvalidValue {
                detail: "expected a postal code of `DE`, such as `10115`".to_owned(),
                pointer: "#/customer/address/postalCode".to_owned(),
            }]
        );
    }

    #[test]
    fn an_order_has_the_agreed_total() {
        let order = json!({
            "customer": {
                "name": "Ann", "email": "ann@example.com",
                "address": { "street": "1 Main St", "postalCode": "10115", "city": "Berlin", "country": "DE" }
            },
            "lines": [{ "productId": "oat", "quantity": 1 }],
        });
        let error = serde_json::from_value::<NewOrder>(order).unwrap_err();
        assert_eq!(error.to_string(), "missing field `total`");
    }

    #[test]
    fn an_idempotency_key_is_a_random_uuid() {
        for right in [
            "8e03978e-40d5-43e8-bc93-6894a57f9324",
            "8E03978E-40D5-43E8-BC93-6894A57F9324",
        ] {
            text::tests::check::<IdempotencyKey>(right, true);
        }
        for wrong in [
            "",
            "1",
            "order-1001",
            "\"8e03978e-40d5-43e8-bc93-6894a57f9324\"",
            "8e03978e40d543e8bc936894a57f9324",
            // Versions 1 and 7 hold the time.
            "8e03978e-40d5-13e8-bc93-6894a57f9324",
            "8e03978e-40d5-73e8-bc93-6894a57f9324",
            "8e03978e-40d5-43e8-cc93-6894a57f9324",
            "8e03978e-40d5-43e8-bc93-6894a57f932",
            "8e03978e-40d5-43e8-bc93-6894a57f9324\n",
        ] {
            text::tests::check::<IdempotencyKey>(wrong, false);
        }
    }

    #[test]
    fn the_header_that_is_read_is_published() {
        let key = "8e03978e-40d5-43e8-bc93-6894a57f9324";
        let headers = CreateOrderHeaders::read(|_| Some(key)).unwrap();
        assert_eq!(headers.idempotency_key.unwrap().as_str(), key);
        let error = CreateOrderHeaders::read(|_| Some("")).unwrap_err();
        let published = crate::schema::TypeSchema::new::<CreateOrderHeaders>().parameters();
        assert!(
            published
                .iter()
                .map(|header| header.name.as_str())
                .eq([error.name])
        );
    }
}
