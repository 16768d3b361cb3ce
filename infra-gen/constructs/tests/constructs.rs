//! The resources that each construct adds, checked in the template.

use std::num::NonZeroU16;

use infra_gen_cfn::{
    LogicalId, Stack, Template,
    intrinsic::account_id,
    lambda::Permission,
    s3::bucket::{LambdaConfiguration, NotificationConfiguration},
};
use infra_gen_constructs::{
    Alarm, AlarmCondition, AlarmProps, Architecture, Authorization, Bucket, BucketAccess, BucketProps, Cors,
    Dashboard, DashboardProps, Datapoints, Function, FunctionProps, GatewayProblem, HttpMethod, HttpProxy,
    Index, Key, KeyAttribute, KeyType, Metric, Package, PagePath, Projection, QueryParameter, Queue,
    QueueProps, RequestModel, ResourceServer, ResourceServerProps, RestApi, RestApiAddress,
    RestApiAddressProps, RestApiProps, Route, Schedule, ScheduleProps, Scope, ScopeProps, SeparateGrants,
    ServicePublisher, StaticSite, StaticSiteProps, Table, TableAccess, TableProps, Target, Topic, TopicProps,
    UserPool, UserPoolProps, Widget,
};
use serde_json::{Value as Json, json};

#[test]
fn a_function_may_write_its_own_log_and_nothing_else() {
    let mut stack = Stack::new("test");
    function(&mut stack, "Greet");
    assert_eq!(
        statements(&finish(stack), "GreetRole"),
        json!([{
            "Effect": "Allow",
            "Action": ["logs:CreateLogStream", "logs:PutLogEvents"],
            "Resource": { "Fn::GetAtt": ["GreetLogs", "Arn"] },
        }]),
    );
}

#[test]
fn a_schedule_invokes_its_function_and_only_its_rule_may() {
    for (minutes, rate) in [(1, "rate(1 minute)"), (5, "rate(5 minutes)")] {
        let mut stack = Stack::new("test");
        let greet = function(&mut stack, "Greet");
        let props = ScheduleProps {
            description: Some("Sends a greeting".into()),
            ..ScheduleProps::new(&greet, NonZeroU16::new(minutes).unwrap())
        };
        Schedule::new(&mut stack, LogicalId::new("Often"), props);
        let template = finish(stack);
        let arn = json!({ "Fn::GetAtt": ["GreetFunction", "Arn"] });
        assert_eq!(
            Json::from(properties(&template, "OftenRule").clone()),
            json!({
                "Description": "Sends a greeting",
                "ScheduleExpression": rate,
                "State": "ENABLED",
                "Targets": [{ "Arn": arn, "Id": "Function" }],
            })
        );
        assert_eq!(
            Json::from(properties(&template, "OftenPermission").clone()),
            json!({
                "Action": "lambda:InvokeFunction",
                "FunctionName": arn,
                "Principal": "events.amazonaws.com",
                "SourceArn": { "Fn::GetAtt": ["OftenRule", "Arn"] },
            })
        );
    }
}

#[test]
fn functions_of_one_package_share_its_parameter() {
    let mut stack = Stack::new("test");
    function(&mut stack, "Greet");
    function(&mut stack, "Part");
    let template = finish(stack);
    let parameters: Vec<&String> = template.parameters.keys().collect();
    assert_eq!(parameters, ["ArtifactsBucket", "WordsCodeKey"]);
}

#[test]
fn a_grant_names_exactly_the_actions_and_the_table() {
    let mut stack = Stack::new("test");
    let (greet, words) = (function(&mut stack, "Greet"), table(&mut stack));
    words.grant(&mut stack, &greet, [TableAccess::GetItem]);
    words.grant(&mut stack, &greet, [TableAccess::GetItem, TableAccess::PutItem]);
    assert_eq!(
        statements(&finish(stack), "GreetRole")[0],
        json!({
            "Effect": "Allow",
            "Action": ["dynamodb:GetItem", "dynamodb:PutItem"],
            "Resource": { "Fn::GetAtt": ["Words", "Arn"] },
        }),
    );
}

