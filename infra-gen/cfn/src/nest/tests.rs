//! What holds for every divided template, with stacks of a handful of resources.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by its panic")]

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::value::Json;

const MOST: usize = 12;

proptest! {
    #[test]
    fn in_one_piece_again_it_is_what_it_was(template in template()) {
        if let Ok(nested) = template.nest_beyond(MOST) {
            prop_assert_eq!(plain(&nested.flatten()), plain(&template));
        }
    }

    #[test]
    fn every_resource_is_in_one_stack_under_its_own_name(template in template()) {
        if let Ok(nested) = template.nest_beyond(MOST) {
            let mut names: Vec<&String> = nested.children.values().flat_map(|child| child.resources.keys()).collect();
            names.extend(nested.root.resources.keys().filter(|id| !nested.children.contains_key(*id)));
            names.sort();
            let mut expected: Vec<&String> = template.resources.keys().collect();
            expected.sort();
            prop_assert_eq!(names, expected);
        }
    }

    #[test]
    fn no_stack_is_too_large_or_refers_to_what_it_does_not_have(template in template()) {
        if let Ok(nested) = template.nest_beyond(MOST) {
            prop_assert!(nested.root.resources.len() <= MOST);
            // References, circles among stacks, undeclared parameters: all that a template is checked for.
            prop_assert_eq!(nested.root.check(), Ok(()));
            for child in nested.children.values() {
                prop_assert!(child.resources.len() <= MOST);
                prop_assert_eq!(child.check(), Ok(()));
            }
        }
    }

    #[test]
    fn what_holds_data_stays_in_the_root(template in template()) {
        if let Ok(nested) = template.nest_beyond(MOST) {
            let mut moved = nested.children.values().flat_map(|child| child.resources.values());
            prop_assert!(moved.all(|block| block.type_name != "AWS::DynamoDB::Table"));
        }
    }
}

#[test]
fn what_fits_stays_as_it_is() {
    let template = topics(0..MOST);
    let nested = template.nest_beyond(MOST).unwrap();
    assert_eq!((&nested.root, nested.children.len()), (&template, 0));
}

#[test]
fn one_more_resource_moves_none_of_the_stacks_after_it() {
    let stacks = |template: &Template| -> BTreeSet<Vec<String>> {
        let nested = template.nest_beyond(100).unwrap();
        let names = nested
            .children
            .values()
            .map(|child| child.resources.keys().cloned().collect());
        names.collect()
    };
    let (before, mut after) = (topics(0..2_000), topics(0..2_000));
    after
        .resources
        .insert("Topic0500a".to_owned(), after.resources["Topic0500"].clone());
    after.resources.sort_keys();
    let (before, after) = (stacks(&before), stacks(&after));
    assert!(before.len() > 20, "{} stacks", before.len());
    assert!(
        after.difference(&before).count() <= 2,
        "{:?}",
        after.difference(&before)
    );
}

