//! Record sets.
//! <https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html>

use std::net::{Ipv4Addr, Ipv6Addr};

use crate::{
    check::catalog::services::route53::{ADDRESS, ALIAS_OR_TTL},
    check::query::{items, resources_of_type},
    finding::{Finding, Unplaced},
    template::{ResourceBlock, Template},
    value::Json,
};

pub(super) fn check(template: &Template, findings: &mut Vec<Finding>) {
    for (id, record) in resources_of_type(template, "AWS::Route53::RecordSet") {
        let mut report = |path: &str, finding: Unplaced| {
            findings.push(Finding::resource(id, format!("Properties{path}"), finding));
        };
        let has = |property: &str| record.properties.contains_key(property);
        match (has("AliasTarget"), has("ResourceRecords")) {
            (true, true) => report(
                ".AliasTarget",
                ALIAS_OR_TTL.found(
                    "an alias record must not have `ResourceRecords`",
                    "remove `AliasTarget` or `ResourceRecords`",
                ),
            ),
            (false, true) if !has("TTL") => {
                report(
                    "",
                    ALIAS_OR_TTL.found(
                        "`TTL` is missing",
                        "set the number of seconds for which resolvers may cache the records",
                    ),
                );
            }
            (true, false) if has("TTL") => {
                report(
                    ".TTL",
                    ALIAS_OR_TTL.found(
                        "`TTL` is not allowed in an alias record, which uses its target's TTL",
                        "remove `TTL`",
                    ),
                );
            }
            _ => {}
        }
        addresses(record, &mut report);
    }
}

fn addresses(record: &ResourceBlock, report: &mut impl FnMut(&str, Unplaced)) {
    let kind = record.properties.get("Type").and_then(Json::as_str);
    for (i, address) in items(record, "ResourceRecords").iter().enumerate() {
        let Some(address) = address.as_str().filter(|address| !address.contains("{{resolve:")) else {
            continue;
        };
        let expected = match kind {
            Some("A") if address.parse::<Ipv4Addr>().is_err() => "an IPv4",
            Some("AAAA") if address.parse::<Ipv6Addr>().is_err() => "an IPv6",
            _ => continue,
        };
        report(
            &format!(".ResourceRecords[{i}]"),
            ADDRESS.found(
                format!("`{address}` is not {expected} address"),
                "correct the address or the `Type`",
            ),
        );
    }
}
