//! Checks the resource of a Task state: an ARN of a function, an activity or a service integration.
//!
//! Step Functions refuses an unknown service or action, and a pattern that an integration does not have. The AWS SDK has new
//! actions every week, so one that is not in the list here is a warning.

use infra_gen_cfn::Finding;

use crate::{
    problem::{Location, did_you_mean, problem},
    rules::{EXPRESS_INTEGRATION, INVALID_RESOURCE, UNKNOWN_ACTION},
    substitution::has_substitution,
};

/// The actions of AWS SDK integrations.
const SDK: &str = include_str!("../../data/sdk-integrations.txt");

/// Services that the SDK no longer has, because they were discontinued or renamed. Published state machines call them.
const FORMER_SDK_SERVICES: [&str; 28] = [
    "alexaforbusiness",
    "cloudwatchevents",
    "codestar",
    "elasticinference",
    "elastictranscoder",
    "evidently",
    "gamesparks",
    "honeycode",
    "iot1clickdevices",
    "iot1clickprojects",
    "iotanalytics",
    "iotevents",
    "ioteventsdata",
    "iotfleethub",
    "lookoutmetrics",
    "lookoutvision",
    "macie",
    "migrationhubrefactorspaces",
    "mobile",
    "nimble",
    "opsworks",
    "opsworkscm",
    "privatenetworks",
    "qldb",
    "qldbsession",
    "robomaker",
    "sms",
    "worklink",
];

/// How a task waits for the called service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pattern {
    /// `.sync`
    Sync,
    /// `.sync:2`
    Sync2,
    /// `.waitForTaskToken`
    Token,
}

use Pattern::{Sync, Sync2, Token};

impl Pattern {
    fn parse(text: &str) -> Option<Self> {
        [Sync, Sync2, Token]
            .into_iter()
            .find(|pattern| pattern.name() == text)
    }

    const fn name(self) -> &'static str {
        match self {
            Sync => "sync",
            Sync2 => "sync:2",
            Token => "waitForTaskToken",
        }
    }
}

/// An action of an optimized integration.
struct Action {
    name: &'static str,
    patterns: &'static [Pattern],
}

const fn action(name: &'static str, patterns: &'static [Pattern]) -> Action {
    Action { name, patterns }
}

