//! Decides whether to build the handlers together with this program, so that both share their dependencies.
//!
//! Cargo compiles a dependency once for each set of its features, and joins the features of all packages in one build. A
//! build that includes this program's package therefore reuses the AWS SDK from this program's own build, as long as the
//! handlers enable no feature that this program lacks. Otherwise that build would compile this program's dependencies again,
//! so the handlers are built alone. For AWS Lambda they always are: they get only the features that they request.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Stdio;

use infra_gen_constructs::Package;
use tokio::process::Command;

/// The package and binary of this program in the workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OwnBinary {
    pub(super) package: String,
    pub(super) binary: String,
}

/// This program, if it was built in this workspace and a build together with the handlers recompiles none of its
/// dependencies.
pub(super) async fn find(workspace: &Path, packages: &[Package]) -> Option<OwnBinary> {
    let metadata = super::metadata(workspace).await.ok()?;
    // The path of the running program contains no symbolic links.
    let target_directory = metadata.target_directory.as_std_path().canonicalize().ok()?;
    let binaries = metadata.packages.iter().flat_map(|package| {
        let binaries = package.targets.iter().filter(|target| target.is_bin());
        binaries.map(|target| (package.name.as_str(), target.name.as_str()))
    });
    let own = built_by(&target_directory, binaries, &std::env::current_exe().ok()?)?;
    let alone = features(workspace, std::iter::once(own.package.as_str())).await?;
    let handlers = packages.iter().map(|package| package.cargo_package);
    let together = features(workspace, handlers.chain([own.package.as_str()])).await?;
    alone.is_subset(&together).then_some(own)
}

/// The only binary of the workspace that is built to the path of `executable`. `binaries` are pairs of package and binary.
fn built_by<'a>(
    target_directory: &Path,
    binaries: impl Iterator<Item = (&'a str, &'a str)>,
    executable: &Path,
) -> Option<OwnBinary> {
    let name = executable.file_name()?.to_str()?;
    if executable.parent()? != target_directory.join("debug") {
        return None;
    }
    let mut found = binaries.filter(|(_, binary)| *binary == name);
    let (package, binary) = found.next()?;
    found.next().is_none().then(|| OwnBinary {
        package: package.to_owned(),
        binary: binary.to_owned(),
    })
}

/// Each package in the build of `packages`, with its features as Cargo joins them.
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
    // `cargo tree` marks a package that it has listed before with `(*)`.
    let lines = listing
        .lines()
        .map(|line| line.trim_end_matches(" (*)").to_owned());
    Some(lines.collect())
}

/// The output of Cargo. An error is ignored: the build that follows reports it, and does not depend on this result.
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

    #[track_caller]
    fn check(executable: &str, expected: Option<&str>) {
        let binaries = [("links-api", "api"), ("links-infra", "links")].into_iter();
        let found = built_by(Path::new("/w/target"), binaries, Path::new(executable));
        let package = found.map(|own| own.package);
        assert_eq!(package.as_deref(), expected, "{executable}");
    }

    #[test]
    fn only_a_debug_binary_of_the_workspace_is_built_with_the_handlers() {
        check("/w/target/debug/links", Some("links-infra"));
        check("/w/target/debug/bench", None);
        check("/w/target/release/links", None);
        check("/home/ann/.cargo/bin/links", None);
    }
}
