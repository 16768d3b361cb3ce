//! The messages that Amazon SNS posts to an HTTP subscriber.
//! <https://docs.aws.amazon.com/sns/latest/dg/http-notification-json.html>

use hyper::Uri;
use hyper::header::HeaderMap;
use hyper::http::uri::PathAndQuery;
use jiff::Timestamp;
use serde::Deserialize;

use super::message::{self, Message};
use super::{InboxError, MessageOrigin, is_loopback};

/// A valid message.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum SnsMessage {
    /// The topic asks for confirmation of the subscription: a GET request to `path` of the endpoint.
    Confirmation {
        topic: String,
        path: PathAndQuery,
    },
    Message(Message),
    /// A subscription was removed, which requires no action.
    Unsubscribed,
}

/// Why a message is rejected. The delivery log of the topic shows it.
#[derive(Debug, thiserror::Error)]
pub(super) enum Rejection {
    #[error("the body is not a valid SNS message: {0}")]
    Malformed(#[from] serde_json::Error),
    #[error("the header `x-amz-sns-message-type` does not match the body")]
    Type,
    #[error("`{0}` is not a topic of this stack's account and region")]
    ForeignTopic(String),
    #[error("`{0}` is not a confirmation URL of this endpoint")]
    ForeignUrl(String),
    #[error("the endpoint did not accept the confirmation: {0}")]
    Unconfirmed(String),
    #[error("the message could not be stored")]
    Store(#[source] InboxError),
}

/// The fields of the body that the inbox uses.
#[derive(Debug, Deserialize)]
#[serde(tag = "Type", rename_all_fields = "PascalCase")]
enum Body {
    SubscriptionConfirmation {
        topic_arn: String,
        #[serde(rename = "SubscribeURL")]
        subscribe_url: String,
    },
    Notification {
        message_id: String,
        topic_arn: String,
        #[serde(default)]
        subject: Option<String>,
        message: String,
        timestamp: Timestamp,
    },
    UnsubscribeConfirmation {
        topic_arn: String,
    },
}

impl Body {
    fn name_and_topic(&self) -> (&'static str, &str) {
        match self {
            Self::SubscriptionConfirmation { topic_arn, .. } => ("SubscriptionConfirmation", topic_arn),
            Self::Notification { topic_arn, .. } => ("Notification", topic_arn),
            Self::UnsubscribeConfirmation { topic_arn } => ("UnsubscribeConfirmation", topic_arn),
        }
    }
}

impl SnsMessage {
    pub(super) fn parse(headers: &HeaderMap, body: &[u8], origin: &MessageOrigin) -> Result<Self, Rejection> {
        let body: Body = serde_json::from_slice(body)?;
        let (name, topic) = body.name_and_topic();
        if headers
            .get("x-amz-sns-message-type")
            .is_none_or(|kind| kind != name)
        {
            return Err(Rejection::Type);
        }
        let from =
            topic_name(topic, &origin.region).ok_or_else(|| Rejection::ForeignTopic(topic.to_owned()))?;
        let from = from.to_owned();
        Ok(match body {
            Body::SubscriptionConfirmation {
                topic_arn,
                subscribe_url,
            } => Self::Confirmation {
                topic: topic_arn,
                path: confirmation(&subscribe_url, origin).ok_or(Rejection::ForeignUrl(subscribe_url))?,
            },
            Body::Notification {
                message_id,
                subject,
                message,
                timestamp,
                ..
            } => Self::Message(Message {
                id: message_id,
                at: message::timestamp(timestamp),
                from,
                to: Vec::new(),
                subject: subject.unwrap_or_default(),
                text: message,
            }),
            Body::UnsubscribeConfirmation { .. } => Self::Unsubscribed,
        })
    }
}

/// The name of a topic ARN of the region: `news` in `arn:aws:sns:eu-west-1:123456789012:news`.
fn topic_name<'a>(arn: &'a str, region: &str) -> Option<&'a str> {
    let mut parts = arn.splitn(6, ':');
    let is_topic = parts.next()? == "arn"
        && parts.next()?.starts_with("aws")
        && parts.next()? == "sns"
        && parts.next()? == region;
    let account = parts.next()?;
    let is_account = account.len() == 12 && account.bytes().all(|byte| byte.is_ascii_digit());
    let name = parts.next()?;
    let is_name = !name.is_empty() && !name.contains(':');
    (is_topic && is_account && is_name).then_some(name)
}

/// The path and query of a confirmation URL of the endpoint. The host is not used: a confirmation is only ever sent to the
/// endpoint.
fn confirmation(url: &str, origin: &MessageOrigin) -> Option<PathAndQuery> {
    let uri: Uri = url.parse().ok()?;
    let authority = uri.authority()?;
    let is_endpoint = authority == &origin.endpoint
        || (is_loopback(authority.host())
            && is_loopback(origin.endpoint.host())
            && authority.port_u16() == origin.endpoint.port_u16());
    let path = uri.path_and_query()?;
    let is_confirmation = path
        .query()?
        .split('&')
        .any(|pair| pair == "Action=ConfirmSubscription");
    (is_endpoint && is_confirmation && path.path() == "/").then(|| path.clone())
}

