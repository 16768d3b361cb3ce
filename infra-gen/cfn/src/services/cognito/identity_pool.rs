//! `AWS::Cognito::IdentityPool`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The `AWS::Cognito::IdentityPool` resource creates an Amazon Cognito identity pool.
///
/// `AWS::Cognito::IdentityPool`.
#[derive(Debug, Clone, PartialEq)]
pub struct IdentityPool {
    /// Enables the Basic (Classic) authentication flow.
    pub allow_classic_flow: Option<Value<bool>>,
    /// Specifies whether the identity pool supports unauthenticated logins.
    pub allow_unauthenticated_identities: Value<bool>,
    /// The events to configure.
    pub cognito_events: Option<Value<Json>>,
    /// The Amazon Cognito user pools and their client IDs.
    pub cognito_identity_providers: Option<Value<List<CognitoIdentityProvider>>>,
    /// Configuration options for configuring Amazon Cognito streams.
    pub cognito_streams: Option<Value<CognitoStreams>>,
    /// The "domain" Amazon Cognito uses when referencing your users. This name acts as a placeholder that
    /// allows your backend and the Amazon Cognito service to communicate about the developer provider. For
    /// the `DeveloperProviderName`, you can use letters and periods (.), underscores (_), and dashes (-).
    ///
    /// Length: 1 to 128. Pattern: `^[\w._-]+$`.
    pub developer_provider_name: Option<Value<String>>,
    /// The name of your Amazon Cognito identity pool.
    ///
    /// Length: 1 to 128. Pattern: `^[\w\s+=,.@-]+$`.
    pub identity_pool_name: Option<Value<String>>,
    /// Tags to assign to the identity pool. A tag is a label that you can apply to identity pools to
    /// categorize and manage them in different ways, such as by purpose, owner, environment, or other
    /// criteria.
    pub identity_pool_tags: Option<Value<List<Tag>>>,
    /// The Amazon Resource Names (ARNs) of the OpenID connect providers.
    pub open_id_connect_provider_arns: Option<Value<List<Arn<kind::iam::OIDCProvider>>>>,
    /// The configuration options to be applied to the identity pool.
    pub push_sync: Option<Value<PushSync>>,
    /// The Amazon Resource Names (ARNs) of the Security Assertion Markup Language (SAML) providers.
    pub saml_provider_arns: Option<Value<List<String>>>,
    /// Key-value pairs that map provider names to provider app IDs.
    pub supported_login_providers: Option<Value<Json>>,
}

impl IdentityPool {
    /// With the required properties only.
    pub fn new(allow_unauthenticated_identities: impl Into<Value<bool>>) -> Self {
        Self {
            allow_classic_flow: None,
            allow_unauthenticated_identities: allow_unauthenticated_identities.into(),
            cognito_events: None,
            cognito_identity_providers: None,
            cognito_streams: None,
            developer_provider_name: None,
            identity_pool_name: None,
            identity_pool_tags: None,
            open_id_connect_provider_arns: None,
            push_sync: None,
            saml_provider_arns: None,
            supported_login_providers: None,
        }
    }
}

impl ToJson for IdentityPool {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AllowClassicFlow", self.allow_classic_flow.as_ref());
        object.required(
            "AllowUnauthenticatedIdentities",
            &self.allow_unauthenticated_identities,
        );
        object.optional("CognitoEvents", self.cognito_events.as_ref());
        object.optional(
            "CognitoIdentityProviders",
            self.cognito_identity_providers.as_ref(),
        );
        object.optional("CognitoStreams", self.cognito_streams.as_ref());
        object.optional("DeveloperProviderName", self.developer_provider_name.as_ref());
        object.optional("IdentityPoolName", self.identity_pool_name.as_ref());
        object.optional("IdentityPoolTags", self.identity_pool_tags.as_ref());
        object.optional(
            "OpenIdConnectProviderARNs",
            self.open_id_connect_provider_arns.as_ref(),
        );
        object.optional("PushSync", self.push_sync.as_ref());
        object.optional("SamlProviderARNs", self.saml_provider_arns.as_ref());
        object.optional("SupportedLoginProviders", self.supported_login_providers.as_ref());
        object.finish()
    }
}

impl resource::Resource for IdentityPool {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cognito::IdentityPool;
    type Reference = Id<kind::cognito::IdentityPool>;
}

impl Handle<IdentityPool> {
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<Id<kind::cognito::IdentityPool>> {
        self.attribute("Id")
    }

    /// The name of the Amazon Cognito identity pool, returned as a string.
    ///
    /// `Fn::GetAtt` of `Name`.
    pub fn name(&self) -> Value<String> {
        self.attribute("Name")
    }
}

/// `CognitoIdentityProvider` is a property of the
/// [AWS::Cognito::IdentityPool](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-cognito-identitypool.html)
/// resource that represents an Amazon Cognito user pool and its client ID.
#[derive(Debug, Clone, PartialEq)]
pub struct CognitoIdentityProvider {
    /// The client ID for the Amazon Cognito user pool.
    ///
    /// Length: 1 to 128. Pattern: `^[\w_]+$`.
    pub client_id: Value<Id<kind::cognito::UserPoolClient>>,
    /// The provider name for an Amazon Cognito user pool. For example:
    /// `cognito-idp.us-east-2.amazonaws.com/us-east-2_123456789`.
    ///
    /// Length: 1 to 128. Pattern: `^[\w._:/-]+$`.
    pub provider_name: Value<String>,
    /// TRUE if server-side token validation is enabled for the identity provider’s token.
    pub server_side_token_check: Option<Value<bool>>,
}

