//! The names of the resources that the serverless transform generates. Other resources can refer to them.
//! <https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html>
//!
//! A name is a logical ID of the template with a suffix. Some suffixes contain a hash, the name of a stage or an alias, and
//! the many names that belong to an event or authorizer are known by their prefix only.

use std::collections::BTreeMap;

use super::{
    events::{are_known, events},
    is_serverless,
    model::{Model, Properties},
    presence::is_given,
};
use crate::{
    intrinsic_call::{is_complete, is_intrinsic_call},
    template::ResourceBlock,
    value::Json,
};

/// The properties of an event that give a generated resource its logical ID, and the type of that resource.
const NAMED: [(&str, &str, &str); 2] = [
    ("DeadLetterConfig", "QueueLogicalId", "AWS::SQS::Queue"),
    ("SqsSubscription", "QueuePolicyLogicalId", "AWS::SQS::QueuePolicy"),
];

/// The names of generated resources.
#[derive(Debug, Default)]
pub(in crate::check) struct GeneratedNames {
    /// Each with its type.
    exact: BTreeMap<String, &'static str>,
    /// The part before a hash of ten hexadecimal digits.
    hashed: Vec<String>,
    /// The part before a suffix, which may be empty.
    prefixes: Vec<String>,
    /// The part before a suffix that is empty or contains one of the words.
    worded: Vec<(String, Vec<String>)>,
}

/// The words in the names of the resources for an event.
const OF_EVENT: [&str; 6] = [
    "AlexaSkill",
    "EventSourceMapping",
    "Permission",
    "Policy",
    "Queue",
    "Role",
];

/// The words in the names of the resources for an API, besides the names of its authorizers.
const OF_API: [&str; 9] = [
    "ApiKey",
    "ApiMapping",
    "Authorizer",
    "BasePathMapping",
    "Deployment",
    "DomainName",
    "Permission",
    "Stage",
    "UsagePlan",
];

/// The words in the names of the resources for a connector.
const OF_CONNECTOR: [&str; 2] = ["Permission", "Policy"];

impl GeneratedNames {
    /// The names that the transform generates for a template; none if it does not use the transform.
    pub(super) fn new(model: &Model<'_>) -> Self {
        let mut names = Self::default();
        if !model.template.is_serverless() {
            return names;
        }
        for (id, block) in &model.template.resources {
            names.embedded_connectors(id, block);
            if is_serverless(&block.type_name)
                && let Some(properties) = model.properties(id)
            {
                names.resource(model, id, block, properties);
            }
        }
        names
    }

    /// Whether the transform generates a resource of this name.
    pub(in crate::check) fn contains(&self, name: &str) -> bool {
        let after = |prefix: &String| name.strip_prefix(prefix.as_str());
        self.exact.contains_key(name)
            || self.hashed.iter().filter_map(after).any(is_hash)
            || self.prefixes.iter().any(|prefix| name.starts_with(prefix))
            || self.worded.iter().any(|(prefix, words)| {
                name.strip_prefix(prefix.as_str())
                    .is_some_and(|rest| rest.is_empty() || words.iter().any(|word| rest.contains(word)))
            })
    }

