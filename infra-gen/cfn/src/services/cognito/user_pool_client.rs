//! `AWS::Cognito::UserPoolClient`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The `AWS::Cognito::UserPoolClient` resource specifies an Amazon Cognito user pool client.
///
/// `AWS::Cognito::UserPoolClient`.
#[derive(Debug, Clone, PartialEq)]
pub struct UserPoolClient {
    /// The access token time limit. After this limit expires, your user can't use their access token. To
    /// specify the time unit for `AccessTokenValidity` as `seconds`, `minutes`, `hours`, or `days`, set a
    /// `TokenValidityUnits` value in your API request.
    ///
    /// Range: 1 to 86400.
    pub access_token_validity: Option<Value<i64>>,
    /// The OAuth grant types that you want your app client to generate for clients in managed login
    /// authentication. To create an app client that generates client credentials grants, you must add
    /// `client_credentials` as the only allowed OAuth flow.
    ///
    /// Items: at most 3.
    pub allowed_oauth_flows: Option<Value<List<AllowedOAuthFlow>>>,
    /// Set to `true` to use OAuth 2.0 authorization server features in your app client.
    pub allowed_oauth_flows_user_pool_client: Option<Value<bool>>,
    /// The OAuth, OpenID Connect (OIDC), and custom scopes that you want to permit your app client to
    /// authorize access with. Scopes govern access control to user pool self-service API operations, user
    /// data from the `userInfo` endpoint, and third-party APIs. Scope values include `phone`, `email`,
    /// `openid`, and `profile`. The `aws.cognito.signin.user.admin` scope authorizes user self-service
    /// operations. Custom scopes with resource servers authorize access to external APIs.
    ///
    /// Items: at most 50.
    pub allowed_oauth_scopes: Option<Value<List<String>>>,
    /// The user pool analytics configuration for collecting metrics and sending them to your Amazon Pinpoint
    /// campaign.
    pub analytics_configuration: Option<Value<AnalyticsConfiguration>>,
    /// Amazon Cognito creates a session token for each API request in an authentication flow.
    /// `AuthSessionValidity` is the duration, in minutes, of that session token. Your user pool native user
    /// must respond to each authentication challenge before the session expires.
    ///
    /// Range: 3 to 15.
    pub auth_session_validity: Option<Value<i64>>,
    /// A list of allowed redirect, or callback, URLs for managed login authentication. These URLs are the
    /// paths where you want to send your users' browsers after they complete authentication with managed
    /// login or a third-party IdP. Typically, callback URLs are the home of an application that uses OAuth or
    /// OIDC libraries to process authentication outcomes.
    ///
    /// Items: at most 100.
    pub callback_urls: Option<Value<List<String>>>,
    /// A friendly name for the app client that you want to create.
    ///
    /// Length: 1 to 128. Pattern: `^[\w\s+=,.@-]+$`.
    pub client_name: Option<Value<String>>,
    /// The default redirect URI. In app clients with one assigned IdP, replaces `redirect_uri` in
    /// authentication requests. Must be in the `CallbackURLs` list.
    ///
    /// Length: 1 to 1024. Pattern: `^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$`.
    pub default_redirect_uri: Option<Value<String>>,
    /// When `true`, your application can include additional `UserContextData` in authentication requests.
    /// This data includes the IP address, and contributes to analysis by threat protection features. For more
    /// information about propagation of user context data, see [Adding session data to API
    /// requests](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-adaptive-authentication.html#user-pool-settings-adaptive-authentication-device-fingerprint).
    pub enable_propagate_additional_user_context_data: Option<Value<bool>>,
    /// Activates or deactivates token revocation.
    pub enable_token_revocation: Option<Value<bool>>,
    /// The [authentication
    /// flows](https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html)
    /// that you want your user pool client to support. For each app client in your user pool, you can sign in
    /// your users with any combination of one or more flows, including with a user name and Secure Remote
    /// Password (SRP), a user name and password, or a custom authentication process that you define with
    /// Lambda functions.
    pub explicit_auth_flows: Option<Value<List<ExplicitAuthFlow>>>,
    /// When `true`, generates a client secret for the app client. Client secrets are used with server-side
    /// and machine-to-machine applications. Client secrets are automatically generated; you can't specify a
    /// secret value. For more information, see [App client
    /// types](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html#user-pool-settings-client-app-client-types).
    ///
    /// Update requires: replacement.
    pub generate_secret: Option<Value<bool>>,
    /// The ID token time limit. After this limit expires, your user can't use their ID token. To specify the
    /// time unit for `IdTokenValidity` as `seconds`, `minutes`, `hours`, or `days`, set a
    /// `TokenValidityUnits` value in your API request.
    ///
    /// Range: 1 to 86400.
    pub id_token_validity: Option<Value<i64>>,
    /// A list of allowed logout URLs for managed login authentication. When you pass `logout_uri` and
    /// `client_id` parameters to `/logout`, Amazon Cognito signs out your user and redirects them to the
    /// logout URL. This parameter describes the URLs that you want to be the permitted targets of
    /// `logout_uri`. A typical use of these URLs is when a user selects "Sign out" and you redirect them to
    /// your public homepage.
    ///
    /// Items: at most 100.
    pub logout_urls: Option<Value<List<String>>>,
    /// Errors and responses that you want Amazon Cognito APIs to return during authentication, account
    /// confirmation, and password recovery when the user doesn't exist in the user pool. When set to
    /// `ENABLED` and the user doesn't exist, authentication returns an error indicating either the username
    /// or password was incorrect. Account confirmation and password recovery return a response indicating a
    /// code was sent to a simulated destination.
    pub prevent_user_existence_errors: Option<Value<PreventUserExistenceErrors>>,
    /// The list of user attributes that you want your app client to have read access to. After your user
    /// authenticates in your app, their access token authorizes them to read their own attribute value for
    /// any attribute in this list. An example of this kind of activity is when your user selects a link to
    /// view their profile information.
    pub read_attributes: Option<Value<List<String>>>,
    /// The configuration of your app client for refresh token rotation. When enabled, your app client issues
    /// new ID, access, and refresh tokens when users renew their sessions with refresh tokens. When disabled,
    /// token refresh issues only ID and access tokens.
    pub refresh_token_rotation: Option<Value<RefreshTokenRotation>>,
    /// The refresh token time limit. After this limit expires, your user can't use their refresh token. To
    /// specify the time unit for `RefreshTokenValidity` as `seconds`, `minutes`, `hours`, or `days`, set a
    /// `TokenValidityUnits` value in your API request.
    ///
    /// Range: 1 to 315360000.
    pub refresh_token_validity: Option<Value<i64>>,
    /// A list of provider names for the identity providers (IdPs) that are supported on this client. The
    /// following are supported: `COGNITO`, `Facebook`, `Google`, `SignInWithApple`, and `LoginWithAmazon`.
    /// You can also specify the names that you configured for the SAML and OIDC IdPs in your user pool, for
    /// example `MySAMLIdP` or `MyOIDCIdP`.
    pub supported_identity_providers: Option<Value<List<String>>>,
    /// The units that validity times are represented in. The default unit for refresh tokens is days, and the
    /// default for ID and access tokens are hours.
    pub token_validity_units: Option<Value<TokenValidityUnits>>,
    /// The ID of the user pool where you want to create an app client.
    ///
    /// Update requires: replacement. Length: 1 to 55. Pattern: `^[\w-]+_[0-9a-zA-Z]+$`.
    pub user_pool_id: Value<Id<kind::cognito::UserPool>>,
    /// The list of user attributes that you want your app client to have write access to. After your user
    /// authenticates in your app, their access token authorizes them to set or modify their own attribute
    /// value for any attribute in this list.
    pub write_attributes: Option<Value<List<String>>>,
}

