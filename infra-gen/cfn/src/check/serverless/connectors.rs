//! Connectors: the resources that they connect, and the permissions between them.
//! <https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/reference-sam-connector.html>

use super::{
    model::{Model, Properties},
    presence::is_given,
};
use crate::{
    check::{
        catalog::serverless::INVALID_CONNECTOR,
        hint::did_you_mean,
        query::{one_or_many, quoted},
    },
    finding::{Finding, Unplaced, ValuePath},
    intrinsic_call::is_complete,
    value::Json,
};

const READ: &[&str] = &["Read"];
const WRITE: &[&str] = &["Write"];
const BOTH: &[&str] = &["Read", "Write"];

/// A type of sources, and for each type of destinations the permissions.
type Destinations = &'static [(&'static str, &'static [&'static str])];

const SUPPORTED: [(&str, Destinations); 11] = [
    ("AWS::ApiGateway::RestApi", &[("AWS::Lambda::Function", WRITE)]),
    ("AWS::ApiGatewayV2::Api", &[("AWS::Lambda::Function", WRITE)]),
    (
        "AWS::AppSync::DataSource",
        &[
            ("AWS::DynamoDB::Table", BOTH),
            ("AWS::Events::EventBus", WRITE),
            ("AWS::Lambda::Function", WRITE),
        ],
    ),
    ("AWS::AppSync::GraphQLApi", &[("AWS::Lambda::Function", WRITE)]),
    ("AWS::DynamoDB::Table", &[("AWS::Lambda::Function", READ)]),
    (
        "AWS::Events::Rule",
        &[
            ("AWS::Events::EventBus", WRITE),
            ("AWS::Lambda::Function", WRITE),
            ("AWS::SNS::Topic", WRITE),
            ("AWS::SQS::Queue", WRITE),
            ("AWS::StepFunctions::StateMachine", WRITE),
        ],
    ),
    (
        "AWS::Lambda::Function",
        &[
            ("AWS::DynamoDB::Table", BOTH),
            ("AWS::Events::EventBus", WRITE),
            ("AWS::Lambda::Function", WRITE),
            ("AWS::Location::PlaceIndex", READ),
            ("AWS::S3::Bucket", BOTH),
            ("AWS::SNS::Topic", WRITE),
            ("AWS::SQS::Queue", BOTH),
            ("AWS::StepFunctions::StateMachine", BOTH),
        ],
    ),
    ("AWS::S3::Bucket", &[("AWS::Lambda::Function", WRITE)]),
    (
        "AWS::SNS::Topic",
        &[("AWS::Lambda::Function", WRITE), ("AWS::SQS::Queue", WRITE)],
    ),
    ("AWS::SQS::Queue", &[("AWS::Lambda::Function", BOTH)]),
    (
        "AWS::StepFunctions::StateMachine",
        &[
            ("AWS::DynamoDB::Table", BOTH),
            ("AWS::Events::EventBus", WRITE),
            ("AWS::Lambda::Function", WRITE),
            ("AWS::S3::Bucket", BOTH),
            ("AWS::SNS::Topic", WRITE),
            ("AWS::SQS::Queue", WRITE),
            ("AWS::StepFunctions::StateMachine", BOTH),
        ],
    ),
];

pub(super) fn check(model: &Model<'_>, findings: &mut Vec<Finding>) {
    if model.is_open {
        return;
    }
    for (id, block) in &model.template.resources {
        let mut report = |path: ValuePath, found: Unplaced| findings.push(Finding::resource(id, path, found));
        if block.type_name == "AWS::Serverless::Connector" {
            let connector = Connector {
                model,
                path: "Properties".into(),
            };
            let source = block.properties.get("Source");
            connector.check(source.and_then(Json::as_object), &block.properties, &mut report);
        }
        let embedded = block.attributes.get("Connectors").and_then(Json::as_object);
        for (name, embedded) in embedded.into_iter().flatten() {
            let connector = Connector {
                model,
                path: ValuePath::from("Connectors").key(name).key("Properties"),
            };
            let source = Properties::from_iter([("Id".to_owned(), Json::from(id.as_str()))]);
            if let Some(Json::Object(properties)) = embedded.get("Properties") {
                for required in ["Destination", "Permissions"] {
                    if is_complete(properties) && !is_given(properties, required) {
                        let found =
                            INVALID_CONNECTOR.found(format!("the connector has no `{required}`"), "add it");
                        report(connector.path.clone(), found);
                    }
                }
                connector.check(Some(&source), properties, &mut report);
            }
        }
    }
}

