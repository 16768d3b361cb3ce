//! The products microservice: the handlers of the catalogue.
//!
//! [`catalogue`] is what the shop means by it, [`table`] where it is kept; each handler has a file of its own.
//!
//! Absent: everything that changes a product. Stock is taken by the orders microservice, in the transaction that
//! confirms an order, and the catalogue itself is written when it is seeded.

pub mod catalogue;
pub mod get_product;
pub mod get_products;
pub mod table;

use shop_contract::Microservice;
use shop_runtime::{Entries, entry};

/// The handlers of this binary.
pub const ENTRIES: Entries = Entries::new(
    Microservice::Products,
    &[
        entry::<get_products::GetProducts>(),
        entry::<get_product::GetProduct>(),
    ],
);
