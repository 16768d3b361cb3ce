//! The pages on which a pool's users sign in: a domain of Cognito and a look.

use infra_gen_cfn::{
    Handle, Json, LogicalId, Stack, Value,
    cognito::{self, UserPoolDomain},
    intrinsic::{concat, region},
};

use super::UserPool;

/// The sign-in pages of a pool.
pub struct SignInPages {
    /// The domain that serves the pages.
    pub domain: Handle<UserPoolDomain>,
    pub(super) pool: UserPool,
    pub(super) look: Look,
    domain_prefix: Value<String>,
}

/// The options of [`SignInPages`].
#[derive(Clone)]
pub struct SignInPagesProps<'a> {
    /// The pool whose users sign in.
    pub pool: &'a UserPool,
    /// The first part of the host name. It must be unique in the region, across all accounts.
    pub domain_prefix: Value<String>,
    /// How the pages look.
    pub look: Look,
}

impl<'a> SignInPagesProps<'a> {
    /// Pages in Cognito's own look at `https://PREFIX.auth.REGION.amazoncognito.com`.
    pub fn new(pool: &'a UserPool, domain_prefix: impl Into<Value<String>>) -> Self {
        Self {
            pool,
            domain_prefix: domain_prefix.into(),
            look: Look::default(),
        }
    }
}

/// How the pages look.
#[derive(Debug, Clone, PartialEq)]
pub enum Look {
    /// Managed login, with a branding per client. Not available in [`super::FeaturePlan::Lite`].
    ManagedLogin(Branding),
    /// The classic hosted UI, which has no branding.
    Classic,
}

impl Default for Look {
    fn default() -> Self {
        Self::ManagedLogin(Branding::default())
    }
}

/// The branding of a client's pages.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Branding {
    /// Cognito's own.
    #[default]
    CognitoProvided,
    /// Settings as the branding editor exports them. Cognito provides the settings that are missing.
    Settings(Json),
}

impl SignInPages {
    /// Adds the domain of the pages to the stack: `<id>Domain`.
    pub fn new(stack: &mut Stack, id: LogicalId, props: SignInPagesProps<'_>) -> Self {
        let SignInPagesProps {
            pool,
            domain_prefix,
            look,
        } = props;
        let version = match look {
            Look::Classic => 1,
            Look::ManagedLogin(_) => 2,
        };
        let domain = UserPoolDomain {
            managed_login_version: Some(version.into()),
            ..UserPoolDomain::new(domain_prefix.clone(), pool.id())
        };
        Self {
            domain: stack.add(id.join("Domain"), domain),
            pool: pool.clone(),
            look,
            domain_prefix,
        }
    }

    /// The base URL of the pages and of the OAuth endpoints, without a trailing slash.
    pub fn url(&self) -> Value<String> {
        concat([
            "https://".into(),
            self.domain_prefix.clone(),
            ".auth.".into(),
            region(),
            ".amazoncognito.com".into(),
        ])
    }

    /// Adds the branding of `client`, which managed login requires.
    pub(super) fn add_branding(
        &self,
        stack: &mut Stack,
        id: &LogicalId,
        client: &Handle<cognito::UserPoolClient>,
    ) {
        let Look::ManagedLogin(branding) = &self.look else {
            return;
        };
        let resource = cognito::ManagedLoginBranding {
            client_id: Some(client.reference().into()),
            ..cognito::ManagedLoginBranding::new(self.pool.id())
        };
        let resource = match branding {
            Branding::CognitoProvided => cognito::ManagedLoginBranding {
                use_cognito_provided_values: Some(true.into()),
                ..resource
            },
            Branding::Settings(settings) => cognito::ManagedLoginBranding {
                settings: Some(settings.clone().into()),
                ..resource
            },
        };
        stack.add(id.join("Branding"), resource);
    }
}
