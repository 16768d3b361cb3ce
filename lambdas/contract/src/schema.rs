//! JSON Schema of the contract's types, in three forms: referenced from the OpenAPI document, as a list of parameters,
//! and inlined for API Gateway's request models.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value};

/// The schema of a type, for the table of operations.
#[derive(Debug, Clone, Copy)]
pub struct TypeSchema {
    name: fn() -> Cow<'static, str>,
    write: fn(&mut SchemaGenerator) -> Schema,
}

impl TypeSchema {
    /// The schema of `T`.
    pub const fn new<T: JsonSchema>() -> Self {
        Self {
            name: T::schema_name,
            write: SchemaGenerator::subschema_for::<T>,
        }
    }

    /// The type's name, `ProductPage`.
    pub fn name(self) -> String {
        (self.name)().into_owned()
    }

    /// The schema for a document that collects definitions: usually a reference.
    pub fn within(self, generator: &mut SchemaGenerator) -> Value {
        (self.write)(generator).into()
    }

    /// The fields of the type as parameters of a request.
    pub fn parameters(self) -> Vec<Parameter> {
        let mut schema = self.inlined();
        let required: Vec<Value> = schema
            .remove("required")
            .map(|names| serde_json::from_value(names).expect("`required` is an array"))
            .unwrap_or_default();
        let Some(Value::Object(properties)) = schema.remove("properties") else {
            return Vec::new();
        };
        properties
            .into_iter()
            .map(|(name, mut schema)| {
                let description = schema
                    .as_object_mut()
                    .and_then(|schema| schema.remove("description"));
                Parameter {
                    required: required.iter().any(|required| *required == *name),
                    description: description
                        .and_then(|text| text.as_str().map(str::to_owned))
                        .unwrap_or_default(),
                    name,
                    schema,
                }
            })
            .collect()
    }

    /// The schema as an API Gateway request model: draft 4, without references.
    ///
    /// API Gateway reads only draft 4, where an exclusive bound is a flag next to the bound and `const` does not exist.
    pub fn request_model(self) -> Value {
        let mut model = self.inlined();
        model.shift_insert(
            0,
            "$schema".to_owned(),
            "http://json-schema.org/draft-04/schema#".into(),
        );
        let mut model = Value::Object(model);
        as_draft_4(&mut model);
        model
    }

    fn inlined(self) -> Map<String, Value> {
        let mut generator = SchemaSettings::draft07()
            .with(|settings| {
                settings.inline_subschemas = true;
                settings.meta_schema = None;
            })
            .into_generator();
        match self.within(&mut generator) {
            Value::Object(schema) => schema,
            other => unreachable!("the schema of a type with fields is an object, not {other}"),
        }
    }
}

/// A parameter in the path, the query or the headers of a request.
#[derive(Debug, Clone, PartialEq)]
pub struct Parameter {
    /// Its name.
    pub name: String,
    /// Whether a request must have it.
    pub required: bool,
    /// Its description.
    pub description: String,
    /// The schema of its value.
    pub schema: Value,
}

fn as_draft_4(schema: &mut Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(as_draft_4),
        Value::Object(object) => {
            for (bound, exclusive) in [("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")] {
                if let Some(limit) = object.get(exclusive).filter(|limit| limit.is_number()).cloned() {
                    object.insert(bound.to_owned(), limit);
                    object.insert(exclusive.to_owned(), true.into());
                }
            }
            if let Some(only) = object.shift_remove("const") {
                object.insert("enum".to_owned(), Value::Array(vec![only]));
            }
            object.values_mut().for_each(as_draft_4);
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{PageQuery, ProductPath};

    #[test]
    fn a_query_becomes_parameters() {
        let parameters = TypeSchema::new::<PageQuery>().parameters();
        let [limit, next_token] = parameters.as_slice() else {
            panic!("{parameters:?}")
        };
        assert_eq!((limit.name.as_str(), limit.required), ("limit", false));
        assert_eq!(
            (&limit.schema["minimum"], &limit.schema["maximum"]),
            (&json!(1), &json!(100))
        );
        assert_eq!(
            (next_token.name.as_str(), next_token.required),
            ("nextToken", false)
        );
    }

    #[test]
    fn a_path_parameter_is_required_and_has_a_pattern() {
        let parameters = TypeSchema::new::<ProductPath>().parameters();
        let [id] = parameters.as_slice() else {
            panic!("{parameters:?}")
        };
        assert!(id.required);
        assert_eq!(id.schema["pattern"], "^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$");
    }

    #[test]
    fn a_request_model_is_draft_4_without_references() {
        #[derive(JsonSchema)]
        #[expect(dead_code, reason = "the test uses only its schema")]
        struct Line {
            product: ProductPath,
            #[schemars(extend("exclusiveMinimum" = 0))]
            quantity: u8,
            #[schemars(extend("const" = "gift"))]
            kind: String,
        }
        let model = TypeSchema::new::<Line>().request_model();
        assert_eq!(model["$schema"], "http://json-schema.org/draft-04/schema#");
        assert_eq!(model["properties"]["quantity"]["minimum"], 0);
        assert_eq!(model["properties"]["quantity"]["exclusiveMinimum"], true);
        assert_eq!(model["properties"]["kind"]["enum"], json!(["gift"]));
        assert!(
            !model.to_string().contains("$ref") && !model.to_string().contains("\"const\""),
            "{model}"
        );
    }
}
