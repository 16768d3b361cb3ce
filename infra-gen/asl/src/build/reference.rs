//! Resources that a workflow uses.
//!
//! A value that is known only at deployment, such as an attribute of a resource, is `${Name}` in the definition, and the
//! [`Workflow`](super::Workflow) has its substitution. A literal is part of the definition. The same workflow can therefore
//! use the resources of a stack in production and plain names in a test. Constructs create these references from their own
//! handles, which know the payload and response types of a function.

use std::marker::PhantomData;

use infra_gen_cfn::{LogicalId, Value, policy::Action};

/// A value in a definition, with the name of its substitution if it is not a literal.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Reference {
    pub(super) name: LogicalId,
    pub(super) value: Value<String>,
}

impl Reference {
    /// The text in the definition.
    pub(super) fn text(&self) -> String {
        match self.value.literal() {
            Some(literal) => literal.clone(),
            None => format!("${{{}}}", self.name),
        }
    }
}

/// A Lambda function with payload `In` and response `Out`.
pub struct FunctionRef<In, Out> {
    pub(super) arn: Reference,
    types: PhantomData<fn(In) -> Out>,
}

impl<In, Out> FunctionRef<In, Out> {
    /// The function with this ARN, `${name}` in the definition. Its types are not checked.
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

/// A state machine with input `In` and output `Out`.
pub struct MachineRef<In, Out> {
    pub(super) arn: Reference,
    types: PhantomData<fn(In) -> Out>,
}

impl<In, Out> MachineRef<In, Out> {
    /// The state machine with this ARN, `${name}` in the definition. Its types are not checked.
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

/// An activity whose workers have input `In` and output `Out`.
pub struct ActivityRef<In, Out> {
    pub(super) arn: Reference,
    types: PhantomData<fn(In) -> Out>,
}

impl<In, Out> ActivityRef<In, Out> {
    /// The activity with this ARN, `${name}` in the definition. Its types are not checked.
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

/// An email sender with an identity in Amazon SES.
pub struct SenderRef {
    pub(super) from: Reference,
    pub(super) identity: Value<String>,
}

impl SenderRef {
    /// The sender `from`, such as `Shop <shop@example.com>`, `${name}` in the definition, and the ARN of the identity for its
    /// address.
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

/// A task's use of a resource: its reference in the definition, and the permissions that the role needs.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Need {
    pub(super) reference: Reference,
    pub(super) grants: Vec<(Vec<Action>, Value<String>)>,
}
