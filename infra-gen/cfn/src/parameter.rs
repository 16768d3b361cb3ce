//! Parameters: typed values that are set when the stack is deployed.
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html>

use std::marker::PhantomData;

use serde_json::json;

use crate::{
    kind,
    reference::Id,
    value::{Json, List, Textual, ToJson},
};

/// A parameter of the template whose value has type `T`.
///
/// ```
/// # use infra_gen_cfn::{LogicalId, NumberBounds, Parameter, Stack, Value};
/// # let mut stack = Stack::new("shop");
/// let days: Value<i64> = stack.parameter(
///     LogicalId::new("RetentionDays"),
///     &Parameter {
///         default: Some(30),
///         bounds: NumberBounds { min: Some(1), max: Some(365) },
///         ..Parameter::whole_number()
///     },
/// );
/// ```
#[derive(Debug, Clone)]
pub struct Parameter<T: ParameterValue> {
    /// The type of the value.
    pub parameter_type: ParameterType<T>,
    /// The description.
    pub description: Option<String>,
    /// The value if none is given.
    pub default: Option<T::Default>,
    /// The allowed values, or the allowed items of a list; empty if any value is allowed.
    pub allowed_values: Vec<T::Item>,
    /// The bounds of the value.
    pub bounds: T::Bounds,
    /// The message if the value is not allowed.
    pub constraint_description: Option<String>,
    /// Whether CloudFormation masks the value.
    pub no_echo: bool,
}

/// A parameter that names an SSM parameter. CloudFormation passes the value of the SSM parameter, which has type `T`.
///
/// The default, the allowed values and the pattern are about the name. CloudFormation does not check the value, except that it
/// exists in the account for the types that identify resources.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html>
#[derive(Debug, Clone)]
pub struct SsmParameter<T> {
    /// The type of the SSM parameter's value.
    pub value_type: ParameterType<T>,
    /// The description.
    pub description: Option<String>,
    /// The name of the SSM parameter if none is given.
    pub default: Option<String>,
    /// The allowed names; empty if any name is allowed.
    pub allowed_values: Vec<String>,
    /// The bounds of the name.
    pub bounds: TextBounds,
    /// The message if the name is not allowed.
    pub constraint_description: Option<String>,
    /// Whether CloudFormation masks the name.
    pub no_echo: bool,
}

/// The type of a parameter, in CloudFormation and in Rust.
#[derive(Debug)]
pub struct ParameterType<T> {
    item: &'static str,
    is_list: bool,
    value: PhantomData<fn() -> T>,
}

/// A Rust type that a parameter can have: text and identifiers, numbers, and lists of them.
pub trait ParameterValue {
    /// One item of a list; for other types, the type itself.
    type Item: ToJson;
    /// A default: one item, or the items of a list.
    type Default: ParameterDefault;
    /// What CloudFormation can check besides `AllowedValues`.
    type Bounds: Bounds + Default;
    /// The bounds of a list of this type.
    type ListBounds: Bounds + Default;
}

impl<T: Textual + ToJson> ParameterValue for T {
    type Item = T;
    type Default = T;
    type Bounds = TextBounds;
    type ListBounds = ItemPattern;
}

impl ParameterValue for i64 {
    type Item = Self;
    type Default = Self;
    type Bounds = NumberBounds<Self>;
    type ListBounds = Unbounded;
}

impl ParameterValue for f64 {
    type Item = Self;
    type Default = Self;
    type Bounds = NumberBounds<Self>;
    type ListBounds = Unbounded;
}

impl<T: ParameterValue<Item = T> + ToJson> ParameterValue for List<T> {
    type Item = T;
    type Default = Vec<T>;
    type Bounds = T::ListBounds;
    type ListBounds = Unbounded;
}

/// A default of a parameter.
pub trait ParameterDefault {
    /// The default in the template.
    fn to_default(&self) -> Json;
}

impl<T: ToJson> ParameterDefault for T {
    fn to_default(&self) -> Json {
        self.to_json()
    }
}

/// CloudFormation writes lists as one text with commas.
impl<T: ToJson> ParameterDefault for Vec<T> {
    fn to_default(&self) -> Json {
        let items: Vec<String> = self
            .iter()
            .map(|item| match item.to_json() {
                Json::String(text) => text,
                other => other.to_string(),
            })
            .collect();
        Json::from(items.join(","))
    }
}

/// Bounds of a parameter's value, as keys of the parameter.
pub trait Bounds {
    /// The keys and their values.
    fn keys(&self) -> Vec<(&'static str, Json)>;
}

/// The bounds of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TextBounds {
    /// A regular expression that the whole text must match.
    pub allowed_pattern: Option<String>,
    /// The least number of characters.
    pub min_length: Option<u32>,
    /// The greatest number of characters.
    pub max_length: Option<u32>,
}

