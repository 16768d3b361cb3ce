//! What each construct promises, asked of the template that it gives.

use std::num::NonZeroU16;

use infra_gen_cfn::{
    LogicalId, Stack, Template, Value,
    intrinsic::account_id,
    lambda::Permission,
    s3::bucket::{LambdaConfiguration, NotificationConfiguration},
};
use infra_gen_constructs::{
    AccessLog, Architecture, Authorization, Billing, Bucket, BucketAccess, BucketProps, Cors, FeaturePlan,
    Function, FunctionProps, GatewayProblem, HttpMethod, HttpProxy, Index, Invitation, Key, KeyType,
    LogRetention, Mfa, Package, PagePath, Projection, QueryParameter, Removal, RequestModel, RestApi,
    RestApiAddress, RestApiProps, Route, Schedule, ScheduleProps, Scope, SeparateGrants, StaticSite,
    StaticSiteProps, Table, TableAccess, TableProps, Target, Throttle, UserPool, UserPoolProps,
};
use serde_json::{Value as Json, json};

const LOGS: LogRetention = LogRetention {
    days: 7,
    removal: Removal::Destroy,
};

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
fn a_schedule_calls_its_function_and_only_its_rule_may() {
    for (minutes, rate) in [(1, "rate(1 minute)"), (5, "rate(5 minutes)")] {
        let mut stack = Stack::new("test");
        let greet = function(&mut stack, "Greet");
        let props = ScheduleProps {
            description: "Greets now and then",
            function: &greet,
            every_minutes: NonZeroU16::new(minutes).unwrap(),
        };
        Schedule::new(&mut stack, &LogicalId::new("Often"), &props);
        let template = finish(stack);
        let arn = json!({ "Fn::GetAtt": ["GreetFunction", "Arn"] });
        assert_eq!(
            Json::from(properties(&template, "OftenRule").clone()),
            json!({
                "Description": "Greets now and then",
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
fn a_grant_on_an_index_leaves_the_table_alone() {
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
fn a_grant_on_objects_ends_at_their_prefix() {
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
fn a_function_may_read_the_bucket_that_calls_it() {
    let mut stack = Stack::new("test");
    let greet = function(&mut stack, "Greet");
    let files = bucket(&mut stack, "Files");
    let may_call = Permission {
        source_account: Some(account_id()),
        ..Permission::new("lambda:InvokeFunction", greet.arn(), "s3.amazonaws.com")
    };
    let may_call = stack.add(LogicalId::new("FilesMayCall"), may_call);
    stack.add_dependency(&files.bucket, &may_call);
    stack[&files.bucket].notification_configuration = Some(
        NotificationConfiguration {
            lambda_configurations: Some([LambdaConfiguration::new("s3:ObjectCreated:*", greet.arn())].into()),
            ..NotificationConfiguration::new()
        }
        .into(),
    );
    let apart = SeparateGrants::new(&mut stack, LogicalId::new("GreetReads"), &greet);
    files.grant(&mut stack, &apart, "", [BucketAccess::GetObject]);
    let template = finish(stack);
    let policy = properties(&template, "GreetReads");
    assert_eq!(policy["RoleName"], json!({ "Ref": "GreetRole" }));
    assert_eq!(
        policy["PolicyDocument"]["Statement"],
        json!([{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": { "Fn::Sub": "${Files.Arn}/*" } }]),
    );
}

#[test]
fn a_bucket_is_private_encrypted_and_refuses_plain_http() {
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
fn removal_covers_replacement_as_well() {
    let mut stack = Stack::new("test");
    table(&mut stack);
    let template = finish(stack);
    let attributes = &template.resources["Words"].attributes;
    assert_eq!(attributes["DeletionPolicy"], json!("Retain"));
    assert_eq!(attributes["UpdateReplacePolicy"], json!("Retain"));
}

#[test]
fn the_deployment_is_another_one_when_the_api_is_another_one() {
    let original = deployment(|_| {});
    assert_eq!(original, deployment(|_| {}), "the same API");
    assert_eq!(
        original,
        deployment(|api| api.throttle.rate = 7),
        "the stage is no part of the deployment"
    );
    assert_ne!(
        original,
        deployment(|api| api.routes[0].path = "/hello"),
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
        deployment(|api| api.cors.origin = "https://b.example".into()),
        "another origin"
    );
    assert_ne!(
        original,
        deployment(|api| {
            api.routes.pop();
        }),
        "a route less"
    );
}

#[test]
fn the_order_of_routes_leaves_no_trace() {
    assert_eq!(api(|_| {}).to_json(), api(|api| api.routes.reverse()).to_json());
}

#[test]
fn a_route_may_call_its_function_by_its_own_method_and_path_only() {
    let template = api(|_| {});
    assert_eq!(
        properties(&template, "ApiWordsWordGetPermission")["SourceArn"],
        json!({ "Fn::Sub":
            "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/v1/GET/words/*" }),
    );
}

#[test]
fn who_may_call_a_route_is_the_routes_own_word() {
    let template = api(|api| api.routes[0].authorization = Authorization::Iam);
    assert_eq!(
        properties(&template, "ApiWordsGetMethod")["AuthorizationType"],
        "AWS_IAM"
    );
    assert_eq!(
        properties(&template, "ApiWordsPostMethod")["AuthorizationType"],
        "NONE"
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
fn the_gateways_own_errors_can_be_read_by_the_site() {
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
fn a_bodys_model_is_checked_before_the_function_is_called() {
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
fn a_bodys_model_keeps_its_rules_and_not_its_prose() {
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
        api.routes[0].body = Some(RequestModel {
            name: "NewWord".to_owned(),
            schema,
        });
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
fn a_route_asks_the_scopes_own_pool() {
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
fn an_authorizer_is_part_of_what_is_deployed() {
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
fn who_has_no_token_is_told_which_kind_to_get() {
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
fn a_route_to_another_server_hands_requests_on_and_is_no_business_of_browsers() {
    let template = api(|api| {
        api.routes.push(Route {
            path: "/dictionary",
            target: Target::Proxy(HttpProxy {
                url: "https://dictionary.example/words".into(),
                timeout_millis: 8_000,
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
fn a_sites_buckets_are_read_by_its_own_distribution_only() {
    let mut stack = Stack::new("test");
    let files = bucket(&mut stack, "Files");
    let props = StaticSiteProps {
        description: "Words",
        bundle: &files,
        pages: vec![PagePath::new("/words/:id")],
        paths: Vec::new(),
    };
    let mut site = StaticSite::new(&mut stack, &LogicalId::new("Site"), &props);
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
        description: "Words",
        bundle: &files,
        pages: vec![PagePath::new("/"), PagePath::new("/words/:id")],
        paths: Vec::new(),
    };
    StaticSite::new(&mut stack, &LogicalId::new("Site"), &props);
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
        "the pages are in the code: {code}"
    );
    assert!(code.len() < 10_000, "CloudFront takes functions below 10 KB");
}

#[test]
#[should_panic(expected = "a page's path begins with a slash")]
fn a_page_has_a_whole_path() {
    let _ = PagePath::new("words");
}

fn finish(stack: Stack) -> Template {
    stack.finish().expect("the constructs make valid templates")
}

fn properties<'a>(template: &'a Template, id: &str) -> &'a serde_json::Map<String, Json> {
    &template.resources[id].properties
}

fn statements(template: &Template, role: &str) -> Json {
    properties(template, role)["Policies"][0]["PolicyDocument"]["Statement"].clone()
}

fn function(stack: &mut Stack, id: &'static str) -> Function {
    let props = FunctionProps {
        package: Package {
            name: "Words",
            cargo_package: "words",
            binary: "words",
        },
        handler: "greet",
        architecture: Architecture::X86_64,
        memory_mib: 128,
        timeout_seconds: 5,
        environment: Vec::new(),
        log_retention: LOGS,
        tracing: false,
    };
    Function::new(stack, &LogicalId::new(id), props)
}

fn table(stack: &mut Stack) -> Table {
    let by_length = Index {
        name: "by-length",
        key: Key {
            partition: ("language", KeyType::String),
            sort: Some(("length", KeyType::Number)),
        },
        projection: Projection::KeysOnly,
    };
    let props = TableProps {
        key: Key {
            partition: ("word", KeyType::String),
            sort: Some(("language", KeyType::String)),
        },
        indexes: vec![by_length],
        billing: Billing::OnDemand,
        time_to_live: None,
        deletion_protection: true,
        removal: Removal::Retain,
    };
    Table::new(stack, LogicalId::new("Words"), &props)
}

fn bucket(stack: &mut Stack, id: &'static str) -> Bucket {
    let props = BucketProps {
        expire_after_days: Some(7),
        versioned: true,
        removal: Removal::Retain,
    };
    Bucket::new(stack, &LogicalId::new(id), props)
}

fn model() -> RequestModel {
    RequestModel {
        name: "NewWord".to_owned(),
        schema: json!({ "type": "object" }),
    }
}

/// A scope of a pool's tokens.
fn scope(stack: &mut Stack) -> Scope {
    let props = UserPoolProps {
        mfa: Mfa::Off,
        plan: FeaturePlan::Essentials,
        invitation: Invitation {
            subject: "Welcome",
            message: "{username}, {####}",
            valid_days: 1,
        },
        deletion_protection: false,
        removal: Removal::Destroy,
    };
    let staff = UserPool::new(stack, &LogicalId::new("Staff"), &props);
    let words = staff.add_resource_server(stack, "words", &[("write", "Write words")]);
    words.scope("write")
}

/// The API of two paths and three routes, after `change`.
fn api(change: impl FnOnce(&mut RestApiProps<'_>)) -> Template {
    api_with_scope(|props, _| change(props))
}

/// The same, where a change may have a route ask for a scope.
fn api_with_scope(change: impl for<'a> FnOnce(&mut RestApiProps<'a>, &'a Scope)) -> Template {
    let mut stack = Stack::new("test");
    let scope = scope(&mut stack);
    let greet = function(&mut stack, "Greet");
    let route = |method, path| Route {
        method,
        path,
        operation: "greet",
        target: Target::Function(&greet),
        authorization: Authorization::Open,
        query: vec![QueryParameter {
            name: "language",
            required: false,
        }],
        body: None,
    };
    let mut props = RestApiProps {
        routes: vec![
            route(HttpMethod::Get, "/words"),
            route(HttpMethod::Post, "/words"),
            route(HttpMethod::Get, "/words/{word}"),
        ],
        cors: Cors {
            origin: Value::from("https://a.example"),
            request_headers: vec!["content-type"],
            max_age_seconds: 60,
        },
        problem: |_| GatewayProblem {
            status: 400,
            problem_type: "/problems/words",
            title: "No words",
        },
        throttle: Throttle { rate: 5, burst: 10 },
        access_log: AccessLog {
            retention: LOGS,
            sets_account_role: false,
        },
        tracing: false,
    };
    change(&mut props, &scope);
    let address = RestApiAddress::reserve(&mut stack, LogicalId::new("Api"), "Words", "v1");
    RestApi::new(&mut stack, address, &props);
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
