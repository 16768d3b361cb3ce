//! A role and its grants. Only statements that allow actions on resources without conditions are supported; any other
//! statement fails the tests.

use serde_json::Value as Json;
use shop_testing::Permission;

use crate::pattern::matches;

/// A role of the account.
#[derive(Debug, Clone)]
pub(crate) struct Role {
    /// The role's ARN.
    pub(crate) arn: String,
    /// Each allowed action, with a pattern of resources.
    pub(crate) grants: Vec<Permission>,
    /// The ARNs of the roles that may assume it.
    pub(crate) trusts: Vec<String>,
}

/// A grant that is removed from a role for a test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RemovedGrant {
    /// The logical ID of the role.
    pub(crate) role: String,
    /// The grant.
    pub(crate) grant: Permission,
}

impl Role {
    /// The permission to assume the role. A role that the trust policy names needs no grant for it.
    /// <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html>
    pub(crate) fn assume_permission(&self) -> Permission {
        Permission {
            action: "sts:AssumeRole".to_owned(),
            resource: self.arn.clone(),
        }
    }

    /// Whether the role's policies allow the permission.
    pub(crate) fn allows(&self, need: &Permission) -> bool {
        allow(&self.grants, need)
    }
}

/// Whether one of the grants allows the permission.
pub(crate) fn allow(grants: &[Permission], need: &Permission) -> bool {
    grants
        .iter()
        .any(|grant| grant.action == need.action && matches(&grant.resource, &need.resource))
}

/// The grants in a policy document. `text` resolves a resource.
///
/// # Panics
/// When a statement denies or has a condition.
pub(crate) fn grants(document: &Json, text: impl Fn(&Json) -> String) -> Vec<Permission> {
    let mut grants = Vec::new();
    for statement in many(&document["Statement"]) {
        assert_eq!(statement["Effect"], "Allow", "{statement}");
        assert!(statement.get("Condition").is_none(), "{statement}");
        for action in many(&statement["Action"]) {
            for resource in many(&statement["Resource"]) {
                grants.push(Permission {
                    action: action.as_str().expect("an action").to_owned(),
                    resource: text(resource),
                });
            }
        }
    }
    grants
}

/// The values of a list, or a single value. Policies allow both forms.
pub(crate) fn many(value: &Json) -> &[Json] {
    match value {
        Json::Array(values) => values,
        one => std::slice::from_ref(one),
    }
}