impl Bounds for TextBounds {
    fn keys(&self) -> Vec<(&'static str, Json)> {
        let keys = [
            (
                "AllowedPattern",
                self.allowed_pattern.as_ref().map(|text| json!(text)),
            ),
            ("MinLength", self.min_length.map(Json::from)),
            ("MaxLength", self.max_length.map(Json::from)),
        ];
        present(keys)
    }
}

/// The bounds of the items of a list of texts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ItemPattern {
    /// A regular expression that each whole item must match.
    pub allowed_pattern: Option<String>,
}

impl Bounds for ItemPattern {
    fn keys(&self) -> Vec<(&'static str, Json)> {
        present([(
            "AllowedPattern",
            self.allowed_pattern.as_ref().map(|text| json!(text)),
        )])
    }
}

/// The bounds of a number.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NumberBounds<N> {
    /// The least value.
    pub min: Option<N>,
    /// The greatest value.
    pub max: Option<N>,
}

impl<N: ToJson> Bounds for NumberBounds<N> {
    fn keys(&self) -> Vec<(&'static str, Json)> {
        let keys = [
            ("MinValue", self.min.as_ref().map(ToJson::to_json)),
            ("MaxValue", self.max.as_ref().map(ToJson::to_json)),
        ];
        present(keys)
    }
}

/// No bounds: CloudFormation has none for the type.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unbounded;

impl Bounds for Unbounded {
    fn keys(&self) -> Vec<(&'static str, Json)> {
        Vec::new()
    }
}

