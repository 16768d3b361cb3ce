use infra_gen_cfn::{LogicalId, Parameter, RuleTest, Stack};

fn main() {
    let mut stack = Stack::new("shop");
    let size = stack.parameter(LogicalId::new("Size"), &Parameter::text());
    stack.condition(LogicalId::new("IsLarge"), &RuleTest::contains(["large"], &size));
}
