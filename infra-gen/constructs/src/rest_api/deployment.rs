//! The deployment, whose logical ID contains a hash of what it serves, and the stage that points to it.

use infra_gen_cfn::{
    Handle, Json, LogicalId, Stack,
    apigateway::{self, stage},
    iam,
    intrinsic::{concat, partition},
    policy::{PolicyDocument, Principal, Statement},
};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::{Content, RestApiAddress, RestApiProps};
use crate::{
    access::Removal,
    function::{LogRetention, log_group},
};

/// The log of requests, one JSON line per request.
#[derive(Debug, Clone, Copy, Default)]
pub struct AccessLog {
    /// How long the log is kept.
    pub retention: LogRetention,
    /// Whether this stack sets the role under which API Gateway writes logs; by default not. The role is a setting of an
    /// account and region that API Gateway needs before it accepts a stage with a log, so exactly one stack should set it.
    /// It is retained when that stack is deleted.
    pub sets_account_role: bool,
}

/// How many requests an API accepts before it answers 429.
#[derive(Debug, Clone, Copy)]
pub struct Throttle {
    /// The sustained rate, in requests per second; by default 100.
    pub rate: u32,
    /// The size of a burst, in requests; by default 200.
    pub burst: u32,
}

impl Default for Throttle {
    fn default() -> Self {
        Self {
            rate: 100,
            burst: 200,
        }
    }
}

/// Adds the stage now, and the deployment when everything that it serves is known.
pub(super) fn add(
    stack: &mut Stack,
    address: &RestApiAddress,
    props: &RestApiProps<'_>,
    content: Content,
) -> Handle<apigateway::Stage> {
    let RestApiAddress { api, id, stage_name } = address;
    let access_log = log_group(stack, id.join("AccessLogs"), props.access_log.retention);
    let every_method = stage::MethodSetting {
        resource_path: Some("/*".into()),
        http_method: Some("*".into()),
        throttling_rate_limit: Some(f64::from(props.throttle.rate).into()),
        throttling_burst_limit: Some(i64::from(props.throttle.burst).into()),
        metrics_enabled: Some(true.into()),
        logging_level: Some("ERROR".into()),
        // Request bodies contain personal data.
        data_trace_enabled: Some(false.into()),
        ..stage::MethodSetting::new()
    };
    let log_to = stage::AccessLogSetting {
        destination_arn: Some(access_log.arn().into()),
        format: Some(access_log_format().to_string().into()),
    };
    let stage = apigateway::Stage {
        stage_name: Some(stage_name.clone().into()),
        access_log_setting: Some(log_to.into()),
        method_settings: Some([every_method].into()),
        tracing_enabled: Some(props.tracing.into()),
        ..apigateway::Stage::new(api.reference())
    };
    let stage = stack.add(id.join("Stage"), stage);
    if props.access_log.sets_account_role {
        let account = account_logging(stack, id);
        stack.add_dependency(&stage, &account);
    }
    stack.before_finish(deploy(id.clone(), api.clone(), stage.clone(), content));
    stage
}

fn deploy(
    id: LogicalId,
    api: Handle<apigateway::RestApi>,
    stage: Handle<apigateway::Stage>,
    content: Content,
) -> impl FnOnce(&mut Stack) + 'static {
    move |stack| {
        let fingerprint = fingerprint(stack, &content.served);
        let deployment = apigateway::Deployment::new(api.reference());
        let deployment = stack.add(id.join("Deployment").join(&fingerprint), deployment);
        let mut waits_for = content.waits_for;
        waits_for.sort();
        stack.attributes(&deployment).depends_on = waits_for;
        stack[&stage].deployment_id = Some(deployment.deployment_id());
    }
}

/// A hash of the resources, ten hexadecimal digits.
///
/// # Panics
/// When one of the resources is not in the stack.
fn fingerprint(stack: &Stack, served: &[LogicalId]) -> String {
    let mut served = served.to_vec();
    served.sort();
    served.dedup();
    let mut hash = Sha256::new();
    for id in &served {
        let block = stack.block(id).expect("the API's resources are in its stack");
        hash.update(id.as_str());
        hash.update(serde_json::to_vec(&block).expect("the keys of a resource are strings"));
    }
    let digest: [u8; 32] = hash.finalize().into();
    let first = u64::from_be_bytes(*digest.first_chunk().expect("a digest has more than eight bytes"));
    format!("{:010x}", first >> 24)
}

/// Adds the account's role for API Gateway's logs. Both are retained, because other APIs of the account use them.
fn account_logging(stack: &mut Stack, id: &LogicalId) -> Handle<apigateway::Account> {
    let managed = concat([
        "arn:".into(),
        partition(),
        ":iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs".into(),
    ]);
    let trust = PolicyDocument::new([Statement::trust(Principal::service("apigateway.amazonaws.com"))]);
    let role = stack.add(
        id.join("LoggingRole"),
        iam::Role {
            managed_policy_arns: Some([managed.assume_arn()].into()),
            ..iam::Role::new(trust)
        },
    );
    Removal::Retain.apply(stack, &role);
    let account = apigateway::Account {
        cloud_watch_role_arn: Some(role.arn()),
    };
    let account = stack.add(id.join("Account"), account);
    Removal::Retain.apply(stack, &account);
    account
}

/// The log has the route but not the requested path, because an identifier in the path may be all that a link needs.
///
/// <https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html>
fn access_log_format() -> Json {
    json!({
        "requestId": "$context.requestId",
        "time": "$context.requestTime",
        "method": "$context.httpMethod",
        "route": "$context.resourcePath",
        "status": "$context.status",
        "error": "$context.error.responseType",
        "latencyMs": "$context.responseLatency",
        "integrationMs": "$context.integrationLatency",
        "responseBytes": "$context.responseLength",
        "sourceIp": "$context.identity.sourceIp",
        "userAgent": "$context.identity.userAgent",
    })
}
