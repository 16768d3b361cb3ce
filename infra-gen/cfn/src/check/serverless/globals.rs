//! The section `Globals`: properties that the serverless transform copies to all resources of a type.
//! <https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html>

use std::borrow::Cow;

use super::is_serverless;
use crate::{
    check::{catalog::serverless::INVALID_GLOBALS, functions::describe, hint::did_you_mean, query::quoted},
    finding::{Finding, Unplaced},
    intrinsic_call::{intrinsic_call, is_function_key},
    template::{ResourceBlock, Template},
    value::Json,
};

type Properties = serde_json::Map<String, Json>;

/// The types that may have globals, and the properties that the transform copies.
const SUPPORTED: [(&str, &[&str]); 8] = [
    (
        "Api",
        &[
            "AccessLogSetting",
            "AlwaysDeploy",
            "Auth",
            "BinaryMediaTypes",
            "CacheClusterEnabled",
            "CacheClusterSize",
            "CanarySetting",
            "Cors",
            "DefinitionUri",
            "Domain",
            "EndpointAccessMode",
            "EndpointConfiguration",
            "GatewayResponses",
            "MergeDefinitions",
            "MethodSettings",
            "MinimumCompressionSize",
            "Name",
            "OpenApiVersion",
            "PropagateTags",
            "SecurityPolicy",
            "TracingEnabled",
            "Variables",
        ],
    ),
    (
        "CapacityProvider",
        &[
            "InstanceRequirements",
            "KmsKeyArn",
            "OperatorRole",
            "PropagateTags",
            "ScalingConfig",
            "Tags",
            "VpcConfig",
        ],
    ),
    (
        "Function",
        &[
            "Architectures",
            "AssumeRolePolicyDocument",
            "AutoPublishAlias",
            "AutoPublishAliasAllProperties",
            "CapacityProviderConfig",
            "CodeSigningConfigArn",
            "CodeUri",
            "DeadLetterQueue",
            "DeploymentPreference",
            "Description",
            "DurableConfig",
            "Environment",
            "EphemeralStorage",
            "EventInvokeConfig",
            "FileSystemConfigs",
            "FunctionScalingConfig",
            "FunctionUrlConfig",
            "Handler",
            "KmsKeyArn",
            "Layers",
            "LoggingConfig",
            "MemorySize",
            "PermissionsBoundary",
            "PropagateTags",
            "ProvisionedConcurrencyConfig",
            "PublishToLatestPublished",
            "RecursiveLoop",
            "ReservedConcurrentExecutions",
            "RolePath",
            "Runtime",
            "RuntimeManagementConfig",
            "SnapStart",
            "SourceKMSKeyArn",
            "Tags",
            "TenancyConfig",
            "Timeout",
            "Tracing",
            "VersionDeletionPolicy",
            "VpcConfig",
        ],
    ),
    (
        "HttpApi",
        &[
            "AccessLogSettings",
            "Auth",
            "CorsConfiguration",
            "DefaultRouteSettings",
            "Domain",
            "FailOnWarnings",
            "PropagateTags",
            "RouteSettings",
            "StageVariables",
            "Tags",
        ],
    ),
    ("LayerVersion", &["PublishLambdaVersion"]),
    ("SimpleTable", &["SSESpecification"]),
    ("StateMachine", &["PropagateTags"]),
    (
        "WebSocketApi",
        &[
            "AccessLogSettings",
            "ApiKeySelectionExpression",
            "DefaultRouteSettings",
            "DisableExecuteApiEndpoint",
            "DisableSchemaValidation",
            "Domain",
            "FailOnWarnings",
            "IpAddressType",
            "PropagateTags",
            "RouteSelectionExpression",
            "RouteSettings",
            "StageVariables",
            "Tags",
        ],
    ),
];

/// The sections of `Globals`, each with the type that it is for and the globals.
pub(in crate::check) fn sections(template: &Template) -> impl Iterator<Item = (&str, String, &Properties)> {
    let globals = template.other.get("Globals").and_then(Json::as_object);
    globals.into_iter().flatten().filter_map(|(name, properties)| {
        Some((
            name.as_str(),
            format!("AWS::Serverless::{name}"),
            properties.as_object()?,
        ))
    })
}

