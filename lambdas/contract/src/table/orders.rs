//! The orders table: one item an order, keyed by `id`. An item is the order as the API shows it, and beside it the keys
//! of two indexes.
//!
//! Employees see the newest orders first, of all or of one status. An index sorted by time alone would take every
//! write of the shop in one partition, which ends at a thousand a second. So an order stands in one of sixteen
//! shards, by the last digit of its ID, and a listing merges sixteen queries. There are no buckets of days: a
//! partition of an index may grow without end, it is what is written at one time that has to be spread. So a listing
//! costs the same however far apart its orders lie, and no quiet week has to be walked through. Sixteen shards take
//! 16,000 orders a second.
//!
//! `by-time` never moves an order, which is what lets a reader page through it while orders are decided. `by-status`
//! does, once. Both carry keys alone: a page is read from the table afterwards. `figures` has the keys of `by-time` and
//! carries what a day's figures are made of, so that adding up a day reads the index alone. It is an index of its own
//! because CloudFormation makes one change to a table's indexes per update, and replacing `by-time` takes two.

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

use super::{Attribute, CorruptAttribute, Index, Projection, TableSchema};
use crate::{Money, Order, OrderId, OrderState, OrderStatus, Timestamp};

/// The table's keys and indexes.
pub const SCHEMA: TableSchema = TableSchema {
    key: ID,
    indexes: &[BY_TIME, BY_STATUS, FIGURES],
};

/// All orders of a shard by time.
pub const BY_TIME: Index = Index {
    name: "by-time",
    partition_key: SHARD,
    sort_key: POSITION,
    projection: Projection::KeysOnly,
};

/// The orders of a shard and a status by time.
pub const BY_STATUS: Index = Index {
    name: "by-status",
    partition_key: STATUS_SHARD,
    sort_key: POSITION,
    projection: Projection::KeysOnly,
};

/// All orders of a shard by time, with what a day's figures are made of.
pub const FIGURES: Index = Index {
    name: "figures",
    partition_key: SHARD,
    sort_key: POSITION,
    projection: Projection::Include(&[STATUS, TOTAL]),
};

/// The order's identifier.
pub const ID: &str = "id";
/// The order's status: `PENDING`, `CONFIRMED` or `REJECTED`.
pub const STATUS: &str = "status";
/// When the status was decided.
pub const DECIDED_AT: &str = "decidedAt";
/// Why the order was rejected.
pub const REJECTION: &str = "rejection";
/// The shard in which the order stands.
pub const SHARD: &str = "shard";
/// The status and the shard: [`status_shard`].
pub const STATUS_SHARD: &str = "statusShard";
/// Where the order stands in its shard: [`position`].
pub const POSITION: &str = "position";

const CREATED_AT: &str = "createdAt";
const CUSTOMER: &str = "customer";
const LINES: &str = "lines";
const TOTAL: &str = "total";

/// Every shard.
pub const SHARDS: [&str; 16] = [
    "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "a", "b", "c", "d", "e", "f",
];

/// The partition of [`BY_STATUS`] for the orders of a status in a shard: `REJECTED#e`.
pub fn status_shard(status: OrderStatus, shard: &str) -> String {
    format!("{}#{shard}", status.as_str())
}

/// An order's place in time, and among those of one second by its ID: `2026-11-22T10:00:00Z#<id>`.
pub fn position(created_at: &Timestamp, id: &OrderId) -> String {
    format!("{created_at}#{id}")
}

/// The item of an order.
pub fn to_item(order: &Order) -> Vec<(&'static str, Attribute)> {
    let shard = order.id.shard();
    let keys = [
        (SHARD, shard.to_owned()),
        (STATUS_SHARD, status_shard(order.state.status(), shard)),
        (POSITION, position(&order.created_at, &order.id)),
    ];
    let mut item = attributes(order);
    item.extend(keys.map(|(name, text)| (name, Attribute::Text(text))));
    item
}

