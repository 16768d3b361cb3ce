//! `POST /orders`.

use futures_util::future::join_all;
use serde_json::{Value, json};
use shop_testing::Answered;

use crate::shop::{PRODUCTS, Shop, basket, cookie, execution};

const KEY_1: &str = "8e03978e-40d5-43e8-bc93-6894a57f9324";
const KEY_2: &str = "0d9c4a4e-8f04-4c8e-9a3f-2f1c7d1d0b55";

#[tokio::test]
async fn an_order_starts_an_execution_with_its_id_as_the_name() {
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
async fn every_request_without_a_key_is_a_new_order() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    for _ in 0..3 {
        assert_eq!(shop.order(None, &basket(&[("oat", 1)])).await.status, 202);
    }
    assert_eq!(shop.executions.executions().len(), 3);
}

#[tokio::test]
async fn twenty_concurrent_requests_with_one_key_place_one_order() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    let body = basket(&[("oat", 1)]);
    let answers = join_all((0..20).map(|_| shop.order(Some(KEY_1), &body))).await;
    for answer in &answers {
        assert_eq!((answer.status, &answer.body), (202, &answers[0].body));
    }
    assert_eq!(shop.executions.executions().len(), 1);
}

#[tokio::test]
async fn a_repeated_request_gets_the_first_response_after_its_order_is_decided() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    let first = shop.order(Some(KEY_1), &basket(&[("oat", 2)])).await;
    let arn = execution(&first.body["orderId"]);
    for status in ["SUCCEEDED", "FAILED"] {
        shop.executions.end(&arn, status, None);
        // The same order in another spelling.
        let again = shop.order(Some(KEY_1), &basket(&[("oat", 1), ("oat", 1)])).await;
        assert_eq!((again.status, &again.body), (202, &first.body));
    }
}

#[tokio::test]
async fn a_repeated_request_gets_the_first_response_after_its_product_is_deleted() {
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
async fn an_order_with_another_total_is_refused_with_the_old_and_new_prices() {
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

    // The same key can be used with the new total, because no order was placed with it.
    body["lines"][0]["price"] = money(360);
    body["total"] = money(1070);
    assert_eq!(shop.order(Some(KEY_1), &body).await.status, 202);
}

#[tokio::test]
async fn a_line_with_another_price_is_refused_even_if_the_total_is_the_same() {
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
async fn a_repeated_request_gets_the_first_response_after_the_price_changed() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    let body = basket(&[("oat", 1)]);
    let first = shop.order(Some(KEY_1), &body).await;
    shop.reprice("oat", 360).await;
    let again = shop.order(Some(KEY_1), &body).await;
    assert_eq!((again.status, &again.body), (202, &first.body));

    // With another total it is another order.
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
    let found = answer.body["detail"].as_str().expect("a problem");
    assert_eq!(answer.status, status, "{found}");
    assert!(found.starts_with(detail), "{found}");
}

#[tokio::test]
async fn an_invalid_quantity_is_refused_and_nothing_is_written() {
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
    check_refused(&answer, 400, "body, `lines`: expected at most 99 of each product");
    assert!(shop.is_untouched().await);
}

#[tokio::test]
async fn an_order_with_no_or_too_many_lines_is_refused_and_nothing_is_written() {
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
    check_refused(&answer, 400, "body, `lines`: unknown products: `nope`, `nada`");
    let places = ["nope", "nada", "nope"].into_iter().zip(2..).map(|(id, line)| {
        json!({ "detail": format!("product `{id}` does not exist"), "pointer": format!("#/lines/{line}/productId") })
    });
    assert_eq!(answer.body["errors"], places.collect::<Value>());
    assert!(shop.is_untouched().await);
}

#[tokio::test]
async fn an_order_in_two_currencies_is_refused_unless_it_was_accepted_before() {
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
        "body, `lines`: the prices are in several currencies; order products of one currency only",
    );
    assert_eq!(answer.body["errors"][0]["pointer"], "#/lines");
    assert_eq!(shop.executions.executions().len(), 1);
    let again = shop.order(Some(KEY_1), &both).await;
    assert_eq!((again.status, &again.body), (202, &first.body));
}

#[tokio::test]
async fn an_unexpected_price_is_refused_and_nothing_is_written() {
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
async fn an_invalid_customer_is_refused_with_the_field() {
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
async fn a_body_that_is_not_an_order_is_refused_and_nothing_is_written() {
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
async fn a_product_that_cannot_be_read_is_an_internal_error() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    let plum = shop_contract::table::products::ProductItem::from(cookie("plum", 1));
    let mut corrupt = serde_json::to_value(plum).unwrap();
    corrupt.as_object_mut().unwrap().remove("price");
    shop.dynamo.put(PRODUCTS, corrupt).await;
    assert_eq!(shop.order(None, &basket(&[("plum", 1)])).await.status, 500);
    assert!(shop.is_untouched().await);
}

#[tokio::test]
async fn a_postal_code_of_another_country_is_refused_with_the_field() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    let mut body = basket(&[("oat", 1)]);
    body["customer"]["address"]["postalCode"] = json!("1");
    let answer = shop.order(None, &body).await;
    assert_eq!(answer.status, 400);
    assert_eq!(
        answer.body["errors"],
        json!([{
            "detail": "expected a postal code of `DE`, such as `10115`",
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
async fn a_duplicate_field_is_refused_and_nothing_is_written() {
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
