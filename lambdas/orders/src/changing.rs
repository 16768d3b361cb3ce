//! What the handlers that change an order share.

use shop_contract::{Actor, InvalidValue, OrderId, OrderPath};
use shop_runtime::{Employee, Failure, Request};

use crate::fulfilment::ChangeError;

/// The order of the path.
pub(crate) fn order_id(request: &Request) -> Result<OrderId, Failure> {
    // A text that is not an order ID names no order.
    let path = OrderPath::read(|name| request.path_parameter(name)).map_err(|_| not_found())?;
    Ok(path.id)
}

/// The employee, as the order's history names them.
pub(crate) fn actor(employee: &Employee) -> Actor {
    Actor {
        sub: employee.sub().to_owned(),
        name: employee.name().map(str::to_owned),
    }
}

/// The failure of a request that did not change an order.
pub(crate) fn failure(error: ChangeError) -> Failure {
    let detail = error.to_string();
    match error {
        ChangeError::UnknownOrder => not_found(),
        ChangeError::Conflict { status, .. } => Failure::OrderConflict { detail, status },
        ChangeError::InvalidAmount(reason) => Failure::Invalid {
            detail: format!("body, `amount`: {reason}"),
            errors: vec![InvalidValue {
                detail: reason.to_owned(),
                pointer: "#/amount".to_owned(),
            }],
        },
        ChangeError::KeyReused => Failure::IdempotencyConflict {
            detail: "the `Idempotency-Key` was used with another body; use a new random UUID".to_owned(),
        },
        ChangeError::Store(error) => error.into(),
    }
}

pub(crate) fn not_found() -> Failure {
    Failure::NotFound {
        detail: "order not found".to_owned(),
    }
}
