//! Parameters: what is only known when the stack is deployed, with its type.

use std::marker::PhantomData;

use serde_json::json;

use crate::value::{Json, List};

/// A parameter of the template whose value has type `T`.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html>
#[derive(Debug, Clone)]
pub struct Parameter<T> {
    /// What its value is.
    pub parameter_type: ParameterType<T>,
    /// What the parameter is for.
    pub description: Option<String>,
    /// What it is when none is given.
    pub default: Option<Json>,
    /// The only values it may have.
    pub allowed_values: Vec<Json>,
    /// A regular expression that the whole value matches.
    pub allowed_pattern: Option<String>,
    /// What to say when the value breaks the rules.
    pub constraint_description: Option<String>,
    /// Masks the value wherever the service shows it.
    pub no_echo: bool,
}

/// What the value of a parameter is, as CloudFormation names it and as a type.
#[derive(Debug, Clone, Copy)]
pub struct ParameterType<T> {
    name: &'static str,
    value: PhantomData<fn() -> T>,
}

impl Parameter<String> {
    /// A parameter of text.
    pub fn text() -> Self {
        Self::with_type("String")
    }

    /// A parameter that names an SSM parameter and has its value.
    pub fn ssm() -> Self {
        Self::with_type("AWS::SSM::Parameter::Value<String>")
    }
}

impl Parameter<f64> {
    /// A parameter of a number.
    pub fn number() -> Self {
        Self::with_type("Number")
    }
}

impl Parameter<List<String>> {
    /// A parameter of several texts with commas between them.
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
