//! The products microservice: the handlers of the catalogue.
//!
//! [`catalogue`] has the pages; each handler has its own file.
//!
//! Nothing here changes a product. The orders microservice takes stock, in the transaction that confirms an order, and
//! the seed writes the catalogue.

pub mod catalogue;
pub mod get_product;
pub mod get_products;

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
