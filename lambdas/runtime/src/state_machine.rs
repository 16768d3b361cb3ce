//! A workflow's state machine in Step Functions.

use aws_sdk_sfn::{
    Client,
    operation::{
        describe_execution::{DescribeExecutionError, DescribeExecutionOutput},
        start_execution::StartExecutionError,
    },
};
use shop_contract::{ExecutionArn, Malformed, WarmUpKey};

use crate::{SdkConfig, StoreError};

/// A state machine.
#[derive(Debug, Clone)]
pub struct StateMachine {
    client: Client,
    arn: String,
}

/// The result of starting an execution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Started {
    /// It is running: it was started now, or before with the same input.
    Running,
    /// An execution with this name exists: one that has ended, or has another input.
    NameTaken,
}

impl StateMachine {
    /// The state machine with this ARN.
    pub fn new(aws: &SdkConfig, arn: String) -> Self {
        Self {
            client: Client::new(aws),
            arn,
        }
    }

    /// The client, for other calls.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// The ARN.
    pub fn arn(&self) -> &str {
        &self.arn
    }

    /// The ARN of the execution with this name, whether it exists or not.
    pub fn execution(&self, name: &str) -> Result<ExecutionArn, Malformed> {
        ExecutionArn::from_name(&self.arn, name)
    }

    /// Starts an execution.
    pub async fn start(&self, name: &str, input: &str) -> Result<Started, StoreError> {
        let started = self
            .client
            .start_execution()
            .state_machine_arn(&self.arn)
            .name(name)
            .input(input)
            .send()
            .await;
        match started {
            Ok(_) => Ok(Started::Running),
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

    /// Describes an execution, if it exists.
    pub async fn describe(
        &self,
        execution: &ExecutionArn,
    ) -> Result<Option<DescribeExecutionOutput>, StoreError> {
        self.describe_arn(execution.as_str()).await
    }

    /// Describes an execution that does not exist.
    pub async fn warm_up(&self, key: WarmUpKey) -> Result<(), StoreError> {
        let execution = ExecutionArn::prefix_of(&self.arn) + key.as_str();
        self.describe_arn(&execution).await.map(drop)
    }

    async fn describe_arn(&self, arn: &str) -> Result<Option<DescribeExecutionOutput>, StoreError> {
        let described = self.client.describe_execution().execution_arn(arn).send().await;
        match described {
            Ok(described) => Ok(Some(described)),
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
