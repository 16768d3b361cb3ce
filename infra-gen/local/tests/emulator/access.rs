//! Which requests the emulator's port answers: the rule, through the real process.

use crate::aws::signature;
use crate::running::{Answer, Place, SITE};

const LIST_TABLES: (&str, &str) = ("X-Amz-Target", "DynamoDB_20120810.ListTables");

#[tokio::test(flavor = "multi_thread")]
async fn only_this_machine_and_the_sites_pages_get_answers() {
    let place = Place::new();
    let emulator = place.start().await;
    place.create_bucket("board");
    place.put_object("/board/note.txt", "pinned");
    programs_of_this_user_are_accepted(&place);
    other_names_for_this_machine_are_rejected(&place);
    pages_of_another_origin_are_rejected(&place);
    requests_without_an_origin_from_another_site_are_rejected(&place);
    requests_without_credentials_are_rejected(&place);
    pages_of_the_site_and_links_to_sign_in_are_accepted(&place);
    emulator.stop().await.unwrap();
}

fn programs_of_this_user_are_accepted(place: &Place) {
    let (s3, dynamodb) = (signature("s3"), signature("dynamodb"));
    let signed = ("Authorization", dynamodb.as_str());
    accepted(&place.send("POST /", &[signed, LIST_TABLES], "{}"));
    accepted(&place.send("GET /_ministack/health", &[("Host", "localhost")], ""));
    accepted(&place.send("GET /board/note.txt", &[("Authorization", &s3)], ""));
    let by_name = format!("board.localhost:{}", place.port);
    accepted(&place.send("GET /note.txt", &[("Host", &by_name), ("Authorization", &s3)], ""));
}

/// DNS rebinding gives a page such a name.
fn other_names_for_this_machine_are_rejected(place: &Place) {
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
            rejected(&place.send(line, &[("Host", host), signed, LIST_TABLES], "{}"));
        }
    }
}

/// With CORS, by its preflight, and as a form.
fn pages_of_another_origin_are_rejected(place: &Place) {
    let (s3, dynamodb) = (signature("s3"), signature("dynamodb"));
    let signed = ("Authorization", dynamodb.as_str());
    let own = format!("http://127.0.0.1:{}", place.port);
    for origin in [
        "http://evil.example",
        "http://localhost:9",
        "http://attacker.localhost:9",
        "null",
        &own,
    ] {
        let from = ("Origin", origin);
        rejected(&place.send("POST /", &[from, signed, LIST_TABLES], "{}"));
        rejected(&place.send("GET /board/note.txt", &[from, ("Authorization", &s3)], ""));
        rejected(&place.send("POST /_ministack/reset", &[from], ""));
        rejected(&place.send("POST /oauth2/token", &[from], ""));
        let preflight = [from, ("Access-Control-Request-Method", "POST")];
        for path in [
            "/",
            "/_ministack/reset",
            "/oauth2/token",
            "/_aws/execute-api/a1b2c3d4/live/orders",
        ] {
            rejected(&place.send(&format!("OPTIONS {path}"), &preflight, ""));
        }
    }
}

/// Images, scripts and links.
fn requests_without_an_origin_from_another_site_are_rejected(place: &Place) {
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
            rejected(&place.send(&format!("GET {path}"), &image, ""));
        }
        // A link can make a browser send a signed query, but no header.
        let link = [
            ("Sec-Fetch-Site", site),
            ("Sec-Fetch-Mode", "navigate"),
            ("Sec-Fetch-Dest", "document"),
        ];
        let query = "Action=CreateTopic&Name=t&X-Amz-Credential=test/20261201/eu-west-1/sns/aws4_request&X-Amz-Signature=0";
        rejected(&place.send(&format!("GET /?{query}"), &link, ""));
        rejected(&place.send("POST /oauth2/login", &link, ""));
    }
}

fn requests_without_credentials_are_rejected(place: &Place) {
    rejected(&place.send("POST /_ministack/reset", &[], ""));
    rejected(&place.send("GET /_ministack/ses/messages", &[], ""));
    rejected(&place.send("POST /", &[LIST_TABLES], "{}"));
    rejected(&place.send("POST /", &[LIST_TABLES, ("Authorization", "Bearer x")], "{}"));
    rejected(&place.send("GET /board/note.txt", &[], ""));
    rejected(&place.send("GET /board/.well-known/jwks.json", &[], ""));
    rejected(&place.send("GET /board/note.txt", &[("Host", "none.cloudfront.net")], ""));
    rejected(&place.send("PUT /board/other.txt", &[], "x"));
    rejected(&place.send("POST /2015-03-31/functions", &[], "{}"));
}

/// And what AWS serves unsigned.
fn pages_of_the_site_and_links_to_sign_in_are_accepted(place: &Place) {
    let own = format!("http://127.0.0.1:{}", place.port);
    let preflight = [("Origin", SITE), ("Access-Control-Request-Method", "POST")];
    let answer = place.send("OPTIONS /oauth2/token", &preflight, "");
    accepted(&answer);
    assert_eq!(answer.header("access-control-allow-origin"), Some(SITE));
    let link = [
        ("Sec-Fetch-Site", "cross-site"),
        ("Sec-Fetch-Mode", "navigate"),
        ("Sec-Fetch-Dest", "document"),
    ];
    accepted(&place.send("GET /oauth2/authorize?client_id=none", &link, ""));
    let object = "GET /board/note.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=test/20261201/eu-west-1/s3/aws4_request\
                  &X-Amz-Signature=0&X-Amz-Expires=60&X-Amz-Date=20261201T000000Z&X-Amz-SignedHeaders=host";
    accepted(&place.send(object, &link, ""));
    let form = [("Origin", own.as_str()), ("Sec-Fetch-Site", "same-origin")];
    accepted(&place.send("POST /oauth2/login", &form, ""));
    let initiate = ("X-Amz-Target", "AWSCognitoIdentityProviderService.InitiateAuth");
    accepted(&place.send("POST /", &[initiate], "{}"));
}

/// The emulator's own answer, whatever it is. It never names every origin.
#[track_caller]
fn accepted(answer: &Answer) {
    assert!(!is_refusal(answer), "{answer:?}");
    assert_ne!(
        answer.header("access-control-allow-origin"),
        Some("*"),
        "{answer:?}"
    );
}

/// A refusal by the gateway, which no page can read.
#[track_caller]
fn rejected(answer: &Answer) {
    // A server may refuse a malformed `Host` before anybody else sees it.
    assert!(
        is_refusal(answer) || answer.status == 400 && answer.body.is_empty(),
        "{answer:?}"
    );
    assert_eq!(answer.header("access-control-allow-origin"), None, "{answer:?}");
}

fn is_refusal(answer: &Answer) -> bool {
    answer.status == 403 && answer.header("content-type") == Some("application/problem+json")
}
