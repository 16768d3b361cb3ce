//! Templates that stacks write with loops, rules and overrides.

#![expect(clippy::unwrap_used, reason = "a failing test panics")]

use infra_gen_cfn::{LogicalId, Parameter, ParameterRule, RuleTest, Stack, Template, intrinsic};
use infra_gen_diff::diff;
use serde_json::json;

const TOPIC: LogicalId = LogicalId::new("Topic");
const EMAIL: LogicalId = LogicalId::new("Email");

/// A topic and a subscription per team, written with a loop or one by one.
fn topics(looped: bool) -> Template {
    let mut stack = Stack::new("alerts");
    let add = |topic_id: LogicalId, email_id: LogicalId, name, stack: &mut Stack| {
        let name = intrinsic::concat([name, "-alerts".into()]);
        let topic = stack.add_raw(topic_id.clone(), "AWS::SNS::Topic", json!({ "TopicName": name }));
        stack.add_raw(
            email_id,
            "AWS::SNS::Subscription",
            json!({ "Protocol": "email", "Endpoint": "a@example.com", "TopicArn": topic.reference() }),
        );
        stack.output(topic_id, topic.attribute::<String>("TopicName"));
    };
    if looped {
        stack.for_each(LogicalId::new("Teams"), ["orders", "stock"], |stack, team| {
            add(team.id(&TOPIC), team.id(&EMAIL), team.value(), stack);
        });
    } else {
        for team in ["orders", "stock"] {
            let id = |base: &LogicalId| LogicalId::parse(&format!("{base}{team}")).unwrap();
            add(id(&TOPIC), id(&EMAIL), team.into(), &mut stack);
        }
    }
    stack.finish().unwrap()
}

#[test]
fn a_loop_is_equal_to_the_same_resources_written_one_by_one() {
    let (looped, plain) = (topics(true), topics(false));
    for (old, new) in [(&looped, &plain), (&plain, &looped)] {
        let diff = diff(old, new);
        assert_eq!(
            diff.summary.to_string(),
            "0 to add, 0 to change, 0 to replace, 0 to remove; 1 other difference"
        );
        assert!(diff.summary.unjudged.is_empty(), "{:?}", diff.summary.unjudged);
        let sections: Vec<&str> = diff
            .sections
            .iter()
            .map(|change| change.section.as_str())
            .collect();
        assert_eq!(sections, ["Transform"]);
    }
}

#[test]
fn a_changed_rule_is_a_difference_without_effect_on_resources() {
    let template = |size: &str| {
        let mut stack = Stack::new("alerts");
        let given = stack.parameter(LogicalId::new("Size"), &Parameter::text());
        let rule = ParameterRule::new(RuleTest::equals(&given, size), "the size is fixed");
        stack.rule(LogicalId::new("Fixed"), &rule);
        stack.add_raw(TOPIC, "AWS::SNS::Topic", json!({ "DisplayName": given }));
        stack.finish().unwrap()
    };
    let diff = diff(&template("small"), &template("large"));
    let sections: Vec<&str> = diff
        .sections
        .iter()
        .map(|change| change.section.as_str())
        .collect();
    assert_eq!(sections, ["Rules"]);
    assert!(diff.resources.is_empty());
    assert!(!diff.summary.destructive);
}

#[test]
fn an_override_is_compared_like_any_property() {
    let template = |name: &str| {
        let mut stack = Stack::new("alerts");
        let topic = stack.add_raw(TOPIC, "AWS::SNS::Topic", json!({}));
        stack.override_property(&topic, "TopicName", &json!(name));
        stack.finish().unwrap()
    };
    let diff = diff(&template("a"), &template("b"));
    assert_eq!(
        diff.summary.to_string(),
        "0 to add, 0 to change, 1 to replace, 0 to remove"
    );
}
