//! The OpenAPI 3.1 document of the HTTP API, generated from [`api::OPERATIONS`] and their types.
//!
//! It contains no server URL: the URL is known only after the deployment, and the web app reads it from `/config.json`.

use schemars::{SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value, json};

use crate::{
    Problem,
    api::{self, Operation, Success},
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
        // JSON Schema cannot express that the format of the postal code depends on the country, so the rules are listed here.
        "x-postal-codes": postal_code::rules(),
    })
}

fn describe(operation: &Operation, schemas: &mut SchemaGenerator) -> Value {
    let mut described = json!({
        "operationId": operation.function.name(),
        "summary": operation.summary,
        // The list names the lowest role that may call (OpenAPI 3.1, Security Requirement Object).
        "security": operation.access.group().map(|role| json!({ "employee": [role] })).as_slice(),
    });
    let parameters: Vec<Value> = parameters("path", operation.inputs.path_parameters())
        .chain(parameters("query", operation.inputs.query_parameters()))
        .chain(parameters("header", operation.inputs.header_parameters()))
        .collect();
    if !parameters.is_empty() {
        described["parameters"] = parameters.into();
    }
    if let Some(body) = operation.inputs.body_schema() {
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
    let mut responses = Map::new();
    let (status, success) = describe_success(operation.success, schemas);
    responses.insert(status, success);
    for problem in operation.all_problems() {
        responses.insert(
            problem.status().to_string(),
            json!({
                "description": format!("{} (`{}`)", problem.title(), problem.type_uri()),
                "content": content(Problem::MEDIA_TYPE, TypeSchema::new::<Problem>(), schemas),
            }),
        );
    }
    responses.into()
}

fn describe_success(success: Success, schemas: &mut SchemaGenerator) -> (String, Value) {
    let mut described = json!({ "description": success.description() });
    // A response without a body has no `content`.
    if let Some(body) = success.body() {
        described["content"] = content("application/json", body, schemas);
    }
    (success.status().to_string(), described)
}

fn content(media_type: &str, body: TypeSchema, schemas: &mut SchemaGenerator) -> Value {
    json!({ media_type: { "schema": body.within(schemas) } })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Order;

    #[test]
    fn only_a_response_with_a_body_has_content() {
        let mut schemas = SchemaSettings::draft2020_12().into_generator();
        let deleted = describe_success(Success::no_content("The order was deleted"), &mut schemas);
        let expected = json!({ "description": "The order was deleted" });
        assert_eq!(deleted, ("204".to_owned(), expected));
        let (status, found) = describe_success(Success::json::<Order>(200, "The order"), &mut schemas);
        assert_eq!(status, "200");
        assert!(
            found["content"]["application/json"]["schema"].is_object(),
            "{found}"
        );
    }
}
