//! What differs between the shop's environments: a data file each, in `environments/`.
//!
//! Nothing has a default but what an environment may truly lack, so that a file says all there is to know of it.

use infra_gen::{
    Environment, StackSettings,
    constructs::{Mfa, TokenMinutes},
};
use serde::Deserialize;

/// One environment by the name of its file.
macro_rules! environment {
    ($name:literal) => {
        Environment {
            name: $name,
            path: concat!("infra-gen/shop/environments/", $name, ".yaml"),
            text: include_str!(concat!("../environments/", $name, ".yaml")),
        }
    };
}

/// The environments, from a developer's machine to the customers'.
pub const ENVIRONMENTS: &[Environment] = &[
    environment!("local"),
    environment!("dev"),
    environment!("staging"),
    environment!("prod"),
];

/// Everything that a data file says.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Settings {
    /// Where the stack lives.
    pub stack: StackSettings,
    /// The origin of the site where it is not the distribution's own, `http://localhost:5173`.
    #[serde(default)]
    pub site_origin: Option<String>,
    /// What becomes of products, pictures and logs.
    pub data: Data,
    /// How the functions run.
    pub functions: Functions,
    /// How the API is protected and watched.
    pub api: Api,
    /// How employees sign in.
    pub sign_in: SignIn,
}

/// What becomes of data.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Data {
    /// Whether tables, buckets and logs outlive the stack.
    pub retain: bool,
    /// How long logs are kept, in days.
    pub log_retention_days: u16,
}

/// How the functions run.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Functions {
    /// Memory of a function that answers a request, in MiB.
    pub memory_mib: u16,
    /// Whether X-Ray traces requests.
    pub tracing: bool,
}

/// How the API is protected and watched.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Api {
    /// Requests a second that the API takes in the long run.
    pub rate: u32,
    /// Requests that it takes at once.
    pub burst: u32,
    /// Whether this stack sets the role under which API Gateway logs; one stack of an account and region does.
    pub sets_account_role: bool,
}

/// How employees sign in.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct SignIn {
    /// The first part of the pages' host name; the account's number follows.
    pub domain_prefix: String,
    /// Which of Cognito's pages are served.
    pub pages: Pages,
    /// Whether a second factor is asked for.
    pub mfa: Mfa,
    /// Whether Cognito looks for stolen passwords and unusual sign-ins, at a price a member and month.
    pub threat_protection: ThreatProtection,
    /// How long tokens are good.
    pub token_minutes: TokenMinutes,
}

/// Which of Cognito's pages are served.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Pages {
    /// Managed login.
    ManagedLogin,
    /// The classic pages, the only ones that the local endpoint knows.
    Classic,
}

/// Whether Cognito looks for stolen passwords and unusual sign-ins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ThreatProtection {
    /// It does not.
    Off,
    /// It logs what it finds.
    Audited,
    /// It refuses such a sign-in, or has it pass a second factor.
    Enforced,
}
