use infra_gen_cfn::{Attribute, Custom, CustomResource, CustomTypeName, Handle};

#[derive(serde::Serialize)]
struct One {}

impl CustomResource for One {
    const TYPE: CustomTypeName = CustomTypeName::new("Custom::One");
}

#[derive(serde::Serialize)]
struct Other {}

impl CustomResource for Other {
    const TYPE: CustomTypeName = CustomTypeName::new("Custom::Other");
}

const ADDRESS: Attribute<One, String> = Attribute::new("Address");

fn read(other: &Handle<Custom<Other>>) {
    other.get(ADDRESS);
}

fn main() {}
