//! `AWS::Lambda::WebFunction`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Arn,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// `AWS::Lambda::WebFunction`.
#[derive(Debug, Clone, PartialEq)]
pub struct WebFunction {
    /// `FunctionName`.
    ///
    /// Update requires: replacement. Length: 1 to 256.
    pub function_name: Value<String>,
    /// `Tags`.
    pub tags: Option<Value<List<Tag>>>,
}

impl WebFunction {
    /// With the required properties only.
    pub fn new(function_name: impl Into<Value<String>>) -> Self {
        Self {
            function_name: function_name.into(),
            tags: None,
        }
    }
}

impl ToJson for WebFunction {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("FunctionName", &self.function_name);
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for WebFunction {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::lambda::WebFunction;
    type Reference = Arn<kind::lambda::WebFunction>;
}

impl Handle<WebFunction> {
    /// `Fn::GetAtt` of `CreatedAt`.
    pub fn created_at(&self) -> Value<String> {
        self.attribute("CreatedAt")
    }

    /// `Fn::GetAtt` of `FunctionArn`.
    pub fn function_arn(&self) -> Value<Arn<kind::lambda::WebFunction>> {
        self.attribute("FunctionArn")
    }

    /// `Fn::GetAtt` of `State`.
    pub fn state(&self) -> Value<String> {
        self.attribute("State")
    }

    /// `Fn::GetAtt` of `StateReason`.
    pub fn state_reason(&self) -> Value<String> {
        self.attribute("StateReason")
    }

    /// `Fn::GetAtt` of `UpdatedAt`.
    pub fn updated_at(&self) -> Value<String> {
        self.attribute("UpdatedAt")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Lambda::WebFunction",
    properties: &WEB_FUNCTION,
    create_only: &["FunctionName"],
    conditional_create_only: &[],
    read_only: &["CreatedAt", "FunctionArn", "State", "StateReason", "UpdatedAt"],
    write_only: &[],
    primary_identifier: &["FunctionArn"],
    reference: Reference::Arn,
    attributes: &[
        Attribute::scalar("CreatedAt"),
        Attribute::scalar("FunctionArn"),
        Attribute::scalar("State"),
        Attribute::scalar("StateReason"),
        Attribute::scalar("UpdatedAt"),
    ],
    stateful: false,
};

static TAG: Object = Object {
    properties: &[
        Property::required("Key", Shape::TEXT.min_length(1).max_length(128)),
        Property::required("Value", Shape::TEXT.max_length(256)),
    ],
    constraints: &[],
};

static WEB_FUNCTION: Object = Object {
    properties: &[
        Property::optional("CreatedAt", Shape::Json),
        Property::optional("FunctionArn", Shape::Json),
        Property::required("FunctionName", Shape::TEXT.min_length(1).max_length(256)),
        Property::optional("State", Shape::Json),
        Property::optional("StateReason", Shape::Json),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).unique()),
        Property::optional("UpdatedAt", Shape::Json),
    ],
    constraints: &[],
};
