//! `AWS::CloudWatch::View`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// `AWS::CloudWatch::View`.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// `Definition`.
    ///
    /// Length: 1 to 10000.
    pub definition: Value<String>,
    /// `Description`.
    ///
    /// Length: at most 1024.
    pub description: Option<Value<String>>,
    /// `Name`.
    ///
    /// Update requires: replacement. Length: 6 to 256. Pattern: `^view\.[a-z0-9][a-z0-9_-]{0,250}$`.
    pub name: Option<Value<String>>,
    /// `Tags`.
    ///
    /// Items: at most 50.
    pub tags: Option<Value<List<Tag>>>,
}

impl View {
    /// With the required properties only.
    pub fn new(definition: impl Into<Value<String>>) -> Self {
        Self {
            definition: definition.into(),
            description: None,
            name: None,
            tags: None,
        }
    }
}

impl ToJson for View {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Definition", &self.definition);
        object.optional("Description", self.description.as_ref());
        object.optional("Name", self.name.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for View {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cloudwatch::View;
    type Reference = Id<kind::cloudwatch::View>;
}

impl Handle<View> {
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::cloudwatch::View>> {
        self.attribute("Arn")
    }

    /// `Fn::GetAtt` of `CreatedAt`.
    pub fn created_at(&self) -> Value<String> {
        self.attribute("CreatedAt")
    }

    /// `Fn::GetAtt` of `Type`.
    pub fn r#type(&self) -> Value<String> {
        self.attribute("Type")
    }

    /// `Fn::GetAtt` of `UpdatedAt`.
    pub fn updated_at(&self) -> Value<String> {
        self.attribute("UpdatedAt")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::CloudWatch::View",
    properties: &VIEW,
    create_only: &["Name"],
    conditional_create_only: &[],
    read_only: &["Arn", "CreatedAt", "Type", "UpdatedAt"],
    write_only: &[],
    primary_identifier: &["Name"],
    reference: Reference::Id,
    attributes: &[
        Attribute::scalar("Arn"),
        Attribute::scalar("CreatedAt"),
        Attribute::scalar("Type"),
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

static VIEW: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::optional("CreatedAt", Shape::Json),
        Property::required("Definition", Shape::TEXT.min_length(1).max_length(10000)),
        Property::optional("Description", Shape::TEXT.max_length(1024)),
        Property::optional(
            "Name",
            Shape::TEXT
                .pattern(r"^view\.[a-z0-9][a-z0-9_-]{0,250}$")
                .min_length(6)
                .max_length(256),
        ),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).max_length(50).unique()),
        Property::optional("Type", Shape::Json),
        Property::optional("UpdatedAt", Shape::Json),
    ],
    constraints: &[],
};
