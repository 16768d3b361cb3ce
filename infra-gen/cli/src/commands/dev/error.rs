//! Why the application cannot run on this machine.

use std::path::PathBuf;

use infra_gen_local::dir_lock::DirLockError;
use infra_gen_local::emulator::EmulatorError;
use infra_gen_local::inbox::InboxError;
use infra_gen_local::logs::LogsError;
use infra_gen_local::port::PortInUse;
use infra_gen_local::site::SiteError;
use infra_gen_local::space::{Bytes, SpaceError};

/// Why `dev` failed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DevError {
    #[error(
        "there is no local environment\n  hint: add an `endpoint` to one, such as `http://127.0.0.1:4566`"
    )]
    NoLocalEnvironment,
    #[error("environment `{0}` is not local: its file has no `endpoint`")]
    NotLocal(&'static str),
    #[error("`{0}` is not a URL with a port\n  hint: use a form like `http://127.0.0.1:4566`")]
    Endpoint(String),
    #[error(
        "the emulator and the site cannot both use port {0}\n  hint: choose another one with `--port` or `--site-port`"
    )]
    SamePort(u16),
    #[error("the stack has no output `{0}` with the site's domain\n  hint: add it to the template")]
    MissingOutput(&'static str),
    #[error("could not run `{program}`\n  hint: check that it is installed and on the `PATH`")]
    Command { program: String, source: std::io::Error },
    #[error("could not listen for Ctrl-C")]
    Signals(#[source] std::io::Error),
    #[error("could not write to the state folder `{folder}`")]
    Record { folder: String, source: std::io::Error },
    #[error(transparent)]
    PortInUse(#[from] PortInUse),
    #[error(
        "only {free} of disk space is free in `{folder}`\n  hint: free some space, or choose another folder with \
         `--state`"
    )]
    NoSpace { free: Bytes, folder: PathBuf },
    #[error(transparent)]
    Space(#[from] SpaceError),
    #[error(transparent)]
    DirLock(#[from] DirLockError),
    #[error(transparent)]
    Emulator(#[from] EmulatorError),
    #[error(transparent)]
    Site(#[from] SiteError),
    #[error(transparent)]
    Inbox(#[from] InboxError),
    #[error(transparent)]
    Logs(#[from] LogsError),
}
