//! The operations on orders below are for employees: the runtime refuses other callers, even if the gateway lets them
//! through.

use serde_json::{Value, json};
use shop_contract::table::orders;
use shop_testing::STAFF;

use crate::shop::{ORDERS, Shop, basket};

const KEY: &str = "8e03978e-40d5-43e8-bc93-6894a57f9324";
const ID: &str = "01936e2a-7c00-7abc-8def-000000000001";

/// A shop with one order, which the caller must not see.
async fn shop() -> Shop {
    let shop = Shop::selling(&[]).await;
    let order = json!({
        "id": ID, "createdAt": "2026-11-01T00:00:00Z", "customer": basket(&[])["customer"],
        "lines": [{ "productId": "oat", "name": "Oat", "price": { "amount": 350, "currency": "EUR" }, "quantity": 1 }],
        "total": { "amount": 350, "currency": "EUR" }, "status": "PENDING"
    });
    let order = serde_json::from_value(order).expect("an order");
    shop.dynamo.put(ORDERS, orders::OrderItem::new(&order)).await;
    shop
}

/// An employee's claims with one exception, which has another value or is missing.
fn employee_but(claim: &str, value: Option<&'static str>) -> Vec<(&'static str, &'static str)> {
    STAFF
        .iter()
        .filter_map(|&(name, own)| {
            if name == claim {
                value.map(|value| (name, value))
            } else {
                Some((name, own))
            }
        })
        .collect()
}

async fn check(claims: &[(&str, &str)], status: u16) {
    let shop = shop().await;
    // The refusal is the same whether or not the request is valid and the order exists.
    let packed = json!({ "to": "PACKED" });
    let refund = json!({ "amount": { "amount": 1, "currency": "EUR" }, "reason": "Broken" });
    let note = json!({ "text": "Ring twice" });
    for answer in [
        shop.transition_as(claims, ID, &packed).await,
        shop.refund_as(claims, ID, Some(KEY), &refund).await,
        shop.note_as(claims, ID, Some(KEY), &note).await,
        shop.get_orders_as(claims, &[]).await,
        shop.get_orders_as(claims, &[("limit", "nonsense")]).await,
        shop.get_order_as(claims, ID).await,
        shop.get_order_as(claims, "nonsense").await,
    ] {
        assert_eq!(answer.status, status, "{claims:?}: {answer:?}");
        let problem = if status == 401 {
            "unauthorized"
        } else {
            "forbidden"
        };
        assert_eq!(answer.body["type"], json!(format!("/problems/{problem}")));
        assert_eq!(answer.body.get("items"), None::<&Value>);
    }
}

#[tokio::test]
async fn a_request_without_claims_is_refused() {
    check(&[], 401).await;
}

#[tokio::test]
async fn a_token_of_another_client_is_refused() {
    check(&employee_but("client_id", Some("another")), 401).await;
    check(&employee_but("client_id", None), 401).await;
}

#[tokio::test]
async fn an_id_token_is_refused() {
    check(&employee_but("token_use", Some("id")), 401).await;
    check(&employee_but("token_use", None), 401).await;
}

#[tokio::test]
async fn a_user_who_is_not_in_the_group_is_refused() {
    check(
        &employee_but("cognito:groups", Some("customers,ex-employees")),
        403,
    )
    .await;
    check(&employee_but("cognito:groups", None), 403).await;
}

#[tokio::test]
async fn an_employee_in_several_groups_is_accepted() {
    let claims = employee_but("cognito:groups", Some("[admins employees]"));
    let shop = shop().await;
    assert_eq!(shop.get_orders_as(&claims, &[]).await.status, 200);
    assert_eq!(shop.get_order_as(&claims, ID).await.status, 200);
}
