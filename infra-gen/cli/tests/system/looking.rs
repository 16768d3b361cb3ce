//! `events`, `drift` and `import`.

use aws_config::BehaviorVersion;
use aws_sdk_s3::config::Credentials;

use crate::replay::{self, ReplayServer};
use crate::support::{Endpoint, Program, Workspace, check};

#[test]
fn events_start_with_the_last_operation() {
    let (endpoint, workspace) = (Endpoint::start(), Workspace::new());
    let run = |template: &str, arguments: &[&str]| {
        let arguments = [arguments, &["--env", "local"]].concat();
        endpoint.program(&workspace, template).run(&arguments)
    };
    let mut seen = run("keyed-by-id.yaml", &["events"]);
    run("keyed-by-id.yaml", &["deploy", "--yes"]);
    seen += &run("keyed-by-id.yaml", &["events"]);
    run("keyed-by-title.yaml", &["deploy", "--yes", "--allow-destructive"]);
    seen += &run("keyed-by-id.yaml", &["events"]);
    seen += &run("keyed-by-id.yaml", &["events", "--follow"]);
    check("events", &seen);

    let lines = run("keyed-by-id.yaml", &["events", "--all", "--format", "json"]);
    let events: Vec<serde_json::Value> = lines
        .lines()
        .filter(|line| line.starts_with('{'))
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let failures: Vec<_> = events
        .iter()
        .filter(|event| event["firstFailure"] == true)
        .collect();
    assert_eq!(failures.len(), 1, "{lines}");
    assert_eq!(
        events[0]["status"], "REVIEW_IN_PROGRESS",
        "`--all` starts with the creation of the stack"
    );
}

#[test]
fn a_manual_change_is_reported_as_drift() {
    let (endpoint, workspace) = (Endpoint::start(), Workspace::new());
    let run = |arguments: &[&str]| {
        let arguments = [arguments, &["--env", "local"]].concat();
        endpoint.program(&workspace, "basic.yaml").run(&arguments)
    };
    let mut seen = run(&["drift"]);
    run(&["deploy", "--yes"]);
    seen += &run(&["drift", "--exit-code"]);
    rename_topic(endpoint.address());
    seen += &run(&["drift"]);
    seen += &run(&["drift", "--exit-code", "--format", "json"]);
    check("drift", &seen);
}

/// Changes the display name of the stack's topic, as a user could in the console.
fn rename_topic(endpoint: &str) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let config = aws_config::defaults(BehaviorVersion::latest())
            .endpoint_url(endpoint)
            .region("eu-west-1")
            .credentials_provider(Credentials::new("test", "test", None, None, "test"))
            .load()
            .await;
        let sns = aws_sdk_sns::Client::new(&config);
        let topics = sns.list_topics().send().await.unwrap();
        sns.set_topic_attributes()
            .topic_arn(topics.topics()[0].topic_arn().unwrap())
            .attribute_name("DisplayName")
            .attribute_value("changed manually")
            .send()
            .await
            .unwrap();
    });
}

