//! `doctor`: looks for what the other verbs need, and says how to get what is missing.

use std::fmt::Write as _;
use std::path::Path;
use std::time::Duration;

use infra_gen_local::{emulator, port};
use tokio::process::Command;
use tokio::time::timeout;

use super::{Failure, connect, load_called, show};
use crate::app::{Loaded, Project};
use crate::args::Global;
use crate::exit::Outcome;
use crate::package::build;
use crate::program;
use crate::terminal::Style;

/// How long a tool may take to tell its version, and AWS to tell the account.
const PATIENCE: Duration = Duration::from_secs(10);
/// The oldest Node.js that builds a site, and the oldest Python that runs the emulator.
const NODE: [u32; 2] = [20, 0];
const PYTHON: [u32; 2] = [3, 10];

/// The emulator's port, unless the environment names another.
const EMULATOR_PORT: u16 = 4566;

/// One line of the report.
struct Finding {
    what: String,
    verdict: Verdict,
}

impl Finding {
    fn new(what: impl Into<String>, verdict: Verdict) -> Self {
        let what = what.into();
        Self { what, verdict }
    }
}

enum Verdict {
    Found(String),
    /// Something that not everybody needs.
    Optional {
        lack: String,
        mend: String,
    },
    Missing {
        lack: String,
        mend: String,
    },
}

pub(super) async fn run(project: &Project, global: &Global) -> Result<Outcome, Failure> {
    let workspace = build::workspace().await.unwrap_or_else(|_| ".".into());
    let selected = match &global.env {
        Some(_) => Some(load_called(project, global)?),
        None => None,
    };
    // What `dev` needs is needed by a local environment, and by no other.
    let needs_emulator = selected.as_ref().is_some_and(Loaded::is_local);
    let for_dev = |verdict: Verdict| match verdict {
        Verdict::Missing { lack, mend } if !needs_emulator => Verdict::Optional {
            lack,
            mend: format!("for `{} dev`: {mend}", program::name()),
        },
        verdict => verdict,
    };
    let port = selected
        .as_ref()
        .and_then(|loaded| loaded.settings.endpoint.as_deref())
        .and_then(|endpoint| endpoint.trim_end_matches('/').rsplit_once(':')?.1.parse().ok())
        .unwrap_or(EMULATOR_PORT);
    let mut findings = vec![
        Finding::new("rust", rust().await),
        Finding::new("glibc", glibc(&workspace).await),
        Finding::new("python", for_dev(python().await)),
        Finding::new("emulator", for_dev(emulator(&workspace).await)),
    ];
    if project.site.is_some() {
        findings.push(Finding::new("node", node().await));
        findings.push(Finding::new("port 5173", free(5173, "the site", "--site-port")));
    }
    findings.push(Finding::new(
        format!("port {port}"),
        free(port, "the emulator", "--port"),
    ));
    findings.push(Finding::new(
        "credentials",
        credentials(project, global, needs_emulator).await,
    ));

    print_findings(&findings)?;
    let well = !findings
        .iter()
        .any(|finding| matches!(finding.verdict, Verdict::Missing { .. }));
    Ok(if well { Outcome::Done } else { Outcome::CheckFailed })
}

fn print_findings(findings: &[Finding]) -> Result<(), Failure> {
    let mut text = String::new();
    for Finding { what, verdict } in findings {
        let (mark, style, rest) = match verdict {
            Verdict::Found(found) => ("ok", Style::Success, found.clone()),
            Verdict::Optional { lack, mend } => ("note", Style::Heading, format!("{lack}; {mend}")),
            Verdict::Missing { lack, mend } => ("missing", Style::Error, format!("{lack}; {mend}")),
        };
        let style = style.ansi();
        let _ = writeln!(text, "{style}{mark:<8}{style:#} {what:<12} {rest}");
    }
    show(&text)
}

async fn rust() -> Verdict {
    match told("cargo", &["--version"]).await {
        Some(version) => Verdict::Found(version),
        None => missing("no `cargo` on the `PATH`", "install Rust from https://rustup.rs"),
    }
}

/// Handlers run on glibc 2.34; a machine with a newer one needs zig to link for it.
async fn glibc(workspace: &Path) -> Verdict {
    let zig = workspace.join(".venv/bin/cargo-zigbuild").is_file() || which::which("cargo-zigbuild").is_ok();
    let own = told("getconf", &["GNU_LIBC_VERSION"]).await;
    let version = own.as_deref().and_then(numbers);
    match (zig, version) {
        (true, _) => {
            Verdict::Found("cargo-zigbuild links handlers for Amazon Linux 2023 (glibc 2.34)".to_owned())
        }
        (false, Some(version)) if version <= [2, 34] => Verdict::Found(format!(
            "{}.{} here, 2.34 on Amazon Linux 2023",
            version[0], version[1]
        )),
        (false, _) => Verdict::Optional {
            lack: format!(
                "{} here is newer than the 2.34 of Amazon Linux 2023, and there is no `cargo-zigbuild`",
                own.unwrap_or_else(|| "the C library".to_owned())
            ),
            mend: "to deploy to AWS: `.venv/bin/pip install cargo-zigbuild ziglang`".to_owned(),
        },
    }
}

