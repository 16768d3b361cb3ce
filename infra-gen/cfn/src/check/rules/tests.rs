//! Each rule, kept and broken, in templates as people write them.

use super::{super::references, check};
use crate::Template;

#[test]
fn a_queue_is_told_what_becomes_of_dead_letters() {
    expect(
        "
Jobs: {Type: AWS::SQS::Queue, Properties: {RedrivePolicy: {deadLetterTargetArn: !GetAtt Dead.Arn}}}
Dead: {Type: AWS::SQS::Queue, Properties: {FifoQueue: true, QueueName: dead}}",
        &[
            "Jobs at Properties.RedrivePolicy: `maxReceiveCount` is missing; set it",
            "Jobs at Properties.RedrivePolicy.deadLetterTargetArn: the dead letters of a standard queue go to one of its \
             kind, and `Dead` is a FIFO queue; make both the same",
            "Dead at Properties.QueueName: the name of a FIFO queue ends in `.fifo`; `dead` does not: add it",
        ],
    );
}

#[test]
fn a_queue_is_encrypted_in_one_way_and_ordered_or_not() {
    expect(
        "
Jobs:
  Type: AWS::SQS::Queue
  Properties: {SqsManagedSseEnabled: true, KmsMasterKeyId: alias/aws/sqs, ContentBasedDeduplication: true, QueueName: a.fifo}",
        &[
            "Jobs at Properties.QueueName: `a.fifo` is the name of a FIFO queue; set `FifoQueue`, or rename it",
            "Jobs at Properties.SqsManagedSseEnabled: a queue is encrypted in one way, and `KmsMasterKeyId` names a key; \
             remove one of them",
            "Jobs at Properties.ContentBasedDeduplication: only a FIFO queue has this; set `FifoQueue`, or remove it",
        ],
    );
}

#[test]
fn a_queue_hides_a_message_for_as_long_as_it_is_worked_on() {
    let template = |hidden: &str| {
        format!(
            "
Jobs: {{Type: AWS::SQS::Queue, Properties: {{{hidden}}}}}
Work: {{Type: AWS::Lambda::Function, Properties: {{Timeout: 60}}}}
Feed: {{Type: AWS::Lambda::EventSourceMapping, Properties: {{FunctionName: !Ref Work, EventSourceArn: !GetAtt Jobs.Arn, BatchSize: 100}}}}"
        )
    };
    let batch = "Feed at Properties.BatchSize: for more than 10 messages the mapping has to wait; set \
                 `MaximumBatchingWindowInSeconds`, too";
    expect(&template("VisibilityTimeout: '360'"), &[batch]);
    expect(&template("VisibilityTimeout: !If [A, 360, 1]"), &[batch]);
    expect(
        &template(""),
        &[
            "Feed at Properties.EventSourceArn: `Jobs` hides a message for 30 s, and `Work` may take 60 s; set the queue's \
             `VisibilityTimeout` to 360, six times as much, or to 60 at least",
            batch,
        ],
    );
}

#[test]
fn a_function_may_read_what_feeds_it() {
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
            "Feed at Properties.FunctionName: `Role`, the role of `Work`, may not `{action}`, and Lambda refuses to feed a \
             function that may not; allow it on `Jobs`"
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
            "Feed at Properties.FunctionName: the mapping may be made before `Reads`, which lets `Work` read `Jobs`, and \
           Lambda refuses one that may not; let it depend on that",
        ],
    );
}

#[test]
fn a_function_is_fed_by_a_tables_stream() {
    let feed = |attribute: &str| {
        format!(
            "
Words: {{Type: AWS::DynamoDB::Table, Properties: {{BillingMode: PAY_PER_REQUEST}}}}
Feed: {{Type: AWS::Lambda::EventSourceMapping, Properties: {{FunctionName: f, EventSourceArn: !GetAtt Words.{attribute}}}}}"
        )
    };
    let position = "Feed at Properties.StartingPosition: it says where in the stream to start; set it to `LATEST` or `TRIM_HORIZON`";
    expect(
        &feed("Arn"),
        &[
            position,
            "Feed at Properties.EventSourceArn: a function is fed by a table's stream; take the attribute `StreamArn` of \
             `Words`",
        ],
    );
    expect(
        &feed("StreamArn"),
        &[
            position,
            "Feed at Properties.EventSourceArn: `Words` has no stream; set its `StreamSpecification`",
        ],
    );
}

