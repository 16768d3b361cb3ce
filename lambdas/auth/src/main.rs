//! The bootstrap of the auth microservice.

use std::process::ExitCode;

fn main() -> ExitCode {
    shop_runtime::run(&shop_auth::ENTRIES)
}
