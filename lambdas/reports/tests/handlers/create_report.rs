//! Each employee has at most one report in progress.

use futures_util::future::join_all;
use proptest::prelude::*;
use shop_testing::{Answered, Endpoint, STAFF, Says};

use crate::shop::{EXECUTION, Shop};

const BOB: &[(&str, &str)] = &[
    ("sub", "0b0b0b0b-0000-4000-8000-000000000002"),
    ("username", "bob"),
    ("token_use", "access"),
    ("client_id", "site"),
    ("cognito:groups", "employees"),
];

fn arn(answer: &Answered) -> String {
    assert_eq!(answer.status, 202, "{answer:?}");
    answer.body["executionArn"].as_str().expect("an ARN").to_owned()
}

fn running(shop: &Shop) -> usize {
    let executions = shop.executions.executions();
    executions
        .values()
        .filter(|execution| execution.status == "RUNNING")
        .count()
}

/// The input with which the report of `claims` is started.
async fn input(shop: &Shop, claims: &[(&str, &str)]) -> String {
    let arn = arn(&shop.create_report(claims).await);
    assert!(arn.starts_with(EXECUTION), "{arn}");
    shop.executions.executions()[&arn].input.clone()
}

#[tokio::test]
async fn a_report_starts_with_the_address_from_the_pool_and_nothing_variable() {
    let body = format!(
        r#"{{"sub":"{}","email":"ann@example.com","email_verified":"true"}}"#,
        STAFF[0].1
    );
    let mut shop = Shop::open().await;
    shop.user_info = Endpoint::that_says(Says::Answer(200, "", body)).await;
    assert_eq!(
        input(&shop, STAFF).await,
        r#"{"requestedBy":"ann@example.com","requester":"ann@example.com","period":null}"#
    );
    let [asked] = shop.user_info.asked().try_into().expect("one question");
    assert_eq!(asked.headers["authorization"], "Bearer a.b.c");
    // A response about another user is ignored; the name in the token is used.
    assert_eq!(
        input(&shop, BOB).await,
        r#"{"requestedBy":"bob","requester":null,"period":null}"#
    );
}

#[tokio::test]
async fn an_unverified_address_gets_no_mail() {
    let body = format!(
        r#"{{"sub":"{}","email":"ann@example.com","email_verified":"false"}}"#,
        STAFF[0].1
    );
    let mut shop = Shop::open().await;
    shop.user_info = Endpoint::that_says(Says::Answer(200, "", body)).await;
    assert_eq!(
        input(&shop, STAFF).await,
        r#"{"requestedBy":"ann@example.com","requester":null,"period":null}"#
    );
}

#[tokio::test]
async fn a_period_has_days_in_the_shops_time_zone() {
    let shop = Shop::open().await;
    let query = [("from", "2026-10-01"), ("to", "2026-10-31")];
    let arn = arn(&shop.create_report_of(STAFF, &query).await);
    let input: serde_json::Value = serde_json::from_str(&shop.executions.executions()[&arn].input).unwrap();
    assert_eq!(
        input["period"],
        serde_json::json!({
            "from": "2026-10-01", "to": "2026-10-31",
            // In Berlin, daylight saving time ends in this month.
            "begins": "2026-09-30T22:00:00Z", "ends": "2026-10-31T23:00:00Z",
        })
    );
    for (query, detail) in [
        (
            [("from", "2026-11-02"), ("to", "2026-11-01")],
            "parameter `from`: expected a day that is not after `to`",
        ),
        (
            [("from", "2026-11-02"), ("to", "soon")],
            "parameter `to`: expected a day, such as `2026-11-22`",
        ),
    ] {
        let refused = shop.create_report_of(STAFF, &query).await;
        assert_eq!(
            (refused.status, refused.body["detail"].as_str()),
            (400, Some(detail))
        );
    }
}

