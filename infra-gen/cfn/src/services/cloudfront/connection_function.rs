//! `AWS::CloudFront::ConnectionFunction`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// A connection function.
///
/// `AWS::CloudFront::ConnectionFunction`.
#[derive(Debug, Clone, PartialEq)]
pub struct ConnectionFunction {
    /// A flag that determines whether to automatically publish the function to the `LIVE` stage when it’s
    /// created. To automatically publish to the `LIVE` stage, set this property to `true`.
    pub auto_publish: Option<Value<bool>>,
    /// The code for the connection function.
    pub connection_function_code: Value<String>,
    /// Contains configuration information about a CloudFront function.
    pub connection_function_config: Value<ConnectionFunctionConfig>,
    /// The connection function name.
    ///
    /// Update requires: replacement. Length: 1 to 64. Pattern: `^[a-zA-Z0-9-_]{1,64}$`.
    pub name: Value<String>,
    /// A complex type that contains zero or more `Tag` elements.
    pub tags: Option<Value<List<Tag>>>,
}

impl ConnectionFunction {
    /// With the required properties only.
    pub fn new(
        connection_function_code: impl Into<Value<String>>,
        connection_function_config: impl Into<Value<ConnectionFunctionConfig>>,
        name: impl Into<Value<String>>,
    ) -> Self {
        Self {
            auto_publish: None,
            connection_function_code: connection_function_code.into(),
            connection_function_config: connection_function_config.into(),
            name: name.into(),
            tags: None,
        }
    }
}

impl ToJson for ConnectionFunction {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AutoPublish", self.auto_publish.as_ref());
        object.required("ConnectionFunctionCode", &self.connection_function_code);
        object.required("ConnectionFunctionConfig", &self.connection_function_config);
        object.required("Name", &self.name);
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for ConnectionFunction {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cloudfront::ConnectionFunction;
    type Reference = Id<kind::cloudfront::ConnectionFunction>;
}

impl Handle<ConnectionFunction> {
    /// The connection function Amazon Resource Name (ARN).
    ///
    /// `Fn::GetAtt` of `ConnectionFunctionArn`.
    pub fn connection_function_arn(&self) -> Value<Arn<kind::cloudfront::ConnectionFunction>> {
        self.attribute("ConnectionFunctionArn")
    }

    /// The connection function created time.
    ///
    /// `Fn::GetAtt` of `CreatedTime`.
    pub fn created_time(&self) -> Value<String> {
        self.attribute("CreatedTime")
    }

    /// A complex type that contains `Tag` key and `Tag` value.
    ///
    /// `Fn::GetAtt` of `ETag`.
    pub fn etag(&self) -> Value<String> {
        self.attribute("ETag")
    }

    /// The connection function ID.
    ///
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<Id<kind::cloudfront::ConnectionFunction>> {
        self.attribute("Id")
    }

    /// The connection function last modified time.
    ///
    /// `Fn::GetAtt` of `LastModifiedTime`.
    pub fn last_modified_time(&self) -> Value<String> {
        self.attribute("LastModifiedTime")
    }

    /// The connection function stage.
    ///
    /// `Fn::GetAtt` of `Stage`.
    pub fn stage(&self) -> Value<String> {
        self.attribute("Stage")
    }

    /// The connection function status.
    ///
    /// `Fn::GetAtt` of `Status`.
    pub fn status(&self) -> Value<String> {
        self.attribute("Status")
    }
}

/// Contains configuration information about a CloudFront function.
#[derive(Debug, Clone, PartialEq)]
pub struct ConnectionFunctionConfig {
    /// A comment to describe the function.
    pub comment: Value<String>,
    /// The configuration for the key value store associations.
    pub key_value_store_associations: Option<Value<List<KeyValueStoreAssociation>>>,
    /// The function's runtime environment version.
    ///
    /// Update requires: replacement.
    pub runtime: Value<Runtime>,
}

impl ConnectionFunctionConfig {
    /// With the required properties only.
    pub fn new(comment: impl Into<Value<String>>, runtime: impl Into<Value<Runtime>>) -> Self {
        Self {
            comment: comment.into(),
            key_value_store_associations: None,
            runtime: runtime.into(),
        }
    }
}

impl ToJson for ConnectionFunctionConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Comment", &self.comment);
        object.optional(
            "KeyValueStoreAssociations",
            self.key_value_store_associations.as_ref(),
        );
        object.required("Runtime", &self.runtime);
        object.finish()
    }
}

