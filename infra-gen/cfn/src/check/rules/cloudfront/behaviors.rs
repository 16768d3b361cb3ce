//! Cache behaviors: methods, cache settings and functions.

use std::collections::BTreeSet;

use crate::{
    check::{
        cases::View,
        catalog::services::cloudfront::{FUNCTION, LEGACY_SETTINGS, METHODS, TTL_ORDER},
        query::{all_of, quoted},
    },
    finding::Finding,
};

pub(super) fn check(config: &View<'_, '_>, findings: &mut Vec<Finding>) {
    let mut behaviors = config.get("CacheBehaviors").items();
    behaviors.push(config.get("DefaultCacheBehavior"));
    for behavior in &behaviors {
        methods(behavior, findings);
        legacy_settings(behavior, findings);
        ttl_order(behavior, findings);
        functions(behavior, findings);
    }
}

/// <https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_AllowedMethods.html>
fn methods(behavior: &View<'_, '_>, findings: &mut Vec<Finding>) {
    const SETS: [&[&str]; 3] = [
        &["GET", "HEAD"],
        &["GET", "HEAD", "OPTIONS"],
        &["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"],
    ];
    for (property, sets) in [("AllowedMethods", &SETS[..]), ("CachedMethods", &SETS[..2])] {
        let list = behavior.get(property);
        let Some(names) = list.texts() else { continue };
        let names: BTreeSet<&str> = names.iter().map(AsRef::as_ref).collect();
        let is_set = |set: &&&[&str]| set.len() == names.len() && set.iter().all(|name| names.contains(name));
        if names.is_empty() || sets.iter().any(|set| is_set(&set)) {
            continue;
        }
        let message = format!(
            "{} is not a set of methods that CloudFront allows",
            quoted(names.iter().copied())
        );
        let choices: Vec<String> = sets.iter().map(|set| all_of(set.iter().copied())).collect();
        findings.push(list.found(METHODS.found(message, format!("use {}", choices.join(", or ")))));
    }
}

/// The settings that a cache policy replaces.
fn legacy_settings(behavior: &View<'_, '_>, findings: &mut Vec<Finding>) {
    const SETTINGS: [&str; 4] = ["DefaultTTL", "ForwardedValues", "MaxTTL", "MinTTL"];
    if !behavior.get("CachePolicyId").is_present() {
        return;
    }
    for name in SETTINGS {
        let setting = behavior.get(name);
        if setting.is_present() {
            let message = format!("`{name}` cannot be combined with `CachePolicyId`");
            findings.push(
                setting.found(LEGACY_SETTINGS.found(message, "remove it, and set it in the cache policy")),
            );
        }
    }
}

/// Only the values that are set are compared, because CloudFront adjusts its defaults to them.
pub(super) fn ttl_order(settings: &View<'_, '_>, findings: &mut Vec<Finding>) {
    let value = |name| Some((name, settings.get(name).number()?));
    let given: Vec<(&str, i64)> = ["MinTTL", "DefaultTTL", "MaxTTL"]
        .into_iter()
        .filter_map(value)
        .collect();
    for pair in given.windows(2) {
        let [(lower, least), (upper, most)] = pair else {
            continue;
        };
        if least > most {
            let message = format!("`{lower}`, {least}, is more than `{upper}`, {most}");
            let found = TTL_ORDER.found(message, "set `MinTTL` ≤ `DefaultTTL` ≤ `MaxTTL`");
            findings.push(settings.get(lower).found(found));
        }
    }
}

/// <https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-functions-restrictions.html>
fn functions(behavior: &View<'_, '_>, findings: &mut Vec<Finding>) {
    for association in behavior.get("FunctionAssociations").items() {
        let event = association.get("EventType");
        if let Some(name) = event.text().filter(|name| name.starts_with("origin-")) {
            let message = format!("a CloudFront function cannot handle `{name}`");
            let hint = "use `viewer-request` or `viewer-response`, or a Lambda function";
            findings.push(event.found(FUNCTION.found(message, hint)));
        }
    }
    for association in behavior.get("LambdaFunctionAssociations").items() {
        let function = association.get("LambdaFunctionARN");
        let is_unversioned = function.text().is_some_and(|arn| {
            let parts: Vec<&str> = arn.split(':').collect();
            parts.first() == Some(&"arn") && (parts.len() == 7 || (parts.len() == 8 && parts[7] == "$LATEST"))
        });
        let is_other = ["AWS::Lambda::Function", "AWS::Lambda::Alias"]
            .iter()
            .any(|type_name| function.resource(type_name).is_some());
        if is_unversioned || is_other {
            let message = "the ARN of a function at the edge must have a version";
            let hint = "refer to an `AWS::Lambda::Version`";
            findings.push(function.found(FUNCTION.found(message, hint)));
        }
    }
}
