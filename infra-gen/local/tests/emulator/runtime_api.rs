//! The Runtime API port of each running function accepts only requests of its handler.

use std::process::Command;
use std::time::{Duration, Instant};

use crate::aws::signature;
use crate::running::{TestEmulator, send, venv};

/// A function whose handler writes the address of its Runtime API to a file, and waits.
fn function(out: &str) -> String {
    let script = r##"
import base64, io, json, sys, zipfile
bootstrap = zipfile.ZipInfo("bootstrap")
bootstrap.external_attr = 0o755 << 16
archive = io.BytesIO()
with zipfile.ZipFile(archive, "w") as file:
    file.writestr(bootstrap, f"#!/bin/sh\necho $AWS_LAMBDA_RUNTIME_API > '{sys.argv[1]}.new'\nmv '{sys.argv[1]}.new' '{sys.argv[1]}'\nexec sleep 60\n")
print(json.dumps({"FunctionName": "quiet", "Runtime": "provided.al2023", "Handler": "bootstrap", "Timeout": 30,
    "Role": "arn:aws:iam::000000000000:role/any", "Code": {"ZipFile": base64.b64encode(archive.getvalue()).decode()}}))
"##;
    let output = Command::new(venv().join("bin/python"))
        .args(["-c", script, out])
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn only_handlers_may_use_the_runtime_api() {
    let test = TestEmulator::new();
    let emulator = test.start().await;
    test.create_role("any");
    let out = test.state.join("runtime-api");
    let signature = signature("lambda");
    let headers = [
        ("Authorization", signature.as_str()),
        ("Content-Type", "application/json"),
    ];
    let response = test.send(
        "POST /2015-03-31/functions",
        &headers,
        &function(out.to_str().unwrap()),
    );
    assert_eq!(response.status, 201, "{response:?}");
    let invoked = [headers[0], headers[1], ("X-Amz-Invocation-Type", "Event")];
    let response = test.send("POST /2015-03-31/functions/quiet/invocations", &invoked, "{}");
    assert_eq!(response.status, 202, "{response:?}");
    let deadline = Instant::now() + Duration::from_mins(2);
    let address = loop {
        if let Ok(address) = std::fs::read_to_string(&out) {
            break address.trim().to_owned();
        }
        assert!(Instant::now() < deadline, "the handler never started");
        tokio::task::yield_now().await;
    };
    let port = address.strip_prefix("127.0.0.1:").unwrap().parse().unwrap();
    let next = "GET /2018-06-01/runtime/invocation/next";
    for headers in [
        [("Host", "evil.example"), ("Accept", "*/*")],
        [("Host", &address), ("Origin", "http://evil.example")],
        [("Host", &address), ("Sec-Fetch-Site", "cross-site")],
    ] {
        let response = send(port, next, &headers, "");
        assert_eq!(response.status, 403, "{response:?}");
    }
    let response = send(port, "GET /other", &[("Host", &address)], "");
    assert_eq!(response.status, 404, "a handler is accepted: {response:?}");
    emulator.stop().await.unwrap();
}
