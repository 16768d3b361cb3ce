//! Templates that the serverless transform refuses, and those that it accepts.

use crate::{Template, finding::Severity};

/// The errors in a template with this text after its transform.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let template = format!("Transform: AWS::Serverless-2016-10-31\n{text}");
    let findings = Template::from_yaml(&template).expect("a template").findings();
    let found: Vec<String> = findings
        .0
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .map(|finding| format!("{}: {}", finding.path, finding.message))
        .collect();
    assert_eq!(found, expected, "{text}");
}

/// [`check`] for one function, given its properties besides the code.
#[track_caller]
fn function(properties: &str, expected: &[&str]) {
    check(
        &format!(
            "Resources:\n  Work:\n    Type: AWS::Serverless::Function\n    Properties: {{CodeUri: 's3://code/work.zip', {properties}}}\n"
        ),
        expected,
    );
}

/// A handler and a runtime.
const ZIP: &str = "Handler: bootstrap, Runtime: provided.al2023";

#[test]
fn a_handler_and_a_runtime_are_required_of_a_function_or_its_globals() {
    function(ZIP, &[]);
    function(
        "Handler: ~, Role: ~",
        &[
            "Resources/Work at Properties: the function has no `Handler`",
            "Resources/Work at Properties: the function has no `Runtime`",
        ],
    );
    function("PackageType: Image", &[]);
    function("ImageUri: a", &[]);
    let resources =
        "Resources: {Work: {Type: AWS::Serverless::Function, Properties: {CodeUri: 's3://code/work.zip'}}}";
    check(&format!("Globals: {{Function: {{{ZIP}}}}}\n{resources}"), &[]);
    check(
        "Globals: {Function: {Runtime: provided.al2023}}\nResources: {Work: {Type: AWS::Serverless::Function, \
         IgnoreGlobals: [Runtime], Properties: {Handler: a}}}",
        &["Resources/Work at Properties: the function has no `Runtime`"],
    );
}

#[test]
fn what_belongs_to_an_alias_needs_one() {
    function(
        &format!("{ZIP}, DeploymentPreference: {{Type: AllAtOnce}}"),
        &["Resources/Work at Properties: `DeploymentPreference` needs `AutoPublishAlias`"],
    );
    function(
        &format!(
            "{ZIP}, DeploymentPreference: {{Enabled: false}}, ProvisionedConcurrencyConfig: !Ref AWS::NoValue"
        ),
        &[],
    );
    function(
        &format!("{ZIP}, AutoPublishAlias: live, DeploymentPreference: {{Type: AllAtOnce}}"),
        &[],
    );
    check(
        "Resources: {S: {Type: AWS::Serverless::StateMachine, Properties: {Definition: {}, DeploymentPreference: {Type: ALL_AT_ONCE}}}}",
        &["Resources/S at Properties: `DeploymentPreference` needs `AutoPublishAlias`"],
    );
    function(
        &format!("{ZIP}, AutoPublishAlias: 'a*b'"),
        &[
            "Resources/Work at Properties.AutoPublishAlias: the alias `a*b` must consist of letters, digits, `-` and `_`",
        ],
    );
}

#[test]
fn globals_have_known_types_and_properties() {
    let globals = |globals: &str| {
        format!("Globals: {globals}\nResources: {{T: {{Type: AWS::Serverless::SimpleTable}}}}")
    };
    check(
        &globals("{Function: {Runtime: provided.al2023, Timeout: 3}}"),
        &[],
    );
    check(
        &globals("{Function: {Role: a, Timeot: 3, Timeout: soon}, Table: {}, Api: [Auth]}"),
        &[
            "Globals/Function at Timeot: `Timeot` is not a property",
            "Globals/Function at Role: `Role` is not a global property of `Function`",
            "Globals/Function at Timeot: `Timeot` is not a global property of `Function`",
            "Globals/Table: `Table` has no globals",
            "Globals/Api: globals must be a map of properties; found a list of 1 item",
        ],
    );
    check(
        &globals("[Function]"),
        &["Globals: `Globals` must be a map of types; found a list of 1 item"],
    );
    check(
        &globals("{Function: {Environment: {Variables: {TABLE: !Ref Absent, OWN: !Ref T}}}}"),
        &["Globals/Function at Environment.Variables.TABLE.Ref: unknown resource or parameter `Absent`"],
    );
}

