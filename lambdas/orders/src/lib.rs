//! The orders microservice: from the request to the confirmation, exactly once, never oversold.
//!
//! [`submission`], [`placing`], [`inventory`] and [`listing`] are what the shop means by an order; [`orders_table`],
//! [`products_table`], [`stock`] and [`workflow`] are where that is kept and run; each handler has a file of its own.
//!
//! Absent: anything that cancels or delivers an order, and anything that gives stock back, for a rejected order never had
//! it.
//!
//! # The workflow `new_order`
//!
//! A Standard state machine in JSONata. `create_order` starts it with a
//! [`NewOrderExecution`](shop_contract::workflow::NewOrderExecution) under the name of the order's ID. Its states:
//!
//! 1. **`NewOrder`**: `lambda:invoke` of `new_order` with a [`NewOrderTask`](shop_contract::workflow::NewOrderTask):
//!    `{ orderId: $states.input.orderId, createdAt: $substring($states.context.Execution.StartTime, 0, 19) & "Z",
//!    order: $states.input.order }`. It assigns `orderId` for the states below. Next: `UpdateInventory`.
//! 2. **`UpdateInventory`**: `lambda:invoke` of `update_inventory` with an
//!    [`UpdateInventoryTask`](shop_contract::workflow::UpdateInventoryTask):
//!    `{ orderId: $orderId, decidedAt: $substring($states.context.State.EnteredTime, 0, 19) & "Z" }`. Next: `Confirmed`.
//! 3. **`Confirmed`**: Succeed, with the output `{ orderId: $orderId }`.
//! 4. **`Reject`**: `dynamodb:updateItem` of the orders table, with the state machine's own role, for a function that
//!    cannot run cannot clean up either. Key: `id`. On the condition `status = PENDING` it sets `status` to `REJECTED`,
//!    `statusShard` to `"REJECTED#" & $substring($orderId, 35)`, `decidedAt` to the state's `EnteredTime` cut to seconds as
//!    above and `rejection` to the map `{ reason: "NotProcessed" }` (names in `shop_contract::table::orders`). Next: `Failed`.
//! 5. **`LookUp`**: `dynamodb:getItem` of the order, consistent, when `Reject` met
//!    `DynamoDB.ConditionalCheckFailedException`: the order is decided, or there is none. Next: `WhatBecameOfIt`.
//! 6. **`WhatBecameOfIt`**: Choice: `Item.status.S = "CONFIRMED"` → `Confirmed`, for a task may be cut off after its
//!    transaction was written; otherwise → `Failed`.
//! 7. **`Failed`**: Fail, with the error and the cause that were caught: `$error.Error`, `$error.Cause`, unchanged, for
//!    [`submission::status`] reads them.
//!
//! Retry of `NewOrder` and `UpdateInventory`: on `Busy`, `Conflict`
//! ([`TaskErrorName::RETRIED`](shop_contract::workflow::TaskErrorName::RETRIED)) and
//! `Lambda.ServiceException`, `Lambda.AWSLambdaException`, `Lambda.SdkClientException`, `Lambda.TooManyRequestsException`,
//! `Lambda.Unknown`, `States.Timeout`: interval 1 s, rate 2, at most 8 attempts, a delay of at most 30 s, full jitter.
//! `TimeoutSeconds` of each is a little over the function's own. The execution as a whole has no timeout: one would end
//! it in the middle of its cleaning up.
//!
//! Catch of `NewOrder`: `UnknownProduct`, `NoTotal`, `OrderIdTaken` → `Failed`, for these are said only when the table holds
//! no order of this execution; then `States.ALL` → `Settle`: Wait of 30 s, longer than a run of the task can last, so that
//! none is left that could write the order after it was looked for; then `Reject`. If no run wrote it, `Reject` finds
//! nothing and the execution fails by the error that was caught. Both assign `error: $states.errorOutput` and `orderId`.
//!
//! Catch of `UpdateInventory`: `OutOfStock` → `Failed` (the task has rejected the order), then `States.ALL` → `Reject`;
//! both assign `error`. A run of the task that is still under way when `Reject` runs does no harm: both decide on the
//! condition that the order is pending, and one of them comes first.
//!
//! Retry of `Reject` and `LookUp`: `States.ALL` but for the condition's failure (a retrier for
//! `DynamoDB.ConditionalCheckFailedException` with no attempts comes first): interval 2 s, rate 2, a delay of at most
//! 900 s, full jitter, 200 attempts, which is about two days of a store that does not answer.
//!
//! The role of the state machine: invoke of the two functions, `dynamodb:UpdateItem` and `dynamodb:GetItem` of the orders
//! table.

pub mod check_order_submission;
pub mod create_order;
pub mod get_order;
pub mod get_orders;
pub mod inventory;
pub mod listing;
pub mod new_order;
pub mod order_id;
pub mod orders_table;
pub mod placing;
pub mod products_table;
pub mod stock;
pub mod submission;
pub mod update_inventory;
pub mod workflow;

mod decision;

use shop_runtime::{Entry, entry, task_entry};

/// The handlers of this binary.
pub const ENTRIES: &[Entry] = &[
    entry::<create_order::CreateOrder>(),
    entry::<check_order_submission::CheckOrderSubmission>(),
    entry::<get_orders::GetOrders>(),
    entry::<get_order::GetOrder>(),
    task_entry::<new_order::NewOrder>(),
    task_entry::<update_inventory::UpdateInventory>(),
];

#[cfg(test)]
mod tests {
    use shop_contract::Microservice;

    use super::ENTRIES;

    #[test]
    fn the_binary_holds_every_function_of_its_microservice() {
        assert!(
            ENTRIES
                .iter()
                .map(|entry| entry.function)
                .eq(Microservice::Orders.functions())
        );
    }
}
