//! The conditional rules of `extensions.json`. They are published by type, but without the place to which they apply; the
//! table in this module adds it. Rules that look at several resources are not read.

use std::collections::BTreeMap;

use infra_gen_schema::{Bounds, Format, Predicate, Rule};
use serde_json::{Map, Value};

use crate::{Error, convert, model::Object, overrides};

use super::error;

/// A place of a rule: the type, the object in it and, if the rule is about the value of one property, that property.
type Place = (&'static str, &'static str, &'static str);

/// A rule of the source: its type, its number there, the places, and whether AWS refuses what breaks it.
type Entry = (&'static str, usize, &'static [Place], bool);

const BLOCK_DEVICES: &[Place] = &[
    ("AWS::EC2::Instance", "BlockDeviceMapping", ""),
    ("AWS::EC2::LaunchTemplate", "BlockDeviceMapping", ""),
    ("AWS::EC2::SpotFleet", "BlockDeviceMapping", ""),
    ("AWS::AutoScaling::LaunchConfiguration", "BlockDeviceMapping", ""),
    ("AWS::OpsWorks::Instance", "BlockDeviceMapping", ""),
];

const VOLUMES: &[Place] = &[
    ("AWS::EC2::Instance", "Ebs", ""),
    ("AWS::EC2::LaunchTemplate", "Ebs", ""),
    ("AWS::EC2::SpotFleet", "EbsBlockDevice", ""),
    ("AWS::AutoScaling::LaunchConfiguration", "BlockDevice", ""),
    ("AWS::OpsWorks::Instance", "EbsBlockDevice", ""),
];

const GROUP_RULES: &[Place] = &[
    ("AWS::EC2::SecurityGroup", "Ingress", ""),
    ("AWS::EC2::SecurityGroup", "Egress", ""),
    ("AWS::EC2::SecurityGroupIngress", "SecurityGroupIngress", ""),
    ("AWS::EC2::SecurityGroupEgress", "SecurityGroupEgress", ""),
];

const CLUSTER: &[Place] = &[("AWS::RDS::DBCluster", "DBCluster", "")];
const INSTANCE: &[Place] = &[("AWS::RDS::DBInstance", "DBInstance", "")];
const TASK: &[Place] = &[("AWS::ECS::TaskDefinition", "TaskDefinition", "")];
const TARGET_GROUP: &[Place] = &[("AWS::ElasticLoadBalancingV2::TargetGroup", "TargetGroup", "")];

/// The rules that are kept. Not in the table: rules that a check of `infra-gen-cfn` has itself, and rules that AWS does not
/// enforce and that common templates break, such as ports of a security group rule for all protocols.
const ENTRIES: &[Entry] = &[
    (
        "AWS::ApiGateway::Authorizer",
        0,
        &[("AWS::ApiGateway::Authorizer", "Authorizer", "")],
        true,
    ),
    (
        "AWS::CodeBuild::Project",
        0,
        &[("AWS::CodeBuild::Project", "Artifacts", "")],
        true,
    ),
    ("AWS::EC2::Instance", 0, VOLUMES, true),
    (
        "AWS::EC2::Instance",
        1,
        &[("AWS::EC2::Instance", "Instance", "")],
        true,
    ),
    ("AWS::EC2::Instance", 2, BLOCK_DEVICES, true),
    ("AWS::EC2::SecurityGroup", 2, GROUP_RULES, true),
    (
        "AWS::EC2::VPNGateway",
        0,
        &[("AWS::EC2::VPNGateway", "VPNGateway", "Type")],
        true,
    ),
    (
        "AWS::ECS::Service",
        0,
        &[("AWS::ECS::Service", "Service", "")],
        true,
    ),
    (
        "AWS::ECS::TaskDefinition",
        0,
        &[(
            "AWS::ECS::TaskDefinition",
            "TaskDefinition",
            "ContainerDefinitions",
        )],
        true,
    ),
    ("AWS::ECS::TaskDefinition", 1, TASK, true),
    ("AWS::ECS::TaskDefinition", 2, TASK, true),
    // Newer options are missing from the list.
    (
        "AWS::ECS::TaskDefinition",
        3,
        &[("AWS::ECS::TaskDefinition", "LogConfiguration", "")],
        false,
    ),
    // Versions come and go.
    (
        "AWS::ElastiCache::CacheCluster",
        0,
        &[("AWS::ElastiCache::CacheCluster", "CacheCluster", "")],
        false,
    ),
    (
        "AWS::ElastiCache::ReplicationGroup",
        0,
        &[("AWS::ElastiCache::ReplicationGroup", "ReplicationGroup", "")],
        false,
    ),
    (
        "AWS::ElasticLoadBalancing::LoadBalancer",
        0,
        &[("AWS::ElasticLoadBalancing::LoadBalancer", "Listeners", "")],
        true,
    ),
    (
        "AWS::ElasticLoadBalancingV2::Listener",
        0,
        &[("AWS::ElasticLoadBalancingV2::Listener", "Listener", "")],
        true,
    ),
    // One subnet is enough in a local zone and on an Outpost.
    (
        "AWS::ElasticLoadBalancingV2::LoadBalancer",
        0,
        &[("AWS::ElasticLoadBalancingV2::LoadBalancer", "LoadBalancer", "")],
        false,
    ),
    ("AWS::ElasticLoadBalancingV2::TargetGroup", 0, TARGET_GROUP, false),
    ("AWS::ElasticLoadBalancingV2::TargetGroup", 1, TARGET_GROUP, true),
    ("AWS::ElasticLoadBalancingV2::TargetGroup", 2, TARGET_GROUP, true),
    (
        "AWS::FSx::FileSystem",
        0,
        &[("AWS::FSx::FileSystem", "FileSystem", "")],
        true,
    ),
    (
        "AWS::Lambda::Function",
        1,
        &[("AWS::Lambda::Function", "Function", "")],
        true,
    ),
    (
        "AWS::Lambda::Function",
        3,
        &[("AWS::Lambda::Function", "Function", "")],
        true,
    ),
    // RDS accepts and ignores some of these, and its lists of engines and versions change.
    ("AWS::RDS::DBCluster", 0, CLUSTER, false),
    ("AWS::RDS::DBCluster", 1, CLUSTER, false),
    ("AWS::RDS::DBCluster", 2, CLUSTER, false),
    ("AWS::RDS::DBCluster", 4, CLUSTER, false),
    ("AWS::RDS::DBCluster", 5, CLUSTER, false),
    ("AWS::RDS::DBCluster", 6, CLUSTER, false),
    ("AWS::RDS::DBCluster", 7, CLUSTER, false),
    ("AWS::RDS::DBCluster", 8, CLUSTER, false),
    ("AWS::RDS::DBInstance", 3, INSTANCE, false),
    ("AWS::RDS::DBInstance", 7, INSTANCE, false),
    ("AWS::RDS::DBInstance", 8, INSTANCE, true),
    (
        "AWS::Route53::HealthCheck",
        0,
        &[("AWS::Route53::HealthCheck", "HealthCheckConfig", "")],
        true,
    ),
    (
        "AWS::SNS::Subscription",
        0,
        &[("AWS::SNS::Subscription", "Subscription", "")],
        true,
    ),
];

/// Adds the rules that apply to objects of this type. `extensions` has the rules of each type by its name in lower case.
pub(super) fn add(
    type_name: &str,
    objects: &mut BTreeMap<String, Object>,
    extensions: &BTreeMap<String, Vec<Value>>,
) -> Result<(), Error> {
    for (source, number, places, is_enforced) in ENTRIES {
        for (_, object, property) in places.iter().filter(|(place, ..)| *place == type_name) {
            let schema = extensions
                .get(&source.to_lowercase())
                .and_then(|rules| rules.get(*number))
                .ok_or_else(|| error(source, format!("has no rule {number} in `extensions.json`")))?;
            let mut predicate = predicate(source, schema)?;
            if !property.is_empty() {
                predicate = Predicate::Property(property, Box::new(predicate));
            }
            let object = objects
                .get_mut(*object)
                .ok_or_else(|| error(type_name, format!("has no object `{object}`")))?;
            object.predicates.push(Rule {
                predicate,
                is_enforced: *is_enforced,
            });
        }
    }
    Ok(())
}

/// Converts a JSON schema.
fn predicate(place: &str, schema: &Value) -> Result<Predicate, Error> {
    let keywords = match schema {
        Value::Bool(true) => return Ok(Predicate::always()),
        Value::Bool(false) => return Ok(Predicate::Never),
        Value::Object(keywords) => keywords,
        _ => return Err(error(place, "has a rule that is not an object")),
    };
    let mut all = Vec::new();
    for (keyword, value) in keywords {
        match keyword.as_str() {
            // `then` and `else` belong to `if`. Names of options change.
            "then" | "else" | "description" | "additionalProperties" | "propertyNames" => {}
            "maximum" if keywords.contains_key("minimum") => {}
            "if" => {
                let branch = |name| {
                    keywords
                        .get(name)
                        .map_or(Ok(Predicate::always()), |schema| predicate(place, schema))
                };
                all.push(Predicate::If(Box::new([
                    predicate(place, value)?,
                    branch("then")?,
                    branch("else")?,
                ])));
            }
            "properties" => {
                for (name, schema) in value.as_object().into_iter().flatten() {
                    // A typing error of the source.
                    if name != "required" {
                        let of = Box::new(predicate(place, schema)?);
                        all.push(Predicate::Property(convert::text(name), of));
                    }
                }
            }
            "required" => all.push(Predicate::Present(scalars(value))),
            "items" => all.push(Predicate::Items(Box::new(predicate(place, value)?))),
            "contains" => all.push(Predicate::Contains(Box::new(predicate(place, value)?))),
            "type" => all.push(kinds(value)),
            "enum" => all.push(Predicate::Values(scalars(value))),
            "const" => all.push(Predicate::Values(scalars(&Value::from(vec![value.clone()])))),
            "pattern" => {
                let pattern = value.as_str().unwrap_or_default();
                all.push(Predicate::Pattern(convert::text(&overrides::without_flags(
                    pattern,
                ))));
            }
            "minimum" | "maximum" => all.push(Predicate::Range(Bounds {
                min: keywords.get("minimum").and_then(Value::as_f64),
                max: keywords.get("maximum").and_then(Value::as_f64),
            })),
            "exclusiveMinimum" => all.push(Predicate::Above(number(place, value)?)),
            "multipleOf" => all.push(Predicate::MultipleOf(number(place, value)?)),
            "minItems" => all.push(Predicate::Length(Bounds {
                min: value.as_u64(),
                max: None,
            })),
            "format" => all.extend(form(value)),
            "not" => all.push(Predicate::Not(Box::new(predicate(place, value)?))),
            "allOf" => all.push(Predicate::All(several(place, value)?)),
            "anyOf" => all.push(Predicate::Any(several(place, value)?)),
            "oneOf" => all.push(Predicate::One(several(place, value)?)),
            other => {
                return Err(error(
                    place,
                    format!("has the unknown keyword `{other}` in a rule"),
                ));
            }
        }
    }
    Ok(match all.len() {
        1 => all.remove(0),
        _ => Predicate::All(all.into()),
    })
}

fn several(place: &str, schemas: &Value) -> Result<Box<[Predicate]>, Error> {
    let schemas = schemas.as_array().into_iter().flatten();
    schemas.map(|schema| predicate(place, schema)).collect()
}

fn number(place: &str, value: &Value) -> Result<f64, Error> {
    value
        .as_f64()
        .ok_or_else(|| error(place, "has a rule with a bound that is not a number"))
}

/// The types of a value. CloudFormation converts each scalar to the others.
fn kinds(value: &Value) -> Predicate {
    let one = std::slice::from_ref(value);
    let kinds = value.as_array().map_or(one, Vec::as_slice);
    let mut any: Vec<Predicate> = kinds
        .iter()
        .map(|kind| match kind.as_str() {
            Some("array") => Predicate::List,
            Some("object") => Predicate::Object,
            _ => Predicate::Scalar,
        })
        .collect();
    any.dedup();
    match any.len() {
        1 => any.remove(0),
        _ => Predicate::Any(any.into()),
    }
}

/// The values as texts, as CloudFormation compares them.
fn scalars(values: &Value) -> Box<[&'static str]> {
    let mut texts: Vec<&'static str> = Vec::new();
    for value in values.as_array().into_iter().flatten() {
        let text = match value {
            Value::String(text) => convert::text(text),
            other => convert::text(&other.to_string()),
        };
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    texts.into()
}

fn form(value: &Value) -> Option<Predicate> {
    Some(Predicate::Form(match value.as_str()? {
        "AWS::SQS::Queue.Arn" => Format::QueueArn,
        "AWS::Lambda::Function.Arn" => Format::FunctionArn,
        "AWS::Logs::LogGroup.Name" => Format::LogGroupName,
        _ => return None,
    }))
}

/// The rules of each type, by its name in lower case.
pub(crate) fn by_type(extensions: &Map<String, Value>) -> BTreeMap<String, Vec<Value>> {
    extensions
        .iter()
        .map(|(name, rules)| (name.to_lowercase(), rules.as_array().cloned().unwrap_or_default()))
        .collect()
}
