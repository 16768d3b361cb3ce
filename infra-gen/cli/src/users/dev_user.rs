//! The users that `dev` creates, so that a developer can sign in on this machine. Not used on AWS.
//!
//! A password is generated once and stored in a file that only the owner can read. Every run sets it again, because the
//! emulator's data may have another one.

use std::fs::{OpenOptions, Permissions};
use std::io::{ErrorKind, Write as _};
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use crate::app::{self, UserGroup};

use super::{Added, Email, InitialCredential, Password, Pool, UserError, UserState};

/// Only the owner can read and write.
const OWNER_ONLY: u32 = 0o600;

/// The user and how to sign in.
#[derive(Debug)]
pub(crate) struct DevUser {
    pub(crate) email: Email,
    pub(crate) password: Password,
    /// The word for the user.
    pub(crate) singular: &'static str,
    /// The file that stores the password.
    pub(crate) file: PathBuf,
}

/// Why the password cannot be stored.
#[derive(Debug, thiserror::Error)]
#[error("could not {action} `{path}` with the password of the local user")]
pub(crate) struct PasswordFileError {
    action: &'static str,
    path: PathBuf,
    source: std::io::Error,
}

/// Ensures that a user exists in their group, is enabled, and has the password that is stored in `folder`.
pub(crate) async fn ensure_user(
    pool: &Pool<'_>,
    user: app::DevUser,
    group: UserGroup,
    folder: &Path,
) -> Result<DevUser, UserError> {
    let email = Email::parse(user.email)?;
    let file = folder.join(format!("{}.password", user.singular));
    let password = load_or_generate(&file)?;
    let added = pool
        .add(&email, group, &InitialCredential::Password(password.clone()))
        .await?;
    if let Added::Existing(state) = added {
        pool.set_password(&email, &password).await?;
        if state == UserState::Disabled {
            pool.enable(&email).await?;
        }
    }
    Ok(DevUser {
        email,
        password,
        singular: user.singular,
        file,
    })
}

/// The password in the file, or a new one if there is none.
fn load_or_generate(file: &Path) -> Result<Password, UserError> {
    let failed = |action| {
        move |source| PasswordFileError {
            action,
            path: file.to_path_buf(),
            source,
        }
    };
    match std::fs::read_to_string(file) {
        Ok(text) if !text.trim().is_empty() => {
            // A copy of the folder may have lost the permissions.
            std::fs::set_permissions(file, Permissions::from_mode(OWNER_ONLY))
                .map_err(failed("restrict the permissions of"))?;
            return Ok(Password::from_stored(text.trim().to_owned()));
        }
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(failed("read")(error).into()),
        _ => {}
    }
    let password = Password::generate()?;
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder).map_err(failed("create the folder of"))?;
    }
    OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(OWNER_ONLY)
        .open(file)
        .and_then(|mut opened| {
            // `mode` does not apply to an empty file that existed before.
            opened.set_permissions(Permissions::from_mode(OWNER_ONLY))?;
            opened.write_all(format!("{}\n", password.reveal()).as_bytes())
        })
        .map_err(failed("write"))?;
    Ok(password)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_owner_can_read_the_password() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("state/member.password");
        let password = load_or_generate(&file).unwrap();
        let mode = || file.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(), OWNER_ONLY);
        std::fs::set_permissions(&file, Permissions::from_mode(0o644)).unwrap();
        assert_eq!(load_or_generate(&file).unwrap(), password);
        assert_eq!(mode(), OWNER_ONLY, "permissions restored");
    }

    #[test]
    fn an_empty_file_gets_a_new_password() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("member.password");
        std::fs::write(&file, "\n").unwrap();
        let password = load_or_generate(&file).unwrap();
        assert_eq!(load_or_generate(&file).unwrap(), password);
    }
}
