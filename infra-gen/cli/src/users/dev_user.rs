//! The one user that `dev` makes, so that whoever runs the application on this machine can sign in.
//!
//! The password is drawn once and kept in a file that only its owner reads; every run sets it again, so that it fits
//! whatever the emulator remembers. Nothing here runs against AWS.

use std::fs::{OpenOptions, Permissions};
use std::io::{ErrorKind, Write as _};
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use super::{Added, Email, InitialCredential, Password, Pool, State, UserError};

/// Read and written by the owner alone.
const PRIVATE: u32 = 0o600;

/// Who can sign in, and how.
#[derive(Debug)]
pub(crate) struct DevUser {
    pub(crate) email: Email,
    pub(crate) password: Password,
    /// The file that keeps the password.
    pub(crate) file: PathBuf,
}

/// Why the password cannot be kept.
#[derive(Debug, thiserror::Error)]
#[error("could not {action} `{path}`, which keeps the password of the user on this machine")]
pub(crate) struct PasswordFileError {
    action: &'static str,
    path: PathBuf,
    source: std::io::Error,
}

/// Makes sure that the user `email` is there, may sign in and has the password that is kept below `folder` under `name`.
pub(crate) async fn ensure_user(
    pool: &Pool<'_>,
    email: &str,
    name: &str,
    folder: &Path,
) -> Result<DevUser, UserError> {
    let email = Email::parse(email)?;
    let file = folder.join(format!("{name}.password"));
    let password = keep(&file)?;
    let added = pool
        .add(&email, &InitialCredential::Password(password.clone()))
        .await?;
    if let Added::Already(state) = added {
        pool.set_password(&email, &password).await?;
        if state == State::Disabled {
            pool.enable(&email).await?;
        }
    }
    Ok(DevUser {
        email,
        password,
        file,
    })
}

/// The password in the file; a new one when there is none.
fn keep(file: &Path) -> Result<Password, UserError> {
    let failed = |action| {
        move |source| PasswordFileError {
            action,
            path: file.to_path_buf(),
            source,
        }
    };
    match std::fs::read_to_string(file) {
        Ok(text) if !text.trim().is_empty() => {
            // Whoever copied the folder may have loosened it.
            std::fs::set_permissions(file, Permissions::from_mode(PRIVATE)).map_err(failed("close"))?;
            return Ok(Password::from_stored(text.trim().to_owned()));
        }
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(failed("read")(error).into()),
        _ => {}
    }
    let password = Password::generate()?;
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder).map_err(failed("make a folder for"))?;
    }
    OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(PRIVATE)
        .open(file)
        .and_then(|mut opened| {
            // A file that was there, empty, keeps the rights it had.
            opened.set_permissions(Permissions::from_mode(PRIVATE))?;
            opened.write_all(format!("{}\n", password.reveal()).as_bytes())
        })
        .map_err(failed("write"))?;
    Ok(password)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_password_is_kept_for_its_owner_alone() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("state/member.password");
        let drawn = keep(&file).unwrap();
        let mode = || file.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(), PRIVATE);
        std::fs::set_permissions(&file, Permissions::from_mode(0o644)).unwrap();
        assert_eq!(keep(&file).unwrap(), drawn);
        assert_eq!(mode(), PRIVATE, "closed again");
    }

    #[test]
    fn a_file_that_lost_its_password_gets_a_new_one() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("member.password");
        std::fs::write(&file, "\n").unwrap();
        let drawn = keep(&file).unwrap();
        assert_eq!(keep(&file).unwrap(), drawn);
    }
}