/// The attributes that a state is made of: what changes, beside [`STATUS_SHARD`], when an order is decided.
pub fn state_attributes(state: &OrderState) -> Vec<(&'static str, Attribute)> {
    attributes(state)
}

/// The fields that are attributes of an item.
fn attributes(shown: &impl Serialize) -> Vec<(&'static str, Attribute)> {
    let Ok(Value::Object(mut shown)) = serde_json::to_value(shown) else {
        unreachable!("an order and its state are written as objects");
    };
    FIELDS
        .into_iter()
        .filter_map(|name| Some((name, Attribute::from_json(shown.shift_remove(name)?))))
        .collect()
}

/// Reads an order from its item, or names the attribute that is not what it should be.
pub fn from_item(
    mut attribute: impl FnMut(&'static str) -> Option<Attribute>,
) -> Result<Order, CorruptAttribute> {
    let mut field = |name| attribute(name).map_or(Value::Null, Attribute::into_json);
    Ok(Order {
        id: read(ID, field(ID))?,
        created_at: read(CREATED_AT, field(CREATED_AT))?,
        customer: read(CUSTOMER, field(CUSTOMER))?,
        lines: read(LINES, field(LINES))?,
        total: read(TOTAL, field(TOTAL))?,
        state: read(
            STATUS,
            json!({ STATUS: field(STATUS), DECIDED_AT: field(DECIDED_AT), REJECTION: field(REJECTION) }),
        )?,
    })
}

/// What of an order counts in the figures of its day, as [`FIGURES`] carries it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderFigures {
    /// When it came in.
    pub created_at: Timestamp,
    /// Its status.
    pub status: OrderStatus,
    /// What all of it costs.
    pub total: Money,
}

