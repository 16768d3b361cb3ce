//! Locks a state folder against a second run: two emulators that save into the same folder lose data.
//!
//! The kernel releases the lock when the process that holds it ends, even if it is killed. The locked file remains, which has
//! no effect; its content only names the holder in an error message.

use std::fmt;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};

use crate::private;

/// The lock of a folder, released on drop.
#[derive(Debug)]
pub struct DirLock {
    lock: File,
}

/// Why a folder cannot be locked.
#[derive(Debug, thiserror::Error)]
pub enum DirLockError {
    /// Another run holds the lock.
    #[error("`{folder}` is in use{}\n  hint: end that run, or choose another folder with `{flag}`", Holder(*.holder))]
    Held {
        /// The folder.
        folder: PathBuf,
        /// The process of the other run, if it is known.
        holder: Option<u32>,
        /// The option that chooses another folder.
        flag: &'static str,
    },
    /// The folder or the file in it cannot be used.
    #[error("could not {action} `{path}`, the lock of the state folder")]
    Unusable {
        /// The attempted action.
        action: &'static str,
        /// The file.
        path: PathBuf,
        /// The system's error.
        source: std::io::Error,
    },
}

impl DirLock {
    /// Locks a folder, which is created if it is missing; `flag` is the option that chooses another folder.
    pub fn acquire(folder: &Path, flag: &'static str) -> Result<Self, DirLockError> {
        let path = folder.join("lock");
        let failed = |action| {
            let path = path.clone();
            move |source| DirLockError::Unusable { action, path, source }
        };
        private::create_folder(folder).map_err(failed("create the folder of"))?;
        let mut lock = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(failed("open"))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(DirLockError::Held {
                    folder: folder.to_path_buf(),
                    holder: holder(&mut lock),
                    flag,
                });
            }
            Err(TryLockError::Error(source)) => return Err(failed("lock")(source)),
        }
        lock.set_len(0)
            .and_then(|()| lock.rewind())
            .and_then(|()| writeln!(lock, "{}", std::process::id()))
            .map_err(failed("write"))?;
        Ok(Self { lock })
    }
}

impl Drop for DirLock {
    fn drop(&mut self) {
        // Closing the file is not enough while a child that is being started has it open. An error has no other remedy.
        let _ = self.lock.unlock();
    }
}

/// The process in the file. A process that has just locked it may not have written its ID yet.
fn holder(lock: &mut File) -> Option<u32> {
    let mut text = String::new();
    lock.read_to_string(&mut text).ok()?;
    text.trim().parse().ok()
}

struct Holder(Option<u32>);

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(id) => write!(f, " by process {id}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_can_be_locked_once() {
        let temporary = tempfile::tempdir().unwrap();
        let folder = temporary.path().join("state");
        let first = DirLock::acquire(&folder, "--state").unwrap();
        let refused = DirLock::acquire(&folder, "--state").unwrap_err();
        assert_eq!(
            refused.to_string(),
            format!(
                "`{}` is in use by process {}\n  hint: end that run, or choose another folder with `--state`",
                folder.display(),
                std::process::id()
            )
        );
        drop(first);
        DirLock::acquire(&folder, "--state").unwrap();
    }

    #[test]
    fn the_lock_file_of_a_killed_run_does_not_lock_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("lock"), "4194304 and more").unwrap();
        let lock = DirLock::acquire(folder.path(), "--state").unwrap();
        let text = std::fs::read_to_string(folder.path().join("lock")).unwrap();
        assert_eq!(text, format!("{}\n", std::process::id()));
        drop(lock);
    }

    #[test]
    fn an_unusable_folder_is_named_in_the_error() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let message = DirLock::acquire(file.path(), "--state").unwrap_err().to_string();
        assert!(
            message.starts_with("could not create the folder of `"),
            "{message}"
        );
    }
}