/// The key value store association.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyValueStoreAssociation {
    /// The Amazon Resource Name (ARN) of the key value store association.
    pub key_value_store_arn: Value<String>,
}

impl KeyValueStoreAssociation {
    /// With the required properties only.
    pub fn new(key_value_store_arn: impl Into<Value<String>>) -> Self {
        Self {
            key_value_store_arn: key_value_store_arn.into(),
        }
    }
}

impl ToJson for KeyValueStoreAssociation {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("KeyValueStoreARN", &self.key_value_store_arn);
        object.finish()
    }
}

text_enum! {
    /// The values of `ConnectionFunctionConfig.Runtime`.
    Runtime {
        CloudfrontJs2_0 = "cloudfront-js-2.0",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::CloudFront::ConnectionFunction",
    properties: &CONNECTION_FUNCTION,
    create_only: &["ConnectionFunctionConfig.Runtime", "Name"],
    conditional_create_only: &[],
    read_only: &[
        "ConnectionFunctionArn",
        "CreatedTime",
        "ETag",
        "Id",
        "LastModifiedTime",
        "Stage",
        "Status",
    ],
    write_only: &["AutoPublish"],
    primary_identifier: &["Id"],
    reference: Reference::Id,
    attributes: &[
        Attribute::scalar("ConnectionFunctionArn"),
        Attribute::scalar("CreatedTime"),
        Attribute::scalar("ETag"),
        Attribute::scalar("Id"),
        Attribute::scalar("LastModifiedTime"),
        Attribute::scalar("Stage"),
        Attribute::scalar("Status"),
    ],
    stateful: false,
};

static CONNECTION_FUNCTION: Object = Object {
    properties: &[
        Property::optional("AutoPublish", Shape::Boolean),
        Property::optional("ConnectionFunctionArn", Shape::Json),
        Property::required("ConnectionFunctionCode", Shape::TEXT),
        Property::required(
            "ConnectionFunctionConfig",
            Shape::Object(&CONNECTION_FUNCTION_CONFIG),
        ),
        Property::optional("CreatedTime", Shape::Json),
        Property::optional("ETag", Shape::Json),
        Property::optional("Id", Shape::Json),
        Property::optional("LastModifiedTime", Shape::Json),
        Property::required(
            "Name",
            Shape::TEXT
                .pattern("^[a-zA-Z0-9-_]{1,64}$")
                .min_length(1)
                .max_length(64),
        ),
        Property::optional("Stage", Shape::Json),
        Property::optional("Status", Shape::Json),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG))),
    ],
    constraints: &[],
};

static CONNECTION_FUNCTION_CONFIG: Object = Object {
    properties: &[
        Property::required("Comment", Shape::TEXT),
        Property::optional(
            "KeyValueStoreAssociations",
            Shape::list(&Shape::Object(&KEY_VALUE_STORE_ASSOCIATION)).unique(),
        ),
        Property::required("Runtime", Shape::one_of(Runtime::VALUES)),
    ],
    constraints: &[],
};

static KEY_VALUE_STORE_ASSOCIATION: Object = Object {
    properties: &[Property::required("KeyValueStoreARN", Shape::TEXT)],
    constraints: &[],
};

static TAG: Object = Object {
    properties: &[
        Property::required(
            "Key",
            Shape::TEXT
                .pattern(r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$")
                .min_length(1)
                .max_length(128),
        ),
        Property::required(
            "Value",
            Shape::TEXT
                .pattern(r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$")
                .max_length(256),
        ),
    ],
    constraints: &[],
};
