//! Event source mappings of queues and table streams. When a mapping is created, Lambda reads the source with the role of
//! the function.
//! <https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html>
//! <https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-eventsourcemapping.html>

use super::{dynamodb::TABLE, lambda::FUNCTION, sqs};
use crate::{
    check::catalog::services::event_sources::{
        PERMISSION, PERMISSION_ORDER, SETTINGS, STREAM, VISIBILITY_TIMEOUT,
    },
    check::{
        dependencies::Dependencies,
        hint::did_you_mean,
        query::{
            UNKNOWN, is_resolved_later, list, number, one_or_many, quoted, referenced_resource,
            resources_of_type, text,
        },
    },
    finding::{Finding, Unplaced},
    intrinsic_call::{get_att_target, intrinsic_call, is_complete, referenced_id},
    template::{ResourceBlock, Template},
    value::Json,
};

pub(super) fn check(template: &Template, dependencies: &Dependencies<'_>, findings: &mut Vec<Finding>) {
    for (id, mapping) in resources_of_type(template, "AWS::Lambda::EventSourceMapping") {
        let mut report = |property: &str, finding: Unplaced| {
            findings.push(Finding::resource(id, format!("Properties.{property}"), finding));
        };
        check_position(mapping, &mut report);
        let Some(source) = mapping.properties.get("EventSourceArn") else {
            continue;
        };
        if let Some(found) = not_an_arn(template, source).or_else(|| other_source(source, &SERVICES)) {
            report("EventSourceArn", found);
            continue;
        }
        let (source_id, actions) =
            if let Some((queue_id, queue)) = referenced_resource(template, source, sqs::QUEUE) {
                check_queue(template, mapping, (queue_id, queue), &mut report);
                (queue_id, &QUEUE_ACTIONS[..])
            } else if let Some((table_id, table)) = referenced_resource(template, source, TABLE) {
                check_table(mapping, source, (table_id, table), &mut report);
                (table_id, &STREAM_ACTIONS[..])
            } else {
                continue;
            };
        let function = mapping.properties.get("FunctionName");
        if let Some(function) = function.and_then(|name| referenced_resource(template, name, FUNCTION))
            && let Some(finding) =
                missing_permission(template, dependencies, id, function, (source_id, actions))
        {
            report("FunctionName", finding);
        }
    }
}

/// The services of event sources, as their ARNs name them.
const SERVICES: [&str; 6] = ["dynamodb", "kafka", "kinesis", "mq", "rds", "sqs"];

/// The attributes with the ARNs of sources whose `Ref` is a name or URL.
const ARNS: [(&str, &str); 3] = [
    (sqs::QUEUE, "Arn"),
    ("AWS::Kinesis::Stream", "Arn"),
    (TABLE, "StreamArn"),
];

/// The finding for the `Ref` of a source, which is not an ARN.
fn not_an_arn(template: &Template, source: &Json) -> Option<Unplaced> {
    let id = source.get("Ref")?.as_str()?;
    let block = template.resources.get(id)?;
    let (type_name, attribute) = ARNS.iter().find(|(type_name, _)| *type_name == block.type_name)?;
    let message = format!("`Ref` of an `{type_name}` is not an ARN");
    Some(STREAM.found(message, format!("use the attribute `{attribute}` of `{id}`")))
}

/// The finding for the ARN of another source than one of these services.
pub(in crate::check) fn other_source(source: &Json, services: &[&str]) -> Option<Unplaced> {
    let text = text(source)?;
    let mut parts = text.split(':');
    let (Some("arn"), Some(_), Some(service)) = (parts.next(), parts.next(), parts.next()) else {
        return None;
    };
    if service.contains([UNKNOWN, '{']) {
        return None;
    }
    if !services.contains(&service) {
        let message = format!("an ARN of `{service}` is not such an event source");
        return Some(STREAM.found(
            message,
            format!("use an ARN of {}", quoted(services.iter().copied())),
        ));
    }
    let is_stream = text.contains("/stream/") || text.contains([UNKNOWN, '{']);
    (service == "dynamodb" && !is_stream).then(|| {
        STREAM.found(
            "this is the ARN of a table, not of its stream",
            "use the ARN of the stream",
        )
    })
}

