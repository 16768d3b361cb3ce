//! Orders under fire: whatever fails, is lost, repeated or runs beside something else, stock is sold once and never
//! below zero, every order ends in one state, and none is confirmed at a price that its customer did not agree to.
//!
//! One body, two worlds: thousands of cases on maps in memory, and some on DynamoDB in process, behind a bridge on which
//! requests and answers get lost.

mod memory;
mod plan;
mod tables;
mod workflow;

use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 12_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_fault_sells_a_cookie_twice(plan in plan::plans()) {
        // Time stands still but for those who wait for it, so a back-off costs nothing.
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
