//! `POST /orders`: accepts an order at the total that the customer agreed to.

use serde::Deserialize;
use shop_contract::{
    CreateOrderEnv, CreateOrderHeaders, CreatedOrder, InvalidValue, NewOrder, NewOrderLine, ProductId,
    WarmUpKey, api,
};
use shop_runtime::{Anyone, Failure, Handler, ProductsTable, Request, SdkConfig, warm_up};

use crate::{
    order_id::order_id,
    placing::QuoteError,
    submission::{self, SubmitError},
    workflow::NewOrderWorkflow,
};

/// The handler of `POST /orders`.
#[derive(Debug)]
pub struct CreateOrder {
    products: ProductsTable,
    workflow: NewOrderWorkflow,
}

impl Handler for CreateOrder {
    type Operation = api::CreateOrder;

    async fn start(environment: CreateOrderEnv<String>, aws: &SdkConfig) -> Self {
        let products = ProductsTable::new(aws, environment.products_table);
        let workflow = NewOrderWorkflow::new(aws, environment.new_order_workflow);
        warm_up(products.warm_up_batch(WarmUpKey)).await;
        warm_up(workflow.warm_up(WarmUpKey)).await;
        Self { products, workflow }
    }

    async fn handle(&self, request: &Request, _: Anyone) -> Result<CreatedOrder, Failure> {
        let headers = CreateOrderHeaders::read(|name| request.header(name))?;
        let order: NewOrder = request.json()?;
        if let [first, ..] = order.contradictions().as_slice() {
            return Err(Failure::Invalid {
                detail: format!("body, `{}`: {}", first.pointer, first.detail),
                errors: order.contradictions(),
            });
        }

        let id = order_id(headers.idempotency_key.as_ref());
        let created = submission::submit(&self.products, &self.workflow, id, order).await;
        let created = created.map_err(|error| failure(error, request))?;

        Ok(created)
    }
}

fn failure(error: SubmitError, request: &Request) -> Failure {
    let detail = format!("body, `lines`: {error}");
    match error {
        SubmitError::Quote(QuoteError::UnknownProducts(unknown)) => match request.json::<RequestLines>() {
            Ok(request) => Failure::Invalid {
                detail,
                errors: request.invalid_values(&unknown),
            },
            Err(failure) => failure,
        },
        SubmitError::Quote(QuoteError::Total(reason)) => Failure::Invalid {
            detail,
            errors: vec![InvalidValue {
                detail: reason.to_string(),
                pointer: "#/lines".to_owned(),
            }],
        },
        SubmitError::PriceChanged(change) => Failure::PriceChanged {
            detail: "the prices differ from the agreed prices, so the order was not placed; \
                     show the new prices and order again with the new total"
                .to_owned(),
            change,
        },
        SubmitError::KeyReused => Failure::IdempotencyConflict {
            detail: "the `Idempotency-Key` was used with another order; use a new key for a new order"
                .to_owned(),
        },
        SubmitError::Store(error) => Failure::Store(error),
    }
}

/// The lines of a request. In the order itself, lines with the same product are merged, which changes their positions.
#[derive(Deserialize)]
struct RequestLines {
    lines: Vec<NewOrderLine>,
}

impl RequestLines {
    fn invalid_values(&self, unknown: &[ProductId]) -> Vec<InvalidValue> {
        let ids = self.lines.iter().map(|line| &line.product_id).enumerate();
        ids.filter(|(_, id)| unknown.contains(id))
            .map(|(line, id)| InvalidValue {
                detail: format!("product `{id}` does not exist"),
                pointer: format!("#/lines/{line}/productId"),
            })
            .collect()
    }
}
