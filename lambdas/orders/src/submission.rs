//! Submits an order to the workflow exactly once, and reads its status.
//!
//! The order's item is the source of truth and outlives the execution. The execution is read only for an order that is not
//! stored yet.
//!
//! The name of an execution is the order's ID, and Step Functions allows a name only once (until ninety days after the
//! execution's end; by then the order is in the table, and the workflow's first task finds it). A repeated request has the same
//! idempotency key and therefore the same ID, so it finds the execution of the first request. The execution's input shows
//! whether it is the same order. This module writes nothing else, so a failure leaves nothing incomplete.

use std::future::Future;

use serde::Deserialize;
use shop_contract::{
    CreatedOrder, Fulfilment, NewOrder, Order, OrderId, OrderState, PriceChange, Rejection, SubmissionError,
    SubmissionStatus,
    workflow::{NewOrderExecution, OrderRequest, TaskErrorName},
};
use shop_runtime::{Started, StoreError};

use crate::placing::{self, QuoteError, ReadOrder, ReadProducts};

/// Starts executions of the workflow.
pub trait StartExecution {
    /// Starts the execution of the order.
    fn start(&self, id: &OrderId, input: &str) -> impl Future<Output = Result<Started, StoreError>>;
}

/// Reads executions of the workflow.
pub trait FindExecution {
    /// The execution of the order, if it exists.
    fn find(&self, id: &OrderId) -> impl Future<Output = Result<Option<Execution>, StoreError>>;
}

/// An execution of the workflow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Execution {
    /// Its input.
    pub input: String,
    /// Its progress.
    pub progress: Progress,
}

/// The progress of an execution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Progress {
    /// It is running.
    Running,
    /// It succeeded.
    Succeeded,
    /// It failed with an error name and a cause, or was stopped without them.
    Failed {
        /// The error name.
        error: String,
        /// The cause.
        cause: String,
    },
}

