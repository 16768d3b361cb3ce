//! The shop's command line: `infra-gen` with the shop's stack in it.

use std::process::ExitCode;

fn main() -> ExitCode {
    infra_gen::run(shop_infra::app())
}
