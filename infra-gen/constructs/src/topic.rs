//! An SNS topic: encrypted, reachable over TLS only, with its subscriptions.
//!
//! Absent: queues and functions as subscribers, filters, and `http://` endpoints.

use std::{borrow::Cow, fmt, str::FromStr};

use infra_gen_asl::TopicRef;
use infra_gen_cfn::{
    Arn, Handle, LogicalId, Stack, Value,
    intrinsic::account_id,
    kind, kms,
    policy::{Action, ActionGroup, Operator, PolicyDocument, Principal, Statement},
    sns,
};

use crate::access::{Grantee, Removal};

/// An SNS topic and its policy.
pub struct Topic {
    /// The topic.
    pub topic: Handle<sns::Topic>,
    /// Its policy, if it has one. It denies requests without TLS, and allows the services that publish.
    pub policy: Option<Handle<sns::TopicPolicy>>,
    /// Its own encryption key, if it has one.
    pub key: Option<Handle<kms::Key>>,
}

/// The options of a [`Topic`].
#[derive(Debug, Clone, Default)]
pub struct TopicProps {
    /// The sender's name in emails.
    pub display_name: Option<Cow<'static, str>>,
    /// The key that encrypts messages at rest.
    pub encryption: TopicEncryption,
    /// Whether publishers must use TLS.
    pub transport: Transport,
    /// Who receives the messages.
    pub subscribers: Vec<Subscriber>,
    /// The AWS services that publish. Roles of the account are granted access with [`Topic::grant_publish`].
    pub publishers: Vec<ServicePublisher>,
}

/// An AWS service that publishes to a topic without a role. It cannot use the AWS managed key of SNS, so a topic with such a
/// publisher always has a key of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ServicePublisher {
    /// The CloudWatch alarms of this account and region.
    CloudWatchAlarms,
    /// The budgets of this account.
    Budgets,
}

impl ServicePublisher {
    const fn principal(self) -> &'static str {
        match self {
            Self::CloudWatchAlarms => "cloudwatch.amazonaws.com",
            Self::Budgets => "budgets.amazonaws.com",
        }
    }
}

/// Whether publishers must use TLS.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Transport {
    /// Requests without TLS are denied.
    #[default]
    TlsOnly,
    /// Requests without TLS are allowed: for an endpoint on the developer's machine, which has no TLS.
    Any,
}

/// The key that encrypts messages at rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TopicEncryption {
    /// The AWS managed key of SNS. It is free. Roles of the account need only `sns:Publish`; AWS services that publish
    /// without a role cannot use it.
    #[default]
    ServiceKey,
    /// A key of the topic's own, rotated every year. Publishers need permission to use it: see [`Topic::grant_publish`].
    OwnKey,
}

/// Who receives the messages of a topic.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subscriber {
    /// A mailbox. Its owner has to confirm the subscription before the first message.
    Email(String),
    /// A service at this `https://` address.
    Https(String),
}

impl Subscriber {
    /// The email address or URL.
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

/// A text that is neither an email address nor an `https://` address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidSubscriber {
    text: String,
}

impl fmt::Display for InvalidSubscriber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "`{}` is neither an email address nor an `https://` address",
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
    /// Adds a topic to the stack: `<id>`, `<id>Policy` and `<id>Key` where the props ask for them, and one subscription per
    /// subscriber, named by the address.
    pub fn new(stack: &mut Stack, id: LogicalId, props: TopicProps) -> Self {
        let key = match props.encryption {
            TopicEncryption::ServiceKey if props.publishers.is_empty() => None,
            TopicEncryption::ServiceKey | TopicEncryption::OwnKey => {
                Some(own_key(stack, &id, &props.publishers))
            }
        };
        let key_id = key
            .as_ref()
            .map_or_else(|| "alias/aws/sns".into(), |key| key.reference().into());
        let topic = sns::Topic {
            display_name: props.display_name.clone().map(Into::into),
            kms_master_key_id: Some(key_id),
            ..sns::Topic::new()
        };
        let topic = stack.add(id.clone(), topic);
        let policy = policy(stack, &id, &topic, &props);
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

    /// A reference to the topic for a task of a workflow. The workflow gets the permission to publish. If the topic has a
    /// key of its own, [grant](Self::grant_publish) the state machine access to it, too.
    pub fn reference(&self) -> TopicRef {
        TopicRef::new(self.topic.logical_id().clone(), self.arn())
    }

    /// Allows `grantee` to publish.
    pub fn grant_publish(&self, stack: &mut Stack, grantee: &impl Grantee) {
        grantee.allow(stack, Statement::allow([PUBLISH], [self.arn().into()]));
        if let Some(key) = &self.key {
            grantee.allow(stack, Statement::allow(ENCRYPT, [key.arn().into()]));
        }
    }
}

