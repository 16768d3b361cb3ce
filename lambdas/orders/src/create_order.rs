//! `POST /orders`: takes an order in.

use shop_contract::{CreateOrderEnv, CreateOrderHeaders, NewOrder, ProductId};
use shop_runtime::{Failure, Handler, Request, Response, SdkConfig, warm_up};

use crate::{
    order_id::{nobodys, order_id},
    placing::ReadProducts,
    products_table::ProductsTable,
    submission::{self, FindExecution, SubmitError},
    workflow::NewOrderWorkflow,
};

/// The handler of `POST /orders`.
#[derive(Debug)]
pub struct CreateOrder {
    products: ProductsTable,
    workflow: NewOrderWorkflow,
}

impl Handler for CreateOrder {
    type Env = CreateOrderEnv<String>;

    fn allowed_origins(environment: &Self::Env) -> &str {
        &environment.allowed_origins
    }

    async fn start(environment: Self::Env, aws: &SdkConfig) -> Self {
        let products = ProductsTable::new(aws, environment.products_table);
        let workflow = NewOrderWorkflow::new(aws, environment.new_order_workflow);
        let any = ProductId::parse("any").expect("the ID is well formed");
        warm_up(products.read(&[any])).await;
        warm_up(workflow.find(&nobodys())).await;
        Self { products, workflow }
    }

    async fn handle(&self, request: &Request) -> Result<Response, Failure> {
        let headers = CreateOrderHeaders::read(|name| request.header(name))?;
        let order: NewOrder = request.json()?;

        let id = order_id(headers.idempotency_key.as_ref());
        let created = submission::submit(&self.products, &self.workflow, id, order).await?;

        Ok(Response::json(202, &created))
    }
}

impl From<SubmitError> for Failure {
    fn from(error: SubmitError) -> Self {
        match error {
            SubmitError::UnknownProducts(_) => Self::Invalid {
                detail: format!("body, `lines`: {error}"),
            },
            SubmitError::KeyReused => Self::IdempotencyConflict {
                detail: "the header `Idempotency-Key` came with another order before; send a new key with a new order"
                    .to_owned(),
            },
            SubmitError::Store(error) => Self::Store(error),
        }
    }
}
