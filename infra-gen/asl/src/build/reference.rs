//! Resources that a workflow uses, as its definition names them.
//!
//! This is the seam to CloudFormation. What is only known at deployment (an attribute of a resource of the stack) stands in
//! the definition as `${Name}`, and the [`Workflow`](super::Workflow) carries what to put there; a literal stands in the
//! definition itself. So the same workflow is bound to a stack's resources in production and to plain names in a test.
//! Constructs make these from their own handles, which know the type of a function's payload and answer.

use std::marker::PhantomData;

use infra_gen_cfn::{LogicalId, Value, policy::Action};

/// A value that the definition mentions, under the name that it has there when it is not a literal.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Reference {
    pub(super) name: LogicalId,
    pub(super) value: Value<String>,
}

impl Reference {
    /// As the definition writes it.
    pub(super) fn text(&self) -> String {
        match self.value.literal() {
            Some(literal) => literal.clone(),
            None => format!("${{{}}}", self.name),
        }
    }
}

/// A Lambda function that takes `In` and answers `Out`.
pub struct FunctionRef<In, Out> {
    pub(super) arn: Reference,
    types: PhantomData<fn(In) -> Out>,
}

impl<In, Out> FunctionRef<In, Out> {
    /// The function with this ARN, `${name}` in the definition. That it takes `In` and answers `Out` is the caller's word.
    pub fn new(name: LogicalId, arn: impl Into<Value<String>>) -> Self {
        Self {
            arn: Reference {
                name,
                value: arn.into(),
            },
            types: PhantomData,
        }
    }
}

/// A state machine that takes `In` and gives `Out`.
pub struct MachineRef<In, Out> {
    pub(super) arn: Reference,
    types: PhantomData<fn(In) -> Out>,
}

impl<In, Out> MachineRef<In, Out> {
    /// The state machine with this ARN, `${name}` in the definition. Its types are the caller's word.
    pub fn new(name: LogicalId, arn: impl Into<Value<String>>) -> Self {
        Self {
            arn: Reference {
                name,
                value: arn.into(),
            },
            types: PhantomData,
        }
    }
}

/// An activity whose workers take `In` and answer `Out`.
pub struct ActivityRef<In, Out> {
    pub(super) arn: Reference,
    types: PhantomData<fn(In) -> Out>,
}

impl<In, Out> ActivityRef<In, Out> {
    /// The activity with this ARN, `${name}` in the definition. Its types are the caller's word.
    pub fn new(name: LogicalId, arn: impl Into<Value<String>>) -> Self {
        Self {
            arn: Reference {
                name,
                value: arn.into(),
            },
            types: PhantomData,
        }
    }
}

/// An SNS topic.
pub struct TopicRef {
    pub(super) arn: Reference,
}

impl TopicRef {
    /// The topic with this ARN, `${name}` in the definition.
    pub fn new(name: LogicalId, arn: impl Into<Value<String>>) -> Self {
        Self {
            arn: Reference {
                name,
                value: arn.into(),
            },
        }
    }
}

/// An identity of Amazon SES: who mail is sent as.
pub struct SenderRef {
    pub(super) from: Reference,
    pub(super) identity: Value<String>,
}

impl SenderRef {
    /// The sender that mail names, `Shop <shop@example.com>`, `${name}` in the definition, and the ARN of the identity that
    /// covers its address.
    pub fn new(name: LogicalId, from: impl Into<Value<String>>, identity: impl Into<Value<String>>) -> Self {
        Self {
            from: Reference {
                name,
                value: from.into(),
            },
            identity: identity.into(),
        }
    }
}

/// An SQS queue.
pub struct QueueRef {
    pub(super) url: Reference,
    pub(super) arn: Value<String>,
}

impl QueueRef {
    /// The queue with this URL, `${name}` in the definition, and this ARN.
    pub fn new(name: LogicalId, url: impl Into<Value<String>>, arn: impl Into<Value<String>>) -> Self {
        Self {
            url: Reference {
                name,
                value: url.into(),
            },
            arn: arn.into(),
        }
    }
}

/// A DynamoDB table.
pub struct TableRef {
    pub(super) table_name: Reference,
    pub(super) arn: Value<String>,
}

impl TableRef {
    /// The table with this name, `${name}` in the definition, and this ARN.
    pub fn new(name: LogicalId, table_name: impl Into<Value<String>>, arn: impl Into<Value<String>>) -> Self {
        Self {
            table_name: Reference {
                name,
                value: table_name.into(),
            },
            arn: arn.into(),
        }
    }
}

/// What a task needs of a resource: the reference that its definition mentions, and what its role must be allowed.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Need {
    pub(super) reference: Reference,
    pub(super) grants: Vec<(Vec<Action>, Value<String>)>,
}
