use infra_gen_cfn::{LogicalId, Stack, dynamodb::Table, sns::Subscription};

fn main() {
    let mut stack = Stack::new("shop");
    let orders = stack.add(LogicalId::new("Orders"), Table::new([]));
    Subscription::new("email", orders.arn());
}
