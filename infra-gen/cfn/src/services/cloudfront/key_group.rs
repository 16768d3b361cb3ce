//! `AWS::CloudFront::KeyGroup`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// A key group.
///
/// `AWS::CloudFront::KeyGroup`.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyGroup {
    /// The key group configuration.
    pub key_group_config: Value<KeyGroupConfig>,
}

impl KeyGroup {
    /// With the required properties only.
    pub fn new(key_group_config: impl Into<Value<KeyGroupConfig>>) -> Self {
        Self {
            key_group_config: key_group_config.into(),
        }
    }
}

impl ToJson for KeyGroup {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("KeyGroupConfig", &self.key_group_config);
        object.finish()
    }
}

impl resource::Resource for KeyGroup {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cloudfront::KeyGroup;
    type Reference = Id<kind::cloudfront::KeyGroup>;
}

impl Handle<KeyGroup> {
    /// The identifier for the key group.
    ///
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<Id<kind::cloudfront::KeyGroup>> {
        self.attribute("Id")
    }

    /// The date and time when the key group was last modified.
    ///
    /// `Fn::GetAtt` of `LastModifiedTime`.
    pub fn last_modified_time(&self) -> Value<String> {
        self.attribute("LastModifiedTime")
    }
}

/// A key group configuration.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyGroupConfig {
    /// A comment to describe the key group. The comment cannot be longer than 128 characters.
    pub comment: Option<Value<String>>,
    /// A list of the identifiers of the public keys in the key group.
    pub items: Value<List<Id<kind::cloudfront::PublicKey>>>,
    /// A name to identify the key group.
    pub name: Value<String>,
}

impl KeyGroupConfig {
    /// With the required properties only.
    pub fn new(
        items: impl Into<Value<List<Id<kind::cloudfront::PublicKey>>>>,
        name: impl Into<Value<String>>,
    ) -> Self {
        Self {
            comment: None,
            items: items.into(),
            name: name.into(),
        }
    }
}

impl ToJson for KeyGroupConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Comment", self.comment.as_ref());
        object.required("Items", &self.items);
        object.required("Name", &self.name);
        object.finish()
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::CloudFront::KeyGroup",
    properties: &KEY_GROUP,
    create_only: &[],
    conditional_create_only: &[],
    read_only: &["Id", "LastModifiedTime"],
    write_only: &[],
    primary_identifier: &["Id"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Id"), Attribute::scalar("LastModifiedTime")],
    stateful: false,
};

static KEY_GROUP: Object = Object {
    properties: &[
        Property::optional("Id", Shape::Json),
        Property::required("KeyGroupConfig", Shape::Object(&KEY_GROUP_CONFIG)),
        Property::optional("LastModifiedTime", Shape::Json),
    ],
    constraints: &[],
};

static KEY_GROUP_CONFIG: Object = Object {
    properties: &[
        Property::optional("Comment", Shape::TEXT),
        Property::required("Items", Shape::list(&Shape::TEXT)),
        Property::required("Name", Shape::TEXT),
    ],
    constraints: &[],
};
