//! The work of the handlers without DynamoDB: read items, write a page, write and read tokens.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use shop_contract::{
    Currency, ImageKey, Money, Product, ProductId, ProductPage, Timestamp,
    api::{self, Endpoint as _},
    table::products::{self, ProductItem},
};
use shop_products::catalogue::Position;
use shop_runtime::{PageToken, Request, Response, dynamo};
use shop_testing::Event;

fn cookie() -> Product {
    Product {
        id: ProductId::parse("double-chocolate").expect("an ID"),
        name: "Double Chocolate".to_owned(),
        description: "Crisp outside, soft inside, with a pinch of salt.".to_owned(),
        price: Money {
            amount: 350,
            currency: Currency::parse("EUR").expect("a currency"),
        },
        image_key: ImageKey::parse("double-chocolate.svg").expect("a file name"),
        stock: 12,
        updated_at: Timestamp::parse("2026-11-22T10:00:00Z").expect("a moment"),
    }
}

fn answer(criterion: &mut Criterion) {
    let item = dynamo::item(&ProductItem::from(cookie()));
    criterion.bench_function("read one product from its item", |bencher| {
        bencher.iter(|| dynamo::read::<ProductItem>(black_box(&item).clone(), products::ID));
    });

    let page = ProductPage {
        unreadable: 0,
        items: vec![cookie(); 24],
        next_token: Some("token".to_owned()),
    };
    criterion.bench_function("write a page of 24 products", |bencher| {
        bencher.iter(|| Response::success(api::GetProducts::OPERATION.success, black_box(&page)));
    });

    let tokens = PageToken::new("products");
    let position = Position {
        name: "Double Chocolate".to_owned(),
        id: cookie().id,
    };
    criterion.bench_function("make and read a page token", |bencher| {
        bencher.iter(|| tokens.read::<Position>(&tokens.write(black_box(&position))));
    });

    let event = Event {
        path: "/products",
        query: &[("limit", "24")],
        ..Event::default()
    }
    .get();
    criterion.bench_function("read the gateway's event", |bencher| {
        bencher.iter(|| Request::parse(black_box(&event)));
    });
}

criterion_group!(benches, answer);
criterion_main!(benches);
