//! How long it takes to compare two templates in this process: the same one, one with a change in every function, and one
//! with nothing in common.
//!
//! As a process, with reading, from the top of the workspace:
//!
//! ```sh
//! cargo build --release -p shop-infra
//! target/release/infra-gen synth --env prod -o saved.json
//! /usr/bin/time -f '%e s, %M KiB' target/release/infra-gen diff --env prod --against saved.json
//! ```

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use infra_gen_cfn::Template;
use infra_gen_diff::diff;

const TEMPLATE: &str = include_str!("../tests/templates/url-shortener.json");

fn compare(criterion: &mut Criterion) {
    let read = |text: &str| Template::parse(text).expect("the template can be read");
    let old = read(TEMPLATE);
    let changed = read(&TEMPLATE.replace("\"Timeout\": ", "\"Timeout\": 1"));
    let nothing = Template::default();
    for (name, new) in [
        ("itself", &old),
        ("a change in each function", &changed),
        ("nothing", &nothing),
    ] {
        criterion.bench_function(&format!("diff against {name}"), |bencher| {
            bencher.iter(|| diff(black_box(new), black_box(&old)));
        });
    }
}

criterion_group!(benches, compare);
criterion_main!(benches);