/// The responses are those of AWS: detection takes time, a resource cannot be compared, another one is deleted.
#[test]
fn drift_detection_is_awaited_and_uncompared_resources_are_listed() {
    let status = |status: &str| {
        replay::result(
            "DescribeStackDriftDetectionStatus",
            &format!(
                "<StackId>arn:aws:cloudformation:eu-west-1:123456789012:stack/noticeboard-local/6f1d</StackId>\
                 <StackDriftDetectionId>d-1</StackDriftDetectionId><DetectionStatus>{status}</DetectionStatus>\
                 <Timestamp>2026-11-20T10:00:00.000Z</Timestamp>"
            ),
        )
    };
    let drift = |id: &str, kind: &str, status: &str, differences: &str| {
        format!(
            "<member><StackId>arn:aws:cloudformation:eu-west-1:123456789012:stack/noticeboard-local/6f1d</StackId>\
             <LogicalResourceId>{id}</LogicalResourceId><PhysicalResourceId>{id}-1</PhysicalResourceId>\
             <ResourceType>{kind}</ResourceType><StackResourceDriftStatus>{status}</StackResourceDriftStatus>\
             <Timestamp>2026-11-20T10:00:00.000Z</Timestamp>\
             <PropertyDifferences>{differences}</PropertyDifferences></member>"
        )
    };
    let difference = |path: &str, old: &str, new: &str, kind: &str| {
        format!(
            "<member><PropertyPath>{path}</PropertyPath><ExpectedValue>{old}</ExpectedValue>\
             <ActualValue>{new}</ActualValue><DifferenceType>{kind}</DifferenceType></member>"
        )
    };
    let differences = [
        difference("/DelaySeconds", "0", "5", "NOT_EQUAL"),
        difference(
            "/RedrivePolicy",
            r#"{"maxReceiveCount":3,"deadLetterTargetArn":"arn:x"}"#,
            r#"{"maxReceiveCount":5,"deadLetterTargetArn":"arn:x"}"#,
            "NOT_EQUAL",
        ),
        difference("/Tags/2", r#"{"Key":"who","Value":"ann"}"#, "null", "REMOVE"),
        difference("/KmsMasterKeyId", "null", "alias/mine", "ADD"),
    ];
    let drifts = [
        drift("Queue", "AWS::SQS::Queue", "MODIFIED", &differences.concat()),
        drift("Bucket", "AWS::S3::Bucket", "DELETED", ""),
        drift("Topic", "AWS::SNS::Topic", "IN_SYNC", ""),
        drift("Style", "AWS::Cognito::ManagedLoginBranding", "NOT_CHECKED", ""),
    ];
    let server = ReplayServer::start(vec![
        ("DescribeStacks", replay::stack("UPDATE_COMPLETE")),
        (
            "DetectStackDrift",
            replay::result(
                "DetectStackDrift",
                "<StackDriftDetectionId>d-1</StackDriftDetectionId>",
            ),
        ),
        (
            "DescribeStackDriftDetectionStatus",
            status("DETECTION_IN_PROGRESS"),
        ),
        (
            "DescribeStackDriftDetectionStatus",
            status("DETECTION_IN_PROGRESS"),
        ),
        ("DescribeStackDriftDetectionStatus", status("DETECTION_COMPLETE")),
        (
            "DescribeStackResourceDrifts",
            replay::result(
                "DescribeStackResourceDrifts",
                &format!("<StackResourceDrifts>{}</StackResourceDrifts>", drifts.concat()),
            ),
        ),
    ]);
    let workspace = Workspace::new();
    let mut program = Program::new(&workspace, "basic.yaml");
    program.command.env("AWS_ENDPOINT_URL", &server.address);
    check("drift-of-all-kinds", &program.run(&["drift", "--env", "local"]));
}

#[test]
fn an_import_of_a_missing_resource_is_prepared() {
    let (endpoint, workspace) = (Endpoint::start(), Workspace::new());
    let run = |template: &str, arguments: &[&str]| {
        let arguments = [arguments, &["--env", "local"]].concat();
        endpoint.program(&workspace, template).run(&arguments)
    };
    run("basic.yaml", &["deploy", "--yes"]);
    let mut seen = run("basic.yaml", &["import"]);
    seen += &run("grown.yaml", &["import"]);
    seen += &run("grown.yaml", &["import", "Topic=x"]);
    seen += &run("grown.yaml", &["import", "Nothing=x"]);
    seen += &run("grown.yaml", &["import", "Queue"]);
    seen += &run(
        "grown.yaml",
        &[
            "import",
            "Queue=https://sqs.eu-west-1.amazonaws.com/000000000000/old",
        ],
    );
    let read = |file: &str| std::fs::read_to_string(workspace.path().join("import").join(file)).unwrap();
    seen += &read("resources.json");
    seen += &read("template.json");
    check("import", &seen);
}