/// The optimized integrations.
///
/// <https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html>
static OPTIMIZED: &[(&str, &[Action])] = &[
    ("apigateway", &[action("invoke", &[Token])]),
    (
        "athena",
        &[
            action("startQueryExecution", &[Sync]),
            action("stopQueryExecution", &[]),
            action("getQueryExecution", &[]),
            action("getQueryResults", &[]),
        ],
    ),
    ("batch", &[action("submitJob", &[Sync])]),
    (
        "bedrock",
        &[
            action("invokeModel", &[Token]),
            action("createModelCustomizationJob", &[Sync, Token]),
        ],
    ),
    (
        "codebuild",
        &[
            action("startBuild", &[Sync]),
            action("stopBuild", &[]),
            action("batchDeleteBuilds", &[]),
            action("batchGetReports", &[]),
            action("startBuildBatch", &[Sync]),
            action("stopBuildBatch", &[]),
            action("retryBuildBatch", &[Sync]),
            action("deleteBuildBatch", &[]),
        ],
    ),
    ("databrew", &[action("startJobRun", &[Sync])]),
    (
        "dynamodb",
        &[
            action("getItem", &[]),
            action("putItem", &[]),
            action("updateItem", &[]),
            action("deleteItem", &[]),
        ],
    ),
    ("ecs", &[action("runTask", &[Sync, Token])]),
    (
        "eks",
        &[
            action("createCluster", &[Sync]),
            action("deleteCluster", &[Sync]),
            action("createNodegroup", &[Sync]),
            action("deleteNodegroup", &[Sync]),
            action("createFargateProfile", &[Sync]),
            action("deleteFargateProfile", &[Sync]),
            action("call", &[]),
            action("runJob", &[Sync, Token]),
        ],
    ),
    (
        "elasticmapreduce",
        &[
            action("createCluster", &[Sync]),
            action("setClusterTerminationProtection", &[]),
            action("terminateCluster", &[Sync]),
            action("addStep", &[Sync]),
            action("cancelStep", &[]),
            action("modifyInstanceFleetByName", &[]),
            action("modifyInstanceGroupByName", &[]),
        ],
    ),
    (
        "emr-containers",
        &[
            action("createVirtualCluster", &[]),
            action("deleteVirtualCluster", &[Sync]),
            action("startJobRun", &[Sync]),
        ],
    ),
    (
        "emr-serverless",
        &[
            action("createApplication", &[Sync]),
            action("startApplication", &[Sync]),
            action("stopApplication", &[Sync]),
            action("deleteApplication", &[Sync]),
            action("startJobRun", &[Sync]),
            action("cancelJobRun", &[Sync]),
        ],
    ),
    ("events", &[action("putEvents", &[Token])]),
    ("glue", &[action("startJobRun", &[Sync])]),
    ("http", &[action("invoke", &[])]),
    ("lambda", &[action("invoke", &[Token])]),
    ("mediaconvert", &[action("createJob", &[Sync])]),
    (
        "s3",
        &[
            action("getObject", &[]),
            action("listObjectsV2", &[]),
            action("putObject", &[]),
        ],
    ),
    (
        "sagemaker",
        &[
            action("createEndpoint", &[]),
            action("createEndpointConfig", &[]),
            action("createHyperParameterTuningJob", &[Sync]),
            action("createLabelingJob", &[Sync]),
            action("createModel", &[]),
            action("createProcessingJob", &[Sync]),
            action("createTrainingJob", &[Sync]),
            action("createTransformJob", &[Sync]),
            action("updateEndpoint", &[]),
        ],
    ),
    ("sns", &[action("publish", &[Token])]),
    ("sqs", &[action("sendMessage", &[Token])]),
    ("states", &[action("startExecution", &[Sync, Sync2, Token])]),
];

/// Checks `resource`. `express`: the task is a part of an Express workflow.
pub(super) fn resource(resource: &str, express: bool, location: &Location, problems: &mut Vec<Finding>) {
    // Empty: already reported as missing. A substitution is known only at deployment.
    if resource.is_empty() || has_substitution(resource) {
        return;
    }
    let parts: Vec<&str> = resource.splitn(6, ':').collect();
    let [arn, partition, service, region, _, name] = parts[..] else {
        return problems.push(not_an_arn(resource, location));
    };
    if arn != "arn" || partition.is_empty() || service.is_empty() || name.is_empty() {
        return problems.push(not_an_arn(resource, location));
    }
    if service == "lambda" {
        return function(resource, name, location, problems);
    }
    if service != "states" {
        return;
    }
    if !region.is_empty() {
        if express && name.starts_with("activity:") {
            let message = "an Express workflow cannot have activities; use a Standard workflow";
            problems.push(problem(&EXPRESS_INTEGRATION, location, message));
        }
        return;
    }
    let (call, pattern) = match name.split_once('.') {
        None => (name, None),
        Some((call, text)) => {
            let Some(pattern) = Pattern::parse(text) else {
                let message = format!(
                    "`{resource}` has an unknown integration pattern; use `.sync`, `.sync:2` or `.waitForTaskToken`"
                );
                return problems.push(problem(&INVALID_RESOURCE, location, message));
            };
            (call, Some(pattern))
        }
    };
    match call.strip_prefix("aws-sdk:") {
        Some(call) => sdk(resource, call, pattern, location, problems),
        None => optimized(resource, call, pattern, location, problems),
    }
    if let (true, Some(pattern)) = (express, pattern) {
        let message = format!(
            "an Express workflow does not support `.{}`; use a Standard workflow",
            pattern.name()
        );
        problems.push(problem(&EXPRESS_INTEGRATION, location, message));
    }
}

