//! `GET /orders/status/{executionArn}`: an order and its status, for anyone who has its link.

use shop_contract::{
    CheckOrderSubmissionEnv, CheckOrderSubmissionPath, OrderReference, SubmissionStatus, WarmUpKey, api,
};
use shop_runtime::{Anyone, Failure, Handler, Request, SdkConfig, warm_up};

use crate::{orders_table::OrdersTable, submission, workflow::NewOrderWorkflow};

/// The handler of `GET /orders/status/{executionArn}`.
#[derive(Debug)]
pub struct CheckOrderSubmission {
    orders: OrdersTable,
    workflow: NewOrderWorkflow,
}

impl Handler for CheckOrderSubmission {
    type Operation = api::CheckOrderSubmission;

    async fn start(environment: CheckOrderSubmissionEnv<String>, aws: &SdkConfig) -> Self {
        let orders = OrdersTable::new(aws, environment.orders_table);
        let workflow = NewOrderWorkflow::new(aws, environment.new_order_workflow);
        warm_up(orders.warm_up(WarmUpKey)).await;
        warm_up(workflow.warm_up(WarmUpKey)).await;
        Self { orders, workflow }
    }

    async fn handle(&self, request: &Request, _: Anyone) -> Result<SubmissionStatus, Failure> {
        let path = CheckOrderSubmissionPath::read(|name| request.path_parameter(name))?;
        let id = match path.execution_arn {
            OrderReference::Order(id) => id,
            // An execution of another workflow is refused without a look-up, so the response does not reveal whether it exists.
            OrderReference::Execution(arn) => self.workflow.order_of(&arn).ok_or_else(|| {
                Failure::invalid("parameter `executionArn`: expected an execution of an order")
            })?,
        };

        let status = submission::status(&self.orders, &self.workflow, id).await?;
        let status = status.ok_or_else(|| Failure::NotFound {
            detail: "order not found".to_owned(),
        })?;

        Ok(status)
    }
}
