//! `AWS::CloudFront::Function`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Arn,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// Creates a CloudFront function.
///
/// `AWS::CloudFront::Function`.
#[derive(Debug, Clone, PartialEq)]
pub struct Function {
    /// A flag that determines whether to automatically publish the function to the `LIVE` stage when it’s
    /// created. To automatically publish to the `LIVE` stage, set this property to `true`.
    pub auto_publish: Option<Value<bool>>,
    /// The function code. For more information about writing a CloudFront function, see [Writing function
    /// code for CloudFront
    /// Functions](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/writing-function-code.html)
    /// in the *Amazon CloudFront Developer Guide*.
    pub function_code: Value<String>,
    /// Contains configuration information about a CloudFront function.
    pub function_config: Value<FunctionConfig>,
    /// A name to identify the function.
    ///
    /// Update requires: replacement. Length: 1 to 64. Pattern: `^[a-zA-Z0-9-_]{1,64}$`.
    pub name: Value<String>,
    /// A complex type that contains zero or more `Tag` elements.
    pub tags: Option<Value<List<Tag>>>,
}

impl Function {
    /// With the required properties only.
    pub fn new(
        function_code: impl Into<Value<String>>,
        function_config: impl Into<Value<FunctionConfig>>,
        name: impl Into<Value<String>>,
    ) -> Self {
        Self {
            auto_publish: None,
            function_code: function_code.into(),
            function_config: function_config.into(),
            name: name.into(),
            tags: None,
        }
    }
}

impl ToJson for Function {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AutoPublish", self.auto_publish.as_ref());
        object.required("FunctionCode", &self.function_code);
        object.required("FunctionConfig", &self.function_config);
        object.required("Name", &self.name);
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for Function {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cloudfront::Function;
    type Reference = Arn<kind::cloudfront::Function>;
}

impl Handle<Function> {
    /// The ARN of the function. For example:
    ///
    /// `Fn::GetAtt` of `FunctionARN`.
    pub fn function_arn(&self) -> Value<Arn<kind::cloudfront::Function>> {
        self.attribute("FunctionARN")
    }

    /// The Amazon Resource Name (ARN) of the function. The ARN uniquely identifies the function.
    ///
    /// `Fn::GetAtt` of `FunctionMetadata.FunctionARN`.
    pub fn function_metadata_function_arn(&self) -> Value<String> {
        self.attribute("FunctionMetadata.FunctionARN")
    }

    /// `Fn::GetAtt` of `Stage`.
    pub fn stage(&self) -> Value<String> {
        self.attribute("Stage")
    }
}

/// Contains configuration information about a CloudFront function.
#[derive(Debug, Clone, PartialEq)]
pub struct FunctionConfig {
    /// A comment to describe the function.
    pub comment: Value<String>,
    /// The configuration for the key value store associations.
    pub key_value_store_associations: Option<Value<List<KeyValueStoreAssociation>>>,
    /// The function's runtime environment version.
    pub runtime: Value<Runtime>,
}

impl FunctionConfig {
    /// With the required properties only.
    pub fn new(comment: impl Into<Value<String>>, runtime: impl Into<Value<Runtime>>) -> Self {
        Self {
            comment: comment.into(),
            key_value_store_associations: None,
            runtime: runtime.into(),
        }
    }
}

impl ToJson for FunctionConfig {
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
    pub key_value_store_arn: Value<Arn<kind::cloudfront::KeyValueStore>>,
}

impl KeyValueStoreAssociation {
    /// With the required properties only.
    pub fn new(key_value_store_arn: impl Into<Value<Arn<kind::cloudfront::KeyValueStore>>>) -> Self {
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
    /// The values of `FunctionConfig.Runtime`.
    Runtime {
        CloudfrontJs1_0 = "cloudfront-js-1.0",
        CloudfrontJs2_0 = "cloudfront-js-2.0",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::CloudFront::Function",
    properties: &FUNCTION,
    create_only: &["Name"],
    conditional_create_only: &[],
    read_only: &["FunctionARN", "FunctionMetadata.FunctionARN", "Stage"],
    write_only: &["AutoPublish"],
    primary_identifier: &["FunctionARN"],
    reference: Reference::Arn,
    attributes: &[
        Attribute::scalar("FunctionARN"),
        Attribute::scalar("FunctionMetadata.FunctionARN"),
        Attribute::scalar("Stage"),
    ],
    stateful: false,
};

static FUNCTION: Object = Object {
    properties: &[
        Property::optional("AutoPublish", Shape::Boolean),
        Property::optional("FunctionARN", Shape::Json),
        Property::required("FunctionCode", Shape::TEXT),
        Property::required("FunctionConfig", Shape::Object(&FUNCTION_CONFIG)),
        Property::optional("FunctionMetadata", Shape::Json),
        Property::required(
            "Name",
            Shape::TEXT
                .pattern("^[a-zA-Z0-9-_]{1,64}$")
                .min_length(1)
                .max_length(64),
        ),
        Property::optional("Stage", Shape::Json),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG))),
    ],
    constraints: &[],
};

static FUNCTION_CONFIG: Object = Object {
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
