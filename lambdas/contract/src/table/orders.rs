//! The orders table: one item per order, keyed by `id`. An item has the fields of the order as the API returns it, and the
//! keys of two indexes.
//!
//! Employees see the newest orders first, either all of them or those of one status. An index with a single partition would
//! limit the shop to a thousand writes per second. So the orders are spread over sixteen shards, by the last digit of the
//! ID, and a listing merges sixteen queries. Sixteen shards take 16,000 orders per second. The shards are not split by day:
//! a partition of an index may grow without limit, and only concurrent writes have to be spread. So a listing costs the
//! same however far apart its orders are in time.
//!
//! An order never moves within `by-time`, so a reader can page through it while orders are decided. In `by-status` it moves
//! with each change of its status. Both indexes contain only keys: a page is read from the table afterwards. `figures` has the keys of `by-time` and
//! also contains the attributes of a day's figures, so that a day is summed up from the index alone. It is a separate index
//! because CloudFormation makes one change to a table's indexes per update, and replacing `by-time` takes two.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Index, KeyType, Projection, TableSchema};
use crate::{Malformed, Money, Order, OrderId, OrderState, OrderStatus, Timestamp};

/// The table's keys and indexes.
pub const SCHEMA: TableSchema = TableSchema {
    key: ID,
    sort_key: None,
    indexes: &[BY_TIME, BY_STATUS, FIGURES],
};

/// All orders of a shard by time.
pub const BY_TIME: Index = Index {
    name: "by-time",
    partition_key: SHARD,
    sort_key: POSITION,
    sort_key_type: KeyType::String,
    projection: Projection::KeysOnly,
};

/// The orders of a shard and a status by time.
pub const BY_STATUS: Index = Index {
    name: "by-status",
    partition_key: STATUS_SHARD,
    sort_key: POSITION,
    sort_key_type: KeyType::String,
    projection: Projection::KeysOnly,
};

/// All orders of a shard by time, with the attributes of a day's figures.
pub const FIGURES: Index = Index {
    name: "figures",
    partition_key: SHARD,
    sort_key: POSITION,
    sort_key_type: KeyType::String,
    projection: Projection::Include(&[STATUS, "total"]),
};

/// The order's ID.
pub const ID: &str = "id";
/// The order's status: an [`OrderStatus`].
pub const STATUS: &str = "status";
/// When the order was decided.
pub const DECIDED_AT: &str = "decidedAt";
/// Why the order was rejected.
pub const REJECTION: &str = "rejection";
/// The changes of the status by employees.
pub const HISTORY: &str = "history";
/// The notes of employees.
pub const NOTES: &str = "notes";
/// The refunds.
pub const REFUNDS: &str = "refunds";
/// The shard of the order.
pub const SHARD: &str = "shard";
/// The status and the shard: [`status_shard`].
pub const STATUS_SHARD: &str = "statusShard";
/// The position of the order in its shard: [`Position`].
pub const POSITION: &str = "position";

/// Every shard.
pub const SHARDS: [&str; 16] = [
    "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "a", "b", "c", "d", "e", "f",
];

/// The partition of [`BY_STATUS`] for the orders of a status in a shard: `REJECTED#e`.
pub fn status_shard(status: OrderStatus, shard: &str) -> String {
    format!("{}#{shard}", status.as_str())
}

/// The position of an order in its shard: by time, and by ID within a second. As text it is `2026-11-22T10:00:00Z#<id>`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Position {
    /// When the order was placed.
    pub created_at: Timestamp,
    /// The order's ID.
    pub id: OrderId,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}#{}", self.created_at, self.id)
    }
}

impl From<Position> for String {
    fn from(position: Position) -> Self {
        position.to_string()
    }
}

impl TryFrom<String> for Position {
    type Error = Malformed;

    fn try_from(text: String) -> Result<Self, Malformed> {
        let (created_at, id) = text.split_once('#').ok_or(Malformed {
            expected: "a position: a moment, `#` and an order ID",
        })?;
        Ok(Self {
            created_at: Timestamp::parse(created_at)?,
            id: OrderId::parse(id)?,
        })
    }
}

