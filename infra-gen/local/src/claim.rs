//! The folder of a run's state is that run's alone: two emulators that save into one folder lose what either did.
//!
//! The claim is a lock of the kernel's, so it ends with the process that holds it, however that ends. The file that is
//! locked stays, and means nothing by itself; what stands in it is only for the message to whoever comes second.

use std::fmt;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};

/// A folder that nobody else claims for as long as this is there.
#[derive(Debug)]
pub struct Claim {
    lock: File,
}

/// Why a folder cannot be claimed.
#[derive(Debug, thiserror::Error)]
pub enum ClaimError {
    /// Another run has it.
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
    #[error("could not {action} `{path}`, which keeps other runs out")]
    Unusable {
        /// What was tried.
        action: &'static str,
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
}

impl Claim {
    /// Claims a folder, which is made when it is missing; `flag` is what names another one.
    pub fn take(folder: &Path, flag: &'static str) -> Result<Self, ClaimError> {
        let path = folder.join("lock");
        let failed = |action| {
            let path = path.clone();
            move |source| ClaimError::Unusable { action, path, source }
        };
        std::fs::create_dir_all(folder).map_err(failed("make a folder for"))?;
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
                return Err(ClaimError::Held {
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

impl Drop for Claim {
    fn drop(&mut self) {
        // A child that is being started at this moment still has the file open: closing it here would not be enough. An
        // error would leave it at that.
        let _ = self.lock.unlock();
    }
}

/// Who wrote the file. It may be about to.
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
    fn a_folder_has_one_claim_at_a_time() {
        let temporary = tempfile::tempdir().unwrap();
        let folder = temporary.path().join("state");
        let first = Claim::take(&folder, "--state").unwrap();
        let refused = Claim::take(&folder, "--state").unwrap_err();
        assert_eq!(
            refused.to_string(),
            format!(
                "`{}` is in use by process {}; end that run, or give this one a folder of its own with `--state`",
                folder.display(),
                std::process::id()
            )
        );
        drop(first);
        Claim::take(&folder, "--state").unwrap();
    }

    #[test]
    fn what_a_dead_run_left_in_the_file_keeps_nobody_out() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("lock"), "4194304 and more").unwrap();
        let claim = Claim::take(folder.path(), "--state").unwrap();
        let text = std::fs::read_to_string(folder.path().join("lock")).unwrap();
        assert_eq!(text, format!("{}\n", std::process::id()));
        drop(claim);
    }

    #[test]
    fn a_folder_that_cannot_be_used_is_named() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let message = Claim::take(file.path(), "--state").unwrap_err().to_string();
        assert!(message.starts_with("could not make a folder for `"), "{message}");
    }
}
