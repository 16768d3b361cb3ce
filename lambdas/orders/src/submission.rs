//! Submitting an order to the workflow, once however often it is sent, and telling what became of it.
//!
//! The order's own item tells first: it is the one truth, and outlives the execution. The execution is asked only for an
//! order that is not written.
//!
//! An execution is named by its order, and Step Functions lets a name be used once (for ninety days after its end; by then
//! the order is in the table, and the workflow's first task stops at it). So a repeated request finds the execution
//! that the first one started, by the ID that both make of the idempotency key; the execution's input tells whether
//! it is the same order. Nothing is written here, and so nothing can be half written.

use std::future::Future;

use serde::Deserialize;
use shop_contract::{
    CreatedOrder, NewOrder, Order, OrderId, OrderState, PriceChange, Rejection, SubmissionError,
    SubmissionStatus,
    workflow::{NewOrderExecution, OrderRequest, TaskErrorName},
};
use shop_runtime::{Started, StoreError};

use crate::placing::{self, QuoteError, ReadOrder, ReadProducts};

/// Starts executions of the workflow.
pub trait StartExecution {
    /// Starts an execution under the order's name.
    fn start(&self, id: &OrderId, input: &str) -> impl Future<Output = Result<Started, StoreError>>;
}

/// Knows the executions of the workflow.
pub trait FindExecution {
    /// The order's execution, if there has been one.
    fn find(&self, id: &OrderId) -> impl Future<Output = Result<Option<Execution>, StoreError>>;
}

/// An execution of the workflow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Execution {
    /// What it was started with.
    pub input: String,
    /// How far it is.
    pub progress: Progress,
}

/// How far an execution is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Progress {
    /// It has not ended.
    Running,
    /// It reached its end.
    Succeeded,
    /// It ended before, by a failure with a name and a cause or by force without.
    Failed {
        /// The name.
        error: String,
        /// The cause.
        cause: String,
    },
}

/// Why an order is not taken in.
#[derive(Debug, thiserror::Error)]
pub enum SubmitError {
    /// It has no price.
    #[error(transparent)]
    Quote(#[from] QuoteError),
    /// Its prices are not those that the customer agreed to.
    #[error("the prices are not those that were agreed to")]
    PriceChanged(Box<PriceChange>),
    /// Another order came with its key.
    #[error("the key came with another order before")]
    KeyReused,
    /// The store or the workflow did not do its part.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Starts the workflow on the order at the agreed total, or finds that this was done before.
pub async fn submit(
    products: &impl ReadProducts,
    workflow: &(impl StartExecution + FindExecution),
    order_id: OrderId,
    order: NewOrder,
) -> Result<CreatedOrder, SubmitError> {
    let agreed_total = order.total.clone();
    // Each line without the price that came with it: the agreed prices are those of the quote.
    let request = OrderRequest::from(order.clone());
    let quote = placing::quote(products, &request.lines, None).await?;
    // The workflow refuses as well, but later and when the customer has left the page.
    let agreed = quote.map_err(SubmitError::from).and_then(|quote| {
        placing::agree(&order, &quote).map_err(|change| SubmitError::PriceChanged(Box::new(change)))
    });

    let mut execution = NewOrderExecution {
        order_id,
        order: request,
        agreed: None,
    };
    let same = |execution: &NewOrderExecution, first: &Execution| {
        // An input that does not read as an order was not written by this function, and is another's in any case.
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
                    source: "an execution exists that cannot be described yet".into(),
                })?;
                same(&execution, &first)?;
            }
        }
        // An order that was accepted is answered as it was then, however the catalogue has changed since.
        Err(cannot) => match workflow.find(&execution.order_id).await? {
            Some(first) => same(&execution, &first)?,
            None => return Err(cannot),
        },
    }
    Ok(CreatedOrder {
        order_id: execution.order_id,
    })
}

/// What everyone with the order's link is told; none if there is neither an order nor an execution.
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
    // It may have been written and decided between the two questions.
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

/// What an order says of itself.
fn status_of(order: Order) -> SubmissionStatus {
    let order_id = order.id.clone();
    let error = match order.state.clone() {
        OrderState::Pending => {
            return SubmissionStatus::Running {
                order_id,
                order: Some(order.into()),
            };
        }
        OrderState::Confirmed { .. } => {
            return SubmissionStatus::Succeeded {
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

/// What the tasks told the client by way of the execution's cause, which is what Lambda made of the task's failure. Any
/// other cause is for the log alone.
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
    fn the_client_is_told_what_it_can_act_on() {
        let cause = r#"{"errorType":"UnknownProduct","errorMessage":"{\"code\":\"UnknownProduct\",\"productIds\":[\"oat\"]}"}"#;
        let unknown = SubmissionError::UnknownProduct {
            product_ids: vec![ProductId::parse("oat").unwrap()],
        };
        check("UnknownProduct", cause, &unknown);
    }

    #[test]
    fn the_client_is_told_nothing_of_our_insides() {
        for (error, cause) in [
            (
                "Busy",
                r#"{"errorType":"Busy","errorMessage":"arn:aws:dynamodb:…"}"#,
            ),
            ("OutOfStock", "not what the task wrote"),
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
