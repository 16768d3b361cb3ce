//! `POST /orders`.

use futures_util::future::join_all;
use serde_json::{Value, json};
use shop_testing::Answered;

use crate::shop::{PRODUCTS, Shop, basket, cookie, execution};

const KEY_1: &str = "8e03978e-40d5-43e8-bc93-6894a57f9324";
const KEY_2: &str = "0d9c4a4e-8f04-4c8e-9a3f-2f1c7d1d0b55";

#[tokio::test]
async fn an_order_starts_an_execution_that_is_named_by_it() {
    let shop = Shop::selling(&[("oat", 5), ("plum", 5)]).await;
    let answer = shop
        .order(None, &basket(&[("oat", 2), ("plum", 1), ("oat", 1)]))
        .await;
    assert_eq!(answer.status, 202, "{answer:?}");
    let id = &answer.body["orderId"];
    assert_eq!(
        answer.body,
        json!({ "orderId": id }),
        "no ARN, and no account number"
    );

    let executions = shop.executions.executions();
    let input: Value = serde_json::from_str(&executions[&execution(id)].input).unwrap();
    let mut order = basket(&[("oat", 3), ("plum", 1)]);
    let total = order["total"].take();
    order.as_object_mut().unwrap().remove("total");
    let price = json!({ "amount": 350, "currency": "EUR" });
    assert_eq!(
        input,
        json!({
            "orderId": id,
            "order": order,
            "agreed": {
                "lines": [{ "productId": "oat", "price": price }, { "productId": "plum", "price": price }],
                "total": total,
            },
        }),
        "lines of one product become one"
    );
}

#[tokio::test]
async fn orders_without_a_key_are_as_many_as_are_sent() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    for _ in 0..3 {
        assert_eq!(shop.order(None, &basket(&[("oat", 1)])).await.status, 202);
    }
    assert_eq!(shop.executions.executions().len(), 3);
}

#[tokio::test]
async fn a_key_sent_twenty_times_at_once_makes_one_order() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    let body = basket(&[("oat", 1)]);
    let answers = join_all((0..20).map(|_| shop.order(Some(KEY_1), &body))).await;
    for answer in &answers {
        assert_eq!((answer.status, &answer.body), (202, &answers[0].body));
    }
    assert_eq!(shop.executions.executions().len(), 1);
}

#[tokio::test]
async fn a_key_is_answered_as_the_first_time_after_its_order_is_done_too() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    let first = shop.order(Some(KEY_1), &basket(&[("oat", 2)])).await;
    let arn = execution(&first.body["orderId"]);
    for status in ["SUCCEEDED", "FAILED"] {
        shop.executions.end(&arn, status, None);
        // Written another way, it is the same order.
        let again = shop.order(Some(KEY_1), &basket(&[("oat", 1), ("oat", 1)])).await;
        assert_eq!((again.status, &again.body), (202, &first.body));
    }
}

#[tokio::test]
async fn a_key_is_answered_as_the_first_time_when_its_product_is_gone_too() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    let first = shop.order(Some(KEY_1), &basket(&[("oat", 1)])).await;
    shop.dynamo.delete(PRODUCTS, "id", "oat").await;
    let again = shop.order(Some(KEY_1), &basket(&[("oat", 1)])).await;
    assert_eq!((again.status, &again.body), (202, &first.body));
    assert_eq!(shop.order(Some(KEY_1), &basket(&[("oat", 2)])).await.status, 422);
    assert_eq!(shop.order(Some(KEY_2), &basket(&[("oat", 1)])).await.status, 400);
}

#[tokio::test]
async fn a_key_with_another_order_is_a_conflict() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    let first = shop.order(Some(KEY_1), &basket(&[("oat", 1)])).await;
    let mut moved = basket(&[("oat", 1)]);
    moved["customer"]["address"]["city"] = "Potsdam".into();
    for other in [basket(&[("oat", 2)]), moved] {
        let answer = shop.order(Some(KEY_1), &other).await;
        assert_eq!(
            (answer.status, &answer.body["type"]),
            (422, &json!("/problems/idempotency-conflict"))
        );
        shop.executions
            .end(&execution(&first.body["orderId"]), "SUCCEEDED", None);
    }
    assert_eq!(shop.executions.executions().len(), 1);
}

