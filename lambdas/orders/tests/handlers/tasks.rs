//! The tasks of the workflow, with the input of the state machine.

use futures_util::future::join_all;
use serde_json::{Value, json};
use shop_contract::{OrderNumber, table::products, workflow::TaskErrorName};

use crate::shop::{ORDERS, PRODUCTS, Shop, basket, cookie};

pub(crate) fn id(number: u32) -> String {
    format!("01936e2a-7c00-7abc-8def-{number:012x}")
}

pub(crate) fn place(number: u32, lines: &[(&str, u32)]) -> Value {
    let prices: Vec<_> = lines
        .iter()
        .map(|(product, _)| json!({ "productId": product, "price": money(350) }))
        .collect();
    let mut order = basket(lines);
    let total = order["total"].take();
    json!({
        "orderId": id(number),
        "createdAt": "2026-11-22T10:00:00Z",
        "order": order,
        "agreed": { "lines": prices, "total": total },
    })
}

/// The input of an older version of the workflow.
fn place_at_any_price(number: u32, lines: &[(&str, u32)]) -> Value {
    let mut task = place(number, lines);
    task.as_object_mut()
        .expect("a task is an object")
        .remove("agreed");
    task
}

/// The number of the order with this ID.
pub(crate) fn number_of(id: &str) -> OrderNumber {
    OrderNumber::of(&id.parse().expect("an order ID"))
}

fn money(amount: u32) -> Value {
    json!({ "amount": amount, "currency": "EUR" })
}

pub(crate) fn decide(number: u32) -> Value {
    decide_order(&id(number))
}

pub(crate) fn decide_order(id: &str) -> Value {
    json!({ "orderId": id, "decidedAt": "2026-11-22T10:00:01Z" })
}

#[tokio::test]
async fn an_order_is_written_at_the_agreed_prices_and_confirmed() {
    let shop = Shop::selling(&[("oat", 5), ("plum", 5)]).await;
    let lines = [("plum", 2), ("oat", 1)];
    let placed = shop.new_order(&place(1, &lines)).await.unwrap();
    assert_eq!(placed.order_id.as_str(), id(1));
    let mut order = json!({
        "id": id(1),
        "number": number_of(&id(1)),
        "createdAt": "2026-11-22T10:00:00Z",
        "customer": basket(&lines)["customer"],
        "lines": [
            { "productId": "plum", "name": "Cookie plum", "price": money(350), "quantity": 2 },
            { "productId": "oat", "name": "Cookie oat", "price": money(350), "quantity": 1 },
        ],
        "total": money(1050),
        "status": "PENDING",
    });
    assert_eq!(shop.get_order(&id(1)).await.body, order);
    assert_eq!(shop.stock("plum").await, 5);

    shop.update_inventory(&decide(1)).await.unwrap();
    order["status"] = "CONFIRMED".into();
    order["decidedAt"] = "2026-11-22T10:00:01Z".into();
    assert_eq!(shop.get_order(&id(1)).await.body, order);
    assert_eq!((shop.stock("plum").await, shop.stock("oat").await), (3, 4));
}

#[tokio::test]
async fn a_repeated_task_changes_nothing() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    shop.new_order(&place(1, &[("oat", 2)])).await.unwrap();
    let written = shop.get_order(&id(1)).await.body;

    // The price changes, and then the product is deleted.
    shop.reprice("oat", 999).await;
    shop.new_order(&place(1, &[("oat", 2)])).await.unwrap();
    assert_eq!(shop.get_order(&id(1)).await.body, written);
    shop.reprice("oat", 350).await;

    for _ in 0..3 {
        shop.update_inventory(&decide(1)).await.unwrap();
        shop.reprice("oat", 999).await;
    }
    assert_eq!(shop.stock("oat").await, 3);

    // Another time is another transaction, and still not a second sale.
    let later = json!({ "orderId": id(1), "decidedAt": "2026-11-22T10:00:59Z" });
    shop.update_inventory(&later).await.unwrap();
    assert_eq!(shop.stock("oat").await, 3);

    shop.dynamo.delete(PRODUCTS, "id", "oat").await;
    shop.new_order(&place(1, &[("oat", 2)])).await.unwrap();
    assert_eq!(shop.get_order(&id(1)).await.body["status"], "CONFIRMED");
}

