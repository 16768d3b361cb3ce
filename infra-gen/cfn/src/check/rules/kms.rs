//! Keys: their usage, and their policies, which at least one principal must be able to change.
//! <https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html#KMS-CreateKey-request-Policy>

use crate::{
    check::{
        branches::{branches, items},
        cases::{Cases, View},
        catalog::services::kms::{KEY_POLICY_LOCKOUT, KEY_USAGE},
        policies::includes,
        query::{quoted, resources_of_type},
    },
    finding::{Finding, ValuePath},
    intrinsic_call::is_intrinsic_call,
    template::Template,
    value::Json,
};

pub(super) fn check(template: &Template, cases: &mut Cases<'_>, findings: &mut Vec<Finding>) {
    cases.each("AWS::KMS::Key", findings, usage);
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

/// <https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html#KMS-CreateKey-request-KeyUsage>
fn usage(key: &View<'_, '_>, findings: &mut Vec<Finding>) {
    const DEFAULT: &str = "ENCRYPT_DECRYPT";
    const USAGES: [(&str, &[&str]); 4] = [
        ("ECC_NIST_", &["KEY_AGREEMENT", "SIGN_VERIFY"]),
        ("HMAC_", &["GENERATE_VERIFY_MAC"]),
        ("RSA_", &[DEFAULT, "SIGN_VERIFY"]),
        ("SYMMETRIC_DEFAULT", &[DEFAULT]),
    ];
    let (spec, usage) = (key.get("KeySpec"), key.get("KeyUsage"));
    let kind = if spec.is_absent() {
        Some("SYMMETRIC_DEFAULT".into())
    } else {
        spec.text()
    };
    let Some((kind, (prefix, usages))) = kind.and_then(|kind| {
        let known = USAGES.iter().find(|(prefix, _)| kind.starts_with(prefix))?;
        Some((kind, *known))
    }) else {
        return;
    };
    let chosen = if usage.is_absent() {
        Some(DEFAULT.into())
    } else {
        usage.text()
    };
    if let Some(name) = chosen.filter(|name| !usages.contains(&name.as_ref())) {
        let message = format!("a key of the type `{kind}` does not support the usage `{name}`");
        let place = if usage.is_absent() { key } else { &usage };
        let hint = format!("set `KeyUsage` to {}", quoted(usages.iter().copied()));
        findings.push(place.found(KEY_USAGE.found(message, hint)));
    }
    let rotation = key.get("EnableKeyRotation");
    if rotation.is_true() && prefix != "SYMMETRIC_DEFAULT" {
        let message = format!("a key of the type `{kind}` cannot be rotated");
        findings.push(rotation.found(KEY_USAGE.found(message, "remove it")));
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
