//! `AWS::CertificateManager::Account`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// The `AWS::CertificateManager::Account` resource defines the expiry event configuration that determines the
/// number of days prior to expiry when ACM starts generating EventBridge events.
///
/// `AWS::CertificateManager::Account`.
#[derive(Debug, Clone, PartialEq)]
pub struct Account {
    /// Object containing expiration events options associated with an AWS account. For more information, see
    /// [ExpiryEventsConfiguration](https://docs.aws.amazon.com/acm/latest/APIReference/API_ExpiryEventsConfiguration.html)
    /// in the API reference.
    pub expiry_events_configuration: Value<ExpiryEventsConfiguration>,
}

impl Account {
    /// With the required properties only.
    pub fn new(expiry_events_configuration: impl Into<Value<ExpiryEventsConfiguration>>) -> Self {
        Self {
            expiry_events_configuration: expiry_events_configuration.into(),
        }
    }
}

impl ToJson for Account {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("ExpiryEventsConfiguration", &self.expiry_events_configuration);
        object.finish()
    }
}

impl resource::Resource for Account {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::certificatemanager::Account;
    type Reference = Id<kind::certificatemanager::Account>;
}

impl Handle<Account> {
    /// ID of the AWS account that owns the certificate.
    ///
    /// `Fn::GetAtt` of `AccountId`.
    pub fn account_id(&self) -> Value<Id<kind::certificatemanager::Account>> {
        self.attribute("AccountId")
    }
}

/// Object containing expiration events options associated with an AWS account. For more information, see
/// [ExpiryEventsConfiguration](https://docs.aws.amazon.com/acm/latest/APIReference/API_ExpiryEventsConfiguration.html)
/// in the API reference.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ExpiryEventsConfiguration {
    /// This option specifies the number of days prior to certificate expiration when ACM starts generating
    /// `EventBridge` events. ACM sends one event per day per certificate until the certificate expires. By
    /// default, accounts receive events starting 45 days before certificate expiration.
    ///
    /// Range: 1 to 45.
    pub days_before_expiry: Option<Value<i64>>,
}

impl ExpiryEventsConfiguration {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for ExpiryEventsConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("DaysBeforeExpiry", self.days_before_expiry.as_ref());
        object.finish()
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::CertificateManager::Account",
    properties: &ACCOUNT,
    create_only: &[],
    conditional_create_only: &[],
    read_only: &["AccountId"],
    write_only: &[],
    primary_identifier: &["AccountId"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("AccountId")],
    stateful: false,
};

static ACCOUNT: Object = Object {
    properties: &[
        Property::optional("AccountId", Shape::Json),
        Property::required(
            "ExpiryEventsConfiguration",
            Shape::Object(&EXPIRY_EVENTS_CONFIGURATION),
        ),
    ],
    constraints: &[],
};

static EXPIRY_EVENTS_CONFIGURATION: Object = Object {
    properties: &[Property::optional(
        "DaysBeforeExpiry",
        Shape::INTEGER.min(1.0).max(45.0),
    )],
    constraints: &[],
};