impl UserPoolClient {
    /// With the required properties only.
    pub fn new(user_pool_id: impl Into<Value<Id<kind::cognito::UserPool>>>) -> Self {
        Self {
            access_token_validity: None,
            allowed_oauth_flows: None,
            allowed_oauth_flows_user_pool_client: None,
            allowed_oauth_scopes: None,
            analytics_configuration: None,
            auth_session_validity: None,
            callback_urls: None,
            client_name: None,
            default_redirect_uri: None,
            enable_propagate_additional_user_context_data: None,
            enable_token_revocation: None,
            explicit_auth_flows: None,
            generate_secret: None,
            id_token_validity: None,
            logout_urls: None,
            prevent_user_existence_errors: None,
            read_attributes: None,
            refresh_token_rotation: None,
            refresh_token_validity: None,
            supported_identity_providers: None,
            token_validity_units: None,
            user_pool_id: user_pool_id.into(),
            write_attributes: None,
        }
    }
}

impl ToJson for UserPoolClient {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AccessTokenValidity", self.access_token_validity.as_ref());
        object.optional("AllowedOAuthFlows", self.allowed_oauth_flows.as_ref());
        object.optional(
            "AllowedOAuthFlowsUserPoolClient",
            self.allowed_oauth_flows_user_pool_client.as_ref(),
        );
        object.optional("AllowedOAuthScopes", self.allowed_oauth_scopes.as_ref());
        object.optional("AnalyticsConfiguration", self.analytics_configuration.as_ref());
        object.optional("AuthSessionValidity", self.auth_session_validity.as_ref());
        object.optional("CallbackURLs", self.callback_urls.as_ref());
        object.optional("ClientName", self.client_name.as_ref());
        object.optional("DefaultRedirectURI", self.default_redirect_uri.as_ref());
        object.optional(
            "EnablePropagateAdditionalUserContextData",
            self.enable_propagate_additional_user_context_data.as_ref(),
        );
        object.optional("EnableTokenRevocation", self.enable_token_revocation.as_ref());
        object.optional("ExplicitAuthFlows", self.explicit_auth_flows.as_ref());
        object.optional("GenerateSecret", self.generate_secret.as_ref());
        object.optional("IdTokenValidity", self.id_token_validity.as_ref());
        object.optional("LogoutURLs", self.logout_urls.as_ref());
        object.optional(
            "PreventUserExistenceErrors",
            self.prevent_user_existence_errors.as_ref(),
        );
        object.optional("ReadAttributes", self.read_attributes.as_ref());
        object.optional("RefreshTokenRotation", self.refresh_token_rotation.as_ref());
        object.optional("RefreshTokenValidity", self.refresh_token_validity.as_ref());
        object.optional(
            "SupportedIdentityProviders",
            self.supported_identity_providers.as_ref(),
        );
        object.optional("TokenValidityUnits", self.token_validity_units.as_ref());
        object.required("UserPoolId", &self.user_pool_id);
        object.optional("WriteAttributes", self.write_attributes.as_ref());
        object.finish()
    }
}

