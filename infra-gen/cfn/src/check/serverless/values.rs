//! Values that the transform reads itself.
//! <https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-resources-and-properties.html>

use infra_gen_schema::{Shape, lookup};

use super::{
    events::events,
    model::{Model, Properties},
    presence::is_given,
};
use crate::{
    check::{
        catalog::serverless::{INVALID_EVENT, INVALID_VALUE},
        hint::did_you_mean,
        query::{one_or_many, quoted},
    },
    finding::{Finding, ValuePath},
    intrinsic_call::is_complete,
    value::Json,
};

/// The values of properties: type, path, values, and whether their case matters.
const VALUES: [(&str, &str, &[&str], bool); 4] = [
    (
        "AWS::Serverless::Function",
        "DeadLetterQueue.Type",
        &["SNS", "SQS"],
        true,
    ),
    (
        "AWS::Serverless::Function",
        "VersionDeletionPolicy",
        &["Delete", "Retain"],
        true,
    ),
    (
        "AWS::Serverless::LayerVersion",
        "RetentionPolicy",
        &["Delete", "Retain"],
        false,
    ),
    (
        "AWS::Serverless::SimpleTable",
        "PrimaryKey.Type",
        &["Binary", "Number", "String"],
        true,
    ),
];

pub(super) fn check(model: &Model<'_>, findings: &mut Vec<Finding>) {
    for (type_name, path, values, is_exact) in VALUES {
        for (id, properties) in model.of_type(type_name) {
            let mut names = path.split('.');
            let first = names.next().and_then(|name| properties.get(name));
            let value = first.and_then(|first| names.try_fold(first, |value, name| value.get(name)));
            let Some(Json::String(value)) = value else {
                continue;
            };
            let is_known = |known: &&str| *known == value || (!is_exact && known.eq_ignore_ascii_case(value));
            if !values.iter().any(is_known) {
                let all = format!("use one of {}", quoted(values.iter().copied()));
                let found = INVALID_VALUE.found(
                    format!("`{value}` is not an allowed value"),
                    did_you_mean(value, values.iter().copied(), &all),
                );
                findings.push(Finding::resource(
                    id,
                    ValuePath::from("Properties").join(path),
                    found,
                ));
            }
        }
    }
    for (id, properties) in model.of_type("AWS::Serverless::Function") {
        if let Some(Json::Object(queue)) = properties.get("DeadLetterQueue") {
            dead_letter_queue(id, queue, findings);
        }
    }
    triggers(model, findings);
}

fn dead_letter_queue(id: &str, queue: &Properties, findings: &mut Vec<Finding>) {
    for required in ["TargetArn", "Type"] {
        if is_complete(queue) && !is_given(queue, required) {
            let found = INVALID_VALUE.found(format!("the dead-letter queue has no `{required}`"), "add it");
            findings.push(Finding::resource(id, "Properties.DeadLetterQueue", found));
        }
    }
}

/// The triggers of a user pool are the properties of its `LambdaConfig`.
fn triggers(model: &Model<'_>, findings: &mut Vec<Finding>) {
    let Some(pool) = lookup("AWS::Cognito::UserPool") else {
        return;
    };
    let Some(Shape::Object(config)) = pool
        .root()
        .property("LambdaConfig")
        .map(|property| &property.shape)
    else {
        return;
    };
    let known = pool.object(*config);
    for (id, _) in model.of_type("AWS::Serverless::Function") {
        for (name, _, properties) in
            events(&model.template.resources[id]).filter(|(_, kind, _)| *kind == "Cognito")
        {
            let triggers = properties.and_then(|properties| properties.get("Trigger"));
            let is_list = triggers.is_some_and(Json::is_array);
            for (i, trigger) in one_or_many(triggers).iter().enumerate() {
                let Some(trigger) = trigger
                    .as_str()
                    .filter(|trigger| known.property(trigger).is_none())
                else {
                    continue;
                };
                let path = ValuePath::from("Properties.Events")
                    .key(name)
                    .key("Properties")
                    .key("Trigger");
                let path = if is_list { path.index(i) } else { path };
                let names = known.properties.iter().map(|property| property.name);
                let hint = did_you_mean(
                    trigger,
                    names,
                    "see the properties of `LambdaConfig` of a user pool",
                );
                let found = INVALID_EVENT.found(format!("a user pool has no trigger `{trigger}`"), hint);
                findings.push(Finding::resource(id, path, found));
            }
        }
    }
}
