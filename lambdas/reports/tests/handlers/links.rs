//! The links: their session, their permissions and their expiry.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by its panic")]

use std::collections::BTreeMap;

use shop_contract::workflow::generate_report::PresignedUrlTask;

use crate::shop::{READER, REPORTS, Shop, order, product, report};

/// The parts of a query or a form, decoded.
fn fields(text: &str) -> BTreeMap<String, String> {
    text.split('&')
        .filter_map(|field| field.split_once('='))
        .map(|(name, value)| (name.to_owned(), decoded(value)))
        .collect()
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let digits: Vec<u8> = rest.by_ref().take(2).collect();
                u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap()
            }
            other => other,
        });
    }
    String::from_utf8(bytes).unwrap()
}

fn links(text: &str) -> Vec<&str> {
    text.lines()
        .filter(|line| line.contains("X-Amz-Signature"))
        .collect()
}

#[tokio::test]
async fn the_mail_has_both_links_and_their_expiry() {
    let shop = Shop::open().await;
    shop.put_product(product("oat", 3)).await;
    shop.put_order(&order(1, 1, 2)).await;
    let mail = shop.report(&report()).await.unwrap();
    assert_eq!(mail.recipients, ["ann@example.com", "bob@example.com"]);
    assert!(mail.text.contains("1 order"), "{}", mail.text);
    let links = links(&mail.text);
    for (link, page) in links.iter().zip(["orders", "products"]) {
        let (address, query) = link.split_once('?').unwrap();
        assert!(
            address.ends_with(&format!("/{REPORTS}/reports/ann-0/{page}.html")),
            "{address}"
        );
        let query = fields(query);
        assert_eq!(query["X-Amz-Expires"], "1800");
        assert_eq!(query["response-content-type"], "text/html; charset=utf-8");
        assert_eq!(
            query["response-content-disposition"],
            format!("inline; filename=\"{page}-2026-11-23.html\"")
        );
        // Signed by the session, with `host` as the only header, so that it opens from the address bar.
        assert!(query["X-Amz-Credential"].starts_with("ASIAREADER/"));
        assert_eq!(query["X-Amz-Security-Token"], "session-token");
        assert_eq!(query["X-Amz-SignedHeaders"], "host");
    }
    assert_eq!(links.len(), 2);
}

#[tokio::test]
async fn the_session_is_limited_to_two_pages_and_to_the_required_time() {
    for (minutes, lasts) in [(5, "900"), (15, "960"), (30, "1860"), (60, "3600")] {
        let shop = Shop::open().await;
        let task = prepared(&shop).await;
        shop.presigned_url(minutes, &task).await.unwrap();
        let requests = shop.sts.requests();
        let request = fields(requests.last().unwrap());
        assert_eq!(request["RoleArn"], READER);
        assert_eq!(request["RoleSessionName"], "ann-0");
        assert_eq!(request["DurationSeconds"], lasts);
        let policy: serde_json::Value = serde_json::from_str(&request["Policy"]).unwrap();
        assert_eq!(
            policy["Statement"],
            serde_json::json!([{
                "Effect": "Allow", "Action": "s3:GetObject", "Resource": [
                    format!("arn:aws:s3:::{REPORTS}/reports/ann-0/orders.html"),
                    format!("arn:aws:s3:::{REPORTS}/reports/ann-0/products.html"),
                ]
            }])
        );
    }
}

#[tokio::test]
async fn no_link_expires_after_its_session() {
    let shop = Shop::open().await;
    let task = prepared(&shop).await;
    // The settings reject this value: the session would expire after an hour.
    let mail = shop.presigned_url(240, &task).await.unwrap();
    let link = links(&mail.text)[0];
    let query = fields(link.split_once('?').unwrap().1);
    assert!(query["X-Amz-Expires"].parse::<u32>().unwrap() <= 3600);
}

/// A report that is complete except for the mail.
async fn prepared(shop: &Shop) -> PresignedUrlTask {
    shop.report(&report()).await.unwrap();
    let page = |name: &str| shop_contract::workflow::generate_report::ReportPage {
        html: report().key(&format!("{name}.html")),
        summary: report().key(&format!("{name}-summary.json")),
    };
    PresignedUrlTask {
        report: report(),
        orders: page("orders"),
        products: page("products"),
        requester: None,
    }
}
