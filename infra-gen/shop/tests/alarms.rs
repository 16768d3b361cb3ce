//! The alarms of production: what they cover, whom they notify, and where their answers are.

#[path = "common/environment.rs"]
mod environment;

use std::collections::BTreeSet;

use infra_gen::cfn::Template;
use serde_json::Value as Json;
use shop_contract::Function;
use shop_infra::stack::alarms::Runbook;

const OPERATIONS: &str = include_str!("../../../docs/OPERATIONS.md");

/// The properties of the resources of a type, by logical ID.
fn resources<'a>(template: &'a Template, kind: &'a str) -> impl Iterator<Item = (&'a str, Json)> {
    template
        .resources
        .iter()
        .filter(move |(_, resource)| resource.type_name == kind)
        .map(|(id, resource)| (id.as_str(), Json::from(resource.properties.clone())))
}

fn alarms(template: &Template) -> Vec<(&str, Json)> {
    resources(template, "AWS::CloudWatch::Alarm").collect()
}

#[test]
fn each_alarm_has_an_entry_in_the_operations_guide_and_notifies_the_topic() {
    let template = environment::template("prod");
    for (id, alarm) in alarms(&template) {
        let description = alarm["AlarmDescription"].as_str().unwrap();
        assert!(
            Runbook::ALL
                .iter()
                .any(|runbook| description.ends_with(&format!("\"{}\".", runbook.heading()))),
            "{id}: {description}"
        );
        let topic = serde_json::json!([{ "Fn::GetAtt": ["Alerts", "TopicArn"] }]);
        assert_eq!(alarm["AlarmActions"], topic, "{id}");
        assert_eq!(alarm["OKActions"], topic, "{id}");
    }
    for runbook in Runbook::ALL {
        let heading = format!("\n### {}\n", runbook.heading());
        assert!(
            OPERATIONS.contains(&heading),
            "docs/OPERATIONS.md lacks {heading:?}"
        );
    }
}

#[test]
fn every_function_has_alarms_for_errors_and_throttles() {
    let template = environment::template("prod");
    let watched: BTreeSet<(String, String)> = alarms(&template)
        .iter()
        .filter(|(_, alarm)| alarm["Namespace"] == "AWS/Lambda")
        .map(|(_, alarm)| {
            let function = alarm["Dimensions"][0]["Value"]["Ref"].as_str().unwrap();
            (
                function.to_owned(),
                alarm["MetricName"].as_str().unwrap().to_owned(),
            )
        })
        .collect();
    assert_eq!(watched.len(), 2 * Function::ALL.len());
    for (id, _) in resources(&template, "AWS::Lambda::Function") {
        for metric in ["Errors", "Throttles"] {
            assert!(
                watched.contains(&(id.to_owned(), metric.to_owned())),
                "{id}: {metric}"
            );
        }
    }
}

#[test]
fn every_table_and_workflow_has_alarms() {
    let template = environment::template("prod");
    let alarms = alarms(&template);
    let watches = |id: &str| {
        alarms
            .iter()
            .any(|(_, alarm)| alarm["Dimensions"].to_string().contains(id))
    };
    for kind in [
        "AWS::DynamoDB::Table",
        "AWS::StepFunctions::StateMachine",
        "AWS::SQS::Queue",
    ] {
        for (id, _) in resources(&template, kind) {
            assert!(watches(&format!("\"{id}\"")), "{id}");
        }
    }
}

#[test]
fn an_environment_without_recipients_has_no_alarms_but_a_dashboard() {
    let template = environment::template("dev");
    assert!(alarms(&template).is_empty());
    assert_eq!(resources(&template, "AWS::CloudWatch::Dashboard").count(), 1);
}
