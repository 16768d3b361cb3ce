//! Signing in: the employees' user pool and its pages, the site as its client, and the function that gets the site its
//! tokens. What the parts have to agree on is the contract's word.
//!
//! Nothing is ever copied from here by hand: handlers are told by their environment, the site by the stack's outputs.

use infra_gen::{
    cfn::{
        LogicalId, Stack, Value,
        intrinsic::{account_id, concat, join, region, url_suffix},
    },
    constructs::{
        Branding, FeaturePlan, HttpProxy, Invitation, Look, Protection, RedirectUrls, Scope, SiteClient,
        SiteClientProps, UserPool, UserPoolProps,
    },
};
use shop_contract::{
    ExchangeTokensEnv,
    sign_in::{CALLBACK_PATH, EMPLOYEE_SCOPE, EMPLOYEES_GROUP, RESOURCE_SERVER, SIGNED_OUT_PATH},
};

use super::{functions::Functions, removal};
use crate::settings::{Pages, Settings, ThreatProtection};

const EMPLOYEES: LogicalId = LogicalId::new("Employees");
const SITE: LogicalId = LogicalId::new("EmployeesSite");

/// The path of the API at which the pool's own token endpoint is reached.
pub(super) const TOKEN_PATH: &str = "/oauth2/token";

/// The path of the pool's own endpoint that tells who a token was made out to.
const USER_INFO_PATH: &str = "/oauth2/userInfo";

/// How long the gateway waits for the pool: less than `exchange_tokens` waits for the gateway.
const TOKEN_TIMEOUT_MILLIS: u16 = 8_000;

/// The user pool and what was made for it.
pub(super) struct SignIn {
    /// The pool.
    pub(super) pool: UserPool,
    /// The site as a client of the pool.
    pub(super) client: SiteClient,
    /// What an access token has to be good for where only employees may call.
    pub(super) employee: Scope,
    /// What tokens say of where they come from.
    pub(super) issuer: Value<String>,
    /// Where the pool's keys and its discovery document are served.
    pub(super) authority: Value<String>,
    /// Scheme and host of the authority.
    pub(super) authority_origin: Value<String>,
    /// Where the pages are, without a final slash.
    pub(super) pages: Value<String>,
    callback: Value<String>,
}

impl SignIn {
    pub(super) fn new(stack: &mut Stack, settings: &Settings, site_origin: &Value<String>) -> Self {
        let sign_in = &settings.sign_in;
        let props = UserPoolProps {
            mfa: sign_in.mfa,
            plan: plan(sign_in.threat_protection),
            invitation: INVITATION,
            deletion_protection: settings.data.retain,
            removal: removal(settings),
        };
        let pool = UserPool::new(stack, &EMPLOYEES, &props);
        pool.add_group(stack, EMPLOYEES_GROUP, "May look at orders and ask for reports");
        let api = pool.add_resource_server(
            stack,
            RESOURCE_SERVER,
            &[(EMPLOYEE_SCOPE, "Do what employees may do")],
        );
        let employee = api.scope(EMPLOYEE_SCOPE);

        // Prefixes are taken by whoever comes first, of any account: the account's number keeps ours apart.
        let prefix = join("-", [sign_in.domain_prefix.as_str().into(), account_id()]);
        let pages = pool.add_pages(stack, prefix, look(sign_in.pages));
        let callback = concat([site_origin.clone(), CALLBACK_PATH.into()]);
        let client = pages.add_site(
            stack,
            &SITE,
            SiteClientProps {
                callback_urls: RedirectUrls::one(callback.clone()),
                sign_out_urls: RedirectUrls::one(concat([site_origin.clone(), SIGNED_OUT_PATH.into()])),
                scopes: std::slice::from_ref(&employee),
                token_minutes: sign_in.token_minutes,
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

    /// The client that a token has to be made out to.
    pub(super) fn client_id(&self) -> Value<String> {
        self.client.id().into()
    }

    /// The pool's own token endpoint, which the API hands requests on to.
    pub(super) fn token_endpoint(&self) -> HttpProxy {
        HttpProxy {
            url: concat([self.pages.clone(), TOKEN_PATH.into()]),
            timeout_millis: TOKEN_TIMEOUT_MILLIS,
        }
    }

    /// Where the pool tells who an access token was made out to.
    pub(super) fn user_info(&self) -> Value<String> {
        concat([self.pages.clone(), USER_INFO_PATH.into()])
    }

    /// Adds the function that exchanges what a sign-in brings for tokens, through the API's own [`TOKEN_PATH`].
    pub(super) fn add_functions(
        &self,
        stack: &mut Stack,
        functions: &mut Functions<'_>,
        api_url: &Value<String>,
        site_origin: &Value<String>,
    ) {
        functions.answering(
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

const INVITATION: Invitation<'static> = Invitation {
    subject: "Your account at the cookie shop",
    message: "<p>You can sign in at the cookie shop as {username}.</p>\
              <p>The password for your first sign-in is {####} and is good for three days.</p>",
    valid_days: 3,
};

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

/// Scheme and host of every pool's authority in the region.
fn cognito_origin() -> Value<String> {
    concat(["https://cognito-idp.".into(), region(), ".".into(), url_suffix()])
}