struct Connector<'a> {
    model: &'a Model<'a>,
    /// Where its properties are.
    path: ValuePath,
}

impl Connector<'_> {
    fn check(
        &self,
        source: Option<&Properties>,
        properties: &Properties,
        report: &mut impl FnMut(ValuePath, Unplaced),
    ) {
        let permissions = one_or_many(properties.get("Permissions"));
        for permission in permissions.iter().filter_map(Json::as_str) {
            if !BOTH.contains(&permission) {
                let found = INVALID_CONNECTOR.found(
                    format!("`{permission}` is not a permission of a connector"),
                    "use `Read` or `Write`",
                );
                report(self.path.clone().key("Permissions"), found);
            }
        }
        let Some(source) = source else { return };
        let source_type = self.type_of(source, "Source", report);
        for destination in one_or_many(properties.get("Destination")) {
            let Json::Object(destination) = destination else {
                continue;
            };
            let destination_type = self.type_of(destination, "Destination", report);
            if let (Some(source), Some(destination)) = (&source_type, &destination_type)
                && let Some(found) = unsupported(source, destination, permissions)
            {
                report(self.path.clone(), found);
            }
        }
    }

    /// The type of a connected resource after the transform; `None` if it is not known.
    fn type_of(
        &self,
        resource: &Properties,
        property: &str,
        report: &mut impl FnMut(ValuePath, Unplaced),
    ) -> Option<String> {
        let Some(Json::String(id)) = resource.get("Id") else {
            let type_name = resource.get("Type")?.as_str()?;
            return Some(after_transform(type_name).to_owned());
        };
        if let Some(block) = self.model.template.resources.get(id) {
            return Some(after_transform(&block.type_name).to_owned());
        }
        if !self.model.generated.contains(id) {
            let known = self.model.template.resources.keys().map(String::as_str);
            let hint = did_you_mean(
                id,
                known,
                "add a resource of this name, or give its `Type` and `Arn`",
            );
            let found = INVALID_CONNECTOR.found(format!("unknown resource `{id}`"), hint);
            report(self.path.clone().key(property).key("Id"), found);
        }
        None
    }
}

fn unsupported(source: &str, destination: &str, permissions: &[Json]) -> Option<Unplaced> {
    let destinations = SUPPORTED.iter().find(|(known, _)| *known == source);
    let destinations = destinations.map_or(&[][..], |(_, destinations)| *destinations);
    let Some((_, supported)) = destinations.iter().find(|(known, _)| *known == destination) else {
        return Some(INVALID_CONNECTOR.found(
            format!("there is no connector from `{source}` to `{destination}`"),
            "grant the permissions with a policy",
        ));
    };
    let refused = permissions
        .iter()
        .filter_map(Json::as_str)
        .find(|permission| BOTH.contains(permission) && !supported.contains(permission))?;
    Some(INVALID_CONNECTOR.found(
        format!("a connector from `{source}` to `{destination}` has no permission `{refused}`"),
        format!("use {}", quoted(supported.iter().copied())),
    ))
}

/// The type of the resource that a resource of this type becomes.
fn after_transform(type_name: &str) -> &str {
    match type_name {
        "AWS::Serverless::Api" => "AWS::ApiGateway::RestApi",
        "AWS::Serverless::Function" => "AWS::Lambda::Function",
        "AWS::Serverless::HttpApi" => "AWS::ApiGatewayV2::Api",
        "AWS::Serverless::SimpleTable" => "AWS::DynamoDB::Table",
        "AWS::Serverless::StateMachine" => "AWS::StepFunctions::StateMachine",
        other => other,
    }
}
