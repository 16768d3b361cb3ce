//! From a Cargo package to an archive that AWS Lambda runs. Nothing here calls AWS.
//!
//! [`build`] builds the binaries, [`elf`] checks that they run at their destination, [`archive`] packs them.

pub(crate) mod archive;
pub(crate) mod build;
pub(crate) mod elf;
