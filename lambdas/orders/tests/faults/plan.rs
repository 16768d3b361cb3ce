//! The plan of one case: the stock, the orders, the faults and the price changes.

use std::collections::BTreeMap;

use proptest::{
    collection::{btree_map, vec},
    option,
    prelude::*,
    sample::select,
};
use serde_json::json;
use shop_contract::{
    Currency, ImageKey, Money, NewOrder, OrderId, Product, ProductId, Timestamp,
    workflow::{AgreedPrice, AgreedPrices, NewOrderTask, OrderRequest},
};
use state_machines::new_order::TASK_SECONDS;

/// One case.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    /// The stock of each product.
    pub(crate) stock: Vec<u32>,
    /// The orders, which are processed concurrently.
    pub(crate) orders: Vec<PlannedOrder>,
    /// The faults of the calls to the store, in the order of the calls. Later calls have no faults.
    pub(crate) faults: Vec<Fault>,
    /// The products whose price changes, by number.
    pub(crate) price_changes: BTreeMap<usize, PlannedPriceChange>,
}

/// A price that changes once, while orders at the old price are processed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PlannedPriceChange {
    /// The number of calls to the store before the change; zero is before all orders.
    pub(crate) at_call: usize,
    /// The new price, in cents.
    pub(crate) amount: u64,
}

#[derive(Debug, Clone)]
pub(crate) struct PlannedOrder {
    /// Products by number, and quantities. A number beyond the stock is a product that does not exist.
    pub(crate) lines: Vec<(usize, u8)>,
    /// How often each task is run, even if the first run succeeds.
    pub(crate) runs: usize,
    /// The first run of `new_order`, if the state machine loses it.
    pub(crate) lost: Option<LostRun>,
}

/// A run that times out in the state machine and continues.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LostRun {
    /// The seconds after which it writes the order whose prices it has read.
    pub(crate) writes_after: u64,
    /// Whether all products have been deleted when they are read again.
    pub(crate) sold_no_more: bool,
}

/// The fault of one call to the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// No fault.
    None,
    /// Other calls run first.
    Delay,
    /// The call is not made: the process died before it, or the request was lost.
    Before,
    /// The call is made, and its result is lost: the process died after it, or the response was lost.
    After,
    /// A transaction conflicts. Other calls have no fault.
    Conflict,
    /// The store is throttled.
    Throttle,
}

impl Plan {
    /// The products at the start.
    pub(crate) fn products(&self) -> impl Iterator<Item = Product> {
        self.stock.iter().enumerate().map(|(number, &stock)| Product {
            id: product_id(number),
            name: format!("Cookie {number}"),
            description: "Crisp.".to_owned(),
            price: euros(first_price(number)),
            image_key: ImageKey::parse("cookie.svg").expect("what a plan holds is well formed"),
            stock,
            updated_at: moment(0),
        })
    }

    /// The input of each order's first task. All customers agreed to the first prices.
    pub(crate) fn tasks(&self) -> impl Iterator<Item = NewOrderTask> {
        self.orders.iter().enumerate().map(|(number, order)| {
            let total = order
                .lines
                .iter()
                .map(|&(product, quantity)| first_price(product) * u64::from(quantity))
                .sum();
            let new: NewOrder = serde_json::from_value(json!({
                "customer": {
                    "name": "Ann", "email": "ann@example.com",
                    "address": { "street": "1 Main St", "postalCode": "10115", "city": "Berlin", "country": "DE" }
                },
                "lines": order.lines.iter().map(|(product, quantity)| {
                    json!({ "productId": product_id(*product), "quantity": quantity })
                }).collect::<Vec<_>>(),
                "total": euros(total),
            }))
            .expect("what a plan holds is well formed");
            let prices = order.lines.iter().map(|&(product, _)| AgreedPrice {
                product_id: product_id(product),
                price: euros(first_price(product)),
            });
            NewOrderTask {
                order_id: order_id(number),
                created_at: moment(1),
                agreed: Some(AgreedPrices {
                    lines: prices.collect(),
                    total: new.total.clone(),
                }),
                order: OrderRequest::from(new),
            }
        })
    }
}

/// The price of a product at the start, in cents.
pub(crate) fn first_price(number: usize) -> u64 {
    100 + number as u64
}

pub(crate) fn euros(cents: u64) -> Money {
    Money {
        amount: cents,
        currency: Currency::parse("EUR").expect("what a plan holds is well formed"),
    }
}

pub(crate) fn product_id(number: usize) -> ProductId {
    ProductId::parse(&format!("cookie-{number}")).expect("what a plan holds is well formed")
}

pub(crate) fn order_id(number: usize) -> OrderId {
    OrderId::parse(&format!("00000000-0000-7000-8000-{number:012x}"))
        .expect("what a plan holds is well formed")
}

pub(crate) fn moment(second: u8) -> Timestamp {
    Timestamp::parse(&format!("2026-11-22T10:00:{second:02}Z")).expect("what a plan holds is well formed")
}

pub(crate) fn plans() -> impl Strategy<Value = Plan> {
    // Lambda gives a function ten seconds to start, and then its timeout.
    let longest_run = 10 + u64::from(TASK_SECONDS);
    let lost = (0..=longest_run, any::<bool>()).prop_map(|(writes_after, sold_no_more)| LostRun {
        writes_after,
        sold_no_more,
    });
    let order = (vec((0_usize..4, 1_u8..4), 1..4), 1_usize..3, option::of(lost))
        .prop_map(|(lines, runs, lost)| PlannedOrder { lines, runs, lost });
    let fault = select(vec![
        Fault::None,
        Fault::None,
        Fault::Delay,
        Fault::Before,
        Fault::After,
        Fault::Conflict,
        Fault::Throttle,
    ]);
    let price_change = (prop_oneof![Just(0), 0_usize..40], 90_u64..99)
        .prop_map(|(at_call, amount)| PlannedPriceChange { at_call, amount });
    let price_changes = btree_map(0_usize..3, price_change, 0..3);
    // The fourth product sometimes does not exist.
    (
        vec(0_u32..8, 3..=4),
        vec(order, 1..6),
        vec(fault, 0..50),
        price_changes,
    )
        .prop_map(|(stock, orders, faults, price_changes)| Plan {
            stock,
            orders,
            faults,
            price_changes,
        })
}
