//! What feeds a function: a queue, or the stream of a table. Lambda asks both when the mapping is made, on the function's
//! behalf.
//! <https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html>
//! <https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-eventsourcemapping.html>

use super::{dynamodb::TABLE, lambda::FUNCTION, sqs};
use crate::{
    call::{attribute, call, named},
    check::{
        Problem,
        find::{list, number, of_type, one_or_many, resource},
        needs::Needs,
    },
    template::{ResourceBlock, Template},
    value::Json,
};

pub(super) fn check(template: &Template, needs: &Needs<'_>, problems: &mut Vec<Problem>) {
    for (id, mapping) in of_type(template, "AWS::Lambda::EventSourceMapping") {
        let mut report = |property: &str, message: String| {
            problems.push(Problem::resource(id, format!("Properties.{property}"), message));
        };
        let Some(source) = mapping.properties.get("EventSourceArn") else {
            continue;
        };
        let reading = if let Some((queue_id, queue)) = resource(template, source, sqs::QUEUE) {
            fed_by_queue(template, mapping, (queue_id, queue), &mut report);
            (queue_id, &READING_A_QUEUE[..])
        } else if let Some((table_id, table)) = resource(template, source, TABLE) {
            fed_by_table(mapping, source, (table_id, table), &mut report);
            (table_id, &READING_A_STREAM[..])
        } else {
            continue;
        };
        let function = mapping.properties.get("FunctionName");
        if let Some(function) = function.and_then(|name| resource(template, name, FUNCTION))
            && let Some(message) = unallowed(template, needs, id, function, reading)
        {
            report("FunctionName", message);
        }
    }
}

const READING_A_QUEUE: [&str; 3] = [
    "sqs:ReceiveMessage",
    "sqs:DeleteMessage",
    "sqs:GetQueueAttributes",
];
const READING_A_STREAM: [&str; 4] = [
    "dynamodb:DescribeStream",
    "dynamodb:GetRecords",
    "dynamodb:GetShardIterator",
    "dynamodb:ListStreams",
];

/// What the function's role lacks, or may lack still, to read what feeds the function.
fn unallowed(
    template: &Template,
    needs: &Needs<'_>,
    mapping: &str,
    (function_id, function): (&str, &ResourceBlock),
    (source, reading): (&str, &[&str]),
) -> Option<String> {
    let (role_id, role) = resource(template, function.properties.get("Role")?, "AWS::IAM::Role")?;
    // What a managed policy says is not known here.
    if role.properties.contains_key("ManagedPolicyArns") {
        return None;
    }
    let mut allowed = Vec::new();
    for policy in list(role.properties.get("Policies")) {
        allowed.extend(actions(policy.get("PolicyDocument")?)?);
    }
    let awaited = needs.all_of(mapping);
    for (id, policy) in policies_of(template, role_id) {
        let actions = actions(policy.properties.get("PolicyDocument")?)?;
        if !awaited.contains(id)
            && actions
                .iter()
                .any(|action| reading.iter().any(|wanted| allows(action, wanted)))
        {
            return Some(format!(
                "the mapping may be made before `{id}`, which lets `{function_id}` read `{source}`, and Lambda refuses one \
                 that may not; let it depend on that"
            ));
        }
        allowed.extend(actions);
    }
    let lacking = reading
        .iter()
        .find(|wanted| !allowed.iter().any(|action| allows(action, wanted)))?;
    Some(format!(
        "`{role_id}`, the role of `{function_id}`, may not `{lacking}`, and Lambda refuses to feed a function that may \
         not; allow it on `{source}`"
    ))
}

/// The policies of the template that are attached to a role.
fn policies_of<'a>(template: &'a Template, role: &str) -> impl Iterator<Item = (&'a str, &'a ResourceBlock)> {
    let attached = [
        ("AWS::IAM::ManagedPolicy", "Roles"),
        ("AWS::IAM::Policy", "Roles"),
        ("AWS::IAM::RolePolicy", "RoleName"),
    ];
    attached.into_iter().flat_map(move |(type_name, property)| {
        of_type(template, type_name).filter(move |(_, policy)| {
            let roles = one_or_many(policy.properties.get(property));
            roles.iter().any(|name| named(name) == Some(role))
        })
    })
}

