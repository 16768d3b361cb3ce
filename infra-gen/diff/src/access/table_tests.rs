//! Checks the table: every row names a type and a property that exist, and works in both directions.

use infra_gen_cfn::{Json, Template};
use serde_json::json;

use super::{
    rule::{AccessEffect, OfNew, Rule, UNKNOWN},
    rules,
};

/// A template with one resource, whose property at the path of the rule has the value.
fn template(rule: &Rule, value: Option<&Json>) -> Template {
    let mut properties = match value {
        Some(value) => value.clone(),
        None => json!({}),
    };
    if value.is_some() {
        for segment in rule.segments().into_iter().rev() {
            properties = if segment == "*" {
                // The same item in both templates.
                if let Json::Object(item) = &mut properties {
                    item.insert("Id".to_owned(), json!("i"));
                }
                json!([properties])
            } else {
                json!({ segment: properties })
            };
        }
    }
    let document = json!({ "Resources": {
        "T": { "Type": "AWS::SNS::Topic" },
        "R": { "Type": rule.type_name, "Properties": properties },
    } });
    Template::parse(&document.to_string()).unwrap()
}

fn empty() -> Template {
    Template::parse(r#"{"Resources": {"T": {"Type": "AWS::SNS::Topic"}}}"#).unwrap()
}

fn broadens(old: &Template, new: &Template) -> bool {
    let found = crate::diff(old, new);
    // Shown only if a test fails.
    println!("{:?} {:?}", found.access, found.permissions);
    found.summary.broadens
}

/// The rows of one type.
fn rows() -> impl Iterator<Item = &'static Rule> {
    rules::all().filter(|rule| rule.type_name != "*")
}

#[test]
fn every_row_is_unique_and_names_a_known_type_and_a_page() {
    let mut seen = std::collections::BTreeSet::new();
    for rule in rules::all() {
        assert!(seen.insert((rule.type_name, rule.path)), "{rule:?}");
        if rule.type_name == "*" {
            assert!(rule.name_at_any_depth().is_some(), "{rule:?}");
            continue;
        }
        let schema = infra_gen_schema::lookup(rule.type_name).unwrap_or_else(|| panic!("{rule:?}"));
        let path: Vec<&str> = rule
            .segments()
            .into_iter()
            .map(|name| if name == "*" { "0" } else { name })
            .collect();
        assert!(path.is_empty() || schema.shape_at(&path).is_some(), "{rule:?}");
        let mut parts = rule.type_name.split("::").skip(1).map(str::to_lowercase);
        let (service, kind) = (parts.next().unwrap(), parts.next().unwrap());
        let is_named = if service == "serverless" {
            rule.page.starts_with("sam-")
        } else {
            rule.page.starts_with(&format!("aws-resource-{service}-{kind}"))
                || rule.page.starts_with(&format!("aws-properties-{service}-{kind}"))
        };
        assert!(is_named, "{rule:?}");
    }
    assert!(seen.len() > 400);
}

#[test]
fn a_more_open_value_broadens_and_a_more_restrictive_one_does_not() {
    for rule in rows() {
        let AccessEffect::Level {
            levels,
            absent,
            of_new,
        } = rule.effect
        else {
            continue;
        };
        let values: Vec<Json> = levels
            .iter()
            .map(|level| json!(level.split('/').next().unwrap()))
            .collect();
        for (lower, value) in values.iter().enumerate() {
            for (higher, other) in values.iter().enumerate().skip(lower + 1) {
                let (closed, open) = (template(rule, Some(value)), template(rule, Some(other)));
                assert!(broadens(&closed, &open), "{rule:?}: {lower} -> {higher}");
                assert!(!broadens(&open, &closed), "{rule:?}: {higher} -> {lower}");
            }
        }
        let computed = template(rule, Some(&json!({ "Ref": "P" })));
        assert!(broadens(&template(rule, values.first()), &computed), "{rule:?}");
        if absent == UNKNOWN && !rule.path.contains('*') {
            assert!(
                broadens(&template(rule, values.first()), &template(rule, None)),
                "{rule:?}"
            );
        }
        if of_new != OfNew::Ignored {
            assert!(broadens(&empty(), &template(rule, values.last())), "{rule:?}");
        }
    }
}

