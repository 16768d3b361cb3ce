//! Tests of the emulator as a process: access to its ports, its snapshots, and how it stops.
//!
//! They require the emulator in `.venv`, and fail if it is missing.

#![expect(clippy::unwrap_used, reason = "a failing test panics")]

mod access;
mod aws;
mod executions;
mod invocations;
#[path = "../common/port.rs"]
mod port;
mod privacy;
mod running;
mod runtime_api;
mod saving;
