//! `AWS::IAM::AccessKey`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// Creates a new AWS secret access key and corresponding AWS access key ID for the specified user. The
/// default status for new keys is `Active`.
///
/// `AWS::IAM::AccessKey`.
#[derive(Debug, Clone, PartialEq)]
pub struct AccessKey {
    /// This value is specific to CloudFormation and can only be *incremented*. Incrementing this value
    /// notifies CloudFormation that you want to rotate your access key. When you update your stack,
    /// CloudFormation will replace the existing access key with a new key.
    ///
    /// Update requires: replacement.
    pub serial: Option<Value<i64>>,
    /// The status of the access key. `Active` means that the key is valid for API calls, while `Inactive`
    /// means it is not.
    pub status: Option<Value<String>>,
    /// The name of the IAM user that the new key will belong to.
    ///
    /// Update requires: replacement.
    pub user_name: Value<Id<kind::iam::User>>,
}

impl AccessKey {
    /// With the required properties only.
    pub fn new(user_name: impl Into<Value<Id<kind::iam::User>>>) -> Self {
        Self {
            serial: None,
            status: None,
            user_name: user_name.into(),
        }
    }
}

impl ToJson for AccessKey {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Serial", self.serial.as_ref());
        object.optional("Status", self.status.as_ref());
        object.required("UserName", &self.user_name);
        object.finish()
    }
}

impl resource::Resource for AccessKey {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::iam::AccessKey;
    type Reference = Id<kind::iam::AccessKey>;
}

impl Handle<AccessKey> {
    /// The ID for this access key.
    ///
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<Id<kind::iam::AccessKey>> {
        self.attribute("Id")
    }

    /// Returns the secret access key for the specified AWS::IAM::AccessKey resource. For example:
    /// wJalrXUtnFEMI/K7MDENG/bPxRfiCYzEXAMPLEKEY.
    ///
    /// `Fn::GetAtt` of `SecretAccessKey`.
    pub fn secret_access_key(&self) -> Value<String> {
        self.attribute("SecretAccessKey")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::IAM::AccessKey",
    properties: &ACCESS_KEY,
    create_only: &["Serial", "UserName"],
    conditional_create_only: &[],
    read_only: &["Id", "SecretAccessKey"],
    write_only: &[],
    primary_identifier: &["Id"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Id"), Attribute::scalar("SecretAccessKey")],
    stateful: false,
};

static ACCESS_KEY: Object = Object {
    properties: &[
        Property::optional("Id", Shape::Json),
        Property::optional("SecretAccessKey", Shape::Json),
        Property::optional("Serial", Shape::INTEGER),
        Property::optional("Status", Shape::TEXT),
        Property::required("UserName", Shape::TEXT),
    ],
    constraints: &[],
};
