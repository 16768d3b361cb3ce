//! Subscriptions: their endpoints, filters and topics.
//! <https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html>

use crate::{
    check::{
        cases::{Cases, View},
        catalog::services::sns::{ENDPOINT, FIFO_SUBSCRIPTION, FILTER},
        query::{UNKNOWN, shown},
        rules::sqs::QUEUE,
    },
    finding::Finding,
    intrinsic_call::intrinsic_call,
    value::Json,
};

const TOPIC: &str = "AWS::SNS::Topic";
const FUNCTION: &str = "AWS::Lambda::Function";

pub(super) fn check(cases: &mut Cases<'_>, findings: &mut Vec<Finding>) {
    cases.each("AWS::SNS::Subscription", findings, |subscription, findings| {
        endpoint(subscription, findings);
        settings(subscription, findings);
        if let Some(topic) = subscription.get("TopicArn").resource(TOPIC) {
            fifo(&topic, subscription, findings);
        }
    });
    cases.each(TOPIC, findings, |topic, findings| {
        for subscription in topic.get("Subscription").items() {
            endpoint(&subscription, findings);
            fifo(topic, &subscription, findings);
        }
    });
}

fn endpoint(subscription: &View<'_, '_>, findings: &mut Vec<Finding>) {
    let Some(protocol) = subscription.get("Protocol").text() else {
        return;
    };
    let endpoint = subscription.get("Endpoint");
    let mut report = |message: String, hint: &str| {
        findings.push(endpoint.found(ENDPOINT.found(message, hint)));
    };
    for (type_name, own, noun) in [(FUNCTION, "lambda", "a function"), (QUEUE, "sqs", "a queue")] {
        let Some(target) = endpoint.resource(type_name) else {
            continue;
        };
        if !matches!(protocol.as_ref(), "lambda" | "sqs") {
            continue;
        }
        if protocol != own {
            report(
                format!("`{}` is {noun}, but the protocol is `{protocol}`", target.id),
                "change one of the two",
            );
        } else if is_ref(&endpoint) {
            report(
                format!("`Ref` of `{}` does not return an ARN", target.id),
                "use `Fn::GetAtt` with the attribute `Arn`",
            );
        }
    }
    let Some(text) = endpoint.partial_text().filter(|text| !text.starts_with(UNKNOWN)) else {
        return;
    };
    let (is_valid, hint) = match protocol.as_ref() {
        "http" => (
            text.starts_with("http://"),
            "begin it with `http://`, or use the protocol `https`",
        ),
        "https" => (text.starts_with("https://"), "begin it with `https://`"),
        "email" | "email-json" => (
            text.contains('@') || text.contains(UNKNOWN),
            "write an address of email",
        ),
        "lambda" => (text.starts_with("arn:"), "use the ARN of a function"),
        "firehose" => (text.starts_with("arn:"), "use the ARN of a delivery stream"),
        "sms" => (
            text.chars()
                .all(|c| c.is_ascii_digit() || "+-. ()".contains(c) || c == UNKNOWN),
            "write a phone number such as `+12065550100`",
        ),
        _ => return,
    };
    if !is_valid {
        report(
            format!(
                "`{}` is not an endpoint for the protocol `{protocol}`",
                shown(&text)
            ),
            hint,
        );
    }
}

fn is_ref(value: &View<'_, '_>) -> bool {
    let call = value.json().and_then(Json::as_object).and_then(intrinsic_call);
    matches!(call, Some(("Ref", _)))
}

/// <https://docs.aws.amazon.com/sns/latest/dg/fifo-message-delivery.html>
fn fifo(topic: &View<'_, '_>, subscription: &View<'_, '_>, findings: &mut Vec<Finding>) {
    const UNSUPPORTED: [&str; 7] = [
        "application",
        "email",
        "email-json",
        "http",
        "https",
        "lambda",
        "sms",
    ];
    let protocol = subscription.get("Protocol");
    let kind = topic.get("FifoTopic");
    if kind.is_true() {
        if let Some(name) = protocol
            .text()
            .filter(|name| UNSUPPORTED.contains(&name.as_ref()))
        {
            let message = format!("a FIFO topic does not deliver with the protocol `{name}`");
            let hint = "subscribe a queue, and read from it";
            findings.push(protocol.found(FIFO_SUBSCRIPTION.found(message, hint)));
        }
    } else if kind.is_or_absent("false") {
        let endpoint = subscription.get("Endpoint");
        if let Some(queue) = endpoint
            .resource(QUEUE)
            .filter(|queue| queue.get("FifoQueue").is_true())
        {
            let message = format!(
                "`{}` is a FIFO queue, but the topic is not a FIFO topic",
                queue.id
            );
            let hint = "set `FifoTopic`, or subscribe a standard queue";
            findings.push(endpoint.found(FIFO_SUBSCRIPTION.found(message, hint)));
        }
    }
}

fn settings(subscription: &View<'_, '_>, findings: &mut Vec<Finding>) {
    let protocol = subscription.get("Protocol").text().unwrap_or_default();
    let raw = subscription.get("RawMessageDelivery");
    if raw.is_true() && matches!(protocol.as_ref(), "email" | "email-json" | "lambda" | "sms") {
        let message = format!("the protocol `{protocol}` does not support raw messages");
        findings.push(raw.found(FILTER.found(message, "remove it")));
    }
    let scope = subscription.get("FilterPolicyScope");
    if let Some(name) = scope.text()
        && !matches!(name.as_ref(), "MessageAttributes" | "MessageBody")
    {
        let message = format!("`{name}` is not a scope of a filter policy");
        findings.push(scope.found(FILTER.found(message, "use `MessageAttributes` or `MessageBody`")));
    }
    let policy = subscription.get("FilterPolicy");
    for name in policy.names().unwrap_or_default() {
        let value = policy.get(name);
        if value.text().is_some() {
            let message = format!("the filter for `{name}` is not a list");
            findings.push(value.found(FILTER.found(message, "write the value in a list")));
        }
    }
}
