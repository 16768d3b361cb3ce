//! A Cognito user pool whose members are created by administrators and sign in by e-mail, with its groups, the scopes
//! that its tokens can have, and pages to sign in on.
//!
//! The pages answer 403 when a client lacks any of what they need: a domain, an identity provider, a callback, and, on
//! managed login, a style. So a [`SiteClient`] is only made from [`SignInPages`], which are a domain and its look, and
//! everything else is set here. Sign-up by oneself, client secrets, the implicit grant and text messages are left out
//! on purpose.

mod client;
mod pages;
mod pool;
mod scopes;

pub use client::{RedirectUrls, SiteClient, SiteClientProps, TokenMinutes};
pub use pages::{Branding, Look, SignInPages};
pub use pool::{FeaturePlan, Invitation, Mfa, Protection, UserPool, UserPoolProps};
pub use scopes::{ResourceServer, Scope};
