//! Runs a stack on this machine: the emulator as a child process, the site's address, the inbox, the functions'
//! logs.
//!
//! There is no emulator here and no second description of a stack. [`emulator`] starts the pinned `MiniStack` and makes
//! sure that it never outlives its parent; [`site`] is a door on `localhost` to the stack's own CloudFront
//! distribution; [`inbox`] is the mail that would have been sent; [`logs`] follows what the functions write, and [`rpc`] calls the service that keeps it; [`claim`] keeps a
//! second run out of the first one's data; [`running`] tells other commands where a run can be reached. What is deployed, and how, is the business of `infra-gen`.

pub mod claim;
pub mod emulator;
pub mod inbox;
pub mod logs;
pub mod port;
pub mod rpc;
pub mod running;
pub mod site;
