//! Topics and who subscribes to them.
//! <https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html>

use crate::{
    check::{
        Problem,
        find::{UNKNOWN, is_on, of_type, shown, text},
        names::hint,
    },
    template::Template,
    value::Json,
};

pub(super) fn check(template: &Template, problems: &mut Vec<Problem>) {
    for (id, topic) in of_type(template, "AWS::SNS::Topic") {
        let name = topic.properties.get("TopicName").and_then(text);
        let Some(name) = name.filter(|name| is_on(topic, "FifoTopic") && !name.ends_with(UNKNOWN)) else {
            continue;
        };
        if name.strip_suffix(".fifo").is_none() {
            let message = format!(
                "the name of a FIFO topic ends in `.fifo`; `{}` does not: add it",
                shown(&name)
            );
            problems.push(Problem::resource(id, "Properties.TopicName", message));
        }
    }
    for (id, subscription) in of_type(template, "AWS::SNS::Subscription") {
        if let Some(Json::String(protocol)) = subscription.properties.get("Protocol")
            && !PROTOCOLS.contains(&protocol.as_str())
        {
            let hint = hint(protocol, PROTOCOLS.into_iter(), "take one of the reference");
            let message = format!("`{protocol}` is no protocol; {hint}");
            problems.push(Problem::resource(id, "Properties.Protocol", message));
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
