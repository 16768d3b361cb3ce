//! Runs the program against the emulator's CloudFormation API. Each test starts its own emulator.
//!
//! The tests need the emulator in `.venv` and fail if it is missing; none is skipped. The expected output is in
//! `snapshots/cli`.

#![expect(clippy::unwrap_used, reason = "a panic is how a test reports a failed step")]

mod concurrent_runs;
mod confirmation;
mod deploying;
mod http;
mod killed;
mod looking;
mod mask;
mod nested;
mod parameters;
#[path = "../../../local/tests/common/port.rs"]
mod port;
mod proxy;
mod replay;
mod running;
mod safeguards;
mod states;
mod stopping;
mod support;
mod times;
mod users;
