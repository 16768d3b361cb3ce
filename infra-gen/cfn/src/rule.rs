//! Rules: assertions about parameters, which CloudFormation checks before it changes any resource.
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html>
//!
//! The functions of rules have types of their own, because CloudFormation allows them in `Rules` only. Inside them, only
//! parameters and literals are allowed; [`Stack::finish`](crate::Stack::finish) reports references to resources.

use serde_json::json;

use crate::{
    kind,
    parameter::{ParameterType, parameter_name},
    reference::Id,
    value::{Json, List, Scalar, ToJson, Value},
};

/// A rule about parameters: assertions that must hold, always or under a condition.
#[derive(Debug, Clone)]
pub struct ParameterRule {
    condition: Option<RuleTest>,
    assertions: Vec<(RuleTest, String)>,
}

impl ParameterRule {
    /// The test must hold; otherwise, CloudFormation refuses the parameters with this message.
    pub fn new(test: RuleTest, message: impl Into<String>) -> Self {
        Self {
            condition: None,
            assertions: vec![(test, message.into())],
        }
    }

    /// The same rule with one more assertion.
    #[must_use]
    pub fn and(mut self, test: RuleTest, message: impl Into<String>) -> Self {
        self.assertions.push((test, message.into()));
        self
    }

    /// The same rule, only if `condition` holds.
    #[must_use]
    pub fn when(mut self, condition: RuleTest) -> Self {
        self.condition = Some(condition);
        self
    }

    pub(crate) fn to_json(&self) -> Json {
        let mut block = serde_json::Map::new();
        if let Some(condition) = &self.condition {
            block.insert("RuleCondition".to_owned(), condition.0.clone());
        }
        let assertions: Json = self
            .assertions
            .iter()
            .map(|(test, message)| json!({ "Assert": test.0, "AssertDescription": message }))
            .collect();
        block.insert("Assertions".to_owned(), assertions);
        Json::Object(block)
    }
}

/// The test of a rule.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-rules.html>
#[derive(Debug, Clone)]
pub struct RuleTest(Json);

impl RuleTest {
    /// `Fn::Equals`: both texts are the same.
    pub fn equals(left: impl Into<RuleText>, right: impl Into<RuleText>) -> Self {
        Self(json!({ "Fn::Equals": [left.into().0, right.into().0] }))
    }

    /// `Fn::Contains`: the list contains the text.
    pub fn contains(list: impl Into<RuleList>, text: impl Into<RuleText>) -> Self {
        Self(json!({ "Fn::Contains": [list.into().0, text.into().0] }))
    }

    /// `Fn::EachMemberEquals`: every item of the list is this text.
    pub fn each_equals(list: impl Into<RuleList>, text: impl Into<RuleText>) -> Self {
        Self(json!({ "Fn::EachMemberEquals": [list.into().0, text.into().0] }))
    }

    /// `Fn::EachMemberIn`: every item of the list is in `allowed`.
    pub fn each_in(list: impl Into<RuleList>, allowed: impl Into<RuleList>) -> Self {
        Self(json!({ "Fn::EachMemberIn": [list.into().0, allowed.into().0] }))
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
}

/// A text in a rule: a literal, a parameter, or an attribute of the resource that a parameter identifies.
#[derive(Debug, Clone)]
pub struct RuleText(Json);

impl RuleText {
    /// `Fn::ValueOf`: an attribute of the resource that the parameter identifies.
    ///
    /// # Panics
    /// If `parameter` is not the value of a parameter.
    #[track_caller]
    pub fn value_of<K: RuleResource>(parameter: &Value<Id<K>>, attribute: &K::Attribute) -> Self {
        let name = parameter_name("`Fn::ValueOf`", parameter);
        Self(json!({ "Fn::ValueOf": [name, attribute.name()] }))
    }
}

impl From<&str> for RuleText {
    fn from(text: &str) -> Self {
        Self(Json::from(text))
    }
}

impl From<String> for RuleText {
    fn from(text: String) -> Self {
        Self(Json::from(text))
    }
}

impl<T: Scalar + ToJson> From<&Value<T>> for RuleText {
    fn from(value: &Value<T>) -> Self {
        Self(value.to_json())
    }
}

/// A list in a rule: literals, a parameter, or values of all parameters of a type.
#[derive(Debug, Clone)]
pub struct RuleList(Json);

impl RuleList {
    /// `Fn::RefAll`: the values of all parameters of this type.
    pub fn ref_all<K>(parameter_type: ParameterType<Id<K>>) -> Self {
        Self(json!({ "Fn::RefAll": parameter_type.name() }))
    }