fn present<const N: usize>(keys: [(&'static str, Option<Json>); N]) -> Vec<(&'static str, Json)> {
    keys.into_iter()
        .filter_map(|(key, value)| Some((key, value?)))
        .collect()
}

impl<T> ParameterType<T> {
    const fn named(item: &'static str) -> Self {
        Self {
            item,
            is_list: false,
            value: PhantomData,
        }
    }

    /// A list of this type.
    pub const fn list(self) -> ParameterType<List<T>>
    where
        T: ParameterValue<Item = T>,
    {
        ParameterType {
            item: self.item,
            is_list: true,
            value: PhantomData,
        }
    }

    /// The name in CloudFormation.
    pub(crate) fn name(self) -> String {
        match (self.item, self.is_list) {
            ("String", true) => "CommaDelimitedList".to_owned(),
            (item, true) => format!("List<{item}>"),
            (item, false) => item.to_owned(),
        }
    }
}

impl<T> Clone for ParameterType<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for ParameterType<T> {}

impl ParameterType<String> {
    /// A text.
    pub const TEXT: Self = Self::named("String");
    /// The name of an availability zone of the region.
    pub const AVAILABILITY_ZONE: Self = Self::named("AWS::EC2::AvailabilityZone::Name");
    /// The ID of a machine image.
    pub const IMAGE: Self = Self::named("AWS::EC2::Image::Id");
    /// The name of a security group in the default VPC.
    pub const SECURITY_GROUP_NAME: Self = Self::named("AWS::EC2::SecurityGroup::GroupName");
}

impl ParameterType<f64> {
    /// A number.
    pub const NUMBER: Self = Self::named("Number");
}

impl ParameterType<i64> {
    /// A number that is used as a whole number. CloudFormation also accepts a fraction here; the property does not.
    pub const WHOLE_NUMBER: Self = Self::named("Number");
}

macro_rules! identifiers {
    ($($kind:ty, $constant:ident, $name:literal, $doc:literal;)*) => {
        $(
            impl ParameterType<Id<$kind>> {
                #[doc = $doc]
                pub const $constant: Self = Self::named($name);
            }
        )*
    };
}

identifiers! {
    kind::ec2::Instance, INSTANCE, "AWS::EC2::Instance::Id", "The ID of an instance.";
    kind::ec2::SecurityGroup, SECURITY_GROUP, "AWS::EC2::SecurityGroup::Id", "The ID of a security group.";
    kind::ec2::Subnet, SUBNET, "AWS::EC2::Subnet::Id", "The ID of a subnet.";
    kind::ec2::VPC, VPC, "AWS::EC2::VPC::Id", "The ID of a VPC.";
    kind::ec2::Volume, VOLUME, "AWS::EC2::Volume::Id", "The ID of a volume.";
    kind::route53::HostedZone, HOSTED_ZONE, "AWS::Route53::HostedZone::Id", "The ID of a hosted zone.";
}

/// Not among the [`ParameterType`]s, because CloudFormation has no list of key pairs.
const KEY_PAIR: ParameterType<String> = ParameterType::named("AWS::EC2::KeyPair::KeyName");

impl Parameter<String> {
    /// A text.
    pub fn text() -> Self {
        Self::of(ParameterType::TEXT)
    }

    /// The name of a key pair.
    pub fn key_pair() -> Self {
        Self::of(KEY_PAIR)
    }
}

impl Parameter<f64> {
    /// A number.
    pub fn number() -> Self {
        Self::of(ParameterType::NUMBER)
    }
}

impl Parameter<i64> {
    /// A number that is used as a whole number.
    pub fn whole_number() -> Self {
        Self::of(ParameterType::WHOLE_NUMBER)
    }
}

impl Parameter<List<String>> {
    /// A list of texts.
    pub fn list() -> Self {
        Self::of(ParameterType::TEXT.list())
    }
}

impl Parameter<List<f64>> {
    /// A list of numbers.
    pub fn numbers() -> Self {
        Self::of(ParameterType::NUMBER.list())
    }
}

impl Parameter<Id<kind::ssm::Parameter>> {
    /// The name of an SSM parameter of the account. To pass its value, use [`SsmParameter`].
    pub fn ssm_name() -> Self {
        Self::of(ParameterType::named("AWS::SSM::Parameter::Name"))
    }
}

impl<T: Textual + ToJson> Parameter<T> {
    /// One of these values, for example of an enum.
    pub fn one_of(allowed: impl IntoIterator<Item = T>) -> Self {
        Self {
            allowed_values: allowed.into_iter().collect(),
            ..Self::of(ParameterType::named("String"))
        }
    }
}

impl<T: ParameterValue> Parameter<T> {
    /// Any value of this type.
    pub fn of(parameter_type: ParameterType<T>) -> Self {
        Self {
            parameter_type,
            description: None,
            default: None,
            allowed_values: Vec::new(),
            bounds: T::Bounds::default(),
            constraint_description: None,
            no_echo: false,
        }
    }
}

impl SsmParameter<String> {
    /// An SSM parameter with the name of a key pair.
    pub fn key_pair() -> Self {
        Self::of(KEY_PAIR)
    }
}

impl<T> SsmParameter<T> {
    /// An SSM parameter with a value of this type.
    pub fn of(value_type: ParameterType<T>) -> Self {
        Self {
            value_type,
            description: None,
            default: None,
            allowed_values: Vec::new(),
            bounds: TextBounds::default(),
            constraint_description: None,
            no_echo: false,
        }
    }
}

/// The declaration of a parameter: a [`Parameter`] or an [`SsmParameter`].
pub trait ParameterBlock {
    /// The type of the value.
    type Value;

    /// The block in the template.
    fn to_block(&self) -> Json;
}

impl<T: ParameterValue> ParameterBlock for Parameter<T> {
    type Value = T;

    fn to_block(&self) -> Json {
        block(
            self.parameter_type.name(),
            self.description.as_deref(),
            self.default.as_ref().map(ParameterDefault::to_default),
            self.allowed_values.iter().map(ToJson::to_json).collect(),
            &self.bounds,
            self.constraint_description.as_deref(),
            self.no_echo,
        )
    }
}

impl<T> ParameterBlock for SsmParameter<T> {
    type Value = T;

    fn to_block(&self) -> Json {
        // Unlike elsewhere, both spellings of a list of texts are allowed here; this one says more.
        let value_type = match (self.value_type.item, self.value_type.is_list) {
            (item, true) => format!("List<{item}>"),
            (item, false) => item.to_owned(),
        };
        block(
            format!("AWS::SSM::Parameter::Value<{value_type}>"),
            self.description.as_deref(),
            self.default.as_deref().map(Json::from),
            self.allowed_values.iter().map(ToJson::to_json).collect(),
            &self.bounds,
            self.constraint_description.as_deref(),
            self.no_echo,
        )
    }
}

fn block(
    parameter_type: String,
    description: Option<&str>,
    default: Option<Json>,
    allowed_values: Vec<Json>,
    bounds: &impl Bounds,
    constraint_description: Option<&str>,
    no_echo: bool,
) -> Json {
    let mut block = serde_json::Map::new();
    block.insert("Type".to_owned(), Json::from(parameter_type));
    let mut optional = vec![
        ("Description", description.map(Json::from)),
        ("Default", default),
        (
            "AllowedValues",
            (!allowed_values.is_empty()).then_some(Json::Array(allowed_values)),
        ),
    ];
    optional.extend(bounds.keys().into_iter().map(|(key, value)| (key, Some(value))));
    optional.push(("ConstraintDescription", constraint_description.map(Json::from)));
    optional.push(("NoEcho", no_echo.then_some(Json::Bool(true))));
    for (key, value) in optional {
        if let Some(value) = value {
            block.insert(key.to_owned(), value);
        }
    }
    Json::Object(block)
}

/// Whether a parameter of this type is a list: `CommaDelimitedList`, `List<…>`, or an SSM parameter with such a value.
pub(crate) fn is_list_type(parameter_type: &str) -> bool {
    parameter_type.contains("List<") || parameter_type.contains("CommaDelimitedList")
}

/// The name of the parameter whose value this is.
#[track_caller]
pub(crate) fn parameter_name(user: &str, value: &dyn ToJson) -> String {
    let json = value.to_json();
    match json.get("Ref").and_then(Json::as_str) {
        Some(name) => name.to_owned(),
        None => panic!("{user} takes a parameter; found `{json}`"),
    }
}