/// The actions that a policy allows; `None` where not all are known.
fn actions(document: &Json) -> Option<Vec<&str>> {
    let document = document.as_object().filter(|document| call(document).is_none())?;
    let mut allowed = Vec::new();
    for statement in one_or_many(document.get("Statement")) {
        let statement = statement
            .as_object()
            .filter(|statement| call(statement).is_none())?;
        if statement.get("Effect").is_none_or(|effect| effect != "Allow") {
            continue;
        }
        if statement.contains_key("NotAction") {
            return None;
        }
        for action in one_or_many(statement.get("Action")) {
            allowed.push(action.as_str()?);
        }
    }
    Some(allowed)
}

/// Whether an action, which may end in a wildcard, is the one wanted. One with other wildcards is taken to be.
fn allows(action: &str, wanted: &str) -> bool {
    let (action, wanted) = (action.to_lowercase(), wanted.to_lowercase());
    match action.split_once(['*', '?']) {
        Some((start, _)) => wanted.starts_with(start),
        None => action == wanted,
    }
}

/// A queue gives a message to nobody else while the function may still work on it.
fn fed_by_queue(
    template: &Template,
    mapping: &ResourceBlock,
    (queue_id, queue): (&str, &ResourceBlock),
    report: &mut impl FnMut(&str, String),
) {
    const DEFAULT_VISIBILITY: i64 = 30;
    const DEFAULT_TIMEOUT: i64 = 3;
    const FEW: i64 = 10;
    let function = mapping.properties.get("FunctionName");
    if let Some((function_id, function)) = function.and_then(|name| resource(template, name, FUNCTION)) {
        let hidden = seconds(queue, "VisibilityTimeout", DEFAULT_VISIBILITY);
        let works = seconds(function, "Timeout", DEFAULT_TIMEOUT);
        if let (Some(hidden), Some(works)) = (hidden, works)
            && hidden < works
        {
            report(
                "EventSourceArn",
                format!(
                    "`{queue_id}` hides a message for {hidden} s, and `{function_id}` may take {works} s; set the queue's \
                     `VisibilityTimeout` to {}, six times as much, or to {works} at least",
                    works * 6
                ),
            );
        }
    }
    if mapping.properties.contains_key("StartingPosition") {
        report(
            "StartingPosition",
            "a queue has no position to start at; remove it".to_owned(),
        );
    }
    let waits = mapping.properties.get("MaximumBatchingWindowInSeconds");
    if sqs::is_fifo(queue) == Some(true) && waits.and_then(number).is_some_and(|seconds| seconds > 0) {
        report(
            "MaximumBatchingWindowInSeconds",
            "nobody waits for more messages of a FIFO queue; remove it".to_owned(),
        );
    }
    let batch = mapping.properties.get("BatchSize").and_then(number);
    if let Some(batch) = batch.filter(|batch| *batch > FEW) {
        if sqs::is_fifo(queue) == Some(true) {
            report(
                "BatchSize",
                format!("a FIFO queue gives {FEW} messages at once, not {batch}; lower it"),
            );
        } else if !mapping.properties.contains_key("MaximumBatchingWindowInSeconds") {
            report(
                "BatchSize",
                format!(
                    "for more than {FEW} messages the mapping has to wait; set `MaximumBatchingWindowInSeconds`, too"
                ),
            );
        }
    }
}

fn seconds(block: &ResourceBlock, property: &str, otherwise: i64) -> Option<i64> {
    block.properties.get(property).map_or(Some(otherwise), number)
}

fn fed_by_table(
    mapping: &ResourceBlock,
    source: &Json,
    (table_id, table): (&str, &ResourceBlock),
    report: &mut impl FnMut(&str, String),
) {
    if !mapping.properties.contains_key("StartingPosition") {
        report(
            "StartingPosition",
            "it says where in the stream to start; set it to `LATEST` or `TRIM_HORIZON`".to_owned(),
        );
    }
    let of_stream = source.get("Fn::GetAtt").and_then(attribute).map(|(_, name)| name);
    if of_stream.is_some_and(|name| name != "StreamArn") {
        report(
            "EventSourceArn",
            format!("a function is fed by a table's stream; take the attribute `StreamArn` of `{table_id}`"),
        );
    } else if !table.properties.contains_key("StreamSpecification") {
        report(
            "EventSourceArn",
            format!("`{table_id}` has no stream; set its `StreamSpecification`"),
        );
    }
}
