//! Record sets, also in groups.
//! <https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html>

use std::net::{Ipv4Addr, Ipv6Addr};

use crate::{
    check::{
        cases::{Cases, View},
        catalog::services::route53::{ADDRESS, ALIAS_OR_TTL, RECORD_NAME, RECORD_VALUE},
        query::is_in_domain,
    },
    finding::{Finding, Unplaced},
};

pub(super) fn check(cases: &mut Cases<'_>, findings: &mut Vec<Finding>) {
    cases.each("AWS::Route53::RecordSet", findings, |record, findings| {
        check_record(record, &record.get("HostedZoneName"), findings);
        findings.extend(without_dot(&record.get("HostedZoneName")));
    });
    cases.each("AWS::Route53::RecordSetGroup", findings, |group, findings| {
        let zone = group.get("HostedZoneName");
        for record in group.get("RecordSets").items() {
            let own = record.get("HostedZoneName");
            findings.extend(without_dot(&own));
            check_record(&record, if own.is_absent() { &zone } else { &own }, findings);
        }
        findings.extend(without_dot(&zone));
    });
}

fn check_record(record: &View<'_, '_>, zone: &View<'_, '_>, findings: &mut Vec<Finding>) {
    let [alias, values, ttl] = ["AliasTarget", "ResourceRecords", "TTL"].map(|name| record.get(name));
    if alias.is_present() && values.is_present() {
        let message = "an alias record must not have `ResourceRecords`";
        let found = ALIAS_OR_TTL.found(message, "remove `AliasTarget` or `ResourceRecords`");
        findings.push(alias.found(found));
    }
    if alias.is_absent() && values.is_present() && ttl.is_absent() {
        let hint = "set the number of seconds for which resolvers may cache the records";
        findings.push(record.found(ALIAS_OR_TTL.found("`TTL` is missing", hint)));
    }
    if alias.is_present() && values.is_absent() && ttl.is_present() {
        let message = "`TTL` is not allowed in an alias record, which uses its target's TTL";
        findings.push(ttl.found(ALIAS_OR_TTL.found(message, "remove `TTL`")));
    }
    let name = record.get("Name");
    if let (Some(zone), Some(text)) = (zone.text(), name.text())
        && !is_in_domain(&text, &zone)
    {
        let message = format!("`{text}` is not in the hosted zone `{zone}`");
        findings.push(name.found(RECORD_NAME.found(message, "use a name that ends with that of the zone")));
    }
    check_values(record, &values, findings);
}

/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-recordset.html>
fn without_dot(zone: &View<'_, '_>) -> Option<Finding> {
    let name = zone.text().filter(|name| !name.ends_with('.'))?;
    let message = format!("the zone name `{name}` does not end in a dot");
    Some(zone.found(RECORD_NAME.found(message, format!("write `{name}.`"))))
}

fn check_values(record: &View<'_, '_>, values: &View<'_, '_>, findings: &mut Vec<Finding>) {
    let Some(kind) = record.get("Type").text() else {
        return;
    };
    let items = values.items();
    if kind == "CNAME" && items.len() > 1 && items.iter().all(|item| item.text().is_some()) {
        let message = format!("a `CNAME` record has one value; found {}", items.len());
        findings.push(values.found(RECORD_VALUE.found(message, "keep one of them")));
    }
    for item in items {
        let found = item.text().and_then(|value| value_fault(&kind, &value));
        findings.extend(found.map(|found| item.found(found)));
    }
}

/// What is wrong with a value of a record of this type.
fn value_fault(kind: &str, value: &str) -> Option<Unplaced> {
    let address = |expected: &str| {
        let message = format!("`{value}` is not {expected} address");
        Some(ADDRESS.found(message, "correct the address or the `Type`"))
    };
    let other = |expected: &str, hint: &str| {
        let message = format!("`{value}` is not the value of {expected} record");
        Some(RECORD_VALUE.found(message, hint))
    };
    match kind {
        "A" if value.parse::<Ipv4Addr>().is_err() => address("an IPv4"),
        "AAAA" if value.parse::<Ipv6Addr>().is_err() => address("an IPv6"),
        "TXT" | "SPF" if !is_quoted(value) => other(
            &format!("a `{kind}`"),
            "write strings of at most 255 characters, each in double quotes",
        ),
        "CAA" if !is_caa(value) => other("a `CAA`", "write a flag, a tag and a value in double quotes"),
        "MX" if !is_mx(value) => other("an `MX`", "write a priority and the name of a mail server"),
        "CNAME" if value.contains(char::is_whitespace) => other("a `CNAME`", "write a domain name"),
        _ => None,
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
    use super::{is_caa, is_in_domain, is_mx, is_quoted};

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
        assert!(is_in_domain("Shop.example.com", "example.com."));
        assert!(is_in_domain("example.com.", "example.com"));
        assert!(!is_in_domain("shopexample.com", "example.com."));
    }
}
