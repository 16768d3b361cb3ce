//! `GET /reports/{id}`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by its panic")]

use shop_testing::{STAFF, Trouble};

use crate::shop::{REPORTS, Shop, order, product, report};

/// A shop with one report, `ann-0`.
async fn with_report() -> Shop {
    let shop = Shop::open().await;
    shop.put_product(product("oat", 3)).await;
    shop.put_order(&order(1, 1, 2)).await;
    shop.report(&report()).await.unwrap();
    shop
}

#[tokio::test]
async fn a_stored_report_has_fresh_links() {
    let shop = with_report().await;
    let answer = shop.get_report(STAFF, "ann-0").await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert_eq!(answer.body["id"], "ann-0");
    for page in ["orders", "products"] {
        let link = answer.body[format!("{page}Url")].as_str().unwrap();
        assert!(
            link.contains(&format!("/{REPORTS}/reports/ann-0/{page}.html?")),
            "{link}"
        );
        assert!(link.contains("X-Amz-Expires=1800"), "{link}");
        assert!(link.contains("ASIAREADER"), "signed as the reader: {link}");
    }
    let expires: jiff::Timestamp = answer.body["linksExpireAt"].as_str().unwrap().parse().unwrap();
    assert!(expires > jiff::Timestamp::now());
}

#[tokio::test]
async fn a_deleted_or_unknown_report_is_not_found() {
    let shop = with_report().await;
    for id in ["bob-0", "ann", "ann-00", "..", "", "a/b"] {
        let answer = shop.get_report(STAFF, id).await;
        assert_eq!(answer.status, 404, "{id}");
        assert_eq!(
            answer.body["detail"],
            "this report does not exist, or was deleted; request a new one"
        );
    }
    // A report with only one page left counts as missing.
    shop.s3.remove(REPORTS, "reports/ann-0/products.html");
    assert_eq!(shop.get_report(STAFF, "ann-0").await.status, 404);
}

#[tokio::test]
async fn reports_are_for_employees_and_a_bucket_error_is_not_a_missing_report() {
    let shop = with_report().await;
    assert_eq!(shop.get_report(&[], "ann-0").await.status, 401);
    shop.s3
        .trouble(|operation, _| (operation == "ListObjectsV2").then_some(Trouble::AccessDenied));
    assert_eq!(shop.get_report(STAFF, "ann-0").await.status, 500);
}
