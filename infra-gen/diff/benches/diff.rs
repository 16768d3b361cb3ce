//! The time to compare two templates in process: a template with itself, with a change in each function, and with an empty
//! one; and generated templates with as many differences as possible.
//!
//! To measure the process, including reading, run from the root of the workspace:
//!
//! ```sh
//! cargo build --release -p shop-infra
//! target/release/infra-gen synth --env prod -o saved.json
//! /usr/bin/time -f '%e s, %M KiB' target/release/infra-gen diff --env prod --against saved.json
//! ```

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use infra_gen_cfn::{Json, Template};
use infra_gen_diff::diff;
use serde_json::{Map, json};

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

/// Inputs on which a comparison of all pairs would take too long.
fn compare_much(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("diff of much");
    group.sample_size(10);
    for (name, write) in [
        ("20,000 items of a list", items as fn(&str) -> Json),
        ("300 actions on 300 resources", statement),
        ("1,000 resources under new logical IDs", topics),
    ] {
        let read = |side| Template::parse(&write(side).to_string()).expect("the template can be read");
        let (old, new) = (read("Old"), read("New"));
        group.bench_function(name, |bencher| {
            bencher.iter(|| diff(black_box(&old), black_box(&new)));
        });
    }
}

fn items(side: &str) -> Json {
    let layers: Vec<Json> = (0..20_000)
        .map(|item| json!({ "Version": 1, "Arn": format!("{side}{item}") }))
        .collect();
    json!({ "Resources": { "F": { "Type": "AWS::Lambda::Function", "Properties": { "Layers": layers } } } })
}

fn statement(side: &str) -> Json {
    let many =
        |word: &str| -> Vec<String> { (0..300).map(|number| format!("{word}{side}{number}*")).collect() };
    let statement =
        json!({ "Effect": "Allow", "Action": many("s3:Get"), "Resource": many("arn:aws:s3:::bucket-") });
    let policy = json!({ "PolicyName": "P", "PolicyDocument": { "Statement": [statement] } });
    json!({ "Resources": { "R": { "Type": "AWS::IAM::Role", "Properties": { "Policies": [policy] } } } })
}

fn topics(side: &str) -> Json {
    let resources: Map<String, Json> = (0..1_000)
        .map(|topic| {
            let properties =
                json!({ "TopicName": format!("{side}-{topic}"), "DisplayName": "Topic", "FifoTopic": false });
            (
                format!("{side}{topic}"),
                json!({ "Type": "AWS::SNS::Topic", "Properties": properties }),
            )
        })
        .collect();
    json!({ "Resources": resources })
}

criterion_group!(benches, compare, compare_much);
criterion_main!(benches);