#[test]
fn a_grant_on_an_index_does_not_include_the_table() {
    let mut stack = Stack::new("test");
    let (greet, words) = (function(&mut stack, "Greet"), table(&mut stack));
    words.grant_query_index(&mut stack, &greet, "by-length");
    assert_eq!(
        statements(&finish(stack), "GreetRole")[0],
        json!({
            "Effect": "Allow",
            "Action": "dynamodb:Query",
            "Resource": { "Fn::Sub": "${Words.Arn}/index/by-length" },
        }),
    );
}

#[test]
fn a_grant_on_objects_is_limited_to_their_prefix() {
    let mut stack = Stack::new("test");
    let greet = function(&mut stack, "Greet");
    let files = bucket(&mut stack, "Files");
    files.grant(&mut stack, &greet, "reports/", [BucketAccess::PutObject]);
    let template = finish(stack);
    assert_eq!(
        statements(&template, "GreetRole")[1],
        json!({
            "Effect": "Allow",
            "Action": "s3:PutObject",
            "Resource": { "Fn::Sub": "${Files.Arn}/reports/*" },
        }),
    );
}

#[test]
fn a_function_may_read_the_bucket_that_invokes_it() {
    let mut stack = Stack::new("test");
    let greet = function(&mut stack, "Greet");
    let files = bucket(&mut stack, "Files");
    let permission = Permission {
        source_account: Some(account_id()),
        ..Permission::new("lambda:InvokeFunction", greet.arn(), "s3.amazonaws.com")
    };
    let permission = stack.add(LogicalId::new("FilesPermission"), permission);
    stack.add_dependency(&files.bucket, &permission);
    stack[&files.bucket].notification_configuration = Some(
        NotificationConfiguration {
            lambda_configurations: Some([LambdaConfiguration::new("s3:ObjectCreated:*", greet.arn())].into()),
            ..NotificationConfiguration::new()
        }
        .into(),
    );
    let grants = SeparateGrants::new(&mut stack, LogicalId::new("GreetReads"), &greet);
    files.grant(&mut stack, &grants, "", [BucketAccess::GetObject]);
    let template = finish(stack);
    let policy = properties(&template, "GreetReads");
    assert_eq!(policy["RoleName"], json!({ "Ref": "GreetRole" }));
    assert_eq!(
        policy["PolicyDocument"]["Statement"],
        json!([{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": { "Fn::Sub": "${Files.Arn}/*" } }]),
    );
}

#[test]
fn a_bucket_is_private_encrypted_and_denies_plain_http() {
    let mut stack = Stack::new("test");
    bucket(&mut stack, "Files");
    let template = finish(stack);
    let files = properties(&template, "Files");
    let blocked = &files["PublicAccessBlockConfiguration"];
    for block in [
        "BlockPublicAcls",
        "BlockPublicPolicy",
        "IgnorePublicAcls",
        "RestrictPublicBuckets",
    ] {
        assert_eq!(blocked[block], json!(true), "{block}");
    }
    assert!(files["BucketEncryption"].is_object());
    assert_eq!(
        properties(&template, "FilesPolicy")["PolicyDocument"]["Statement"],
        json!([{
            "Effect": "Deny",
            "Principal": "*",
            "Action": "s3:*",
            "Resource": [{ "Fn::GetAtt": ["Files", "Arn"] }, { "Fn::Sub": "${Files.Arn}/*" }],
            "Condition": { "Bool": { "aws:SecureTransport": "false" } },
        }]),
    );
}

#[test]
fn a_table_declares_each_key_attribute_once() {
    let mut stack = Stack::new("test");
    table(&mut stack);
    assert_eq!(
        properties(&finish(stack), "Words")["AttributeDefinitions"],
        json!([
            { "AttributeName": "language", "AttributeType": "S" },
            { "AttributeName": "length", "AttributeType": "N" },
            { "AttributeName": "word", "AttributeType": "S" },
        ]),
    );
}

#[test]
fn data_is_retained_by_default_also_when_its_resource_is_replaced() {
    let mut stack = Stack::new("test");
    table(&mut stack);
    function(&mut stack, "Greet");
    Bucket::new(&mut stack, LogicalId::new("Files"), BucketProps::default());
    UserPool::new(&mut stack, LogicalId::new("Staff"), UserPoolProps::default());
    let template = finish(stack);
    for resource in ["Words", "GreetLogs", "Files", "Staff"] {
        let attributes = &template.resources[resource].attributes;
        assert_eq!(attributes["DeletionPolicy"], json!("Retain"), "{resource}");
        assert_eq!(attributes["UpdateReplacePolicy"], json!("Retain"), "{resource}");
    }
}

#[test]
fn a_topic_is_encrypted_and_denies_plain_http_by_default() {
    let mut stack = Stack::new("test");
    Topic::new(&mut stack, LogicalId::new("News"), TopicProps::default());
    let template = finish(stack);
    assert_eq!(properties(&template, "News")["KmsMasterKeyId"], "alias/aws/sns");
    assert_eq!(
        properties(&template, "NewsPolicy")["PolicyDocument"]["Statement"],
        json!([{
            "Effect": "Deny",
            "Principal": "*",
            "Action": "sns:Publish",
            "Resource": { "Fn::GetAtt": ["News", "TopicArn"] },
            "Condition": { "Bool": { "aws:SecureTransport": "false" } },
        }]),
    );
}

#[test]
fn names_may_be_computed() {
    let mut stack = Stack::new("test");
    for tenant in ["ann", "bob"] {
        let id = LogicalId::from_words(tenant).unwrap();
        let key = Key::new(format!("{tenant}Id"), KeyType::String);
        let table = Table::new(&mut stack, id.join("Table"), TableProps::new(key));
        let props = FunctionProps {
            environment: [(format!("{tenant}_TABLE").to_uppercase(), table.name())].into(),
            ..FunctionProps::new(CODE, format!("greet_{tenant}"), Architecture::Arm64)
        };
        Function::new(&mut stack, id, props);
    }
    let template = finish(stack);
    let bob = properties(&template, "BobFunction");
    assert_eq!(bob["Handler"], "greet_bob");
    assert_eq!(
        bob["Environment"]["Variables"],
        json!({ "BOB_TABLE": { "Ref": "BobTable" } })
    );
    assert_eq!(
        properties(&template, "AnnTable")["KeySchema"],
        json!([{ "AttributeName": "annId", "KeyType": "HASH" }])
    );
}

#[test]
fn the_deployment_is_replaced_when_the_api_changes() {
    let original = deployment(|_| {});
    assert_eq!(original, deployment(|_| {}), "the same API");
    assert_eq!(
        original,
        deployment(|api| api.throttle.rate = 7),
        "the stage is not part of the deployment"
    );
    assert_ne!(
        original,
        deployment(|api| api.routes[0].path = "/hello".into()),
        "another path"
    );
    assert_ne!(
        original,
        deployment(|api| api.routes[0].method = HttpMethod::Put),
        "another method"
    );
    assert_ne!(
        original,
        deployment(|api| api.routes[0].query.clear()),
        "another parameter"
    );
    assert_ne!(
        original,
        deployment(|api| api.routes[0].body = Some(model())),
        "another model"
    );
    assert_ne!(
        original,
        deployment(|api| api.cors = Some(Cors::new("https://b.example"))),
        "another origin"
    );
    assert_ne!(
        original,
        deployment(|api| {
            api.routes.pop();
        }),
        "one route less"
    );
}

#[test]
fn the_order_of_routes_does_not_change_the_template() {
    assert_eq!(api(|_| {}).to_json(), api(|api| api.routes.reverse()).to_json());
}

#[test]
fn a_route_may_invoke_its_function_by_its_own_method_and_path_only() {
    let template = api(|_| {});
    assert_eq!(
        properties(&template, "ApiWordsWordGetPermission")["SourceArn"],
        json!({ "Fn::Sub":
            "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/v1/GET/words/*" }),
    );
}

#[test]
fn each_route_has_its_own_authorization() {
    let template = api(|api| api.routes[0].authorization = Authorization::Open);
    assert_eq!(
        properties(&template, "ApiWordsGetMethod")["AuthorizationType"],
        "NONE"
    );
    assert_eq!(
        properties(&template, "ApiWordsPostMethod")["AuthorizationType"],
        "AWS_IAM",
        "the default is not public"
    );
}

#[test]
fn a_preflight_names_the_methods_of_its_path_and_the_one_origin() {
    let template = api(|_| {});
    let answer = &properties(&template, "ApiWordsOptionsMethod")["Integration"]["IntegrationResponses"][0];
    let headers = &answer["ResponseParameters"];
    assert_eq!(
        headers["method.response.header.Access-Control-Allow-Methods"],
        json!("'GET,POST,OPTIONS'")
    );
    assert_eq!(
        headers["method.response.header.Access-Control-Allow-Origin"],
        json!("'https://a.example'")
    );
}

#[test]
fn an_api_without_cors_has_neither_preflights_nor_headers() {
    let template = api(|api| api.cors = None);
    assert!(!template.resources.contains_key("ApiWordsOptionsMethod"));
    let headers = &properties(&template, "ApiUnauthorizedResponse")["ResponseParameters"];
    assert_eq!(
        *headers,
        json!({
            "gatewayresponse.header.Content-Type": "'application/problem+json'",
            "gatewayresponse.header.WWW-Authenticate": "'Bearer'",
        })
    );
}

#[test]
fn the_site_can_read_the_gateways_own_errors() {
    let template = api(|_| {});
    let responses: Vec<&Json> = template
        .resources
        .values()
        .filter(|resource| resource.type_name == "AWS::ApiGateway::GatewayResponse")
        .map(|resource| &resource.properties["ResponseParameters"])
        .collect();
    assert!(!responses.is_empty());
    for headers in responses {
        assert_eq!(
            headers["gatewayresponse.header.Access-Control-Allow-Origin"],
            json!("'https://a.example'")
        );
        assert_eq!(
            headers["gatewayresponse.header.Content-Type"],
            json!("'application/problem+json'")
        );
    }
}

#[test]
fn the_gateway_checks_a_body_against_its_model() {
    let template = api(|api| api.routes[0].body = Some(model()));
    let method = properties(&template, "ApiWordsGetMethod");
    assert_eq!(
        method["RequestModels"],
        json!({ "application/json": { "Ref": "ApiNewWordModel" } })
    );
    assert_eq!(
        method["RequestValidatorId"],
        json!({ "Ref": "ApiRequestValidator" })
    );
    let validator = properties(&template, "ApiRequestValidator");
    assert_eq!(validator["ValidateRequestBody"], true);
    assert_eq!(validator["ValidateRequestParameters"], true);
}

#[test]
fn a_model_has_no_descriptions() {
    let schema = json!({
        "type": "object",
        "description": "A word.",
        "properties": {
            "description": { "type": "string", "description": "What it means.", "maxLength": 80 },
            "kind": { "enum": [{ "description": "noun" }] },
        },
        "oneOf": [{ "description": "Short.", "required": ["kind"] }],
    });
    let template = api(|api| {
        api.routes[0].body = Some(RequestModel::new("NewWord", schema));
    });
    assert_eq!(
        properties(&template, "ApiNewWordModel")["Schema"],
        json!({
            "type": "object",
            "properties": {
                "description": { "type": "string", "maxLength": 80 },
                "kind": { "enum": [{ "description": "noun" }] },
            },
            "oneOf": [{ "required": ["kind"] }],
        })
    );
}

#[test]
fn a_route_with_a_scope_uses_the_scopes_pool() {
    let template = api_with_scope(|api, scope| {
        api.routes[0].authorization = Authorization::Scope(scope);
        api.routes[1].authorization = Authorization::Scope(scope);
    });
    for method in ["ApiWordsGetMethod", "ApiWordsPostMethod"] {
        let method = properties(&template, method);
        assert_eq!(method["AuthorizationType"], "COGNITO_USER_POOLS");
        assert_eq!(method["AuthorizationScopes"], json!(["words/write"]));
        assert_eq!(method["AuthorizerId"], json!({ "Ref": "ApiStaffAuthorizer" }));
    }
    assert_eq!(
        properties(&template, "ApiStaffAuthorizer")["ProviderARNs"],
        json!([{ "Fn::GetAtt": ["Staff", "Arn"] }])
    );
}

#[test]
fn an_authorizer_is_part_of_the_deployment() {
    let deployed = |template: &Template| {
        let mut ids = template.resources.keys();
        ids.find(|id| id.starts_with("ApiDeployment")).unwrap().clone()
    };
    assert_ne!(
        deployed(&api_with_scope(|_, _| {})),
        deployed(&api_with_scope(|api, scope| {
            api.routes[0].authorization = Authorization::Scope(scope);
        }))
    );
}

#[test]
fn the_answer_to_a_missing_token_names_the_scheme() {
    let template = api(|_| {});
    let answer = |id: &str| properties(&template, id)["ResponseParameters"].clone();
    assert_eq!(
        answer("ApiUnauthorizedResponse")["gatewayresponse.header.WWW-Authenticate"],
        "'Bearer'"
    );
    assert!(
        answer("ApiForbiddenResponse")
            .get("gatewayresponse.header.WWW-Authenticate")
            .is_none()
    );
}

#[test]
fn a_route_to_another_server_forwards_requests_and_has_no_preflight() {
    let template = api(|api| {
        api.routes.push(Route {
            path: "/dictionary".into(),
            target: Target::Proxy(HttpProxy {
                timeout_millis: 8_000,
                ..HttpProxy::new("https://dictionary.example/words")
            }),
            ..api.routes[1].clone()
        });
    });
    assert_eq!(
        properties(&template, "ApiDictionaryPostMethod")["Integration"],
        json!({
            "Type": "HTTP_PROXY",
            "IntegrationHttpMethod": "POST",
            "Uri": "https://dictionary.example/words",
            "TimeoutInMillis": 8_000,
        })
    );
    assert!(!template.resources.contains_key("ApiDictionaryOptionsMethod"));
    assert!(!template.resources.contains_key("ApiDictionaryPostPermission"));
}

#[test]
fn only_a_sites_own_distribution_may_read_its_buckets() {
    let mut stack = Stack::new("test");
    let files = bucket(&mut stack, "Files");
    let mut site = StaticSite::new(&mut stack, LogicalId::new("Site"), StaticSiteProps::new(&files));
    site.connect_to(&mut stack, "https://api.example".into());
    site.connect_to(&mut stack, "https://api.example".into());
    let template = finish(stack);
    assert_eq!(
        properties(&template, "FilesPolicy")["PolicyDocument"]["Statement"][1],
        json!({
            "Effect": "Allow",
            "Principal": { "Service": "cloudfront.amazonaws.com" },
            "Action": "s3:GetObject",
            "Resource": { "Fn::Sub": "${Files.Arn}/*" },
            "Condition": { "StringEquals": { "AWS:SourceArn": {
                "Fn::Sub": "arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/${SiteDistribution}",
            } } },
        }),
    );
    let headers =
        &properties(&template, "SiteHeaders")["ResponseHeadersPolicyConfig"]["SecurityHeadersConfig"];
    let policy = headers["ContentSecurityPolicy"]["ContentSecurityPolicy"]
        .as_str()
        .unwrap();
    assert!(
        policy.ends_with("connect-src 'self' https://api.example"),
        "{policy}"
    );
}

#[test]
fn a_site_answers_unknown_pages_and_missing_files_with_404() {
    let mut stack = Stack::new("test");
    let files = bucket(&mut stack, "Files");
    let props = StaticSiteProps {
        pages: vec![PagePath::new("/"), PagePath::new("/words/:id")],
        ..StaticSiteProps::new(&files)
    };
    StaticSite::new(&mut stack, LogicalId::new("Site"), props);
    let template = finish(stack);
    let config = &properties(&template, "SiteDistribution")["DistributionConfig"];
    let function = json!({ "Fn::GetAtt": ["SitePages", "FunctionARN"] });
    assert_eq!(
        config["DefaultCacheBehavior"]["FunctionAssociations"],
        json!([
            { "EventType": "viewer-request", "FunctionARN": function },
            { "EventType": "viewer-response", "FunctionARN": function },
        ]),
    );
    for answer in config["CustomErrorResponses"].as_array().unwrap() {
        assert_eq!(answer["ResponseCode"], 404, "{answer}");
        assert_eq!(answer["ResponsePagePath"], "/not-found.txt", "{answer}");
    }
    let function = properties(&template, "SitePages");
    assert_eq!(function["AutoPublish"], true);
    let code = function["FunctionCode"].as_str().unwrap();
    assert!(
        code.contains(r#"const PAGES = ["/","/words/:id"];"#),
        "the code contains the pages: {code}"
    );
    assert!(code.len() < 10_000, "CloudFront limits functions to 10 KB");
}

#[test]
fn a_page_path_starts_with_a_slash() {
    assert!(PagePath::parse("/words/:id").is_some());
    assert!(PagePath::parse("words").is_none());
    assert!(PagePath::parse("/words?id=1").is_none());
}

const CODE: Package = Package {
    name: "Words",
    cargo_package: "words",
    binary: "words",
};

fn finish(stack: Stack) -> Template {
    stack.finish().expect("constructs produce valid templates")
}

fn properties<'a>(template: &'a Template, id: &str) -> &'a serde_json::Map<String, Json> {
    &template.resources[id].properties
}

fn statements(template: &Template, role: &str) -> Json {
    properties(template, role)["Policies"][0]["PolicyDocument"]["Statement"].clone()
}

fn function(stack: &mut Stack, id: &'static str) -> Function {
    let props = FunctionProps::new(CODE, "greet", Architecture::X86_64);
    Function::new(stack, LogicalId::new(id), props)
}

fn table(stack: &mut Stack) -> Table {
    let by_length = Index {
        projection: Projection::KeysOnly,
        ..Index::new(
            "by-length",
            Key {
                sort: Some(KeyAttribute::new("length", KeyType::Number)),
                ..Key::new("language", KeyType::String)
            },
        )
    };
    let props = TableProps {
        indexes: vec![by_length],
        ..TableProps::new(Key {
            sort: Some(KeyAttribute::new("language", KeyType::String)),
            ..Key::new("word", KeyType::String)
        })
    };
    Table::new(stack, LogicalId::new("Words"), props)
}

fn bucket(stack: &mut Stack, id: &'static str) -> Bucket {
    let props = BucketProps {
        expire_after_days: Some(7),
        ..Default::default()
    };
    Bucket::new(stack, LogicalId::new(id), props)
}

fn model() -> RequestModel {
    RequestModel::new("NewWord", json!({ "type": "object" }))
}

/// A scope of a pool's access tokens.
fn scope(stack: &mut Stack) -> Scope {
    let staff = UserPool::new(stack, LogicalId::new("Staff"), UserPoolProps::default());
    let words = ResourceServer::new(
        stack,
        LogicalId::new("Words"),
        ResourceServerProps {
            scopes: vec![ScopeProps::new("write", "Write words")],
            ..ResourceServerProps::new(&staff, "words")
        },
    );
    words.scope("write")
}

/// An API with two paths and three routes, after `change`.
fn api(change: impl FnOnce(&mut RestApiProps<'_>)) -> Template {
    api_with_scope(|props, _| change(props))
}

/// The same, but `change` also gets a scope.
fn api_with_scope(change: impl for<'a> FnOnce(&mut RestApiProps<'a>, &'a Scope)) -> Template {
    let mut stack = Stack::new("test");
    let scope = scope(&mut stack);
    let greet = function(&mut stack, "Greet");
    let route = |method, path: &'static str| Route {
        query: vec![QueryParameter::new("language")],
        ..Route::new(method, path, Target::Function(&greet))
    };
    let routes = vec![
        route(HttpMethod::Get, "/words"),
        route(HttpMethod::Post, "/words"),
        route(HttpMethod::Get, "/words/{word}"),
    ];
    let mut props = RestApiProps {
        cors: Some(Cors::new("https://a.example")),
        problem: |_| GatewayProblem::new(400, "/problems/words", "No words"),
        ..RestApiProps::new(routes)
    };
    change(&mut props, &scope);
    let address = RestApiAddress::new(&mut stack, LogicalId::new("Api"), RestApiAddressProps::default());
    RestApi::new(&mut stack, address, props);
    finish(stack)
}

fn deployment(change: impl FnOnce(&mut RestApiProps<'_>)) -> String {
    let template = api(change);
    let deployment = template
        .resources
        .iter()
        .find(|(_, resource)| resource.type_name == "AWS::ApiGateway::Deployment");
    deployment.expect("an API has a deployment").0.clone()
}

#[test]
fn an_alarm_watches_a_metric_and_notifies_topics_of_both_changes() {
    let mut stack = Stack::new("test");
    let greet = function(&mut stack, "Greet");
    let alerts = Topic::new(
        &mut stack,
        LogicalId::new("Alerts"),
        TopicProps {
            publishers: vec![ServicePublisher::CloudWatchAlarms],
            ..TopicProps::default()
        },
    );
    let props = AlarmProps {
        datapoints: Datapoints::new(2, 3),
        topics: vec![&alerts],
        ..AlarmProps::new(
            greet.metric_errors(),
            AlarmCondition::AtLeast(1.0),
            "The function fails",
        )
    };
    Alarm::new(&mut stack, LogicalId::new("GreetErrors"), props);
    let template = finish(stack);
    let topic = json!([{ "Fn::GetAtt": ["Alerts", "TopicArn"] }]);
    assert_eq!(
        Json::from(properties(&template, "GreetErrors").clone()),
        json!({
            "AlarmDescription": "The function fails",
            "Namespace": "AWS/Lambda",
            "MetricName": "Errors",
            "Dimensions": [{ "Name": "FunctionName", "Value": { "Ref": "GreetFunction" } }],
            "Statistic": "Sum",
            "Period": 300,
            "ComparisonOperator": "GreaterThanOrEqualToThreshold",
            "Threshold": 1,
            "EvaluationPeriods": 3,
            "DatapointsToAlarm": 2,
            "TreatMissingData": "notBreaching",
            "AlarmActions": topic,
            "OKActions": topic,
        })
    );
}

#[test]
fn a_percentile_is_an_extended_statistic() {
    let mut stack = Stack::new("test");
    let greet = function(&mut stack, "Greet");
    let props = AlarmProps::new(
        greet.metric_duration(),
        AlarmCondition::Above(2000.0),
        "The function is slow",
    );
    Alarm::new(&mut stack, LogicalId::new("GreetDuration"), props);
    let template = finish(stack);
    let alarm = properties(&template, "GreetDuration");
    assert_eq!(alarm["ExtendedStatistic"], "p99");
    assert!(alarm.get("Statistic").is_none());
    assert!(alarm.get("AlarmActions").is_none());
}

#[test]
fn services_may_publish_to_a_topic_only_for_this_account_and_with_its_own_key() {
    let mut stack = Stack::new("test");
    Topic::new(
        &mut stack,
        LogicalId::new("Alerts"),
        TopicProps {
            publishers: vec![ServicePublisher::CloudWatchAlarms, ServicePublisher::Budgets],
            ..TopicProps::default()
        },
    );
    let template = finish(stack);
    assert_eq!(
        properties(&template, "Alerts")["KmsMasterKeyId"],
        json!({ "Ref": "AlertsKey" })
    );
    let condition = json!({ "StringEquals": { "aws:SourceAccount": { "Ref": "AWS::AccountId" } } });
    for (statements, action) in [
        (
            &properties(&template, "AlertsPolicy")["PolicyDocument"]["Statement"],
            json!("sns:Publish"),
        ),
        (
            &properties(&template, "AlertsKey")["KeyPolicy"]["Statement"],
            json!(["kms:Decrypt", "kms:GenerateDataKey"]),
        ),
    ] {
        for (index, service) in [(1, "cloudwatch.amazonaws.com"), (2, "budgets.amazonaws.com")] {
            let statement = &statements[index];
            assert_eq!(statement["Action"], action);
            assert_eq!(statement["Principal"], json!({ "Service": service }));
            assert_eq!(statement["Condition"], condition);
        }
    }
}

#[test]
fn a_queue_receives_the_events_of_a_schedule_that_were_not_processed() {
    let mut stack = Stack::new("test");
    let greet = function(&mut stack, "Greet");
    let failures = Queue::new(&mut stack, LogicalId::new("GreetFailures"), QueueProps::default());
    let props = ScheduleProps {
        dead_letters: Some(&failures),
        ..ScheduleProps::new(&greet, NonZeroU16::new(5).unwrap())
    };
    Schedule::new(&mut stack, LogicalId::new("Often"), props);
    let template = finish(stack);
    let queue = json!({ "Fn::GetAtt": ["GreetFailuresQueue", "Arn"] });
    assert_eq!(
        properties(&template, "OftenRule")["Targets"][0]["DeadLetterConfig"],
        json!({ "Arn": queue })
    );
    assert_eq!(
        properties(&template, "OftenFailures")["DestinationConfig"],
        json!({ "OnFailure": { "Destination": queue } })
    );
    assert_eq!(
        statements(&template, "GreetRole")[1],
        json!({ "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": queue })
    );
    assert_eq!(
        properties(&template, "GreetFailuresPolicy")["PolicyDocument"]["Statement"][1],
        json!({
            "Effect": "Allow",
            "Action": "sqs:SendMessage",
            "Principal": { "Service": "events.amazonaws.com" },
            "Resource": queue,
            "Condition": { "ArnEquals": { "aws:SourceArn": { "Fn::GetAtt": ["OftenRule", "Arn"] } } },
        })
    );
}

#[test]
fn a_dashboard_is_json_with_references() {
    let mut stack = Stack::new("test");
    let greet = function(&mut stack, "Greet");
    let alarm = AlarmProps::new(
        greet.metric_errors(),
        AlarmCondition::AtLeast(1.0),
        "The function fails",
    );
    let alarm = Alarm::new(&mut stack, LogicalId::new("GreetErrors"), alarm);
    let graph = Widget::Graph {
        title: "\"Greetings\" at ${5}".into(),
        metrics: vec![
            ("errors".into(), greet.metric_errors()),
            (
                "slow".into(),
                Metric::new("Shop", "Slow").with_dimension("Stage", "${prod}"),
            ),
        ],
    };
    let alarms = Widget::Alarms {
        title: "Alarms".into(),
        alarms: vec![&alarm],
    };
    let props = DashboardProps {
        rows: vec![vec![graph, alarms], vec![Widget::Text("# Notes".into())]],
    };
    Dashboard::new(&mut stack, LogicalId::new("Overview"), props);
    let template = finish(stack);
    let body = &properties(&template, "Overview")["DashboardBody"]["Fn::Sub"];
    assert_eq!(
        body[1],
        json!({
            "Value0": { "Ref": "AWS::Region" },
            "Value1": { "Ref": "GreetFunction" },
            "Value2": { "Fn::GetAtt": ["GreetErrors", "Arn"] },
        })
    );
    let text = body[0].as_str().unwrap().replace("${!", "${");
    assert_eq!(
        serde_json::from_str::<Json>(&text).unwrap(),
        json!({ "widgets": [
            {
                "type": "metric", "x": 0, "y": 0, "width": 12, "height": 6,
                "properties": {
                    "title": "\"Greetings\" at ${5}", "region": "${Value0}", "view": "timeSeries",
                    "metrics": [
                        ["AWS/Lambda", "Errors", "FunctionName", "${Value1}",
                         { "label": "errors", "stat": "Sum", "period": 300 }],
                        ["Shop", "Slow", "Stage", "${prod}", { "label": "slow", "stat": "Sum", "period": 300 }],
                    ],
                },
            },
            {
                "type": "alarm", "x": 12, "y": 0, "width": 12, "height": 6,
                "properties": { "title": "Alarms", "alarms": ["${Value2}"] },
            },
            {
                "type": "text", "x": 0, "y": 6, "width": 24, "height": 6,
                "properties": { "markdown": "# Notes" },
            },
        ] })
    );
}
