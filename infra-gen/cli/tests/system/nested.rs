//! Nested stacks: changes inside them are shown, and data loss inside them is refused.
//!
//! AWS creates a change set for each nested stack; its responses are replayed. The emulator creates none, so it stands for the
//! case in which CloudFormation does not report the changes in a nested stack.

use std::path::PathBuf;

use crate::replay::{ReplayServer, Response, error, resources, result, stack, template};
use crate::support::{Endpoint, Program, Workspace, check};

/// A template with one nested stack, whose template is at `address`.
fn with_inner(workspace: &Workspace, address: &str) -> PathBuf {
    let path = workspace.path().join("outer.yaml");
    let text = format!(
        "Resources:\n  Topic: {{ Type: AWS::SNS::Topic }}\n  Inner:\n    Type: AWS::CloudFormation::Stack\n    Properties: \
         {{ TemplateURL: '{address}' }}\n"
    );
    std::fs::write(&path, text).unwrap();
    path
}

const WITHOUT_INNER: &str = "Resources:\n  Topic: { Type: AWS::SNS::Topic }\n";

/// The deployed root template, with the old version of the nested stack.
fn deployed() -> Response {
    template(
        "{\"Resources\": {\"Topic\": {\"Type\": \"AWS::SNS::Topic\"}, \"Inner\": {\"Type\": \
         \"AWS::CloudFormation::Stack\", \"Properties\": {\"TemplateURL\": \"https://example.com/1.json\"}}}}",
    )
}

/// A change set that can be executed, or one page of it.
fn change_set(id: &str, changes: &str, more: &str) -> Response {
    result(
        "DescribeChangeSet",
        &format!(
            "<ChangeSetId>{id}</ChangeSetId><Status>CREATE_COMPLETE</Status><ExecutionStatus>AVAILABLE\
             </ExecutionStatus><Changes>{changes}</Changes>{more}"
        ),
    )
}

fn change(logical: &str, kind: &str, more: &str) -> String {
    format!(
        "<member><Type>Resource</Type><ResourceChange><LogicalResourceId>{logical}</LogicalResourceId>\
         <PhysicalResourceId>arn:{logical}</PhysicalResourceId><ResourceType>{kind}</ResourceType>{more}\
         </ResourceChange></member>"
    )
}