/// Reports the sections and properties that the transform refuses.
pub(super) fn check(template: &Template, findings: &mut Vec<Finding>) {
    let Some(globals) = template.other.get("Globals") else {
        return;
    };
    let Json::Object(globals) = globals else {
        let message = format!("`Globals` must be a map of types; found {}", describe(globals));
        let found = INVALID_GLOBALS.found(message, "write the properties below a type, such as `Function`");
        findings.push(Finding::section("Globals", found));
        return;
    };
    for (name, properties) in globals.iter().filter(|(name, _)| !is_function_key(name)) {
        let Some((_, supported)) = SUPPORTED.iter().find(|(known, _)| known == name) else {
            let known = SUPPORTED.iter().map(|(known, _)| *known);
            let all = format!("use one of {}", quoted(known.clone()));
            let message = format!("`{name}` has no globals");
            let found = INVALID_GLOBALS.found(message, did_you_mean(name, known, &all));
            findings.push(Finding::block("Globals", name, "", found));
            continue;
        };
        let Json::Object(properties) = properties else {
            let message = format!(
                "globals must be a map of properties; found {}",
                describe(properties)
            );
            let found = INVALID_GLOBALS.found(message, "write the properties of the type, or remove it");
            findings.push(Finding::block("Globals", name, "", found));
            continue;
        };
        for property in properties.keys() {
            if !supported.contains(&property.as_str()) && !is_function_key(property) {
                let found = unsupported(name, property, supported);
                findings.push(Finding::block("Globals", name, property.as_str(), found));
            }
        }
    }
}

fn unsupported(name: &str, property: &str, supported: &[&'static str]) -> Unplaced {
    let type_name = format!("AWS::Serverless::{name}");
    let is_property =
        infra_gen_schema::lookup(&type_name).is_some_and(|schema| schema.root().property(property).is_some());
    let message = format!("`{property}` is not a global property of `{name}`");
    let hint = if is_property {
        "set it on each resource".to_owned()
    } else {
        did_you_mean(property, supported.iter().copied(), "remove it")
    };
    INVALID_GLOBALS.found(message, hint)
}

/// The properties of a serverless resource with `shared`, the globals for its type, without null properties: maps are merged,
/// lists are concatenated, and other values of the resource take precedence.
pub(super) fn merged<'t>(shared: Option<&'t Properties>, block: &'t ResourceBlock) -> Cow<'t, Properties> {
    let mut own = Cow::Borrowed(&block.properties);
    if own.values().any(Json::is_null) {
        own.to_mut().retain(|_, value| !value.is_null());
    }
    let Some(shared) = shared else { return own };
    match block.attributes.get("IgnoreGlobals") {
        Some(Json::Array(ignored)) => {
            let mut shared = shared.clone();
            shared.retain(|name, _| !ignored.iter().any(|ignored| ignored == name));
            Cow::Owned(merge(&shared, &own))
        }
        Some(_) => own,
        None => Cow::Owned(merge(shared, &own)),
    }
}

impl Template {
    /// The template with the properties in `Globals` copied to its serverless resources, as the serverless transform does.
    #[must_use]
    pub fn with_globals(mut self) -> Self {
        let merged: Vec<(String, Properties)> = self
            .resources
            .iter()
            .filter(|(_, block)| is_serverless(&block.type_name))
            .map(|(id, block)| {
                let shared = sections(&self).find(|(_, type_name, _)| *type_name == block.type_name);
                let shared = shared.map(|(_, _, shared)| shared);
                (id.clone(), merged(shared, block).into_owned())
            })
            .collect();
        for (id, properties) in merged {
            if let Some(block) = self.resources.get_mut(&id) {
                block.properties = properties;
            }
        }
        self
    }
}

fn merge(shared: &Properties, own: &Properties) -> Properties {
    let mut merged = shared.clone();
    for (name, own) in own {
        let value = match (shared.get(name), own) {
            (Some(Json::Object(shared)), Json::Object(own))
                if intrinsic_call(shared).is_none() && intrinsic_call(own).is_none() =>
            {
                Json::Object(merge(shared, own))
            }
            (Some(Json::Array(shared)), Json::Array(own)) => shared.iter().chain(own).cloned().collect(),
            _ => own.clone(),
        };
        merged.insert(name.clone(), value);
    }
    merged
}
