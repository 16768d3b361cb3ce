//! Functions: code, runtime and environment.
//! <https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html>

use crate::{
    check::catalog::services::lambda::{
        CLOSED_RUNTIME, CODE_LOCATION, ENVIRONMENT, INLINE_CODE, PACKAGE_TYPE,
    },
    check::query::{UNKNOWN, resources_of_type, text},
    finding::{Finding, Rule, Unplaced, ValuePath},
    intrinsic_call::intrinsic_call,
    template::{ResourceBlock, Template},
    value::Json,
};

pub(super) fn check(template: &Template, findings: &mut Vec<Finding>) {
    for (id, function) in resources_of_type(template, FUNCTION) {
        code(function, &mut |rule, property, message, hint| {
            let finding = rule.found(message, hint);
            findings.push(Finding::resource(id, format!("Properties.{property}"), finding));
        });
        runtime(id, function, findings);
        let variables = function
            .properties
            .get("Environment")
            .and_then(|environment| environment.get("Variables"));
        if let Some(Json::Object(variables)) = variables {
            environment(variables, &mut |name, finding| {
                let all = ValuePath::from("Properties.Environment.Variables");
                let path = match name {
                    Some(name) => all.key(name),
                    None => all,
                };
                findings.push(Finding::resource(id, path, finding));
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

fn runtime(id: &str, function: &ResourceBlock, findings: &mut Vec<Finding>) {
    if let Some(Json::String(runtime)) = function.properties.get("Runtime")
        && CLOSED_RUNTIMES.contains(&runtime.as_str())
    {
        let finding = CLOSED_RUNTIME.found(
            format!("Lambda no longer creates or updates functions with the runtime `{runtime}`"),
            "use a current runtime",
        );
        findings.push(Finding::resource(id, "Properties.Runtime", finding));
    }
}

pub(super) const FUNCTION: &str = "AWS::Lambda::Function";

/// The properties that belong to each package type. `report` takes a rule, a property, a message and a hint.
fn code(function: &ResourceBlock, report: &mut impl FnMut(&'static Rule, &str, &str, &str)) {
    if function
        .properties
        .get("PackageType")
        .is_some_and(|kind| kind == "Image")
    {
        for property in ["Handler", "Layers", "Runtime"] {
            if function.properties.contains_key(property) {
                report(
                    &PACKAGE_TYPE,
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
            &CODE_LOCATION,
            "Code",
            "the location of the code is missing",
            "set `S3Bucket` and `S3Key`, or `ImageUri`",
        );
    }
    if has("S3Bucket") && !has("S3Key") {
        report(
            &CODE_LOCATION,
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
            &INLINE_CODE,
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

fn environment(variables: &serde_json::Map<String, Json>, report: &mut impl FnMut(Option<&str>, Unplaced)) {
    // One comma fewer than variables.
    let mut bytes = "{}".len() - 1;
    for (name, value) in variables.iter().filter(|(name, _)| !name.starts_with("Fn::")) {
        if RESERVED.contains(&name.as_str()) {
            report(
                Some(name),
                ENVIRONMENT.found(
                    format!("the name `{name}` is reserved by Lambda"),
                    "rename the variable",
                ),
            );
        } else if !is_valid_name(name) {
            report(
                Some(name),
                ENVIRONMENT.found(
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
            None,
            ENVIRONMENT.found(
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
