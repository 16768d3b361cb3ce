//! Fakes of the AWS services that provide credentials, on a port of this machine.

use std::io::Write as _;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use crate::http::Request;

/// The role of every web identity.
pub(crate) const WEB_ROLE: &str = "arn:aws:iam::123456789012:role/web";

/// An access key of another account.
pub(crate) const OTHER_ACCOUNT_KEY: &str = "AKIASTRANGER";

/// A server that fakes STS, IAM Identity Center, a container, instance metadata and CloudFormation.
pub(crate) struct Fake {
    pub(crate) address: String,
    seen: Arc<Mutex<Vec<Seen>>>,
}

/// A request that arrived.
#[derive(Debug, Clone)]
pub(crate) struct Seen {
    pub(crate) what: String,
    /// The access key that signed the request, or the token in its headers.
    pub(crate) key: String,
    pub(crate) body: String,
}

impl Fake {
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = format!("http://127.0.0.1:{}", listener.local_addr().unwrap().port());
        let seen = Arc::new(Mutex::new(Vec::new()));
        let record = Arc::clone(&seen);
        // The thread ends with the test's process.
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if let Some(request) = Request::read(&stream) {
                    record.lock().unwrap().push(note(&request));
                    answer(&stream, &request);
                }
            }
        });
        Self { address, seen }
    }

    pub(crate) fn seen(&self) -> Vec<Seen> {
        self.seen.lock().unwrap().clone()
    }

    /// The access key that signed the call of CloudFormation.
    #[track_caller]
    pub(crate) fn key_used(&self) -> String {
        let seen = self.seen();
        let found = seen.iter().find(|seen| seen.what.ends_with("DescribeStacks"));
        found
            .unwrap_or_else(|| panic!("CloudFormation was not called: {seen:?}"))
            .key
            .clone()
    }
}

fn note(request: &Request) -> Seen {
    let header = |name: &str| {
        let line = request.head.lines().find(|line| {
            line.split_once(':')
                .is_some_and(|(key, _)| key.eq_ignore_ascii_case(name))
        });
        line.and_then(|line| line.split_once(':'))
            .map(|(_, value)| value.trim().to_owned())
    };
    let signed = header("authorization").and_then(|value| {
        let (_, rest) = value.split_once("Credential=")?;
        Some(rest.split('/').next()?.to_owned())
    });
    let token = header("x-amz-sso_bearer_token").or_else(|| header("x-aws-ec2-metadata-token"));
    Seen {
        what: request.name(),
        key: signed
            .or(token)
            .or_else(|| header("authorization"))
            .unwrap_or_default(),
        body: String::from_utf8_lossy(&request.body).into_owned(),
    }
}

