use infra_gen_cfn::{Custom, CustomResource, CustomTypeName, LogicalId, Stack, dynamodb::Table};

#[derive(serde::Serialize)]
struct Thing {}

impl CustomResource for Thing {
    const TYPE: CustomTypeName = CustomTypeName::new("Custom::Thing");
}

fn main() {
    let mut stack = Stack::new("shop");
    let orders = stack.add(LogicalId::new("Orders"), Table::new([]));
    Custom::new(orders.arn(), Thing {});
}