#[test]
fn a_required_property_may_come_from_the_globals() {
    check(
        "Globals: {CapacityProvider: {VpcConfig: {SubnetIds: [!Ref Subnet]}}}\nParameters: {Subnet: {Type: String}}\n\
         Resources: {P: {Type: AWS::Serverless::CapacityProvider}}",
        &[],
    );
    check(
        "Resources: {P: {Type: AWS::Serverless::CapacityProvider}}",
        &["Resources/P at Properties: the required property `VpcConfig` is missing"],
    );
}

#[test]
fn events_have_known_types_and_properties() {
    function(
        &format!(
            "{ZIP}, Events: {{A: {{Type: Sqs}}, B: {{Type: SQS, Properties: {{BatchSize: 1}}}}, C: {{Type: Schedule, Properties: \
             {{Schedule: rate(1 day), Cron: x}}}}, D: {{Properties: {{}}}}, E: text, F: !If [C, a, b]}}"
        ),
        &[
            "Resources/Work at Properties.Events.F.Fn::If[0]: unknown condition `C`",
            "Resources/Work at Properties.Events.A.Type: unknown event type `Sqs`",
            "Resources/Work at Properties.Events.B.Properties: the event of type `SQS` has no `Queue`",
            "Resources/Work at Properties.Events.C.Properties.Cron: `Cron` is not a property of an event of type `Schedule`",
            "Resources/Work at Properties.Events.D: the event has no `Type`",
            "Resources/Work at Properties.Events.E: an event must be a map; found `\"text\"`",
        ],
    );
    function(
        &format!(
            "{ZIP}, Events: {{A: {{Type: HttpApi}}, B: {{Type: HttpApi, Properties: {{Path: /a}}}}, C: {{Type: Schedule, Properties: \
             {{Schedule: rate(1 day), State: ENABLED, Enabled: true, DeadLetterConfig: {{}}}}}}, D: {{Type: SQS, Properties: \
             {{Queue: a, 'Fn::Transform': {{Name: M}}}}}}, E: {{Type: SNS, Properties: {{Topic: ~}}}}}}"
        ),
        &[
            "Resources/Work at Properties.Events.B.Properties: `Path` and `Method` belong together",
            "Resources/Work at Properties.Events.C.Properties: `State` and `Enabled` exclude each other",
            "Resources/Work at Properties.Events.C.Properties.DeadLetterConfig: a dead-letter queue needs exactly one of \
             `Arn` (an existing queue) and `Type` (a new queue)",
            "Resources/Work at Properties.Events.E.Properties: the event of type `SNS` has no `Topic`",
        ],
    );
    function(&format!("{ZIP}, Events: ~"), &[]);
}

#[test]
fn an_event_has_an_authorizer_of_its_api() {
    let with = |auth: &str, event: &str| {
        format!(
            "Globals: {{Api: {{Auth: {auth}}}}}\nResources:\n  Web: {{Type: AWS::Serverless::Api, Properties: {{StageName: prod, Auth: \
             {{Authorizers: {{Own: {{UserPoolArn: a}}}}}}}}}}\n  Written: {{Type: AWS::Serverless::Api, Properties: {{StageName: prod, \
             DefinitionBody: {{}}}}}}\n  Work: {{Type: AWS::Serverless::Function, Properties: {{CodeUri: 's3://code/work.zip', {ZIP}, \
             Events: {{Get: {{Type: Api, Properties: {{Path: /, Method: get, {event}}}}}}}}}}}\n"
        )
    };
    let auth = "{Authorizers: {Shared: {UserPoolArn: a}}}";
    let refused = "Resources/Work at Properties.Events.Get.Properties.Auth.Authorizer: the API has no authorizer `Shard`";
    check(&with(auth, "Auth: {Authorizer: Shared}"), &[]);
    check(&with(auth, "Auth: {Authorizer: Shard}"), &[refused]);
    check(&with(auth, "Auth: {Authorizer: AWS_IAM}"), &[]);
    check(
        &with(auth, "RestApiId: !Ref Web, Auth: {Authorizer: Shared}"),
        &[],
    );
    check(&with("{}", "RestApiId: !Ref Web, Auth: {Authorizer: Own}"), &[]);
    check(
        &with("{}", "RestApiId: !Ref Web, Auth: {Authorizer: Shard}"),
        &[refused],
    );
    check(
        &with("{}", "RestApiId: !Ref Written, Auth: {Authorizer: Shard}"),
        &[],
    );
    check(&with("{}", "Auth: {Authorizer: Shard}"), &[refused]);
}