impl resource::Resource for UserPoolClient {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cognito::UserPoolClient;
    type Reference = Id<kind::cognito::UserPoolClient>;
}

impl Handle<UserPoolClient> {
    /// The ID of the app client, for example `1example23456789`.
    ///
    /// `Fn::GetAtt` of `ClientId`.
    pub fn client_id(&self) -> Value<Id<kind::cognito::UserPoolClient>> {
        self.attribute("ClientId")
    }

    /// `Fn::GetAtt` of `ClientSecret`.
    pub fn client_secret(&self) -> Value<String> {
        self.attribute("ClientSecret")
    }

    /// `Fn::GetAtt` of `Name`.
    pub fn name(&self) -> Value<String> {
        self.attribute("Name")
    }
}

/// The settings for Amazon Pinpoint analytics configuration. With an analytics configuration, your
/// application can collect user-activity metrics for user notifications with a Amazon Pinpoint campaign.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AnalyticsConfiguration {
    /// The Amazon Resource Name (ARN) of an Amazon Pinpoint project that you want to connect to your user
    /// pool app client. Amazon Cognito publishes events to the Amazon Pinpoint project that `ApplicationArn`
    /// declares. You can also configure your application to pass an endpoint ID in the `AnalyticsMetadata`
    /// parameter of sign-in operations. The endpoint ID is information about the destination for push
    /// notifications
    ///
    /// Length: 20 to 2048.
    pub application_arn: Option<Value<String>>,
    /// Your Amazon Pinpoint project ID.
    ///
    /// Pattern: `^[0-9a-fA-F]+$`.
    pub application_id: Option<Value<String>>,
    /// The [external
    /// ID](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-user_externalid.html) of the
    /// role that Amazon Cognito assumes to send analytics data to Amazon Pinpoint.
    ///
    /// Length: at most 131072.
    pub external_id: Option<Value<String>>,
    /// The ARN of an AWS Identity and Access Management role that has the permissions required for Amazon
    /// Cognito to publish events to Amazon Pinpoint analytics.
    ///
    /// Length: 20 to 2048.
    pub role_arn: Option<Value<Arn<kind::iam::Role>>>,
    /// If `UserDataShared` is `true`, Amazon Cognito includes user data in the events that it publishes to
    /// Amazon Pinpoint analytics.
    pub user_data_shared: Option<Value<bool>>,
}

