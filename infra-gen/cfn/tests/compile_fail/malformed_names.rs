use infra_gen_cfn::{BucketName, FunctionName, LogicalId, TableName};

const LOGICAL_ID: LogicalId = LogicalId::new("My-Orders");
const TABLE: TableName = TableName::new("or ders");
const BUCKET: BucketName = BucketName::new("Images");
const FUNCTION: FunctionName = FunctionName::new("get.orders");

fn main() {
    println!("{LOGICAL_ID} {TABLE} {BUCKET} {FUNCTION}");
}
