//! IAM in front of the services: determines which permissions each request needs, and rejects a request without them.
//!
//! The test decides who is allowed what, by the access key that signed the request. The actions and resources of each call
//! follow the Service Authorization Reference:
//! <https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html>

use aws_smithy_runtime_api::{
    client::{
        http::{HttpConnector, HttpConnectorFuture},
        orchestrator::{HttpRequest, HttpResponse},
    },
    http::StatusCode,
};
use aws_smithy_types::body::SdkBody;
use serde_json::Value;
use shop_runtime::SdkConfig;

use crate::{bridge::Answer, crossing::crossed, s3, sts};

/// The account of all resources.
pub const ACCOUNT: &str = "123456789012";
/// The region of all resources.
pub const REGION: &str = "eu-central-1";

/// A permission that a request needs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Permission {
    /// The action as in a policy: `dynamodb:GetItem`.
    pub action: String,
    /// The ARN of the resource.
    pub resource: String,
}

impl Permission {
    fn new(action: impl Into<String>, resource: impl Into<String>) -> Self {
        Self {
            action: action.into(),
            resource: resource.into(),
        }
    }
}

/// A configuration that rejects a request, with the service's own error, unless all of its permissions are allowed. `allows` gets
/// the access key ID of the signature.
///
/// # Panics
/// If the permissions of a call are not known here. Look them up and add them.
pub fn guarded(
    config: &SdkConfig,
    allows: impl Fn(&str, &Permission) -> bool + Send + Sync + 'static,
) -> SdkConfig {
    crossed(config, move |request, behind| {
        let needs = needs(&request);
        let key_id = key_id(&request);
        if needs.iter().all(|need| allows(key_id, need)) {
            behind.call(request)
        } else {
            HttpConnectorFuture::ready(Ok(refusal(&request)))
        }
    })
}

fn needs(request: &HttpRequest) -> Vec<Permission> {
    if let Some(target) = request.headers().get("x-amz-target") {
        let input = request.body().bytes().expect("an input in one piece");
        let input = serde_json::from_slice(input).expect("JSON");
        match target.split_once('.') {
            Some(("DynamoDB_20120810", operation)) => of_dynamodb(operation, &input),
            Some(("AWSStepFunctions", operation)) => vec![of_step_functions(operation, &input)],
            _ => unknown(target),
        }
    } else if s3::is_for_s3(request) {
        vec![of_s3(request)]
    } else if let Some(form) = sts::assumes_role(request) {
        let role = sts::field(form, "RoleArn").expect("a role");
        vec![Permission::new("sts:AssumeRole", role)]
    } else {
        unknown(request.uri())
    }
}

fn of_dynamodb(operation: &str, input: &Value) -> Vec<Permission> {
    let table = |name: &str| format!("arn:aws:dynamodb:{REGION}:{ACCOUNT}:table/{name}");
    let action = format!("dynamodb:{operation}");
    match operation {
        "GetItem" | "PutItem" | "UpdateItem" | "DeleteItem" | "Query" | "Scan" => {
            let mut resource = table(text(input, "TableName"));
            if let Some(index) = input["IndexName"].as_str() {
                resource = format!("{resource}/index/{index}");
            }
            vec![Permission::new(action, resource)]
        }
        "BatchGetItem" | "BatchWriteItem" => {
            let tables = input["RequestItems"].as_object().expect("tables").keys();
            tables.map(|name| Permission::new(&action, table(name))).collect()
        }
        // A transaction needs the permissions of each of its items.
        "TransactWriteItems" | "TransactGetItems" => {
            let parts = input["TransactItems"].as_array().expect("parts");
            let parts = parts.iter().flat_map(|part| part.as_object().expect("a part"));
            parts
                .map(|(kind, part)| {
                    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html
                    let action = match kind.as_str() {
                        "Get" => "dynamodb:GetItem",
                        "Put" => "dynamodb:PutItem",
                        "Update" => "dynamodb:UpdateItem",
                        "Delete" => "dynamodb:DeleteItem",
                        "ConditionCheck" => "dynamodb:ConditionCheckItem",
                        other => unknown(other),
                    };
                    Permission::new(action, table(text(part, "TableName")))
                })
                .collect()
        }
        other => unknown(other),
    }
}

