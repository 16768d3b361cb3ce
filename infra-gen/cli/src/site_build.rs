//! Builds the site with its own tools, when its sources changed since the last time.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use sha2::{Digest as _, Sha256};
use tokio::process::Command;

use crate::app::Site;
use crate::terminal::{Style, Terminal, eprint};

/// Folders that hold what was made, not what it was made from.
const MADE: [&str; 5] = [
    "node_modules",
    "dist",
    "test-results",
    "playwright-report",
    "coverage",
];

/// Why there is no bundle.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SiteBuildError {
    #[error("`{0}` is not on the `PATH`; install Node.js 20 or newer, which brings it")]
    NoTool(&'static str),
    #[error("could not read the site's sources at `{path}`")]
    Read { path: PathBuf, source: std::io::Error },
    #[error("could not start `npm`")]
    Start(#[source] std::io::Error),
    #[error("`npm {arguments}` failed in `{folder}`; its own words are above")]
    Npm { arguments: String, folder: PathBuf },
    #[error("could not write `{path}`")]
    Write { path: PathBuf, source: std::io::Error },
}

/// Says whether what builds the site is installed.
pub(crate) fn expect_tools() -> Result<(), SiteBuildError> {
    for tool in ["node", "npm"] {
        which::which(tool).map_err(|_| SiteBuildError::NoTool(tool))?;
    }
    Ok(())
}

/// Installs the site's packages and builds its bundle, each only if need be.
pub(crate) async fn build_if_stale(
    workspace: &Path,
    site: &Site,
    state: &Path,
    terminal: Terminal,
) -> Result<(), SiteBuildError> {
    let folder = workspace.join(site.folder);
    if needs_install(&folder) {
        terminal.info(format_args!("installing the site's packages"));
        npm(&folder, &["ci", "--no-audit", "--no-fund"]).await?;
    }
    let sources = fingerprint(&folder)?;
    let stamp = state.join("site.sha256");
    let last = tokio::fs::read_to_string(&stamp).await.unwrap_or_default();
    if last == sources && site.bundle_folder(workspace).join("index.html").is_file() {
        terminal.line(Style::Faint, format_args!("site bundle is up to date"));
        return Ok(());
    }
    terminal.info(format_args!("building the site"));
    npm(&folder, &["run", "build"]).await?;
    let unwritable = |path: &Path| {
        let path = path.to_path_buf();
        move |source| SiteBuildError::Write { path, source }
    };
    tokio::fs::create_dir_all(state)
        .await
        .map_err(unwritable(state))?;
    tokio::fs::write(&stamp, sources)
        .await
        .map_err(unwritable(&stamp))
}

/// npm writes its own copy of the lock file when it is done.
fn needs_install(folder: &Path) -> bool {
    let modified = |path: PathBuf| path.metadata().and_then(|data| data.modified()).ok();
    match (
        modified(folder.join("node_modules/.package-lock.json")),
        modified(folder.join("package-lock.json")),
    ) {
        (Some(installed), Some(wanted)) => installed < wanted,
        _ => true,
    }
}

async fn npm(folder: &Path, arguments: &[&str]) -> Result<(), SiteBuildError> {
    let output = Command::new("npm")
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        // npm shows its progress there, on a terminal only.
        .stderr(Stdio::inherit())
        .kill_on_drop(true)
        .spawn()
        .map_err(SiteBuildError::Start)?
        .wait_with_output()
        .await
        .map_err(SiteBuildError::Start)?;
    if output.status.success() {
        return Ok(());
    }
    // What went well is not worth a screen; what went wrong is.
    eprint(format_args!("{}", String::from_utf8_lossy(&output.stdout)));
    Err(SiteBuildError::Npm {
        arguments: arguments.join(" "),
        folder: folder.to_path_buf(),
    })
}

/// A digest of everything that the bundle is made from.
fn fingerprint(folder: &Path) -> Result<String, SiteBuildError> {
    let mut hash = Sha256::new();
    for path in sources(folder)? {
        let content = std::fs::read(&path).map_err(|source| SiteBuildError::Read {
            path: path.clone(),
            source,
        })?;
        let name = path
            .strip_prefix(folder)
            .unwrap_or(&path)
            .to_string_lossy()
            .into_owned();
        for part in [name.as_bytes(), &content] {
            hash.update(part.len().to_le_bytes());
            hash.update(part);
        }
    }
    Ok(hex::encode(hash.finalize()))
}

fn sources(folder: &Path) -> Result<Vec<PathBuf>, SiteBuildError> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(current) = folders.pop() {
        let unreadable = |source| SiteBuildError::Read {
            path: current.clone(),
            source,
        };
        for entry in std::fs::read_dir(&current).map_err(unreadable)? {
            let path = entry.map_err(unreadable)?.path();
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            if name.starts_with('.')
                || MADE.contains(&name.as_str())
                || path.extension().is_some_and(|extension| extension == "rs")
            {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_made_does_not_count_as_a_source() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(folder.path().join("src")).unwrap();
        std::fs::create_dir_all(folder.path().join("dist")).unwrap();
        std::fs::write(folder.path().join("src/main.ts"), "1").unwrap();
        let before = fingerprint(folder.path()).unwrap();
        std::fs::write(folder.path().join("dist/main.js"), "1").unwrap();
        assert_eq!(fingerprint(folder.path()).unwrap(), before);
        std::fs::write(folder.path().join("src/main.ts"), "2").unwrap();
        assert_ne!(fingerprint(folder.path()).unwrap(), before);
    }

    #[test]
    fn packages_are_installed_when_npm_has_not_finished_before() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("package-lock.json"), "{}").unwrap();
        assert!(needs_install(folder.path()));
        std::fs::create_dir(folder.path().join("node_modules")).unwrap();
        std::fs::write(folder.path().join("node_modules/.package-lock.json"), "{}").unwrap();
        assert!(!needs_install(folder.path()));
    }
}
