//! Queues.
//! <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html>

use crate::{
    call::call,
    check::{
        Problem,
        find::{UNKNOWN, is_on, of_type, resource, shown, text},
    },
    template::{ResourceBlock, Template},
};

pub(super) fn check(template: &Template, problems: &mut Vec<Problem>) {
    for (id, queue) in of_type(template, QUEUE) {
        let mut report = |property: &str, message: String| {
            problems.push(Problem::resource(id, format!("Properties.{property}"), message));
        };
        name(queue, &mut report);
        redrive(template, queue, &mut report);
        if is_on(queue, "SqsManagedSseEnabled") && queue.properties.contains_key("KmsMasterKeyId") {
            report(
                "SqsManagedSseEnabled",
                "a queue is encrypted in one way, and `KmsMasterKeyId` names a key; remove one of them"
                    .to_owned(),
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
                        "only a FIFO queue has this; set `FifoQueue`, or remove it".to_owned(),
                    );
                }
            }
        }
    }
}

pub(super) const QUEUE: &str = "AWS::SQS::Queue";

fn name(queue: &ResourceBlock, report: &mut impl FnMut(&str, String)) {
    let Some(name) = queue.properties.get("QueueName").and_then(text) else {
        return;
    };
    let is_fifo = is_on(queue, "FifoQueue");
    let known_end = !name.ends_with(UNKNOWN);
    if is_fifo && known_end && !is_name_of_fifo(&name) {
        report(
            "QueueName",
            format!(
                "the name of a FIFO queue ends in `.fifo`; `{}` does not: add it",
                shown(&name)
            ),
        );
    }
    if !queue.properties.contains_key("FifoQueue") && is_name_of_fifo(&name) {
        report(
            "QueueName",
            format!(
                "`{}` is the name of a FIFO queue; set `FifoQueue`, or rename it",
                shown(&name)
            ),
        );
    }
}

fn is_name_of_fifo(name: &str) -> bool {
    name.strip_suffix(".fifo").is_some()
}

fn redrive(template: &Template, queue: &ResourceBlock, report: &mut impl FnMut(&str, String)) {
    let Some(policy) = queue
        .properties
        .get("RedrivePolicy")
        .and_then(|policy| policy.as_object())
    else {
        return;
    };
    if call(policy).is_some() {
        return;
    }
    for part in ["deadLetterTargetArn", "maxReceiveCount"] {
        if !policy.contains_key(part) {
            report("RedrivePolicy", format!("`{part}` is missing; set it"));
        }
    }
    let target = policy.get("deadLetterTargetArn");
    if let Some((dead, letters)) = target.and_then(|target| resource(template, target, QUEUE))
        && let (Some(own), Some(other)) = (is_fifo(queue), is_fifo(letters))
        && own != other
    {
        let kind = |fifo| if fifo { "a FIFO queue" } else { "a standard queue" };
        report(
            "RedrivePolicy.deadLetterTargetArn",
            format!(
                "the dead letters of {} go to one of its kind, and `{dead}` is {}; make both the same",
                kind(own),
                kind(other)
            ),
        );
    }
}

/// `None` where only the deployment knows.
pub(super) fn is_fifo(queue: &ResourceBlock) -> Option<bool> {
    match queue.properties.get("FifoQueue") {
        None => Some(false),
        Some(value) if value.is_object() => None,
        Some(_) => Some(is_on(queue, "FifoQueue")),
    }
}
