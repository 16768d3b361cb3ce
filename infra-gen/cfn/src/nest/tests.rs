//! Properties of every split template, with small stacks.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::value::Json;

const MAX: usize = 12;

proptest! {
    #[test]
    fn flattening_restores_the_template(template in template()) {
        if let Ok(nested) = template.nest_with_limit(MAX) {
            prop_assert_eq!(plain(&nested.flatten()), plain(&template));
        }
    }

    #[test]
    fn every_resource_is_in_exactly_one_stack_under_its_logical_id(template in template()) {
        if let Ok(nested) = template.nest_with_limit(MAX) {
            let mut names: Vec<&String> = nested.children.values().flat_map(|child| child.resources.keys()).collect();
            names.extend(nested.root.resources.keys().filter(|id| !nested.children.contains_key(*id)));
            names.sort();
            let mut expected: Vec<&String> = template.resources.keys().collect();
            expected.sort();
            prop_assert_eq!(names, expected);
        }
    }

    #[test]
    fn every_stack_is_small_enough_and_valid(template in template()) {
        if let Ok(nested) = template.nest_with_limit(MAX) {
            prop_assert!(nested.root.resources.len() <= MAX);
            // Checks references, cycles among stacks, undeclared parameters and more.
            prop_assert_eq!(nested.root.check(), Ok(()));
            for child in nested.children.values() {
                prop_assert!(child.resources.len() <= MAX);
                prop_assert_eq!(child.check(), Ok(()));
            }
        }
    }

    #[test]
    fn resources_that_hold_data_stay_in_the_root(template in template()) {
        if let Ok(nested) = template.nest_with_limit(MAX) {
            let mut moved = nested.children.values().flat_map(|child| child.resources.values());
            prop_assert!(moved.all(|block| block.type_name != "AWS::DynamoDB::Table"));
        }
    }
}

#[test]
fn a_template_that_fits_is_not_changed() {
    let template = topics(0..MAX);
    let nested = template.nest_with_limit(MAX).unwrap();
    assert_eq!((&nested.root, nested.children.len()), (&template, 0));
}

/// Topics that read a list parameter, in a template with rules, groups of parameters and a mapping.
fn with_language_features() -> Template {
    let mut template = topics(0..MAX + 4);
    template.parameters = sections(json!({
        "Teams": { "Type": "AWS::SSM::Parameter::Value<CommaDelimitedList>", "Default": "/teams" },
    }));
    template.mappings = sections(json!({ "Names": { "a": { "Name": "first" } } }));
    template.metadata = sections(json!({
        "AWS::CloudFormation::Interface": { "ParameterLabels": { "Teams": { "default": "The teams" } } },
    }));
    let rules = json!({ "NotEmpty": { "Assertions": [{ "Assert": { "Fn::Not": [{ "Fn::Contains": [{ "Ref": "Teams" }, ""] }] } }] } });
    template.other.insert("Rules".to_owned(), rules);
    for block in template.resources.values_mut() {
        let name = json!({
            "Fn::FindInMap": ["Names", "b", "Name", { "DefaultValue": { "Fn::Join": ["-", { "Ref": "Teams" }] } }],
        });
        block.properties.insert("DisplayName".to_owned(), name);
        let metadata = json!({ "infra-gen": { "overrides": ["DisplayName"] } });
        block.attributes.insert("Metadata".to_owned(), metadata);
    }
    template
}

fn sections(value: Json) -> serde_json::Map<String, Json> {
    match value {
        Json::Object(entries) => entries,
        other => panic!("`{other}` is not a map"),
    }
}