fn not_an_arn(resource: &str, location: &Location) -> Finding {
    let message =
        format!("`{resource}` is not an ARN; use `arn:aws:states:::service:action` or the ARN of a function");
    problem(&INVALID_RESOURCE, location, message)
}

/// Checks `function:NAME` or `function:NAME:QUALIFIER`.
fn function(resource: &str, name: &str, location: &Location, problems: &mut Vec<Finding>) {
    let mut parts = name.split(':').skip(1);
    let is_word = |text: &str| {
        !text.is_empty()
            && text
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
    };
    let is_named = parts.next().is_some_and(is_word);
    let is_qualified = parts
        .next()
        .is_none_or(|qualifier| qualifier == "$LATEST" || is_word(qualifier));
    if name.starts_with("function:") && !(is_named && is_qualified && parts.next().is_none()) {
        let message = format!(
            "`{resource}` is not the ARN of a function; use `arn:aws:lambda:REGION:ACCOUNT:function:NAME`, optionally with `:ALIAS`"
        );
        problems.push(problem(&INVALID_RESOURCE, location, message));
    }
}

fn optimized(
    resource: &str,
    call: &str,
    pattern: Option<Pattern>,
    location: &Location,
    problems: &mut Vec<Finding>,
) {
    let (service, name) = call.split_once(':').unwrap_or((call, ""));
    let Some((_, actions)) = OPTIMIZED.iter().find(|(known, _)| *known == service) else {
        let meant = did_you_mean(service, OPTIMIZED.iter().map(|(known, _)| *known));
        let hint = if sdk_actions(service).is_some() {
            format!("; use `arn:aws:states:::aws-sdk:{call}`")
        } else {
            meant
        };
        let message = format!("`{service}` is not a service with an optimized integration{hint}");
        return problems.push(problem(&INVALID_RESOURCE, location, message));
    };
    if name.is_empty() {
        return problems.push(without_action(resource, location));
    }
    let Some(action) = actions.iter().find(|action| action.name == name) else {
        let meant = did_you_mean(name, actions.iter().map(|action| action.name));
        let hint = if sdk_actions(service).is_some_and(|mut known| known.any(|known| known == name)) {
            format!("; use `arn:aws:states:::aws-sdk:{call}`")
        } else {
            meant
        };
        let message = format!("the optimized integration of `{service}` has no action `{name}`{hint}");
        return problems.push(problem(&INVALID_RESOURCE, location, message));
    };
    if let Some(pattern) = pattern
        && !action.patterns.contains(&pattern)
    {
        let message = format!(
            "`{service}:{name}` does not support `.{}`; remove the suffix",
            pattern.name()
        );
        problems.push(problem(&INVALID_RESOURCE, location, message));
    }
}

fn sdk(
    resource: &str,
    call: &str,
    pattern: Option<Pattern>,
    location: &Location,
    problems: &mut Vec<Finding>,
) {
    let (service, name) = call.split_once(':').unwrap_or((call, ""));
    if name.is_empty() {
        return problems.push(without_action(resource, location));
    }
    if matches!(pattern, Some(Sync | Sync2)) {
        let message =
            "an AWS SDK integration does not support `.sync`; use an optimized integration, or poll";
        problems.push(problem(&INVALID_RESOURCE, location, message));
    }
    if FORMER_SDK_SERVICES.contains(&service) {
        return;
    }
    let Some(mut actions) = sdk_actions(service) else {
        let names = sdk_lines().filter_map(|line| line.split(' ').next());
        let meant = did_you_mean(service, names);
        let message = format!("`{service}` is not a service of the AWS SDK{meant}");
        return problems.push(problem(&INVALID_RESOURCE, location, message));
    };
    if !actions.any(|known| known == name) {
        let meant = did_you_mean(name, sdk_actions(service).into_iter().flatten());
        let message = format!("`{service}` has no known action `{name}`{meant}");
        problems.push(problem(&UNKNOWN_ACTION, location, message));
    }
}