/// The item of an order, as it is written. It is read back as an [`Order`], which does not depend on the keys of the
/// indexes.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OrderItem<'a> {
    #[serde(flatten)]
    order: &'a Order,
    shard: &'a str,
    status_shard: String,
    position: Position,
}

impl<'a> OrderItem<'a> {
    /// The item of the order.
    pub fn new(order: &'a Order) -> Self {
        let shard = order.id.shard();
        Self {
            shard,
            status_shard: status_shard(order.state.status(), shard),
            position: Position {
                created_at: order.created_at.clone(),
                id: order.id.clone(),
            },
            order,
        }
    }
}

/// The attributes that change with an order's state. An attribute of an earlier state that a later one does not have stays in
/// the item; its readers ignore it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StateAttributes<'a> {
    #[serde(flatten)]
    state: &'a OrderState,
    status_shard: String,
}

impl<'a> StateAttributes<'a> {
    /// The attributes of an order that is now in this state.
    pub fn new(id: &OrderId, state: &'a OrderState) -> Self {
        Self {
            status_shard: status_shard(state.status(), id.shard()),
            state,
        }
    }
}

/// An entry of [`BY_TIME`] or [`BY_STATUS`].
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct IndexEntry {
    /// The position of the order.
    pub position: Position,
}

/// An entry of [`FIGURES`]: what an order contributes to the figures of its day.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct OrderFigures {
    /// The position of the order, which has its time.
    pub position: Position,
    /// Its status.
    pub status: OrderStatus,
    /// Its total.
    pub total: Money,
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::{Value, json};

    use super::*;

    fn order(state: &Value) -> Order {
        let mut order = json!({
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
            "history": [{ "at": "2026-11-22T12:00:00Z", "by": { "sub": "5e1b" }, "event": "PACKED" }],
            "notes": [{ "id": "n-1", "at": "2026-11-22T12:00:00Z", "by": { "sub": "5e1b", "name": "ann" }, "text": "Call first" }],
            "refunds": [{
                "id": "r-1", "at": "2026-11-22T12:00:00Z", "by": { "sub": "5e1b" },
                "amount": { "amount": 350, "currency": "EUR" }, "reason": "Broken"
            }],
        });
        let fields = state.as_object().unwrap().clone();
        order.as_object_mut().unwrap().extend(fields);
        serde_json::from_value(order).unwrap()
    }

    fn states() -> [Value; 8] {
        let shipment = json!({ "carrier": "DHL", "trackingUrl": "https://track.example/1" });
        [
            json!({ "status": "PENDING" }),
            json!({ "status": "CONFIRMED", "decidedAt": "2026-11-22T10:00:01Z" }),
            json!({ "status": "REJECTED", "decidedAt": "2026-11-22T10:00:01Z", "rejection": {
                "reason": "OutOfStock", "shortfalls": [{ "productId": "oat", "requested": 2, "available": 0 }]
            } }),
            json!({ "status": "REJECTED", "decidedAt": "2026-11-22T10:00:01Z", "rejection": {
                "reason": "NotProcessed"
            } }),
            json!({ "status": "PACKED", "decidedAt": "2026-11-22T10:00:01Z" }),
            json!({ "status": "SHIPPED", "decidedAt": "2026-11-22T10:00:01Z", "shipment": shipment }),
            json!({ "status": "DELIVERED", "decidedAt": "2026-11-22T10:00:01Z", "shipment": { "carrier": "DHL" } }),
            json!({ "status": "CANCELLED", "decidedAt": "2026-11-22T10:00:01Z", "cancellation": {
                "reason": "The customer called"
            } }),
        ]
    }

    #[test]
    fn an_item_is_the_order_and_the_keys_of_the_indexes() {
        for state in states() {
            let order = order(&state);
            let mut expected = serde_json::to_value(&order).unwrap();
            let status = state["status"].as_str().unwrap();
            expected["shard"] = "e".into();
            expected["statusShard"] = format!("{status}#e").into();
            expected["position"] = "2026-11-22T10:00:00Z#01936e2a-7c00-7abc-8def-0123456789ae".into();
            let item = serde_json::to_value(OrderItem::new(&order)).unwrap();
            assert_eq!(item, expected);
            assert_eq!(serde_json::from_value::<Order>(item).unwrap(), order);
        }
    }

    #[test]
    fn the_names_of_attributes_are_those_of_the_item() {
        let item = serde_json::to_value(OrderItem::new(&order(&states()[2]))).unwrap();
        for name in [
            ID,
            STATUS,
            DECIDED_AT,
            REJECTION,
            HISTORY,
            NOTES,
            REFUNDS,
            SHARD,
            STATUS_SHARD,
            POSITION,
        ] {
            assert!(item.get(name).is_some(), "{name}");
        }
        for index in SCHEMA.indexes {
            let Projection::Include(attributes) = index.projection else {
                continue;
            };
            assert!(
                attributes.iter().all(|name| item.get(name).is_some()),
                "{index:?}"
            );
        }
    }

    #[test]
    fn a_decision_changes_the_state_and_the_shard_of_the_status() {
        let pending = order(&states()[0]);
        for state in &states()[1..] {
            let decided = order(state);
            let mut item = serde_json::to_value(OrderItem::new(&pending)).unwrap();
            let changed = serde_json::to_value(StateAttributes::new(&decided.id, &decided.state)).unwrap();
            item.as_object_mut()
                .unwrap()
                .extend(changed.as_object().unwrap().clone());
            assert_eq!(item, serde_json::to_value(OrderItem::new(&decided)).unwrap());
        }
    }

    #[test]
    fn the_figures_of_an_order_are_read_from_the_attributes_of_the_index() {
        let order = order(&states()[0]);
        let mut item = serde_json::to_value(OrderItem::new(&order)).unwrap();
        item.as_object_mut()
            .unwrap()
            .retain(|name, _| [ID, SHARD, POSITION, STATUS, "total"].contains(&name.as_str()));
        let figures: OrderFigures = serde_json::from_value(item).unwrap();
        assert_eq!(
            (figures.position.created_at, figures.total),
            (order.created_at, order.total)
        );
        assert_eq!(figures.status, OrderStatus::Pending);
    }

    #[test]
    fn every_order_is_in_a_shard_that_is_read() {
        let shards: BTreeSet<_> = SHARDS.into_iter().collect();
        let digits: BTreeSet<_> = (0..16).map(|digit| format!("{digit:x}")).collect();
        assert!(shards.into_iter().eq(digits.iter().map(String::as_str)));
    }

    #[test]
    fn positions_are_sorted_as_their_texts_are() {
        let position = |text: &str| Position::try_from(text.to_owned()).unwrap();
        let texts = [
            "2026-11-22T10:00:00Z#01936e2a-7c00-7abc-8def-0123456789ae",
            "2026-11-22T10:00:00Z#01936e2a-7c00-7abc-8def-0123456789af",
            "2026-11-22T10:00:01Z#01936e2a-7c00-7abc-8def-0123456789ae",
        ];
        assert!(texts.is_sorted() && texts.map(position).is_sorted());
        assert_eq!(position(texts[0]).to_string(), texts[0]);
        for wrong in [
            "",
            "2026-11-22T10:00:00Z",
            "2026-11-22T10:00:00Z#oat",
            "#",
            "today#x",
        ] {
            assert!(Position::try_from(wrong.to_owned()).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_stored_customer_is_not_validated_again() {
        let mut item = serde_json::to_value(OrderItem::new(&order(&states()[0]))).unwrap();
        item["customer"] = json!({
            "name": "A\nB", "email": "not an address", "phone": "call me",
            "address": { "street": "\u{fff9}", "postalCode": "-", "city": " ", "country": "Atlantis" },
            "company": "a field of another version",
        });
        let order: Order = serde_json::from_value(item).unwrap();
        assert_eq!(order.customer.name, "A\nB");
        assert_eq!(order.customer.phone.as_deref(), Some("call me"));
        assert_eq!(order.customer.address.country, "Atlantis");
    }

    #[test]
    fn a_decision_without_its_time_is_not_readable() {
        for state in &states()[1..] {
            let mut item = serde_json::to_value(OrderItem::new(&order(state))).unwrap();
            item.as_object_mut().unwrap().remove(DECIDED_AT);
            assert!(serde_json::from_value::<Order>(item).is_err());
        }
    }
}