#[test]
fn an_s3_event_needs_a_bucket_of_the_template() {
    let with = |bucket: &str| {
        format!(
            "Parameters: {{Name: {{Type: String}}}}\nResources:\n  Files: {{Type: AWS::S3::Bucket}}\n  Work: {{Type: \
             AWS::Serverless::Function, Properties: {{CodeUri: 's3://code/work.zip', {ZIP}, Events: {{Put: {{Type: S3, Properties: \
             {{Bucket: {bucket}, Events: 's3:ObjectCreated:*'}}}}}}}}}}\n"
        )
    };
    let refused = "Resources/Work at Properties.Events.Put.Properties.Bucket: an event of type `S3` needs an `AWS::S3::Bucket` of \
                   the same template";
    check(&with("!Ref Files"), &[]);
    check(&with("files"), &[refused]);
    check(&with("!Ref Name"), &[refused]);
    check(
        &with("!Ref Fils"),
        &[
            "Resources/Work at Properties.Events.Put.Properties.Bucket.Ref: unknown resource or parameter `Fils`",
        ],
    );
}

#[test]
fn connectors_have_a_source_a_destination_and_permissions_of_the_transform() {
    let with = |destination: &str, permissions: &str| {
        format!(
            "Resources:\n  Orders: {{Type: AWS::SNS::Topic}}\n  Jobs: {{Type: AWS::SQS::Queue}}\n  C: {{Type: AWS::Serverless::Connector, \
             Properties: {{Source: {{Id: Orders}}, Destination: {destination}, Permissions: {permissions}}}}}\n"
        )
    };
    check(&with("{Id: Jobs}", "[Write]"), &[]);
    check(
        &with(
            "[{Id: Jobs}, {Type: AWS::SQS::Queue, Arn: a, QueueUrl: b}]",
            "[Write]",
        ),
        &[],
    );
    check(
        &with("[{Id: Jobs}, {Id: Orders}, {Id: Job}]", "[Read]"),
        &[
            "Resources/C at Properties: a connector from `AWS::SNS::Topic` to `AWS::SQS::Queue` has no permission `Read`",
            "Resources/C at Properties: there is no connector from `AWS::SNS::Topic` to `AWS::SNS::Topic`",
            "Resources/C at Properties.Destination.Id: unknown resource `Job`",
        ],
    );
}

