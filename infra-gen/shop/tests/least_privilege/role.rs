//! A role, as far as these tests read policies: statements that allow actions on resources, unconditionally. Anything else
//! in one has to be understood here before the tests can pass.

use serde_json::Value as Json;
use shop_testing::Permission;

use crate::pattern::matches;

/// A role of the account.
#[derive(Debug, Clone)]
pub(crate) struct Role {
    /// What it is called over all of AWS.
    pub(crate) arn: String,
    /// Each action that it allows on each pattern of resources.
    pub(crate) grants: Vec<Permission>,
    /// The ARNs of those who may take it on, beside services.
    pub(crate) trusts: Vec<String>,
}

/// A grant that a role is to be without.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Without {
    /// The logical ID of the role.
    pub(crate) role: String,
    /// The grant.
    pub(crate) grant: Permission,
}

impl Role {
    /// What takes it on. Whom the role trusts by name needs no grant for that.
    /// <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html>
    pub(crate) fn to_take_on(&self) -> Permission {
        Permission {
            action: "sts:AssumeRole".to_owned(),
            resource: self.arn.clone(),
        }
    }

    /// Whether the role's policies allow it.
    pub(crate) fn allows(&self, need: &Permission) -> bool {
        allow(&self.grants, need)
    }
}

/// Whether one of the grants allows it.
pub(crate) fn allow(grants: &[Permission], need: &Permission) -> bool {
    grants
        .iter()
        .any(|grant| grant.action == need.action && matches(&grant.resource, &need.resource))
}

/// What a policy document allows: an action and a pattern each. `text` says what a resource resolves to.
///
/// # Panics
/// When a statement does anything but allow named actions.
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

/// One or many are written alike in a policy.
pub(crate) fn many(value: &Json) -> &[Json] {
    match value {
        Json::Array(values) => values,
        one => std::slice::from_ref(one),
    }
}
