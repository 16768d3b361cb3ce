//! Distributions: a behavior sends requests to an origin that there is, and says what of them is kept.
//! <https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CacheBehavior.html>

use std::collections::BTreeSet;

use crate::{
    call::is_call,
    check::{
        Problem,
        find::{list, of_type},
        names::hint,
    },
    template::Template,
    value::Json,
};

pub(super) fn check(template: &Template, problems: &mut Vec<Problem>) {
    for (id, distribution) in of_type(template, "AWS::CloudFront::Distribution") {
        let Some(config) = distribution.properties.get("DistributionConfig") else {
            continue;
        };
        let mut report = |path: String, message: String| {
            problems.push(Problem::resource(
                id,
                format!("Properties.DistributionConfig.{path}"),
                message,
            ));
        };
        for (i, origin) in list(config.get("Origins")).iter().enumerate() {
            let kinds = KINDS.iter().filter(|kind| origin.get(**kind).is_some()).count();
            if kinds != 1 && !is_call(origin) {
                report(
                    format!("Origins[{i}]"),
                    "an origin is of exactly one kind; set `S3OriginConfig`, `CustomOriginConfig` or `VpcOriginConfig`"
                        .to_owned(),
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
            .filter(|(_, behavior)| !is_call(behavior))
        {
            if behavior.get("CachePolicyId").is_none() && behavior.get("ForwardedValues").is_none() {
                report(
                    path.clone(),
                    "nothing says what is kept; set `CachePolicyId`".to_owned(),
                );
            }
            if let (Some(origins), Some(Json::String(target))) = (&origins, behavior.get("TargetOriginId"))
                && !origins.contains(target.as_str())
            {
                let hint = hint(target, origins.iter().copied(), "add one to `Origins`");
                let message = format!("no origin has the ID `{target}`; {hint}");
                report(format!("{path}.TargetOriginId"), message);
            }
        }
    }
}

/// What says of which kind an origin is.
const KINDS: [&str; 3] = ["CustomOriginConfig", "S3OriginConfig", "VpcOriginConfig"];

/// The IDs of origins and of groups of them; `None` where not all are known.
fn origins(config: &Json) -> Option<BTreeSet<&str>> {
    let origins = config.get("Origins")?.as_array()?;
    let groups = match config.get("OriginGroups") {
        Some(groups) if is_call(groups) => return None,
        Some(groups) => list(groups.get("Items")),
        None => &[],
    };
    origins
        .iter()
        .chain(groups)
        .map(|origin| origin.get("Id")?.as_str())
        .collect()
}
