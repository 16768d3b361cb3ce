//! From a Cargo package to an archive that AWS Lambda runs.
//!
//! [`build`] makes the binaries, [`elf`] proves that they run where they are going, [`archive`] packs them. Nothing here
//! talks to AWS.

pub(crate) mod archive;
pub(crate) mod build;
pub(crate) mod elf;
