//! Templates that follow and that break each rule.

mod containers;
mod networks;

use super::{
    super::{declared_names::DeclaredNames, references},
    check,
};
use crate::Template;

#[test]
fn a_redrive_policy_is_complete_and_its_target_has_the_same_type() {
    expect(
        "
Jobs: {Type: AWS::SQS::Queue, Properties: {RedrivePolicy: {deadLetterTargetArn: !GetAtt Dead.Arn}}}
Dead: {Type: AWS::SQS::Queue, Properties: {FifoQueue: true, QueueName: dead}}",
        &[
            "Jobs at Properties.RedrivePolicy: `maxReceiveCount` is missing\n  hint: add it",
            "Jobs at Properties.RedrivePolicy.deadLetterTargetArn: the dead-letter queue of a standard queue must have \
             the same type, but `Dead` is a FIFO queue\n  hint: make both FIFO or both standard",
            "Dead at Properties.QueueName: the name of a FIFO queue must end in `.fifo`; found `dead`\n  hint: add the \
             suffix",
        ],
    );
}

#[test]
fn encryption_and_fifo_properties_of_a_queue_do_not_conflict() {
    expect(
        "
Jobs:
  Type: AWS::SQS::Queue
  Properties: {SqsManagedSseEnabled: true, KmsMasterKeyId: alias/aws/sqs, ContentBasedDeduplication: true, QueueName: a.fifo}",
        &[
            "Jobs at Properties.QueueName: only the name of a FIFO queue may end in `.fifo`; found `a.fifo`\n  hint: set \
             `FifoQueue`, or rename the queue",
            "Jobs at Properties.SqsManagedSseEnabled: `SqsManagedSseEnabled` cannot be combined with `KmsMasterKeyId`\n  \
             hint: remove one of them",
            "Jobs at Properties.ContentBasedDeduplication: this property is for FIFO queues only\n  hint: remove it, or \
             set `FifoQueue`",
        ],
    );
}

#[test]
fn the_visibility_timeout_covers_the_function_timeout() {
    let template = |hidden: &str| {
        format!(
            "
Jobs: {{Type: AWS::SQS::Queue, Properties: {{{hidden}}}}}
Work: {{Type: AWS::Lambda::Function, Properties: {{Timeout: 60}}}}
Feed: {{Type: AWS::Lambda::EventSourceMapping, Properties: {{FunctionName: !Ref Work, EventSourceArn: !GetAtt Jobs.Arn, BatchSize: 100}}}}"
        )
    };
    let batch = "Feed at Properties.BatchSize: a batch of more than 10 messages requires a batching window\n  hint: \
                 set `MaximumBatchingWindowInSeconds` to at least 1";
    expect(&template("VisibilityTimeout: '360'"), &[batch]);
    expect(&template("VisibilityTimeout: !If [A, 360, 1]"), &[batch]);
    expect(
        &template(""),
        &[
            "Feed at Properties.EventSourceArn: the visibility timeout of `Jobs`, 30 s, is shorter than the timeout \
             of `Work`, 60 s\n  hint: set `VisibilityTimeout` to at least 60; AWS recommends six times the timeout, 360",
            batch,
        ],
    );
}

#[test]
fn the_role_of_a_function_allows_reading_its_event_source() {
    let fed = |policies: &str, more: &str| {
        format!(
            "
Jobs: {{Type: AWS::SQS::Queue}}
Role: {{Type: AWS::IAM::Role, Properties: {{{policies}}}}}
Work: {{Type: AWS::Lambda::Function, Properties: {{Role: !GetAtt Role.Arn}}}}
Feed: {{Type: AWS::Lambda::EventSourceMapping, Properties: {{FunctionName: !Ref Work, EventSourceArn: !GetAtt Jobs.Arn}}{more}}}
Reads:
  Type: AWS::IAM::RolePolicy
  Properties: {{RoleName: !Ref Role, PolicyDocument: {{Statement: {{Effect: Allow, Action: 'sqs:Get*'}}}}}}"
        )
    };
    let policy = |actions: &str| {
        format!("Policies: [{{PolicyDocument: {{Statement: [{{Effect: Allow, Action: {actions}}}]}}}}]")
    };
    let lacks = |action: &str| {
        format!(
            "Feed at Properties.FunctionName: `Role`, the role of `Work`, does not allow `{action}`, which the \
             mapping requires\n  hint: allow it on `Jobs`"
        )
    };
    let awaits = ", DependsOn: Reads";
    expect(
        &fed(&policy("['sqs:ReceiveMessage', 'sqs:DeleteMessage']"), awaits),
        &[],
    );
    expect(
        &fed(&policy("'sqs:ReceiveMessage'"), awaits),
        &[&lacks("sqs:DeleteMessage")],
    );
    expect(&fed("", awaits), &[&lacks("sqs:ReceiveMessage")]);
    expect(&fed("ManagedPolicyArns: [x]", awaits), &[]);
    expect(
        &fed(&policy("['sqs:ReceiveMessage', 'sqs:DeleteMessage']"), ""),
        &[
            "Feed at Properties.FunctionName: the mapping may be created before `Reads`, which allows `Work` to read \
           `Jobs`, and would then be refused\n  hint: add `Reads` to `DependsOn`",
        ],
    );
}