#[test]
fn generated_resources_can_be_referred_to() {
    let with = |value: &str| {
        format!(
            "Globals: {{Function: {{AutoPublishAlias: live, {ZIP}}}}}\nResources:\n  Work: {{Type: AWS::Serverless::Function, Properties: \
             {{CodeUri: 's3://code/work.zip', FunctionUrlConfig: {{AuthType: NONE}}, Events: {{Get: {{Type: Api, Properties: {{Path: /, \
             Method: get}}}}, Tick: {{Type: Schedule, Properties: {{Schedule: rate(1 day), DeadLetterConfig: {{Type: SQS, QueueLogicalId: \
             WorkDeadLetters}}}}}}, SignUp: {{Type: Cognito, Properties: {{UserPool: !Ref Pool, Trigger: PreSignUp}}}}}}}}}}\n  Pool: \
             {{Type: AWS::Cognito::UserPool}}\n  Web: {{Type: AWS::Serverless::Api, \
             Properties: {{StageName: prod}}}}\n  Layer: {{Type: AWS::Serverless::LayerVersion, Properties: {{ContentUri: \
             's3://code/layer.zip'}}}}\nOutputs: {{O: {{Value: {value}}}}}\n"
        )
    };
    for value in [
        "!GetAtt WorkRole.Arn",
        "!Ref WorkAliaslive",
        "!Ref Work.Alias",
        "!GetAtt Work.Version.Version",
        "!Sub '${Work.Version}${WorkVersion0123456789}'",
        "!GetAtt WorkUrl.FunctionUrl",
        "!Ref ServerlessRestApi",
        "!GetAtt ServerlessRestApi.RootResourceId",
        "!Ref ServerlessRestApiProdStage",
        "!Ref ServerlessRestApi.Stage",
        "!Ref ServerlessRestApiDeployment0123456789",
        "!Ref WorkTick",
        "!Ref WorkTickPermission",
        "!Ref WorkCognitoPermission",
        "!Ref WorkDeadLetters",
        "!Ref WorkGetPermissionProd",
        "!Ref WebprodStage",
        "!Ref Layer0123456789",
    ] {
        check(&with(value), &[]);
    }
    for (value, message) in [
        (
            "!GetAtt WorkRole.Name",
            "`AWS::IAM::Role` has no attribute `Name`",
        ),
        (
            "!Ref WorkAliasprod",
            "unknown resource or parameter `WorkAliasprod`",
        ),
        (
            "!Ref ServerlessHttpApi",
            "unknown resource or parameter `ServerlessHttpApi`",
        ),
        ("!Ref WorkVersion", "unknown resource or parameter `WorkVersion`"),
        ("!GetAtt WorkFoo.Arn", "unknown resource `WorkFoo`"),
        ("!Ref Absent", "unknown resource or parameter `Absent`"),
    ] {
        let template = format!("Transform: AWS::Serverless-2016-10-31\n{}", with(value));
        let findings = Template::from_yaml(&template).expect("a template").findings();
        let found: Vec<&str> = findings
            .0
            .iter()
            .map(|finding| finding.message.as_str())
            .collect();
        assert_eq!(found, [message], "{value}");
    }
    check(
        "Resources:\n  Work: {Type: AWS::Serverless::Function, Properties: {Handler: a, Runtime: provided.al2023, Role: \
         'arn:aws:iam::111122223333:role/r'}}\n  T: {Type: AWS::SNS::Topic, DependsOn: WorkRole}\n",
        &["Resources/T at DependsOn: unknown resource `WorkRole` in `DependsOn`"],
    );
}

#[test]
fn another_transform_may_generate_any_resource() {
    let text = "Transform: [AWS::Serverless-2016-10-31, Mine]\nResources: {T: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Ref \
                Absent}}}";
    assert!(
        Template::from_yaml(text)
            .expect("a template")
            .findings()
            .0
            .is_empty()
    );
}

#[test]
fn the_runtimes_of_globals_and_layers_are_checked() {
    let text = "Transform: AWS::Serverless-2016-10-31\nGlobals: {Function: {Runtime: nodejs4.3}}\nResources: {F: {Type: AWS::Serverless::Function, Properties: {Handler: a}}, L: {Type: \
                AWS::Serverless::LayerVersion, Properties: {ContentUri: 's3://a/b', CompatibleRuntimes: [python3.13, nodejs4.3]}}}";
    let findings = Template::from_yaml(text).expect("a template").findings();
    let found: Vec<String> = findings
        .0
        .iter()
        .map(|finding| format!("{} {}", finding.severity, finding.path))
        .collect();
    assert_eq!(
        found,
        [
            "error Globals/Function at Runtime",
            "warning Resources/L at Properties.CompatibleRuntimes[1]",
        ]
    );
}

