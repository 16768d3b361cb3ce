//! The tasks of the workflow, with input as from the state machine.

use shop_contract::workflow::generate_report::{ReportHtmlTask, ReportPeriod, ReportTask};
use shop_reports::report::{OrderRow, OrdersSummary, ProductsSummary, lines};

use crate::shop::{ORDERS, PRODUCTS, REPORTS, Shop, incompressible, order, product, report};

#[tokio::test]
async fn orders_are_written_newest_first_with_totals() {
    let shop = Shop::open().await;
    // More than a batch, over all shards, in random order.
    for number in 0..250 {
        shop.put_order(&order(number, number * 7919 % 250, 1 + number % 3))
            .await;
    }
    let data = shop.orders_data(&report()).await.unwrap();
    let rows: Vec<OrderRow> = shop
        .file(&data.rows)
        .lines()
        .map(|line| lines::read_row(line.as_bytes()).unwrap())
        .collect();
    assert_eq!(rows.len(), 250);
    assert!(rows.is_sorted_by(|one, next| (&one.at, &one.id) >= (&next.at, &next.id)));
    let summary: OrdersSummary = serde_json::from_str(&shop.file(&data.summary)).unwrap();
    assert_eq!(summary.outcomes.confirmed, 250);
    let pieces: u64 = (0..250).map(|number| 1 + number % 3).sum();
    let (_, sales) = summary.sales.iter().next().unwrap();
    assert_eq!(sales.sold.pieces, pieces);
}

#[tokio::test]
async fn orders_after_the_request_are_left_out() {
    let shop = Shop::open().await;
    let mut later = order(1, 0, 1);
    later.created_at = "2026-11-23T08:00:01Z".parse().unwrap();
    let mut at_that_moment = order(2, 0, 1);
    at_that_moment.created_at = "2026-11-23T08:00:00Z".parse().unwrap();
    for order in [&later, &at_that_moment, &order(3, 60, 1)] {
        shop.put_order(order).await;
    }
    let data = shop.orders_data(&report()).await.unwrap();
    let summary: OrdersSummary = serde_json::from_str(&shop.file(&data.summary)).unwrap();
    assert_eq!(summary.outcomes.all(), 2);
    // The products branch counts the same orders.
    shop.put_product(product("oat", 3)).await;
    let data = shop.products_data(&report()).await.unwrap();
    let summary: ProductsSummary = serde_json::from_str(&shop.file(&data.summary)).unwrap();
    assert_eq!(summary.sold.pieces, 2);
}

#[tokio::test]
async fn a_repeated_task_writes_the_same_file() {
    let shop = Shop::open().await;
    shop.put_product(product("oat", 3)).await;
    for number in 0..30 {
        shop.put_order(&order(number, number, 2)).await;
    }
    let mut written = Vec::new();
    for _ in 0..2 {
        shop.report(&report()).await.unwrap();
        let files = [
            "orders.ndjson",
            "orders-summary.json",
            "orders.html",
            "products.html",
        ];
        written.push(files.map(|file| shop.file(&report().key(file))));
    }
    assert!(written[0] == written[1]);
}

#[tokio::test]
async fn products_are_written_by_name_with_sales() {
    let shop = Shop::open().await;
    for (id, stock) in [("rye", 0), ("oat", 3), ("plum", 40)] {
        shop.put_product(product(id, stock)).await;
    }
    for number in 0..10 {
        shop.put_order(&order(number, number, 2)).await;
    }
    let data = shop.products_data(&report()).await.unwrap();
    let rows = shop.file(&data.rows);
    let ids: Vec<_> = rows
        .lines()
        .map(|row| serde_json::from_str::<serde_json::Value>(row).unwrap()["id"].clone())
        .collect();
    assert_eq!(ids, ["oat", "plum", "rye"]);
    let summary: ProductsSummary = serde_json::from_str(&shop.file(&data.summary)).unwrap();
    assert_eq!((summary.sold_out, summary.low, summary.sold.pieces), (1, 1, 20));
    assert_eq!(summary.discontinued.pieces, 0);
}

#[tokio::test]
async fn an_unreadable_item_is_left_out_and_counted() {
    let shop = Shop::open().await;
    for number in 0..5 {
        shop.put_order(&order(number, number, 2)).await;
    }
    for id in ["oat", "plum", "rye"] {
        shop.put_product(product(id, 3)).await;
    }
    for (table, without, id) in [
        (ORDERS, "total", order(2, 2, 2).id.as_str()),
        (PRODUCTS, "price", "plum"),
    ] {
        let items = shop.dynamo.items(table).await;
        let mut item = items
            .into_iter()
            .find(|item| item["id"].as_s().is_ok_and(|key| key == id))
            .unwrap();
        item.remove(without);
        shop.dynamo.put_raw(table, item).await;
    }

    let data = shop.orders_data(&report()).await.unwrap();
    let summary: OrdersSummary = serde_json::from_str(&shop.file(&data.summary)).unwrap();
    assert_eq!((summary.outcomes.all(), summary.unreadable), (4, 1));
    let data = shop.products_data(&report()).await.unwrap();
    let summary: ProductsSummary = serde_json::from_str(&shop.file(&data.summary)).unwrap();
    assert_eq!((summary.products, summary.unreadable), (2, 1));
    assert_eq!((summary.sold.pieces, summary.unreadable_orders), (8, 1));

    let mail = shop.report(&report()).await.unwrap();
    let left_out = "1 order could not be read and is left out.";
    for text in [&mail.text, &shop.file(&report().key("orders.html"))] {
        assert!(text.contains(left_out), "{text}");
    }
    let page = shop.file(&report().key("products.html"));
    assert!(page.contains("1 product could not be read and is left out. 1 order could"));
}