async fn python() -> Verdict {
    at_least("python3", PYTHON, "install Python 3.10 or newer").await
}

async fn node() -> Verdict {
    if which::which("npm").is_err() {
        return missing(
            "no `npm` on the `PATH`",
            "install Node.js 20 or newer, which brings it",
        );
    }
    at_least("node", NODE, "install Node.js 20 or newer").await
}

async fn emulator(workspace: &Path) -> Verdict {
    let python = workspace.join(".venv/bin/python");
    let mend = emulator::how_to_install(Path::new(".venv"));
    let question = "import importlib.metadata as m; print(m.version('ministack'))";
    match told(&python.to_string_lossy(), &["-c", question]).await {
        Some(version) if version == emulator::PINNED => {
            Verdict::Found(format!("MiniStack {version} in `.venv`"))
        }
        Some(version) => missing(
            &format!(
                "MiniStack {version} in `.venv` is not the pinned {}",
                emulator::PINNED
            ),
            &mend,
        ),
        None => missing("no MiniStack in `.venv`", &mend),
    }
}

fn free(port: u16, purpose: &'static str, flag: &'static str) -> Verdict {
    match port::expect_free(port, purpose, flag) {
        Ok(()) => Verdict::Found(format!("free for {purpose}")),
        Err(taken) => Verdict::Optional {
            lack: taken.to_string(),
            mend: "this matters to `dev` only".to_owned(),
        },
    }
}

/// Credentials are needed for an environment on AWS, so only then is their lack a fault.
async fn credentials(project: &Project, global: &Global, is_local: bool) -> Verdict {
    if global.env.is_none() {
        return Verdict::Optional {
            lack: "not looked at".to_owned(),
            mend: "name an environment with `--env` to try its account and region".to_owned(),
        };
    }
    if is_local {
        return Verdict::Found("a local environment needs none".to_owned());
    }
    let (loaded, aws) = match connect(project, global).await {
        Ok(connected) => connected,
        Err(failure) => return missing(&failure.to_string(), "correct the environment's file"),
    };
    let source = match aws.credential_source().await {
        Ok(source) => source,
        Err(report) => {
            let (lack, hint) = report.brief();
            return missing(&lack, &hint);
        }
    };
    match timeout(PATIENCE, aws.expected_account(&loaded.settings)).await {
        Ok(Ok(account)) => Verdict::Found(format!("account {account}, region {}, {source}", aws.region)),
        Ok(Err(error)) => missing(&error.to_string(), "then run this again"),
        Err(_) => missing("AWS did not answer", "check the network and the endpoint"),
    }
}

async fn at_least(program: &'static str, oldest: [u32; 2], mend: &str) -> Verdict {
    let Some(version) = told(program, &["--version"]).await else {
        return missing(&format!("no `{program}` on the `PATH`"), mend);
    };
    match numbers(&version) {
        Some(found) if found < oldest => missing(&format!("{version} is too old"), mend),
        _ => Verdict::Found(if version.starts_with('v') {
            format!("{program} {version}")
        } else {
            version
        }),
    }
}

/// The first line that a program writes, if it runs at all.
async fn told(program: &str, arguments: &[&str]) -> Option<String> {
    let run = Command::new(program).args(arguments).kill_on_drop(true).output();
    let output = timeout(PATIENCE, run).await.ok()?.ok()?;
    if !output.status.success() {
        return None;
    }
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .next()
        .map(str::to_owned)
}

/// The first two numbers of a version, whatever stands before them.
fn numbers(text: &str) -> Option<[u32; 2]> {
    let start = text.find(|character: char| character.is_ascii_digit())?;
    let mut parts = text[start..].split(|character: char| !character.is_ascii_digit());
    Some([parts.next()?.parse().ok()?, parts.next()?.parse().ok()?])
}

fn missing(lack: &str, mend: &str) -> Verdict {
    Verdict::Missing {
        lack: lack.to_owned(),
        mend: mend.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_out_of_what_tools_say() {
        assert_eq!(numbers("v20.20.1"), Some([20, 20]));
        assert_eq!(numbers("Python 3.11.2"), Some([3, 11]));
        assert_eq!(numbers("glibc 2.36"), Some([2, 36]));
        assert_eq!(numbers("none"), None);
    }
}
