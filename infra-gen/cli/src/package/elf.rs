//! Whether a binary runs on Amazon Linux 2023: the right processor, and no newer glibc than the one there.
//!
//! Read from the ELF file itself; no `objdump` is asked for. What the binary does is nobody's business here.

use std::fmt;

use object::elf::{EM_AARCH64, EM_X86_64, FileHeader64};
use object::endian::LittleEndian;
use object::read::elf::{FileHeader, SectionHeader as _, Sym as _};

use infra_gen_constructs::Architecture;

/// The glibc of Amazon Linux 2023, which `provided.al2023` is.
pub(crate) const GLIBC_OF_THE_RUNTIME: Version = Version {
    major: 2,
    minor: 34,
    patch: 0,
};

/// A glibc version, ordered as versions are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Version {
    major: u16,
    minor: u16,
    patch: u16,
}

/// Why a binary would not start on AWS Lambda.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Unfit {
    #[error("not a 64-bit little-endian ELF file ({0}); build it for Linux")]
    NotElf(String),
    #[error(
        "built for `{found}`, but the environment's `architecture` is `{wanted}`; build it with \
             `cargo zigbuild --target {target}-unknown-linux-gnu.2.34`, or change the environment"
    )]
    WrongProcessor {
        found: String,
        wanted: &'static str,
        target: &'static str,
    },
    #[error("needs a newer glibc than the {GLIBC_OF_THE_RUNTIME} of Amazon Linux 2023: {}; link it with \
             `cargo zigbuild --target {target}-unknown-linux-gnu.2.34` (`pip install cargo-zigbuild ziglang`; \
             `deploy` uses it by itself when it is there)", Listed(.symbols))]
    NewGlibc {
        symbols: Vec<String>,
        target: &'static str,
    },
}

/// Proves that the binary starts on `provided.al2023` with this processor.
pub(crate) fn check(binary: &[u8], architecture: Architecture) -> Result<(), Unfit> {
    let not_elf = |error: object::Error| Unfit::NotElf(error.to_string());
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
        return Err(Unfit::WrongProcessor {
            found,
            wanted: architecture.as_str(),
            target,
        });
    }

    let symbols = too_new(header, endian, binary).map_err(not_elf)?;
    if symbols.is_empty() {
        Ok(())
    } else {
        Err(Unfit::NewGlibc { symbols, target })
    }
}

/// The symbols, as `name@GLIBC_x.y`, that the runtime's glibc lacks.
fn too_new(
    header: &FileHeader64<LittleEndian>,
    endian: LittleEndian,
    binary: &[u8],
) -> Result<Vec<String>, object::Error> {
    let sections = header.sections(endian, binary)?;
    let Some(versions) = sections.versions(endian, binary)? else {
        return Ok(Vec::new());
    };
    let symbols = sections.symbols(endian, binary, object::elf::SHT_DYNSYM)?;
    let mut found = Vec::new();
    for (index, symbol) in symbols.enumerate() {
        if !symbol.is_undefined(endian) {
            continue;
        }
        let Some(version) = versions.version(versions.version_index(endian, index))? else {
            continue;
        };
        let name = String::from_utf8_lossy(version.name());
        if name
            .strip_prefix("GLIBC_")
            .and_then(Version::parse)
            .is_some_and(|v| v > GLIBC_OF_THE_RUNTIME)
        {
            let symbol = String::from_utf8_lossy(symbol.name(endian, symbols.strings())?).into_owned();
            found.push(format!("{symbol}@{name}"));
        }
    }
    // A version may be asked for without a symbol that carries it (`DT_RELR` binaries need GLIBC_ABI_DT_RELR, 2.36).
    for (section, (mut needs, _)) in sections.iter().filter_map(|section| {
        section
            .gnu_verneed(endian, binary)
            .ok()
            .flatten()
            .map(|needs| (section, needs))
    }) {
        let strings = sections.strings(endian, binary, section.link(endian))?;
        while let Some((_, mut auxiliaries)) = needs.next()? {
            while let Some(auxiliary) = auxiliaries.next()? {
                let name = String::from_utf8_lossy(auxiliary.name(endian, strings)?);
                if name == "GLIBC_ABI_DT_RELR" {
                    found.push("packed relocations (GLIBC_ABI_DT_RELR)".to_owned());
                }
            }
        }
    }
    found.sort();
    Ok(found)
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

/// A list that stays readable: the first five, and how many more.
struct Listed<'a>(&'a [String]);

impl fmt::Display for Listed<'_> {
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

    /// A dynamic ELF file with one undefined symbol, made by the `object` writer's own rules would need its `write`
    /// feature; this test's own executable is a real one instead.
    fn own_executable() -> Vec<u8> {
        std::fs::read(std::env::current_exe().unwrap()).unwrap()
    }

    #[test]
    fn versions_are_ordered_by_number() {
        let version = |text| Version::parse(text).unwrap();
        assert!(version("2.4") < version("2.34"));
        assert!(version("2.2.5") < version("2.3"));
        assert!(version("2.36") > GLIBC_OF_THE_RUNTIME);
        assert_eq!(Version::parse("PRIVATE"), None);
    }

    #[test]
    fn text_is_not_a_binary() {
        assert!(matches!(
            check(b"#!/bin/sh", Architecture::X86_64),
            Err(Unfit::NotElf(_))
        ));
    }

    #[test]
    fn another_processor_is_refused_with_the_way_out() {
        let mut binary = own_executable();
        binary[18..20].copy_from_slice(&EM_AARCH64.to_le_bytes());
        let refusal = check(&binary, Architecture::X86_64).unwrap_err();
        assert_eq!(
            refusal.to_string(),
            "built for `arm64`, but the environment's `architecture` is `x86_64`; build it with \
             `cargo zigbuild --target x86_64-unknown-linux-gnu.2.34`, or change the environment"
        );
    }

    #[test]
    #[cfg(target_arch = "x86_64")]
    fn a_symbol_of_a_newer_glibc_is_named() {
        // Every version that this executable needs is made one that no glibc of today has.
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
        assert!(replaced > 0, "this executable needs no GLIBC_2.2.5");
        let Err(Unfit::NewGlibc { symbols, .. }) = check(&binary, Architecture::X86_64) else {
            panic!("the newer version was not noticed");
        };
        assert!(
            symbols.iter().any(|symbol| symbol.ends_with("@GLIBC_2.99")),
            "{symbols:?}"
        );
    }

    #[test]
    fn a_long_list_of_symbols_is_cut() {
        let symbols: Vec<String> = (0..7).map(|n| format!("f{n}@GLIBC_2.36")).collect();
        assert!(
            Listed(&symbols)
                .to_string()
                .ends_with("`f4@GLIBC_2.36` and 2 more")
        );
    }
}
