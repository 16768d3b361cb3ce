//! Generates order IDs.

use sha2::{Digest, Sha256};
use shop_contract::{IdempotencyKey, OrderId};
use uuid::Uuid;

/// The ID of an order with this key, or a random ID for an order without a key.
///
/// The ID is derived from the key, so a repeated request is recognized by the name of its execution, and no keys have to be stored
/// and expired. Anyone who knows the ID can see the order: it has the 122 bits of a random key, and the key cannot be
/// computed from the ID. A client that lost the response derives the ID in the same way.
pub fn order_id(key: Option<&IdempotencyKey>) -> OrderId {
    let hash = match key {
        None => Sha256::digest(Uuid::new_v4().as_bytes()),
        Some(key) => Sha256::digest(key.as_str()),
    };
    let start = hash.first_chunk().expect("SHA-256 has 32 bytes");
    let uuid = Uuid::new_v8(*start);
    OrderId::parse(&uuid.to_string()).expect("a UUID of version 8 is an order ID")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use shop_contract::table::orders::SHARDS;

    use super::*;

    fn key(number: u128) -> IdempotencyKey {
        let uuid = uuid::Builder::from_random_bytes(number.to_be_bytes()).into_uuid();
        IdempotencyKey::parse(&uuid.to_string()).unwrap()
    }

    #[test]
    fn a_key_determines_the_id() {
        assert_eq!(order_id(Some(&key(1))), order_id(Some(&key(1))));
        assert_ne!(order_id(Some(&key(1))), order_id(Some(&key(2))));
        // Every later version must return the same ID, and the site derives the same ID.
        let key = IdempotencyKey::parse("8e03978e-40d5-43e8-bc93-6894a57f9324").unwrap();
        assert_eq!(
            order_id(Some(&key)).as_str(),
            "238c5b6d-db48-8a6d-863c-e774c2f42b20"
        );
    }

    #[test]
    fn ids_have_no_bits_that_can_be_guessed() {
        let ids: Vec<_> = (0..1000)
            .flat_map(|number| [order_id(None), order_id(Some(&key(number)))])
            .collect();
        let distinct: BTreeSet<_> = ids.iter().collect();
        assert_eq!(distinct.len(), ids.len());
        // Every digit, except for version and variant, has all values. A clock or a counter would not.
        for place in (0..36).filter(|place| ![8, 13, 14, 18, 19, 23].contains(place)) {
            let digits: BTreeSet<_> = ids.iter().map(|id| id.as_str().as_bytes()[place]).collect();
            assert_eq!(digits.len(), 16, "digit {place}");
        }
    }

    #[test]
    fn orders_spread_over_all_shards() {
        let ids: Vec<_> = (0..800)
            .flat_map(|number| [order_id(None), order_id(Some(&key(number)))])
            .collect();
        for shard in SHARDS {
            let share = ids.iter().filter(|id| id.shard() == shard).count();
            assert!((50..200).contains(&share), "{share} of 1600 in shard {shard}");
        }
    }
}
