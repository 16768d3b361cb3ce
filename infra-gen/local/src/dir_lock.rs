//! Keeps a second run out of the state folder of the first: two emulators that save into one folder lose data.
//!
//! The lock belongs to the kernel, so it ends with the process that holds it, however that ends. The locked file stays and
//! means nothing by itself; its content only names the holder in an error message.

use std::fmt;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};

use crate::private;

/// The lock of a folder, held until it is dropped.
#[derive(Debug)]
pub struct DirLock {
    lock: File,
}

/// Why a folder cannot be locked.
#[derive(Debug, thiserror::Error)]
pub enum DirLockError {
    /// Another run holds the lock.
    #[error("`{folder}` is in use{}; end that run, or give this one a folder of its own with `{flag}`", Holder(*.holder))]
    Held {
        /// The folder.
        folder: PathBuf,
        /// The process of the other run, if it is known.
        holder: Option<u32>,
        /// What another folder is named with.
        flag: &'static str,
    },
    /// The folder or the file in it cannot be used.
    #[error("could not {action} `{path}`, which locks the state folder")]
    Unusable {
        /// What was tried.
        action: &'static str,
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
}

impl DirLock {
    /// Locks a folder, which is created when it is missing; `flag` is the option that names another folder.
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
        // A child that is being started at this moment still has the file open: closing it here would not be enough. An
        // error would leave it at that.
        let _ = self.lock.unlock();
    }
}

/// The process in the file. A holder that has just locked it may not have written it yet.
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
    fn a_folder_has_one_lock_at_a_time() {
        let temporary = tempfile::tempdir().unwrap();
        let folder = temporary.path().join("state");
        let first = DirLock::acquire(&folder, "--state").unwrap();
        let refused = DirLock::acquire(&folder, "--state").unwrap_err();
        assert_eq!(
            refused.to_string(),
            format!(
                "`{}` is in use by process {}; end that run, or give this one a folder of its own with `--state`",
                folder.display(),
                std::process::id()
            )
        );
        drop(first);
        DirLock::acquire(&folder, "--state").unwrap();
    }

    #[test]
    fn the_file_of_a_killed_run_locks_nothing() {
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
