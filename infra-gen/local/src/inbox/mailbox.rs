//! Reads the mail that the user pools of the endpoint have sent.
//!
//! Only `MiniStack` lists its mail. Any other endpoint responds differently, and then there is none.

use std::collections::BTreeMap;

use hyper::StatusCode;
use hyper::header::{self, HeaderMap, HeaderValue};
use hyper::http::uri::PathAndQuery;
use jiff::Timestamp;
use serde::Deserialize;

use super::endpoint::Endpoint;
use super::html_text::plain_text;
use super::message::{Message, timestamp};

const PATH: &str = "/_ministack/ses/messages";
/// The emulator requires credentials for its mail, but does not check their signature.
const CREDENTIALS: &str = "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/ses/aws4_request, SignedHeaders=host, Signature=none";

/// The response of the emulator: the mail by account.
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
    /// In seconds since 1970.
    timestamp: f64,
}

/// The mail sent so far; none if the endpoint does not list it.
pub(super) async fn messages(endpoint: &Endpoint) -> Vec<Message> {
    let headers = HeaderMap::from_iter([(header::AUTHORIZATION, HeaderValue::from_static(CREDENTIALS))]);
    match endpoint.get(PathAndQuery::from_static(PATH), headers).await {
        Ok((StatusCode::OK, body)) => parse(&body),
        _ => Vec::new(),
    }
}

fn parse(body: &[u8]) -> Vec<Message> {
    let Ok(sent) = serde_json::from_slice::<Sent>(body) else {
        return Vec::new();
    };
    sent.messages.into_values().flatten().map(message).collect()
}

fn message(mail: Mail) -> Message {
    let text = match mail.body_text {
        Some(text) if !text.is_empty() => text,
        _ => plain_text(&mail.body_html.unwrap_or_default()),
    };
    #[expect(clippy::cast_possible_truncation, reason = "seconds since 1970 fit")]
    let seconds = mail.timestamp as i64;
    Message {
        id: mail.message_id,
        at: timestamp(Timestamp::from_second(seconds).unwrap_or_default()),
        from: mail.source,
        to: mail.to,
        subject: mail.subject.unwrap_or_default(),
        text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mail_is_parsed_as_the_emulator_lists_it() {
        let messages = parse(
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
    fn an_endpoint_with_a_different_response_has_no_mail() {
        assert_eq!(parse(b"<html>"), []);
        assert_eq!(parse(b"{}"), []);
    }
}
