//! The same stack gives the same bytes, regardless of the order of declaration and the hash seeds of the process.
#![cfg(all(feature = "sns", feature = "sqs"))]

use std::process::Command;

use infra_gen_cfn::{LogicalId, Stack, sns::Topic, sqs::Queue};

#[test]
fn the_order_of_declaration_does_not_matter() {
    let forwards = template(0..40);
    assert_eq!(forwards, template((0..40).rev()));
}

#[test]
fn another_process_writes_the_same_bytes() {
    // Each process has its own hash seeds, so a map in hash order would differ.
    let this = std::env::current_exe().expect("the path of the test is known");
    let written = Command::new(this)
        .args(["--exact", "a_process_writes_its_template", "--nocapture"])
        .env(WRITE, "1")
        .output()
        .expect("the test can run itself");
    let written = String::from_utf8_lossy(&written.stdout);
    let template = template(0..40);
    assert!(written.contains(&template), "{written}\nis not\n{template}");
}

/// Run by [`another_process_writes_the_same_bytes`]. On its own, it only builds the template.
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
    let template = stack.finish().expect("the stack is valid");
    template.to_json() + &template.to_yaml()
}
