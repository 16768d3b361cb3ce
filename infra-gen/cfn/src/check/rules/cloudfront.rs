//! Distributions: a behavior sends requests to an origin that there is.

use std::collections::BTreeSet;

use crate::{
    call::is_call,
    check::{
        Problem,
        find::{list, of_type},
        names::mend,
    },
    template::Template,
    value::Json,
};

pub(super) fn check(template: &Template, problems: &mut Vec<Problem>) {
    for (id, distribution) in of_type(template, "AWS::CloudFront::Distribution") {
        let Some(config) = distribution.properties.get("DistributionConfig") else {
            continue;
        };
        let Some(origins) = origins(config) else { continue };
        let others = list(config.get("CacheBehaviors")).iter().enumerate();
        let others = others.map(|(i, behavior)| (format!("CacheBehaviors[{i}]"), behavior));
        let default = config.get("DefaultCacheBehavior");
        let default = default.map(|behavior| ("DefaultCacheBehavior".to_owned(), behavior));
        for (path, behavior) in default.into_iter().chain(others) {
            let Some(Json::String(target)) = behavior.get("TargetOriginId") else {
                continue;
            };
            if !origins.contains(target.as_str()) {
                let mend = mend(target, origins.iter().copied(), "add one to `Origins`");
                let message = format!("no origin has the ID `{target}`; {mend}");
                let path = format!("Properties.DistributionConfig.{path}.TargetOriginId");
                problems.push(Problem::resource(id, path, message));
            }
        }
    }
}

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
