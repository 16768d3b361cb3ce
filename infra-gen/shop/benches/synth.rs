//! How long it takes to write the shop's whole template: in this process, and as a process of its own, with the memory
//! that it takes.

use std::{
    hint::black_box,
    process::{Command, Stdio},
};

use criterion::{Criterion, criterion_group, criterion_main};
use nix::sys::resource::{UsageWho, getrusage};
use shop_infra::{settings::ENVIRONMENTS, stack};

fn in_process(criterion: &mut Criterion) {
    let production = ENVIRONMENTS
        .iter()
        .find(|environment| environment.name == "prod")
        .expect("there is a `prod`");
    let settings = production.parse().expect("the tests parse every environment");
    criterion.bench_function("synth, in process", |bencher| {
        bencher.iter(|| {
            black_box(stack::build(&settings).finish())
                .expect("the tests build every environment")
                .to_json()
        });
    });
}

fn as_a_process(criterion: &mut Criterion) {
    let synth = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_infra-gen"));
        let status = command
            .args(["synth", "--env", "prod"])
            .stdout(Stdio::null())
            .status();
        assert!(
            status.is_ok_and(|status| status.success()),
            "`infra-gen synth` failed"
        );
    };
    criterion.bench_function("infra-gen synth --env prod", |bencher| bencher.iter(synth));
    let children = getrusage(UsageWho::RUSAGE_CHILDREN).expect("the kernel counts");
    println!(
        "infra-gen synth --env prod: at most {} KiB of memory",
        children.max_rss()
    );
}

criterion_group!(benches, in_process, as_a_process);
criterion_main!(benches);