/// Why an order was not accepted.
#[derive(Debug, thiserror::Error)]
pub enum SubmitError {
    /// It has no price.
    #[error(transparent)]
    Quote(#[from] QuoteError),
    /// The prices differ from the agreed prices.
    #[error("the prices differ from the agreed prices")]
    PriceChanged(Box<PriceChange>),
    /// The key was used with another order.
    #[error("the key was used with another order")]
    KeyReused,
    /// The store or the workflow failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Starts the workflow for the order at the agreed total, or finds that an earlier request started it.
pub async fn submit(
    products: &impl ReadProducts,
    workflow: &(impl StartExecution + FindExecution),
    order_id: OrderId,
    order: NewOrder,
) -> Result<CreatedOrder, SubmitError> {
    let agreed_total = order.total.clone();
    // The request has no prices: the agreed prices are those of the quote.
    let request = OrderRequest::from(order.clone());
    let quote = placing::quote(products, &request.lines, None).await?;
    // The workflow checks the prices as well, but only after the customer has left the page.
    let agreed = quote.map_err(SubmitError::from).and_then(|quote| {
        placing::agree(&order, &quote).map_err(|change| SubmitError::PriceChanged(Box::new(change)))
    });

    let mut execution = NewOrderExecution {
        order_id,
        order: request,
        agreed: None,
    };
    let same = |execution: &NewOrderExecution, first: &Execution| {
        // An input that cannot be read was not written by this function, so it is another order.
        let first = serde_json::from_str::<NewOrderExecution>(&first.input).ok();
        let is_same = first.is_some_and(|first| {
            let total = first.agreed.map_or(agreed_total.clone(), |agreed| agreed.total);
            (first.order_id, first.order, total)
                == (
                    execution.order_id.clone(),
                    execution.order.clone(),
                    agreed_total.clone(),
                )
        });
        if is_same {
            Ok(())
        } else {
            Err(SubmitError::KeyReused)
        }
    };
    match agreed {
        Ok(agreed) => {
            execution.agreed = Some(agreed);
            let input = serde_json::to_string(&execution).expect("an order is a struct of texts and numbers");
            let id = &execution.order_id;
            if workflow.start(id, &input).await? == Started::NameTaken {
                let first = workflow.find(id).await?;
                let first = first.ok_or_else(|| StoreError::Busy {
                    source: "the execution exists and cannot be described yet".into(),
                })?;
                same(&execution, &first)?;
            }
        }
        // An accepted order gets the same response again, even if the catalogue has changed since.
        Err(error) => match workflow.find(&execution.order_id).await? {
            Some(first) => same(&execution, &first)?,
            None => return Err(error),
        },
    }
    Ok(CreatedOrder {
        order_id: execution.order_id,
    })
}

/// The status of the order; none if neither the order nor its execution exists.
pub async fn status(
    orders: &impl ReadOrder,
    workflow: &impl FindExecution,
    id: OrderId,
) -> Result<Option<SubmissionStatus>, StoreError> {
    if let Some(order) = orders.find(&id).await? {
        return Ok(Some(status_of(order)));
    }
    let Some(execution) = workflow.find(&id).await? else {
        return Ok(None);
    };
    let error = match execution.progress {
        Progress::Running => {
            return Ok(Some(SubmissionStatus::Running {
                order_id: id,
                order: None,
            }));
        }
        Progress::Succeeded => SubmissionError::Internal,
        Progress::Failed { error, cause } => {
            client_error(&error, &cause).unwrap_or(SubmissionError::Internal)
        }
    };
    // The order may have been written and decided between the two reads.
    let order = orders.find(&id).await?;
    Ok(Some(order.map_or_else(
        || SubmissionStatus::Failed {
            order_id: id,
            error,
            order: None,
        },
        status_of,
    )))
}

/// The status of a stored order.
fn status_of(order: Order) -> SubmissionStatus {
    let order_id = order.id.clone();
    let error = match order.state.clone() {
        OrderState::Pending => {
            return SubmissionStatus::Running {
                order_id,
                order: Some(order.into()),
            };
        }
        OrderState::Confirmed { .. } => return confirmed(order, Fulfilment::Confirmed),
        OrderState::Packed { .. } => return confirmed(order, Fulfilment::Packed),
        OrderState::Shipped { shipment, .. } => return confirmed(order, Fulfilment::Shipped { shipment }),
        OrderState::Delivered { shipment, .. } => {
            return confirmed(order, Fulfilment::Delivered { shipment });
        }
        OrderState::Cancelled { .. } => {
            return SubmissionStatus::Cancelled {
                order_id,
                order: order.into(),
            };
        }
        OrderState::Rejected { rejection, .. } => match rejection {
            Rejection::OutOfStock { shortfalls } => SubmissionError::OutOfStock { shortfalls },
            Rejection::PriceChanged { price_change } => SubmissionError::PriceChanged { price_change },
            Rejection::NotProcessed => SubmissionError::Internal,
        },
    };
    SubmissionStatus::Failed {
        order_id,
        error,
        order: Some(order.into()),
    }
}

/// The status of a confirmed order.
fn confirmed(order: Order, fulfilment: Fulfilment) -> SubmissionStatus {
    SubmissionStatus::Succeeded {
        order_id: order.id.clone(),
        order: order.into(),
        fulfilment,
    }
}

/// The error for the client in an execution's cause, which is Lambda's description of the task's failure. Other causes are only
/// for the log.
fn client_error(error: &str, cause: &str) -> Option<SubmissionError> {
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct LambdaError {
        error_message: String,
    }

    const FOR_CLIENTS: [TaskErrorName; 3] = [
        TaskErrorName::OutOfStock,
        TaskErrorName::PriceChanged,
        TaskErrorName::UnknownProduct,
    ];
    FOR_CLIENTS.iter().find(|name| name.as_str() == error)?;
    let failure: LambdaError = serde_json::from_str(cause).ok()?;
    serde_json::from_str(&failure.error_message).ok()
}

#[cfg(test)]
mod tests {
    use shop_contract::ProductId;

    use super::*;

    #[track_caller]
    fn check(error: &str, cause: &str, expected: &SubmissionError) {
        let found = client_error(error, cause).unwrap_or(SubmissionError::Internal);
        assert_eq!(found, *expected);
    }

    #[test]
    fn the_client_gets_errors_that_it_can_act_on() {
        let cause = r#"{"errorType":"UnknownProduct","errorMessage":"{\"code\":\"UnknownProduct\",\"productIds\":[\"oat\"]}"}"#;
        let unknown = SubmissionError::UnknownProduct {
            product_ids: vec![ProductId::parse("oat").unwrap()],
        };
        check("UnknownProduct", cause, &unknown);
    }

    #[test]
    fn the_client_gets_no_internal_details() {
        for (error, cause) in [
            (
                "Busy",
                r#"{"errorType":"Busy","errorMessage":"arn:aws:dynamodb:…"}"#,
            ),
            ("OutOfStock", "not the message of the task"),
            (
                "OutOfStock",
                r#"{"errorType":"OutOfStock","errorMessage":"neither"}"#,
            ),
            ("States.Timeout", ""),
            ("", ""),
        ] {
            check(error, cause, &SubmissionError::Internal);
        }
    }
}
