//! `AWS::Logs::Integration`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// Creates an integration between CloudWatch Logs and another service in this account. Currently, only
/// integrations with OpenSearch Service are supported, and currently you can have only one integration in
/// your account.
///
/// `AWS::Logs::Integration`.
#[derive(Debug, Clone, PartialEq)]
pub struct Integration {
    /// The name of this integration.
    ///
    /// Update requires: replacement. Length: 1 to 50. Pattern: `[\.\-_/#A-Za-z0-9]+`.
    pub integration_name: Value<String>,
    /// The type of integration. Integrations with OpenSearch Service have the type `OPENSEARCH`.
    ///
    /// Update requires: replacement.
    pub integration_type: Value<IntegrationType>,
    /// This structure contains configuration details about an integration between CloudWatch Logs and another
    /// entity.
    ///
    /// Update requires: replacement.
    pub resource_config: Value<ResourceConfig>,
}

impl Integration {
    /// With the required properties only.
    pub fn new(
        integration_name: impl Into<Value<String>>,
        integration_type: impl Into<Value<IntegrationType>>,
        resource_config: impl Into<Value<ResourceConfig>>,
    ) -> Self {
        Self {
            integration_name: integration_name.into(),
            integration_type: integration_type.into(),
            resource_config: resource_config.into(),
        }
    }
}

impl ToJson for Integration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("IntegrationName", &self.integration_name);
        object.required("IntegrationType", &self.integration_type);
        object.required("ResourceConfig", &self.resource_config);
        object.finish()
    }
}

impl resource::Resource for Integration {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::logs::Integration;
    type Reference = Id<kind::logs::Integration>;
}

impl Handle<Integration> {
    /// The current status of this integration.
    ///
    /// `Fn::GetAtt` of `IntegrationStatus`.
    pub fn integration_status(&self) -> Value<String> {
        self.attribute("IntegrationStatus")
    }
}

/// This structure contains configuration details about an integration between CloudWatch Logs and OpenSearch
/// Service.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenSearchResourceConfig {
    /// If you want to use an existing OpenSearch Service application for your integration with OpenSearch
    /// Service, specify it here. If you omit this, a new application will be created.
    ///
    /// Length: 20 to 2048. Pattern: `[\w#+=/:,.@-]*\*?`.
    pub application_arn: Option<Value<String>>,
    /// Specify the ARNs of IAM roles and IAM users who you want to grant permission to for viewing the
    /// dashboards.
    pub dashboard_viewer_principals: Value<List<String>>,
    /// Specify the ARN of an IAM role that CloudWatch Logs will use to create the integration. This role must
    /// have the permissions necessary to access the OpenSearch Service collection to be able to create the
    /// dashboards. For more information about the permissions needed, see [Permissions that the integration
    /// needs](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/OpenSearch-Dashboards-CreateRole.html)
    /// in the CloudWatch Logs User Guide.
    ///
    /// Length: 20 to 2048. Pattern: `[\w#+=/:,.@-]*\*?`.
    pub data_source_role_arn: Value<String>,
    /// To have the vended dashboard data encrypted with AWS instead of the CloudWatch Logs default encryption
    /// method, specify the ARN of the AWS key that you want to use.
    ///
    /// Length: 20 to 2048. Pattern: `[\w#+=/:,.@-]*\*?`.
    pub kms_key_arn: Option<Value<String>>,
    /// Specify how many days that you want the data derived by OpenSearch Service to be retained in the index
    /// that the dashboard refers to. This also sets the maximum time period that you can choose when viewing
    /// data in the dashboard. Choosing a longer time frame will incur additional costs.
    ///
    /// Range: 1 to 3650.
    pub retention_days: Option<Value<i64>>,
}

impl OpenSearchResourceConfig {
    /// With the required properties only.
    pub fn new(
        dashboard_viewer_principals: impl Into<Value<List<String>>>,
        data_source_role_arn: impl Into<Value<String>>,
    ) -> Self {
        Self {
            application_arn: None,
            dashboard_viewer_principals: dashboard_viewer_principals.into(),
            data_source_role_arn: data_source_role_arn.into(),
            kms_key_arn: None,
            retention_days: None,
        }
    }
}

impl ToJson for OpenSearchResourceConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ApplicationARN", self.application_arn.as_ref());
        object.required("DashboardViewerPrincipals", &self.dashboard_viewer_principals);
        object.required("DataSourceRoleArn", &self.data_source_role_arn);
        object.optional("KmsKeyArn", self.kms_key_arn.as_ref());
        object.optional("RetentionDays", self.retention_days.as_ref());
        object.finish()
    }
}

/// This structure contains configuration details about an integration between CloudWatch Logs and another
/// entity.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ResourceConfig {
    /// This structure contains configuration details about an integration between CloudWatch Logs and
    /// OpenSearch Service.
    pub open_search_resource_config: Option<Value<OpenSearchResourceConfig>>,
}

impl ResourceConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for ResourceConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "OpenSearchResourceConfig",
            self.open_search_resource_config.as_ref(),
        );
        object.finish()
    }
}

text_enum! {
    /// The values of `Integration.IntegrationType`.
    IntegrationType {
        Opensearch = "OPENSEARCH",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Logs::Integration",
    properties: &INTEGRATION,
    create_only: &["IntegrationName", "IntegrationType", "ResourceConfig"],
    conditional_create_only: &[],
    read_only: &["IntegrationStatus"],
    write_only: &["ResourceConfig"],
    primary_identifier: &["IntegrationName"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("IntegrationStatus")],
    stateful: false,
};

static INTEGRATION: Object = Object {
    properties: &[
        Property::required(
            "IntegrationName",
            Shape::TEXT
                .pattern(r"[\.\-_/#A-Za-z0-9]+")
                .min_length(1)
                .max_length(50),
        ),
        Property::optional("IntegrationStatus", Shape::Json),
        Property::required("IntegrationType", Shape::one_of(IntegrationType::VALUES)),
        Property::required("ResourceConfig", Shape::Object(&RESOURCE_CONFIG)),
    ],
    constraints: &[],
};

static OPEN_SEARCH_RESOURCE_CONFIG: Object = Object {
    properties: &[
        Property::optional(
            "ApplicationARN",
            Shape::TEXT
                .pattern(r"[\w#+=/:,.@-]*\*?")
                .min_length(20)
                .max_length(2048),
        ),
        Property::required(
            "DashboardViewerPrincipals",
            Shape::list(
                &Shape::TEXT
                    .pattern(r"[\w#+=/:,.@-]*\*?")
                    .min_length(20)
                    .max_length(2048),
            ),
        ),
        Property::required(
            "DataSourceRoleArn",
            Shape::TEXT
                .pattern(r"[\w#+=/:,.@-]*\*?")
                .min_length(20)
                .max_length(2048),
        ),
        Property::optional(
            "KmsKeyArn",
            Shape::TEXT
                .pattern(r"[\w#+=/:,.@-]*\*?")
                .min_length(20)
                .max_length(2048),
        ),
        Property::optional("RetentionDays", Shape::INTEGER.min(1.0).max(3650.0)),
    ],
    constraints: &[],
};

static RESOURCE_CONFIG: Object = Object {
    properties: &[Property::optional(
        "OpenSearchResourceConfig",
        Shape::Object(&OPEN_SEARCH_RESOURCE_CONFIG),
    )],
    constraints: &[],
};
