//! The intrinsic functions: their arguments, and where each is allowed.
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html>

use crate::{
    intrinsic_call::{intrinsic_call, is_function_key, is_intrinsic_call},
    value::Json,
};

/// An intrinsic function.
pub(super) struct Function {
    pub(super) name: &'static str,
    pub(super) arguments: Arguments,
    /// The arguments, as messages show them.
    pub(super) usage: &'static str,
    pub(super) allowed_in: AllowedIn,
}

/// The shape of a function's argument.
pub(super) enum Arguments {
    /// One string, or a function that returns one.
    Text,
    /// One list, or a function that returns one.
    List,
    /// A list or map.
    Document,
    /// A list with a minimum and a maximum number of arguments.
    Between(usize, usize),
    /// A map with required and optional keys.
    Keys(&'static [&'static str], &'static [&'static str]),
    /// Checked with the references.
    Special,
}

/// Where a function is allowed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum AllowedIn {
    Anywhere,
    ResourcesAndOutputs,
    ConditionsAndRules,
    Rules,
    /// Anywhere in a template with `Transform: AWS::LanguageExtensions`.
    LanguageExtensions,
}

const fn function(
    name: &'static str,
    arguments: Arguments,
    usage: &'static str,
    allowed_in: AllowedIn,
) -> Function {
    Function {
        name,
        arguments,
        usage,
        allowed_in,
    }
}

const FUNCTIONS: [Function; 29] = [
    function("Ref", Arguments::Special, "a name", AllowedIn::Anywhere),
    function(
        "Condition",
        Arguments::Special,
        "a name",
        AllowedIn::ConditionsAndRules,
    ),
    function(
        "Fn::And",
        Arguments::Between(2, 10),
        "[condition, condition, …]",
        AllowedIn::ConditionsAndRules,
    ),
    function("Fn::Base64", Arguments::Text, "a string", AllowedIn::Anywhere),
    function(
        "Fn::Cidr",
        Arguments::Between(2, 3),
        "[block, count, bits]",
        AllowedIn::Anywhere,
    ),
    function(
        "Fn::Contains",
        Arguments::Between(2, 2),
        "[list, string]",
        AllowedIn::Rules,
    ),
    function(
        "Fn::EachMemberEquals",
        Arguments::Between(2, 2),
        "[list, string]",
        AllowedIn::Rules,
    ),
    function(
        "Fn::EachMemberIn",
        Arguments::Between(2, 2),
        "[list, list]",
        AllowedIn::Rules,
    ),
    function(
        "Fn::Equals",
        Arguments::Between(2, 2),
        "[left, right]",
        AllowedIn::ConditionsAndRules,
    ),
    function(
        "Fn::FindInMap",
        Arguments::Special,
        "[mapping, top-level key, second-level key] and optionally {DefaultValue}",
        AllowedIn::Anywhere,
    ),
    function(
        "Fn::ForEach",
        Arguments::Special,
        "`Fn::ForEach::Name`",
        AllowedIn::LanguageExtensions,
    ),
    function(
        "Fn::GetAtt",
        Arguments::Special,
        "[resource, attribute]",
        AllowedIn::ResourcesAndOutputs,
    ),
    function(
        "Fn::GetStackOutput",
        Arguments::Keys(&["OutputName", "StackName"], &["Region", "RoleArn"]),
        "{StackName, OutputName} and optionally {Region, RoleArn}",
        AllowedIn::ResourcesAndOutputs,
    ),
    function(
        "Fn::GetAZs",
        Arguments::Text,
        "a region, or an empty string",
        AllowedIn::Anywhere,
    ),
    function(
        "Fn::If",
        Arguments::Special,
        "[condition, then, otherwise]",
        AllowedIn::ResourcesAndOutputs,
    ),
    function(
        "Fn::ImportValue",
        Arguments::Text,
        "the name of an export",
        AllowedIn::ResourcesAndOutputs,
    ),
    function(
        "Fn::Join",
        Arguments::Between(2, 2),
        "[delimiter, list]",
        AllowedIn::Anywhere,
    ),
    function(
        "Fn::Length",
        Arguments::List,
        "a list",
        AllowedIn::LanguageExtensions,
    ),
    function(
        "Fn::Not",
        Arguments::Between(1, 1),
        "[condition]",
        AllowedIn::ConditionsAndRules,
    ),
    function(
        "Fn::Or",
        Arguments::Between(2, 10),
        "[condition, condition, …]",
        AllowedIn::ConditionsAndRules,
    ),
    function(
        "Fn::RefAll",
        Arguments::Text,
        "a parameter type",
        AllowedIn::Rules,
    ),
    function(
        "Fn::Select",
        Arguments::Between(2, 2),
        "[index, list]",
        AllowedIn::Anywhere,
    ),
    function(
        "Fn::Split",
        Arguments::Between(2, 2),
        "[delimiter, string]",
        AllowedIn::Anywhere,
    ),
    function(
        "Fn::Sub",
        Arguments::Special,
        "a string, or [string, variables]",
        AllowedIn::Anywhere,
    ),
    function(
        "Fn::ToJsonString",
        Arguments::Document,
        "a list or map",
        AllowedIn::LanguageExtensions,
    ),
    function(
        "Fn::Transform",
        Arguments::Special,
        "{Name, Parameters}",
        AllowedIn::Anywhere,
    ),
    function(
        "Fn::ValueOf",
        Arguments::Between(2, 2),
        "[parameter, attribute]",
        AllowedIn::Rules,
    ),
    function(
        "Fn::ValueOfAll",
        Arguments::Between(2, 2),
        "[parameter type, attribute]",
        AllowedIn::Rules,
    ),
    function(
        "Fn::Implies",
        Arguments::Between(2, 2),
        "[condition, condition]",
        AllowedIn::Rules,
    ),
];

