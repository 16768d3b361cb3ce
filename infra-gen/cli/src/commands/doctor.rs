//! `doctor`: checks what the other commands need, and says how to install what is missing.

use std::fmt::Write as _;
use std::path::Path;
use std::time::Duration;

use infra_gen_local::{emulator, port};
use tokio::process::Command;
use tokio::time::timeout;

use super::{CommandError, connect, load_with_override, print_styled};
use crate::app::{Loaded, Project};
use crate::exit::Outcome;
use crate::global_args::GlobalArgs;
use crate::package::build;
use crate::program;
use crate::terminal::{Style, split_hint};

/// Check the tools, ports and credentials that the other commands need
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Without `--env`, the exit code is 1 if something that every command needs is missing.
With it, also if something that the environment needs is missing: MiniStack and
Python for a local one, credentials and an account for one on AWS.

Examples:
  infra-gen doctor
  infra-gen doctor --env local
  infra-gen doctor --env prod")]
pub(crate) struct Args {}

/// How long a tool may take to print its version, and AWS to return the account.
const TIMEOUT: Duration = Duration::from_secs(10);
/// The oldest supported Node.js (for the site) and Python (for the emulator).
const NODE: [u32; 2] = [20, 0];
const PYTHON: [u32; 2] = [3, 10];

/// The emulator's default port.
const EMULATOR_PORT: u16 = 4566;

/// One line of the report.
struct Check {
    subject: String,
    status: Status,
}

impl Check {
    fn new(subject: impl Into<String>, status: Status) -> Self {
        let subject = subject.into();
        Self { subject, status }
    }
}

enum Status {
    Ok(String),
    /// A problem that matters to some commands only.
    Note {
        problem: String,
        hint: String,
    },
    Missing {
        problem: String,
        hint: String,
    },
}

pub(crate) async fn run(project: &Project, global: &GlobalArgs) -> Result<Outcome, CommandError> {
    let workspace = build::workspace().await.unwrap_or_else(|_| ".".into());
    let selected = match &global.env {
        Some(_) => Some(load_with_override(project, global)?),
        None => None,
    };
    // Only a local environment requires what `dev` needs.
    let needs_emulator = selected.as_ref().is_some_and(Loaded::is_local);
    let for_dev = |status: Status| match status {
        Status::Missing { problem, hint } if !needs_emulator => Status::Note {
            problem,
            hint: format!("for `{} dev`: {hint}", program::name()),
        },
        status => status,
    };
    let port = selected
        .as_ref()
        .and_then(|loaded| loaded.settings.endpoint.as_deref())
        .and_then(|endpoint| endpoint.trim_end_matches('/').rsplit_once(':')?.1.parse().ok())
        .unwrap_or(EMULATOR_PORT);
    let mut checks = vec![
        Check::new("rust", rust().await),
        Check::new("glibc", glibc(&workspace).await),
        Check::new("python", for_dev(python().await)),
        Check::new("emulator", for_dev(emulator(&workspace).await)),
    ];
    if project.site.is_some() {
        checks.push(Check::new("node", node().await));
        checks.push(Check::new("port 5173", free(5173, "the site", "--site-port")));
    }
    checks.push(Check::new(
        format!("port {port}"),
        free(port, "the emulator", "--port"),
    ));
    checks.push(Check::new(
        "credentials",
        credentials(project, global, needs_emulator).await,
    ));

    print_checks(&checks)?;
    let is_ok = !checks
        .iter()
        .any(|check| matches!(check.status, Status::Missing { .. }));
    Ok(if is_ok {
        Outcome::Done
    } else {
        Outcome::CheckFailed
    })
}

fn print_checks(checks: &[Check]) -> Result<(), CommandError> {
    let mut text = String::new();
    for Check { subject, status } in checks {
        let (mark, style, rest) = match status {
            Status::Ok(found) => ("ok", Style::Success, found.clone()),
            Status::Note { problem, hint } => ("note", Style::Heading, format!("{problem}; {hint}")),
            Status::Missing { problem, hint } => ("missing", Style::Error, format!("{problem}; {hint}")),
        };
        let style = style.ansi();
        let _ = writeln!(text, "{style}{mark:<8}{style:#} {subject:<12} {rest}");
    }
    print_styled(&text)
}

async fn rust() -> Status {
    match first_line("cargo", &["--version"]).await {
        Some(version) => Status::Ok(version),
        None => missing(
            "`cargo` is not on the `PATH`",
            "install Rust from https://rustup.rs",
        ),
    }
}

