//! The bootstrap of the reports microservice.

use std::process::ExitCode;

fn main() -> ExitCode {
    shop_runtime::run(&shop_reports::ENTRIES)
}
