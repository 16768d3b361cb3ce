//! The table: which properties open or restrict access, with AWS's page for each.
//!
//! - `network.rs`: networks, load balancers, endpoints, firewalls.
//! - `data.rs`: databases, storage, queues, builds.
//! - `api.rs`: APIs and their authorizers.
//! - `identity.rs`: identities, sign-in, sharing.

mod api;
mod data;
mod identity;
mod network;

use super::rule::Rule;

const TABLES: [&[Rule]; 4] = [api::RULES, data::RULES, identity::RULES, network::RULES];

/// The rows for a type, including those for every type.
pub(super) fn of_type(type_name: &str) -> impl Iterator<Item = &'static Rule> {
    all().filter(move |rule| rule.type_name == type_name || rule.type_name == "*")
}

/// All rows.
pub(super) fn all() -> impl Iterator<Item = &'static Rule> {
    TABLES.into_iter().flatten()
}
