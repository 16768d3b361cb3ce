//! Records the addresses of a running `dev` for other commands.
//!
//! The record is in the state folder, next to the lock of [`dir_lock`](crate::dir_lock). It is valid only while the process
//! that wrote it holds that lock, so the record of a killed run is ignored.

use std::fs::{File, TryLockError};
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::private;

const RECORD: &str = "running.json";

/// The addresses of a running `dev`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Running {
    /// The process ID.
    pub process: u32,
    /// The environment.
    pub environment: String,
    /// The AWS-compatible endpoint, `http://127.0.0.1:4566`.
    pub endpoint: String,
    /// The origin of the site, `http://localhost:5173`.
    pub site_origin: String,
}

impl Running {
    /// Writes the record into the folder that this process has locked.
    pub fn record(&self, folder: &Path) -> std::io::Result<()> {
        let text = serde_json::to_string(self).map_err(std::io::Error::other)?;
        let new = folder.join(format!("{RECORD}.new"));
        private::write(&new, text.as_bytes())?;
        std::fs::rename(&new, folder.join(RECORD))
    }

    /// The `dev` that currently uses this state folder, if any.
    pub fn find(folder: &Path) -> Option<Self> {
        let text = std::fs::read_to_string(folder.join(RECORD)).ok()?;
        let running: Self = serde_json::from_str(&text).ok()?;
        let path = folder.join("lock");
        let lock = File::open(&path).ok()?;
        if !matches!(lock.try_lock_shared(), Err(TryLockError::WouldBlock)) {
            // It was not locked; closing the file releases the shared lock.
            return None;
        }
        let holder: u32 = std::fs::read_to_string(&path).ok()?.trim().parse().ok()?;
        (holder == running.process).then_some(running)
    }

    /// Calls [`find`](Self::find) with `state` below the current folder and below each of its parents.
    pub fn find_upwards(state: &Path) -> Option<Self> {
        let here = std::env::current_dir().ok()?;
        here.ancestors()
            .find_map(|folder| Self::find(&folder.join(state)))
    }

    /// Removes the record at the end of the run.
    pub fn remove(folder: &Path) {
        // A record that cannot be removed is invalid once the lock is released.
        let _ = std::fs::remove_file(folder.join(RECORD));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dir_lock::DirLock;

    fn running(process: u32) -> Running {
        Running {
            process,
            environment: "local".to_owned(),
            endpoint: "http://127.0.0.1:4590".to_owned(),
            site_origin: "http://localhost:5590".to_owned(),
        }
    }

    #[test]
    fn a_run_is_found_while_it_holds_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(Running::find(folder.path()), None);
        let lock = DirLock::acquire(folder.path(), "--state").unwrap();
        let this = running(std::process::id());
        this.record(folder.path()).unwrap();
        assert_eq!(Running::find(folder.path()), Some(this));
        drop(lock);
        assert_eq!(Running::find(folder.path()), None);
    }

    #[test]
    fn the_record_of_a_killed_run_is_ignored_during_a_new_run() {
        let folder = tempfile::tempdir().unwrap();
        running(4_194_304).record(folder.path()).unwrap();
        let lock = DirLock::acquire(folder.path(), "--state").unwrap();
        assert_eq!(Running::find(folder.path()), None);
        drop(lock);
    }

    #[test]
    fn finding_a_run_does_not_keep_the_lock() {
        let folder = tempfile::tempdir().unwrap();
        drop(DirLock::acquire(folder.path(), "--state").unwrap());
        running(4_194_304).record(folder.path()).unwrap();
        assert_eq!(Running::find(folder.path()), None);
        DirLock::acquire(folder.path(), "--state").unwrap();
    }
}
