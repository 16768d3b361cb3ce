//! A role of `docs/ci/github-roles.yaml`, and what it allows.
//!
//! Conditions are read and not weighed: the tests ask for them by name.

use std::collections::BTreeSet;

use infra_gen::cfn::{Json, Template};

use crate::{pattern::matches, stack::written_out};

/// What a role may do.
pub(crate) struct Role {
    pub(crate) allowed: Vec<Statement>,
    denied: Vec<Statement>,
    /// How long its policy is, as IAM counts.
    pub(crate) characters: usize,
}

pub(crate) struct Statement {
    pub(crate) actions: Vec<String>,
    pub(crate) resources: Vec<String>,
    conditions: Json,
}

impl Role {
    pub(crate) fn deploying(environment: &str) -> Self {
        Self::read("DeployRole", "cookie-shop", environment)
    }

    pub(crate) fn planning(environment: &str) -> Self {
        Self::read("PlanRole", "cookie-shop", environment)
    }

    pub(crate) fn read(name: &str, application: &str, environment: &str) -> Self {
        let template = Template::parse(include_str!("../../../../docs/ci/github-roles.yaml")).unwrap();
        let policies = template.resources[name].properties["Policies"]
            .as_array()
            .unwrap();
        let mut role = Self {
            allowed: Vec::new(),
            denied: Vec::new(),
            characters: 0,
        };
        for policy in policies {
            let document = written_out(&policy["PolicyDocument"], application, environment);
            role.characters += document.to_string().len();
            for statement in document["Statement"].as_array().unwrap() {
                let read = Statement {
                    actions: texts(&statement["Action"]),
                    resources: texts(&statement["Resource"]),
                    conditions: statement["Condition"].clone(),
                };
                match statement["Effect"].as_str().unwrap() {
                    "Allow" => role.allowed.push(read),
                    _ => role.denied.push(read),
                }
            }
        }
        role
    }

    /// Every action that is allowed on something, in order.
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
        let says =
            |statements: &[Statement]| statements.iter().any(|statement| statement.covers(action, arn));
        says(&self.allowed) && !says(&self.denied)
    }

    /// What an action is bound to.
    pub(crate) fn condition(&self, action: &str, key: &str) -> BTreeSet<String> {
        let bound = self
            .allowed
            .iter()
            .filter(|s| s.actions.iter().any(|named| named == action));
        bound
            .flat_map(|statement| texts_at(&statement.conditions, key))
            .collect()
    }
}

impl Statement {
    fn covers(&self, action: &str, arn: &str) -> bool {
        self.actions
            .iter()
            .any(|named| named.eq_ignore_ascii_case(action))
            && self.resources.iter().any(|pattern| matches(pattern, arn))
    }
}

/// The texts of one text or a list of them.
pub(crate) fn texts(value: &Json) -> Vec<String> {
    match value {
        Json::Array(items) => items.iter().flat_map(texts).collect(),
        Json::String(text) => vec![text.clone()],
        _ => Vec::new(),
    }
}

/// The texts at every `key`, however deep.
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
