//! Functions: code, runtime and environment.
//! <https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html>

use crate::{
    check::query::{UNKNOWN, resources_of_type, text},
    intrinsic_call::intrinsic_call,
    problem::{Finding, Problem},
    template::{ResourceBlock, Template},
    value::Json,
};

pub(super) fn check(template: &Template, problems: &mut Vec<Problem>) {
    for (id, function) in resources_of_type(template, FUNCTION) {
        code(function, &mut |property, message, hint| {
            let finding = Finding::new(message, hint);
            problems.push(Problem::resource(id, format!("Properties.{property}"), finding));
        });
        runtime(id, function, problems);
        let variables = function
            .properties
            .get("Environment")
            .and_then(|environment| environment.get("Variables"));
        if let Some(Json::Object(variables)) = variables {
            environment(variables, &mut |name, finding| {
                let separator = if name.is_empty() { "" } else { "." };
                let path = format!("Properties.Environment.Variables{separator}{name}");
                problems.push(Problem::resource(id, path, finding));
            });
        }
    }
}

/// Runtimes for which Lambda no longer creates or updates functions. Newer deprecations are not listed.
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
        let finding = Finding::new(
            format!("Lambda no longer creates or updates functions with the runtime `{runtime}`"),
            "use a current runtime",
        );
        problems.push(Problem::resource(id, "Properties.Runtime", finding));
    }
}

pub(super) const FUNCTION: &str = "AWS::Lambda::Function";

/// The properties that belong to each package type. `report` takes a property, a message and a hint.
fn code(function: &ResourceBlock, report: &mut impl FnMut(&str, &str, &str)) {
    if function
        .properties
        .get("PackageType")
        .is_some_and(|kind| kind == "Image")
    {
        for property in ["Handler", "Layers", "Runtime"] {
            if function.properties.contains_key(property) {
                report(
                    property,
                    "a container image must not have this property",
                    "remove it, or set `PackageType` to `Zip`",
                );
            }
        }
    }
    let Some(Json::Object(code)) = function.properties.get("Code") else {
        return;
    };
    let has = |part: &str| code.contains_key(part);
    if intrinsic_call(code).is_none() && !has("ImageUri") && !has("S3Bucket") && !has("ZipFile") {
        report(
            "Code",
            "the location of the code is missing",
            "set `S3Bucket` and `S3Key`, or `ImageUri`",
        );
    }
    if has("S3Bucket") && !has("S3Key") {
        report(
            "Code",
            "`S3Key` is missing",
            "set it to the key of the archive in the bucket",
        );
    }
    if has("ZipFile")
        && let Some(Json::String(runtime)) = function.properties.get("Runtime")
        && !runtime.starts_with("nodejs")
        && !runtime.starts_with("python")
    {
        report(
            "Code.ZipFile",
            "inline code is supported for Node.js and Python only",
            "upload an archive",
        );
    }
}

/// The maximum size of all environment variables, as JSON.
const MAX_ENVIRONMENT_BYTES: usize = 4_096;

/// The variables that Lambda sets.
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

fn environment(variables: &serde_json::Map<String, Json>, report: &mut impl FnMut(&str, Finding)) {
    // One comma fewer than variables.
    let mut bytes = "{}".len() - 1;
    for (name, value) in variables.iter().filter(|(name, _)| !name.starts_with("Fn::")) {
        if RESERVED.contains(&name.as_str()) {
            report(
                name,
                Finding::new(
                    format!("the name `{name}` is reserved by Lambda"),
                    "rename the variable",
                ),
            );
        } else if !is_valid_name(name) {
            report(
                name,
                Finding::new(
                    format!(
                        "the name `{name}` is not valid: it needs a letter and then at least one letter, digit or `_`"
                    ),
                    "rename the variable",
                ),
            );
        }
        let known = text(value).map_or(0, |text| text.replace(UNKNOWN, "").len());
        bytes += name.len() + known + r#""":"","#.len();
    }
    if bytes > MAX_ENVIRONMENT_BYTES {
        report(
            "",
            Finding::new(
                format!("the variables have {bytes} bytes; the limit is {MAX_ENVIRONMENT_BYTES}"),
                "shorten them",
            ),
        );
    }
}

fn is_valid_name(name: &str) -> bool {
    name.len() >= 2
        && name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}
