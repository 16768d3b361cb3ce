//! Builds the handlers with the user's own Cargo, and finds the binaries.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use cargo_metadata::{Message, Metadata, MetadataCommand};
use infra_gen_constructs::{Architecture, Package};
use tokio::process::Command;

use self::own_binary::OwnBinary;
use crate::terminal::Terminal;

mod own_binary;

/// Where the handlers will run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Destination {
    /// On this machine: built quickly, for its processor and glibc.
    ThisMachine,
    /// On AWS Lambda: small, quick to start, linked against the glibc there.
    Lambda(Architecture),
}

/// Why the build failed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum BuildError {
    #[error(
        "could not start `{program}`\n  hint: install Rust, and make sure that `{program}` is on the `PATH`"
    )]
    Start { program: String, source: std::io::Error },
    #[error("could not build the handlers; see the compiler's output above")]
    Failed,
    #[error("could not read the messages of Cargo")]
    Messages(#[source] std::io::Error),
    #[error(
        "Cargo built no binary `{binary}` in package `{package}`\n  hint: check the names in the application's `packages`"
    )]
    Missing {
        binary: &'static str,
        package: &'static str,
    },
    #[error("could not read the Cargo workspace\n  hint: run this command inside the repository")]
    Workspace(#[source] cargo_metadata::Error),
}