#[test]
fn a_table_is_read_by_its_stream_from_a_starting_position() {
    let feed = |attribute: &str| {
        format!(
            "
Words: {{Type: AWS::DynamoDB::Table, Properties: {{BillingMode: PAY_PER_REQUEST}}}}
Feed: {{Type: AWS::Lambda::EventSourceMapping, Properties: {{FunctionName: f, EventSourceArn: !GetAtt Words.{attribute}}}}}"
        )
    };
    let position = "Feed at Properties.StartingPosition: `StartingPosition` is missing\n  hint: set it to `LATEST` or `TRIM_HORIZON`";
    expect(
        &feed("Arn"),
        &[
            position,
            "Feed at Properties.EventSourceArn: the event source must be the stream of `Words`\n  hint: use the attribute \
             `StreamArn`",
        ],
    );
    expect(
        &feed("StreamArn"),
        &[
            position,
            "Feed at Properties.EventSourceArn: `Words` has no stream\n  hint: set its `StreamSpecification`",
        ],
    );
}

#[test]
fn environment_variables_have_valid_names_and_a_limited_size() {
    let long = "x".repeat(4_096);
    expect(
        &format!(
            "
Work:
  Type: AWS::Lambda::Function
  Properties: {{Environment: {{Variables: {{AWS_REGION: x, 1a: x, FINE: !Ref AWS::Region, LONG: {long}}}}}}}"
        ),
        &[
            "Work at Properties.Environment.Variables.AWS_REGION: the name `AWS_REGION` is reserved by Lambda\n  hint: \
             rename the variable",
            "Work at Properties.Environment.Variables.1a: the name `1a` is not valid: it needs a letter and then at least \
             one letter, digit or `_`\n  hint: rename the variable",
            "Work at Properties.Environment.Variables: the variables have 4143 bytes; the limit is 4096\n  hint: shorten them",
        ],
    );
}

#[test]
fn attribute_definitions_contain_exactly_the_keys() {
    expect(
        "
Words:
  Type: AWS::DynamoDB::Table
  Properties:
    BillingMode: PAY_PER_REQUEST
    AttributeDefinitions: [{AttributeName: word, AttributeType: S}, {AttributeName: meaning, AttributeType: S}]
    KeySchema: [{AttributeName: word, KeyType: HASH}]
    GlobalSecondaryIndexes: [{IndexName: by, KeySchema: [{AttributeName: length, KeyType: HASH}]}]",
        &[
            "Words at Properties.GlobalSecondaryIndexes[0].KeySchema: the key attribute `length` is not \
             defined\n  hint: add it to `AttributeDefinitions`",
            "Words at Properties.AttributeDefinitions: `meaning` is not a key of the table or of an index\n  hint: \
             remove it; only key attributes are defined",
        ],
    );
}

#[test]
fn throughput_is_provisioned_for_the_table_and_all_indexes_or_none() {
    let table = |mode: &str, of_table: &str, of_index: &str| {
        format!(
            "
Words:
  Type: AWS::DynamoDB::Table
  Properties: {{{mode}{of_table} GlobalSecondaryIndexes: [{{IndexName: by{of_index}}}]}}"
        )
    };
    let bought = "ProvisionedThroughput: {ReadCapacityUnits: 1, WriteCapacityUnits: 1},";
    expect(
        &table("BillingMode: PAY_PER_REQUEST,", bought, ""),
        &[
            "Words at Properties.ProvisionedThroughput: `ProvisionedThroughput` cannot be combined with `PAY_PER_REQUEST`\n  hint: remove one of them",
        ],
    );
    expect(
        &table("", bought, ""),
        &[
            "Words at Properties.GlobalSecondaryIndexes[0]: `ProvisionedThroughput` is missing\n  hint: add it, or set \
             the `BillingMode` of the table to `PAY_PER_REQUEST`",
        ],
    );
    expect(&table("BillingMode: !Ref Mode,", "", ""), &[]);
}