#[test]
fn an_environment_has_names_of_its_own_and_little_in_it() {
    let long = "x".repeat(4_096);
    expect(
        &format!(
            "
Work:
  Type: AWS::Lambda::Function
  Properties: {{Environment: {{Variables: {{AWS_REGION: x, 1a: x, FINE: !Ref AWS::Region, LONG: {long}}}}}}}"
        ),
        &[
            "Work at Properties.Environment.Variables.AWS_REGION: Lambda sets `AWS_REGION` itself; rename the variable",
            "Work at Properties.Environment.Variables.1a: `1a` is not two or more letters, digits and `_` that begin with a \
             letter; rename it",
            "Work at Properties.Environment.Variables: the environment has 4143 bytes, and at most 4096 fit; shorten it",
        ],
    );
}

#[test]
fn a_table_defines_its_keys_and_nothing_else() {
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
            "Words at Properties.GlobalSecondaryIndexes[0].KeySchema: the key `length` is not among \
             `AttributeDefinitions`; define it there",
            "Words at Properties.AttributeDefinitions: `meaning` is the key of neither the table nor an index, and only \
             keys are defined; remove it",
        ],
    );
}

#[test]
fn capacity_is_bought_for_all_of_a_table_or_none() {
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
            "Words at Properties.ProvisionedThroughput: `ProvisionedThroughput` does not go with `PAY_PER_REQUEST`; remove one of them",
        ],
    );
    expect(
        &table("", bought, ""),
        &[
            "Words at Properties.GlobalSecondaryIndexes[0]: `ProvisionedThroughput` is missing; set it, or the table's \
           `BillingMode` to `PAY_PER_REQUEST`",
        ],
    );
    expect(&table("BillingMode: !Ref Mode,", "", ""), &[]);
}

#[test]
fn a_schedule_is_one() {
    for right in [
        "rate(1 minute)",
        "rate(12 hours)",
        "cron(0 9 ? * MON-FRI *)",
        "cron(0/5 * 1 * ? 2027)",
    ] {
        schedule(right, None);
    }
    schedule(
        "rate(1 minutes)",
        Some("`rate(1 minutes)` is no rate; of one, write the unit without its `s`"),
    );
    schedule(
        "rate(5 minute)",
        Some("`rate(5 minute)` is no rate; of more than one, write the unit with an `s`"),
    );
    schedule(
        "rate(0 days)",
        Some(
            "`rate(0 days)` is no rate; write a number from 1 and `minutes`, `hours` or `days`: `rate(5 minutes)`",
        ),
    );
    schedule(
        "cron(0 9 * * *)",
        Some(
            "`cron(0 9 * * *)` is no time table; it has six fields: minutes, hours, day of month, month, day of week, year",
        ),
    );
    schedule(
        "cron(0 9 * * * *)",
        Some("`cron(0 9 * * * *)` is no time table; of day of month and day of week exactly one is `?`"),
    );
    schedule(
        "every day",
        Some("`every day` is no schedule; write `rate(5 minutes)` or `cron(0 9 ? * MON-FRI *)`"),
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
fn targets_of_a_rule_are_told_apart() {
    expect(
        "
Daily: {Type: AWS::Events::Rule, Properties: {Targets: [{Id: a, Arn: x}, {Id: a, Arn: y}]}}",
        &["Daily at Properties.Targets[1].Id: another target is called `a`; call this one something else"],
    );
}

#[test]
fn a_behavior_has_an_origin() {
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
            "Site at Properties.DistributionConfig.Origins[0]: an origin is of exactly one kind; set `S3OriginConfig`, \
           `CustomOriginConfig` or `VpcOriginConfig`",
            "Site at Properties.DistributionConfig.DefaultCacheBehavior: nothing says what is kept; set `CachePolicyId`",
            "Site at Properties.DistributionConfig.CacheBehaviors[0].TargetOriginId: no origin has the ID `bundel`; did you \
           mean `bundle`?",
        ],
    );
}

