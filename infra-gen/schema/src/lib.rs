#![doc = include_str!("../README.md")]

mod archive;
mod format;
pub mod iam;
mod path;
mod predicate;
mod registry;
mod shape;
mod types;

pub use archive::Archive;
#[cfg(feature = "write")]
pub use archive::write;
pub use format::Format;
pub use path::{Replacement, ShapeRef};
pub use predicate::{Predicate, Rule};
pub use registry::{
    DATA_DATE, LambdaRuntime, holds_data, is_custom, is_known, lambda_runtime, lambda_runtimes, lookup,
    regions, replacement, type_names, types_of,
};
pub use shape::{
    Bounds, Constraint, Enum, EnumId, ListShape, Meaning, NumberShape, Object, ObjectId, Property, Shape,
    TextShape, Update,
};
pub use types::{Attribute, Lifecycle, LifecycleStatus, Reference, TypeSchema, Yields};
