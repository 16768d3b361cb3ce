//! `AWS::Cognito::IdentityPoolPrincipalTag`. Generated; see `generator/`.

use crate::{
    kind,
    reference::Id,
    resource,
    schema::{Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// A list of the identity pool principal tag assignments for attributes for access control.
///
/// `AWS::Cognito::IdentityPoolPrincipalTag`.
#[derive(Debug, Clone, PartialEq)]
pub struct IdentityPoolPrincipalTag {
    /// The identity pool that you want to associate with this principal tag map.
    ///
    /// Update requires: replacement.
    pub identity_pool_id: Value<Id<kind::cognito::IdentityPool>>,
    /// The identity pool identity provider (IdP) that you want to associate with this principal tag map.
    ///
    /// Update requires: replacement.
    pub identity_provider_name: Value<String>,
    /// A JSON-formatted list of user claims and the principal tags that you want to associate with them. When
    /// Amazon Cognito requests credentials, it sets the value of the principal tag to the value of the user's
    /// claim.
    pub principal_tags: Option<Value<Json>>,
    /// Use a default set of mappings between claims and tags for this provider, instead of a custom map.
    pub use_defaults: Option<Value<bool>>,
}

impl IdentityPoolPrincipalTag {
    /// With the required properties only.
    pub fn new(
        identity_pool_id: impl Into<Value<Id<kind::cognito::IdentityPool>>>,
        identity_provider_name: impl Into<Value<String>>,
    ) -> Self {
        Self {
            identity_pool_id: identity_pool_id.into(),
            identity_provider_name: identity_provider_name.into(),
            principal_tags: None,
            use_defaults: None,
        }
    }
}

impl ToJson for IdentityPoolPrincipalTag {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("IdentityPoolId", &self.identity_pool_id);
        object.required("IdentityProviderName", &self.identity_provider_name);
        object.optional("PrincipalTags", self.principal_tags.as_ref());
        object.optional("UseDefaults", self.use_defaults.as_ref());
        object.finish()
    }
}

impl resource::Resource for IdentityPoolPrincipalTag {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cognito::IdentityPoolPrincipalTag;
    type Reference = Id<kind::cognito::IdentityPoolPrincipalTag>;
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Cognito::IdentityPoolPrincipalTag",
    properties: &IDENTITY_POOL_PRINCIPAL_TAG,
    create_only: &["IdentityPoolId", "IdentityProviderName"],
    conditional_create_only: &[],
    read_only: &[],
    write_only: &[],
    primary_identifier: &["IdentityPoolId", "IdentityProviderName"],
    reference: Reference::Id,
    attributes: &[],
    stateful: false,
};

static IDENTITY_POOL_PRINCIPAL_TAG: Object = Object {
    properties: &[
        Property::required("IdentityPoolId", Shape::TEXT),
        Property::required("IdentityProviderName", Shape::TEXT),
        Property::optional("PrincipalTags", Shape::Json),
        Property::optional("UseDefaults", Shape::Boolean),
    ],
    constraints: &[],
};
