//! The pages that a pool's members sign in on: a domain of Cognito's, and how they look.

use infra_gen_cfn::{
    Handle, Json, LogicalId, Stack, Value,
    cognito::{self, UserPoolDomain},
    intrinsic::{concat, region},
};

use super::UserPool;

/// The pages of a pool.
pub struct SignInPages {
    /// The domain that they are served at.
    pub domain: Handle<UserPoolDomain>,
    pub(super) pool: UserPool,
    pub(super) look: Look,
    prefix: Value<String>,
}

/// How the pages look.
#[derive(Debug, Clone, PartialEq)]
pub enum Look {
    /// Cognito's managed login. It serves a client's pages only if the client has a style. Not on
    /// [`super::FeaturePlan::Lite`].
    ManagedLogin(Branding),
    /// Cognito's classic pages, which need no style.
    Classic,
}

/// The style of a client's pages.
#[derive(Debug, Clone, PartialEq)]
pub enum Branding {
    /// Cognito's own.
    CognitoProvided,
    /// Settings of one's own, as the branding editor exports them; what they leave out is Cognito's.
    Settings(Json),
}

impl UserPool {
    /// Serves sign-in pages for the pool at `https://PREFIX.auth.REGION.amazoncognito.com`. The prefix is one that
    /// nobody else in the region has, of any account.
    pub fn add_pages(&self, stack: &mut Stack, prefix: Value<String>, look: Look) -> SignInPages {
        let version = match look {
            Look::Classic => 1,
            Look::ManagedLogin(_) => 2,
        };
        let domain = UserPoolDomain {
            managed_login_version: Some(version.into()),
            ..UserPoolDomain::new(prefix.clone(), self.id())
        };
        SignInPages {
            domain: stack.add(self.logical_id().join("Domain"), domain),
            pool: self.clone(),
            look,
            prefix,
        }
    }
}

impl SignInPages {
    /// Where the pages are, and the endpoints of OAuth beside them; without a final slash.
    pub fn url(&self) -> Value<String> {
        concat([
            "https://".into(),
            self.prefix.clone(),
            ".auth.".into(),
            region(),
            ".amazoncognito.com".into(),
        ])
    }

    /// Gives `client` its style, where its pages are not served without one.
    pub(super) fn dress(&self, stack: &mut Stack, id: &LogicalId, client: &Handle<cognito::UserPoolClient>) {
        let Look::ManagedLogin(branding) = &self.look else {
            return;
        };
        let style = cognito::ManagedLoginBranding {
            client_id: Some(client.reference().into()),
            ..cognito::ManagedLoginBranding::new(self.pool.id())
        };
        let style = match branding {
            Branding::CognitoProvided => cognito::ManagedLoginBranding {
                use_cognito_provided_values: Some(true.into()),
                ..style
            },
            Branding::Settings(settings) => cognito::ManagedLoginBranding {
                settings: Some(settings.clone().into()),
                ..style
            },
        };
        stack.add(id.join("Branding"), style);
    }
}
