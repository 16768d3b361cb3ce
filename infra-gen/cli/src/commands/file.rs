//! Writes files atomically: after a full disk or a killed run, the file has either the new content or the old one.
//!
//! The content is written to a temporary file beside the target, which then replaces the target. The file keeps its owner
//! and permissions, and a symbolic link stays a link. A path that is not a regular file, such as `/dev/stdout`, is written
//! in place. (The crate `atomic-write-file` renames over the path in every case, which would replace links and devices.)

use std::fs::{File, Metadata, OpenOptions};
use std::io::{Error, ErrorKind, Result, Write as _};
use std::os::unix::fs::{MetadataExt as _, fchown};
use std::path::Path;

use super::CommandError;

/// Writes or replaces a file.
pub(super) fn write(path: &Path, content: impl AsRef<[u8]>) -> std::result::Result<(), CommandError> {
    replace(path, content.as_ref()).map_err(|source| CommandError::Write {
        path: path.to_path_buf(),
        hint: hint(&source),
        source,
    })
}

/// Creates a folder and its parents.
pub(super) fn create_folder(path: &Path) -> std::result::Result<(), CommandError> {
    std::fs::create_dir_all(path).map_err(|source| CommandError::Write {
        path: path.to_path_buf(),
        hint: hint(&source),
        source,
    })
}

fn replace(path: &Path, content: &[u8]) -> Result<()> {
    // These name files that are open already, for example by a shell's redirection.
    if ["/dev", "/proc"].iter().any(|folder| path.starts_with(folder)) {
        return in_place(File::create(path)?, content);
    }
    let existing = match OpenOptions::new().write(true).open(path) {
        Ok(file) => {
            let metadata = file.metadata()?;
            if !metadata.is_file() {
                return in_place(file, content);
            }
            Some(metadata)
        }
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    // The target of a link. A link to a missing file cannot be resolved, so the file is created through it.
    let target = if existing.is_some() {
        path.canonicalize()?
    } else if path.is_symlink() {
        return in_place(File::create(path)?, content);
    } else {
        path.to_path_buf()
    };
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    // `make_in` with our own `File::create_new`: errors of the crate itself would name the temporary file.
    let temporary = tempfile::Builder::new()
        .prefix(".infra-gen-")
        .make_in(folder, |path| File::create_new(path));
    match (temporary, existing) {
        (Ok(mut temporary), existing) => {
            if let Some(existing) = &existing
                && copy_owner_and_permissions(existing, temporary.as_file()).is_err()
            {
                return in_place(File::create(target)?, content);
            }
            // Through `as_file`, whose errors do not name the temporary file.
            temporary.as_file_mut().write_all(content)?;
            temporary.as_file().sync_all()?;
            temporary.persist(target).map_err(|error| error.error)?;
            Ok(())
        }
        // The user may write the file, but not create another one beside it.
        (Err(error), Some(_)) if is_permission_error(&error) => in_place(File::create(target)?, content),
        (Err(error), _) => Err(error),
    }
}

fn in_place(mut file: File, content: &[u8]) -> Result<()> {
    file.write_all(content)
}

fn copy_owner_and_permissions(from: &Metadata, to: &File) -> Result<()> {
    let current = to.metadata()?;
    if (current.uid(), current.gid()) != (from.uid(), from.gid()) {
        fchown(to, Some(from.uid()), Some(from.gid()))?;
    }
    to.set_permissions(from.permissions())
}

fn is_permission_error(error: &Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem
    )
}

fn hint(error: &Error) -> &'static str {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            "free some space, or choose another path"
        }
        ErrorKind::IsADirectory => "this is a folder; choose a file in it",
        ErrorKind::NotFound => "the folder does not exist; create it, or choose another path",
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => {
            "a part of the path is a file, not a folder; choose another path"
        }
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            "change the permissions, or choose another path"
        }
        _ => "choose another path",
    }
}

#[cfg(test)]
mod tests {
    use std::fs::Permissions;
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    use super::*;

    fn read(path: &Path) -> String {
        std::fs::read_to_string(path).unwrap()
    }

    fn names_in(folder: &Path) -> usize {
        folder.read_dir().unwrap().count()
    }

    #[test]
    fn a_file_is_replaced_and_keeps_its_permissions() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("template.json");
        write(&file, "old and long").unwrap();
        std::fs::set_permissions(&file, Permissions::from_mode(0o640)).unwrap();
        write(&file, "new").unwrap();
        assert_eq!(read(&file), "new");
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o640);
        assert_eq!(names_in(folder.path()), 1);
    }

    #[test]
    fn a_new_file_has_default_permissions() {
        let folder = tempfile::tempdir().unwrap();
        let mode = |path: &Path| path.metadata().unwrap().permissions().mode();
        let (ours, other) = (folder.path().join("ours"), folder.path().join("other"));
        write(&ours, "").unwrap();
        File::create(&other).unwrap();
        assert_eq!(mode(&ours), mode(&other));
    }

    #[test]
    fn a_symbolic_link_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("a.json"), folder.path().join("link"));
        symlink("a.json", &link).unwrap();
        // The first write creates the target.
        for text in ["one", "two"] {
            write(&link, text).unwrap();
            assert!(link.is_symlink());
            assert_eq!(read(&file), text);
        }
    }

    #[test]
    fn a_full_device_is_reported_and_not_replaced() {
        let full = Path::new("/dev/full");
        let failure = write(full, "text").unwrap_err();
        assert_eq!(
            failure.to_string(),
            "could not write `/dev/full`\n  hint: free some space, or choose another path"
        );
        assert!(!full.metadata().unwrap().is_file());
        write(Path::new("/dev/null"), "text").unwrap();
    }

    #[test]
    fn a_write_error_has_a_hint_and_its_cause() {
        let folder = tempfile::tempdir().unwrap();
        let message = |path: &Path| write(path, "text").unwrap_err().to_string();
        assert!(message(folder.path()).ends_with("this is a folder; choose a file in it"));
        let missing = folder.path().join("missing/template.json");
        assert!(message(&missing).ends_with("the folder does not exist; create it, or choose another path"));
        let cause = std::error::Error::source(&write(&missing, "").unwrap_err()).map(ToString::to_string);
        assert_eq!(cause.as_deref(), Some("No such file or directory (os error 2)"));
        assert_eq!(names_in(folder.path()), 0);
    }
}
