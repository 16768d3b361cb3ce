//! Orders with faults: calls fail, get lost, are repeated or run concurrently. Still, stock is sold once and never goes below
//! zero, every order ends in one state, and no order is confirmed at a price that its customer did not agree to.
//!
//! The same test runs thousands of cases on maps in memory, and some on an in-process DynamoDB behind a bridge that loses
//! requests and responses.

mod memory;
mod plan;
mod tables;
mod workflow;

use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_fault_sells_a_cookie_twice(plan in plan::plans()) {
        // Time is paused and advances only for timers, so a back-off takes no time.
        let executor = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().expect("an executor");
        executor.block_on(memory::check(&plan));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_fault_of_the_network_or_dynamodb_sells_a_cookie_twice(plan in plan::plans()) {
        let executor = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("an executor");
        executor.block_on(tables::check(&plan));
    }
}
