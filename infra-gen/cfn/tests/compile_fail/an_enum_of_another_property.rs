use infra_gen_cfn::dynamodb::{Table, table::{AttributeType, KeySchema}};

fn main() {
    Table::new([KeySchema::new("id", AttributeType::S)]);
}
