//! `POST /orders/{id}/transitions`, `…/refunds` and `…/notes`.

use futures_util::future::{join, join_all};
use serde_json::{Value, json};
use shop_contract::{AddOrderNoteEnv, Order, OrderStatus, RefundOrderEnv, TransitionOrderEnv, table::orders};
use shop_orders::{
    add_order_note::AddOrderNote, refund_order::RefundOrder, transition_order::TransitionOrder,
};
use shop_testing::{Answered, CLIENT, Event, MANAGER, STAFF, ask};

use crate::{
    shop::{ORDERS, ORIGIN, PRODUCTS, Shop, basket},
    tasks::{decide, id, place},
};

const KEY: &str = "8e03978e-40d5-43e8-bc93-6894a57f9324";
const OTHER_KEY: &str = "0c5a7b9e-1d2f-4a3b-8c4d-5e6f7a8b9c0d";

impl Shop {
    pub(crate) async fn transition(&self, id: &str, body: &Value) -> Answered {
        self.transition_as(STAFF, id, body).await
    }

    /// Makes a transition for a caller with these claims.
    pub(crate) async fn transition_as(&self, claims: &[(&str, &str)], id: &str, body: &Value) -> Answered {
        let env = TransitionOrderEnv {
            products_table: PRODUCTS.to_owned(),
            orders_table: ORDERS.to_owned(),
            user_pool_client: CLIENT.to_owned(),
            allowed_origins: ORIGIN.to_owned(),
        };
        let event = Event {
            path: "/orders/…/transitions",
            path_parameters: &[("id", id)],
            headers: &[("content-type", "application/json")],
            claims,
            ..Event::default()
        };
        ask::<TransitionOrder>(env, &self.aws(), &event.post(&body.to_string())).await
    }

    async fn refund(&self, id: &str, key: Option<&str>, body: &Value) -> Answered {
        self.refund_as(MANAGER, id, key, body).await
    }

    /// Records a refund for a caller with these claims.
    pub(crate) async fn refund_as(
        &self,
        claims: &[(&str, &str)],
        id: &str,
        key: Option<&str>,
        body: &Value,
    ) -> Answered {
        let env = RefundOrderEnv {
            orders_table: ORDERS.to_owned(),
            user_pool_client: CLIENT.to_owned(),
            allowed_origins: ORIGIN.to_owned(),
        };
        let event = Event {
            path: "/orders/…/refunds",
            path_parameters: &[("id", id)],
            headers: &with_key(key),
            claims,
            ..Event::default()
        };
        ask::<RefundOrder>(env, &self.aws(), &event.post(&body.to_string())).await
    }

    async fn note(&self, id: &str, key: Option<&str>, body: &Value) -> Answered {
        self.note_as(STAFF, id, key, body).await
    }

    /// Adds a note for a caller with these claims.
    pub(crate) async fn note_as(
        &self,
        claims: &[(&str, &str)],
        id: &str,
        key: Option<&str>,
        body: &Value,
    ) -> Answered {
        let env = AddOrderNoteEnv {
            orders_table: ORDERS.to_owned(),
            user_pool_client: CLIENT.to_owned(),
            allowed_origins: ORIGIN.to_owned(),
        };
        let event = Event {
            path: "/orders/…/notes",
            path_parameters: &[("id", id)],
            headers: &with_key(key),
            claims,
            ..Event::default()
        };
        ask::<AddOrderNote>(env, &self.aws(), &event.post(&body.to_string())).await
    }

    /// A confirmed order of these products and quantities.
    async fn confirmed(&self, number: u32, lines: &[(&str, u32)]) -> String {
        self.new_order(&place(number, lines))
            .await
            .expect("the order is written");
        self.update_inventory(&decide(number))
            .await
            .expect("the order is confirmed");
        id(number)
    }

    /// Writes an order in this state, without taking stock.
    async fn put_order(&self, number: u32, status: OrderStatus) -> String {
        let mut order = json!({
            "id": id(number), "createdAt": "2026-11-22T10:00:00Z", "customer": basket(&[])["customer"],
            "lines": [{ "productId": "oat", "name": "Oat", "price": money(350), "quantity": 2 }],
            "total": money(700), "status": status.as_str(), "decidedAt": "2026-11-22T10:00:01Z",
        });
        match status {
            OrderStatus::Shipped | OrderStatus::Delivered => order["shipment"] = json!({ "carrier": "DHL" }),
            OrderStatus::Cancelled => order["cancellation"] = json!({ "reason": REASON }),
            OrderStatus::Rejected => order["rejection"] = json!({ "reason": "NotProcessed" }),
            OrderStatus::Pending | OrderStatus::Confirmed | OrderStatus::Packed => {}
        }
        let order: Order = serde_json::from_value(order).expect("an order");
        self.dynamo.put(ORDERS, orders::OrderItem::new(&order)).await;
        id(number)
    }
}

