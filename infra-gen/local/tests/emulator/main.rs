//! The emulator as a process: who may use its ports, what it keeps, how it stops.
//!
//! They need the emulator in `.venv` and say so when it is missing; nothing is skipped.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by its panic")]

mod access;
mod aws;
mod executions;
#[path = "../common/port.rs"]
mod port;
mod privacy;
mod running;
mod runtime_api;
mod saving;