#[tokio::test]
async fn a_changed_price_rejects_the_order_with_the_old_and_new_prices() {
    // Before the order is written, and after.
    for written_first in [false, true] {
        let shop = Shop::selling(&[("oat", 5), ("plum", 5)]).await;
        let task = place(1, &[("oat", 2), ("plum", 1)]);
        if written_first {
            shop.new_order(&task).await.unwrap();
        }
        shop.reprice("oat", 360).await;
        shop.new_order(&task).await.unwrap();

        let change = json!({
            "lines": [
                { "productId": "oat", "name": "Cookie oat", "quantity": 2, "agreedPrice": money(350), "price": money(360) },
                { "productId": "plum", "name": "Cookie plum", "quantity": 1, "agreedPrice": money(350), "price": money(350) },
            ],
            "agreedTotal": money(1050),
            "total": money(1070),
        });
        for _ in 0..2 {
            let failure = shop.update_inventory(&decide(1)).await.unwrap_err();
            assert_eq!(failure.name, TaskErrorName::PriceChanged);
            let told: Value = serde_json::from_str(&failure.message).unwrap();
            assert_eq!(told, json!({ "code": "PriceChanged", "priceChange": change }));
            // The old price does not confirm a rejected order.
            shop.reprice("oat", 350).await;
        }
        let order = shop.get_order(&id(1)).await.body;
        assert_eq!(
            (&order["status"], &order["total"]),
            (&json!("REJECTED"), &money(1050))
        );
        assert_eq!(
            order["rejection"],
            json!({ "reason": "PriceChanged", "priceChange": change })
        );
        assert_eq!((shop.stock("oat").await, shop.stock("plum").await), (5, 5));
    }
}

#[tokio::test]
async fn a_lower_price_rejects_the_order_too() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    shop.new_order(&place(1, &[("oat", 1)])).await.unwrap();
    shop.reprice("oat", 1).await;
    let failure = shop.update_inventory(&decide(1)).await.unwrap_err();
    assert_eq!(failure.name, TaskErrorName::PriceChanged);
}

#[tokio::test]
async fn shortfalls_are_reported_before_price_changes() {
    let shop = Shop::selling(&[("oat", 1), ("plum", 5)]).await;
    shop.new_order(&place(1, &[("oat", 2), ("plum", 1)]))
        .await
        .unwrap();
    shop.reprice("plum", 360).await;
    shop.reprice("oat", 360).await;
    let failure = shop.update_inventory(&decide(1)).await.unwrap_err();
    assert_eq!(failure.name, TaskErrorName::OutOfStock);
}

#[tokio::test]
async fn a_new_price_in_another_currency_has_no_total() {
    let shop = Shop::selling(&[("oat", 5), ("plum", 5)]).await;
    shop.new_order(&place(1, &[("oat", 1), ("plum", 1)]))
        .await
        .unwrap();
    let mut dollars = cookie("plum", 5);
    dollars.price.currency = "USD".parse().unwrap();
    shop.dynamo
        .put(PRODUCTS, products::ProductItem::from(dollars))
        .await;
    let failure = shop.update_inventory(&decide(1)).await.unwrap_err();
    assert_eq!(failure.name, TaskErrorName::NoTotal);
    assert_eq!(shop.stock("oat").await, 5);
}

#[tokio::test]
async fn an_order_accepted_by_an_older_version_gets_the_current_prices() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    shop.reprice("oat", 360).await;
    let mut task = place_at_any_price(1, &[("oat", 2)]);
    task["fromTheFuture"] = json!(true);
    shop.new_order(&task).await.unwrap();
    task["agreed"] = Value::Null;
    shop.new_order(&task).await.unwrap();
    shop.update_inventory(&decide(1)).await.unwrap();
    assert_eq!(shop.get_order(&id(1)).await.body["total"], money(720));
}

#[tokio::test]
async fn agreed_prices_that_do_not_add_up_are_not_written() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    let mut wrong_total = place(1, &[("oat", 2)]);
    wrong_total["agreed"]["total"] = money(1);
    let mut no_price = place(1, &[("oat", 2)]);
    no_price["agreed"]["lines"] = json!([]);
    for task in [wrong_total, no_price] {
        let failure = shop.new_order(&task).await.unwrap_err();
        assert_eq!(failure.name, TaskErrorName::NoTotal);
    }
    assert!(shop.dynamo.items(ORDERS).await.is_empty());
}

