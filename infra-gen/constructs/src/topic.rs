//! An SNS topic: encrypted, published to over TLS, with the subscriptions that the stack says.
//!
//! Absent: queues and functions as subscribers, filters, and addresses without encryption.

use std::{fmt, str::FromStr};

use infra_gen_asl::TopicRef;
use infra_gen_cfn::{
    Arn, Handle, LogicalId, Stack, Value, kind, kms,
    policy::{Action, Effect, PolicyDocument, Principal, Statement},
    sns,
};

use crate::access::Grantee;

/// An SNS topic and its policy.
pub struct Topic {
    /// The topic.
    pub topic: Handle<sns::Topic>,
    /// Its policy, if it has one; only adds to who is refused.
    pub policy: Option<Handle<sns::TopicPolicy>>,
    /// Its own key, if it has one.
    pub key: Option<Handle<kms::Key>>,
}

/// What a topic needs.
pub struct TopicProps {
    /// What recipients of e-mail see as the sender's name.
    pub display_name: &'static str,
    /// What messages are encrypted with while the topic holds them.
    pub encryption: TopicEncryption,
    /// How it may be reached.
    pub transport: Transport,
    /// Who gets what is published.
    pub subscribers: Vec<Subscriber>,
}

/// How a topic may be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Transport {
    /// Over TLS; whatever comes without is refused.
    TlsOnly,
    /// In any way: for an endpoint on the developer's machine, which has no TLS.
    Any,
}

/// What messages are encrypted with at rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TopicEncryption {
    /// The key that SNS keeps in the account. It costs nothing; roles of the account publish with `sns:Publish` alone, and
    /// services of AWS that act under no role cannot.
    ServiceKey,
    /// A key of the topic's own, turned over every year. Whoever publishes needs the key too: see [`Topic::grant_publish`].
    OwnKey,
}

/// Who gets what is published.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subscriber {
    /// A mailbox. Its owner is asked, and gets nothing before they agree.
    Email(String),
    /// A service at this `https://` address.
    Https(String),
}

impl Subscriber {
    /// The address.
    pub fn endpoint(&self) -> &str {
        match self {
            Self::Email(endpoint) | Self::Https(endpoint) => endpoint,
        }
    }

    const fn protocol(&self) -> &'static str {
        match self {
            Self::Email(_) => "email",
            Self::Https(_) => "https",
        }
    }
}

/// A text that is no subscriber.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidSubscriber {
    text: String,
}

impl fmt::Display for InvalidSubscriber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "`{}` is no subscriber; write a mail address or an `https://` address",
            self.text
        )
    }
}

impl std::error::Error for InvalidSubscriber {}

impl FromStr for Subscriber {
    type Err = InvalidSubscriber;

    fn from_str(text: &str) -> Result<Self, InvalidSubscriber> {
        let invalid = || InvalidSubscriber {
            text: text.to_owned(),
        };
        if text.contains(|c: char| c.is_whitespace() || c.is_control() || c == ',') {
            return Err(invalid());
        }
        if let Some(rest) = text.strip_prefix("https://") {
            return if rest.is_empty() {
                Err(invalid())
            } else {
                Ok(Self::Https(text.to_owned()))
            };
        }
        match text.split_once('@') {
            Some((mailbox, domain))
                if !mailbox.is_empty() && domain.contains('.') && !domain.contains(['@', '/']) =>
            {
                Ok(Self::Email(text.to_owned()))
            }
            _ => Err(invalid()),
        }
    }
}

impl Topic {
    /// Adds a topic to the stack: `<id>`, `<id>Policy`, `<id>Key` if it has one, and a subscription for each subscriber,
    /// named by its address.
    pub fn new(stack: &mut Stack, id: &LogicalId, props: &TopicProps) -> Self {
        let key = match props.encryption {
            TopicEncryption::ServiceKey => None,
            TopicEncryption::OwnKey => Some(own_key(stack, id)),
        };
        let key_id = key
            .as_ref()
            .map_or_else(|| "alias/aws/sns".into(), |key| key.reference().into());
        let topic = sns::Topic {
            display_name: Some(props.display_name.into()),
            kms_master_key_id: Some(key_id),
            ..sns::Topic::new()
        };
        let topic = stack.add(id.clone(), topic);
        let policy = match props.transport {
            Transport::TlsOnly => Some(tls_only(stack, id, &topic)),
            Transport::Any => None,
        };
        for subscriber in &props.subscribers {
            let subscription = sns::Subscription {
                endpoint: Some(subscriber.endpoint().into()),
                ..sns::Subscription::new(subscriber.protocol(), topic.topic_arn())
            };
            stack.add(id.join(subscriber.endpoint()), subscription);
        }
        Self { topic, policy, key }
    }

    /// The topic's ARN.
    pub fn arn(&self) -> Value<Arn<kind::sns::Topic>> {
        self.topic.topic_arn()
    }

    /// The topic as a task of a workflow publishes to it. The workflow's own permissions name the topic; if it has a key of
    /// its own, [grant](Self::grant_publish) the state machine that too.
    pub fn reference(&self) -> TopicRef {
        TopicRef::new(self.topic.logical_id().clone(), self.arn())
    }

    /// Lets `grantee` publish.
    pub fn grant_publish(&self, stack: &mut Stack, grantee: &impl Grantee) {
        // https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
        const ENCRYPT: [Action; 2] = [Action::new("kms:Decrypt"), Action::new("kms:GenerateDataKey")];
        grantee.allow(stack, Statement::allow([PUBLISH], [self.arn().into()]));
        if let Some(key) = &self.key {
            grantee.allow(stack, Statement::allow(ENCRYPT, [key.arn().into()]));
        }
    }
}

const PUBLISH: Action = Action::new("sns:Publish");

/// The policy that refuses whoever publishes without TLS.
fn tls_only(stack: &mut Stack, id: &LogicalId, topic: &Handle<sns::Topic>) -> Handle<sns::TopicPolicy> {
    let arn: Value<String> = topic.topic_arn().into();
    let refusal = Statement {
        effect: Effect::Deny,
        ..Statement::allow([PUBLISH], [arn])
    }
    .to(Principal::Everyone)
    .when("Bool", "aws:SecureTransport", ["false".into()]);
    let policy = sns::TopicPolicy::new(PolicyDocument::new([refusal]), [topic.topic_arn()]);
    stack.add(id.join("Policy"), policy)
}

/// A key under the policy that KMS gives it: the account's roles may use it as their own policies say.
fn own_key(stack: &mut Stack, id: &LogicalId) -> Handle<kms::Key> {
    let key = kms::Key {
        description: Some(format!("Encrypts what the topic {id} holds").into()),
        enable_key_rotation: Some(true.into()),
        ..kms::Key::new()
    };
    stack.add(id.join("Key"), key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subscriber_is_known_by_its_address() {
        let email = |text: &str| Subscriber::Email(text.to_owned());
        assert_eq!("ann@example.com".parse(), Ok(email("ann@example.com")));
        assert_eq!(
            "https://example.com/hook".parse(),
            Ok(Subscriber::Https("https://example.com/hook".to_owned()))
        );
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for wrong in [
            "",
            "ann",
            "@example.com",
            "ann@example",
            "ann@b@example.com",
            "ann@example.com,bob@example.com",
            "ann @example.com",
            "https://",
            "http://example.com/hook",
            "http://ann@example.com/",
        ] {
            assert!(wrong.parse::<Subscriber>().is_err(), "{wrong}");
        }
    }
}