#[test]
fn other_networks_broaden() {
    for rule in rows() {
        let AccessEffect::Addresses { absent } = rule.effect else {
            continue;
        };
        let networks = |networks: &[&str]| {
            let value = match networks {
                [only] if rule.path.ends_with(['k', 'r', 'e']) && !rule.path.ends_with("Whitelist") => {
                    json!(only)
                }
                networks => json!(networks),
            };
            template(rule, Some(&value))
        };
        let (inner, outer) = (networks(&["10.2.0.0/16"]), networks(&["10.0.0.0/8"]));
        assert!(broadens(&inner, &outer), "{rule:?}");
        assert!(!broadens(&outer, &inner), "{rule:?}");
        assert!(broadens(&inner, &networks(&["0.0.0.0/0"])), "{rule:?}");
        if !absent.is_empty() {
            assert!(broadens(&inner, &template(rule, None)), "{rule:?}");
            assert!(!broadens(&template(rule, None), &inner), "{rule:?}");
        }
    }
}

#[test]
fn grants_broaden_when_added_and_restrictions_when_removed() {
    for rule in rows() {
        let one = json!([{ "X": "a" }]);
        let (with, without) = if rule.path.is_empty() {
            (template(rule, None), empty())
        } else {
            (template(rule, Some(&one)), template(rule, None))
        };
        match rule.effect {
            AccessEffect::Added | AccessEffect::Created => {
                assert!(broadens(&without, &with), "{rule:?}");
                assert!(!broadens(&with, &without), "{rule:?}");
            }
            AccessEffect::Removed | AccessEffect::RemovedOrMissing => {
                assert!(broadens(&with, &without), "{rule:?}");
                // A policy also grants, and the template adds the property that contains this one.
                let is_grant = matches!(rule.path, "Policy" | "PolicyDocument" | "FileSystemPolicy");
                let contains = |other: &Rule| {
                    other.path.is_empty() || rule.path.starts_with(&format!("{}.", other.path))
                };
                let is_inside_another =
                    rules::of_type(rule.type_name).any(|other| other.path != rule.path && contains(other));
                assert!(
                    is_grant || is_inside_another || !broadens(&without, &with),
                    "{rule:?}"
                );
            }
            AccessEffect::Changed => {
                assert!(broadens(&without, &with), "{rule:?}");
                assert!(broadens(&with, &without), "{rule:?}");
            }
            AccessEffect::Never | AccessEffect::Level { .. } | AccessEffect::Addresses { .. } => {}
        }
    }
}

#[test]
fn ignored_properties_never_broaden() {
    for rule in rows() {
        if rule.effect == AccessEffect::Never {
            let [one, other] = ["a", "b"].map(|text| template(rule, Some(&json!(text))));
            assert!(!broadens(&one, &other), "{rule:?}");
        }
    }
}

#[test]
fn a_flag_of_any_type_is_found_at_any_depth() {
    for rule in rules::all().filter(|rule| rule.type_name == "*") {
        let AccessEffect::Level { levels, .. } = rule.effect else {
            panic!("{rule:?}");
        };
        let name = rule.name_at_any_depth().unwrap();
        let values = levels.map_levels();
        let template = |value: &Json| {
            let document = json!({ "Resources": { "R": { "Type": "AWS::SNS::Topic", "Properties": {
                "Some": [{ "Nested": { name: value } }] } } } });
            Template::parse(&document.to_string()).unwrap()
        };
        let (closed, open) = (template(&values[0]), template(&values[1]));
        assert!(broadens(&closed, &open), "{rule:?}");
        assert!(!broadens(&open, &closed), "{rule:?}");
        assert!(broadens(&Template::default(), &open), "{rule:?}");
    }
}

trait MapLevels {
    fn map_levels(&self) -> Vec<Json>;
}

impl MapLevels for &[&str] {
    fn map_levels(&self) -> Vec<Json> {
        self.iter()
            .map(|level| json!(level.split('/').next().unwrap()))
            .collect()
    }
}
