//! A site as a client of a pool: a public client, which has no secret and uses PKCE.

use infra_gen_cfn::{
    Handle, Id, List, LogicalId, Stack, Value,
    cognito::{self, user_pool_client as client},
    kind,
};
use serde::Deserialize;

use super::{FeaturePlan, Scope, SignInPages};

/// A site whose users sign in on a pool's pages.
pub struct SiteClient {
    /// The client.
    pub client: Handle<cognito::UserPoolClient>,
}

/// The options of a [`SiteClient`].
///
/// A client without sign-in pages, or without a callback URL, does not compile:
///
/// ```compile_fail,E0061
/// use infra_gen_constructs::{RedirectUrls, SignInPages, SiteClientProps};
///
/// fn props(pages: &SignInPages) -> SiteClientProps<'_> {
///     SiteClientProps::new(pages, RedirectUrls::new("https://words.example/signed-out"))
/// }
/// ```
#[derive(Clone)]
pub struct SiteClientProps<'a> {
    /// The pages on which the site's users sign in.
    pub pages: &'a SignInPages,
    /// The URLs that a sign-in may redirect to.
    pub callback_urls: RedirectUrls,
    /// The URLs that a sign-out may redirect to.
    pub sign_out_urls: RedirectUrls,
    /// The scopes of the access tokens, besides `openid` and `email`.
    pub scopes: Vec<Scope>,
    /// How long tokens are valid.
    pub token_minutes: TokenMinutes,
}

impl<'a> SiteClientProps<'a> {
    /// A site whose users sign in on `pages`.
    pub fn new(pages: &'a SignInPages, callback_urls: RedirectUrls, sign_out_urls: RedirectUrls) -> Self {
        Self {
            pages,
            callback_urls,
            sign_out_urls,
            scopes: Vec::new(),
            token_minutes: TokenMinutes::default(),
        }
    }
}

/// One or more URLs to which Cognito may redirect a browser: `https`, or `http://localhost` for development. Cognito
/// compares them character by character.
#[derive(Debug, Clone, PartialEq)]
pub struct RedirectUrls {
    /// The first URL.
    pub first: Value<String>,
    /// More URLs.
    pub others: Vec<Value<String>>,
}

impl RedirectUrls {
    /// Only `url`.
    pub fn new(url: impl Into<Value<String>>) -> Self {
        Self {
            first: url.into(),
            others: Vec::new(),
        }
    }
}

impl From<RedirectUrls> for Value<List<String>> {
    fn from(urls: RedirectUrls) -> Self {
        let mut all = vec![urls.first];
        all.extend(urls.others);
        Self::from(List(all))
    }
}

/// How long tokens are valid, in minutes. The default is Cognito's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct TokenMinutes {
    /// Access and ID tokens, 5 minutes to 1 day; by default 1 hour. This also limits how long a stolen token is usable.
    pub access: u16,
    /// Refresh tokens, 1 hour to 10 years; by default 30 days. After that, users sign in again.
    pub refresh: u32,
}

impl Default for TokenMinutes {
    fn default() -> Self {
        Self {
            access: 60,
            refresh: 30 * 24 * 60,
        }
    }
}

impl SiteClient {
    /// Adds a client to the stack, `<id>Client`, and with managed login its branding, `<id>Branding`.
    pub fn new(stack: &mut Stack, id: LogicalId, props: SiteClientProps<'_>) -> Self {
        let pages = props.pages;
        stack.within(id.as_str(), |stack| {
            let minutes = props.token_minutes;
            let scopes = ["openid", "email"]
                .into_iter()
                .chain(props.scopes.iter().map(Scope::name));
            let resource = cognito::UserPoolClient {
                generate_secret: Some(false.into()),
                allowed_oauth_flows_user_pool_client: Some(true.into()),
                allowed_oauth_flows: Some([client::AllowedOAuthFlow::Code].into()),
                allowed_oauth_scopes: Some(scopes.collect::<Vec<_>>().into()),
                supported_identity_providers: Some(["COGNITO"].into()),
                callback_urls: Some(props.callback_urls.into()),
                logout_urls: Some(props.sign_out_urls.into()),
                prevent_user_existence_errors: Some(client::PreventUserExistenceErrors::Enabled.into()),
                enable_token_revocation: Some(true.into()),
                access_token_validity: Some(i64::from(minutes.access).into()),
                id_token_validity: Some(i64::from(minutes.access).into()),
                refresh_token_validity: Some(i64::from(minutes.refresh).into()),
                token_validity_units: Some(in_minutes().into()),
                ..cognito::UserPoolClient::new(pages.pool.id())
            };
            let resource = with_refresh_tokens(resource, pages.pool.plan);
            let client = stack.add(id.join("Client"), resource);
            for scope in &props.scopes {
                stack.add_dependency(&client, scope.server());
            }
            pages.add_branding(stack, &id, &client);
            Self { client }
        })
    }

    /// The client's ID.
    pub fn id(&self) -> Value<Id<kind::cognito::UserPoolClient>> {
        self.client.reference()
    }
}

fn in_minutes() -> client::TokenValidityUnits {
    client::TokenValidityUnits {
        access_token: Some(client::AccessToken::Minutes.into()),
        id_token: Some(client::IdToken::Minutes.into()),
        refresh_token: Some(client::RefreshToken::Minutes.into()),
    }
}

/// How long the previous refresh token stays valid, in case the response with the new one was lost.
const GRACE_SECONDS: i64 = 30;

/// Sets how the site renews its tokens. A refresh token in a browser should be usable once (RFC 9700, section 2.2.2). That
/// excludes `REFRESH_TOKEN_AUTH`; the plan Lite does not offer rotation. The pages themselves authenticate with SRP.
fn with_refresh_tokens(resource: cognito::UserPoolClient, plan: FeaturePlan) -> cognito::UserPoolClient {
    use client::ExplicitAuthFlow::{AllowRefreshTokenAuth, AllowUserSrpAuth};
    if plan == FeaturePlan::Lite {
        return cognito::UserPoolClient {
            explicit_auth_flows: Some([AllowRefreshTokenAuth, AllowUserSrpAuth].into()),
            ..resource
        };
    }
    let rotation = client::RefreshTokenRotation {
        feature: Some(client::Feature::Enabled.into()),
        retry_grace_period_seconds: Some(GRACE_SECONDS.into()),
    };
    cognito::UserPoolClient {
        explicit_auth_flows: Some([AllowUserSrpAuth].into()),
        refresh_token_rotation: Some(rotation.into()),
        ..resource
    }
}