#[test]
fn a_stack_is_told_the_name_of_the_root() {
    let mut template = topics(0..MOST + 1);
    let name = json!({ "Fn::Sub": "${AWS::StackName}-${AWS::Region}" });
    template.resources["Topic0003"]
        .properties
        .insert("DisplayName".to_owned(), name);
    let nested = template.nest_beyond(MOST).unwrap();
    let text = nested
        .children
        .values()
        .map(Template::to_json)
        .collect::<String>();
    assert!(text.contains("${RootStackName}-${AWS::Region}"), "{text}");
    assert!(nested.root.to_json().contains(r#""RootStackName": {"#));
    assert_eq!(plain(&nested.flatten()), plain(&template));
}

#[test]
fn lists_and_hidden_parameters_are_handed_on_as_such() {
    let mut template = topics(0..MOST + 1);
    template
        .parameters
        .insert("Words".to_owned(), json!({ "Type": "CommaDelimitedList" }));
    template
        .parameters
        .insert("Secret".to_owned(), json!({ "Type": "String", "NoEcho": true }));
    let words = json!({ "Fn::Join": ["-", { "Ref": "Words" }] });
    template.resources["Topic0003"]
        .properties
        .insert("DisplayName".to_owned(), words);
    template.resources["Topic0004"]
        .properties
        .insert("DisplayName".to_owned(), json!({ "Ref": "Secret" }));
    let nested = template.nest_beyond(MOST).unwrap();
    let parameters = nested
        .children
        .values()
        .map(|child| json!(child.parameters))
        .collect::<Vec<_>>();
    assert!(
        parameters
            .iter()
            .any(|declared| declared["Words"]["Type"] == "CommaDelimitedList"),
        "{parameters:?}"
    );
    assert!(
        parameters
            .iter()
            .any(|declared| declared["Secret"]["NoEcho"] == true),
        "{parameters:?}"
    );
    assert_eq!(plain(&nested.flatten()), plain(&template));
}

#[test]
fn more_data_than_a_stack_takes_is_refused_with_the_reason() {
    let tables = (0..=MOST).map(|i| (format!("Table{i:02}"), table()));
    let resources: serde_json::Map<String, Json> = tables.collect();
    let template = Template::from_json(&json!({ "Resources": resources }).to_string()).unwrap();
    let problems = template.nest_beyond(MOST).unwrap_err().to_string();
    assert!(
        problems.contains("13 resources have to stay in the root stack"),
        "{problems}"
    );
}

/// The template as a value in which the order of keys does not count.
fn plain(template: &Template) -> Json {
    serde_json::to_value(template).unwrap()
}

fn topics(numbers: std::ops::Range<usize>) -> Template {
    let topics = numbers.map(|i| {
        (
            format!("Topic{i:04}"),
            json!({ "Type": "AWS::SNS::Topic", "Properties": {} }),
        )
    });
    let resources: serde_json::Map<String, Json> = topics.collect();
    Template::from_json(&json!({ "Resources": resources }).to_string()).unwrap()
}

fn table() -> Json {
    json!({ "Type": "AWS::DynamoDB::Table", "Properties": {
        "BillingMode": "PAY_PER_REQUEST",
        "KeySchema": [{ "AttributeName": "id", "KeyType": "HASH" }],
        "AttributeDefinitions": [{ "AttributeName": "id", "AttributeType": "S" }],
    } })
}

/// Topics that name others before them in every way there is, tables among them, conditions and outputs.
fn template() -> impl Strategy<Value = Template> {
    let uses = prop::collection::vec((any::<prop::sample::Index>(), 0_u8..7), 0..4);
    let resource = (prop::bool::weighted(0.05), prop::bool::weighted(0.05), uses);
    (
        prop::collection::vec(resource, 1..60),
        any::<prop::sample::Index>(),
    )
        .prop_map(|(planned, shown)| {
            let name = |(i, (is_table, ..)): (usize, &(bool, _, _))| {
                // Scattered, so that the order of names is not the order of needs.
                format!(
                    "R{:02}{}{i}",
                    i * 37 % 60,
                    if *is_table { "Table" } else { "Topic" }
                )
            };
            let names: Vec<String> = planned.iter().enumerate().map(name).collect();
            let mut resources = serde_json::Map::new();
            for (i, (is_table, conditional, uses)) in planned.iter().enumerate() {
                let mut block = if *is_table {
                    table()
                } else {
                    topic(&names[..i], uses)
                };
                if *conditional {
                    block["Condition"] = "Sometimes".into();
                }
                resources.insert(names[i].clone(), block);
            }
            // In the order in which they may use each other, so that what uses such a one is seen, too.
            for name in &names {
                if resources[name].get("Condition").is_some() {
                    unconditional_uses_of(name, &mut resources);
                }
            }
            let shown = shown.get(&names);
            let mut outputs = json!({ "Stack": { "Value": { "Fn::Sub": "${AWS::StackName}" } } });
            if resources[shown].get("Condition").is_none() {
                outputs["Shown"] = json!({ "Value": { "Ref": shown } });
            }
            let document = json!({
                "Parameters": { "Mode": { "Type": "String" } },
                "Mappings": { "Names": { "a": { "b": "c" } } },
                "Conditions": { "Sometimes": { "Fn::Equals": [{ "Ref": "Mode" }, "on"] } },
                "Resources": resources,
                "Outputs": outputs,
            });
            let mut template = Template::from_json(&document.to_string()).unwrap();
            template.resources.sort_keys();
            template
        })
}

fn topic(before: &[String], uses: &[(prop::sample::Index, u8)]) -> Json {
    let mut parts = vec![
        json!({ "Ref": "Mode" }),
        json!({ "Fn::FindInMap": ["Names", "a", "b"] }),
    ];
    let mut waits = BTreeSet::new();
    for (other, way) in uses {
        if before.is_empty() {
            continue;
        }
        let other = other.get(before);
        let arn = if other.contains("Table") {
            "Arn"
        } else {
            "TopicArn"
        };
        parts.push(match way {
            0 => json!({ "Fn::GetAtt": [other, arn] }),
            1 => json!({ "Fn::Sub": format!("x-${{{other}}}-${{{other}.{arn}}}-${{!Text}}") }),
            2 => json!({ "Fn::Sub": [format!("${{Own}}-${{{other}}}"), { "Own": { "Ref": other } }] }),
            3 => json!({ "Fn::If": ["Sometimes", { "Ref": other }, { "Ref": "AWS::StackId" }] }),
            4 => {
                waits.insert(other);
                continue;
            }
            _ => json!({ "Ref": other }),
        });
    }
    let mut block =
        json!({ "Type": "AWS::SNS::Topic", "Properties": { "DisplayName": { "Fn::Join": ["", parts] } } });
    if !waits.is_empty() {
        block["DependsOn"] = json!(waits);
    }
    block
}

/// A resource that may be left out is only used where it is there.
fn unconditional_uses_of(name: &str, resources: &mut serde_json::Map<String, Json>) {
    for (id, block) in resources.iter_mut() {
        if id != name && block.to_string().contains(name) {
            block["Condition"] = "Sometimes".into();
        }
    }
}
