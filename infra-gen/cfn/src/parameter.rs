//! Parameters: typed values that are set when the stack is deployed.

use std::marker::PhantomData;

use serde_json::json;

use crate::value::{Json, List};

/// A parameter of the template whose value has type `T`.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html>
#[derive(Debug, Clone)]
pub struct Parameter<T> {
    /// The type of the value.
    pub parameter_type: ParameterType<T>,
    /// The description.
    pub description: Option<String>,
    /// The value if none is given.
    pub default: Option<Json>,
    /// The allowed values; empty if any value is allowed.
    pub allowed_values: Vec<Json>,
    /// A regular expression that the whole value must match.
    pub allowed_pattern: Option<String>,
    /// The message if the value is not allowed.
    pub constraint_description: Option<String>,
    /// Whether CloudFormation masks the value.
    pub no_echo: bool,
}

/// The type of a parameter, in CloudFormation and in Rust.
#[derive(Debug, Clone, Copy)]
pub struct ParameterType<T> {
    name: &'static str,
    value: PhantomData<fn() -> T>,
}

impl Parameter<String> {
    /// A string parameter.
    pub fn text() -> Self {
        Self::with_type("String")
    }

    /// A string parameter whose value is read from an SSM parameter.
    pub fn ssm() -> Self {
        Self::with_type("AWS::SSM::Parameter::Value<String>")
    }
}

impl Parameter<f64> {
    /// A number parameter.
    pub fn number() -> Self {
        Self::with_type("Number")
    }
}

impl Parameter<List<String>> {
    /// A list parameter: strings with commas between them.
    pub fn list() -> Self {
        Self::with_type("CommaDelimitedList")
    }
}

impl<T> Parameter<T> {
    fn with_type(name: &'static str) -> Self {
        Self {
            parameter_type: ParameterType {
                name,
                value: PhantomData,
            },
            description: None,
            default: None,
            allowed_values: Vec::new(),
            allowed_pattern: None,
            constraint_description: None,
            no_echo: false,
        }
    }

    pub(crate) fn to_json(&self) -> Json {
        let mut block = json!({ "Type": self.parameter_type.name });
        let optional = [
            ("Description", self.description.as_ref().map(|text| json!(text))),
            ("Default", self.default.clone()),
            (
                "AllowedValues",
                (!self.allowed_values.is_empty()).then(|| json!(self.allowed_values)),
            ),
            (
                "AllowedPattern",
                self.allowed_pattern.as_ref().map(|text| json!(text)),
            ),
            (
                "ConstraintDescription",
                self.constraint_description.as_ref().map(|text| json!(text)),
            ),
            ("NoEcho", self.no_echo.then(|| json!(true))),
        ];
        for (key, value) in optional {
            if let Some(value) = value {
                block[key] = value;
            }
        }
        block
    }
}
