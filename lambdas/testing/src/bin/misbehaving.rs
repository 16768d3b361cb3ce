//! A bootstrap whose handler panics over every request, for the test of what the runtime makes of that.

use std::process::ExitCode;

use shop_contract::GetProductEnv;
use shop_runtime::{Entry, Failure, Handler, Request, Response, SdkConfig, entry, run};

const ENTRIES: &[Entry] = &[entry::<Misbehaving>()];

struct Misbehaving;

impl Handler for Misbehaving {
    type Env = GetProductEnv<String>;

    fn allowed_origins(environment: &Self::Env) -> &str {
        &environment.allowed_origins
    }

    async fn start(_environment: Self::Env, _aws: &SdkConfig) -> Self {
        Self
    }

    async fn handle(&self, request: &Request) -> Result<Response, Failure> {
        panic!("cannot stand {}", request.path);
    }
}

fn main() -> ExitCode {
    run(ENTRIES)
}