impl AnalyticsConfiguration {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for AnalyticsConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ApplicationArn", self.application_arn.as_ref());
        object.optional("ApplicationId", self.application_id.as_ref());
        object.optional("ExternalId", self.external_id.as_ref());
        object.optional("RoleArn", self.role_arn.as_ref());
        object.optional("UserDataShared", self.user_data_shared.as_ref());
        object.finish()
    }
}

/// The configuration of your app client for refresh token rotation. When enabled, your app client issues new
/// ID, access, and refresh tokens when users renew their sessions with refresh tokens. When disabled, token
/// refresh issues only ID and access tokens.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RefreshTokenRotation {
    /// The state of refresh token rotation for the current app client.
    pub feature: Option<Value<Feature>>,
    /// When you request a token refresh with `GetTokensFromRefreshToken`, the original refresh token that
    /// you're rotating out can remain valid for a period of time of up to 60 seconds. This allows for
    /// client-side retries. When `RetryGracePeriodSeconds` is `0`, the grace period is disabled and a
    /// successful request immediately invalidates the submitted refresh token.
    ///
    /// Range: 0 to 60.
    pub retry_grace_period_seconds: Option<Value<i64>>,
}

impl RefreshTokenRotation {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for RefreshTokenRotation {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Feature", self.feature.as_ref());
        object.optional(
            "RetryGracePeriodSeconds",
            self.retry_grace_period_seconds.as_ref(),
        );
        object.finish()
    }
}

/// The units that validity times are represented in. The default unit for refresh tokens is days, and the
/// default for ID and access tokens are hours.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TokenValidityUnits {
    /// A time unit for the value that you set in the `AccessTokenValidity` parameter. The default
    /// `AccessTokenValidity` time unit is `hours`. `AccessTokenValidity` duration can range from five minutes
    /// to one day.
    pub access_token: Option<Value<AccessToken>>,
    /// A time unit for the value that you set in the `IdTokenValidity` parameter. The default
    /// `IdTokenValidity` time unit is `hours`. `IdTokenValidity` duration can range from five minutes to one
    /// day.
    pub id_token: Option<Value<IdToken>>,
    /// A time unit for the value that you set in the `RefreshTokenValidity` parameter. The default
    /// `RefreshTokenValidity` time unit is `days`. `RefreshTokenValidity` duration can range from 60 minutes
    /// to 10 years.
    pub refresh_token: Option<Value<RefreshToken>>,
}

impl TokenValidityUnits {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for TokenValidityUnits {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AccessToken", self.access_token.as_ref());
        object.optional("IdToken", self.id_token.as_ref());
        object.optional("RefreshToken", self.refresh_token.as_ref());
        object.finish()
    }
}

