//! Functions: their code and their environment.
//! <https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html>

use crate::{
    call::call,
    check::{
        Problem,
        find::{UNKNOWN, of_type, text},
    },
    template::{ResourceBlock, Template},
    value::Json,
};

pub(super) fn check(template: &Template, problems: &mut Vec<Problem>) {
    for (id, function) in of_type(template, FUNCTION) {
        code(function, &mut |property, message: &str| {
            problems.push(Problem::resource(id, format!("Properties.{property}"), message));
        });
        runtime(id, function, problems);
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
}

/// Runtimes on which Lambda neither creates nor updates functions any more: the end of each lies years back.
/// <https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html>
const CLOSED_RUNTIMES: [&str; 14] = [
    "dotnetcore1.0",
    "dotnetcore2.0",
    "dotnetcore2.1",
    "dotnetcore3.1",
    "nodejs",
    "nodejs10.x",
    "nodejs12.x",
    "nodejs4.3",
    "nodejs4.3-edge",
    "nodejs6.10",
    "nodejs8.10",
    "python2.7",
    "python3.6",
    "ruby2.5",
];

fn runtime(id: &str, function: &ResourceBlock, problems: &mut Vec<Problem>) {
    if let Some(Json::String(runtime)) = function.properties.get("Runtime")
        && CLOSED_RUNTIMES.contains(&runtime.as_str())
    {
        let message =
            format!("Lambda no longer creates or updates functions on `{runtime}`; use a current runtime");
        problems.push(Problem::resource(id, "Properties.Runtime", message));
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
    if has("S3Bucket") && !has("S3Key") {
        report(
            "Code",
            "`S3Key` is missing; set it to the archive's key in the bucket",
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
