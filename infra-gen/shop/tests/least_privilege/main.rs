//! What the roles of the synthesized template allow is what the functions need: with all of it each does its work, and with
//! a grant less it does not.
//!
//! The handlers run in process, started with the variables that the template gives them, and every call that they make
//! meets the policies of their role before it meets DynamoDB, S3, Step Functions or STS. What Lambda itself does in the
//! name of a function, to log and to trace, is asked of the same policies.
//!
//! Absent: the roles of the workflows, whose grants are written from the states themselves; and whatever is refused by
//! the policy of a bucket or a topic.

mod account;
#[path = "../common/environment.rs"]
mod environment;
mod goods;
#[path = "../common/pattern.rs"]
mod pattern;
mod role;
mod work;
mod world;

use futures_util::{StreamExt, stream};
use shop_contract::Function;

use crate::{
    account::Account,
    work::{open_links, work},
    world::World,
};

/// How many functions work at a time: some fill files of many megabytes.
const AT_A_TIME: usize = 4;

#[tokio::test(flavor = "multi_thread")]
async fn every_function_does_its_work_with_what_its_role_allows() {
    let account = Account::of("prod");
    for &function in Function::ALL {
        let worked = work(function, &World::open(&account, None).await).await;
        assert_eq!(worked, Ok(()), "{function}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_function_does_its_work_with_a_grant_less() {
    let account = &Account::of("prod");
    let grants = Function::ALL.iter().flat_map(|&function| {
        let role = account.function(function).role;
        account
            .each_grant_of(&role)
            .map(move |without| (function, without))
    });
    let works = stream::iter(grants).map(async |(function, without)| {
        let world = World::open(account, Some(&without)).await;
        let worked = work(function, &world).await;
        worked.is_ok().then_some((function, without))
    });
    let idle: Vec<_> = works
        .buffer_unordered(AT_A_TIME)
        .filter_map(async |idle| idle)
        .collect()
        .await;
    assert_eq!(
        idle,
        [],
        "nothing fails without these; take them out of the stack"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn links_open_by_what_their_role_allows_and_by_nothing_less() {
    let account = Account::of("prod");
    assert_eq!(open_links(&World::open(&account, None).await).await, Ok(()));
    for without in account.each_grant_of(&account.reader()) {
        let opened = open_links(&World::open(&account, Some(&without)).await).await;
        opened.expect_err("nothing else allows the reader to read");
    }
}

#[test]
fn links_are_signed_by_the_functions_that_make_them_only() {
    let account = Account::of("prod");
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
