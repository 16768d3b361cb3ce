//! The bootstrap of the products microservice.

use std::process::ExitCode;

fn main() -> ExitCode {
    shop_runtime::run(&shop_products::ENTRIES)
}
