//! A site that signs people in: a public client, which keeps no secret and so proves itself by PKCE.

use infra_gen_cfn::{
    Handle, Id, LogicalId, Stack, Value,
    cognito::{self, user_pool_client as client},
    kind,
};
use serde::Deserialize;

use super::{FeaturePlan, Scope, SignInPages};

/// A site whose visitors sign in on a pool's pages.
pub struct SiteClient {
    /// The client.
    pub client: Handle<cognito::UserPoolClient>,
}

/// What a site's client needs.
///
/// A client without a callback does not compile:
///
/// ```compile_fail,E0063
/// use infra_gen_constructs::{RedirectUrls, SiteClientProps, TokenMinutes};
///
/// let props = SiteClientProps {
///     sign_out_urls: RedirectUrls::one("https://words.example/signed-out"),
///     scopes: &[],
///     token_minutes: TokenMinutes { access: 15, refresh: 720 },
/// };
/// ```
pub struct SiteClientProps<'a> {
    /// Where a sign-in may come back to.
    pub callback_urls: RedirectUrls,
    /// Where a sign-out may come back to.
    pub sign_out_urls: RedirectUrls,
    /// What its access tokens are good for.
    pub scopes: &'a [Scope],
    /// How long its tokens are good.
    pub token_minutes: TokenMinutes,
}

/// Addresses, at least one, that a browser may be sent to: `https`, or `http` on the developer's own machine. They are
/// compared letter by letter.
#[derive(Debug, Clone, PartialEq)]
pub struct RedirectUrls {
    /// One.
    pub first: Value<String>,
    /// More.
    pub others: Vec<Value<String>>,
}

/// How long tokens are good, in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct TokenMinutes {
    /// Access and ID tokens: 5 minutes to a day. What a stolen one is good for ends with it.
    pub access: u16,
    /// The refresh token, an hour to ten years: after it, one signs in again.
    pub refresh: u32,
}

impl RedirectUrls {
    /// Only `url`.
    pub fn one(url: impl Into<Value<String>>) -> Self {
        Self {
            first: url.into(),
            others: Vec::new(),
        }
    }
}

/// How long the refresh token before the last is still taken, for an answer that was lost on the way.
const GRACE_SECONDS: i64 = 30;

impl SignInPages {
    /// Adds a site to the stack, `<id>Client`, and its style, `<id>Branding`, where the pages want one.
    pub fn add_site(&self, stack: &mut Stack, id: &LogicalId, props: SiteClientProps<'_>) -> SiteClient {
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
                ..cognito::UserPoolClient::new(self.pool.id())
            };
            let resource = self.refreshing(resource);
            let made = stack.add(id.join("Client"), resource);
            for scope in props.scopes {
                stack.add_dependency(&made, scope.server());
            }
            self.dress(stack, id, &made);
            SiteClient { client: made }
        })
    }

    /// How the site renews its tokens. A refresh token in a browser should be good for one use (RFC 9700, section
    /// 2.2.2), which rules `REFRESH_TOKEN_AUTH` out, and which the smallest plan does not offer. The pages themselves
    /// ask for a password by SRP.
    fn refreshing(&self, resource: cognito::UserPoolClient) -> cognito::UserPoolClient {
        use client::ExplicitAuthFlow::{AllowRefreshTokenAuth, AllowUserSrpAuth};
        if self.pool.plan == FeaturePlan::Lite {
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
}

impl SiteClient {
    /// The client's ID.
    pub fn id(&self) -> Value<Id<kind::cognito::UserPoolClient>> {
        self.client.reference()
    }
}

impl From<RedirectUrls> for Value<infra_gen_cfn::List<String>> {
    fn from(urls: RedirectUrls) -> Self {
        let mut all = vec![urls.first];
        all.extend(urls.others);
        Self::from(infra_gen_cfn::List(all))
    }
}

fn in_minutes() -> client::TokenValidityUnits {
    client::TokenValidityUnits {
        access_token: Some(client::AccessToken::Minutes.into()),
        id_token: Some(client::IdToken::Minutes.into()),
        refresh_token: Some(client::RefreshToken::Minutes.into()),
    }
}
