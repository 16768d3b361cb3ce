//! Queues: names, encryption, FIFO properties and dead-letter queues.
//! <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html>

use crate::{
    check::catalog::services::sqs::{ENCRYPTION, FIFO_NAME, FIFO_PROPERTY, QUEUE_NAME, REDRIVE_POLICY},
    check::query::{
        UNKNOWN, is_enabled, is_resolved_later, number, referenced_resource, resources_of_type, shown, text,
    },
    finding::{Finding, Unplaced},
    intrinsic_call::intrinsic_call,
    template::{ResourceBlock, Template},
    value::Json,
};

pub(super) fn check(template: &Template, findings: &mut Vec<Finding>) {
    for (id, queue) in resources_of_type(template, QUEUE) {
        let mut report = |property: &str, finding: Unplaced| {
            findings.push(Finding::resource(id, format!("Properties.{property}"), finding));
        };
        name(queue, &mut report);
        redrive(template, queue, &mut report);
        if is_enabled(queue, "SqsManagedSseEnabled") && queue.properties.contains_key("KmsMasterKeyId") {
            report(
                "SqsManagedSseEnabled",
                ENCRYPTION.found(
                    "`SqsManagedSseEnabled` cannot be combined with `KmsMasterKeyId`",
                    "remove one of them",
                ),
            );
        }
        if !queue.properties.contains_key("FifoQueue") {
            for property in [
                "ContentBasedDeduplication",
                "DeduplicationScope",
                "FifoThroughputLimit",
            ] {
                if queue.properties.contains_key(property) {
                    report(
                        property,
                        FIFO_PROPERTY.found(
                            "this property is for FIFO queues only",
                            "remove it, or set `FifoQueue`",
                        ),
                    );
                }
            }
        }
    }
}

/// <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html>
const MAX_RECEIVE_COUNT: i64 = 1_000;

pub(super) const QUEUE: &str = "AWS::SQS::Queue";

fn name(queue: &ResourceBlock, report: &mut impl FnMut(&str, Unplaced)) {
    let Some(name) = queue.properties.get("QueueName").and_then(text) else {
        return;
    };
    let own_part = name.strip_suffix(".fifo").unwrap_or(&name);
    let is_valid = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | UNKNOWN);
    if !is_resolved_later(&name) && !own_part.contains("${") && !own_part.chars().all(is_valid) {
        let message = format!(
            "`{}` has a character that the name of a queue cannot contain",
            shown(&name)
        );
        report(
            "QueueName",
            QUEUE_NAME.found(message, "use letters, digits, hyphens and underscores"),
        );
    }
    let is_fifo = is_enabled(queue, "FifoQueue");
    let known_end = !name.ends_with(UNKNOWN);
    if is_fifo && known_end && !is_fifo_name(&name) {
        report(
            "QueueName",
            FIFO_NAME.found(
                format!(
                    "the name of a FIFO queue must end in `.fifo`; found `{}`",
                    shown(&name)
                ),
                "add the suffix",
            ),
        );
    }
    if !queue.properties.contains_key("FifoQueue") && is_fifo_name(&name) {
        report(
            "QueueName",
            FIFO_NAME.found(
                format!(
                    "only the name of a FIFO queue may end in `.fifo`; found `{}`",
                    shown(&name)
                ),
                "set `FifoQueue`, or rename the queue",
            ),
        );
    }
}

fn is_fifo_name(name: &str) -> bool {
    name.strip_suffix(".fifo").is_some()
}

fn redrive(template: &Template, queue: &ResourceBlock, report: &mut impl FnMut(&str, Unplaced)) {
    let Some(policy) = queue
        .properties
        .get("RedrivePolicy")
        .and_then(|policy| policy.as_object())
    else {
        return;
    };
    if intrinsic_call(policy).is_some() {
        return;
    }
    for part in ["deadLetterTargetArn", "maxReceiveCount"] {
        if !policy.contains_key(part) {
            report(
                "RedrivePolicy",
                REDRIVE_POLICY.found(format!("`{part}` is missing"), "add it"),
            );
        }
    }
    if let Some(count) = policy.get("maxReceiveCount").and_then(number)
        && !(1..=MAX_RECEIVE_COUNT).contains(&count)
    {
        let message = format!("{count} is out of range: 1 to {MAX_RECEIVE_COUNT}");
        report(
            "RedrivePolicy.maxReceiveCount",
            REDRIVE_POLICY.found(message, "change it"),
        );
    }
    let target = policy.get("deadLetterTargetArn");
    if let Some(("Ref", Json::String(name))) = target.and_then(Json::as_object).and_then(intrinsic_call)
        && template
            .resources
            .get(name)
            .is_some_and(|block| block.type_name == QUEUE)
    {
        let message = format!("`Ref` of `{name}` returns the URL of the queue");
        report(
            "RedrivePolicy.deadLetterTargetArn",
            REDRIVE_POLICY.found(message, format!("use `{name}.Arn`")),
        );
    }
    if let Some((target_id, target)) = target.and_then(|target| referenced_resource(template, target, QUEUE))
        && let (Some(own), Some(other)) = (is_fifo(queue), is_fifo(target))
        && own != other
    {
        let kind = |fifo| if fifo { "a FIFO queue" } else { "a standard queue" };
        report(
            "RedrivePolicy.deadLetterTargetArn",
            REDRIVE_POLICY.found(
                format!(
                    "the dead-letter queue of {} must have the same type, but `{target_id}` is {}",
                    kind(own),
                    kind(other)
                ),
                "make both FIFO or both standard",
            ),
        );
    }
}

/// Whether a queue is a FIFO queue; `None` if that is known at deployment only.
pub(super) fn is_fifo(queue: &ResourceBlock) -> Option<bool> {
    match queue.properties.get("FifoQueue") {
        None => Some(false),
        Some(value) if value.is_object() => None,
        Some(_) => Some(is_enabled(queue, "FifoQueue")),
    }
}
