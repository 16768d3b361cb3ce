use infra_gen_cfn::dynamodb::Table;

fn main() {
    Table::new();
}