text_enum! {
    /// The values of `TokenValidityUnits.AccessToken`.
    AccessToken {
        Days = "days",
        Hours = "hours",
        Minutes = "minutes",
        Seconds = "seconds",
    }
}

text_enum! {
    /// The values of `UserPoolClient.AllowedOAuthFlow`.
    AllowedOAuthFlow {
        ClientCredentials = "client_credentials",
        Code = "code",
        Implicit = "implicit",
    }
}

text_enum! {
    /// The values of `UserPoolClient.ExplicitAuthFlow`.
    ExplicitAuthFlow {
        AdminNoSrpAuth = "ADMIN_NO_SRP_AUTH",
        AllowAdminUserPasswordAuth = "ALLOW_ADMIN_USER_PASSWORD_AUTH",
        AllowCustomAuth = "ALLOW_CUSTOM_AUTH",
        AllowRefreshTokenAuth = "ALLOW_REFRESH_TOKEN_AUTH",
        AllowUserAuth = "ALLOW_USER_AUTH",
        AllowUserPasswordAuth = "ALLOW_USER_PASSWORD_AUTH",
        AllowUserSrpAuth = "ALLOW_USER_SRP_AUTH",
        CustomAuthFlowOnly = "CUSTOM_AUTH_FLOW_ONLY",
        UserPasswordAuth = "USER_PASSWORD_AUTH",
    }
}

text_enum! {
    /// The values of `RefreshTokenRotation.Feature`.
    Feature {
        Enabled = "ENABLED",
        Disabled = "DISABLED",
    }
}

text_enum! {
    /// The values of `TokenValidityUnits.IdToken`.
    IdToken {
        Days = "days",
        Hours = "hours",
        Minutes = "minutes",
        Seconds = "seconds",
    }
}

text_enum! {
    /// The values of `UserPoolClient.PreventUserExistenceErrors`.
    PreventUserExistenceErrors {
        Enabled = "ENABLED",
        Legacy = "LEGACY",
    }
}

