//! The endpoint's side of the inbox: what its user pools have mailed, and the confirmation of subscriptions.
//!
//! Only `MiniStack` can be asked for its mail. Any other endpoint answers with something else, and then there is none.

use std::collections::BTreeMap;
use std::time::Duration;

use http_body_util::{BodyExt as _, Empty, Limited};
use hyper::body::Bytes;
use hyper::http::request;
use hyper::http::uri::{Authority, PathAndQuery, Scheme};
use hyper::{Request, StatusCode, Uri, header};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use jiff::Timestamp;
use serde::Deserialize;
use tokio::time::timeout;

use super::message::{Message, instant};
use super::sns_message::Refused;

/// How long the page waits for the endpoint.
const PATIENCE: Duration = Duration::from_secs(5);
/// The emulator gives its mail only to callers with credentials; it does not check their signature.
const CREDENTIALS: &str = "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/ses/aws4_request, SignedHeaders=host, Signature=none";
/// The most that is read of its answer.
const LARGEST: usize = 8 << 20;

/// The way to the endpoint.
#[derive(Debug)]
pub(super) struct Mailbox {
    client: Client<HttpConnector, Empty<Bytes>>,
    endpoint: Authority,
}

/// What the endpoint tells about mail, by account.
#[derive(Debug, Deserialize)]
struct Sent {
    messages: BTreeMap<String, Vec<Mail>>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Mail {
    message_id: String,
    source: String,
    to: Vec<String>,
    #[serde(default)]
    subject: Option<String>,
    #[serde(default)]
    body_text: Option<String>,
    #[serde(default)]
    body_html: Option<String>,
    /// In seconds.
    timestamp: f64,
}

impl Mailbox {
    pub(super) fn new(endpoint: Authority) -> Self {
        Self {
            client: Client::builder(TokioExecutor::new()).build_http(),
            endpoint,
        }
    }

    /// Tells the endpoint that a subscription is wanted.
    pub(super) async fn confirm(&self, path: PathAndQuery) -> Result<(), Refused> {
        match self.get(Request::get(self.address(path))).await {
            Ok((StatusCode::OK, _)) => Ok(()),
            Ok((status, _)) => Err(Refused::Unconfirmed(format!("it answered {status}"))),
            Err(complaint) => Err(Refused::Unconfirmed(complaint)),
        }
    }

    /// Everything that the user pools have mailed.
    pub(super) async fn messages(&self) -> Vec<Message> {
        let answer = self
            .get(
                Request::get(self.address(PathAndQuery::from_static("/_ministack/ses/messages")))
                    .header(header::AUTHORIZATION, CREDENTIALS),
            )
            .await;
        let Ok((StatusCode::OK, body)) = answer else {
            return Vec::new();
        };
        read(&body)
    }

    fn address(&self, path: PathAndQuery) -> Uri {
        Uri::builder()
            .scheme(Scheme::HTTP)
            .authority(self.endpoint.clone())
            .path_and_query(path)
            .build()
            .expect("scheme, authority and path make an address")
    }

    async fn get(&self, request: request::Builder) -> Result<(StatusCode, Bytes), String> {
        let exchange = async {
            let request = request.body(Empty::new()).map_err(|error| error.to_string())?;
            let answer = self
                .client
                .request(request)
                .await
                .map_err(|error| error.to_string())?;
            let status = answer.status();
            let body = Limited::new(answer.into_body(), LARGEST).collect().await;
            Ok((status, body.map_err(|error| error.to_string())?.to_bytes()))
        };
        timeout(PATIENCE, exchange)
            .await
            .unwrap_or_else(|_| Err("it did not answer in time".to_owned()))
    }
}

fn read(body: &[u8]) -> Vec<Message> {
    let Ok(sent) = serde_json::from_slice::<Sent>(body) else {
        return Vec::new();
    };
    sent.messages.into_values().flatten().map(message).collect()
}

fn message(mail: Mail) -> Message {
    let text = match mail.body_text {
        Some(text) if !text.is_empty() => text,
        _ => plain(&mail.body_html.unwrap_or_default()),
    };
    #[expect(clippy::cast_possible_truncation, reason = "seconds of this century")]
    let seconds = mail.timestamp as i64;
    Message {
        id: mail.message_id,
        at: instant(Timestamp::from_second(seconds).unwrap_or_default()),
        from: mail.source,
        to: mail.to,
        subject: mail.subject.unwrap_or_default(),
        text,
    }
}

/// The text of an HTML mail: tags left out, line ends where they made some. It is shown as text, so nothing depends on
/// this being exact.
fn plain(html: &str) -> String {
    let mut text = String::new();
    for part in html.split('<') {
        let Some((tag, rest)) = part.split_once('>') else {
            text.push_str(part);
            continue;
        };
        let name = tag.trim_start_matches('/').to_ascii_lowercase();
        if ["br", "p", "div", "li", "tr", "h1", "h2", "h3"]
            .iter()
            .any(|block| name.split([' ', '/']).next() == Some(block))
            && !text.ends_with('\n')
        {
            text.push('\n');
        }
        text.push_str(rest);
    }
    let text = text
        .replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">");
    text.replace("&quot;", "\"")
        .replace("&amp;", "&")
        .trim()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mail_is_read_as_the_emulator_lists_it() {
        let messages = read(
            br#"{"messages": {"000000000000": [{
                "MessageId": "m-1", "Source": "no-reply@verificationemail.com", "To": ["ann@example.com"], "CC": [],
                "Subject": "Your temporary password", "BodyText": "", "BodyHtml": "<p>Hello,<br/>it is <b>x&amp;y</b></p>",
                "Timestamp": 1763856000.5, "Type": "CognitoInvitationMessage"}]}}"#,
        );
        assert_eq!(
            messages,
            [Message {
                id: "m-1".to_owned(),
                at: "2025-11-23T00:00:00Z".to_owned(),
                from: "no-reply@verificationemail.com".to_owned(),
                to: vec!["ann@example.com".to_owned()],
                subject: "Your temporary password".to_owned(),
                text: "Hello,\nit is x&y".to_owned(),
            }]
        );
    }

    #[test]
    fn an_endpoint_that_speaks_of_something_else_has_no_mail() {
        assert_eq!(read(b"<html>"), []);
        assert_eq!(read(b"{}"), []);
    }
}
