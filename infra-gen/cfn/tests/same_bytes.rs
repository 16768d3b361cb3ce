//! The same stack is the same bytes, whatever the order of declaration, the process and its hash seeds.
#![cfg(all(feature = "sns", feature = "sqs"))]

use std::process::Command;

use infra_gen_cfn::{LogicalId, Stack, sns::Topic, sqs::Queue};

#[test]
fn the_order_of_declaration_leaves_no_trace() {
    let forwards = template(0..40);
    assert_eq!(forwards, template((0..40).rev()));
}

#[test]
fn another_process_writes_the_same_bytes() {
    // Each process has hash seeds of its own: a map that is written in their order would show.
    let this = std::env::current_exe().expect("a test knows its own file");
    let written = Command::new(this)
        .args(["--exact", "a_process_writes_its_template", "--nocapture"])
        .env(WRITE, "1")
        .output()
        .expect("a test can run itself");
    let written = String::from_utf8_lossy(&written.stdout);
    let template = template(0..40);
    assert!(written.contains(&template), "{written}\nis not\n{template}");
}

/// What [`another_process_writes_the_same_bytes`] runs; by itself it only builds the template.
#[test]
fn a_process_writes_its_template() {
    let template = template((0..40).rev());
    if std::env::var_os(WRITE).is_some() {
        println!("{template}");
    }
}

const WRITE: &str = "INFRA_GEN_TEST_WRITE_TEMPLATE";

fn template(order: impl Iterator<Item = usize>) -> String {
    let mut stack = Stack::new("test");
    for i in order {
        let id = |name: &str| LogicalId::parse(&format!("{name}{i}")).expect("letters and digits");
        let topic = stack.add(id("Topic"), Topic::new());
        let queue = stack.add(id("Queue"), Queue::new());
        stack.add_dependency(&queue, &topic);
        stack.output(id("TopicArn"), topic.topic_arn());
    }
    let template = stack.finish().expect("the stack is sound");
    template.to_json() + &template.to_yaml()
}
