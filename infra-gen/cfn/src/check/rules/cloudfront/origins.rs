//! Origins and groups of origins.

use std::{borrow::Cow, collections::BTreeSet};

use crate::{
    check::{
        cases::View,
        catalog::services::cloudfront::{ORIGIN, ORIGIN_GROUP},
        query::{UNKNOWN, shown},
    },
    finding::Finding,
};

pub(super) fn check(config: &View<'_, '_>, findings: &mut Vec<Finding>) {
    let mut ids: BTreeSet<Cow<'_, str>> = BTreeSet::new();
    let origins = config.get("Origins");
    for origin in origins.items() {
        let id = origin.get("Id");
        if let Some(name) = id.text()
            && !ids.insert(name.clone())
        {
            let message = format!("another origin has the ID `{name}`");
            findings.push(id.found(ORIGIN.found(message, "rename one of the two")));
        }
        address(&origin, findings);
    }
    let all_known = origins
        .all_items()
        .is_some_and(|items| items.iter().all(|origin| origin.get("Id").text().is_some()));
    groups(&config.get("OriginGroups"), all_known.then_some(&ids), findings);
}

/// <https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Origin.html>
fn address(origin: &View<'_, '_>, findings: &mut Vec<Finding>) {
    let domain = origin.get("DomainName");
    if let Some(name) = domain.partial_text().filter(|name| name.contains([':', '/'])) {
        let message = format!("`{}` is not a domain name", shown(&name));
        let hint = "remove the protocol, port and path; set the path in `OriginPath`";
        findings.push(domain.found(ORIGIN.found(message, hint)));
    }
    let path = origin.get("OriginPath");
    let Some(text) = path.partial_text().filter(|text| !text.is_empty()) else {
        return;
    };
    if !text.starts_with(['/', UNKNOWN]) || text.ends_with('/') {
        let message = format!(
            "the path `{}` must begin with `/`, and must not end with it",
            shown(&text)
        );
        findings.push(path.found(ORIGIN.found(message, "write a path such as `/public`")));
    }
}

/// `origins` are the IDs of all origins, if they are known.
fn groups(groups: &View<'_, '_>, origins: Option<&BTreeSet<Cow<'_, str>>>, findings: &mut Vec<Finding>) {
    /// <https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html>
    const STATUS_CODES: [i64; 9] = [400, 403, 404, 416, 429, 500, 502, 503, 504];

    quantity(groups, findings);
    for group in groups.get("Items").items() {
        let members = group.get("Members");
        quantity(&members, findings);
        for member in members.get("Items").items() {
            let id = member.get("OriginId");
            if let (Some(name), Some(origins)) = (id.text(), origins)
                && !origins.contains(&name)
            {
                let message = format!("no origin has the ID `{name}`");
                findings.push(id.found(ORIGIN_GROUP.found(message, "add one to `Origins`")));
            }
        }
        let codes = group.at("FailoverCriteria.StatusCodes");
        quantity(&codes, findings);
        for code in codes.get("Items").items() {
            if let Some(number) = code.number().filter(|number| !STATUS_CODES.contains(number)) {
                let message = format!("CloudFront cannot fail over for the status code {number}");
                let hint = format!("use {}", STATUS_CODES.map(|code| code.to_string()).join(", "));
                findings.push(code.found(ORIGIN_GROUP.found(message, hint)));
            }
        }
    }
}

/// CloudFront's error is `InconsistentQuantities`.
/// <https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateDistribution.html>
fn quantity(list: &View<'_, '_>, findings: &mut Vec<Finding>) {
    let quantity = list.get("Quantity");
    let (Some(number), Some(items)) = (quantity.number(), list.get("Items").all_items()) else {
        return;
    };
    if usize::try_from(number) != Ok(items.len()) {
        let message = format!(
            "`Quantity` is {number}, but the number of items is {}",
            items.len()
        );
        findings.push(quantity.found(ORIGIN_GROUP.found(message, format!("set it to {}", items.len()))));
    }
}
