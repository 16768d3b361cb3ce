//! Files that verbs write: there as a whole, or as they were before.
//!
//! What is written goes into a new file beside the one that was asked for and takes its place only when all of it is
//! there, so that a full disk or a killed run leaves nothing half written. A file keeps its owner and its permissions, and
//! a link leads where it led. What is no file is written to as it is: one does not put a file in the place of
//! `/dev/stdout`.

use std::fs::{File, Metadata, OpenOptions};
use std::io::{Error, ErrorKind, Result, Write as _};
use std::os::unix::fs::{MetadataExt as _, fchown};
use std::path::Path;

use super::Failure;

/// Writes the file, in the place of what is there.
pub(super) fn write(path: &Path, content: impl AsRef<[u8]>) -> std::result::Result<(), Failure> {
    replace(path, content.as_ref()).map_err(|source| Failure::NotWritten {
        path: path.to_path_buf(),
        mend: mend(&source),
        source,
    })
}

/// Makes a folder, and those that it is in.
pub(super) fn create_folder(path: &Path) -> std::result::Result<(), Failure> {
    std::fs::create_dir_all(path).map_err(|source| Failure::NotWritten {
        path: path.to_path_buf(),
        mend: mend(&source),
        source,
    })
}

fn replace(path: &Path, content: &[u8]) -> Result<()> {
    // What these lead to is open already, whatever it is: a file under a shell's redirection, too.
    if ["/dev", "/proc"].iter().any(|folder| path.starts_with(folder)) {
        return in_place(File::create(path)?, content);
    }
    let there = match OpenOptions::new().write(true).open(path) {
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
    // Where a link leads; what is not there leads nowhere.
    let target = if there.is_some() {
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
    // Made here rather than by the crate, whose errors speak of a name that nobody asked for.
    let begun = tempfile::Builder::new()
        .prefix(".infra-gen-")
        .make_in(folder, |path| File::create_new(path));
    match (begun, there) {
        (Ok(mut begun), there) => {
            if let Some(there) = &there
                && alike(begun.as_file(), there).is_err()
            {
                return in_place(File::create(target)?, content);
            }
            // The file itself, whose errors name no path either.
            begun.as_file_mut().write_all(content)?;
            begun.as_file().sync_all()?;
            begun.persist(target).map_err(|error| error.error)?;
            Ok(())
        }
        // Who may write the file and nothing beside it.
        (Err(error), Some(_)) if is_forbidden(&error) => in_place(File::create(target)?, content),
        (Err(error), _) => Err(error),
    }
}

fn in_place(mut file: File, content: &[u8]) -> Result<()> {
    file.write_all(content)
}

/// Gives a new file the owner and the permissions of the one in whose place it comes.
fn alike(file: &File, there: &Metadata) -> Result<()> {
    let own = file.metadata()?;
    if (own.uid(), own.gid()) != (there.uid(), there.gid()) {
        fchown(file, Some(there.uid()), Some(there.gid()))?;
    }
    file.set_permissions(there.permissions())
}

fn is_forbidden(error: &Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem
    )
}

fn mend(error: &Error) -> &'static str {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            "make room there, or name another place"
        }
        ErrorKind::IsADirectory => "it is a folder; name a file in it",
        ErrorKind::NotFound => "the folder does not exist; make it first, or name another",
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => {
            "a part of the path is a file, not a folder; name another place"
        }
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            "it may not be written here; name another place, or change its permissions"
        }
        _ => "name another place",
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
    fn a_new_file_has_the_permissions_of_any() {
        let folder = tempfile::tempdir().unwrap();
        let mode = |path: &Path| path.metadata().unwrap().permissions().mode();
        let (ours, any) = (folder.path().join("ours"), folder.path().join("any"));
        write(&ours, "").unwrap();
        File::create(&any).unwrap();
        assert_eq!(mode(&ours), mode(&any));
    }

    #[test]
    fn a_link_leads_where_it_led() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("a.json"), folder.path().join("link"));
        symlink("a.json", &link).unwrap();
        // First to what is not there yet.
        for text in ["one", "two"] {
            write(&link, text).unwrap();
            assert!(link.is_symlink());
            assert_eq!(read(&file), text);
        }
    }

    #[test]
    fn a_full_disk_is_told_and_a_device_stays_one() {
        let full = Path::new("/dev/full");
        let failure = write(full, "text").unwrap_err();
        assert_eq!(
            failure.to_string(),
            "could not write `/dev/full`: make room there, or name another place"
        );
        assert!(!full.metadata().unwrap().is_file());
        write(Path::new("/dev/null"), "text").unwrap();
    }

    #[test]
    fn what_cannot_be_written_is_told_with_its_mend() {
        let folder = tempfile::tempdir().unwrap();
        let told = |path: &Path| write(path, "text").unwrap_err().to_string();
        assert!(told(folder.path()).ends_with("it is a folder; name a file in it"));
        let missing = folder.path().join("missing/template.json");
        assert!(told(&missing).ends_with("the folder does not exist; make it first, or name another"));
        let cause = std::error::Error::source(&write(&missing, "").unwrap_err()).map(ToString::to_string);
        assert_eq!(cause.as_deref(), Some("No such file or directory (os error 2)"));
        assert_eq!(names_in(folder.path()), 0);
    }
}
