//! An SQS queue: encrypted, reachable over TLS only.
//!
//! Absent: FIFO queues, and functions that process the messages.

use std::num::NonZeroU8;

use infra_gen_cfn::{
    Arn, Handle, LogicalId, Stack, Value, kind,
    policy::{Action, Operator, PolicyDocument, Principal, Statement},
    sqs,
};

use crate::access::{Grantee, Removal};

/// An SQS queue and its policy.
pub struct Queue {
    /// The queue.
    pub queue: Handle<sqs::Queue>,
    /// Its policy. It denies access without TLS, and allows the services that send messages.
    pub policy: Handle<sqs::QueuePolicy>,
}

/// The options of a [`Queue`].
#[derive(Debug, Clone, Copy)]
pub struct QueueProps {
    /// How many days a message is kept, 1 to 14; by default 4.
    pub retention_days: NonZeroU8,
    /// What happens to the queue when it is removed from the stack; by default it is retained.
    pub removal: Removal,
}

impl Default for QueueProps {
    fn default() -> Self {
        Self {
            retention_days: const { NonZeroU8::new(4).expect("4 is not 0") },
            removal: Removal::default(),
        }
    }
}

const SEND: Action = Action::new("sqs:SendMessage");

impl Queue {
    /// Adds a queue to the stack: `<id>Queue` and `<id>Policy`.
    pub fn new(stack: &mut Stack, id: LogicalId, props: QueueProps) -> Self {
        const DAY: i64 = 24 * 60 * 60;
        const USE: [Action; 3] = [
            Action::new("sqs:DeleteMessage"),
            Action::new("sqs:ReceiveMessage"),
            SEND,
        ];
        stack.within(id.as_str(), |stack| {
            let queue = sqs::Queue {
                message_retention_period: Some((i64::from(props.retention_days.get()) * DAY).into()),
                sqs_managed_sse_enabled: Some(true.into()),
                ..sqs::Queue::new()
            };
            let queue = stack.add(id.join("Queue"), queue);
            props.removal.apply(stack, &queue);
            let deny = Statement::deny(USE, [queue.arn().into()])
                .to(Principal::Anyone)
                .when(Operator::Bool, "aws:SecureTransport", ["false".into()]);
            let policy = sqs::QueuePolicy::new(PolicyDocument::new([deny]), [queue.reference()]);
            let policy = stack.add(id.join("Policy"), policy);
            Self { queue, policy }
        })
    }

    /// The queue's ARN.
    pub fn arn(&self) -> Value<Arn<kind::sqs::Queue>> {
        self.queue.arn()
    }

    /// Allows `grantee` to send messages.
    pub fn grant_send(&self, stack: &mut Stack, grantee: &impl Grantee) {
        grantee.allow(stack, Statement::allow([SEND], [self.arn().into()]));
    }

    /// Allows an AWS service to send messages on behalf of one resource.
    ///
    /// # Panics
    /// If the policy was replaced by an intrinsic function, which cannot be extended.
    pub(crate) fn allow_service(&self, stack: &mut Stack, service: &str, source: Value<String>) {
        let allow = Statement::allow([SEND], [self.arn().into()])
            .to(Principal::service(service))
            .when(Operator::ArnEquals, "aws:SourceArn", [source]);
        stack[&self.policy]
            .policy_document
            .literal_mut()
            .expect("only this construct writes the policy")
            .add(allow);
    }
}
