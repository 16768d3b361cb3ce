//! The properties that affect access, recognized by name.

use infra_gen_cfn::Json;

use super::public::PUBLIC_FLAGS;
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
const ACCESS_NAMES: [&str; 15] = [
    "Auth",
    "AuthType",
    "Events",
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
];
const ACCESS_NAME_PARTS: [&str; 13] = [
    "AccessControl",
    "AccessPolic",
    "Anonymous",
    "Authenticat",
    "Authoriz",
    "Cidr",
    "Egress",
    "Ingress",
    "Permission",
    "Principal",
    "PublicAccess",
    "RoleArn",
    "SecurityGroup",
];

/// Whether the change is of a property that affects access, and is not compared by meaning.
pub(super) fn affects_access(type_name: &str, change: &PropertyChange) -> bool {
    let Some(keys) = change.path.below_properties() else {
        return false;
    };
    let is_compared = keys.first().is_some_and(|first| {
        RESOURCE_POLICIES.contains(&first.as_str())
            || first == "PublicAccessBlockConfiguration"
            || first == "AccessControl" && type_name == "AWS::S3::Bucket"
            || first == "AuthType" && type_name == "AWS::Lambda::Url"
    });
    if is_compared {
        return change.through.is_some();
    }
    let is_flag = keys
        .last()
        .is_some_and(|last| PUBLIC_FLAGS.contains(&last.as_str()));
    if is_flag {
        return change.through.is_some();
    }
    let is_access_name = |name: &str| {
        let is_own_address = name.contains("Cidr") && OWN_ADDRESSES.contains(&type_name);
        let is_event = name == "Events" && !type_name.starts_with("AWS::Serverless::");
        let is_listed = ACCESS_NAMES.contains(&name) && !is_event;
        is_listed || ACCESS_NAME_PARTS.iter().any(|part| name.contains(part)) && !is_own_address
    };
    let values = [change.change.before(), change.change.after()];
    keys.iter().any(|key| is_access_name(key))
        || values
            .into_iter()
            .flatten()
            .any(|value| has_name(value, &is_access_name))
}

/// Whether the value has an entry with a matching name, at any depth.
fn has_name(value: &Json, matches: &impl Fn(&str) -> bool) -> bool {
    match value {
        Json::Array(items) => items.iter().any(|item| has_name(item, matches)),
        Json::Object(entries) => entries
            .iter()
            .any(|(name, entry)| matches(name) || has_name(entry, matches)),
        _ => false,
    }
}
