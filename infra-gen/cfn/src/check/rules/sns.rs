//! Topics and subscriptions.
//! <https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html>

mod subscriptions;

use crate::{
    check::catalog::services::sns::{FIFO_NAME, PROTOCOL},
    check::{
        cases::Cases,
        hint::did_you_mean,
        query::{UNKNOWN, is_enabled, quoted, resources_of_type, shown, text},
    },
    finding::Finding,
    template::Template,
    value::Json,
};

pub(super) fn check(template: &Template, cases: &mut Cases<'_>, findings: &mut Vec<Finding>) {
    subscriptions::check(cases, findings);
    for (id, topic) in resources_of_type(template, "AWS::SNS::Topic") {
        let name = topic.properties.get("TopicName").and_then(text);
        if let Some(name) = name.as_deref()
            && name.strip_suffix(".fifo").is_some()
            && topic.properties.get("FifoTopic").is_none_or(|kind| kind == false)
        {
            let message = format!(
                "only the name of a FIFO topic may end in `.fifo`; found `{}`",
                shown(name)
            );
            let finding = FIFO_NAME.found(message, "set `FifoTopic`, or rename the topic");
            findings.push(Finding::resource(id, "Properties.TopicName", finding));
        }
        let Some(name) = name.filter(|name| is_enabled(topic, "FifoTopic") && !name.ends_with(UNKNOWN))
        else {
            continue;
        };
        if name.strip_suffix(".fifo").is_none() {
            let finding = FIFO_NAME.found(
                format!(
                    "the name of a FIFO topic must end in `.fifo`; found `{}`",
                    shown(&name)
                ),
                "add the suffix",
            );
            findings.push(Finding::resource(id, "Properties.TopicName", finding));
        }
    }
    for (id, subscription) in resources_of_type(template, "AWS::SNS::Subscription") {
        if let Some(Json::String(protocol)) = subscription.properties.get("Protocol")
            && !PROTOCOLS.contains(&protocol.as_str())
        {
            let hint = did_you_mean(protocol, PROTOCOLS, &format!("use one of {}", quoted(PROTOCOLS)));
            let finding = PROTOCOL.found(format!("`{protocol}` is not a protocol"), hint);
            findings.push(Finding::resource(id, "Properties.Protocol", finding));
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
