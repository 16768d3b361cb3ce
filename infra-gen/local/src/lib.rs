//! Runs a stack on this machine: the emulator as a child process, the site's address, the inbox, the functions'
//! logs.
//!
//! There is no emulator here and no second description of a stack. [`emulator`] starts the pinned `MiniStack`, guards its
//! port, takes verified snapshots of its state and makes sure that it never outlives its parent; [`site`] serves the stack's
//! own CloudFront distribution on `localhost`; [`inbox`] shows the mail that would have been sent; [`logs`] follows what the
//! functions write, and [`rpc`] calls the service that keeps it; [`running`] tells other commands where a run can be reached;
//! [`dir_lock`] keeps a second run out of the first one's data; [`space`] looks at the free disk space.
//! What is deployed, and how, is the business of `infra-gen`.

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
