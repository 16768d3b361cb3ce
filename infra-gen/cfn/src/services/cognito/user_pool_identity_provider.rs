//! `AWS::Cognito::UserPoolIdentityProvider`. Generated; see `generator/`.

use crate::{
    kind,
    reference::Id,
    resource,
    schema::{Object, Property, Reference, Shape, TypeSchema},
    text_enum::text_enum,
    value::{Json, List, Map, ObjectWriter, ToJson, Value},
};

/// The `AWS::Cognito::UserPoolIdentityProvider` resource creates an identity provider for a user pool.
///
/// `AWS::Cognito::UserPoolIdentityProvider`.
#[derive(Debug, Clone, PartialEq)]
pub struct UserPoolIdentityProvider {
    /// A mapping of IdP attributes to standard and custom user pool attributes. Specify a user pool attribute
    /// as the key of the key-value pair, and the IdP attribute claim name as the value.
    pub attribute_mapping: Option<Value<Map<String>>>,
    /// An array of IdP identifiers, for example `"IdPIdentifiers": [ "MyIdP", "MyIdP2" ]`. Identifiers are
    /// friendly names that you can pass in the `idp_identifier` query parameter of requests to the [Authorize
    /// endpoint](https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html) to
    /// silently redirect to sign-in with the associated IdP. Identifiers in a domain format also enable the
    /// use of [email-address matching with SAML
    /// providers](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-managing-saml-idp-naming.html).
    ///
    /// Items: at most 50.
    pub idp_identifiers: Option<Value<List<String>>>,
    /// The scopes, URLs, and identifiers for your external identity provider. The following examples describe
    /// the provider detail keys for each IdP type. These values and their schema are subject to change.
    /// Social IdP `authorize_scopes` values must match the values listed here.
    pub provider_details: Value<Map<String>>,
    /// The name that you want to assign to the IdP. You can pass the identity provider name in the
    /// `identity_provider` query parameter of requests to the [Authorize
    /// endpoint](https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html) to
    /// silently redirect to sign-in with the associated IdP.
    ///
    /// Update requires: replacement. Length: 1 to 32. Pattern:
    /// `^[^_\p{Z}][\p{L}\p{M}\p{S}\p{N}\p{P}][^_\p{Z}]+$`.
    pub provider_name: Value<String>,
    /// The type of IdP that you want to add. Amazon Cognito supports OIDC, SAML 2.0, Login With Amazon, Sign
    /// In With Apple, Google, and Facebook IdPs.
    ///
    /// Update requires: replacement.
    pub provider_type: Value<ProviderType>,
    /// The Id of the user pool where you want to create an IdP.
    ///
    /// Update requires: replacement. Length: 1 to 55. Pattern: `^[\w-]+_[0-9a-zA-Z]+$`.
    pub user_pool_id: Value<Id<kind::cognito::UserPool>>,
}

impl UserPoolIdentityProvider {
    /// With the required properties only.
    pub fn new(
        provider_details: impl Into<Value<Map<String>>>,
        provider_name: impl Into<Value<String>>,
        provider_type: impl Into<Value<ProviderType>>,
        user_pool_id: impl Into<Value<Id<kind::cognito::UserPool>>>,
    ) -> Self {
        Self {
            attribute_mapping: None,
            idp_identifiers: None,
            provider_details: provider_details.into(),
            provider_name: provider_name.into(),
            provider_type: provider_type.into(),
            user_pool_id: user_pool_id.into(),
        }
    }
}

impl ToJson for UserPoolIdentityProvider {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AttributeMapping", self.attribute_mapping.as_ref());
        object.optional("IdpIdentifiers", self.idp_identifiers.as_ref());
        object.required("ProviderDetails", &self.provider_details);
        object.required("ProviderName", &self.provider_name);
        object.required("ProviderType", &self.provider_type);
        object.required("UserPoolId", &self.user_pool_id);
        object.finish()
    }
}

impl resource::Resource for UserPoolIdentityProvider {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cognito::UserPoolIdentityProvider;
    type Reference = Id<kind::cognito::UserPoolIdentityProvider>;
}

text_enum! {
    /// The values of `UserPoolIdentityProvider.ProviderType`.
    ProviderType {
        Facebook = "Facebook",
        Google = "Google",
        LoginWithAmazon = "LoginWithAmazon",
        Oidc = "OIDC",
        Saml = "SAML",
        SignInWithApple = "SignInWithApple",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Cognito::UserPoolIdentityProvider",
    properties: &USER_POOL_IDENTITY_PROVIDER,
    create_only: &["ProviderName", "ProviderType", "UserPoolId"],
    conditional_create_only: &[],
    read_only: &[],
    write_only: &[],
    primary_identifier: &["UserPoolId", "ProviderName"],
    reference: Reference::Id,
    attributes: &[],
    stateful: false,
};

static USER_POOL_IDENTITY_PROVIDER: Object = Object {
    properties: &[
        Property::optional("AttributeMapping", Shape::Map(&Shape::TEXT)),
        Property::optional(
            "IdpIdentifiers",
            Shape::list(
                &Shape::TEXT
                    .pattern(r"^[\w\s+=.@-]+$")
                    .min_length(1)
                    .max_length(40),
            )
            .max_length(50),
        ),
        Property::required("ProviderDetails", Shape::Map(&Shape::TEXT)),
        Property::required(
            "ProviderName",
            Shape::TEXT
                .pattern(r"^[^_\p{Z}][\p{L}\p{M}\p{S}\p{N}\p{P}][^_\p{Z}]+$")
                .min_length(1)
                .max_length(32),
        ),
        Property::required("ProviderType", Shape::one_of(ProviderType::VALUES)),
        Property::required(
            "UserPoolId",
            Shape::TEXT
                .pattern(r"^[\w-]+_[0-9a-zA-Z]+$")
                .min_length(1)
                .max_length(55),
        ),
    ],
    constraints: &[],
};
