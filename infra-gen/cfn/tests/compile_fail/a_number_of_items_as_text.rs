use infra_gen_cfn::{LogicalId, Parameter, Stack, intrinsic, sns::Topic};

fn main() {
    let mut stack = Stack::new("shop");
    let teams = stack.parameter(LogicalId::new("Teams"), &Parameter::list());
    stack.add(
        LogicalId::new("Alerts"),
        Topic {
            display_name: Some(intrinsic::length(&teams)),
            ..Topic::new()
        },
    );
}
