//! Builds the handlers with the user's own Cargo, and says where it put them.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use serde::Deserialize;
use tokio::process::Command;

use infra_gen_constructs::{Architecture, Package};

use self::companion::Companion;
use crate::terminal::Terminal;

mod companion;

/// Where the handlers will run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Destination {
    /// On this machine: quick to build, whatever the processor and the glibc here.
    ThisMachine,
    /// On AWS Lambda: small, quick to start, linked against the glibc there.
    Lambda(Architecture),
}

/// Why there are no binaries.
#[derive(Debug, thiserror::Error)]
pub(crate) enum BuildError {
    #[error("could not start `{program}`; is Rust installed and on the `PATH`?")]
    Start { program: String, source: std::io::Error },
    #[error("building the handlers failed; the compiler's own words are above")]
    Failed,
    #[error(
        "Cargo built no binary `{binary}` in package `{package}`; check the names in the application's `packages`"
    )]
    Missing {
        binary: &'static str,
        package: &'static str,
    },
    #[error("could not read what Cargo says of the workspace")]
    Metadata(#[source] serde_json::Error),
    #[error("no Cargo workspace here; run this from inside the repository")]
    NoWorkspace,
}

/// Builds all handlers in one run of Cargo: the paths of the binaries, in the order of `packages`.
pub(crate) async fn build(
    workspace: &Path,
    packages: &[Package],
    destination: Destination,
    terminal: Terminal,
) -> Result<Vec<PathBuf>, BuildError> {
    if packages.is_empty() {
        return Ok(Vec::new());
    }
    let tool = Tool::choose(workspace, destination);
    let myself = match destination {
        Destination::ThisMachine => companion::find(workspace, packages).await,
        Destination::Lambda(_) => None,
    };
    let arguments = arguments(packages, myself.as_ref(), destination, &tool);
    terminal.info(format_args!(
        "building {} ({})",
        names(packages),
        tool.describe(destination)
    ));
    let mut command = Command::new(&tool.program);
    command
        .current_dir(workspace)
        .args(&arguments)
        .stdin(Stdio::null())
        .stderr(Stdio::inherit());
    if let Some(path) = tool.path {
        command.env("PATH", path);
    }
    command.kill_on_drop(true);
    let program = tool.program.display().to_string();
    let output = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|source| BuildError::Start {
            program: program.clone(),
            source,
        })?
        .wait_with_output()
        .await
        .map_err(|source| BuildError::Start { program, source })?;
    if !output.status.success() {
        return Err(BuildError::Failed);
    }
    let built = executables(&output.stdout);
    packages
        .iter()
        .map(|package| {
            built.get(package.binary).cloned().ok_or(BuildError::Missing {
                binary: package.binary,
                package: package.cargo_package,
            })
        })
        .collect()
}

/// The top of the Cargo workspace that the current folder is in.
pub(crate) async fn workspace() -> Result<PathBuf, BuildError> {
    let output = Command::new("cargo")
        .args([
            "locate-project",
            "--workspace",
            "--message-format",
            "json",
            "--quiet",
        ])
        .stdin(Stdio::null())
        .output()
        .await
        .map_err(|source| BuildError::Start {
            program: "cargo".to_owned(),
            source,
        })?;
    if !output.status.success() {
        return Err(BuildError::NoWorkspace);
    }
    let located: Located = serde_json::from_slice(&output.stdout).map_err(BuildError::Metadata)?;
    located
        .root
        .parent()
        .map(Path::to_path_buf)
        .ok_or(BuildError::NoWorkspace)
}

#[derive(Deserialize)]
struct Located {
    root: PathBuf,
}

/// Which Cargo links the handlers.
struct Tool {
    program: PathBuf,
    zig: bool,
    /// A `PATH` on which the zig of the workspace's own Python environment comes first.
    path: Option<OsString>,
}

impl Tool {
    fn choose(workspace: &Path, destination: Destination) -> Self {
        let cargo = Self {
            program: PathBuf::from("cargo"),
            zig: false,
            path: None,
        };
        if destination == Destination::ThisMachine {
            return cargo;
        }
        let own = workspace.join(".venv").join("bin");
        if own.join("cargo-zigbuild").is_file() {
            let path = std::env::var_os("PATH").unwrap_or_default();
            let folders = std::iter::once(own.clone()).chain(std::env::split_paths(&path));
            return Self {
                program: own.join("cargo-zigbuild"),
                zig: true,
                path: std::env::join_paths(folders).ok(),
            };
        }
        match on_path("cargo-zigbuild") {
            Some(program) => Self {
                program,
                zig: true,
                path: None,
            },
            None => cargo,
        }
    }