#[test]
fn the_copied_properties_of_a_function_follow_the_rules_of_lambda() {
    function(
        "Handler: a.b, Runtime: nodejs222.x, MemorySize: 64, Tracing: Activ, Architectures: [arm64, x86_64]",
        &[
            "Resources/Work at Properties.Architectures: the list has 2 items; the maximum is 1",
            "Resources/Work at Properties.MemorySize: `64` is less than the minimum, 128",
            "Resources/Work at Properties.Runtime: `nodejs222.x` is not an allowed value",
            "Resources/Work at Properties.Tracing: `Activ` is not an allowed value",
        ],
    );
    function(
        "PackageType: Image, ImageUri: a, Runtime: python3.13",
        &["Resources/Work at Properties.Runtime: a container image must not have this property"],
    );
    function(
        &format!("{ZIP}, Tracing: Disabled, FunctionUrlConfig: {{AuthType: NON}}"),
        &["Resources/Work at Properties.FunctionUrlConfig.AuthType: `NON` is not an allowed value"],
    );
}

#[test]
fn a_finding_about_a_global_value_is_in_the_globals() {
    let with = |own: &str| {
        format!(
            "Globals: {{Function: {{{ZIP}, Timeout: 0, Layers: [a], Environment: {{Variables: {{AWS_REGION: a}}}}}}}}\nResources:\n  \
             A: {{Type: AWS::Serverless::Function, Properties: {{CodeUri: 's3://code/work.zip', {own}}}}}\n  B: {{Type: \
             AWS::Serverless::Function, Properties: {{CodeUri: 's3://code/work.zip', Layers: \
             ['arn:aws:lambda:eu-west-1:111122223333:layer:tools:1', b]}}}}\n"
        )
    };
    let text = format!(
        "Transform: AWS::Serverless-2016-10-31\n{}",
        with("Timeout: 901, Environment: {Variables: {AWS_SESSION_TOKEN: a}}")
    );
    let found = Template::from_yaml(&text).expect("a template").findings();
    let places: Vec<String> = found.0.iter().map(|finding| finding.path.to_string()).collect();
    assert_eq!(
        places,
        [
            "Globals/Function at Layers[0]",
            "Resources/A at Properties.Timeout",
            "Resources/B at Properties.Layers[1]",
            "Globals/Function at Timeout",
            "Globals/Function at Environment.Variables.AWS_REGION",
            "Resources/A at Properties.Environment.Variables.AWS_SESSION_TOKEN",
        ]
    );
}

#[test]
fn the_copied_properties_of_an_event_follow_the_rules_of_its_resource() {
    let with = |event: &str| format!("{ZIP}, Timeout: 60, Events: {{E: {{{event}}}}}");
    let queue = "\n  Jobs: {Type: AWS::SQS::Queue}\n  Words: {Type: AWS::Serverless::SimpleTable}";
    let expect = |event: &str, expected: &[&str]| {
        let text = format!(
            "Resources:\n  Work: {{Type: AWS::Serverless::Function, Properties: {{CodeUri: 's3://code/work.zip', {}}}}}{queue}\n",
            with(event)
        );
        check(&text, expected);
    };
    let at = "Resources/Work at Properties.Events.E.Properties";
    expect(
        "Type: SQS, Properties: {Queue: !GetAtt Jobs.Arn, StartingPosition: LATEST}",
        &[
            &format!(
                "{at}.Queue: the visibility timeout of `Jobs`, 30 s, is shorter than the timeout of `Work`, 60 s"
            ),
            &format!("{at}.StartingPosition: `StartingPosition` is not allowed for a queue"),
        ],
    );
    expect(
        "Type: SQS, Properties: {Queue: !Ref Jobs}",
        &[&format!(
            "{at}.Queue: `Ref` of an `AWS::SQS::Queue` is not an ARN"
        )],
    );
    expect(
        "Type: DynamoDB, Properties: {Stream: !GetAtt Words.StreamArn, StartingPosition: LAST}",
        &[
            &format!("{at}.StartingPosition: unknown starting position `LAST`"),
            &format!("{at}.Stream: `Words` has no stream"),
        ],
    );
    expect(
        "Type: Kinesis, Properties: {Stream: 'arn:aws:sqs:eu-west-1:111122223333:jobs', StartingPosition: LATEST}",
        &[&format!(
            "{at}.Stream: an ARN of `sqs` is not such an event source"
        )],
    );
    expect(
        "Type: Schedule, Properties: {Schedule: rate(1 minutes)}",
        &[&format!("{at}.Schedule: `rate(1 minutes)` is not a valid rate")],
    );
    expect(
        "Type: ScheduleV2, Properties: {ScheduleExpression: at(2026-01-31), FlexibleTimeWindow: {Mode: FLEXIBLE}}",
        &[
            &format!("{at}.ScheduleExpression: `at(2026-01-31)` is not a valid time"),
            &format!("{at}.FlexibleTimeWindow: a flexible time window needs `MaximumWindowInMinutes`"),
        ],
    );
    expect(
        "Type: EventBridgeRule, Properties: {Pattern: {source: aws.ec2}}",
        &[&format!(
            "{at}.Pattern.source: a field of an event pattern must be a list or a map; found `\"aws.ec2\"`"
        )],
    );
    expect(
        "Type: ScheduleV2, Properties: {ScheduleExpression: rate(1 day)}",
        &[],
    );
}

