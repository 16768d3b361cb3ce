//! The examples of every rule.

use std::collections::BTreeSet;

use super::rules;
use crate::{
    NestedTemplate, Template,
    check::own_template,
    finding::{Finding, Rule, Scope},
};

/// The findings for a document in the scope of `rule`.
fn findings(rule: &Rule, text: &str) -> Vec<Finding> {
    match Template::parse_tolerant(text) {
        Err(error) => vec![error.into()],
        Ok((template, _)) if rule.scope == Scope::Stack => own_template(&template).0,
        Ok((template, mut findings)) => {
            findings.0.extend(template.findings().0);
            findings.0.extend(template.nested_findings(file).0);
            template.suppress(&mut findings, &rules());
            findings.0
        }
    }
}

/// The file with the template of a nested stack.
fn file(path: &str) -> NestedTemplate {
    let text = "Resources: {Main: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}}\nOutputs: {Vpc: {Value: !Ref Main}}";
    match path {
        "network.yaml" => NestedTemplate::Read(Box::new(Template::from_yaml(text).expect("a template"))),
        "netwrok.yaml" => NestedTemplate::Missing,
        _ => NestedTemplate::Unreadable,
    }
}

#[test]
fn the_bad_example_of_each_rule_breaks_it_and_the_good_one_has_no_findings() {
    for rule in rules() {
        let found = findings(rule, &rule.bad.text());
        let broken: Vec<&str> = found.iter().map(|finding| finding.rule.id).collect();
        assert!(broken.contains(&rule.id), "`{rule}` is not broken: {broken:?}");
        let found = findings(rule, rule.good);
        assert!(found.is_empty(), "`{rule}`: {}", found[0]);
    }
}

#[test]
fn each_rule_has_a_unique_id_and_is_documented() {
    let mut ids = BTreeSet::new();
    for rule in rules() {
        let is_kebab_case = rule.id.split('-').all(|word| {
            !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
        });
        assert!(is_kebab_case, "{rule}");
        assert!(ids.insert(rule.id), "{rule} occurs twice");
        let is_fragment = rule.summary.chars().next().is_some_and(|c| !c.is_uppercase());
        assert!(
            is_fragment && !rule.summary.ends_with('.'),
            "{rule}: {}",
            rule.summary
        );
        assert!(rule.explanation.ends_with('.'), "{rule}: {}", rule.explanation);
        assert!(rule.source.starts_with("https://docs.aws.amazon.com/"), "{rule}");
    }
}
