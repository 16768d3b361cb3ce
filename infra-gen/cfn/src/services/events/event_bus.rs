//! `AWS::Events::EventBus`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    policy::PolicyDocument,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// Specifies an event bus within your account. This can be a custom event bus which you can use to receive
/// events from your custom applications and services, or it can be a partner event bus which can be matched
/// to a partner event source.
///
/// `AWS::Events::EventBus`.
#[derive(Debug, Clone, PartialEq)]
pub struct EventBus {
    /// Configuration details of the Amazon SQS queue for EventBridge to use as a dead-letter queue (DLQ).
    pub dead_letter_config: Option<Value<DeadLetterConfig>>,
    /// The event bus description.
    pub description: Option<Value<String>>,
    /// If you are creating a partner event bus, this specifies the partner event source that the new event
    /// bus will be matched with.
    ///
    /// Length: 1 to 256. Pattern: `^aws\.partner(/[\.\-_A-Za-z0-9]+){2,}$`.
    pub event_source_name: Option<Value<String>>,
    /// The identifier of the AWS customer managed key for EventBridge to use, if you choose to use a customer
    /// managed key to encrypt events on this event bus. The identifier can be the key Amazon Resource Name
    /// (ARN), KeyId, key alias, or key alias ARN.
    pub kms_key_identifier: Option<Value<String>>,
    /// The logging configuration settings for the event bus.
    pub log_config: Option<Value<LogConfig>>,
    /// The name of the new event bus.
    ///
    /// Update requires: replacement. Length: 1 to 256. Pattern: `^[/\.\-_A-Za-z0-9]+$`.
    pub name: Value<String>,
    /// The permissions policy of the event bus, describing which other AWS accounts can write events to this
    /// event bus.
    pub policy: Option<Value<PolicyDocument>>,
    /// Tags to associate with the event bus.
    pub tags: Option<Value<List<Tag>>>,
}

impl EventBus {
    /// With the required properties only.
    pub fn new(name: impl Into<Value<String>>) -> Self {
        Self {
            dead_letter_config: None,
            description: None,
            event_source_name: None,
            kms_key_identifier: None,
            log_config: None,
            name: name.into(),
            policy: None,
            tags: None,
        }
    }
}

impl ToJson for EventBus {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("DeadLetterConfig", self.dead_letter_config.as_ref());
        object.optional("Description", self.description.as_ref());
        object.optional("EventSourceName", self.event_source_name.as_ref());
        object.optional("KmsKeyIdentifier", self.kms_key_identifier.as_ref());
        object.optional("LogConfig", self.log_config.as_ref());
        object.required("Name", &self.name);
        object.optional("Policy", self.policy.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for EventBus {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::events::EventBus;
    type Reference = Id<kind::events::EventBus>;
}

impl Handle<EventBus> {
    /// The ARN of the event bus, such as
    /// `arn:aws:events:us-east-2:123456789012:event-bus/aws.partner/PartnerName/acct1/repo1`.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::events::EventBus>> {
        self.attribute("Arn")
    }

    /// The name of the event bus, such as `PartnerName/acct1/repo1`.
    ///
    /// `Fn::GetAtt` of `Name`.
    pub fn name(&self) -> Value<Id<kind::events::EventBus>> {
        self.attribute("Name")
    }
}

/// Configuration details of the Amazon SQS queue for EventBridge to use as a dead-letter queue (DLQ).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DeadLetterConfig {
    /// The ARN of the SQS queue specified as the target for the dead-letter queue.
    pub arn: Option<Value<String>>,
}

impl DeadLetterConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for DeadLetterConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Arn", self.arn.as_ref());
        object.finish()
    }
}

/// The logging configuration settings for the event bus.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LogConfig {
    /// Whether EventBridge include detailed event information in the records it generates. Detailed data can
    /// be useful for troubleshooting and debugging. This information includes details of the event itself, as
    /// well as target details.
    pub include_detail: Option<Value<IncludeDetail>>,
    /// The level of logging detail to include. This applies to all log destinations for the event bus.
    pub level: Option<Value<LogConfigLevel>>,
}

impl LogConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for LogConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("IncludeDetail", self.include_detail.as_ref());
        object.optional("Level", self.level.as_ref());
        object.finish()
    }
}

text_enum! {
    /// The values of `LogConfig.IncludeDetail`.
    IncludeDetail {
        Full = "FULL",
        None = "NONE",
    }
}

text_enum! {
    /// The values of `LogConfig.Level`.
    LogConfigLevel {
        Info = "INFO",
        Error = "ERROR",
        Trace = "TRACE",
        Off = "OFF",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Events::EventBus",
    properties: &EVENT_BUS,
    create_only: &["Name"],
    conditional_create_only: &[],
    read_only: &["Arn"],
    write_only: &["EventSourceName"],
    primary_identifier: &["Name"],
    reference: Reference::Id,
    attributes: &[
        Attribute::scalar("Arn"),
        Attribute::scalar("DeadLetterConfig.Arn"),
        Attribute::scalar("Description"),
        Attribute::scalar("EventSourceName"),
        Attribute::scalar("KmsKeyIdentifier"),
        Attribute::scalar("LogConfig.IncludeDetail"),
        Attribute::scalar("LogConfig.Level"),
        Attribute::scalar("Name"),
        Attribute::list("Tags"),
    ],
    stateful: false,
};

static DEAD_LETTER_CONFIG: Object = Object {
    properties: &[Property::optional("Arn", Shape::TEXT)],
    constraints: &[],
};

static EVENT_BUS: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::optional("DeadLetterConfig", Shape::Object(&DEAD_LETTER_CONFIG)),
        Property::optional("Description", Shape::TEXT),
        Property::optional(
            "EventSourceName",
            Shape::TEXT
                .pattern(r"^aws\.partner(/[\.\-_A-Za-z0-9]+){2,}$")
                .min_length(1)
                .max_length(256),
        ),
        Property::optional("KmsKeyIdentifier", Shape::TEXT),
        Property::optional("LogConfig", Shape::Object(&LOG_CONFIG)),
        Property::required(
            "Name",
            Shape::TEXT
                .pattern(r"^[/\.\-_A-Za-z0-9]+$")
                .min_length(1)
                .max_length(256),
        ),
        Property::optional("Policy", Shape::Json),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG))),
    ],
    constraints: &[],
};

static LOG_CONFIG: Object = Object {
    properties: &[
        Property::optional("IncludeDetail", Shape::one_of(IncludeDetail::VALUES)),
        Property::optional("Level", Shape::one_of(LogConfigLevel::VALUES)),
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
