//! Conditions of a statement.
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html>

use std::collections::BTreeMap;

use serde_json::json;

use super::one_or_many;
use crate::value::{Json, ToJson, Value};

/// How a condition compares the value of the request with the values of the policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are those of IAM")]
pub enum Operator {
    ArnEquals,
    ArnLike,
    ArnNotEquals,
    ArnNotLike,
    BinaryEquals,
    Bool,
    DateEquals,
    DateGreaterThan,
    DateGreaterThanEquals,
    DateLessThan,
    DateLessThanEquals,
    DateNotEquals,
    IpAddress,
    NotIpAddress,
    NumericEquals,
    NumericGreaterThan,
    NumericGreaterThanEquals,
    NumericLessThan,
    NumericLessThanEquals,
    NumericNotEquals,
    StringEquals,
    StringEqualsIgnoreCase,
    StringLike,
    StringNotEquals,
    StringNotEqualsIgnoreCase,
    StringNotLike,
}

impl Operator {
    /// `…IfExists`: the condition is also true if the request does not have the key.
    #[must_use]
    pub const fn if_exists(self) -> Comparison {
        Comparison {
            if_exists: true,
            ..Comparison::new(self, "")
        }
    }

    /// `ForAllValues:…`: every value of the request matches. This is also true if the request does not have the key.
    #[must_use]
    pub const fn for_all_values(self) -> Comparison {
        Comparison::new(self, "ForAllValues:")
    }

    /// `ForAnyValue:…`: at least one value of the request matches.
    #[must_use]
    pub const fn for_any_value(self) -> Comparison {
        Comparison::new(self, "ForAnyValue:")
    }

    /// The name in a policy.
    fn name(self) -> String {
        // The variants have the names of IAM.
        format!("{self:?}")
    }
}

/// An [`Operator`], for one or several values of the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Comparison {
    operator: Operator,
    quantifier: &'static str,
    if_exists: bool,
}

impl Comparison {
    const fn new(operator: Operator, quantifier: &'static str) -> Self {
        Self {
            operator,
            quantifier,
            if_exists: false,
        }
    }

    /// `…IfExists`: the condition is also true if the request does not have the key.
    #[must_use]
    pub const fn if_exists(self) -> Self {
        Self {
            if_exists: true,
            ..self
        }
    }

    fn name(self) -> String {
        let suffix = if self.if_exists { "IfExists" } else { "" };
        format!("{}{}{suffix}", self.quantifier, self.operator.name())
    }
}

impl From<Operator> for Comparison {
    fn from(operator: Operator) -> Self {
        Self::new(operator, "")
    }
}

/// The conditions of a statement, all of which must be true.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Conditions(BTreeMap<String, BTreeMap<String, Vec<Value<String>>>>);

impl Conditions {
    /// Whether the statement applies to every request.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Compares `key` with `values`: one of them must match; for a negated operator, none may match. Values for the same
    /// comparison and key are added to the present ones.
    pub fn add(
        &mut self,
        comparison: impl Into<Comparison>,
        key: &str,
        values: impl IntoIterator<Item = Value<String>>,
    ) {
        self.insert(comparison.into().name(), key, values);
    }

    /// Requires that the request has `key`, or that it does not have it.
    pub fn add_presence(&mut self, key: &str, presence: bool) {
        // The operator asks whether the key is missing.
        let missing = if presence { "false" } else { "true" };
        self.insert("Null".to_owned(), key, [missing.into()]);
    }

    fn insert(&mut self, operator: String, key: &str, values: impl IntoIterator<Item = Value<String>>) {
        let keys = self.0.entry(operator).or_default();
        keys.entry(key.to_owned()).or_default().extend(values);
    }
}

impl ToJson for Conditions {
    fn to_json(&self) -> Json {
        let operators = self.0.iter().map(|(operator, keys)| {
            let keys = keys.iter().map(|(key, values)| {
                let values = values.iter().map(ToJson::to_json).collect();
                (key.clone(), one_or_many(values))
            });
            (operator.clone(), json!(keys.collect::<serde_json::Map<_, _>>()))
        });
        Json::Object(operators.collect())
    }
}
