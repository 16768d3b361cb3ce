//! The AWS calls of these tests, signed with the root key, whose signature the emulator does not check.

use crate::running::{Response, TestEmulator};

pub(crate) fn signature(service: &str) -> String {
    format!(
        "AWS4-HMAC-SHA256 Credential=test/20261201/eu-west-1/{service}/aws4_request, SignedHeaders=host, Signature=none"
    )
}

impl TestEmulator {
    /// An operation of a JSON service, `DynamoDB_20120810.ListTables`.
    #[track_caller]
    pub(crate) fn call(&self, service: &str, target: &str, body: &str) -> Response {
        let signature = signature(service);
        self.send(
            "POST /",
            &[
                ("Authorization", &signature),
                ("X-Amz-Target", target),
                ("Content-Type", "application/x-amz-json-1.0"),
            ],
            body,
        )
    }

    #[track_caller]
    pub(crate) fn create_table(&self, name: &str) {
        let response = self.call(
            "dynamodb",
            "DynamoDB_20120810.CreateTable",
            &format!(
                r#"{{"TableName": "{name}", "BillingMode": "PAY_PER_REQUEST",
                    "AttributeDefinitions": [{{"AttributeName": "id", "AttributeType": "S"}}],
                    "KeySchema": [{{"AttributeName": "id", "KeyType": "HASH"}}]}}"#
            ),
        );
        assert_eq!(response.status, 200, "{response:?}");
    }

    #[track_caller]
    pub(crate) fn put_item(&self, table: &str, id: &str) {
        let body = format!(r#"{{"TableName": "{table}", "Item": {{"id": {{"S": "{id}"}}}}}}"#);
        let response = self.call("dynamodb", "DynamoDB_20120810.PutItem", &body);
        assert_eq!(response.status, 200, "{response:?}");
    }

    /// The response of scanning a table.
    #[track_caller]
    pub(crate) fn scan(&self, table: &str) -> String {
        let body = format!(r#"{{"TableName": "{table}"}}"#);
        let response = self.call("dynamodb", "DynamoDB_20120810.Scan", &body);
        response.body
    }

    /// A request to S3: `PUT /bucket`, `PUT /bucket/key`.
    #[track_caller]
    pub(crate) fn s3(&self, line: &str, body: &str) -> Response {
        self.send(line, &[("Authorization", &signature("s3"))], body)
    }

    #[track_caller]
    pub(crate) fn create_bucket(&self, name: &str) {
        let location = "<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint></CreateBucketConfiguration>";
        let response = self.s3(&format!("PUT /{name}"), location);
        assert_eq!(response.status, 200, "{response:?}");
    }

    #[track_caller]
    pub(crate) fn put_object(&self, path: &str, body: &str) {
        let response = self.s3(&format!("PUT {path}"), body);
        assert_eq!(response.status, 200, "{response:?}");
    }

    /// Creates a role that Step Functions and Lambda may assume.
    #[track_caller]
    pub(crate) fn create_role(&self, name: &str) {
        let policy = "%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C%22Principal\
                      %22%3A%7B%22Service%22%3A%5B%22states.amazonaws.com%22%2C%22lambda.amazonaws.com%22%5D%7D%2C%22Action\
                      %22%3A%22sts%3AAssumeRole%22%7D%5D%7D";
        let response = self.send(
            "POST /",
            &[
                ("Authorization", &signature("iam")),
                ("Content-Type", "application/x-www-form-urlencoded"),
            ],
            &format!(
                "Action=CreateRole&Version=2010-05-08&RoleName={name}&AssumeRolePolicyDocument={policy}"
            ),
        );
        assert_eq!(response.status, 200, "{response:?}");
    }

    /// Creates a state machine that waits, starts it, and returns the ARN of the execution.
    #[track_caller]
    pub(crate) fn start_execution(&self, seconds: u32) -> String {
        self.create_role("any");
        let definition = format!(
            r#"{{\"StartAt\": \"Wait\", \"States\": {{\"Wait\": {{\"Type\": \"Wait\", \"Seconds\": {seconds}, \"End\": true}}}}}}"#
        );
        let created = self.call(
            "states",
            "AWSStepFunctions.CreateStateMachine",
            &format!(
                r#"{{"name": "waiting", "definition": "{definition}", "roleArn": "arn:aws:iam::000000000000:role/any"}}"#
            ),
        );
        assert_eq!(created.status, 200, "{created:?}");
        let body = r#"{"stateMachineArn": "arn:aws:states:eu-west-1:000000000000:stateMachine:waiting", "name": "one"}"#;
        let started = self.call("states", "AWSStepFunctions.StartExecution", body);
        assert_eq!(started.status, 200, "{started:?}");
        "arn:aws:states:eu-west-1:000000000000:execution:waiting:one".to_owned()
    }

    #[track_caller]
    pub(crate) fn describe_execution(&self, arn: &str) -> serde_json::Value {
        let body = format!(r#"{{"executionArn": "{arn}"}}"#);
        let response = self.call("states", "AWSStepFunctions.DescribeExecution", &body);
        assert_eq!(response.status, 200, "{response:?}");
        serde_json::from_str(&response.body).unwrap()
    }
}
