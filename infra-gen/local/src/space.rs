//! Checks the free disk space for the state of a run.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// The emulator needs this much to unpack the handlers.
const MINIMUM: u64 = 16 << 20;
/// A long run may need this much.
const RECOMMENDED: u64 = 512 << 20;

/// Whether there is enough free space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Space {
    /// Enough for a run.
    Enough,
    /// A run may fill the disk.
    Low(Bytes),
    /// A run cannot save its state.
    Insufficient(Bytes),
}

/// Checks the file system of a folder, or of its nearest existing parent.
pub fn check(folder: &Path) -> Result<Space, SpaceError> {
    let existing = folder
        .ancestors()
        .find(|ancestor| ancestor.exists())
        .unwrap_or(Path::new("."));
    let failed = |source| SpaceError {
        folder: folder.to_path_buf(),
        source,
    };
    let system = rustix::fs::statvfs(existing).map_err(|error| failed(error.into()))?;
    Ok(classify(system.f_bavail.saturating_mul(system.f_frsize)))
}

fn classify(bytes: u64) -> Space {
    match bytes {
        ..MINIMUM => Space::Insufficient(Bytes(bytes)),
        MINIMUM..RECOMMENDED => Space::Low(Bytes(bytes)),
        _ => Space::Enough,
    }
}

/// The free space could not be read.
#[derive(Debug, thiserror::Error)]
#[error("could not read the free space of `{folder}`")]
pub struct SpaceError {
    folder: PathBuf,
    source: io::Error,
}

/// A number of bytes, shown in MiB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bytes(u64);

impl fmt::Display for Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} MiB", self.0 >> 20)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn little_space_is_a_warning_and_almost_none_is_an_error() {
        assert_eq!(classify(600 << 20), Space::Enough);
        assert_eq!(classify(20 << 20), Space::Low(Bytes(20 << 20)));
        assert_eq!(classify(15 << 20), Space::Insufficient(Bytes(15 << 20)));
        assert_eq!(Bytes(20 << 20).to_string(), "20 MiB");
    }

    #[test]
    fn a_missing_folder_is_checked_at_its_parent() {
        let parent = tempfile::tempdir().unwrap();
        let missing = parent.path().join("a/b");
        check(&missing).unwrap();
    }
}
