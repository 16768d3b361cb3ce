//! Functions: code, runtime and environment.
//! <https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html>

use crate::{
    check::cases::Cases,
    check::catalog::services::lambda::{
        CLOSED_RUNTIME, CODE_LOCATION, ENVIRONMENT, INLINE_CODE, PACKAGE_TYPE, SNAP_START,
    },
    check::query::{UNKNOWN, items, resources_of_type, text},
    finding::{Finding, Rule, Severity, Unplaced, ValuePath},
    intrinsic_call::intrinsic_call,
    template::{ResourceBlock, Template},
    value::Json,
};

pub(super) fn check(template: &Template, cases: &mut Cases<'_>, findings: &mut Vec<Finding>) {
    cases.each(FUNCTION, findings, |function, findings| {
        let apply = function.at("SnapStart.ApplyOn");
        if let Some(runtime) = function
            .get("Runtime")
            .text()
            .filter(|runtime| !has_snapshots(runtime))
            && apply.is("PublishedVersions")
        {
            let message = format!("SnapStart does not support the runtime `{runtime}`");
            let hint = "use Java 11, Python 3.12, .NET 8 or later, or remove `SnapStart`";
            findings.push(apply.found(SNAP_START.found(message, hint)));
        }
    });
    runtimes(template, findings);
    for (id, function) in resources_of_type(template, FUNCTION) {
        code(function, &mut |rule, property, message, hint| {
            let finding = rule.found(message, hint);
            findings.push(Finding::resource(id, format!("Properties.{property}"), finding));
        });
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

/// The runtimes of functions, and those that layers are compatible with.
fn runtimes(template: &Template, findings: &mut Vec<Finding>) {
    for (id, block) in &template.resources {
        match block.type_name.as_str() {
            FUNCTION => {
                if let Some((found, severity)) = block.properties.get("Runtime").and_then(closed_runtime) {
                    let mut finding = Finding::resource(id, "Properties.Runtime", found);
                    finding.severity = severity;
                    findings.push(finding);
                }
            }
            "AWS::Lambda::LayerVersion" => {
                for (i, name) in items(block, "CompatibleRuntimes").iter().enumerate() {
                    // Lambda accepts the layer, but no function can use it.
                    if let Some((found, _)) = closed_runtime(name) {
                        let path = ValuePath::from("Properties.CompatibleRuntimes").index(i);
                        let mut finding = Finding::resource(id, path, found);
                        finding.severity = Severity::Warning;
                        findings.push(finding);
                    }
                }
            }
            _ => {}
        }
    }
}

/// Whether a runtime supports `SnapStart`. The runtimes of later versions may have other names.
/// <https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html>
fn has_snapshots(runtime: &str) -> bool {
    const WITHOUT: [&str; 6] = ["dotnet6", "dotnet7", "go1.x", "java8", "java8.al2", "provided"];
    const FAMILIES_WITHOUT: [&str; 4] = ["dotnetcore", "nodejs", "provided.", "ruby"];
    let python = runtime
        .strip_prefix("python3.")
        .and_then(|minor| minor.parse::<u32>().ok());
    !WITHOUT.contains(&runtime)
        && !FAMILIES_WITHOUT.iter().any(|family| runtime.starts_with(family))
        && python.is_none_or(|minor| minor >= 12)
        && runtime != "python2.7"
}

/// The finding for a runtime that Lambda had closed on the date of the data. While only the creation of functions is refused,
/// a stack that exists can still be updated.
/// <https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html>
fn closed_runtime(name: &Json) -> Option<(Unplaced, Severity)> {
    let name = name.as_str()?;
    let runtime = infra_gen_schema::lambda_runtime(name)?;
    let has_passed =
        |date: Option<&str>| date.is_some_and(|date| !date.is_empty() && date <= infra_gen_schema::DATA_DATE);
    let (does, severity) = if has_passed(runtime.update_blocked) {
        ("creates or updates", Severity::Error)
    } else if has_passed(runtime.create_blocked) {
        ("creates", Severity::Warning)
    } else {
        return None;
    };
    let hint = match runtime.successor {
        Some(successor) => format!("use a current runtime, such as `{successor}`"),
        None => "use a current runtime".to_owned(),
    };
    let found = CLOSED_RUNTIME.found(
        format!("Lambda no longer {does} functions with the runtime `{name}`"),
        hint,
    );
    Some((found, severity))
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
