//! `Condition`: operators, keys and values.
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html>

use super::{Elements, Policy};
use crate::{
    check::{
        branches::{Branch, branches, items},
        catalog::policies::INVALID_POLICY_CONDITION,
        functions::describe,
        hint::did_you_mean,
    },
    finding::{Unplaced, ValuePath},
    intrinsic_call::{intrinsic_call, is_function_key, is_intrinsic_call},
    value::Json,
};

impl Policy<'_> {
    pub(super) fn condition(&mut self, statement: &ValuePath, elements: &Elements) {
        let Some(condition) = elements.get("Condition") else {
            return;
        };
        for branch in branches(statement.clone().key("Condition"), condition) {
            let Some(operators) = self.map(&branch, "`Condition`") else {
                continue;
            };
            for (operator, keys) in operators {
                let path = branch.path.clone().key(operator);
                if is_function_key(operator) {
                    continue;
                }
                self.report_at(&path, operator_fault(operator));
                for branch in branches(path, keys) {
                    self.keys(operator, &branch);
                }
            }
        }
    }

    fn keys(&mut self, operator: &str, branch: &Branch<'_>) {
        let Some(keys) = self.map(branch, "the keys of an operator") else {
            return;
        };
        for (key, values) in keys {
            let path = branch.path.clone().key(key);
            if is_function_key(key) {
                continue;
            }
            self.report_at(&path, key_fault(key));
            for value in branches(path, values).into_iter().flat_map(items) {
                self.report_at(&value.path, value_fault(operator, value.value));
            }
        }
    }

    /// The entries of a map; reports other values.
    fn map<'v>(&mut self, branch: &Branch<'v>, name: &str) -> Option<&'v Elements> {
        match branch.value {
            Json::Object(map) => intrinsic_call(map).is_none().then_some(map),
            other => {
                let message = format!("{name} must be a map; found {}", describe(other));
                let found = INVALID_POLICY_CONDITION.found(message, "write it as `{operator: {key: value}}`");
                self.report_at(&branch.path, Some(found));
                None
            }
        }
    }
}

fn operator_fault(operator: &str) -> Option<Unplaced> {
    let (set, base) = match operator.split_once(':') {
        Some((set, base)) => (Some(set), base),
        None => (None, operator),
    };
    let name = base.strip_suffix("IfExists").unwrap_or(base);
    if base == "NullIfExists" {
        return Some(INVALID_POLICY_CONDITION.found(
            "`Null` has no form with `IfExists`",
            "use `Null`, which tests whether the key exists",
        ));
    }
    if set.is_none_or(|set| SETS.contains(&set)) && OPERATORS.contains(&name) {
        return None;
    }
    let message = format!("`{operator}` is not a condition operator");
    let hint = match set {
        Some(set) if !SETS.contains(&set) => did_you_mean(set, SETS, "use `ForAllValues:` or `ForAnyValue:`"),
        _ => did_you_mean(
            name,
            OPERATORS,
            "see the list of condition operators in the IAM User Guide",
        ),
    };
    Some(INVALID_POLICY_CONDITION.found(message, hint))
}

/// A key has a prefix: `aws:` or that of a service or identity provider.
fn key_fault(key: &str) -> Option<Unplaced> {
    let is_complete = key
        .split_once(':')
        .is_some_and(|(prefix, name)| !prefix.is_empty() && !name.is_empty());
    (!is_complete).then(|| {
        INVALID_POLICY_CONDITION.found(
            format!("the condition key `{key}` has no prefix"),
            format!("write it as `aws:{key}`, or with the prefix of the service"),
        )
    })
}

fn value_fault(operator: &str, value: &Json) -> Option<Unplaced> {
    if is_intrinsic_call(value) {
        return None;
    }
    if value.is_object() || value.is_array() {
        let message = format!(
            "the value of a condition must be a string; found {}",
            describe(value)
        );
        return Some(INVALID_POLICY_CONDITION.found(message, "use a string or a list of strings"));
    }
    let is_boolean = value.is_boolean() || value.as_str().is_none_or(|text| matches!(text, "true" | "false"));
    (operator == "Null" && !is_boolean).then(|| {
        INVALID_POLICY_CONDITION.found(
            format!("the value of `Null` must be `true` or `false`; found {value}"),
            "use `true` if the key must be absent, and `false` if it must be present",
        )
    })
}

/// Compare a key with several values.
const SETS: [&str; 2] = ["ForAllValues", "ForAnyValue"];

/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html>
const OPERATORS: [&str; 27] = [
    "ArnEquals",
    "ArnLike",
    "ArnNotEquals",
    "ArnNotLike",
    "BinaryEquals",
    "Bool",
    "DateEquals",
    "DateGreaterThan",
    "DateGreaterThanEquals",
    "DateLessThan",
    "DateLessThanEquals",
    "DateNotEquals",
    "IpAddress",
    "NotIpAddress",
    "Null",
    "NumericEquals",
    "NumericGreaterThan",
    "NumericGreaterThanEquals",
    "NumericLessThan",
    "NumericLessThanEquals",
    "NumericNotEquals",
    "StringEquals",
    "StringEqualsIgnoreCase",
    "StringLike",
    "StringNotEquals",
    "StringNotEqualsIgnoreCase",
    "StringNotLike",
];
