//! `AWS::CloudWatch::Integration`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Arn,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    text_enum::text_enum,
    value::{Json, List, Map, ObjectWriter, ToJson, Value},
};

/// `AWS::CloudWatch::Integration`.
#[derive(Debug, Clone, PartialEq)]
pub struct Integration {
    /// `Credential`.
    pub credential: Option<Value<IntegrationCredential>>,
    /// `IntegrationAttributes`.
    pub integration_attributes: Option<Value<Map<String>>>,
    /// `IntegrationType`.
    ///
    /// Update requires: replacement.
    pub integration_type: Value<IntegrationType>,
    /// `Name`.
    ///
    /// Update requires: replacement. Length: 1 to 256.
    pub name: Value<String>,
    /// `RoleArn`.
    ///
    /// Length: 1 to 2048.
    pub role_arn: Option<Value<Arn<kind::iam::Role>>>,
    /// `Tags`.
    ///
    /// Items: at most 50.
    pub tags: Option<Value<List<Tag>>>,
}

impl Integration {
    /// With the required properties only.
    pub fn new(integration_type: impl Into<Value<IntegrationType>>, name: impl Into<Value<String>>) -> Self {
        Self {
            credential: None,
            integration_attributes: None,
            integration_type: integration_type.into(),
            name: name.into(),
            role_arn: None,
            tags: None,
        }
    }
}

impl ToJson for Integration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Credential", self.credential.as_ref());
        object.optional("IntegrationAttributes", self.integration_attributes.as_ref());
        object.required("IntegrationType", &self.integration_type);
        object.required("Name", &self.name);
        object.optional("RoleArn", self.role_arn.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for Integration {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cloudwatch::Integration;
    type Reference = Arn<kind::cloudwatch::Integration>;
}

impl Handle<Integration> {
    /// `Fn::GetAtt` of `CreatedAt`.
    pub fn created_at(&self) -> Value<String> {
        self.attribute("CreatedAt")
    }

    /// `Fn::GetAtt` of `IntegrationArn`.
    pub fn integration_arn(&self) -> Value<Arn<kind::cloudwatch::Integration>> {
        self.attribute("IntegrationArn")
    }

    /// `Fn::GetAtt` of `IntegrationId`.
    pub fn integration_id(&self) -> Value<String> {
        self.attribute("IntegrationId")
    }

    /// `Fn::GetAtt` of `Status`.
    pub fn status(&self) -> Value<String> {
        self.attribute("Status")
    }

    /// `Fn::GetAtt` of `UpdatedAt`.
    pub fn updated_at(&self) -> Value<String> {
        self.attribute("UpdatedAt")
    }
}

/// `ApiKeyCredential` of `AWS::CloudWatch::Integration`.
#[derive(Debug, Clone, PartialEq)]
pub struct ApiKeyCredential {
    /// `ApiKeyValue`.
    ///
    /// Length: 1 to 4096.
    pub api_key_value: Value<String>,
}

impl ApiKeyCredential {
    /// With the required properties only.
    pub fn new(api_key_value: impl Into<Value<String>>) -> Self {
        Self {
            api_key_value: api_key_value.into(),
        }
    }
}

impl ToJson for ApiKeyCredential {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("ApiKeyValue", &self.api_key_value);
        object.finish()
    }
}

/// `IntegrationCredential` of `AWS::CloudWatch::Integration`.
#[derive(Debug, Clone, PartialEq)]
pub struct IntegrationCredential {
    /// `ApiKeyCredential`.
    pub api_key_credential: Value<ApiKeyCredential>,
}

impl IntegrationCredential {
    /// With the required properties only.
    pub fn new(api_key_credential: impl Into<Value<ApiKeyCredential>>) -> Self {
        Self {
            api_key_credential: api_key_credential.into(),
        }
    }
}

impl ToJson for IntegrationCredential {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("ApiKeyCredential", &self.api_key_credential);
        object.finish()
    }
}

text_enum! {
    /// The values of `Integration.IntegrationType`.
    IntegrationType {
        AwsConfigSlrec = "AWS_CONFIG_SLREC",
        AwsIntegration = "AWS_INTEGRATION",
        ExternalAgent = "EXTERNAL_AGENT",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::CloudWatch::Integration",
    properties: &INTEGRATION,
    create_only: &["IntegrationType", "Name"],
    conditional_create_only: &[],
    read_only: &[
        "CreatedAt",
        "IntegrationArn",
        "IntegrationId",
        "Status",
        "UpdatedAt",
    ],
    write_only: &["Credential"],
    primary_identifier: &["IntegrationArn"],
    reference: Reference::Arn,
    attributes: &[
        Attribute::scalar("CreatedAt"),
        Attribute::scalar("IntegrationArn"),
        Attribute::scalar("IntegrationId"),
        Attribute::scalar("Status"),
        Attribute::scalar("UpdatedAt"),
    ],
    stateful: false,
};

static API_KEY_CREDENTIAL: Object = Object {
    properties: &[Property::required(
        "ApiKeyValue",
        Shape::TEXT.min_length(1).max_length(4096),
    )],
    constraints: &[],
};

static INTEGRATION: Object = Object {
    properties: &[
        Property::optional("CreatedAt", Shape::Json),
        Property::optional("Credential", Shape::Object(&INTEGRATION_CREDENTIAL)),
        Property::optional("IntegrationArn", Shape::Json),
        Property::optional("IntegrationAttributes", Shape::Map(&Shape::TEXT)),
        Property::optional("IntegrationId", Shape::Json),
        Property::required("IntegrationType", Shape::one_of(IntegrationType::VALUES)),
        Property::required("Name", Shape::TEXT.min_length(1).max_length(256)),
        Property::optional("RoleArn", Shape::TEXT.min_length(1).max_length(2048)),
        Property::optional("Status", Shape::Json),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).max_length(50).unique()),
        Property::optional("UpdatedAt", Shape::Json),
    ],
    constraints: &[],
};

static INTEGRATION_CREDENTIAL: Object = Object {
    properties: &[Property::required(
        "ApiKeyCredential",
        Shape::Object(&API_KEY_CREDENTIAL),
    )],
    constraints: &[],
};

static TAG: Object = Object {
    properties: &[
        Property::required("Key", Shape::TEXT.min_length(1).max_length(128)),
        Property::required("Value", Shape::TEXT.max_length(256)),
    ],
    constraints: &[],
};
