//! Conditions, which decide at deployment whether a resource exists.

use serde_json::json;

use crate::{
    names::LogicalId,
    value::{Json, ToJson, Value},
};

/// A declared condition. Only [`Stack::condition`](crate::Stack::condition) returns one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition(pub(crate) LogicalId);

impl Condition {
    /// The name in the template.
    pub fn id(&self) -> &LogicalId {
        &self.0
    }
}

/// The expression of a condition, made from the condition functions.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-conditions.html>
#[derive(Debug, Clone)]
pub struct ConditionTest(pub(crate) Json);

impl ConditionTest {
    /// `Fn::Equals`.
    pub fn equals<T: ToJson>(left: &Value<T>, right: &Value<T>) -> Self {
        Self(json!({ "Fn::Equals": [left.to_json(), right.to_json()] }))
    }

    /// `Fn::And` of two to ten tests.
    pub fn all(tests: impl IntoIterator<Item = Self>) -> Self {
        Self(json!({ "Fn::And": tests.into_iter().map(|test| test.0).collect::<Vec<_>>() }))
    }

    /// `Fn::Or` of two to ten tests.
    pub fn any(tests: impl IntoIterator<Item = Self>) -> Self {
        Self(json!({ "Fn::Or": tests.into_iter().map(|test| test.0).collect::<Vec<_>>() }))
    }

    /// `Fn::Not`.
    #[must_use]
    pub fn negate(self) -> Self {
        Self(json!({ "Fn::Not": [self.0] }))
    }

    /// `Condition`: the value of another condition.
    pub fn holds(condition: &Condition) -> Self {
        Self(json!({ "Condition": condition.id().as_str() }))
    }
}
