//! Distributions: their origins and cache behaviors.
//! <https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CacheBehavior.html>

use std::collections::BTreeSet;

use crate::{
    check::catalog::services::cloudfront::{CACHE_POLICY, ORIGIN_TYPE, UNKNOWN_ORIGIN},
    check::{
        hint::did_you_mean,
        query::{list, resources_of_type},
    },
    finding::{Finding, Unplaced},
    intrinsic_call::is_intrinsic_call,
    template::Template,
    value::Json,
};

pub(super) fn check(template: &Template, findings: &mut Vec<Finding>) {
    for (id, distribution) in resources_of_type(template, "AWS::CloudFront::Distribution") {
        let Some(config) = distribution.properties.get("DistributionConfig") else {
            continue;
        };
        let mut report = |path: String, finding: Unplaced| {
            findings.push(Finding::resource(
                id,
                format!("Properties.DistributionConfig.{path}"),
                finding,
            ));
        };
        for (i, origin) in list(config.get("Origins")).iter().enumerate() {
            let types = ORIGIN_TYPES
                .iter()
                .filter(|name| origin.get(**name).is_some())
                .count();
            if types != 1 && !is_intrinsic_call(origin) {
                report(
                    format!("Origins[{i}]"),
                    ORIGIN_TYPE.found(
                        "an origin must have exactly one type",
                        "set one of `S3OriginConfig`, `CustomOriginConfig` and `VpcOriginConfig`",
                    ),
                );
            }
        }
        let origins = origins(config);
        let others = list(config.get("CacheBehaviors")).iter().enumerate();
        let others = others.map(|(i, behavior)| (format!("CacheBehaviors[{i}]"), behavior));
        let default = config.get("DefaultCacheBehavior");
        let default = default.map(|behavior| ("DefaultCacheBehavior".to_owned(), behavior));
        for (path, behavior) in default
            .into_iter()
            .chain(others)
            .filter(|(_, behavior)| !is_intrinsic_call(behavior))
        {
            if behavior.get("CachePolicyId").is_none() && behavior.get("ForwardedValues").is_none() {
                report(
                    path.clone(),
                    CACHE_POLICY.found("the behavior has no cache policy", "set `CachePolicyId`"),
                );
            }
            if let (Some(origins), Some(Json::String(target))) = (&origins, behavior.get("TargetOriginId"))
                && !origins.contains(target.as_str())
            {
                let hint = did_you_mean(target, origins.iter().copied(), "add one to `Origins`");
                let finding = UNKNOWN_ORIGIN.found(format!("no origin has the ID `{target}`"), hint);
                report(format!("{path}.TargetOriginId"), finding);
            }
        }
    }
}

/// The properties that set the type of an origin.
const ORIGIN_TYPES: [&str; 3] = ["CustomOriginConfig", "S3OriginConfig", "VpcOriginConfig"];

/// The IDs of the origins and origin groups; `None` if not all are known.
fn origins(config: &Json) -> Option<BTreeSet<&str>> {
    let origins = config.get("Origins")?.as_array()?;
    let groups = match config.get("OriginGroups") {
        Some(groups) if is_intrinsic_call(groups) => return None,
        Some(groups) => list(groups.get("Items")),
        None => &[],
    };
    origins
        .iter()
        .chain(groups)
        .map(|origin| origin.get("Id")?.as_str())
        .collect()
}