#[tokio::test]
async fn a_period_contains_the_orders_of_its_days_in_the_shops_time_zone() {
    let at = |number, at: &str| {
        let mut order = order(number, 1, 1);
        order.created_at = at.parse().unwrap();
        order
    };
    let shop = Shop::open().await;
    shop.put_product(product("oat", 3)).await;
    // Half past midnight in Berlin belongs to the new day.
    for order in [
        at(1, "2026-11-20T22:59:59Z"),
        at(2, "2026-11-20T23:30:00Z"),
        at(3, "2026-11-21T22:59:59Z"),
        at(4, "2026-11-21T23:00:00Z"),
    ] {
        shop.put_order(&order).await;
    }
    let day = || Some("2026-11-21".parse().unwrap());
    let task = ReportTask {
        period: Some(ReportPeriod {
            from: day(),
            to: day(),
            begins: Some("2026-11-20T23:00:00Z".parse().unwrap()),
            ends: Some("2026-11-21T23:00:00Z".parse().unwrap()),
        }),
        ..report()
    };
    let mail = shop.report(&task).await.unwrap();
    assert!(mail.subject.ends_with(", 21 Nov 2026"), "{}", mail.subject);
    let summary: OrdersSummary = serde_json::from_str(&shop.file(&task.key("orders-summary.json"))).unwrap();
    assert_eq!(summary.outcomes.all(), 2);
    assert_eq!(
        summary
            .days
            .keys()
            .map(shop_contract::Day::as_str)
            .collect::<Vec<_>>(),
        ["2026-11-21"]
    );
    let page = shop.file(&task.key("orders.html"));
    assert!(page.contains("<title>Orders · 21 Nov 2026 · Quarter Past</title>"));
    assert!(page.contains("2026-11-21 00:30:00"));
    assert!(page.contains("the Europe/Berlin time zone"));
    let products: ProductsSummary =
        serde_json::from_str(&shop.file(&task.key("products-summary.json"))).unwrap();
    assert_eq!(products.sold.pieces, 2);

    // A period in the future has no orders, and the report is valid.
    let later = ReportTask {
        period: Some(ReportPeriod {
            from: Some("2027-01-01".parse().unwrap()),
            to: None,
            begins: Some("2026-12-31T23:00:00Z".parse().unwrap()),
            ends: None,
        }),
        ..report()
    };
    shop.report(&later).await.unwrap();
    let summary: OrdersSummary = serde_json::from_str(&shop.file(&later.key("orders-summary.json"))).unwrap();
    assert_eq!(summary.outcomes.all(), 0);
}

#[tokio::test]
async fn pages_are_stored_with_gzip_encoding() {
    let shop = Shop::open().await;
    for number in 0..300 {
        shop.put_order(&order(number, number, 2)).await;
    }
    shop.report(&report()).await.unwrap();
    let client = aws_sdk_s3::Client::new(&shop.aws());
    for page in ["orders.html", "products.html"] {
        let key = report().key(page);
        let head = client
            .head_object()
            .bucket(REPORTS)
            .key(&key)
            .send()
            .await
            .unwrap();
        assert_eq!(head.content_encoding(), Some("gzip"), "{page}");
        assert_eq!(head.content_type(), Some("text/html; charset=utf-8"), "{page}");
    }
    let key = report().key("orders.html");
    let stored = shop.s3.file(REPORTS, &key).unwrap().len();
    assert!(stored * 4 < shop.file(&key).len(), "{stored} bytes are stored");
}

#[tokio::test]
async fn a_shop_without_orders_has_a_report() {
    let shop = Shop::open().await;
    shop.report(&report()).await.unwrap();
    for page in ["orders.html", "products.html"] {
        assert!(shop.file(&report().key(page)).ends_with("</html>\n"), "{page}");
    }
}

#[tokio::test]
async fn a_file_of_many_parts_is_complete() {
    let shop = Shop::open().await;
    shop.put_order(&order(0, 1, 1)).await;
    let data = shop.orders_data(&report()).await.unwrap();
    // So many rows that neither they nor the page fit into a part. Each is longer than the compression window, so they do not
    // compress to one.
    let row = shop.file(&data.rows).replace("Oat", &incompressible(40_000));
    let count = 400;
    shop.s3.replace(REPORTS, &data.rows, row.repeat(count));
    let summary = shop.file(&data.summary);
    let summary = summary.replace(r#""confirmed":1"#, &format!(r#""confirmed":{count}"#));
    shop.s3.replace(REPORTS, &data.summary, summary);

    let page = shop
        .orders_html(&ReportHtmlTask {
            report: report(),
            data,
        })
        .await
        .unwrap();
    assert!(shop.s3.count("UploadPart") > 1);
    let html = shop.file(&page.html);
    assert!(html.starts_with("<!DOCTYPE html>") && html.ends_with("</html>\n"));
    assert_eq!(html.matches("Customer 0").count(), count);
    assert_eq!(shop.s3.parts(), 0);
}
