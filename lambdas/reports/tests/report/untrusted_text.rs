//! User-provided text stays text: a browser reads exactly what was entered, and the rest of the page does not
//! change.

use proptest::{collection::vec, prelude::*};
use scraper::{ElementRef, Html, Selector, node::Node};
use shop_reports::report::{
    OrderRow, OrdersSummary, ProductRow, ProductsSummary,
    html::{Meta, OrdersHtml, ProductsHtml, ROWS_SHOWN},
};

use crate::{data, strategies};

/// The text as the page shows it: control and bidirectional formatting characters are replaced.
fn shown(text: &str) -> String {
    let shown = |char: char| match char {
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        char if char.is_control() => '\u{fffd}',
        char => char,
    };
    text.chars().map(shown).collect()
}

fn orders_page(rows: &[OrderRow], meta: &Meta<'_>) -> Html {
    let mut summary = OrdersSummary::default();
    for row in rows {
        summary.add(row);
    }
    let mut page = OrdersHtml::begin(Vec::new(), &summary, meta).expect("a page");
    for row in rows {
        page.row(row).expect("a row");
    }
    Html::parse_document(&String::from_utf8(page.finish().expect("all rows")).expect("UTF-8"))
}

fn products_page(rows: &[ProductRow]) -> Html {
    let mut summary = ProductsSummary::new(10);
    for row in rows {
        summary.add(row);
    }
    let mut page = ProductsHtml::begin(Vec::new(), &summary, &data::meta()).expect("a page");
    for row in rows {
        page.row(row).expect("a row");
    }
    Html::parse_document(&String::from_utf8(page.finish().expect("all rows")).expect("UTF-8"))
}

/// The elements of the page with their attributes, without text.
fn skeleton(page: &Html) -> Vec<String> {
    let elements = page.tree.values().filter_map(|node| match node {
        Node::Element(element) => Some(format!("{element:?}")),
        Node::Comment(comment) => Some(format!("{comment:?}")),
        _ => None,
    });
    elements.collect()
}

fn texts(page: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).expect("a selector");
    let text = |element: ElementRef<'_>| element.text().collect();
    page.select(&selector).map(text).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn a_customer_name_stays_text(name in strategies::customer()) {
        // One order in the table and one folded.
        let rows: Vec<OrderRow> = data::orders(u32::try_from(ROWS_SHOWN).unwrap() + 1).collect();
        let mut named = rows.clone();
        for row in &mut named {
            row.customer = name.clone();
        }
        let page = orders_page(&named, &data::meta());
        prop_assert_eq!(&texts(&page, "table.rows td[data-label=Customer]")[0], &shown(&name));
        let folded: Vec<Vec<serde_json::Value>> =
            serde_json::from_str(&texts(&page, "script[type='application/json']")[0]).unwrap();
        prop_assert_eq!(&folded[0][2], &serde_json::Value::from(shown(&name)));
        prop_assert_eq!(skeleton(&page), skeleton(&orders_page(&rows, &data::meta())));
        prop_assert!(page.errors.is_empty(), "{:?}", page.errors);
    }

    #[test]
    fn a_product_name_stays_text(name in strategies::text()) {
        let mut rows: Vec<OrderRow> = data::orders(4).collect();
        let before = skeleton(&orders_page(&rows, &data::meta()));
        for line in rows.iter_mut().flat_map(|row| &mut row.lines) {
            name.clone_into(&mut line.name);
        }
        let page = orders_page(&rows, &data::meta());
        let ordered = &texts(&page, "table.rows td.pieces span")[0];
        prop_assert_eq!(ordered, &format!("{} × {}", rows[0].lines[0].quantity.count(), shown(&name)));
        prop_assert_eq!(skeleton(&page), before);
        prop_assert!(page.errors.is_empty(), "{:?}", page.errors);
    }

    #[test]
    fn every_product_is_in_the_table_with_its_name(rows in vec(strategies::product(), 1..6)) {
        let page = products_page(&rows);
        let names: Vec<_> = rows.iter().map(|row| shown(&row.name)).collect();
        prop_assert_eq!(texts(&page, "table.rows tbody th"), names);
        prop_assert!(page.errors.is_empty(), "{:?}", page.errors);
    }

    #[test]
    fn the_requester_stays_text(asked_by in strategies::text(), environment in strategies::text()) {
        let meta = Meta { asked_by: &asked_by, environment: &environment, ..data::meta() };
        let page = orders_page(&[], &meta);
        prop_assert_eq!(texts(&page, ".about bdi"), [shown(&asked_by), shown(&environment)]);
        prop_assert_eq!(skeleton(&page), skeleton(&orders_page(&[], &data::meta())));
    }
}
