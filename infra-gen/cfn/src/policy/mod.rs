//! IAM policy documents.
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html>
//!
//! Elements that exclude each other, such as `Action` and `NotAction`, are one field. Actions are written out: a wildcard
//! appears only in statements that deny a whole service. An [`ActionGroup`] lists the actions of a service.
//!
//! | module | contains |
//! | --- | --- |
//! | `action` | one action |
//! | `group` | the actions of a service by access level and resource type |
//! | `principal` | accounts, roles, services and identity providers |
//! | `condition` | the operators of conditions |
//! | `statement` | one statement |

mod action;
mod condition;
mod group;
mod principal;
mod statement;

pub use self::{
    action::Action,
    condition::{Comparison, Conditions, Operator},
    group::{AccessLevel, ActionGroup},
    principal::Principal,
    statement::{Effect, Scope, Sid, Statement},
};

use std::borrow::Cow;

use serde_json::json;

use crate::value::{Json, ToJson};

/// A policy document, in version `2012-10-17` of the policy language.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PolicyDocument {
    /// `Id`, which some services require in the policies of their resources.
    pub id: Option<Cow<'static, str>>,
    /// The statements, in order.
    pub statements: Vec<Statement>,
}

impl PolicyDocument {
    /// A document with these statements.
    pub fn new(statements: impl IntoIterator<Item = Statement>) -> Self {
        Self {
            id: None,
            statements: statements.into_iter().collect(),
        }
    }

    /// Adds a statement. If there is a statement that differs in its actions only, the actions are added to it, so that
    /// equal grants are written once. Statements are sorted by their actions.
    pub fn add(&mut self, statement: Statement) {
        for present in &mut self.statements {
            if present.absorb(&statement) {
                return;
            }
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
        let mut document = serde_json::Map::new();
        document.insert("Version".into(), json!("2012-10-17"));
        if let Some(id) = &self.id {
            document.insert("Id".into(), json!(id));
        }
        document.insert("Statement".into(), Json::Array(statements));
        Json::Object(document)
    }
}

/// A single value is written without a list.
fn one_or_many(mut values: Vec<Json>) -> Json {
    if values.len() == 1 {
        values.remove(0)
    } else {
        Json::Array(values)
    }
}

#[cfg(test)]
mod tests;
