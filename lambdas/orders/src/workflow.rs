//! The workflow `new_order` in Step Functions.

use aws_sdk_sfn::types::ExecutionStatus;
use shop_contract::{ExecutionArn, OrderId, WarmUpKey};
use shop_runtime::{SdkConfig, Started, StateMachine, StoreError};

use crate::submission::{Execution, FindExecution, Progress, StartExecution};

/// The state machine of the workflow.
#[derive(Debug, Clone)]
pub struct NewOrderWorkflow(StateMachine);

impl NewOrderWorkflow {
    /// The state machine with this ARN.
    pub fn new(aws: &SdkConfig, arn: String) -> Self {
        Self(StateMachine::new(aws, arn))
    }

    /// The order of an execution; none if it is not an execution of this state machine, or not of an order.
    pub fn order_of(&self, execution: &ExecutionArn) -> Option<OrderId> {
        execution
            .is_of(self.0.arn())
            .then(|| OrderId::parse(execution.name()))?
            .ok()
    }

    /// Describes an execution that does not exist.
    pub async fn warm_up(&self, key: WarmUpKey) -> Result<(), StoreError> {
        self.0.warm_up(key).await
    }
}

impl StartExecution for NewOrderWorkflow {
    async fn start(&self, id: &OrderId, input: &str) -> Result<Started, StoreError> {
        self.0.start(id.as_str(), input).await
    }
}

impl FindExecution for NewOrderWorkflow {
    async fn find(&self, id: &OrderId) -> Result<Option<Execution>, StoreError> {
        let execution = self.0.execution(id.as_str());
        let execution = execution.expect("the stack sets the ARN of a state machine");
        let described = self.0.describe(&execution).await?;
        Ok(described.map(|execution| Execution {
            input: execution.input.unwrap_or_default(),
            progress: match execution.status {
                ExecutionStatus::Succeeded => Progress::Succeeded,
                ExecutionStatus::Failed | ExecutionStatus::TimedOut | ExecutionStatus::Aborted => {
                    Progress::Failed {
                        error: execution.error.unwrap_or_default(),
                        cause: execution.cause.unwrap_or_default(),
                    }
                }
                // No other status, now or later, is an end.
                _ => Progress::Running,
            },
        }))
    }
}
