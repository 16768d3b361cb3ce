//! IAM policy documents. Actions are validated. The only wildcard is for all actions of a service, in statements that deny.
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html>

use std::{borrow::Cow, collections::BTreeMap};

use serde_json::json;

use crate::value::{Json, ToJson, Value};

/// A policy document, in version `2012-10-17` of the policy language.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PolicyDocument {
    /// The statements, in order.
    pub statements: Vec<Statement>,
}

impl PolicyDocument {
    /// A document with these statements.
    pub fn new(statements: impl IntoIterator<Item = Statement>) -> Self {
        Self {
            statements: statements.into_iter().collect(),
        }
    }

    /// Adds a statement. If there is a statement with the same effect, principals, resources and conditions, the actions are
    /// added to it, so that equal grants are written once. Statements are sorted by their actions.
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
    /// Whether the statement allows or denies.
    pub effect: Effect,
    /// The principals; empty in a policy of a role.
    pub principals: Vec<Principal>,
    /// The actions, sorted.
    pub actions: Vec<Action>,
    /// The resources; empty in the trust policy of a role.
    pub resources: Vec<Value<String>>,
    /// The conditions: values by key by operator.
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

    /// A statement of a trust policy: `principal` may assume the role.
    pub fn trust(principal: Principal) -> Self {
        Self {
            principals: vec![principal],
            ..Self::allow([Action::new("sts:AssumeRole")], [])
        }
    }

    /// The same statement with one more principal.
    #[must_use]
    pub fn to(mut self, principal: Principal) -> Self {
        self.principals.push(principal);
        self
    }

    /// The same statement with one more condition: `operator` compares `key` with `values`.
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

/// A single value is written without a list.
fn one_or_many(mut values: Vec<Json>) -> Json {
    if values.len() == 1 {
        values.remove(0)
    } else {
        Json::Array(values)
    }
}

/// The effect of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Allows the actions, unless another statement denies them.
    Allow,
    /// Denies the actions, even if another statement allows them.
    Deny,
}

/// A principal in a policy of a resource.
#[derive(Debug, Clone, PartialEq)]
pub enum Principal {
    /// Everyone, including anonymous users.
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
    /// A literal action. In a `const`, an action without a service or with a wildcard does not compile.
    ///
    /// # Panics
    /// If the action is malformed and this is not evaluated at compile time.
    #[must_use]
    pub const fn new(action: &'static str) -> Self {
        assert!(
            is_action(action.as_bytes()),
            "an action has the form `service:Name`, without wildcards"
        );
        Self(Cow::Borrowed(action))
    }

    /// The action as a string.
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
