//! IAM policy documents. An action is a validated name; the only wildcard is a whole service's, for statements that deny.
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html>

use std::{borrow::Cow, collections::BTreeMap};

use serde_json::json;

use crate::value::{Json, ToJson, Value};

/// A policy document of the current policy language version, `2012-10-17`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PolicyDocument {
    /// The statements, in the order they are written.
    pub statements: Vec<Statement>,
}

impl PolicyDocument {
    /// A document with these statements.
    pub fn new(statements: impl IntoIterator<Item = Statement>) -> Self {
        Self {
            statements: statements.into_iter().collect(),
        }
    }

    /// Adds `statement`; when one with the same effect, principals, resources and conditions stands here, its
    /// actions are joined, so that granting twice writes once. Statements stand in the order of their actions,
    /// whatever the order of the grants.
    pub fn add(&mut self, statement: Statement) {
        let same = self.statements.iter_mut().find(|present| {
            present.effect == statement.effect
                && present.principals == statement.principals
                && present.resources == statement.resources
                && present.conditions == statement.conditions
        });
        if let Some(present) = same {
            present.actions.extend(statement.actions);
            present.actions.sort();
            present.actions.dedup();
            return;
        }
        let place = self
            .statements
            .partition_point(|present| present.actions <= statement.actions);
        self.statements.insert(place, statement);
    }
}

impl ToJson for PolicyDocument {
    fn to_json(&self) -> Json {
        let statements: Vec<Json> = self.statements.iter().map(ToJson::to_json).collect();
        json!({ "Version": "2012-10-17", "Statement": statements })
    }
}

/// One statement of a policy.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// Whether it allows or denies.
    pub effect: Effect,
    /// To whom; empty in a policy that is attached to a role.
    pub principals: Vec<Principal>,
    /// What.
    pub actions: Vec<Action>,
    /// On which resources; empty in a role's trust policy.
    pub resources: Vec<Value<String>>,
    /// When: operator, then key, then values.
    pub conditions: BTreeMap<&'static str, BTreeMap<String, Vec<Value<String>>>>,
}

impl Statement {
    /// Allows `actions` on `resources`.
    pub fn allow(
        actions: impl IntoIterator<Item = Action>,
        resources: impl IntoIterator<Item = Value<String>>,
    ) -> Self {
        let mut actions: Vec<Action> = actions.into_iter().collect();
        actions.sort();
        Self {
            effect: Effect::Allow,
            principals: Vec::new(),
            actions,
            resources: resources.into_iter().collect(),
            conditions: BTreeMap::new(),
        }
    }

    /// Denies every action of `service` on `resources` to everyone.
    pub fn deny_service(service: &'static str, resources: impl IntoIterator<Item = Value<String>>) -> Self {
        Self {
            effect: Effect::Deny,
            principals: vec![Principal::Everyone],
            actions: vec![Action(Cow::Owned(format!("{service}:*")))],
            resources: resources.into_iter().collect(),
            conditions: BTreeMap::new(),
        }
    }

    /// A trust policy's statement: `principal` may assume the role.
    pub fn trust(principal: Principal) -> Self {
        Self {
            principals: vec![principal],
            ..Self::allow([Action::new("sts:AssumeRole")], [])
        }
    }

    /// The same statement for these principals.
    #[must_use]
    pub fn to(mut self, principal: Principal) -> Self {
        self.principals.push(principal);
        self
    }

    /// The same statement under one more condition: `operator` holds between `key` and one of `values`.
    #[must_use]
    pub fn when(
        mut self,
        operator: &'static str,
        key: &str,
        values: impl IntoIterator<Item = Value<String>>,
    ) -> Self {
        self.conditions
            .entry(operator)
            .or_default()
            .insert(key.to_owned(), values.into_iter().collect());
        self
    }
}

impl ToJson for Statement {
    fn to_json(&self) -> Json {
        let mut statement = serde_json::Map::new();
        statement.insert(
            "Effect".into(),
            json!(match self.effect {
                Effect::Allow => "Allow",
                Effect::Deny => "Deny",
            }),
        );
        if !self.principals.is_empty() {
            statement.insert("Principal".into(), principals(&self.principals));
        }
        statement.insert(
            "Action".into(),
            one_or_many(self.actions.iter().map(|action| json!(action.0)).collect()),
        );
        if !self.resources.is_empty() {
            statement.insert(
                "Resource".into(),
                one_or_many(self.resources.iter().map(ToJson::to_json).collect()),
            );
        }
        if !self.conditions.is_empty() {
            let conditions = self.conditions.iter().map(|(operator, tests)| {
                let tests = tests.iter().map(|(key, values)| {
                    (
                        key.clone(),
                        one_or_many(values.iter().map(ToJson::to_json).collect()),
                    )
                });
                ((*operator).to_owned(), Json::Object(tests.collect()))
            });
            statement.insert("Condition".into(), Json::Object(conditions.collect()));
        }
        Json::Object(statement)
    }
}

fn principals(principals: &[Principal]) -> Json {
    if principals.contains(&Principal::Everyone) {
        return json!("*");
    }
    let mut kinds: BTreeMap<&str, Vec<Json>> = BTreeMap::new();
    for principal in principals {
        match principal {
            Principal::Everyone => {}
            Principal::Service(name) => kinds.entry("Service").or_default().push(json!(name)),
            Principal::Aws(arn) => kinds.entry("AWS").or_default().push(arn.to_json()),
        }
    }
    Json::Object(
        kinds
            .into_iter()
            .map(|(kind, of_kind)| (kind.to_owned(), one_or_many(of_kind)))
            .collect(),
    )
}

/// IAM takes one value without a list around it, and people read it so.
fn one_or_many(mut values: Vec<Json>) -> Json {
    if values.len() == 1 {
        values.remove(0)
    } else {
        Json::Array(values)
    }
}

/// What a statement does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Allows, unless another statement denies.
    Allow,
    /// Denies, whatever else allows.
    Deny,
}

/// Whom a resource's policy speaks of.
#[derive(Debug, Clone, PartialEq)]
pub enum Principal {
    /// Anyone, signed in or not.
    Everyone,
    /// An AWS service, `lambda.amazonaws.com`.
    Service(&'static str),
    /// An account, role or user, by its ARN or account ID.
    Aws(Value<String>),
}

/// One IAM action, `service:Name`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Action(Cow<'static, str>);

impl Action {
    /// A literal action. In a `const`, one without a service or with a wildcard does not compile.
    ///
    /// # Panics
    /// When the action is malformed and this is not evaluated at compile time.
    #[must_use]
    pub const fn new(action: &'static str) -> Self {
        assert!(
            is_action(action.as_bytes()),
            "an action is `service:Name`, without a wildcard"
        );
        Self(Cow::Borrowed(action))
    }

    /// The action as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

const fn is_action(text: &[u8]) -> bool {
    let mut colon = 0;
    let mut i = 0;
    while i < text.len() {
        if text[i] == b':' && colon == 0 && i > 0 {
            colon = i;
        } else if !text[i].is_ascii_alphanumeric() && text[i] != b'-' {
            return false;
        }
        i += 1;
    }
    colon > 0 && colon + 1 < text.len()
}
