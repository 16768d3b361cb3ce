//! `GET /orders/status/{executionArn}`: how far a submitted order has come.

use shop_contract::{CheckOrderSubmissionEnv, CheckOrderSubmissionPath};
use shop_runtime::{Failure, Handler, Request, Response, SdkConfig, warm_up};

use crate::{
    order_id::nobodys,
    submission::{self, FindExecution},
    workflow::NewOrderWorkflow,
};

/// The handler of `GET /orders/status/{executionArn}`.
#[derive(Debug)]
pub struct CheckOrderSubmission {
    workflow: NewOrderWorkflow,
}

impl Handler for CheckOrderSubmission {
    type Env = CheckOrderSubmissionEnv<String>;

    fn allowed_origins(environment: &Self::Env) -> &str {
        &environment.allowed_origins
    }

    async fn start(environment: Self::Env, aws: &SdkConfig) -> Self {
        let workflow = NewOrderWorkflow::new(aws, environment.new_order_workflow);
        warm_up(workflow.find(&nobodys())).await;
        Self { workflow }
    }

    async fn handle(&self, request: &Request) -> Result<Response, Failure> {
        let path = CheckOrderSubmissionPath::read(|name| request.path_parameter(name))?;
        // Another workflow's execution is refused before it is asked for: nobody learns here whether it exists.
        let id = self.workflow.order_of(&path.execution_arn);
        let id =
            id.ok_or_else(|| Failure::invalid("parameter `executionArn`: not the execution of an order"))?;

        let execution = self.workflow.find(&id).await?;
        let execution = execution.ok_or_else(|| Failure::NotFound {
            detail: "no order was submitted under this ARN".to_owned(),
        })?;

        Ok(Response::json(200, &submission::status(id, &execution.progress)))
    }
}
