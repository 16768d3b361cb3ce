//! Writes services as Rust code: one module per service, and in it one module per resource type.

mod code;
mod object;
mod resource;
mod types;

use std::collections::{BTreeMap, BTreeSet};

use infra_gen_schema::{lookup, types_of};

use self::{code::Code, types::Kinds};
use crate::{naming, reference};

/// The types to which `infra-gen-cfn` itself refers, whatever services are enabled.
const ALWAYS: [&str; 11] = [
    "AWS::EC2::Instance",
    "AWS::EC2::KeyPair",
    "AWS::EC2::SecurityGroup",
    "AWS::EC2::Subnet",
    "AWS::EC2::VPC",
    "AWS::EC2::Volume",
    "AWS::IAM::Role",
    "AWS::Lambda::Function",
    "AWS::Route53::HostedZone",
    "AWS::SNS::Topic",
    "AWS::SSM::Parameter",
];

/// The generated code.
#[derive(Debug)]
pub struct Generated {
    /// The text of each service's module, by service: `DynamoDB`.
    pub services: BTreeMap<String, String>,
    /// The text of the module `kind`: the markers of all types to which the services and `infra-gen-cfn` refer.
    pub kinds: String,
}

/// Generates the code of these services, as CloudFormation names them: `DynamoDB`.
pub fn generate<'s>(services: impl IntoIterator<Item = &'s str>) -> Generated {
    let mut kinds = Kinds::default();
    kinds.used.extend(ALWAYS);
    let services = services
        .into_iter()
        .map(|service| (service.to_owned(), self::service(service, &mut kinds)))
        .collect();
    Generated {
        services,
        kinds: markers(&kinds.used),
    }
}

/// The text of a service's module.
fn service(service: &str, kinds: &mut Kinds) -> String {
    let mut code = Code::default();
    let names: Vec<&str> = types_of(service).collect();
    for name in &names {
        let own = naming::type_name(name);
        code.line(&format!("pub use self::{}::{own};", naming::field(own)));
    }
    for name in names {
        let (Some(schema), docs) = (lookup(name), reference::of(name).unwrap_or_default()) else {
            continue;
        };
        code.empty_line();
        resource::module(&mut code, schema, &docs, kinds);
    }
    code.finish()
}

/// The markers of resource types, one module per service.
fn markers(used: &BTreeSet<&'static str>) -> String {
    let mut by_service: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for type_name in used {
        by_service
            .entry(naming::service(type_name))
            .or_default()
            .push(type_name);
    }
    let mut code = Code::default();
    for (service, types) in by_service {
        code.line(&format!("/// Markers of `AWS::{service}`."));
        code.open(&format!("pub mod {} {{", naming::module(service)));
        for type_name in types {
            code.line(&format!("/// `{type_name}`."));
            code.line(&format!("pub enum {} {{}}", naming::type_name(type_name)));
        }
        code.close("}");
    }
    code.finish()
}

#[cfg(test)]
mod tests {
    use super::generate;

    #[test]
    fn only_the_given_services_are_generated() {
        let generated = generate(["SQS", "XRay"]);
        let services: Vec<&String> = generated.services.keys().collect();
        assert_eq!(services, ["SQS", "XRay"]);
        assert!(generated.services["SQS"].contains("pub struct Queue {"));
    }

    #[test]
    fn markers_exist_for_all_types_to_which_a_service_refers() {
        let generated = generate(["SNS"]);
        // A topic is encrypted with a key of another service.
        for marker in ["pub mod sns {", "pub enum Topic {}"] {
            assert!(generated.kinds.contains(marker), "{marker}");
        }
        assert!(!generated.kinds.contains("pub mod s3 {"));
    }

    #[test]
    fn the_same_services_give_the_same_code() {
        let (one, other) = (generate(["Lambda"]), generate(["Lambda"]));
        assert_eq!(one.services, other.services);
        assert_eq!(one.kinds, other.kinds);
    }
}
