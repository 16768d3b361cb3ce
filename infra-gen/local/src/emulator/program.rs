//! The Python program that runs `MiniStack`. It is written into the state folder at each start.

use std::io;
use std::path::{Path, PathBuf};

use crate::private;

/// Path in the program's folder, content.
const FILES: [(&str, &str); 12] = [
    ("emulator.py", include_str!("python/emulator.py")),
    (
        "dev_emulator/__init__.py",
        include_str!("python/dev_emulator/__init__.py"),
    ),
    (
        "dev_emulator/admission.py",
        include_str!("python/dev_emulator/admission.py"),
    ),
    (
        "dev_emulator/control.py",
        include_str!("python/dev_emulator/control.py"),
    ),
    (
        "dev_emulator/executions.py",
        include_str!("python/dev_emulator/executions.py"),
    ),
    (
        "dev_emulator/gateway.py",
        include_str!("python/dev_emulator/gateway.py"),
    ),
    (
        "dev_emulator/invocations.py",
        include_str!("python/dev_emulator/invocations.py"),
    ),
    (
        "dev_emulator/listeners.py",
        include_str!("python/dev_emulator/listeners.py"),
    ),
    (
        "dev_emulator/main.py",
        include_str!("python/dev_emulator/main.py"),
    ),
    (
        "dev_emulator/redaction.py",
        include_str!("python/dev_emulator/redaction.py"),
    ),
    (
        "dev_emulator/saving.py",
        include_str!("python/dev_emulator/saving.py"),
    ),
    (
        "dev_emulator/snapshots.py",
        include_str!("python/dev_emulator/snapshots.py"),
    ),
];

/// Writes the program into the state folder, and returns the script to run.
pub(super) fn write(state: &Path) -> io::Result<PathBuf> {
    let folder = state.join("program");
    private::create_folder(&folder.join("dev_emulator"))?;
    for (name, text) in FILES {
        private::write(&folder.join(name), text.as_bytes())?;
    }
    Ok(folder.join("emulator.py"))
}
