//! Writes the files in `schemas/` from the two published packages: schemas and documentation of the generated services, and
//! the catalog of all types.
//!
//! Data that the generator does not read is omitted: conditional sub-schemas (some are published without their condition),
//! links to AWS's repositories, metrics and events.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{BufReader, Read, Write},
    path::Path,
};

use flate2::{Compression, GzBuilder, bufread::GzDecoder};
use serde::Serialize;
use serde_json::Value;

use crate::{
    Error, SERVICES,
    registry::{
        ObjectEntry, PropertyEntry, ReferenceEntry, RegistryType, TypeSchema, catalog_path, references_path,
        types_path,
    },
};

/// The entry of a resource type in the catalog: the data for comparing templates.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct CatalogEntry {
    create_only: Vec<String>,
    conditional_create_only: Vec<String>,
    stateful: bool,
}

/// Reads the unpacked crate `cloudformation-validate-data-source` and the unpacked npm package
/// `@aws-cdk/aws-service-spec`, and writes the archives below `root`.
pub(crate) fn run(data_source: &Path, service_spec: &Path, root: &Path) -> Result<(), Error> {
    write_archive(&types_path(root), &types(data_source)?)?;
    write_archive(&references_path(root), &references(service_spec)?)?;
    write_archive(&catalog_path(root), &catalog(data_source, service_spec)?)
}

/// All types in the registry. If the reference documents a replacement and the registry does not, the property is listed as
/// conditional, because one of the two is wrong.
fn catalog(data_source: &Path, service_spec: &Path) -> Result<BTreeMap<String, CatalogEntry>, Error> {
    let generated = data_source.join("generated");
    let schemas = read_json(&generated.join("schema-validator/compiled_schemas.json"))?;
    let known = read_json(&generated.join("data/known_resource_types.json"))?;
    let stateful = read_json(&generated.join("data/stateful_resource_types.json"))?;
    let mut catalog: BTreeMap<String, CatalogEntry> = texts(&known["known_resource_types"])
        .into_iter()
        .map(|name| {
            let schema = &schemas[&name];
            let entry = CatalogEntry {
                create_only: texts(&schema["create_only_properties"]),
                conditional_create_only: texts(&schema["conditional_create_only_properties"]),
                stateful: false,
            };
            (name, entry)
        })
        .collect();
    // Deployed stacks may still have types that the registry no longer lists.
    for name in texts(&stateful["stateful_resource_types"]) {
        catalog.entry(name).or_default().stateful = true;
    }
    let database = read_json(&service_spec.join("db.json.gz"))?;
    for resource in items(&database["schema"]["resource"]["entities"]) {
        let Some(entry) = catalog.get_mut(text(&resource["cloudFormationType"])) else {
            continue;
        };
        for (name, property) in entries(&resource["properties"]) {
            let replaces = matches!(text(&property["causesReplacement"]), "yes" | "maybe");
            let is_known = |paths: &[String]| paths.iter().any(|path| path.split('.').next() == Some(name));
            if replaces && !is_known(&entry.create_only) && !is_known(&entry.conditional_create_only) {
                entry.conditional_create_only.push(name.clone());
            }
        }
    }
    Ok(catalog)
}

fn types(data_source: &Path) -> Result<BTreeMap<String, RegistryType>, Error> {
    let generated = data_source.join("generated");
    let schemas_path = generated.join("schema-validator/compiled_schemas.json");
    let schemas = read_json(&schemas_path)?;
    let attributes = read_json(&generated.join("data/getatt_attributes.json"))?;
    let stateful = read_json(&generated.join("data/stateful_resource_types.json"))?;
    let attributes = &attributes["getatt_attributes"];
    let stateful = &stateful["stateful_resource_types"];
    entries(&schemas)
        .filter(|(name, _)| is_generated(name))
        .map(|(name, schema)| {
            let mut schema = schema.clone();
            trim(&mut schema);
            let schema: TypeSchema = serde_json::from_value(schema).map_err(|source| Error::Json {
                path: schemas_path.clone(),
                source,
            })?;
            let entry = RegistryType {
                schema,
                attributes: texts(&attributes[name]),
                stateful: texts(stateful).contains(name),
            };
            Ok((name.clone(), entry))
        })
        .collect()
}

/// Removes the keywords that the generator does not read.
fn trim(schema: &mut Value) {
    if let Value::Object(keywords) = schema {
        for unread in [
            "if_then_else",
            "all_of",
            "source_url",
            "type_name",
            "replacement_strategy",
        ] {
            keywords.remove(unread);
        }
        // The root is not a `Schema`, and there it is always `false`.
        if keywords.contains_key("definitions") {
            keywords.remove("additional_properties");
        }
        keywords.values_mut().for_each(trim);
    } else if let Value::Array(schemas) = schema {
        schemas.iter_mut().for_each(trim);
    }
}

fn references(service_spec: &Path) -> Result<BTreeMap<String, ReferenceEntry>, Error> {
    let database = read_json(&service_spec.join("db.json.gz"))?;
    let tables = &database["schema"];
    let objects: BTreeMap<&str, &Value> = items(&tables["typeDefinition"]["entities"])
        .map(|object| (text(&object["$id"]), object))
        .collect();
    let references = items(&tables["resource"]["entities"])
        .map(|resource| (text(&resource["cloudFormationType"]).to_owned(), resource))
        .filter(|(name, _)| is_generated(name))
        .map(|(name, resource)| {
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
            (name, entry)
        })
        .collect();
    Ok(references)
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

fn is_generated(type_name: &str) -> bool {
    let mut parts = type_name.split("::");
    parts.next() == Some("AWS")
        && parts
            .next()
            .is_some_and(|service| SERVICES.iter().any(|(name, _)| *name == service))
}

fn entries(object: &Value) -> impl Iterator<Item = (&String, &Value)> {
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

/// Writes `value` as compressed JSON without a time stamp, so that the same packages give the same bytes.
fn write_archive(path: &Path, value: &impl Serialize) -> Result<(), Error> {
    let io = |source| Error::Io {
        path: path.to_owned(),
        source,
    };
    let mut json = serde_json::to_value(value).map_err(|source| Error::Json {
        path: path.to_owned(),
        source,
    })?;
    drop_defaults(&mut json);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(io)?;
    }
    let file = File::create(path).map_err(io)?;
    let mut encoder = GzBuilder::new().mtime(0).write(file, Compression::best());
    encoder.write_all(json.to_string().as_bytes()).map_err(io)?;
    encoder.finish().map_err(io)?;
    Ok(())
}

/// Removes values that are the default when reading: nulls, empty lists, empty strings and `false`. Empty objects stay,
/// because an empty schema differs from a missing one.
fn drop_defaults(json: &mut Value) {
    match json {
        Value::Object(entries) => {
            entries.values_mut().for_each(drop_defaults);
            entries.retain(|name, value| match value {
                Value::Null => false,
                Value::Bool(flag) => *flag || name == "additional_properties",
                Value::Array(items) => !items.is_empty(),
                Value::String(text) => !text.is_empty(),
                _ => true,
            });
        }
        Value::Array(items) => items.iter_mut().for_each(drop_defaults),
        _ => {}
    }
}
