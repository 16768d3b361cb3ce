//! Reads the two published packages: the schema of each type, its documentation, and facts about all types.
//!
//! Unknown keywords are refused, so that a new schema language is noticed.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs::File,
    io::{BufReader, Read},
    path::Path,
};

use flate2::bufread::GzDecoder;
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::Value;

use crate::{Error, overrides, resolve::extensions};

/// The content of the two packages.
pub(crate) struct Sources {
    /// By type name.
    pub(crate) types: BTreeMap<String, RegistryType>,
    /// By type name.
    pub(crate) references: BTreeMap<String, ReferenceEntry>,
    /// Runtimes of Lambda functions, by name.
    pub(crate) lambda_runtimes: BTreeMap<String, RuntimeEntry>,
    /// All regions, sorted.
    pub(crate) regions: Vec<String>,
    /// The conditional rules of each type, by its name in lower case.
    pub(crate) extensions: BTreeMap<String, Vec<Value>>,
}

impl Sources {
    /// Reads the unpacked crate `cloudformation-validate-data-source` and the unpacked npm package
    /// `@aws-cdk/aws-service-spec`.
    pub(crate) fn read(data_source: &Path, service_spec: &Path) -> Result<Self, Error> {
        let generated = data_source.join("generated");
        let data = generated.join("data");
        let database = read_json(&service_spec.join("db.json.gz"))?;
        let schemas: BTreeMap<String, Value> =
            read(&generated.join("schema-validator/compiled_schemas.json"))?;
        let extensions = extensions::by_type(&read(&generated.join("schema-validator/extensions.json"))?);
        let attributes = table(&data, "getatt_attributes")?;
        let stateful: BTreeSet<String> = texts(&table(&data, "stateful_resource_types")?)
            .into_iter()
            .collect();
        let lifecycle = table(&data, "resource_lifecycle")?;
        let by_region = table(&data, "region_resource_types")?;
        let regions: Vec<String> = entries(&by_region).map(|(region, _)| region.clone()).collect();
        let spec: BTreeMap<&str, &Value> = items(&database["schema"]["resource"]["entities"])
            .map(|resource| (text(&resource["cloudFormationType"]), resource))
            .collect();
        let types = schemas
            .into_iter()
            .map(|(name, mut schema)| {
                trim(&mut schema);
                let mut schema: TypeSchema =
                    serde_json::from_value(schema).map_err(|source| Error::Json {
                        path: name.as_str().into(),
                        source,
                    })?;
                let resource = spec.get(name.as_str()).copied().unwrap_or(&Value::Null);
                add_documented_replacements(&mut schema, resource);
                let entry = RegistryType {
                    schema,
                    attributes: texts(&attributes[&name]),
                    holds_data: stateful.contains(&name)
                        || resource["isStateful"] == true
                        || overrides::holds_data(&name),
                    arn_template: resource["arnTemplate"].as_str().map(str::to_owned),
                    lifecycle: serde_json::from_value(lifecycle[&name].clone()).map_err(|source| {
                        Error::Json {
                            path: data.join("resource_lifecycle.json"),
                            source,
                        }
                    })?,
                    regions: regions
                        .iter()
                        .map(|region| by_region[region][&name] == true)
                        .collect(),
                };
                Ok((name, entry))
            })
            .collect::<Result<_, Error>>()?;
        Ok(Self {
            types,
            references: references(&database),
            lambda_runtimes: serde_json::from_value(table(&data, "lambda_runtimes")?["lifecycle"].take())
                .map_err(|source| Error::Json {
                    path: data.join("lambda_runtimes.json"),
                    source,
                })?,
            regions,
            extensions,
        })
    }
}

/// The file `NAME.json`, whose only key is NAME.
pub(crate) fn table(folder: &Path, name: &str) -> Result<Value, Error> {
    Ok(read_json(&folder.join(format!("{name}.json")))?[name].take())
}

/// If the reference documents a replacement and the registry does not, the property is conditional, because one of the two is
/// wrong.
fn add_documented_replacements(schema: &mut TypeSchema, resource: &Value) {
    for (name, property) in entries(&resource["properties"]) {
        let replaces = matches!(text(&property["causesReplacement"]), "yes" | "maybe");
        let is_known = |paths: &[String]| paths.iter().any(|path| path.split('.').next() == Some(name));
        if replaces
            && !is_known(&schema.create_only_properties)
            && !is_known(&schema.conditional_create_only_properties)
        {
            schema.conditional_create_only_properties.push(name.clone());
        }
    }
}

/// Removes the keywords that are not read.
fn trim(schema: &mut Value) {
    if let Value::Object(keywords) = schema {
        for unread in [
            "if_then_else",
            "source_url",
            "documentation_url",
            "type_name",
            "replacement_strategy",
            "not_enum",
            "absent",
            "not",
        ] {
            keywords.remove(unread);
        }
        // The root is not a `Schema`, and there it is always `false`.
        if keywords.contains_key("definitions") {
            keywords.remove("additional_properties");
            keywords.remove("all_of");
        }
        keywords.values_mut().for_each(trim);
    } else if let Value::Array(schemas) = schema {
        schemas.iter_mut().for_each(trim);
    }
}

