//! `AWS::CloudFront::KeyValueStore`. Generated; see `generator/`.

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

/// The key value store. Use this to separate data from function code, allowing you to update data without
/// having to publish a new version of a function. The key value store holds keys and their corresponding
/// values.
///
/// `AWS::CloudFront::KeyValueStore`.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyValueStore {
    /// A comment for the key value store.
    ///
    /// Length: at most 128.
    pub comment: Option<Value<String>>,
    /// The import source for the key value store.
    pub import_source: Option<Value<ImportSource>>,
    /// The name of the key value store.
    ///
    /// Update requires: replacement. Length: 1 to 64. Pattern: `^[a-zA-Z0-9-_]{1,64}$`.
    pub name: Value<String>,
    /// A complex type that contains zero or more `Tag` elements.
    pub tags: Option<Value<List<Tag>>>,
}

impl KeyValueStore {
    /// With the required properties only.
    pub fn new(name: impl Into<Value<String>>) -> Self {
        Self {
            comment: None,
            import_source: None,
            name: name.into(),
            tags: None,
        }
    }
}

impl ToJson for KeyValueStore {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Comment", self.comment.as_ref());
        object.optional("ImportSource", self.import_source.as_ref());
        object.required("Name", &self.name);
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for KeyValueStore {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cloudfront::KeyValueStore;
    type Reference = Id<kind::cloudfront::KeyValueStore>;
}

impl Handle<KeyValueStore> {
    /// The Amazon Resource Name (ARN) of the key value store.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::cloudfront::KeyValueStore>> {
        self.attribute("Arn")
    }

    /// The unique Id for the key value store.
    ///
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<String> {
        self.attribute("Id")
    }

    /// The current status of the key value store. For more information, see [Key value store
    /// statuses](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/kvs-with-functions-create.html#key-value-store-status)
    /// in the *.*
    ///
    /// `Fn::GetAtt` of `Status`.
    pub fn status(&self) -> Value<String> {
        self.attribute("Status")
    }
}

/// The import source for the key value store.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportSource {
    /// The Amazon Resource Name (ARN) of the import source for the key value store.
    pub source_arn: Value<String>,
    /// The source type of the import source for the key value store.
    pub source_type: Value<SourceType>,
}

impl ImportSource {
    /// With the required properties only.
    pub fn new(source_arn: impl Into<Value<String>>, source_type: impl Into<Value<SourceType>>) -> Self {
        Self {
            source_arn: source_arn.into(),
            source_type: source_type.into(),
        }
    }
}

impl ToJson for ImportSource {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("SourceArn", &self.source_arn);
        object.required("SourceType", &self.source_type);
        object.finish()
    }
}

text_enum! {
    /// The values of `ImportSource.SourceType`.
    SourceType {
        S3 = "S3",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::CloudFront::KeyValueStore",
    properties: &KEY_VALUE_STORE,
    create_only: &["Name"],
    conditional_create_only: &[],
    read_only: &["Arn", "Id", "Status"],
    write_only: &["ImportSource"],
    primary_identifier: &["Name"],
    reference: Reference::Id,
    attributes: &[
        Attribute::scalar("Arn"),
        Attribute::scalar("Id"),
        Attribute::scalar("Status"),
    ],
    stateful: false,
};

static IMPORT_SOURCE: Object = Object {
    properties: &[
        Property::required("SourceArn", Shape::TEXT),
        Property::required("SourceType", Shape::one_of(SourceType::VALUES)),
    ],
    constraints: &[],
};

static KEY_VALUE_STORE: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::optional("Comment", Shape::TEXT.max_length(128)),
        Property::optional("Id", Shape::Json),
        Property::optional("ImportSource", Shape::Object(&IMPORT_SOURCE)),
        Property::required(
            "Name",
            Shape::TEXT
                .pattern("^[a-zA-Z0-9-_]{1,64}$")
                .min_length(1)
                .max_length(64),
        ),
        Property::optional("Status", Shape::Json),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG))),
    ],
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
