//! What differs between the shop's environments: a data file each, in `environments/`.
//!
//! Nothing has a default but what an environment may truly lack, so that a file says all there is to know of it.

use infra_gen::{Environment, StackSettings};
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