#[test]
fn rules_lists_and_mappings_survive_the_split() {
    let template = with_language_features();
    let nested = template.nest_with_limit(MAX).unwrap();
    assert!(!nested.children.is_empty());
    assert_eq!(nested.root.other, template.other);
    assert_eq!(nested.root.metadata, template.metadata);
    assert_eq!(nested.root.check(), Ok(()));
    for (id, child) in &nested.children {
        assert_eq!(child.check(), Ok(()));
        assert!(child.other.is_empty());
        assert_eq!(child.parameters["Teams"], json!({ "Type": "CommaDelimitedList" }));
        assert_eq!(
            nested.root.resources[id].properties["Parameters"]["Teams"],
            json!({ "Fn::Join": [",", { "Ref": "Teams" }] })
        );
        assert!(
            child
                .resources
                .values()
                .all(|block| block.overridden().count() == 1)
        );
    }
    assert_eq!(plain(&nested.flatten()), plain(&template));
}

#[test]
fn a_template_that_a_macro_expands_is_not_split() {
    #[track_caller]
    fn refused(change: impl FnOnce(&mut Template)) {
        let mut template = topics(0..MAX + 4);
        change(&mut template);
        let problems = template.nest_with_limit(MAX).unwrap_err().to_string();
        assert!(
            problems.contains("a template with transforms cannot be split into nested stacks"),
            "{problems}"
        );
    }
    refused(|template| {
        let body = json!(["Name", ["a"], { "Topic${Name}": { "Type": "AWS::SNS::Topic" } }]);
        template
            .resource_macros
            .insert("Fn::ForEach::Topics".to_owned(), body);
    });
    refused(|template| {
        template
            .other
            .insert("Transform".to_owned(), json!("AWS::LanguageExtensions"));
    });
    refused(|template| {
        let include =
            json!({ "Fn::Transform": { "Name": "AWS::Include", "Parameters": { "Location": "s3://a/b" } } });
        let (_, block) = template.resources.first_mut().unwrap();
        block.properties.insert("DisplayName".to_owned(), include);
    });
}

#[test]
fn an_additional_resource_does_not_change_later_stacks() {
    let stacks = |template: &Template| -> BTreeSet<Vec<String>> {
        let nested = template.nest_with_limit(100).unwrap();
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
fn a_nested_stack_gets_the_name_of_the_root_stack() {
    let mut template = topics(0..MAX + 1);
    let name = json!({ "Fn::Sub": "${AWS::StackName}-${AWS::Region}" });
    template.resources["Topic0003"]
        .properties
        .insert("DisplayName".to_owned(), name);
    let nested = template.nest_with_limit(MAX).unwrap();
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
fn list_and_no_echo_parameters_keep_their_type() {
    let mut template = topics(0..MAX + 1);
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
    let nested = template.nest_with_limit(MAX).unwrap();
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
fn too_many_resources_with_data_are_refused() {
    let tables = (0..=MAX).map(|i| (format!("Table{i:02}"), table()));
    let resources: serde_json::Map<String, Json> = tables.collect();
    let template = Template::from_json(&json!({ "Resources": resources }).to_string()).unwrap();
    let problems = template.nest_with_limit(MAX).unwrap_err().to_string();
    assert!(
        problems.contains("13 resources must stay in the root stack"),
        "{problems}"
    );
}

/// The template as JSON, which is compared regardless of the order of keys.
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

/// Topics with every form of reference to earlier resources; some are tables instead, some are conditional.
fn template() -> impl Strategy<Value = Template> {
    let uses = prop::collection::vec((any::<prop::sample::Index>(), 0_u8..7), 0..4);
    let resource = (prop::bool::weighted(0.05), prop::bool::weighted(0.05), uses);
    (
        prop::collection::vec(resource, 1..60),
        any::<prop::sample::Index>(),
    )
        .prop_map(|(planned, shown)| {
            let name = |(i, (is_table, ..)): (usize, &(bool, _, _))| {
                // Scattered, so that the order of names is not the order of dependencies.
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
            // In dependency order, so that indirect references are found too.
            for name in &names {
                if resources[name].get("Condition").is_some() {
                    make_referrers_conditional(name, &mut resources);
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

/// Makes every resource that refers to a conditional one conditional too.
fn make_referrers_conditional(name: &str, resources: &mut serde_json::Map<String, Json>) {
    for (id, block) in resources.iter_mut() {
        if id != name && block.to_string().contains(name) {
            block["Condition"] = "Sometimes".into();
        }
    }
}
