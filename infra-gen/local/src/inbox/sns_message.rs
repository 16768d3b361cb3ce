//! What a topic posts to an HTTP subscriber: a request to confirm, a message, or the news that a subscription has ended.

use hyper::Uri;
use hyper::header::HeaderMap;
use hyper::http::uri::PathAndQuery;
use jiff::Timestamp;
use serde::Deserialize;

use super::message::{Message, instant};
use super::{Home, InboxError, is_loopback};

/// A post that was understood.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum SnsMessage {
    /// The topic wants to know whether it may deliver: this is to be asked of the endpoint.
    Confirmation {
        topic: String,
        path: PathAndQuery,
    },
    Message(Message),
    /// A subscription was removed. There is nothing to do about it.
    Unsubscribed,
}

/// Why a post is not taken. The topic's log shows it.
#[derive(Debug, thiserror::Error)]
pub(super) enum Refused {
    #[error("the body is not the JSON that a topic posts: {0}")]
    Malformed(#[from] serde_json::Error),
    #[error("the header `x-amz-sns-message-type` and the body do not agree")]
    Type,
    #[error("`{0}` is no topic of this stack's account and region")]
    ForeignTopic(String),
    #[error("`{0}` is not where this endpoint confirms subscriptions")]
    ForeignUrl(String),
    #[error("the endpoint did not take the confirmation: {0}")]
    Unconfirmed(String),
    #[error("the message could not be kept")]
    Keep(#[source] InboxError),
}

/// The body, as the service documents it. What is not shown is not read.
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
    pub(super) fn parse(headers: &HeaderMap, body: &[u8], home: &Home) -> Result<Self, Refused> {
        let body: Body = serde_json::from_slice(body)?;
        let (name, topic) = body.name_and_topic();
        if headers
            .get("x-amz-sns-message-type")
            .is_none_or(|kind| kind != name)
        {
            return Err(Refused::Type);
        }
        let from = topic_name(topic, &home.region).ok_or_else(|| Refused::ForeignTopic(topic.to_owned()))?;
        let from = from.to_owned();
        Ok(match body {
            Body::SubscriptionConfirmation {
                topic_arn,
                subscribe_url,
            } => Self::Confirmation {
                topic: topic_arn,
                path: confirmation(&subscribe_url, home).ok_or(Refused::ForeignUrl(subscribe_url))?,
            },
            Body::Notification {
                message_id,
                subject,
                message,
                timestamp,
                ..
            } => Self::Message(Message {
                id: message_id,
                at: instant(timestamp),
                from,
                to: Vec::new(),
                subject: subject.unwrap_or_default(),
                text: message,
            }),
            Body::UnsubscribeConfirmation { .. } => Self::Unsubscribed,
        })
    }
}

/// The name in `arn:aws:sns:eu-west-1:123456789012:news`, of that region.
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

/// What to ask of the endpoint, if the address is one of it. Only path and query are taken over: a confirmation goes
/// nowhere else, whatever the address says.
fn confirmation(address: &str, home: &Home) -> Option<PathAndQuery> {
    let uri: Uri = address.parse().ok()?;
    let authority = uri.authority()?;
    let is_endpoint = authority == &home.endpoint
        || (is_loopback(authority.host())
            && is_loopback(home.endpoint.host())
            && authority.port_u16() == home.endpoint.port_u16());
    let path = uri.path_and_query()?;
    let confirms = path
        .query()?
        .split('&')
        .any(|pair| pair == "Action=ConfirmSubscription");
    (is_endpoint && confirms && path.path() == "/").then(|| path.clone())
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
        let home = Home {
            endpoint: "127.0.0.1:4566".parse().unwrap(),
            region: "eu-west-1".to_owned(),
        };
        SnsMessage::parse(&headers, body.as_bytes(), &home).map_err(|refused| refused.to_string())
    }

    fn subscribe(topic: &str, address: &str) -> Result<SnsMessage, String> {
        let body = format!(
            r#"{{"Type": "SubscriptionConfirmation", "TopicArn": "{topic}", "Token": "t", "SubscribeURL": "{address}"}}"#
        );
        parse("SubscriptionConfirmation", &body)
    }

    #[test]
    fn a_confirmation_is_asked_of_the_endpoint_and_of_nobody_else() {
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
            let refused = subscribe(TOPIC, &address).unwrap_err();
            assert_eq!(
                refused,
                format!("`{address}` is not where this endpoint confirms subscriptions")
            );
        }
    }

    #[test]
    fn a_topic_of_elsewhere_is_not_listened_to() {
        for topic in [
            "arn:aws:sns:us-east-1:000000000000:news",
            "arn:aws:sqs:eu-west-1:000000000000:news",
            "arn:aws:sns:eu-west-1:0000:news",
            "arn:aws:sns:eu-west-1:000000000000:",
            "arn:aws:sns:eu-west-1:000000000000:news:6c2c",
            "news",
        ] {
            let refused = subscribe(topic, "http://127.0.0.1:4566/").unwrap_err();
            assert_eq!(
                refused,
                format!("`{topic}` is no topic of this stack's account and region")
            );
        }
    }

    #[test]
    fn a_message_is_read_with_or_without_a_subject() {
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
    fn what_no_topic_posts_is_refused() {
        assert!(
            parse("Notification", "{}")
                .unwrap_err()
                .starts_with("the body is not the JSON")
        );
        assert!(
            parse("Notification", "\u{0}")
                .unwrap_err()
                .starts_with("the body is not the JSON")
        );
        let farewell = format!(r#"{{"Type": "UnsubscribeConfirmation", "TopicArn": "{TOPIC}"}}"#);
        assert_eq!(
            parse("UnsubscribeConfirmation", &farewell),
            Ok(SnsMessage::Unsubscribed)
        );
        assert_eq!(
            parse("Notification", &farewell).unwrap_err(),
            "the header `x-amz-sns-message-type` and the body do not agree"
        );
    }
}
