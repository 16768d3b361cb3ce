//! A role of `docs/ci/github-roles.yaml` and its permissions.
//!
//! Conditions are not evaluated: tests read them by name.

use std::collections::BTreeSet;

use infra_gen::cfn::{Json, Template};

use crate::{pattern::matches, stack::resolve};

/// The permissions of a role.
pub(crate) struct Role {
    pub(crate) allowed: Vec<Statement>,
    denied: Vec<Statement>,
    /// The length of the policies in the role, as IAM counts it.
    pub(crate) characters: usize,
    /// The length of each managed policy that is attached to the role.
    pub(crate) attached: Vec<usize>,
}

pub(crate) struct Statement {
    pub(crate) actions: Vec<String>,
    pub(crate) resources: Vec<String>,
    conditions: Json,
}

impl Role {
    pub(crate) fn deploy(environment: &str) -> Self {
        Self::read("DeployRole", "cookie-shop", environment)
    }

    pub(crate) fn plan(environment: &str) -> Self {
        Self::read("PlanRole", "cookie-shop", environment)
    }

    pub(crate) fn read(name: &str, application: &str, environment: &str) -> Self {
        let template = Template::parse(include_str!("../../../../docs/ci/github-roles.yaml")).unwrap();
        let policies = template.resources[name].properties["Policies"]
            .as_array()
            .unwrap();
        let managed = template.resources.values().filter(|resource| {
            resource.type_name == "AWS::IAM::ManagedPolicy"
                && resource.properties["Roles"] == serde_json::json!([{ "Ref": name }])
        });
        let mut role = Self {
            allowed: Vec::new(),
            denied: Vec::new(),
            characters: 0,
            attached: Vec::new(),
        };
        for policy in policies {
            let document = resolve(&policy["PolicyDocument"], application, environment);
            role.characters += document.to_string().len();
            role.add(&document);
        }
        for policy in managed {
            let document = resolve(&policy.properties["PolicyDocument"], application, environment);
            role.attached.push(document.to_string().len());
            role.add(&document);
        }
        role
    }

    fn add(&mut self, document: &Json) {
        for statement in document["Statement"].as_array().unwrap() {
            let parsed = Statement {
                actions: texts(&statement["Action"]),
                resources: texts(&statement["Resource"]),
                conditions: statement["Condition"].clone(),
            };
            match statement["Effect"].as_str().unwrap() {
                "Allow" => self.allowed.push(parsed),
                _ => self.denied.push(parsed),
            }
        }
    }

    /// All actions that are allowed on any resource, in order.
    pub(crate) fn actions(&self) -> impl Iterator<Item = &str> {
        let actions: BTreeSet<&str> = self
            .allowed
            .iter()
            .flat_map(|s| &s.actions)
            .map(String::as_str)
            .collect();
        actions.into_iter()
    }

    pub(crate) fn allows(&self, action: &str, arn: &str) -> bool {
        let covered =
            |statements: &[Statement]| statements.iter().any(|statement| statement.covers(action, arn));
        covered(&self.allowed) && !covered(&self.denied)
    }

    /// The values of a condition key in the statements that allow the action.
    pub(crate) fn condition(&self, action: &str, key: &str) -> BTreeSet<String> {
        let statements = self
            .allowed
            .iter()
            .filter(|statement| statement.actions.iter().any(|allowed| allowed == action));
        statements
            .flat_map(|statement| texts_at(&statement.conditions, key))
            .collect()
    }
}

impl Statement {
    fn covers(&self, action: &str, arn: &str) -> bool {
        self.actions
            .iter()
            .any(|allowed| allowed.eq_ignore_ascii_case(action))
            && self.resources.iter().any(|pattern| matches(pattern, arn))
    }
}

/// The strings of a string or a list.
pub(crate) fn texts(value: &Json) -> Vec<String> {
    match value {
        Json::Array(items) => items.iter().flat_map(texts).collect(),
        Json::String(text) => vec![text.clone()],
        _ => Vec::new(),
    }
}

/// The strings at every `key`, at any depth.
pub(crate) fn texts_at(value: &Json, key: &str) -> Vec<String> {
    match value {
        Json::Array(items) => items.iter().flat_map(|item| texts_at(item, key)).collect(),
        Json::Object(entries) => entries
            .iter()
            .flat_map(|(name, entry)| {
                if name == key {
                    texts(entry)
                } else {
                    texts_at(entry, key)
                }
            })
            .collect(),
        _ => Vec::new(),
    }
}