#[test]
fn a_bucket_event_brings_its_permission() {
    check(
        &format!(
            "Resources:\n  Work: {{Type: AWS::Serverless::Function, Properties: {{CodeUri: 's3://code/work.zip', {ZIP}, Events: {{Put: {{Type: \
             S3, Properties: {{Bucket: !Ref Files, Events: 's3:ObjectCreated:*'}}}}}}}}}}\n  Files: {{Type: AWS::S3::Bucket, Properties: \
             {{NotificationConfiguration: {{LambdaConfigurations: [{{Event: 's3:ObjectRemoved:*', Function: !GetAtt Work.Arn}}]}}}}}}\n"
        ),
        &[],
    );
}

#[test]
fn routes_have_a_path_a_method_and_an_api_of_their_kind() {
    let with = |events: &str| {
        format!(
            "Resources:\n  Work: {{Type: AWS::Serverless::Function, Properties: {{CodeUri: 's3://code/work.zip', {ZIP}, Events: \
             {{{events}}}}}}}\n  Rest: {{Type: AWS::Serverless::Api, Properties: {{StageName: live}}}}\n  Http: {{Type: \
             AWS::Serverless::HttpApi}}\n"
        )
    };
    let get = |more: &str| format!("Type: Api, Properties: {{Path: /a, Method: GET{more}}}");
    check(
        &with(&format!(
            "A: {{{}}}, B: {{{}}}",
            get(""),
            get(", RestApiId: !Ref Rest")
        )),
        &[],
    );
    check(
        &with(&format!(
            "A: {{{}}}, B: {{Type: Api, Properties: {{Path: /a, Method: get}}}}",
            get("")
        )),
        &[
            "Resources/Work at Properties.Events.B.Properties.Path: the event `A` of `Work` has the same path `/a` and method `get`",
        ],
    );
    check(
        &with("A: {Type: HttpApi, Properties: {Path: a, Method: gett, ApiId: !Ref Rest}}"),
        &[
            "Resources/Work at Properties.Events.A.Properties.Path: the path `a` must start with `/`",
            "Resources/Work at Properties.Events.A.Properties.Method: unknown method `gett`",
            "Resources/Work at Properties.Events.A.Properties.ApiId: an event of type `HttpApi` needs an `AWS::Serverless::HttpApi`; \
             found an `AWS::Serverless::Api`",
        ],
    );
}

