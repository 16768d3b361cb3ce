//! Replays AWS's responses, for states that the emulator cannot produce.
//!
//! Each action of the query protocol has a list of responses; the last one is repeated. A call without a response fails the
//! test.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use crate::http::Request;

/// A response: status and document.
#[derive(Debug, Clone)]
pub(crate) struct Response(u16, String);

/// A result of the query protocol.
pub(crate) fn result(action: &str, content: &str) -> Response {
    Response(
        200,
        format!(
            "<{action}Response xmlns=\"http://cloudformation.amazonaws.com/doc/2010-05-15/\"><{action}Result>{content}\
             </{action}Result><ResponseMetadata><RequestId>b9b4b068-3a41-11e5-94eb-example</RequestId>\
             </ResponseMetadata></{action}Response>"
        ),
    )
}

/// An error of the query protocol.
pub(crate) fn error(status: u16, code: &str, message: &str) -> Response {
    Response(
        status,
        format!(
            "<ErrorResponse xmlns=\"http://cloudformation.amazonaws.com/doc/2010-05-15/\"><Error><Type>Sender</Type>\
             <Code>{code}</Code><Message>{message}</Message></Error>\
             <RequestId>b9b4b068-3a41-11e5-94eb-example</RequestId></ErrorResponse>"
        ),
    )
}

/// The result of `DescribeStacks` for a stack in this status.
pub(crate) fn stack(status: &str) -> Response {
    result(
        "DescribeStacks",
        &format!(
            "<Stacks><member><StackName>noticeboard-local</StackName><StackId>{STACK_ID}</StackId>\
             <CreationTime>2026-11-01T10:00:00.000Z</CreationTime>\
             <LastUpdatedTime>2026-11-20T10:00:00.000Z</LastUpdatedTime>\
             <EnableTerminationProtection>false</EnableTerminationProtection>\
             <StackStatus>{status}</StackStatus></member></Stacks>"
        ),
    )
}

/// An event of the stack, the newest first in a list of them.
pub(crate) fn event(number: u32, resource: &str, status: &str, reason: &str) -> String {
    let physical = if resource == "noticeboard-local" {
        STACK_ID
    } else {
        resource
    };
    format!(
        "<member><StackId>{STACK_ID}</StackId><EventId>{number}</EventId><StackName>noticeboard-local</StackName>\
         <LogicalResourceId>{resource}</LogicalResourceId><PhysicalResourceId>{physical}</PhysicalResourceId>\
         <ResourceType>AWS::S3::Bucket</ResourceType><Timestamp>2026-11-20T10:00:{number:02}.000Z</Timestamp>\
         <ResourceStatus>{status}</ResourceStatus><ResourceStatusReason>{reason}</ResourceStatusReason></member>"
    )
}

pub(crate) fn events(newest_first: &[String]) -> Response {
    result(
        "DescribeStackEvents",
        &format!("<StackEvents>{}</StackEvents>", newest_first.concat()),
    )
}

/// The result of `ListStackResources`: logical ID, type, status and reason of each resource.
pub(crate) fn resources(listed: &[(&str, &str, &str, &str)]) -> Response {
    let members = listed.iter().map(|(logical, kind, status, reason)| {
        format!(
            "<member><LogicalResourceId>{logical}</LogicalResourceId><PhysicalResourceId>board-{logical}\
             </PhysicalResourceId><ResourceType>{kind}</ResourceType><LastUpdatedTimestamp>2026-11-20T10:00:00.000Z\
             </LastUpdatedTimestamp><ResourceStatus>{status}</ResourceStatus><ResourceStatusReason>{reason}\
             </ResourceStatusReason></member>"
        )
    });
    result(
        "ListStackResources",
        &format!(
            "<StackResourceSummaries>{}</StackResourceSummaries>",
            members.collect::<String>()
        ),
    )
}

/// The result of `GetTemplate`.
pub(crate) fn template(text: &str) -> Response {
    result("GetTemplate", &format!("<TemplateBody>{text}</TemplateBody>"))
}

const STACK_ID: &str = "arn:aws:cloudformation:eu-west-1:123456789012:stack/noticeboard-local/6f1d";

/// A server that replays responses.
pub(crate) struct ReplayServer {
    pub(crate) address: String,
    calls: Arc<Mutex<Vec<String>>>,
}

impl ReplayServer {
    /// Each action gets its responses in this order. `GetCallerIdentity` always succeeds.
    pub(crate) fn start(responses: Vec<(&'static str, Response)>) -> Self {
        let mut script: BTreeMap<&'static str, Vec<Response>> = BTreeMap::new();
        script.insert(
            "GetCallerIdentity",
            vec![result("GetCallerIdentity", "<Account>123456789012</Account>")],
        );
        for (action, response) in responses {
            script.entry(action).or_default().push(response);
        }
        if let Some(identities) = script.get_mut("GetCallerIdentity")
            && identities.len() > 1
        {
            identities.remove(0);
        }
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = format!("http://127.0.0.1:{}", listener.local_addr().unwrap().port());
        let calls = Arc::new(Mutex::new(Vec::new()));
        let recorded = Arc::clone(&calls);
        // The thread ends with the test's process.
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                respond(&stream, &mut script, &recorded);
            }
        });
        Self { address, calls }
    }

    /// The calls in order, with their main argument.
    pub(crate) fn calls(&self) -> Vec<String> {
        self.calls.lock().unwrap().clone()
    }
}

fn respond(
    stream: &TcpStream,
    script: &mut BTreeMap<&'static str, Vec<Response>>,
    calls: &Mutex<Vec<String>>,
) {
    let Some(request) = Request::read(stream) else {
        return;
    };
    let action = request.field("Action").unwrap_or_else(|| request.name());
    let detail = |field: &str, word: &str| {
        let value = request.field(field);
        let decoded = value.map(|value| value.replace("%3A", ":").replace("%2F", "/"));
        decoded.map_or_else(String::new, |value| format!(" {word} {value}"))
    };
    let details = match action.as_str() {
        "ContinueUpdateRollback" => detail("ResourcesToSkip.member.1", "without"),
        "CreateChangeSet" => detail("IncludeNestedStacks", "nested"),
        "DescribeChangeSet" => detail("ChangeSetName", "of"),
        _ => String::new(),
    };
    calls.lock().unwrap().push(format!("{action}{details}"));
    let Response(status, text) = match script.get_mut(action.as_str()) {
        Some(responses) if responses.len() > 1 => responses.remove(0),
        Some(responses) => responses[0].clone(),
        None => error(400, "NotInTheScript", &action),
    };
    // Fails if the test has killed the program.
    let _ = write!(
        &*stream,
        "HTTP/1.1 {status} Replayed\r\nContent-Type: text/xml\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{text}",
        text.len()
    );
}
