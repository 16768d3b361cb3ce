//! Rules of web ACLs and rule groups, and IP sets.
//! <https://docs.aws.amazon.com/waf/latest/APIReference/API_Rule.html>

use std::{collections::BTreeSet, net::IpAddr};

use crate::{
    check::{
        cases::{Cases, View},
        catalog::services::wafv2::{ACTION, DUPLICATE_RULE, IP_SET, STATEMENT},
        query::all_of,
    },
    finding::Finding,
};

pub(super) fn check(cases: &mut Cases<'_>, findings: &mut Vec<Finding>) {
    cases.each("AWS::WAFv2::WebACL", findings, |acl, findings| {
        one_action(&acl.get("DefaultAction"), findings);
    });
    for type_name in ["AWS::WAFv2::RuleGroup", "AWS::WAFv2::WebACL"] {
        cases.each(type_name, findings, |list, findings| {
            let rules = list.get("Rules").items();
            duplicates(&rules, findings);
            for rule in &rules {
                let condition = rule.get("Statement");
                statement(&condition, false, findings);
                action(rule, &condition, findings);
            }
        });
    }
    cases.each("AWS::WAFv2::IPSet", findings, ip_set);
}

fn duplicates(rules: &[View<'_, '_>], findings: &mut Vec<Finding>) {
    for (property, noun) in [("Name", "name"), ("Priority", "priority")] {
        let mut seen = BTreeSet::new();
        for value in rules.iter().map(|rule| rule.get(property)) {
            if let Some(text) = value.text()
                && !seen.insert(text.clone())
            {
                let message = format!("another rule has the {noun} `{text}`");
                findings.push(value.found(DUPLICATE_RULE.found(message, "change one of the two")));
            }
        }
    }
}

fn one_action(action: &View<'_, '_>, findings: &mut Vec<Finding>) {
    if !action.is_present() {
        return;
    }
    match action.given().as_deref() {
        None | Some([_]) => {}
        Some([]) => findings.push(action.found(ACTION.found("the action is empty", "set one action"))),
        Some(names) => {
            let message = format!("{} exclude each other", all_of(names.iter().copied()));
            findings.push(action.found(ACTION.found(message, "keep one of them")));
        }
    }
}

/// A rule that refers to a rule group overrides its actions; every other rule has its own.
fn action(rule: &View<'_, '_>, condition: &View<'_, '_>, findings: &mut Vec<Finding>) {
    let (own, over) = (rule.get("Action"), rule.get("OverrideAction"));
    one_action(&own, findings);
    one_action(&over, findings);
    let Some(names) = condition.given() else { return };
    let [name] = names.as_slice() else { return };
    let (required, wrong, reason) = if GROUPS.contains(name) {
        ("OverrideAction", own, "refers to a rule group")
    } else {
        ("Action", over, "does not refer to a rule group")
    };
    if wrong.is_present() {
        let message = format!("a rule that {reason} must not have this property");
        findings.push(wrong.found(ACTION.found(message, format!("use `{required}`"))));
    } else if wrong.is_absent() && rule.get(required).is_absent() {
        let message = format!("`{required}` is missing");
        findings.push(rule.found(ACTION.found(message, format!("add it, because the rule {reason}"))));
    }
}

/// The statements that refer to a rule group.
const GROUPS: [&str; 2] = ["ManagedRuleGroupStatement", "RuleGroupReferenceStatement"];
/// The statements that must not be inside another one, apart from [`GROUPS`].
const RATE: &str = "RateBasedStatement";

/// <https://docs.aws.amazon.com/waf/latest/APIReference/API_Statement.html>
fn statement(statement: &View<'_, '_>, is_nested: bool, findings: &mut Vec<Finding>) {
    if !statement.is_present() {
        return;
    }
    let Some(names) = statement.given() else { return };
    let [name] = names.as_slice() else {
        let message = if names.is_empty() {
            "the statement is empty".to_owned()
        } else {
            format!("{} exclude each other", all_of(names.iter().copied()))
        };
        findings.push(statement.found(STATEMENT.found(
            message,
            "write one statement, or combine several in `AndStatement`",
        )));
        return;
    };
    let condition = statement.get(name);
    if is_nested && (GROUPS.contains(name) || *name == RATE) {
        let message = format!("`{name}` cannot be inside another statement");
        findings.push(condition.found(STATEMENT.found(message, "write it in a rule of its own")));
    }
    inspected_part(&condition, findings);
    self::statement(&condition.get("Statement"), true, findings);
    self::statement(&condition.get("ScopeDownStatement"), true, findings);
    for inner in condition.get("Statements").items() {
        self::statement(&inner, true, findings);
    }
}

fn inspected_part(condition: &View<'_, '_>, findings: &mut Vec<Finding>) {
    let field = condition.get("FieldToMatch");
    if let Some(names) = field.given().filter(|names| names.len() > 1) {
        let message = format!("{} exclude each other", all_of(names));
        findings.push(field.found(STATEMENT.found(message, "inspect one part of the request")));
    }
    let mut priorities = BTreeSet::new();
    for transformation in condition.get("TextTransformations").items() {
        let priority = transformation.get("Priority");
        if let Some(number) = priority.number().filter(|number| !priorities.insert(*number)) {
            let message = format!("another transformation has the priority {number}");
            findings.push(priority.found(STATEMENT.found(message, "change one of the two")));
        }
    }
}

/// <https://docs.aws.amazon.com/waf/latest/APIReference/API_IPSet.html>
fn ip_set(set: &View<'_, '_>, findings: &mut Vec<Finding>) {
    let version = set.get("IPAddressVersion").text();
    for item in set.get("Addresses").items() {
        let Some(text) = item.text() else { continue };
        let Some((address, length)) = text.split_once('/') else {
            continue;
        };
        let Ok(address) = address.parse::<IpAddr>() else {
            continue;
        };
        let own = if address.is_ipv4() { "IPV4" } else { "IPV6" };
        if let Some(version) = version.as_deref().filter(|version| *version != own) {
            let message = format!("`{text}` does not have the version of the set, `{version}`");
            findings.push(item.found(IP_SET.found(message, "move it to another set")));
        } else if length == "0" {
            let message = format!("`{text}` has the prefix length 0");
            let hint = "divide it into two networks with the prefix length 1";
            findings.push(item.found(IP_SET.found(message, hint)));
        }
    }
}
