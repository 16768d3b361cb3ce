//! The bootstrap of the orders microservice.

use std::process::ExitCode;

fn main() -> ExitCode {
    shop_runtime::run(&shop_orders::ENTRIES)
}
