//! A link shortener, written as a team outside this repository would: one table, two functions, an API and a landing page.
//!
//! `cargo run -p infra-gen-constructs --example url_shortener` prints its template.

use infra_gen_cfn::{Findings, LogicalId, Stack};
use infra_gen_constructs::{
    AccessLog, Architecture, Authorization, Bucket, BucketProps, Cors, Function, FunctionProps, GatewayError,
    GatewayProblem, HttpMethod, Key, KeyType, LogRetention, Package, Removal, RequestModel, RestApi,
    RestApiAddress, RestApiAddressProps, RestApiProps, Route, StaticSite, StaticSiteProps, Table,
    TableAccess, TableProps, Target, Throttle,
};
use serde_json::json;

const LINKS: LogicalId = LogicalId::new("Links");
const SHORTEN: LogicalId = LogicalId::new("Shorten");
const FOLLOW: LogicalId = LogicalId::new("Follow");
const API: LogicalId = LogicalId::new("Api");
const PAGE: LogicalId = LogicalId::new("Page");
const PAGE_FILES: LogicalId = LogicalId::new("PageFiles");

const CODE: Package = Package {
    name: "Links",
    cargo_package: "links",
    binary: "links",
};
const LOGS: LogRetention = LogRetention {
    days: 14,
    removal: Removal::Destroy,
};

fn main() -> Result<(), Findings> {
    print!("{}", stack().finish()?.to_json());
    Ok(())
}

/// The whole stack.
pub(crate) fn stack() -> Stack {
    let mut stack = Stack::new("links");
    stack.set_description("Short links that forget themselves");

    let links = Table::new(
        &mut stack,
        LINKS,
        TableProps {
            time_to_live: Some("expiresAt".into()),
            removal: Removal::Destroy,
            ..TableProps::new(Key::new("code", KeyType::String))
        },
    );
    let files = Bucket::new(
        &mut stack,
        PAGE_FILES,
        BucketProps {
            versioned: false,
            removal: Removal::Destroy,
            ..Default::default()
        },
    );
    let mut page = StaticSite::new(
        &mut stack,
        PAGE,
        StaticSiteProps {
            description: Some("Short links".into()),
            ..StaticSiteProps::new(&files)
        },
    );

    let shorten = function(&mut stack, SHORTEN, "shorten", &links);
    links.grant(&mut stack, &shorten, [TableAccess::PutItem]);
    let follow = function(&mut stack, FOLLOW, "follow", &links);
    links.grant(&mut stack, &follow, [TableAccess::GetItem]);

    let address = RestApiAddress::new(
        &mut stack,
        API,
        RestApiAddressProps {
            description: Some("Short links".into()),
            ..Default::default()
        },
    );
    let routes = vec![
        Route {
            authorization: Authorization::Open,
            operation: Some("shorten".into()),
            body: Some(new_link()),
            ..Route::new(HttpMethod::Post, "/links", Target::Function(&shorten))
        },
        Route {
            authorization: Authorization::Open,
            operation: Some("follow".into()),
            ..Route::new(HttpMethod::Get, "/links/{code}", Target::Function(&follow))
        },
    ];
    let api = RestApi::new(
        &mut stack,
        address,
        RestApiProps {
            cors: Some(Cors::new(page.origin())),
            problem,
            throttle: Throttle { rate: 50, burst: 100 },
            access_log: AccessLog {
                retention: LOGS,
                sets_account_role: true,
            },
            ..RestApiProps::new(routes)
        },
    );
    page.connect_to(&mut stack, api.address.origin());
    stack.output(LogicalId::new("ApiUrl"), api.address.url());
    stack
}

fn function(stack: &mut Stack, id: LogicalId, handler: &'static str, links: &Table) -> Function {
    Function::new(
        stack,
        id,
        FunctionProps {
            timeout_seconds: 10,
            environment: [("LINKS_TABLE", links.name())].into(),
            log_retention: LOGS,
            ..FunctionProps::new(CODE, handler, Architecture::Arm64)
        },
    )
}

fn new_link() -> RequestModel {
    let schema = json!({
        "$schema": "http://json-schema.org/draft-04/schema#",
        "type": "object",
        "required": ["target"],
        "additionalProperties": false,
        "properties": { "target": { "type": "string", "pattern": "^https://", "maxLength": 2048 } },
    });
    RequestModel::new("NewLink", schema)
}

fn problem(error: GatewayError) -> GatewayProblem {
    let (status, problem_type, title) = match error {
        GatewayError::InvalidBody => (400, "/problems/invalid-body", "This is not a link to shorten"),
        GatewayError::InvalidParameters => (400, "/problems/invalid-parameters", "Invalid parameters"),
        GatewayError::NoSuchRoute => (404, "/problems/not-found", "Not found"),
        GatewayError::Unauthorized => (401, "/problems/unauthorized", "Sign in first"),
        GatewayError::Forbidden => (403, "/problems/forbidden", "Not allowed"),
        GatewayError::BodyTooLarge => (413, "/problems/too-large", "Too large"),
        GatewayError::UnsupportedMediaType => (415, "/problems/unsupported-media-type", "Send JSON"),
        GatewayError::Throttled => (429, "/problems/too-many-requests", "Too many requests"),
        GatewayError::IntegrationFailed => (503, "/problems/unavailable", "Temporarily unavailable"),
        GatewayError::IntegrationTimeout => (504, "/problems/timeout", "Timed out"),
        GatewayError::Internal => (500, "/problems/internal", "Internal error"),
    };
    GatewayProblem::new(status, problem_type, title)
}
