use infra_gen_cfn::{Value, lambda::{Function, function::Code}};

fn main() {
    let role: Value<String> = Value::from("arn:aws:iam::123456789012:role/get");
    Function::new(Code::new(), role);
}
