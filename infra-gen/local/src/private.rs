//! Creates folders and files that only their owner can read.
//!
//! The state of the emulator contains keys, customer data and secret URLs.

use std::fs::{DirBuilder, File, OpenOptions, Permissions};
use std::io;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::Path;

const FOLDER: u32 = 0o700;
const FILE: u32 = 0o600;

/// Creates a folder and its missing parents, or restricts the permissions of an existing folder.
pub(crate) fn create_folder(path: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(FOLDER).create(path)?;
    std::fs::set_permissions(path, Permissions::from_mode(FOLDER))
}

/// Creates an empty file, or truncates an existing one and restricts its permissions.
pub(crate) fn create_file(path: &Path) -> io::Result<File> {
    let file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(FILE)
        .open(path)?;
    file.set_permissions(Permissions::from_mode(FILE))?;
    Ok(file)
}

/// Writes a whole file.
pub(crate) fn write(path: &Path, contents: &[u8]) -> io::Result<()> {
    io::Write::write_all(&mut create_file(path)?, contents)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mode(path: &Path) -> u32 {
        std::fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn new_and_existing_files_and_folders_are_private() {
        let temporary = tempfile::tempdir().unwrap();
        let folder = temporary.path().join("a/b");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::set_permissions(&folder, Permissions::from_mode(0o755)).unwrap();
        create_folder(&folder).unwrap();
        assert_eq!(mode(&folder), 0o700);
        let file = folder.join("key");
        std::fs::write(&file, "old and longer").unwrap();
        std::fs::set_permissions(&file, Permissions::from_mode(0o644)).unwrap();
        write(&file, b"new").unwrap();
        assert_eq!(mode(&file), 0o600);
        assert_eq!(std::fs::read(&file).unwrap(), b"new");
        create_folder(&folder.join("c/d")).unwrap();
        assert_eq!(mode(&folder.join("c")), 0o700);
    }
}