#[tokio::test]
async fn too_little_stock_rejects_the_order_with_all_shortfalls() {
    let shop = Shop::selling(&[("oat", 1), ("plum", 9), ("rye", 0)]).await;
    shop.new_order(&place(1, &[("oat", 2), ("plum", 1), ("rye", 3)]))
        .await
        .unwrap();
    let shortfalls = json!([
        { "productId": "oat", "requested": 2, "available": 1 },
        { "productId": "rye", "requested": 3, "available": 0 },
    ]);
    for _ in 0..2 {
        let failure = shop.update_inventory(&decide(1)).await.unwrap_err();
        assert_eq!(failure.name, TaskErrorName::OutOfStock);
        let told: Value = serde_json::from_str(&failure.message).unwrap();
        assert_eq!(told, json!({ "code": "OutOfStock", "shortfalls": shortfalls }));
        // New stock does not confirm a rejected order.
        shop.dynamo
            .put(PRODUCTS, products::ProductItem::from(cookie("rye", 9)))
            .await;
    }
    let order = shop.get_order(&id(1)).await.body;
    assert_eq!(order["status"], "REJECTED");
    assert_eq!(
        order["rejection"],
        json!({ "reason": "OutOfStock", "shortfalls": shortfalls })
    );
    assert_eq!((shop.stock("oat").await, shop.stock("plum").await), (1, 9));
}

#[tokio::test]
async fn concurrent_orders_never_take_more_than_the_stock() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    for number in 0..20 {
        shop.new_order(&place(number, &[("oat", 1)])).await.unwrap();
    }
    let inputs: Vec<_> = (0..20).map(decide).collect();
    let decided = join_all(inputs.iter().map(|input| shop.update_inventory(input))).await;
    assert_eq!(decided.iter().filter(|decided| decided.is_ok()).count(), 5);
    assert_eq!(shop.stock("oat").await, 0);
    let confirmed = shop.get_orders(&[("status", "CONFIRMED")]).await;
    assert_eq!(confirmed.body["items"].as_array().unwrap().len(), 5);
}

#[tokio::test]
async fn an_order_of_99_lines_is_one_transaction() {
    let ids: Vec<_> = (0..99).map(|number| format!("c-{number}")).collect();
    let lines: Vec<_> = ids.iter().map(|id| (id.as_str(), 1)).collect();
    let shop = Shop::selling(&lines).await;
    shop.new_order(&place(1, &lines)).await.unwrap();
    shop.update_inventory(&decide(1)).await.unwrap();
    assert_eq!((shop.stock("c-0").await, shop.stock("c-98").await), (0, 0));
}

#[tokio::test]
async fn an_order_with_an_unknown_product_is_not_written() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    let failure = shop
        .new_order(&place(1, &[("oat", 1), ("nope", 1)]))
        .await
        .unwrap_err();
    assert_eq!(failure.name, TaskErrorName::UnknownProduct);
    let told: Value = serde_json::from_str(&failure.message).unwrap();
    assert_eq!(told, json!({ "code": "UnknownProduct", "productIds": ["nope"] }));
    assert!(shop.dynamo.items(ORDERS).await.is_empty());

    let failure = shop.update_inventory(&decide(1)).await.unwrap_err();
    assert_eq!(failure.name, TaskErrorName::UnknownOrder);
}

#[tokio::test]
async fn an_id_belongs_to_one_order() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    shop.new_order(&place(1, &[("oat", 1)])).await.unwrap();
    let failure = shop.new_order(&place(1, &[("oat", 2)])).await.unwrap_err();
    assert_eq!(failure.name, TaskErrorName::OrderIdTaken);
}

#[tokio::test]
async fn an_order_in_two_currencies_is_not_written() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    let mut dollars = cookie("plum", 5);
    dollars.price.currency = "USD".parse().unwrap();
    shop.dynamo
        .put(PRODUCTS, products::ProductItem::from(dollars))
        .await;
    let failure = shop
        .new_order(&place_at_any_price(1, &[("oat", 1), ("plum", 1)]))
        .await
        .unwrap_err();
    assert_eq!(failure.name, TaskErrorName::NoTotal);
    assert!(shop.dynamo.items(ORDERS).await.is_empty());
}

#[tokio::test]
async fn an_invalid_input_has_its_own_error_name() {
    let shop = Shop::selling(&[]).await;
    for input in [
        json!({}),
        json!(null),
        json!({ "orderId": "1", "decidedAt": "now" }),
        decide(1),
    ] {
        let failure = shop.new_order(&input).await.unwrap_err();
        assert_eq!(failure.name, TaskErrorName::MalformedInput);
    }
}
