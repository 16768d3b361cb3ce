//! Reads the vendored files: the schema of each type, and its documentation.
//!
//! Unknown keywords are refused, so that a new schema language is noticed when it is vendored.

use std::{
    collections::BTreeMap,
    fs::File,
    io::BufReader,
    path::{Path, PathBuf},
};

use flate2::bufread::GzDecoder;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::Error;

/// The input of the generator.
pub(crate) struct Registry {
    /// By type name.
    pub(crate) types: BTreeMap<String, RegistryType>,
    /// By type name.
    pub(crate) references: BTreeMap<String, ReferenceEntry>,
}

impl Registry {
    /// Reads the files below `root`.
    pub(crate) fn read(root: &Path) -> Result<Self, Error> {
        Ok(Self {
            types: read_archive(&types_path(root))?,
            references: read_archive(&references_path(root))?,
        })
    }
}

/// The file of the schemas.
pub(crate) fn types_path(root: &Path) -> PathBuf {
    root.join("schemas/types.json.gz")
}

/// The file of the documentation and relations.
pub(crate) fn references_path(root: &Path) -> PathBuf {
    root.join("schemas/reference.json.gz")
}

/// The file of the catalog of all resource types. The crate reads it, not the generator.
pub(crate) fn catalog_path(root: &Path) -> PathBuf {
    root.join("schemas/catalog.json.gz")
}

fn read_archive<T: DeserializeOwned>(path: &Path) -> Result<T, Error> {
    let file = File::open(path).map_err(|source| Error::Io {
        path: path.to_owned(),
        source,
    })?;
    serde_json::from_reader(GzDecoder::new(BufReader::new(file))).map_err(|source| Error::Json {
        path: path.to_owned(),
        source,
    })
}

/// A resource type in the registry.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RegistryType {
    pub(crate) schema: TypeSchema,
    /// The attributes for `Fn::GetAtt`.
    #[serde(default)]
    pub(crate) attributes: Vec<String>,
    /// Whether deleting the resource deletes data.
    #[serde(default)]
    pub(crate) stateful: bool,
}

/// The compiled schema of a type.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TypeSchema {
    pub(crate) properties: BTreeMap<String, Schema>,
    #[serde(default)]
    pub(crate) definitions: BTreeMap<String, Schema>,
    #[serde(default)]
    pub(crate) required: Vec<String>,
    #[serde(default)]
    pub(crate) read_only_properties: Vec<String>,
    #[serde(default)]
    pub(crate) write_only_properties: Vec<String>,
    #[serde(default)]
    pub(crate) create_only_properties: Vec<String>,
    #[serde(default)]
    pub(crate) conditional_create_only_properties: Vec<String>,
    #[serde(default)]
    pub(crate) deprecated_properties: Vec<String>,
    #[serde(default)]
    pub(crate) primary_identifier: Vec<String>,
    #[serde(default)]
    pub(crate) any_of: Vec<Schema>,
    #[serde(default)]
    pub(crate) one_of: Vec<Schema>,
    #[serde(default)]
    pub(crate) required_xor: Vec<String>,
    #[serde(default)]
    pub(crate) required_or: Vec<String>,
    #[serde(default)]
    pub(crate) dependent_excluded: BTreeMap<String, Vec<String>>,
}

/// A schema within the schema of a type.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Schema {
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub(crate) kind: Option<Kinds>,
    pub(crate) ref_name: Option<String>,
    pub(crate) properties: Option<BTreeMap<String, Schema>>,
    pub(crate) pattern_properties: Option<BTreeMap<String, Schema>>,
    pub(crate) additional_properties: Option<Additional>,
    pub(crate) required: Vec<String>,
    pub(crate) items: Option<Box<Schema>>,
    #[serde(rename = "enum")]
    pub(crate) values: Vec<serde_json::Value>,
    #[serde(rename = "const")]
    pub(crate) constant: Option<serde_json::Value>,
    pub(crate) pattern: Option<String>,
    pub(crate) format: Option<String>,
    pub(crate) min_length: Option<u64>,
    pub(crate) max_length: Option<u64>,
    pub(crate) min_items: Option<u64>,
    pub(crate) max_items: Option<u64>,
    pub(crate) min_properties: Option<u64>,
    pub(crate) max_properties: Option<u64>,
    pub(crate) unique_items: bool,
    pub(crate) minimum: Option<f64>,
    pub(crate) maximum: Option<f64>,
    pub(crate) multiple_of: Option<f64>,
    pub(crate) any_of: Vec<Schema>,
    pub(crate) one_of: Vec<Schema>,
    pub(crate) required_xor: Vec<String>,
    pub(crate) dependent_required: BTreeMap<String, Vec<String>>,
    pub(crate) dependent_excluded: BTreeMap<String, Vec<String>>,
}

/// The JSON types of a value.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum Kinds {
    One(Kind),
    Several(Vec<Kind>),
}

/// A JSON type.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Kind {
    String,
    Integer,
    Number,
    Boolean,
    Array,
    Object,
}

/// Additional properties of an object.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum Additional {
    Allowed(bool),
    Of(Box<Schema>),
}

impl Schema {
    /// Whether the schema names this JSON type.
    pub(crate) fn is(&self, kind: Kind) -> bool {
        match &self.kind {
            Some(Kinds::One(one)) => *one == kind,
            Some(Kinds::Several(several)) => several.contains(&kind),
            None => false,
        }
    }
}

/// The documentation of a resource type.
#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct ReferenceEntry {
    pub(crate) documentation: String,
    pub(crate) properties: BTreeMap<String, PropertyEntry>,
    /// The objects of the type, by name.
    pub(crate) objects: BTreeMap<String, ObjectEntry>,
    pub(crate) attributes: BTreeMap<String, String>,
    /// The properties or attributes that `Ref` returns, if they are not the primary identifier.
    pub(crate) reference: Vec<String>,
}

/// The documentation of an object of a resource type.
#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct ObjectEntry {
    pub(crate) documentation: String,
    pub(crate) properties: BTreeMap<String, PropertyEntry>,
}

/// The documentation of a property.
#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct PropertyEntry {
    pub(crate) documentation: String,
    /// What the value identifies: `AWS::IAM::Role.Arn`.
    pub(crate) relations: Vec<String>,
}