#[test]
fn a_deployment_waits_for_the_methods_that_it_deploys() {
    let api = |waits: &str| {
        format!(
            "
Api: {{Type: AWS::ApiGateway::RestApi, Properties: {{Name: a}}}}
Get: {{Type: AWS::ApiGateway::Method, Properties: {{RestApiId: !Ref Api, AuthorizationType: NONE}}}}
Picture: {{Type: AWS::ApiGateway::Deployment{waits}, Properties: {{RestApiId: !Ref Api}}}}
Stage: {{Type: AWS::ApiGateway::Stage, Properties: {{RestApiId: !Ref Api, DeploymentId: !Ref Picture}}}}"
        )
    };
    expect(&api(", DependsOn: Get"), &[]);
    expect(
        &api(""),
        &[
            "Picture: the deployment may be made before the methods of `Api`, and without one it is refused; let it depend on \
           them: `Get`",
        ],
    );
    expect(
        "
Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: a}}
Other: {Type: AWS::ApiGateway::RestApi, Properties: {Body: {}}}
Picture: {Type: AWS::ApiGateway::Deployment, Properties: {RestApiId: !Ref Api}}
Stage: {Type: AWS::ApiGateway::Stage, Properties: {RestApiId: !Ref Other, DeploymentId: !Ref Picture}}
Bare: {Type: AWS::ApiGateway::Stage, Properties: {RestApiId: !Ref Other, MethodSettings: [{ResourcePath: a}]}}",
        &[
            "Picture: the API `Api` has no method, and API Gateway deploys none without; add an `AWS::ApiGateway::Method`",
            "Stage at Properties.DeploymentId: `Picture` is a deployment of `Api`, and the stage is one of `Other`; take one \
             of the same API",
            "Bare at Properties: `DeploymentId` is missing; name the deployment that the stage serves",
            "Bare at Properties.MethodSettings[0].ResourcePath: `a` does not begin with `/`; write `/*` for every path",
        ],
    );
}

#[test]
fn an_authorized_method_has_an_authorizer() {
    expect(
        "
Get: {Type: AWS::ApiGateway::Method, Properties: {RestApiId: a, AuthorizationType: COGNITO_USER_POOLS}}",
        &[
            "Get at Properties.AuthorizationType: `COGNITO_USER_POOLS` needs an authorizer; set `AuthorizerId`",
        ],
    );
}

#[test]
fn a_bucket_may_send_before_it_is_made() {
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
            "{at} S3 is not allowed to send to `Work`, and refuses a bucket that is to; add an `AWS::Lambda::Permission` for \
             `s3.amazonaws.com`, and let the bucket depend on it"
        )],
    );
    expect(
        &format!("{}{permission}", bucket("")),
        &[&format!(
            "{at} the bucket may be made before `May`, and S3 refuses one that it may not send from; let it depend on that"
        )],
    );
    expect(&format!("{}{permission}", bucket("\n  DependsOn: May")), &[]);
}

#[test]
fn a_bucket_has_no_access_lists() {
    expect(
        "
Files: {Type: AWS::S3::Bucket, Properties: {AccessControl: PublicRead}}",
        &[
            "Files at Properties.AccessControl: a bucket has no access lists unless its `OwnershipControls` say so, and \
           `PublicRead` is one; remove it, and write an `AWS::S3::BucketPolicy`",
        ],
    );
    expect(
        "
Files: {Type: AWS::S3::Bucket, Properties: {AccessControl: BucketOwnerFullControl}}",
        &[],
    );
}

#[test]
fn a_tag_is_ones_own_and_there_once() {
    expect(
        "
News: {Type: AWS::SNS::Topic, Properties: {Tags: [{Key: a, Value: x}, {Key: a, Value: y}, {Key: 'aws:b', Value: z}]}}",
        &[
            "News at Properties.Tags[1].Key: the tag `a` is there twice; remove one",
            "News at Properties.Tags[2].Key: keys that begin with `aws:` are AWS's own; rename `aws:b`",
        ],
    );
}

