//! `AWS::SSM::CloudConnector`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Arn,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// Resource Type definition for AWS::SSM::CloudConnector. Enables AWS Systems Manager to manage resources in
/// external cloud providers.
///
/// `AWS::SSM::CloudConnector`.
#[derive(Debug, Clone, PartialEq)]
pub struct CloudConnector {
    /// The ARN of the AWS Config connector.
    ///
    /// Update requires: replacement. Length: 1 to 512. Pattern:
    /// `^arn:aws(-cn|-us-gov)?:config:[a-z0-9-]+:\d{12}:connector/.+$`.
    pub config_connector_arn: Value<String>,
    /// The configuration for the cloud connector. Currently supports Azure.
    pub configuration: Value<CloudConnectorConfiguration>,
    /// The description of the cloud connector.
    ///
    /// Length: 1 to 1024. Pattern: `^[\p{L}\p{Z}\p{N}\p{P}\p{M}]*$`.
    pub description: Option<Value<String>>,
    /// The display name of the cloud connector.
    ///
    /// Length: 1 to 256. Pattern: `^[\p{L}\p{Z}\p{N}\p{P}\p{M}]*$`.
    pub display_name: Value<String>,
    /// The IAM role ARN used by the cloud connector.
    ///
    /// Update requires: replacement. Length: 20 to 2048. Pattern:
    /// `^arn:aws[a-z0-9-]*:iam::\d{12}:role/[\w-/.@+=,]{1,1017}$`.
    pub role_arn: Value<Arn<kind::iam::Role>>,
    /// Tags to apply to the cloud connector.
    ///
    /// Items: at most 50.
    pub tags: Option<Value<List<Tag>>>,
}

impl CloudConnector {
    /// With the required properties only.
    pub fn new(
        config_connector_arn: impl Into<Value<String>>,
        configuration: impl Into<Value<CloudConnectorConfiguration>>,
        display_name: impl Into<Value<String>>,
        role_arn: impl Into<Value<Arn<kind::iam::Role>>>,
    ) -> Self {
        Self {
            config_connector_arn: config_connector_arn.into(),
            configuration: configuration.into(),
            description: None,
            display_name: display_name.into(),
            role_arn: role_arn.into(),
            tags: None,
        }
    }
}

impl ToJson for CloudConnector {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("ConfigConnectorArn", &self.config_connector_arn);
        object.required("Configuration", &self.configuration);
        object.optional("Description", self.description.as_ref());
        object.required("DisplayName", &self.display_name);
        object.required("RoleArn", &self.role_arn);
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for CloudConnector {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::ssm::CloudConnector;
    type Reference = Arn<kind::ssm::CloudConnector>;
}

impl Handle<CloudConnector> {
    /// The ARN of the cloud connector.
    ///
    /// `Fn::GetAtt` of `CloudConnectorArn`.
    pub fn cloud_connector_arn(&self) -> Value<Arn<kind::ssm::CloudConnector>> {
        self.attribute("CloudConnectorArn")
    }

    /// The unique identifier of the cloud connector.
    ///
    /// `Fn::GetAtt` of `CloudConnectorId`.
    pub fn cloud_connector_id(&self) -> Value<String> {
        self.attribute("CloudConnectorId")
    }

    /// The timestamp when the cloud connector was created.
    ///
    /// `Fn::GetAtt` of `CreatedAt`.
    pub fn created_at(&self) -> Value<String> {
        self.attribute("CreatedAt")
    }

    /// The timestamp when the cloud connector was last updated.
    ///
    /// `Fn::GetAtt` of `UpdatedAt`.
    pub fn updated_at(&self) -> Value<String> {
        self.attribute("UpdatedAt")
    }
}

/// Configuration for connecting to Azure.
#[derive(Debug, Clone, PartialEq)]
pub struct AzureConfiguration {
    /// The display name of the Azure AD application.
    ///
    /// Length: at most 256. Pattern: `^([\p{L}\p{Z}\p{N}\p{P}\p{M}]*)$`.
    pub application_display_name: Option<Value<String>>,
    /// The Azure AD application ID.
    pub application_id: Value<String>,
    /// The targets for the cloud connector. If omitted, the entire tenant is targeted.
    pub targets: Option<Value<ConfigurationTargets>>,
    /// The display name of the Azure AD tenant.
    ///
    /// Length: at most 256. Pattern: `^([\p{L}\p{Z}\p{N}\p{P}\p{M}]*)$`.
    pub tenant_display_name: Option<Value<String>>,
    /// The Azure AD tenant ID. Cannot be changed after creation.
    ///
    /// Update requires: replacement.
    pub tenant_id: Value<String>,
}

impl AzureConfiguration {
    /// With the required properties only.
    pub fn new(application_id: impl Into<Value<String>>, tenant_id: impl Into<Value<String>>) -> Self {
        Self {
            application_display_name: None,
            application_id: application_id.into(),
            targets: None,
            tenant_display_name: None,
            tenant_id: tenant_id.into(),
        }
    }
}

impl ToJson for AzureConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ApplicationDisplayName", self.application_display_name.as_ref());
        object.required("ApplicationId", &self.application_id);
        object.optional("Targets", self.targets.as_ref());
        object.optional("TenantDisplayName", self.tenant_display_name.as_ref());
        object.required("TenantId", &self.tenant_id);
        object.finish()
    }
}

/// An Azure subscription with its ID and optional display name.
#[derive(Debug, Clone, PartialEq)]
pub struct AzureSubscription {
    /// The display name of the Azure subscription.
    ///
    /// Length: at most 128. Pattern: `^([\p{L}\p{Z}\p{N}\p{P}\p{M}]*)$`.
    pub display_name: Option<Value<String>>,
    /// The Azure subscription ID.
    ///
    /// Length: 1 to 256.
    pub id: Value<String>,
}

