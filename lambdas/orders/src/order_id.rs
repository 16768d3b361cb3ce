//! Where order IDs come from.

use sha2::{Digest, Sha256};
use shop_contract::{IdempotencyKey, OrderId};
use uuid::Uuid;

/// The ID of an order that came with this key, or a new one for an order that came without.
///
/// The key makes the ID, so that a repeated request is known by the name of its execution, and nothing has to be
/// kept and expired for it. Keys are the clients' secrets: whoever sends another's key learns that it was used before.
pub fn order_id(key: Option<&IdempotencyKey>) -> OrderId {
    let uuid = match key {
        None => Uuid::now_v7(),
        Some(key) => {
            let hash = Sha256::digest(key.as_str());
            let start = hash.first_chunk().expect("SHA-256 has 32 bytes");
            Uuid::new_v8(*start)
        }
    };
    OrderId::parse(&uuid.to_string()).expect("a UUID of version 7 or 8 is an order ID")
}

/// An ID that no order has, for a first call that finds nothing.
pub(crate) fn nobodys() -> OrderId {
    OrderId::parse("00000000-0000-8000-8000-000000000000").expect("the ID is well formed")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use shop_contract::table::orders::SHARDS;

    use super::*;

    #[test]
    fn a_key_leads_to_one_id_and_another_key_to_another() {
        let key = |text: &str| IdempotencyKey::parse(text).unwrap();
        assert_eq!(order_id(Some(&key("k-1"))), order_id(Some(&key("k-1"))));
        assert_ne!(order_id(Some(&key("k-1"))), order_id(Some(&key("k-2"))));
        // What was answered once must be answered again by every later version.
        assert_eq!(
            order_id(Some(&key("k-1"))).as_str(),
            "7c35c5a1-785d-8070-8e44-d5de4beb81c1"
        );
    }

    #[test]
    fn orders_without_a_key_are_never_the_same_and_sort_by_time() {
        let ids: Vec<_> = (0..1000).map(|_| order_id(None)).collect();
        let distinct: BTreeSet<_> = ids.iter().collect();
        assert_eq!(distinct.len(), ids.len());
        assert!(ids.is_sorted());
    }

    #[test]
    fn orders_spread_over_all_shards() {
        let key = |number| IdempotencyKey::parse(&format!("k-{number}")).unwrap();
        let ids: Vec<_> = (0..800)
            .flat_map(|number| [order_id(None), order_id(Some(&key(number)))])
            .collect();
        for shard in SHARDS {
            let share = ids.iter().filter(|id| id.shard() == shard).count();
            assert!((50..200).contains(&share), "{share} of 1600 in shard {shard}");
        }
    }
}
