//! `AWS::CloudFront::PublicKey`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// A public key that you can use with [signed URLs and signed
/// cookies](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/PrivateContent.html), or with
/// [field-level
/// encryption](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/field-level-encryption.html).
///
/// `AWS::CloudFront::PublicKey`.
#[derive(Debug, Clone, PartialEq)]
pub struct PublicKey {
    /// Configuration information about a public key that you can use with [signed URLs and signed
    /// cookies](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/PrivateContent.html), or
    /// with [field-level
    /// encryption](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/field-level-encryption.html).
    pub public_key_config: Value<PublicKeyConfig>,
}

impl PublicKey {
    /// With the required properties only.
    pub fn new(public_key_config: impl Into<Value<PublicKeyConfig>>) -> Self {
        Self {
            public_key_config: public_key_config.into(),
        }
    }
}

impl ToJson for PublicKey {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("PublicKeyConfig", &self.public_key_config);
        object.finish()
    }
}

impl resource::Resource for PublicKey {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cloudfront::PublicKey;
    type Reference = Id<kind::cloudfront::PublicKey>;
}

impl Handle<PublicKey> {
    /// The date and time when the public key was uploaded.
    ///
    /// `Fn::GetAtt` of `CreatedTime`.
    pub fn created_time(&self) -> Value<String> {
        self.attribute("CreatedTime")
    }

    /// The identifier of the public key.
    ///
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<Id<kind::cloudfront::PublicKey>> {
        self.attribute("Id")
    }
}

/// Configuration information about a public key that you can use with [signed URLs and signed
/// cookies](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/PrivateContent.html), or with
/// [field-level
/// encryption](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/field-level-encryption.html).
#[derive(Debug, Clone, PartialEq)]
pub struct PublicKeyConfig {
    /// A string included in the request to help make sure that the request can't be replayed.
    pub caller_reference: Value<String>,
    /// A comment to describe the public key. The comment cannot be longer than 128 characters.
    pub comment: Option<Value<String>>,
    /// The public key that you can use with [signed URLs and signed
    /// cookies](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/PrivateContent.html), or
    /// with [field-level
    /// encryption](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/field-level-encryption.html).
    pub encoded_key: Value<String>,
    /// A name to help identify the public key.
    pub name: Value<String>,
}

impl PublicKeyConfig {
    /// With the required properties only.
    pub fn new(
        caller_reference: impl Into<Value<String>>,
        encoded_key: impl Into<Value<String>>,
        name: impl Into<Value<String>>,
    ) -> Self {
        Self {
            caller_reference: caller_reference.into(),
            comment: None,
            encoded_key: encoded_key.into(),
            name: name.into(),
        }
    }
}

impl ToJson for PublicKeyConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("CallerReference", &self.caller_reference);
        object.optional("Comment", self.comment.as_ref());
        object.required("EncodedKey", &self.encoded_key);
        object.required("Name", &self.name);
        object.finish()
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::CloudFront::PublicKey",
    properties: &PUBLIC_KEY,
    create_only: &[],
    conditional_create_only: &[],
    read_only: &["CreatedTime", "Id"],
    write_only: &[],
    primary_identifier: &["Id"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("CreatedTime"), Attribute::scalar("Id")],
    stateful: false,
};

static PUBLIC_KEY: Object = Object {
    properties: &[
        Property::optional("CreatedTime", Shape::Json),
        Property::optional("Id", Shape::Json),
        Property::required("PublicKeyConfig", Shape::Object(&PUBLIC_KEY_CONFIG)),
    ],
    constraints: &[],
};

static PUBLIC_KEY_CONFIG: Object = Object {
    properties: &[
        Property::required("CallerReference", Shape::TEXT),
        Property::optional("Comment", Shape::TEXT),
        Property::required("EncodedKey", Shape::TEXT),
        Property::required("Name", Shape::TEXT),
    ],
    constraints: &[],
};
