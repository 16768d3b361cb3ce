//! The OpenAPI 3.1 document of the HTTP API, made of [`api::OPERATIONS`] and the types they name.
//!
//! Addresses are absent: where the API answers is known when it is deployed, and the web app reads it from
//! `/config.json` then.

use schemars::{SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value, json};

use crate::{
    Problem,
    api::{self, Access, Operation},
    postal_code,
    schema::{Parameter, TypeSchema},
};

/// The document, as `openapi.json` holds it: pretty-printed, with a newline at the end.
pub fn document_text() -> String {
    format!("{:#}\n", document())
}

/// The document.
pub fn document() -> Value {
    let mut schemas = SchemaSettings::draft2020_12()
        .with(|settings| {
            settings.definitions_path = "/components/schemas".into();
            settings.meta_schema = None;
        })
        .into_generator();
    let mut paths = Map::new();
    for operation in api::OPERATIONS {
        let methods = paths.entry(operation.path).or_insert_with(|| json!({}));
        methods[operation.method.as_str().to_lowercase()] = describe(operation, &mut schemas);
    }
    json!({
        "openapi": "3.1.0",
        "info": { "title": "Cookie shop", "version": api::STAGE },
        "paths": paths,
        "components": {
            "schemas": schemas.take_definitions(true),
            "securitySchemes": {
                "employee": { "type": "http", "scheme": "bearer", "bearerFormat": "JWT" }
            }
        },
        // No schema can say that a value depends on another, so that a browser could tell the customer which.
        "x-postal-codes": postal_code::rules(),
    })
}

fn describe(operation: &Operation, schemas: &mut SchemaGenerator) -> Value {
    let mut described = json!({
        "operationId": operation.function.name(),
        "summary": operation.summary,
        "security": match operation.access {
            Access::Public => json!([]),
            Access::Employee => json!([{ "employee": [] }]),
        },
    });
    let parameters: Vec<Value> = parameters("path", operation.path_parameters())
        .chain(parameters("query", operation.query_parameters()))
        .chain(parameters("header", operation.header_parameters()))
        .collect();
    if !parameters.is_empty() {
        described["parameters"] = parameters.into();
    }
    if let Some(body) = operation.body {
        described["requestBody"] =
            json!({ "required": true, "content": content("application/json", body, schemas) });
    }
    described["responses"] = responses(operation, schemas);
    described
}

fn parameters(place: &str, parameters: Vec<Parameter>) -> impl Iterator<Item = Value> {
    parameters.into_iter().map(move |parameter| {
        json!({
            "name": parameter.name,
            "in": place,
            "required": parameter.required,
            "description": parameter.description,
            "schema": parameter.schema,
        })
    })
}

fn responses(operation: &Operation, schemas: &mut SchemaGenerator) -> Value {
    let success = operation.success;
    let mut responses = Map::new();
    responses.insert(
        success.status.to_string(),
        json!({
            "description": success.description,
            "content": content("application/json", success.body, schemas),
        }),
    );
    for problem in operation.all_problems() {
        responses.insert(
            problem.status().to_string(),
            json!({
                "description": format!("{} (`{}`)", problem.title(), problem.type_uri()),
                "content": content(Problem::MEDIA_TYPE, TypeSchema::of::<Problem>(), schemas),
            }),
        );
    }
    responses.into()
}

fn content(media_type: &str, body: TypeSchema, schemas: &mut SchemaGenerator) -> Value {
    json!({ media_type: { "schema": body.within(schemas) } })
}
