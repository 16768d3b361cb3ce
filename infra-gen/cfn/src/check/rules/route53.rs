//! Record sets, also in groups.
//! <https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html>

use std::net::{Ipv4Addr, Ipv6Addr};

use crate::{
    check::catalog::services::route53::{ADDRESS, ALIAS_OR_TTL, RECORD_NAME, RECORD_VALUE},
    check::query::{items, list, resources_of_type},
    finding::{Finding, Unplaced},
    template::Template,
    value::Json,
};

pub(super) fn check(template: &Template, findings: &mut Vec<Finding>) {
    for (id, record) in resources_of_type(template, "AWS::Route53::RecordSet") {
        check_record(&record.properties, None, &mut |path, finding| {
            findings.push(Finding::resource(id, format!("Properties{path}"), finding));
        });
    }
    for (id, group) in resources_of_type(template, "AWS::Route53::RecordSetGroup") {
        let zone = group.properties.get("HostedZoneName");
        for (i, record) in items(group, "RecordSets").iter().enumerate() {
            let Json::Object(record) = record else { continue };
            check_record(record, zone, &mut |path, finding| {
                let path = format!("Properties.RecordSets[{i}]{path}");
                findings.push(Finding::resource(id, path, finding));
            });
        }
        if let Some(finding) = zone.and_then(without_dot) {
            findings.push(Finding::resource(id, "Properties.HostedZoneName", finding));
        }
    }
}

type Properties = serde_json::Map<String, Json>;

/// `zone` is that of the group.
fn check_record(record: &Properties, zone: Option<&Json>, report: &mut impl FnMut(&str, Unplaced)) {
    if record.keys().any(|key| key.starts_with("Fn::")) {
        return;
    }
    let has = |property: &str| record.contains_key(property);
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
    if let Some(finding) = record.get("HostedZoneName").and_then(without_dot) {
        report(".HostedZoneName", finding);
    }
    let zone = record.get("HostedZoneName").or(zone).and_then(Json::as_str);
    if let (Some(zone), Some(name)) = (zone, record.get("Name").and_then(Json::as_str))
        && !is_within(name, zone)
    {
        let message = format!("`{name}` is not in the hosted zone `{zone}`");
        report(
            ".Name",
            RECORD_NAME.found(message, "use a name that ends with that of the zone"),
        );
    }
    values(record, report);
}

/// Whether a domain name is that of the zone, or below it.
fn is_within(name: &str, zone: &str) -> bool {
    let lower = |name: &str| name.trim_end_matches('.').to_lowercase();
    let (name, zone) = (lower(name), lower(zone));
    let is_known = |name: &str| !name.contains("{{resolve:");
    !is_known(&name) || !is_known(&zone) || name == zone || name.ends_with(&format!(".{zone}"))
}

/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-recordset.html>
fn without_dot(zone: &Json) -> Option<Unplaced> {
    let zone = zone.as_str()?;
    (!zone.ends_with('.') && !zone.contains("{{resolve:")).then(|| {
        RECORD_NAME.found(
            format!("the zone name `{zone}` does not end in a dot"),
            format!("write `{zone}.`"),
        )
    })
}

fn values(record: &Properties, report: &mut impl FnMut(&str, Unplaced)) {
    let Some(kind) = record.get("Type").and_then(Json::as_str) else {
        return;
    };
    let values = list(record.get("ResourceRecords"));
    if kind == "CNAME" && values.len() > 1 && values.iter().all(Json::is_string) {
        let message = format!("a `CNAME` record has one value; found {}", values.len());
        report(
            ".ResourceRecords",
            RECORD_VALUE.found(message, "keep one of them"),
        );
    }
    for (i, value) in values.iter().enumerate() {
        let Some(value) = value.as_str().filter(|value| !value.contains("{{resolve:")) else {
            continue;
        };
        let address = |expected: &str| {
            ADDRESS.found(
                format!("`{value}` is not {expected} address"),
                "correct the address or the `Type`",
            )
        };
        let other = |expected: &str, hint: &str| {
            RECORD_VALUE.found(format!("`{value}` is not the value of {expected} record"), hint)
        };
        let finding = match kind {
            "A" if value.parse::<Ipv4Addr>().is_err() => address("an IPv4"),
            "AAAA" if value.parse::<Ipv6Addr>().is_err() => address("an IPv6"),
            "TXT" | "SPF" if !is_quoted(value) => other(
                &format!("a `{kind}`"),
                "write strings of at most 255 characters, each in double quotes",
            ),
            "CAA" if !is_caa(value) => other("a `CAA`", "write a flag, a tag and a value in double quotes"),
            "MX" if !is_mx(value) => other("an `MX`", "write a priority and the name of a mail server"),
            _ => continue,
        };
        report(&format!(".ResourceRecords[{i}]"), finding);
    }
}

/// One or more strings in double quotes, with at most 255 characters each. A backslash escapes a character.
fn is_quoted(value: &str) -> bool {
    const MAX_CHARACTERS: usize = 255;
    let mut rest = value.trim();
    if rest.is_empty() {
        return false;
    }
    while let Some(opened) = rest.strip_prefix('"') {
        let mut length = 0;
        let mut characters = opened.char_indices();
        let end = loop {
            match characters.next() {
                Some((at, '"')) => break at,
                Some((_, '\\')) => {
                    characters.next();
                }
                Some(_) => {}
                None => return false,
            }
            length += 1;
        };
        if length > MAX_CHARACTERS {
            return false;
        }
        rest = opened[end + 1..].trim_start();
    }
    rest.is_empty()
}

fn is_caa(value: &str) -> bool {
    let mut parts = value.trim().splitn(3, char::is_whitespace);
    let flag = parts.next().is_some_and(|flag| flag.parse::<u8>().is_ok());
    let is_tag = |tag: &str| !tag.is_empty() && tag.chars().all(|c| c.is_ascii_alphanumeric());
    flag && parts.next().is_some_and(is_tag) && parts.next().is_some_and(is_quoted)
}

fn is_mx(value: &str) -> bool {
    let parts: Vec<&str> = value.split_whitespace().collect();
    matches!(parts.as_slice(), [priority, server] if priority.parse::<u16>().is_ok() && server.parse::<u16>().is_err())
}

#[cfg(test)]
mod tests {
    use super::{is_caa, is_mx, is_quoted, is_within};

    #[test]
    fn values_of_each_type_are_recognized() {
        for value in ["\"a\"", "\"a\" \"b c\"", "\"a\"\"b\"", "\"a \\\" b\""] {
            assert!(is_quoted(value), "{value}");
        }
        for value in ["a", "\"a", "\"a\" b", "", &format!("\"{}\"", "x".repeat(256))] {
            assert!(!is_quoted(value), "{value}");
        }
        assert!(is_caa("0 issue \"ca.example.com\""));
        assert!(!is_caa("127.0.0.1"));
        assert!(is_mx("10 mail.example.com"));
        assert!(!is_mx("mail.example.com"));
    }

    #[test]
    fn a_name_is_in_its_zone() {
        assert!(is_within("Shop.example.com", "example.com."));
        assert!(is_within("example.com.", "example.com"));
        assert!(!is_within("shopexample.com", "example.com."));
    }
}