#[test]
fn malformed_schedules_are_refused() {
    for valid in [
        "rate(1 minute)",
        "rate(12 hours)",
        "cron(0 9 ? * MON-FRI *)",
        "cron(0/5 * 1 * ? 2027)",
    ] {
        schedule(valid, None);
    }
    schedule(
        "rate(1 minutes)",
        Some("`rate(1 minutes)` is not a valid rate\n  hint: use the singular of the unit: `rate(1 minute)`"),
    );
    schedule(
        "rate(5 minute)",
        Some("`rate(5 minute)` is not a valid rate\n  hint: use the plural of the unit: `rate(5 minutes)`"),
    );
    schedule(
        "rate(0 days)",
        Some(
            "`rate(0 days)` is not a valid rate\n  hint: use a positive whole number and `minutes`, `hours` or `days`: `rate(5 minutes)`",
        ),
    );
    schedule(
        "cron(0 9 * * *)",
        Some(
            "`cron(0 9 * * *)` is not a valid cron expression\n  hint: use six fields: minutes, hours, day of month, month, day of week, year",
        ),
    );
    schedule(
        "cron(0 9 * * * *)",
        Some(
            "`cron(0 9 * * * *)` is not a valid cron expression\n  hint: use `?` for exactly one of day of month and day of week",
        ),
    );
    schedule(
        "every day",
        Some(
            "`every day` is not a schedule\n  hint: write it as `rate(5 minutes)` or `cron(0 9 ? * MON-FRI *)`",
        ),
    );
}

#[track_caller]
fn schedule(expression: &str, expected: Option<&str>) {
    let expected: Vec<String> = expected
        .map(|message| format!("Daily at Properties.ScheduleExpression: {message}"))
        .into_iter()
        .collect();
    let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
    expect(
        &format!("\nDaily: {{Type: AWS::Events::Rule, Properties: {{ScheduleExpression: '{expression}'}}}}"),
        &expected,
    );
}

#[test]
fn target_ids_of_a_rule_are_unique() {
    expect(
        "
Daily: {Type: AWS::Events::Rule, Properties: {Targets: [{Id: a, Arn: x}, {Id: a, Arn: y}]}}",
        &[
            "Daily at Properties.Targets[1].Id: another target already has the ID `a`\n  hint: choose another ID",
        ],
    );
}

#[test]
fn a_cache_behavior_has_an_origin_and_a_cache_policy() {
    expect(
        "
Site:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig:
      Origins: [{Id: bundle}]
      DefaultCacheBehavior: {TargetOriginId: bundle}
      CacheBehaviors: [{TargetOriginId: bundel, CachePolicyId: a}]",
        &[
            "Site at Properties.DistributionConfig.Origins[0]: an origin must have exactly one type\n  hint: set one of \
             `S3OriginConfig`, `CustomOriginConfig` and `VpcOriginConfig`",
            "Site at Properties.DistributionConfig.DefaultCacheBehavior: the behavior has no cache policy\n  hint: \
             set `CachePolicyId`",
            "Site at Properties.DistributionConfig.CacheBehaviors[0].TargetOriginId: no origin has the ID `bundel`\n  \
             hint: did you mean `bundle`?",
        ],
    );
}

