//! A Cognito user pool whose users are created by administrators and sign in with their email address, with groups, the
//! scopes of its access tokens, and sign-in pages.
//!
//! Cognito's pages answer 403 unless a client has a domain, an identity provider, a callback URL and, with managed login, a
//! branding. So a [`SiteClient`] requires [`SignInPages`], which provide the domain and the look, and sets the rest itself.
//! Deliberately absent: self-service sign-up, client secrets, the implicit grant and text messages.

mod client;
mod group;
mod pages;
mod pool;
mod scopes;

pub use client::{RedirectUrls, SiteClient, SiteClientProps, TokenMinutes};
pub use group::{UserPoolGroup, UserPoolGroupProps};
pub use pages::{Branding, Look, SignInPages, SignInPagesProps};
pub use pool::{FeaturePlan, Invitation, Mfa, Protection, UserPool, UserPoolProps};
pub use scopes::{ResourceServer, ResourceServerProps, Scope, ScopeProps};
