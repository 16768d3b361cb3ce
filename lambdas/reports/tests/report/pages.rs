//! The pages as files, and their contents as a browser reads them.

use std::collections::BTreeSet;

use base64::{Engine as _, prelude::BASE64_STANDARD};
use scraper::{Html, Selector};
use sha2::{Digest, Sha256};
use shop_reports::report::{
    OrdersSummary, ProductsSummary,
    html::{OrdersHtml, PageError, ProductsHtml, ROWS_FOLDED, ROWS_SHOWN},
};

use crate::data;

fn orders_page(count: u32) -> String {
    let mut summary = OrdersSummary::default();
    for row in data::orders(count) {
        summary.add(&row);
    }
    let mut page = OrdersHtml::begin(Vec::new(), &summary, &data::meta()).expect("a page");
    for row in data::orders(count) {
        page.row(&row).expect("a row");
    }
    String::from_utf8(page.finish().expect("all rows")).expect("UTF-8")
}

fn products_page() -> String {
    let mut orders = OrdersSummary::default();
    for row in data::orders(40) {
        orders.add(&row);
    }
    let (products, rest) = data::products(orders.sales);
    let mut summary = ProductsSummary::new(10);
    for row in &products {
        summary.add(row);
    }
    summary.add_discontinued(&rest);
    let mut page = ProductsHtml::begin(Vec::new(), &summary, &data::meta()).expect("a page");
    for row in &products {
        page.row(row).expect("a row");
    }
    String::from_utf8(page.finish().expect("all rows")).expect("UTF-8")
}

fn select<'a>(page: &'a Html, selector: &str) -> Vec<scraper::ElementRef<'a>> {
    page.select(&Selector::parse(selector).expect("a selector"))
        .collect()
}

fn text(element: scraper::ElementRef<'_>) -> String {
    element.text().collect()
}

#[track_caller]
fn check_snapshot(name: &str, page: String) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../../../../snapshots/reports");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_binary_snapshot!(&format!("{name}.html"), page.into_bytes()));
}

#[test]
fn the_orders_page_matches_its_snapshot() {
    check_snapshot("orders", orders_page(40));
}

#[test]
fn the_products_page_matches_its_snapshot() {
    check_snapshot("products", products_page());
}

#[test]
fn a_shop_without_orders_has_a_page_that_says_so() {
    let page = Html::parse_document(&orders_page(0));
    assert!(select(&page, "table, svg, .pager").is_empty());
    assert!(text(page.root_element()).contains("There are no orders."));
}

#[test]
fn all_orders_are_in_the_file_and_the_first_in_the_table() {
    let folded_twice = u32::try_from(ROWS_SHOWN + ROWS_FOLDED + 1).unwrap();
    for count in [1, 100, 101, folded_twice - 1, folded_twice] {
        let page = Html::parse_document(&orders_page(count));
        let mut ids: Vec<String> = select(&page, "table.rows tbody th")
            .into_iter()
            .map(text)
            .collect();
        assert_eq!(ids.len() as u64, u64::from(count).min(ROWS_SHOWN));
        for block in select(&page, "script[type='application/json']") {
            let rows: Vec<Vec<serde_json::Value>> = serde_json::from_str(&text(block)).unwrap();
            assert!(rows.len() as u64 <= ROWS_FOLDED);
            ids.extend(rows.iter().map(|row| row[0].as_str().unwrap().to_owned()));
        }
        assert!(
            ids.into_iter()
                .eq(data::orders(count).map(|row| row.id.to_string())),
            "{count}"
        );
        assert_eq!(select(&page, ".pager").len(), usize::from(count > 100));
    }
}

#[test]
fn a_page_is_self_contained_and_its_policy_has_the_hashes() {
    for page in [orders_page(250), products_page()] {
        let page = Html::parse_document(&page);
        for outside in [
            "link", "img", "iframe", "object", "[src]", "[href]", "[style]", "form", "base",
        ] {
            assert!(select(&page, outside).is_empty(), "{outside}");
        }
        let policy = select(&page, "meta[http-equiv]")[0].attr("content").unwrap();
        assert!(policy.starts_with("default-src 'none'; "), "{policy}");
        let inline = select(&page, "style, script:not([type])");
        assert_eq!(inline.len(), 2);
        for element in inline {
            let hash = BASE64_STANDARD.encode(Sha256::digest(text(element)));
            assert!(
                policy.contains(&format!("'sha256-{hash}'")),
                "{}",
                element.value().name()
            );
        }
    }
}

#[test]
fn every_section_has_a_unique_name() {
    for page in [orders_page(250), products_page()] {
        let page = Html::parse_document(&page);
        assert!(page.errors.is_empty(), "{:?}", page.errors);
        assert_eq!(page.root_element().attr("lang"), Some("en"));
        for landmark in ["header", "main", "footer", "h1", "title"] {
            assert!(!select(&page, landmark).is_empty(), "{landmark}");
        }
        let ids = select(&page, "[id]")
            .into_iter()
            .map(|element| element.attr("id").unwrap());
        let names: BTreeSet<_> = ids.clone().collect();
        assert_eq!(names.len(), ids.count());
        let labelled = select(&page, "[aria-labelledby]");
        for name in labelled
            .iter()
            .flat_map(|element| element.attr("aria-labelledby").unwrap().split(' '))
        {
            assert!(names.contains(name), "{name}");
        }
        for table in select(&page, "table") {
            let caption = table.select(&Selector::parse("caption").unwrap()).next();
            assert!(caption.is_some() || table.attr("aria-labelledby").is_some());
        }
        assert!(select(&page, "th:not([scope])").is_empty());
        for picture in select(&page, "svg:not([aria-hidden])") {
            assert_eq!(picture.attr("role"), Some("img"));
        }
    }
}

#[test]
fn a_page_that_differs_from_its_summary_is_an_error() {
    let mut summary = OrdersSummary::default();
    for row in data::orders(2) {
        summary.add(&row);
    }
    let begin = || OrdersHtml::begin(Vec::new(), &summary, &data::meta()).unwrap();

    let mut page = begin();
    for row in data::orders(1) {
        page.row(&row).unwrap();
    }
    let error = page.finish().unwrap_err();
    assert!(
        matches!(
            error,
            PageError::RowsDiffer {
                expected: 2,
                written: 1
            }
        ),
        "{error}"
    );

    let mut page = begin();
    let error = data::orders(3).try_for_each(|row| page.row(&row)).unwrap_err();
    assert!(
        matches!(
            error,
            PageError::RowsDiffer {
                expected: 2,
                written: 3
            }
        ),
        "{error}"
    );
}

#[test]
fn an_order_that_is_newer_than_its_predecessor_is_rejected() {
    let mut summary = OrdersSummary::default();
    for row in data::orders(2) {
        summary.add(&row);
    }
    let mut page = OrdersHtml::begin(Vec::new(), &summary, &data::meta()).unwrap();
    let mut rows: Vec<_> = data::orders(2).collect();
    rows.reverse();
    page.row(&rows[0]).unwrap();
    let error = page.row(&rows[1]).unwrap_err();
    assert!(matches!(error, PageError::NotNewestFirst { .. }), "{error}");
}

#[test]
fn equal_orders_give_equal_bytes() {
    assert_eq!(orders_page(150), orders_page(150));
}
