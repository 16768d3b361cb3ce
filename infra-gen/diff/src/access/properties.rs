//! The properties of any type that look like access by their names. They catch what the table does not list.

use infra_gen_cfn::Json;

use super::{judge, rule::Rule};
use crate::{iam::RESOURCE_POLICIES, model::PropertyChange};

/// Types whose CIDR blocks are their own addresses, not a filter.
const OWN_ADDRESSES: [&str; 5] = [
    "AWS::EC2::Route",
    "AWS::EC2::Subnet",
    "AWS::EC2::SubnetCidrBlock",
    "AWS::EC2::VPC",
    "AWS::EC2::VPCCidrBlock",
];

/// The names of properties that affect access, and parts of such names.
const ACCESS_NAMES: [&str; 19] = [
    "Acl",
    "Auth",
    "AuthType",
    "Events",
    "Fn::Transform",
    "Grantee",
    "Grants",
    "IamInstanceProfile",
    "InstanceProfile",
    "ManagedPolicies",
    "ManagedPolicyArns",
    "Policies",
    "PolicyArn",
    "PolicyArns",
    "Role",
    "Roles",
    "Scheme",
    "Share",
    "Shared",
];
const ACCESS_NAME_PARTS: [&str; 30] = [
    "AccessControl",
    "AccessPolic",
    "AllowExternal",
    "AllowList",
    "AllowPublic",
    "AllowedAccount",
    "AllowedPrincipal",
    "Anonymous",
    "AuthMode",
    "Authenticat",
    "Authoriz",
    "Cidr",
    "Egress",
    "ExternalAccess",
    "Firewall",
    "Guest",
    "Ingress",
    "Insecure",
    "IpRange",
    "Permission",
    "Principal",
    "Privileged",
    "PublicAccess",
    "PublicEndpoint",
    "RoleArn",
    "SecurityGroup",
    "SharedAccount",
    "TrustedAccount",
    "Unauthenticated",
    "Whitelist",
];

/// Whether the change is of a property that affects access, and no rule covers it.
pub(super) fn affects_access(type_name: &str, change: &PropertyChange, rules: &[&Rule]) -> bool {
    let Some(keys) = change.path.below_properties() else {
        return false;
    };
    let is_policy = keys
        .first()
        .is_some_and(|first| RESOURCE_POLICIES.contains(&first.as_str()));
    if is_policy {
        return false;
    }
    let search = Search { type_name, rules };
    // A rule below the change decides which of its parts affect access.
    let has_rules_below = rules.iter().any(|rule| judge::covers_keys(rule, &keys));
    if !has_rules_below && keys.iter().any(|key| search.is_access_name(key)) {
        return true;
    }
    let values = [change.change.before(), change.change.after()];
    values
        .into_iter()
        .flatten()
        .any(|value| search.has_access_name(&keys, value))
}

struct Search<'a> {
    type_name: &'a str,
    rules: &'a [&'a Rule],
}

impl Search<'_> {
    fn is_access_name(&self, name: &str) -> bool {
        let is_own_address = name.contains("Cidr") && OWN_ADDRESSES.contains(&self.type_name);
        let is_event = name == "Events" && !self.type_name.starts_with("AWS::Serverless::");
        let is_listed = ACCESS_NAMES.contains(&name) && !is_event;
        is_listed || ACCESS_NAME_PARTS.iter().any(|part| name.contains(part)) && !is_own_address
    }

    /// Whether the value has an entry with such a name, at any depth, that no rule covers.
    fn has_access_name(&self, keys: &[String], value: &Json) -> bool {
        let below = |key: &str, value: &Json| {
            let mut keys = keys.to_vec();
            keys.push(key.to_owned());
            let is_covered = self
                .rules
                .iter()
                .any(|rule| rule.segments().len() <= keys.len() && judge::covers_keys(rule, &keys));
            !is_covered && (self.is_access_name(key) || self.has_access_name(&keys, value))
        };
        match value {
            Json::Array(items) => items
                .iter()
                .enumerate()
                .any(|(index, item)| below(&index.to_string(), item)),
            Json::Object(entries) => entries.iter().any(|(name, entry)| below(name, entry)),
            _ => false,
        }
    }
}
