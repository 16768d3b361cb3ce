//! Tests which requests the emulator's port accepts, with the real process.

use crate::aws::signature;
use crate::running::{Response, SITE, TestEmulator};

const LIST_TABLES: (&str, &str) = ("X-Amz-Target", "DynamoDB_20120810.ListTables");

#[tokio::test(flavor = "multi_thread")]
async fn only_local_programs_and_the_sites_pages_are_accepted() {
    let test = TestEmulator::new();
    let emulator = test.start().await;
    test.create_bucket("board");
    test.put_object("/board/note.txt", "pinned");
    programs_of_this_user_are_accepted(&test);
    other_host_names_are_rejected(&test);
    pages_of_another_origin_are_rejected(&test);
    requests_without_an_origin_from_another_site_are_rejected(&test);
    requests_without_credentials_are_rejected(&test);
    pages_of_the_site_and_links_to_sign_in_are_accepted(&test);
    emulator.stop().await.unwrap();
}

fn programs_of_this_user_are_accepted(test: &TestEmulator) {
    let (s3, dynamodb) = (signature("s3"), signature("dynamodb"));
    let signed = ("Authorization", dynamodb.as_str());
    accepted(&test.send("POST /", &[signed, LIST_TABLES], "{}"));
    accepted(&test.send("GET /_ministack/health", &[("Host", "localhost")], ""));
    accepted(&test.send("GET /board/note.txt", &[("Authorization", &s3)], ""));
    let by_name = format!("board.localhost:{}", test.port);
    accepted(&test.send("GET /note.txt", &[("Host", &by_name), ("Authorization", &s3)], ""));
}

/// DNS rebinding uses such names.
fn other_host_names_are_rejected(test: &TestEmulator) {
    let dynamodb = signature("dynamodb");
    let signed = ("Authorization", dynamodb.as_str());
    for host in [
        "evil.example",
        "attacker.localhost",
        "localhost@evil.example",
        "localhost:1@evil.example",
        "127.0.0.1.evil.example",
        "",
    ] {
        for line in [
            "POST /",
            "GET /_ministack/health",
            "GET /_aws/execute-api/a1b2c3d4/live/products",
        ] {
            rejected(&test.send(line, &[("Host", host), signed, LIST_TABLES], "{}"));
        }
    }
}

/// With CORS, by its preflight, and as a form.
fn pages_of_another_origin_are_rejected(test: &TestEmulator) {
    let (s3, dynamodb) = (signature("s3"), signature("dynamodb"));
    let signed = ("Authorization", dynamodb.as_str());
    let own = format!("http://127.0.0.1:{}", test.port);
    for origin in [
        "http://evil.example",
        "http://localhost:9",
        "http://attacker.localhost:9",
        "null",
        &own,
    ] {
        let from = ("Origin", origin);
        rejected(&test.send("POST /", &[from, signed, LIST_TABLES], "{}"));
        rejected(&test.send("GET /board/note.txt", &[from, ("Authorization", &s3)], ""));
        rejected(&test.send("POST /_ministack/reset", &[from], ""));
        rejected(&test.send("POST /oauth2/token", &[from], ""));
        let preflight = [from, ("Access-Control-Request-Method", "POST")];
        for path in [
            "/",
            "/_ministack/reset",
            "/oauth2/token",
            "/_aws/execute-api/a1b2c3d4/live/orders",
        ] {
            rejected(&test.send(&format!("OPTIONS {path}"), &preflight, ""));
        }
    }
}

/// Images, scripts and links.
fn requests_without_an_origin_from_another_site_are_rejected(test: &TestEmulator) {
    for site in ["cross-site", "same-site"] {
        let image = [
            ("Sec-Fetch-Site", site),
            ("Sec-Fetch-Mode", "no-cors"),
            ("Sec-Fetch-Dest", "image"),
        ];
        for path in [
            "/board/note.txt",
            "/oauth2/authorize",
            "/_aws/execute-api/a1b2c3d4/live/products",
        ] {
            rejected(&test.send(&format!("GET {path}"), &image, ""));
        }
        // A link can send a signed query, but no headers.
        let link = [
            ("Sec-Fetch-Site", site),
            ("Sec-Fetch-Mode", "navigate"),
            ("Sec-Fetch-Dest", "document"),
        ];
        let query = "Action=CreateTopic&Name=t&X-Amz-Credential=test/20261201/eu-west-1/sns/aws4_request&X-Amz-Signature=0";
        rejected(&test.send(&format!("GET /?{query}"), &link, ""));
        rejected(&test.send("POST /oauth2/login", &link, ""));
    }
}

fn requests_without_credentials_are_rejected(test: &TestEmulator) {
    rejected(&test.send("POST /_ministack/reset", &[], ""));
    rejected(&test.send("GET /_ministack/ses/messages", &[], ""));
    rejected(&test.send("POST /", &[LIST_TABLES], "{}"));
    rejected(&test.send("POST /", &[LIST_TABLES, ("Authorization", "Bearer x")], "{}"));
    rejected(&test.send("GET /board/note.txt", &[], ""));
    rejected(&test.send("GET /board/.well-known/jwks.json", &[], ""));
    rejected(&test.send("GET /board/note.txt", &[("Host", "none.cloudfront.net")], ""));
    rejected(&test.send("PUT /board/other.txt", &[], "x"));
    rejected(&test.send("POST /2015-03-31/functions", &[], "{}"));
}

/// And requests that AWS accepts without a signature.
fn pages_of_the_site_and_links_to_sign_in_are_accepted(test: &TestEmulator) {
    let own = format!("http://127.0.0.1:{}", test.port);
    let preflight = [("Origin", SITE), ("Access-Control-Request-Method", "POST")];
    let response = test.send("OPTIONS /oauth2/token", &preflight, "");
    accepted(&response);
    assert_eq!(response.header("access-control-allow-origin"), Some(SITE));
    let link = [
        ("Sec-Fetch-Site", "cross-site"),
        ("Sec-Fetch-Mode", "navigate"),
        ("Sec-Fetch-Dest", "document"),
    ];
    accepted(&test.send("GET /oauth2/authorize?client_id=none", &link, ""));
    let object = "GET /board/note.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=test/20261201/eu-west-1/s3/aws4_request\
                  &X-Amz-Signature=0&X-Amz-Expires=60&X-Amz-Date=20261201T000000Z&X-Amz-SignedHeaders=host";
    accepted(&test.send(object, &link, ""));
    let form = [("Origin", own.as_str()), ("Sec-Fetch-Site", "same-origin")];
    accepted(&test.send("POST /oauth2/login", &form, ""));
    let initiate = ("X-Amz-Target", "AWSCognitoIdentityProviderService.InitiateAuth");
    accepted(&test.send("POST /", &[initiate], "{}"));
}

/// Any response of the emulator itself. It never allows all origins.
#[track_caller]
fn accepted(response: &Response) {
    assert!(!is_rejection(response), "{response:?}");
    assert_ne!(
        response.header("access-control-allow-origin"),
        Some("*"),
        "{response:?}"
    );
}

/// A rejection by the gateway, which pages of other origins cannot read.
#[track_caller]
fn rejected(response: &Response) {
    // The HTTP server may reject a malformed `Host` before the gateway.
    assert!(
        is_rejection(response) || response.status == 400 && response.body.is_empty(),
        "{response:?}"
    );
    assert_eq!(
        response.header("access-control-allow-origin"),
        None,
        "{response:?}"
    );
}

fn is_rejection(response: &Response) -> bool {
    response.status == 403 && response.header("content-type") == Some("application/problem+json")
}
