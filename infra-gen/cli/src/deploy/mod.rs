//! Deploys and deletes CloudFormation stacks.
//!
//! AWS and any endpoint with the same API are handled alike. The program executes exactly the change set that was shown
//! and confirmed, on the stack state that it was made for. A run may be killed at any point: the next run finds the stack
//! in whatever state it was left in and continues. Nothing is stored on this machine, and there is no bootstrap stack; the
//! one bucket that a deployment needs is created by [`artifacts`].
//!
//! Modules, from the entry points down:
//!
//! - [`engine`]: `deploy`, step by step
//! - [`destroy`]: deletes a stack, and the retained resources that the user names
//! - [`swap`]: updates the code of one function without CloudFormation
//! - [`preview`]: the change set of a deployment, created, read and deleted
//! - [`recover`]: brings a stack in any state to one in which it can be updated
//! - [`deployment`]: what to deploy, and with which options
//! - [`handlers`]: builds, checks and uploads the handlers
//! - [`site`]: uploads the built site
//! - [`change_set`]: creates, reads, executes and deletes change sets, also of nested stacks
//! - [`data_loss`]: finds the changes that may lose data
//! - [`baseline`]: the stack as it was when the difference was computed
//! - [`template`]: uploads a template, splits it into nested stacks, and joins a deployed one again
//! - [`artifacts`]: the bucket for handlers and templates
//! - [`parameters`]: decides the value of each template parameter
//! - [`deletion_policy`]: which resources survive the stack, and how to delete them anyway
//! - [`progress`]: watches an operation: events, failures, hints, the status line
//! - [`stack`]: a stack as CloudFormation describes it
//! - [`log_groups`]: the log group of each function
//! - [`confirmation`]: the question before a change
//! - [`phase_tracker`]: how far a deployment is, for the message after Ctrl-C
//! - [`poll_backoff`]: the pause between two polls of an API
//! - [`error`]: why a deployment, a deletion or a swap failed

pub(crate) mod artifacts;
pub(crate) mod baseline;
pub(crate) mod change_set;
pub(crate) mod confirmation;
mod data_loss;
mod deletion_policy;
mod deployment;
pub(crate) mod destroy;
mod engine;
mod error;
mod handlers;
pub(crate) mod log_groups;
pub(crate) mod parameters;
pub(crate) mod phase_tracker;
pub(crate) mod poll_backoff;
pub(crate) mod preview;
pub(crate) mod progress;
mod recover;
pub(crate) mod site;
pub(crate) mod stack;
pub(crate) mod swap;
pub(crate) mod template;

pub(crate) use deployment::{DeployOptions, Deployment};
pub(crate) use engine::deploy;
pub(crate) use error::{DeployError, DestroyError};
pub(crate) use recover::wait_until_idle;
