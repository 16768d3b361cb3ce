use infra_gen_cfn::{Handle, LogicalId, Value, sns::Topic};

fn main() {
    let topic: Handle<Topic> = Handle::new(LogicalId::new("Alerts"));
    let name: Value<String> = Value::intrinsic("Alerts".into());
}
