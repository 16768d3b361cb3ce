//! Intrinsic functions in place of a value: the type of their result, if it is certain.

use infra_gen_schema::{Shape, Yields, is_custom, lookup};

use crate::{
    check::catalog::properties::WRONG_TYPE,
    finding::Unplaced,
    intrinsic_call::{get_att_target, intrinsic_call},
    parameter::is_list_type,
    template::Template,
    value::Json,
};

/// A function call.
pub(in crate::check) enum Function<'t> {
    /// The two branches of `Fn::If`.
    If(&'t [Json]),
    Ref(&'t str),
    /// The resource and the attribute.
    GetAtt(&'t str, &'t str),
    /// Another function.
    Other(&'t str),
}

impl<'t> Function<'t> {
    /// The call that `value` is, if it is one.
    pub(in crate::check) fn from_json(value: &'t Json) -> Option<Self> {
        Self::call(value.as_object()?)
    }

    /// The call that `map` is, if it is one.
    pub(super) fn call(map: &'t serde_json::Map<String, Json>) -> Option<Self> {
        let (name, argument) = intrinsic_call(map)?;
        match (name, argument) {
            ("Ref", Json::String(target)) => Some(Self::Ref(target)),
            ("Fn::If", Json::Array(parts)) if parts.len() == 3 => Some(Self::If(&parts[1..])),
            ("Fn::GetAtt", _) => Some(
                get_att_target(argument)
                    .map_or(Self::Other(name), |(resource, name)| Self::GetAtt(resource, name)),
            ),
            _ => Some(Self::Other(name)),
        }
    }
}

/// Whether this is `AWS::NoValue`, which leaves the property out.
pub(super) fn is_no_value(value: &Json) -> bool {
    matches!(Function::from_json(value), Some(Function::Ref("AWS::NoValue")))
}

/// Whether a condition decides if the value exists.
pub(super) fn is_conditional(value: &Json) -> bool {
    match Function::from_json(value) {
        Some(Function::If(branches)) => branches
            .iter()
            .any(|branch| is_no_value(branch) || is_conditional(branch)),
        Some(Function::Ref(target)) => target == "AWS::NoValue",
        _ => false,
    }
}

/// Why the result of the function does not fit `shape`; `None` if it fits or may fit.
pub(super) fn mismatch(shape: &Shape, function: &Function<'_>, template: &Template) -> Option<Unplaced> {
    let expected = match shape {
        Shape::Text(_) | Shape::Integer(_) | Shape::Number(_) | Shape::Boolean => Yields::Scalar,
        Shape::List(_) => Yields::List,
        Shape::Object(_) | Shape::Map(_) => Yields::Object,
        // `value` tries each of several shapes.
        Shape::Json | Shape::Policy | Shape::OneOf(_) => return None,
    };
    // An object may be given as a JSON string, which a function may return.
    let may_be_json = expected == Yields::Object && matches!(function, Function::Other(_));
    if may_be_json {
        return None;
    }
    let (message, hint) = conflict(expected, function, template)?;
    Some(WRONG_TYPE.found(message, hint))
}

/// Why the result of the function is not of the type `expected`, and how to fix it; `None` if it is or may be.
pub(in crate::check) fn conflict(
    expected: Yields,
    function: &Function<'_>,
    template: &Template,
) -> Option<(String, &'static str)> {
    let yields = yields(function, template).filter(|yields| *yields != expected)?;
    let call = match function {
        Function::Ref(target) => format!("`Ref` of `{target}`"),
        Function::GetAtt(resource, attribute) => format!("`Fn::GetAtt` of `{resource}.{attribute}`"),
        Function::If(_) => "`Fn::If`".to_owned(),
        Function::Other(name) => format!("`{name}`"),
    };
    let hint = match expected {
        Yields::List => "put it in `[…]`",
        Yields::Scalar => "select one item with `Fn::Select`, or join the items with `Fn::Join`",
        Yields::Object => "write the object in place of the function",
    };
    let message = format!(
        "{call} returns {}, but this must be {}",
        name(yields),
        name(expected)
    );
    Some((message, hint))
}

fn name(yields: Yields) -> &'static str {
    match yields {
        Yields::Scalar => "a single value",
        Yields::List => "a list",
        Yields::Object => "an object",
    }
}

/// The type of the result, if it is certain.
fn yields(function: &Function<'_>, template: &Template) -> Option<Yields> {
    match function {
        Function::Ref("AWS::NoValue") | Function::If(_) => None,
        Function::Ref("AWS::NotificationARNs") | Function::Other("Fn::Split" | "Fn::GetAZs" | "Fn::Cidr") => {
            Some(Yields::List)
        }
        Function::Ref(target) => match template.parameters.get(*target) {
            Some(parameter) => {
                let parameter_type = parameter.get("Type")?.as_str()?;
                Some(if is_list_type(parameter_type) {
                    Yields::List
                } else {
                    Yields::Scalar
                })
            }
            None => Some(Yields::Scalar),
        },
        Function::GetAtt(resource, attribute) => {
            let type_name = template.resources.get(*resource)?.type_name.as_str();
            // The handler of a custom resource decides what it returns.
            let schema = lookup(type_name).filter(|_| !is_custom(type_name))?;
            Some(schema.attribute(attribute)?.yields())
        }
        Function::Other(
            "Fn::GetStackOutput" | "Fn::ImportValue" | "Fn::Join" | "Fn::Sub" | "Fn::Base64"
            | "Fn::ToJsonString" | "Fn::Length",
        ) => Some(Yields::Scalar),
        Function::Other(_) => None,
    }
}
