//! An order, as employees see it and as the orders table keeps it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    Day, InvalidParameter, Money, OrderCustomer, PageLimit, PriceChange, ProductId, Quantity, Timestamp,
    page::is_zero, text::validated_text,
};

/// An order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Order {
    /// The order's name in addresses and tables; it never changes.
    pub id: OrderId,
    /// When it came in.
    pub created_at: Timestamp,
    /// Who ordered.
    pub customer: OrderCustomer,
    /// What was ordered, each line of another product.
    pub lines: Vec<OrderLine>,
    /// What all of it costs.
    pub total: Money,
    /// What became of it.
    #[serde(flatten)]
    pub state: OrderState,
}

/// One product of an order, as it was when the order came in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct OrderLine {
    /// Which product.
    pub product_id: ProductId,
    /// What it was called.
    pub name: String,
    /// What one of it cost.
    pub price: Money,
    /// How many of it.
    pub quantity: Quantity,
}

/// What became of an order. It is decided once: a confirmed order is never rejected, nor the other way round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "UPPERCASE", rename_all_fields = "camelCase")]
pub enum OrderState {
    /// Its stock has not been taken yet.
    Pending,
    /// Its stock is taken.
    Confirmed {
        /// When.
        decided_at: Timestamp,
    },
    /// It will not be delivered, and no stock is taken for it.
    Rejected {
        /// When.
        decided_at: Timestamp,
        /// Why.
        rejection: Rejection,
    },
}

impl OrderState {
    /// The state without its circumstances.
    pub fn status(&self) -> OrderStatus {
        match self {
            Self::Pending => OrderStatus::Pending,
            Self::Confirmed { .. } => OrderStatus::Confirmed,
            Self::Rejected { .. } => OrderStatus::Rejected,
        }
    }
}

/// Why an order was rejected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "reason", rename_all_fields = "camelCase")]
pub enum Rejection {
    /// There was not enough of something.
    OutOfStock {
        /// The lines that fell short.
        shortfalls: Vec<Shortfall>,
    },
    /// The prices were no longer those that the customer agreed to.
    PriceChanged {
        /// The old and the new prices.
        price_change: PriceChange,
    },
    /// The shop failed to process the order. An unknown reason of a newer version is read as this one, too.
    #[serde(other)]
    NotProcessed,
}

/// A line for which there was not enough in stock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Shortfall {
    /// Which product.
    pub product_id: ProductId,
    /// How many were ordered.
    pub requested: Quantity,
    /// How many there were.
    pub available: u32,
}

/// The state of an order, without its circumstances.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "UPPERCASE")]
pub enum OrderStatus {
    /// Not decided yet.
    Pending,
    /// To be delivered.
    Confirmed,
    /// Not to be delivered.
    Rejected,
}

impl OrderStatus {
    /// Every status.
    pub const ALL: [Self; 3] = [Self::Pending, Self::Confirmed, Self::Rejected];

    /// The status as it is written everywhere.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "PENDING",
            Self::Confirmed => "CONFIRMED",
            Self::Rejected => "REJECTED",
        }
    }

    /// Reads the status, or says what it should have been.
    pub fn parse(text: &str) -> Result<Self, crate::Malformed> {
        let known = Self::ALL.into_iter().find(|status| status.as_str() == text);
        known.ok_or(crate::Malformed {
            expected: "`PENDING`, `CONFIRMED` or `REJECTED`",
        })
    }
}

/// One page of the orders, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct OrderPage {
    /// The orders of this page.
    pub items: Vec<Order>,
    /// How many orders belong here and could not be read; absent if there are none.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub unreadable: u32,
    /// Where the next page starts; absent on the last one. Its content means nothing to a client.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub next_token: Option<String>,
}

/// The query parameters of `GET /orders`. Others are ignored.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ListOrdersQuery {
    /// How many orders the page holds at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "PageLimit", extend("default" = PageLimit::DEFAULT))]
    pub limit: Option<PageLimit>,
    /// The `nextToken` of the page before, of a listing with the same `status`, `from` and `to`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub next_token: Option<String>,
    /// Only orders of this status.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "OrderStatus")]
    pub status: Option<OrderStatus>,
    /// Only orders that came in on this day or later, in the shop's time zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Day")]
    pub from: Option<Day>,
    /// Only orders that came in on this day or earlier, in the shop's time zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Day")]
    pub to: Option<Day>,
}

impl ListOrdersQuery {
    /// The name of the parameter that says where the page starts.
    pub const NEXT_TOKEN: &'static str = "nextToken";

    /// Reads the parameters, or names the one that is wrong.
    pub fn read<'a>(
        mut parameter: impl FnMut(&'static str) -> Option<&'a str>,
    ) -> Result<Self, InvalidParameter> {
        let invalid = |name| move |reason| InvalidParameter { name, reason };
        let limit = parameter("limit").map(PageLimit::parse).transpose();
        let limit = limit.map_err(invalid("limit"))?;
        let next_token = parameter(Self::NEXT_TOKEN).map(str::to_owned);
        let status = parameter("status").map(OrderStatus::parse).transpose();
        let status = status.map_err(invalid("status"))?;
        let from = parameter("from").map(Day::parse).transpose();
        let from = from.map_err(invalid("from"))?;
        let to = parameter("to").map(Day::parse).transpose();
        let to = to.map_err(invalid("to"))?;
        Ok(Self {
            limit,
            next_token,
            status,
            from,
            to,
        })
    }
}