#[tokio::test]
async fn a_report_starts_without_a_response_from_the_pool() {
    // If employees sign in with an e-mail address, the pool's user name is an ID that means nothing to readers.
    let anonymous = r#"{"requestedBy":"an employee","requester":null,"period":null}"#;
    assert_eq!(input(&Shop::open().await, STAFF).await, anonymous);
    for (status, body) in [
        (200, r#"{"sub":"another-user","email":"bob@example.com"}"#),
        (200, "<html>"),
        (401, r#"{"error":"invalid_token"}"#),
        (429, ""),
        (500, ""),
    ] {
        let mut shop = Shop::open().await;
        shop.user_info = Endpoint::that_says(Says::Answer(status, "", body.to_owned())).await;
        assert_eq!(input(&shop, STAFF).await, anonymous, "{status} {body}");
    }
}

#[tokio::test]
async fn a_second_request_gets_the_running_report() {
    let shop = Shop::open().await;
    let first = arn(&shop.create_report(STAFF).await);
    let again = arn(&shop.create_report(STAFF).await);
    assert_eq!(first, again);
    assert_eq!(shop.executions.executions().len(), 1);
}

#[tokio::test]
async fn concurrent_requests_get_one_report() {
    let shop = Shop::open().await;
    let answers = join_all((0..20).map(|_| shop.create_report(STAFF))).await;
    let first = arn(&answers[0]);
    assert!(answers.iter().all(|answer| arn(answer) == first));
    assert_eq!(shop.executions.executions().len(), 1);
}

#[tokio::test]
async fn a_rejected_duplicate_name_gives_the_running_report() {
    let shop = Shop::open().await;
    shop.executions.give_names_once();
    for count in 1..=3 {
        let answers = join_all((0..20).map(|_| shop.create_report(STAFF))).await;
        let first = arn(&answers[0]);
        assert!(answers.iter().all(|answer| arn(answer) == first));
        assert_eq!((shop.executions.executions().len(), running(&shop)), (count, 1));
        shop.executions.end(&first, "SUCCEEDED", None);
    }
}

#[tokio::test]
async fn each_employee_gets_their_own_report() {
    let shop = Shop::open().await;
    let ann = arn(&shop.create_report(STAFF).await);
    let bob = arn(&shop.create_report(BOB).await);
    assert_ne!(ann, bob);
    assert_eq!(running(&shop), 2);
}

#[tokio::test]
async fn a_new_report_starts_after_the_last_one_has_ended() {
    let shop = Shop::open().await;
    for status in ["SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"] {
        let arn = arn(&shop.create_report(STAFF).await);
        assert_eq!(running(&shop), 1);
        shop.executions.end(&arn, status, None);
    }
    arn(&shop.create_report(STAFF).await);
    assert_eq!((shop.executions.executions().len(), running(&shop)), (5, 1));
}

#[tokio::test]
async fn a_stale_list_starts_nothing_twice() {
    let shop = Shop::open().await;
    for _ in 0..6 {
        let arn = arn(&shop.create_report(STAFF).await);
        shop.executions.end(&arn, "SUCCEEDED", None);
    }
    let last = arn(&shop.create_report(STAFF).await);
    for behind in 0..8 {
        shop.executions.fall_behind(behind);
        assert_eq!(arn(&shop.create_report(STAFF).await), last, "{behind}");
    }
}

#[tokio::test]
async fn the_body_is_ignored_and_other_callers_are_rejected() {
    let shop = Shop::open().await;
    assert_eq!(shop.create_report(&[]).await.status, 401);
    let other_client: Vec<_> = STAFF
        .iter()
        .map(|&(name, value)| (name, if name == "client_id" { "other" } else { value }))
        .collect();
    assert_eq!(shop.create_report(&other_client).await.status, 401);
    let no_group: Vec<_> = STAFF
        .iter()
        .copied()
        .filter(|(name, _)| *name != "cognito:groups")
        .collect();
    assert_eq!(shop.create_report(&no_group).await.status, 403);
    assert!(shop.executions.executions().is_empty());
}

/// Events that happen in sequence.
#[derive(Debug, Clone, Copy)]
enum Step {
    /// A number of concurrent requests.
    Ask(usize),
    /// All running executions end.
    End,
    /// Lists lack a number of recent executions.
    FallBehind(usize),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        3 => (1_usize..6).prop_map(Step::Ask),
        2 => Just(Step::End),
        1 => (0_usize..5).prop_map(Step::FallBehind),
    ];
    prop::collection::vec(step, 1..20)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn an_employee_never_has_two_running_reports(steps in steps()) {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        runtime.block_on(async {
            let shop = Shop::open().await;
            for step in steps {
                match step {
                    Step::Ask(count) => {
                        let answers = join_all((0..count).map(|_| shop.create_report(STAFF))).await;
                        let first = arn(&answers[0]);
                        prop_assert!(answers.iter().all(|answer| arn(answer) == first));
                        prop_assert_eq!(shop.executions.executions()[&first].status, "RUNNING");
                    }
                    Step::End => {
                        for (arn, execution) in shop.executions.executions() {
                            if execution.status == "RUNNING" {
                                shop.executions.end(&arn, "SUCCEEDED", None);
                            }
                        }
                    }
                    Step::FallBehind(count) => shop.executions.fall_behind(count),
                }
                prop_assert!(running(&shop) <= 1);
            }
            Ok(())
        })?;
    }
}
