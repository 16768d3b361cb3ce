//! Writes the typed resources of `infra-gen-cfn` from the schemas of `infra-gen-schema`.
//!
//! The build script of `infra-gen-cfn` calls [`generate`] with the enabled services. The same schemas give the same code.
//!
//! | module | does |
//! | --- | --- |
//! | [`naming`] | converts AWS's names to Rust names |
//! | [`docs`] | converts AWS's documentation to rustdoc |
//! | [`reference`] | reads AWS's documentation |
//! | `emit` | writes the code |

mod emit;

pub mod docs;
pub mod naming;
pub mod reference;

pub use emit::{Generated, generate};