/// Handlers run on glibc 2.34. A machine with a newer glibc needs zig to link for the older one.
async fn glibc(workspace: &Path) -> Status {
    let zig = workspace.join(".venv/bin/cargo-zigbuild").is_file() || which::which("cargo-zigbuild").is_ok();
    let own = first_line("getconf", &["GNU_LIBC_VERSION"]).await;
    let version = own.as_deref().and_then(parse_version);
    match (zig, version) {
        (true, _) => {
            Status::Ok("cargo-zigbuild links handlers for Amazon Linux 2023 (glibc 2.34)".to_owned())
        }
        (false, Some(version)) if version <= [2, 34] => Status::Ok(format!(
            "{}.{} on this machine, 2.34 on Amazon Linux 2023",
            version[0], version[1]
        )),
        (false, _) => Status::Note {
            problem: format!(
                "{} is newer than glibc 2.34 of Amazon Linux 2023, and `cargo-zigbuild` is not installed",
                own.unwrap_or_else(|| "the C library".to_owned())
            ),
            hint: "to deploy to AWS: `.venv/bin/pip install cargo-zigbuild ziglang`".to_owned(),
        },
    }
}

async fn python() -> Status {
    at_least("python3", PYTHON, "install Python 3.10 or newer").await
}

async fn node() -> Status {
    if which::which("npm").is_err() {
        return missing(
            "`npm` is not on the `PATH`",
            "install Node.js 20 or newer, which includes it",
        );
    }
    at_least("node", NODE, "install Node.js 20 or newer").await
}

async fn emulator(workspace: &Path) -> Status {
    let python = workspace.join(".venv/bin/python");
    let hint = emulator::how_to_install(Path::new(".venv"));
    let script = "import importlib.metadata as m; print(m.version('ministack'))";
    match first_line(&python.to_string_lossy(), &["-c", script]).await {
        Some(version) if version == emulator::PINNED => Status::Ok(format!("MiniStack {version} in `.venv`")),
        Some(version) => missing(
            &format!(
                "MiniStack {version} in `.venv` is not the pinned version {}",
                emulator::PINNED
            ),
            &hint,
        ),
        None => missing("MiniStack is not installed in `.venv`", &hint),
    }
}

fn free(port: u16, purpose: &'static str, flag: &'static str) -> Status {
    match port::ensure_free(port, purpose, flag) {
        Ok(()) => Status::Ok(format!("free for {purpose}")),
        Err(taken) => Status::Note {
            problem: taken.problem(),
            hint: "only `dev` needs it".to_owned(),
        },
    }
}

/// Only an environment on AWS requires credentials.
async fn credentials(project: &Project, global: &GlobalArgs, is_local: bool) -> Status {
    if global.env.is_none() {
        return Status::Note {
            problem: "not checked".to_owned(),
            hint: "add `--env` to check an environment's account and region".to_owned(),
        };
    }
    if is_local {
        return Status::Ok("not needed for a local environment".to_owned());
    }
    let (loaded, aws) = match connect(project, global).await {
        Ok(connected) => connected,
        Err(error) => return missing(&error.to_string(), "correct the environment's file"),
    };
    let source = match aws.credential_source().await {
        Ok(source) => source,
        Err(report) => {
            let (problem, hint) = report.brief();
            return missing(&problem, &hint);
        }
    };
    match timeout(TIMEOUT, aws.expected_account(&loaded.settings)).await {
        Ok(Ok(account)) => Status::Ok(format!("account {account}, region {}, {source}", aws.region)),
        Ok(Err(error)) => {
            let error = error.to_string();
            let (problem, hint) = split_hint(&error);
            missing(problem, hint.unwrap_or("correct this and run the command again"))
        }
        Err(_) => missing("no response from AWS", "check the network and the endpoint"),
    }
}

async fn at_least(program: &'static str, oldest: [u32; 2], hint: &str) -> Status {
    let Some(version) = first_line(program, &["--version"]).await else {
        return missing(&format!("`{program}` is not on the `PATH`"), hint);
    };
    match parse_version(&version) {
        Some(found) if found < oldest => missing(&format!("{version} is too old"), hint),
        _ => Status::Ok(if version.starts_with('v') {
            format!("{program} {version}")
        } else {
            version
        }),
    }
}

/// The first line that a program prints, if it runs and succeeds.
async fn first_line(program: &str, arguments: &[&str]) -> Option<String> {
    let run = Command::new(program).args(arguments).kill_on_drop(true).output();
    let output = timeout(TIMEOUT, run).await.ok()?.ok()?;
    if !output.status.success() {
        return None;
    }
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .next()
        .map(str::to_owned)
}

/// The first two numbers of a version, after any prefix.
fn parse_version(text: &str) -> Option<[u32; 2]> {
    let start = text.find(|character: char| character.is_ascii_digit())?;
    let mut parts = text[start..].split(|character: char| !character.is_ascii_digit());
    Some([parts.next()?.parse().ok()?, parts.next()?.parse().ok()?])
}

fn missing(problem: &str, hint: &str) -> Status {
    Status::Missing {
        problem: problem.to_owned(),
        hint: hint.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_parsed_from_the_output_of_tools() {
        assert_eq!(parse_version("v20.20.1"), Some([20, 20]));
        assert_eq!(parse_version("Python 3.11.2"), Some([3, 11]));
        assert_eq!(parse_version("glibc 2.36"), Some([2, 36]));
        assert_eq!(parse_version("none"), None);
    }
}
