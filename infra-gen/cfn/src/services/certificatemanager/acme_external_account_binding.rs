//! `AWS::CertificateManager::AcmeExternalAccountBinding`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Arn,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// Resource Type definition for AWS::CertificateManager::AcmeExternalAccountBinding
///
/// `AWS::CertificateManager::AcmeExternalAccountBinding`.
#[derive(Debug, Clone, PartialEq)]
pub struct AcmeExternalAccountBinding {
    /// The ARN of the ACME endpoint this binding is associated with.
    ///
    /// Update requires: replacement. Length: 1 to 200. Pattern:
    /// `^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:acme-endpoint/[a-zA-Z0-9-]+$`.
    pub acme_endpoint_arn: Value<String>,
    /// The expiration configuration for the external account binding.
    ///
    /// Update requires: replacement.
    pub expiration: Option<Value<Expiration>>,
    /// The IAM role ARN for cross-account access.
    ///
    /// Update requires: replacement. Length: 1 to 2048. Pattern: `^arn:aws[a-z-]*:iam::[0-9]{12}:role/.+$`.
    pub role_arn: Value<Arn<kind::iam::Role>>,
    /// Tags associated with the external account binding.
    ///
    /// Items: 1 to 50.
    pub tags: Option<Value<List<AcmeExternalAccountBindingTag>>>,
}

impl AcmeExternalAccountBinding {
    /// With the required properties only.
    pub fn new(
        acme_endpoint_arn: impl Into<Value<String>>,
        role_arn: impl Into<Value<Arn<kind::iam::Role>>>,
    ) -> Self {
        Self {
            acme_endpoint_arn: acme_endpoint_arn.into(),
            expiration: None,
            role_arn: role_arn.into(),
            tags: None,
        }
    }
}

impl ToJson for AcmeExternalAccountBinding {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("AcmeEndpointArn", &self.acme_endpoint_arn);
        object.optional("Expiration", self.expiration.as_ref());
        object.required("RoleArn", &self.role_arn);
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for AcmeExternalAccountBinding {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::certificatemanager::AcmeExternalAccountBinding;
    type Reference = Arn<kind::certificatemanager::AcmeExternalAccountBinding>;
}

impl Handle<AcmeExternalAccountBinding> {
    /// The Amazon Resource Name (ARN) of the external account binding.
    ///
    /// `Fn::GetAtt` of `AcmeExternalAccountBindingArn`.
    pub fn acme_external_account_binding_arn(
        &self,
    ) -> Value<Arn<kind::certificatemanager::AcmeExternalAccountBinding>> {
        self.attribute("AcmeExternalAccountBindingArn")
    }
}

/// `AcmeExternalAccountBindingTag` of `AWS::CertificateManager::AcmeExternalAccountBinding`.
#[derive(Debug, Clone, PartialEq)]
pub struct AcmeExternalAccountBindingTag {
    /// `Key`.
    ///
    /// Length: 1 to 128. Pattern: `^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$`.
    pub key: Value<String>,
    /// `Value`.
    ///
    /// Length: at most 256. Pattern: `^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$`.
    pub value: Value<String>,
}

impl AcmeExternalAccountBindingTag {
    /// With the required properties only.
    pub fn new(key: impl Into<Value<String>>, value: impl Into<Value<String>>) -> Self {
        Self {
            key: key.into(),
            value: value.into(),
        }
    }
}

impl ToJson for AcmeExternalAccountBindingTag {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Key", &self.key);
        object.required("Value", &self.value);
        object.finish()
    }
}

/// The expiration configuration for the external account binding.
#[derive(Debug, Clone, PartialEq)]
pub struct Expiration {
    /// The time unit for the expiration value.
    pub r#type: Value<ExpirationType>,
    /// The expiration value.
    pub value: Value<i64>,
}

impl Expiration {
    /// With the required properties only.
    pub fn new(r#type: impl Into<Value<ExpirationType>>, value: impl Into<Value<i64>>) -> Self {
        Self {
            r#type: r#type.into(),
            value: value.into(),
        }
    }
}

impl ToJson for Expiration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Type", &self.r#type);
        object.required("Value", &self.value);
        object.finish()
    }
}

text_enum! {
    /// The values of `Expiration.Type`.
    ExpirationType {
        Days = "DAYS",
        Hours = "HOURS",
        Minutes = "MINUTES",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::CertificateManager::AcmeExternalAccountBinding",
    properties: &ACME_EXTERNAL_ACCOUNT_BINDING,
    create_only: &["AcmeEndpointArn", "Expiration", "RoleArn"],
    conditional_create_only: &[],
    read_only: &["AcmeExternalAccountBindingArn"],
    write_only: &["Expiration"],
    primary_identifier: &["AcmeExternalAccountBindingArn"],
    reference: Reference::Arn,
    attributes: &[Attribute::scalar("AcmeExternalAccountBindingArn")],
    stateful: false,
};

static ACME_EXTERNAL_ACCOUNT_BINDING: Object = Object {
    properties: &[
        Property::required(
            "AcmeEndpointArn",
            Shape::TEXT.pattern(PATTERN_1).min_length(1).max_length(200),
        ),
        Property::optional("AcmeExternalAccountBindingArn", Shape::Json),
        Property::optional("Expiration", Shape::Object(&EXPIRATION)),
        Property::required(
            "RoleArn",
            Shape::TEXT
                .pattern("^arn:aws[a-z-]*:iam::[0-9]{12}:role/.+$")
                .min_length(1)
                .max_length(2048),
        ),
        Property::optional(
            "Tags",
            Shape::list(&Shape::Object(&ACME_EXTERNAL_ACCOUNT_BINDING_TAG))
                .min_length(1)
                .max_length(50),
        ),
    ],
    constraints: &[],
};

static ACME_EXTERNAL_ACCOUNT_BINDING_TAG: Object = Object {
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

static EXPIRATION: Object = Object {
    properties: &[
        Property::required("Type", Shape::one_of(ExpirationType::VALUES)),
        Property::required("Value", Shape::INTEGER),
    ],
    constraints: &[],
};

const PATTERN_1: &str = "^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:acme-endpoint/[a-zA-Z0-9-]+$";
