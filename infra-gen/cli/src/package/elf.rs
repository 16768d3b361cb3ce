//! Checks that a binary starts on Amazon Linux 2023: for the right processor, and with no newer glibc than that system's.
//!
//! Reads the ELF file itself, without `objdump`. Does not run the binary.

use std::collections::BTreeSet;
use std::fmt;

use object::elf::{EM_AARCH64, EM_X86_64, FileHeader64, SHT_DYNSYM, VER_FLG_WEAK};
use object::endian::LittleEndian;
use object::read::elf::{FileHeader, Sym as _};

use infra_gen_constructs::Architecture;

/// The glibc of Amazon Linux 2023, the system of the runtime `provided.al2023`.
pub(crate) const RUNTIME_GLIBC: Version = Version {
    major: 2,
    minor: 34,
    patch: 0,
};

/// A glibc version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Version {
    major: u16,
    minor: u16,
    patch: u16,
}

/// Why a binary would not start on AWS Lambda.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum IncompatibleBinary {
    #[error("not a 64-bit little-endian ELF file ({0})\n  hint: build it for Linux")]
    NotElf(String),
    #[error(
        "built for `{found}`, but the environment's `architecture` is `{wanted}`\n  hint: build it with \
             `cargo zigbuild --target {target}-unknown-linux-gnu.2.34`, or change the environment"
    )]
    WrongProcessor {
        found: String,
        wanted: &'static str,
        target: &'static str,
    },
    #[error("requires a newer glibc than version {RUNTIME_GLIBC} of Amazon Linux 2023: {}\n  hint: install `cargo-zigbuild` \
             (`pip install cargo-zigbuild ziglang`); `deploy` then links for that version. To link by hand: \
             `cargo zigbuild --target {target}-unknown-linux-gnu.2.34`", FirstSymbols(.symbols))]
    NewGlibc {
        symbols: Vec<String>,
        target: &'static str,
    },
}

/// Checks that the binary starts on `provided.al2023` with this architecture.
pub(crate) fn check(binary: &[u8], architecture: Architecture) -> Result<(), IncompatibleBinary> {
    let not_elf = |error: object::Error| IncompatibleBinary::NotElf(error.to_string());
    let header = FileHeader64::<LittleEndian>::parse(binary).map_err(not_elf)?;
    let endian = header.endian().map_err(not_elf)?;
    let target = architecture.rust_name();

    let wanted = match architecture {
        Architecture::X86_64 => EM_X86_64,
        Architecture::Arm64 => EM_AARCH64,
    };
    let machine = header.e_machine(endian);
    if machine != wanted {
        let found = match machine {
            EM_X86_64 => "x86_64".to_owned(),
            EM_AARCH64 => "arm64".to_owned(),
            other => format!("ELF machine {other}"),
        };
        return Err(IncompatibleBinary::WrongProcessor {
            found,
            wanted: architecture.as_str(),
            target,
        });
    }

    let symbols = missing_symbols(header, endian, binary).map_err(not_elf)?;
    if symbols.is_empty() {
        Ok(())
    } else {
        Err(IncompatibleBinary::NewGlibc { symbols, target })
    }
}

/// The symbols that the runtime's glibc lacks, each as `name@GLIBC_x.y`.
///
/// The versions that the file requires decide, as for the loader; a version that only weak symbols require is optional. The
/// symbols only give these versions names.
fn missing_symbols(
    header: &FileHeader64<LittleEndian>,
    endian: LittleEndian,
    binary: &[u8],
) -> Result<Vec<String>, object::Error> {
    let sections = header.sections(endian, binary)?;
    let mut needed = BTreeSet::new();
    if let Some((mut files, link)) = sections.gnu_verneed(endian, binary)? {
        let strings = sections.strings(endian, binary, link)?;
        while let Some((_, mut versions)) = files.next()? {
            while let Some(version) = versions.next()? {
                let name = String::from_utf8_lossy(version.name(endian, strings)?).into_owned();
                if version.vna_flags.get(endian) & VER_FLG_WEAK == 0 && is_too_new(&name) {
                    needed.insert(name);
                }
            }
        }
    }
    let mut found = BTreeSet::new();
    if let Some(versions) = sections.versions(endian, binary)? {
        let symbols = sections.symbols(endian, binary, SHT_DYNSYM)?;
        for (index, symbol) in symbols.enumerate() {
            let Some(version) = versions.version(versions.version_index(endian, index))? else {
                continue;
            };
            let version = String::from_utf8_lossy(version.name());
            if needed.contains(&*version) {
                let symbol = String::from_utf8_lossy(symbol.name(endian, symbols.strings())?);
                found.insert(format!("{symbol}@{version}"));
            }
        }
    }
    // Packed relocations require a version that no symbol has.
    let named = |version: &String| {
        found
            .iter()
            .any(|symbol| symbol.ends_with(&format!("@{version}")))
    };
    let nameless: Vec<String> = needed.iter().filter(|version| !named(version)).cloned().collect();
    Ok(found.into_iter().chain(nameless).collect())
}

