//! `AWS::Events::Archive`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// Creates an archive of events with the specified settings. When you create an archive, incoming events
/// might not immediately start being sent to the archive. Allow a short period of time for changes to take
/// effect. If you do not specify a pattern to filter events sent to the archive, all events are sent to the
/// archive except replayed events. Replayed events are not sent to an archive.
///
/// `AWS::Events::Archive`.
#[derive(Debug, Clone, PartialEq)]
pub struct Archive {
    /// The name for the archive to create.
    ///
    /// Update requires: replacement. Length: 1 to 48. Pattern: `[\.\-_A-Za-z0-9]+`.
    pub archive_name: Option<Value<String>>,
    /// A description for the archive.
    ///
    /// Length: at most 512.
    pub description: Option<Value<String>>,
    /// An event pattern to use to filter events sent to the archive.
    pub event_pattern: Option<Value<Json>>,
    /// The identifier of the AWS customer managed key for EventBridge to use, if you choose to use a customer
    /// managed key to encrypt this archive. The identifier can be the key Amazon Resource Name (ARN), KeyId,
    /// key alias, or key alias ARN.
    ///
    /// Length: at most 2048.
    pub kms_key_identifier: Option<Value<String>>,
    /// The number of days to retain events for. Default value is 0. If set to 0, events are retained
    /// indefinitely
    ///
    /// Range: 0 or more.
    pub retention_days: Option<Value<i64>>,
    /// The ARN of the event bus that sends events to the archive.
    ///
    /// Update requires: replacement.
    pub source_arn: Value<Arn<kind::events::EventBus>>,
}

impl Archive {
    /// With the required properties only.
    pub fn new(source_arn: impl Into<Value<Arn<kind::events::EventBus>>>) -> Self {
        Self {
            archive_name: None,
            description: None,
            event_pattern: None,
            kms_key_identifier: None,
            retention_days: None,
            source_arn: source_arn.into(),
        }
    }
}

impl ToJson for Archive {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ArchiveName", self.archive_name.as_ref());
        object.optional("Description", self.description.as_ref());
        object.optional("EventPattern", self.event_pattern.as_ref());
        object.optional("KmsKeyIdentifier", self.kms_key_identifier.as_ref());
        object.optional("RetentionDays", self.retention_days.as_ref());
        object.required("SourceArn", &self.source_arn);
        object.finish()
    }
}

impl resource::Resource for Archive {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::events::Archive;
    type Reference = Id<kind::events::Archive>;
}

impl Handle<Archive> {
    /// The ARN of the archive created.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::events::Archive>> {
        self.attribute("Arn")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Events::Archive",
    properties: &ARCHIVE,
    create_only: &["ArchiveName", "SourceArn"],
    conditional_create_only: &[],
    read_only: &["Arn"],
    write_only: &[],
    primary_identifier: &["ArchiveName"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Arn")],
    stateful: false,
};

static ARCHIVE: Object = Object {
    properties: &[
        Property::optional(
            "ArchiveName",
            Shape::TEXT
                .pattern(r"[\.\-_A-Za-z0-9]+")
                .min_length(1)
                .max_length(48),
        ),
        Property::optional("Arn", Shape::Json),
        Property::optional("Description", Shape::TEXT.max_length(512)),
        Property::optional("EventPattern", Shape::Json),
        Property::optional("KmsKeyIdentifier", Shape::TEXT.max_length(2048)),
        Property::optional("RetentionDays", Shape::INTEGER.min(0.0)),
        Property::required("SourceArn", Shape::TEXT),
    ],
    constraints: &[],
};
