//! Lookup of resource types by name.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use crate::{Archive, Replacement, TypeSchema};

/// All resource types, by name. Written by `infra-gen-schema-vendor`; see `data/README.md`.
static TYPES: Archive = Archive::new(include_bytes!("../data/types.bin"));

/// Facts about all types together.
static FACTS: Archive = Archive::new(include_bytes!("../data/facts.bin"));

/// The date of the vendored data, as `YYYY-MM-DD`. What AWS closes later is not known to be closed.
pub const DATA_DATE: &str = "2026-10-21";

/// The schema of a type; `None` if the CloudFormation registry does not have it. Decodes only this type, at the first call.
pub fn lookup(type_name: &str) -> Option<&'static TypeSchema> {
    static DECODED: OnceLock<Box<[OnceLock<TypeSchema>]>> = OnceLock::new();
    let position = TYPES.position(type_name)?;
    let decoded = DECODED.get_or_init(|| (0..TYPES.len()).map(|_| OnceLock::new()).collect());
    Some(decoded[position].get_or_init(|| TYPES.decode(position)))
}

/// Whether the CloudFormation registry has a type of this name.
pub fn is_known(type_name: &str) -> bool {
    TYPES.position(type_name).is_some()
}

/// The names of all types, sorted.
pub fn type_names() -> impl Iterator<Item = &'static str> {
    TYPES.names()
}

/// The names of the types of a service, sorted: `DynamoDB`.
pub fn types_of(service: &str) -> impl Iterator<Item = &'static str> {
    TYPES.names().filter(move |name| {
        name.strip_prefix("AWS::")
            .and_then(|name| name.split("::").next())
            == Some(service)
    })
}

/// Whether the type is a custom resource. Its handler decides what a change does.
pub fn is_custom(type_name: &str) -> bool {
    type_name.starts_with("Custom::") || type_name == "AWS::CloudFormation::CustomResource"
}

/// Whether deleting a resource of this type deletes data. `None` for unknown types, and for custom resources, where the
/// handler decides.
pub fn holds_data(type_name: &str) -> Option<bool> {
    if is_custom(type_name) {
        return None;
    }
    lookup(type_name).map(|schema| schema.holds_data)
}

/// Whether a change of the property at `path` replaces a resource of this type. `None` for unknown types, and for custom
/// resources, where the handler decides.
pub fn replacement(type_name: &str, path: &[&str]) -> Option<Replacement> {
    if is_custom(type_name) {
        return None;
    }
    lookup(type_name).map(|schema| schema.replacement(path))
}

/// A runtime of Lambda functions.
/// <https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html>
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LambdaRuntime {
    /// The identifier: `provided.al2023`.
    pub name: &'static str,
    /// When AWS ends support, as `YYYY-MM-DD`.
    pub deprecated: Option<&'static str>,
    /// From when no function can be created.
    pub create_blocked: Option<&'static str>,
    /// From when no function can be updated.
    pub update_blocked: Option<&'static str>,
    /// The runtime that replaces it.
    pub successor: Option<&'static str>,
}

/// All runtimes, sorted by name.
pub fn lambda_runtimes() -> &'static [LambdaRuntime] {
    static DECODED: OnceLock<Box<[LambdaRuntime]>> = OnceLock::new();
    DECODED.get_or_init(|| fact("lambda-runtimes"))
}

/// The runtime of this name.
pub fn lambda_runtime(name: &str) -> Option<&'static LambdaRuntime> {
    lambda_runtimes().iter().find(|runtime| runtime.name == name)
}

/// The regions of [`TypeSchema::regions`], in the order of its bits.
pub fn regions() -> &'static [&'static str] {
    static DECODED: OnceLock<Box<[&'static str]>> = OnceLock::new();
    DECODED.get_or_init(|| fact("regions"))
}

fn fact<T: Deserialize<'static>>(name: &str) -> T {
    let position = FACTS.position(name).expect("the vendored file has this entry");
    FACTS.decode(position)
}
