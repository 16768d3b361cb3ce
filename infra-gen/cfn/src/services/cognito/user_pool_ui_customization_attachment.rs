//! `AWS::Cognito::UserPoolUICustomizationAttachment`. Generated; see `generator/`.

use crate::{
    kind,
    reference::Id,
    resource,
    schema::{Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// A container for the UI customization information for the hosted UI in a user pool.
///
/// `AWS::Cognito::UserPoolUICustomizationAttachment`.
#[derive(Debug, Clone, PartialEq)]
pub struct UserPoolUICustomizationAttachment {
    /// A plaintext CSS file that contains the custom fields that you want to apply to your user pool or app
    /// client. To download a template, go to the Amazon Cognito console. Navigate to your user pool *App
    /// clients* tab, select *Login pages*, edit *Hosted UI (classic) style*, and select the link to `CSS
    /// template.css`.
    pub css: Option<Value<String>>,
    /// The app client ID for your UI customization. When this value isn't present, the customization applies
    /// to all user pool app clients that don't have client-level settings..
    ///
    /// Update requires: replacement.
    pub client_id: Value<String>,
    /// The ID of the user pool where you want to apply branding to the classic hosted UI.
    ///
    /// Update requires: replacement.
    pub user_pool_id: Value<Id<kind::cognito::UserPool>>,
}

impl UserPoolUICustomizationAttachment {
    /// With the required properties only.
    pub fn new(
        client_id: impl Into<Value<String>>,
        user_pool_id: impl Into<Value<Id<kind::cognito::UserPool>>>,
    ) -> Self {
        Self {
            css: None,
            client_id: client_id.into(),
            user_pool_id: user_pool_id.into(),
        }
    }
}

impl ToJson for UserPoolUICustomizationAttachment {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("CSS", self.css.as_ref());
        object.required("ClientId", &self.client_id);
        object.required("UserPoolId", &self.user_pool_id);
        object.finish()
    }
}

impl resource::Resource for UserPoolUICustomizationAttachment {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cognito::UserPoolUICustomizationAttachment;
    type Reference = Id<kind::cognito::UserPoolUICustomizationAttachment>;
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Cognito::UserPoolUICustomizationAttachment",
    properties: &USER_POOL_UI_CUSTOMIZATION_ATTACHMENT,
    create_only: &["ClientId", "UserPoolId"],
    conditional_create_only: &[],
    read_only: &[],
    write_only: &[],
    primary_identifier: &["UserPoolId", "ClientId"],
    reference: Reference::Id,
    attributes: &[],
    stateful: false,
};

static USER_POOL_UI_CUSTOMIZATION_ATTACHMENT: Object = Object {
    properties: &[
        Property::optional("CSS", Shape::TEXT),
        Property::required("ClientId", Shape::TEXT),
        Property::required("UserPoolId", Shape::TEXT),
    ],
    constraints: &[],
};
