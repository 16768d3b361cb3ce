//! Sign-in: the employees' user pool and its pages, the site as its client, and the function that exchanges codes for
//! tokens. The contract defines the names that these parts share.
//!
//! Handlers get the values they need from their environment, the site gets them from the stack's outputs.

use infra_gen::{
    cfn::{
        LogicalId, Stack, Value,
        intrinsic::{account_id, concat, join, region, url_suffix},
    },
    constructs::{
        Branding, FeaturePlan, HttpProxy, Invitation, Look, Protection, RedirectUrls, ResourceServer,
        ResourceServerProps, Scope, ScopeProps, SignInPages, SignInPagesProps, SiteClient, SiteClientProps,
        UserPool, UserPoolGroup, UserPoolGroupProps, UserPoolProps,
    },
};
use shop_contract::{
    ExchangeTokensEnv,
    sign_in::{
        CALLBACK_PATH, EMPLOYEE_SCOPE, EMPLOYEES_GROUP, MANAGER_GROUP, RESOURCE_SERVER, SIGNED_OUT_PATH,
        STAFF_GROUP,
    },
};

use super::{functions::Functions, removal};
use crate::settings::{Pages, Settings, ThreatProtection};

const EMPLOYEES: LogicalId = LogicalId::new("Employees");
const SITE: LogicalId = LogicalId::new("EmployeesSite");

/// The groups of the pool with their descriptions.
const GROUPS: [(&str, &str); 3] = [
    (STAFF_GROUP, "Can view orders, adjust stock and request reports"),
    (MANAGER_GROUP, "Can do what staff can, and edit products"),
    (
        EMPLOYEES_GROUP,
        "The former name of the group staff; its members count as staff",
    ),
];

/// The API's path that forwards to the pool's token endpoint.
pub(super) const TOKEN_PATH: &str = "/oauth2/token";

/// The path of the pool's endpoint that returns the user of a token.
const USER_INFO_PATH: &str = "/oauth2/userInfo";

/// How long the gateway waits for the pool, in milliseconds: less than `exchange_tokens` waits for the gateway.
const TOKEN_TIMEOUT_MILLIS: u16 = 8_000;

/// The user pool and what depends on it.
pub(super) struct SignIn {
    /// The pool.
    pub(super) pool: UserPool,
    /// The site as a client of the pool.
    pub(super) client: SiteClient,
    /// The scope that employee routes require.
    pub(super) employee: Scope,
    /// The issuer in the pool's tokens.
    pub(super) issuer: Value<String>,
    /// The base URL of the pool's keys and discovery document.
    pub(super) authority: Value<String>,
    /// The scheme and host of the authority.
    pub(super) authority_origin: Value<String>,
    /// The base URL of the sign-in pages, without a trailing slash.
    pub(super) pages: Value<String>,
    callback: Value<String>,
}

impl SignIn {
    pub(super) fn new(stack: &mut Stack, settings: &Settings, site_origin: &Value<String>) -> Self {
        let sign_in = &settings.sign_in;
        let props = UserPoolProps {
            mfa: sign_in.mfa,
            plan: plan(sign_in.threat_protection),
            invitation: invitation(),
            deletion_protection: settings.data.retain,
            removal: removal(settings),
        };
        let pool = UserPool::new(stack, EMPLOYEES, props);
        for (group, description) in GROUPS {
            UserPoolGroup::new(
                stack,
                EMPLOYEES.join(group),
                UserPoolGroupProps {
                    description: Some(description.into()),
                    ..UserPoolGroupProps::new(&pool, group)
                },
            );
        }
        let resource_server = ResourceServer::new(
            stack,
            EMPLOYEES.join(RESOURCE_SERVER),
            ResourceServerProps {
                scopes: vec![ScopeProps::new(EMPLOYEE_SCOPE, "Use the staff pages")],
                ..ResourceServerProps::new(&pool, RESOURCE_SERVER)
            },
        );
        let employee = resource_server.scope(EMPLOYEE_SCOPE);

        // The account ID makes the prefix unique among all accounts.
        let prefix = join("-", [sign_in.domain_prefix.as_str().into(), account_id()]);
        let pages = SignInPages::new(
            stack,
            EMPLOYEES,
            SignInPagesProps {
                look: look(sign_in.pages),
                ..SignInPagesProps::new(&pool, prefix)
            },
        );
        let callback = concat([site_origin.clone(), CALLBACK_PATH.into()]);
        let signed_out = concat([site_origin.clone(), SIGNED_OUT_PATH.into()]);
        let client = SiteClient::new(
            stack,
            SITE,
            SiteClientProps {
                scopes: vec![employee.clone()],
                token_minutes: sign_in.token_minutes,
                ..SiteClientProps::new(
                    &pages,
                    RedirectUrls::new(callback.clone()),
                    RedirectUrls::new(signed_out),
                )
            },
        );

        let issuer = pool.issuer();
        let (authority, authority_origin, pages) = match &settings.stack.endpoint {
            None => (issuer.clone(), cognito_origin(), pages.url()),
            Some(endpoint) => (
                concat([format!("{endpoint}/").into(), pool.id().into()]),
                endpoint.as_str().into(),
                endpoint.as_str().into(),
            ),
        };
        Self {
            pool,
            client,
            employee,
            issuer,
            authority,
            authority_origin,
            pages,
            callback,
        }
    }

    /// The client for which tokens have to be issued.
    pub(super) fn client_id(&self) -> Value<String> {
        self.client.id().into()
    }

    /// The pool's token endpoint, to which the API forwards requests.
    pub(super) fn token_endpoint(&self) -> HttpProxy {
        HttpProxy {
            timeout_millis: TOKEN_TIMEOUT_MILLIS,
            ..HttpProxy::new(concat([self.pages.clone(), TOKEN_PATH.into()]))
        }
    }

    /// The URL of the pool's endpoint that returns the user of a token.
    pub(super) fn user_info(&self) -> Value<String> {
        concat([self.pages.clone(), USER_INFO_PATH.into()])
    }

    /// Adds the function that exchanges an authorization code for tokens, through the API's own [`TOKEN_PATH`].
    pub(super) fn add_functions(
        &self,
        stack: &mut Stack,
        functions: &mut Functions<'_>,
        api_url: &Value<String>,
        site_origin: &Value<String>,
    ) {
        functions.add_request_handler(
            stack,
            ExchangeTokensEnv {
                token_endpoint: concat([api_url.clone(), TOKEN_PATH.into()]),
                user_pool_client: self.client_id(),
                redirect_uris: self.callback.clone(),
                allowed_origins: site_origin.clone(),
            },
        );
    }
}

fn invitation() -> Invitation {
    Invitation {
        subject: "Your Quarter Past staff account".into(),
        message: "<p>Sign in to Quarter Past as {username}.</p>\
                  <p>Your temporary password is {####}. It expires after three days.</p>"
            .into(),
        valid_days: 3,
    }
}

fn plan(protection: ThreatProtection) -> FeaturePlan {
    match protection {
        ThreatProtection::Off => FeaturePlan::Essentials,
        ThreatProtection::Audited => FeaturePlan::Plus(Protection::Audited),
        ThreatProtection::Enforced => FeaturePlan::Plus(Protection::Enforced),
    }
}

fn look(pages: Pages) -> Look {
    match pages {
        Pages::ManagedLogin => Look::ManagedLogin(Branding::CognitoProvided),
        Pages::Classic => Look::Classic,
    }
}

/// The scheme and host of the authority of every pool in the region.
fn cognito_origin() -> Value<String> {
    concat(["https://cognito-idp.".into(), region(), ".".into(), url_suffix()])
}
