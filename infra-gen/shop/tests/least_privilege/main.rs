//! The roles in the template allow exactly what the functions need: each function succeeds with its grants, and fails if
//! one of them is removed.
//!
//! The handlers run in process with the environment variables of the template. Each of their calls is checked against the
//! policies of their role before it reaches DynamoDB, S3, Step Functions or STS. The same applies to the logging and
//! tracing that Lambda does for a function.
//!
//! Absent: the roles of the workflows, whose grants are generated from the states, and resource policies of buckets and
//! topics.

mod account;
#[path = "../common/environment.rs"]
mod environment;
mod fixtures;
mod harness;
#[path = "../common/pattern.rs"]
mod pattern;
mod role;
mod scenarios;

use futures_util::{StreamExt, stream};
use shop_contract::Function;

use crate::{
    account::Account,
    harness::Harness,
    scenarios::{open_links, run_scenario},
};

/// How many scenarios run concurrently: some write files of many megabytes.
const CONCURRENT: usize = 4;

#[tokio::test(flavor = "multi_thread")]
async fn every_function_succeeds_with_its_grants() {
    let account = Account::new("prod");
    for &function in Function::ALL {
        let outcome = run_scenario(function, &Harness::new(&account, None).await).await;
        assert_eq!(outcome, Ok(()), "{function}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_function_succeeds_if_a_grant_is_removed() {
    let account = &Account::new("prod");
    let grants = Function::ALL.iter().flat_map(|&function| {
        let role = account.function(function).role;
        account
            .each_grant_of(&role)
            .map(move |removed| (function, removed))
    });
    let runs = stream::iter(grants).map(async |(function, removed)| {
        let harness = Harness::new(account, Some(&removed)).await;
        let outcome = run_scenario(function, &harness).await;
        outcome.is_ok().then_some((function, removed))
    });
    let unused: Vec<_> = runs
        .buffer_unordered(CONCURRENT)
        .filter_map(async |unused| unused)
        .collect()
        .await;
    assert_eq!(
        unused,
        [],
        "no function needs these grants; remove them from the stack"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn links_open_only_with_all_grants_of_the_role_that_signs_them() {
    let account = Account::new("prod");
    assert_eq!(open_links(&Harness::new(&account, None).await).await, Ok(()));
    for removed in account.each_grant_of(&account.reader()) {
        let outcome = open_links(&Harness::new(&account, Some(&removed)).await).await;
        outcome.expect_err("no other grant allows the reader to read");
    }
}

#[test]
fn only_the_functions_that_create_links_may_assume_the_reader_role() {
    let account = Account::new("prod");
    let reader = account.role(&account.reader());
    for &function in Function::ALL {
        let role = account.role(&account.function(function).role);
        assert_eq!(
            reader.trusts.contains(&role.arn),
            matches!(function, Function::GeneratePresignedUrl | Function::GetReport),
            "{function}"
        );
    }
}
