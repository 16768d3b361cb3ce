use infra_gen_cfn::{ParameterType, SsmParameter};

fn main() {
    SsmParameter::of(ParameterType::TEXT).list();
}