const PUBLISH: Action = Action::new("sns:Publish");

/// What a publisher does with the topic's own key.
/// <https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html>
const ENCRYPT: [Action; 2] = [Action::new("kms:Decrypt"), Action::new("kms:GenerateDataKey")];

/// Adds the topic's policy, if it needs one.
fn policy(
    stack: &mut Stack,
    id: &LogicalId,
    topic: &Handle<sns::Topic>,
    props: &TopicProps,
) -> Option<Handle<sns::TopicPolicy>> {
    let arn: Value<String> = topic.topic_arn().into();
    let mut statements = Vec::new();
    if props.transport == Transport::TlsOnly {
        statements.push(
            Statement::deny([PUBLISH], [arn.clone()])
                .to(Principal::Anyone)
                .when(Operator::Bool, "aws:SecureTransport", ["false".into()]),
        );
    }
    for publisher in &props.publishers {
        let allow = Statement::allow([PUBLISH], [arn.clone()]).to(Principal::service(publisher.principal()));
        statements.push(of_this_account(allow));
    }
    if statements.is_empty() {
        return None;
    }
    let policy = sns::TopicPolicy::new(PolicyDocument::new(statements), [topic.topic_arn()]);
    Some(stack.add(id.join("Policy"), policy))
}

/// A statement for a service that acts for this account. Without the condition, the service would act for any account that
/// knows the topic. <https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html>
fn of_this_account(statement: Statement) -> Statement {
    statement.when(Operator::StringEquals, "aws:SourceAccount", [account_id()])
}

/// Adds a key. Without publishing services it has the default key policy: the policies of the account's roles decide who may
/// use it.
fn own_key(stack: &mut Stack, id: &LogicalId, publishers: &[ServicePublisher]) -> Handle<kms::Key> {
    let key = kms::Key {
        description: Some(format!("Encrypts what the topic {id} holds").into()),
        enable_key_rotation: Some(true.into()),
        key_policy: (!publishers.is_empty()).then(|| key_policy(publishers).into()),
        ..kms::Key::new()
    };
    let key = stack.add(id.join("Key"), key);
    // SNS stores messages only until they are delivered. A deleted key can be restored for 30 days.
    Removal::Destroy.apply(stack, &key);
    key
}

/// The default key policy without wildcards, and access for the publishing services.
/// <https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html>
fn key_policy(publishers: &[ServicePublisher]) -> PolicyDocument {
    let account =
        Statement::allow(ActionGroup::of("kms").on("key"), ["*".into()]).to(Principal::this_account());
    let services = publishers.iter().map(|publisher| {
        let allow = Statement::allow(ENCRYPT, ["*".into()]).to(Principal::service(publisher.principal()));
        of_this_account(allow)
    });
    PolicyDocument::new([account].into_iter().chain(services))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subscriber_is_parsed_from_its_address() {
        let email = |text: &str| Subscriber::Email(text.to_owned());
        assert_eq!("ann@example.com".parse(), Ok(email("ann@example.com")));
        assert_eq!(
            "https://example.com/hook".parse(),
            Ok(Subscriber::Https("https://example.com/hook".to_owned()))
        );
    }

    #[test]
    fn other_text_is_rejected() {
        for text in [
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
            assert!(text.parse::<Subscriber>().is_err(), "{text}");
        }
    }
}