/// The output and the calls.
fn run(responses: &[(&'static str, Response)], new: &str, arguments: &[&str]) -> (String, Vec<String>) {
    let always = [
        ("DescribeStacks", stack("CREATE_COMPLETE")),
        ("CreateChangeSet", result("CreateChangeSet", "<Id>arn:root</Id>")),
        ("DeleteChangeSet", result("DeleteChangeSet", "")),
        (
            "ListChangeSets",
            result("ListChangeSets", "<Summaries></Summaries>"),
        ),
        ("ExecuteChangeSet", error(400, "Stopped", "far enough")),
        ("DescribeStackEvents", crate::replay::events(&[])),
    ];
    let server = ReplayServer::start([&always, responses].concat());
    let workspace = Workspace::new();
    let path = if new.starts_with("https") {
        with_inner(&workspace, new)
    } else {
        let path = workspace.path().join("outer.yaml");
        std::fs::write(&path, new).unwrap();
        path
    };
    let mut program = Program::new(&workspace, path.to_str().unwrap());
    program.command.env("AWS_ENDPOINT_URL", &server.address);
    let seen = program.run(arguments);
    (seen, server.calls())
}

/// In the nested stack, a table is replaced and a queue removed.
fn inner_changes() -> Vec<(&'static str, Response)> {
    let root = change(
        "Inner",
        "AWS::CloudFormation::Stack",
        "<Action>Modify</Action><Replacement>False</Replacement><ChangeSetId>arn:inner</ChangeSetId>",
    );
    let table = change(
        "Orders",
        "AWS::DynamoDB::Table",
        "<Action>Modify</Action><Replacement>True</Replacement><PolicyAction>ReplaceAndDelete</PolicyAction>",
    );
    let queue = change(
        "Waiting",
        "AWS::SQS::Queue",
        "<Action>Remove</Action><PolicyAction>Delete</PolicyAction>",
    );
    vec![
        ("GetTemplate", deployed()),
        ("DescribeChangeSet", change_set("arn:root", &root, "")),
        (
            "DescribeChangeSet",
            change_set("arn:inner", &table, "<NextToken>2</NextToken>"),
        ),
        ("DescribeChangeSet", change_set("arn:inner", &queue, "")),
    ]
}

#[test]
fn data_loss_in_a_nested_stack_is_refused() {
    let new = "https://example.com/2.json";
    let (mut seen, calls) = run(&inner_changes(), new, &["deploy", "--env", "local", "--yes"]);
    assert!(
        calls.contains(&"CreateChangeSet nested true".to_owned()),
        "{calls:?}"
    );
    let described: Vec<&String> = calls
        .iter()
        .filter(|call| call.starts_with("Describe") && call.contains(" of "))
        .collect();
    assert_eq!(
        described,
        [
            "DescribeChangeSet of arn:root",
            "DescribeChangeSet of arn:inner",
            "DescribeChangeSet of arn:inner"
        ]
    );
    assert!(!calls.contains(&"ExecuteChangeSet".to_owned()), "{calls:?}");
    assert_eq!(calls.last().map(String::as_str), Some("DeleteChangeSet"));

    let allow = ["deploy", "--env", "local", "--yes", "--allow-destructive"];
    let (allowed, calls) = run(&inner_changes(), new, &allow);
    assert!(calls.contains(&"ExecuteChangeSet".to_owned()), "{allowed}");

    for format in ["text", "json"] {
        let diff = ["diff", "--env", "local", "--change-set", "--format", format];
        let (output, _) = run(&inner_changes(), new, &diff);
        let output = match output.split_once("\"changeSet\"") {
            Some((_, change_set)) => format!("$ … --format json\n\"changeSet\"{change_set}"),
            None => output,
        };
        seen += &output;
    }
    check("nested-change-set", &seen);
}

#[test]
fn removing_a_nested_stack_removes_its_resources_unless_they_are_retained() {
    let root = change(
        "Inner",
        "AWS::CloudFormation::Stack",
        "<Action>Remove</Action><PolicyAction>Delete</PolicyAction>",
    );
    let inner = "{\"Resources\": {\"Orders\": {\"Type\": \"AWS::DynamoDB::Table\"}, \"Pictures\": {\"Type\": \
                 \"AWS::S3::Bucket\", \"DeletionPolicy\": \"Retain\"}, \"Deeper\": {\"Type\": \
                 \"AWS::CloudFormation::Stack\", \"DeletionPolicy\": \"Retain\"}}}";
    let deeper = "{\"Resources\": {\"Archive\": {\"Type\": \"AWS::S3::Bucket\"}}}";
    let responses = [
        ("GetTemplate", deployed()),
        ("GetTemplate", template(inner)),
        ("GetTemplate", template(deeper)),
        ("DescribeChangeSet", change_set("arn:root", &root, "")),
        (
            "ListStackResources",
            resources(&[
                ("Orders", "AWS::DynamoDB::Table", "CREATE_COMPLETE", ""),
                ("Pictures", "AWS::S3::Bucket", "CREATE_COMPLETE", ""),
                ("News", "AWS::SNS::Topic", "CREATE_COMPLETE", ""),
                ("Deeper", "AWS::CloudFormation::Stack", "CREATE_COMPLETE", ""),
            ]),
        ),
        (
            "ListStackResources",
            resources(&[("Archive", "AWS::S3::Bucket", "CREATE_COMPLETE", "")]),
        ),
    ];
    let (seen, calls) = run(&responses, WITHOUT_INNER, &["deploy", "--env", "local", "--yes"]);
    check("nested-removed", &seen);
    assert!(!calls.contains(&"ExecuteChangeSet".to_owned()), "{calls:?}");
}

#[test]
fn a_retained_bucket_in_a_nested_stack_is_not_emptied() {
    let root = "{\"Resources\": {\"Inner\": {\"Type\": \"AWS::CloudFormation::Stack\"}}}";
    let inner =
        "{\"Resources\": {\"Pictures\": {\"Type\": \"AWS::S3::Bucket\", \"DeletionPolicy\": \"Retain\"}}}";
    let has = |logical: &str, kind: &str| resources(&[(logical, kind, "CREATE_COMPLETE", "")]);
    let responses = [
        ("DescribeStacks", stack("CREATE_COMPLETE")),
        ("DescribeStacks", stack("DELETE_COMPLETE")),
        ("GetTemplate", template(root)),
        ("GetTemplate", template(inner)),
        ("ListStackResources", has("Inner", "AWS::CloudFormation::Stack")),
        ("ListStackResources", has("Pictures", "AWS::S3::Bucket")),
        ("DeleteStack", result("DeleteStack", "")),
    ];
    let (seen, calls) = run(&responses, WITHOUT_INNER, &["destroy", "--env", "local", "--yes"]);
    assert!(seen.contains("kept: Inner/Pictures (board-Pictures)"), "{seen}");
    assert!(seen.ends_with("exit code 0\n"), "{seen}");
    assert!(calls.contains(&"DeleteStack".to_owned()), "{calls:?}");
    assert!(!calls.iter().any(|call| call.contains("Pictures")), "{calls:?}");
}

#[test]
fn the_cause_of_a_failed_nested_change_set_is_reported() {
    let failed = |name: &str, reason: &str| {
        result(
            "DescribeChangeSet",
            &format!(
                "<StackName>{name}</StackName><ChangeSetId>arn:set</ChangeSetId><Status>FAILED</Status>\
                 <StatusReason>{reason}</StatusReason>"
            ),
        )
    };
    let inner = "arn:aws:cloudformation:eu-west-1:123456789012:changeSet/infra-gen-1-Inner/70d4";
    let nested = format!("Nested change set {inner} was not successfully created: Currently in FAILED.");
    let responses = [
        ("GetTemplate", deployed()),
        ("DescribeChangeSet", failed("noticeboard-local", &nested)),
        (
            "DescribeChangeSet",
            failed(
                "noticeboard-local-Inner-1X",
                "Parameters: [Size] must have values",
            ),
        ),
    ];
    let (seen, calls) = run(
        &responses,
        "https://example.com/2.json",
        &["deploy", "--env", "local", "--yes", "--quiet"],
    );
    check("nested-refused", &seen);
    assert!(
        calls.contains(&format!("DescribeChangeSet of {inner}")),
        "{calls:?}"
    );
    assert_eq!(calls.last().map(String::as_str), Some("DeleteChangeSet"));
}

#[test]
fn unreported_changes_of_a_nested_stack_with_data_must_be_allowed() {
    let (endpoint, workspace) = (Endpoint::start(), Workspace::new());
    endpoint.put(
        "/templates",
        "<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint></CreateBucketConfiguration>",
    );
    let address = |name: &str| format!("{}/templates/{name}", endpoint.address());
    for (name, key) in [("1.yaml", "id"), ("2.yaml", "number")] {
        let inner = format!(
            "Resources:\n  News: {{ Type: AWS::SNS::Topic }}\n  Orders:\n    Type: AWS::DynamoDB::Table\n    Properties: \
             {{ BillingMode: PAY_PER_REQUEST, AttributeDefinitions: [{{ AttributeName: {key}, AttributeType: S }}], \
             KeySchema: [{{ AttributeName: {key}, KeyType: HASH }}] }}\n"
        );
        endpoint.put(&format!("/templates/{name}"), &inner);
    }
    let run = |template: &PathBuf, arguments: &[&str]| {
        endpoint
            .program(&workspace, template.to_str().unwrap())
            .run(&[arguments, &["--env", "local"]].concat())
    };
    let first = with_inner(&workspace, &address("1.yaml"));
    let created = run(&first, &["deploy", "--yes"]);
    assert!(created.ends_with("exit code 0\n"), "{created}");

    let second = with_inner(&workspace, &address("2.yaml"));
    let mut seen = run(&second, &["deploy", "--yes"]);
    seen += &run(&second, &["diff", "--change-set"]);
    let allowed = run(&second, &["deploy", "--yes", "--allow-destructive"]);
    assert!(allowed.contains("`: UPDATE_COMPLETE"), "{allowed}");

    std::fs::write(&second, WITHOUT_INNER).unwrap();
    seen += &run(&second, &["deploy", "--yes"]);
    check("nested-unreported", &seen);
    let destroyed = run(&second, &["destroy", "--yes"]);
    assert!(destroyed.ends_with("exit code 0\n"), "{destroyed}");
}
