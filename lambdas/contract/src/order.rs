//! An order, as employees see it and as the orders table stores it.

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};

use crate::{
    Cancellation, Day, HistoryEntry, InvalidParameter, Money, Note, OrderCustomer, OrderEvent, OrderNumber,
    PageLimit, PriceChange, ProductId, Quantity, Refund, Shipment, Timestamp, page::is_zero,
    text::validated_text,
};

/// An order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Order {
    /// The order's ID. It never changes.
    pub id: OrderId,
    /// The order's number, for people. It is derived from the ID.
    pub number: OrderNumber,
    /// When it was placed.
    pub created_at: Timestamp,
    /// The customer.
    pub customer: OrderCustomer,
    /// The lines, each with a different product.
    pub lines: Vec<OrderLine>,
    /// The total price.
    pub total: Money,
    /// Its status.
    #[serde(flatten)]
    pub state: OrderState,
    /// The changes of its status by employees, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<HistoryEntry>,
    /// The notes of employees, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
    /// The refunds, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refunds: Vec<Refund>,
}

impl Order {
    /// When an employee last did this with the order; none if that has not happened.
    pub fn time_of(&self, event: OrderEvent) -> Option<&Timestamp> {
        let mut latest_first = self.history.iter().rev();
        latest_first
            .find(|entry| entry.event == event)
            .map(|entry| &entry.at)
    }
}

/// The number is not read, because items of older versions have none. So it always fits the ID.
impl<'de> Deserialize<'de> for Order {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Written {
            id: OrderId,
            created_at: Timestamp,
            customer: OrderCustomer,
            lines: Vec<OrderLine>,
            total: Money,
            #[serde(flatten)]
            state: OrderState,
            #[serde(default)]
            history: Vec<HistoryEntry>,
            #[serde(default)]
            notes: Vec<Note>,
            #[serde(default)]
            refunds: Vec<Refund>,
        }

        let Written {
            id,
            created_at,
            customer,
            lines,
            total,
            state,
            history,
            notes,
            refunds,
        } = Written::deserialize(deserializer)?;
        Ok(Self {
            number: OrderNumber::of(&id),
            id,
            created_at,
            customer,
            lines,
            total,
            state,
            history,
            notes,
            refunds,
        })
    }
}

/// A line of an order: a product as it was when the order was placed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct OrderLine {
    /// The product.
    pub product_id: ProductId,
    /// The product's name at that time.
    pub name: String,
    /// The unit price.
    pub price: Money,
    /// The quantity.
    pub quantity: Quantity,
}

/// The state of an order. It is decided once: a confirmed order is never rejected, and a rejected order is never confirmed.
/// A confirmed order is packed, shipped and delivered, or it is cancelled before it is shipped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "UPPERCASE", rename_all_fields = "camelCase")]
pub enum OrderState {
    /// Pending. No stock has been taken.
    Pending,
    /// Confirmed. The stock has been taken.
    Confirmed {
        /// When it was decided.
        decided_at: Timestamp,
    },
    /// Packed.
    Packed {
        /// When it was decided.
        decided_at: Timestamp,
    },
    /// Shipped.
    Shipped {
        /// When it was decided.
        decided_at: Timestamp,
        /// The parcel.
        shipment: Shipment,
    },
    /// Delivered.
    Delivered {
        /// When it was decided.
        decided_at: Timestamp,
        /// The parcel.
        shipment: Shipment,
    },
    /// Cancelled after its confirmation. The stock has been returned.
    Cancelled {
        /// When it was decided.
        decided_at: Timestamp,
        /// The cancellation.
        cancellation: Cancellation,
    },
    /// Rejected. It will not be delivered, and no stock is taken.
    Rejected {
        /// When it was decided.
        decided_at: Timestamp,
        /// The reason.
        rejection: Rejection,
    },
}

impl OrderState {
    /// The status.
    pub fn status(&self) -> OrderStatus {
        match self {
            Self::Pending => OrderStatus::Pending,
            Self::Confirmed { .. } => OrderStatus::Confirmed,
            Self::Packed { .. } => OrderStatus::Packed,
            Self::Shipped { .. } => OrderStatus::Shipped,
            Self::Delivered { .. } => OrderStatus::Delivered,
            Self::Cancelled { .. } => OrderStatus::Cancelled,
            Self::Rejected { .. } => OrderStatus::Rejected,
        }
    }

    /// When the order was confirmed or rejected; none if it is pending.
    pub fn decided_at(&self) -> Option<&Timestamp> {
        match self {
            Self::Pending => None,
            Self::Confirmed { decided_at }
            | Self::Packed { decided_at }
            | Self::Shipped { decided_at, .. }
            | Self::Delivered { decided_at, .. }
            | Self::Cancelled { decided_at, .. }
            | Self::Rejected { decided_at, .. } => Some(decided_at),
        }
    }
}

/// Why an order was rejected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "reason", rename_all_fields = "camelCase")]
pub enum Rejection {
    /// There was not enough stock.
    OutOfStock {
        /// The lines with too little stock.
        shortfalls: Vec<Shortfall>,
    },
    /// The prices changed after the customer agreed to them.
    PriceChanged {
        /// The old and the new prices.
        price_change: PriceChange,
    },
    // Also any reason that a newer version adds.
    /// The shop failed to process the order.
    #[serde(other)]
    NotProcessed,
}