#[test]
fn a_deployment_depends_on_a_method_of_its_api() {
    let api = |waits: &str| {
        format!(
            "
Api: {{Type: AWS::ApiGateway::RestApi, Properties: {{Name: a}}}}
Get: {{Type: AWS::ApiGateway::Method, Properties: {{RestApiId: !Ref Api, AuthorizationType: NONE}}}}
Deployed: {{Type: AWS::ApiGateway::Deployment{waits}, Properties: {{RestApiId: !Ref Api}}}}
Stage: {{Type: AWS::ApiGateway::Stage, Properties: {{RestApiId: !Ref Api, DeploymentId: !Ref Deployed}}}}"
        )
    };
    expect(&api(", DependsOn: Get"), &[]);
    expect(
        &api(""),
        &[
            "Deployed: the deployment may be created before any method of `Api`, and would then be refused\n  hint: add \
             the methods to `DependsOn`: `Get`",
        ],
    );
    expect(
        "
Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: a}}
Other: {Type: AWS::ApiGateway::RestApi, Properties: {Body: {}}}
Deployed: {Type: AWS::ApiGateway::Deployment, Properties: {RestApiId: !Ref Api}}
Stage: {Type: AWS::ApiGateway::Stage, Properties: {RestApiId: !Ref Other, DeploymentId: !Ref Deployed}}
Bare: {Type: AWS::ApiGateway::Stage, Properties: {RestApiId: !Ref Other, MethodSettings: [{ResourcePath: a}]}}",
        &[
            "Deployed: the API `Api` has no method to deploy\n  hint: add an `AWS::ApiGateway::Method`",
            "Stage at Properties.DeploymentId: `Deployed` is a deployment of the API `Api`; the stage belongs to `Other`\n  \
             hint: use a deployment of the same API",
            "Bare at Properties: `DeploymentId` is missing\n  hint: add the deployment that the stage serves",
            "Bare at Properties.MethodSettings[0].ResourcePath: `a` does not begin with `/`\n  hint: write `/*` for every path",
        ],
    );
}

#[test]
fn a_method_with_custom_authorization_has_an_authorizer() {
    expect(
        "
Get: {Type: AWS::ApiGateway::Method, Properties: {RestApiId: a, AuthorizationType: COGNITO_USER_POOLS}}",
        &[
            "Get at Properties.AuthorizationType: `COGNITO_USER_POOLS` requires an authorizer\n  hint: set `AuthorizerId`",
        ],
    );
}

#[test]
fn a_bucket_depends_on_the_permission_to_send_notifications() {
    let bucket = |waits: &str| {
        format!(
            "
Files:
  Type: AWS::S3::Bucket{waits}
  Properties: {{NotificationConfiguration: {{LambdaConfigurations: [{{Event: 's3:ObjectCreated:*', Function: !GetAtt Work.Arn}}]}}}}
Work: {{Type: AWS::Lambda::Function}}"
        )
    };
    let permission = "
May: {Type: AWS::Lambda::Permission, Properties: {FunctionName: !Ref Work, Principal: s3.amazonaws.com, Action: a}}";
    let at = "Files at Properties.NotificationConfiguration.LambdaConfigurations[0].Function:";
    expect(
        &bucket(""),
        &[&format!(
            "{at} S3 has no permission to send to `Work`, so creating the bucket would fail\n  hint: add an \
             `AWS::Lambda::Permission` for `s3.amazonaws.com`, and add it to `DependsOn`"
        )],
    );
    expect(
        &format!("{}{permission}", bucket("")),
        &[&format!(
            "{at} the bucket may be created before its permission `May`, and would then be refused\n  hint: add `May` to \
             `DependsOn`"
        )],
    );
    expect(&format!("{}{permission}", bucket("\n  DependsOn: May")), &[]);
}

#[test]
fn an_access_control_list_requires_ownership_controls() {
    expect(
        "
Files: {Type: AWS::S3::Bucket, Properties: {AccessControl: PublicRead}}",
        &[
            "Files at Properties.AccessControl: the access control list `PublicRead` requires `OwnershipControls`\n  \
             hint: remove it, and use an `AWS::S3::BucketPolicy`",
        ],
    );
    expect(
        "
Files: {Type: AWS::S3::Bucket, Properties: {AccessControl: BucketOwnerFullControl}}",
        &[],
    );
}

#[test]
fn tag_keys_are_unique_and_not_reserved() {
    expect(
        "
News: {Type: AWS::SNS::Topic, Properties: {Tags: [{Key: a, Value: x}, {Key: a, Value: y}, {Key: 'aws:b', Value: z}]}}",
        &[
            "News at Properties.Tags[1].Key: another tag already has the key `a`\n  hint: remove one of the two",
            "News at Properties.Tags[2].Key: the tag `aws:b` has the reserved prefix `aws:`\n  hint: rename it",
        ],
    );
}

#[test]
fn the_code_of_a_function_fits_its_package_type_and_runtime() {
    let function =
        |properties: &str| format!("\nWork: {{Type: AWS::Lambda::Function, Properties: {{{properties}}}}}");
    expect(
        &function("Code: {}"),
        &[
            "Work at Properties.Code: the location of the code is missing\n  hint: set `S3Bucket` and `S3Key`, or `ImageUri`",
        ],
    );
    expect(
        &function("Code: {S3Bucket: x}"),
        &[
            "Work at Properties.Code: `S3Key` is missing\n  hint: set it to the key of the archive in the bucket",
        ],
    );
    expect(
        &function("Code: {ZipFile: x}, Runtime: provided.al2023"),
        &[
            "Work at Properties.Code.ZipFile: inline code is supported for Node.js and Python only\n  hint: upload an archive",
        ],
    );
    expect(
        &function("Code: {ImageUri: x}, PackageType: Image, Handler: x"),
        &[
            "Work at Properties.Handler: a container image must not have this property\n  hint: remove it, or set `PackageType` to `Zip`",
        ],
    );
}