const REASON: &str = "The customer called";

fn with_key(key: Option<&str>) -> Vec<(&'static str, &str)> {
    let mut headers = vec![("content-type", "application/json")];
    headers.extend(key.map(|key| ("Idempotency-Key", key)));
    headers
}

fn money(amount: u32) -> Value {
    json!({ "amount": amount, "currency": "EUR" })
}

fn refund(amount: u32) -> Value {
    json!({ "amount": money(amount), "reason": "One cookie was broken" })
}

fn packed() -> Value {
    json!({ "to": "PACKED" })
}

fn shipped() -> Value {
    json!({ "to": "SHIPPED", "carrier": "DHL", "trackingUrl": "https://track.example/1" })
}

fn delivered() -> Value {
    json!({ "to": "DELIVERED" })
}

fn cancelled() -> Value {
    json!({ "to": "CANCELLED", "reason": REASON })
}

/// The order without its history.
fn without_history(order: &Value) -> Value {
    let mut order = order.clone();
    order.as_object_mut().expect("an order").remove("history");
    order
}

#[tokio::test]
async fn an_order_is_packed_shipped_and_delivered() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    let id = shop.confirmed(1, &[("oat", 2)]).await;
    let mut expected = shop.get_order(&id).await.body;
    let shipment = json!({ "carrier": "DHL", "trackingUrl": "https://track.example/1" });
    for (step, transition) in [packed(), shipped(), delivered()].into_iter().enumerate() {
        let answer = shop.transition(&id, &transition).await;
        assert_eq!(answer.status, 200, "{answer:?}");
        expected["status"] = transition["to"].clone();
        if step > 0 {
            expected["shipment"] = shipment.clone();
        }
        assert_eq!(without_history(&answer.body), expected);
        let history = answer.body["history"].as_array().unwrap();
        assert_eq!(history.len(), step + 1);
        assert_eq!(history[step]["event"], transition["to"]);
        // The username of an employee who signs in with an email address is the ID.
        assert_eq!(history[step]["by"], json!({ "sub": STAFF[0].1 }));
        assert_eq!(shop.get_order(&id).await.body, answer.body, "stored as returned");

        // The index follows the status.
        for status in OrderStatus::ALL {
            let listed = shop.get_orders(&[("status", status.as_str())]).await.body;
            let count = listed["items"].as_array().unwrap().len();
            assert_eq!(count == 1, transition["to"] == status.as_str(), "{status:?}");
        }
    }
    assert_eq!(shop.stock("oat").await, 3);
    let public = shop.check(&id).await.body;
    assert_eq!(
        public["fulfilment"],
        json!({ "status": "DELIVERED", "shipment": shipment })
    );
}

#[tokio::test]
async fn a_transition_is_possible_from_its_states_only() {
    let allowed = [
        (packed(), &[OrderStatus::Confirmed][..]),
        (shipped(), &[OrderStatus::Packed]),
        (delivered(), &[OrderStatus::Shipped]),
        (cancelled(), &[OrderStatus::Confirmed, OrderStatus::Packed]),
    ];
    let shop = Shop::selling(&[("oat", 5)]).await;
    let mut number = 0;
    for (transition, from) in allowed {
        for status in OrderStatus::ALL {
            number += 1;
            let id = shop.put_order(number, status).await;
            let before = shop.get_order(&id).await.body;
            let stock = shop.stock("oat").await;
            let answer = shop.transition(&id, &transition).await;
            let after = shop.get_order(&id).await.body;
            let name = format!("{transition} from {status:?}");
            if from.contains(&status) {
                assert_eq!((answer.status, &answer.body), (200, &after), "{name}");
                assert_eq!(after["status"], transition["to"], "{name}");
                let returned = if transition["to"] == "CANCELLED" { 2 } else { 0 };
                assert_eq!(shop.stock("oat").await, stock + returned, "{name}");
                continue;
            }
            assert_eq!((&after, shop.stock("oat").await), (&before, stock), "{name}");
            // The details of `SHIPPED` differ from those of the stored order.
            if transition["to"] == status.as_str() && status != OrderStatus::Shipped {
                assert_eq!((answer.status, &answer.body), (200, &before), "{name}");
            } else {
                assert_eq!(answer.status, 409, "{name}");
                assert_eq!(answer.body["type"], "/problems/order-conflict", "{name}");
                assert_eq!(answer.body["orderStatus"], status.as_str(), "{name}");
            }
        }
    }
}

