//! Functions and what feeds them.
//! <https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html>
//! <https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html>

use super::{dynamodb::TABLE, sqs};
use crate::{
    call::{attribute, call},
    check::{
        Problem,
        find::{UNKNOWN, number, of_type, resource, text},
    },
    template::{ResourceBlock, Template},
    value::Json,
};

pub(super) fn check(template: &Template, problems: &mut Vec<Problem>) {
    for (id, function) in of_type(template, FUNCTION) {
        code(function, &mut |property, message: &str| {
            problems.push(Problem::resource(id, format!("Properties.{property}"), message));
        });
        let variables = function
            .properties
            .get("Environment")
            .and_then(|environment| environment.get("Variables"));
        if let Some(Json::Object(variables)) = variables {
            environment(variables, &mut |name, message| {
                let point = if name.is_empty() { "" } else { "." };
                let path = format!("Properties.Environment.Variables{point}{name}");
                problems.push(Problem::resource(id, path, message));
            });
        }
    }
    for (id, mapping) in of_type(template, "AWS::Lambda::EventSourceMapping") {
        let mut report = |property: &str, message: String| {
            problems.push(Problem::resource(id, format!("Properties.{property}"), message));
        };
        let Some(source) = mapping.properties.get("EventSourceArn") else {
            continue;
        };
        if let Some((queue_id, queue)) = resource(template, source, sqs::QUEUE) {
            fed_by_queue(template, mapping, (queue_id, queue), &mut report);
        }
        if let Some((table_id, table)) = resource(template, source, TABLE) {
            fed_by_table(mapping, source, (table_id, table), &mut report);
        }
    }
}

pub(super) const FUNCTION: &str = "AWS::Lambda::Function";

/// An archive is unpacked for a runtime, an image brings its own.
fn code(function: &ResourceBlock, report: &mut impl FnMut(&str, &str)) {
    if function
        .properties
        .get("PackageType")
        .is_some_and(|kind| kind == "Image")
    {
        for property in ["Handler", "Layers", "Runtime"] {
            if function.properties.contains_key(property) {
                report(
                    property,
                    "an image has this in itself; remove it, or set `PackageType` to `Zip`",
                );
            }
        }
    }
    let Some(Json::Object(code)) = function.properties.get("Code") else {
        return;
    };
    let has = |part: &str| code.contains_key(part);
    if call(code).is_none() && !has("ImageUri") && !has("S3Bucket") && !has("ZipFile") {
        report(
            "Code",
            "nothing says where the code is; set `S3Bucket` and `S3Key`, or `ImageUri`",
        );
    }
    if has("ZipFile")
        && let Some(Json::String(runtime)) = function.properties.get("Runtime")
        && !runtime.starts_with("nodejs")
        && !runtime.starts_with("python")
    {
        report(
            "Code.ZipFile",
            "only Node.js and Python run from their source; upload an archive",
        );
    }
}

/// How much all variables may take, as JSON.
const ENVIRONMENT_BYTES: usize = 4_096;

/// What Lambda sets itself.
const RESERVED: [&str; 19] = [
    "_HANDLER",
    "_X_AMZN_TRACE_ID",
    "AWS_ACCESS_KEY",
    "AWS_ACCESS_KEY_ID",
    "AWS_DEFAULT_REGION",
    "AWS_EXECUTION_ENV",
    "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
    "AWS_LAMBDA_FUNCTION_NAME",
    "AWS_LAMBDA_FUNCTION_VERSION",
    "AWS_LAMBDA_INITIALIZATION_TYPE",
    "AWS_LAMBDA_LOG_GROUP_NAME",
    "AWS_LAMBDA_LOG_STREAM_NAME",
    "AWS_LAMBDA_RUNTIME_API",
    "AWS_REGION",
    "AWS_SECRET_ACCESS_KEY",
    "AWS_SECRET_KEY",
    "AWS_SESSION_TOKEN",
    "LAMBDA_RUNTIME_DIR",
    "LAMBDA_TASK_ROOT",
];

fn environment(variables: &serde_json::Map<String, Json>, report: &mut impl FnMut(&str, String)) {
    // A comma fewer than there are variables.
    let mut bytes = "{}".len() - 1;
    for (name, value) in variables.iter().filter(|(name, _)| !name.starts_with("Fn::")) {
        if RESERVED.contains(&name.as_str()) {
            report(name, format!("Lambda sets `{name}` itself; rename the variable"));
        } else if !is_variable(name) {
            report(
                name,
                format!(
                    "`{name}` is not two or more letters, digits and `_` that begin with a letter; rename it"
                ),
            );
        }
        let known = text(value).map_or(0, |text| text.replace(UNKNOWN, "").len());
        bytes += name.len() + known + r#""":"","#.len();
    }
    if bytes > ENVIRONMENT_BYTES {
        report(
            "",
            format!("the environment has {bytes} bytes, and at most {ENVIRONMENT_BYTES} fit; shorten it"),
        );
    }
}

fn is_variable(name: &str) -> bool {
    name.len() >= 2
        && name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
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