#[test]
fn policies_are_documents_or_policy_templates_with_their_parameters() {
    let with = |policies: &str| format!("{ZIP}, Policies: {policies}");
    let at = "Resources/Work at Properties.Policies";
    for valid in [
        "AWSLambdaBasicExecutionRole",
        "[{S3ReadPolicy: {BucketName: files}}, {AMIDescribePolicy: {}}, {Ref: AWS::StackId}]",
        "[{Statement: [{Effect: Allow, Action: 's3:GetObject', Resource: '*'}]}]",
        "[{DynamoDBCrudPolicy: {TableName: a, Extra: b}}]",
    ] {
        function(&with(valid), &[]);
    }
    function(
        &with("[{S3ReedPolicy: {}}]"),
        &[&format!(
            "{at}[0].S3ReedPolicy: unknown policy template `S3ReedPolicy`"
        )],
    );
    function(
        &with("{DynamoDBStreamReadPolicy: {Tablename: a}}"),
        &[&format!(
            "{at}.DynamoDBStreamReadPolicy: the policy template `DynamoDBStreamReadPolicy` requires `StreamName` and `TableName`"
        )],
    );
    function(
        &with("[{S3ReadPolicy: {BucketName: a}, AMIDescribePolicy: {}}]"),
        &[&format!(
            "{at}[0]: a policy is the name of a managed policy, a document with `Statement`, or one policy template"
        )],
    );
}

#[test]
fn the_transform_reads_some_values_itself() {
    check(
        "Resources: {T: {Type: AWS::Serverless::SimpleTable, Properties: {PrimaryKey: {Name: id, Type: S}}}}",
        &["Resources/T at Properties.PrimaryKey.Type: `S` is not an allowed value"],
    );
    function(
        &format!("{ZIP}, DeadLetterQueue: {{Type: SQZ}}"),
        &[
            "Resources/Work at Properties.DeadLetterQueue.Type: `SQZ` is not an allowed value",
            "Resources/Work at Properties.DeadLetterQueue: the dead-letter queue has no `TargetArn`",
        ],
    );
    check(
        &format!(
            "Resources:\n  Users: {{Type: AWS::Cognito::UserPool}}\n  Work: {{Type: AWS::Serverless::Function, Properties: {{CodeUri: \
             's3://code/work.zip', {ZIP}, Events: {{E: {{Type: Cognito, Properties: {{UserPool: !Ref Users, Trigger: [PreSignUp, \
             PreSignup]}}}}}}}}}}\n"
        ),
        &[
            "Resources/Work at Properties.Events.E.Properties.Trigger[1]: a user pool has no trigger `PreSignup`",
        ],
    );
}

#[test]
fn a_state_machine_has_one_definition() {
    let machine = |properties: &str| {
        format!("Resources: {{S: {{Type: AWS::Serverless::StateMachine, Properties: {{{properties}}}}}}}")
    };
    check(
        &machine("DefinitionUri: 's3://definitions/a.json', Type: EXPRESS"),
        &[],
    );
    check(
        &machine("Name: a"),
        &["Resources/S at Properties: exactly one of `Definition` and `DefinitionUri` is required"],
    );
    check(
        &machine("DefinitionUri: 's3://definitions/a.json', Type: EXPRES"),
        &["Resources/S at Properties.Type: `EXPRES` is not an allowed value"],
    );
}

#[test]
fn the_default_authorizer_is_an_authorizer_of_the_api() {
    let with = |name: &str| {
        format!(
            "Resources: {{A: {{Type: AWS::Serverless::Api, Properties: {{StageName: live, Auth: {{DefaultAuthorizer: {name}, Authorizers: \
             {{Users: {{UserPoolArn: 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_a1'}}}}}}}}}}}}"
        )
    };
    check(&with("Users"), &[]);
    check(&with("AWS_IAM"), &[]);
    check(
        &with("User"),
        &["Resources/A at Properties.Auth.DefaultAuthorizer: `Authorizers` has no authorizer `User`"],
    );
}

#[test]
fn a_name_is_not_generated_because_it_begins_with_a_logical_id() {
    let text = "Resources: {Api: {Type: AWS::Serverless::Api, Properties: {StageName: live, Auth: {Authorizers: {Users: {UserPoolArn: \
                'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_a1'}}}}}}\n";
    check(
        &format!("{text}Outputs: {{O: {{Value: !Ref ApiUsersAuthorizerPermission}}}}"),
        &[],
    );
    check(
        &format!("{text}Outputs: {{O: {{Value: !Ref Apii}}}}"),
        &["Outputs/O at Value.Ref: unknown resource or parameter `Apii`"],
    );
}
