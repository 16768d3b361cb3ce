//! The handlers, called as the gateway calls them, with their own DynamoDB; and the binary, started as Lambda starts it.

mod adjust_stock;
mod bootstrap;
mod get_inventory;
mod get_product;
mod get_products;
mod shop;
