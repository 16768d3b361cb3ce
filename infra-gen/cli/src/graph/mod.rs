//! Describes a template as a diagram: its resources in groups, and the references between them.
//!
//! An edge means that one resource refers to another one. Calls at run time are not in the template, so they are not
//! in the diagram either.

mod groups;

use infra_gen_cfn::Template;
use infra_gen_graph::{Color, Diagram, Direction, Edge, Graph, Node, Shape};

use self::groups::{Group, Groups, Resource};

/// The diagram of a stack; `all` lists the parts of each resource instead of counting them.
pub(crate) fn diagram(stack_name: &str, template: &Template, all: bool) -> Diagram {
    let groups = Groups::new(template);
    Diagram {
        label: format!("Resources of {stack_name}"),
        heading: Some(stack_name.to_owned()),
        direction: Direction::Right,
        graph: Graph {
            nodes: groups.groups.iter().map(|group| node(group, all)).collect(),
            edges: groups
                .references
                .iter()
                .map(|&(from, to)| Edge::new(from, to))
                .collect(),
        },
    }
}

fn node(group: &Group, all: bool) -> Node {
    let Resource { id, type_name } = &group.owner;
    let node = Node::new(id, id, Shape::Box, color(type_name)).with_details([short_type(type_name)]);
    if all {
        node.with_details(
            group
                .parts
                .iter()
                .map(|part| format!("{} ({})", part.id, short_type(&part.type_name))),
        )
    } else {
        node.with_details(group.summary())
    }
}

/// `Lambda Function` for `AWS::Lambda::Function`.
fn short_type(type_name: &str) -> String {
    type_name
        .strip_prefix("AWS::")
        .unwrap_or(type_name)
        .replace("::", " ")
}

/// The color says what a resource is for: entry points, compute, messages and workflows, data, or access.
fn color(type_name: &str) -> Color {
    match type_name.split("::").nth(1).unwrap_or_default() {
        "ApiGateway" | "ApiGatewayV2" | "CloudFront" | "ElasticLoadBalancingV2" | "Route53" => Color::Blue,
        "Lambda" | "ECS" | "EC2" => Color::Yellow,
        "StepFunctions" | "Events" | "Scheduler" | "SNS" | "SQS" => Color::Purple,
        "DynamoDB" | "S3" | "RDS" | "ElastiCache" | "EFS" | "Kinesis" => Color::Green,
        "Cognito" | "IAM" | "KMS" | "WAFv2" | "SecretsManager" | "CertificateManager" => Color::Red,
        _ => Color::Gray,
    }
}
