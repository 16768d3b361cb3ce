//! `AWS::Logs::LogGroup`. Generated; see `generator/`.

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

/// The `AWS::Logs::LogGroup` resource specifies a log group. A log group defines common properties for log
/// streams, such as their retention and access control rules. Each log stream must belong to one log group.
///
/// `AWS::Logs::LogGroup`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LogGroup {
    /// Indicates whether bearer token authentication is enabled for this log group. When enabled, bearer
    /// token authentication is allowed on operations until it is explicitly disabled.
    pub bearer_token_authentication_enabled: Option<Value<bool>>,
    /// Creates a data protection policy and assigns it to the log group. A data protection policy can help
    /// safeguard sensitive data that's ingested by the log group by auditing and masking the sensitive log
    /// data. When a user who does not have permission to view masked data views a log event that includes
    /// masked data, the sensitive data is replaced by asterisks.
    pub data_protection_policy: Option<Value<Json>>,
    /// Indicates whether deletion protection is enabled for this log group. When enabled, deletion protection
    /// blocks all deletion operations until it is explicitly disabled.
    pub deletion_protection_enabled: Option<Value<bool>>,
    /// Creates or updates a *field index policy* for the specified log group. Only log groups in the Standard
    /// log class support field index policies. For more information about log classes, see [Log
    /// classes](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch_Logs_Log_Classes.html).
    pub field_index_policies: Option<Value<List<Json>>>,
    /// The Amazon Resource Name (ARN) of the AWS key to use when encrypting log data.
    ///
    /// Length: at most 256. Pattern: `^arn:[a-z0-9-]+:kms:[a-z0-9-]+:\d{12}:(key|alias)/.+$`.
    pub kms_key_id: Option<Value<Arn<kind::kms::Key>>>,
    /// Specifies the log group class for this log group. There are two classes:
    pub log_group_class: Option<Value<LogGroupClass>>,
    /// The name of the log group. If you don't specify a name, AWS CloudFormation generates a unique ID for
    /// the log group.
    ///
    /// Update requires: replacement. Length: 1 to 512. Pattern: `^[.\-_/#A-Za-z0-9]{1,512}$`.
    pub log_group_name: Option<Value<String>>,
    /// Creates or updates a resource policy for the specified log group that allows other services to put log
    /// events to this account. A LogGroup can have 1 resource policy.
    pub resource_policy_document: Option<Value<Json>>,
    /// The number of days to retain the log events in the specified log group. Possible values are: 1, 3, 5,
    /// 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, and 3653.
    ///
    /// One of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922,
    /// 3288, 3653.
    pub retention_in_days: Option<Value<i64>>,
    /// An array of key-value pairs to apply to the log group.
    pub tags: Option<Value<List<Tag>>>,
}

impl LogGroup {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for LogGroup {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "BearerTokenAuthenticationEnabled",
            self.bearer_token_authentication_enabled.as_ref(),
        );
        object.optional("DataProtectionPolicy", self.data_protection_policy.as_ref());
        object.optional(
            "DeletionProtectionEnabled",
            self.deletion_protection_enabled.as_ref(),
        );
        object.optional("FieldIndexPolicies", self.field_index_policies.as_ref());
        object.optional("KmsKeyId", self.kms_key_id.as_ref());
        object.optional("LogGroupClass", self.log_group_class.as_ref());
        object.optional("LogGroupName", self.log_group_name.as_ref());
        object.optional("ResourcePolicyDocument", self.resource_policy_document.as_ref());
        object.optional("RetentionInDays", self.retention_in_days.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for LogGroup {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::logs::LogGroup;
    type Reference = Id<kind::logs::LogGroup>;
}

impl Handle<LogGroup> {
    /// The ARN of the log group, such as
    /// `arn:aws:logs:us-west-1:123456789012:log-group:/mystack-testgroup-12ABC1AB12A1:*`
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::logs::LogGroup>> {
        self.attribute("Arn")
    }
}

text_enum! {
    /// The values of `LogGroup.LogGroupClass`.
    LogGroupClass {
        Standard = "STANDARD",
        InfrequentAccess = "INFREQUENT_ACCESS",
        Delivery = "DELIVERY",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Logs::LogGroup",
    properties: &LOG_GROUP,
    create_only: &["LogGroupName"],
    conditional_create_only: &[],
    read_only: &["Arn"],
    write_only: &[],
    primary_identifier: &["LogGroupName"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Arn")],
    stateful: true,
};

static LOG_GROUP: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::optional("BearerTokenAuthenticationEnabled", Shape::Boolean),
        Property::optional("DataProtectionPolicy", Shape::Json),
        Property::optional("DeletionProtectionEnabled", Shape::Boolean),
        Property::optional("FieldIndexPolicies", Shape::list(&Shape::Json).unique()),
        Property::optional("KmsKeyId", Shape::TEXT.pattern(PATTERN_1).max_length(256)),
        Property::optional("LogGroupClass", Shape::one_of(LogGroupClass::VALUES)),
        Property::optional(
            "LogGroupName",
            Shape::TEXT
                .pattern(r"^[.\-_/#A-Za-z0-9]{1,512}$")
                .min_length(1)
                .max_length(512),
        ),
        Property::optional("ResourcePolicyDocument", Shape::Json),
        Property::optional(
            "RetentionInDays",
            Shape::one_of_integers(&[
                1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922,
                3288, 3653,
            ]),
        ),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).unique()),
    ],
    constraints: &[],
};

static TAG: Object = Object {
    properties: &[
        Property::required("Key", Shape::TEXT.min_length(1).max_length(128)),
        Property::required("Value", Shape::TEXT.max_length(256)),
    ],
    constraints: &[],
};

const PATTERN_1: &str = r"^arn:[a-z0-9-]+:kms:[a-z0-9-]+:\d{12}:(key|alias)/.+$";