#[cfg(test)]
mod tests {
    use hyper::header::HeaderValue;

    use super::*;

    const TOPIC: &str = "arn:aws:sns:eu-west-1:000000000000:news";

    fn parse(kind: &'static str, body: &str) -> Result<SnsMessage, String> {
        let headers = HeaderMap::from_iter([(
            "x-amz-sns-message-type".parse().unwrap(),
            HeaderValue::from_static(kind),
        )]);
        let origin = MessageOrigin {
            endpoint: "127.0.0.1:4566".parse().unwrap(),
            region: "eu-west-1".to_owned(),
        };
        SnsMessage::parse(&headers, body.as_bytes(), &origin).map_err(|rejection| rejection.to_string())
    }

    fn subscribe(topic: &str, address: &str) -> Result<SnsMessage, String> {
        let body = format!(
            r#"{{"Type": "SubscriptionConfirmation", "TopicArn": "{topic}", "Token": "t", "SubscribeURL": "{address}"}}"#
        );
        parse("SubscriptionConfirmation", &body)
    }

    #[test]
    fn a_confirmation_is_sent_to_the_endpoint_only() {
        let query = format!("/?Action=ConfirmSubscription&TopicArn={TOPIC}&Token=t");
        let expected = Ok(SnsMessage::Confirmation {
            topic: TOPIC.to_owned(),
            path: query.parse().unwrap(),
        });
        assert_eq!(
            subscribe(TOPIC, &format!("http://127.0.0.1:4566{query}")),
            expected
        );
        assert_eq!(
            subscribe(TOPIC, &format!("http://localhost:4566{query}")),
            expected
        );
        for address in [
            format!("http://localhost:22{query}"),
            format!("http://example.com:4566{query}"),
            format!("http://127.0.0.1:4566@example.com{query}"),
            format!("http://127.0.0.1:4566/elsewhere{query}"),
            "http://127.0.0.1:4566/?Action=DeleteTopic".to_owned(),
            query.clone(),
            "nonsense".to_owned(),
        ] {
            let rejection = subscribe(TOPIC, &address).unwrap_err();
            assert_eq!(
                rejection,
                format!("`{address}` is not a confirmation URL of this endpoint")
            );
        }
    }

    #[test]
    fn a_topic_of_another_region_or_account_is_rejected() {
        for topic in [
            "arn:aws:sns:us-east-1:000000000000:news",
            "arn:aws:sqs:eu-west-1:000000000000:news",
            "arn:aws:sns:eu-west-1:0000:news",
            "arn:aws:sns:eu-west-1:000000000000:",
            "arn:aws:sns:eu-west-1:000000000000:news:6c2c",
            "news",
        ] {
            let rejection = subscribe(topic, "http://127.0.0.1:4566/").unwrap_err();
            assert_eq!(
                rejection,
                format!("`{topic}` is not a topic of this stack's account and region")
            );
        }
    }

    #[test]
    fn a_message_is_parsed_with_or_without_a_subject() {
        let body = |subject: &str| {
            format!(
                r#"{{"Type": "Notification", "MessageId": "m-1", "TopicArn": "{TOPIC}", {subject}
                    "Message": "two\nlines", "Timestamp": "2026-11-23T01:02:03.456Z", "SignatureVersion": "1"}}"#
            )
        };
        let Ok(SnsMessage::Message(message)) = parse("Notification", &body(r#""Subject": "Hello","#)) else {
            panic!("it is a message");
        };
        assert_eq!(
            (
                message.from.as_str(),
                message.at.as_str(),
                message.subject.as_str()
            ),
            ("news", "2026-11-23T01:02:03Z", "Hello")
        );
        assert!(parse("Notification", &body("")).is_ok());
    }

    #[test]
    fn an_invalid_message_is_rejected() {
        assert!(
            parse("Notification", "{}")
                .unwrap_err()
                .starts_with("the body is not a valid SNS message")
        );
        assert!(
            parse("Notification", "\u{0}")
                .unwrap_err()
                .starts_with("the body is not a valid SNS message")
        );
        let unsubscribed = format!(r#"{{"Type": "UnsubscribeConfirmation", "TopicArn": "{TOPIC}"}}"#);
        assert_eq!(
            parse("UnsubscribeConfirmation", &unsubscribed),
            Ok(SnsMessage::Unsubscribed)
        );
        assert_eq!(
            parse("Notification", &unsubscribed).unwrap_err(),
            "the header `x-amz-sns-message-type` does not match the body"
        );
    }
}