fn money(amount: u32) -> Value {
    json!({ "amount": amount, "currency": "EUR" })
}

#[tokio::test]
async fn an_order_at_another_total_than_the_tables_is_refused_with_the_old_and_new_prices() {
    let shop = Shop::selling(&[("oat", 5), ("plum", 5)]).await;
    let mut body = basket(&[("oat", 2), ("plum", 1)]);
    body["lines"][0]["price"] = money(350);
    shop.reprice("oat", 360).await;

    let answer = shop.order(Some(KEY_1), &body).await;
    assert_eq!(
        (answer.status, &answer.body["type"], &answer.body["status"]),
        (409, &json!("/problems/price-changed"), &json!(409))
    );
    assert_eq!(
        answer.response.header("content-type"),
        Some("application/problem+json")
    );
    assert_eq!(
        answer.body["priceChange"],
        json!({
            "lines": [
                { "productId": "oat", "name": "Cookie oat", "quantity": 2, "agreedPrice": money(350), "price": money(360) },
                { "productId": "plum", "name": "Cookie plum", "quantity": 1, "price": money(350) },
            ],
            "agreedTotal": money(1050),
            "total": money(1070),
        })
    );
    assert!(shop.is_untouched().await);

    // Whoever agrees to the new total orders, also under the same key, for nothing was ordered under it.
    body["lines"][0]["price"] = money(360);
    body["total"] = money(1070);
    assert_eq!(shop.order(Some(KEY_1), &body).await.status, 202);
}

#[tokio::test]
async fn a_line_at_another_price_is_refused_although_the_total_is_the_same() {
    let shop = Shop::selling(&[("oat", 5), ("plum", 5)]).await;
    let mut body = basket(&[("oat", 1), ("plum", 1)]);
    body["lines"][0]["price"] = money(300);
    body["lines"][1]["price"] = money(400);
    let answer = shop.order(None, &body).await;
    assert_eq!(
        (answer.status, &answer.body["priceChange"]["total"]),
        (409, &money(700))
    );
    assert!(shop.is_untouched().await);
}

#[tokio::test]
async fn an_order_that_was_accepted_is_answered_the_same_after_the_price_has_changed() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    let body = basket(&[("oat", 1)]);
    let first = shop.order(Some(KEY_1), &body).await;
    shop.reprice("oat", 360).await;
    let again = shop.order(Some(KEY_1), &body).await;
    assert_eq!((again.status, &again.body), (202, &first.body));

    // At another total it is another order.
    let mut dearer = body;
    dearer["total"] = money(360);
    assert_eq!(shop.order(Some(KEY_1), &dearer).await.status, 422);
}

#[tokio::test]
async fn an_order_without_a_total_is_refused_and_nothing_is_written() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    let mut body = basket(&[("oat", 1)]);
    body.as_object_mut().unwrap().remove("total");
    check_refused(&shop.order(None, &body).await, 400, "body: missing field `total`");
    assert!(shop.is_untouched().await);
}

#[track_caller]
fn check_refused(answer: &Answered, status: u16, detail: &str) {
    let told = answer.body["detail"].as_str().expect("a problem");
    assert_eq!(answer.status, status, "{told}");
    assert!(told.starts_with(detail), "{told}");
}

#[tokio::test]
async fn a_quantity_that_is_none_is_refused_and_nothing_is_written() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    for quantity in [
        json!(0),
        json!(-1),
        json!(1.5),
        json!(1_000_000_000),
        json!(100),
        json!("1"),
        json!(null),
    ] {
        let mut body = basket(&[("oat", 1)]);
        body["lines"][0]["quantity"] = quantity;
        check_refused(
            &shop.order(Some(KEY_1), &body).await,
            400,
            "body, `lines[0].quantity`: ",
        );
    }
    let answer = shop.order(None, &basket(&[("oat", 60), ("oat", 60)])).await;
    check_refused(&answer, 400, "body, `lines`: expected at most 99 of one product");
    assert!(shop.is_untouched().await);
}

