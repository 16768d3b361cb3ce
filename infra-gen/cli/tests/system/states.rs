//! `deploy` on stacks in states that the emulator cannot produce: AWS's responses are replayed.

use crate::replay::{ReplayServer, Response, error, event, events, resources, result, stack, template};
use crate::support::{Program, Workspace, check};

const EXPIRED: &str = "The security token included in the request is expired";

/// Deploys against these responses: the output, and the calls.
fn run(responses: Vec<(&'static str, Response)>, arguments: &[&str]) -> (String, Vec<String>) {
    run_verb(responses, &[&["deploy", "--env", "local"], arguments].concat())
}

fn run_verb(responses: Vec<(&'static str, Response)>, arguments: &[&str]) -> (String, Vec<String>) {
    let (server, workspace) = (ReplayServer::start(responses), Workspace::new());
    let mut program = Program::new(&workspace, "basic.yaml");
    program.command.env("AWS_ENDPOINT_URL", &server.address);
    let seen = program.run(arguments);
    (seen, server.calls())
}

/// The responses after recovery, for a deployment without changes.
fn nothing_to_do() -> Vec<(&'static str, Response)> {
    vec![
        ("GetTemplate", template("{\"Resources\": {}}")),
        ("CreateChangeSet", result("CreateChangeSet", "<Id>arn:set</Id>")),
        (
            "DescribeChangeSet",
            result(
                "DescribeChangeSet",
                "<ChangeSetId>arn:set</ChangeSetId><Status>FAILED</Status><StatusReason>The submitted information \
                 didn't contain changes.</StatusReason>",
            ),
        ),
        ("DeleteChangeSet", result("DeleteChangeSet", "")),
        (
            "ListChangeSets",
            result("ListChangeSets", "<Summaries></Summaries>"),
        ),
    ]
}

#[test]
fn expired_credentials_are_reported_with_a_hint() {
    let (seen, _) = run(
        vec![("GetCallerIdentity", error(403, "ExpiredToken", EXPIRED))],
        &["--yes"],
    );
    check("deploy-expired", &seen);
}

#[test]
fn a_throttled_call_is_retried() {
    let throttled = || error(400, "Throttling", "Rate exceeded");
    let mut responses = vec![
        ("DescribeStacks", throttled()),
        ("DescribeStacks", throttled()),
        ("DescribeStacks", stack("CREATE_COMPLETE")),
    ];
    responses.extend(nothing_to_do());
    let (seen, calls) = run(responses, &["--yes"]);
    assert!(seen.ends_with("exit code 0\n"), "{seen}");
    assert_eq!(calls[1..4], ["DescribeStacks"; 3]);
}

#[test]
fn a_failed_rollback_is_continued_and_the_failed_resources_are_named() {
    let stuck = resources(&[
        ("Topic", "AWS::SNS::Topic", "UPDATE_COMPLETE", ""),
        (
            "WebBucket",
            "AWS::S3::Bucket",
            "UPDATE_FAILED",
            "The bucket was deleted by hand",
        ),
    ]);
    let responses = |end: &'static str| {
        let mut responses = vec![
            ("DescribeStacks", stack("UPDATE_ROLLBACK_FAILED")),
            ("DescribeStacks", stack("UPDATE_ROLLBACK_IN_PROGRESS")),
            ("DescribeStacks", stack(end)),
            ("ListStackResources", stuck.clone()),
            (
                "DescribeStackEvents",
                events(&[event(1, "WebBucket", "UPDATE_FAILED", "earlier")]),
            ),
            ("ContinueUpdateRollback", result("ContinueUpdateRollback", "")),
        ];
        responses.extend(nothing_to_do());
        responses
    };
    let (mut seen, _) = run(responses("UPDATE_ROLLBACK_FAILED"), &["--yes"]);
    seen += &run(
        responses("UPDATE_ROLLBACK_FAILED"),
        &["--yes", "--skip-rollback", "Topic"],
    )
    .0;
    let (skipped, calls) = run(
        responses("UPDATE_ROLLBACK_COMPLETE"),
        &["--yes", "--skip-rollback", "WebBucket", "--allow-destructive"],
    );
    seen += &skipped;
    check("deploy-rollback-stuck", &seen);
    assert!(
        calls.contains(&"ContinueUpdateRollback without WebBucket".to_owned()),
        "{calls:?}"
    );
}

#[test]
fn a_failed_update_is_rolled_back_before_the_deployment() {
    let mut responses = vec![
        ("DescribeStacks", stack("UPDATE_FAILED")),
        ("DescribeStacks", stack("UPDATE_ROLLBACK_COMPLETE")),
        ("DescribeStackEvents", events(&[])),
        ("RollbackStack", result("RollbackStack", "")),
    ];
    responses.extend(nothing_to_do());
    let (seen, calls) = run(responses, &["--yes"]);
    assert!(calls.contains(&"RollbackStack".to_owned()), "{calls:?}");
    assert!(seen.ends_with("exit code 0\n"), "{seen}");
}

#[test]
fn a_failed_stack_that_holds_data_is_not_deleted() {
    let responses = vec![
        ("DescribeStacks", stack("ROLLBACK_FAILED")),
        (
            "GetTemplate",
            template("{\"Resources\": {\"Web\": {\"Type\": \"AWS::S3::Bucket\"}}}"),
        ),
        (
            "ListStackResources",
            resources(&[
                ("Topic", "AWS::SNS::Topic", "DELETE_COMPLETE", ""),
                ("Web", "AWS::S3::Bucket", "DELETE_FAILED", "not empty"),
            ]),
        ),
    ];
    let (seen, calls) = run(responses, &["--yes"]);
    check("deploy-remains-hold-data", &seen);
    assert!(!calls.contains(&"DeleteStack".to_owned()), "{calls:?}");
}

#[test]
fn an_update_by_another_tool_is_watched_and_its_failure_reported() {
    let responses = vec![
        ("DescribeStacks", stack("UPDATE_IN_PROGRESS")),
        ("DescribeStacks", stack("UPDATE_IN_PROGRESS")),
        ("DescribeStacks", stack("UPDATE_ROLLBACK_COMPLETE")),
        (
            "DescribeStackEvents",
            events(&[
                event(6, "Topic", "UPDATE_COMPLETE", ""),
                event(5, "Queue", "CREATE_FAILED", "Resource creation cancelled"),
                event(4, "Web", "UPDATE_FAILED", "board-web already exists"),
                event(3, "Web", "UPDATE_IN_PROGRESS", ""),
                event(2, "noticeboard-local", "UPDATE_IN_PROGRESS", "User Initiated"),
                event(1, "Web", "CREATE_FAILED", "of an operation long ago"),
            ]),
        ),
    ];
    check("deploy-during-another-update", &run(responses, &["--yes"]).0);
}

const NESTED_STACK: &str = "AWS::CloudFormation::Stack";

/// An event of a stack: logical ID, physical ID and type of the resource; status and reason.
fn event_of(stack: &str, second: u32, about: [&str; 3], [status, reason]: [&str; 2]) -> String {
    let [logical, physical, kind] = about;
    format!(
        "<member><StackId>{stack}</StackId><EventId>{stack}-{second}</EventId><StackName>board</StackName>\
         <LogicalResourceId>{logical}</LogicalResourceId><PhysicalResourceId>{physical}</PhysicalResourceId>\
         <ResourceType>{kind}</ResourceType><Timestamp>2026-11-20T10:00:{second:02}.000Z</Timestamp>\
         <ResourceStatus>{status}</ResourceStatus><ResourceStatusReason>{reason}</ResourceStatusReason></member>"
    )
}

/// An update in which a queue fails in a stack nested two levels deep.
fn failure_two_levels_deep() -> Vec<(&'static str, Response)> {
    let (root, outer, inner) = ("arn:root", "arn:outer", "arn:inner");
    let embedded = |verb: &str, failed: &str| {
        format!(
            "Embedded stack arn was not successfully {verb}: The following resource(s) failed to create: [{failed}]. "
        )
    };
    let root_events = events(&[
        event_of(
            root,
            9,
            ["noticeboard-local", root, NESTED_STACK],
            [
                "UPDATE_ROLLBACK_IN_PROGRESS",
                "The following resource(s) failed to update: [Outer].",
            ],
        ),
        event_of(
            root,
            8,
            ["Outer", outer, NESTED_STACK],
            ["UPDATE_FAILED", &embedded("updated", "Inner")],
        ),
        event_of(
            root,
            3,
            ["Outer", outer, NESTED_STACK],
            ["UPDATE_IN_PROGRESS", ""],
        ),
        event_of(
            root,
            2,
            ["noticeboard-local", root, NESTED_STACK],
            ["UPDATE_IN_PROGRESS", "User Initiated"],
        ),
        event_of(
            root,
            1,
            ["Topic", "t", "AWS::SNS::Topic"],
            ["CREATE_COMPLETE", ""],
        ),
    ]);
    let outer_events = events(&[
        event_of(
            outer,
            7,
            ["Inner", inner, NESTED_STACK],
            ["CREATE_FAILED", &embedded("created", "Queue")],
        ),
        event_of(
            outer,
            7,
            ["Table", "", "AWS::DynamoDB::Table"],
            ["CREATE_FAILED", "Resource creation cancelled"],
        ),
        event_of(
            outer,
            4,
            ["Inner", inner, NESTED_STACK],
            ["CREATE_IN_PROGRESS", ""],
        ),
        event_of(
            outer,
            1,
            ["Topic", "t", "AWS::SNS::Topic"],
            ["CREATE_FAILED", "of an operation long ago"],
        ),
    ]);
    let inner_events = events(&[
        event_of(
            inner,
            20,
            ["board-Inner", inner, NESTED_STACK],
            ["DELETE_IN_PROGRESS", ""],
        ),
        event_of(
            inner,
            6,
            ["Queue", "", "AWS::SQS::Queue"],
            ["CREATE_FAILED", "jobs already exists"],
        ),
        event_of(
            inner,
            5,
            ["Queue", "", "AWS::SQS::Queue"],
            ["CREATE_IN_PROGRESS", ""],
        ),
    ]);
    vec![
        ("DescribeStacks", stack("UPDATE_IN_PROGRESS")),
        ("DescribeStacks", stack("UPDATE_IN_PROGRESS")),
        ("DescribeStacks", stack("UPDATE_ROLLBACK_COMPLETE")),
        // The first call finds the start of the operation, the second reads the events since then.
        ("DescribeStackEvents", root_events.clone()),
        ("DescribeStackEvents", root_events),
        ("DescribeStackEvents", outer_events),
        ("DescribeStackEvents", inner_events),
    ]
}

#[test]
fn the_failed_resource_in_a_nested_stack_is_named() {
    let (mut seen, calls) = run(failure_two_levels_deep(), &["--yes"]);
    let read = calls.iter().filter(|call| *call == "DescribeStackEvents");
    assert_eq!(read.count(), 4, "{calls:?}");
    let mut responses = failure_two_levels_deep();
    // `events` reads the stack's status once less.
    responses.remove(0);
    seen += &run_verb(responses, &["events", "--env", "local"]).0;
    let mut responses = failure_two_levels_deep();
    responses.remove(0);
    seen += &run_verb(
        responses,
        &["events", "--env", "local", "--format", "json", "--quiet"],
    )
    .0;
    check("nested-failed", &seen);
}

#[test]
fn a_nested_stack_whose_events_cannot_be_read_is_reported_by_its_parent() {
    let mut responses = failure_two_levels_deep();
    responses.truncate(5);
    responses.push((
        "DescribeStackEvents",
        error(
            403,
            "AccessDenied",
            "not authorized to perform: cloudformation:DescribeStackEvents",
        ),
    ));
    check("nested-failed-unseen", &run(responses, &["--yes"]).0);
}

#[test]
fn credentials_that_expire_while_watching_leave_the_operation_running() {
    let responses = vec![
        ("DescribeStacks", stack("UPDATE_IN_PROGRESS")),
        ("DescribeStacks", stack("UPDATE_IN_PROGRESS")),
        ("DescribeStacks", error(403, "ExpiredToken", EXPIRED)),
        ("DescribeStackEvents", events(&[])),
    ];
    check("deploy-lost-sight", &run(responses, &["--yes"]).0);
}

#[test]
fn a_stack_that_changed_after_the_difference_is_not_deployed() {
    let later = |updated: &str| {
        result(
            "DescribeStacks",
            &format!(
                "<Stacks><member><StackName>noticeboard-local</StackName><StackId>arn:stack</StackId>\
                 <CreationTime>2026-11-01T10:00:00.000Z</CreationTime><LastUpdatedTime>{updated}</LastUpdatedTime>\
                 <StackStatus>UPDATE_COMPLETE</StackStatus></member></Stacks>"
            ),
        )
    };
    let responses = vec![
        ("DescribeStacks", later("2026-11-20T10:00:00.000Z")),
        ("DescribeStacks", later("2026-11-20T10:00:00.000Z")),
        ("DescribeStacks", later("2026-11-20T10:05:00.000Z")),
        ("GetTemplate", template("{\"Resources\": {}}")),
        ("CreateChangeSet", result("CreateChangeSet", "<Id>arn:set</Id>")),
        (
            "DescribeChangeSet",
            result(
                "DescribeChangeSet",
                "<ChangeSetId>arn:set</ChangeSetId><Status>CREATE_COMPLETE</Status>\
                 <ExecutionStatus>AVAILABLE</ExecutionStatus>",
            ),
        ),
        (
            "ListChangeSets",
            result("ListChangeSets", "<Summaries></Summaries>"),
        ),
        ("DeleteChangeSet", result("DeleteChangeSet", "")),
    ];
    let (seen, calls) = run(responses, &["--yes", "--quiet"]);
    check("deploy-changed-meanwhile", &seen);
    assert_eq!(calls.last().map(String::as_str), Some("DeleteChangeSet"));
}

#[test]
fn a_failed_import_cannot_be_recovered() {
    let responses = vec![("DescribeStacks", stack("IMPORT_ROLLBACK_FAILED"))];
    check("deploy-stuck", &run(responses, &["--yes"]).0);
}

#[test]
fn mismatches_with_the_change_set_are_shown_in_each_format() {
    // In `DescribeChangeSet`, a dynamic change is `Conditional`: a parameter's new value may replace the resource.
    let changes = "\
        <ChangeSetId>arn:set</ChangeSetId><Status>CREATE_COMPLETE</Status><ExecutionStatus>AVAILABLE</ExecutionStatus>\
        <Changes>\
        <member><Type>Resource</Type><ResourceChange><Action>Modify</Action>\
        <LogicalResourceId>Topic</LogicalResourceId><PhysicalResourceId>arn:topic</PhysicalResourceId>\
        <ResourceType>AWS::SNS::Topic</ResourceType><Replacement>True</Replacement>\
        <PolicyAction>ReplaceAndDelete</PolicyAction><Scope><member>Properties</member></Scope><Details><member>\
        <Target><Attribute>Properties</Attribute><Name>TopicName</Name><RequiresRecreation>Always</RequiresRecreation>\
        </Target><Evaluation>Static</Evaluation><ChangeSource>DirectModification</ChangeSource></member></Details>\
        </ResourceChange></member>\
        <member><Type>Resource</Type><ResourceChange><Action>Modify</Action>\
        <LogicalResourceId>ImagesBucket</LogicalResourceId><PhysicalResourceId>images</PhysicalResourceId>\
        <ResourceType>AWS::S3::Bucket</ResourceType><Replacement>Conditional</Replacement>\
        <Scope><member>Properties</member><member>Tags</member></Scope><Details>\
        <member><Target><Attribute>Properties</Attribute><Name>BucketName</Name>\
        <RequiresRecreation>Always</RequiresRecreation></Target><Evaluation>Dynamic</Evaluation>\
        <ChangeSource>ParameterReference</ChangeSource><CausingEntity>Name</CausingEntity></member>\
        <member><Target><Attribute>Tags</Attribute><RequiresRecreation>Never</RequiresRecreation></Target>\
        <Evaluation>Static</Evaluation><ChangeSource>DirectModification</ChangeSource></member></Details>\
        </ResourceChange></member>\
        <member><Type>Resource</Type><ResourceChange><Action>Add</Action>\
        <LogicalResourceId>WebBucket</LogicalResourceId><ResourceType>AWS::S3::Bucket</ResourceType>\
        <Scope></Scope><Details></Details></ResourceChange></member>\
        </Changes>";
    let deployed = "{\"Resources\": {\
        \"ImagesBucket\": {\"Type\": \"AWS::S3::Bucket\", \"DeletionPolicy\": \"Retain\", \
        \"UpdateReplacePolicy\": \"Retain\"}, \
        \"Topic\": {\"Type\": \"AWS::SNS::Topic\", \"Properties\": {\"DisplayName\": \"hi\"}}, \
        \"Old\": {\"Type\": \"AWS::SNS::Topic\"}}}";
    let responses = || {
        vec![
            ("DescribeStacks", stack("CREATE_COMPLETE")),
            ("GetTemplate", template(deployed)),
            ("CreateChangeSet", result("CreateChangeSet", "<Id>arn:set</Id>")),
            ("DescribeChangeSet", result("DescribeChangeSet", changes)),
            ("DeleteChangeSet", result("DeleteChangeSet", "")),
        ]
    };
    let mut seen = String::new();
    for format in ["text", "markdown", "json"] {
        let (output, calls) = run_verb(
            responses(),
            &["diff", "--env", "local", "--change-set", "--format", format],
        );
        let output = match output.split_once("\"changeSet\"") {
            Some((_, change_set)) => format!("$ … --format json\n\"changeSet\"{change_set}"),
            None => output,
        };
        seen += &output;
        assert!(!calls.contains(&"ExecuteChangeSet".to_owned()), "{calls:?}");
        assert_eq!(calls.last().map(String::as_str), Some("DeleteChangeSet"));
    }
    check("diff-change-set-differs", &seen);
}

/// A deployment whose change set is refused, and the stack's state after that.
fn refused_change_set(refusal: Response, then: Response) -> Vec<(&'static str, Response)> {
    let at_rest = || ("DescribeStacks", stack("UPDATE_COMPLETE"));
    vec![
        at_rest(),
        at_rest(),
        ("DescribeStacks", then),
        ("GetTemplate", template("{\"Resources\": {}}")),
        ("CreateChangeSet", refusal),
    ]
}

#[test]
fn a_deployment_that_started_in_the_meantime_is_reported() {
    let (seen, calls) = run(
        refused_change_set(
            error(
                400,
                "ValidationError",
                "Stack:arn:aws:cloudformation:eu-west-1:123456789012:stack/noticeboard-local/6f1d is in \
                 UPDATE_IN_PROGRESS state and can not be updated.",
            ),
            stack("UPDATE_IN_PROGRESS"),
        ),
        &["--yes"],
    );
    check("deploy-in-progress", &seen);
    assert!(!calls.iter().any(|call| call == "ExecuteChangeSet"), "{calls:?}");
}

#[test]
fn a_deployment_that_ended_in_the_meantime_is_reported_as_a_change() {
    let (seen, _) = run(
        refused_change_set(
            error(
                400,
                "ValidationError",
                "Stack:arn:aws:cloudformation:eu-west-1:123456789012:stack/noticeboard-local/6f1d is in \
                 UPDATE_IN_PROGRESS state and can not be updated.",
            ),
            stack("UPDATE_COMPLETE"),
        ),
        &["--yes"],
    );
    assert!(
        seen.contains("error: stack `noticeboard-local` changed after its difference was computed"),
        "{seen}"
    );
}

/// The response for a stack that does not exist.
fn no_stack() -> Response {
    error(
        400,
        "ValidationError",
        "Stack with id noticeboard-local does not exist",
    )
}

#[test]
fn a_concurrent_creation_is_reported_for_each_kind_of_refusal() {
    for refusal in [
        error(
            400,
            "AlreadyExistsException",
            "Stack [noticeboard-local] already exists",
        ),
        error(
            400,
            "ValidationError",
            "Stack [noticeboard-local] already exists and cannot be created again with the changeSet [infra-gen-1].",
        ),
    ] {
        let (seen, _) = run(
            vec![
                ("DescribeStacks", no_stack()),
                ("DescribeStacks", no_stack()),
                ("DescribeStacks", stack("CREATE_IN_PROGRESS")),
                ("CreateChangeSet", refusal),
                (
                    "DescribeChangeSet",
                    error(404, "ChangeSetNotFound", "ChangeSet [infra-gen-1] does not exist"),
                ),
            ],
            &["--yes"],
        );
        assert!(
            seen.contains(
                "error: another deployment of stack `noticeboard-local` is in progress (CREATE_IN_PROGRESS); this \
                 run deployed nothing\n  hint: run the command again"
            ),
            "{seen}"
        );
        assert!(seen.ends_with("exit code 1\n"), "{seen}");
    }
}

#[test]
fn a_change_set_that_another_run_executes_is_not_deleted() {
    let (seen, calls) = run(
        vec![
            ("DescribeStacks", no_stack()),
            ("DescribeStacks", no_stack()),
            ("DescribeStacks", stack("CREATE_IN_PROGRESS")),
            (
                "CreateChangeSet",
                error(
                    400,
                    "AlreadyExistsException",
                    "ChangeSet infra-gen-1 already exists",
                ),
            ),
            (
                "DescribeChangeSet",
                result(
                    "DescribeChangeSet",
                    "<ChangeSetId>arn:set</ChangeSetId><Status>CREATE_COMPLETE</Status>\
                     <ExecutionStatus>EXECUTE_IN_PROGRESS</ExecutionStatus>",
                ),
            ),
        ],
        &["--yes"],
    );
    assert!(
        seen.contains("another deployment of stack `noticeboard-local` is in progress"),
        "{seen}"
    );
    assert!(!calls.iter().any(|call| call == "DeleteChangeSet"), "{calls:?}");
}
