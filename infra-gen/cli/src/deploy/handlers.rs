//! Builds and checks the handlers, and uploads those that the artifacts bucket does not have yet.

use std::collections::BTreeMap;
use std::path::PathBuf;

use infra_gen_constructs::Package;
use tokio::task::JoinSet;

use super::artifacts::{Artifacts, Size, Uploaded};
use super::{DeployError, Deployment};
use crate::package::archive::Compression;
use crate::package::build::{self, Destination};
use crate::package::elf;
use crate::terminal::Style;

/// A handler without full debug information is smaller.
const LARGE: usize = 64 * 1024 * 1024;

/// How many handlers are packed and uploaded at the same time.
const PARALLEL: usize = 4;

/// Builds, checks and uploads handlers. The result is by the template parameter of each.
pub(super) async fn build_and_upload(
    deployment: &Deployment<'_>,
    packages: &[Package],
    artifacts: &mut Artifacts<'_>,
) -> Result<BTreeMap<String, Uploaded>, DeployError> {
    let (loaded, terminal) = (deployment.loaded, deployment.terminal);
    let mut found = BTreeMap::new();
    if packages.is_empty() {
        return Ok(found);
    }
    let (destination, compression) = if loaded.is_local() {
        (Destination::ThisMachine, Compression::None)
    } else {
        (
            Destination::Lambda(loaded.settings.architecture),
            Compression::Deflate,
        )
    };
    let binaries = build::build(deployment.workspace, packages, destination, terminal).await?;
    let store = artifacts.store().await?;
    let mut waiting = packages.iter().zip(binaries);
    let mut running = JoinSet::new();
    let (mut sent, mut unchanged) = (0, Vec::new());
    loop {
        while running.len() < PARALLEL {
            let Some((package, path)) = waiting.next() else {
                break;
            };
            let (package, store) = (*package, store.clone());
            running.spawn(async move {
                let binary = read(package, path, destination).await?;
                if binary.len() > LARGE && destination == Destination::ThisMachine {
                    terminal.info(format_args!(
                        "handler {} is {}, mostly debug information, which slows each deployment by seconds; hint: set \
                         `debug = \"line-tables-only\"` in `[profile.dev]` and `debug = false` in `[profile.dev.package.\"*\"]` of the workspace's `Cargo.toml`",
                        package.cargo_package,
                        Size(binary.len())
                    ));
                }
                let uploaded = store
                    .upload_code(package.cargo_package, binary, compression, terminal)
                    .await?;
                Ok::<_, DeployError>((package, uploaded))
            });
        }
        let Some(done) = running.join_next().await else {
            break;
        };
        let (package, uploaded) = done.expect("an upload neither panics nor is aborted")?;
        if uploaded.is_new {
            sent += 1;
        } else {
            unchanged.push(package.cargo_package);
        }
        found.insert(package.parameter().into(), uploaded);
    }
    if sent > 0 {
        terminal.info(format_args!("uploaded handlers: {sent} of {}", packages.len()));
    }
    if !unchanged.is_empty() {
        unchanged.sort_unstable();
        terminal.line(
            Style::Faint,
            format_args!("unchanged handlers: {}", unchanged.join(", ")),
        );
    }
    Ok(found)
}

/// Reads a binary and checks that it would start at its destination.
async fn read(package: Package, path: PathBuf, destination: Destination) -> Result<Vec<u8>, DeployError> {
    let binary = tokio::fs::read(&path)
        .await
        .map_err(|source| DeployError::ReadBinary {
            path: path.display().to_string(),
            source,
        })?;
    if let Destination::Lambda(architecture) = destination {
        elf::check(&binary, architecture).map_err(|source| DeployError::IncompatibleBinary {
            package: package.cargo_package,
            source,
        })?;
    }
    Ok(binary)
}
