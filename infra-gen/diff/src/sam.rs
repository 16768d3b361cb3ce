//! The types and properties that the AWS SAM transform generates, as far as they decide whether a resource stays the same.
//! <https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html>

use infra_gen_cfn::{Json, ResourceBlock};
use serde_json::json;

/// The type of the generated resource that keeps the logical ID, or `None` for a type that is not known here.
pub(crate) fn generated_type(type_name: &str) -> Option<&'static str> {
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

/// Whether the transform turns the property into other resources, or into a property that is updated in place.
pub(crate) fn is_in_place(name: &str) -> bool {
    matches!(
        name,
        "Auth" | "CodeUri" | "DefinitionUri" | "Events" | "ImageUri" | "Policies"
    )
}

/// The name of the generated property, if it keeps its value.
pub(crate) fn generated_property<'a>(type_name: &str, name: &'a str) -> Option<&'a str> {
    match (type_name, name) {
        ("AWS::Serverless::SimpleTable", "PrimaryKey") => Some("KeySchema"),
        ("AWS::Serverless::StateMachine", "Name") => Some("StateMachineName"),
        ("AWS::Serverless::StateMachine", "Type") => Some("StateMachineType"),
        // The transform turns these into differently named properties, or into other resources.
        (_, "Auth" | "CodeUri" | "DefinitionUri" | "Events" | "ImageUri" | "Location" | "Policies")
        | ("AWS::Serverless::Api" | "AWS::Serverless::HttpApi", "StageName") => None,
        (_, name) => Some(name),
    }
}

/// The generated resource that keeps the logical ID, without the other resources that the transform adds.
pub(crate) fn generated(block: &ResourceBlock) -> Option<ResourceBlock> {
    let type_name = generated_type(&block.type_name)?;
    let mut generated = block.clone();
    type_name.clone_into(&mut generated.type_name);
    generated.properties = block
        .properties
        .iter()
        .filter_map(|(name, value)| {
            let name = generated_property(&block.type_name, name)?;
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
            generated.properties.insert(
                "KeySchema".to_owned(),
                json!([{ "AttributeName": name, "KeyType": "HASH" }]),
            );
            generated.properties.insert(
                "AttributeDefinitions".to_owned(),
                json!([{ "AttributeName": name, "AttributeType": kind }]),
            );
            if !block.properties.contains_key("ProvisionedThroughput") {
                generated
                    .properties
                    .insert("BillingMode".to_owned(), json!("PAY_PER_REQUEST"));
            }
        }
        "AWS::Serverless::HttpApi" => {
            generated
                .properties
                .insert("ProtocolType".to_owned(), json!("HTTP"));
        }
        _ => {}
    }
    if let Some(Json::Object(tags)) = block.properties.get("Tags") {
        let tags = tags
            .iter()
            .map(|(key, value)| json!({ "Key": key, "Value": value }));
        generated.properties.insert("Tags".to_owned(), tags.collect());
    }
    Some(generated)
}