/// The function of this name.
pub(super) fn lookup(name: &str) -> Option<&'static Function> {
    FUNCTIONS.iter().find(|function| function.name == name)
}

/// The names of all functions.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    FUNCTIONS.iter().map(|function| function.name)
}

/// What is wrong with the argument of a call.
pub(super) fn argument_error(function: &Function, argument: &Json) -> Option<String> {
    // A macro may return any argument, or part of it.
    if is_transform(argument)
        || argument
            .as_array()
            .is_some_and(|items| items.iter().any(is_transform))
    {
        return None;
    }
    let usage = function.usage;
    let name = function.name;
    let fits = match function.arguments {
        Arguments::Special => true,
        Arguments::Text => argument.is_string() || is_intrinsic_call(argument),
        Arguments::List => argument.is_array() || is_intrinsic_call(argument),
        Arguments::Document => argument.is_array() || argument.is_object(),
        Arguments::Between(min, max) => argument
            .as_array()
            .is_some_and(|items| (min..=max).contains(&items.len())),
        Arguments::Keys(required, optional) => argument.as_object().is_some_and(|parts| {
            required.iter().all(|name| parts.contains_key(*name))
                && parts
                    .keys()
                    .all(|name| required.contains(&name.as_str()) || optional.contains(&name.as_str()))
        }),
    };
    if !fits {
        return Some(format!("`{name}` takes {usage}; found {}", describe(argument)));
    }
    match (name, argument.as_array().map(Vec::as_slice)) {
        ("Fn::Join" | "Fn::Split", Some([delimiter, _])) if !delimiter.is_string() => Some(format!(
            "the delimiter of `{name}` must be a string; found {}",
            describe(delimiter)
        )),
        ("Fn::Join" | "Fn::Select", Some([_, list])) if !list.is_array() && !is_intrinsic_call(list) => {
            Some(format!(
                "`{name}` takes {usage}; found {} in place of the list",
                describe(list)
            ))
        }
        ("Fn::Join", Some([_, Json::Array(items)])) => {
            let other = items
                .iter()
                .find(|item| item.is_array() || (item.is_object() && !is_intrinsic_call(item)))?;
            Some(format!("`Fn::Join` joins strings; found {}", describe(other)))
        }
        ("Fn::Split", Some([_, text])) if !text.is_string() && !is_intrinsic_call(text) => Some(format!(
            "`{name}` takes {usage}; found {} in place of the string",
            describe(text)
        )),
        ("Fn::Select", Some([index, list])) => select(index, list),
        ("Fn::And" | "Fn::Or" | "Fn::Not", Some(operands)) => {
            let other = operands.iter().find(|operand| !is_condition(operand))?;
            Some(format!(
                "an operand of `{name}` must be a condition; found {}",
                describe(other)
            ))
        }
        ("Fn::Equals", Some(operands)) => {
            let is_other = |operand: &&Json| {
                let is_plain_map = operand
                    .as_object()
                    .is_some_and(|entries| !entries.keys().all(is_function));
                operand.is_array() || is_plain_map || operand.is_null()
            };
            let other = operands.iter().find(is_other)?;
            Some(format!(
                "`Fn::Equals` compares strings; found {}",
                describe(other)
            ))
        }
        _ => None,
    }
}

/// Whether a value is the result of a macro, which CloudFormation calls before it evaluates other functions.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-transform.html>
pub(super) fn is_transform(value: &Json) -> bool {
    let call = value.as_object().and_then(intrinsic_call);
    call.is_some_and(|(name, _)| name == "Fn::Transform")
}

fn is_function(name: &String) -> bool {
    name == "Ref" || name == "Condition" || is_function_key(name)
}

/// Whether a value is true or false at deployment: a condition, a condition function or a macro.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html>
fn is_condition(value: &Json) -> bool {
    const OTHERS: [&str; 2] = ["Fn::Transform", "Fn::If"];
    let Some((name, 1)) = value
        .as_object()
        .and_then(|entries| Some((entries.keys().next()?, entries.len())))
    else {
        return false;
    };
    let allowed_in = lookup(name).map(|function| function.allowed_in);
    matches!(allowed_in, Some(AllowedIn::ConditionsAndRules | AllowedIn::Rules))
        || OTHERS.contains(&name.as_str())
}

fn select(index: &Json, list: &Json) -> Option<String> {
    if is_intrinsic_call(index) {
        return None;
    }
    let number = match index {
        Json::Number(number) => number.as_u64(),
        Json::String(text) => text.parse().ok(),
        _ => None,
    };
    let Some(number) = number else {
        return Some(format!(
            "the index of `Fn::Select` must be a whole number from 0; found {index}"
        ));
    };
    let length = list.as_array()?.len();
    let is_out_of_range = usize::try_from(number).map_or(true, |number| number >= length);
    is_out_of_range
        .then(|| format!("`Fn::Select` takes item {number} of a list of {length} items; the first is item 0"))
}

/// A value as messages show it.
pub(super) fn describe(value: &Json) -> String {
    match value {
        Json::Array(items) => match items.len() {
            1 => "a list of 1 item".to_owned(),
            count => format!("a list of {count} items"),
        },
        Json::Object(map) => {
            intrinsic_call(map).map_or_else(|| "a map".to_owned(), |(name, _)| format!("`{name}`"))
        }
        scalar => format!("`{scalar}`"),
    }
}