#[test]
fn a_fifo_queue_has_small_batches_and_no_batching_window() {
    expect(
        "
Jobs: {Type: AWS::SQS::Queue, Properties: {FifoQueue: true}}
Feed:
  Type: AWS::Lambda::EventSourceMapping
  Properties:
    FunctionName: f
    EventSourceArn: !GetAtt Jobs.Arn
    MaximumBatchingWindowInSeconds: 5
    BatchSize: 11",
        &[
            "Feed at Properties.MaximumBatchingWindowInSeconds: a FIFO queue does not support a batching \
             window\n  hint: remove it",
            "Feed at Properties.BatchSize: 11 is more than 10, the maximum for a FIFO queue\n  hint: decrease it",
        ],
    );
}

#[test]
fn a_key_has_one_hash_and_optionally_one_range_attribute() {
    let table = |kinds: &str| {
        format!(
            "
Words:
  Type: AWS::DynamoDB::Table
  Properties:
    BillingMode: PAY_PER_REQUEST
    AttributeDefinitions: [{{AttributeName: a, AttributeType: S}}, {{AttributeName: b, AttributeType: S}}]
    KeySchema: [{kinds}]"
        )
    };
    expect(
        &table("{AttributeName: a, KeyType: HASH}, {AttributeName: b, KeyType: RANGE}"),
        &[],
    );
    expect(
        &table("{AttributeName: a, KeyType: HASH}, {AttributeName: b, KeyType: HASH}"),
        &[
            "Words at Properties.KeySchema: a key must have one `HASH` attribute, optionally followed by one `RANGE` \
             attribute\n  hint: change the key types",
        ],
    );
}

#[test]
fn a_lifecycle_rule_has_an_action() {
    expect(
        "
Files:
  Type: AWS::S3::Bucket
  Properties: {LifecycleConfiguration: {Rules: [{Id: a, Status: Enabled}, {Status: Enabled, ExpirationInDays: 1}]}}",
        &["Files at Properties.LifecycleConfiguration.Rules[0]: the rule has no action\n  hint: add an expiration or \
             transition, or remove the rule"],
    );
}

#[test]
fn an_alarm_has_a_valid_period() {
    let alarm =
        |period: u32| format!("\nLate: {{Type: AWS::CloudWatch::Alarm, Properties: {{Period: {period}}}}}");
    for valid in [10, 30, 60, 300] {
        expect(&alarm(valid), &[]);
    }
    expect(
        &alarm(45),
        &[
            "Late at Properties.Period: 45 is not a valid period\n  hint: use 10, 20, 30 or a multiple of 60 seconds",
        ],
    );
}

#[test]
fn fifo_topic_names_and_subscription_protocols_are_checked() {
    expect(
        "
News: {Type: AWS::SNS::Topic, Properties: {FifoTopic: true, TopicName: news}}
Ann: {Type: AWS::SNS::Subscription, Properties: {Protocol: mail}}",
        &[
            "News at Properties.TopicName: the name of a FIFO topic must end in `.fifo`; found `news`\n  hint: add the \
             suffix",
            "Ann at Properties.Protocol: `mail` is not a protocol\n  hint: did you mean `email`?",
        ],
    );
}

#[test]
fn a_record_set_is_an_alias_or_has_a_ttl() {
    let record =
        |properties: &str| format!("\nHome: {{Type: AWS::Route53::RecordSet, Properties: {{{properties}}}}}");
    expect(
        &record("Type: A, ResourceRecords: [192.0.2.300]"),
        &[
            "Home at Properties: `TTL` is missing\n  hint: set the number of seconds for which resolvers may cache the \
             records",
            "Home at Properties.ResourceRecords[0]: `192.0.2.300` is not an IPv4 address\n  hint: correct the address or \
             the `Type`",
        ],
    );
    expect(
        &record("Type: AAAA, AliasTarget: {DNSName: x}, TTL: 60"),
        &[
            "Home at Properties.TTL: `TTL` is not allowed in an alias record, which uses its target's TTL\n  hint: remove \
             `TTL`",
        ],
    );
    expect(
        &record("Type: AAAA, ResourceRecords: ['2001:db8::1'], TTL: 60"),
        &[],
    );
}

