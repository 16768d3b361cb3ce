//! Builds the site with npm if its sources have changed since the last build.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use sha2::{Digest as _, Sha256};
use tokio::process::Command;
use walkdir::{DirEntry, WalkDir};

use crate::app::Site;
use crate::terminal::{Style, Terminal, eprint};

/// Folders with output or dependencies, which are not sources.
const NOT_SOURCES: [&str; 5] = [
    "node_modules",
    "dist",
    "test-results",
    "playwright-report",
    "coverage",
];

/// Why the site could not be built.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SiteBuildError {
    #[error("`{0}` is not on the `PATH`\n  hint: install Node.js 20 or newer, which includes it")]
    NoTool(&'static str),
    #[error("could not read the site's sources in `{folder}`")]
    Walk { folder: PathBuf, source: walkdir::Error },
    #[error("could not read `{path}`")]
    Read { path: PathBuf, source: std::io::Error },
    #[error("could not start `npm`")]
    Start(#[source] std::io::Error),
    #[error("`npm {arguments}` failed in `{folder}`; its output is above")]
    Npm { arguments: String, folder: PathBuf },
    #[error("could not write `{path}`")]
    Write { path: PathBuf, source: std::io::Error },
}

/// Checks that the tools for the build are installed.
pub(crate) fn expect_tools() -> Result<(), SiteBuildError> {
    for tool in ["node", "npm"] {
        which::which(tool).map_err(|_| SiteBuildError::NoTool(tool))?;
    }
    Ok(())
}

/// Installs the site's packages and builds its bundle, each only if needed.
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
    let last_build = tokio::fs::read_to_string(&stamp).await.unwrap_or_default();
    if last_build == sources && site.bundle_folder(workspace).join("index.html").is_file() {
        terminal.line(Style::Faint, format_args!("site bundle is up to date"));
        return Ok(());
    }
    terminal.info(format_args!("building the site"));
    npm(&folder, &["run", "build"]).await?;
    let write_error = |path: &Path| {
        let path = path.to_path_buf();
        move |source| SiteBuildError::Write { path, source }
    };
    tokio::fs::create_dir_all(state)
        .await
        .map_err(write_error(state))?;
    tokio::fs::write(&stamp, sources)
        .await
        .map_err(write_error(&stamp))
}

/// npm writes a copy of the lock file at the end of an installation.
fn needs_install(folder: &Path) -> bool {
    let modified = |path: PathBuf| path.metadata().and_then(|data| data.modified()).ok();
    match (
        modified(folder.join("node_modules/.package-lock.json")),
        modified(folder.join("package-lock.json")),
    ) {
        (Some(installed), Some(required)) => installed < required,
        _ => true,
    }
}

async fn npm(folder: &Path, arguments: &[&str]) -> Result<(), SiteBuildError> {
    let output = Command::new("npm")
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        // npm shows progress on stderr, only on a terminal.
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
    // The output of a successful build is not shown.
    eprint(format_args!("{}", String::from_utf8_lossy(&output.stdout)));
    Err(SiteBuildError::Npm {
        arguments: arguments.join(" "),
        folder: folder.to_path_buf(),
    })
}

/// A digest of the sources.
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

/// All source files, sorted by path.
fn sources(folder: &Path) -> Result<Vec<PathBuf>, SiteBuildError> {
    WalkDir::new(folder)
        .min_depth(1)
        .follow_links(true)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(is_source)
        .filter(|entry| !entry.as_ref().is_ok_and(|entry| entry.file_type().is_dir()))
        .map(|entry| match entry {
            Ok(entry) => Ok(entry.into_path()),
            Err(source) => Err(SiteBuildError::Walk {
                folder: folder.to_path_buf(),
                source,
            }),
        })
        .collect()
}

/// Whether a file, or the content of a folder, counts as a source. Hidden files and the Rust crate beside the site do not.
fn is_source(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    !name.starts_with('.')
        && !NOT_SOURCES.contains(&name.as_ref())
        && entry.path().extension().is_none_or(|extension| extension != "rs")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn build_output_is_not_a_source() {
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
    fn packages_are_installed_if_npm_never_completed() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("package-lock.json"), "{}").unwrap();
        assert!(needs_install(folder.path()));
        std::fs::create_dir(folder.path().join("node_modules")).unwrap();
        std::fs::write(folder.path().join("node_modules/.package-lock.json"), "{}").unwrap();
        assert!(!needs_install(folder.path()));
    }
}