/// A line with too little stock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Shortfall {
    /// The product.
    pub product_id: ProductId,
    /// The ordered quantity.
    pub requested: Quantity,
    /// The quantity in stock.
    pub available: u32,
}

/// The status of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "UPPERCASE")]
pub enum OrderStatus {
    /// Pending. No stock has been taken.
    Pending,
    /// Confirmed. It will be delivered.
    Confirmed,
    /// Packed.
    Packed,
    /// Shipped.
    Shipped,
    /// Delivered.
    Delivered,
    /// Cancelled after its confirmation. It will not be delivered.
    Cancelled,
    /// Rejected. It will not be delivered.
    Rejected,
}

impl OrderStatus {
    /// Every status.
    pub const ALL: [Self; 7] = [
        Self::Pending,
        Self::Confirmed,
        Self::Packed,
        Self::Shipped,
        Self::Delivered,
        Self::Cancelled,
        Self::Rejected,
    ];

    /// The status as text.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "PENDING",
            Self::Confirmed => "CONFIRMED",
            Self::Packed => "PACKED",
            Self::Shipped => "SHIPPED",
            Self::Delivered => "DELIVERED",
            Self::Cancelled => "CANCELLED",
            Self::Rejected => "REJECTED",
        }
    }

    /// Whether the order is a sale, which revenue includes: it was confirmed and not cancelled.
    pub const fn is_sale(self) -> bool {
        match self {
            Self::Confirmed | Self::Packed | Self::Shipped | Self::Delivered => true,
            Self::Pending | Self::Cancelled | Self::Rejected => false,
        }
    }

    /// Parses the status.
    pub fn parse(text: &str) -> Result<Self, crate::Malformed> {
        let known = Self::ALL.into_iter().find(|status| status.as_str() == text);
        known.ok_or(crate::Malformed {
            expected: "`PENDING`, `CONFIRMED`, `PACKED`, `SHIPPED`, `DELIVERED`, `CANCELLED` or `REJECTED`",
        })
    }
}

/// A page of orders, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct OrderPage {
    /// The orders.
    pub items: Vec<Order>,
    /// How many orders of this page could not be read; absent if none.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub unreadable: u32,
    /// The token of the next page; absent on the last page. Clients must not interpret it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub next_token: Option<String>,
}

/// The query parameters of `GET /orders`. Other parameters are ignored.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ListOrdersQuery {
    /// The maximum number of orders on the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "PageLimit", extend("default" = PageLimit::DEFAULT))]
    pub limit: Option<PageLimit>,
    /// The `nextToken` of the previous page. `status`, `from` and `to` must be the same as in that request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub next_token: Option<String>,
    /// Only orders with this status.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "OrderStatus")]
    pub status: Option<OrderStatus>,
    /// Only orders placed on this day or later, in the shop's time zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Day")]
    pub from: Option<Day>,
    /// Only orders placed on this day or earlier, in the shop's time zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Day")]
    pub to: Option<Day>,
}

impl ListOrdersQuery {
    /// The name of the parameter with the token.
    pub const NEXT_TOKEN: &'static str = "nextToken";

    /// Reads the parameters. The error names the invalid one.
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

/// The path parameters of `/orders/{id}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OrderPath {
    /// The order's ID.
    pub id: OrderId,
}

impl OrderPath {
    /// Reads the parameters. The error names the invalid one.
    pub fn read<'a>(
        mut parameter: impl FnMut(&'static str) -> Option<&'a str>,
    ) -> Result<Self, InvalidParameter> {
        let id = OrderId::parse(parameter("id").unwrap_or_default());
        Ok(Self {
            id: id.map_err(|reason| InvalidParameter { name: "id", reason })?,
        })
    }
}

/// An order ID: a UUID in lower case, generated by the shop. Anyone who knows it can see the order, so it has 122 bits
/// that cannot be guessed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend("pattern" = "^[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"))]
pub struct OrderId(String);

impl OrderId {
    /// The shard of the order in the indexes: the last digit.
    ///
    /// The ID is a UUID of version 8, a hash of the order's idempotency key or of a random value. Older orders have a UUID of
    /// version 7, which ends in random bits. So the last digit is evenly distributed.
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
        /// The pattern of the schema without its anchors, which proptest does not support.
        #[test]
        fn every_text_that_matches_the_published_pattern_is_an_order_id(
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
    fn the_state_of_an_order_is_flattened() {
        let mut json = json!({
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
        json["number"] = OrderNumber::of(&order.id).as_str().into();
        assert_eq!(serde_json::to_value(&order).unwrap(), json);
        // A number that does not fit the ID is not read.
        json["number"] = "0000-0000".into();
        assert_eq!(serde_json::from_value::<Order>(json).unwrap(), order);
    }

    #[test]
    fn a_status_has_one_spelling() {
        for status in OrderStatus::ALL {
            assert_eq!(serde_json::to_value(status).unwrap(), status.as_str());
            assert_eq!(OrderStatus::parse(status.as_str()), Ok(status));
        }
        assert!(OrderStatus::parse("pending").is_err());
    }

    #[test]
    fn the_parameters_that_are_read_are_published() {
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
