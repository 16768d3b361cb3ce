//! `AWS::Cognito::UserPoolUser`. Generated; see `generator/`.

use crate::{
    kind,
    reference::Id,
    resource,
    schema::{Object, Property, Reference, Shape, TypeSchema},
    value::{Json, List, Map, ObjectWriter, ToJson, Value},
};

/// The `AWS::Cognito::UserPoolUser` resource creates an Amazon Cognito user pool user.
///
/// `AWS::Cognito::UserPoolUser`.
#[derive(Debug, Clone, PartialEq)]
pub struct UserPoolUser {
    /// A map of custom key-value pairs that you can provide as input for any custom workflows that this
    /// action triggers. You create custom workflows by assigning AWS Lambda functions to user pool triggers.
    ///
    /// Update requires: replacement.
    pub client_metadata: Option<Value<Map<String>>>,
    /// Specify `EMAIL` if email will be used to send the welcome message. Specify `SMS` if the phone number
    /// will be used. The default value is `SMS`. You can specify more than one value.
    ///
    /// Update requires: replacement.
    pub desired_delivery_mediums: Option<Value<List<String>>>,
    /// This parameter is used only if the `phone_number_verified` or `email_verified` attribute is set to
    /// `True`. Otherwise, it is ignored.
    ///
    /// Update requires: replacement.
    pub force_alias_creation: Option<Value<bool>>,
    /// Set to `RESEND` to resend the invitation message to a user that already exists, and to reset the
    /// temporary-password duration with a new temporary password. Set to `SUPPRESS` to suppress sending the
    /// message. You can specify only one value.
    ///
    /// Update requires: replacement.
    pub message_action: Option<Value<String>>,
    /// An array of name-value pairs that contain user attributes and attribute values to be set for the user
    /// to be created. You can create a user without specifying any attributes other than `Username`. However,
    /// any attributes that you specify as required (when creating a user pool or in the *Attributes* tab of
    /// the console) either you should supply (in your call to `AdminCreateUser`) or the user should supply
    /// (when they sign up in response to your welcome message).
    ///
    /// Update requires: replacement.
    pub user_attributes: Option<Value<List<AttributeType>>>,
    /// The ID of the user pool where you want to create a user.
    ///
    /// Update requires: replacement.
    pub user_pool_id: Value<Id<kind::cognito::UserPool>>,
    /// The value that you want to set as the username sign-in attribute. The following conditions apply to
    /// the username parameter.
    ///
    /// Update requires: replacement.
    pub username: Option<Value<String>>,
    /// Temporary user attributes that contribute to the outcomes of your pre sign-up Lambda trigger. This set
    /// of key-value pairs are for custom validation of information that you collect from your users but don't
    /// need to retain.
    ///
    /// Update requires: replacement.
    pub validation_data: Option<Value<List<AttributeType>>>,
}

impl UserPoolUser {
    /// With the required properties only.
    pub fn new(user_pool_id: impl Into<Value<Id<kind::cognito::UserPool>>>) -> Self {
        Self {
            client_metadata: None,
            desired_delivery_mediums: None,
            force_alias_creation: None,
            message_action: None,
            user_attributes: None,
            user_pool_id: user_pool_id.into(),
            username: None,
            validation_data: None,
        }
    }
}

impl ToJson for UserPoolUser {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ClientMetadata", self.client_metadata.as_ref());
        object.optional("DesiredDeliveryMediums", self.desired_delivery_mediums.as_ref());
        object.optional("ForceAliasCreation", self.force_alias_creation.as_ref());
        object.optional("MessageAction", self.message_action.as_ref());
        object.optional("UserAttributes", self.user_attributes.as_ref());
        object.required("UserPoolId", &self.user_pool_id);
        object.optional("Username", self.username.as_ref());
        object.optional("ValidationData", self.validation_data.as_ref());
        object.finish()
    }
}

impl resource::Resource for UserPoolUser {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cognito::UserPoolUser;
    type Reference = Id<kind::cognito::UserPoolUser>;
}

/// The name and value of a user attribute.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AttributeType {
    /// The name of the attribute.
    pub name: Option<Value<String>>,
    /// The value of the attribute.
    pub value: Option<Value<String>>,
}

impl AttributeType {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for AttributeType {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Name", self.name.as_ref());
        object.optional("Value", self.value.as_ref());
        object.finish()
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Cognito::UserPoolUser",
    properties: &USER_POOL_USER,
    create_only: &[
        "ClientMetadata",
        "DesiredDeliveryMediums",
        "ForceAliasCreation",
        "MessageAction",
        "UserAttributes",
        "UserPoolId",
        "Username",
        "ValidationData",
    ],
    conditional_create_only: &[],
    read_only: &[],
    write_only: &[
        "ClientMetadata",
        "DesiredDeliveryMediums",
        "ForceAliasCreation",
        "MessageAction",
        "ValidationData",
    ],
    primary_identifier: &["UserPoolId", "Username"],
    reference: Reference::Id,
    attributes: &[],
    stateful: false,
};

static ATTRIBUTE_TYPE: Object = Object {
    properties: &[
        Property::optional("Name", Shape::TEXT),
        Property::optional("Value", Shape::TEXT),
    ],
    constraints: &[],
};

static USER_POOL_USER: Object = Object {
    properties: &[
        Property::optional("ClientMetadata", Shape::Map(&Shape::TEXT)),
        Property::optional("DesiredDeliveryMediums", Shape::list(&Shape::TEXT)),
        Property::optional("ForceAliasCreation", Shape::Boolean),
        Property::optional("MessageAction", Shape::TEXT),
        Property::optional("UserAttributes", Shape::list(&Shape::Object(&ATTRIBUTE_TYPE))),
        Property::required("UserPoolId", Shape::TEXT),
        Property::optional("Username", Shape::TEXT),
        Property::optional("ValidationData", Shape::list(&Shape::Object(&ATTRIBUTE_TYPE))),
    ],
    constraints: &[],
};
