//! `AWS::Events::EventBusPolicy`. Generated; see `generator/`.

use crate::{
    kind,
    reference::Id,
    resource,
    schema::{Object, Property, Reference, Shape, TypeSchema},
    text_enum::text_enum,
    value::{Json, ObjectWriter, ToJson, Value},
};

/// Running `PutPermission` permits the specified AWS account or AWS organization to put events to the
/// specified *event bus*. Amazon EventBridge rules in your account are triggered by these events arriving to
/// an event bus in your account.
///
/// `AWS::Events::EventBusPolicy`.
#[derive(Debug, Clone, PartialEq)]
pub struct EventBusPolicy {
    /// The action that you are enabling the other account to perform.
    ///
    /// Deprecated. Length: 1 to 64. Pattern: `events:[a-zA-Z]+`.
    pub action: Option<Value<EventBusPolicyAction>>,
    /// This parameter enables you to limit the permission to accounts that fulfill a certain condition, such
    /// as being a member of a certain AWS organization.
    ///
    /// Deprecated.
    pub condition: Option<Value<Condition>>,
    /// The name of the event bus associated with the rule. If you omit this, the default event bus is used.
    ///
    /// Update requires: replacement. Length: 1 to 256. Pattern: `[\.\-_A-Za-z0-9]+`.
    pub event_bus_name: Option<Value<String>>,
    /// The 12-digit AWS account ID that you are permitting to put events to your default event bus. Specify
    /// "*" to permit any account to put events to your default event bus.
    ///
    /// Deprecated. Length: 1 to 12. Pattern: `(\d{12}|\*)`.
    pub principal: Option<Value<String>>,
    /// A JSON string that describes the permission policy statement. You can include a `Policy` parameter in
    /// the request instead of using the `StatementId`, `Action`, `Principal`, or `Condition` parameters.
    pub statement: Option<Value<Json>>,
    /// An identifier string for the external account that you are granting permissions to. If you later want
    /// to revoke the permission for this external account, specify this `StatementId` when you run
    /// [RemovePermission](https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_RemovePermission.html).
    ///
    /// Update requires: replacement. Length: 1 to 64. Pattern: `[a-zA-Z0-9-_]+`.
    pub statement_id: Value<String>,
}

impl EventBusPolicy {
    /// With the required properties only.
    pub fn new(statement_id: impl Into<Value<String>>) -> Self {
        Self {
            action: None,
            condition: None,
            event_bus_name: None,
            principal: None,
            statement: None,
            statement_id: statement_id.into(),
        }
    }
}

impl ToJson for EventBusPolicy {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Action", self.action.as_ref());
        object.optional("Condition", self.condition.as_ref());
        object.optional("EventBusName", self.event_bus_name.as_ref());
        object.optional("Principal", self.principal.as_ref());
        object.optional("Statement", self.statement.as_ref());
        object.required("StatementId", &self.statement_id);
        object.finish()
    }
}

impl resource::Resource for EventBusPolicy {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::events::EventBusPolicy;
    type Reference = Id<kind::events::EventBusPolicy>;
}

/// This parameter enables you to limit the permission to accounts that fulfill a certain condition, such as
/// being a member of a certain AWS organization.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Condition {
    /// Specifies the value for the key. Currently, this must be the ID of the organization.
    pub key: Option<Value<String>>,
    /// Specifies the type of condition. Currently the only supported value is StringEquals.
    pub r#type: Option<Value<ConditionType>>,
    /// Specifies the key for the condition. Currently the only supported key is aws:PrincipalOrgID.
    pub value: Option<Value<String>>,
}

impl Condition {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for Condition {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Key", self.key.as_ref());
        object.optional("Type", self.r#type.as_ref());
        object.optional("Value", self.value.as_ref());
        object.finish()
    }
}

text_enum! {
    /// The values of `Condition.Type`.
    ConditionType {
        StringEquals = "StringEquals",
    }
}

text_enum! {
    /// The values of `EventBusPolicy.Action`.
    EventBusPolicyAction {
        EventsPutEvents = "events:PutEvents",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Events::EventBusPolicy",
    properties: &EVENT_BUS_POLICY,
    create_only: &["EventBusName", "StatementId"],
    conditional_create_only: &[],
    read_only: &[],
    write_only: &["Action", "Condition", "Principal"],
    primary_identifier: &["EventBusName", "StatementId"],
    reference: Reference::Id,
    attributes: &[],
    stateful: false,
};

static CONDITION: Object = Object {
    properties: &[
        Property::optional("Key", Shape::TEXT),
        Property::optional("Type", Shape::one_of(ConditionType::VALUES)),
        Property::optional("Value", Shape::TEXT),
    ],
    constraints: &[],
};

static EVENT_BUS_POLICY: Object = Object {
    properties: &[
        Property::optional(
            "Action",
            Shape::one_of(EventBusPolicyAction::VALUES)
                .pattern("events:[a-zA-Z]+")
                .min_length(1)
                .max_length(64),
        ),
        Property::optional("Condition", Shape::Object(&CONDITION)),
        Property::optional(
            "EventBusName",
            Shape::TEXT
                .pattern(r"[\.\-_A-Za-z0-9]+")
                .min_length(1)
                .max_length(256),
        ),
        Property::optional(
            "Principal",
            Shape::TEXT.pattern(r"(\d{12}|\*)").min_length(1).max_length(12),
        ),
        Property::optional("Statement", Shape::Json),
        Property::required(
            "StatementId",
            Shape::TEXT.pattern("[a-zA-Z0-9-_]+").min_length(1).max_length(64),
        ),
    ],
    constraints: &[],
};