#[test]
fn a_state_machine_has_one_definition() {
    expect(
        "
Flow: {Type: AWS::StepFunctions::StateMachine, Properties: {RoleArn: x}}",
        &[
            "Flow at Properties: exactly one of `Definition`, `DefinitionString` and `DefinitionS3Location` is required\n  hint: \
             add one of them",
        ],
    );
}

#[test]
fn a_role_is_given_by_its_arn() {
    let task = |role: &str| {
        format!("\nTask: {{Type: AWS::ECS::TaskDefinition, Properties: {{ExecutionRoleArn: {role}}}}}")
    };
    let selection = |role: &str| {
        format!(
            "\nRole: {{Type: AWS::IAM::Role}}\nPlan: {{Type: AWS::Backup::BackupSelection, Properties: {{BackupSelection: {{IamRoleArn: \
             {role}}}}}}}"
        )
    };
    for valid in [
        "'arn:aws:iam::111122223333:role/path/name'",
        "!Sub 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/name'",
        "!GetAtt Role.Arn",
        "!Ref Parameter",
    ] {
        expect(&task(valid), &[]);
        expect(&selection(valid), &[]);
    }
    expect(&task("name"), &[]);
    let hint = "write `arn:aws:iam::ACCOUNT:role/NAME`, or use `Fn::GetAtt` of a role";
    expect(
        &task("'arn:aws:iam::111122223333:user/name'"),
        &[&format!(
            "Task at Properties.ExecutionRoleArn: `arn:aws:iam::111122223333:user/name` is not the ARN of a role\n  hint: {hint}"
        )],
    );
    expect(
        &selection("name"),
        &[&format!(
            "Plan at Properties.BackupSelection.IamRoleArn: `name` is not the ARN of a role\n  hint: {hint}"
        )],
    );
    expect(
        &selection("!If [A, !Ref Role, !Ref AWS::NoValue]"),
        &[
            "Plan at Properties.BackupSelection.IamRoleArn.Fn::If[1]: `Ref` of `Role` returns the name of the role\n  hint: use \
             `Role.Arn`",
        ],
    );
}

#[test]
fn somebody_may_change_a_key_policy() {
    let key = |properties: &str, statement: &str| {
        format!(
            "\nKey: {{Type: AWS::KMS::Key, Properties: {{{properties} KeyPolicy: {{Statement: [{statement}]}}}}}}"
        )
    };
    let refused = "Key at Properties.KeyPolicy: no principal may change this key policy, so KMS refuses it\n  hint: allow \
                   `kms:PutKeyPolicy` to the account, `arn:aws:iam::ACCOUNT:root`";
    for statement in [
        "{Effect: Allow, Principal: {Service: cloudwatch.amazonaws.com}, Action: 'kms:*'}",
        "{Effect: Allow, Principal: {AWS: '111122223333'}, Action: ['kms:Decrypt', 'kms:Describe*']}",
        "{Effect: Deny, Principal: '*', Action: 'kms:*'}",
    ] {
        expect(&key("", statement), &[refused]);
        expect(&key("BypassPolicyLockoutSafetyCheck: true,", statement), &[]);
    }
    for statement in [
        "{Effect: Allow, Principal: {AWS: '111122223333'}, Action: 'kms:Put*'}",
        "{Effect: Allow, Principal: '*', Action: '*'}",
        "{Effect: Allow, Principal: !Ref Operator, NotAction: 'kms:Decrypt'}",
        "!If [A, !Ref Statement, !Ref AWS::NoValue]",
    ] {
        expect(&key("", statement), &[]);
    }
}

/// Checks resources that are written without the key `Resources`.
#[track_caller]
fn expect(resources: &str, expected: &[&str]) {
    let template = format!("Resources:{}", resources.replace('\n', "\n  "));
    let template = Template::from_yaml(&template).unwrap_or_else(|error| panic!("{error}\n{template}"));
    let (_, dependencies) = references::check(&DeclaredNames::new(&template));
    let findings: Vec<String> = check(&template, &dependencies)
        .iter()
        .map(ToString::to_string)
        .collect();
    let expected: Vec<String> = expected
        .iter()
        .map(|problem| format!("Resources/{problem}"))
        .collect();
    assert_eq!(findings, expected);
}
