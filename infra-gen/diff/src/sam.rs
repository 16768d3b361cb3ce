//! What AWS's serverless transform turns its types into, as far as it decides whether a resource stays the same.
//! <https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html>

use infra_gen_cfn::{Json, ResourceBlock};
use serde_json::json;

/// The type of the resource that keeps the logical ID; none for a type of which nothing is known.
pub(crate) fn plain_type(type_name: &str) -> Option<&'static str> {
    Some(match type_name {
        "AWS::Serverless::Api" => "AWS::ApiGateway::RestApi",
        "AWS::Serverless::Application" => "AWS::CloudFormation::Stack",
        "AWS::Serverless::Function" => "AWS::Lambda::Function",
        "AWS::Serverless::GraphQLApi" => "AWS::AppSync::GraphQLApi",
        "AWS::Serverless::HttpApi" => "AWS::ApiGatewayV2::Api",
        "AWS::Serverless::SimpleTable" => "AWS::DynamoDB::Table",
        "AWS::Serverless::StateMachine" => "AWS::StepFunctions::StateMachine",
        _ => return None,
    })
}

/// The name of the property after the transform, where it keeps its value.
pub(crate) fn plain_property<'a>(type_name: &str, name: &'a str) -> Option<&'a str> {
    match (type_name, name) {
        ("AWS::Serverless::SimpleTable", "PrimaryKey") => Some("KeySchema"),
        ("AWS::Serverless::StateMachine", "Name") => Some("StateMachineName"),
        ("AWS::Serverless::StateMachine", "Type") => Some("StateMachineType"),
        // What the transform makes of these is a property of another name, or other resources.
        (_, "Auth" | "CodeUri" | "DefinitionUri" | "Events" | "ImageUri" | "Location" | "Policies")
        | ("AWS::Serverless::Api" | "AWS::Serverless::HttpApi", "StageName") => None,
        (_, name) => Some(name),
    }
}

/// The resource as the transform writes it, without what it adds beside it.
pub(crate) fn plain(block: &ResourceBlock) -> Option<ResourceBlock> {
    let type_name = plain_type(&block.type_name)?;
    let mut plain = block.clone();
    type_name.clone_into(&mut plain.type_name);
    plain.properties = block
        .properties
        .iter()
        .filter_map(|(name, value)| {
            let name = plain_property(&block.type_name, name)?;
            Some((name.to_owned(), value.clone()))
        })
        .collect();
    match block.type_name.as_str() {
        "AWS::Serverless::SimpleTable" => {
            let key = block.properties.get("PrimaryKey");
            let name = key
                .and_then(|key| key.get("Name"))
                .cloned()
                .unwrap_or_else(|| json!("id"));
            let kind = match key.and_then(|key| key.get("Type")).and_then(Json::as_str) {
                Some("Number") => "N",
                Some("Binary") => "B",
                _ => "S",
            };
            plain.properties.insert(
                "KeySchema".to_owned(),
                json!([{ "AttributeName": name, "KeyType": "HASH" }]),
            );
            plain.properties.insert(
                "AttributeDefinitions".to_owned(),
                json!([{ "AttributeName": name, "AttributeType": kind }]),
            );
            if !block.properties.contains_key("ProvisionedThroughput") {
                plain
                    .properties
                    .insert("BillingMode".to_owned(), json!("PAY_PER_REQUEST"));
            }
        }
        "AWS::Serverless::HttpApi" => {
            plain.properties.insert("ProtocolType".to_owned(), json!("HTTP"));
        }
        _ => {}
    }
    if let Some(Json::Object(tags)) = block.properties.get("Tags") {
        let tags = tags
            .iter()
            .map(|(key, value)| json!({ "Key": key, "Value": value }));
        plain.properties.insert("Tags".to_owned(), tags.collect());
    }
    Some(plain)
}
