//! Short tags: `!Sub` stands for a map with the one key `Fn::Sub`.
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html>

/// The function of the short tag `!name`. Unknown names are kept: whether a function exists is checked later.
pub(super) fn function_of(name: &str) -> String {
    match name {
        "Ref" | "Condition" => name.to_owned(),
        _ if name.starts_with("Fn::") => name.to_owned(),
        _ => format!("Fn::{name}"),
    }
}

/// The functions with a short form, without the prefix `Fn::`.
const WITH_SHORT_TAG: [&str; 18] = [
    "And",
    "Base64",
    "Cidr",
    "Contains",
    "Equals",
    "FindInMap",
    "GetAtt",
    "GetAZs",
    "If",
    "ImportValue",
    "Join",
    "Length",
    "Not",
    "Or",
    "Select",
    "Split",
    "Sub",
    "ToJsonString",
];

/// The name after the `!` of the short tag for `function`, if it has one.
pub(super) fn short_tag(function: &str) -> Option<&str> {
    match function {
        "Ref" => Some(function),
        _ => function
            .strip_prefix("Fn::")
            .filter(|name| WITH_SHORT_TAG.contains(name)),
    }
}