fn is_too_new(version: &str) -> bool {
    // glibc supports packed relocations since 2.36.
    version == "GLIBC_ABI_DT_RELR"
        || version
            .strip_prefix("GLIBC_")
            .and_then(Version::parse)
            .is_some_and(|version| version > RUNTIME_GLIBC)
}

impl Version {
    fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('.').map(|part| part.parse().ok());
        let (major, minor) = (parts.next()??, parts.next()??);
        Some(Self {
            major,
            minor,
            patch: parts.next().flatten().unwrap_or(0),
        })
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)
    }
}

/// The first five symbols and the number of the others.
struct FirstSymbols<'a>(&'a [String]);

impl fmt::Display for FirstSymbols<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN: usize = 5;
        for (index, item) in self.0.iter().take(SHOWN).enumerate() {
            let comma = if index == 0 { "" } else { ", " };
            write!(f, "{comma}`{item}`")?;
        }
        match self.0.len().saturating_sub(SHOWN) {
            0 => Ok(()),
            more => write!(f, " and {more} more"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// This test's own executable, for a real binary.
    fn own_executable() -> Vec<u8> {
        std::fs::read(std::env::current_exe().unwrap()).unwrap()
    }

    #[test]
    fn versions_are_ordered_by_number() {
        let version = |text| Version::parse(text).unwrap();
        assert!(version("2.4") < version("2.34"));
        assert!(version("2.2.5") < version("2.3"));
        assert!(version("2.36") > RUNTIME_GLIBC);
        assert_eq!(Version::parse("PRIVATE"), None);
    }

    #[test]
    fn text_is_not_a_binary() {
        assert!(matches!(
            check(b"#!/bin/sh", Architecture::X86_64),
            Err(IncompatibleBinary::NotElf(_))
        ));
    }

    #[test]
    fn a_binary_for_another_processor_is_rejected_with_a_hint() {
        let mut binary = own_executable();
        binary[18..20].copy_from_slice(&EM_AARCH64.to_le_bytes());
        let refusal = check(&binary, Architecture::X86_64).unwrap_err();
        assert_eq!(
            refusal.to_string(),
            "built for `arm64`, but the environment's `architecture` is `x86_64`\n  hint: build it with \
             `cargo zigbuild --target x86_64-unknown-linux-gnu.2.34`, or change the environment"
        );
    }

    #[test]
    #[cfg(target_arch = "x86_64")]
    fn a_symbol_of_a_newer_glibc_is_named() {
        // Replaces each required version by one that does not exist yet.
        let mut binary = own_executable();
        let old = b"GLIBC_2.2.5\0";
        let new = b"GLIBC_2.99\0\0";
        let mut position = 0;
        let mut replaced = 0;
        while let Some(offset) = binary[position..]
            .windows(old.len())
            .position(|window| window == old)
        {
            position += offset;
            binary[position..position + new.len()].copy_from_slice(new);
            replaced += 1;
        }
        assert!(replaced > 0, "this executable does not require GLIBC_2.2.5");
        let Err(IncompatibleBinary::NewGlibc { symbols, .. }) = check(&binary, Architecture::X86_64) else {
            panic!("the newer version was not found");
        };
        assert!(
            symbols.iter().any(|symbol| symbol.ends_with("@GLIBC_2.99")),
            "{symbols:?}"
        );
    }

    #[test]
    fn a_long_list_of_symbols_is_shortened() {
        let symbols: Vec<String> = (0..7).map(|n| format!("f{n}@GLIBC_2.36")).collect();
        assert!(
            FirstSymbols(&symbols)
                .to_string()
                .ends_with("`f4@GLIBC_2.36` and 2 more")
        );
    }
}
