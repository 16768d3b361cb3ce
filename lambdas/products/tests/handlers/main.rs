//! The handlers, called as the gateway calls them, with their own DynamoDB; and the binary, started as Lambda starts it.

mod bootstrap;
mod get_product;
mod get_products;
mod shop;
