//! The handlers, asked as the gateway asks them, on a DynamoDB of their own; and the binary, as Lambda starts it.

mod bootstrap;
mod get_product;
mod get_products;
mod shop;