    /// `Fn::ValueOf` with a parameter that is a list: an attribute of each resource that it identifies.
    ///
    /// # Panics
    /// If `parameter` is not the value of a parameter.
    #[track_caller]
    pub fn value_of<K: RuleResource>(parameter: &Value<List<Id<K>>>, attribute: &K::Attribute) -> Self {
        let name = parameter_name("`Fn::ValueOf`", parameter);
        Self(json!({ "Fn::ValueOf": [name, attribute.name()] }))
    }

    /// `Fn::ValueOfAll`: an attribute of the resources that all parameters of this type identify.
    pub fn value_of_all<K: RuleResource>(
        parameter_type: ParameterType<Id<K>>,
        attribute: &K::Attribute,
    ) -> Self {
        Self(json!({ "Fn::ValueOfAll": [parameter_type.name(), attribute.name()] }))
    }
}

impl<T: Into<RuleText>> From<Vec<T>> for RuleList {
    fn from(items: Vec<T>) -> Self {
        Self(items.into_iter().map(|item| item.into().0).collect())
    }
}

impl<T: Into<RuleText>, const N: usize> From<[T; N]> for RuleList {
    fn from(items: [T; N]) -> Self {
        Self(items.into_iter().map(|item| item.into().0).collect())
    }
}

impl<T: ToJson> From<&Value<List<T>>> for RuleList {
    fn from(value: &Value<List<T>>) -> Self {
        Self(value.to_json())
    }
}

/// A resource type whose attributes rules can read, given a parameter with its identifier.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-rules.html#rules-parameter-attributes>
pub trait RuleResource {
    /// The attributes.
    type Attribute: RuleAttribute;
}

/// An attribute that rules can read.
pub trait RuleAttribute {
    /// The name in the template.
    fn name(&self) -> String;
}

impl RuleResource for kind::ec2::VPC {
    type Attribute = VpcAttribute;
}

impl RuleResource for kind::ec2::Subnet {
    type Attribute = SubnetAttribute;
}

impl RuleResource for kind::ec2::SecurityGroup {
    type Attribute = SecurityGroupAttribute;
}

/// An attribute of a VPC.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VpcAttribute {
    /// The default network ACL.
    DefaultNetworkAcl,
    /// The default security group.
    DefaultSecurityGroup,
    /// The value of the tag with this key.
    Tag(String),
}

impl RuleAttribute for VpcAttribute {
    fn name(&self) -> String {
        match self {
            Self::DefaultNetworkAcl => "DefaultNetworkAcl".to_owned(),
            Self::DefaultSecurityGroup => "DefaultSecurityGroup".to_owned(),
            Self::Tag(key) => tag(key),
        }
    }
}

/// An attribute of a subnet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SubnetAttribute {
    /// The availability zone.
    AvailabilityZone,
    /// The VPC.
    VpcId,
    /// The value of the tag with this key.
    Tag(String),
}

impl RuleAttribute for SubnetAttribute {
    fn name(&self) -> String {
        match self {
            Self::AvailabilityZone => "AvailabilityZone".to_owned(),
            Self::VpcId => "VpcId".to_owned(),
            Self::Tag(key) => tag(key),
        }
    }
}

/// An attribute of a security group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SecurityGroupAttribute {
    /// The value of the tag with this key.
    Tag(String),
}

impl RuleAttribute for SecurityGroupAttribute {
    fn name(&self) -> String {
        let Self::Tag(key) = self;
        tag(key)
    }
}

fn tag(key: &str) -> String {
    format!("Tags.{key}")
}
