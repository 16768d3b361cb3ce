//! Runs a stack on this machine.
//!
//! - [`emulator`] supervises `MiniStack` as a child process: it guards its port, takes verified snapshots of its state, and
//!   ensures that it never outlives its parent.
//! - [`site`] serves the stack's CloudFront distribution on `localhost`.
//! - [`inbox`] shows the messages and mail that the stack sends.
//! - [`logs`] follows the logs of the functions, through [`rpc`].
//! - [`running`] records the addresses of a run for other commands.
//! - [`dir_lock`], [`port`] and [`space`] check the preconditions of a run.
//!
//! This crate contains no emulator and no second description of a stack. Deployment is part of `infra-gen`.

pub mod dir_lock;
pub mod emulator;
pub mod inbox;
pub mod logs;
pub mod port;
mod private;
pub mod rpc;
pub mod running;
pub mod site;
pub mod space;