fn references(database: &Value) -> BTreeMap<String, ReferenceEntry> {
    let tables = &database["schema"];
    let objects: BTreeMap<&str, &Value> = items(&tables["typeDefinition"]["entities"])
        .map(|object| (text(&object["$id"]), object))
        .collect();
    items(&tables["resource"]["entities"])
        .map(|resource| {
            let used = &tables["usesType"]["forward"][text(&resource["$id"])];
            let entry = ReferenceEntry {
                documentation: text(&resource["documentation"]).to_owned(),
                properties: properties(&resource["properties"]),
                objects: items(used)
                    .filter_map(|reference| objects.get(text(&reference["$id"])))
                    .map(|object| (text(&object["name"]).to_owned(), object_entry(object)))
                    .collect(),
                attributes: entries(&resource["attributes"])
                    .map(|(name, attribute)| (name.clone(), text(&attribute["documentation"]).to_owned()))
                    .collect(),
                reference: texts(&resource["cfnRefIdentifier"]),
            };
            (text(&resource["cloudFormationType"]).to_owned(), entry)
        })
        .collect()
}

fn object_entry(object: &Value) -> ObjectEntry {
    ObjectEntry {
        documentation: text(&object["documentation"]).to_owned(),
        properties: properties(&object["properties"]),
    }
}

fn properties(properties: &Value) -> BTreeMap<String, PropertyEntry> {
    entries(properties)
        .map(|(name, property)| {
            let entry = PropertyEntry {
                documentation: text(&property["documentation"]).to_owned(),
                relations: items(&property["relationshipRefs"])
                    .map(|relation| {
                        format!(
                            "{}.{}",
                            text(&relation["cloudFormationType"]),
                            text(&relation["propertyName"])
                        )
                    })
                    .collect(),
            };
            (name.clone(), entry)
        })
        .collect()
}

pub(crate) fn entries(object: &Value) -> impl Iterator<Item = (&String, &Value)> {
    object.as_object().into_iter().flatten()
}

fn items(array: &Value) -> impl Iterator<Item = &Value> {
    array.as_array().into_iter().flatten()
}

fn texts(array: &Value) -> Vec<String> {
    items(array).map(|item| text(item).to_owned()).collect()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn read_json(path: &Path) -> Result<Value, Error> {
    read(path)
}

pub(crate) fn read<T: DeserializeOwned>(path: &Path) -> Result<T, Error> {
    let io = |source| Error::Io {
        path: path.to_owned(),
        source,
    };
    let file = BufReader::new(File::open(path).map_err(io)?);
    let mut bytes = Vec::new();
    let is_compressed = path.extension().is_some_and(|extension| extension == "gz");
    let mut reader: Box<dyn Read> = if is_compressed {
        Box::new(GzDecoder::new(file))
    } else {
        Box::new(file)
    };
    reader.read_to_end(&mut bytes).map_err(io)?;
    serde_json::from_slice(&bytes).map_err(|source| Error::Json {
        path: path.to_owned(),
        source,
    })
}

/// A resource type in the registry.
pub(crate) struct RegistryType {
    pub(crate) schema: TypeSchema,
    /// The attributes for `Fn::GetAtt`.
    pub(crate) attributes: Vec<String>,
    /// Whether deleting the resource deletes data.
    pub(crate) holds_data: bool,
    pub(crate) arn_template: Option<String>,
    pub(crate) lifecycle: Option<LifecycleEntry>,
    /// Whether each region has the type.
    pub(crate) regions: Vec<bool>,
}

/// The announced end of a type.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LifecycleEntry {
    pub(crate) status: String,
    pub(crate) date: Option<String>,
}

/// The dates of a runtime of Lambda functions.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RuntimeEntry {
    pub(crate) deprecated: Option<String>,
    pub(crate) create_block: Option<String>,
    pub(crate) update_block: Option<String>,
    pub(crate) successor: Option<String>,
}

/// The compiled schema of a type.
#[derive(Deserialize)]
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
    #[serde(default)]
    pub(crate) dependent_required: BTreeMap<String, Vec<String>>,
}

/// A schema within the schema of a type.
#[derive(Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Schema {
    #[serde(rename = "type")]
    pub(crate) kind: Option<Kinds>,
    pub(crate) ref_name: Option<String>,
    pub(crate) properties: Option<BTreeMap<String, Schema>>,
    pub(crate) pattern_properties: Option<BTreeMap<String, Schema>>,
    pub(crate) additional_properties: Option<Additional>,
    pub(crate) required: Vec<String>,
    pub(crate) items: Option<Box<Schema>>,
    #[serde(rename = "enum")]
    pub(crate) values: Vec<Value>,
    #[serde(rename = "const")]
    pub(crate) constant: Option<Value>,
    pub(crate) enum_case_insensitive: Vec<Value>,
    pub(crate) all_of: Vec<Schema>,
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
    pub(crate) exclusive_minimum: Option<f64>,
    pub(crate) exclusive_maximum: Option<f64>,
    pub(crate) multiple_of: Option<f64>,
    pub(crate) any_of: Vec<Schema>,
    pub(crate) one_of: Vec<Schema>,
    pub(crate) required_xor: Vec<String>,
    pub(crate) dependent_required: BTreeMap<String, Vec<String>>,
    pub(crate) dependent_excluded: BTreeMap<String, Vec<String>>,
}

/// The JSON types of a value.
#[derive(Clone, PartialEq, Deserialize)]
#[serde(untagged)]
pub(crate) enum Kinds {
    One(Kind),
    Several(Vec<Kind>),
}

/// A JSON type.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Kind {
    String,
    Integer,
    Number,
    Boolean,
    Array,
    Object,
    Null,
}

/// Additional properties of an object.
#[derive(Clone, PartialEq, Deserialize)]
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
#[derive(Default)]
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
#[derive(Default)]
pub(crate) struct ObjectEntry {
    pub(crate) documentation: String,
    pub(crate) properties: BTreeMap<String, PropertyEntry>,
}

/// The documentation of a property.
#[derive(Default)]
pub(crate) struct PropertyEntry {
    pub(crate) documentation: String,
    /// What the value identifies: `AWS::IAM::Role.Arn`.
    pub(crate) relations: Vec<String>,
}
