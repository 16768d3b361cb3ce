//! Records.
//! <https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html>

use std::net::{Ipv4Addr, Ipv6Addr};

use crate::{
    check::{
        Problem,
        find::{items, of_type},
    },
    template::{ResourceBlock, Template},
    value::Json,
};

pub(super) fn check(template: &Template, problems: &mut Vec<Problem>) {
    for (id, record) in of_type(template, "AWS::Route53::RecordSet") {
        let mut report = |path: &str, message: String| {
            problems.push(Problem::resource(id, format!("Properties{path}"), message));
        };
        let has = |property: &str| record.properties.contains_key(property);
        match (has("AliasTarget"), has("ResourceRecords")) {
            (true, true) => report(
                ".AliasTarget",
                "an alias has the records of its target; remove `AliasTarget` or `ResourceRecords`"
                    .to_owned(),
            ),
            (false, true) if !has("TTL") => {
                report(
                    "",
                    "`TTL` is missing; say for how many seconds the records may be kept".to_owned(),
                );
            }
            (true, false) if has("TTL") => {
                report(
                    ".TTL",
                    "an alias is kept as long as its target; remove it".to_owned(),
                );
            }
            _ => {}
        }
        addresses(record, &mut report);
    }
}

fn addresses(record: &ResourceBlock, report: &mut impl FnMut(&str, String)) {
    let kind = record.properties.get("Type").and_then(Json::as_str);
    for (i, address) in items(record, "ResourceRecords").iter().enumerate() {
        let Some(address) = address.as_str().filter(|address| !address.contains("{{resolve:")) else {
            continue;
        };
        let wanted = match kind {
            Some("A") if address.parse::<Ipv4Addr>().is_err() => "an IPv4",
            Some("AAAA") if address.parse::<Ipv6Addr>().is_err() => "an IPv6",
            _ => continue,
        };
        report(
            &format!(".ResourceRecords[{i}]"),
            format!("`{address}` is not {wanted} address; write one, or take another `Type`"),
        );
    }
}
