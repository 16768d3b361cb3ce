use infra_gen_cfn::CustomTypeName;

const TYPE: CustomTypeName = CustomTypeName::new("Custom:Thing");

fn main() {
    println!("{}", TYPE.as_str());
}