#[tokio::test]
async fn a_repeated_transition_changes_nothing() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    let id = shop.confirmed(1, &[("oat", 2)]).await;
    for transition in [packed(), shipped(), delivered()] {
        let first = shop.transition(&id, &transition).await;
        for _ in 0..2 {
            let again = shop.transition(&id, &transition).await;
            assert_eq!((again.status, &again.body), (200, &first.body));
        }
    }
    // Another carrier is not the same transition.
    let id = shop.put_order(2, OrderStatus::Shipped).await;
    let other = json!({ "to": "SHIPPED", "carrier": "GLS" });
    assert_eq!(shop.transition(&id, &other).await.status, 409);
}

#[tokio::test]
async fn a_cancelled_order_returns_the_stock_of_all_lines_once() {
    let shop = Shop::selling(&[("oat", 5), ("plum", 4)]).await;
    let id = shop.confirmed(1, &[("oat", 2), ("plum", 3)]).await;
    assert_eq!((shop.stock("oat").await, shop.stock("plum").await), (3, 1));
    for _ in 0..3 {
        let answer = shop.transition(&id, &cancelled()).await;
        assert_eq!(answer.status, 200, "{answer:?}");
        assert_eq!(answer.body["cancellation"], json!({ "reason": REASON }));
        assert_eq!((shop.stock("oat").await, shop.stock("plum").await), (5, 4));
    }
    let other = json!({ "to": "CANCELLED", "reason": "Another reason" });
    assert_eq!(shop.transition(&id, &other).await.status, 409);
    assert_eq!((shop.stock("oat").await, shop.stock("plum").await), (5, 4));

    let public = shop.check(&id).await.body;
    assert_eq!(public["status"], "CANCELLED");
    assert!(!public.to_string().contains(REASON), "{public}");
    // A task of the workflow that runs again does not take the stock again.
    shop.update_inventory(&decide(1)).await.unwrap();
    assert_eq!(shop.stock("oat").await, 5);
}