/// The path parameters of `GET /orders/{id}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct GetOrderPath {
    /// Which order.
    pub id: OrderId,
}

impl GetOrderPath {
    /// Reads the parameters, or names the one that is wrong.
    pub fn read<'a>(
        mut parameter: impl FnMut(&'static str) -> Option<&'a str>,
    ) -> Result<Self, InvalidParameter> {
        let id = OrderId::parse(parameter("id").unwrap_or_default());
        Ok(Self {
            id: id.map_err(|reason| InvalidParameter { name: "id", reason })?,
        })
    }
}

/// An order's identifier: a UUID in lower case, which the shop makes. Whoever knows it can see the order, so it has
/// 122 bits that nobody can guess.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend("pattern" = "^[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"))]
pub struct OrderId(String);

impl OrderId {
    /// The shard of the indexes in which the order stands: its last digit.
    ///
    /// The ID is of version 8, a hash of the idempotency key that came with the order or of a random one. Older orders
    /// have IDs of version 7, which end in random bits. Either way the last digit is as good as random.
    pub fn shard(&self) -> &str {
        &self.0[self.0.len() - 1..]
    }
}

validated_text!(OrderId, is_uuid, expected "an order ID: a UUID of version 7 or 8 in lower case");

fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text
            .bytes()
            .zip(*b"xxxxxxxx-xxxx-vxxx-nxxx-xxxxxxxxxxxx")
            .all(|(byte, shape)| match shape {
                b'x' => matches!(byte, b'0'..=b'9' | b'a'..=b'f'),
                b'v' => matches!(byte, b'7' | b'8'),
                b'n' => matches!(byte, b'8' | b'9' | b'a' | b'b'),
                mark => byte == mark,
            })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    proptest! {
        /// The pattern of the schema without its anchors, which a generator does not know.
        #[test]
        fn what_the_published_pattern_allows_is_an_order_id(
            id in "[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
        ) {
            prop_assert_eq!(OrderId::parse(&id).map(String::from), Ok(id));
        }
    }

    #[test]
    fn an_order_id_is_a_uuid_with_one_spelling() {
        let id = OrderId::parse("01936e2a-7c00-7abc-8def-0123456789ae").unwrap();
        assert_eq!(id.shard(), "e");
        for wrong in [
            "",
            "01936E2A-7C00-7ABC-8DEF-0123456789AE",
            "01936e2a7c007abc8def0123456789ae",
            "01936e2a-7c00-4abc-8def-0123456789ae",
            "01936e2a-7c00-7abc-cdef-0123456789ae",
            "01936e2a-7c00-7abc-8def-0123456789a",
            "01936e2a-7c00-7abc-8def-0123456789aeä",
            "{01936e2a-7c00-7abc-8def-0123456789a}",
        ] {
            assert!(OrderId::parse(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn an_orders_state_stands_beside_its_other_fields() {
        let json = json!({
            "id": "01936e2a-7c00-7abc-8def-0123456789ae",
            "createdAt": "2026-11-22T10:00:00Z",
            "customer": {
                "name": "Ann", "email": "ann@example.com",
                "address": { "street": "1 Main St", "postalCode": "10115", "city": "Berlin", "country": "DE" }
            },
            "lines": [{
                "productId": "oat", "name": "Oat", "price": { "amount": 350, "currency": "EUR" }, "quantity": 2
            }],
            "total": { "amount": 700, "currency": "EUR" },
            "status": "REJECTED",
            "decidedAt": "2026-11-22T10:00:01Z",
            "rejection": {
                "reason": "OutOfStock",
                "shortfalls": [{ "productId": "oat", "requested": 2, "available": 1 }]
            }
        });
        let order: Order = serde_json::from_value(json.clone()).unwrap();
        assert_eq!(order.state.status(), OrderStatus::Rejected);
        assert_eq!(serde_json::to_value(&order).unwrap(), json);
    }

    #[test]
    fn a_status_is_written_one_way() {
        for status in OrderStatus::ALL {
            assert_eq!(serde_json::to_value(status).unwrap(), status.as_str());
            assert_eq!(OrderStatus::parse(status.as_str()), Ok(status));
        }
        assert!(OrderStatus::parse("pending").is_err());
    }

    #[test]
    fn the_parameters_that_are_read_are_the_published_ones() {
        let mut read = Vec::new();
        let query = ListOrdersQuery::read(|name| {
            read.push(name.to_owned());
            None
        });
        assert_eq!(query, Ok(ListOrdersQuery::default()));
        let published = crate::schema::TypeSchema::new::<ListOrdersQuery>().parameters();
        assert!(published.into_iter().map(|parameter| parameter.name).eq(read));
        for name in ["limit", "status", "from", "to"] {
            let error = ListOrdersQuery::read(|asked| (asked == name).then_some("x")).unwrap_err();
            assert_eq!(error.name, name);
        }
    }
}
