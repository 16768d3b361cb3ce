//! Key policies: at least one principal must be able to change them.
//! <https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html#KMS-CreateKey-request-Policy>

use crate::{
    check::{
        branches::{branches, items},
        catalog::services::kms::KEY_POLICY_LOCKOUT,
        policies::includes,
        query::resources_of_type,
    },
    finding::{Finding, ValuePath},
    intrinsic_call::is_intrinsic_call,
    template::Template,
    value::Json,
};

pub(super) fn check(template: &Template, findings: &mut Vec<Finding>) {
    for type_name in ["AWS::KMS::Key", "AWS::KMS::ReplicaKey"] {
        for (id, key) in resources_of_type(template, type_name) {
            let bypass = key.properties.get("BypassPolicyLockoutSafetyCheck");
            if bypass.is_some_and(|bypass| bypass != false && bypass != "false") {
                continue;
            }
            if let Some(policy) = key.properties.get("KeyPolicy")
                && is_final(policy)
            {
                let found = KEY_POLICY_LOCKOUT.found(
                    "no principal may change this key policy, so KMS refuses it",
                    "allow `kms:PutKeyPolicy` to the account, `arn:aws:iam::ACCOUNT:root`",
                );
                findings.push(Finding::resource(id, "Properties.KeyPolicy", found));
            }
        }
    }
}

/// Whether no statement can allow `kms:PutKeyPolicy` to an account, role or user.
fn is_final(policy: &Json) -> bool {
    let Some(statements) = policy.get("Statement") else {
        return false;
    };
    branches(ValuePath::default(), statements)
        .into_iter()
        .flat_map(items)
        .all(|statement| !may_allow(statement.value))
}

fn may_allow(statement: &Json) -> bool {
    if !statement.is_object() || is_intrinsic_call(statement) {
        return true;
    }
    let is_allowing = statement.get("Effect").is_none_or(|effect| effect != "Deny");
    let has_user = statement.get("Principal").is_none_or(|principal| {
        principal.get("AWS").is_some() || !principal.is_object() || has_function(principal)
    });
    let allows = statement.get("Action").is_none_or(|actions| {
        branches(ValuePath::default(), actions)
            .into_iter()
            .flat_map(items)
            .any(|action| {
                action
                    .value
                    .as_str()
                    .is_none_or(|action| includes(action, "kms:PutKeyPolicy"))
            })
    });
    is_allowing && has_user && allows
}

fn has_function(principal: &Json) -> bool {
    let mut keys = principal.as_object().into_iter().flat_map(|map| map.keys());
    keys.any(|key| key == "Ref" || key.starts_with("Fn::"))
}