text_enum! {
    /// The values of `TokenValidityUnits.RefreshToken`.
    RefreshToken {
        Days = "days",
        Hours = "hours",
        Minutes = "minutes",
        Seconds = "seconds",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Cognito::UserPoolClient",
    properties: &USER_POOL_CLIENT,
    create_only: &["GenerateSecret", "UserPoolId"],
    conditional_create_only: &[],
    read_only: &["ClientId", "ClientSecret", "Name"],
    write_only: &[],
    primary_identifier: &["UserPoolId", "ClientId"],
    reference: Reference::Id,
    attributes: &[
        Attribute::scalar("ClientId"),
        Attribute::scalar("ClientSecret"),
        Attribute::scalar("Name"),
    ],
    stateful: false,
};

static ANALYTICS_CONFIGURATION: Object = Object {
    properties: &[
        Property::optional(
            "ApplicationArn",
            Shape::TEXT.pattern(PATTERN_1).min_length(20).max_length(2048),
        ),
        Property::optional("ApplicationId", Shape::TEXT.pattern("^[0-9a-fA-F]+$")),
        Property::optional("ExternalId", Shape::TEXT.max_length(131_072)),
        Property::optional(
            "RoleArn",
            Shape::TEXT.pattern(PATTERN_1).min_length(20).max_length(2048),
        ),
        Property::optional("UserDataShared", Shape::Boolean),
    ],
    constraints: &[],
};

static REFRESH_TOKEN_ROTATION: Object = Object {
    properties: &[
        Property::optional("Feature", Shape::one_of(Feature::VALUES)),
        Property::optional("RetryGracePeriodSeconds", Shape::INTEGER.min(0.0).max(60.0)),
    ],
    constraints: &[],
};

static TOKEN_VALIDITY_UNITS: Object = Object {
    properties: &[
        Property::optional("AccessToken", Shape::one_of(AccessToken::VALUES)),
        Property::optional("IdToken", Shape::one_of(IdToken::VALUES)),
        Property::optional("RefreshToken", Shape::one_of(RefreshToken::VALUES)),
    ],
    constraints: &[],
};

static USER_POOL_CLIENT: Object = Object {
    properties: &[
        Property::optional("AccessTokenValidity", Shape::INTEGER.min(1.0).max(86400.0)),
        Property::optional(
            "AllowedOAuthFlows",
            Shape::list(&Shape::one_of(AllowedOAuthFlow::VALUES)).max_length(3),
        ),
        Property::optional("AllowedOAuthFlowsUserPoolClient", Shape::Boolean),
        Property::optional(
            "AllowedOAuthScopes",
            Shape::list(
                &Shape::TEXT
                    .pattern(r"^[\x21\x23-\x5B\x5D-\x7E]+$")
                    .min_length(1)
                    .max_length(256),
            )
            .max_length(50),
        ),
        Property::optional("AnalyticsConfiguration", Shape::Object(&ANALYTICS_CONFIGURATION)),
        Property::optional("AuthSessionValidity", Shape::INTEGER.min(3.0).max(15.0)),
        Property::optional(
            "CallbackURLs",
            Shape::list(
                &Shape::TEXT
                    .pattern(r"^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$")
                    .min_length(1)
                    .max_length(1024),
            )
            .max_length(100),
        ),
        Property::optional("ClientId", Shape::Json),
        Property::optional(
            "ClientName",
            Shape::TEXT
                .pattern(r"^[\w\s+=,.@-]+$")
                .min_length(1)
                .max_length(128),
        ),
        Property::optional("ClientSecret", Shape::Json),
        Property::optional(
            "DefaultRedirectURI",
            Shape::TEXT
                .pattern(r"^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$")
                .min_length(1)
                .max_length(1024),
        ),
        Property::optional("EnablePropagateAdditionalUserContextData", Shape::Boolean),
        Property::optional("EnableTokenRevocation", Shape::Boolean),
        Property::optional(
            "ExplicitAuthFlows",
            Shape::list(&Shape::one_of(ExplicitAuthFlow::VALUES)),
        ),
        Property::optional("GenerateSecret", Shape::Boolean),
        Property::optional("IdTokenValidity", Shape::INTEGER.min(1.0).max(86400.0)),
        Property::optional(
            "LogoutURLs",
            Shape::list(
                &Shape::TEXT
                    .pattern(r"^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$")
                    .min_length(1)
                    .max_length(1024),
            )
            .max_length(100),
        ),
        Property::optional("Name", Shape::Json),
        Property::optional(
            "PreventUserExistenceErrors",
            Shape::one_of(PreventUserExistenceErrors::VALUES),
        ),
        Property::optional(
            "ReadAttributes",
            Shape::list(&Shape::TEXT.min_length(1).max_length(2048)),
        ),
        Property::optional("RefreshTokenRotation", Shape::Object(&REFRESH_TOKEN_ROTATION)),
        Property::optional("RefreshTokenValidity", Shape::INTEGER.min(1.0).max(315_360_000.0)),
        Property::optional(
            "SupportedIdentityProviders",
            Shape::list(
                &Shape::TEXT
                    .pattern(r"^[\p{L}\p{M}\p{S}\p{N}\p{P}\p{Z}]+$")
                    .min_length(1)
                    .max_length(32),
            ),
        ),
        Property::optional("TokenValidityUnits", Shape::Object(&TOKEN_VALIDITY_UNITS)),
        Property::required(
            "UserPoolId",
            Shape::TEXT
                .pattern(r"^[\w-]+_[0-9a-zA-Z]+$")
                .min_length(1)
                .max_length(55),
        ),
        Property::optional(
            "WriteAttributes",
            Shape::list(&Shape::TEXT.min_length(1).max_length(2048)),
        ),
    ],
    constraints: &[],
};

const PATTERN_1: &str =
    r"^arn:[\w+=/,.@-]+:[\w+=/,.@-]+:([\w+=/,.@-]*)?:[0-9]+:[\w+=/,.@-]+(:[\w+=/,.@-]+)?(:[\w+=/,.@-]+)?$";
