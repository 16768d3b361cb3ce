//! A bootstrap whose handler panics on every request, for the test of what the runtime does then.

use std::process::ExitCode;

use shop_contract::{ExchangeTokensEnv, Microservice, Tokens, api};
use shop_runtime::{Anyone, Entries, Failure, Handler, Request, SdkConfig, entry, run};

// The only microservice with one function.
const ENTRIES: Entries = Entries::new(Microservice::Auth, &[entry::<Misbehaving>()]);

struct Misbehaving;

impl Handler for Misbehaving {
    type Operation = api::ExchangeTokens;

    async fn start(_: ExchangeTokensEnv<String>, _: &SdkConfig) -> Self {
        Self
    }

    async fn handle(&self, request: &Request, _: Anyone) -> Result<Tokens, Failure> {
        panic!("cannot handle {}", request.path);
    }
}

fn main() -> ExitCode {
    run(&ENTRIES)
}