impl AzureSubscription {
    /// With the required properties only.
    pub fn new(id: impl Into<Value<String>>) -> Self {
        Self {
            display_name: None,
            id: id.into(),
        }
    }
}

impl ToJson for AzureSubscription {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("DisplayName", self.display_name.as_ref());
        object.required("Id", &self.id);
        object.finish()
    }
}

/// The configuration for the cloud connector. Currently supports Azure.
#[derive(Debug, Clone, PartialEq)]
pub struct CloudConnectorConfiguration {
    /// Configuration for connecting to Azure.
    pub azure_configuration: Value<AzureConfiguration>,
}

impl CloudConnectorConfiguration {
    /// With the required properties only.
    pub fn new(azure_configuration: impl Into<Value<AzureConfiguration>>) -> Self {
        Self {
            azure_configuration: azure_configuration.into(),
        }
    }
}

impl ToJson for CloudConnectorConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("AzureConfiguration", &self.azure_configuration);
        object.finish()
    }
}

/// The targets for the cloud connector. If omitted, the entire tenant is targeted.
#[derive(Debug, Clone, PartialEq)]
pub struct ConfigurationTargets {
    /// List of Azure subscriptions.
    ///
    /// Items: 1 to 75.
    pub subscriptions: Value<List<AzureSubscription>>,
}

impl ConfigurationTargets {
    /// With the required properties only.
    pub fn new(subscriptions: impl Into<Value<List<AzureSubscription>>>) -> Self {
        Self {
            subscriptions: subscriptions.into(),
        }
    }
}

impl ToJson for ConfigurationTargets {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Subscriptions", &self.subscriptions);
        object.finish()
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::SSM::CloudConnector",
    properties: &CLOUD_CONNECTOR,
    create_only: &[
        "ConfigConnectorArn",
        "Configuration.AzureConfiguration.TenantId",
        "RoleArn",
    ],
    conditional_create_only: &[],
    read_only: &["CloudConnectorArn", "CloudConnectorId", "CreatedAt", "UpdatedAt"],
    write_only: &[],
    primary_identifier: &["CloudConnectorArn"],
    reference: Reference::Arn,
    attributes: &[
        Attribute::scalar("CloudConnectorArn"),
        Attribute::scalar("CloudConnectorId"),
        Attribute::scalar("CreatedAt"),
        Attribute::scalar("UpdatedAt"),
    ],
    stateful: false,
};

static AZURE_CONFIGURATION: Object = Object {
    properties: &[
        Property::optional(
            "ApplicationDisplayName",
            Shape::TEXT
                .pattern(r"^([\p{L}\p{Z}\p{N}\p{P}\p{M}]*)$")
                .max_length(256),
        ),
        Property::required("ApplicationId", Shape::TEXT.pattern(PATTERN_1)),
        Property::optional("Targets", Shape::Object(&CONFIGURATION_TARGETS)),
        Property::optional(
            "TenantDisplayName",
            Shape::TEXT
                .pattern(r"^([\p{L}\p{Z}\p{N}\p{P}\p{M}]*)$")
                .max_length(256),
        ),
        Property::required("TenantId", Shape::TEXT.pattern(PATTERN_1)),
    ],
    constraints: &[],
};

static AZURE_SUBSCRIPTION: Object = Object {
    properties: &[
        Property::optional(
            "DisplayName",
            Shape::TEXT
                .pattern(r"^([\p{L}\p{Z}\p{N}\p{P}\p{M}]*)$")
                .max_length(128),
        ),
        Property::required("Id", Shape::TEXT.pattern(PATTERN_1).min_length(1).max_length(256)),
    ],
    constraints: &[],
};

static CLOUD_CONNECTOR: Object = Object {
    properties: &[
        Property::optional("CloudConnectorArn", Shape::Json),
        Property::optional("CloudConnectorId", Shape::Json),
        Property::required(
            "ConfigConnectorArn",
            Shape::TEXT.pattern(PATTERN_2).min_length(1).max_length(512),
        ),
        Property::required("Configuration", Shape::Object(&CLOUD_CONNECTOR_CONFIGURATION)),
        Property::optional("CreatedAt", Shape::Json),
        Property::optional(
            "Description",
            Shape::TEXT
                .pattern(r"^[\p{L}\p{Z}\p{N}\p{P}\p{M}]*$")
                .min_length(1)
                .max_length(1024),
        ),
        Property::required(
            "DisplayName",
            Shape::TEXT
                .pattern(r"^[\p{L}\p{Z}\p{N}\p{P}\p{M}]*$")
                .min_length(1)
                .max_length(256),
        ),
        Property::required(
            "RoleArn",
            Shape::TEXT.pattern(PATTERN_3).min_length(20).max_length(2048),
        ),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).max_length(50)),
        Property::optional("UpdatedAt", Shape::Json),
    ],
    constraints: &[],
};

static CLOUD_CONNECTOR_CONFIGURATION: Object = Object {
    properties: &[Property::required(
        "AzureConfiguration",
        Shape::Object(&AZURE_CONFIGURATION),
    )],
    constraints: &[],
};

static CONFIGURATION_TARGETS: Object = Object {
    properties: &[Property::required(
        "Subscriptions",
        Shape::list(&Shape::Object(&AZURE_SUBSCRIPTION))
            .min_length(1)
            .max_length(75),
    )],
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

const PATTERN_1: &str = "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$";
const PATTERN_2: &str = r"^arn:aws(-cn|-us-gov)?:config:[a-z0-9-]+:\d{12}:connector/.+$";
const PATTERN_3: &str = r"^arn:aws[a-z0-9-]*:iam::\d{12}:role/[\w-/.@+=,]{1,1017}$";
