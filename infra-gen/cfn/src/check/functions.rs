//! The intrinsic functions: what arguments each takes and where it may stand.
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html>

use crate::{
    call::{call, is_call},
    value::Json,
};

/// What is known of a function.
pub(super) struct Function {
    pub(super) name: &'static str,
    pub(super) arguments: Arguments,
    /// How it is written.
    pub(super) usage: &'static str,
    pub(super) place: Place,
}

/// The shape of a function's argument.
pub(super) enum Arguments {
    /// One text, or a function that yields it.
    Text,
    /// One list, or a function that yields it.
    List,
    /// A list or map.
    Document,
    /// So many arguments in a list.
    Between(usize, usize),
    /// A map with all of the first names, and perhaps some of the second.
    Parts(&'static [&'static str], &'static [&'static str]),
    /// Judged where its names are resolved.
    Own,
}

/// Where a function may stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Anywhere,
    /// In resources and outputs only.
    Values,
    /// In conditions and rules only.
    Tests,
    /// In rules only.
    Rules,
    /// Wherever the template says `Transform: AWS::LanguageExtensions`.
    Extended,
}

const fn function(name: &'static str, arguments: Arguments, usage: &'static str, place: Place) -> Function {
    Function {
        name,
        arguments,
        usage,
        place,
    }
}

const FUNCTIONS: [Function; 29] = [
    function("Ref", Arguments::Own, "a name", Place::Anywhere),
    function("Condition", Arguments::Own, "a name", Place::Tests),
    function(
        "Fn::And",
        Arguments::Between(2, 10),
        "[test, test, …]",
        Place::Tests,
    ),
    function("Fn::Base64", Arguments::Text, "a text", Place::Anywhere),
    function(
        "Fn::Cidr",
        Arguments::Between(2, 3),
        "[block, count, bits]",
        Place::Anywhere,
    ),
    function(
        "Fn::Contains",
        Arguments::Between(2, 2),
        "[list, text]",
        Place::Rules,
    ),
    function(
        "Fn::EachMemberEquals",
        Arguments::Between(2, 2),
        "[list, text]",
        Place::Rules,
    ),
    function(
        "Fn::EachMemberIn",
        Arguments::Between(2, 2),
        "[list, list]",
        Place::Rules,
    ),
    function(
        "Fn::Equals",
        Arguments::Between(2, 2),
        "[left, right]",
        Place::Tests,
    ),
    function(
        "Fn::FindInMap",
        Arguments::Own,
        "[mapping, first key, second key], and perhaps {DefaultValue}",
        Place::Anywhere,
    ),
    function(
        "Fn::ForEach",
        Arguments::Own,
        "`Fn::ForEach::Name`",
        Place::Extended,
    ),
    function(
        "Fn::GetAtt",
        Arguments::Own,
        "[resource, attribute]",
        Place::Values,
    ),
    function(
        "Fn::GetStackOutput",
        Arguments::Parts(&["OutputName", "StackName"], &["Region", "RoleArn"]),
        "{StackName, OutputName}, and perhaps {Region, RoleArn}",
        Place::Values,
    ),
    function(
        "Fn::GetAZs",
        Arguments::Text,
        "a region, or an empty text",
        Place::Anywhere,
    ),
    function(
        "Fn::If",
        Arguments::Own,
        "[condition, then, otherwise]",
        Place::Values,
    ),
    function(
        "Fn::ImportValue",
        Arguments::Text,
        "the name of an export",
        Place::Values,
    ),
    function(
        "Fn::Join",
        Arguments::Between(2, 2),
        "[delimiter, list]",
        Place::Anywhere,
    ),
    function("Fn::Length", Arguments::List, "a list", Place::Extended),
    function("Fn::Not", Arguments::Between(1, 1), "[test]", Place::Tests),
    function(
        "Fn::Or",
        Arguments::Between(2, 10),
        "[test, test, …]",
        Place::Tests,
    ),
    function("Fn::RefAll", Arguments::Text, "a parameter type", Place::Rules),
    function(
        "Fn::Select",
        Arguments::Between(2, 2),
        "[index, list]",
        Place::Anywhere,
    ),
    function(
        "Fn::Split",
        Arguments::Between(2, 2),
        "[delimiter, text]",
        Place::Anywhere,
    ),
    function(
        "Fn::Sub",
        Arguments::Own,
        "a text, or [text, variables]",
        Place::Anywhere,
    ),
    function(
        "Fn::ToJsonString",
        Arguments::Document,
        "a list or map",
        Place::Extended,
    ),
    function(
        "Fn::Transform",
        Arguments::Own,
        "{Name, Parameters}",
        Place::Anywhere,
    ),
    function(
        "Fn::ValueOf",
        Arguments::Between(2, 2),
        "[parameter, attribute]",
        Place::Rules,
    ),
    function(
        "Fn::ValueOfAll",
        Arguments::Between(2, 2),
        "[parameter type, attribute]",
        Place::Rules,
    ),
    function(
        "Fn::Implies",
        Arguments::Between(2, 2),
        "[test, test]",
        Place::Rules,
    ),
];

