//! Topics and subscriptions.
//! <https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html>

use crate::{
    check::{
        hint::did_you_mean,
        query::{UNKNOWN, is_enabled, quoted, resources_of_type, shown, text},
    },
    problem::{Finding, Problem},
    template::Template,
    value::Json,
};

pub(super) fn check(template: &Template, problems: &mut Vec<Problem>) {
    for (id, topic) in resources_of_type(template, "AWS::SNS::Topic") {
        let name = topic.properties.get("TopicName").and_then(text);
        let Some(name) = name.filter(|name| is_enabled(topic, "FifoTopic") && !name.ends_with(UNKNOWN))
        else {
            continue;
        };
        if name.strip_suffix(".fifo").is_none() {
            let finding = Finding::new(
                format!(
                    "the name of a FIFO topic must end in `.fifo`; found `{}`",
                    shown(&name)
                ),
                "add the suffix",
            );
            problems.push(Problem::resource(id, "Properties.TopicName", finding));
        }
    }
    for (id, subscription) in resources_of_type(template, "AWS::SNS::Subscription") {
        if let Some(Json::String(protocol)) = subscription.properties.get("Protocol")
            && !PROTOCOLS.contains(&protocol.as_str())
        {
            let hint = did_you_mean(protocol, PROTOCOLS, &format!("use one of {}", quoted(PROTOCOLS)));
            let finding = Finding::new(format!("`{protocol}` is not a protocol"), hint);
            problems.push(Problem::resource(id, "Properties.Protocol", finding));
        }
    }
}

const PROTOCOLS: [&str; 9] = [
    "application",
    "email",
    "email-json",
    "firehose",
    "http",
    "https",
    "lambda",
    "sms",
    "sqs",
];