    fn describe(&self, destination: Destination) -> &'static str {
        match (destination, self.zig) {
            (Destination::ThisMachine, _) => "for this machine",
            (Destination::Lambda(_), true) => "with zig, for Amazon Linux 2023",
            (Destination::Lambda(_), false) => "with this machine's linker",
        }
    }
}

/// A program on the `PATH`.
pub(crate) fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|candidate| candidate.is_file())
}

fn arguments(
    packages: &[Package],
    companion: Option<&Companion>,
    destination: Destination,
    tool: &Tool,
) -> Vec<String> {
    let mut arguments = vec![if tool.zig { "zigbuild" } else { "build" }.to_owned()];
    let handlers = packages
        .iter()
        .map(|package| (package.cargo_package, package.binary));
    let myself = companion.map(|own| (own.package.as_str(), own.binary.as_str()));
    for (package, binary) in handlers.chain(myself) {
        arguments.extend(["--package".to_owned(), package.to_owned()]);
        arguments.extend(["--bin".to_owned(), binary.to_owned()]);
    }
    if let Destination::Lambda(architecture) = destination {
        arguments.extend(["--profile".to_owned(), "lambda".to_owned()]);
        let target = format!("{}-unknown-linux-gnu", architecture.rust_name());
        if tool.zig {
            arguments.extend(["--target".to_owned(), format!("{target}.2.34")]);
        } else if std::env::consts::ARCH != architecture.rust_name() {
            arguments.extend(["--target".to_owned(), target]);
        }
    }
    arguments.extend([
        "--message-format".to_owned(),
        "json-render-diagnostics".to_owned(),
    ]);
    arguments
}

fn names(packages: &[Package]) -> String {
    packages
        .iter()
        .map(|package| package.cargo_package)
        .collect::<Vec<_>>()
        .join(", ")
}

/// Cargo tells each artifact in a line of JSON; those that are binaries carry a path.
fn executables(messages: &[u8]) -> BTreeMap<String, PathBuf> {
    #[derive(Deserialize)]
    struct Message {
        reason: String,
        target: Option<Target>,
        executable: Option<PathBuf>,
    }
    #[derive(Deserialize)]
    struct Target {
        name: String,
    }
    messages
        .split(|byte| *byte == b'\n')
        // Cargo adds kinds of messages as it grows; those that are not artifacts are not ours to understand.
        .filter_map(|line| serde_json::from_slice::<Message>(line).ok())
        .filter(|message| message.reason == "compiler-artifact")
        .filter_map(|message| Some((message.target?.name, message.executable?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const API: Package = Package {
        name: "Api",
        cargo_package: "links-api",
        binary: "api",
    };

    #[test]
    fn a_local_build_is_a_plain_one() {
        let cargo = Tool {
            program: PathBuf::from("cargo"),
            zig: false,
            path: None,
        };
        assert_eq!(
            arguments(&[API], None, Destination::ThisMachine, &cargo).join(" "),
            "build --package links-api --bin api --message-format json-render-diagnostics"
        );
    }

    #[test]
    fn a_local_build_shares_its_dependencies_with_the_program() {
        let cargo = Tool {
            program: PathBuf::from("cargo"),
            zig: false,
            path: None,
        };
        let own = Companion {
            package: "links-infra".to_owned(),
            binary: "links".to_owned(),
        };
        assert_eq!(
            arguments(&[API], Some(&own), Destination::ThisMachine, &cargo).join(" "),
            "build --package links-api --bin api --package links-infra --bin links --message-format \
             json-render-diagnostics"
        );
    }

    #[test]
    fn a_build_for_lambda_links_against_its_glibc_when_zig_is_there() {
        let zig = Tool {
            program: PathBuf::from("cargo-zigbuild"),
            zig: true,
            path: None,
        };
        assert_eq!(
            arguments(&[API], None, Destination::Lambda(Architecture::Arm64), &zig).join(" "),
            "zigbuild --package links-api --bin api --profile lambda --target aarch64-unknown-linux-gnu.2.34 \
             --message-format json-render-diagnostics"
        );
    }

    #[test]
    fn binaries_are_found_in_cargos_messages() {
        let messages = br#"{"reason":"compiler-artifact","target":{"name":"links_core"},"executable":null}
{"reason":"compiler-artifact","target":{"name":"api"},"executable":"/w/target/debug/api"}
{"reason":"build-finished","success":true}"#;
        let found = executables(messages);
        assert_eq!(
            found.into_iter().collect::<Vec<_>>(),
            [("api".to_owned(), PathBuf::from("/w/target/debug/api"))]
        );
    }
}