fn answer(stream: &TcpStream, request: &Request) {
    let (status, headers, body) = respond(request);
    // The client may have closed the connection.
    let _ = write!(
        &*stream,
        "HTTP/1.1 {status} Faked\r\n{headers}Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    );
}

fn respond(request: &Request) -> (u16, &'static str, String) {
    const NONE: &str = "";
    let path = request.head.split(' ').nth(1).unwrap();
    match request.field("Action").as_deref() {
        Some("DescribeStacks") => return (200, NONE, stacks()),
        Some("GetCallerIdentity") => return (200, NONE, identity(&note(request).key)),
        Some("AssumeRole" | "AssumeRoleWithWebIdentity")
            if request.field("RoleArn").unwrap().ends_with("refused") =>
        {
            return (403, NONE, access_denied());
        }
        Some("AssumeRole") => {
            let arn = request.field("RoleArn").unwrap();
            let name = arn.rsplit("%2F").next().unwrap().to_uppercase();
            return (200, NONE, assumed("AssumeRole", &format!("ASIAROLE{name}")));
        }
        Some("AssumeRoleWithWebIdentity") => {
            return (200, NONE, assumed("AssumeRoleWithWebIdentity", "ASIAWEBIDENTITY"));
        }
        _ => {}
    }
    match path {
        "/latest/api/token" => (200, "X-aws-ec2-metadata-token-ttl-seconds: 21600\r\n", "imds-token".to_owned()),
        "/latest/meta-data/iam/security-credentials/" => (200, NONE, "instance-role".to_owned()),
        "/latest/meta-data/iam/security-credentials/instance-role" => (200, NONE, json("ASIAINSTANCEROLE")),
        "/container" => (200, NONE, json("ASIACONTAINERROLE")),
        path if path.contains("role_name=Forbidden") => (
            403,
            "x-amzn-ErrorType: ForbiddenException\r\n",
            r#"{"message":"No access"}"#.to_owned(),
        ),
        path if path.contains("role_name=SignedOut") => (
            401,
            "x-amzn-ErrorType: UnauthorizedException\r\n",
            r#"{"message":"Session token not found or invalid"}"#.to_owned(),
        ),
        path if path.starts_with("/federation/credentials?") => (
            200,
            NONE,
            r#"{"roleCredentials":{"accessKeyId":"ASIASSOSSOSSO","secretAccessKey":"sso-secret","sessionToken":"sso-session","expiration":4102444800000}}"#
                .to_owned(),
        ),
        path => (404, NONE, format!("there is no fake for {path}")),
    }
}

fn json(key: &str) -> String {
    format!(
        r#"{{"Code":"Success","Type":"AWS-HMAC","AccessKeyId":"{key}","SecretAccessKey":"a-secret","Token":"a-session","Expiration":"2099-12-31T00:00:00Z","LastUpdated":"2026-01-01T00:00:00Z"}}"#
    )
}

fn assumed(action: &str, key: &str) -> String {
    format!(
        "<{action}Response xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><{action}Result><Credentials>\
         <AccessKeyId>{key}</AccessKeyId><SecretAccessKey>role-secret</SecretAccessKey>\
         <SessionToken>role-session</SessionToken><Expiration>2099-12-31T00:00:00Z</Expiration></Credentials>\
         <AssumedRoleUser><AssumedRoleId>AROA:infra-gen</AssumedRoleId><Arn>{WEB_ROLE}</Arn></AssumedRoleUser>\
         </{action}Result></{action}Response>"
    )
}

fn access_denied() -> String {
    "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type><Code>AccessDenied</Code>\
     <Message>you may not assume it</Message></Error><RequestId>1</RequestId></ErrorResponse>"
        .to_owned()
}

/// `OTHER_ACCOUNT_KEY` belongs to another account.
fn identity(key: &str) -> String {
    let account = if key == OTHER_ACCOUNT_KEY {
        "999999999999"
    } else {
        "123456789012"
    };
    format!(
        "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><GetCallerIdentityResult>\
         <Account>{account}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>"
    )
}

fn stacks() -> String {
    "<DescribeStacksResponse xmlns=\"http://cloudformation.amazonaws.com/doc/2010-05-15/\"><DescribeStacksResult><Stacks>\
     <member><StackName>noticeboard-prod</StackName><CreationTime>2026-01-01T00:00:00Z</CreationTime>\
     <StackStatus>CREATE_COMPLETE</StackStatus><Outputs><member><OutputKey>Site</OutputKey>\
     <OutputValue>https://board.example</OutputValue></member></Outputs></member></Stacks></DescribeStacksResult>\
     </DescribeStacksResponse>"
        .to_owned()
}

/// An address without a listener.
pub(crate) fn unused_address() -> String {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    format!("http://127.0.0.1:{}", listener.local_addr().unwrap().port())
}

/// An address that accepts connections and never responds.
pub(crate) fn silent() -> String {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let address = format!("http://127.0.0.1:{}", listener.local_addr().unwrap().port());
    std::thread::spawn(move || {
        let held: Vec<_> = listener.incoming().map_while(Result::ok).collect();
        drop(held);
    });
    address
}

/// An address that closes each connection at once, and the number of connections.
pub(crate) fn rejecting() -> (String, Arc<Mutex<u32>>) {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let address = format!("http://127.0.0.1:{}", listener.local_addr().unwrap().port());
    let count = Arc::new(Mutex::new(0));
    let counted = Arc::clone(&count);
    std::thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            *counted.lock().unwrap() += 1;
            drop(stream);
        }
    });
    (address, count)
}