/// Reads an item of [`FIGURES`], or names the attribute that is not what it should be.
pub fn figures_from_item(
    mut attribute: impl FnMut(&'static str) -> Option<Attribute>,
) -> Result<OrderFigures, CorruptAttribute> {
    let mut field = |name| attribute(name).map_or(Value::Null, Attribute::into_json);
    let position: String = read(POSITION, field(POSITION))?;
    let created_at = position
        .split_once('#')
        .and_then(|(created_at, _)| Timestamp::parse(created_at).ok());
    Ok(OrderFigures {
        created_at: created_at.ok_or(CorruptAttribute { name: POSITION })?,
        status: read(STATUS, field(STATUS))?,
        total: read(TOTAL, field(TOTAL))?,
    })
}

fn read<T: DeserializeOwned>(name: &'static str, value: Value) -> Result<T, CorruptAttribute> {
    serde_json::from_value(value).map_err(|_| CorruptAttribute { name })
}

/// The attributes that are fields of an order.
const FIELDS: [&str; 8] = [
    ID, CREATED_AT, CUSTOMER, LINES, TOTAL, STATUS, DECIDED_AT, REJECTION,
];

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::Rejection;

    fn order(state: &OrderState) -> Order {
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
        });
        let Ok(Value::Object(state)) = serde_json::to_value(state) else {
            panic!("{state:?}")
        };
        order.as_object_mut().unwrap().extend(state);
        serde_json::from_value(order).unwrap()
    }

    fn states() -> [OrderState; 3] {
        let decided_at = Timestamp::parse("2026-11-22T10:00:01Z").unwrap();
        let rejection = serde_json::from_value::<Rejection>(json!({
            "reason": "OutOfStock", "shortfalls": [{ "productId": "oat", "requested": 2, "available": 0 }]
        }));
        [
            OrderState::Pending,
            OrderState::Confirmed {
                decided_at: decided_at.clone(),
            },
            OrderState::Rejected {
                decided_at,
                rejection: rejection.unwrap(),
            },
        ]
    }

    fn item(order: &Order) -> BTreeMap<&'static str, Attribute> {
        to_item(order).into_iter().collect()
    }

    #[test]
    fn the_figures_of_an_order_are_read_from_what_the_index_carries() {
        let order = order(&OrderState::Pending);
        let mut item = item(&order);
        item.retain(|name, _| [ID, SHARD, POSITION, STATUS, TOTAL].contains(name));
        let figures = figures_from_item(|name| item.get(name).cloned()).unwrap();
        assert_eq!(
            (figures.created_at, figures.total),
            (order.created_at, order.total)
        );
        assert_eq!(figures.status, OrderStatus::Pending);
        for name in [POSITION, STATUS, TOTAL] {
            let mut item = item.clone();
            item.remove(name);
            assert_eq!(
                figures_from_item(|name| item.get(name).cloned()),
                Err(CorruptAttribute { name })
            );
        }
    }

    #[test]
    fn an_item_reads_back_as_the_order_it_was_made_of() {
        for state in states() {
            let order = order(&state);
            let item = item(&order);
            assert_eq!(from_item(|name| item.get(name).cloned()), Ok(order));
        }
    }

    #[test]
    fn an_item_stands_in_both_indexes() {
        let item = item(&order(&OrderState::Pending));
        for (key, text) in [
            (BY_TIME.partition_key, "e"),
            (BY_STATUS.partition_key, "PENDING#e"),
            (
                BY_TIME.sort_key,
                "2026-11-22T10:00:00Z#01936e2a-7c00-7abc-8def-0123456789ae",
            ),
        ] {
            assert_eq!(item[key], Attribute::Text(text.to_owned()));
        }
        assert_eq!(BY_TIME.sort_key, BY_STATUS.sort_key);
    }

    #[test]
    fn every_order_stands_in_a_shard_that_is_read() {
        let shards: BTreeSet<_> = SHARDS.into_iter().collect();
        let digits: BTreeSet<_> = (0..16).map(|digit| format!("{digit:x}")).collect();
        assert!(shards.into_iter().eq(digits.iter().map(String::as_str)));
    }

    #[test]
    fn the_attribute_that_is_wrong_is_named() {
        let right = item(&order(&OrderState::Pending));
        for name in [ID, CREATED_AT, CUSTOMER, LINES, TOTAL, STATUS] {
            for wrong in [
                None,
                Some(Attribute::Number(1)),
                Some(Attribute::Text("?".to_owned())),
            ] {
                let mut item = right.clone();
                item.remove(name);
                item.extend(wrong.map(|wrong| (name, wrong)));
                assert_eq!(
                    from_item(|name| item.get(name).cloned()),
                    Err(CorruptAttribute { name })
                );
            }
        }
    }

    #[test]
    fn an_order_of_a_customer_that_the_rules_refuse_today_is_still_read() {
        let mut item = item(&order(&OrderState::Pending));
        let address = [
            ("street", "\u{fff9}"),
            ("postalCode", "-"),
            ("city", " "),
            ("country", "Atlantis"),
        ];
        let text = |text: &str| Attribute::Text(text.to_owned());
        let address = address.map(|(name, value)| (name.to_owned(), text(value)));
        let customer = [
            ("name", text("A\nB")),
            ("email", text("not an address")),
            ("phone", text("call me")),
            ("address", Attribute::Map(address.into())),
            ("company", text("a field of another version")),
        ];
        let customer = customer.map(|(name, value)| (name.to_owned(), value));
        item.insert(CUSTOMER, Attribute::Map(customer.into()));
        let order = from_item(|name| item.get(name).cloned()).unwrap();
        assert_eq!(order.customer.name, "A\nB");
        assert_eq!(order.customer.phone.as_deref(), Some("call me"));
        assert_eq!(order.customer.address.country, "Atlantis");
    }

    #[test]
    fn a_decision_without_its_moment_is_corrupt() {
        for state in &states()[1..] {
            let mut item = item(&order(state));
            item.remove(DECIDED_AT);
            assert_eq!(
                from_item(|name| item.get(name).cloned()),
                Err(CorruptAttribute { name: STATUS })
            );
        }
    }
}