fn without_action(resource: &str, location: &Location) -> Finding {
    let message = format!("`{resource}` has no action; write `arn:aws:states:::service:action`");
    problem(&INVALID_RESOURCE, location, message)
}

/// The actions of a service in the AWS SDK.
fn sdk_actions(service: &str) -> Option<impl Iterator<Item = &'static str>> {
    let line = sdk_lines().find(|line| {
        line.strip_prefix(service)
            .is_some_and(|actions| actions.starts_with(' '))
    })?;
    Some(line.split(' ').skip(1))
}

/// A service and its actions per line.
fn sdk_lines() -> impl Iterator<Item = &'static str> {
    // The first line names the source.
    SDK.lines().skip(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integrations_of_both_kinds_are_known() {
        for resource in [
            "arn:aws:states:::lambda:invoke",
            "arn:aws:states:::lambda:invoke.waitForTaskToken",
            "arn:aws:states:::states:startExecution.sync:2",
            "arn:aws:states:::aws-sdk:dynamodb:query",
            "arn:aws:states:::aws-sdk:cloudwatchlogs:putLogEvents",
            "arn:aws:states:::aws-sdk:sfn:startExecution.waitForTaskToken",
            "arn:aws:states:::aws-sdk:iotanalytics:createDataset",
            "arn:aws-cn:states:::sqs:sendMessage",
            "arn:aws:states:eu-west-1:123456789012:activity:work",
            "arn:aws:lambda:eu-west-1:123456789012:function:work:$LATEST",
        ] {
            check(resource, None);
        }
    }

    #[test]
    fn unknown_services_actions_and_patterns_are_reported() {
        check("lambda", Some("is not an ARN"));
        check("arn:aws:states:::lamda:invoke", Some("did you mean `lambda`?"));
        check(
            "arn:aws:states:::ssm:getParameter",
            Some("use `arn:aws:states:::aws-sdk:ssm:getParameter`"),
        );
        check(
            "arn:aws:states:::dynamodb:query",
            Some("use `arn:aws:states:::aws-sdk:dynamodb:query`"),
        );
        check(
            "arn:aws:states:::lambda:invoke.sync",
            Some("does not support `.sync`"),
        );
        check(
            "arn:aws:states:::batch:submitJob.waitForTaskToken",
            Some("does not support"),
        );
        check(
            "arn:aws:states:::lambda:invoke.later",
            Some("unknown integration pattern"),
        );
        check("arn:aws:states:::sqs", Some("has no action"));
        check(
            "arn:aws:states:::aws-sdk:dynamdb:query",
            Some("did you mean `dynamodb`?"),
        );
        check(
            "arn:aws:states:::aws-sdk:dynamodb:Query",
            Some("did you mean `query`?"),
        );
        check(
            "arn:aws:states:::aws-sdk:glue:startJobRun.sync",
            Some("does not support `.sync`"),
        );
        check(
            "arn:aws:lambda:eu-west-1:123456789012:function:work:",
            Some("is not the ARN of a function"),
        );
    }

    #[test]
    fn express_workflows_do_not_wait() {
        let found = |text: &str| {
            let mut problems = Vec::new();
            resource(text, true, &Location::default(), &mut problems);
            problems.len()
        };
        assert_eq!(found("arn:aws:states:::states:startExecution.sync:2"), 1);
        assert_eq!(found("arn:aws:states:::sqs:sendMessage.waitForTaskToken"), 1);
        assert_eq!(found("arn:aws:states:eu-west-1:123456789012:activity:work"), 1);
        assert_eq!(found("arn:aws:states:::sqs:sendMessage"), 0);
    }

    #[track_caller]
    fn check(text: &str, wanted: Option<&str>) {
        let mut problems = Vec::new();
        resource(text, false, &Location::default(), &mut problems);
        match wanted {
            None => assert!(problems.is_empty(), "{text}: {problems:?}"),
            Some(wanted) => {
                let found = problems.iter().map(ToString::to_string).collect::<String>();
                assert!(found.contains(wanted), "{text}: {found}");
            }
        }
    }
}
