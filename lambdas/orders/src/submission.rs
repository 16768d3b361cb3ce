//! Submitting an order to the workflow, once however often it is sent, and telling what became of it.
//!
//! An execution is named by its order, and Step Functions lets a name be used once (for ninety days after its end; by then
//! the order is in the table, and the workflow's first task stops at it). So a repeated request finds the execution
//! that the first one started, by the ID that both make of the idempotency key; the execution's input tells whether
//! it is the same order. Nothing is written here, and so nothing can be half written.

use std::future::Future;

use serde::Deserialize;
use shop_contract::{
    CreatedOrder, ExecutionArn, NewOrder, OrderId, SubmissionError, SubmissionStatus,
    workflow::{NewOrderExecution, TaskErrorName},
};
use shop_runtime::StoreError;

use crate::placing::{self, NoQuote, ReadProducts};

/// Starts executions of the workflow.
pub trait StartExecution {
    /// Starts an execution under the order's name.
    fn start(&self, id: &OrderId, input: &str) -> impl Future<Output = Result<Started, StoreError>>;
}

/// What became of an execution that was to be started.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Started {
    /// It runs, started now or by the same call before.
    Runs,
    /// There has been one of this name, with this input or another.
    NameTaken,
}

/// Knows the executions of the workflow.
pub trait FindExecution {
    /// The ARN that the order's execution has or would have.
    fn arn(&self, id: &OrderId) -> ExecutionArn;

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
    NoQuote(#[from] NoQuote),
    /// Another order came with its key.
    #[error("the key came with another order before")]
    KeyReused,
    /// The store or the workflow did not do its part.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Starts the workflow on the order, or finds that this was done before.
pub async fn submit(
    products: &impl ReadProducts,
    workflow: &(impl StartExecution + FindExecution),
    order_id: OrderId,
    order: NewOrder,
) -> Result<CreatedOrder, SubmitError> {
    // The workflow says no as well, later and to somebody who has left the page.
    let quote = placing::quote(products, order.lines.as_slice()).await?;

    let execution = NewOrderExecution { order_id, order };
    let id = &execution.order_id;
    match quote {
        Ok(_) => {
            let input = serde_json::to_string(&execution).expect("an order is a struct of texts and numbers");
            if workflow.start(id, &input).await? == Started::NameTaken {
                let first = workflow.find(id).await?;
                let first = first.ok_or_else(|| StoreError::Busy {
                    source: "an execution exists that cannot be described yet".into(),
                })?;
                same(&execution, &first)?;
            }
        }
        // An order that was taken in is answered as it was then, whatever has become of the catalogue since.
        Err(cannot) => match workflow.find(id).await? {
            Some(first) => same(&execution, &first)?,
            None => return Err(cannot.into()),
        },
    }
    Ok(CreatedOrder {
        execution_arn: workflow.arn(id),
        order_id: execution.order_id,
    })
}

/// Refuses an order that is not the one which the execution was started with.
fn same(execution: &NewOrderExecution, first: &Execution) -> Result<(), SubmitError> {
    // An input that does not read as an order was not written by this function, and is another's in any case.
    let first = serde_json::from_str::<NewOrderExecution>(&first.input).ok();
    if first.as_ref() == Some(execution) {
        Ok(())
    } else {
        Err(SubmitError::KeyReused)
    }
}

/// What the client is told about the order.
pub fn status(order_id: OrderId, progress: &Progress) -> SubmissionStatus {
    match progress {
        Progress::Running => SubmissionStatus::Running { order_id },
        Progress::Succeeded => SubmissionStatus::Succeeded { order_id },
        Progress::Failed { error, cause } => SubmissionStatus::Failed {
            order_id,
            error: told(error, cause).unwrap_or(SubmissionError::Internal),
        },
    }
}

/// What the tasks told the client by way of the execution's cause, which is what Lambda made of the task's failure. Any
/// other cause is for the log alone.
fn told(error: &str, cause: &str) -> Option<SubmissionError> {
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct LambdaError {
        error_message: String,
    }

    const TOLD: [TaskErrorName; 2] = [TaskErrorName::OutOfStock, TaskErrorName::UnknownProduct];
    TOLD.iter().find(|name| name.as_str() == error)?;
    let failure: LambdaError = serde_json::from_str(cause).ok()?;
    serde_json::from_str(&failure.error_message).ok()
}

#[cfg(test)]
mod tests {
    use shop_contract::ProductId;

    use super::*;

    fn id() -> OrderId {
        OrderId::parse("01936e2a-7c00-7abc-8def-0123456789ae").unwrap()
    }

    #[track_caller]
    fn check(error: &str, cause: &str, expected: &SubmissionError) {
        let progress = Progress::Failed {
            error: error.to_owned(),
            cause: cause.to_owned(),
        };
        let SubmissionStatus::Failed { error, .. } = status(id(), &progress) else {
            panic!("{progress:?}")
        };
        assert_eq!(error, *expected);
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
