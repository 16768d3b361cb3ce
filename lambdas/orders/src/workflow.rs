//! The workflow `new_order` in Step Functions.

use aws_sdk_sfn::{
    Client,
    operation::{describe_execution::DescribeExecutionError, start_execution::StartExecutionError},
    types::ExecutionStatus,
};
use shop_contract::{ExecutionArn, OrderId};
use shop_runtime::{SdkConfig, StoreError};

use crate::submission::{Execution, FindExecution, Progress, StartExecution, Started};

/// The state machine of the workflow.
#[derive(Debug, Clone)]
pub struct NewOrderWorkflow {
    client: Client,
    arn: String,
}

impl NewOrderWorkflow {
    /// The state machine of this ARN.
    pub fn new(aws: &SdkConfig, arn: String) -> Self {
        Self {
            client: Client::new(aws),
            arn,
        }
    }

    /// The order that an execution works on; none if it is not an execution of this state machine, or not of an order.
    pub fn order_of(&self, execution: &ExecutionArn) -> Option<OrderId> {
        execution
            .is_of(&self.arn)
            .then(|| OrderId::parse(execution.name()))?
            .ok()
    }
}

impl NewOrderWorkflow {
    /// The ARN that the order's execution has or would have.
    fn execution(&self, id: &OrderId) -> ExecutionArn {
        ExecutionArn::of(&self.arn, id.as_str()).expect("the start has seen to the ARN")
    }
}

impl StartExecution for NewOrderWorkflow {
    async fn start(&self, id: &OrderId, input: &str) -> Result<Started, StoreError> {
        let started = self
            .client
            .start_execution()
            .state_machine_arn(&self.arn)
            .name(id.as_str())
            .input(input)
            .send()
            .await;
        match started {
            Ok(_) => Ok(Started::Runs),
            Err(refused)
                if refused
                    .as_service_error()
                    .is_some_and(StartExecutionError::is_execution_already_exists) =>
            {
                Ok(Started::NameTaken)
            }
            Err(refused) => Err(refused.into()),
        }
    }
}

impl FindExecution for NewOrderWorkflow {
    async fn find(&self, id: &OrderId) -> Result<Option<Execution>, StoreError> {
        let described = self
            .client
            .describe_execution()
            .execution_arn(self.execution(id).as_str())
            .send()
            .await;
        match described {
            Ok(execution) => Ok(Some(Execution {
                input: execution.input.unwrap_or_default(),
                progress: match execution.status {
                    ExecutionStatus::Succeeded => Progress::Succeeded,
                    ExecutionStatus::Failed | ExecutionStatus::TimedOut | ExecutionStatus::Aborted => {
                        Progress::Failed {
                            error: execution.error.unwrap_or_default(),
                            cause: execution.cause.unwrap_or_default(),
                        }
                    }
                    // Whatever else there is or will be, it is not an end.
                    _ => Progress::Running,
                },
            })),
            Err(refused)
                if refused
                    .as_service_error()
                    .is_some_and(DescribeExecutionError::is_execution_does_not_exist) =>
            {
                Ok(None)
            }
            Err(refused) => Err(refused.into()),
        }
    }
}