#[test]
fn a_function_has_code_that_its_package_and_runtime_take() {
    let function =
        |properties: &str| format!("\nWork: {{Type: AWS::Lambda::Function, Properties: {{{properties}}}}}");
    expect(
        &function("Code: {}"),
        &[
            "Work at Properties.Code: nothing says where the code is; set `S3Bucket` and `S3Key`, or `ImageUri`",
        ],
    );
    expect(
        &function("Code: {S3Bucket: x}"),
        &["Work at Properties.Code: `S3Key` is missing; set it to the archive's key in the bucket"],
    );
    expect(
        &function("Code: {ZipFile: x}, Runtime: provided.al2023"),
        &[
            "Work at Properties.Code.ZipFile: only Node.js and Python run from their source; upload an archive",
        ],
    );
    expect(
        &function("Code: {ImageUri: x}, PackageType: Image, Handler: x"),
        &[
            "Work at Properties.Handler: an image has this in itself; remove it, or set `PackageType` to `Zip`",
        ],
    );
}

#[test]
fn nobody_waits_for_more_of_a_fifo_queue() {
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
            "Feed at Properties.MaximumBatchingWindowInSeconds: nobody waits for more messages of a FIFO queue; remove it",
            "Feed at Properties.BatchSize: a FIFO queue gives 10 messages at once, not 11; lower it",
        ],
    );
}

#[test]
fn a_key_is_hashed_and_perhaps_sorted() {
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
            "Words at Properties.KeySchema: a key is one attribute of the type `HASH`, and one of the type `RANGE` after it \
           or none; change it",
        ],
    );
}

#[test]
fn a_lifecycle_rule_does_something() {
    expect(
        "
Files:
  Type: AWS::S3::Bucket
  Properties: {LifecycleConfiguration: {Rules: [{Id: a, Status: Enabled}, {Status: Enabled, ExpirationInDays: 1}]}}",
        &["Files at Properties.LifecycleConfiguration.Rules[0]: the rule does nothing; say what expires or moves, or leave \
           it out"],
    );
}

#[test]
fn an_alarm_looks_at_whole_periods() {
    let alarm =
        |period: u32| format!("\nLate: {{Type: AWS::CloudWatch::Alarm, Properties: {{Period: {period}}}}}");
    for right in [10, 30, 60, 300] {
        expect(&alarm(right), &[]);
    }
    expect(
        &alarm(45),
        &[
            "Late at Properties.Period: a period is 10, 20, 30 or a multiple of 60 seconds, and not 45; change it",
        ],
    );
}

#[test]
fn a_topic_is_told_by_its_name_and_tells_by_a_protocol() {
    expect(
        "
News: {Type: AWS::SNS::Topic, Properties: {FifoTopic: true, TopicName: news}}
Ann: {Type: AWS::SNS::Subscription, Properties: {Protocol: mail}}",
        &[
            "News at Properties.TopicName: the name of a FIFO topic ends in `.fifo`; `news` does not: add it",
            "Ann at Properties.Protocol: `mail` is no protocol; did you mean `email`?",
        ],
    );
}

#[test]
fn a_record_is_an_alias_or_lasts_for_a_while() {
    let record =
        |properties: &str| format!("\nHome: {{Type: AWS::Route53::RecordSet, Properties: {{{properties}}}}}");
    expect(
        &record("Type: A, ResourceRecords: [192.0.2.300]"),
        &[
            "Home at Properties: `TTL` is missing; say for how many seconds the records may be kept",
            "Home at Properties.ResourceRecords[0]: `192.0.2.300` is not an IPv4 address; write one, or take another `Type`",
        ],
    );
    expect(
        &record("Type: AAAA, AliasTarget: {DNSName: x}, TTL: 60"),
        &["Home at Properties.TTL: an alias is kept as long as its target; remove it"],
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
            "Flow at Properties: one of `Definition`, `DefinitionString` and `DefinitionS3Location` is missing; set one",
        ],
    );
}

/// What the rules say of resources that are written without the word `Resources`.
#[track_caller]
fn expect(resources: &str, expected: &[&str]) {
    let template = format!("Resources:{}", resources.replace('\n', "\n  "));
    let template = Template::from_yaml(&template).unwrap_or_else(|error| panic!("{error}\n{template}"));
    let (_, needs) = references::check(&template);
    let problems: Vec<String> = check(&template, &needs).iter().map(ToString::to_string).collect();
    let expected: Vec<String> = expected
        .iter()
        .map(|problem| format!("Resources/{problem}"))
        .collect();
    assert_eq!(problems, expected);
}