/// The starting position of a stream.
fn check_position(mapping: &ResourceBlock, report: &mut impl FnMut(&str, Unplaced)) {
    const POSITIONS: [&str; 3] = ["AT_TIMESTAMP", "LATEST", "TRIM_HORIZON"];

    let Some(Json::String(position)) = mapping.properties.get("StartingPosition") else {
        return;
    };
    let has_time = mapping.properties.contains_key("StartingPositionTimestamp");
    if !POSITIONS.contains(&position.as_str()) && !is_resolved_later(position) {
        let hint = did_you_mean(position, POSITIONS, &format!("use one of {}", quoted(POSITIONS)));
        report(
            "StartingPosition",
            SETTINGS.found(format!("unknown starting position `{position}`"), hint),
        );
    } else if position == "AT_TIMESTAMP" && !has_time && is_complete(&mapping.properties) {
        let message = "`AT_TIMESTAMP` needs `StartingPositionTimestamp`";
        report(
            "StartingPosition",
            SETTINGS.found(message, "add it, or use another position"),
        );
    }
}

/// The actions that Lambda performs on a queue.
const QUEUE_ACTIONS: [&str; 3] = [
    "sqs:ReceiveMessage",
    "sqs:DeleteMessage",
    "sqs:GetQueueAttributes",
];
/// The actions that Lambda performs on a table's stream.
const STREAM_ACTIONS: [&str; 4] = [
    "dynamodb:DescribeStream",
    "dynamodb:GetRecords",
    "dynamodb:GetShardIterator",
    "dynamodb:ListStreams",
];

/// An action on the source that the function's role does not allow, or not before the mapping is created.
fn missing_permission(
    template: &Template,
    dependencies: &Dependencies<'_>,
    mapping: &str,
    (function_id, function): (&str, &ResourceBlock),
    (source, required): (&str, &[&str]),
) -> Option<Unplaced> {
    let (role_id, role) = referenced_resource(template, function.properties.get("Role")?, "AWS::IAM::Role")?;
    // The contents of managed policies are not known here.
    if role.properties.contains_key("ManagedPolicyArns") {
        return None;
    }
    let mut allowed = Vec::new();
    for policy in list(role.properties.get("Policies")) {
        allowed.extend(actions(policy.get("PolicyDocument")?)?);
    }
    let earlier = dependencies.transitive(mapping);
    for (id, policy) in policies_of(template, role_id) {
        let actions = actions(policy.properties.get("PolicyDocument")?)?;
        if !earlier.contains(id)
            && actions
                .iter()
                .any(|action| required.iter().any(|wanted| allows(action, wanted)))
        {
            return Some(PERMISSION_ORDER.found(
                format!(
                    "the mapping may be created before `{id}`, which allows `{function_id}` to read `{source}`, and would \
                     then be refused"
                ),
                format!("add `{id}` to `DependsOn`"),
            ));
        }
        allowed.extend(actions);
    }
    let missing = required
        .iter()
        .find(|wanted| !allowed.iter().any(|action| allows(action, wanted)))?;
    Some(PERMISSION.found(
        format!(
            "`{role_id}`, the role of `{function_id}`, does not allow `{missing}`, which the mapping requires"
        ),
        format!("allow it on `{source}`"),
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
        resources_of_type(template, type_name).filter(move |(_, policy)| {
            let roles = one_or_many(policy.properties.get(property));
            roles.iter().any(|name| referenced_id(name) == Some(role))
        })
    })
}

