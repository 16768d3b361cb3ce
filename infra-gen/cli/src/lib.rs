//! Typed infrastructure for AWS: the library behind a stack's own command line.
//!
//! A team writes its stack with [`cfn`] and [`constructs`], describes its application in an [`App`], and has a command
//! line with every verb:
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
//!         // A team's own settings hold these under a key; who has none takes them as they are.
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
//! `docs/TUTORIAL.md` builds a whole one from an empty folder.
//!
//! Nothing here knows what the application is about. Nothing is started, read or called that the verb does not need:
//! `synth` touches neither the network nor the disk, and starts no async runtime.

use std::process::ExitCode;

pub use app::{Addresses, App, AppName, BoxError, Call, Seed, SeedContext, SeedCount, Site, SiteFile, Users};
pub use infra_gen_asl as asl;
pub use infra_gen_cfn as cfn;
pub use infra_gen_constructs as constructs;
use serde::de::DeserializeOwned;
/// Writes the JSON that constructs take: schemas of requests, patterns of events.
pub use serde_json::json;
pub use settings::{Environment, SettingsError, StackSettings};
pub use users::{Email, NotAnEmail};

mod app;
mod args;
mod aws;
mod commands;
mod credentials;
mod definitions;
mod deploy;
pub mod exit;
mod graph;
mod interrupts;
mod logs;
mod package;
mod program;
mod settings;
mod site_build;
mod terminal;
mod users;

/// Reads the command line, does what it says and returns the process's exit code (see [`exit`]).
pub fn run<S: DeserializeOwned + 'static>(app: App<S>) -> ExitCode {
    let project = app.into();
    let typed = match args::parse(&project, std::env::args_os()) {
        Ok(typed) => typed,
        Err(error) => return explain(&error),
    };
    match commands::run(&project, &typed) {
        Ok(ended) => ended.into(),
        Err(failure) => {
            terminal::report_error(&failure, typed.global.verbose);
            ExitCode::from(failure.exit_code())
        }
    }
}

/// Help and version arrive as errors too; clap knows which stream and which code each takes. A reader that went away
/// (`| head`) is no failure, and a wrong command line stays one, whoever hears of it.
fn explain(error: &clap::Error) -> ExitCode {
    let code = u8::try_from(error.exit_code()).unwrap_or(exit::USAGE);
    match error.print() {
        Err(unwritten) if !error.use_stderr() && unwritten.kind() != std::io::ErrorKind::BrokenPipe => {
            ExitCode::from(exit::FAILED)
        }
        _ => ExitCode::from(code),
    }
}
