//! Whether the handlers can be built together with this program, so that both share their dependencies.
//!
//! Cargo compiles a dependency once for each set of its features, and it joins the features of the packages that it
//! builds in one run. A run that names this program's package, too, therefore finds the AWS SDK as this program's own
//! build left it. That holds as long as the handlers enable nothing that this program lacks; otherwise such a run would
//! compile this program's dependencies anew, and the handlers are built by themselves. For AWS Lambda they always are:
//! there they get no feature that they did not ask for.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use infra_gen_constructs::Package;
use serde::Deserialize;
use tokio::process::Command;

/// The package and binary of this program in the workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Companion {
    pub(super) package: String,
    pub(super) binary: String,
}

/// This program, if this workspace built it and building the handlers with it compiles nothing of it anew.
pub(super) async fn find(workspace: &Path, packages: &[Package]) -> Option<Companion> {
    let metadata = cargo(workspace, &["metadata", "--no-deps", "--format-version", "1"]).await?;
    let mut metadata: Metadata = serde_json::from_str(&metadata).ok()?;
    // The system names the running program without symbolic links.
    metadata.target_directory = metadata.target_directory.canonicalize().ok()?;
    let own = built_by(&metadata, &std::env::current_exe().ok()?)?;
    let alone = features(workspace, std::iter::once(own.package.as_str())).await?;
    let handlers = packages.iter().map(|package| package.cargo_package);
    let together = features(workspace, handlers.chain([own.package.as_str()])).await?;
    alone.is_subset(&together).then_some(own)
}

/// The part of Cargo's description of a workspace that matters here.
#[derive(Debug, Deserialize)]
struct Metadata {
    target_directory: PathBuf,
    packages: Vec<Member>,
}

#[derive(Debug, Deserialize)]
struct Member {
    name: String,
    targets: Vec<Target>,
}

#[derive(Debug, Deserialize)]
struct Target {
    name: String,
    kind: Vec<String>,
}

/// The one binary of the workspace that is built to where this program lies.
fn built_by(metadata: &Metadata, executable: &Path) -> Option<Companion> {
    let name = executable.file_name()?.to_str()?;
    if executable.parent()? != metadata.target_directory.join("debug") {
        return None;
    }
    let is_binary = |target: &Target| target.name == name && target.kind.iter().any(|kind| kind == "bin");
    let mut found = metadata
        .packages
        .iter()
        .filter(|member| member.targets.iter().any(is_binary));
    let package = found.next()?.name.clone();
    found.next().is_none().then(|| Companion {
        package,
        binary: name.to_owned(),
    })
}

/// Each package that building these needs, with its features as Cargo joins them.
async fn features(workspace: &Path, packages: impl Iterator<Item = &str>) -> Option<BTreeSet<String>> {
    let mut arguments = vec![
        "tree",
        "--edges",
        "normal,build",
        "--prefix",
        "none",
        "--format",
        "{p} [{f}]",
    ];
    for package in packages {
        arguments.extend(["--package", package]);
    }
    let listing = cargo(workspace, &arguments).await?;
    // A package that was listed before is marked.
    let lines = listing
        .lines()
        .map(|line| line.trim_end_matches(" (*)").to_owned());
    Some(lines.collect())
}

/// What Cargo writes, if it can. It explains itself where it builds; here nothing depends on it.
async fn cargo(workspace: &Path, arguments: &[&str]) -> Option<String> {
    let output = Command::new("cargo")
        .args(arguments)
        .current_dir(workspace)
        .stdin(Stdio::null())
        .kill_on_drop(true)
        .output()
        .await
        .ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const METADATA: &str = r#"{
        "target_directory": "/w/target",
        "packages": [
            {"name": "links-api", "targets": [{"name": "api", "kind": ["bin"]}]},
            {"name": "links-infra", "targets": [{"name": "links", "kind": ["bin"]}, {"name": "bench", "kind": ["bench"]}]}
        ]
    }"#;

    #[track_caller]
    fn check(executable: &str, expected: Option<&str>) {
        let metadata = serde_json::from_str(METADATA).unwrap();
        let found = built_by(&metadata, Path::new(executable)).map(|own| own.package);
        assert_eq!(found.as_deref(), expected, "{executable}");
    }

    #[test]
    fn only_a_program_that_the_workspace_built_is_built_with_the_handlers() {
        check("/w/target/debug/links", Some("links-infra"));
        check("/w/target/debug/bench", None);
        check("/w/target/release/links", None);
        check("/home/ann/.cargo/bin/links", None);
    }
}