/// The actions that a policy allows; `None` if not all are known.
fn actions(document: &Json) -> Option<Vec<&str>> {
    let document = document
        .as_object()
        .filter(|document| intrinsic_call(document).is_none())?;
    let mut allowed = Vec::new();
    for statement in one_or_many(document.get("Statement")) {
        let statement = statement
            .as_object()
            .filter(|statement| intrinsic_call(statement).is_none())?;
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

/// Whether a policy's action includes the wanted one. Only the part before the first wildcard is compared.
fn allows(action: &str, wanted: &str) -> bool {
    let (action, wanted) = (action.to_lowercase(), wanted.to_lowercase());
    match action.split_once(['*', '?']) {
        Some((start, _)) => wanted.starts_with(start),
        None => action == wanted,
    }
}

/// The visibility timeout of the queue must cover the timeout of the function.
fn check_queue(
    template: &Template,
    mapping: &ResourceBlock,
    (queue_id, queue): (&str, &ResourceBlock),
    report: &mut impl FnMut(&str, Unplaced),
) {
    const DEFAULT_VISIBILITY: i64 = 30;
    const DEFAULT_TIMEOUT: i64 = 3;
    const MAX_BATCH_WITHOUT_WINDOW: i64 = 10;
    let function = mapping.properties.get("FunctionName");
    if let Some((function_id, function)) =
        function.and_then(|name| referenced_resource(template, name, FUNCTION))
    {
        let visibility = seconds(queue, "VisibilityTimeout", DEFAULT_VISIBILITY);
        let timeout = seconds(function, "Timeout", DEFAULT_TIMEOUT);
        if let (Some(visibility), Some(timeout)) = (visibility, timeout)
            && visibility < timeout
        {
            report(
                "EventSourceArn",
                VISIBILITY_TIMEOUT.found(
                    format!(
                        "the visibility timeout of `{queue_id}`, {visibility} s, is shorter than the timeout of \
                         `{function_id}`, {timeout} s"
                    ),
                    format!(
                        "set `VisibilityTimeout` to at least {timeout}; AWS recommends six times the timeout, {}",
                        timeout * 6
                    ),
                ),
            );
        }
    }
    if mapping.properties.contains_key("StartingPosition") {
        report(
            "StartingPosition",
            SETTINGS.found("`StartingPosition` is not allowed for a queue", "remove it"),
        );
    }
    let window = mapping.properties.get("MaximumBatchingWindowInSeconds");
    if sqs::is_fifo(queue) == Some(true) && window.and_then(number).is_some_and(|seconds| seconds > 0) {
        report(
            "MaximumBatchingWindowInSeconds",
            SETTINGS.found("a FIFO queue does not support a batching window", "remove it"),
        );
    }
    let batch = mapping.properties.get("BatchSize").and_then(number);
    if let Some(batch) = batch.filter(|batch| *batch > MAX_BATCH_WITHOUT_WINDOW) {
        if sqs::is_fifo(queue) == Some(true) {
            report(
                "BatchSize",
                SETTINGS.found(
                    format!("{batch} is more than {MAX_BATCH_WITHOUT_WINDOW}, the maximum for a FIFO queue"),
                    "decrease it",
                ),
            );
        } else if !mapping.properties.contains_key("MaximumBatchingWindowInSeconds") {
            report(
                "BatchSize",
                SETTINGS.found(
                    format!(
                        "a batch of more than {MAX_BATCH_WITHOUT_WINDOW} messages requires a batching window"
                    ),
                    "set `MaximumBatchingWindowInSeconds` to at least 1",
                ),
            );
        }
    }
}

fn seconds(block: &ResourceBlock, property: &str, default: i64) -> Option<i64> {
    block.properties.get(property).map_or(Some(default), number)
}

fn check_table(
    mapping: &ResourceBlock,
    source: &Json,
    (table_id, table): (&str, &ResourceBlock),
    report: &mut impl FnMut(&str, Unplaced),
) {
    if !mapping.properties.contains_key("StartingPosition") {
        report(
            "StartingPosition",
            SETTINGS.found(
                "`StartingPosition` is missing",
                "set it to `LATEST` or `TRIM_HORIZON`",
            ),
        );
    }
    let attribute = source
        .get("Fn::GetAtt")
        .and_then(get_att_target)
        .map(|(_, name)| name);
    if attribute.is_some_and(|name| name != "StreamArn") {
        report(
            "EventSourceArn",
            STREAM.found(
                format!("the event source must be the stream of `{table_id}`"),
                "use the attribute `StreamArn`",
            ),
        );
    } else if !table.properties.contains_key("StreamSpecification") {
        report(
            "EventSourceArn",
            STREAM.found(
                format!("`{table_id}` has no stream"),
                "set its `StreamSpecification`",
            ),
        );
    }
}