#[tokio::test]
async fn an_order_of_no_or_too_many_lines_is_refused_and_nothing_is_written() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    for count in [0, 100] {
        let answer = shop.order(None, &basket(&vec![("oat", 1); count])).await;
        check_refused(&answer, 400, "body, `lines`: expected 1 to 99 lines");
    }
    assert!(shop.is_untouched().await);
}

#[tokio::test]
async fn an_order_of_99_products_is_taken_in() {
    let ids: Vec<_> = (0..99).map(|number| format!("c-{number}")).collect();
    let stock: Vec<_> = ids.iter().map(|id| (id.as_str(), 1)).collect();
    let shop = Shop::selling(&stock).await;
    assert_eq!(shop.order(None, &basket(&stock)).await.status, 202);
}

#[tokio::test]
async fn an_unknown_product_is_refused_by_name_and_nothing_is_written() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    let answer = shop
        .order(
            None,
            &basket(&[("oat", 1), ("oat", 1), ("nope", 1), ("nada", 1), ("nope", 1)]),
        )
        .await;
    check_refused(&answer, 400, "body, `lines`: no product is called `nope`, `nada`");
    let places = ["nope", "nada", "nope"].into_iter().zip(2..).map(|(id, line)| {
        json!({ "detail": format!("no product is called `{id}`"), "pointer": format!("#/lines/{line}/productId") })
    });
    assert_eq!(answer.body["errors"], places.collect::<Value>());
    assert!(shop.is_untouched().await);
}

#[tokio::test]
async fn an_order_in_two_currencies_is_refused_unless_it_was_taken_in_before() {
    let shop = Shop::selling(&[("oat", 5), ("plum", 5)]).await;
    let both = basket(&[("oat", 1), ("plum", 1)]);
    let first = shop.order(Some(KEY_1), &both).await;
    let mut dollars = cookie("plum", 5);
    dollars.price.currency = "USD".parse().unwrap();
    shop.dynamo
        .put(
            PRODUCTS,
            shop_contract::table::products::ProductItem::from(dollars),
        )
        .await;

    let answer = shop.order(Some(KEY_2), &both).await;
    check_refused(
        &answer,
        400,
        "body, `lines`: the prices are of several currencies; an order is paid in one",
    );
    assert_eq!(answer.body["errors"][0]["pointer"], "#/lines");
    assert_eq!(shop.executions.executions().len(), 1);
    let again = shop.order(Some(KEY_1), &both).await;
    assert_eq!((again.status, &again.body), (202, &first.body));
}

#[tokio::test]
async fn a_price_where_none_belongs_is_refused_and_nothing_is_written() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    for (place, detail) in [
        ("/customer", "body, `customer.price`: unknown field `price`"),
        ("", "body, `price`: unknown field `price`"),
    ] {
        let mut body = basket(&[("oat", 1)]);
        body.pointer_mut(place).unwrap()["price"] = json!({ "amount": 1, "currency": "EUR" });
        check_refused(&shop.order(None, &body).await, 400, detail);
    }
    assert!(shop.is_untouched().await);
}

#[tokio::test]
async fn a_customer_who_cannot_be_is_refused_by_the_field() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    for (field, wrong) in [
        ("name", ""),
        ("name", " Ann"),
        ("name", "\u{200b}"),
        ("name", "Ann\u{202e}"),
        ("email", "ann"),
        ("email", "ann@example"),
        ("phone", "call me"),
        ("address.street", "1 Main St\n2nd floor"),
        ("address.postalCode", "-"),
        ("address.city", ""),
        ("address.country", "Germany"),
    ] {
        let mut body = basket(&[("oat", 1)]);
        *body["customer"]
            .pointer_mut(&format!("/{}", field.replace('.', "/")))
            .unwrap() = wrong.into();
        let answer = shop.order(None, &body).await;
        check_refused(&answer, 400, &format!("body, `customer.{field}`: expected "));
        let pointer = format!("#/customer/{}", field.replace('.', "/"));
        assert_eq!(answer.body["errors"][0]["pointer"], pointer);
    }
    assert!(shop.is_untouched().await);
}