    /// The type of a generated resource, if its name shows it. Implicit APIs have the type that SAM's documentation gives them.
    pub(in crate::check) fn type_of(&self, name: &str) -> Option<&'static str> {
        self.exact.get(name).copied()
    }

    /// The names that are known completely.
    pub(in crate::check) fn known(&self) -> impl Iterator<Item = &str> {
        self.exact.keys().map(String::as_str)
    }

    fn embedded_connectors(&mut self, id: &str, block: &ResourceBlock) {
        let connectors = block.attributes.get("Connectors").and_then(Json::as_object);
        for name in connectors.into_iter().flatten().map(|(name, _)| name) {
            self.worded(format!("{id}{name}"), OF_CONNECTOR);
        }
    }

    fn resource(&mut self, model: &Model<'_>, id: &str, block: &ResourceBlock, properties: &Properties) {
        // A loop or a macro may add any property.
        if !is_complete(properties) {
            self.prefix(id.to_owned());
        }
        match block.type_name.as_str() {
            "AWS::Serverless::Function" => {
                self.function(id, properties);
                self.events(model, id, block);
            }
            "AWS::Serverless::StateMachine" => {
                self.role(id, properties);
                if is_given(properties, "AutoPublishAlias") {
                    self.prefix(format!("{id}Alias"));
                    self.prefix(format!("{id}Version"));
                }
                self.events(model, id, block);
            }
            "AWS::Serverless::Api" => {
                self.stage(id, properties, "AWS::ApiGateway::Stage");
                self.hashed.push(format!("{id}Deployment"));
                self.domain_and_authorizers(id, properties);
            }
            "AWS::Serverless::HttpApi" => {
                if is_given(properties, "StageName") {
                    self.stage(id, properties, "AWS::ApiGatewayV2::Stage");
                } else {
                    self.add(format!("{id}ApiGatewayDefaultStage"), "AWS::ApiGatewayV2::Stage");
                }
                self.domain_and_authorizers(id, properties);
            }
            "AWS::Serverless::LayerVersion" => self.hashed.push(id.to_owned()),
            "AWS::Serverless::Application" | "AWS::Serverless::SimpleTable" => {}
            _ => {
                self.prefix(id.to_owned());
                self.domain_and_authorizers(id, properties);
            }
        }
    }

    fn function(&mut self, id: &str, properties: &Properties) {
        self.role(id, properties);
        if let Some(alias) = properties.get("AutoPublishAlias") {
            // The author may give the hash.
            if properties.contains_key("AutoPublishCodeSha256") {
                self.prefix(format!("{id}Version"));
            } else {
                self.hashed.push(format!("{id}Version"));
            }
            match alias {
                Json::String(alias) if is_alphanumeric(alias) => {
                    self.add(format!("{id}Alias{alias}"), "AWS::Lambda::Alias");
                }
                _ => self.prefix(format!("{id}Alias")),
            }
        }
        if properties.contains_key("FunctionUrlConfig") {
            self.add(format!("{id}Url"), "AWS::Lambda::Url");
            for suffix in ["UrlPublicPermissions", "URLInvokeAllowPublicAccess"] {
                self.add(format!("{id}{suffix}"), "AWS::Lambda::Permission");
            }
        }
        if properties.contains_key("DeploymentPreference") {
            self.add(format!("{id}DeploymentGroup"), "AWS::CodeDeploy::DeploymentGroup");
            self.add(
                "ServerlessDeploymentApplication".to_owned(),
                "AWS::CodeDeploy::Application",
            );
            self.add("CodeDeployServiceRole".to_owned(), "AWS::IAM::Role");
        }
        if properties.contains_key("EventInvokeConfig") {
            self.prefix(format!("{id}EventInvokeConfig"));
        }
    }

    /// A role is generated unless there is one, or if a condition chooses it.
    fn role(&mut self, id: &str, properties: &Properties) {
        let is_chosen = properties
            .get("Role")
            .is_some_and(|role| role.get("Fn::If").is_some());
        if !is_given(properties, "Role") || is_chosen {
            self.add(format!("{id}Role"), "AWS::IAM::Role");
        }
    }

    fn events(&mut self, model: &Model<'_>, id: &str, block: &ResourceBlock) {
        if !are_known(block) {
            self.prefix(id.to_owned());
            self.implicit_api(model);
            self.implicit_http_api(model);
        }
        for (name, event_type, properties) in events(block) {
            self.worded(format!("{id}{name}"), OF_EVENT);
            for (property, key, type_name) in NAMED {
                let named = properties.and_then(|properties| properties.get(property)?.get(key)?.as_str());
                if let Some(named) = named {
                    self.add(named.to_owned(), type_name);
                }
            }
            let has = |name: &str| properties.is_some_and(|properties| is_given(properties, name));
            match event_type {
                "Api" if !has("RestApiId") => self.implicit_api(model),
                "HttpApi" if !has("ApiId") => self.implicit_http_api(model),
                "Cognito" => self.add(format!("{id}CognitoPermission"), "AWS::Lambda::Permission"),
                _ => {}
            }
        }
    }

    fn implicit_api(&mut self, model: &Model<'_>) {
        let id = "ServerlessRestApi";
        self.add(id.to_owned(), "AWS::Serverless::Api");
        self.add(format!("{id}ProdStage"), "AWS::ApiGateway::Stage");
        self.hashed.push(format!("{id}Deployment"));
        if let Some(globals) = model.globals.get("AWS::Serverless::Api") {
            self.domain_and_authorizers(id, globals);
        }
    }

    fn implicit_http_api(&mut self, model: &Model<'_>) {
        let id = "ServerlessHttpApi";
        self.add(id.to_owned(), "AWS::Serverless::HttpApi");
        self.add(format!("{id}ApiGatewayDefaultStage"), "AWS::ApiGatewayV2::Stage");
        if let Some(globals) = model.globals.get("AWS::Serverless::HttpApi") {
            self.domain_and_authorizers(id, globals);
        }
    }

    /// The stage of an API. If its name is not known, neither is that of the resource.
    fn stage(&mut self, id: &str, properties: &Properties, type_name: &'static str) {
        match properties.get("StageName") {
            Some(Json::String(stage)) if is_alphanumeric(stage) => {
                self.add(format!("{id}{stage}Stage"), type_name);
            }
            Some(stage) if is_intrinsic_call(stage) => {
                self.add(format!("{id}Stage"), type_name);
                self.worded(id.to_owned(), ["Stage"]);
            }
            _ => self.worded(id.to_owned(), ["Stage"]),
        }
    }

    fn domain_and_authorizers(&mut self, id: &str, properties: &Properties) {
        if properties.contains_key("Auth") || properties.contains_key("Domain") {
            let authorizers = properties.get("Auth").and_then(|auth| auth.get("Authorizers"));
            match authorizers.map(Json::as_object) {
                Some(Some(authorizers)) if is_complete(authorizers) => {
                    let names = authorizers.keys().map(String::as_str);
                    self.worded(id.to_owned(), names.chain(OF_API));
                }
                None => self.worded(id.to_owned(), OF_API),
                Some(_) => self.prefix(id.to_owned()),
            }
        }
        if properties.contains_key("Auth") {
            self.add("ServerlessUsagePlan".to_owned(), "AWS::ApiGateway::UsagePlan");
            self.add("ServerlessApiKey".to_owned(), "AWS::ApiGateway::ApiKey");
            self.add(
                "ServerlessUsagePlanKey".to_owned(),
                "AWS::ApiGateway::UsagePlanKey",
            );
        }
        if properties.contains_key("Domain") {
            for prefix in [
                "ApiGatewayDomainName",
                "ApiGatewayDomainNameV2",
                "DomainNameAccessAssociation",
                "RecordSetGroup",
            ] {
                self.hashed.push(prefix.to_owned());
            }
        }
    }

    fn add(&mut self, name: String, type_name: &'static str) {
        self.exact.insert(name, type_name);
    }

    fn worded<'w>(&mut self, prefix: String, words: impl IntoIterator<Item = &'w str>) {
        let words = words.into_iter().map(str::to_owned).collect();
        self.worded.push((prefix, words));
    }

    fn prefix(&mut self, prefix: String) {
        self.prefixes.push(prefix);
    }
}

fn is_alphanumeric(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn is_hash(text: &str) -> bool {
    text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}
