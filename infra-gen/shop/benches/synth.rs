//! Measures how long it takes to build the shop's template in this process; `process.rs` measures it as a process.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use shop_infra::{settings::ENVIRONMENTS, stack};

fn in_process(criterion: &mut Criterion) {
    let production = ENVIRONMENTS
        .iter()
        .find(|environment| environment.name == "prod")
        .expect("the environment `prod` exists");
    let settings = production.parse().expect("the tests parse every environment");
    criterion.bench_function("synth, in process", |bencher| {
        bencher.iter(|| {
            black_box(stack::build(&settings).finish())
                .expect("the tests build every environment")
                .to_json()
        });
    });
}

criterion_group!(benches, in_process);
criterion_main!(benches);