fn of_step_functions(operation: &str, input: &Value) -> Permission {
    let resource = match operation {
        "StartExecution" | "ListExecutions" => text(input, "stateMachineArn"),
        "DescribeExecution" | "GetExecutionHistory" => text(input, "executionArn"),
        other => unknown(other),
    };
    Permission::new(format!("states:{operation}"), resource)
}

fn of_s3(request: &HttpRequest) -> Permission {
    let path = s3::path_of(request);
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
    let action = match s3::operation(request.method(), query) {
        "PutObject" | "CreateMultipartUpload" | "UploadPart" | "CompleteMultipartUpload" => "s3:PutObject",
        "GetObject" | "HeadObject" => "s3:GetObject",
        "AbortMultipartUpload" => "s3:AbortMultipartUpload",
        "ListObjectsV2" => "s3:ListBucket",
        other => unknown(other),
    };
    Permission::new(action, format!("arn:aws:s3:::{}", path.trim_end_matches('/')))
}

/// The access key ID of the signature: `AWS4-HMAC-SHA256 Credential=<ID>/<date>/…`.
fn key_id(request: &HttpRequest) -> &str {
    let authorization = request.headers().get("authorization");
    authorization
        .and_then(|header| header.split_once("Credential="))
        .and_then(|(_, credential)| credential.split('/').next())
        .expect("every request is signed")
}

fn refusal(request: &HttpRequest) -> HttpResponse {
    if request.headers().get("x-amz-target").is_some() {
        return Answer::refusal("AccessDeniedException").into_response();
    }
    let error = "<Error><Code>AccessDenied</Code><Message>the test says so</Message></Error>";
    let body = if s3::is_for_s3(request) {
        error.to_owned()
    } else {
        format!("<ErrorResponse>{error}</ErrorResponse>")
    };
    HttpResponse::new(
        StatusCode::try_from(403).expect("a status of HTTP"),
        SdkBody::from(body),
    )
}

fn text<'a>(input: &'a Value, field: &str) -> &'a str {
    input[field].as_str().expect("a text")
}

fn unknown(what: &str) -> ! {
    panic!(
        "what `{what}` has to be allowed is not known here; look it up in the Service Authorization Reference"
    )
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(operation: &str, input: &Value, actions: &[&str]) {
        let needed = of_dynamodb(operation, input);
        let found: Vec<_> = needed.iter().map(|need| need.action.as_str()).collect();
        assert_eq!(found, actions, "{operation}");
        for need in needed {
            assert_eq!(
                need.resource,
                "arn:aws:dynamodb:eu-central-1:123456789012:table/Products"
            );
        }
    }

    #[test]
    fn every_call_that_reads_or_writes_items_has_its_permissions() {
        let item = json!({ "TableName": "Products" });
        for operation in ["GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query", "Scan"] {
            check(operation, &item, &[&format!("dynamodb:{operation}")]);
        }
        for operation in ["BatchGetItem", "BatchWriteItem"] {
            let batch = json!({ "RequestItems": { "Products": {} } });
            check(operation, &batch, &[&format!("dynamodb:{operation}")]);
        }
        let parts = json!({ "TransactItems": [
            { "Put": item }, { "Update": item }, { "Delete": item }, { "ConditionCheck": item },
        ] });
        let actions = ["PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem"];
        let actions = actions.map(|action| format!("dynamodb:{action}"));
        check(
            "TransactWriteItems",
            &parts,
            &actions.each_ref().map(String::as_str),
        );
        check(
            "TransactGetItems",
            &json!({ "TransactItems": [{ "Get": item }] }),
            &["dynamodb:GetItem"],
        );
    }
}
