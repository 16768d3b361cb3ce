//! Writes the modules of the services, and the markers of resource types.

use crate::model::Service;

/// The services whose documentation has no `CamelCase` word that clippy would treat as code. Clippy reports when this list
/// must change.
const WITHOUT_PRODUCT_NAMES: [&str; 3] = ["KMS", "SNS", "StepFunctions"];

/// `services/mod.rs`.
pub(super) fn index(services: &[Service]) -> String {
    let mut code =
        String::from("//! The typed resources, one module per service. Generated; see `generator/`.\n\n");
    for service in services {
        code += &format!("#[cfg(feature = {0:?})]\npub mod {0};\n", service.module);
    }
    code += "\nuse crate::schema::TypeSchema;\n\n";
    code += "/// The services of the enabled features, as CloudFormation names them.\n";
    code += "pub(crate) static SERVICES: &[&str] = &[\n";
    for service in services {
        code += &format!("#[cfg(feature = {:?})]\n{:?},\n", service.module, service.name);
    }
    code += "];\n\n/// The schemas of a service, sorted by type name; empty if its feature is not enabled.\n";
    code += "pub(crate) fn schemas_of(service: &str) -> &'static [&'static TypeSchema] {\nmatch service {\n";
    for service in services {
        code += &format!(
            "#[cfg(feature = {0:?})]\n{1:?} => {0}::SCHEMAS,\n",
            service.module, service.name
        );
    }
    code + "_ => &[],\n}\n}\n"
}

/// A service's `mod.rs`.
pub(super) fn module(service: &Service) -> String {
    let mut code = format!(
        "//! {}: `AWS::{}`. Generated; see `generator/`.\n\n",
        service.title, service.name
    );
    if !WITHOUT_PRODUCT_NAMES.contains(&service.name) {
        code += "#![expect(clippy::doc_markdown, reason = \"the text is from AWS\")]\n\n";
    }
    for resource in &service.resources {
        code += &format!("pub mod {};\n", resource.module);
    }
    code += "\n";
    for resource in &service.resources {
        code += &format!("pub use {}::{};\n", resource.module, resource.name);
    }
    code += "\nuse crate::schema::TypeSchema;\n\n";
    code += "pub(super) static SCHEMAS: &[&TypeSchema] = &[\n";
    for resource in &service.resources {
        code += &format!("&{}::SCHEMA,\n", resource.module);
    }
    code + "];\n"
}

/// `kind.rs`.
pub(super) fn kinds(services: &[Service]) -> String {
    let mut code = String::from(
        "//! Markers of resource types, which ARNs and identifiers have as a type parameter. Generated; see `generator/`.\n//!\n\
         //! They do not depend on features, because services refer to resources of other services.\n\n",
    );
    for service in services {
        code += &format!(
            "/// Markers of `AWS::{}`.\npub mod {} {{\n",
            service.name, service.module
        );
        for resource in &service.resources {
            code += &format!(
                "/// `{}`.\n#[derive(Debug)]\npub enum {} {{}}\n\n",
                resource.type_name, resource.name
            );
        }
        code += "}\n\n";
    }
    code
}
