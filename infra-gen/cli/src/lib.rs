//! Typed infrastructure for AWS: the library behind a stack's own command line.
//!
//! A team writes its stack with [`cfn`] and [`constructs`], describes its application in an [`App`], and gets a command
//! line with every command:
//!
//! ```no_run
//! use infra_gen::cfn::{LogicalId, Stack, s3::Bucket};
//! use infra_gen::{App, AppName, Environment, StackSettings};
//!
//! const ENVIRONMENTS: &[Environment] = &[Environment {
//!     name: "dev",
//!     path: "environments/dev.yaml",
//!     text: "{ region: eu-west-1, architecture: arm64 }", // usually `include_str!`
//! }];
//!
//! const NOTES: AppName = AppName::new("notes");
//!
//! fn main() -> std::process::ExitCode {
//!     infra_gen::run(App::new(
//!         NOTES,
//!         env!("CARGO_PKG_VERSION"),
//!         ENVIRONMENTS,
//!         // Where the common settings are in a team's own settings type. This app has no others.
//!         |settings: &mut StackSettings| settings,
//!         |_| {
//!             let mut stack = Stack::new("notes");
//!             stack.add(LogicalId::new("Notes"), Bucket::new());
//!             Ok(stack.finish()?)
//!         },
//!     ))
//! }
//! ```
//!
//! `docs/TUTORIAL.md` builds a complete application from an empty folder.
//!
//! This crate knows nothing about a specific application. A command starts, reads and calls only what it needs: `synth`
//! uses neither the network nor the disk, and starts no async runtime.

use std::process::ExitCode;

pub use app::{
    Addresses, App, AppName, BoxError, Call, DevUser, Seed, SeedContext, SeedCount, Site, SiteFile,
    UserGroup, Users,
};
pub use email::{Email, InvalidEmail};
pub use infra_gen_asl as asl;
pub use infra_gen_cfn as cfn;
pub use infra_gen_constructs as constructs;
use serde::de::DeserializeOwned;
/// Builds the JSON values that constructs accept: request schemas, event patterns.
pub use serde_json::json;
pub use settings::{Environment, SettingsError, StackSettings};
pub use vite::read_vite_bundle;

// A run: `cli` parses the arguments into a command of `commands`, which loads an environment (`app`, `settings`), connects
// to the account (`aws`, `credentials`) and calls `deploy`, `package`, `graph`, `users` or `site_build`. All of them write
// progress and errors through `terminal`.
mod app;
mod aws;
mod cli;
mod commands;
mod credentials;
mod definitions;
mod deploy;
mod email;
pub mod exit;
mod global_args;
mod graph;
mod interrupts;
mod log_format;
mod package;
mod program;
mod rules;
mod settings;
mod site_build;
mod terminal;
mod users;
mod vite;

/// Runs the command line and returns the process's exit code (see [`exit`]).
pub fn run<S: DeserializeOwned + 'static>(app: App<S>) -> ExitCode {
    let project = app.into();
    let cli = match cli::parse(&project, std::env::args_os()) {
        Ok(cli) => cli,
        Err(error) => return print_clap_error(&error),
    };
    match cli::run(&project, &cli) {
        Ok(outcome) => outcome.into(),
        Err(error) => {
            terminal::report_error(&error, cli.global.verbose);
            ExitCode::from(error.exit_code())
        }
    }
}

/// Prints clap's error; help and version are such "errors", too. If help cannot be written, the exit code is
/// [`exit::FAILED`], unless the reader has closed the pipe (`| head`). An invalid command line keeps its exit code even
/// if the message cannot be written.
fn print_clap_error(error: &clap::Error) -> ExitCode {
    let code = u8::try_from(error.exit_code()).unwrap_or(exit::USAGE);
    match error.print() {
        Err(write_error) if !error.use_stderr() && write_error.kind() != std::io::ErrorKind::BrokenPipe => {
            ExitCode::from(exit::FAILED)
        }
        _ => ExitCode::from(code),
    }
}
