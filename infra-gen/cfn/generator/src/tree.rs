//! Writes the generated files and formats them.

use std::{collections::BTreeMap, fs, io, path::Path, process::Command};

use crate::Error;

/// Replaces all generated files below `root` by `files`.
pub(crate) fn write(root: &Path, files: &BTreeMap<String, String>) -> Result<(), Error> {
    let services = root.join("src/services");
    match fs::remove_dir_all(&services) {
        Err(source) if source.kind() != io::ErrorKind::NotFound => {
            return Err(Error::Io {
                path: services,
                source,
            });
        }
        _ => {}
    }
    for (path, text) in files {
        write_file(&root.join(path), text)?;
    }
    let manifest = root.join("Cargo.toml");
    let text = fs::read_to_string(&manifest).map_err(|source| Error::Io {
        path: manifest.clone(),
        source,
    })?;
    write_file(&manifest, &with_features(&text, files))?;
    format(root)
}

fn write_file(path: &Path, text: &str) -> Result<(), Error> {
    let io = |source| Error::Io {
        path: path.to_owned(),
        source,
    };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(io)?;
    }
    fs::write(path, text).map_err(io)
}

/// Formats the files with the settings of the workspace. rustfmt finds the modules below the two roots.
fn format(root: &Path) -> Result<(), Error> {
    let status = Command::new("rustfmt")
        .args(["--edition", "2024"])
        .args(["src/kind.rs", "src/services/mod.rs"].map(|path| root.join(path)))
        .status()
        .map_err(Error::NoRustfmt)?;
    if status.success() {
        Ok(())
    } else {
        Err(Error::Rustfmt(status))
    }
}

/// The manifest with one feature per service, and with the complete list `all-services`.
fn with_features(manifest: &str, files: &BTreeMap<String, String>) -> String {
    let services: Vec<&str> = files
        .keys()
        .filter_map(|path| path.strip_prefix("src/services/")?.strip_suffix("/mod.rs"))
        .collect();
    let mut features = String::from("[features]\ndefault = []\n");
    features += "# Written by the generator: one feature per service. Each enables `any-service`.\n";
    features += "all-services = [\n";
    for service in &services {
        features += &format!("    \"{service}\",\n");
    }
    features += "]\nany-service = []\n";
    for service in &services {
        features += &format!("{service} = [\"any-service\"]\n");
    }
    let (before, rest) = manifest.split_once("[features]\n").unwrap_or((manifest, ""));
    let after = rest.find("\n[").map_or("", |end| &rest[end..]);
    format!("{before}{features}{after}")
}