/// What is known of the function `name`.
pub(super) fn lookup(name: &str) -> Option<&'static Function> {
    FUNCTIONS.iter().find(|function| function.name == name)
}

/// The names of all functions.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    FUNCTIONS.iter().map(|function| function.name)
}

/// What is wrong with the shape of a call's argument.
pub(super) fn misuse(function: &Function, argument: &Json) -> Option<String> {
    let usage = function.usage;
    let name = function.name;
    let fits = match function.arguments {
        Arguments::Own => true,
        Arguments::Text => argument.is_string() || is_call(argument),
        Arguments::List => argument.is_array() || is_call(argument),
        Arguments::Document => argument.is_array() || argument.is_object(),
        Arguments::Between(least, most) => argument
            .as_array()
            .is_some_and(|items| (least..=most).contains(&items.len())),
        Arguments::Parts(required, optional) => argument.as_object().is_some_and(|parts| {
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
            "the delimiter of `{name}` is a plain text; found {}",
            describe(delimiter)
        )),
        ("Fn::Join" | "Fn::Select", Some([_, list])) if !list.is_array() && !is_call(list) => {
            Some(format!("`{name}` takes {usage}; the list is {}", describe(list)))
        }
        ("Fn::Join", Some([_, Json::Array(items)])) => {
            let other = items
                .iter()
                .find(|item| item.is_array() || (item.is_object() && !is_call(item)))?;
            Some(format!("`Fn::Join` joins texts; found {}", describe(other)))
        }
        ("Fn::Split", Some([_, text])) if !text.is_string() && !is_call(text) => {
            Some(format!("`{name}` takes {usage}; the text is {}", describe(text)))
        }
        ("Fn::Select", Some([index, list])) => select(index, list),
        ("Fn::And" | "Fn::Or" | "Fn::Not", Some(operands)) => {
            let other = operands.iter().find(|operand| !is_test(operand))?;
            Some(format!(
                "an operand of `{name}` must be a condition; found {}",
                describe(other)
            ))
        }
        ("Fn::Equals", Some(operands)) => {
            let is_other = |operand: &&Json| {
                let is_plain = operand
                    .as_object()
                    .is_some_and(|entries| !entries.keys().all(is_function));
                operand.is_array() || is_plain || operand.is_null()
            };
            let other = operands.iter().find(is_other)?;
            Some(format!("`Fn::Equals` compares texts; found {}", describe(other)))
        }
        _ => None,
    }
}

fn is_function(name: &String) -> bool {
    name == "Ref" || name == "Condition" || name.starts_with("Fn::")
}

/// Whether a value yields true or false: a condition, a condition function or a macro.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html>
fn is_test(value: &Json) -> bool {
    const OTHERS: [&str; 2] = ["Fn::Transform", "Fn::If"];
    let Some((name, 1)) = value
        .as_object()
        .and_then(|entries| Some((entries.keys().next()?, entries.len())))
    else {
        return false;
    };
    let place = lookup(name).map(|function| function.place);
    matches!(place, Some(Place::Tests | Place::Rules)) || OTHERS.contains(&name.as_str())
}

fn select(index: &Json, list: &Json) -> Option<String> {
    if is_call(index) {
        return None;
    }
    let number = match index {
        Json::Number(number) => number.as_u64(),
        Json::String(text) => text.parse().ok(),
        _ => None,
    };
    let Some(number) = number else {
        return Some(format!(
            "the index of `Fn::Select` is a whole number from 0; found {index}"
        ));
    };
    let length = list.as_array()?.len();
    let is_beyond = usize::try_from(number).map_or(true, |number| number >= length);
    is_beyond.then(|| format!("`Fn::Select` takes item {number} of a list of {length}; the first is item 0"))
}

/// A value as messages show it.
pub(super) fn describe(value: &Json) -> String {
    match value {
        Json::Array(items) => format!("a list of {}", items.len()),
        Json::Object(map) => call(map).map_or_else(|| "a map".to_owned(), |(name, _)| format!("`{name}`")),
        scalar => format!("`{scalar}`"),
    }
}
