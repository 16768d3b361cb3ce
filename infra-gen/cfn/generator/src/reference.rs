//! AWS's documentation of the resource types.

use infra_gen_schema::Archive;
use serde::{Deserialize, Serialize};

/// By type name. Written by `infra-gen-schema-vendor`.
static REFERENCE: Archive = Archive::new(include_bytes!("../data/reference.bin"));

/// The documentation of a resource type, in the order of its schema.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct TypeDocs {
    /// The first paragraph about the type.
    pub documentation: &'static str,
    /// The documentation of its objects.
    pub objects: Box<[ObjectDocs]>,
    /// The documentation of its attributes.
    pub attributes: Box<[&'static str]>,
}

/// The documentation of an object, in the order of its schema.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct ObjectDocs {
    /// The first paragraph about the object; may be empty.
    pub documentation: &'static str,
    /// The first paragraph about each property; may be empty.
    pub properties: Box<[&'static str]>,
}

/// Decodes the documentation of a type. Its text stays in memory.
pub fn of(type_name: &str) -> Option<TypeDocs> {
    Some(REFERENCE.decode(REFERENCE.position(type_name)?))
}