#[tokio::test]
async fn an_order_of_a_deleted_product_can_be_cancelled() {
    let shop = Shop::selling(&[("oat", 5), ("plum", 4)]).await;
    let id = shop.confirmed(1, &[("oat", 2), ("plum", 3)]).await;
    shop.dynamo.delete(PRODUCTS, "id", "plum").await;
    let answer = shop.transition(&id, &cancelled()).await;
    assert_eq!(
        (answer.status, &answer.body["status"]),
        (200, &json!("CANCELLED"))
    );
    assert_eq!(shop.stock("oat").await, 5);
    assert_eq!(
        shop.dynamo.items(PRODUCTS).await.len(),
        1,
        "no product was created"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_concurrent_cancellations_return_the_stock_once() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    let id = shop.confirmed(1, &[("oat", 2)]).await;
    let cancel = cancelled();
    let answers = join_all((0..50).map(|_| shop.transition(&id, &cancel))).await;
    for answer in &answers {
        assert!(matches!(answer.status, 200 | 503), "{answer:?}");
    }
    assert!(answers.iter().any(|answer| answer.status == 200));
    assert_eq!(shop.stock("oat").await, 5);
    let order = shop.get_order(&id).await.body;
    assert_eq!(order["history"].as_array().unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_concurrent_transitions_are_made_once_each() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    let id = shop.confirmed(1, &[("oat", 2)]).await;
    for transition in [packed(), shipped(), delivered()] {
        let answers = join_all((0..50).map(|_| shop.transition(&id, &transition))).await;
        for answer in &answers {
            assert_eq!(answer.status, 200, "{answer:?}");
            assert_eq!(answer.body["status"], transition["to"]);
        }
    }
    let order = shop.get_order(&id).await.body;
    let events: Vec<_> = order["history"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| &entry["event"])
        .collect();
    assert_eq!(events, ["PACKED", "SHIPPED", "DELIVERED"]);
    assert_eq!(shop.stock("oat").await, 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cancellation_racing_with_a_packing_leaves_a_cancelled_order() {
    for number in 0..20 {
        let shop = Shop::selling(&[("oat", 5)]).await;
        let id = shop.confirmed(number, &[("oat", 2)]).await;
        let (pack, cancel) = (packed(), cancelled());
        let both = join(shop.transition(&id, &pack), shop.transition(&id, &cancel));
        let (pack, cancel) = Box::pin(both).await;
        // Both orders of the two are possible: a packed order can be cancelled, and a cancelled one cannot be packed.
        assert_eq!(cancel.status, 200, "{cancel:?}");
        assert!(matches!(pack.status, 200 | 409), "{pack:?}");
        let order = shop.get_order(&id).await.body;
        assert_eq!(order["status"], "CANCELLED");
        let events = order["history"].as_array().unwrap().len();
        assert_eq!(events, if pack.status == 200 { 2 } else { 1 });
        assert_eq!(shop.stock("oat").await, 5);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cancellation_racing_with_a_shipment_is_either_of_the_two() {
    for number in 0..20 {
        let shop = Shop::selling(&[("oat", 5)]).await;
        let id = shop.confirmed(number, &[("oat", 2)]).await;
        shop.transition(&id, &packed()).await;
        let (first, second) = (shipped(), cancelled());
        let both = join(shop.transition(&id, &first), shop.transition(&id, &second));
        let (sent, cancel) = Box::pin(both).await;
        let order = shop.get_order(&id).await.body;
        let (status, stock) = match (sent.status, cancel.status) {
            (200, 409) => ("SHIPPED", 3),
            (409, 200) => ("CANCELLED", 5),
            other => panic!("{other:?}: {order}"),
        };
        assert_eq!(
            (&order["status"], shop.stock("oat").await),
            (&json!(status), stock)
        );
    }
}

#[tokio::test]
async fn a_refund_is_recorded_once_per_key() {
    let shop = Shop::selling(&[]).await;
    let id = shop.put_order(1, OrderStatus::Delivered).await;
    for _ in 0..3 {
        let answer = shop.refund(&id, Some(KEY), &refund(300)).await;
        assert_eq!(answer.status, 200, "{answer:?}");
        let refunds = answer.body["refunds"].as_array().unwrap();
        assert_eq!(refunds.len(), 1);
        assert_eq!(refunds[0]["amount"], money(300));
        assert_eq!(refunds[0]["by"]["sub"], MANAGER[0].1);
        assert_eq!(shop.get_order(&id).await.body, answer.body);
    }
    let other = shop.refund(&id, Some(KEY), &refund(301)).await;
    assert_eq!(
        (other.status, &other.body["type"]),
        (422, &json!("/problems/idempotency-conflict"))
    );
    assert_eq!(shop.refund(&id, Some(OTHER_KEY), &refund(400)).await.status, 200);

    let public = shop.check(&id).await.body;
    let refunds = public["order"]["refunds"].as_array().unwrap();
    assert_eq!(
        refunds.iter().map(|refund| &refund["amount"]).collect::<Vec<_>>(),
        [&money(300), &money(400)]
    );
    assert!(!public.to_string().contains("broken"), "{public}");
}

#[tokio::test]
async fn staff_cannot_refund_an_order() {
    let shop = Shop::selling(&[]).await;
    let id = shop.put_order(1, OrderStatus::Delivered).await;
    let answer = shop.refund_as(STAFF, &id, Some(KEY), &refund(300)).await;
    assert_eq!(
        (answer.status, &answer.body["type"]),
        (403, &json!("/problems/forbidden"))
    );
    assert_eq!(shop.get_order(&id).await.body["refunds"], Value::Null);
    // A manager may also do what staff may do.
    assert_eq!(shop.transition_as(MANAGER, &id, &delivered()).await.status, 200);
}

#[tokio::test]
async fn refunds_are_at_most_the_total_in_its_currency() {
    let shop = Shop::selling(&[]).await;
    let id = shop.put_order(1, OrderStatus::Shipped).await;
    assert_eq!(shop.refund(&id, Some(KEY), &refund(699)).await.status, 200);
    let answer = shop.refund(&id, Some(OTHER_KEY), &refund(2)).await;
    assert_eq!(
        (answer.status, &answer.body["orderStatus"]),
        (409, &json!("SHIPPED"))
    );
    let francs = json!({ "amount": { "amount": 1, "currency": "CHF" }, "reason": "Broken" });
    for wrong in [refund(0), francs] {
        let answer = shop.refund(&id, Some(OTHER_KEY), &wrong).await;
        assert_eq!(
            (answer.status, &answer.body["errors"][0]["pointer"]),
            (400, &json!("#/amount"))
        );
    }
    assert_eq!(shop.refund(&id, Some(OTHER_KEY), &refund(1)).await.status, 200);
}

#[tokio::test]
async fn only_a_cancelled_shipped_or_delivered_order_can_be_refunded() {
    let shop = Shop::selling(&[]).await;
    for (number, status) in (0..).zip(OrderStatus::ALL) {
        let id = shop.put_order(number, status).await;
        let answer = shop.refund(&id, Some(KEY), &refund(700)).await;
        let expected = match status {
            OrderStatus::Cancelled | OrderStatus::Shipped | OrderStatus::Delivered => 200,
            _ => 409,
        };
        assert_eq!(answer.status, expected, "{status:?}: {answer:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn concurrent_refunds_are_never_more_than_the_total() {
    let shop = Shop::selling(&[]).await;
    let id = shop.put_order(1, OrderStatus::Delivered).await;
    let keys: Vec<_> = (0..20)
        .map(|number| format!("8e03978e-40d5-43e8-bc93-{number:012x}"))
        .collect();
    let part = refund(200);
    let answers = join_all(keys.iter().map(|key| shop.refund(&id, Some(key), &part))).await;
    let made = answers.iter().filter(|answer| answer.status == 200).count();
    for answer in &answers {
        assert!(matches!(answer.status, 200 | 409 | 503), "{answer:?}");
    }
    let order = shop.get_order(&id).await.body;
    assert_eq!(order["refunds"].as_array().unwrap().len(), made);
    assert!((1..=3).contains(&made), "{made}");
}

#[tokio::test]
async fn a_note_is_added_once_per_key_in_every_state() {
    let shop = Shop::selling(&[]).await;
    for (number, status) in (0..).zip(OrderStatus::ALL) {
        let id = shop.put_order(number, status).await;
        for _ in 0..2 {
            let answer = shop.note(&id, Some(KEY), &json!({ "text": "Ring twice" })).await;
            assert_eq!(answer.status, 200, "{status:?}: {answer:?}");
            let notes = answer.body["notes"].as_array().unwrap();
            assert_eq!((notes.len(), &notes[0]["text"]), (1, &json!("Ring twice")));
        }
        let other = shop.note(&id, Some(KEY), &json!({ "text": "Ring once" })).await;
        assert_eq!(other.status, 422);
        assert!(!shop.check(&id).await.body.to_string().contains("Ring"));
    }
}

#[tokio::test]
async fn an_order_has_at_most_twenty_notes() {
    let shop = Shop::selling(&[]).await;
    let id = shop.put_order(1, OrderStatus::Confirmed).await;
    let key = |number: u32| format!("8e03978e-40d5-43e8-bc93-{number:012x}");
    for number in 0..20 {
        let answer = shop
            .note(&id, Some(&key(number)), &json!({ "text": "Again" }))
            .await;
        assert_eq!(answer.status, 200, "{number}: {answer:?}");
    }
    let answer = shop.note(&id, Some(&key(20)), &json!({ "text": "Again" })).await;
    assert_eq!(
        (answer.status, &answer.body["type"]),
        (409, &json!("/problems/order-conflict"))
    );
    // A repeated request still gets its response.
    assert_eq!(
        shop.note(&id, Some(&key(3)), &json!({ "text": "Again" }))
            .await
            .status,
        200
    );
}

#[tokio::test]
async fn an_invalid_request_changes_nothing() {
    let shop = Shop::selling(&[]).await;
    let id = shop.put_order(1, OrderStatus::Packed).await;
    let before = shop.get_order(&id).await.body;
    for wrong in [
        json!({}),
        json!({ "to": "CONFIRMED" }),
        json!({ "to": "PACKED", "more": 1 }),
        json!({ "to": "SHIPPED", "carrier": "DHL", "trackingUrl": "javascript:alert(1)" }),
        json!({ "to": "CANCELLED", "reason": " " }),
    ] {
        assert_eq!(shop.transition(&id, &wrong).await.status, 400, "{wrong}");
    }
    for key in [None, Some("1")] {
        assert_eq!(shop.refund(&id, key, &refund(1)).await.status, 400, "{key:?}");
        assert_eq!(
            shop.note(&id, key, &json!({ "text": "A" })).await.status,
            400,
            "{key:?}"
        );
    }
    for wrong in [json!({}), json!({ "text": "" }), json!({ "text": "A\nB" })] {
        assert_eq!(shop.note(&id, Some(KEY), &wrong).await.status, 400, "{wrong}");
    }
    assert_eq!(shop.get_order(&id).await.body, before);
}

#[tokio::test]
async fn an_unknown_order_is_not_created() {
    let shop = Shop::selling(&[]).await;
    for id in [id(1), "nonsense".to_owned()] {
        for answer in [
            shop.transition(&id, &packed()).await,
            shop.refund(&id, Some(KEY), &refund(1)).await,
            shop.note(&id, Some(KEY), &json!({ "text": "A" })).await,
        ] {
            assert_eq!(answer.status, 404, "{answer:?}");
        }
    }
    assert!(shop.dynamo.items(ORDERS).await.is_empty());
}