/// Builds all handlers in one run of Cargo; returns the binaries in the order of `packages`.
pub(crate) async fn build(
    workspace: &Path,
    packages: &[Package],
    destination: Destination,
    terminal: Terminal,
) -> Result<Vec<PathBuf>, BuildError> {
    if packages.is_empty() {
        return Ok(Vec::new());
    }
    let linker = Linker::choose(workspace, destination);
    let own_binary = match destination {
        Destination::ThisMachine => own_binary::find(workspace, packages).await,
        Destination::Lambda(_) => None,
    };
    let arguments = arguments(packages, own_binary.as_ref(), destination, &linker);
    terminal.info(format_args!(
        "building handlers {} ({})",
        names(packages),
        linker.describe(destination)
    ));
    let mut command = Command::new(&linker.program);
    command
        .current_dir(workspace)
        .args(&arguments)
        .stdin(Stdio::null())
        .stderr(Stdio::inherit());
    if let Some(path) = linker.path {
        command.env("PATH", path);
    }
    command.kill_on_drop(true);
    let not_started = |source| BuildError::Start {
        program: linker.program.display().to_string(),
        source,
    };
    let output = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(not_started)?
        .wait_with_output()
        .await
        .map_err(not_started)?;
    if !output.status.success() {
        return Err(BuildError::Failed);
    }
    let built = executables(&output.stdout).map_err(BuildError::Messages)?;
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

/// The root of the Cargo workspace that contains the current folder.
pub(crate) async fn workspace() -> Result<PathBuf, BuildError> {
    Ok(metadata(Path::new(".")).await?.workspace_root.into())
}

/// Cargo's description of the workspace that contains `folder`, without dependencies.
async fn metadata(folder: &Path) -> Result<Metadata, BuildError> {
    let command = MetadataCommand::new()
        .no_deps()
        .current_dir(folder)
        .cargo_command();
    let output = Command::from(command)
        .stdin(Stdio::null())
        .kill_on_drop(true)
        .output()
        .await
        .map_err(|source| BuildError::Start {
            program: "cargo".to_owned(),
            source,
        })?;
    if !output.status.success() {
        return Err(BuildError::Workspace(cargo_metadata::Error::CargoMetadata {
            stderr: String::from_utf8_lossy(&output.stderr).trim().to_owned(),
        }));
    }
    MetadataCommand::parse(String::from_utf8_lossy(&output.stdout)).map_err(BuildError::Workspace)
}

/// The Cargo command that builds and links the handlers.
struct Linker {
    program: PathBuf,
    zig: bool,
    /// A `PATH` that starts with the workspace's own Python environment, which contains zig.
    path: Option<OsString>,
}

impl Linker {
    fn choose(workspace: &Path, destination: Destination) -> Self {
        let cargo = Self {
            program: PathBuf::from("cargo"),
            zig: false,
            path: None,
        };
        if destination == Destination::ThisMachine {
            return cargo;
        }
        let venv = workspace.join(".venv").join("bin");
        if venv.join("cargo-zigbuild").is_file() {
            let path = std::env::var_os("PATH").unwrap_or_default();
            let folders = std::iter::once(venv.clone()).chain(std::env::split_paths(&path));
            return Self {
                program: venv.join("cargo-zigbuild"),
                zig: true,
                path: std::env::join_paths(folders).ok(),
            };
        }
        match which::which("cargo-zigbuild") {
            Ok(program) => Self {
                program,
                zig: true,
                path: None,
            },
            Err(_) => cargo,
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

fn arguments(
    packages: &[Package],
    own_binary: Option<&OwnBinary>,
    destination: Destination,
    linker: &Linker,
) -> Vec<String> {
    let mut arguments = vec![if linker.zig { "zigbuild" } else { "build" }.to_owned()];
    let handlers = packages
        .iter()
        .map(|package| (package.cargo_package, package.binary));
    let own_binary = own_binary.map(|own| (own.package.as_str(), own.binary.as_str()));
    for (package, binary) in handlers.chain(own_binary) {
        arguments.extend(["--package".to_owned(), package.to_owned()]);
        arguments.extend(["--bin".to_owned(), binary.to_owned()]);
    }
    if let Destination::Lambda(architecture) = destination {
        arguments.extend(["--profile".to_owned(), "lambda".to_owned()]);
        let target = format!("{}-unknown-linux-gnu", architecture.rust_name());
        if linker.zig {
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

/// The executables among the artifacts in Cargo's messages, by target name.
fn executables(messages: &[u8]) -> std::io::Result<BTreeMap<String, PathBuf>> {
    let mut found = BTreeMap::new();
    for message in Message::parse_stream(messages) {
        if let Message::CompilerArtifact(artifact) = message?
            && let Some(executable) = artifact.executable
        {
            found.insert(artifact.target.name, executable.into());
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    const API: Package = Package {
        name: "Api",
        cargo_package: "links-api",
        binary: "api",
    };

    fn cargo() -> Linker {
        Linker {
            program: PathBuf::from("cargo"),
            zig: false,
            path: None,
        }
    }

    #[test]
    fn a_local_build_uses_plain_cargo() {
        assert_eq!(
            arguments(&[API], None, Destination::ThisMachine, &cargo()).join(" "),
            "build --package links-api --bin api --message-format json-render-diagnostics"
        );
    }

    #[test]
    fn a_local_build_shares_its_dependencies_with_the_program() {
        let own = OwnBinary {
            package: "links-infra".to_owned(),
            binary: "links".to_owned(),
        };
        assert_eq!(
            arguments(&[API], Some(&own), Destination::ThisMachine, &cargo()).join(" "),
            "build --package links-api --bin api --package links-infra --bin links --message-format \
             json-render-diagnostics"
        );
    }

    #[test]
    fn a_build_for_lambda_with_zig_links_against_the_glibc_there() {
        let zig = Linker {
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
    fn executables_are_found_in_cargos_messages() {
        let artifact = |name: &str, kind: &str, executable: &str| {
            format!(
                r#"{{"reason":"compiler-artifact","package_id":"path+file:///w#links@0.1.0","manifest_path":"/w/Cargo.toml","target":{{"kind":["{kind}"],"crate_types":["{kind}"],"name":"{name}","src_path":"/w/src/main.rs","edition":"2024","doc":true,"doctest":false,"test":true}},"profile":{{"opt_level":"0","debuginfo":2,"debug_assertions":true,"overflow_checks":true,"test":false}},"features":[],"filenames":[],"executable":{executable},"fresh":true}}"#
            )
        };
        let messages = [
            artifact("links_core", "lib", "null"),
            artifact("api", "bin", "\"/w/target/debug/api\""),
            r#"{"reason":"a-later-kind-of-message","text":"x"}"#.to_owned(),
            r#"{"reason":"build-finished","success":true}"#.to_owned(),
        ];
        let found = executables(messages.join("\n").as_bytes()).unwrap();
        assert_eq!(
            found.into_iter().collect::<Vec<_>>(),
            [("api".to_owned(), PathBuf::from("/w/target/debug/api"))]
        );
    }
}