impl CognitoIdentityProvider {
    /// With the required properties only.
    pub fn new(
        client_id: impl Into<Value<Id<kind::cognito::UserPoolClient>>>,
        provider_name: impl Into<Value<String>>,
    ) -> Self {
        Self {
            client_id: client_id.into(),
            provider_name: provider_name.into(),
            server_side_token_check: None,
        }
    }
}

impl ToJson for CognitoIdentityProvider {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("ClientId", &self.client_id);
        object.required("ProviderName", &self.provider_name);
        object.optional("ServerSideTokenCheck", self.server_side_token_check.as_ref());
        object.finish()
    }
}

/// `CognitoStreams` is a property of the
/// [AWS::Cognito::IdentityPool](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-cognito-identitypool.html)
/// resource that defines configuration options for Amazon Cognito streams.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CognitoStreams {
    /// The Amazon Resource Name (ARN) of the role Amazon Cognito can assume to publish to the stream. This
    /// role must grant access to Amazon Cognito (cognito-sync) to invoke `PutRecord` on your Amazon Cognito
    /// stream.
    pub role_arn: Option<Value<Arn<kind::iam::Role>>>,
    /// The name of the Amazon Cognito stream to receive updates. This stream must be in the developer's
    /// account and in the same Region as the identity pool.
    pub stream_name: Option<Value<String>>,
    /// Status of the Amazon Cognito streams. Valid values are: `ENABLED` or `DISABLED`.
    pub streaming_status: Option<Value<String>>,
}

impl CognitoStreams {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for CognitoStreams {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("RoleArn", self.role_arn.as_ref());
        object.optional("StreamName", self.stream_name.as_ref());
        object.optional("StreamingStatus", self.streaming_status.as_ref());
        object.finish()
    }
}

/// `PushSync` is a property of the
/// [AWS::Cognito::IdentityPool](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-cognito-identitypool.html)
/// resource that defines the configuration options to be applied to an Amazon Cognito identity pool.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PushSync {
    /// The ARNs of the Amazon SNS platform applications that could be used by clients.
    pub application_arns: Option<Value<List<String>>>,
    /// An IAM role configured to allow Amazon Cognito to call Amazon SNS on behalf of the developer.
    pub role_arn: Option<Value<Arn<kind::iam::Role>>>,
}

impl PushSync {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for PushSync {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ApplicationArns", self.application_arns.as_ref());
        object.optional("RoleArn", self.role_arn.as_ref());
        object.finish()
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Cognito::IdentityPool",
    properties: &IDENTITY_POOL,
    create_only: &[],
    conditional_create_only: &[],
    read_only: &["Id", "Name"],
    write_only: &["CognitoEvents", "CognitoStreams", "PushSync"],
    primary_identifier: &["Id"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Id"), Attribute::scalar("Name")],
    stateful: false,
};

static COGNITO_IDENTITY_PROVIDER: Object = Object {
    properties: &[
        Property::required(
            "ClientId",
            Shape::TEXT.pattern(r"^[\w_]+$").min_length(1).max_length(128),
        ),
        Property::required(
            "ProviderName",
            Shape::TEXT.pattern(r"^[\w._:/-]+$").min_length(1).max_length(128),
        ),
        Property::optional("ServerSideTokenCheck", Shape::Boolean),
    ],
    constraints: &[],
};

static COGNITO_STREAMS: Object = Object {
    properties: &[
        Property::optional("RoleArn", Shape::TEXT),
        Property::optional("StreamName", Shape::TEXT),
        Property::optional("StreamingStatus", Shape::TEXT),
    ],
    constraints: &[],
};

static IDENTITY_POOL: Object = Object {
    properties: &[
        Property::optional("AllowClassicFlow", Shape::Boolean),
        Property::required("AllowUnauthenticatedIdentities", Shape::Boolean),
        Property::optional("CognitoEvents", Shape::Json),
        Property::optional(
            "CognitoIdentityProviders",
            Shape::list(&Shape::Object(&COGNITO_IDENTITY_PROVIDER)),
        ),
        Property::optional("CognitoStreams", Shape::Object(&COGNITO_STREAMS)),
        Property::optional(
            "DeveloperProviderName",
            Shape::TEXT.pattern(r"^[\w._-]+$").min_length(1).max_length(128),
        ),
        Property::optional("Id", Shape::Json),
        Property::optional(
            "IdentityPoolName",
            Shape::TEXT
                .pattern(r"^[\w\s+=,.@-]+$")
                .min_length(1)
                .max_length(128),
        ),
        Property::optional("IdentityPoolTags", Shape::list(&Shape::Object(&TAG)).unique()),
        Property::optional("Name", Shape::Json),
        Property::optional(
            "OpenIdConnectProviderARNs",
            Shape::list(&Shape::TEXT.min_length(20).max_length(2048)),
        ),
        Property::optional("PushSync", Shape::Object(&PUSH_SYNC)),
        Property::optional(
            "SamlProviderARNs",
            Shape::list(&Shape::TEXT.min_length(20).max_length(2048)),
        ),
        Property::optional("SupportedLoginProviders", Shape::Json),
    ],
    constraints: &[],
};

static PUSH_SYNC: Object = Object {
    properties: &[
        Property::optional("ApplicationArns", Shape::list(&Shape::TEXT)),
        Property::optional("RoleArn", Shape::TEXT),
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