#[tokio::test]
async fn a_body_that_is_no_order_is_refused_and_nothing_is_written() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    let json_type = [("Content-Type", "application/json")];
    let right = basket(&[("oat", 1)]).to_string();
    let long = format!("{right}{}", " ".repeat(1 << 20));
    let mut by_place = basket(&[("oat", 1)]);
    by_place["lines"] = json!([["oat", 1]]);
    let by_place = by_place.to_string();
    for (headers, body, status, detail) in [
        (&json_type[..], "", 400, "the body is not JSON: "),
        (&json_type, "{", 400, "the body is not JSON: "),
        (&json_type, "[]", 400, "body: "),
        (&json_type, "null", 400, "body: "),
        (&json_type, "{}", 400, "body: missing field `customer`"),
        (
            &json_type,
            &by_place,
            400,
            "body, `lines[0]`: invalid type: array",
        ),
        (&json_type, &long, 413, "the body has "),
        (&[], &right, 415, "the body must be JSON"),
        (
            &[("content-type", "text/plain")],
            &right,
            415,
            "the body must be JSON",
        ),
    ] {
        check_refused(&shop.create_order(headers, body).await, status, detail);
    }
    assert!(shop.is_untouched().await);
}

#[tokio::test]
async fn a_key_that_could_be_guessed_is_refused_and_nothing_is_written() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    for key in ["", "1", "order-1001", "ä", "8e03978e-40d5-13e8-bc93-6894a57f9324"] {
        let answer = shop.order(Some(key), &basket(&[("oat", 1)])).await;
        check_refused(
            &answer,
            400,
            "parameter `Idempotency-Key`: expected a random UUID (version 4)",
        );
    }
    assert!(shop.is_untouched().await);
}

#[tokio::test]
async fn a_product_that_cannot_be_read_is_our_fault() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    let plum = shop_contract::table::products::ProductItem::from(cookie("plum", 1));
    let mut corrupt = serde_json::to_value(plum).unwrap();
    corrupt.as_object_mut().unwrap().remove("price");
    shop.dynamo.put(PRODUCTS, corrupt).await;
    assert_eq!(shop.order(None, &basket(&[("plum", 1)])).await.status, 500);
    assert!(shop.is_untouched().await);
}

#[tokio::test]
async fn a_postal_code_of_another_form_than_the_countrys_is_refused_by_the_field() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    let mut body = basket(&[("oat", 1)]);
    body["customer"]["address"]["postalCode"] = json!("1");
    let answer = shop.order(None, &body).await;
    assert_eq!(answer.status, 400);
    assert_eq!(
        answer.body["errors"],
        json!([{
            "detail": "expected a postal code of `DE`, like `10115`",
            "pointer": "#/customer/address/postalCode",
        }])
    );
    assert!(shop.executions.executions().is_empty());

    body["customer"]["address"]["country"] = json!("US");
    assert_eq!(
        shop.order(None, &body).await.status,
        202,
        "the shop has no rule for it"
    );
}

#[tokio::test]
async fn a_field_that_stands_twice_is_refused_and_nothing_is_written() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    let body = basket(&[("oat", 1)]).to_string();
    let twice = body.replacen(r#""quantity":1"#, r#""quantity":1,"quantity":4"#, 1);
    assert_ne!(twice, body);
    let answer = shop
        .create_order(&[("content-type", "application/json")], &twice)
        .await;
    assert_eq!(answer.status, 400);
    assert_eq!(answer.body["errors"][0]["pointer"], "#/lines/0");
    let utf16 = [("content-type", "application/json; charset=utf-16")];
    assert_eq!(shop.create_order(&utf16, &body).await.status, 415);
    assert!(shop.executions.executions().is_empty());
}
