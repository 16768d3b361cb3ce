//! The products microservice: the handlers of the catalogue.
//!
//! [`catalogue`] and [`inventory`] have the pages, [`adjustment`] changes a stock; each handler has its own file.
//!
//! The orders microservice takes stock, too, in the transaction that confirms an order. The seed writes the catalogue.

pub mod adjust_stock;
pub mod adjustment;
pub mod catalogue;
pub mod get_inventory;
pub mod get_product;
pub mod get_product_history;
pub mod get_products;
pub mod history_table;
pub mod inventory;

use shop_contract::Microservice;
use shop_runtime::{Entries, Failure, entry};

/// The handlers of this binary.
pub const ENTRIES: Entries = Entries::new(
    Microservice::Products,
    &[
        entry::<get_products::GetProducts>(),
        entry::<get_product::GetProduct>(),
        entry::<get_inventory::GetInventory>(),
        entry::<adjust_stock::AdjustStock>(),
        entry::<get_product_history::GetProductHistory>(),
    ],
);

/// The product of a request does not exist.
fn no_such_product() -> Failure {
    Failure::NotFound {
        detail: "product not found".to_owned(),
    }
}
