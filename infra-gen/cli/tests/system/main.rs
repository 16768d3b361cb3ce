//! Whole runs against a real CloudFormation API: each test starts an emulator of its own.
//!
//! They need the emulator in `.venv` and say so when it is missing; nothing is skipped. `snapshots/cli` shows what a
//! person sees.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by its panic")]

mod asking;
mod deploying;
mod double;
mod guarded;
mod http;
mod killed;
mod looking;
mod mask;
mod nested;
mod parameters;
#[path = "../../../local/tests/common/port.rs"]
mod port;
mod proxy;
mod running;
mod states;
mod stopping;
mod support;
mod taken_up;
mod times;
mod users;
